"""Objects whose comparison is a number, which carries a derivative."""
from srcad import differentiate


class Level:
    def __init__(self, height):
        self.height = height

    def __gt__(self, other):
        return self.height - other.height


@differentiate
def compared_to_a_number(x):
    return (Level(x) > Level(1.0)) * x


arguments = (3.0,)
