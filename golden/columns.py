"""columns(A[:, :]), differentiated by A.

Written by srcad from examples/columns.py.
"""
import numpy as np


def columns_primal(A):
    A = A.copy()
    steps = []
    for col in A.T:
        total = np.sum(col)
        col /= total
        steps.append((total, col.copy()))
    return np.sum(A**3), (A, steps)


def columns_adjoint(A, steps, bvalue):
    # return np.sum(A**3)
    bA = 3 * bvalue * A**2
    for k, (total, col) in reversed(list(enumerate(steps))):
        bcol = bA.T[k]
        # col /= total
        btotal = -np.sum(bcol * col) / total
        bcol /= total
        # total = np.sum(col)
        bcol += btotal
    return bA
