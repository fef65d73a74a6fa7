"""NameError caught: a name that may have no value."""
from srcad import differentiate


@differentiate
def no_value_yet(x):
    if x > 5:
        y = x
    try:
        z = y * x
    except NameError:
        z = x
    return z


arguments = (3.0,)
