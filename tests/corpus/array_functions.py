"""NumPy's functions and methods of whole arrays."""
import numpy as np
from numpy import dot, sum as total_of


def sums(A):
    return np.sum(A) + np.sum(A, axis=0)[1] ** 2 + np.sum(A, axis=1)[0] * A.sum()


def sums_keepdims(A):
    return np.sum(A * A.sum(axis=1, keepdims=True)) + np.sum(A.sum(axis=0, keepdims=True) ** 2)


def sum_negative_axis(A):
    return np.sum(A.sum(-1) ** 3) + np.sum(np.sum(A, axis=-2) ** 2)


def sum_two_axes(T):
    return np.sum(np.sum(T, axis=(0, 2)) ** 2) + np.sum(T.sum(axis=(0, 1), keepdims=True) * T)


def means(A):
    return np.mean(A) * np.sum(np.mean(A, axis=0) ** 2) + np.sum(A.mean(axis=1, keepdims=True) * A)


def products(A):
    return np.prod(A) + np.sum(np.prod(A, axis=0) ** 2) + np.sum(A.prod(axis=1))


def maxima(A):
    return np.max(A) ** 2 + np.sum(np.max(A, axis=0) * A) + np.sum(A.max(axis=1, keepdims=True) * A)


def minima(A):
    return np.min(A) ** 2 + np.sum(np.min(A, axis=1) ** 2) + A.min() * A[0, 0]


def amax_and_ptp_by_hand(v):
    return np.amax(v) * np.amin(v) + np.max(v) * np.min(v)


def norm_by_hand(v):
    return np.sqrt(np.sum(v**2)) + np.sqrt(np.dot(v, v))


def dot_vectors(u, v):
    return np.dot(u, v) * (u @ v) + u.dot(v)


def matrix_vector(A, x):
    y = A @ x
    return np.sum(y**2) + np.sum(np.dot(A, x)) + A.dot(x)[0]


def vector_matrix(x, A):
    y = x @ A
    return np.sum(np.sin(y)) + np.dot(x, A)[1]


def matrix_matrix(A, B):
    return np.sum((A @ B)**2) + np.sum(np.dot(B, A)) + np.sum(np.matmul(A, B))


def matrix_chain(A, x):
    return x @ A.T @ A @ x


def quadratic_form(x, Q):
    return 0.5 * x.dot(Q).dot(x) - np.sum(Q[0] * x)


def stacked_matmul(T, A):
    return np.sum((T @ A)**2)


def dot_with_number(v, x):
    return np.sum(np.dot(v, x)) + np.dot(2.0, x)


def outer_product(u, v):
    table = np.outer(u, v)
    return np.sum(table**2) + table[1, 0] * np.sum(table[0])


def gram_matrix(A):
    G = A @ A.T
    return np.sum(np.log(1 + G**2)) + np.sum(G[0])


def transposes(A, T):
    square = np.sum(A.T @ A) + np.sum(np.transpose(A)[0] ** 2)
    return square + np.sum(A.transpose()[1]) + np.sum(T.transpose(2, 0, 1)[0, 1] ** 2)


def reshapes(v):
    A = v.reshape(2, 3)
    B = np.reshape(v, (3, 2))
    return np.sum((A @ B)**2) + np.sum(A.reshape(-1) * v)


def reshape_unknown(v, n):
    A = v.reshape((n, -1))
    return np.sum(A[0] * A[-1]) + np.sum(A.sum(axis=1) ** 2)


def flattened(A):
    return np.sum(A.ravel() * np.arange(A.size)) + np.sum(np.ravel(A)[1:] ** 2) + A.reshape(-1)[2] * A[0, 0]


def concatenated(u, v):
    w = np.concatenate([u, v])
    return np.sum(w[1:] * w[:-1])


def concatenated_axis(A, B):
    return np.sum(np.concatenate((A, B), axis=1) ** 3) + np.sum(np.concatenate((A, A * 2), axis=0)[2])


def concatenated_numbers(x, v):
    w = np.concatenate(([x], v, [x * x]))
    return np.sum(w * np.arange(len(w)))


def stacked(u, v):
    S = np.stack([u, v, u * v])
    return np.sum(S[0] * S[2]) + np.sum(np.stack((u, v), axis=1)[1] ** 2)


def array_of_numbers(x, y):
    v = np.array([x, y, x * y, 2.0])
    return np.sum(v**2) * v[0]


def array_of_arrays(x, y):
    R = np.array([[np.cos(x), -np.sin(x)], [np.sin(x), np.cos(x)]])
    w = R @ np.array([y, 1.0])
    return w[0] * w[1] ** 2


