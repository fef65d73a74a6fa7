"""Any number of arguments."""
from srcad import differentiate


@differentiate
def star_arguments(x, *rest):
    return x * len(rest)


arguments = (3.0, 1.0, 2.0)
