"""A star before a list, whose length only the run can tell, in a tuple."""
from srcad import differentiate


@differentiate
def star_in_a_tuple(xs):
    ys = (1.0, *[x * x for x in xs])
    return ys[0] * ys[1]


arguments = ([3.0, 4.0],)
