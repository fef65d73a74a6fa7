"""An attribute whose name only the run knows."""
from srcad import differentiate


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


@differentiate
def attribute_by_name(x):
    p = Point(x, x * x)
    name = input('which? ')
    return getattr(p, name)


arguments = (3.0,)
