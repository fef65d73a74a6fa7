"""Arrays that nobody writes: elements, slices, views, broadcasting."""
import math

import numpy as np


def elements(v):
    return v[0] * v[1] + v[-1] ** 2


def same_element_twice(v, i):
    return v[i] * v[i] + math.sin(v[i])


def computed_index(v, i, j):
    return v[i + j] * v[2 * i - j] + v[(i * j) % len(v)]


def matrix_elements(A):
    return A[0, 1] * A[1, 0] - A[-1, -1] * A[0][2]


def matrix_rows(A, i):
    row = A[i]
    return row[0] * row[1] + np.sum(row**2)


def matrix_column(A, j):
    column = A[:, j]
    return np.sum(column * A[:, 0])


def row_and_element(A):
    return np.sum(A[0] * A[0, 1]) + np.sum(A[:, 1]) * A[1, 1]


def three_axes(T):
    return np.sum(T[0] * T[1]) + T[1, 0, 2] * np.sum(T[:, 1]) + np.sum(T[..., 0] ** 2)


def slices(v):
    return np.sum(v[1:] * v[:-1]) + np.sum(v[::2]) ** 2


def slice_bounds(v, a, b):
    part = v[a:b]
    return np.sum(part * part) * len(part)


def empty_slice(v):
    return np.sum(v[5:]) + v[0] * 2


def negative_step(v):
    return np.sum(v[::-1] * v * np.arange(len(v)))


def slice_of_slice(v):
    w = v[1:]
    u = w[:-1]
    return np.sum(u * w[1:]) + u[0] * v[0]


def block(A):
    inner = A[1:, :2]
    return np.sum(inner**2) + inner[0, 0] * A[0, -1]


def second_difference(u):
    return np.sum((u[2:] - 2 * u[1:-1] + u[:-2])**2)


def laplacian(A):
    middle = A[1:-1, 1:-1]
    lap = A[2:, 1:-1] + A[:-2, 1:-1] + A[1:-1, 2:] + A[1:-1, :-2] - 4 * middle
    return np.sum(lap * middle)


def transposed(A):
    B = A.T
    return B[0, 1] * B[2, 0] + np.sum(B @ A)


def transpose_of_row_sum(A):
    return np.sum(A.T[1] * A.T[0])


def new_axis(v, w):
    table = v[:, None] * w[None, :]
    return np.sum(np.sin(table))


def new_axis_difference(x):
    gap = x[:, np.newaxis] - x[np.newaxis, :]
    return np.sum(np.exp(-gap**2))


def number_with_array(x, v):
    return np.sum(x * v + v / x - x) + np.sum(v**2 * x)


def number_minus_array(x, v):
    return np.sum((x - v) * (2 - v) / (1 + v**2))


def vector_with_matrix(v, A):
    return np.sum(v * A + A / (1 + v**2))


def matrix_with_vector(A, v):
    return np.sum((A - v)**2) + np.sum(A * v**3)


def column_with_row(c, r):
    return np.sum((c * r + c) / (1 + r**2))


def column_with_matrix(c, A):
    return np.sum(A * c - c / 3)


def length_one_with_vector(a, v):
    return np.sum(a * v + a**2 - v / a)


def length_one_with_number(a, x):
    return np.sum(a * x + a / x)


def one_by_one(A, B):
    return np.sum(A * B - A)


def zero_d(a, v):
    return np.sum(a * v) + a * a


def three_with_two_axes(T, A):
    return np.sum(T * A + A**2)


def three_with_vector_and_column(T, v, c):
    return np.sum(T * v * c - c / v)


def broadcast_both_ways(u, v):
    outer = u[:, None] - v
    return np.sum(outer**2 * v)


def broadcast_power(x, v):
    return np.sum(x**v) + np.sum(v**x) + np.sum(v[:, None] ** v)


def broadcast_maximum(v, x):
    return np.sum(np.maximum(v, x) * v) + np.sum(np.minimum(x, v))


def normalised(v):
    mean = np.mean(v)
    std = np.sqrt(np.mean((v - mean)**2))
    z = (v - mean) / std
    return np.sum(z**3)


def normalised_rows(A):
    B = A / np.sum(A**2, axis=1, keepdims=True)
    return np.sum(B * np.arange(A.shape[1]))


def standardised_columns(A):
    centered = A - A.mean(axis=0)
    return np.sum(centered**2 / (1 + A.max(axis=0)))


def softmax(z, k):
    e = np.exp(z - np.max(z))
    p = e / e.sum()
    return -np.log(p[k])


