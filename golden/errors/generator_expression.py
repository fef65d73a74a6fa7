"""A generator that several calls use up."""
from srcad import differentiate


@differentiate
def generator_expression(xs):
    squares = (x * x for x in xs)
    return sum(squares) + sum(squares)


arguments = ([1.0, 2.0],)
