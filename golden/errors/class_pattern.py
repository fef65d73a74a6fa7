"""A pattern with more positions than the class has."""
from srcad import differentiate


class Circle:
    __match_args__ = ('radius',)

    def __init__(self, radius):
        self.radius = radius


@differentiate
def class_pattern(x):
    match Circle(x):
        case Circle(a, b):
            return a * b
    return x


arguments = (3.0,)
