"""The types of values that are at hand: arguments, and what modules, closures and classes hold."""

import inspect
import itertools
import types as pytypes
from collections import defaultdict, deque
from dataclasses import replace
from enum import Enum

import numpy as np

from srcad.analysis.steps import keeps_state
from srcad.analysis.dates import date_made
from srcad.analysis.types import (
    BOOL,
    SLICE,
    Anything,
    Array,
    Dim,
    Fields,
    Known,
    ListOf,
    Number,
    Struct,
    TupleOf,
    computes_itself,
    join,
)
from srcad.analysis.unknown import has_own_arithmetic, is_own_container
from srcad.by_memory import NAMESPACES, attributes, is_of_library, is_plain
from srcad.errors import OnlyByReference


CONTAINERS = (list, tuple, dict, set, frozenset, deque)


def counts_whole(value):
    """Whether a value is an itertools.count of whole numbers."""
    return type(value) is itertools.count and all(type(n) is int for n in value.__reduce__()[1])


def describe(value, name='', inside=()):
    """The type of a value of the program that is at hand, sizes named after `name`."""
    own_text = isinstance(value, str) and type(value) is not str and not isinstance(value, (Enum, np.str_))
    if has_own_arithmetic(type(value)) or is_own_container(value) or own_text:
        return Struct(cls=type(value))
    if isinstance(value, (bool, np.bool_)):
        return BOOL
    if isinstance(value, (int, np.integer)):
        return Number(kind='int', dtype=value.dtype.name if isinstance(value, np.generic) else None)
    if isinstance(value, (float, np.floating)):
        return Number(kind='float', dtype=value.dtype.name if isinstance(value, np.generic) else None)
    if isinstance(value, (complex, np.complexfloating)):
        return Number(kind='complex', dtype=value.dtype.name if isinstance(value, np.generic) else None)
    if isinstance(value, np.ndarray):
        if type(value) is not np.ndarray or value.dtype.kind not in 'biufc':
            return Anything()
        return Array(
            dims=tuple(1 if n == 1 else Dim((name, k), 0, True) for k, n in enumerate(value.shape)),
            dtype=value.dtype.name,
        )
    if isinstance(value, slice):
        return SLICE
    if id(value) in inside:
        raise OnlyByReference(f'srcad does not follow what contains itself: pass what you need of {name}')
    inside = (*inside, id(value))
    if type(value) in (list, range):
        item = None
        for k, v in enumerate(value if isinstance(value, list) else value[:1]):
            item = (
                join(item, describe(v, (name, 'item'), inside), (name, 'item'))
                if item
                else loosened(describe(v, (name, 'item'), inside))
            )
            if isinstance(item, Anything):
                break
        if isinstance(item, Anything) and any(map(changes_unseen, value)):
            raise OnlyByReference(f'srcad follows what objects of {name} change by reference')
        return ListOf(item=item)
    if type(value) is tuple or isinstance(value, tuple) and hasattr(value, '_fields'):
        return TupleOf(items=tuple(describe(v, (name, k), inside) for k, v in enumerate(value)), of=type(value))
    if isinstance(value, (np.random.Generator, np.random.RandomState)) or counts_whole(value):
        return Struct(cls=type(value))
    if (
        value is None
        or value is NotImplemented
        or isinstance(value, (str, type, np.dtype, Enum, type(np.mgrid), type(np.ogrid)))
        or is_function(value)
        or type(value).__name__ == 'module'
    ):
        return Known(value=value)
    if date_made(type(value)) is not None:
        return date_made(type(value))
    if is_plain(value) and keeps_state(type(value), classes_in(value)) or any(map(changes_unseen, items_of(value))):
        raise OnlyByReference(f'srcad follows what objects of {name} change by reference')
    if is_plain(value) and not hasattr(value, '__dict__'):
        raise OnlyByReference(f'srcad follows an object with __slots__ by reference: {name}')
    if hasattr(value, '__dict__') and type(value).__module__ != 'builtins':
        if is_of_library(type(value)) and type(value) not in NAMESPACES:
            return Struct(cls=type(value))
        return Struct(cls=type(value), attrs=tuple((k, describe(v, (name, k), inside)) for k, v in vars(value).items()))
    if isinstance(value, defaultdict):
        raise OnlyByReference(f'srcad does not follow what reading items of {name} adds to it: use a dict')
    if isinstance(value, dict) and any(computes_itself(describe(v, name, inside)) for v in value.values()):
        raise OnlyByReference(f'srcad does not know what the values of {name} are: pass numbers and arrays')
    return Anything()


