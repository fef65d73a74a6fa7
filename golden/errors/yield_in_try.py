"""A generator that catches all that ends it, too."""
from srcad import differentiate


def roots(xs):
    for x in xs:
        try:
            yield x**0.5
        except:  # noqa: E722
            yield 0.0


@differentiate
def yield_in_try(xs):
    each = roots(xs)
    return next(each) * next(each)


arguments = ([3.0, 4.0],)
