"""Comprehensions as loops, in the scope of the function around them."""

import gast

from srcad.lower.evaluation import is_in
from srcad.tree import FUNCTIONS, arguments, assign, assigned_names, call, children, name, stored_names, transform, walk

KINDS = (gast.ListComp, gast.SetComp, gast.DictComp, gast.GeneratorExp)


def walrus_targets(nodes):
    """The names that these expressions assign."""
    return {n.target.id for node in nodes for n in walk(node) if isinstance(n, gast.NamedExpr)}


def targets_of(comprehension):
    return assigned_names(*(g.target for g in comprehension.generators))


def movable(comprehension, means):
    """Whether a comprehension may be a loop: no function in it keeps its variables for later, as keys of orders do not."""
    bound = targets_of(comprehension)
    calls = [n for n in walk(comprehension) if isinstance(n, gast.Call)]
    keys = {k.value for n in calls for k in n.keywords if is_in(means(n.func), (max, min, sorted))}
    functions = [f for f in walk(comprehension) if isinstance(f, FUNCTIONS) and f not in keys]
    kept = {n.id for f in functions for n in walk(f) if isinstance(n, gast.Name)}
    return not bound & kept and not any(g.is_async for g in comprehension.generators)


def loop(comprehension, body, function, fresh, others, stands=None):
    """The loops of a comprehension around `body(comprehension)`; variables with names that others have are renamed.

    `stands` is the expression in the function that the comprehension takes the place of, if it is not there itself.
    """
    bound = sorted(targets_of(comprehension))
    used = lambda n: any(is_used(n, part, stands or comprehension) for part in children(function))
    renames = {n: fresh(n) for n in bound if n in others or used(n)}
    first = comprehension.generators[0].iter  # evaluated outside the comprehension's scope

    def renamed(n):
        if n is first or not isinstance(n, gast.Name) or n.id not in renames:
            return n if n is first else None
        return gast.copy_location(gast.Name(renames[n.id], n.ctx, None, None), n)

    comprehension = transform(comprehension, renamed)
    out = body(comprehension)
    for g in reversed(comprehension.generators):
        for test in reversed(g.ifs):
            out = [gast.If(test, out, [])]
        out = [gast.For(g.target, g.iter, out, [], None)]
    return out


def is_used(text, node, but):
    """Whether a name means something in a function outside one comprehension, and outside others of that variable."""
    if node is but:
        return is_used(text, node.generators[0].iter, but)
    if isinstance(node, KINDS) and text in targets_of(node):
        return is_used(text, node.generators[0].iter, but)
    if isinstance(node, gast.FunctionDef) and not any(n is but for n in walk(node)) and text in stored_names(node):
        return False
    if isinstance(node, gast.Lambda) and text in {a.id for a in arguments(node)}:
        return False
    if isinstance(node, gast.Name) and node.id == text:
        return True
    return any(is_used(text, child, but) for child in children(node))


def stands_outside(text, node):
    """Whether a name stands in a tree outside the comprehensions whose variable it is."""
    if isinstance(node, KINDS) and text in targets_of(node):
        return stands_outside(text, node.generators[0].iter)
    return isinstance(node, gast.Name) and node.id == text or any(stands_outside(text, child) for child in children(node))


def with_own_names(generators, element, clashes, fresh):
    """Generators and an element whose variables have names of their own where theirs clash with others."""
    bound = sorted(assigned_names(*(g.target for g in generators)))
    renames = {n: fresh(n) for n in bound if clashes(n)}
    first = generators[0].iter  # evaluated outside the scope of the variables

    def renamed(n):
        if n is first or not isinstance(n, gast.Name) or n.id not in renames:
            return n if n is first else None
        return gast.copy_location(gast.Name(renames[n.id], n.ctx, None, None), n)

    if not renames:
        return generators, element
    made = transform(gast.ListComp(element, generators), renamed)
    return made.generators, made.elt


def collected(text, comprehension, fresh):
    """(the empty container, the statements that add to it what a comprehension gives in a trip)"""
    if isinstance(comprehension, gast.DictComp):
        return gast.Dict([], []), lambda c: keyed(text, c, fresh)
    if isinstance(comprehension, gast.SetComp):
        return call('set'), lambda c: [added(text, 'add', c.elt)]
    return gast.List([], gast.Load()), lambda c: [added(text, 'append', c.elt)]


def added(text, method, value):
    return gast.Expr(call(gast.Attribute(name(text), method, gast.Load()), value))


def keyed(text, c, fresh):
    """The item that a dict gets; its key is evaluated before the value."""
    before, key = [], c.key
    if not isinstance(key, gast.Constant) and not isinstance(c.value, gast.Constant):
        if not isinstance(key, gast.Name) or key.id in walrus_targets([c.value]):
            key = name(fresh('key'))
            before = [assign(key.id, c.key)]
    return [*before, gast.Assign([gast.Subscript(name(text), key, gast.Store())], c.value, None)]
