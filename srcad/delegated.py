"""Generator expressions in statements that run through them at once, as the loops that they are."""

import gast

from srcad.tree import all_names, assigned_names, blocks, name, placed, target, transform, unused, walk


def delegated(tree):
    """`yield from (...)` and `for v in (...)` of generator expressions, spelled out.

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
        whole = s.iter if isinstance(s, gast.For) else value.value if isinstance(value, gast.YieldFrom) else None
        if not isinstance(whole, gast.GeneratorExp) or any(g.is_async for g in whole.generators):
            return [s]
        if value is not None:
            whole = with_own_names(whole, tree)
            return placed(loops(whole, [gast.Expr(gast.Yield(whole.elt))]), s)
        if len(whole.generators) > 1:  # of which a break would leave one
            return [s]
        whole = with_own_names(whole, tree)
        first = gast.copy_location(gast.Assign([s.target], whole.elt, None), s)
        (made,) = loops(whole, [first, *s.body])
        made.orelse = s.orelse
        return placed([made], s)

    tree.body = blocks(tree.body, rewrite) if isinstance(tree.body, list) else tree.body
    return tree


def with_own_names(whole, tree):
    """A generator expression whose variables no other part of a function has; what it goes over first is no part of it."""
    first = whole.generators[0].iter
    inside = {n for n in walk(whole) if n not in set(walk(first))}
    others = {n.id for n in walk(tree) if isinstance(n, gast.Name) and n not in inside}
    taken = all_names(tree)
    mine = sorted(assigned_names(*(g.target for g in whole.generators)))
    texts = {n: unused(n, taken) if n in others else n for n in mine}

    def renamed(n):
        if n is first:
            return n
        made = isinstance(n, gast.Name) and n.id in texts
        if not made:
            return None
        return gast.copy_location(target(texts[n.id]) if isinstance(n.ctx, gast.Store) else name(texts[n.id]), n)

    return transform(whole, renamed)


def loops(whole, body):
    out = body
    for g in reversed(whole.generators):
        for test in reversed(g.ifs):
            out = [gast.If(test, out, [])]
        out = [gast.For(g.target, g.iter, out, [], None)]
    return out
