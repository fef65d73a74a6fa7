"""A generator."""
from srcad import differentiate


@differentiate
def generator(x):
    yield 2 * x
    yield x**2


arguments = (3.0,)
