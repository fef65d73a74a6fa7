"""Arrays that are made, joined, cut, chosen and gone through."""

import numpy as np

from srcad.errors import Unfollowed


def meshgrid(x, y, z=None, *, indexing='xy'):
    x, y = np.ravel(x), np.ravel(y)
    if z is not None:
        x, y, z = x[:, None, None], y[:, None], np.ravel(z)
        shape = (len(x), len(y), len(z))
        grids = [np.broadcast_to(part, shape).copy() for part in (x, y, z)]
        return tuple(grids) if indexing == 'ij' else tuple([np.swapaxes(grid, 0, 1) for grid in grids])
    if indexing == 'ij':
        shape = (len(x), len(y))
        return np.broadcast_to(x[:, None], shape).copy(), np.broadcast_to(y, shape).copy()
    shape = (len(y), len(x))
    return np.broadcast_to(x, shape).copy(), np.broadcast_to(y[:, None], shape).copy()


def diagflat(v, k=0):
    return np.diag(np.ravel(v), k)


def split(ary, indices_or_sections, axis=0):
    refuse_list(ary)
    if np.ndim(indices_or_sections) == 0 and np.shape(ary)[axis] % indices_or_sections:
        raise ValueError('array split does not result in an equal division')
    return array_split(ary, indices_or_sections, axis)


def array_split(ary, indices_or_sections, axis=0):
    refuse_list(ary)
    n = np.shape(ary)[axis]
    if np.ndim(indices_or_sections) == 0:
        size, longer = n // indices_or_sections, n % indices_or_sections
        ends = [size * k + min(k, longer) for k in range(1, indices_or_sections + 1)]
    else:
        ends = [k for k in indices_or_sections] + [n]
    starts = [0] + ends[:-1]
    if axis == 0:
        return [ary[starts[k] : ends[k]] for k in range(len(ends))]
    return [np.swapaxes(np.swapaxes(ary, 0, axis)[starts[k] : ends[k]], 0, axis) for k in range(len(ends))]


def refuse_list(ary):
    if isinstance(ary, (list, tuple)):
        raise Unfollowed('srcad takes arrays apart, and no lists: write np.array(...)')


def hsplit(ary, indices_or_sections):
    refuse_list(ary)
    return split(ary, indices_or_sections, 0 if np.ndim(ary) == 1 else 1)


def vsplit(ary, indices_or_sections):
    refuse_list(ary)
    if np.ndim(ary) < 2:
        raise ValueError('vsplit only works on arrays of 2 or more dimensions')
    return split(ary, indices_or_sections, 0)


def dsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 2)


def append(arr, values, axis=None):
    if axis is None:
        return np.concatenate([np.ravel(arr), np.ravel(values)])
    return np.concatenate([arr, values], axis)


def insert(arr, obj, values, axis=None):
    if axis is None and np.ndim(values) > 1:
        raise ValueError('np.insert without an axis puts in numbers, or one row of them')
    if axis is None:
        return inserted(np.ravel(arr), obj, values, 0)
    return inserted(arr, obj, values, axis)


def inserted(arr, obj, values, axis):
    if arr.dtype.kind in 'iub' and np.asarray(values).dtype.kind not in 'iub':
        raise Unfollowed('np.insert rounds what it puts among whole numbers: write .astype(float)')
    if isinstance(obj, slice):
        places = np.arange(np.shape(arr)[axis])[obj]
        return inserted_at_several(arr, places, values, axis).astype(arr.dtype)
    if np.ndim(obj) > 0:
        return inserted_at_several(arr, obj, values, axis).astype(arr.dtype)
    return inserted_at_one(arr, obj, values, axis).astype(arr.dtype)


def inserted_at_one(arr, place, values, axis):
    n = np.shape(arr)[axis]
    if place < -n or place > n:
        raise IndexError('the index is out of bounds')
    before, after = np.take(arr, np.arange(n)[:place], axis), np.take(arr, np.arange(n)[place:], axis)
    if np.ndim(values) == np.ndim(arr):
        part = np.moveaxis(values, 0, axis)
        shape = with_length(np.shape(arr), axis, np.shape(values)[0])
        return np.concatenate([before, np.broadcast_to(part, shape), after], axis)
    row = np.broadcast_to(values, np.shape(np.sum(arr, axis)))
    return np.concatenate([before, np.expand_dims(row, axis), after], axis)


