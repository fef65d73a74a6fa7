"""An iterator backwards that is taken a piece at a time."""
from srcad import differentiate


@differentiate
def iterated_piecewise(xs):
    each = reversed(xs)
    first = next(each)
    return first * sum(each)


arguments = ([3.0, 4.0],)
