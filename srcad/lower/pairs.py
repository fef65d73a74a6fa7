"""Loops whose one name stands for what `zip` or `enumerate` gives."""

import gast

from srcad.lower.comprehensions import KINDS
from srcad.lower.names import is_stored
from srcad.tree import FUNCTIONS, assign, name, placed, target, transform, tuple_of, walk


def pairs(function, means):
    """Each part of what `zip` and `enumerate` give has a name of its own.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(u, v):
    ...     for p in zip(u, v):
    ...         u = p
    ...     return sum(p[0] * p[1] for p in zip(u, v))
    >>> source = parse(f)
    >>> print(to_source(pairs(source.tree, Means(source.tree, source))), end='')
    def f(u, v):
        for p_1, p_2 in zip(u, v):
            p = p_1, p_2
            u = p
        return sum(p_1_2 * p_2_2 for p_1_2, p_2_2 in zip(u, v))
    """
    for n in list(walk(function)):
        if isinstance(n, gast.For) and isinstance(n.target, gast.Name) and count_of(n.iter, means):
            parts = parts_of(n.target.id, count_of(n.iter, means), means)
            first = assign(n.target.id, tuple_of(map(name, parts)))
            n.target = placed([gast.Tuple(list(map(target, parts)), gast.Store())], n)[0]
            n.body[:0] = placed([first], n)
        elif isinstance(n, KINDS):
            apart(n, means)
    return function


def apart(node, means):
    """A comprehension with names for the parts, where nothing else has the name of the whole."""
    for g in node.generators:
        count = count_of(g.iter, means) if isinstance(g.target, gast.Name) else 0
        text = getattr(g.target, 'id', None)
        inside = [m for m in walk(node) if isinstance(m, FUNCTIONS + (gast.comprehension,)) and m not in node.generators]
        if not count or inside or sum(is_stored(m, text) for m in walk(node)) > 1:
            continue
        parts = parts_of(text, count, means)

        def part(m):
            at = m.slice.value if isinstance(m, gast.Subscript) and isinstance(m.slice, gast.Constant) else None
            if type(at) is int and is_read(m.value, text) and at < count:
                return gast.copy_location(name(parts[at]), m)
            return placed([tuple_of(map(name, parts))], m)[0] if is_read(m, text) else None

        later = node.generators[node.generators.index(g) + 1 :]
        for field in ('elt', 'key', 'value'):
            if getattr(node, field, None) is not None:
                setattr(node, field, transform(getattr(node, field), part))
        g.ifs = [transform(test, part) for test in g.ifs]
        for other in later:
            other.iter, other.ifs = transform(other.iter, part), [transform(test, part) for test in other.ifs]
        g.target = placed([gast.Tuple(list(map(target, parts)), gast.Store())], g.iter)[0]


def is_read(m, text):
    return isinstance(m, gast.Name) and m.id == text and isinstance(m.ctx, gast.Load)


def parts_of(text, count, means):
    return [means.fresh(f'{text}_{k + 1}') for k in range(count)]


def count_of(node, means):
    """How many parts each item of a call of zip or enumerate has; 0 for other expressions."""
    if not isinstance(node, gast.Call) or any(isinstance(a, gast.Starred) for a in node.args):
        return 0
    f = means(node.func)
    return 2 if f is enumerate else len(node.args) if f is zip else 0
