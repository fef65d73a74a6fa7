"""Functions that run out of srcad's sight: given to a library, or called by Python itself in tests and comparisons."""

import builtins
import functools
import inspect
import types as pytypes
from collections import defaultdict, deque

import gast

from srcad.analysis.steps import CHANGING, changes, is_made, names_in, plainly
from srcad.analysis.types import Anything, Either, ListOf, Ref, TupleOf, is_text
from srcad.analysis.unknown import name_of
from srcad.by_memory import is_of_library
from srcad.holding import HoldsList
from srcad.lower.classes import functions_of
from srcad.lower.scopes import Captured, Variables
from srcad.tree import walk

# Functions that call methods of the objects that they are given
CALLING = (str, repr, print, format, hash, bool, int, round, all, any)
# What Python runs by itself: in tests, in comparisons
TESTED = ('__bool__', '__len__')
ORDER = ('__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__')
COMPARED = (*ORDER, '__contains__', '__hash__')
ITERATED = ('__iter__', '__getitem__')
SHOWN = ('__str__', '__repr__', '__format__')
CONVERTED = ('__index__', '__int__', '__float__', '__complex__', '__array__', '__abs__', '__round__')
TAKEN = (*TESTED, *COMPARED, *SHOWN, *CONVERTED, '__iter__')
QUIETLY = (*TESTED, *COMPARED, *CONVERTED, '__iter__')  # of what is not shown
PLAIN = {list, dict, tuple, set, deque, defaultdict}
SHOWING = (str, repr, print, format, ascii, bytes)
HANDED = (*TAKEN, '__enter__', '__exit__', '__call__', '__next__')  # what methods of a library may run, an ExitStack's say
# What a class of tuples may have of its own: then it is no plain tuple; and what is asked only where it is used
SEQUENCE = ('__new__', '__getitem__', '__iter__', '__len__', '__bool__', '__getattribute__', '__getattr__', *COMPARED)
TRUTHS = ('bool', 'isinstance', 'all', 'any', 'callable', 'hasattr', 'array_equal', 'allclose')


def run_in(instance):
    """The expressions whose methods Python runs by itself, each with the names of those methods."""
    for n in walk(instance.tree):
        if isinstance(n, (gast.If, gast.While, gast.IfExp, gast.Assert)):
            yield n.test, TESTED
        elif isinstance(n, gast.BoolOp):
            yield from ((e, TESTED) for e in n.values)
        elif isinstance(n, gast.UnaryOp) and isinstance(n.op, gast.Not):
            yield n.operand, TESTED
        elif isinstance(n, gast.comprehension):
            yield n.iter, (*ITERATED, '__next__')
            yield from ((e, TESTED) for e in n.ifs)
        elif isinstance(n, gast.Compare) and not all(isinstance(op, (gast.Is, gast.IsNot)) for op in n.ops):
            yield from ((e, COMPARED) for e in (n.left, *n.comparators))
            held = [e for op, e in zip(n.ops, n.comparators) if isinstance(op, (gast.In, gast.NotIn))]
            yield from ((e, ITERATED) for e in held)
        elif isinstance(n, gast.BinOp) and isinstance(n.op, gast.Mod) and is_text(instance.inference.types.get(n.left)):
            yield n.right, SHOWN
        elif isinstance(n, gast.Subscript):
            bounds = [n.slice.lower, n.slice.upper, n.slice.step] if isinstance(n.slice, gast.Slice) else [n.slice]
            yield from ((e, (*COMPARED, '__index__')) for e in bounds if e is not None)
        elif isinstance(n, gast.FormattedValue):
            yield n.value, SHOWN
        elif isinstance(n, (gast.Set, gast.Dict)):
            yield from ((e, COMPARED) for e in (n.elts if isinstance(n, gast.Set) else n.keys))
        elif isinstance(n, gast.Call) and not hasattr(instance.inference.calls.get(n), 'instance'):
            owner = [n.func.value] if isinstance(n.func, gast.Attribute) else []
            opaque = any(isinstance(instance.inference.types.get(o), Anything) for o in owner)
            taken = HANDED if opaque else QUIETLY if shows_nothing(n, instance.inference) else TAKEN
            yield from ((e, taken) for e in (*owner, *n.args, *(k.value for k in n.keywords)))


def shows_nothing(node, inference):
    """Whether a call is of a function of Python's, or a method of a container, that makes no text of what it is given."""
    t = inference.types.get(node.func.value if isinstance(node.func, gast.Attribute) else node.func)
    if isinstance(node.func, gast.Attribute):
        return inference.heap is not None and isinstance(t, Ref) and bool(t.sites) and inference.heap.kinds_of(t) <= PLAIN
    f = getattr(t, 'value', None)
    given = [getattr(inference.types.get(a), 'value', None) for a in [*node.args, *(k.value for k in node.keywords)]]
    if any(g is s for g in given for s in SHOWING):  # `max(xs, key=str)`
        return False
    return getattr(builtins, getattr(f, '__name__', ''), None) is f and f is not None and f not in SHOWING


