"""Adjoints by memory: arrays, lists, dicts and objects that change, and of which only the run knows which is which."""

import copy
import math
import sys
from argparse import Namespace
from collections import defaultdict, deque
from enum import Enum
from types import FunctionType, ModuleType, SimpleNamespace

import numpy as np

from srcad.of_objects import new
from srcad.private import private

# Whose objects are more than their attributes: files, locks, generators of random numbers, functions of many kinds
LIBRARIES = {'numpy', 'scipy', 'pandas', 'torch', 'jax', 'numba', 'srcad'} | set(sys.stdlib_module_names)
SCALARS = (bool, int, float, complex, str, bytes, type(None), np.generic)
DIFFERENTIATED = ('srcad.library', 'srcad.standins.', 'srcad.iterators', 'srcad.holding')  # differentiated as the program's own


def is_of_library(f):
    """Whether a function or a class comes from one of the LIBRARIES.

    >>> is_of_library(np.sum), is_of_library(math.sin), is_of_library(len)
    (True, True, True)
    """
    home = getattr(f, '__module__', None)
    home = home if isinstance(home, str) else ''  # of some classes that is what gives their objects theirs
    return home.split('.')[0] in LIBRARIES and not home.startswith(DIFFERENTIATED)


class Adjoints:
    """`bars[x]` is the adjoint of x: one for each array in memory, one for each list, tuple, dict and object.

    That of an array lies in the adjoint's memory as the array lies in its own, so that views of one array have views
    of one adjoint. That of a list holds a number for each item; of a dict or an object, for each key or attribute.

    >>> bars, x = Adjoints(), np.zeros((2, 2))
    >>> bars[x.T[1]][0] += 3.0
    >>> bars[x]
    array([[0., 3.],
           [0., 0.]])
    """

    def __init__(self):
        self.memory, self.mirrors, self.alive = {}, {}, []

    def __getitem__(self, x):
        if isinstance(x, np.ndarray):
            return self.view(x)
        if id(x) not in self.mirrors:  # a number may be what NumPy makes of an array without axes
            self.mirrors[id(x)] = np.zeros((), kind_of(x)) if isinstance(x, SCALARS) else mirror(x)
            self.alive.append(x)  # its id stays its own
        return self.mirrors[id(x)]

    def view(self, x):
        owner = owner_of(x)
        if x.dtype.kind in 'biu':  # of whole numbers, into which everything is cut off
            return np.zeros(x.shape)
        if id(owner) not in self.memory:
            low, high = bounds(owner)
            self.memory[id(owner)] = low, np.zeros(math.ceil((high - low) / owner.itemsize), owner.dtype)
            self.alive.append(owner)
        low, zeros = self.memory[id(owner)]
        start = x.__array_interface__['data'][0] - low if x.size else 0
        if not distinct(x):
            zeros = zeros.view(x.dtype)  # an owner of complex numbers has parts of real ones
            places = np.ndarray(
                x.shape,
                np.intp,
                np.arange(len(zeros)),
                start // zeros.itemsize * 8,
                np.multiply(x.strides, 8) // zeros.itemsize,
            )
            return Overlapping(zeros, places)
        return np.ndarray(x.shape, x.dtype, zeros, start, x.strides)


def kind_of(x):
    """The dtype of the adjoint of a number."""
    return x.dtype if isinstance(x, np.inexact) else complex if isinstance(x, complex) else float


