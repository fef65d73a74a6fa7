"""The flat iterator of an array under a name."""
import numpy as np

from srcad import differentiate


@differentiate
def flat(x):
    y = x * x
    elements = y.flat
    y[0, 0] = 2.0
    return elements[0]


arguments = (np.ones((2, 2)),)
