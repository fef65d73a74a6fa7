"""Whether a call whose failure is caught may have changed something before it failed, by reference."""

import dis
import inspect
from collections import Counter

import gast
import numpy as np

from srcad import iterators
from srcad.analysis.by_kind import refuse_by_kind
from srcad.analysis.marks import Construction, Method
from srcad.analysis.types import Anything, Array, Known, Number, Ref, TupleOf
from srcad.by_memory import is_of_library
from srcad.core import is_wrapper
from srcad.lower.names import Means
from srcad.lower.quiet import only_raises
from srcad.shadows import own_names
from srcad.tree import blocks_of, walk, walk_here

READING = {'index', 'count', 'keys', 'values', 'items', 'get', 'copy'}
MAKERS = {
    np.zeros,
    np.ones,
    np.empty,
    np.full,
    np.zeros_like,
    np.ones_like,
    np.empty_like,
    np.full_like,
    np.array,
    np.copy,
}


def half_changed(caller, guarded, instance):
    """What a call whose failure is caught may have changed before it failed, of what was there before: (function, name).

    What carries no derivative may change, and so may what is changed behind all that can fail.
    """
    kind, inference = guarded.handlers[0].type, caller.inference
    return Halfway(is_only_raised(kind, inference), inference.catches_warnings(kind)).before_end(instance)


def is_only_raised(kind, inference):
    """Whether exceptions come from `raise` and from calls of other functions only: StopIteration, classes of the program."""
    classes = classes_of(kind, inference)
    return classes is not None and all(c is StopIteration or not is_of_library(c) for c in classes)


def classes_of(kind, inference):
    """The classes that an `except` names, those that others of them do not include; None if it is not known which."""
    if kind is None:
        return (BaseException,)
    trees = kind.elts if isinstance(kind, gast.Tuple) else [kind]
    types = [i for t in map(inference.types.get, trees) for i in (t.items if isinstance(t, TupleOf) else [t])]
    found = [getattr(t, 'value', None) for t in types]
    if not all(isinstance(f, type) for f in found):
        return None
    return tuple(f for f in dict.fromkeys(found) if not any(issubclass(f, g) for g in found if g is not f))


def refuse_half_changes(caller, guarded, instance):
    """Refuse a call whose failure is caught if it changes what was there before: it may have done half of it."""
    changed = half_changed(caller, guarded, instance)
    goes_on = [i for i in reached_by(instance) if state_of(i) is not None and is_of_itertools(i)]
    if state_of(instance) is not None and goes_on and not (len(goes_on) == 1 and is_alone(caller.tree, guarded.body[0])):
        what = goes_on[0].tree.name.removesuffix('_next')
        why = f'srcad does not follow what goes on behind a failure that is caught ({what}): make it in the loop over it'
        caller.inference.refuse(why, guarded.body[0])
    if changed is not None:
        one, text = changed
        if state_of(instance) is not None:
            why = 'srcad does not follow a generator that may fail where that is caught: loop over it in the try'
            caller.inference.refuse(why, guarded.body[0])
        what = f'writes into its argument {text}' if one is instance and text in one.params else f'changes {text}'
        what = 'changes what lies outside of it' if text == one.outside else what
        caller.inference.refuse(f'{instance.name} {what}, and may fail halfway: call it outside the try', guarded.body[0])


def reached_by(instance):
    """A function and those that it may come to call."""
    seen, todo = [], [instance]
    while todo:
        one = todo.pop()
        if one not in seen and one.inference is not None:
            seen.append(one)
            todo += [c.instance for c in user_calls(one, one.tree)]
    return seen


def is_of_itertools(instance):
    """Whether a step is that of a function of a library over others, which a failure does not end: of `map`, of `zip`."""
    return instance.source.function.__module__ == iterators.__name__ and instance.tree.name != 'items_next'


def is_alone(tree, step):
    """Whether an iterator is made by a call for one loop, and has no name by which it could be asked again."""
    text = getattr(step.value.func, 'id', None) if hasattr(step, 'of_loop') else None
    while text is not None:
        stored = [s.value for s in walk(tree) if isinstance(s, gast.Assign) and getattr(s.targets[0], 'id', None) == text]
        if len(stored) != 1:
            return False
        if isinstance(stored[0], gast.Call):
            return True
        text = getattr(stored[0], 'id', None)
        if sum(isinstance(n, gast.Name) and n.id == text and isinstance(n.ctx, gast.Load) for n in walk(tree)) != 1:
            return False
    return False


