"""Arguments and gradients as the caller has them: what is checked and copied, and of what kind each gradient is."""

import functools
from collections import deque
from enum import Enum

import numpy as np

from srcad import runtime
from srcad.analysis.steps import changes
from srcad.analysis.unknown import has_own_arithmetic, is_own_container
from srcad.by_memory import attributes, is_changeable, is_plain, mapped


def holds_objects(a):
    """Whether an argument is a dict, a deque or an object, or a list that holds more than numbers and arrays."""
    if isinstance(a, (list, tuple)):
        return any(item is None or isinstance(item, (str, bool, Enum)) or holds_objects(item) for item in a)
    return isinstance(a, (dict, deque)) or is_plain(a)


def check_argument(a, name, differentiated):
    """Refuse what is no plain array, and what no derivative can be taken by."""
    if isinstance(a, np.ndarray) and type(a) is not np.ndarray:
        raise TypeError(f'{name} is a {type(a).__name__}: srcad takes plain arrays, np.asarray({name})')
    if isinstance(a, deque) and a.maxlen is not None:
        raise TypeError(f'{name} is a deque with a maxlen, which srcad does not follow as an argument: pass a list')
    if isinstance(a, functools.partial) and changes(a.func) and any(map(is_changeable, kept_by(a))):
        raise TypeError(f'{name} is a partial that keeps what its function may change: pass the function and that apart')
    if is_own_container(a):
        raise TypeError(f'{name} is a {type(a).__name__}, a container with methods of its own: pass a plain one')
    if differentiated and has_own_arithmetic(type(a)):
        raise TypeError(f'{name} is a {type(a).__name__}, which has arithmetic of its own: pass float({name})')
    if isinstance(a, (list, tuple)) and not holds_objects(a):
        for item in a:
            if isinstance(item, np.ndarray) or differentiated:
                check_argument(item, f'an item of {name}', differentiated)
    elif holds_objects(a):
        mapped(
            a,
            lambda item, of, key: check_argument(
                item, f'{key} of {name}', differentiated and has_own_arithmetic(type(item))
            ),
        )
    elif differentiated and not (
        isinstance(a, (bool, int, float, np.integer, np.floating, np.bool_))
        or isinstance(a, np.ndarray)
        and a.dtype.kind in 'fiub'
    ):
        kind = f'array of {a.dtype}' if isinstance(a, np.ndarray) else type(a).__name__
        raise TypeError(f'srcad cannot differentiate by {name}, a {kind}: it is no real number, array, list or tuple')


def kept_by(f):
    """The values that a partial keeps, and the object whose method it calls."""
    return [*f.args, *f.keywords.values(), getattr(f.func, '__self__', None)]


def floated(a, kept=False):
    """An argument that is differentiated: integers become floats, also in lists and tuples; in dicts and objects, where
    they are `kept`, arrays of them do."""
    if isinstance(a, (bool, int, np.integer)):
        if float(a) != a:
            raise ValueError(f'{a} is an integer that no float is: keep it out of what is differentiated')
        return a if kept else np.float64(a) if isinstance(a, np.integer) else float(a)
    if isinstance(a, np.ndarray):
        return a.astype(float) if a.dtype.kind in 'biu' else a
    if type(a) is list or isinstance(a, tuple):
        items = [floated(item, kept) for item in a]
        same = kept and all(x is y for x, y in zip(items, a))
        return a if same else type(a)(*items) if hasattr(a, '_fields') else type(a)(items)
    return mapped(a, lambda item, of, key: floated_within(item)) if holds_objects(a) else a


def floated_within(a):
    """What a dict or an object holds: the very same, unless there are arrays of integers in it."""
    return floated(a, True) if holds_integers(a) else a


def holds_integers(a):
    if isinstance(a, np.ndarray):
        return a.dtype.kind in 'biu'
    if is_plain(a):
        return any(holds_integers(getattr(a, k)) for k in attributes(a))
    return any(map(holds_integers, a.values() if isinstance(a, dict) else a if isinstance(a, (list, tuple, deque)) else ()))


def own(a, arrays, alone, inside=()):
    """An argument that is not differentiated: a copy of a container, since the function may change it.

    And of the `arrays` in it; of one that is `alone` too, where the text does not say itself what it copies.
    """
    if id(a) in inside or not isinstance(a, (list, tuple, dict, deque, set)):
        return a.copy(order='K') if (alone or arrays and inside) and isinstance(a, np.ndarray) else a
    return mapped(a, lambda item, of, key: own(item, arrays, alone, (*inside, id(a))))


def check_scalar(value, function):
    if (
        isinstance(value, (float, int, np.floating, np.integer))
        or isinstance(value, np.ndarray)
        and value.shape == ()
        and value.dtype.kind == 'f'
    ):
        return
    kind = f'an array of shape {value.shape}' if isinstance(value, np.ndarray) else f'a {type(value).__name__}'
    raise TypeError(
        f'the gradient is of a function with one real number as its value: {function.__name__} returned {kind}'
    )


def real_number(g):
    """A gradient by a number, as a float; one that is complex shows a complex number that no type told of."""
    if isinstance(g, (complex, np.complexfloating)):
        raise TypeError(
            'srcad took a complex number for a real one, where a power, or a function it does not know, made it: '
            'make it with complex(...), or 1j * x'
        )
    return float(g)


def like(g, a):
    """A gradient in the kind of its argument: a float for a number, an array of the same shape and dtype, a list."""
    if isinstance(g, np.ndarray) and g.dtype.kind == 'c':
        real_number(0j)
    if isinstance(a, np.ndarray):
        dtype = a.dtype if a.dtype.kind == 'f' else float
        g = np.asarray(g, dtype)
        return g if g.shape == a.shape else np.array(np.broadcast_to(g, a.shape))
    if isinstance(a, np.floating):
        return type(a)(g)
    if isinstance(a, (bool, int, float, np.integer)):
        return real_number(g)
    if isinstance(a, (list, tuple, deque, dict)):
        return mapped(a, lambda item, of, key: like(g[key], item))
    if is_plain(a):
        return mapped(a, lambda item, of, key: like(getattr(g, key), item))
    return g


def nothing(a, name):
    """The gradient by an argument without elements."""
    if isinstance(a, (list, tuple)) and not a or isinstance(a, np.ndarray):
        return like(runtime.zeros_like(a), a)
    if isinstance(a, (list, tuple, dict, deque)) or is_plain(a):
        return runtime.gradient(runtime.structure(a), runtime.Adjoints())
    raise TypeError(f'srcad cannot differentiate by {name}, a {type(a).__name__}')


def separate(grads):
    """The gradients, no two of which share memory, and all of which may be written."""
    out = []
    for g in grads:
        if isinstance(g, np.ndarray) and (
            not g.flags.writeable
            or g.base is not None
            or any(np.may_share_memory(g, h) for h in out if isinstance(h, np.ndarray))
        ):
            g = g.copy()
        out.append(g)
    return out
