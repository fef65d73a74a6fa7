"""A function that changes its argument in a way of its own."""
import numpy as np

from srcad import differentiate

rng = np.random.default_rng(0)


@differentiate
def permuted(x):
    y = x * x
    rng.permuted(y, out=y)
    return y[0]


arguments = (np.ones(4),)
