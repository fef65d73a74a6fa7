"""Functions of a text that do the same, for arguments of which the analysis knew different things: one is enough."""

from collections import Counter

import gast

from srcad.tree import clone, transform, walk

KINDS = ('_primal', '_adjoint')


def without_twins(definitions):
    """Definitions without those that are another one with other names.

    >>> from srcad.printer import to_source
    >>> text = \'\'\'
    ... def f_primal(x):
    ...     a, b = g_primal(x), h_primal(x)
    ...     return a + b
    ... def g_primal(x):
    ...     return x * x
    ... def h_primal(y):
    ...     return y * y
    ... \'\'\'
    >>> print(''.join(map(to_source, without_twins(gast.parse(text).body))).strip())
    def f_primal(x):
        a, b = g_primal(x), g_primal(x)
        return a + b
    def g_primal(x):
        return x * x
    """
    pairs = {}
    for d in definitions:
        pairs.setdefault(stem_of(d.name), []).append(d)
    outlines = {stem: tuple(type(n) for d in pair for n in walk(d)) for stem, pair in pairs.items()}
    alike = numbered(outlines)
    known, often = len(set(alike.values())), Counter(alike.values())
    if known == len(alike):
        return definitions
    while True:  # those that call what may be told apart are told apart
        shapes = {
            stem: tuple(shape(d, alike) for d in pair) if often[alike[stem]] > 1 else stem for stem, pair in pairs.items()
        }
        alike = numbered(shapes)
        before, known, often = known, len(set(alike.values())), Counter(alike.values())
        if known == before:
            break
    said = {n.value for d in definitions for n in walk(d) if isinstance(n, gast.Constant) and isinstance(n.value, str)}
    first, instead = {}, {}
    for stem in pairs:
        kept = first.setdefault(alike[stem], stem)
        if kept != stem and said.isdisjoint(d.name for d in pairs[stem]):
            instead |= {stem + kind: kept + kind for kind in KINDS}
    rest = [d for d in definitions if d.name not in instead]
    renamed = lambda n: other(n, instead[n.id]) if isinstance(n, gast.Name) and n.id in instead else None
    return [transform(d, renamed) for d in rest] if instead else definitions


def numbered(things):
    """The same dict with a number in the place of each value: the same one for the same value."""
    numbers = {t: k for k, t in enumerate(dict.fromkeys(things.values()))}
    return {key: numbers[t] for key, t in things.items()}


def stem_of(name):
    return next((name[: -len(kind)] for kind in KINDS if name.endswith(kind)), name)


def other(node, text):
    return gast.copy_location(gast.Name(text, node.ctx, None, None), node)


def shape(definition, alike):
    """What a function does, whatever its variables are called, and whichever of those that are `alike` it calls."""
    tree, numbers = clone(definition), {}
    own = {n.id for n in walk(tree) if isinstance(n, gast.Name) and not isinstance(n.ctx, gast.Load)}
    for n in walk(tree):
        if isinstance(n, gast.Name):
            stem = stem_of(n.id)
            if n.id in own:
                n.id = f'{numbers.setdefault(n.id, len(numbers))}'
            elif stem in alike and stem != n.id:
                n.id = f'{alike[stem]}{n.id[len(stem):]}'
    return gast.dump(gast.Module([tree.args, *tree.body], []))
