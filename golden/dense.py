"""dense(params{weights: list[[:, :]], biases: list[[:]], gain}, x[:, :], y[:, :]), differentiated by params.

Written by srcad from examples/dense.py.
"""
import numpy as np

from srcad.runtime import zeros_like


def dense_primal(params, x, y):
    h = x
    steps = []
    for W, b in zip(params['weights'], params['biases']):
        was = h
        h = np.tanh(h @ W + b)
        steps.append((was, W, h))
    mean = np.mean((h - y) ** 2)
    return params['gain'] * mean, (params, y, h, steps, mean)


def dense_adjoint(params, y, h, steps, mean, bvalue):
    # return params['gain'] * np.mean((h - y) ** 2)
    bparams = zeros_like(params)
    bparams['gain'] += bvalue * mean
    bh = 2 * bvalue * params['gain'] / np.size(h) * (h - y)
    for k, (was, W, h) in reversed(list(enumerate(steps))):
        # h = np.tanh(h @ W + b)
        bsum = bh * (1 - h**2)
        bW = was.T @ bsum
        bb = bsum.sum(axis=0)
        bh = bsum @ W.T
        # for W, b in zip(params['weights'], params['biases'])
        bparams['weights'][k] += bW
        bparams['biases'][k] += bb
    return bparams
