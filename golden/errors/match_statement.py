"""A match statement."""
from srcad import differentiate


@differentiate
def match_statement(x, n):
    match n:
        case 0:
            return x
    return x**n


arguments = (3.0, 2)