class Overlapping(np.lib.mixins.NDArrayOperatorsMixin):
    """The adjoint of an array some of whose elements are one place in memory: what they receive is added up there.

    >>> bars, x = Adjoints(), np.zeros(2)
    >>> b = bars[np.broadcast_to(x, (3, 2))]; b += 1.0; b[0] -= 1.0; bars[x]
    array([2., 2.])
    """

    def __init__(self, zeros, places):
        self.zeros, self.places = zeros, places

    @property
    def T(self):
        return Overlapping(self.zeros, self.places.T)

    def __array__(self, dtype=None, copy=None):
        """What was received, each sum at the first of its elements."""
        received = np.zeros(self.places.shape, self.zeros.dtype)
        once, first = np.unique(self.places, return_index=True)
        received.flat[first] = self.zeros[once]
        return received.astype(dtype or received.dtype, copy=False)

    def __getattr__(self, name):
        if name.startswith('__'):  # np.asarray asks for several
            raise AttributeError(name)
        return getattr(np.asarray(self), name)

    def __array_ufunc__(self, ufunc, method, *given, **options):
        """`np.add.at(self, k, b)`; other functions get what was received."""
        if ufunc is np.add and method == 'at' and given[0] is self:
            self[given[1]].__iadd__(given[2])
            return None
        return getattr(ufunc, method)(*(np.asarray(g) if g is self else g for g in given), **options)

    def __iadd__(self, b):
        np.add.at(self.zeros, self.places, np.broadcast_to(b, np.shape(self.places)))
        return self

    def __isub__(self, b):
        np.subtract.at(self.zeros, self.places, np.broadcast_to(b, np.shape(self.places)))
        return self

    def __getitem__(self, k):
        return Overlapping(self.zeros, self.places[k])

    def __setitem__(self, k, part):
        """What was added to a part is there already."""
        if not isinstance(part, Overlapping):
            raise ValueError('an array whose elements share memory is written: use .copy()')


class Twins(dict):
    """The memo of a `copy.deepcopy`, which knows what has been copied.

    >>> import copy
    >>> rows, twins = [[1.0], [2.0]], Twins()
    >>> copy.deepcopy(rows, twins), twins.pairs()[0]
    ([[1.0], [2.0]], ([1.0], [1.0]))
    """

    def pairs(self):
        return [(x, self[id(x)]) for x in self.get(id(self), [])]


class Closure:
    """A function and the variables that it captures.

    >>> x = 2.0
    >>> Closure('g', lambda v: v * x, x=x)(3.0)
    6.0
    """

    def __init__(self, name, function, /, **captured):
        self.__closure__, self.__wrapped__ = name, function  # unlike the name of any variable
        vars(self).update(captured)

    def __call__(self, *args, **options):
        return self.__wrapped__(*args, **options)


class Outside:
    """What a run writes of what lies outside its functions: its own copies, in which what was one thing is one thing.

    >>> log = []
    >>> outside = Outside(log=log, state={'log': log})
    >>> outside.state['log'] is outside.log, outside.log is log
    (True, False)
    """

    def __init__(self, /, **values):
        copies = {}
        for n, value in values.items():
            setattr(self, n, copied_whole(value, copies))


class Generator(Closure):
    """What is left of a generator between two pieces: its variables, and the place where it goes on.

    >>> state = Generator('powers_next', x=2.0); state.x, state.place, state.over
    (2.0, 0, False)
    """

    place, over, closed, sent, result = 0, False, False, None, None

    def __init__(self, name, /, **variables):
        super().__init__(name, None)
        vars(self).update(variables)


# The attributes that every generator has, and its methods: no variable of its own is called so
OWN = {'name', 'function', 'place', 'over', 'value', 'sent', 'result', 'closed', 'send', 'close', 'throw'}


def iterator(x):
    """In a tree: what goes over `x`, whatever that is; the types tell which of `srcad.iterators` that becomes."""
    raise NotImplementedError


class Zero:
    """The adjoint of an object: each attribute is 0.0 until something is added to it.

    >>> b = Zero(); b.x += 2.0; b.x, b.y
    (2.0, 0.0)
    """

    def __getattr__(self, name):
        return 0.0


def mirror(x):
    if isinstance(x, (list, tuple, deque)):
        return [0.0] * len(x)
    return defaultdict(float) if isinstance(x, dict) else Zero()


