"""Functions of libraries that return several values, or take lists, in Python: it is differentiated in their place."""

import cmath
import math

import numpy as np

from srcad.factors import left, orthogonal, right, singular_values, triangular

SlogdetResult = type(np.linalg.slogdet(np.eye(1)))
EighResult = type(np.linalg.eigh(np.eye(1)))
SVDResult = type(np.linalg.svd(np.eye(1)))
QRResult = type(np.linalg.qr(np.eye(1)))


def polar(z):
    return abs(z), cmath.phase(z)


def dist(p, q):
    square = sum([(a - b)**2 for a, b in zip(p, q)])
    return math.sqrt(square) if square > 0 else 0.0


def quotient_and_rest(x, y):
    return x // y, x % y


def meshgrid(x, y, *, indexing='xy'):
    if indexing == 'ij':
        shape = (len(x), len(y))
        return np.broadcast_to(x[:, None], shape).copy(), np.broadcast_to(y, shape).copy()
    shape = (len(y), len(x))
    return np.broadcast_to(x, shape).copy(), np.broadcast_to(y[:, None], shape).copy()


def diagflat(v, k=0):
    return np.diag(np.ravel(v), k)


def split(ary, indices_or_sections, axis=0):
    if np.ndim(indices_or_sections) == 0 and np.shape(ary)[axis] % indices_or_sections:
        raise ValueError('array split does not result in an equal division')
    return array_split(ary, indices_or_sections, axis)


def array_split(ary, indices_or_sections, axis=0):
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


def hsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0 if np.ndim(ary) == 1 else 1)


def vsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0)


def append(arr, values, axis=None):
    if axis is None:
        return np.concatenate([np.ravel(arr), np.ravel(values)])
    return np.concatenate([arr, values], axis)


def insert(arr, obj, values, axis=None):
    if axis is None:
        arr = np.ravel(arr)
    if np.ndim(obj) > 0:
        return inserted_at_several(arr, obj, values, 0 if axis is None else axis)
    if axis is None:
        return np.concatenate([arr[:obj], np.ravel(values), arr[obj:]])
    n = np.shape(arr)[axis]
    before, after = np.arange(n)[:obj], np.arange(n)[obj:]
    part = np.broadcast_to(values, np.shape(np.take(arr, 0, axis)))
    return np.concatenate([np.take(arr, before, axis), np.expand_dims(part, axis), np.take(arr, after, axis)], axis)


def inserted_at_several(arr, places, values, axis):
    n, count = np.shape(arr)[axis], len(places)
    if count == 1 or np.asarray(places).dtype == bool:
        raise NotImplementedError('srcad differentiates np.insert at an index, or at several of them')
    places = np.where(np.asarray(places) < 0, np.asarray(places) + n, places)
    order = np.argsort(places, kind='stable')
    new = np.sort(places) + np.arange(count)  # where the new ones stand, in the order of their places
    source = np.zeros(n + count, dtype=int)
    source[new] = n + order
    source[np.delete(np.arange(n + count), new)] = np.arange(n)
    added = np.broadcast_to(values, np.shape(np.take(arr, np.zeros(count, dtype=int), axis)))
    return np.take(np.concatenate([arr, added], axis), source, axis)


def delete(arr, obj, axis=None):
    if axis is None:
        arr = np.ravel(arr)
        return np.take(arr, np.delete(np.arange(np.size(arr)), obj))
    return np.take(arr, np.delete(np.arange(np.shape(arr)[axis]), obj), axis)


def gradient(f, h=1.0, h_2=None, h_3=None):
    if np.ndim(f) == 1 and np.ndim(h) == 0:
        return np.concatenate([f[1:2] - f[:1], (f[2:] - f[:-2]) / 2, f[-1:] - f[-2:-1]]) / h
    if np.ndim(f) == 1:
        return slopes(f, h)
    h_2, h_3 = h if h_2 is None else h_2, h if h_3 is None else h_3
    if np.ndim(f) == 2:
        return [gradient_along(f, h, 0), gradient_along(f, h_2, 1)]
    if np.ndim(f) > 3:
        raise NotImplementedError('srcad differentiates np.gradient of up to three axes, or along one: write axis=')
    return [gradient_along(f, h, 0), gradient_along(f, h_2, 1), gradient_along(f, h_3, 2)]


def gradient_along(f, h=1.0, axis=0, edge_order=1):
    if edge_order != 1:
        raise NotImplementedError('srcad differentiates np.gradient with edge_order=1')
    if np.ndim(h) == 0:
        h = h * np.arange(np.shape(f)[axis])
    return np.swapaxes(slopes(np.swapaxes(f, axis, -1), h), axis, -1)


def slopes(f, x):
    """The derivative along the last axis, at points x: exact for parabolas inside."""
    d = np.diff(x)
    s = np.diff(f) / d
    inside = (d[1:] * s[..., :-1] + d[:-1] * s[..., 1:]) / (d[1:] + d[:-1])
    return np.concatenate([s[..., :1], inside, s[..., -1:]], -1)


