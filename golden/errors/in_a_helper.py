"""What is refused stands in a helper; the caret points there."""
from srcad import differentiate


def slope(x, y):
    try:
        return y / x
    except ZeroDivisionError as error:
        return error.args[0]


@differentiate
def in_a_helper(x):
    return x * slope(x, 2.0)


arguments = (3.0,)
