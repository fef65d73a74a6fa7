"""A function without a source and without a rule: the lines that register one."""
import math

from srcad import differentiate


@differentiate
def unknown_function(x):
    return math.nextafter(x, 2.0) * x


arguments = (3.0,)
