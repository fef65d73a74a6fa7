"""What functions may change, as the steps of Python's that they are compiled to tell."""

import dis
import functools
import inspect
import types as pytypes

from srcad.analysis.marks import MUTATING
from srcad.analysis.own_things import changes_only_its_own
from srcad.by_memory import LIBRARIES, is_of_library

# What may change something besides: methods of containers, functions of Python and NumPy; and steps of Python's
CHANGING = frozenset(MUTATING) | {
    'setattr', 'delattr', 'exec', 'eval', 'next', 'send', 'setitem', 'delitem', 'shuffle', 'copyto',
    'place', 'putmask', 'fill_diagonal', 'put_along_axis', 'at', 'setfield',
    'heappush', 'heappop', 'heapify', 'heapreplace', 'insort',
}  # fmt: skip
CHANGING |= {f'i{op}' for op in 'add sub mul truediv floordiv mod pow matmul and or xor lshift rshift concat'.split()}
DESCRIPTORS = (property, classmethod, functools.cached_property)
STORING = ('STORE_ATTR', 'STORE_SUBSCR', 'STORE_SLICE', 'STORE_GLOBAL', 'DELETE_ATTR', 'DELETE_SUBSCR', 'DELETE_GLOBAL')


def changes(f, classes=(), seen=None):
    """Whether a function, or one that it calls, may change something, as far as its steps tell."""
    f, seen = plainly(f), set() if seen is None else seen
    if isinstance(f, functools.cached_property):  # which the object holds from then on
        return True
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
    if (words & CHANGING or any(step_changes(*s) for s in steps)) and not changes_only_its_own(f, CHANGING):
        return True
    cells = [getattr(c, 'cell_contents', None) for c in f.__closure__ or ()]
    others = [f.__globals__.get(n) for n in words] + cells
    others += [inspect.getattr_static(cls, n, None) for cls in classes for n in sorted(words)]
    return any(changes(g, classes, seen) for g in others if callable(g) or isinstance(g, DESCRIPTORS))


def keeps_state(cls, held=(), unseen=True):
    """Whether methods of a class may change its objects, or those of classes that these hold: by default those that
    Python calls by itself."""
    own = [base for base in cls.__mro__ if not is_of_library(base)]
    found = [(n, f) for base in own for n, f in vars(base).items() if n not in ('__init__', '__new__', '__post_init__')]
    called = [f for n, f in found if not unseen or n.startswith('__') or not inspect.isroutine(f)]
    called = [f if isinstance(f, DESCRIPTORS) else getattr(type(f), '__get__', None) if is_object(f) else f for f in called]
    return any(changes(f, (cls, *held)) for f in called if callable(f) or isinstance(f, DESCRIPTORS))


# Methods that statements run, or calls of no known function: nothing that only computes
OF_STATEMENTS = {
    '__call__', '__setitem__', '__delitem__', '__setattr__', '__delattr__', '__enter__', '__exit__', '__next__', '__init__',
    '__new__', '__post_init__', *(f'__i{op}__' for op in 'add sub mul truediv floordiv mod pow matmul and or xor'.split()),
}  # fmt: skip


@functools.lru_cache(maxsize=None)
def acts_unseen(cls):
    """Whether an expression that only seems to compute, such as an operation, may change objects of a class."""
    found = {n: f for base in cls.__mro__ if not is_of_library(base) for n, f in vars(base).items()}
    dunders = [f for n, f in found.items() if n.startswith('__') and n not in OF_STATEMENTS and callable(f)]
    return any(changes(f, (cls,)) for f in dunders)


def is_object(f):
    """Whether a value is an object of a class of the program, such as a descriptor."""
    return not isinstance(f, (type, *DESCRIPTORS)) and not inspect.isroutine(f) and not is_of_library(type(f))


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


def step_changes(step, code):
    """Whether a step of Python's stores what others see: not in a name of its own function."""
    in_place = step.opname.startswith('INPLACE') or step.opname == 'BINARY_OP' and '=' in step.argrepr
    if step.opname in STORING or in_place:
        return True
    if step.opname in ('STORE_DEREF', 'DELETE_DEREF'):
        return step.argval in code.co_freevars
    return step.opname in ('LOAD_CONST', 'KW_NAMES') and isinstance(step.argval, tuple) and 'out' in step.argval


def is_made(f):
    """Whether a library has made a function: a method of a dataclass, and what shows one."""
    return f.__code__.co_filename == '<string>' or f.__globals__.get('__name__', '').split('.')[0] in LIBRARIES


def names_in(code):
    """The names that a function's code reads or sets, also in the functions in it."""
    return {n for c in codes_in(code) for n in (*c.co_names, *c.co_freevars)}


def codes_in(code):
    return [code, *(c for part in code.co_consts if isinstance(part, pytypes.CodeType) for c in codes_in(part))]


def plainly(f):
    """The function behind a method, a partial one, or behind what a library has wrapped around it."""
    f = f.func if isinstance(f, functools.partial) else f
    for part in ('__func__', '__wrapped__', 'py_func'):
        f = getattr(f, part, f) if callable(f) and not isinstance(f, (type, pytypes.FunctionType)) else f
    return f
