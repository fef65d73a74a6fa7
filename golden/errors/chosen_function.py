"""A function that is defined in a branch."""
from srcad import differentiate


@differentiate
def chosen_function(x):
    if x > 0:
        def f(t):
            return t * t
    else:
        def f(t):
            return t
    return f(x)


arguments = (3.0,)
