"""An attribute that a class has from another and that is written."""
from srcad import differentiate


class Counter:
    total = 0.0


class Meter(Counter):
    pass


@differentiate
def inherited_attribute(x):
    Meter.total += x * x
    return Meter.total


arguments = (3.0,)
