"""march(u[:], n), differentiated by u.

Written by srcad from examples/march.py.
"""
import numpy as np


def march_primal(u, n):
    steps = []
    for t in range(n):
        steps.append(u)
        new = np.empty_like(u)
        new[0] = u[0]
        new[1:] = u[1:] * u[:-1]
        u = new
    return np.sum(u**2), (u, steps)


def march_adjoint(u, steps, bvalue):
    # return np.sum(u**2)
    bu = 2 * bvalue * u
    for u in reversed(steps):
        # u = new
        bnew = bu
        bu = np.zeros_like(u)
        # new[1:] = u[1:] * u[:-1]
        bu[1:] = bnew[1:] * u[:-1]
        bu[:-1] += bnew[1:] * u[1:]
        # new[0] = u[0]
        bu[0] += bnew[0]
    return bu
