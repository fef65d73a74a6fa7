"""Adjoints of products of vectors and matrices: part of srcad.runtime."""

import numpy as np

from srcad.broadcasting import unbroadcast


def matmul_dx(bz, x, y):
    """What `x` receives from z = x @ y, for any number of axes.

    >>> matmul_dx(np.ones((2, 2)), np.zeros((2, 1)), np.array([[1.0, 2.0]]))
    array([[3.],
           [3.]])
    """
    if np.ndim(y) == 1:
        b = np.expand_dims(bz, -1) * y
    elif np.ndim(x) == 1:
        b = np.matmul(y, np.expand_dims(bz, -1))[..., 0]
    else:
        b = np.matmul(bz, np.swapaxes(y, -1, -2))
    return unbroadcast(b, x)


def matmul_dy(bz, x, y):
    """What `y` receives from z = x @ y, for any number of axes.

    >>> matmul_dy(np.array([1.0, 2.0]), np.eye(2), np.zeros(2))
    array([1., 2.])
    """
    if np.ndim(x) == 1 and np.ndim(y) == 1:
        b = bz * x
    elif np.ndim(x) == 1:
        b = np.expand_dims(x, -1) * np.expand_dims(bz, -2)
    elif np.ndim(y) == 1:
        b = np.matmul(np.swapaxes(x, -1, -2), np.expand_dims(bz, -1))[..., 0]
    else:
        b = np.matmul(np.swapaxes(x, -1, -2), bz)
    return unbroadcast(b, y)


def dot_dx(bz, x, y):
    """What `x` receives from z = np.dot(x, y).

    >>> dot_dx(2.0, np.zeros(2), np.array([1.0, 3.0]))
    array([2., 6.])
    """
    if np.ndim(x) == 0 or np.ndim(y) == 0:
        return unbroadcast(bz * y, x)
    axes = list(range(np.ndim(x) - 1, np.ndim(bz)))
    left = [k for k in range(np.ndim(y)) if k != max(np.ndim(y) - 2, 0)]
    return np.tensordot(bz, y, (axes, left))


def dot_dy(bz, x, y):
    """What `y` receives from z = np.dot(x, y).

    >>> dot_dy(2.0, np.array([1.0, 3.0]), np.zeros(2))
    array([2., 6.])
    """
    if np.ndim(x) == 0 or np.ndim(y) == 0:
        return unbroadcast(bz * x, y)
    axes = list(range(np.ndim(x) - 1))
    return np.moveaxis(np.tensordot(x, bz, (axes, axes)), 0, max(np.ndim(y) - 2, 0))


def outer_dx(bz, x, y):
    """What `x` receives from z = np.outer(x, y).

    >>> outer_dx(np.ones((1, 2)), np.zeros(1), np.array([1.0, 3.0]))
    array([4.])
    """
    return np.reshape(bz @ np.ravel(y), np.shape(x))


def outer_dy(bz, x, y):
    """What `y` receives from z = np.outer(x, y).

    >>> outer_dy(np.ones((1, 2)), np.full(1, 3.0), np.zeros(2))
    array([3., 3.])
    """
    return np.reshape(np.ravel(x) @ bz, np.shape(y))


def inner_dx(bz, x, y):
    """What `x` receives from z = np.inner(x, y), of vectors and matrices.

    >>> inner_dx(2.0, np.zeros(2), np.array([1.0, 3.0]))
    array([2., 6.])
    """
    if np.ndim(x) == 0 or np.ndim(y) == 0:
        return unbroadcast(bz * y, x)
    axes = list(range(np.ndim(x) - 1, np.ndim(bz)))
    return np.tensordot(bz, y, (axes, list(range(np.ndim(y) - 1))))


def inner_dy(bz, x, y):
    """What `y` receives from z = np.inner(x, y).

    >>> inner_dy(np.ones((2, 3)), np.array([[1.0], [2.0]]), np.zeros((3, 1))).ravel()
    array([3., 3., 3.])
    """
    if np.ndim(x) == 0 or np.ndim(y) == 0:
        return unbroadcast(bz * x, y)
    rows = np.ndim(x) - 1
    return inner_dx(np.moveaxis(bz, range(rows), range(-rows, 0)), y, x)
