"""relax(x[:], A[:, :], n), differentiated by x, A.

Written by srcad from examples/relax.py.
"""
import numpy as np


def relax_primal(x, A, n):
    x = x.copy()
    steps = []
    for t in range(n):
        for i in range(len(x)):
            steps.append((i, x[i]))
            x[i] = np.tanh(A[i] @ x)
    return np.sum(x**2), (x, A, steps)


def relax_adjoint(x, A, steps, bvalue):
    x = x.copy()
    # return np.sum(x**2)
    bx = 2 * bvalue * x
    bA = np.zeros_like(A)
    for i, was in reversed(steps):
        # x[i] = np.tanh(A[i] @ x)
        bproduct = bx[i] * (1 - x[i] ** 2)
        x[i] = was
        bA[i] += bproduct * x
        bx[i] = 0.0
        bx += bproduct * A[i]
    return bx, bA
