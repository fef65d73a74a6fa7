"""An attribute that __getattr__ makes up."""
from srcad import differentiate


class Powers:
    def __init__(self, x):
        self.x = x

    def __getattr__(self, name):
        return self.x**int(name[1:])


@differentiate
def made_up_attribute(x):
    return Powers(x).p3


arguments = (3.0,)
