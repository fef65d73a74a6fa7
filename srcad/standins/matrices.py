"""Linear algebra and transforms of several axes."""

import numpy as np

from srcad.errors import Unfollowed
from srcad.factors import left, orthogonal, right, singular_values, triangular

SlogdetResult = type(np.linalg.slogdet(np.eye(1)))
EighResult = type(np.linalg.eigh(np.eye(1)))
SVDResult = type(np.linalg.svd(np.eye(1)))
QRResult = type(np.linalg.qr(np.eye(1)))


def slogdet(a):
    return SlogdetResult(sign_of_det(a), log_of_det(a))


def eigh(a, UPLO='L'):
    return EighResult(np.linalg.eigvalsh(a, UPLO), eigenvectors(a, UPLO))


def svd(a, full_matrices=True, compute_uv=True):
    a = np.asarray(a)
    if not compute_uv:
        return singular_values(a)
    if full_matrices and a.shape[-1] != a.shape[-2]:
        raise Unfollowed('srcad differentiates np.linalg.svd with full_matrices=False')
    return SVDResult(left(a), singular_values(a), right(a))


def qr(a, mode='reduced'):
    a = np.asarray(a)
    if mode not in ('reduced', 'r'):
        raise Unfollowed('srcad differentiates np.linalg.qr with the modes reduced and r')
    if a.shape[-1] > a.shape[-2]:
        raise Unfollowed('srcad differentiates np.linalg.qr of a matrix that is no wider than high')
    if mode == 'r':
        return triangular(a)
    return QRResult(orthogonal(a), triangular(a))


def lstsq(a, b, rcond=None):
    x = least_squares(a, b, rcond)
    rest = np.reshape(np.sum((b - a @ x)**2, axis=0), -1)
    return x, rest if len(a) > len(x) else np.zeros(0), len(x), singular_values(a)


def trace(x, *, offset=0):
    return np.sum(np.diagonal(x, offset, -2, -1), -1)


def diagonal(x, *, offset=0):
    return np.diagonal(x, offset, -2, -1)


def matrix_norm(x, *, keepdims=False, ord='fro'):
    return np.linalg.norm(x, ord, (-2, -1), keepdims=keepdims)


def vector_norm(x, *, axis=None, keepdims=False, ord=2):
    if axis is None:
        length = np.linalg.norm(np.ravel(x), ord)
        return np.reshape(length, (1,) * np.ndim(x)) if keepdims else length
    if isinstance(axis, tuple):  # of all elements along these axes: for two, norm() takes that of a matrix
        axes = [k % np.ndim(x) for k in axis]
        rows = np.transpose(x, axes + [k for k in range(np.ndim(x)) if k not in axes])
        length = np.linalg.norm(np.reshape(rows, (-1, *np.shape(rows)[len(axes) :])), ord, 0)
        return np.expand_dims(length, axis) if keepdims else length
    return np.linalg.norm(x, ord, axis, keepdims=keepdims)


def multi_dot(arrays):
    if len(arrays) < 2:
        raise ValueError('Expecting at least two arrays.')
    if any([np.ndim(a) != 2 for a in arrays[1:-1]]):
        raise np.linalg.LinAlgError('Array must be two-dimensional')
    product = arrays[0]
    for k in range(1, len(arrays)):
        product = np.dot(product, arrays[k])
    return product


def cond(x):
    values = np.linalg.svdvals(x)
    return values[..., 0] / values[..., -1]


def rfft2(a):
    return np.fft.fft(np.fft.rfft(a, axis=-1), axis=-2)


def irfft2(a):
    return np.fft.irfft(np.fft.ifft(a, axis=-2), axis=-1)


# What the rows are of

def least_squares(x, y, rcond):
    """The solution of `np.linalg.lstsq`, for a matrix whose columns are independent."""
    solution, _, rank, _ = np.linalg.lstsq(x, y, rcond)
    if rank < np.shape(x)[1]:
        raise Unfollowed('srcad differentiates np.linalg.lstsq of a matrix whose columns are independent')
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
