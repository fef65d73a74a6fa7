"""Where failures are caught: what cannot fail so is not asked, and what may have changed something hands on what it raised."""

from dataclasses import replace
from types import FunctionType

import gast

from srcad.analysis.call_kinds import PlainCall, RuleCall
from srcad.analysis.halfway import classes_of, half_changed, is_only_raised, reached_by, state_of, user_calls
from srcad.analysis.types import NONE, Array, Bottom, Known, Local, Number, is_surely_array
from srcad.core import always_leaves, is_wrapper
from srcad.lower.exceptions import exceptions
from srcad.lower.exits import all_blocks, shorten
from srcad.lower.names import Means
from srcad.tree import (
    FUNCTIONS,
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
    unused,
    walk,
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
            error = error if isinstance(error, gast.Call) else call(error)
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
    cls = getattr(inference.types.get(raised.exc.func if made else raised.exc), 'value', None)
    caught = isinstance(cls, type) and issubclass(cls, classes_of(s.handlers[0].type, inference))
    return caught and all(isinstance(a, gast.Constant) for a in given)


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


def attempted(instance, program):
    """Call what `attempt` makes of such functions; whether there were any. To be asked when all types are known."""
    found, new = [], []

    def rewrite(s):
        made = by_attempt(instance, s, program, new)
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
    if c is None or kinds is None:
        return None
    if state_of(c.instance) is not None and any([over_while_it_runs(i) for i in reached_by(c.instance)]):
        return [s]
    if state_of(c.instance) is not None or half_changed(instance, s, c.instance) is None:
        return None
    gives = c.instance.result != NONE
    function = program.function_of(c.instance)
    if function is not None:
        stand_in = attempt(function, kinds, gives, program)
    else:
        stand_in = attempt_inside(instance, c.instance, kinds, gives, program, new)
    if stand_in is None:
        return None
    made = call(stand_in, *c.args[len(c.instance.captured) :])
    made.bound = True
    users = all_names(instance.tree)
    text, error = unused('tried', users), unused('error', users)
    item = lambda k: gast.Subscript(name(text), constant(k), gast.Load())
    before = [assign(text, made), assign(error, item(1))] if gives else [assign(error, made)]
    given = item(0) if gives else constant(None)
    done = [gast.Assign(called.targets, given, None)] if isinstance(called, gast.Assign) else []
    caught = [assign(handler.name.id, name(error))] if handler.name is not None else []
    test = gast.Compare(name(error), [gast.Is()], [constant(None)])
    return [*before, gast.If(test, [*done, *s.orelse] or [gast.Pass()], [*caught, *handler.body])]


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


def attempt(function, kinds, gives, program):
    """What runs as a function does, and gives what it raised of these kinds, beside its value if it has one."""
    key = function, kinds, gives
    if key not in program.attempts:
        text, code = f'try_{function.__name__}', function.__code__
        made = FunctionType(
            code.replace(co_name=text), function.__globals__, text, function.__defaults__, function.__closure__
        )
        made.__kwdefaults__ = function.__kwdefaults__
        source, tree = program.source(function), program.parsed(function)
        tree.name, tree.body = text, tried(tree, kinds, gives, always_leaves(program.lowered(source).body))
        program.sources[made] = replace(source, function=made, tree=tree)
        program.attempts[key] = made
        program.hand_on.add(text)
    made = program.attempts[key]
    return Ours(made.__name__, made)


def attempt_inside(caller, instance, kinds, gives, program, new):
    """The name of such a function beside one that is defined in the caller, or around it; None if it is not.

    What the caller defines itself goes to `new`, with the statement that it is to stand behind.
    """
    tree, text = caller.tree, instance.tree.name
    defined = [s for s in walk(tree) if isinstance(s, gast.FunctionDef) and s.name == text and s is not tree]
    known = caller.statics.get(text)
    if instance.source is not caller.source or len(defined) + isinstance(known, Local) != 1:
        return None
    found = defined[0] if defined else known.node
    key = found, kinds, gives
    if key not in program.attempts:
        made = program.attempts[key] = clone(found)
        taken = all_names(caller.source.tree) | all_names(tree) | {f.name for f in new}
        made.name = unused(f'try_{text}', taken)
        program.hand_on.add(made.name)
        made.body = tried(made, kinds, gives, always_leaves(found.body))
        exceptions(made, Means(made, caller.source, True))
        if defined:
            made.beside = found
            new.append(made)
    made = program.attempts[key]
    if not defined:
        caller.statics[made.name] = replace(known, node=made)
    return name(made.name)


def tried(tree, kinds, gives, returns):
    """The body of a function in a `try`."""
    error = unused('error', all_names(tree))
    together = lambda value, raised: gast.Return(tuple_of([value, raised]) if gives else raised)

    def returned(n):
        if isinstance(n, FUNCTIONS + (gast.ClassDef,)):
            return n
        if not isinstance(n, gast.Return):
            return None
        return gast.copy_location(together(n.value or constant(None), constant(None)), n)

    body = [transform(s, returned) for s in tree.body]
    trees = [Ours(k.__name__, k) for k in kinds]
    never = constant(None)
    never.is_unset = True
    handler = gast.ExceptHandler(
        trees[0] if len(trees) == 1 else tuple_of(trees), target(error), [together(never, name(error))]
    )
    end = [] if returns else [together(constant(None), constant(None))]
    return placed([gast.Try(body, [handler], [], []), *end], tree)
