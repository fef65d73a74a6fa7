"""An attribute whose name is a value."""
from srcad import differentiate


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


@differentiate
def attribute_by_name(x):
    p, total = Point(x, x * x), 0.0
    for name in ('x', 'y'):
        total += getattr(p, name)
    return total


arguments = (3.0,)
