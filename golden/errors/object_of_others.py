"""A list of the module that is changed."""
from srcad import differentiate


found = []


@differentiate
def object_of_others(x):
    found.append(x * x)
    return found[-1]


arguments = (3.0,)
