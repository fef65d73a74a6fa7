"""Tuples: packing, unpacking, indexing, nesting, as loop state and as results of helpers."""
import math

import numpy as np


def pack_and_unpack(x, y):
    pair = (x * y, x + y)
    a, b = pair
    return a * b


def indexed(x, y):
    t = (x, y, x * y)
    return t[0] * t[2] - t[-2] + t[1] ** 2


def nested(x, y):
    t = ((x, y), (x * y, 2.0))
    (a, b), (c, d) = t
    return a * d + b * c + t[1][0]


def nested_targets(x, y):
    (a, b), c = (x, x * y), y
    a, (b, c) = b, (c, a)
    return a + 2 * b + 3 * c


def list_targets(x, y):
    [a, b] = [x * 2, y * 3]
    return a / b


def swap_through_tuple(x, y):
    t = x, y
    y, x = t
    return x**2 + y


def tuple_in_loop(x, y, n):
    state = (x, y)
    for i in range(n):
        a, b = state
        state = (a + 0.1 * b, b - 0.1 * math.sin(a))
    return state[0] * state[1]


def tuple_concatenation(x, y):
    t = (x, y) + (x * y,)
    return t[0] + t[1] * t[2]


def tuple_length(x, y):
    t = (x, y, 1.0)
    return len(t) * t[0] + t[1]


def tuple_slice(x, y, z):
    t = (x, y, z, x * z)
    a, b = t[1:3]
    return a * b + t[:2][0] + t[-1]


def tuple_sum(x, y):
    parts = (x, y, x * y, 1)
    return sum(parts) * sum((x, 2.0))


def tuple_iterated(x, y):
    total = 0.0
    for part in (x, y, x / y):
        total = total * 0.5 + part**2
    return total


def tuple_of_tuples_iterated(x, y):
    total = 0.0
    for a, (b, c) in ((x, (y, 2.0)), (y, (x * y, 3.0))):
        total += a * b**c
    return total


def max_of_tuple(x, y, z):
    return max((x, y, z)) * min((x, y, z))


def tuple_argument(p, q):
    return (p[0] - q[0])**2 + (p[1] - q[1])**2


def tuple_argument_unpacked(p, s):
    x, y, z = p
    return s * x * y + z**2


def nested_argument(params, x):
    (w1, b1), (w2, b2) = params
    h = math.tanh(w1 * x + b1)
    return w2 * h + b2


def tuple_of_arrays(params, x):
    W, b = params
    return np.sum(np.tanh(W @ x + b))


def helper_returns_pair(x, y):
    s, p = sum_and_product(x, y)
    return s / p


def sum_and_product(a, b):
    return a + b, a * b


def helper_result_indexed(x, y):
    return sum_and_product(x, y)[0] * sum_and_product(x * 2, y)[1]


def helper_result_kept(x, y):
    result = sum_and_product(x, y)
    again = sum_and_product(result[0], result[1])
    return again[0] - again[1]


def one_result_unused(x, y):
    s, unused = sum_and_product(x, y)
    _, p = sum_and_product(y, s)
    return p


def polar(x, y):
    return math.hypot(x, y), math.atan2(y, x)


def rotate(x, y, angle):
    r, theta = polar(x, y)
    theta += angle
    return r * math.cos(theta) + 2 * r * math.sin(theta)


def dual_number(x):
    u = (x, 1.0)
    v = multiply(u, u)
    w = multiply(v, (2.0, 0.0))
    value, slope = multiply(w, u)
    return value + slope


def multiply(p, q):
    return p[0] * q[0], p[0] * q[1] + p[1] * q[0]


def complex_square(re, im, n):
    cr, ci = re, im
    zr, zi = 0.0, 0.0
    for _ in range(n):
        zr, zi = zr * zr - zi * zi + cr, 2 * zr * zi + ci
    return zr * zr + zi * zi


def tuple_in_branch(x, y):
    if x > y:
        t = (x, y)
    else:
        t = (y * y, x)
    big, small = t
    return big - small * x


