"""A global that is written."""
from srcad import differentiate


total = 0.0


@differentiate
def global_write(x):
    global total
    total = total + x
    return total * x


arguments = (3.0,)
