"""lists(x, n), differentiated by x.

Written by srcad from examples/lists.py.
"""
import numpy as np


def lists_primal(x, n):
    ys = []
    for i in range(n):
        ys.append(np.sin(x * i) + x)
    big = [y * y for y in ys if y > 1.0]
    total = sum(y * x for y in ys)
    if big:
        total += big[0] * big[-1]
    return total, (x, n, ys, big)


def lists_adjoint(x, n, ys, big, btotal):
    bys = [0.0] * len(ys)
    bbig = [0.0] * len(big)
    if big:
        # total += big[0] * big[-1]
        bbig[0] += btotal * big[-1]
        bbig[-1] += btotal * big[0]
    # total = sum(y * x for y in ys)
    bx = 0.0
    for k, y in enumerate(ys):
        bys[k] += btotal * x
        bx += btotal * y
    # big = [y * y for y in ys if y > 1.0]
    for k, y in reversed(list(enumerate(ys))):
        if y > 1.0:
            bys[k] += 2 * bbig.pop() * y
    for i in reversed(range(n)):
        # ys.append(np.sin(x * i) + x)
        bitem = bys.pop()
        bx += bitem * np.cos(x * i) * i + bitem
    return bx
