"""lists_scaled(xs, s), differentiated by xs, s.

Written by srcad from examples/lists_scaled.py.
"""
import numpy as np

from srcad.runtime import Adjoints, gradient, separated, structure


def lists_scaled_primal(xs, s):
    xs = separated(xs)
    xs_given = structure(xs)
    steps = []
    for x in xs:
        steps.append((x, x.copy()))
        x *= s
    item = xs[0]
    item_2 = xs[-1]
    return np.sum(item * item_2), (s, xs_given, steps, item, item_2)


def lists_scaled_adjoint(s, xs_given, steps, item, item_2, bvalue):
    bars = Adjoints()
    # return np.sum(xs[0] * xs[-1])
    bitem = bars[item]
    bitem_2 = bars[item_2]
    bitem += bvalue * item_2
    bitem_2 += bvalue * item
    bs = 0.0
    for x, was in reversed(steps):
        # x *= s
        bx = bars[x]
        bs += np.sum(bx * was)
        bx *= s
    bxs = gradient(xs_given, bars)
    return bxs, bs
