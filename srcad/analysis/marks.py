"""What calls turn out to be, where containers and objects are references; and small questions about classes."""

import types as pytypes
from collections import Counter, OrderedDict, defaultdict, deque

import gast
import numpy as np

from srcad.tree import Ours

OPERATORS = {
    'Add': 'add', 'Sub': 'sub', 'Mult': 'mul', 'Div': 'truediv', 'FloorDiv': 'floordiv', 'Mod': 'mod', 'Pow': 'pow',
    'MatMult': 'matmul', 'BitAnd': 'and', 'BitOr': 'or', 'BitXor': 'xor', 'LShift': 'lshift', 'RShift': 'rshift',
    'DivMod': 'divmod',
    'USub': 'neg', 'UAdd': 'pos', 'Invert': 'invert',
}
# Functions of all elements of an array
TO_ONE = {np.sum, np.mean, np.prod, np.max, np.min, np.var, np.std, np.linalg.norm, np.vdot}
# Functions whose result has the axes of their argument, or axes at least
ALIKE = {
    np.copy,
    np.zeros_like,
    np.ones_like,
    np.full_like,
    np.transpose,
    np.ravel,
    np.reshape,
    np.sort,
    np.flip,
    np.roll,
    np.cumsum,
    np.swapaxes,
}
CHANGES = {'append', 'extend', 'insert', 'pop', 'remove', 'clear', 'sort', 'reverse'}
# What functions say of themselves, which those of the text do not say in the same way
OF_FUNCTIONS = {
    '__name__', '__qualname__', '__doc__', '__module__', '__code__', '__defaults__', '__kwdefaults__',
    '__annotations__', '__globals__', '__closure__',
}  # fmt: skip
# Methods of containers and arrays that change them
MUTATING = {
    *CHANGES, 'add', 'discard', 'update', 'setdefault', 'popitem', 'move_to_end', 'appendleft', 'popleft', 'extendleft',
    'rotate', 'difference_update', 'intersection_update', 'symmetric_difference_update', 'fill', 'put', 'resize',
    'partition', 'itemset', 'byteswap',
}  # fmt: skip
ITERATING = {sum, max, min, list, tuple, sorted, set, any, all}  # which run over what they are given
CONVERSIONS = {float: '__float__', int: '__int__', abs: '__abs__', len: '__len__', bool: '__bool__', round: '__round__'}
CONTAINERS = {list, tuple, dict, set, deque, defaultdict, OrderedDict, Counter}
# What a class may have as a method
ROUTINES = (
    pytypes.FunctionType,
    pytypes.BuiltinFunctionType,
    pytypes.MethodType,
    pytypes.MethodDescriptorType,
    pytypes.WrapperDescriptorType,
    pytypes.ClassMethodDescriptorType,
)


def field_of(key):
    """The field of a dict that a key means: its own if it is written as a constant."""
    if isinstance(key, gast.Constant) and isinstance(key.value, (str, int)):
        return 'key', key.value
    return 'other'


def as_site(site):
    return site if isinstance(site, tuple) else (site,)


def is_super(node):
    return (
        isinstance(node, gast.Call)
        and isinstance(node.func, gast.Name)
        and node.func.id == 'super'
        and len(node.args) in (0, 2)
    )


def is_frozen(cls):
    return getattr(getattr(cls, '__dataclass_params__', None), 'frozen', False)


def class_test(test, types):
    """The name and the class of `type(name) is cls`, or what tells one function from others."""
    if getattr(test, 'tells', None) is not None:
        return test.tells
    if isinstance(test, gast.Compare) and isinstance(test.ops[0], gast.Is) and isinstance(test.left, gast.Call):
        f, cls = (getattr(types.get(n), 'value', None) for n in (test.left.func, test.comparators[0]))
        if f is type and isinstance(test.left.args[0], gast.Name) and isinstance(cls, type):
            return test.left.args[0].id, cls
    return None, None


class Construction:
    """A call that makes a container or an object; `done` if that is all it does."""

    def __init__(self, cls, done=False):
        self.cls, self.done = cls, done


class Rewritten:
    """An expression that is computed as another, which takes its place."""

    def __init__(self, made):
        self.made = made


class Copied:
    """`copy.deepcopy(x)`, and `copy.copy(x)` of an object."""

    def __init__(self, deep):
        self.deep = deep


class Cached:
    """An attribute that a function computes of an object (`me`), for good (`keeps`), if it has none `of_its_own`."""

    def __init__(self, f, args, me, keeps):
        self.f, self.args, self.me, self.keeps, self.of_its_own = Ours(f.__name__, f), args, me, keeps, keeps

    def call_of(self, me):
        return gast.Call(self.f, [me if a is self.me else a for a in self.args], [])


class Iterated:
    """An object that is run over: what its `__iter__` returns."""

    def __init__(self, made):
        self.made = made


def is_view(c):
    """Whether a call is one of `d.items()`, `d.keys()`, `d.values()`."""
    return isinstance(c, Method) and c.name in ('items', 'keys', 'values')


class Method:
    """A method of a list, a dict or another container."""

    def __init__(self, owner, name):
        self.owner, self.name = owner, name


class ByClass:
    """A call whose function depends on the class of an object; of some it may not take these arguments (`unfit`)."""

    def __init__(self, owner, classes, unfit=()):
        self.owner, self.classes, self.unfit = owner, classes, unfit


class ByText(ByClass):
    """A call of getattr or setattr whose attribute is named by one of these strings; by another it `raises`."""

    raises = False
