"""A result that is no number."""
from srcad import differentiate


@differentiate
def not_a_number(x):
    return {'square': x * x}


arguments = (3.0,)
