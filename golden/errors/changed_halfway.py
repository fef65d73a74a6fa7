"""A helper that changes what lies outside, and may fail before it is done."""
from srcad import differentiate


found = []


def note(x):
    found.append(x)
    if x > 2:
        raise ValueError
    return x


@differentiate
def changed_halfway(x):
    try:
        y = note(x)
    except ValueError:
        y = found[0] * x
    return y


arguments = (3.0,)
