"""layer_pairs(params: list[([:, :], [:])], x[:]), differentiated by params, x.

Written by srcad from examples/layer_pairs.py.
"""
import numpy as np


def layer_pairs_primal(params, x):
    steps = []
    for W, b in params:
        was = x
        x = np.tanh(W @ x + b)
        steps.append((was, W, x))
    return np.sum(x**2), (x, steps)


def layer_pairs_adjoint(x, steps, bvalue):
    # return np.sum(x**2)
    bx = 2 * bvalue * x
    bparams = []
    for was, W, x in reversed(steps):
        # x = np.tanh(W @ x + b)
        bb = bx * (1 - x**2)
        bW = np.outer(bb, was)
        bx = W.T @ bb
        # for W, b in params
        bparams.append((bW, bb))
    bparams.reverse()
    return bparams, bx
