"""A keyword of a known function that must not be passed over."""
import numpy as np

from srcad import differentiate


@differentiate
def unknown_keyword(x):
    return np.var(x, where=x > 0)


arguments = (np.ones(4),)
