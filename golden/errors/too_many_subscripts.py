"""More subscripts than the array has axes."""
import numpy as np

from srcad import differentiate


@differentiate
def too_many_subscripts(x):
    return x[0, 1]


arguments = (np.ones(3),)