def inserted_at_several(arr, places, values, axis):
    n, count = np.shape(arr)[axis], len(places)
    if np.asarray(places).dtype.name == 'bool' or count == 1 and np.ndim(arr) > 1:
        raise Unfollowed('srcad differentiates np.insert at an index, or at several of them')
    if count == 1:
        return inserted_at_one(arr, places[0], values, axis)
    places = np.where(np.asarray(places) < 0, np.asarray(places) + n, places)
    order = np.argsort(places, kind='stable')
    new = np.sort(places) + np.arange(count)  # where the new ones stand, in the order of their places
    source = np.zeros(n + count, dtype=int)
    source[new] = n + order
    source[np.delete(np.arange(n + count), new)] = np.arange(n)
    added = np.broadcast_to(values, with_length(np.shape(arr), axis, count))
    return np.take(np.concatenate([arr, added], axis), source, axis)


def with_length(shape, axis, n):
    lengths = list(shape)
    lengths[axis] = n
    return tuple(lengths)


def delete(arr, obj, axis=None):
    if axis is None:
        arr = np.ravel(arr)
        return np.take(arr, np.delete(np.arange(np.size(arr)), obj))
    return np.take(arr, np.delete(np.arange(np.shape(arr)[axis]), obj), axis)


def vander(x, N=None, increasing=False):
    x = np.asarray(x)
    n = len(x) if N is None else N
    if n < 0:
        raise ValueError('negative dimensions are not allowed')
    powers = np.arange(n) if increasing else np.arange(n - 1, -1, -1)
    return x[:, None] ** powers


def logspace(start, stop, num=50, endpoint=True, base=10.0):
    return base ** np.linspace(start, stop, num, endpoint)


def geomspace(start, stop, num=50, endpoint=True):
    if np.any(start <= 0) or np.any(stop <= 0):
        raise Unfollowed('srcad differentiates np.geomspace between positive numbers')
    return 10.0 ** np.linspace(np.log10(start), np.log10(stop), num, endpoint)


def ravel(a, order='C'):
    return np.ravel(by_columns(a, order))


def flatten(a, order='C'):
    return np.copy(np.ravel(by_columns(a, order)))


def reshape(a, *shape, order='C'):
    if isinstance(shape[-1], str):
        return reshape(a, *shape[:-1], order=shape[-1])
    shape = shape[0] if np.ndim(shape[0]) else shape
    if order == 'C':
        return np.reshape(a, shape)
    return np.transpose(np.reshape(by_columns(a, order), shape[::-1]))


def by_columns(a, order):
    """An array whose elements in C order are those of `a` in the order asked for."""
    if order not in ('C', 'F'):
        raise Unfollowed("srcad knows the orders 'C' and 'F': the others depend on how an array lies in memory")
    return np.transpose(a) if order == 'F' else a


def item(a, *places):
    if isinstance(places[0], tuple):
        places = places[0]
    return np.ravel(a)[places[0]].item() if len(places) == 1 else a[places].item()


def diff(a, n=1, axis=-1, prepend=None, append=None):
    if n > 0 and prepend is not None:
        a = np.concatenate([at_the_end(prepend, a, axis), a], axis)
    if n > 0 and append is not None:
        a = np.concatenate([a, at_the_end(append, a, axis)], axis)
    return np.diff(a, n, axis)


def at_the_end(value, a, axis):
    if np.ndim(value) > 0:
        return value
    return np.broadcast_to(value, np.shape(np.sum(a, axis, keepdims=True))).copy()


def pad(array, pad_width, mode='constant', constant_values=0):
    if mode in ('edge', 'reflect', 'symmetric', 'wrap'):
        widths = np.broadcast_to(pad_width, (np.ndim(array), 2))
        for axis in range(np.ndim(array)):
            array = np.take(array, padded_places(np.shape(array)[axis], widths[axis], mode), axis)
        return array
    if mode != 'constant':
        raise Unfollowed('srcad differentiates np.pad with constants, edge, reflect, symmetric and wrap')
    dtype = np.asarray(array).dtype
    if dtype.kind in 'iub' and np.asarray(constant_values).dtype.kind not in 'iub':
        raise Unfollowed('np.pad rounds what it puts around whole numbers: write .astype(float)')
    if np.ndim(constant_values) > 0:
        return padded_by_each(array, pad_width, constant_values).astype(dtype)
    inside = np.pad(np.ones(np.shape(array), dtype=bool), pad_width)
    return np.where(inside, np.pad(array, pad_width), constant_values).astype(dtype)


def padded_by_each(array, pad_width, constant_values):
    """An array between constants, for each axis one before and one after it; the later axes go around the earlier."""
    widths = np.broadcast_to(pad_width, (np.ndim(array), 2))
    values = np.broadcast_to(constant_values, (np.ndim(array), 2))
    for axis in range(np.ndim(array)):
        places = np.zeros(widths[axis][0], dtype=int), np.zeros(widths[axis][1], dtype=int)
        before = np.zeros(np.shape(np.take(array, places[0], axis))) + values[axis][0]
        after = np.zeros(np.shape(np.take(array, places[1], axis))) + values[axis][1]
        array = np.concatenate([before, array, after], axis)
    return array


