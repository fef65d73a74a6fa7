"""Arguments that share memory: each has a gradient of its own, which means something only if that does not change."""

import gc
from collections import Counter, deque
from collections.abc import Iterator, MappingView
from types import GeneratorType, MappingProxyType

import numpy as np

from srcad.by_memory import SCALARS, attributes, distinct, is_plain, mapped


def checked(made, names, given, args):
    """The arguments of one run; ValueError by name if something changes what two of them share.

    `given` are the caller's, `args` the same with integers as floats. By reference only the run tells which array is
    written: one that is shared is handed over read-only, and NumPy then refuses to write it.
    """
    heap = made.heap
    if made.may_show and (made.written or heap is not None and heap.arrays_written):
        must_be_dense(part for n, a in zip(names, given) for part in arrays_in(a, n))
    if heap is None:
        if made.written:
            arrays = {n: b for n, a in zip(names, given) for n, b in arrays_in(a, n)}
            for p, k in made.written:
                must_be_apart(dict(arrays_in(given[k], p)), arrays)
        changed = {(n,) for n, kinds in made.changed.items() if False in kinds}
        if changed:
            parts = [part for n, a in zip(names, given) for part in parts_of(a, n, (n,))]
            containers_apart([(m, path[0], part) for m, path, part in parts], changed)
        return args
    if not heap.arrays_written and not heap.touched and not heap.arrays_compared:
        return args
    parts = [part for n, a in zip(names, given) for part in parts_of(a, n, ('argument', n))]
    if heap.arrays_compared:
        arrays_apart(parts)
    containers_apart(parts, heap.touched)
    locked = shared_arrays(parts) if heap.arrays_written else {}
    if locked and made.catches:
        raise ValueError(said(locked, 'may be'))  # the program would catch what NumPy raises
    return [read_only(a, n, locked) for n, a in zip(names, args)] if locked else args


def still_one(names, given, args, outside, kinds=(tuple, np.ndarray)):
    """Raise if a container or an object of `given` that stands at two places, or outside too, is two in `args`, or more.

    For programs that may ask whether two things are one; not of things of `kinds`, for which others ask, or that cannot be.
    """
    parts = [[part for n, a in zip(names, side) for part in parts_of(a, n, ())] for side in (given, args)]
    before, after = (Counter(id(part) for _, _, part in side) for side in parts)
    seen = {}
    for name, _, part in parts[0]:
        if isinstance(part, kinds) or after[id(part)] == before[id(part)]:
            continue
        other = seen.setdefault(id(part), 'something outside' if id(part) in outside else name)
        if other != name:
            what = f'{name} and {other} are one {type(part).__name__}'
            raise ValueError(f'{what}, and the function may ask whether they are: pass a copy of it, or do not differentiate by it')


def must_be_dense(arrays):
    """Refuse an array with gaps: of a copy without them, `reshape` shows the memory where it would have copied it."""
    for n, a in arrays:
        if a.size > 1 and not a.flags.c_contiguous and not a.flags.f_contiguous:
            why = 'is written, or another array is, and reshape, ravel or asarray may show it or copy it'
            raise ValueError(f'{n} has gaps in memory, {why}: pass {n}.copy()')


def explained(error, made, names, given):
    """What an array that refused to be written means: an error that names the arguments; any other error as it is."""
    if made.heap is None or 'read-only' not in str(error):
        return error
    parts = [part for n, a in zip(names, given) for part in parts_of(a, n, ())]
    shared = shared_arrays(parts)
    if not shared:
        return error
    new = ValueError(said(shared, 'is'))
    new.__traceback__ = error.__traceback__
    return new


def said(shared, sure):
    n, m = next(iter(shared.items()))
    what = f'some elements of {n} are one place in memory' if n == m else f'{m} and {n} share memory'
    return f'{what}, and one of them {sure} written: pass {n}.copy()'


def arrays_in(a, name):
    """The arrays of an argument, each with the name of its place.

    >>> [n for n, a in arrays_in([np.zeros(1), (2.0, np.zeros(2))], 'xs')]
    ['xs[0]', 'xs[1][1]']
    """
    return [(n, part) for n, _, part in parts_of(a, name, ()) if isinstance(part, np.ndarray)]


