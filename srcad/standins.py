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


def append(arr, values, axis=None):
    if axis is None:
        return np.concatenate([np.ravel(arr), np.ravel(values)])
    return np.concatenate([arr, values], axis)


def insert(arr, obj, values, axis=None):
    if not isinstance(obj, (int, np.integer)):
        raise NotImplementedError('srcad differentiates np.insert at one index')
    if axis is None:
        arr = np.ravel(arr)
        return np.concatenate([arr[:obj], np.ravel(values), arr[obj:]])
    n = np.shape(arr)[axis]
    before, after = np.arange(n)[:obj], np.arange(n)[obj:]
    part = np.broadcast_to(values, np.shape(np.take(arr, 0, axis)))
    return np.concatenate([np.take(arr, before, axis), np.expand_dims(part, axis), np.take(arr, after, axis)], axis)


def delete(arr, obj, axis=None):
    if axis is None:
        arr = np.ravel(arr)
        return np.take(arr, np.delete(np.arange(np.size(arr)), obj))
    return np.take(arr, np.delete(np.arange(np.shape(arr)[axis]), obj), axis)


def gradient(f, h=1.0):
    if np.ndim(f) != 1 or np.ndim(h) != 0:
        raise NotImplementedError('srcad differentiates np.gradient of one axis, with one spacing')
    return np.concatenate([f[1:2] - f[:1], (f[2:] - f[:-2]) / 2, f[-1:] - f[-2:-1]]) / h


def vander(x, N=None, increasing=False):
    n = len(x) if N is None else N
    powers = np.arange(n) if increasing else np.arange(n - 1, -1, -1)
    return x[:, None] ** powers


def cov(m, *, bias=False):
    apart = m - np.mean(m, axis=-1, keepdims=True)
    return apart @ np.transpose(apart) / (np.shape(m)[-1] - (0 if bias else 1))


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
    np.gradient: gradient, np.vander: vander, np.cov: cov, np.select: select, np.polyfit: polyfit,
    np.add.reduce: add_reduce, np.multiply.reduce: multiply_reduce, np.maximum.reduce: maximum_reduce,
    np.minimum.reduce: minimum_reduce, np.add.accumulate: add_accumulate, np.multiply.accumulate: multiply_accumulate,
    np.add.outer: add_outer, np.subtract.outer: subtract_outer, np.multiply.outer: multiply_outer,
    np.divide.outer: divide_outer,
    np.linalg.slogdet: slogdet, np.linalg.eigh: eigh, np.linalg.svd: svd, np.linalg.qr: qr,
    np.linalg.lstsq: lstsq,
}  # fmt: skip
