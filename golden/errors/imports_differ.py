"""A name that two imports give two meanings."""
from srcad import differentiate


@differentiate
def imports_differ(x):
    if x > 0:
        from math import log as f
    else:
        from math import exp as f
    return f(x)


arguments = (3.0,)
