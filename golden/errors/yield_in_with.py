"""A generator that stops inside a `with`."""
import numpy as np

from srcad import differentiate


def logarithms(xs):
    with np.errstate(divide='ignore'):
        for x in xs:
            yield np.log(x)


@differentiate
def yield_in_with(xs):
    each = logarithms(xs)
    return next(each) * next(each)


arguments = ([3.0, 4.0],)
