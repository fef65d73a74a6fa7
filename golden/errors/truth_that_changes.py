"""An object whose truth changes it: Python asks for it by itself."""
from srcad import differentiate


class Supply:
    def __init__(self, left):
        self.left = left

    def __bool__(self):
        self.left = self.left * 0.5
        return self.left > 1.0


@differentiate
def truth_that_changes(x):
    supply = Supply(x)
    while supply:
        x = x * 1.1
    return x * supply.left


arguments = (3.0,)
