"""forces(x[:], w[:], i[:], j[:]), differentiated by x, w.

Written by srcad from examples/forces.py.
"""
import numpy as np


def forces_primal(x, w, i, j):
    d = x[i] - x[j]
    f = np.zeros_like(x)
    np.add.at(f, i, w * d)
    np.add.at(f, j, -w * d)
    return np.sum(f**2), (x, w, i, j, d, f)


def forces_adjoint(x, w, i, j, d, f, bvalue):
    # return np.sum(f**2)
    bf = 2 * bvalue * f
    # np.add.at(f, j, -w * d)
    bproduct = bf[j]
    bw = -bproduct * d
    bd = -bproduct * w
    # np.add.at(f, i, w * d)
    bproduct = bf[i]
    bw += bproduct * d
    bd += bproduct * w
    # d = x[i] - x[j]
    bx = np.zeros_like(x)
    np.add.at(bx, i, bd)
    np.subtract.at(bx, j, bd)
    return bx, bw
