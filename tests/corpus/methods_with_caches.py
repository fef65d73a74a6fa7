"""Methods with a cache of functools, and caches that are asked for equal values of several variables."""

from dataclasses import dataclass
from functools import cache, lru_cache


def equal_to_a_constant(x, y):
    @cache
    def g(z):
        return z * z

    return g(x) + g(0.7)


@cache
def square(z):
    return z * z


def equal_outside(x, y):
    return square(x) + square(0.7)


class Option:
    def __init__(self, s, k):
        self.s = s
        self.k = k
        self.N = 6

    @lru_cache(maxsize=None)
    def val(self, i, j):
        if i == self.N:
            return max(self.s * 1.5**j * 0.9 ** (i - j) - self.k, 0.0)
        return 0.95 * (0.5 * self.val(i + 1, j + 1) + 0.5 * self.val(i + 1, j))

    @cache
    def zero(self):
        return self.s * self.k

    @cache
    def sq(self, z):
        return self.s * z * z


def values_of_a_lattice(x, y):
    return Option(x, y).val(0, 0)


def kept_when_an_attribute_changes(x, y):
    o = Option(x, y)
    a = o.zero()
    o.s = 5.0
    return a + o.zero() * o.s


def of_two_objects(x, y):
    o, p = Option(x, y), Option(y, x)
    return o.val(0, 0) + p.val(1, 0) * o.val(2, 1)


def equal_to_an_active_one(x, y):
    o = Option(x, y)
    return o.sq(x) + o.sq(0.7) + o.sq(y)


def of_objects_in_turn(x, y):
    return sum(o.val(0, 0) for o in [Option(x, y), Option(y, x)])


class Plain(Option):
    @lru_cache(maxsize=None)
    def val(self, i, j):
        return self.s * i + j * self.k


def of_two_classes(x, y):
    return sum(o.val(3, 1) for o in [Option(x, y), Plain(y, x)])


@dataclass(frozen=True)
class Powers:
    w: float
    n: int = 5

    @lru_cache
    def v(self, i):
        if i == 0:
            return self.w
        return self.v(i - 1) * self.w + i


def of_frozen_objects(x, y):
    return Powers(x).v(5) + Powers(y, 2).v(2)


def in_loops(x, y):
    o = Option(x, y)
    s = 0.0
    for i in range(3):
        for j in range(i + 1):
            s += o.val(i, j) * x
            o.s += 0.1
    return s


def cleared_outside(x, y):
    square.cache_clear()
    return square(x) * square(2.0)


class OfTheClass:
    @staticmethod
    @cache
    def st(n):
        return n * 2.0

    @classmethod
    @cache
    def cl(cls, n):
        return n * 3.0


def static_and_of_the_class(x, y):
    return OfTheClass.st(3) * x + OfTheClass().st(x) + OfTheClass.cl(4) * x + OfTheClass().cl(x)


CASES = [
    (equal_to_a_constant, (0.7, 0.7), (0, 1)),
    (equal_outside, (0.7, 0.7), (0, 1)),
    (values_of_a_lattice, (0.7, 0.7), (0, 1)),
    (kept_when_an_attribute_changes, (0.7, 0.7), (0, 1)),
    (of_two_objects, (0.7, 0.7), (0, 1)),
    (equal_to_an_active_one, (0.7, 0.7), (0, 1)),
    (of_objects_in_turn, (0.7, 0.7), (0, 1)),
    (of_two_classes, (0.7, 0.7), (0, 1)),
    (of_frozen_objects, (0.7, 0.7), (0, 1)),
    (in_loops, (0.7, 0.7), (0, 1)),
    (cleared_outside, (0.7, 0.7), (0, 1)),
    (static_and_of_the_class, (0.7, 0.7), (0, 1)),
]
