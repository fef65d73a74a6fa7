"""An attribute that __getattr__ makes up, until it is set."""
from srcad import differentiate


class Powers:
    def __init__(self, x):
        self.x = x

    def __getattr__(self, name):
        return self.x**2


@differentiate
def made_up_attribute(x):
    powers = Powers(x)
    y = powers.p
    powers.p = y * x
    return powers.p


arguments = (3.0,)
