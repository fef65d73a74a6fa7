"""A value that carries a derivative as the key of a dict."""
from srcad import differentiate


@differentiate
def dict_key(x):
    seen = {}
    seen[x] = x
    return seen[x]


arguments = (3.0,)
