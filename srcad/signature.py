"""The signature of a call: what of its arguments the text of a gradient depends on."""

from collections import deque
from types import MethodType, ModuleType

import numpy as np

from srcad.analysis.described import is_function
from srcad.by_memory import attributes, is_plain

SIMPLE = {float: 'number', int: 'int', bool: 'bool', np.float64: 'number', type(None): None}


def key_of(value, inside=()):
    """A hashable key: equal for arguments that one text serves; `inside` has what holds the value."""
    kind = SIMPLE.get(type(value), MISSING)
    if kind is not MISSING:
        return kind
    if type(value) is np.ndarray:
        return (value.dtype.char, *[n == 1 for n in value.shape])
    if type(value) is str:
        return ('str', value)
    if id(value) in inside:
        return ('itself', inside.index(id(value)))
    inside = (*inside, id(value))
    if isinstance(value, (list, tuple)):
        keys = tuple(key_of(v, inside) for v in value)
        return (
            (type(value), keys[0], len(set(keys)) == 1 and 'alike')
            if isinstance(value, list) and len(set(keys)) == 1
            else (type(value), keys)
        )
    if isinstance(value, MethodType) and id(value.__self__) in inside:
        return ('method', id(value.__func__), inside.index(id(value.__self__)))
    if isinstance(value, (type, ModuleType)) or is_function(value):
        return ('object', id(value))
    if isinstance(value, dict):
        names = (k if isinstance(k, (str, int)) else type(k) for k in value)
        made = key_of(getattr(value, 'default_factory', None))
        return (type(value), made, tuple((k, key_of(v, inside)) for k, v in zip(names, value.values())))
    if isinstance(value, (deque, set, frozenset)):
        return (type(value), getattr(value, 'maxlen', None), frozenset(key_of(v, inside) for v in value))
    if isinstance(value, range):
        return (range, len(value) > 0)
    if is_plain(value):
        return (type(value), tuple((k, key_of(getattr(value, k), inside)) for k in attributes(value)))
    if hasattr(value, '__dict__'):
        return (type(value), tuple((k, key_of(v, inside)) for k, v in vars(value).items()))
    return (type(value), str(getattr(value, 'dtype', '')))


MISSING = object()
