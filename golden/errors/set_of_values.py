"""A set of values that carry a derivative, which tells no places apart."""
from srcad import differentiate


@differentiate
def set_of_values(x):
    return sum({x, 2 * x, x * x})


arguments = (3.0,)
