"""Axes that an array does not have, where that is caught."""

import numpy as np


def swapped(v, A):
    try:
        a = np.swapaxes(v, 0, 1)
    except ValueError:
        a = v * 2
    return np.sum(a * a)


def swapped_by_a_method(v, A):
    try:
        a = v.swapaxes(0, 1)
    except ValueError:
        a = v * 2
    return np.sum(a * a)


def transposed(v, A):
    try:
        a = np.transpose(A, (0, 1, 2))
    except ValueError:
        a = v * 2
    return np.sum(a * a)


def differences(v, A):
    try:
        a = np.diff(v, axis=1)
    except ValueError:
        a = v * 2
    return np.sum(a * a)


def transposed_by_a_method(v, A):
    try:
        a = A.transpose(1, 2)
    except ValueError:
        a = v * 2
    return np.sum(a * a)


def summed(v, A):
    try:
        a = np.sum(v, axis=1)
    except ValueError:
        a = v * 2
    return np.sum(a * a)


def accumulated(v, A):
    try:
        a = np.cumsum(A, axis=2)
    except np.exceptions.AxisError:
        a = v * 2
    return np.sum(a * a)


def joined(v, A):
    try:
        a = np.concatenate((v, v), axis=1) 
    except ValueError:
        a = v * 2
    return np.sum(a * a)


def stacked(v, A):
    try:
        a = np.stack((v, v), axis=3) + np.expand_dims(v, 3)
    except ValueError:
        a = v * 2
    return np.sum(a * a)


CASES = [(f, (np.array([1.0, 2.0, 3.0]), np.ones((2, 3))), (0, 1)) for f in (
    swapped, swapped_by_a_method, transposed, differences, transposed_by_a_method, summed, accumulated, joined, stacked,
)]  # fmt: skip
