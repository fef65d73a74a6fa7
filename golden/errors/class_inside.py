"""A class within the function."""
from srcad import differentiate


@differentiate
def class_inside(x):
    class Point:
        place = x
    return Point.place**2


arguments = (3.0,)
