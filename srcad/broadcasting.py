"""Adjoints of what is broadcast, and of what is reduced along axes: part of srcad.runtime."""

import math

import numpy as np


def unbroadcast(b, x):
    """Sum `b` over the axes along which `x` was broadcast; shape of `x`, and a number for a number.

    >>> unbroadcast(np.ones((2, 3)), np.zeros(3))
    array([2., 2., 2.])
    >>> unbroadcast(np.ones((2, 3)), 1.0)
    6.0
    >>> unbroadcast(np.ones(3), np.zeros((1, 1)))
    array([[3.]])
    """
    shape = np.shape(x)
    if np.shape(b) == shape:
        return b[()] if type(b) is np.ndarray and shape == () else b  # no view of a place that changes
    if shape == ():
        return number(np.sum(b))
    extra = np.ndim(b) - len(shape)
    if extra < 0:
        return np.copy(np.broadcast_to(unbroadcast(b, np.broadcast_to(0.0, shape[-extra:])), shape))
    axes = tuple(range(extra)) + tuple(k + extra for k, n in enumerate(shape) if n == 1 and np.shape(b)[k + extra] != 1)
    b = np.sum(b, axis=axes) if axes else b
    return np.reshape(b, shape) if np.size(b) == math.prod(shape) else np.copy(np.broadcast_to(b, shape))


def number(x):
    """A Python number; a tensor, which may be differentiated again, stays one.

    >>> number(np.float64(1.0))
    1.0
    """
    return x.item() if isinstance(x, (np.generic, np.ndarray)) else x


def expanded(b, z):
    """`b` in the shape of `z`, which it broadcasts to.

    >>> expanded(2.0, np.zeros(2))
    array([2., 2.])
    """
    return b if np.shape(b) == np.shape(z) else np.broadcast_to(b, np.shape(z))


def spread(bz, x, axis, keepdims):
    """The adjoint of a reduction over `axis`, with the axes of `x` so that it broadcasts to `x`.

    >>> spread(np.ones(2), np.zeros((2, 3)), 1, False).shape
    (2, 1)
    """
    if axis is None or keepdims or np.ndim(x) == 0:
        return bz
    axes = axis if isinstance(axis, tuple) else (axis,)
    lacking = np.ndim(x) - len(axes) - np.ndim(bz)
    whole = np.reshape(bz, (1,) * lacking + np.shape(bz)) if lacking > 0 else bz
    return np.expand_dims(whole, tuple(a % np.ndim(x) for a in axes))


def count(x, axis):
    """How many elements of `x` one element of its reduction over `axis` is made of.

    >>> count(np.zeros((2, 3)), 1)
    3
    """
    if axis is None:
        return np.size(x)
    return math.prod(np.shape(x)[a] for a in (axis if isinstance(axis, tuple) else (axis,)))


def centered(x, axis):
    """`x` less its mean over `axis`.

    >>> centered(np.array([1.0, 3.0]), None)
    array([-1.,  1.])
    """
    return x - np.mean(x, axis=axis, keepdims=True)


def chosen(x, z, axis, keepdims):
    """1 where `x` is the extreme `z` of its axis; ties share it evenly.

    >>> chosen(np.array([1.0, 3.0, 3.0]), 3.0, None, False)
    array([0. , 0.5, 0.5])
    """
    hits = np.asarray(x == spread(z, x, axis, keepdims), float)
    return hits / np.sum(hits, axis=axis, keepdims=True)


def others(x, axis):
    """For each element the product of the others along `axis`, right also where some are zero.

    >>> others(np.array([2.0, 0.0, 5.0]), None)
    array([ 0., 10.,  0.])
    """
    if axis is None or np.ndim(x) == 0:
        return np.reshape(others(np.ravel(x), 0), np.shape(x))
    if isinstance(axis, tuple):
        axes = tuple(a % np.ndim(x) for a in axis)
        last = tuple(range(np.ndim(x) - len(axes), np.ndim(x)))
        moved = np.moveaxis(x, axes, last)
        flat = moved.reshape(*moved.shape[: np.ndim(x) - len(axes)], -1)
        return np.moveaxis(others(flat, -1).reshape(moved.shape), last, axes)
    x = np.moveaxis(x, axis, 0)
    before, after = np.ones_like(x), np.ones_like(x)
    before[1:] = np.cumprod(x[:-1], axis=0)
    after[:-1] = np.flip(np.cumprod(np.flip(x[1:], 0), axis=0), 0)
    return np.moveaxis(before * after, 0, axis)


def sign(x):
    """-1, 0 or 1, of real numbers and of arrays of them.

    >>> sign(-2.0), sign(0)
    (-1, 0)
    """
    if np.iscomplexobj(x):
        raise TypeError('srcad took a complex number for a real one: make it with complex(...), or 1j * x')
    return np.sign(x) if np.ndim(x) else 1 if x > 0 else -1 if x < 0 else 0
