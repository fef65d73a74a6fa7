"""A function that changes its argument in a way of its own."""
import numpy as np

from srcad import differentiate


@differentiate
def shuffle(x):
    y = x * x
    np.random.shuffle(y)
    return y[0]


arguments = (np.ones(4),)
