"""A list times a NumPy number, which is an array."""
import numpy as np

from srcad import differentiate


@differentiate
def list_product(x):
    return np.sum([x, 2.0] * np.float64(3.0))


arguments = (3.0,)
