"""energy(u[:], k[:], n), differentiated by u, k.

Written by srcad from examples/energy.py.
"""
import numpy as np


def energy_primal(u, k, n):
    u = u.copy()
    steps = []
    for t in range(n):
        steps.append(smooth_primal(u, k))
    return np.sum(u**2), (u, k, steps)


def energy_adjoint(u, k, steps, bvalue):
    # return np.sum(u**2)
    bu = 2 * bvalue * u
    bk = np.zeros_like(k)
    for smooth_saved in reversed(steps):
        # smooth(u, k)
        bk += smooth_adjoint(*smooth_saved, bu)
    return bu, bk


def smooth_primal(u, k):
    tanh = np.tanh(u[2:] - 2 * u[1:-1] + u[:-2])
    u[1:-1] += k * tanh
    return k, tanh


def smooth_adjoint(k, tanh, bu):
    # u[1:-1] += k * np.tanh(u[2:] - 2 * u[1:-1] + u[:-2])
    bsum = bu[1:-1] * k * (1 - tanh**2)
    bk = bu[1:-1] * tanh
    bu[1:-1] -= 2 * bsum
    bu[2:] += bsum
    bu[:-2] += bsum
    return bk
