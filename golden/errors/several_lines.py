"""An expression of several lines is underlined to the end of its first."""
from srcad import differentiate


@differentiate
def several_lines(x):
    return sum({
        1: x,
        2: x**2,
    }.values())


arguments = (3.0,)
