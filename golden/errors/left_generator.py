"""A generator with a `finally`, which Python runs when nobody knows the generator any more."""
from srcad import differentiate


def halves(x, log):
    try:
        while True:
            x = x / 2
            yield x
    finally:
        log.append(x)


@differentiate
def left_generator(x):
    log = []
    each = halves(x, log)
    return next(each) * next(each) + sum(log)


arguments = (3.0,)
