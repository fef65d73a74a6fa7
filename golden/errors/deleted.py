"""A name that is deleted, and read again on some way."""
from srcad import differentiate


@differentiate
def deleted(x):
    y = x * x
    z = y * x
    if z > 1:
        del y
    return y + z


arguments = (3.0,)
