"""Values that may be called, and others, in turn: `callable` tells."""

import math


class Poly:
    def __init__(self, c):
        self.c = c

    def __call__(self, t):
        return self.c * t


def cells(x):
    table = {'a': x, 'b': lambda: 2 * x, 'c': [x, x], 'd': x * x}
    total = 0.0
    for v in table.values():
        if callable(v):
            total += v() * x
        elif isinstance(v, list):
            total += v[0]
        else:
            total += v
    return total


def computed_or_given(x):
    total = 0.0
    for v in {'a': x, 'b': lambda: 2 * x}.values():
        if callable(v):
            v = v()
        total += v
    return total


def rate(f, t):
    return f(t) if callable(f) else f * t


def of_a_kind(x):
    return rate(x, 2.0) * rate(math.sin, x) * rate(lambda u: u * x, 2.0) + rate(Poly(x), x) * rate(x * x, x)


CASES = [(f, (1.3,), (0,)) for f in (cells, computed_or_given, of_a_kind)]
