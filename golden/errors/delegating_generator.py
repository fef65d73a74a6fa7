"""A generator within a generator."""
from srcad import differentiate


def pairs(xs):
    yield from zip(xs, xs)


@differentiate
def delegating_generator(xs):
    each = pairs(xs)
    a, b = next(each)
    return a * b


arguments = ([1.0, 2.0],)
