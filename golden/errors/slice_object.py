"""A part of a list that is written by a slice with a name."""
from srcad import differentiate

REST = slice(1, None)


@differentiate
def slice_object(x):
    items = [x, x * x, 3.0]
    items[REST] = [x, x * 2]
    return sum(items)


arguments = (1.3,)
