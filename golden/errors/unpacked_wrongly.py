"""Names for another number of values."""
from srcad import differentiate


@differentiate
def unpacked_wrongly(x):
    a, b = x, 2.0, x * x
    return a * b


arguments = (3.0,)
