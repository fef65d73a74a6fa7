"""A class that captures variables of a function that is called."""
from srcad import differentiate


def point(x):
    class Point:
        def squared(self):
            return x * x
    return Point()


@differentiate
def class_of_a_helper(x):
    return point(x).squared()


arguments = (3.0,)
