"""ways(x, n), differentiated by x.

Written by srcad from examples/ways.py.
"""
import numpy as np


def ways_primal(x, n):
    steps = []
    for i in range(n):
        halve_saved = None
        raised_saved = None
        if x > 1.0:
            x, halve_saved = halve_primal(x, i + 1)
        else:
            x, raised_saved = raised_primal(x)
        steps.append((halve_saved, raised_saved))
    return x, (steps,)


def ways_adjoint(steps, bx):
    for halve_saved, raised_saved in reversed(steps):
        if halve_saved is not None:
            # x = halve(x, i + 1)
            bx = halve_adjoint(*halve_saved, bx)
        else:
            # x = raised(x)
            bx = raised_adjoint(*raised_saved, bx)
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


def raised_primal(x):
    return x * x + 0.9, (x,)


def raised_adjoint(x, bvalue):
    # return x * x + 0.9
    bx = 2 * bvalue * x
    return bx
