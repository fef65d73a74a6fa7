"""Functions of NumPy and of math beyond arithmetic: statistics, rearrangements, sums of products, linear algebra."""
import cmath
import math

import numpy as np


def statistics_of_rows(A, s):
    t = 0.0
    for row in A:
        t += np.median(row * s) + np.ptp(row)**2 - np.percentile(row, 30) * s
    return t + np.sum(np.quantile(A, [0.2, 0.7], axis=0)) + np.average(A, axis=1, weights=A[0] * s)[1]


def missing_numbers(v, s):
    w = np.where(v > 1.2, np.nan, v * s)
    return np.nansum(w**2) + np.nanmean(w) * np.nanmax(w) - np.nanmin(w)


def products_so_far(v, s):
    p = np.cumprod(v)
    v[0] = s
    q = np.cumprod(v * s)
    return np.sum(p * q) + np.sum(np.cumprod(np.outer(v, p), axis=1))


def repeated_in_a_loop(v, s, n):
    for k in range(n):
        v = np.repeat(v, 2)[k:k + 4] * s
        if v[0] > 1.4:
            break
        v = np.tile(v, 2)[2:6] + np.pad(v, (1, 0))[:4]
    return np.sum(v**2)


def differences_along(A, s):
    return np.sum(np.diff(A, axis=0)**2) * s + np.sum(np.diff(A * s, n=2)) + np.sum(np.ediff1d(A)**3)


def kept_differences(v, n):
    d = np.diff(v, n)
    v[0] = v[1] * 2
    d[-1] = d[0] * v[0]
    return np.sum(d**2) + np.sum(v**2)


def contraction(A, B):
    C = np.einsum('ij,kj->ik', A, B)
    D = np.tensordot(A, B, axes=([0, 1], [0, 1]))
    return np.sum(C**2) * D + np.einsum('ij,jk,ki->', C, C, C)


def diagonal_by_einsum(M, s):
    d = np.einsum('ii->i', M)
    d[:] = d * s
    d[1] = M[0, 0] * s
    return np.sum(M**2) * d[2]


def transposed_by_einsum(A, s):
    B = np.einsum('ij->ji', A)
    A[0, 1] = s
    B[2] *= A[1][:2] * s
    return np.sum(np.einsum('ij,ij->i', A, A) * B[0, 0])


def signals(v, w):
    return np.sum(np.convolve(v, w)**2) + np.correlate(v, w, 'same')[1] * np.convolve(w, v, 'valid')[0]


def products_of_vectors(v, w):
    return np.sum(np.kron(v, w)**2) + np.cross(v[:3], w)[1] * np.sum(np.cross(np.outer(w, w), v[1:]))


def integrals(v, h):
    x = np.cumsum(np.abs(v)) * h
    return np.trapezoid(v**2, x) + np.trapezoid(v, dx=h) + np.interp(h, x, v) + np.sum(np.interp(v, x, x**2))


def polynomials(v, x):
    return np.polyval(v, x) * np.sum(np.polyval(v[:2], v))


def solved(M, b):
    x = b
    for k in range(3):
        x = np.linalg.solve(M, x + b)
        M = M + np.outer(x, b) * 0.1
    return np.sum(x**2)


def inverses(M, s):
    I = np.linalg.inv(M * s)
    M[0] = I[1]
    return np.linalg.det(I) + np.trace(I @ M, 1) + np.sum(np.linalg.pinv(M[:, :2])**2) + np.sum(np.linalg.matrix_power(M, -2))


def power_of_one(M, s, n):
    P = np.linalg.matrix_power(M, n)
    M[0, 1] = s * P[1, 1]
    P[0] *= s
    return np.sum(P**2) + np.sum(M)


def norms(A, p):
    t = np.linalg.norm(A) + np.linalg.norm(A, 'nuc') + np.linalg.norm(A, 1) * np.linalg.norm(A[0], np.inf)
    return t + np.sum(np.linalg.norm(A, p, axis=1)) + np.linalg.norm(A - A)


def log_determinant(M):
    sign, value = np.linalg.slogdet(M @ M.T)
    return sign * value + np.linalg.slogdet(M)[1] if sign > 0 else 0.0


def principal_axis(A):
    values, vectors = np.linalg.eigh(A @ A.T)
    largest = np.linalg.eigvalsh(A.T @ A)[-1]
    return np.abs(vectors[:, -1] @ A[:, 0]) * largest + np.sum(values[:1])


def factorised(A, b):
    L = np.linalg.cholesky(A @ A.T)
    U, s, Vh = np.linalg.svd(A, full_matrices=False)
    Q, R = np.linalg.qr(A.T)
    return np.sum(L**2 @ b) + np.sum((U * s**2) @ Vh) + np.sum(R[0] * b) + np.abs(Q[0, 0]) + np.linalg.svd(A, False).S[0]


def distance_travelled(x, y):
    places, total = [[x, y], [y * x, 1.0], [0.5, x]], 0.0
    for p, q in zip(places, places[1:]):
        total += math.dist(p, q)
    return total + math.dist([x, y], [x, y])


def gamma_functions(x, n):
    t = 0.0
    for k in range(n):
        t += math.lgamma(x + k) * math.gamma(x - k)
    return t


def turned_about(x, y):
    r, phi = cmath.polar(complex(x, y))
    return abs(cmath.rect(r**2, phi + x) + 1.0) * phi


def quotients(x, y):
    whole, rest = divmod(x, y)
    return whole * rest + np.divmod(np.array([x, y * x]), y)[1][1]


