"""waves(x[:], c, n), differentiated by x, c.

Written by srcad from examples/waves.py.
"""
import numpy as np


def waves_primal(x, c, n):
    x = x.copy()
    steps = []
    for t in range(n):
        was_2 = x[:-1].copy()
        x[1:] = x[1:] + c * x[:-1]
        steps.append((was_2, x[:-1].copy()))
        x[1:] += c * x[:-1] ** 2
    return np.sum(x**2), (x, c, steps)


def waves_adjoint(x, c, steps, bvalue):
    # return np.sum(x**2)
    bx = 2 * bvalue * x
    bc = 0.0
    for was_2, was in reversed(steps):
        # x[1:] += c * x[:-1] ** 2
        bc += np.sum(bx[1:] * was**2)
        bx[:-1] += 2 * c * bx[1:] * was
        # x[1:] = x[1:] + c * x[:-1]
        bc += np.sum(bx[1:] * was_2)
        bx[:-1] += c * bx[1:]
    return bx, bc
