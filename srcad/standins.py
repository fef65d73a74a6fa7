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


def meshgrid(x, y):
    shape = (len(y), len(x))
    return np.broadcast_to(x, shape).copy(), np.broadcast_to(y[:, None], shape).copy()


def diagflat(v, k=0):
    return np.diag(np.ravel(v), k)


def append(arr, values, axis=None):
    if axis is None:
        return np.concatenate([np.ravel(arr), np.ravel(values)])
    return np.concatenate([arr, values], axis)


def insert(arr, obj, values, axis=None):
    if axis is not None or not isinstance(obj, (int, np.integer)):
        raise NotImplementedError('srcad differentiates np.insert at one index, without an axis')
    arr = np.ravel(arr)
    return np.concatenate([arr[:obj], np.ravel(values), arr[obj:]])


def delete(arr, obj, axis=None):
    if axis is None:
        arr = np.ravel(arr)
        return np.take(arr, np.delete(np.arange(np.size(arr)), obj))
    return np.take(arr, np.delete(np.arange(np.shape(arr)[axis]), obj), axis)


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


# What the rows are of

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
    np.linalg.slogdet: slogdet, np.linalg.eigh: eigh, np.linalg.svd: svd, np.linalg.qr: qr,
}  # fmt: skip
