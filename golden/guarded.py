"""guarded(x, n), differentiated by x.

Written by srcad from examples/guarded.py.
"""
import math

import numpy as np


def guarded_primal(x, n):
    y = x
    steps = []
    for i in range(n):
        was = y
        try:
            y = 2.0 * math.log(y)
            failed = False
        except ValueError:
            y = y * y + 0.5
            failed = True
        steps.append((was, failed))
    with np.errstate(divide='ignore'):
        z = np.log(y * y)
    return x * z, (x, y, steps, z)


def guarded_adjoint(x, y, steps, z, bvalue):
    # return x * z
    bx = bvalue * z
    bz = bvalue * x
    with np.errstate(divide='ignore'):
        # z = np.log(y * y)
        bproduct = bz / y / y
        by = 2 * bproduct * y
    for y, failed in reversed(steps):
        if failed:
            # y = y * y + 0.5
            by = 2 * by * y
        else:
            # y = 2.0 * math.log(y)
            by = 2.0 * by / y
    # y = x
    bx += by
    return bx
