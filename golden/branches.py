"""branches(x, n), differentiated by x.

Written by srcad from examples/branches.py.
"""
import numpy as np


def branches_primal(x, n):
    if x > 2.0:
        rate = np.sqrt(x)
    elif x > 0.0:
        wave = np.sin(x)
        rate = wave * x
    else:
        rate = 0.5 - x
    y = x
    last = rate
    total = 0.0
    steps = []
    for i in range(n):
        was = y
        if y > 1.5:
            last = y * rate
            y = np.log(y)
        elif i % 2 == 0:
            mean = 0.5 * (y + rate)
            y = mean * mean + 1.0
        else:
            y = y + last
        steps.append((was, last))
        total += last * x
    return total * rate, (x, rate, total, steps)


def branches_adjoint(x, rate, total, steps, bvalue):
    # return total * rate
    btotal = bvalue * rate
    brate = bvalue * total
    bx = 0.0
    by = 0.0
    blast = 0.0
    for i, (y, last) in reversed(list(enumerate(steps))):
        # total += last * x
        blast += btotal * x
        bx += btotal * last
        if y > 1.5:
            # y = np.log(y)
            by = by / y
            # last = y * rate
            by += blast * rate
            brate += blast * y
            blast = 0.0
        elif i % 2 == 0:
            mean = 0.5 * (y + rate)
            # y = mean * mean + 1.0
            bmean = 2 * by * mean
            # mean = 0.5 * (y + rate)
            by = 0.5 * bmean
            brate += 0.5 * bmean
        else:
            # y = y + last
            blast += by
    # last = rate
    brate += blast
    # y = x
    bx += by
    if x > 2.0:
        # rate = np.sqrt(x)
        bx += 0.5 * brate / np.sqrt(x)
    elif x > 0.0:
        wave = np.sin(x)
        # rate = wave * x
        bwave = brate * x
        bx += brate * wave
        # wave = np.sin(x)
        bx += bwave * np.cos(x)
    else:
        # rate = 0.5 - x
        bx -= brate
    return bx
