"""mixed(x: float32[:], s), differentiated by x, s.

Written by srcad from examples/mixed.py.
"""
import numpy as np


def mixed_primal(x, s):
    was = x
    x = x.copy()
    x *= s
    tanh = np.tanh(x * s)
    return np.sum(tanh), (was, s, x, tanh)


def mixed_adjoint(was, s, x, tanh, bvalue):
    # return np.sum(np.tanh(x * s))
    bproduct = bvalue * (1 - tanh**2)
    bx = s * bproduct
    bs = np.sum(bproduct * x)
    # x *= s
    bs += np.sum(bx * was)
    bx *= s
    bx = bx.astype(np.float32)
    return bx, bs
