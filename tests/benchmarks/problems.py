"""What is measured: plain functions."""
import math

import numpy as np

STEPS = 10_000
LOOP_ARGUMENTS = 0.3, STEPS
RATE_ARGUMENTS = 3.2, STEPS
STRAIGHT_ARGUMENTS = 1.3, 0.7
rng = np.random.default_rng(0)
MLP_ARGUMENTS = {
    '8 rows': tuple(rng.normal(size=s) for s in [(8, 3), (8, 2), (3, 5), (5,), (5, 2), (2,)]),
    '256 rows': tuple(rng.normal(size=s) for s in [(256, 64), (256, 10), (64, 100), (100,), (100, 10), (10,)]),
}


def loop(x, n):
    y = x
    total = 0.0
    for i in range(n):
        y = 2.5 * y * (1.0 - y)
        total += math.sin(y)
    return total


def numpy_loop(x, n):
    y = x
    total = 0.0
    for i in range(n):
        y = 2.5 * y * (1.0 - y)
        total += np.sin(y)
    return total


def rate_loop(x, n):
    """x is read in every step, so that every step adds to its gradient."""
    y = 0.3
    total = 0.0
    for i in range(n):
        y = x * y * (1.0 - y)
        total += math.sin(y)
    return total


def straight(x, y):
    a = x * y + 2.0
    b = a / (1.0 + x * x)
    c = b * b - a * y
    d = 0.5 * c * x + b / a
    return c * d + x * b


def functions(x, y):
    a = math.sin(x * y) + 2.0
    b = math.exp(-a * x) / (1.0 + x * x)
    c = math.sqrt(b * b + a * y)
    d = math.log(c + 0.5 * x)
    return c * d + math.tanh(x * b)


def loss(x, y, W1, b1, W2, b2):
    h = np.tanh(x @ W1 + b1)
    err = h @ W2 + b2 - y
    return np.mean(err**2)
