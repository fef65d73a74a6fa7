"""leapfrog(u[:], c, n), differentiated by u.

Written by srcad from examples/leapfrog.py.
"""
import numpy as np


def leapfrog_primal(u, c, n):
    old = u.copy()
    now = u.copy()
    new = np.zeros_like(u)
    for t in range(n):
        new[1:-1] = 2 * now[1:-1] - old[1:-1] + c * (now[2:] - 2 * now[1:-1] + now[:-2])
        old, now, new = now, new, old
    return np.sum(now**2), (c, n, old, now, new)


def leapfrog_adjoint(c, n, old, now, new, bvalue):
    # return np.sum(now**2)
    bnow = 2 * bvalue * now
    bold = np.zeros_like(old)
    bnew = np.zeros_like(new)
    for t in reversed(range(n)):
        # old, now, new = now, new, old
        bnow, bnew, bold = bold, bnow, bnew
        # new[1:-1] = 2 * now[1:-1] - old[1:-1] + c * (now[2:] - 2 * now[1:-1] + now[:-2])
        bsum = c * bnew[1:-1]
        bnow[1:-1] += 2 * bnew[1:-1] - 2 * bsum
        bold[1:-1] -= bnew[1:-1]
        bnow[2:] += bsum
        bnow[:-2] += bsum
        bnew[1:-1] = 0
    # now = u.copy()
    bu = bnow
    # old = u.copy()
    bu += bold
    return bu