def change_of(instance, active=True):
    """(function, name) of the first thing that a function, or one that it calls, changes and has not made itself: of
    what may carry a derivative, if `active`."""
    todo, seen = [instance], set()
    while todo:
        one = todo.pop()
        if one in seen or one.inference is None:
            continue
        seen.add(one)
        todo += [c.instance for c in user_calls(one, one.tree)]
        text = next(changes(one, one.tree, active), None)
        if text is not None:
            return one, text
    return None


def changes(instance, tree, active=True):
    """The names of what the nodes of a tree change and the function has not made itself."""
    inference = instance.inference
    made = Counter(s.targets[0].id for s in walk(instance.tree) if is_making(s, inference))
    stored = Counter(n.id for n in walk(instance.tree) if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Store))
    own = {n for n in made if made[n] == stored[n]} - set(instance.params)
    if instance.tree.name in ('__init__', '__post_init__'):
        own |= set(instance.params[:1])
    generator = state_of(instance)  # which is over when it has failed
    for n in walk(tree):
        if isinstance(n, (gast.Subscript, gast.Attribute)) and not isinstance(n.ctx, gast.Load):
            base = n.value
        elif isinstance(n, gast.AugAssign) and isinstance(n.target, gast.Name):
            base = n.target if not isinstance(inference.old_types.get(n), Number) else None
        elif isinstance(n, gast.Call) and isinstance(inference.calls.get(n), Method) and n.func.attr not in READING:
            base = n.func.value
        else:
            continue
        text = getattr(base, 'id', None)
        if base is None or text in own or text is not None and text == generator:
            continue
        if not active or may_matter(n, base, inference):
            yield text or 'something'


def state_of(instance):
    """The parameter for the object of a generator, in the function with which it goes on; None in others."""
    given, inference = instance.tree.args.args[:1] if hasattr(instance.tree, 'told') else (), instance.inference
    own = given[0].id if given and inference is not None and inference.heap is not None else None
    return own if own is not None and inference.is_generator(instance.types.get(own)) else None


def may_matter(n, base, inference):
    """Whether what is changed may carry a derivative."""
    t = inference.types.get(base)
    if isinstance(n, gast.Attribute) and isinstance(t, Ref):
        return inference.heap.load(t, n.attr).active
    return t is None or t.active


# Operations of numbers that raise nothing
SAFE_OPERATIONS = (gast.Add, gast.Sub, gast.Mult)


def may_raise(s, inference):
    """Whether a statement, or an expression, can fail before it has done anything: all but what is plainly safe."""
    t = inference.types.get
    for n in walk(s):
        if isinstance(n, (gast.stmt, gast.Name, gast.Constant, gast.BoolOp, gast.IfExp)):
            safe = not isinstance(n, (gast.Raise, gast.Assert, gast.Delete, gast.With, gast.AugAssign))
            if isinstance(n, gast.AugAssign):
                safe = isinstance(n.op, SAFE_OPERATIONS) and isinstance(inference.old_types.get(n), Number)
                safe = safe and isinstance(t(n.value), Number)
        elif isinstance(n, gast.Attribute):
            method = isinstance(n.ctx, gast.Load) and n.attr in ('append', 'appendleft')
            owner = t(n.value)
            own = isinstance(owner, Ref) and (inference.heap.is_object(owner) or inference.is_generator(owner))
            safe = own or method and isinstance(owner, Ref)
        elif isinstance(n, (gast.BinOp, gast.UnaryOp)):
            parts = [n.left, n.right] if isinstance(n, gast.BinOp) else [n.operand]
            safe = isinstance(n.op, SAFE_OPERATIONS + (gast.USub, gast.Not)) and all(
                isinstance(t(p), Number) for p in parts
            )
        elif isinstance(n, gast.Compare):
            safe = all(isinstance(t(p), (Number, Known)) for p in (n.left, *n.comparators))
        elif isinstance(n, gast.Call):
            c = inference.calls.get(n)
            safe = (
                isinstance(c, Method)
                and c.name in ('append', 'appendleft')
                or getattr(n.func, 'id', '') in ('range', 'len')
            )
        else:
            safe = isinstance(n, (gast.operator, gast.unaryop, gast.boolop, gast.cmpop, gast.expr_context, gast.List))
        if not safe:
            return True
    return False


