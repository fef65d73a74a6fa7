"""A slice of an object with `__getitem__`."""
from srcad import differentiate


class Samples:
    def __init__(self, values):
        self.values = values

    def __getitem__(self, k):
        return self.values[k]


@differentiate
def slice_of_an_object(x):
    samples = Samples([x, 2 * x, 3 * x])
    return sum(samples[1:3])


arguments = (3.0,)