def given_kind(t):
    """What a number, or an array of numbers, is to the caller that srcad takes for floats; '' for others."""
    if t.kind not in ('int', 'bool'):
        return ''
    if isinstance(t, Number) and t.dtype is None:
        return t.kind
    return 'bool_' if t.kind == 'bool' else 'int64' if t.dtype == 'int64' else 'other'


def changes_unseen(value, inside=()):
    """Whether a value is, or holds, an object that its methods change: nothing is seen of them within a container."""
    if id(value) in inside:
        return False
    if is_plain(value):
        return keeps_state(type(value), (), False) or any(
            changes_unseen(getattr(value, k), (*inside, id(value))) for k in attributes(value)
        )
    return any(changes_unseen(v, (*inside, id(value))) for v in items_of(value))


def classes_in(value, inside=()):
    """The classes of the objects that a value holds, its own among them: whose methods may be called from its own."""
    if id(value) in inside or not (is_plain(value) or isinstance(value, CONTAINERS)):
        return set()
    held = [getattr(value, k) for k in attributes(value)] if is_plain(value) else items_of(value)
    own = {type(value)} if is_plain(value) else set()
    return own.union(*(classes_in(v, (*inside, id(value))) for v in held))


def items_of(value):
    """What a container holds; nothing of another value."""
    return value.values() if isinstance(value, dict) else value if isinstance(value, CONTAINERS) else ()


def fields(value, name):
    """The type of a dict or an object of floats and arrays, if nothing but its fields is read; or None.

    It may hold others of this kind, and strings, None and truths, which carry no derivative.

    >>> fields({'w': 1.0, 'more': {'b': np.zeros(2)}}, 'p').names
    ('w', 'more')
    """
    plain = type(value) is dict and all(type(k) is str for k in value) or is_plain(value) and has_plain_fields(value)
    held = value if type(value) is dict else vars(value) if plain else {}
    items = [field_type(v, (name, k)) for k, v in held.items()]
    if not plain or not items or None in items:
        return None
    return Fields(items=tuple(items), of=type(value), names=tuple(held))


def field_type(value, name):
    if type(value) in (float, int, np.float64, np.float32, bool, str, type(None)):
        return describe(value, name)
    if type(value) is np.ndarray and value.dtype.kind == 'f':
        return describe(value, name)
    if type(value) in (list, tuple):
        return describe(value, name) if value and all(map(is_number_or_array, value)) else None
    return fields(value, name)


def is_number_or_array(value):
    return type(value) in (float, int) or type(value) is np.ndarray and value.dtype.kind == 'f'


def has_plain_fields(value):
    """Whether an object's attributes are what its `__dict__` has, and may be set there."""
    cls = type(value)
    ways = ('__getattribute__', '__setattr__', '__delattr__')
    usual = cls in NAMESPACES or all(inspect.getattr_static(cls, w) is getattr(object, w) for w in ways)
    plain = usual and hasattr(value, '__dict__')
    return plain and not any(hasattr(inspect.getattr_static(cls, k, None), '__set__') for k in vars(value))


def of_class(cls, name):
    """The type of what a class has under a name, unless it makes that up for each object; None if it has nothing."""
    value = inspect.getattr_static(cls, name, MISSING)
    if value is MISSING or inspect.isfunction(value) or isinstance(value, (property, staticmethod, classmethod)):
        return None
    return None if hasattr(type(value), '__get__') else describe(value, (cls, name))


MISSING = object()


def is_function(value):
    """A function, and not an object of the user's that can be called."""
    return callable(value) and (
        isinstance(value, CALLABLES)
        or type(value).__name__ == 'cython_function_or_method'
        or type(value).__module__.split('.')[0]
        in ('numpy', 'builtins', 'functools', 'srcad', 'scipy', 'numba', 'operator')
    )


CALLABLES = (pytypes.FunctionType, pytypes.BuiltinFunctionType, pytypes.MethodType)


def loosened(t):
    """The type of any item of a list: one name for its sizes would claim that all items have them."""
    if isinstance(t, Array):
        return replace(t, dims=tuple(d if d == 1 else Dim((*_key(d), 'any'), 0, d.many) for d in t.dims))
    return t


def _key(d):
    return d.base if isinstance(d.base, tuple) else (d.base,)
