"""Functions that run out of srcad's sight: given to a library, or called by Python itself in tests and comparisons."""

import dis
import functools
import inspect
import types as pytypes

import gast

from srcad.analysis.marks import MUTATING
from srcad.analysis.types import Either, Ref, TupleOf
from srcad.analysis.unknown import name_of
from srcad.by_memory import LIBRARIES, is_of_library
from srcad.lower.classes import functions_of
from srcad.lower.scopes import Captured, Variables
from srcad.tree import walk

# Functions that call methods of the objects that they are given
CALLING = (str, repr, print, format, hash, bool, int, round, all, any)
# What Python runs by itself: in tests, in comparisons
TESTED = ('__bool__', '__len__')
ORDER = ('__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__')
COMPARED = (*ORDER, '__contains__', '__hash__')
SHOWN = ('__str__', '__repr__', '__format__')
TAKEN = (*TESTED, *COMPARED, *SHOWN, '__iter__', '__index__', '__int__', '__float__', '__complex__', '__array__')
# What a class of tuples may have of its own: then it is no plain tuple; and what is asked only where it is used
SEQUENCE = ('__new__', '__getitem__', '__iter__', '__len__', '__bool__', '__getattribute__', '__getattr__', *COMPARED)
ARITHMETIC = ('__add__', '__radd__', '__iadd__', '__mul__', '__rmul__', '__imul__', '__mod__', '__rmod__')
# What may change something besides: methods of containers, functions of Python and NumPy; and steps of Python's
CHANGING = MUTATING | {
    'setattr', 'delattr', 'exec', 'eval', 'next', 'send', 'iadd', 'imul', 'setitem', 'delitem', 'shuffle', 'copyto',
    'place', 'putmask', 'fill_diagonal', 'put_along_axis', 'at', 'setfield',
    'heappush', 'heappop', 'heapify', 'heapreplace', 'insort',
}  # fmt: skip
TRUTHS = ('bool', 'isinstance', 'all', 'any', 'callable', 'hasattr', 'array_equal', 'allclose')
STORING = ('STORE_ATTR', 'STORE_SUBSCR', 'STORE_SLICE', 'STORE_GLOBAL', 'DELETE_ATTR', 'DELETE_SUBSCR', 'DELETE_GLOBAL')


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
            yield from ((e, TESTED) for e in n.ifs)
        elif isinstance(n, gast.Compare) and not all(isinstance(op, (gast.Is, gast.IsNot)) for op in n.ops):
            yield from ((e, COMPARED) for e in (n.left, *n.comparators))
        elif isinstance(n, gast.Subscript):
            yield n.slice, (*COMPARED, '__index__')
        elif isinstance(n, gast.FormattedValue):
            yield n.value, SHOWN
        elif isinstance(n, (gast.Set, gast.Dict)):
            yield from ((e, COMPARED) for e in (n.elts if isinstance(n, gast.Set) else n.keys))
        elif isinstance(n, gast.Call) and not hasattr(instance.inference.calls.get(n), 'instance'):
            owner = [n.func.value] if isinstance(n.func, gast.Attribute) else []
            yield from ((e, TAKEN) for e in (*owner, *n.args, *(k.value for k in n.keywords)))


def run_by_python(instance, places):
    """Refuse what Python runs by itself and what this does that is not followed: it reads or sets what is written
    outside, it changes something, or a comparison is more than true or false."""
    inference = instance.inference
    asked = {e for e, names in run_in(instance) if names is TESTED}
    for node, names in run_in(instance):
        classes = classes_in(node, inference)
        for f in (inspect.getattr_static(cls, n, None) for cls in classes for n in names):
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
    t = inference.types.get(node)
    parts = inference.heap.reached(t) if inside and isinstance(t, (Ref, TupleOf, Either)) else [t]
    found = {cls for part in parts if isinstance(part, Ref) for cls in inference.heap.kinds_of(part)}
    return sorted((c for c in found if inference.heap.is_class_of_program(c)), key=name_of)


