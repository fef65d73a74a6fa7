"""Where failures are caught: what cannot fail so is not asked, and what may have changed something hands on what it raised."""

from dataclasses import replace
from types import FunctionType

import gast

from srcad.analysis.call_kinds import PlainCall, RuleCall
from srcad.analysis.halfway import classes_of, half_changed, is_only_raised, may_raise, reached_by, state_of, user_calls
from srcad.analysis.types import NONE, Array, Bottom, Known, Local, Number, Ref, is_surely_array
from srcad.analysis.unknown import unclear
from srcad.by_memory import Closure, Generator
from srcad.core import always_leaves, is_wrapper
from srcad.lower.carried import carried, read_arg
from srcad.lower.exceptions import exceptions
from srcad.lower.exits import all_blocks, shorten
from srcad.lower.names import Means
from srcad.tree import (
    Ours,
    all_names,
    assign,
    blocks,
    call,
    children,
    clone,
    constant,
    name,
    placed,
    target,
    transform,
    tuple_of,
    unset,
    unused,
    walk,
    walk_here,
)

OPERATIONS = gast.BinOp, gast.UnaryOp, gast.BoolOp, gast.Compare, gast.AugAssign, gast.IfExp, gast.Subscript
OPERATIONS += (gast.FormattedValue,)


def unguarded(instance):
    """Leave out each `try` around what cannot raise what is caught, or surely does; whether there was any.

    To be asked when all types are known.
    """
    inference, found, written = instance.inference, [], all_names(instance.source.tree)

    def rewrite(s):
        if isinstance(s, gast.If) and is_mark(s.test, inference, written):
            found.append(s)
            return s.body if inference.types[s.test].value else s.orelse
        if not isinstance(s, gast.Try) or is_wrapper(s) or not is_only_raised(s.handlers[0].type, inference):
            return [s]
        if surely_raises(s, inference):
            found.append(s)
            handler, error = s.handlers[0], s.body[0].exc
            error = clone(error) if isinstance(error, gast.Call) else call(error)
            error.is_raised = True
            return [*([] if handler.name is None else placed([assign(handler.name.id, error)], s)), *handler.body]
        if any(may_raise_itself(n, inference) for n in walk(s.body[0])):
            return [s]
        found.append(s)
        return [*s.body, *s.orelse]

    instance.tree.body = blocks(instance.tree.body, rewrite)
    for block in all_blocks(instance.tree) if found else ():  # a handler that is never come to
        end = next((k + 1 for k in range(len(block)) if always_leaves(block[: k + 1])), len(block))
        if end < len(block):
            shorten(instance.tree, block, end)
    return bool(found)


def is_mark(test, inference, written):
    """Whether a test asks a mark of srcad's own for a failure of which nothing is left."""
    t, text = inference.types.get(test), getattr(getattr(test, 'operand', test), 'id', None)
    return text is not None and text not in written and isinstance(t, Known) and isinstance(t.value, bool)


def surely_raises(s, inference):
    """Whether a guarded statement is `raise E` or `raise E('...')`, of a class that is caught."""
    raised = s.body[0]
    if not isinstance(raised, gast.Raise) or raised.exc is None or raised.cause is not None:
        return False
    made = isinstance(raised.exc, gast.Call)
    given = [*raised.exc.args, *raised.exc.keywords] if made else []
    cls = inference.means(raised.exc.func if made else raised.exc)
    caught = isinstance(cls, type) and issubclass(cls, classes_of(s.handlers[0].type, inference))
    plain = (gast.Constant, gast.Name) if hasattr(raised, 'makes_at_once') else gast.Constant
    return caught and all(
        isinstance(getattr(a, 'value', a) if isinstance(a, gast.keyword) else a, plain) for a in given
    )


def may_raise_itself(n, inference):
    """Whether a node may raise an exception of a class of the program: by `raise`, or where a function of it is called."""
    c = inference.calls.get(n)
    if isinstance(n, gast.Raise) or not (c is None or isinstance(c, (PlainCall, RuleCall))):
        return True
    if isinstance(n, gast.Call):
        given = [*n.args, *(k.value for k in n.keywords)]
        return c is None or not all(is_plain(inference.types.get(a)) for a in given)
    parts = [e for e in children(n) if isinstance(e, gast.expr)] if isinstance(n, OPERATIONS) else []
    return not all(is_plain(inference.types.get(e)) for e in parts if not isinstance(e, gast.Slice))


