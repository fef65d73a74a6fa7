"""A value that carries a derivative as the key of a dict that outlives the call, where it is found again as a constant."""
from srcad import differentiate

seen = {}


@differentiate
def dict_key(x):
    if x not in seen:
        seen[x] = x * x
    return seen[x]


arguments = (3.0,)
