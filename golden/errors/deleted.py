"""A name that is deleted."""
from srcad import differentiate


@differentiate
def deleted(x):
    y = x * x
    z = y * x
    del y
    return z


arguments = (3.0,)
