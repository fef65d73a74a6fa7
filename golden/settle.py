"""settle(x, n), differentiated by x.

Written by srcad from examples/settle.py.
"""
import numpy as np


def settle_primal(x, n):
    steps = []
    for i in range(n):
        was = x
        half_square_saved = None
        if x > 1:
            x = np.log(x) + 1
        else:
            half_square, half_square_saved = half_square_primal(x)
            x = half_square + 0.7
        steps.append((was, half_square_saved))
    return x, (steps,)


def settle_adjoint(steps, bx):
    for x, half_square_saved in reversed(steps):
        if x > 1:
            # x = np.log(x) + 1
            bx = bx / x
        else:
            # x = half_square(x) + 0.7
            bx = half_square_adjoint(*half_square_saved, bx)
    return bx


def half_square_primal(x):
    return 0.5 * x * x, (x,)


def half_square_adjoint(x, bvalue):
    # return 0.5 * x * x
    bx = bvalue * x
    return bx