def is_plain(t):
    """Whether the operations of a value are Python's and NumPy's own."""
    return (
        isinstance(t, (Number, Array, Bottom)) or isinstance(t, Known) and not callable(t.value) or is_surely_array(t)
    )


def handed_on(instance, program):
    """Hand on what exceptions carry out of calls whose failure is caught; whether there was any.

    To be asked before anything is left out that no run seems to reach.
    """
    wanted = [s for s in walk_here(instance.tree) if isinstance(s, gast.Try) and carried_in(s)]
    return bool(wanted) and attempted(instance, program, wanted)


def not_seen(instance):
    """Leave out what says that an exception carries something, where it comes from no call that can be attempted.

    The handler finds that it was not seen; it is refused where nothing is.
    """
    lines = [s for s in walk_here(instance.tree) if isinstance(s, gast.Assign) and hasattr(s.value, 'carries')]
    if not lines:
        return False
    marks = [s for s in walk_here(instance.tree) if hasattr(s, 'of_carried')]
    sure = {
        s.targets[0].id
        for s in walk_here(instance.tree)
        if isinstance(s, gast.Assign) and s not in marks and getattr(s.value, 'value', False) is True
    }
    if any(m.targets[0].id not in sure for m in marks):
        text, key = lines[0].targets[0].id, lines[0].value.carries
        read = next(
            n for n in walk_here(instance.tree) if getattr(n, 'id', None) == text and isinstance(n.ctx, gast.Load)
        )
        instance.inference.refuse(unclear(key.of if isinstance(key.of, str) else key.of[0]), read)
    for mark in marks:
        mark.value = constant(False)
    stored = {
        n.id
        for s in walk_here(instance.tree)
        if isinstance(s, gast.Assign) and s not in lines
        for n in s.targets
        if isinstance(n, gast.Name)
    }
    instance.tree.body = blocks(instance.tree.body, lambda s: [] if s in lines and s.targets[0].id in stored else [s])
    for line in lines:
        line.value = placed([unset()], line)[0]
    return True


def attempted(instance, program, wanted=None):
    """Call what `attempt` makes of such functions; whether there were any. To be asked when all types are known."""
    found, new = [], []

    def rewrite(s):
        made = by_attempt(instance, s, program, new) if wanted is None or s in wanted else None
        if made is None:
            return [s]
        found.append(s)
        return placed(made, s)

    body = blocks(instance.tree.body, rewrite)
    beside = lambda s: [s, *(f for f in new if f.beside is s)]
    instance.tree.body = blocks(body, beside) if new else body
    return bool(found)


def by_attempt(instance, s, program, new):
    """A guarded call as a call that gives its value and what it raised; None where that cannot be."""
    if not isinstance(s, gast.Try) or is_wrapper(s) or len(s.handlers) != 1:
        return None
    called, (handler,), calls = s.body[0], s.handlers, instance.inference.calls
    value = getattr(called, 'value', None)
    c = next((calls[value] for c in user_calls(instance, called) if c is calls.get(value)), None)
    kinds = classes_of(handler.type, instance.inference)
    if c is None or kinds is None or not isinstance(called, (gast.Assign, gast.Expr)):
        return None
    keys = carried_in(s)
    if state_of(c.instance) is not None and any([over_while_it_runs(i) for i in reached_by(c.instance)]):
        return [s]
    asked = keys and any(isinstance(n, gast.Raise) for i in reached_by(c.instance) for n in walk_here(i.tree))
    if state_of(c.instance) is not None or half_changed(instance, s, c.instance) is None and not asked:
        return None
    gives = c.instance.result != NONE
    made = variant_called(instance, value, c, (kinds, gives, keys), program, new)
    if made is None:
        return None
    guard = lambda part, then: gast.Try([part], [clone(handler)], then, [])
    users, anything, first = all_names(instance.tree), not is_only_raised(handler.type, instance.inference), []

    def safe(a):
        if not anything or not may_raise(a, instance.inference):
            return a
        first.append(assign(unused('argument', users), a))
        return name(first[-1].targets[0].id)

    made.args = [safe(a) for a in made.args]
    made.keywords = [gast.keyword(k.arg, safe(k.value)) for k in made.keywords]
    out = outcome(made, called, s, gives, keys, users, guard if anything else None)
    for part in reversed(first):
        out = [guard(part, out)]
    return out


