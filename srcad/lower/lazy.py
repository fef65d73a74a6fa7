"""Arguments behind a generator: they have their values before the generator is run over."""

import inspect

import gast

from srcad.lower.evaluation import Rewrite, is_atom, is_calm, is_in, is_of_module
from srcad.lower.names import MISSING
from srcad.lower.yields import is_generator
from srcad.tree import blocks, transform, walk


def lazy(function, means):
    """Names for arguments that would be others when a generator before them has been used up.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(o, xs):
    ...     return sum((o.step(x) for x in xs), o.n)
    >>> source = parse(f)
    >>> print(to_source(lazy(source.tree, Means(source.tree, source))), end='')
    def f(o, xs):
        first = o.n
        return sum((o.step(x) for x in xs), first)
    """
    rewrite = Rewrite(means, lambda node, plain: with_names(node, rewrite) if plain else None)
    function.body = blocks(function.body, rewrite.statement)
    return function


def with_names(node, rewrite):
    k = place_of_generator(node, rewrite.means)
    if k is None:
        return None
    late = getattr(node.args[k], 'value', node.args[k])
    behind = [*node.args[k + 1 :], *(part.value for part in node.keywords)]
    moved = [a for a in behind if not isinstance(a, gast.Starred) and not stays(a, late, rewrite)]
    sources = late.args if isinstance(late, gast.Call) else [late.generators[0].iter]
    if not moved:
        return None
    later = [gast.Expr(m) for m in moved]
    sources = [a for a in sources if not (is_calm(a, rewrite.means) and rewrite.commutes(a, later))]
    before = [node.func.value] if isinstance(node.func, gast.Attribute) else []
    before = [a for a in (*before, *node.args[:k]) if not rewrite.commutes(a, [*map(gast.Expr, sources), *later])]
    if any(isinstance(a, gast.Starred) for a in before):
        rewrite.means.refuse('a star before a generator that changes what stands behind it: give its items names', node)
    names = {a: rewrite.assigned('items' if a in sources else 'first', a, node) for a in [*before, *sources, *moved]}
    return transform(node, names.get)


def stays(node, late, rewrite):
    """Whether an argument is the same after a generator has been run over, whose attributes may be properties."""
    asks = any(isinstance(n, gast.Attribute) and not is_of_module(n, rewrite.means) for n in walk(late))
    return rewrite.commutes(node, [gast.Expr(late)]) and (is_atom(node) or not asks)


def place_of_generator(node, means):
    """Which argument is a generator that is run over after all are evaluated; one behind a star is, where it is alone."""
    if not isinstance(node, gast.Call):
        return None
    alone = len(node.args) == 1
    for k, a in enumerate(node.args):
        late = a.value if alone and isinstance(a, gast.Starred) else a
        if isinstance(late, gast.GeneratorExp) or isinstance(late, gast.Call) and makes_generator(late.func, means):
            return k
    return None


def makes_generator(func, means):
    """Whether a call makes what is run over later: `map`, `filter`, a generator of the program."""
    f = means(func)
    defined = [d for d in walk(means.tree) if f is MISSING and is_generator(d) and d.name == getattr(func, 'id', '')]
    return is_in(f, (map, filter)) or inspect.isgeneratorfunction(f) or bool(defined)
