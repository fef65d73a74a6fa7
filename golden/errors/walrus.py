"""An assignment within an expression."""
from srcad import differentiate


@differentiate
def walrus(x):
    return (y := x * x) * y


arguments = (3.0,)
