"""rows(A[:, :], s), differentiated by A, s.

Written by srcad from examples/rows.py.
"""
import numpy as np


def rows_primal(A, s):
    A = A.copy()
    steps = []
    for i in range(len(A)):
        row = A[i]
        row_was = row.copy()
        row *= s
        steps.append((row_was, row[:-1].copy()))
        row[1:] += row[:-1] ** 2
    return np.sum(A**2), (A, s, steps)


def rows_adjoint(A, s, steps, bvalue):
    # return np.sum(A**2)
    bA = 2 * bvalue * A
    bs = 0.0
    for i, (row, was) in reversed(list(enumerate(steps))):
        # row = A[i]
        brow = bA[i]
        # row[1:] += row[:-1] ** 2
        brow[:-1] += 2 * brow[1:] * was
        # row *= s
        bs += np.sum(brow * row)
        brow *= s
    return bA, bs