class Halfway:
    """What a function may have changed when it raises: what is `only_raised` by statements, or anything.

    What NumPy raises, where that is caught, it raises when it has written a `part` of an array.
    """

    def __init__(self, only_raised, part):
        self.seen, self.only_raised, self.part = set(), only_raised, part

    def before_end(self, instance):
        """(function, name) of what is changed before; None if nothing is."""
        if instance in self.seen or instance.inference is None:
            return None
        self.seen.add(instance)
        self.instance, outer = instance, getattr(self, 'instance', None)
        self.found = None
        self.block(instance.tree.body, None)
        found, self.instance = self.found, outer
        return found

    def block(self, statements, changed):
        """What has been changed after statements."""
        rest = list(statements)
        while rest:
            s = rest.pop(0)
            if isinstance(s, gast.FunctionDef):
                continue
            ending = self.only_raised and self.ending(s, rest)
            if ending:
                del rest[:ending]
                changed = self.run_on(s.value, changed)
                continue
            blocks = blocks_of(s)
            if not blocks:
                changed = self.simple(s, changed)
                continue
            if is_wrapper(s) and self.may_fail(s.body) and self.may_change_as_it_leaves(s):
                self.found = self.found or (self.instance, 'something')
            for head in (getattr(s, 'test', None), getattr(s, 'iter', None)):
                changed = self.simple(head, changed) if head is not None else changed
            for _ in range(2 if isinstance(s, (gast.For, gast.While)) else 1):
                after = [self.block(b, changed) for b in blocks]
                changed = next((c for c in after if c is not None), changed)
        return changed

    def may_fail(self, statements):
        """Whether something in statements raises, or calls a function."""
        inference = self.instance.inference
        for s in (n for b in statements for n in walk_here(b) if isinstance(n, gast.stmt)):
            fails = isinstance(s, gast.Raise) or not blocks_of(s) and not self.only_raised and may_raise(s, inference)
            if fails or user_calls(self.instance, s):
                return True
        return False

    def may_change_as_it_leaves(self, s):
        """Whether what a failure passes on its way out changes something: no types say what."""
        tree, source = self.instance.tree, self.instance.source
        return not all(only_raises(h.body, Means(tree, source), own_names(tree)) for h in s.handlers)

    def ending(self, s, rest):
        """How many statements after `it()` of a generator are `if it.over: raise StopIteration`; 0 if they are not."""
        inference = self.instance.inference
        if (
            not isinstance(s, gast.Expr)
            or not isinstance(s.value, gast.Call)
            or not inference.is_generator(inference.types.get(s.value.func))
        ):
            return 0
        count = 1 + (isinstance(rest[0], gast.Assign) if rest else 0)
        asked = rest[count - 1] if len(rest) >= count else None
        over = rest[0].value if count == 2 else getattr(asked, 'test', None)
        same = getattr(over, 'attr', None) == 'over' and getattr(over.value, 'id', '') == getattr(
            s.value.func, 'id', None
        )
        named = count == 1 or getattr(getattr(asked, 'test', None), 'id', None) == getattr(rest[0].targets[0], 'id', '')
        return count if same and named and isinstance(asked.body[0], gast.Raise) and not asked.orelse else 0

    def run_on(self, call, changed):
        """A generator runs on, or ends: then its own variables are read no more, whatever they have become."""
        instance = self.instance.inference.calls[call].instance
        others = [text for text in changes(instance, instance.tree) if text != instance.tree.args.args[0].id]
        more = (
            (instance, others[0])
            if others
            else next(filter(None, (change_of(c.instance) for c in user_calls(instance, instance.tree))), None)
        )
        self.found = self.found or changed or more
        return changed or change_of(instance)

    def simple(self, s, changed):
        here, outer = self.instance, self.found
        called = [c.instance for c in user_calls(here, s)]
        inside = next(filter(None, (self.before_end(c) for c in called)), None)
        self.found = outer or inside
        fails = isinstance(s, gast.Raise) or not self.only_raised and may_raise(s, here.inference)
        if changed is not None and (called or fails):
            self.found = self.found or changed
        mine = next(changes(here, s), None)
        if self.part and mine is not None and writes_array(s, here.inference):
            self.found = self.found or (here, mine)
        return changed or (mine and (here, mine)) or next(filter(None, map(change_of, called)), None)


