"""An array that is changed in place where a warning is caught."""
import numpy as np

from srcad import differentiate


@differentiate
def warned_write(x):
    y = x.copy()
    try:
        y /= x - 1.0
    except FloatingPointError:
        y[0] = 2.0
    return np.sum(y)


arguments = (np.ones(3),)
