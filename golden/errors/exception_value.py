"""All that an exception carries, as one tuple."""
from srcad import differentiate


@differentiate
def exception_value(x):
    y = x
    try:
        if x > 1.0:
            raise ValueError(x * x)
        y = 2.0 * x
    except ValueError as error:
        y, = error.args
    return x * y


arguments = (3.0,)
