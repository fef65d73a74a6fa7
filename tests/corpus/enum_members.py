"""Members of Enums: their methods, properties and calls, one by one, in turn, by value and in containers."""

import math
from enum import Enum, IntEnum


class Kind(Enum):
    LIN = 'lin'
    SQ = 'sq'

    def apply(self, x):
        if self is Kind.LIN:
            return 2 * x
        return x * x

    @property
    def weight(self):
        return 2.0 if self is Kind.LIN else 3.0

    def __call__(self, x):
        return self.apply(x) * self.weight

    @classmethod
    def of(cls, x):
        return cls.LIN if x > 1 else cls.SQ

    @staticmethod
    def half(x):
        return x / 2


class Planet(Enum):
    EARTH = (5.976, 6.378)
    MARS = (0.642, 3.397)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return self.mass / self.radius**2

    def weight(self, m, *, scale=1.0):
        return m * self.gravity * scale


class Act(str, Enum):
    RELU = 'relu'
    TANH = 'tanh'

    def f(self, v):
        return math.tanh(v) if self == 'tanh' else max(v, 0.0)


class Level(IntEnum):
    LOW = 1
    HIGH = 3


class Layer:
    def __init__(self, w, kind):
        self.w, self.kind = w, kind

    def __call__(self, x):
        return self.kind.apply(self.w * x)


def one_member(x, k):
    return k.apply(x) * Kind.SQ.apply(x) + k.half(x)


def members_in_turn(x):
    t = 0.0
    for k in (Kind.LIN, Kind.SQ):
        t += k.apply(x) * k.weight
    for k in Kind:
        t += k(x)
    return t


def member_chosen(x, s):
    k = Kind.of(x)
    j = Kind.LIN if x > 1.5 else Kind.SQ
    return k(x) * k.weight + Kind(s).apply(x) * j.apply(x)


def members_as_keys(x):
    d = {Kind.LIN: x, Kind.SQ: x * x}
    return sum(k.apply(v) for k, v in d.items()) * d[Kind.SQ]


def members_in_objects(x, w):
    for layer in [Layer(w, Kind.LIN), Layer(w * 2, Kind.SQ)]:
        x = layer(x)
    return x


def members_swapped(x, flip):
    a, b = (Kind.LIN, Kind.SQ) if flip else (Kind.SQ, Kind.LIN)
    t = a(x)
    a, b = b, a
    match a:
        case Kind.LIN:
            return a(t) + b(t)
        case _:
            return a(t) * b(t)


def planets(m):
    return sum(p.weight(m) * p.radius for p in Planet) + Planet.MARS.weight(m, scale=m)


def member_that_is_a_text(x, a):
    return a.f(x) + Act.TANH.f(x)


def members_that_are_numbers(x):
    return x**Level.HIGH + sum(level * x for level in Level)


CASES = [
    *[(one_member, (1.3, k), (0,)) for k in Kind],
    *[(f, (1.3,), (0,)) for f in (members_in_turn, members_as_keys, planets, members_that_are_numbers)],
    *[(member_chosen, (x, s), (0,)) for x, s in ((1.3, 'sq'), (0.7, 'lin'), (1.7, 'sq'))],
    (members_in_objects, (1.3, 0.7), (0, 1)),
    *[(members_swapped, (1.3, flip), (0,)) for flip in (True, False)],
    *[(member_that_is_a_text, (x, Act.RELU), (0,)) for x in (1.3, -1.3)],
]
