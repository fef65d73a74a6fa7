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
        steps.append((total, col))
    return np.sum(A**3), (A, steps)


def columns_adjoint(A, steps, bvalue):
    # return np.sum(A**3)
    bA = 3 * bvalue * A**2
    for bcol, (total, col) in zip(reversed(bA.T), reversed(steps)):
        # col /= total
        btotal = -np.sum(bcol * col) / total
        bcol /= total
        # total = np.sum(col)
        bcol += btotal
    return bA
