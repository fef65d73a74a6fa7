"""Loops over the rows of an array, or of its transpose, that change."""
import numpy as np


def row_by_row(A, s):
    for row in A:
        row *= s
        row[1:] += row[:-1] ** 2
    return np.sum(A**2)


def column_by_column(A, s):
    for col in A.T:
        col *= np.sin(col) * s
        col[0] = col[-1] * np.sum(col)
    return np.sum(A**2)


def blocks_of_a_transpose(T, s):
    for block in T.T:
        block[0] = block[1] * s
        block[:, 0] *= block[:, 1]
        block /= 1.5 + block**2
    return np.sum(T**2)


def another_row_too(A, s):
    for k, row in enumerate(A):
        A[k - 1] += row * s
        row *= np.tanh(row)
    return np.sum(A**2)


def next_row_read_in_the_trip_before(A, s):
    k = 0
    for row in A:
        row *= row + A[k - 1] * s
        A[0] = A[0] * row
        k += 1
    return np.sum(A**2)


def whole_array_in_each_trip(A, s):
    for row in A:
        row *= row
        A *= s
        row += np.sin(row)
    return np.sum(A**2)


def rows_twice(A, s):
    for _ in range(2):
        for row in A:
            row *= np.sin(row) + s
    for row in A:
        row *= row
    return np.sum(A)


def rows_and_columns(A, s):
    for row in A:
        for col in A.T:
            col *= 0.9 + 0.1 * col
        row *= row * s
    return np.sum(A**2)


def left_early(A, s):
    for row in A:
        row *= s * row
        if row[0] > 1.0:
            break
        row += row**2
    return np.sum(A**2)


def some_trips_do_nothing(A, s):
    for row in A:
        if row[0] < 0.8:
            continue
        row *= s * row
    return np.sum(A**2)


def rows_of_a_part(A, s):
    for row in A[1:]:
        row *= s * row
        A[1] *= 1.1
    return np.sum(A**2)


def numbered_from_one(A, s):
    for k, row in enumerate(A, 1):
        row *= row * k
    for row in A:
        row *= s + row
    return np.sum(A**2)


def rows_of_two(A, B):
    for a, b in zip(A, B):
        a *= b
        b += a**2
    return np.sum(A**2) + np.sum(B)


def last_row_afterwards(A, s):
    for row in A:
        row *= s * row
    row += row**2
    return np.sum(A**2)


def rows_that_are_read_only_later(A, s):
    total = 0.0
    for row in A:
        total = total + np.sum(row**3)
    for col in A.T:
        col *= s
    return total * np.sum(A**2)


def neighbours_in_each_row(A, s):
    for row in A:
        row[1:-1] = row[:-2] * row[2:] * s + row[1:-1] ** 2
        for i in range(1, len(row)):
            row[i] *= row[i - 1]
    return np.sum(A**2)


def push(row, v):
    row[1:] = v * row[1:] * row[:-1]
    return row[-1] ** 2


def pushed(A, v):
    total = 0.0
    for row in A:
        total += push(row, v)
    for col in A.T:
        total += push(col, v)
    return total + np.sum(A[0] * A[-1])


def only_some_rows_matter(A, s):
    total = s
    for row in A:
        if total < 2.0:
            total = total + np.sum(row) * s
        row[0] = total
    return total + np.sum(A[0])


def row_taken_from_a_row(A, s):
    for row in A:
        tail = row[1:]
        tail *= row[0] * tail
        row *= s
        tail += row[0]
    return np.sum(A**2)


M = np.array([[0.7, -1.2, 0.5, 1.1], [1.3, 0.4, -0.8, 0.9], [0.6, 1.4, -0.5, 0.3]])
T = np.arange(12.0).reshape(2, 3, 2) / 7 + 0.3

CASES = [
    (f, (A, 0.7), (0, 1))
    for f in (
        row_by_row, column_by_column, another_row_too, next_row_read_in_the_trip_before, whole_array_in_each_trip,
        rows_twice, rows_and_columns, left_early, some_trips_do_nothing, rows_of_a_part, numbered_from_one,
        last_row_afterwards, rows_that_are_read_only_later, neighbours_in_each_row, pushed, only_some_rows_matter,
        row_taken_from_a_row,
    )
    for A in (M, M[:1], M.T)
] + [(blocks_of_a_transpose, (T, 0.7), (0, 1)), (rows_of_two, (M, M[::-1] * 0.5), (0, 1)), (rows_of_two, (M[:2], M), (0, 1))]
