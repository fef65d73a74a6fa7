"""A function that makes functions; tests/made_here.py has one of the same text, where FACTOR is another."""
FACTOR = 5.0
from contextlib import contextmanager
from dataclasses import dataclass, field


class Scaled:
    def __init__(self):
        self.factor = 1.0

    @contextmanager
    def scaling(self):
        self.factor *= 3.0
        yield self.factor
        self.factor -= 0.25


def scaled(x):
    scale = Scaled()
    with scale.scaling() as factor:
        out = x * factor * scale.factor
    return out * scale.factor


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
