"""An attribute of a class that is written."""
from srcad import differentiate


class Counter:
    total = 0.0


@differentiate
def class_attribute(x):
    Counter.total += x * x
    return Counter.total


arguments = (3.0,)
