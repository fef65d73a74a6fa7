"""Adjoints of functions of np.linalg: part of srcad.runtime."""

import numpy as np

from srcad.broadcasting import chosen, sign, spread, unbroadcast
from srcad.elements import diagonal_dx, direction
from srcad.factors import scaled, transposed


def solve_dy(bz, x, y):
    """What `y` receives from z = np.linalg.solve(x, y), of one vector or of columns.

    >>> solve_dy(np.array([2.0]), np.array([[4.0]]), np.zeros(1))
    array([0.5])
    """
    if np.ndim(y) == 1:
        return unbroadcast(np.linalg.solve(transposed(x), np.expand_dims(bz, -1))[..., 0], y)
    return unbroadcast(np.linalg.solve(transposed(x), bz), y)


def solve_dx(bz, x, y, z):
    """What `x` receives from z = np.linalg.solve(x, y).

    >>> solve_dx(np.array([2.0]), np.array([[4.0]]), np.zeros(1), np.array([3.0]))
    array([[-1.5]])
    """
    if np.ndim(y) == 1:
        bz, z = np.expand_dims(bz, -1), np.expand_dims(z, -1)
    return unbroadcast(-np.linalg.solve(transposed(x), bz) @ transposed(z), x)


def of_lower(b):
    """What the lower triangle receives, of a symmetric matrix of which NumPy reads no more.

    >>> of_lower(np.ones((2, 2)))
    array([[1., 0.],
           [2., 1.]])
    """
    return np.tril(b) + np.tril(b, -1)


def of_triangle(b, triangle):
    """What one triangle receives: the lower, 'L', or the upper, 'U'."""
    return of_lower(b) if triangle.upper() == 'L' else transposed(of_lower(b))


def eigvalsh_dx(bz, x, triangle):
    """What `x` receives from np.linalg.eigvalsh(x, triangle).

    >>> eigvalsh_dx(np.array([1.0, 0.0]), np.diag([2.0, 5.0]), 'L')
    array([[1., 0.],
           [0., 0.]])
    """
    vectors = np.linalg.eigh(x, triangle)[1]
    return of_triangle(scaled(vectors, bz) @ transposed(vectors), triangle)


def trace_dx(bz, x, offset, axis1, axis2):
    """What `x` receives from its trace.

    >>> trace_dx(2.0, np.zeros((2, 2)), 1, 0, 1)
    array([[0., 2.],
           [0., 0.]])
    """
    size = np.shape(np.diagonal(x, offset, axis1, axis2))
    return diagonal_dx(np.broadcast_to(np.expand_dims(bz, -1), size), x, offset, axis1, axis2)


def matrix_power_dx(bz, x, n):
    """What `x` receives from z = np.linalg.matrix_power(x, n).

    >>> matrix_power_dx(np.array([[1.0]]), np.array([[3.0]]), 2)
    array([[6.]])
    """
    if n < 0:
        inverse = np.linalg.inv(x)
        return -transposed(inverse) @ matrix_power_dx(bz, inverse, -n) @ transposed(inverse)
    xt = transposed(x)
    powers = [np.linalg.matrix_power(xt, k) for k in range(n)]
    return sum((powers[k] @ bz @ powers[n - 1 - k] for k in range(n)), np.zeros(np.shape(x)))


def norm_dx(bz, x, z, ord, axis, keepdims):
    """What `x` receives from z = np.linalg.norm(x, ord, axis, keepdims); 0 where the norm is 0.

    >>> norm_dx(1.0, np.array([3.0, -4.0]), 7.0, 1, None, False)
    array([ 1., -1.])
    """
    axis = (-2, -1) if axis is None and ord is not None and np.ndim(x) == 2 else axis
    if ord is None or ord == 'fro' or ord == 2 and not isinstance(axis, tuple):
        return spread(bz, x, axis, keepdims) * direction(x, spread(z, x, axis, keepdims))
    if isinstance(axis, tuple) and len(axis) == 2:
        return matrix_norm_dx(bz, x, z, ord, axis, keepdims)
    b, z = spread(bz, x, axis, keepdims), spread(z, x, axis, keepdims)
    if ord in (np.inf, -np.inf):
        return b * chosen(np.abs(x), z, axis, True) * sign(x)
    if ord == 0:
        return np.zeros(np.shape(x))
    flat, safe = np.equal(z, 0) | np.equal(x, 0) & (ord > 1), np.where(np.equal(z, 0), 1.0, z)
    return np.where(flat, 0.0, b * sign(x) * power(np.abs(x), ord - 1) / safe ** (ord - 1))


def power(x, n):
    return x**n if n else 1.0


def matrix_norm_dx(bz, x, z, ord, axis, keepdims):
    """Of a norm of matrices: 1, -1, inf, -inf of sums along an axis, 2, -2, 'nuc' of the singular values."""
    m = np.moveaxis(x, axis, (-2, -1))
    b = np.expand_dims(np.squeeze(bz, axis) if keepdims else bz, (-2, -1))
    if ord in (1, -1, np.inf, -np.inf):
        along = -2 if ord in (1, -1) else -1
        sums = np.sum(np.abs(m), axis=along, keepdims=True)
        extreme = (np.max if ord > 0 else np.min)(sums, axis=(-2, -1), keepdims=True)
        hits = np.asarray(sums == extreme, float)
        bm = b * hits / np.sum(hits, axis=(-2, -1), keepdims=True) * sign(m)
    else:
        u, s, vt = np.linalg.svd(m, full_matrices=False)
        extreme = {2: np.max, -2: np.min}.get(ord)
        hits = np.ones_like(s) if extreme is None else np.asarray(s == extreme(s, axis=-1, keepdims=True), float)
        bm = b * (scaled(u, hits / (1.0 if extreme is None else np.sum(hits, axis=-1, keepdims=True))) @ vt)
    return np.moveaxis(bm, (-2, -1), axis)