def softmax_rows(Z, y):
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    logp = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    total = 0.0
    for i in range(len(y)):
        total -= logp[i, y[i]]
    return total / len(y)


def distances(P):
    n = P.shape[0]
    total = 0.0
    for i in range(n):
        for j in range(i + 1, n):
            d = P[i] - P[j]
            total += np.sqrt(np.sum(d * d))
    return total


def attributes(A):
    return A.size * A[0, 0] + A.ndim * A[1, 1] + A.shape[1] * np.sum(A) + len(A) * A[0, 1]


def int_array(k, x):
    return np.sum(k * x) + np.sum(k**2) * x + k[0] * x**2


def array_of_floats_by_int_array(v, k):
    total = 0.0
    for i in k:
        total += v[i] ** 2
    return total * v[k[0]]


def test_on_elements(v):
    total = 0.0
    for i in range(len(v)):
        if v[i] > 1:
            total += v[i] * v[i - 1]
        else:
            total -= v[i]
    return total


def largest_index_by_hand(v):
    best = 0
    for i in range(1, len(v)):
        if v[i] > v[best]:
            best = i
    return v[best] ** 2 + best


def argmax_read(v):
    k = np.argmax(v)
    return v[k] * v[0] + k


def interpolate(x, xs, ys):
    k = 0
    while k < len(xs) - 2 and xs[k + 1] < x:
        k += 1
    t = (x - xs[k]) / (xs[k + 1] - xs[k])
    return (1 - t) * ys[k] + t * ys[k + 1]


def alias_reads(v):
    w = v
    u = w[:]
    return np.sum(w * v) + u[0] * v[1]


def view_used_late(A):
    row = A[0]
    A = A * 2
    return np.sum(row * A[1])


def array_overwritten_by_number(v):
    d = v[0]
    v = np.sum(v**2)
    return v * d


def copy_of_slice(v):
    w = v[1:].copy()
    return np.sum(w * v[:-1]) + w[0]


def comparison_mask_as_number(v):
    return np.sum((v > 0) * v**2) + np.sum(v * (v < 0.6))


def conditional_row(A, c):
    row = A[0] if c else A[1]
    return np.sum(row * A[0])


def sum_of_elements_product(A, B):
    total = 0.0
    m, n = A.shape
    for i in range(m):
        for j in range(n):
            total += A[i, j] * B[j, i]
    return total


def matrix_product_by_hand(A, B):
    total = 0.0
    for i in range(A.shape[0]):
        for k in range(B.shape[1]):
            cell = 0.0
            for j in range(A.shape[1]):
                cell += A[i, j] * B[j, k]
            total += cell**2
    return total


def moving_average(v, width):
    total = 0.0
    for i in range(len(v) - width + 1):
        window = v[i:i + width]
        total += np.mean(window) ** 2
    return total


def autocorrelation(v, lag):
    n = len(v)
    mean = np.mean(v)
    d = v - mean
    return np.sum(d[lag:] * d[:n - lag]) / np.sum(d**2)


def trapezoid(y, x):
    return np.sum((y[1:] + y[:-1]) * (x[1:] - x[:-1])) / 2


def clash(value, saved):
    bvalue = value * saved
    bsaved = bvalue[1:] - saved[:-1]
    was = bsaved**2
    steps = len(was)
    return np.sum(was) / steps


_u = np.array([0.5, -1.2, 2.0, 0.3])
_v = np.array([1.1, 0.4, 0.7, 1.6])
_A = np.array([[0.5, -1.2, 2.0], [1.1, 0.4, -0.7]])
_B = np.array([[1.5, 0.3], [-0.8, 0.9], [0.6, 2.1]])
_r = np.random.default_rng(3)
_M = _r.normal(size=(4, 5))
_T = _r.normal(size=(2, 3, 4))

