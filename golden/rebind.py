"""rebind(A[:, :]), differentiated by A.

Written by srcad from examples/rebind.py.
"""
import numpy as np


def rebind_primal(A):
    A = A.copy()
    row = A[0]
    row *= 2
    row_2 = row[1:]
    was = row_2.copy()
    row_2[:] = row_2**2
    return np.sum(A), (A, was)


def rebind_adjoint(A, row_2, bvalue):
    # return np.sum(A)
    bA = np.full_like(A, bvalue)
    # row = A[0]
    brow = bA[0]
    # row = row[1:]
    brow_2 = brow[1:]
    # row[:] = row**2
    brow_2 *= 2 * row_2
    # row *= 2
    brow *= 2
    return bA
