"""share(x[:]), differentiated by x.

Written by srcad from examples/share.py.
"""
import numpy as np


def share_primal(x):
    x = x.copy()
    blend_saved = blend_primal(x, x)
    return np.sum(x), (x, blend_saved)


def share_adjoint(x, blend_saved, bvalue):
    # return np.sum(x)
    bx = np.full_like(x, bvalue)
    # blend(x, x)
    blend_adjoint(*blend_saved, bx, bx)
    return bx


def blend_primal(u, v):
    u *= 2
    was = v.copy()
    u += v**2
    return was,


def blend_adjoint(v, bu, bv):
    # u += v**2
    bv += 2 * bu * v
    # u *= 2
    bu *= 2
