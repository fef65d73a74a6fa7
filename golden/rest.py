"""rest(x, n), differentiated by x.

Written by srcad from examples/rest.py.
"""
import numpy as np


def rest_primal(x, n):
    y = x
    steps = []
    for i in range(n):
        steps.append(y)
        y = y * x
        if y > 10.0:
            return y * 2.0, (x, steps, None, None, True)
    z, halve_saved = halve_primal(y, n)
    return z * z * x, (x, steps, z, halve_saved, False)


def rest_adjoint(x, steps, z, halve_saved, early, bvalue):
    if early:
        # return y * 2.0
        by = 2.0 * bvalue
        bx = 0.0
    else:
        # return z * z * x
        bz = 2 * bvalue * x * z
        bx = bvalue * z * z
        # z = halve(y, n)
        by = halve_adjoint(*halve_saved, bz)
    for y in reversed(steps):
        # y = y * x
        bx += by * y
        by = by * x
    # y = x
    bx += by
    return bx


def halve_primal(x, times):
    steps = []
    for i in range(times):
        steps.append(x)
        x = 0.5 * (x + np.sin(x))
    return x, (steps,)


def halve_adjoint(steps, bx):
    for x in reversed(steps):
        # x = 0.5 * (x + np.sin(x))
        bx = 0.5 * bx + 0.5 * bx * np.cos(x)
    return bx
