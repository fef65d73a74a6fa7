"""both_any(a[:, :]), differentiated by a.

Written by srcad from examples/both_any.py.
"""
import numpy as np

from srcad.runtime import Adjoints, same_memory, separated


def both_any_primal(a):
    a = separated(a)
    b = a.reshape(-1)
    was = b[::2].copy()
    b[::2] = np.sin(b[::2])
    return np.sum(a[0] * a[1]) + np.sum(b**3), (a, b, was)


def both_any_adjoint(a, b, was, bvalue):
    bars = Adjoints()
    # return np.sum(a[0] * a[1]) + np.sum(b**3)
    ba = bars[a]
    bb = bars[b]
    ba[0] += bvalue * a[1]
    ba[1] += bvalue * a[0]
    bb += 3 * bvalue * b**2
    # b[::2] = np.sin(b[::2])
    bb[::2] *= np.cos(was)
    # b = a.reshape(-1)
    if not same_memory(b, a):
        ba += np.reshape(bb, np.shape(a))
    return ba
