"""A function without a source and without a rule: the lines that register one."""
import math

from srcad import differentiate


@differentiate
def unknown_function(x):
    return math.lgamma(x) * x


arguments = (3.0,)
