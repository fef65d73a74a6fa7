"""An iterator of which a function takes more than it is asked for."""
import itertools

from srcad import differentiate


def first_two(each):
    return sum(itertools.islice(each, 2))


@differentiate
def iterator_ahead(xs):
    each = iter(xs)
    return first_two(each) * sum(each)


arguments = ([3.0, 4.0],)
