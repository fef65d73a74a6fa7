"""A function with a margin of its own."""
from srcad import differentiate


class Spring:
    @staticmethod
    @differentiate
    def energy(x):
        yield x**2


method_inside = Spring.energy


arguments = (3.0,)
