"""Polynomials by their coefficients, the highest first."""

import numpy as np

from srcad.errors import Unfollowed
from srcad.standins.matrices import least_squares


def polyfit(x, y, deg, *, w=None):
    powers = np.vander(x, deg + 1)
    if w is None:
        return fitted(powers, y)
    return fitted(powers * np.expand_dims(w, 1), np.transpose(np.transpose(y) * w))


def fitted(powers, y):
    scale = np.sqrt(np.sum(powers**2, axis=0))
    solution = least_squares(powers / scale, y, len(powers) * 2.0**-52)
    return np.transpose(np.transpose(solution) / scale)


def polyadd(a1, a2):
    a1, a2 = np.atleast_1d(a1), np.atleast_1d(a2)
    n = max(len(a1), len(a2))
    return lengthened(a1, n) + lengthened(a2, n)


def polysub(a1, a2):
    a1, a2 = np.atleast_1d(a1), np.atleast_1d(a2)
    n = max(len(a1), len(a2))
    return lengthened(a1, n) - lengthened(a2, n)


def lengthened(p, n):
    return np.concatenate([np.zeros(n - len(p), p.dtype), p])


def polymul(a1, a2):
    a1, a2 = np.atleast_1d(a1), np.atleast_1d(a2)
    if a1[0] == 0 or a2[0] == 0:
        raise Unfollowed('srcad differentiates np.polymul of polynomials that begin with no 0')
    return np.convolve(a1, a2)


def polyder(p, m=1):
    p = np.asarray(p)
    if m < 0:
        raise ValueError('Order of derivative must be positive (see polyint)')
    for _ in range(m):
        p = p[:-1] * np.arange(len(p) - 1, 0, -1)
    return p


def polyint(p, m=1):
    p = np.asarray(p)
    if m < 0:
        raise ValueError('Order of integral must be positive (see polyder)')
    for _ in range(m):
        p = np.concatenate([p / np.arange(len(p), 0, -1), np.zeros(1)])
    return p
