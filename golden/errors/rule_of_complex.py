"""A function without a derivative for complex numbers."""
import numpy as np

from srcad import differentiate


@differentiate
def rule_of_complex(x):
    return abs(np.maximum(1j * x, 2.0))


arguments = (3.0,)
