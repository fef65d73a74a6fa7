"""Names that mean one thing outside of a comprehension, or of a function, and another inside: names of their own.

In `sum(v * v for v in v)` the second v is another one than the first, and so is a `wrapper` within a decorator that is
defined beside another `wrapper`: what follows takes a name for one thing throughout a function.
"""

from functools import lru_cache

import gast

from srcad.tree import (
    COMPREHENSIONS,
    FUNCTIONS,
    all_names,
    arguments,
    assigned_names,
    children,
    named_by,
    unused,
    walk,
    walk_here,
)

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
    functions_apart(tree)
    if not any(isinstance(n, KINDS) for n in walk(tree)):
        return
    taken = all_names(tree)
    for f in [n for n in walk(tree) if isinstance(n, FUNCTIONS)]:
        bound = bound_by(f)
        for c in [n for n in walk(f) if isinstance(n, KINDS)]:
            for n in sorted(targets_of(c)):
                if any(reads(part, n) for part in ([c.generators[0].iter] if n in bound else children(f))):
                    new = unused(n, taken)
                    for part in inside(c):
                        rename(part, n, new)


def functions_apart(tree):
    """Rename functions in a function of whose name a function further inside has something of its own.

    >>> from srcad.printer import to_source
    >>> f = gast.parse('def f(x):\\n    def g(v): return x\\n    h = lambda g: g + x\\n    return h(g)').body[0]
    >>> functions_apart(f)
    >>> print(to_source(f), end='')
    def f(x):
        def g_2(v):
            return x
    <BLANKLINE>
        h = lambda g: g + x
        return h(g_2)
    """
    taken = all_names(tree)
    for outer in [n for n in walk(tree) if isinstance(n, gast.FunctionDef)]:
        parameters_apart(outer, taken)
        below = [n for s in outer.body for n in walk(s)]
        if not any(isinstance(n, FUNCTIONS) for n in below):
            continue
        elsewhere = set().union(*(own_names(f) | run_over(f) for f in below if isinstance(f, FUNCTIONS)))
        classes = set().union(*(bound_by(c) for c in below if isinstance(c, gast.ClassDef)))
        given = {a.id for a in arguments(outer)} | declared(outer)
        for n in sorted(functions_of(outer) & elsewhere - classes - given):
            new = unused(n, taken)
            for s in outer.body:
                rename(s, n, new)


def parameters_apart(outer, taken):
    """A function that takes the name of a parameter gets one of its own: what was given is another thing.

    >>> from srcad.printer import to_source
    >>> f = gast.parse('def f(g, x):\\n    y = g(x)\\n    def g(v): return v * y\\n    return g').body[0]
    >>> parameters_apart(f, {'f', 'g', 'x', 'y', 'v'})
    >>> print(to_source(f), end='')
    def f(g, x):
        y = g(x)
    <BLANKLINE>
        def g_2(v):
            return v * y
    <BLANKLINE>
        return g_2
    """
    given = {a.id for a in arguments(outer)}
    for k, s in enumerate(outer.body):
        text = defined_by(s)
        before = outer.body[:k]
        kept = [f for b in before for f in walk(b) if isinstance(f, FUNCTIONS)]
        if text in given and not any(reads(f, text) for f in kept):
            given.discard(text)
            new = unused(text, taken)
            for part in outer.body[k:]:
                rename(part, text, new)


def defined_by(s):
    """The name that a statement gives to a function or a lambda."""
    if isinstance(s, gast.Assign) and isinstance(s.value, gast.Lambda) and isinstance(s.targets[0], gast.Name):
        return s.targets[0].id
    return s.name if isinstance(s, gast.FunctionDef) else None


def functions_of(outer):
    """The names of the functions, and of the lambdas, that a function defines itself."""
    here = list(walk_here(gast.Module(outer.body, [])))
    lambdas = [s.targets for s in here if isinstance(s, gast.Assign) and isinstance(s.value, gast.Lambda)]
    named = {t.id for targets in lambdas for t in targets if isinstance(t, gast.Name)}
    return named | {s.name for s in here if isinstance(s, gast.FunctionDef)}


def own_names(f):
    """The names that a function has of its own."""
    return bound_by(f) - declared(f)


@lru_cache(maxsize=256)
def names_inside(tree):
    """The names that a function, or one in it, has of its own."""
    return frozenset().union(*(own_names(f) for f in walk(tree) if isinstance(f, FUNCTIONS)))


def declared(f, kinds=(gast.Nonlocal, gast.Global)):
    """The names that a function takes from around it, or from the module, to set them."""
    body = f.body if isinstance(f.body, list) else []
    return {n for s in walk_here(gast.Module(body, [])) if isinstance(s, kinds) for n in s.names}


def bound_by(f):
    """The names that a function binds itself: parameters, and what its statements assign."""
    out = {a.id for a in arguments(f)} if isinstance(f, FUNCTIONS) else set()
    todo = f.body[:] if isinstance(f.body, list) else [f.body]
    while todo:
        n = todo.pop()
        out |= named_by(n) | ({n.id} if isinstance(n, gast.Name) and not isinstance(n.ctx, gast.Load) else set())
        if isinstance(n, KINDS):
            out |= {m.target.id for m in walk(n) if isinstance(m, gast.NamedExpr)}
        elif not isinstance(n, FUNCTIONS):
            todo += children(n)
    return out


def run_over(f):
    """The variables of the comprehensions in a function."""
    return set().union(*(targets_of(c) for c in walk(f) if isinstance(c, KINDS)))


def targets_of(c):
    return assigned_names(*(g.target for g in c.generators))


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
    """A variable under its new name, where no comprehension or function within has one of that name."""
    if isinstance(node, gast.Name):
        node.id = new if node.id == n else node.id
    elif isinstance(node, KINDS) and n in targets_of(node):
        rename(node.generators[0].iter, n, new)
    else:
        if isinstance(node, gast.FunctionDef) and node.name == n:
            node.name = new
        elif isinstance(node, gast.Nonlocal):
            node.names = [new if text == n else text for text in node.names]
        own = isinstance(node, FUNCTIONS) and n in own_names(node) | declared(node, gast.Global)
        for child in outside_of(node) if own else children(node):
            rename(child, n, new)


def outside_of(f):
    """What a function evaluates where it is defined."""
    return [d for d in (*f.args.defaults, *f.args.kw_defaults, *getattr(f, 'decorator_list', [])) if d]
