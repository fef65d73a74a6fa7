"""A pattern that computes what it asks for."""
from srcad import differentiate


class Disc:
    def __init__(self, radius):
        self.radius = radius

    @property
    def area(self):
        return 3.0 * self.radius**2


@differentiate
def match_property(x):
    match Disc(x):
        case Disc(area=a):
            return a


arguments = (3.0,)
