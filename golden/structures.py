"""structures(params, line, x[:]), differentiated by params, line.

Written by srcad from examples/structures.py.
"""
import numpy as np

from srcad.runtime import Adjoints, add_to, gradient, separated, structure


def structures_primal(params, line, x):
    params = separated(params)
    line = separated(line)
    x = separated(x)
    params_given = structure(params)
    line_given = structure(line)
    item = params['W']
    item_2 = params['b']
    h = np.tanh(item @ x + item_2)
    at, at_saved = at_primal(line, x)
    err = h - at
    items = []
    steps = []
    for key in params:
        p = params[key]
        steps.append(p)
        items.append(np.sum(p**2))
    penalty = sum(items)
    return np.mean(err**2) + 0.01 * penalty + line.slope**2, (line, x, line_given, params_given, item, item_2, h, at, at_saved, err, items, steps)


def structures_adjoint(line, x, line_given, params_given, item, item_2, h, at, at_saved, err, items, steps, bvalue):
    bars = Adjoints()
    # return np.mean(err**2) + 0.01 * penalty + line.slope**2
    berr = bars[err]
    bline = bars[line]
    berr += 2 * bvalue / np.size(err) * err
    bpenalty = 0.01 * bvalue
    bline.slope += 2 * bvalue * line.slope
    # penalty = sum(np.sum(p**2) for p in params.values())
    bitems = bars[items]
    add_to(bitems, bpenalty)
    for p in reversed(steps):
        # penalty = sum(np.sum(p**2) for p in params.values())
        bp = bars[p]
        bp += 2 * bitems.pop() * p
    # err = h - line.at(x)
    bh = bars[h]
    bat = bars[at]
    bh += berr
    bat -= berr
    at_adjoint(*at_saved, bars)
    # h = np.tanh(params['W'] @ x + params['b'])
    bitem = bars[item]
    bitem_2 = bars[item_2]
    bsum_2 = bh * (1 - h**2)
    bitem += np.outer(bsum_2, x)
    bitem_2 += bsum_2
    bparams = gradient(params_given, bars)
    bline = gradient(line_given, bars)
    return bparams, bline


def at_primal(self, x):
    value = self.slope * x + self.offset
    return value, (self, x, value)


def at_adjoint(self, x, value, bars):
    # return self.slope * x + self.offset
    bvalue = bars[value]
    bself = bars[self]
    bself.slope += np.sum(bvalue * x)
    bself.offset += bvalue.sum()
