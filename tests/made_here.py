"""A function that makes functions; tests/made_there.py has one of the same text, where FACTOR is another."""
FACTOR = 2.0

from contextlib import contextmanager


class Scaled:
    def __init__(self):
        self.factor = 1.0

    @contextmanager
    def scaling(self):
        self.factor *= 2.0
        yield self.factor
        self.factor -= 0.5


def scaled(x):
    scale = Scaled()
    with scale.scaling() as factor:
        out = x * factor * scale.factor
    return out * scale.factor


def make(k):
    def inner(x):
        return x * k * FACTOR
    return inner