def vander(x, N=None, increasing=False):
    n = len(x) if N is None else N
    powers = np.arange(n) if increasing else np.arange(n - 1, -1, -1)
    return x[:, None] ** powers


def cov(m, y=None, rowvar=True, bias=False, ddof=None):
    if y is not None:
        m = np.vstack([m, y]) if rowvar else np.hstack([np.transpose(m), np.transpose(y)])
    elif not rowvar and np.ndim(m) > 1:
        m = np.transpose(m)
    if ddof is None:
        ddof = 0 if bias else 1
    apart = m - np.mean(m, axis=-1, keepdims=True)
    return apart @ np.transpose(apart) / (np.shape(m)[-1] - ddof)


def corrcoef(x, y=None, rowvar=True):
    c = cov(x, y, rowvar)
    if np.ndim(c) == 0:
        return c / c
    d = np.sqrt(np.diag(c))
    return c / d[:, None] / d


def logspace(start, stop, num=50, endpoint=True, base=10.0):
    return base ** np.linspace(start, stop, num, endpoint)


def geomspace(start, stop, num=50, endpoint=True):
    if np.any(start <= 0) or np.any(stop <= 0):
        raise NotImplementedError('srcad differentiates np.geomspace between positive numbers')
    return 10.0 ** np.linspace(np.log10(start), np.log10(stop), num, endpoint)


def diff(a, n=1, axis=-1, prepend=None, append=None):
    if n > 0 and prepend is not None:
        a = np.concatenate([at_the_end(prepend, a, axis), a], axis)
    if n > 0 and append is not None:
        a = np.concatenate([a, at_the_end(append, a, axis)], axis)
    return np.diff(a, n, axis)


def at_the_end(value, a, axis):
    if np.ndim(value) > 0:
        return value
    return np.broadcast_to(value, np.shape(np.take(a, [0], axis))).copy()


def sum_of(a, axis=None, *, keepdims=False, initial=0, where=True):
    return np.sum(np.where(where, a, 0), axis, keepdims=keepdims) + initial


def prod_of(a, axis=None, *, keepdims=False, initial=1, where=True):
    return np.prod(np.where(where, a, 1), axis, keepdims=keepdims) * initial


def max_of(a, axis=None, *, keepdims=False, initial=None, where=True):
    if initial is None:
        return np.max(a, axis, keepdims=keepdims)
    return np.maximum(np.max(np.where(where, a, initial), axis, keepdims=keepdims), initial)


def min_of(a, axis=None, *, keepdims=False, initial=None, where=True):
    if initial is None:
        return np.min(a, axis, keepdims=keepdims)
    return np.minimum(np.min(np.where(where, a, initial), axis, keepdims=keepdims), initial)


def mean_of(a, axis=None, *, keepdims=False, where=True):
    count = np.sum(np.broadcast_to(where, np.shape(a)), axis, keepdims=keepdims)
    return np.sum(np.where(where, a, 0), axis, keepdims=keepdims) / count


def pad(array, pad_width, mode='constant', constant_values=0):
    if mode in ('edge', 'reflect', 'symmetric', 'wrap'):
        widths = np.broadcast_to(pad_width, (np.ndim(array), 2))
        for axis in range(np.ndim(array)):
            places = np.pad(np.arange(np.shape(array)[axis]), widths[axis], mode)
            array = np.take(array, places, axis)
        return array
    if mode != 'constant' or np.ndim(constant_values) > 0:
        raise NotImplementedError('srcad differentiates np.pad with one constant, edge, reflect, symmetric and wrap')
    inside = np.pad(np.ones(np.shape(array), dtype=bool), pad_width)
    return np.where(inside, np.pad(array, pad_width), constant_values)


def block(arrays):
    if not isinstance(arrays[0], (list, tuple)):
        return np.hstack(arrays)
    if isinstance(arrays[0][0], (list, tuple)):
        raise NotImplementedError('srcad differentiates np.block of rows of blocks')
    return np.vstack([np.hstack(row) for row in arrays])


def add_reduce(array, axis=0):
    return np.sum(array, axis)


def multiply_reduce(array, axis=0):
    return np.prod(array, axis)


def maximum_reduce(array, axis=0):
    return np.max(array, axis)


def minimum_reduce(array, axis=0):
    return np.min(array, axis)


def add_accumulate(array, axis=0):
    return np.cumsum(array, axis)


def multiply_accumulate(array, axis=0):
    return np.cumprod(array, axis)


def add_outer(a, b):
    return np.reshape(a, np.shape(a) + (1,) * np.ndim(b)) + b


def subtract_outer(a, b):
    return np.reshape(a, np.shape(a) + (1,) * np.ndim(b)) - b


