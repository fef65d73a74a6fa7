"""A call that does not fit the function."""
from srcad import differentiate


def square(x):
    return x * x


@differentiate
def wrong_number_of_arguments(x):
    return square(x, 2)


arguments = (3.0,)