def array_copy_of_argument(v):
    w = np.array(v)
    w[0] = 3.0
    return np.sum(w * v)


def zeros_and_ones(x, n):
    a = np.zeros(n) + x
    b = np.ones(n) * x
    c = np.full(n, x)
    return np.sum(a * b * c) + np.sum(np.full((2, 2), x * x))


def likes(v):
    return np.sum(np.ones_like(v) * v) + np.sum(np.zeros_like(v) + v**2) + np.sum(np.full(len(v), 2.0) / v)


def grid(x, n):
    t = np.linspace(0.0, 1.0, n)
    k = np.arange(n)
    return np.sum(np.sin(x * t)) + np.sum(k * x) / n


def grid_bounds(a, b):
    t = np.linspace(a, b, 5)
    return np.sum(t**2) + t[1] * t[3]


def elementwise_everything(v):
    return np.sum(np.sin(v) + np.cos(v) * np.tan(v / 4) + np.exp(-v) + np.log(v) + np.sqrt(v) + np.tanh(v)
                  + np.arctan(v) + np.sinh(v) - np.cosh(v) + np.log1p(v) + np.expm1(v) + np.square(v))


def elementwise_more(v):
    return np.sum(np.log2(v) + np.log10(v) + np.exp2(v) + np.cbrt(v) + np.arcsin(v / 4) + np.arccos(v / 4)
                  + np.arcsinh(v) + np.arccosh(1 + v) + np.arctanh(v / 4) + np.reciprocal(v) + np.negative(v))


def elementwise_steps(v):
    return np.sum(np.floor(v) * v + np.ceil(v) / v + np.sign(v) * v**2 + np.abs(v) + np.absolute(-v) + np.round(v) * v)


def elementwise_pairs(u, v):
    return np.sum(np.hypot(u, v) + np.arctan2(u, v) + np.maximum(u, v) * np.minimum(u, v) + np.power(v, u)
                  + np.logaddexp(u, v) + np.fmod(v, 0.3) * u + np.mod(u, v))


def elementwise_broadcast(c, r):
    return np.sum(np.hypot(c, r) * np.maximum(c, r) + np.arctan2(c, r)) + np.sum(np.power(r, 2) * np.where(c > r, c, r))


def where_arrays(u, v):
    w = np.where(u > 0, u * v, v**2)
    return np.sum(w * u)


def where_numbers(v):
    return np.sum(np.where(v > 0, v, 0.1 * v)) + np.sum(np.where(v > 1, 1.0, v) ** 2)


def where_scalar_test(x, u, v):
    return np.sum(np.where(x > 0, u, v) * x)


def where_nested(v):
    return np.sum(np.where(v < 0, -v, np.where(v < 1, v**2, 2 * v - 1)))


def clipped(v):
    return np.sum(np.clip(v, -0.5, 1.0) ** 2) + np.sum(v.clip(0.1, 3.0))


def clip_bounds(v, lo, hi):
    return np.sum(np.clip(v, lo, hi) * v)


def method_chain(A):
    return A.T.copy().reshape(-1)[1:].sum() * A.mean(axis=0).max()


def imported_spellings(u, v):
    return dot(u, v) + total_of(u) * total_of(v * v)


def builtin_functions_on_arrays(v):
    return sum(v) * max(v) + min(v) ** 2 + abs(v).sum() + len(v) * v[0]


def axis_of_three(T):
    return np.sum(T.sum(axis=1) ** 2) + np.sum(T.max(axis=2)) + np.mean(T.mean(axis=0) * T[0])


def empty_arrays(v):
    part = v[:0]
    return np.sum(part) + np.prod(part) * v[0] + part.size


def log_sum_exp(v):
    top = np.max(v)
    return top + np.log(np.sum(np.exp(v - top)))


def numbers_to_array_functions(x):
    return np.sum(x) + np.mean(x * 2) + np.max(x) * np.prod(x) + np.dot(x, x)


def cosine_similarity(u, v):
    return np.dot(u, v) / (np.sqrt(np.dot(u, u)) * np.sqrt(np.sum(v * v)))


def covariance(X):
    centered = X - np.mean(X, axis=0)
    C = centered.T @ centered / (X.shape[0] - 1)
    return np.sum(C**2)


_u = np.array([0.52, -1.2, 2.1, 0.3])
_v = np.array([1.1, 0.4, 0.7, 1.6])
_w = np.array([1.1, -0.4, 0.7, 1.6, 0.25, -0.9])
_A = np.array([[0.5, -1.2, 2.0], [1.1, 0.4, -0.7]])
_B = np.array([[1.5, 0.3], [-0.8, 0.9], [0.6, 2.1]])
_r = np.random.default_rng(7)
_T = _r.normal(size=(2, 3, 4))
_S = np.eye(3) * 3 + _r.normal(size=(3, 3))
_one = np.array([0.7])
_c = np.array([[0.3], [1.8], [0.9]])