def run_by_python(instance, places):
    """Refuse what Python runs by itself and what this does that is not followed: it reads or sets what is written
    outside, it changes something, or a comparison is more than true or false."""
    inference = instance.inference
    asked = {e for e, names in run_in(instance) if names is TESTED}
    for node, names in run_in(instance):
        classes = classes_in(node, inference)
        for f in (inspect.getattr_static(cls, n, None) for cls in classes for n in names):
            if getattr(f, '__module__', None) == HoldsList.__module__:  # which only look at what is held
                continue
            if uses(f, places):
                what = f'{name_of(f)} reads or sets outside, where Python calls it'
                inference.refuse(f'srcad cannot follow what {what}: call a method', node)
            if changes(f, classes):
                what = f'{name_of(f)} changes, where Python calls it'
                inference.refuse(f'srcad cannot follow what {what}: call a method of another name', node)
    for node in walk(instance.tree):
        if isinstance(node, gast.Compare) and node not in asked:
            owners = {cls for e in (node.left, *node.comparators) for cls in classes_in(e, inference, inside=False)}
            for f in (inspect.getattr_static(cls, n, None) for cls in sorted(owners, key=name_of) for n in ORDER):
                if isinstance(f, pytypes.FunctionType) and not gives_truth(f, inference.program):
                    what = f'{name_of(f)} returns, if it is more than True or False'
                    inference.refuse(f'srcad cannot follow what {what}: call a method of another name', node)


def classes_in(node, inference, inside=True):
    """The classes of the objects that an expression may give, also of those inside it."""
    written = [*getattr(node, 'elts', ()), *filter(None, [getattr(node, 'elt', None)])] if inside else []
    types = [inference.types.get(n) for n in (node, *written)]
    types = [t.item if isinstance(t, ListOf) and inside else t for t in types]
    reached = lambda t: inference.heap.reached(t) if inside and isinstance(t, (Ref, TupleOf, Either)) else [t]
    parts = [part for t in types for part in reached(t)]
    found = {cls for part in parts if isinstance(part, Ref) for cls in inference.heap.kinds_of(part)}
    return sorted((c for c in found if inference.heap.is_class_of_program(c)), key=name_of)


@functools.lru_cache(maxsize=None)
def own_method(cls, names):
    """The first of some methods that a class of tuples has of its own; or None."""
    for n in names:
        f = inspect.getattr_static(cls, n, None)
        f = getattr(f, '__func__', f)
        if isinstance(f, pytypes.FunctionType) and f.__code__.co_filename != '<string>':
            return f
    return None


def gives_truth(f, program):
    """Whether a function returns nothing but True, False and NotImplemented, as far as its text tells."""
    source = program.user_function(f)
    if source is None or is_made(f):
        return is_made(f)
    return all(is_truth(n.value) for n in walk(program.parsed(f)) if isinstance(n, gast.Return))


def is_truth(e):
    if isinstance(e, gast.BoolOp):
        return all(map(is_truth, e.values))
    if isinstance(e, gast.IfExp):
        return is_truth(e.body) and is_truth(e.orelse)
    if isinstance(e, gast.Call):
        return getattr(e.func, 'id', getattr(e.func, 'attr', '')) in TRUTHS
    if isinstance(e, gast.Name):
        return e.id == 'NotImplemented'
    return isinstance(e, gast.Compare) or isinstance(e, gast.UnaryOp) and isinstance(e.op, gast.Not) or (
        isinstance(e, gast.Constant) and isinstance(e.value, bool)
    )


def uses(f, places, seen=None):
    """Whether a function, or a method of a class, may read or set one of some places."""
    f, seen = plainly(f), set() if seen is None else seen
    if id(f) in seen or is_of_library(f):
        return False
    seen.add(id(f))
    if isinstance(f, type):
        return any(uses(m, places, seen) for c in f.__mro__ for m in functions_of(c))
    if not isinstance(f, pytypes.FunctionType):
        return False
    words, cells = names_in(f.__code__), f.__closure__ or ()
    for kind, owner, *attr in places:
        if kind == 'cell' and owner in map(id, cells) or kind == 'default' and owner == id(f):
            return True
        if attr and attr[0] in words:
            return True
    others = [f.__globals__.get(n) for n in words] + [getattr(c, 'cell_contents', None) for c in cells]
    return any(uses(g, places, seen) for g in others if callable(g))


def sets_others(tree):
    """Whether a function within a function assigns variables of others."""
    return any(isinstance(getattr(n, 'value_of', None), (Captured, Variables)) for n in walk(tree))


def tree_changes(tree):
    """Whether a function within a function may change something, as far as its text tells."""
    stores = lambda n: isinstance(n, (gast.Subscript, gast.Attribute)) and not isinstance(n.ctx, gast.Load)
    calls = lambda n: isinstance(n, gast.Call) and getattr(n.func, 'attr', getattr(n.func, 'id', '')) in CHANGING
    out = lambda n: isinstance(n, gast.keyword) and n.arg == 'out'
    return any(stores(n) or calls(n) or out(n) or isinstance(n, gast.AugAssign) for n in walk(tree))
