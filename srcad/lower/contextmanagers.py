"""`with` a generator that `contextlib.contextmanager` made a context: its text around the body."""

import contextlib

import gast

from srcad.lower.names import MISSING
from srcad.lower.quiet import at
from srcad.parse import parse
from srcad.shadows import own_names
from srcad.subset import objections
from srcad.tree import (
    FUNCTIONS,
    Ours,
    assign,
    blocks,
    blocks_of,
    clone,
    free_names,
    leaves,
    name,
    stored_names,
    walk,
    walk_here,
)


def of_outside(generator, means):
    """The text of a generator and the defaults of its parameters; None if its names mean other things here."""
    from srcad.lower import begun  # which has this pass among its own

    try:
        source = parse(generator)
        tree = begun(source, means.by_reference)
    except (OSError, SyntaxError):
        return None
    tree.shared = {text for n in walk(tree) if isinstance(n, gast.Global) for text in n.names}
    if not means_the_same(tree, generator, means) or not are_its_globals(tree.shared, generator, means):
        return None
    tree.body = blocks(tree.body, lambda b: [] if isinstance(b, gast.Global) else [b])
    means.source.watched.update(source.watched)
    return tree, defaults_of(tree, generator)


def are_its_globals(names, generator, means):
    """Whether variables of a module that a generator assigns are those of the function, too, in which its text is put."""
    declared = {text for n in walk(means.tree) if isinstance(n, gast.Global) for text in n.names}
    of_one_module = means.source is not None and generator.__globals__ is means.source.function.__globals__
    return not names or of_one_module and not names & (means.local - declared)


def defaults_of(tree, f):
    """The values that the parameters of a function have if nothing is given."""
    positional, values = [p.id for p in [*tree.args.posonlyargs, *tree.args.args]], f.__defaults__ or ()
    return {**dict(zip(positional[len(positional) - len(values) :], values)), **(f.__kwdefaults__ or {})}


def of_inside(text, function, means):
    """The same of a generator that a function defines, and makes a context, once, at its top; None of all else."""
    made = [n for n in walk(function) if n is not function and getattr(n, 'name', None) == text]
    stored = [n for n in walk(function) if getattr(n, 'id', None) == text and not isinstance(n.ctx, gast.Load)]
    if len(made) != 1 or stored or made[0] not in function.body or not makes_context(made[0], means):
        return None
    tree = clone(made[0])
    tree.shared = {text for n in walk(tree) if isinstance(n, gast.Nonlocal) for text in n.names}
    tree.body = blocks(tree.body, lambda b: [] if isinstance(b, gast.Nonlocal) else [b])
    if not tree.shared <= stored_names(function):
        return None
    a = tree.args
    positional = [p.id for p in [*a.posonlyargs, *a.args]]
    given = [*zip(positional[len(positional) - len(a.defaults):], a.defaults)]
    given += [(p.id, d) for p, d in zip(a.kwonlyargs, a.kw_defaults) if d is not None]
    return tree, {n: getattr(d, 'value', MISSING) for n, d in given}


def means_the_same_inside(tree, s, function):
    """Whether the names that such a generator takes from its function are its own where the `with` stands."""
    inner = [f for f in walk(function) if isinstance(f, FUNCTIONS) and f is not function and s in set(walk(f))]
    own = set().union(*map(own_names, inner))
    return not inner or not getattr(tree, 'shared', ()) and not own & free_names(tree)


def makes_context(f, means):
    """Whether a function is a generator that `contextlib.contextmanager`, and nothing else, makes a context."""
    return (
        isinstance(f, gast.FunctionDef)
        and [means(d) for d in f.decorator_list] == [contextlib.contextmanager]
    )


def inlined(tree, values, head, v, body, s, means):
    """The statements of a generator with `body` in the place of its `yield`; None if that is not the same."""
    path = way_to_yield(tree.body)
    given = bound(tree, head, values)
    if path is None or given is None:
        return None
    inner = list(walk_here(gast.Module(tree.body, [])))
    if sum(isinstance(n, (gast.Yield, gast.YieldFrom)) for n in inner) != 1:
        return None
    if any(isinstance(n, (gast.Return, gast.FunctionDef)) for n in inner) or any(map(refused, inner)):
        return None
    if leaves(body) and any(isinstance(n, (gast.Yield, gast.YieldFrom)) for b in body for n in walk(b)):
        return None
    if leaves(body) and any(getattr(part[k], 'orelse', None) for part, k in path):  # which runs then, too
        return None
    renames = {n: means.fresh(n) for n in sorted(stored_names(tree) - getattr(tree, 'shared', set()))}
    for n in walk(tree):
        if isinstance(n, gast.Name) and n.id in renames:
            n.id = renames[n.id]
    block, k = path[-1]
    put = [*received(block[k], v, s), *body]
    block[k : k + 1] = put
    if leaves(body):
        rest_at_exits(path, len(put))
    for n in walk(gast.Module(tree.body, [])):
        if isinstance(n, (gast.stmt, gast.expr)) and n not in mine(body):
            placed(n, s)
    return [*(at(assign(renames[p], a), s) for p, a in given), *tree.body]


