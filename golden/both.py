"""both(a[:, :]), differentiated by a.

Written by srcad from examples/both.py.
"""
import numpy as np

from srcad.runtime import Adjoints, same_memory, separated


def both_primal(a):
    a = separated(a)
    b = a.reshape(-1)
    was = b[::2].copy()
    b[::2] = np.sin(b[::2])
    return np.sum(a[0] * a[1]), (a, b, was)


def both_adjoint(a, b, was, bvalue):
    bars = Adjoints()
    # return np.sum(a[0] * a[1])
    ba = bars[a]
    ba[0] += bvalue * a[1]
    ba[1] += bvalue * a[0]
    # b[::2] = np.sin(b[::2])
    bb = bars[b]
    bb[::2] *= np.cos(was)
    # b = a.reshape(-1)
    if not same_memory(b, a):
        ba += np.reshape(bb, np.shape(a))
    return ba
