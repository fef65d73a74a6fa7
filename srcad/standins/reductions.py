"""Sums, means and differences along axes."""

import numpy as np

from srcad.standins.arrays import places_of_extremes


def gradient(f, h=1.0, h_2=None, h_3=None):
    if np.ndim(f) == 1 and np.shape(f)[0] < 2:
        raise ValueError('Shape of array too small to calculate a numerical gradient')
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


def gradient_along(f, h=1.0, axis=None, edge_order=1):
    if axis is None and np.ndim(f) > 1:
        raise NotImplementedError('srcad differentiates np.gradient with edge_order along one axis: write axis=')
    if edge_order > 2:
        raise ValueError("'edge_order' greater than 2 not supported")
    if axis is None:
        return gradient_along_one(f, h, 0, edge_order)
    return gradient_along_one(f, h, axis, edge_order)


def gradient_along_one(f, h, axis, edge_order):
    if np.shape(f)[axis] < edge_order + 1:
        raise ValueError('Shape of array too small to calculate a numerical gradient')
    if np.ndim(h) == 0:
        h = h * np.arange(np.shape(f)[axis])
    return np.swapaxes(slopes(np.swapaxes(f, axis, -1), h, edge_order), axis, -1)


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
    if np.ndim(m) > 1:
        return np.squeeze(covariances(as_rows(m, rowvar), ddof))
    return covariances(m, ddof)


def as_rows(m, rowvar):
    return np.atleast_2d(m) if rowvar or np.ndim(m) == 1 else np.transpose(m)


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
    return np.sum(np.where(where, a, 0), axis, keepdims=keepdims) + initial


def prod_of(a, axis=None, *, keepdims=False, initial=1, where=True):
    return np.prod(np.where(where, a, 1), axis, keepdims=keepdims) * initial


def max_of(a, axis=None, *, keepdims=False, initial=None, where=True):
    if initial is None:
        return np.max(a, axis, keepdims=keepdims)
    if np.size(a) == 0 and axis is None:
        return initial
    return np.maximum(np.max(np.where(where, a, initial), axis, keepdims=keepdims), initial)


def min_of(a, axis=None, *, keepdims=False, initial=None, where=True):
    if initial is None:
        return np.min(a, axis, keepdims=keepdims)
    if np.size(a) == 0 and axis is None:
        return initial
    return np.minimum(np.min(np.where(where, a, initial), axis, keepdims=keepdims), initial)


def mean_of(a, axis=None, *, keepdims=False, where=True):
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
    return np.cumsum(array, axis)


def multiply_accumulate(array, axis=0):
    return np.cumprod(array, axis)


def maximum_accumulate(array, axis=0):
    return np.take_along_axis(array, places_of_extremes(array, np.maximum.accumulate, axis), axis)


def minimum_accumulate(array, axis=0):
    return np.take_along_axis(array, places_of_extremes(array, np.minimum.accumulate, axis), axis)


def add_outer(a, b):
    return np.reshape(a, np.shape(a) + (1,) * np.ndim(b)) + b


def subtract_outer(a, b):
    return np.reshape(a, np.shape(a) + (1,) * np.ndim(b)) - b


def multiply_outer(a, b):
    return np.reshape(a, np.shape(a) + (1,) * np.ndim(b)) * b


def divide_outer(a, b):
    return np.reshape(a, np.shape(a) + (1,) * np.ndim(b)) / b


def cumulative_sum(x, axis=None):
    return np.cumsum(x, only_axis(x, axis))


def cumulative_prod(x, axis=None):
    return np.cumprod(x, only_axis(x, axis))


def only_axis(x, axis):
    if axis is None and np.ndim(x) > 1:
        raise ValueError('For arrays which have more than one dimension ``axis`` argument is required.')
    return axis


def vecdot(x1, x2, axis=-1):
    return np.sum(x1 * x2, axis)


def matvec(x1, x2):
    return np.sum(x1 * np.expand_dims(x2, -2), -1)


def vecmat(x1, x2):
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
    return np.sum(apart**2, axis, keepdims=keepdims) / (np.sum(known, axis, keepdims=keepdims) - ddof)


def nanstd(a, axis=None, *, ddof=0, keepdims=False):
    return np.sqrt(nanvar(a, axis, ddof=ddof, keepdims=keepdims))


def nanmedian(a, axis=None):
    return np.median(known_values(a, axis), axis)


def nanquantile(a, q, axis=None):
    return np.quantile(known_values(a, axis), q, axis)


def nanpercentile(a, q, axis=None):
    return np.percentile(known_values(a, axis), q, axis)


def known_values(a, axis):
    if axis is not None:
        if np.any(np.isnan(a)):
            raise NotImplementedError('srcad differentiates nanmedian and the like along an axis where nothing is nan')
        return a
    return np.take(np.ravel(a), np.flatnonzero(~np.isnan(a)))
