"""Programs that draw random numbers: the same in every run, with the axes that were asked for."""

import numpy as np

_v = np.array([0.3, -0.7, 1.1, 0.5])


def mc(mu, sigma):
    rng = np.random.default_rng(3)
    total = 0.0
    for _ in range(5):
        z = rng.standard_normal(4)
        path = np.cumsum(mu * 0.1 + sigma * z)
        total += np.maximum(np.exp(path[-1]) - 1.0, 0.0)
    return total / 5


def mc2(mu, n):
    np.random.seed(1)
    z = np.random.normal(0.0, 1.0, size=(n, 3))
    u = np.random.rand(3)
    k = np.random.randint(0, 3)
    return np.mean((z * mu + u)[:, k] ** 2)


def dropout(W, x, p):
    rng = np.random.RandomState(0)
    for _ in range(3):
        mask = rng.random_sample(x.shape) > p
        x = np.tanh(W @ x) * mask / (1 - p)
    return x.sum()


def perm(v):
    rng = np.random.default_rng(2)
    total = 0.0
    for k in range(3):
        idx = rng.permutation(len(v))
        total += v[idx][0] * v[idx[1]] ** 2
        total *= rng.uniform()
    return total


def walk(x, n):
    rng = np.random.default_rng(0)
    y = x
    while abs(y) < 2.0 and n > 0:
        y = y + x * rng.normal()
        if rng.random() < 0.3:
            y = y * 0.9
        n -= 1
    return y


def in_helper(rng, s):
    return rng.normal(size=2) * s


def helper(x):
    rng = np.random.default_rng(7)
    a = in_helper(rng, x)
    b = in_helper(rng, x * x)
    return np.sum(a * b)


CASES = [
    (mc, (0.1, 0.2), (0, 1)),
    (mc2, (0.7, 4), (0,)),
    (dropout, (np.eye(4) * 0.7 + 0.1, _v, 0.3), (0, 1)),
    (perm, (_v,), (0,)),
    (walk, (0.5, 12), (0,)),
    (helper, (0.7,), (0,)),
]
