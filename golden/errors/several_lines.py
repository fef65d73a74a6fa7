"""An expression of several lines is underlined to the end of its first."""
from srcad import differentiate


@differentiate
def several_lines(x):
    return sum({
        x,
        x**2,
    })


arguments = (3.0,)