def block(arrays):
    if isinstance(arrays, np.ndarray):
        return np.copy(arrays)
    if not isinstance(arrays[0], (list, tuple)):
        if max([np.ndim(a) for a in arrays]) > 1:
            return np.concatenate(with_rows(arrays), -1)
        return np.hstack(arrays)
    if isinstance(arrays[0][0], (list, tuple)):
        raise Unfollowed('srcad differentiates np.block of rows of blocks')
    return np.concatenate([np.concatenate(with_rows(row), -1) for row in arrays], -2)


def with_rows(arrays):
    most = max([np.ndim(a) for a in arrays])
    if most > 2 and min([np.ndim(a) for a in arrays]) < most:
        raise Unfollowed('srcad differentiates np.block of arrays of as many axes, if those are more than two')
    return [np.atleast_2d(a) for a in arrays]


def select(condlist, choicelist, default=0.0):
    if len(condlist) != len(choicelist):
        raise ValueError('list of cases must be same length as list of conditions')
    chosen = default
    for k in reversed(range(len(condlist))):
        chosen = np.where(condlist[k], choicelist[k], chosen)
    return chosen


def vectorized(f, x, known_type=False):
    values = np.ravel(x).tolist()
    of_what_type(x, f(values[0]) if not known_type else None)
    return np.reshape(np.array([f(value) for value in values]), np.shape(x))


def vectorized_over_two(f, x, y, known_type=False):
    x, y = x + np.zeros_like(y), y + np.zeros_like(x)
    xs, ys = np.ravel(x).tolist(), np.ravel(y).tolist()
    of_what_type(x, f(xs[0], ys[0]) if not known_type else None)
    return np.reshape(np.array([f(xs[k], ys[k]) for k in range(len(xs))]), np.shape(x))


def of_what_type(x, first):
    if np.asarray(x).dtype.name == 'float32':
        raise Unfollowed('srcad differentiates np.vectorize of float64: write .astype(float)')
    if isinstance(first, tuple):
        raise Unfollowed('srcad differentiates np.vectorize of functions that give one number')
    if isinstance(first, (int, np.integer)):
        raise Unfollowed('np.vectorize makes integers of all values, as the first is one: return floats')


def apply_along_axis(func1d, axis, arr):
    moved = np.moveaxis(arr, axis, -1)
    rows = np.reshape(moved, (-1, np.shape(moved)[-1]))
    results = [func1d(row) for row in rows]
    if isinstance(results[0], (int, np.integer)) or np.ndim(results[0]) > 0 and results[0].dtype.kind in 'iub':
        raise Unfollowed('np.apply_along_axis makes integers of what a function gives: return floats')
    results = np.array(results)
    if np.ndim(results) > 2:
        raise Unfollowed('srcad differentiates np.apply_along_axis of functions that give numbers or rows')
    if np.ndim(results) == 1:
        return np.reshape(results, np.shape(moved)[:-1])
    return np.moveaxis(np.reshape(results, np.shape(moved)[:-1] + (np.shape(results)[1],)), -1, axis)


def broadcast_arrays(x, y, *more):
    whole = np.zeros_like(x) + np.zeros_like(y)
    for a in more:
        whole = whole + np.zeros_like(a)
    shape = np.shape(whole)
    return (np.broadcast_to(x, shape), np.broadcast_to(y, shape), *[np.broadcast_to(a, shape) for a in more])


def choose(a, choices):
    a = np.asarray(a)
    if np.any(a < 0) or np.any(a >= len(choices)):
        raise ValueError('invalid entry in choice array')
    chosen = choices[0]
    for k in range(1, len(choices)):
        chosen = np.where(a == k, choices[k], chosen)
    return chosen


def compress(condition, a, axis=None):
    if np.ndim(condition) != 1:
        raise ValueError('condition must be a 1-d array')
    if axis is None:
        return np.take(np.ravel(a), np.flatnonzero(condition))
    return np.take(a, np.flatnonzero(condition), axis)


def extract(condition, arr):
    return np.take(np.ravel(arr), np.flatnonzero(condition))


def dstack(tup):
    return np.concatenate([np.atleast_3d(a) for a in tup], 2)


def modf(x):
    whole = np.trunc(x)
    return x - whole, whole


def unstack(x, *, axis=0):
    refuse_list(x)
    moved = np.moveaxis(x, axis, 0)
    return tuple(moved[k] for k in range(np.shape(moved)[0]))


