"""An import of what is not there."""
from srcad import differentiate


@differentiate
def import_fails(x):
    from math import sine
    return sine(x)


arguments = (3.0,)
