"""An iterator that may fail between two items, where that is caught: what it had changed by then."""
from srcad import differentiate


def roots(xs, log):
    for x in xs:
        log.append(x)
        if x < 0:
            raise ValueError
        yield x**0.5


@differentiate
def iterator_fails(x):
    log = []
    it = roots([x, -x], log)
    y = next(it)
    try:
        y += next(it)
    except ValueError:
        y *= 2
    return y * log[0]


arguments = (3.0,)
