"""A method of an array of constants that is given, and writes, a value that carries a derivative."""
import numpy as np

from srcad import differentiate


@differentiate
def method_of_a_constant(x):
    w = np.zeros(3)
    w.__setitem__(0, x)
    return np.sum(w)


arguments = (3.0,)
