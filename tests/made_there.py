"""A function that makes functions; tests/made_here.py has one of the same text, where FACTOR is another."""
FACTOR = 5.0

from dataclasses import dataclass, field


def make(k):
    def inner(x):
        return x * k * FACTOR
    return inner


# What generators and lambdas of this module take from it, where others have names of their own

rate, steps = 0.25, [1.0, 2.0]


class Rated:
    def __iter__(self):
        for v in steps:
            yield v * rate


def rated(n):
    for k in range(n):
        yield k * rate


@dataclass
class RatedByDefault:
    r: float = field(default_factory=lambda: rate)
    each: list = field(default_factory=lambda: [rate * k for k in steps])
