"""loss(x[:, :], y[:, :], W1[:, :], b1[:], W2[:, :], b2[:]), differentiated by W1, b1, W2, b2.

Written by hand, before the machine: what the generated text is measured against.
"""
import numpy as np


def loss_primal(x, y, W1, b1, W2, b2):
    h = np.tanh(x @ W1 + b1)
    err = h @ W2 + b2 - y
    return np.mean(err**2), (x, W2, h, err)


def loss_adjoint(x, W2, h, err, bvalue):
    # return np.mean(err**2)
    berr = 2 * bvalue / np.size(err) * err
    # err = h @ W2 + b2 - y
    bh = berr @ W2.T
    bW2 = h.T @ berr
    bb2 = berr.sum(axis=0)
    # h = np.tanh(x @ W1 + b1)
    bsum = bh * (1 - h**2)
    bW1 = x.T @ bsum
    bb1 = bsum.sum(axis=0)
    return bW1, bb1, bW2, bb2
