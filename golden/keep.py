"""keep(x[:]), differentiated by x.

Written by srcad from examples/keep.py.
"""
import numpy as np


def keep_primal(x):
    was = x
    x = x.copy()
    total, total_saved = wave_primal(was)
    x[1:] = x[1:] * x[:-1]
    wave, wave_saved = wave_primal(x)
    return total + wave, (was, total_saved, wave_saved)


def keep_adjoint(x, total_saved, wave_saved, bvalue):
    # return total + wave(x)
    bx = wave_adjoint(*wave_saved, bvalue)
    # x[1:] *= x[:-1]
    bwritten = bx[1:].copy()
    bx[1:] *= x[:-1]
    bx[:-1] += bwritten * x[1:]
    # total = wave(x)
    bx += wave_adjoint(*total_saved, bvalue)
    return bx


def wave_primal(u):
    sin = np.sin(u)
    return np.sum(u * sin), (u, sin)


def wave_adjoint(u, sin, bvalue):
    # return np.sum(u * np.sin(u))
    bu = bvalue * sin + bvalue * u * np.cos(u)
    return bu