def rest_at_exits(path, size):
    """What follows a yield, where `size` statements stand now, runs where the body is left by a `return` too."""
    for block, k in reversed(path):
        inner, rest = block[k : k + size], block[k + size :]
        if rest:
            block[k:] = [gast.Try(inner, [], [], rest)]
            block[k].if_left = True  # not where the body fails: see exceptions
        size = 1


def refused(node):
    """Whether no pass behind this one knows another way to say it."""
    return not isinstance(node, (gast.Yield, gast.NamedExpr, gast.GeneratorExp)) and any(objections(node))


def mine(body):
    return {n for b in body for n in walk(b)}


def placed(n, s):
    """A statement from another text has no place in this one; what is said of its expressions points at the `with`."""
    if isinstance(n, gast.stmt):
        n.lineno = n.end_lineno = n.col_offset = n.end_col_offset = None
    else:
        gast.copy_location(n, s.items[0].context_expr)
        n.of_another = True  # two calls stand in one place now


def way_to_yield(statements):
    """The blocks that lead to a statement that is a `yield`, each with a place in it; None if that may not run once."""
    for k, s in enumerate(statements):
        value = s.value if isinstance(s, (gast.Expr, gast.Assign)) else None
        if isinstance(value, gast.Yield):
            return [(statements, k)]
        if isinstance(s, (gast.Try, gast.With)):
            found = way_to_yield(s.body)
            if found is not None:
                return [(statements, k), *found]
        if any(isinstance(n, (gast.Yield, gast.YieldFrom)) for b in blocks_of(s) for t in b for n in walk(t)):
            return None
    return None


def received(s, v, where):
    """What the `with` and the generator get at the yield."""
    value = s.value.value if s.value.value is not None else gast.Constant(None, None)
    out = [at(gast.Assign([v], value, None), where)] if v is not None else [at(gast.Expr(value), where)]
    return (out if v is not None or not isinstance(value, (gast.Name, gast.Constant)) else []) + (
        [at(gast.Assign(s.targets, gast.Constant(None, None), None), where)] if isinstance(s, gast.Assign) else []
    )


def bound(tree, head, values):
    """(parameter, argument) in the order in which they are evaluated; None if that takes more than names.

    `values` has the defaults.
    """
    rest, options = tree.args.vararg, tree.args.kwarg
    only = [a.id for a in tree.args.kwonlyargs]
    positional = [a.id for a in [*tree.args.posonlyargs, *tree.args.args]]
    names = [*positional, *only]
    if any(isinstance(a, gast.Starred) for a in head.args) or any(k.arg is None for k in head.keywords):
        return None
    given, more = [*zip(positional, head.args)], head.args[len(positional) :]
    others = [k for k in head.keywords if k.arg not in names]
    if more and not rest or others and not options or others != head.keywords[len(head.keywords) - len(others) :]:
        return None
    given += [(rest.id, gast.Tuple(more, gast.Load()))] if rest else []
    given += [(k.arg, k.value) for k in head.keywords if k not in others]
    keys = [gast.Constant(k.arg, None) for k in others]
    given += [(options.id, gast.Dict(keys, [k.value for k in others]))] if options else []
    for n in names:
        if n not in dict(given):
            if n not in values or not isinstance(values[n], (bool, int, float, str, type(None))):
                return None
            given.append((n, gast.Constant(values[n], None)))
    return given if len(dict(given)) == len(given) else None


def means_the_same(tree, generator, means):
    """Whether the names that a generator takes from outside mean the same where its text is put."""
    theirs = type(means)(tree, parse(generator))
    known = {n.id for n in walk(tree) if isinstance(n, Ours)}
    return all(theirs(name(n)) is not MISSING and means(name(n)) is theirs(name(n)) for n in free_names(tree) - known)
