"""logdet(A[:, :]), differentiated by A.

Written by srcad from examples/logdet.py.
"""
import numpy as np

from srcad.runtime import diag_dx


def logdet_primal(A):
    A = A.copy()
    for i in range(len(A)):
        for j in range(i):
            A[i, j] = (A[i, j] - A[i, :j] @ A[j, :j]) / A[j, j]
        A[i, i] = np.sqrt(A[i, i] - A[i, :i] @ A[i, :i])
    diag = np.diag(A)
    return 2 * np.sum(np.log(diag)), (A, diag)


def logdet_adjoint(A, diag, bvalue):
    # return 2 * np.sum(np.log(np.diag(A)))
    bdiag = 2 * bvalue / diag
    bA = diag_dx(bdiag, A)
    for i in reversed(range(len(A))):
        # A[i, i] = np.sqrt(A[i, i] - A[i, :i] @ A[i, :i])
        bdifference = 0.5 * bA[i, i] / A[i, i]
        bA[i, i] = bdifference
        bA[i, :i] -= 2 * bdifference * A[i, :i]
        for j in reversed(range(i)):
            # A[i, j] = (A[i, j] - A[i, :j] @ A[j, :j]) / A[j, j]
            bratio = bA[i, j] / A[j, j]
            bA[i, j] = bratio
            bA[i, :j] -= bratio * A[j, :j]
            bA[j, :j] -= bratio * A[i, :j]
            bA[j, j] -= bratio * A[i, j]
    return bA
