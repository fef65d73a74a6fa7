"""Nothing active is handed over, and yet x is read."""
from srcad import differentiate


@differentiate
def evaluated(x):
    return eval('x ** 2')


arguments = (3.0,)
