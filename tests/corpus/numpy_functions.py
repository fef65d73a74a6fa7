"""Functions of NumPy, of np.linalg, np.fft and statistics that Python stands in for, each weighted."""
import statistics

import numpy as np


def weighted(y):
    y = np.asarray(y)
    return np.sum(y**2 * np.cos(np.arange(1, 1 + np.size(y)).reshape(np.shape(y))))


def over_places(A):
    t = 0.0
    for i, j in np.ndindex(A.shape):
        t = t + A[i, j] * (i + 2 * j)
    for place in np.ndindex(*A.shape):
        t = t + A[place]**2
    for (i, j), v in np.ndenumerate(A):
        t = t + v * (i - j)
    return t


def apply_along_axis(x):
    A = x.reshape(2, 3)
    return weighted(np.apply_along_axis(lambda r: r * r[0], 1, A))


def broadcast_arrays(x):
    return weighted(np.broadcast_arrays(x[:3], x.reshape(2, 3))[0])


def choose(x):
    return weighted(np.choose(np.array([0,1,0]), [x[:3], x[3:]]))


def compress(x):
    A = x.reshape(2, 3)
    return weighted(np.compress(np.array([True,False,True]), A, axis=1))


def extract(x):
    return weighted(np.extract(x > .5, x))


def cumulative_sum(x):
    return weighted(np.cumulative_sum(x))


def cumulative_prod(x):
    return weighted(np.cumulative_prod(x))


def dsplit(x):
    B = np.outer(x, x).reshape(2, 3, 6)
    return weighted(np.dsplit(B, 2)[0])


def dstack(x):
    return weighted(np.dstack([x, x*2]))


def matvec(x):
    A = x.reshape(2, 3)
    return weighted(np.matvec(A, x[:3]))


def vecmat(x):
    A = x.reshape(2, 3)
    return weighted(np.vecmat(x[:2], A))


def vecdot(x):
    A = x.reshape(2, 3)
    return weighted(np.vecdot(A, A))


def nancumsum(x):
    return weighted(np.nancumsum(x))


def nancumprod(x):
    return weighted(np.nancumprod(x))


def nanmedian(x):
    return weighted(np.nanmedian(x))


def nanprod(x):
    return weighted(np.nanprod(x))


def nanstd(x):
    return weighted(np.nanstd(x))


def nanvar(x):
    return weighted(np.nanvar(x))


def nanquantile(x):
    return weighted(np.nanquantile(x, .3))


def nanpercentile(x):
    return weighted(np.nanpercentile(x, 30))


def piecewise(x):
    return weighted(np.piecewise(x, [x < .5, x >= .5], [lambda t: t * t, lambda t: 3 * t]))


def polyadd(x):
    return weighted(np.polyadd(x[:2], x))


def polysub(x):
    return weighted(np.polysub(x, x[:2]))


def polymul(x):
    return weighted(np.polymul(x[:2], x[2:4]))


def polyder(x):
    return weighted(np.polyder(x))


def polyint(x):
    return weighted(np.polyint(x))


def unstack(x):
    A = x.reshape(2, 3)
    return weighted(np.unstack(A)[1])


def unwrap(x):
    return weighted(np.unwrap(x * 4))


def unique(x):
    return weighted(np.unique(x))


def modf(x):
    return weighted(np.modf(x)[0])


def matrix_transpose(x):
    A = x.reshape(2, 3)
    return weighted(np.matrix_transpose(A))


def cond(x):
    A = x.reshape(2, 3)
    return weighted(np.linalg.cond(A @ A.T + np.eye(2)))


def multi_dot(x):
    A = x.reshape(2, 3)
    return weighted(np.linalg.multi_dot([A, A.T, A]))


def matrix_norm(x):
    A = x.reshape(2, 3)
    return weighted(np.linalg.matrix_norm(A))


def vector_norm(x):
    return weighted(np.linalg.vector_norm(x))


def cross_of_linalg(x):
    return weighted(np.linalg.cross(x[:3], x[3:]))


def outer_of_linalg(x):
    return weighted(np.linalg.outer(x, x))


def trace_of_linalg(x):
    A = x.reshape(2, 3)
    return weighted(np.linalg.trace(A @ A.T))


def diagonal_of_linalg(x):
    A = x.reshape(2, 3)
    return weighted(np.linalg.diagonal(A @ A.T))


def matmul_of_linalg(x):
    A = x.reshape(2, 3)
    return weighted(np.linalg.matmul(A, A.T))


def tensordot_of_linalg(x):
    A = x.reshape(2, 3)
    return weighted(np.linalg.tensordot(A, A, axes=([0],[0])))


def vecdot_of_linalg(x):
    A = x.reshape(2, 3)
    return weighted(np.linalg.vecdot(A, A))


def matrix_transpose_of_linalg(x):
    A = x.reshape(2, 3)
    return weighted(np.linalg.matrix_transpose(A))


def rfft2(x):
    A = x.reshape(2, 3)
    return weighted(np.fft.rfft2(A).real)


def irfft2(x):
    A = x.reshape(2, 3)
    return weighted(np.fft.irfft2(A))


def sliding_windows(x):
    return weighted(np.lib.stride_tricks.sliding_window_view(x, 3))


def fmean(x):
    return weighted(statistics.fmean(list(x)))


def mean_of_numbers(x):
    return weighted(statistics.mean([x[0], x[1]]))


def deviation_of_numbers(x):
    return weighted(statistics.stdev([x[0], x[1], x[3]]))


def lexsort(x):
    return weighted(x[np.lexsort((-np.arange(6),))])


def upper_triangle(x):
    A = x.reshape(2, 3)
    return weighted(A[np.triu_indices_from(A)])


def greatest_known(x):
    return weighted(x[np.nanargmax(x)])


def isin(x):
    return weighted(np.isin(np.arange(6), [1, 2]) * x)


def places_of_an_array(x):
    A = x.reshape(2, 3)
    return weighted(over_places(A))


def transposed_and_written(x):
    A = x.reshape(2, 3) * 1.0
    v = np.matrix_transpose(A)
    v[0] = v[1] * x[0]
    A[1] *= 2.0
    return np.sum(A**2) + np.sum(v * v.shape[0])


def unstacked_and_written(x):
    A = x.reshape(2, 3) * 1.0
    for r in np.unstack(A):
        r[0] = r[1] * 3
    return np.sum(A**2)


_x = np.array([0.17, 0.43, 0.71, 0.99, 1.27, 1.55])
CASES = [(f, (_x,), (0,)) for f in (
    apply_along_axis, broadcast_arrays, choose, compress, extract, dsplit, dstack,
    nancumsum, nancumprod, nanmedian, nanprod, nanstd, nanvar, nanquantile,
    nanpercentile, piecewise, polyadd, polysub, polymul, polyder, polyint,
    unwrap, unique, modf, cond, multi_dot, rfft2, irfft2,
    sliding_windows, fmean, mean_of_numbers, deviation_of_numbers, lexsort, upper_triangle, greatest_known,
    isin, places_of_an_array,
)]
if hasattr(np, 'vecmat'):  # names that NumPy has since 2.0, 2.1 or 2.2
    CASES += [(f, (_x,), (0,)) for f in (
        matvec, vecmat, vecdot, unstack, cumulative_sum, cumulative_prod, matrix_transpose,
    matrix_norm, vector_norm, cross_of_linalg, outer_of_linalg, trace_of_linalg, diagonal_of_linalg, matmul_of_linalg,
    tensordot_of_linalg, vecdot_of_linalg, matrix_transpose_of_linalg, transposed_and_written, unstacked_and_written,
    )]
