"""A nonlocal name of a function."""
from srcad import differentiate


@differentiate
def nonlocal_function(x):
    def f(t):
        return t

    def g():
        nonlocal f
        f = abs

    g()
    return f(x)


arguments = (3.0,)
