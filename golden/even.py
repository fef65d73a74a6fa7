"""even(x, n), differentiated by x.

Written by srcad from examples/even.py.
"""
import numpy as np


def even_primal(x, n):
    if n == 0:
        return x, (x, n, None, None)
    odd, odd_saved = odd_primal(x, n - 1)
    return x * odd, (x, n, odd, odd_saved)


def even_adjoint(x, n, odd, odd_saved, bvalue):
    if n == 0:
        # return x
        bx = bvalue
    else:
        # return x * odd(x, n - 1)
        bx = bvalue * odd + odd_adjoint(*odd_saved, bvalue * x)
    return bx


def odd_primal(x, n):
    if n == 0:
        return 1.0, (n, None, None)
    even, even_saved = even_primal(x, n - 1)
    return np.sin(even) + x, (n, even, even_saved)


def odd_adjoint(n, even, even_saved, bvalue):
    if n == 0:
        # return 1.0
        bx = 0.0
    else:
        # return np.sin(even(x, n - 1)) + x
        bx = even_adjoint(*even_saved, bvalue * np.cos(even)) + bvalue
    return bx
