"""A class in a loop."""
from srcad import differentiate


@differentiate
def class_in_a_loop(x):
    for k in range(2):
        class Point:
            place = x * k
    return Point.place


arguments = (3.0,)
