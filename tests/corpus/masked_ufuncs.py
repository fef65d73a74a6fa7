"""Ufuncs with where= and out=, into an array that is made there."""

import numpy as np


def divide_where(x):
    v = np.array([x, 0.0, 2.0])
    w = np.divide(1.0, v, out=np.zeros_like(v), where=v != 0)
    return w.sum()


def divide_into_full(x):
    v = np.array([x, 0.0, 2.0 * x])
    n = np.array([1.0, 2.0, x])
    w = np.divide(n, v, out=np.full(3, x), where=v > 0)
    return (w * n).sum()


def divide_rows(x):
    v = np.array([[x, 0.0], [2.0 * x, -x]])
    s = v.sum(axis=1, keepdims=True)
    return np.sum(np.divide(v, s, out=np.zeros_like(v), where=s != 0) ** 2)


def log_where(x):
    v = np.array([x, -1.0, 2.0])
    return np.log(v, out=np.zeros(3), where=v > 0).sum()


def into_a_buffer(x):
    v = np.array([x, -1.0, 2.0])
    buf = np.empty(3)
    r = np.multiply(v, v, out=buf)
    r[0] += x
    return (buf * r).sum()


def several_masked(x):
    v = np.array([x, -1.0, 2.0])
    return np.sqrt(v, where=v > 0, out=np.zeros_like(v)).sum() + np.add(v, x, out=np.empty(3)).sum()


def divide_or_nan(x):
    v = np.array([x, -1.0, 2.0])
    ratio = np.divide(v, v - 2.0, where=(v != 2.0), out=np.full_like(v, np.nan))
    return float(np.nansum(ratio))


def entropy_where(x):
    p = np.array([x, 1 - x / 2, 0.0])
    h = -np.sum(p * np.log(p, out=np.zeros_like(p), where=(p > 0)))
    return h


def normalized_rows(x):
    def normalize(m):
        n = np.linalg.norm(m, axis=-1)
        return np.divide(m, n[:, None], out=np.zeros_like(m), where=n[:, None] > 1e-12)

    return float(normalize(np.array([[x, 1.0], [0.0, 0.0]])).sum())


CASES = [
    (f, (1.3,), (0,))
    for f in (
        divide_where,
        divide_into_full,
        divide_rows,
        log_where,
        into_a_buffer,
        several_masked,
        divide_or_nan,
        entropy_where,
        normalized_rows,
    )
]