def writes_array(s, inference):
    """Whether a statement writes several elements of an array, one after the other."""
    array = lambda t: isinstance(t, Array) and t.dims or isinstance(t, Anything)
    whole = isinstance(s, gast.AugAssign) and array(inference.old_types.get(s))
    return whole or isinstance(s, gast.Assign) and any(
        isinstance(to, gast.Subscript) and array(inference.types.get(to)) for to in s.targets
    )


def is_making(s, inference):
    """Whether a statement gives a name to something new."""
    if not isinstance(s, gast.Assign) or not isinstance(s.targets[0], gast.Name):
        return False
    if isinstance(s.value, (gast.List, gast.Dict, gast.Set)) or isinstance(inference.calls.get(s.value), Construction):
        return True
    made_by = getattr(inference.types.get(getattr(s.value, 'func', None)), 'value', None)
    return any(made_by is f for f in MAKERS)


def user_calls(instance, tree):
    found = [instance.inference.calls.get(n) for n in walk(tree)]
    return [c for c in found if getattr(c, 'instance', None) is not None]


def refuse_unseen_failures(instance):
    """Refuse what Python runs by itself in a `try` that would catch what that raises: `__enter__`, `__bool__`, `__lt__`."""
    inference = instance.inference
    guarded = {b for s in walk(instance.tree) if isinstance(s, gast.Try) and not is_wrapper(s) for b in s.body}
    for s in walk_here(instance.tree):
        if not hasattr(s, 'caught_by') or s in guarded or isinstance(s, gast.FunctionDef):
            continue
        refuse_by_kind(s, inference)
        calls = [] if blocks_of(s) else user_calls(instance, s)
        calls = [c for c in calls if c.instance.tree.name not in inference.program.hand_on]
        fails = any(isinstance(n, gast.Raise) for c in calls for i in reached_by(c.instance) for n in walk_here(i.tree))
        asked = [m for e in asked_of(s) for m in run_by_tests(inference.types.get(e), inference.heap)]
        if fails or any(may_raise_by_text(m) for m in asked):
            inference.refuse('srcad does not follow what this line runs by itself, which may fail in a try', s)


def asked_of(s):
    """What a statement asks for its truth, or compares."""
    heads = [] if blocks_of(s) else [s]
    heads += [s.test] if hasattr(s, 'test') else []
    nodes = [n for head in heads for n in walk(head)]
    compared = [e for n in nodes if isinstance(n, gast.Compare) for e in (n.left, *n.comparators)]
    asked = [e for n in nodes if isinstance(n, gast.BoolOp) for e in n.values]
    return [*heads, *compared, *asked, *(n.operand for n in nodes if isinstance(n, gast.UnaryOp))]


def may_raise_by_text(f):
    """Whether a method raises, or calls what is no type and no builtin, as its text says."""
    code = f.__code__
    called = [getattr(f.__globals__.get(n), '__code__', None) for n in code.co_names]
    return any(c is not None for c in called) or any(i.opname == 'RAISE_VARARGS' for i in dis.get_instructions(code))


TESTS = '__bool__', '__len__', '__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__', '__contains__'


def run_by_tests(t, heap):
    """The methods that Python runs where a value of a class of the program is asked or compared."""
    classes = heap.kinds_of(t) if isinstance(t, Ref) else {type(t.value)} if isinstance(t, Known) else ()
    found = [inspect.getattr_static(cls, text, None) for cls in classes if not is_of_library(cls) for text in TESTS]
    return [f for f in found if inspect.isfunction(f)]
