"""Sums, means and differences along axes."""

import numpy as np

from srcad.errors import Unfollowed
from srcad.standins.arrays import places_of_extremes

TOO_SMALL = 'Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.'


def gradient(f, h=1.0, h_2=None, h_3=None):
    f = np.asarray(f)
    if np.ndim(f) == 1 and h_2 is not None:
        raise TypeError('invalid number of arguments')
    if np.ndim(f) == 1 and np.shape(f)[0] < 2:
        raise ValueError(TOO_SMALL)
    if np.ndim(f) == 1 and np.ndim(h) == 0:
        return np.concatenate([f[1:2] - f[:1], (f[2:] - f[:-2]) / 2, f[-1:] - f[-2:-1]]) / h
    if np.ndim(f) == 1:
        return slopes(f, h).astype(f.dtype)
    h_2, h_3 = h if h_2 is None else h_2, h if h_3 is None else h_3
    if np.ndim(f) == 2:
        return gradient_along(f, h, axis=0), gradient_along(f, h_2, axis=1)
    if np.ndim(f) > 3:
        raise Unfollowed('srcad differentiates np.gradient of up to three axes, or along one: write axis=')
    return gradient_along(f, h, axis=0), gradient_along(f, h_2, axis=1), gradient_along(f, h_3, axis=2)


def gradient_along(f, h=1.0, *, axis=None, edge_order=1):
    f = np.asarray(f)
    if axis is None and np.ndim(f) > 1 or np.ndim(axis) > 0:
        raise Unfollowed('srcad differentiates np.gradient with edge_order, or axis, along one axis: write axis=0')
    if edge_order > 2:
        raise ValueError("'edge_order' greater than 2 not supported")
    if axis is None:
        return gradient_along_one(f, h, 0, edge_order)
    return gradient_along_one(f, h, axis, edge_order)


def gradient_along_one(f, h, axis, edge_order):
    if np.shape(f)[axis] < edge_order + 1:
        raise ValueError(TOO_SMALL)
    if np.ndim(h) == 0:
        h = h * np.arange(np.shape(f)[axis])
    if len(h) != np.shape(f)[axis]:
        raise ValueError('when 1d, distances must match the length of the corresponding dimension')
    return np.swapaxes(slopes(np.swapaxes(f, axis, -1), h, edge_order), axis, -1).astype(f.dtype)


def slopes(f, x, edge_order=1):
    """The derivative along the last axis, at points x: exact for parabolas inside, at the ends if edge_order is 2."""
    d = np.diff(x)
    s = np.diff(f) / d
    inside = (d[1:] * s[..., :-1] + d[:-1] * s[..., 1:]) / (d[1:] + d[:-1])
    first, last = s[..., :1], s[..., -1:]
    if edge_order == 2:
        first = first + d[:1] * (first - s[..., 1:2]) / (d[:1] + d[1:2])
        last = last + d[-1:] * (last - s[..., -2:-1]) / (d[-1:] + d[-2:-1])
    return np.concatenate([first, inside, last], -1)


def cov(m, y=None, rowvar=True, bias=False, ddof=None):
    if ddof is None:
        ddof = 0 if bias else 1
    if y is not None:
        return covariances(np.concatenate([as_rows(m, rowvar), as_rows(y, rowvar)]), ddof)
    return np.squeeze(covariances(as_rows(m, rowvar), ddof))


def as_rows(m, rowvar):
    return np.atleast_2d(m) if rowvar or np.ndim(m) < 2 else np.transpose(m)


def covariances(m, ddof):
    apart = m - np.mean(m, axis=-1, keepdims=True, dtype=float)
    return apart @ np.transpose(apart) / (np.shape(m)[-1] - ddof)


def corrcoef(x, y=None, rowvar=True):
    c = cov(x, y, rowvar)
    if np.ndim(c) == 0:
        return c / c
    d = np.sqrt(np.diag(c))
    return c / d[:, None] / d


def sum_of(a, axis=None, *, keepdims=False, initial=0, where=True):
    return np.sum(np.where(shown(where, a), a, 0), axis, keepdims=keepdims) + (0 if initial is None else initial)


def prod_of(a, axis=None, *, keepdims=False, initial=1, where=True):
    return np.prod(np.where(shown(where, a), a, 1), axis, keepdims=keepdims) * (1 if initial is None else initial)


def shown(where, a):
    """A mask as the array's axes see it: it has no more of them."""
    return np.broadcast_to(where, np.shape(a))


def max_of(a, axis=None, *, keepdims=False, initial=None, where=True):
    if initial is None and not np.all(where):
        raise ValueError('a mask wants initial=')
    if initial is None:
        return np.max(a, axis, keepdims=keepdims)
    where = shown(where, a)
    if np.size(a) == 0:
        return np.sum(a, axis, keepdims=keepdims) + initial
    return np.maximum(np.max(np.where(where, a, initial), axis, keepdims=keepdims), initial)


def min_of(a, axis=None, *, keepdims=False, initial=None, where=True):
    if initial is None and not np.all(where):
        raise ValueError('a mask wants initial=')
    if initial is None:
        return np.min(a, axis, keepdims=keepdims)
    where = shown(where, a)
    if np.size(a) == 0:
        return np.sum(a, axis, keepdims=keepdims) + initial
    return np.minimum(np.min(np.where(where, a, initial), axis, keepdims=keepdims), initial)


def mean_of(a, axis=None, *, keepdims=False, where=True):
    where = shown(where, a)
    count = np.sum(np.where(where, np.ones_like(a), 0), axis, keepdims=keepdims)
    return np.sum(np.where(where, a, 0), axis, keepdims=keepdims) / count


