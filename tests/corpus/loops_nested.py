"""Loops in loops: with nothing between them, or with something that is read, kept or counted."""
import numpy as np


def nothing_between(x, n):
    y = x
    for i in range(n):
        for j in range(3):
            y = np.sin(y) + x * y
    return y


def inner_counter(x, n):
    y = x
    for i in range(n):
        for j in range(1, 4):
            y = np.sin(y) * j + x / (1 + j)
    return y


def outer_counter(x, n):
    y = x
    for i in range(n):
        for j in range(2):
            y = np.sin(y) * i + x
    return y


def both_counters(x, n):
    y = x
    for i in range(n):
        for j in range(i):
            y = np.sin(y) * (i - j) + x
    return y


def inner_left_early(x, n):
    y = x
    for i in range(n):
        for j in range(4):
            y = y * x + 0.3 * j
            if y > 2.0:
                break
            y = np.sin(y) + y
    return y


def inner_left_early_with_something_after(x, n):
    y = x
    for i in range(n):
        for j in range(4):
            if y > 2.0:
                break
            y = y * x + 0.3
        else:
            y = y * y * 0.5
    return y


def trips_skipped(x, n):
    y = x
    for i in range(n):
        if i % 2:
            continue
        for j in range(4):
            if j == 1:
                continue
            y = np.sin(y * j) + x
    return y


def outer_left_early(x, n):
    y = x
    for i in range(9):
        if i == n:
            break
        for j in range(2):
            y = np.tanh(y * x) + j
    return y


def left_from_the_middle(x, n):
    y = x
    for i in range(n):
        for j in range(3):
            y = y * x + 0.1
            if y > 3.0:
                return y * y
    return np.sin(y)


def three_levels(x, n):
    y = x
    for i in range(n):
        for j in range(2):
            for k in range(j + 1):
                y = np.sin(y) + x * k
    return y


def three_levels_with_something_between(x, n):
    y = x
    for i in range(n):
        for j in range(2):
            y = y * y * 0.5
            for k in range(j + 1):
                y = np.sin(y) + x * k
    return y


def whiles(x, n):
    y, i = x, 0
    while i < n:
        i += 1
        k = 0
        while k < i:
            k += 1
            y = np.sin(y) * k + x
    return y


def two_inner_loops(x, n):
    y = x
    for i in range(n):
        for j in range(2):
            y = np.sin(y) + x
        for j in range(i):
            y = np.cos(y) * j
    return y


def over_lists(xs, n):
    y = 1.0
    for x in xs:
        for i in range(n):
            y = np.sin(y) + x * i
    return y


def rows_in_trips(A, n):
    for i in range(n):
        for row in A:
            row *= np.sin(row) + i
    return np.sum(A)


def elements(A, n):
    for t in range(n):
        for i in range(1, len(A)):
            for j in range(1, len(A[0])):
                A[i, j] = A[i - 1, j] * A[i, j - 1] + np.sin(A[i, j])
    return np.sum(A**2)


def recorded_test(x, n):
    y = x
    for i in range(n):
        for j in range(3):
            if np.sin(y) > 0.4:
                y = y * x
            else:
                y = y + np.exp(-y)
    return y


def last_values_read_after(x, n):
    y, z, j = x, 1.0, 0
    for i in range(n):
        for j in range(i):
            z = np.sin(y)
            y = z * y + x
    return y * z + j * x


def value_of_the_outer_trip(x, n):
    y = x
    for i in range(n):
        step = 0.1 * i + 0.3
        for j in range(3):
            y = np.sin(y) * step + x
    return y


M = np.array([[0.7, 1.2, 0.5], [1.3, 0.4, 0.8]])

CASES = [
    (f, (x, n), (0,))
    for f in (
        nothing_between, inner_counter, outer_counter, both_counters, inner_left_early,
        inner_left_early_with_something_after, trips_skipped, outer_left_early, left_from_the_middle, three_levels,
        three_levels_with_something_between, whiles, two_inner_loops, recorded_test, last_values_read_after,
        value_of_the_outer_trip,
    )
    for x in (0.7, 1.3)
    for n in (0, 1, 4)
] + [
    (over_lists, ([0.3, 0.7, 1.2], 3), (0,)), (over_lists, ([], 3), (0,)), (over_lists, ([0.3], 0), (0,)),
    (rows_in_trips, (M, 0), (0,)), (rows_in_trips, (M, 2), (0,)), (elements, (M, 0), (0,)), (elements, (M, 3), (0,)),
]