def tuple_of_mixed(x, n):
    record = ('name', n, x * n)
    label, k, value = record
    if label == 'name':
        return value * k
    return value


def replaced_tuple(x, n):
    t = (x, 1.0)
    for i in range(n):
        t = (t[1], t[0] * t[1] + x)
    return t[0] + t[1]


def tuple_compared(x, y):
    a = (1, 2)
    if a == (1, 2):
        return x * y
    return x


def array_unpacked(v):
    a, b, c = v
    return a * b + c**2


def array_rows_unpacked(A):
    r0, r1 = A
    return np.sum(r0 * r1)


def shape_unpacked(A):
    rows, columns = A.shape
    return np.sum(A) / rows + A[0, 0] * columns


def names_clash(d, saved):
    value, was = d * saved, saved
    bx, bd = was, value
    t = bx, bd
    steps, = (t[0] * t[1],)
    return steps + bd


_W = np.array([[0.5, -1.2, 2.0], [1.1, 0.4, -0.7]])
_b = np.array([0.1, -0.2])

CASES = [
    (pack_and_unpack, (1.5, 0.7), (0, 1)), (indexed, (1.5, 0.7), (0, 1)), (nested, (1.5, 0.7), (0, 1)),
    (nested_targets, (1.5, 0.7), (0, 1)), (list_targets, (1.5, 0.7), (0, 1)), (swap_through_tuple, (1.5, 0.7), (0, 1)),
    (tuple_in_loop, (1.5, 0.7, 6), (0, 1)), (tuple_in_loop, (1.5, 0.7, 0), (0, 1)),
    (tuple_concatenation, (1.5, 0.7), (0, 1)), (tuple_length, (1.5, 0.7), (0, 1)),
    (tuple_slice, (1.5, 0.7, -2.0), (0, 1, 2)), (tuple_sum, (1.5, 0.7), (0, 1)), (tuple_iterated, (1.5, 0.7), (0, 1)),
    (tuple_of_tuples_iterated, (1.5, 0.7), (0, 1)), (max_of_tuple, (1.5, 0.7, -0.4), (0, 1, 2)),
    (tuple_argument, ((1.5, 0.7), (0.2, -0.4)), (0, 1)), (tuple_argument, ([1.5, 0.7], (2, 3)), (0, 1)),
    (tuple_argument, (np.array([1.5, 0.7]), (2.0, 3.0)), (0, 1)),
    (tuple_argument_unpacked, ((1.5, 0.7, -0.4), 2.0), (0, 1)),
    (tuple_argument_unpacked, ((1.5, 0.7, -0.4), 2.0), (1,)),
    (nested_argument, (((1.5, 0.7), (0.2, -0.4)), 0.9), (0, 1)),
    (tuple_of_arrays, ((_W, _b), np.array([0.3, 0.5, -0.8])), (0, 1)), (helper_returns_pair, (1.5, 0.7), (0, 1)),
    (helper_result_indexed, (1.5, 0.7), (0, 1)), (helper_result_kept, (1.5, 0.7), (0, 1)),
    (one_result_unused, (1.5, 0.7), (0, 1)), (rotate, (1.5, 0.7, 0.4), (0, 1, 2)), (dual_number, (1.5,), (0,)),
    (complex_square, (0.3, 0.4, 4), (0, 1)), (complex_square, (0.3, 0.4, 1), (0, 1)),
    (tuple_in_branch, (1.5, 0.7), (0, 1)), (tuple_in_branch, (0.5, 0.7), (0, 1)), (tuple_of_mixed, (1.5, 3), (0,)),
    (replaced_tuple, (0.8, 5), (0,)), (replaced_tuple, (0.8, 0), (0,)), (tuple_compared, (0.8, 1.5), (0, 1)),
    (array_unpacked, (np.array([1.5, 0.7, -0.4]),), (0,)), (array_rows_unpacked, (_W,), (0,)),
    (shape_unpacked, (_W,), (0,)), (names_clash, (1.5, 0.7), (0, 1)),
]