CASES = [
    (elements, (_u,), (0,)), (elements, (np.array([1.5, 2.5]),), (0,)), (same_element_twice, (_u, 2), (0,)),
    (same_element_twice, (_u, -1), (0,)), (computed_index, (_u, 1, 2), (0,)), (computed_index, (_u, 2, 1), (0,)),
    (matrix_elements, (_A,), (0,)), (matrix_rows, (_A, 1), (0,)), (matrix_column, (_A, 2), (0,)),
    (matrix_column, (_A, 0), (0,)), (row_and_element, (_A,), (0,)), (three_axes, (_T,), (0,)), (slices, (_u,), (0,)),
    (slices, (np.array([1.5]),), (0,)), (slice_bounds, (_u, 1, 3), (0,)), (slice_bounds, (_u, -3, 9), (0,)),
    (slice_bounds, (_u, 2, 2), (0,)), (empty_slice, (_u,), (0,)), (negative_step, (_u,), (0,)),
    (slice_of_slice, (_u,), (0,)), (block, (_A,), (0,)), (second_difference, (_u,), (0,)),
    (second_difference, (np.array([1.0, 2.0]),), (0,)), (laplacian, (_M,), (0,)), (transposed, (_A,), (0,)),
    (transpose_of_row_sum, (_A,), (0,)), (new_axis, (_u, _v[:3]), (0, 1)), (new_axis_difference, (_u,), (0,)),
    (number_with_array, (1.3, _u), (0, 1)), (number_with_array, (2, _u), (0, 1)),
    (number_with_array, (1.3, _A), (0, 1)), (number_with_array, (1.3, np.array([0.7])), (0, 1)),
    (number_minus_array, (1.3, _u), (0, 1)), (vector_with_matrix, (_u[:3], _A), (0, 1)),
    (vector_with_matrix, (np.array([0.7]), _A), (0, 1)), (matrix_with_vector, (_A, _u[:3]), (0, 1)),
    (matrix_with_vector, (_A[:, :1], _u[:3]), (0, 1)), (column_with_row, (_u.reshape(4, 1), _v.reshape(1, 4)), (0, 1)),
    (column_with_row, (np.array([[0.7]]), np.array([[0.3]])), (0, 1)),
    (column_with_matrix, (_u[:2].reshape(2, 1), _A), (0, 1)), (column_with_matrix, (np.array([[0.7]]), _A), (0, 1)),
    (length_one_with_vector, (np.array([0.7]), _u), (0, 1)),
    (length_one_with_vector, (np.array([0.7]), np.array([0.4])), (0, 1)),
    (length_one_with_number, (np.array([0.7]), 1.5), (0, 1)),
    (one_by_one, (np.array([[0.7]]), np.array([[-0.3]])), (0, 1)), (one_by_one, (np.array([[0.7]]), _u), (0, 1)),
    (zero_d, (np.array(0.7), _u), (0, 1)), (zero_d, (np.float64(0.7), _u), (0, 1)),
    (three_with_two_axes, (_T, _M[:3, :4]), (0, 1)), (three_with_two_axes, (_T, _M[:1, :4]), (0, 1)),
    (three_with_vector_and_column, (_T, _v, np.array([[0.3], [0.8], [-0.5]])), (0, 1, 2)),
    (broadcast_both_ways, (_u, _v[:2]), (0, 1)), (broadcast_power, (1.3, _v), (0, 1)),
    (broadcast_maximum, (_u, 0.4), (0, 1)), (normalised, (_u,), (0,)), (normalised_rows, (_A,), (0,)),
    (standardised_columns, (_A,), (0,)), (softmax, (_u, 1), (0,)), (softmax, (np.array([0.7]), 0), (0,)),
    (softmax_rows, (_A, np.array([2, 0])), (0,)), (distances, (_M,), (0,)), (distances, (_M[:1],), (0,)),
    (attributes, (_A,), (0,)), (int_array, (np.array([1, 2, 3]), 0.7), (1,)),
    (int_array, (np.array([1, 2, 3]), 0.7), (0, 1)), (array_of_floats_by_int_array, (_u, np.array([2, 0, 2])), (0,)),
    (test_on_elements, (_u,), (0,)), (largest_index_by_hand, (_u,), (0,)), (argmax_read, (_u,), (0,)),
    (interpolate, (0.9, np.array([0.0, 0.5, 1.2, 2.0]), _u), (0, 1, 2)),
    (interpolate, (-0.4, np.array([0.0, 0.5, 1.2, 2.0]), _u), (0, 1, 2)), (alias_reads, (_u,), (0,)),
    (view_used_late, (_A,), (0,)), (array_overwritten_by_number, (_u,), (0,)), (copy_of_slice, (_u,), (0,)),
    (comparison_mask_as_number, (_u,), (0,)), (conditional_row, (_A, True), (0,)),
    (conditional_row, (_A, False), (0,)), (sum_of_elements_product, (_A, _B), (0, 1)),
    (matrix_product_by_hand, (_A, _B), (0, 1)), (moving_average, (_u, 2), (0,)), (moving_average, (_u, 9), (0,)),
    (autocorrelation, (_u, 1), (0,)), (trapezoid, (_u, np.array([0.0, 0.4, 1.0, 1.3])), (0, 1)),
    (clash, (_u, _v), (0, 1)),
]
