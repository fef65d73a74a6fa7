"""A namedtuple that indexes itself."""
import typing

from srcad import differentiate


class Pair(typing.NamedTuple):
    first: float
    second: float

    def __getitem__(self, k):
        return self.first * k


@differentiate
def tuple_of_its_own(x):
    return Pair(x, 2.0)[1]


arguments = (3.0,)
