"""Adjoints of functions that repeat, pad, order and difference elements: part of srcad.runtime."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from srcad.broadcasting import number
from srcad.elements import running_product_dx


def repeat_dx(bz, x, repeats, axis):
    """What `x` receives from z = np.repeat(x, repeats, axis).

    >>> repeat_dx(np.array([1.0, 2.0, 3.0]), np.zeros(2), [1, 2], None)
    array([1., 5.])
    """
    if np.ndim(x) == 0:
        return number(np.sum(bz))
    if axis is None:
        return np.reshape(repeat_dx(bz, np.ravel(x), repeats, 0), np.shape(x))
    bx = np.zeros(np.shape(x), bz.dtype)
    places = np.repeat(np.arange(np.shape(x)[axis]), repeats)
    np.add.at(np.moveaxis(bx, axis, 0), places, np.moveaxis(bz, axis, 0))
    return bx


def tile_dx(bz, x, reps):
    """What `x` receives from z = np.tile(x, reps).

    >>> tile_dx(np.array([1.0, 2.0, 3.0, 4.0]), np.zeros(2), 2)
    array([4., 6.])
    """
    if np.ndim(x) == 0:
        return number(np.sum(bz))
    reps = tuple(reps) if np.ndim(reps) else (reps,)
    rank = max(len(reps), np.ndim(x))
    reps, shape = (1,) * (rank - len(reps)) + reps, (1,) * (rank - np.ndim(x)) + np.shape(x)
    parts = np.reshape(bz, [n for pair in zip(reps, shape) for n in pair])
    return np.reshape(np.sum(parts, axis=tuple(range(0, 2 * rank, 2))), np.shape(x))


def pad_dx(bz, x, pad_width):
    """What `x` receives from z = np.pad(x, pad_width), which pads with zeros.

    >>> pad_dx(np.arange(5.0), np.zeros(2), (1, 2))
    array([1., 2.])
    """
    if np.ndim(x) == 0:
        return bz
    before = np.broadcast_to(pad_width, (np.ndim(x), 2))[:, 0]
    return bz[tuple(slice(k, k + n) for k, n in zip(before, np.shape(x)))]


def windows_dx(bz, x, window_shape, axis):
    """What `x` receives from its windows.

    >>> windows_dx(np.ones((2, 2)), np.zeros(3), 2, None)
    array([1., 2., 1.])
    """
    bx = np.zeros(np.shape(x), bz.dtype)
    places = np.arange(np.size(x)).reshape(np.shape(x))
    np.add.at(bx.reshape(-1), sliding_window_view(places, window_shape, axis), bz)
    return bx


def cumprod_dx(bz, x, z, axis):
    """What `x` receives from z = np.cumprod(x, axis).

    >>> cumprod_dx(np.ones(2), np.array([2.0, 3.0]), np.array([2.0, 6.0]), None)
    array([4., 2.])
    """
    if axis is None:
        return np.reshape(running_product_dx(bz, np.ravel(x), z, 0, np.cumprod), np.shape(x))
    return running_product_dx(bz, x, z, axis, np.cumprod)


def diff_dx(bz):
    """What x receives from z = np.diff(x), along the last axis.

    >>> diff_dx(np.array([1.0, 2.0]))
    array([-1., -1.,  2.])
    """
    zero = np.zeros((*np.shape(bz)[:-1], 1))
    return np.concatenate((zero, bz), axis=-1) - np.concatenate((bz, zero), axis=-1)


def differences_dx(bz, x, n, axis):
    """What x receives from z = np.diff(x, n, axis).

    >>> differences_dx(np.array([1.0]), np.zeros(3), 2, 0)
    array([ 1., -2.,  1.])
    """
    if np.shape(x)[axis] <= n:
        return np.zeros(np.shape(x))
    for _ in range(n):
        bz = np.moveaxis(diff_dx(np.moveaxis(bz, axis, -1)), -1, axis)
    return bz


def quantile_dx(bz, x, q, axis, keepdims):
    """What `x` receives from z = np.quantile(x, q, axis): the two order statistics that it lies between.

    >>> quantile_dx(1.0, np.array([3.0, 1.0, 2.0]), 0.25, None, False)
    array([0. , 0.5, 0.5])
    """
    axes = range(np.ndim(x)) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    axes = tuple(a % np.ndim(x) for a in axes)
    rest = [k for k in range(np.ndim(x)) if k not in axes]
    rows = np.transpose(x, [*rest, *axes])
    shape, count = np.shape(rows), int(np.prod([np.shape(x)[a] for a in axes]))
    rows = np.reshape(rows, (*shape[: len(rest)], count))
    order, ordered = np.argsort(rows, axis=-1, kind='stable'), np.zeros(np.shape(rows), np.result_type(bz))
    each = np.reshape(bz, (np.size(q), *shape[: len(rest)]))
    for b, p in zip(each, np.ravel(q)):
        low = min(int(p * (count - 1)), max(count - 2, 0))
        weight = p * (count - 1) - low
        if count > 0:
            ordered[..., low] += b * (1 - weight)
        if count > 1:
            ordered[..., low + 1] += b * weight
    bx = np.zeros_like(ordered)
    np.put_along_axis(bx, order, ordered, -1)
    return np.transpose(np.reshape(bx, shape), np.argsort([*rest, *axes]))


def part(bz, k, items, axis):
    """The part of `bz` that came from the k-th of the arrays that were joined along `axis`.

    >>> part(np.arange(5.0), 1, (np.zeros(2), np.zeros(3)), 0)
    array([2., 3., 4.])
    """
    if axis is None:
        start = sum(np.size(item) for item in items[:k])
        return np.reshape(bz[start : start + np.size(items[k])], np.shape(items[k]))
    sizes = [
        np.shape(item)[axis] if np.ndim(item) > 1 or axis in (0, -1) and np.ndim(bz) == np.ndim(item) else 1
        for item in items
    ]
    start = sum(sizes[:k])
    piece = np.moveaxis(np.moveaxis(bz, axis, 0)[start : start + sizes[k]], 0, axis)
    return np.reshape(piece, np.shape(items[k]))


def row_axis(x):
    """The axis along which `np.hstack` joins arrays to `x`.

    >>> row_axis(np.zeros(3)), row_axis(np.zeros((3, 2)))
    (0, 1)
    """
    return min(np.ndim(x) - 1, 1)


def parted(bz, items, axis):
    """The parts of `bz` that came from each of the arrays in a list that were joined along `axis`.

    >>> parted(np.arange(3.0), [np.zeros(2), np.zeros(1)], 0)
    [array([0., 1.]), array([2.])]
    """
    return [part(bz, k, items, axis) for k in range(len(items))]
