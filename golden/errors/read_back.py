"""A number that is written into a text and read again."""
from srcad import differentiate


@differentiate
def read_back(x):
    text = f'{x}'
    return float(text) * x


arguments = (3.0,)
