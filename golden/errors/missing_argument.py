"""A call without an argument that the function wants."""
from srcad import differentiate


def product(x, y):
    return x * y


@differentiate
def missing_argument(x):
    return product(x)


arguments = (3.0,)
