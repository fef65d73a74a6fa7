"""masks(x[:], s, idx[:]), differentiated by x, s.

Written by srcad from examples/masks.py.
"""
import numpy as np

from srcad.runtime import stayed


def masks_primal(x, s, idx):
    y = x.copy()
    y[x > 1] = 2 * y[x > 1] - 1
    was = y[idx]
    y[idx] *= s
    return np.sum(y**3), (x, s, idx, y, was)


def masks_adjoint(x, s, idx, y, was, bvalue):
    # return np.sum(y**3)
    by = 3 * bvalue * y**2
    # y[idx] *= s
    bs = np.sum(stayed(by, idx) * was)
    by[idx] *= s
    # y[x > 1] = 2 * y[x > 1] - 1
    by[x > 1] *= 2
    # y = x.copy()
    bx = by
    return bx, bs
