"""An iterator of which `any` takes as much as it needs."""
from srcad import differentiate


@differentiate
def iterator_in_part(xs):
    each = iter(xs)
    return sum(each) if any(x > 2.0 for x in each) else 0.0


arguments = ([3.0, 4.0],)
