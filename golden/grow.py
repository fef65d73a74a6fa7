"""grow(x[:], c), differentiated by x.

Written by srcad from examples/grow.py.
"""
import numpy as np


def grow_primal(x, c):
    x = x.copy()
    steps = []
    for t in range(2):
        steps.append(spread_primal(x))
        x *= c
    return np.sum(x), (c, x, steps)


def grow_adjoint(c, x, steps, bvalue):
    # return np.sum(x)
    bx = np.full_like(x, bvalue)
    for spread_saved in reversed(steps):
        # x *= c
        bx *= c
        # spread(x)
        spread_adjoint(*spread_saved, bx)
    return bx


def spread_primal(u):
    u[1:] = np.exp(u[1:] - u[:-1])
    return u.copy(),


def spread_adjoint(u, bu):
    # u[1:] = np.exp(u[1:] - u[:-1])
    bdifference = bu[1:] * u[1:]
    bu[1:] = bdifference
    bu[:-1] -= bdifference
