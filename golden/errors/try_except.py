"""A try statement."""
import math

from srcad import differentiate


@differentiate
def try_except(x):
    try:
        y = math.log(x)
    except ValueError:
        y = 0.0
    return x * y


arguments = (3.0,)
