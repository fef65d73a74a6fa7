"""The same iterator twice behind a star: it gives its items in turn."""
from srcad import differentiate


@differentiate
def iterators_in_turn(xs):
    total = 0.0
    for a, b in zip(*[iter(xs)] * 2):
        total += a * b
    return total


arguments = ([1.0, 2.0, 3.0, 4.0],)
