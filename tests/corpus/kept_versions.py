"""What was there before it changed: arrays of which parts that overlap are read, values that several statements make."""
import math

import numpy as np


def neighbours(x, n):
    for _ in range(n):
        x[1:-1] = x[:-2] * x[2:] + np.sin(x[1:-1])
    return np.sum(x**2)


def neighbours_in_two_axes(A, n):
    for _ in range(n):
        A[1:-1, 1:-1] = A[:-2, 1:-1] * A[2:, 1:-1] + A[1:-1, :-2] * A[1:-1, 2:]
    return np.sum(A**2)


def neighbours_until(x, n):
    for k in range(9):
        if k >= n:
            break
        x[1:] *= x[:-1]
        if x[1] > 3.0:
            x[:-1] = x[1:] * x[:-1]
            continue
        x[:-1] = np.tanh(x[1:]) * x[:-1]
    return np.sum(x**2)


def neighbours_of_a_row(A, k):
    row = A[k]
    row[1:] = row[1:] * row[:-1]
    A[0] *= A[1]
    row[:-1] = row[1:] * row[:-1]
    return np.sum(A**2)


def overlapping_parts_of_one_side(x, n):
    if n > 1:
        x[:-1] = x[1:] * x[:-1]
    else:
        x[1:] = x[1:] * x[:-1] ** 2
    return np.sum(np.sin(x) * x)


def unequal_parts(x, n):
    x[2:] = x[2:] * x[:-2] + x[1:-1] ** 2 * x[n:n + 1]
    x[:n] = x[:n] ** 2
    return np.sum(x**3)


def keeps(u):
    return np.sum(u * np.sin(u))


def handed_on_before_the_first_write(x, n):
    total = keeps(x) * 2.0
    for k in range(n):
        total = total + keeps(x)
        x[1:] *= x[:-1]
    return total + keeps(x)


def handed_on_in_the_loop_that_writes(x, n):
    total = np.sum(x**2)
    for k in range(n):
        if k:
            x[0] = x[1] * total
        total = total + keeps(x)
    return total


def read_as_given_at_the_end(x, y, n):
    first = x[0] * y[1]
    for k in range(n):
        y[k] = y[k] * x[k]
        x[k] = first * y[0] * x[k] ** 2
    return np.sum(x * y) + first


def several_exits(x, n):
    y = x
    for i in range(n):
        for j in range(3):
            y = y * x
            if y > 10.0:
                return y * x
            if y < 0.1:
                break
            y = y + np.sin(y)
        y = 0.5 * y * y
    return np.tanh(y)


def loop_that_has_an_else(x, n):
    y = x
    for i in range(n):
        for j in range(2):
            y = y * 1.1
            if y > 3.0:
                break
        else:
            y = y * y
            continue
        y = np.sin(y) * y
    return y * x


def nested_choices(x, n):
    y = x
    for i in range(n):
        if i % 2:
            y = y * x
        elif y > 1.0:
            y = np.sqrt(y)
        else:
            y = y + 0.3
        z = np.sin(y)
        y = y * y * z
        if z > 0.8:
            y = y * z
            break
    return y * x


def only_on_one_way(x, n):
    y = x
    for i in range(n):
        while y < 2.0:
            y = y * 1.3 + x
        if i % 2:
            y = y * y * 0.3
        else:
            y = 1.0 + 0.1 * i
    return y * x


def only_after_an_exit(x, n):
    y = x
    for i in range(n):
        for j in range(i):
            y = y * x
        if i == 2:
            continue
        y = np.sin(y) * y
        if y < 0.2:
            break
    return y + x


def guarded_in_a_loop(x, n):
    y = x
    for i in range(n):
        for j in range(2):
            y = y * math.sin(x)
        try:
            y = y * y / (n - 2 - i)
        except ZeroDivisionError:
            y = 3.0 * y
    return y


def array_of_many_writes(x, n):
    total = 0.0
    for k in range(n):
        for i in range(1, len(x)):
            x[i] = x[i] * x[i - 1]
        total = total + np.sum(x[1:] * x[:-1])
        x *= 0.5
    return total


def array_of_many_writes_and_exits(x, n):
    total = 0.0
    for k in range(n):
        for i in range(1, len(x)):
            x[i] = x[i] * x[i - 1]
            if x[i] < -2.0:
                return total + np.sum(x**2)
        if k == 1:
            continue
        total = total + np.sum(np.sin(x) * x)
        x[:] = 0.5 * x * x
    return total


V = np.array([0.7, -1.2, 1.3, 0.4, 1.6])
W = np.array([1.1, 0.9, 1.3, 1.4, 0.8])
M = np.array([[0.7, -1.2, 0.5, 1.1], [1.3, 0.4, -0.8, 0.9], [0.6, 1.4, -0.5, 0.3]])

CASES = [
    (f, (v, n), (0,))
    for f in (
        neighbours, neighbours_until, overlapping_parts_of_one_side, handed_on_before_the_first_write,
        handed_on_in_the_loop_that_writes, array_of_many_writes, array_of_many_writes_and_exits,
    )
    for v in (V, W)
    for n in (0, 1, 2, 3)
] + [
    (f, (x, n), (0,))
    for f in (
        several_exits, loop_that_has_an_else, nested_choices, only_on_one_way, only_after_an_exit, guarded_in_a_loop,
    )
    for x, n in [(1.2, 0), (1.2, 1), (1.2, 4), (2.9, 2), (0.3, 3)]
] + [
    (neighbours_in_two_axes, (M, 0), (0,)), (neighbours_in_two_axes, (M, 2), (0,)),
    (neighbours_of_a_row, (M, 0), (0,)), (neighbours_of_a_row, (M, 2), (0,)), (neighbours_of_a_row, (M, -2), (0,)),
    (unequal_parts, (V, 0), (0,)), (unequal_parts, (V, 3), (0,)),
    (read_as_given_at_the_end, (V, W, 0), (0, 1)), (read_as_given_at_the_end, (V, W, 2), (0, 1)),
]


def list_or_array_of_what_changes(a, m):
    b = a * 1.0
    x = [b[0], b[1]] if m else b
    s = np.sum(x)
    b[0] *= 3
    return s * np.sum(x)


def list_or_array_of_another(a, m):
    u = a[0] * 1.0
    x = [u, a[1]] if m else a
    s = np.sum(x)
    u *= 3
    return s * np.sum(x)


CASES += [(f, (np.outer([0.2, 0.9, 1.4], [0.2, 0.9, 1.4]), m), (0,)) for m in (0, 1) for f in (
    list_or_array_of_what_changes, list_or_array_of_another,
)]  # fmt: skip
