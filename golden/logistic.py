"""cross_entropy(w[:], x[:, :], y[:]), differentiated by w.

Written by srcad from examples/logistic.py.
"""
import numpy as np


def cross_entropy_primal(w, x, y):
    p, sigmoid_saved = sigmoid_primal(x @ w)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)), (x, y, p, sigmoid_saved)


def cross_entropy_adjoint(x, y, p, sigmoid_saved, bvalue):
    # return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    bsum = -bvalue / np.size(y)
    bp = bsum * y / p - bsum * (1 - y) / (1 - p)
    # p = sigmoid(x @ w)
    bw = x.T @ sigmoid_adjoint(*sigmoid_saved, bp)
    return bw


def sigmoid_primal(x):
    exp = np.exp(-x)
    return 1 / (1 + exp), (exp,)


def sigmoid_adjoint(exp, bvalue):
    # return 1 / (1 + np.exp(-x))
    bx = bvalue * exp / (1 + exp) ** 2
    return bx
