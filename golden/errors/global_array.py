"""An array of the module that is written."""
import numpy as np

from srcad import differentiate


table = np.zeros(3)


@differentiate
def global_array(x):
    table[0] = x
    return np.sum(table * table)


arguments = (3.0,)
