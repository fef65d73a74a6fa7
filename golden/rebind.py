"""rebind(A[:, :]), differentiated by A.

Written by srcad from examples/rebind.py.
"""
import numpy as np

from srcad.runtime import Adjoints, separated


def rebind_primal(A):
    A = separated(A)
    row = A[0]
    row_was = row
    row *= 2
    row = row[1:]
    was = row.copy()
    row[:] = row**2
    return np.sum(A), (A, row_was, row, was)


def rebind_adjoint(A, row_was, row, was, bvalue):
    bars = Adjoints()
    # return np.sum(A)
    bA = bars[A]
    bA += bvalue
    # row[:] = row**2
    brow = bars[row]
    brow *= 2 * was
    # row *= 2
    brow = bars[row_was]
    brow *= 2
    return bA