def variant_called(instance, value, c, wanted, program, new):
    """The call of what `attempt` and its likes make of the function of a call; None if there is no such."""
    function, local = program.function_of(c.instance), local_of(value, instance.inference)
    if function is None and local is not None:
        made = gast.Call(value.func, list(value.args), clone(value.keywords))
        made.bound = getattr(value, 'bound', False)
        made.attempts = local, attempt_value(local, *wanted, program)
        return made
    if function is not None:
        stand_in = attempt(function, *wanted, program)
    else:
        stand_in = attempt_inside(instance, c.instance, *wanted, program, new)
    if stand_in is None:
        return None
    made = call(stand_in, *c.args[len(c.instance.captured) :])
    made.bound = True
    return made


def outcome(made, called, s, gives, keys, users, guard):
    """The call, and what stands behind it where it gave a value and where it raised; `guard` stores what may not fit."""
    (handler,), text, error = s.handlers, unused('tried', users), unused('error', users)
    item = lambda k: gast.Subscript(name(text), constant(k), gast.Load())
    if gives or keys:
        before = [assign(text, made), assign(error, item(int(gives)))]
    else:
        before = [assign(error, made)]
    alias = handler.name.id if handler.name is not None else None
    named = lambda n: name(error) if isinstance(n, gast.Name) and n.id == alias else None
    handled = [transform(clone(b), named) for b in handler.body]
    for b in handled:
        if hasattr(getattr(b, 'value', None), 'carries'):
            b.value = item(gives + 1 + keys.index(b.value.carries))
            b.value.is_unset = True  # where nothing that is raised carries it
        elif hasattr(b, 'of_carried'):
            del b.of_carried
    done = s.orelse
    if isinstance(called, gast.Assign):
        put = gast.Assign(called.targets, item(0) if gives else constant(None), None)
        plain = guard is None or isinstance(called.targets[0], gast.Name)
        done = [put, *done] if plain else [guard(put, done)]
    test = gast.Compare(name(error), [gast.Is() if done else gast.IsNot()], [constant(None)])
    return [*before, gast.If(test, done, handled) if done else gast.If(test, handled, [])]


def carried_in(guarded):
    """What the handlers of a guarded statement read of what it raises: attributes, places in its args."""
    values = [getattr(s, 'value', None) for h in guarded.handlers for s in h.body]
    return tuple(dict.fromkeys(v.carries for v in values if hasattr(v, 'carries')))


def over_while_it_runs(instance):
    """Let a generator be over between two stops, as it is when it fails there; whether that was to be done."""
    state = state_of(instance)
    if state is None or hasattr(instance.tree, 'is_over'):
        return False
    instance.tree.is_over = True
    over = lambda value: gast.Assign([gast.Attribute(name(state), 'over', gast.Store())], constant(value), None)
    for block in all_blocks(instance.tree):
        for k in range(len(block) - 1, 0, -1):
            to = block[k - 1].targets[0] if isinstance(block[k - 1], gast.Assign) else None
            if isinstance(block[k], gast.Return) and getattr(to, 'attr', None) == 'place':
                block[k:k] = placed([over(False)], block[k])
    asked = next(k for k, s in enumerate(instance.tree.body) if isinstance(s, gast.If))
    instance.tree.body[asked + 1 : asked + 1] = placed([over(True)], instance.tree)
    return True


def attempt(function, kinds, gives, keys, program):
    """What runs as a function does, and gives what it raised of these kinds, beside its value if it has one."""
    key = function, kinds, gives, keys
    if key not in program.attempts:
        text, code = f'try_{function.__name__}', function.__code__
        made = FunctionType(
            code.replace(co_name=text), function.__globals__, text, function.__defaults__, function.__closure__
        )
        made.__kwdefaults__ = function.__kwdefaults__
        source, tree = program.source(function), program.parsed(function)
        tree.name, tree.body = text, tried(tree, kinds, gives, keys, always_leaves(program.lowered(source).body))
        program.sources[made] = replace(source, function=made, tree=tree)
        program.attempts[key] = made
        program.hand_on.add(text)
    made = program.attempts[key]
    return Ours(made.__name__, made)


