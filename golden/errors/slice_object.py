"""A slice that is no part of brackets, as the index of a list."""
from srcad import differentiate

REST = slice(1, None)


@differentiate
def slice_object(x):
    items = [x, x * x, 3.0]
    return sum(items[REST])


arguments = (1.3,)
