"""Axes that an array does not have, and other arguments that NumPy refuses, where that is caught."""

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


def fewer_choices(v, A):
    try:
        r = np.select([v > 1], [v, v])
    except ValueError:
        r = v * 3
    return np.sum(r)


def condition_of_two_axes(v, A):
    try:
        r = np.compress([[True]], v)
    except ValueError:
        r = v * 3
    return np.sum(r)


def left_of_several(v, A):
    try:
        r = np.interp(v, np.array([0., 1., 5.]), v, left=A)
    except TypeError:
        r = v * 3
    return np.sum(r)


def a_negative_size(v, A):
    try:
        r = np.resize(v, -1)
    except ValueError:
        r = v * 3
    return np.sum(r)


def a_negative_count(v, A):
    try:
        r = np.vander(v, -1)
    except ValueError:
        r = v * 3
    return np.sum(r)


def all_of_them_right(v, A):
    r = np.vander(v, 2).sum() + np.resize(v, (2, 2)).sum() + np.compress([True, False, True], v).sum() + np.select([v > 1, v < 3], [v, v * v]).sum()
    return r + np.gradient(v, 0.5).sum() + np.interp(0.5, np.array([0., 1., 5.]), v, left=v[0])


CASES += [(f, (np.array([1.1, 2.0, 4.0]), np.ones((2, 2))), (0,)) for f in (
    fewer_choices, condition_of_two_axes, left_of_several, a_negative_size, a_negative_count, all_of_them_right,
)]  # fmt: skip
