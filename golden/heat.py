"""heat(u[:], steps), differentiated by u.

Written by srcad from examples/heat.py.
"""
import numpy as np


def heat_primal(u, steps):
    u = u.copy()
    for t in range(steps):
        u[1:-1] = u[1:-1] + 0.1 * (u[2:] - 2 * u[1:-1] + u[:-2])
    return np.sum(u**2), (u, steps)


def heat_adjoint(u, steps, bvalue):
    # return np.sum(u**2)
    bu = 2 * bvalue * u
    for t in reversed(range(steps)):
        # u[1:-1] = u[1:-1] + 0.1 * (u[2:] - 2 * u[1:-1] + u[:-2])
        bsum = 0.1 * bu[1:-1]
        bu[1:-1] -= 2 * bsum
        bu[2:] += bsum
        bu[:-2] += bsum
    return bu
