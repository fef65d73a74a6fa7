"""A name that nobody defines."""
from srcad import differentiate


@differentiate
def unknown_name(x):
    return x * factor


arguments = (3.0,)
