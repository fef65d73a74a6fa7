"""A part of an array that is written with another part, which NumPy reads while it writes."""
import numpy as np

from srcad import differentiate


@differentiate
def overlapping_parts(x):
    y = x * 2
    y[::2] = y[:2]
    return np.sum(y)


arguments = (np.ones(4),)
