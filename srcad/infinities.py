"""The way back where Python's numbers raise: again, with NumPy's, which divide by zero and overflow to infinity."""

import copy
import types as pytypes
from collections import deque

import numpy as np

from srcad import by_memory, of_objects


def as_numpy(x, made=None):
    """What is kept, with NumPy's numbers for Python's; what was one thing is one thing still.

    >>> [type(x).__name__ for x in as_numpy((0.0, 1j, 2))]
    ['float64', 'complex128', 'int']
    >>> pair = [1.0]; a, b = as_numpy((pair, {'p': pair})); a is b['p'], a is pair
    (True, False)
    """
    if type(x) is float:
        return np.float64(x)
    if type(x) is int and x == 0:  # a root of it has the slope that one of 0.0 has
        return np.int64(0)
    if type(x) is complex:
        return np.complex128(x)
    if isinstance(x, (*by_memory.SCALARS, np.ndarray)):
        return x
    made = {} if made is None else made
    if id(x) not in made:
        copied(x, made)
    return made[id(x)]


def copied(x, made):
    """Put a copy of a container or an object into `made`, by its id, before what it holds is copied."""
    again = lambda item, *_: as_numpy(item, made)
    if isinstance(x, tuple):
        whole = by_memory.mapped(x, again)
        made.setdefault(id(x), whole)  # what it holds may hold it
    elif isinstance(x, pytypes.MethodType):
        made[id(x)] = pytypes.MethodType(x.__func__, again(x.__self__))
    elif isinstance(x, list):
        made[id(x)] = new = type(x)()
        new.extend(map(again, x))
    elif isinstance(x, (deque, set)):
        made[id(x)] = new = x.copy()
        new.clear()
        (new.update if isinstance(x, set) else new.extend)(map(again, x))
    elif isinstance(x, dict):
        made[id(x)] = new = copy.copy(x)
        new.clear()
        new.update({again(k): again(item) for k, item in x.items()})
    elif by_memory.is_plain(x):
        made[id(x)] = new = of_objects.new(type(x))
        for k in by_memory.attributes(x):
            object.__setattr__(new, k, again(getattr(x, k)))
    else:
        made[id(x)] = x
