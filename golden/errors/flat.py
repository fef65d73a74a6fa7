"""The flat iterator of an array, written."""
import numpy as np

from srcad import differentiate


@differentiate
def flat(x):
    y = x * x
    y.flat[1] = 2.0
    return np.sum(y)


arguments = (np.ones((2, 2)),)
