"""A star before a list, whose length only the run can tell, in the call of a library function."""
import math

from srcad import differentiate


@differentiate
def star_in_a_call(xs):
    return math.log(*[x * x for x in xs])


arguments = ([3.0, 4.0],)