def bounds(x):
    """The first address of an array's memory, and that behind its last.

    >>> low, high = bounds(np.zeros((2, 3))[::-1]); high - low
    48
    """
    low = high = x.__array_interface__['data'][0]
    if not x.size:
        return low, low
    for n, stride in zip(x.shape, x.strides):
        low, high = low + min(0, (n - 1) * stride), high + max(0, (n - 1) * stride)
    return low, high + x.itemsize


def distinct(a):
    """No two elements of `a` are one place in memory; sure for slices, transposes, reshapes of ordinary arrays.

    >>> distinct(np.broadcast_to(np.zeros(3), (2, 3)))
    False
    """
    reach = a.itemsize
    if not a.size:
        return True
    for stride, n in sorted((abs(stride), n) for stride, n in zip(a.strides, a.shape) if n > 1):
        if stride < reach:
            return False
        reach += stride * (n - 1)
    return True


def same_memory(x, y):
    """Whether an array that may be a view of another is one.

    >>> x = np.zeros((2, 3))
    >>> same_memory(x.reshape(-1), x), same_memory(x.T.reshape(-1), x)
    (True, False)
    """
    return bool(np.may_share_memory(x, y)) if isinstance(x, np.ndarray) and isinstance(y, np.ndarray) else False


NAMESPACES = (SimpleNamespace, Namespace)  # which are nothing but attributes
OFTEN = frozenset([float, int, bool, str, type(None), np.ndarray, np.float64, list, tuple, dict])  # no objects of classes


def is_plain(x):
    """Whether an object is nothing but its attributes.

    >>> from types import SimpleNamespace
    >>> is_plain(SimpleNamespace(a=1)), is_plain([]), is_plain(math.sin)
    (True, False, False)
    """
    cls = type(x)
    return cls not in OFTEN and (
        not isinstance(
            x, (type, *SCALARS, np.ndarray, list, tuple, dict, set, frozenset, deque, Enum, FunctionType, ModuleType)
        )
        and (hasattr(x, '__dict__') or hasattr(cls, '__slots__'))
        and (cls in NAMESPACES or not is_of_library(cls))
        and cls.__name__ != 'cython_function_or_method'
    )


def is_changeable(x):
    """Whether a value may become another: an array, a container or an object.

    >>> is_changeable([]), is_changeable('text'), is_changeable(math.sin)
    (True, False, False)
    """
    return isinstance(x, (list, dict, set, deque, np.ndarray)) or is_plain(x)


def attributes(x):
    """The names of an object's attributes, slots included."""
    named = [private(s, c.__name__) for c in type(x).__mro__ for s in as_tuple(vars(c).get('__slots__', ()))]
    slots = [s for s in named if s not in ('__dict__', '__weakref__') and hasattr(x, s)]
    return [*vars(x), *slots] if hasattr(x, '__dict__') else slots


def names_of(x):
    """The names of the attributes that an object has of its own, in the order in which it was given them.

    >>> names_of(Closure('g', None, k=1))
    ['__closure__', '__wrapped__', 'k']
    """
    return list(vars(x))


def as_tuple(slots):
    return (slots,) if isinstance(slots, str) else tuple(slots)


def mapped(x, f, key=None):
    """A container like `x` with `f(item, container, key)` for each of its items; what is no container comes back.

    >>> mapped({'a': [1, 2]}, lambda item, of, key: item)
    {'a': [1, 2]}
    """
    if isinstance(x, tuple):
        items = [f(item, x, k) for k, item in enumerate(x)]
        return type(x)(*items) if hasattr(x, '_fields') else tuple(items)
    if isinstance(x, list):
        return type(x)(f(item, x, k) for k, item in enumerate(x))
    if isinstance(x, deque):
        return deque((f(item, x, k) for k, item in enumerate(x)), x.maxlen)
    if isinstance(x, dict):
        out = copy.copy(x)
        for k, item in x.items():
            out[k] = f(item, x, k)
        return out
    if is_plain(x):
        out = new(type(x))
        for k in attributes(x):
            object.__setattr__(out, k, f(getattr(x, k), x, k))
        return out
    return x.copy() if isinstance(x, set) else x


