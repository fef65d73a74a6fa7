"""Letters before the place that take two bytes or three."""
from srcad import differentiate


@differentiate
def wide_letters(größe):
    return len('größe €') * sum({größe, größe**2})


arguments = (3.0,)
