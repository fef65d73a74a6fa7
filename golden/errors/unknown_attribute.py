"""A name that a module does not have."""
import numpy as np

from srcad import differentiate


@differentiate
def unknown_attribute(x):
    return np.sine(x)


arguments = (3.0,)
