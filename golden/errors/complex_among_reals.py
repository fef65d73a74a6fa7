"""A complex value that is written into an array of real numbers."""
import numpy as np

from srcad import differentiate


@differentiate
def complex_among_reals(x):
    y = np.zeros(2)
    y[0] = (1j * x)**2
    return np.sum(y)


arguments = (3.0,)