def multiply_outer(a, b):
    return np.reshape(a, np.shape(a) + (1,) * np.ndim(b)) * b


def divide_outer(a, b):
    return np.reshape(a, np.shape(a) + (1,) * np.ndim(b)) / b


def slogdet(a):
    return SlogdetResult(sign_of_det(a), log_of_det(a))


def eigh(a, UPLO='L'):
    return EighResult(np.linalg.eigvalsh(a, UPLO), eigenvectors(a, UPLO))


def svd(a, full_matrices=True):
    if full_matrices and a.shape[-1] != a.shape[-2]:
        raise NotImplementedError('srcad differentiates np.linalg.svd with full_matrices=False')
    return SVDResult(left(a), singular_values(a), right(a))


def qr(a):
    if a.shape[-1] > a.shape[-2]:
        raise NotImplementedError('srcad differentiates np.linalg.qr of a matrix that is no wider than high')
    return QRResult(orthogonal(a), triangular(a))


def lstsq(a, b, rcond=None):
    x = least_squares(a, b, rcond)
    rest = np.reshape(np.sum((b - a @ x)**2, axis=0), -1)
    return x, rest if len(a) > len(x) else np.zeros(0), len(x), singular_values(a)


def polyfit(x, y, deg):
    powers = np.vander(x, deg + 1)
    scale = np.sqrt(np.sum(powers**2, axis=0))
    solution = least_squares(powers / scale, y, len(x) * 2.0**-52)
    return np.transpose(np.transpose(solution) / scale)


def select(condlist, choicelist, default=0.0):
    chosen = default
    for k in reversed(range(len(condlist))):
        chosen = np.where(condlist[k], choicelist[k], chosen)
    return chosen


def vectorized(f, x, known_type=False):
    values = np.ravel(x).tolist()
    of_what_type(f(values[0]) if not known_type else None)
    return np.reshape(np.array([f(value) for value in values]), np.shape(x))


def vectorized_over_two(f, x, y, known_type=False):
    x, y = x + np.zeros_like(y), y + np.zeros_like(x)
    xs, ys = np.ravel(x).tolist(), np.ravel(y).tolist()
    of_what_type(f(xs[0], ys[0]) if not known_type else None)
    return np.reshape(np.array([f(xs[k], ys[k]) for k in range(len(xs))]), np.shape(x))


def of_what_type(first):
    if isinstance(first, (int, np.integer)):
        raise NotImplementedError('np.vectorize makes integers of all values, as the first is one: return floats')


# What the rows are of

def least_squares(x, y, rcond):
    """The solution of `np.linalg.lstsq`, for a matrix whose columns are independent."""
    solution, _, rank, _ = np.linalg.lstsq(x, y, rcond)
    if rank < np.shape(x)[1]:
        raise NotImplementedError('srcad differentiates np.linalg.lstsq of a matrix whose columns are independent')
    return solution


def sign_of_det(x):
    """The sign of a determinant."""
    return np.linalg.slogdet(x)[0]


def log_of_det(x):
    """The logarithm of the absolute value of a determinant."""
    return np.linalg.slogdet(x)[1]


def eigenvectors(x, UPLO):
    """Those of a symmetric matrix, as columns."""
    return np.linalg.eigh(x, UPLO)[1]


STANDINS = {
    cmath.polar: polar, math.dist: dist, divmod: quotient_and_rest, np.divmod: quotient_and_rest, np.meshgrid: meshgrid,
    np.diagflat: diagflat, np.append: append, np.insert: insert, np.delete: delete,
    np.gradient: gradient, np.vander: vander, np.cov: cov, np.corrcoef: corrcoef, np.block: block,
    np.logspace: logspace, np.geomspace: geomspace, np.select: select, np.polyfit: polyfit,
    np.add.reduce: add_reduce, np.multiply.reduce: multiply_reduce, np.maximum.reduce: maximum_reduce,
    np.minimum.reduce: minimum_reduce, np.add.accumulate: add_accumulate, np.multiply.accumulate: multiply_accumulate,
    np.add.outer: add_outer, np.subtract.outer: subtract_outer, np.multiply.outer: multiply_outer,
    np.divide.outer: divide_outer,
    np.linalg.slogdet: slogdet, np.linalg.eigh: eigh, np.linalg.svd: svd, np.linalg.qr: qr,
    np.linalg.lstsq: lstsq,
}  # fmt: skip

# For calls whose parts have no names of their own
SPLIT = {np.split: split, np.array_split: array_split, np.hsplit: hsplit, np.vsplit: vsplit}

# For calls with arguments that the row of the function does not know
WITH_MORE = {
    np.diff: diff, np.pad: pad, np.sum: sum_of, np.prod: prod_of, np.max: max_of, np.min: min_of, np.mean: mean_of,
    np.gradient: gradient_along,
}  # fmt: skip