def parts_of(a, name, path):
    """(name, path, part) of each array, container and object in an argument, itself included."""
    if isinstance(a, SCALARS) or callable(a) and not is_plain(a):
        return
    yield name, path, a
    if isinstance(a, dict):
        for k, v in a.items():
            yield from parts_of(v, f'{name}[{k!r}]', (*path, k if isinstance(k, (str, int)) else '*'))
    elif isinstance(a, (list, deque, tuple)) or isinstance(a, np.ndarray) and a.dtype == object:
        for k, v in enumerate(a.flat if isinstance(a, np.ndarray) else a):
            yield from parts_of(v, f'{name}[{k}]', (*path, k if isinstance(a, tuple) else '*'))
    elif is_plain(a):
        for k in attributes(a):
            yield from parts_of(getattr(a, k), f'{name}.{k}', (*path, k))
    elif isinstance(a, (Iterator, MappingView, MappingProxyType, memoryview)):
        for v in shown_by(a):
            yield from parts_of(v, name, ('*',))  # where to ask it changes nothing


def shown_by(a):
    """What an iterator or a view of a dict reads when it is asked."""
    if isinstance(a, GeneratorType):
        return [] if a.gi_frame is None else a.gi_frame.f_locals.values()
    if isinstance(a, memoryview):
        return [a.obj]
    return [a.base] if isinstance(a, np.flatiter) else gc.get_referents(a)


def containers_apart(parts, touched):
    """Raise if a container that is changed stands at two places."""
    seen, changed = {}, {site[0] for site in touched}
    for name, path, part in parts:
        if isinstance(part, (tuple, np.ndarray)):
            continue
        other, before = seen.setdefault(id(getattr(part, '__dict__', part)), (name, path))
        if other != name and changed & {path, before}:
            raise ValueError(f'{other} and {name} are one {type(part).__name__}, which is changed: pass a copy of it')


def arrays_apart(parts):
    """Raise if an array stands at two places, where the program asks which array something is."""
    seen = {}
    for name, _, part in parts:
        other = seen.setdefault(id(part), name)
        if isinstance(part, np.ndarray) and other != name:
            raise ValueError(f'{other} and {name} are one array, which is compared by identity: pass a copy of it')


def shared_arrays(parts):
    """The names of arrays that share memory with another, or within themselves, and what they share it with."""
    arrays = [(n, a) for n, _, a in parts if isinstance(a, np.ndarray)]
    out = {n: n for n, a in arrays if not distinct(a)}
    for k, (n, a) in enumerate(arrays):
        for m, b in arrays[:k]:
            if may_share(a, b):
                out.setdefault(n, m)
                out.setdefault(m, n)
    return out


def read_only(a, name, locked):
    """An argument whose arrays of these names cannot be written."""
    if isinstance(a, np.ndarray) and name in locked:
        a = a.view()
        a.flags.writeable = False
        return a
    if isinstance(a, (np.ndarray, *SCALARS)):
        return a
    place = lambda of, key: f'{name}.{key}' if is_plain(of) else f'{name}[{key!r}]'
    return mapped(a, lambda item, of, key: read_only(item, place(of, key), locked))


def must_be_apart(written, others):
    """Raise if an array that is written shares memory with another argument, or with itself.

    >>> x = np.zeros(3)
    >>> must_be_apart({'u': x}, {'u': x, 'v': x[1:]})
    Traceback (most recent call last):
    ValueError: u is written and shares memory with v: pass u.copy()
    """
    for name, a in written.items():
        if not distinct(a):
            raise ValueError(f'{name} is written, and some of its elements are one place in memory: pass {name}.copy()')
        for other, b in others.items():
            if other != name and may_share(a, b):
                raise ValueError(f'{name} is written and shares memory with {other}: pass {name}.copy()')


def may_share(a, b):
    """Exact where NumPy decides in a thousand steps, True for the rest.

    >>> x = np.zeros(4)
    >>> may_share(x[::2], x[1::2])
    False
    """
    try:
        return np.may_share_memory(a, b) and np.shares_memory(a, b, max_work=1000)
    except getattr(np, 'exceptions', np).TooHardError:
        return True
