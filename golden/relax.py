"""relax(x[:], A[:, :], n), differentiated by x, A.

Written by srcad from examples/relax.py.
"""
import numpy as np


def relax_primal(x, A, n):
    x = x.copy()
    outer = []
    for t in range(n):
        inner = []
        for i in range(len(x)):
            x_was = x.copy()
            x[i] = np.tanh(A[i] @ x)
            inner.append((x_was, x[i]))
        outer.append(inner)
    return np.sum(x**2), (x, A, outer)


def relax_adjoint(x, A, outer, bvalue):
    # return np.sum(x**2)
    bx = 2 * bvalue * x
    bA = np.zeros_like(A)
    for inner in reversed(outer):
        for i, (x, was) in reversed(list(enumerate(inner))):
            # x[i] = np.tanh(A[i] @ x)
            bproduct = bx[i] * (1 - was**2)
            bA[i] += bproduct * x
            bx[i] = 0.0
            bx += bproduct * A[i]
    return bx, bA
