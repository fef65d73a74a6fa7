"""`yield from` a generator expression, as the loops around a `yield` that it is."""

import gast

from srcad.tree import all_names, blocks, name, placed, target, transform, unused, walk


def delegated(tree):
    """Spell out each such statement.

    >>> from srcad.printer import to_source
    >>> f = gast.parse('def f(x, n):\\n    yield from (x * t for t in range(n) if t)').body[0]
    >>> print(to_source(delegated(f)), end='')
    def f(x, n):
        for t in range(n):
            if t:
                yield x * t
    """

    def rewrite(s):
        value = s.value if isinstance(s, gast.Expr) else None
        whole = value.value if isinstance(value, gast.YieldFrom) else None
        if not isinstance(whole, gast.GeneratorExp) or any(g.is_async for g in whole.generators):
            return [s]
        return placed(loops(with_own_names(whole, tree)), s)

    tree.body = blocks(tree.body, rewrite) if isinstance(tree.body, list) else tree.body
    return tree


def with_own_names(whole, tree):
    """A generator expression whose variables no other part of a function has; what it goes over first is no part of it."""
    first = whole.generators[0].iter
    inside = {n for n in walk(whole) if n not in set(walk(first))}
    others = {n.id for n in walk(tree) if isinstance(n, gast.Name) and n not in inside}
    taken = all_names(tree)
    mine = sorted({n.id for g in whole.generators for n in walk(g.target) if isinstance(n, gast.Name)})
    texts = {n: unused(n, taken) if n in others else n for n in mine}

    def renamed(n):
        if n is first:
            return n
        made = isinstance(n, gast.Name) and n.id in texts
        if not made:
            return None
        return gast.copy_location(target(texts[n.id]) if isinstance(n.ctx, gast.Store) else name(texts[n.id]), n)

    return transform(whole, renamed)


def loops(whole):
    out = [gast.Expr(gast.Yield(whole.elt))]
    for g in reversed(whole.generators):
        for test in reversed(g.ifs):
            out = [gast.If(test, out, [])]
        out = [gast.For(g.target, g.iter, out, [], None)]
    return out
