"""A method with a cache, which may keep what it gave before an attribute was set."""
import functools

from srcad import differentiate


class Spring:
    def __init__(self, k):
        self.k = k

    @functools.lru_cache
    def energy(self, n):
        return 0.5 * self.k * n**2


@differentiate
def cached_method(k):
    spring = Spring(k)
    return spring.energy(2) + spring.energy(3)


arguments = (3.0,)
