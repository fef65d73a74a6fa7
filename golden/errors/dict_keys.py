"""The keys of a dict that carry a derivative, where they are read from it."""
from srcad import differentiate


@differentiate
def dict_keys(x):
    counts = {x: 1, 2 * x: 3}
    return sum(k * n for k, n in counts.items())


arguments = (3.0,)
