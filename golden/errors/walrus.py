"""An assignment within a lambda, which has no line before it."""
from srcad import differentiate


@differentiate
def walrus(x):
    return (lambda t: (y := t * t) * y)(x)


arguments = (3.0,)
