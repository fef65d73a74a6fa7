"""A number that is cut off by the array it is put into."""
import numpy as np

from srcad import differentiate


@differentiate
def whole_numbers(x):
    counts = np.zeros(3, dtype=int)
    counts[0] = x
    return counts[0] * x


arguments = (3.7,)