def attempt_inside(caller, instance, kinds, gives, keys, program, new):
    """The name of such a function beside one that is defined in the caller, or around it; None if it is not.

    What the caller defines itself goes to `new`, with the statement that it is to stand behind.
    """
    tree, text = caller.tree, instance.tree.name
    defined = [s for s in walk(tree) if isinstance(s, gast.FunctionDef) and s.name == text and s is not tree]
    known = caller.statics.get(text)
    if instance.source is not caller.source or len(defined) + isinstance(known, Local) != 1:
        return None
    found = defined[0] if defined else known.node
    key = found, kinds, gives, keys
    if key not in program.attempts:
        taken = all_names(caller.source.tree) | all_names(tree) | {f.name for f in new}
        made = program.attempts[key] = variant(found, caller.source, taken, kinds, gives, keys, program)
        if defined:
            made.beside = found
            new.append(made)
    made = program.attempts[key]
    if not defined:
        caller.statics[made.name] = replace(known, node=made)
    return name(made.name)


def local_of(node, inference):
    """The function in another that a call of an object runs; None of other calls."""
    t = inference.types.get(getattr(node, 'func', None))
    kinds = inference.heap.kinds_of(t) if isinstance(t, Ref) else ()
    kind = next(iter(kinds)) if len(kinds) == 1 else object
    return kind.local if issubclass(kind, Closure) and not issubclass(kind, Generator) else None


def attempt_value(local, kinds, gives, keys, program):
    """Such a function for one that is a value: its object holds what both capture."""
    key = local.node, kinds, gives, keys
    if key not in program.attempts:
        made = variant(local.node, local.source, all_names(local.source.tree), kinds, gives, keys, program)
        program.attempts[key] = replace(local, node=made)
    return program.attempts[key]


def variant(found, source, taken, kinds, gives, keys, program):
    """A function that is defined in another, as it runs where its failure is caught, under a name of its own."""
    made = clone(found)
    made.name = unused(f'try_{found.name}', taken)
    program.hand_on.add(made.name)
    made.body = tried(made, kinds, gives, keys, always_leaves(found.body))
    means = Means(made, source, True)
    return exceptions(carried(made, means), means)


def tried(tree, kinds, gives, keys, returns):
    """The body of a function in a `try`: it gives its value, what it raised, and what that carries under the keys."""
    error = unused('error', all_names(tree))

    def together(value, raised, kind=None):
        parts = [*([value] if gives else []), raised, *(of_error(k, kind) if kind else unset() for k in keys)]
        return gast.Return(tuple_of(parts) if len(parts) > 1 else raised)

    def of_error(key, kind):
        if key.classes is not None and not issubclass(kind, key.classes):
            return unset()
        if isinstance(key.of, str):
            return gast.Attribute(name(error), key.of, gast.Load())
        return read_arg(error, *key.of[1:])

    mine = {n for s in tree.body for n in walk_here(gast.Module([s], [])) if isinstance(n, gast.Return)}

    def returned(s):
        if s not in mine:
            return [s]
        dropped = not gives and s.value is not None and not isinstance(s.value, (gast.Constant, gast.Name))
        new = gast.copy_location(together(s.value or constant(None), constant(None)), s)
        return [*(placed([gast.Expr(s.value)], s) if dropped else []), new]

    body = blocks(tree.body, returned)
    apart = dict.fromkeys([*(c for k in keys for c in k.classes or ()), *kinds]) if keys else ()
    clauses = sorted([(k,) for k in apart], key=lambda c: -len(c[0].__mro__)) or [kinds]  # the narrower one first
    handlers = []
    for classes in clauses:
        trees = [Ours(k.__name__, k) for k in classes]
        given = [together(unset(), name(error), classes[0])]
        handlers.append(gast.ExceptHandler(trees[0] if len(trees) == 1 else tuple_of(trees), target(error), given))
    end = [] if returns else [together(constant(None), constant(None))]
    attempt = gast.Try(body, handlers, [], [])
    attempt.hands_on = keys
    return placed([attempt, *end], tree)
