"""A Counter that adds up what it is given."""
from collections import Counter

from srcad import differentiate


@differentiate
def counted_values(x):
    total = Counter()
    total['a'] += x
    total.update({'a': x * x})
    return total['a']


arguments = (3.0,)
