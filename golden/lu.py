"""lu(A[:, :]), differentiated by A.

Written by srcad from examples/lu.py.
"""
import numpy as np


def lu_primal(A):
    A = A.copy()
    n = len(A)
    for i in range(n):
        for j in range(i):
            for k in range(j):
                A[i, j] -= A[i, k] * A[k, j]
            A[i, j] /= A[j, j]
        for j in range(i, n):
            for k in range(i):
                A[i, j] -= A[i, k] * A[k, j]
    return np.sum(A**2), (A, n)


def lu_adjoint(A, n, bvalue):
    # return np.sum(A**2)
    bA = 2 * bvalue * A
    for i in reversed(range(n)):
        for j in reversed(range(i, n)):
            for k in reversed(range(i)):
                # A[i, j] -= A[i, k] * A[k, j]
                bA[i, k] -= bA[i, j] * A[k, j]
                bA[k, j] -= bA[i, j] * A[i, k]
        for j in reversed(range(i)):
            # A[i, j] /= A[j, j]
            bA[i, j] /= A[j, j]
            bA[j, j] -= bA[i, j] * A[i, j]
            for k in reversed(range(j)):
                # A[i, j] -= A[i, k] * A[k, j]
                bA[i, k] -= bA[i, j] * A[k, j]
                bA[k, j] -= bA[i, j] * A[i, k]
    return bA
