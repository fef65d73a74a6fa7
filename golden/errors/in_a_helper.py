"""What is refused stands in a helper; the caret points there."""
from srcad import differentiate


def slope(x, y):
    try:
        return y / x
    finally:
        pass


@differentiate
def in_a_helper(x):
    return x * slope(x, 2.0)


arguments = (3.0,)
