"""structures(params{W[:, :], b[:]}, line{slope, offset}, x[:]), differentiated by params, line.

Written by srcad from examples/structures.py.
"""
import numpy as np

from srcad.runtime import add_to, zeros_like


def structures_primal(params, line, x):
    h = np.tanh(params['W'] @ x + params['b'])
    at, at_saved = at_primal(line, x)
    err = h - at
    penalty = np.sum(params['W'] ** 2) + np.sum(params['b'] ** 2)
    return np.mean(err**2) + 0.01 * penalty + line.slope**2, (params, line, x, h, err, at_saved)


def structures_adjoint(params, line, x, h, err, at_saved, bvalue):
    # return np.mean(err**2) + 0.01 * penalty + line.slope**2
    berr = 2 * bvalue / np.size(err) * err
    bpenalty = 0.01 * bvalue
    bline = zeros_like(line)
    bline.slope += 2 * bvalue * line.slope
    # penalty = sum(np.sum(p**2) for p in params.values())
    bparams = zeros_like(params)
    bparams['W'] += 2 * bpenalty * params['W']
    bparams['b'] += 2 * bpenalty * params['b']
    # err = h - line.at(x)
    bh = berr
    add_to(bline, at_adjoint(*at_saved, -berr))
    # h = np.tanh(params['W'] @ x + params['b'])
    bsum = bh * (1 - h**2)
    bparams['W'] += np.outer(bsum, x)
    bparams['b'] += bsum
    return bparams, bline


def at_primal(self, x):
    return self.slope * x + self.offset, (self, x)


def at_adjoint(self, x, bvalue):
    # return self.slope * x + self.offset
    bself = zeros_like(self)
    bself.slope += np.sum(bvalue * x)
    bself.offset += bvalue.sum()
    return bself