def product_of_four(x, y):
    a = np.array([[x, y], [1.0, x * y]])
    return np.einsum('ij,jk,kl,ml->im', a, a, a, a).sum()


def contracted_to_a_number(x, y):
    a = np.array([[x, y], [1.0, x * y]])
    v = np.array([x, 2.0])
    return np.einsum('i,ij,jk,k', v, a, a, v) + np.einsum('i,j,ij->', v, v, a)


CASES = [
    (sums, (_A,), (0,)), (sums_keepdims, (_A,), (0,)), (sums_keepdims, (np.array([[0.7]]),), (0,)),
    (sum_negative_axis, (_A,), (0,)), (sum_two_axes, (_T,), (0,)), (means, (_A,), (0,)), (means, (_T[0, :1],), (0,)),
    (products, (_A,), (0,)), (maxima, (_A,), (0,)), (minima, (_A,), (0,)), (amax_and_ptp_by_hand, (_u,), (0,)),
    (norm_by_hand, (_u,), (0,)), (dot_vectors, (_u, _v), (0, 1)), (dot_vectors, (_one, _one * 2), (0, 1)),
    (matrix_vector, (_A, _u[:3]), (0, 1)), (vector_matrix, (_u[:2], _A), (0, 1)), (matrix_matrix, (_A, _B), (0, 1)),
    (matrix_chain, (_A, _u[:3]), (0, 1)), (quadratic_form, (_u[:3], _S), (0, 1)),
    (stacked_matmul, (_T, _T[0].T), (0, 1)), (stacked_matmul, (_T, _u), (0, 1)), (dot_with_number, (_u, 0.7), (0, 1)),
    (outer_product, (_u, _v[:2]), (0, 1)), (gram_matrix, (_A,), (0,)), (transposes, (_A, _T), (0, 1)),
    (reshapes, (_w,), (0,)), (reshape_unknown, (_w, 2), (0,)), (reshape_unknown, (_w, 3), (0,)),
    (flattened, (_A,), (0,)), (concatenated, (_u, _v[:2]), (0, 1)), (concatenated, (_u, _v[:0]), (0,)),
    (concatenated_axis, (_A, _B.T), (0, 1)), (concatenated_numbers, (0.7, _u), (0, 1)), (stacked, (_u, _v), (0, 1)),
    (array_of_numbers, (0.7, -1.3), (0, 1)), (array_of_arrays, (0.7, -1.3), (0, 1)),
    (array_copy_of_argument, (_u,), (0,)), (zeros_and_ones, (0.7, 3), (0,)), (zeros_and_ones, (0.7, 0), (0,)),
    (likes, (_v,), (0,)), (grid, (0.7, 5), (0,)), (grid, (0.7, 1), (0,)), (grid_bounds, (0.3, 1.9), (0, 1)),
    (elementwise_everything, (_v,), (0,)), (elementwise_everything, (0.7,), (0,)), (elementwise_more, (_v,), (0,)),
    (elementwise_steps, (_u,), (0,)), (elementwise_pairs, (_v, _v[::-1] * 1.07), (0, 1)),
    (elementwise_pairs, (0.8, 1.3), (0, 1)), (elementwise_broadcast, (_c, _v), (0, 1)),
    (elementwise_broadcast, (0.8, _v), (0, 1)), (where_arrays, (_u, _v), (0, 1)), (where_numbers, (_u,), (0,)),
    (where_scalar_test, (0.7, _u, _v), (0, 1, 2)), (where_scalar_test, (-0.7, _u, _v), (0, 1, 2)),
    (where_nested, (_u,), (0,)), (where_nested, (0.7,), (0,)), (clipped, (_u,), (0,)),
    (clip_bounds, (_u, -0.5, 1.0), (0,)), (clip_bounds, (_u, -0.5, 1.0), (0, 1, 2)), (method_chain, (_A,), (0,)),
    (imported_spellings, (_u, _v), (0, 1)), (builtin_functions_on_arrays, (_u,), (0,)), (axis_of_three, (_T,), (0,)),
    (empty_arrays, (_u,), (0,)), (log_sum_exp, (_u,), (0,)), (log_sum_exp, (_one,), (0,)),
    (numbers_to_array_functions, (0.7,), (0,)), (cosine_similarity, (_u, _v), (0, 1)), (covariance, (_B,), (0,)),
    (product_of_four, (0.7, 1.3), (0, 1)), (contracted_to_a_number, (0.7, 1.3), (0, 1)),
]
