"""Variables of comprehensions with the name of something outside that is read beside them: names of their own.

In `sum(v * v for v in v)` the second v is another one than the first: what follows takes a name for one thing
throughout a function.
"""

import gast

from srcad.tree import COMPREHENSIONS, FUNCTIONS, all_names, arguments, children, named_by, unused, walk

KINDS = COMPREHENSIONS + (gast.DictComp, gast.SetComp)


def apart(tree):
    """Rename such variables within a function, and within the functions in it.

    >>> from srcad.printer import to_source
    >>> f = gast.parse('def f(x):\\n    return sum(v * v for v in v)').body[0]
    >>> apart(f)
    >>> print(to_source(f), end='')
    def f(x):
        return sum(v_2 * v_2 for v_2 in v)
    """
    if not any(isinstance(n, KINDS) for n in walk(tree)):
        return
    taken = all_names(tree)
    for f in [n for n in walk(tree) if isinstance(n, FUNCTIONS)]:
        bound = bound_by(f)
        for c in [n for n in walk(f) if isinstance(n, KINDS)]:
            for n in sorted(targets_of(c) - bound):
                if any(reads(part, n) for part in children(f)):
                    new = unused(n, taken)
                    for part in inside(c):
                        rename(part, n, new)


def bound_by(f):
    """The names that a function binds itself: parameters, and what its statements assign."""
    out, todo = {a.id for a in arguments(f)}, f.body[:] if isinstance(f.body, list) else [f.body]
    while todo:
        n = todo.pop()
        out |= named_by(n) | ({n.id} if isinstance(n, gast.Name) and not isinstance(n.ctx, gast.Load) else set())
        if isinstance(n, KINDS):
            out |= {m.target.id for m in walk(n) if isinstance(m, gast.NamedExpr)}
        elif not isinstance(n, FUNCTIONS):
            todo += children(n)
    return out


def targets_of(c):
    return {n.id for g in c.generators for n in walk(g.target) if isinstance(n, gast.Name)}


def inside(c):
    """The parts of a comprehension in which its variables mean something: all but what it runs over first."""
    first, *others = c.generators
    results = [c.key, c.value] if isinstance(c, gast.DictComp) else [c.elt]
    return [*results, first.target, *first.ifs, *(p for g in others for p in (g.target, g.iter, *g.ifs))]


def reads(node, n):
    """Whether a name is read that is no variable of a comprehension or a function within."""
    if isinstance(node, gast.Name):
        return node.id == n and isinstance(node.ctx, gast.Load)
    if isinstance(node, KINDS) and n in targets_of(node):
        return reads(node.generators[0].iter, n)
    if isinstance(node, FUNCTIONS) and n in bound_by(node):
        return reads(node.args, n)
    return any(reads(child, n) for child in children(node))


def rename(node, n, new):
    """A variable under its new name, where no comprehension or lambda within has one of that name."""
    if isinstance(node, gast.Name):
        node.id = new if node.id == n else node.id
    elif isinstance(node, KINDS) and n in targets_of(node):
        rename(node.generators[0].iter, n, new)
    else:
        own = isinstance(node, FUNCTIONS) and n in {a.id for a in arguments(node)}
        for child in [d for d in (*node.args.defaults, *node.args.kw_defaults) if d] if own else children(node):
            rename(child, n, new)