def add_reduce(array, axis=0):
    return np.sum(array, axis)


def multiply_reduce(array, axis=0):
    return np.prod(array, axis)


def maximum_reduce(array, axis=0):
    return np.max(array, axis)


def minimum_reduce(array, axis=0):
    return np.min(array, axis)


def add_accumulate(array, axis=0):
    refuse_scalar(array)
    return np.cumsum(array, axis)


def multiply_accumulate(array, axis=0):
    refuse_scalar(array)
    return np.cumprod(array, axis)


def refuse_scalar(array):
    if np.ndim(array) == 0:
        raise TypeError('cannot accumulate on a scalar')


def maximum_accumulate(array, axis=0):
    array = np.asarray(array)
    return np.take_along_axis(array, places_of_extremes(array, np.maximum.accumulate, axis), axis)


def minimum_accumulate(array, axis=0):
    array = np.asarray(array)
    return np.take_along_axis(array, places_of_extremes(array, np.minimum.accumulate, axis), axis)


def add_outer(a, b):
    return np.reshape(a, np.shape(a) + (1,) * np.ndim(b)) + np.asarray(b)


def subtract_outer(a, b):
    return np.reshape(a, np.shape(a) + (1,) * np.ndim(b)) - np.asarray(b)


def multiply_outer(a, b):
    return np.reshape(a, np.shape(a) + (1,) * np.ndim(b)) * np.asarray(b)


def divide_outer(a, b):
    return np.reshape(a, np.shape(a) + (1,) * np.ndim(b)) / np.asarray(b)


def cumulative_sum(x, *, axis=None):
    return np.cumsum(x, only_axis(x, axis))


def cumulative_prod(x, *, axis=None):
    return np.cumprod(x, only_axis(x, axis))


def only_axis(x, axis):
    if axis is None and np.ndim(x) > 1:
        raise ValueError('For arrays which have more than one dimension ``axis`` argument is required.')
    return axis


def vecdot(x1, x2, *, axis=-1):
    if np.shape(x1)[axis] != np.shape(x2)[axis]:
        raise ValueError('vecdot: the lengths of the vectors differ')
    return np.sum(x1 * x2, axis)


def matvec(x1, x2):
    if np.ndim(x1) < 2 or np.shape(x1)[-1] != np.shape(x2)[-1]:
        raise ValueError('matvec: the first has the columns, the second as many elements')
    return np.sum(x1 * np.expand_dims(x2, -2), -1)


def vecmat(x1, x2):
    if np.ndim(x2) < 2 or np.shape(x1)[-1] != np.shape(x2)[-2]:
        raise ValueError('vecmat: the second has rows, the first as many elements')
    return np.sum(np.expand_dims(x1, -1) * x2, -2)


def nanprod(a, axis=None, *, keepdims=False):
    return np.prod(np.where(np.isnan(a), 1, a), axis, keepdims=keepdims)


def nancumsum(a, axis=None):
    return np.cumsum(np.where(np.isnan(a), 0, a), axis)


def nancumprod(a, axis=None):
    return np.cumprod(np.where(np.isnan(a), 1, a), axis)


def nanvar(a, axis=None, *, ddof=0, keepdims=False):
    known = ~np.isnan(a)
    count = np.sum(known, axis, keepdims=True)
    apart = np.where(known, a - np.sum(np.where(known, a, 0), axis, keepdims=True) / count, 0)
    rest = np.sum(known, axis, keepdims=keepdims) - ddof
    return (np.sum(apart**2, axis, keepdims=keepdims) / np.where(rest > 0, rest, np.nan)).astype(np.asarray(a).dtype)


def nanstd(a, axis=None, *, ddof=0, keepdims=False):
    v = nanvar(a, axis, ddof=ddof, keepdims=keepdims)
    return np.sqrt(v + (v == 0)) * (v != 0)  # a slope of 0 where all are equal


def nanmedian(a, axis=None):
    return np.median(known_values(a, axis), axis)


def nanquantile(a, q, axis=None):
    return np.quantile(known_values(a, axis), q, axis)


def nanpercentile(a, q, axis=None):
    return np.percentile(known_values(a, axis), q, axis)


def known_values(a, axis):
    if axis is not None:
        if np.any(np.isnan(a)):
            raise Unfollowed('srcad differentiates nanmedian and the like along an axis where nothing is nan')
        return a
    return np.take(np.ravel(a), np.flatnonzero(~np.isnan(a)))


def histogram(a, bins=10, range=None, density=None, weights=None):
    a = np.ravel(a)
    if np.ndim(bins) == 0:
        low, high = range if range is not None else (np.min(a), np.max(a)) if len(a) else (0.0, 1.0)
        if low == high:
            low, high = low - 0.5, high + 0.5
        edges = np.linspace(low, high, bins + 1)
    else:
        edges = np.asarray(bins)
    if weights is None:
        in_order = np.sort(a)
        below, last = np.searchsorted(in_order, edges[:-1]), np.searchsorted(in_order, edges[-1:], 'right')
        counts = np.diff(np.concatenate((below, last)))  # the last bin has both its edges
    else:
        places = np.searchsorted(edges, a, 'right') - (a == edges[-1])
        inside = (places > 0) & (places < len(edges))
        counts = np.zeros(len(edges) - 1)
        np.add.at(counts, places[inside] - 1, np.ravel(weights)[inside])
    if density:
        return counts / np.sum(counts) / np.diff(edges), edges
    return counts, edges