def grid(v, w):
    X, Y = np.meshgrid(v, w)
    return np.sum(X**2 * Y) * np.sum(np.column_stack([v[:3], w]) @ w[:2])


def joined_lists(v, s):
    rows = [v[k:] * s for k in range(3)]
    rows[1] = rows[1] * rows[0][0]
    z = np.concatenate(rows)
    rows.append(z[:2])
    return np.sum(z**2) + np.sum(np.cos(np.hstack(rows)))


def joined_in_a_loop(v, s):
    rows = []
    for k in range(3):
        rows.append(v * s * k)
        z = np.concatenate(rows)
        v = v + z[-4:] * 0.1
    return np.sum(z**2) + v[0]


def stacked_lists(A, s):
    rows = []
    for r in A:
        rows.append(r * s)
        r *= 2
    Z = np.stack(rows, axis=1)
    return np.sum(Z**2 * np.column_stack(rows)) + np.sum(np.vstack(rows)[1] * np.concatenate([np.stack(rows), A], axis=1)[0, 3:])


def two(x, v):
    return x * v, np.sum(v) * x


def one_of_two_results(v, x):
    return np.sum(two(x, v)[0]**2) + two(x, v)[1] * x + two(v[0], v * x)[-1]


def slopes_and_grids(v, s):
    x, y = np.meshgrid(v * s, v[:3], indexing='ij')
    ends = np.linspace(0.0, s, 5, endpoint=False)
    return np.sum(x * y * y) + np.sum(np.gradient(v * s)**2) + np.sum(np.gradient(v, 0.1)) + np.sum(ends**2)


def methods_of_ufuncs(v, s):
    t = np.add.reduce(v * s) * np.multiply.reduce(v) + np.sum(np.add.reduce(np.outer(v, v) * s, axis=1)**2)
    t = t + np.sum(np.add.accumulate(v * s)**2) + np.maximum.reduce([s, 0.2, s * s])
    return t + np.sum(np.subtract.outer(v, v[:2] * s)**2) + np.sum(np.multiply.outer(np.ones((2, 2)) * s, v))


def powers_and_spreads(v, s):
    return np.sum(np.vander(v * s, 3) @ v[:3]) + np.sum(np.cov(np.outer(v[:2], v**2) * s)) + np.cov(v * s)


def arguments_that_say_how(v, s):
    a = np.array([s, 2], float) * np.asarray(v[:2], np.float64)
    a = np.ascontiguousarray(a.reshape(2, 1, order='C') * np.array(v, copy=True))
    return np.sum(np.sort(a, kind='stable')[:, 1:]**2) + np.einsum('i,i->', v, v * s, optimize=True)


def other_names_of_views(v, s):
    y = v * s
    z = np.asanyarray(y)
    z *= 2
    w = np.ascontiguousarray(y)
    w[0] *= 3
    return np.sum(y**2)


_v = np.array([0.7, 1.1, 0.4, 1.3])
_w = np.array([0.9, 0.3, 1.2])
_A = np.array([[0.75, 1.2, 0.5, 0.3], [1.1, 0.6, 0.9, 0.2]])
_M = np.array([[1.1, 0.4, 0.8], [0.6, 1.3, 0.2], [0.9, 0.5, 0.7]])

CASES = [
    (statistics_of_rows, (_A, 1.3), (0, 1)), (missing_numbers, (_v, 0.6), (0, 1)), (products_so_far, (_v, 0.6), (0, 1)),
    (repeated_in_a_loop, (_v, 0.9, 3), (0, 1)), (repeated_in_a_loop, (_v, 1.6, 3), (0, 1)), (differences_along, (_A, 1.3), (0, 1)),
    *((kept_differences, (_v, n), (0,)) for n in (0, 1, 2)), (contraction, (_A, _A[::-1] * 0.5), (0, 1)),
    (diagonal_by_einsum, (_M, 1.3), (0, 1)), (transposed_by_einsum, (_A[:, :3], 1.3), (0, 1)), (signals, (_v, _w), (0, 1)),
    (products_of_vectors, (_v, _w), (0, 1)), (integrals, (_v, 1.1), (0, 1)), (polynomials, (_v, 1.1), (0, 1)), (solved, (_M, _w), (0, 1)),
    (inverses, (_M, 1.3), (0, 1)), *((power_of_one, (_M, 1.3, n), (0, 1)) for n in (1, 2, 0, -1)), (norms, (_A, 3), (0,)),
    (log_determinant, (_M,), (0,)), (principal_axis, (_A,), (0,)), (factorised, (_A, _v[:2]), (0, 1)), (distance_travelled, (0.7, 1.2), (0, 1)),
    (gamma_functions, (2.7, 4), (0,)), (turned_about, (0.7, 1.2), (0, 1)), (quotients, (7.7, 1.2), (0, 1)), (grid, (_v, _w), (0, 1)),
    (joined_lists, (_v, 1.3), (0, 1)), (joined_in_a_loop, (_v, 1.3), (0, 1)), (stacked_lists, (_A[:, :3], 1.3), (0, 1)),
    (one_of_two_results, (_v, 0.7), (0, 1)), (slopes_and_grids, (_v, 0.6), (0, 1)), (methods_of_ufuncs, (_v, 0.6), (0, 1)),
    (powers_and_spreads, (_v, 0.6), (0, 1)), (arguments_that_say_how, (_v, 0.6), (0, 1)), (other_names_of_views, (_v, 0.6), (0, 1)),
]
