"""A method of a dict that depends on its order."""
from srcad import differentiate


@differentiate
def popped_item(x):
    rates = {'a': x, 'b': x * x}
    key, value = rates.popitem()
    return value


arguments = (3.0,)