def copied_whole(x, copies):
    """A copy down to the numbers; `copies` has what was copied before, by its id, and a view is one of the copy.

    >>> copies, a = {}, np.zeros(3)
    >>> whole, row = copied_whole(a, copies), copied_whole(a[1:], copies)
    >>> row[0] = 1.0; whole, a
    (array([0., 1., 0.]), array([0., 0., 0.]))
    """
    if isinstance(x, np.ndarray):
        return view_of_copy(x, copies)
    if isinstance(x, SCALARS):
        return x
    if id(x) not in copies:
        copies[id(x)] = None  # while it is copied
        copies[id(x)] = mapped(x, lambda item, of, key: copied_whole(item, copies))
    if copies[id(x)] is None:
        raise ValueError(f'a {type(x).__name__} of the module contains itself, and cannot be copied')
    return copies[id(x)]


def view_of_copy(x, copies):
    owner = owner_of(x)
    if id(owner) not in copies:
        copies[id(owner)] = owner.copy(order='K')
    memory = copies[id(owner)]
    if x is owner:
        return memory
    if memory.strides != owner.strides or x.dtype != owner.dtype or any(n < 0 for n in memory.strides):
        raise ValueError('an array of the module is a view of another one that cannot be copied as it lies in memory')
    start = x.__array_interface__['data'][0] - owner.__array_interface__['data'][0]
    return np.ndarray(x.shape, x.dtype, memory, start, x.strides)


def owner_of(x):
    """The array whose memory an array is a part of; np.lib.stride_tricks puts what is no array between.

    >>> x = np.zeros(3); owner_of(np.lib.stride_tricks.sliding_window_view(x, 2)) is x
    True
    """
    base = x
    while base is not None:
        x, base = base if isinstance(base, np.ndarray) else x, getattr(base, 'base', None)
    return x


def held_by(x, found):
    """Note what is x and what x holds that may change, by id; of arrays, those whose memory it is."""
    if isinstance(x, np.ndarray):
        found[id(owner_of(x))] = x
    elif not isinstance(x, SCALARS) and id(x) not in found:
        if is_changeable(x):
            found[id(x)] = x
        mapped(x, lambda item, of, key: held_by(item, found))
    return found


def structure(x):
    """What an argument holds at the start: the argument, and the structures of its items."""
    items = []
    if not isinstance(x, (*SCALARS, np.ndarray)):
        mapped(x, lambda item, of, key: items.append((key, structure(item))))
    return x, dict(items)


def gradient(given, bars):
    """The gradient by an argument, in the argument's form; `given` is its structure.

    >>> bars, p = Adjoints(), {'a': 1.0, 'b': [2.0]}
    >>> bars[p['b']][0] += 3.0
    >>> gradient(structure(p), bars)
    {'a': 0.0, 'b': [3.0]}
    """
    x, items = given
    if isinstance(x, np.ndarray):
        return bars[x].copy() if x.dtype.kind in 'fc' else np.zeros(x.shape)

    def of(item, container, key):
        was = items[key][0]
        if isinstance(was, (bool, np.bool_)):
            return 0.0
        if isinstance(was, (int, float, np.number)):
            b = bars[container]
            return float(getattr(b, key) if isinstance(b, Zero) else b[key])
        return gradient(items[key], bars)

    return mapped(shape_of(x, items), lambda item, _, key: of(item, x, key))


def shape_of(x, items):
    """A container with the items it had at the start."""
    if isinstance(x, list):
        return type(x)(item for item, _ in items.values())
    if isinstance(x, deque):
        return deque((item for item, _ in items.values()), x.maxlen)
    if isinstance(x, dict):
        out = copy.copy(x)  # of its own class
        out.clear()
        out.update({k: item for k, (item, _) in items.items()})
        return out
    if is_plain(x):
        out = new(type(x))
        for k, (item, _) in items.items():
            object.__setattr__(out, k, item)
        return out
    return x
