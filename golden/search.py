"""search(x, n), differentiated by x.

Written by srcad from examples/search.py.
"""
import numpy as np


def search_primal(x, n):
    y = x
    outer = []
    for i in range(n):
        inner = []
        for j in range(3):
            inner.append(y)
            y = y * x
            if y > 10.0:
                outer.append((y, inner, False))
                return y * x, (x, y, outer, None, True)
            y = y + np.sin(y)
        was = y
        y = 0.5 * y * y
        outer.append((was, inner, True))
    value = np.tanh(y)
    return value, (x, y, outer, value, False)


def search_adjoint(x, y, outer, value, early, bvalue):
    if early:
        # return y * x
        by = bvalue * x
        bx = bvalue * y
    else:
        # return np.tanh(y)
        by = bvalue * (1 - value**2)
        bx = 0.0
    for y, inner, whole in reversed(outer):
        if whole:
            # y = 0.5 * y * y
            by = by * y
        for y_was in reversed(inner):
            y = y_was * x
            if not y > 10.0:
                # y = y + np.sin(y)
                by += by * np.cos(y)
            # y = y * x
            bx += by * y_was
            by = by * x
    # y = x
    bx += by
    return bx
