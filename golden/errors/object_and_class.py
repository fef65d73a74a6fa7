"""An attribute that objects have of their own and from their class in turn."""
from srcad import differentiate


class Counter:
    total = 0.0


@differentiate
def object_and_class(x):
    c = Counter()
    Counter.total = x
    if x > 2:
        c.total = 2 * x
    return c.total


arguments = (3.0,)