def unique(ar, return_index=False, return_inverse=False, return_counts=False):
    values = np.take(np.ravel(ar), first_places(ar))
    if not (return_index or return_inverse or return_counts):
        return values
    found = (values,)
    if return_index:
        found = found + (first_places(ar),)
    if return_inverse:
        found = found + (places_among_unique(ar),)
    if return_counts:
        found = found + (counts_of_unique(ar),)
    return found


def partition(a, kth, axis=-1):
    return np.take_along_axis(a, np.argpartition(a, kth, axis), axis)


def atleast_1d(x, y, z=None):
    if z is None:
        return np.atleast_1d(x), np.atleast_1d(y)
    return np.atleast_1d(x), np.atleast_1d(y), np.atleast_1d(z)


def array_of_axes(object, *, copy=True, ndmin=0):
    made = np.array(object) if copy else np.asarray(object)
    return np.reshape(made, (1,) * max(ndmin - np.ndim(made), 0) + np.shape(made))


def resize(a, new_shape):
    flat = np.ravel(a)
    if np.any(np.asarray(new_shape) < 0):
        raise ValueError('all elements of `new_shape` must be non-negative')
    if np.size(flat) == 0:
        return np.zeros(new_shape, flat.dtype)
    return np.reshape(np.take(flat, np.arange(int(np.prod(new_shape))) % np.size(flat)), new_shape)


def trim_zeros(filt):
    if np.ndim(filt) != 1:
        raise Unfollowed('srcad differentiates np.trim_zeros of one axis')
    kept = np.flatnonzero(filt)
    return filt[kept[0] : kept[-1] + 1] if len(kept) else filt[:0]


def interp(x, xp, fp, left=None, right=None):
    found = np.interp(x, xp, fp)
    if np.size(left) > 1 or np.size(right) > 1:
        raise TypeError('only 0-dimensional arrays can be converted to Python scalars')
    if left is not None:
        found = np.where(np.asarray(x) < xp[0], left, found)[()]
    if right is not None:
        found = np.where(np.asarray(x) > xp[-1], right, found)[()]
    return found


def take(a, indices, axis=None, *, mode='raise'):
    n = np.size(a) if axis is None else np.shape(a)[axis]
    if mode == 'wrap':
        return np.take(a, np.asarray(indices) % n, axis)
    if mode == 'clip':
        return np.take(a, np.clip(indices, 0, n - 1), axis)
    return np.take(a, indices, axis)


def unwrap(p):
    return p + full_turns(p)


def piecewise(x, condlist, funclist):
    if isinstance(condlist, np.ndarray) and np.ndim(condlist) == 1:
        return piecewise(x, [condlist], funclist)
    if len(funclist) not in (len(condlist), len(condlist) + 1):
        raise ValueError('np.piecewise takes a function for each condition, and one more for the rest')
    if len(funclist) == len(condlist):
        return filled_piece_by_piece(x, condlist, funclist)
    some = condlist[0]
    for condition in condlist[1:]:
        some = some | condition
    return filled_piece_by_piece(x, [condition for condition in condlist] + [~some], funclist)


def filled_piece_by_piece(x, condlist, funclist):
    out = np.zeros_like(x)
    for k in range(len(condlist)):
        condition = condlist[k]
        if np.any(condition):
            out[condition] = funclist[k](x[condition])
    return out


def ndenumerate(arr):
    arr = np.asarray(arr)
    for place in list(np.ndindex(*np.shape(arr))):
        yield place, arr[place]


# What the rows are of

def first_places(x):
    """Where each element of `np.unique(x)` stands first."""
    return np.unique(x, return_index=True)[1]


def padded_places(n, width, mode):
    """Where the elements of a padded axis of length n stand before."""
    return np.pad(np.arange(n), width, mode)


def places_of_extremes(x, accumulate, axis):
    """Where the greatest, or least, element so far stands last; `accumulate` is that of np.maximum, or np.minimum."""
    shape = [1] * np.ndim(x)
    shape[axis] = -1
    numbers = np.reshape(np.arange(np.shape(x)[axis]), shape)
    leads = (x == accumulate(x, axis)) | np.isnan(x)  # what is nan stays the greatest, and the least
    return np.maximum.accumulate(np.where(leads, numbers, 0), axis)


def places_among_unique(x):
    """Which element of `np.unique(x)` each is."""
    return np.unique(x, return_inverse=True)[1]


def counts_of_unique(x):
    """How often each element of `np.unique(x)` stands in x."""
    return np.unique(x, return_counts=True)[1]


def full_turns(x):
    """What np.unwrap adds: whole turns."""
    return np.unwrap(x) - x