def changes(f, classes=(), seen=None):
    """Whether a function, or one that it calls, may change something, as far as its steps tell."""
    f, seen = plainly(f), set() if seen is None else seen
    if id(f) in seen or is_of_library(f):
        return False
    seen.add(id(f))
    if isinstance(f, property):
        return changes(f.fget, classes, seen)
    if isinstance(f, type):
        return changes(inspect.getattr_static(f, '__call__', None), classes, seen)
    if not isinstance(f, pytypes.FunctionType) or is_made(f):
        return False
    words = names_in(f.__code__)
    steps = [(step, code) for code in codes_in(f.__code__) for step in dis.get_instructions(code)]
    if words & CHANGING or any(step_changes(*s) for s in steps):
        return True
    cells = [getattr(c, 'cell_contents', None) for c in f.__closure__ or ()]
    others = [f.__globals__.get(n) for n in words] + cells
    others += [inspect.getattr_static(cls, n, None) for cls in classes for n in sorted(words)]
    return any(changes(g, classes, seen) for g in others if callable(g) or isinstance(g, (property, classmethod)))


def is_made(f):
    """Whether a library has made a function: a method of a dataclass, and what shows one."""
    return f.__code__.co_filename == '<string>' or f.__globals__.get('__name__', '').split('.')[0] in LIBRARIES


def step_changes(step, code):
    """Whether a step of Python's stores what others see: not in a name of its own function."""
    in_place = step.opname.startswith('INPLACE') or step.opname == 'BINARY_OP' and '=' in step.argrepr
    if step.opname in STORING or in_place:
        return True
    if step.opname in ('STORE_DEREF', 'DELETE_DEREF'):
        return step.argval in code.co_freevars
    return step.opname in ('LOAD_CONST', 'KW_NAMES') and isinstance(step.argval, tuple) and 'out' in step.argval


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
    if source is None:
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


def names_in(code):
    """The names that a function's code reads or sets, also in the functions in it."""
    return {n for c in codes_in(code) for n in (*c.co_names, *c.co_freevars)}


def plainly(f):
    """The function behind a method, or behind what a library has wrapped around it."""
    for part in ('__func__', '__wrapped__', 'py_func'):
        f = getattr(f, part, f) if callable(f) and not isinstance(f, (type, pytypes.FunctionType)) else f
    return f


def sets_globals(f, seen=None):
    """Whether a function, or one that it reads from its module, assigns variables of its module."""
    f, seen = plainly(f), set() if seen is None else seen
    if id(f) in seen or not isinstance(f, pytypes.FunctionType) or is_of_library(f):
        return False
    seen.add(id(f))
    steps = [step.opname for code in codes_in(f.__code__) for step in dis.get_instructions(code)]
    if 'STORE_GLOBAL' in steps or 'DELETE_GLOBAL' in steps:
        return True
    return any(sets_globals(f.__globals__.get(n), seen) for n in names_in(f.__code__))


def sets_others(tree):
    """Whether a function within a function assigns variables of others."""
    return any(isinstance(getattr(n, 'value_of', None), (Captured, Variables)) for n in walk(tree))


def tree_changes(tree):
    """Whether a function within a function may change something, as far as its text tells."""
    stores = lambda n: isinstance(n, (gast.Subscript, gast.Attribute)) and not isinstance(n.ctx, gast.Load)
    calls = lambda n: isinstance(n, gast.Call) and getattr(n.func, 'attr', getattr(n.func, 'id', '')) in CHANGING
    out = lambda n: isinstance(n, gast.keyword) and n.arg == 'out'
    return any(stores(n) or calls(n) or out(n) or isinstance(n, gast.AugAssign) for n in walk(tree))


def codes_in(code):
    return [code, *(c for part in code.co_consts if isinstance(part, pytypes.CodeType) for c in codes_in(part))]
