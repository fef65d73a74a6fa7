"""A helper that writes into its argument, and may fail before it has done so."""
import numpy as np

from srcad import differentiate


def scale(u, factors):
    for k in range(len(u)):
        u[k] = u[k] / factors[k]


@differentiate
def half_run(x, factors):
    u = x.copy()
    try:
        scale(u, factors)
    except IndexError:
        u[0] = 1.0
    return np.sum(u * x)


arguments = (np.ones(3), [1.0, 2.0])
