"""A cached function that counts: it does so only where its result is not in the cache."""
import functools

from srcad import differentiate

calls = [0]


@functools.lru_cache(None)
def counted(n):
    calls[0] += 1
    return 2.0 * n


@differentiate
def cached_change(x):
    return x * counted(1) * counted(1) * calls[0]


arguments = (3.0,)
