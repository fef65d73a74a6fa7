"""A view of a dict under a name, which lives longer than its dict has a name."""
from srcad import differentiate


@differentiate
def kept_view(x):
    d = {'a': x}
    values = d.values()
    d['b'] = x * x
    d = {'c': x}
    return sum(values) * d['c']


arguments = (3.0,)
