"""A function that its table row does not differentiate by this argument."""
import numpy as np

from srcad import differentiate


@differentiate
def by_another_argument(x):
    return np.sum(np.arange(0.0, x, 0.5) * x)


arguments = (3.0,)
