"""scratch(x[:], y[:], buf[:]), differentiated by x, y.

Written by srcad from examples/scratch.py.
"""
import numpy as np


def scratch_primal(x, y, buf):
    buf = buf.copy()
    buf[...] = np.multiply(x, y)
    buf[...] = np.exp(buf)
    return np.sum(buf * x), (x, y, buf)


def scratch_adjoint(x, y, buf, bvalue):
    # return np.sum(buf * x)
    bbuf = bvalue * x
    bx = bvalue * buf
    # np.exp(buf, out=buf)
    bbuf *= buf
    # np.multiply(x, y, out=buf)
    bx += bbuf * y
    by = bbuf * x
    return bx, by
