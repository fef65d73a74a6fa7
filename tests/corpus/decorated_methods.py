"""Decorated methods, operators and properties whose wrapper takes all that is given by a star."""

import functools
import math
from typing import NamedTuple


def timed(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        out = f(*args, **kwargs)
        return out

    return wrapper


class V:
    def __init__(self, x, y):
        self.x, self.y = x, y

    @timed
    def __add__(self, o):
        return V(self.x + o.x, self.y * o.y)

    @timed
    def __getitem__(self, k):
        return self.x if k == 0 else self.y

    @timed
    def __call__(self, s, *, k=1.0):
        return self.x * s * k

    @property
    @timed
    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5

    @timed
    def scale(self, s, k=2.0):
        self.x *= s
        self.y *= k

    @staticmethod
    @timed
    def make(a, b):
        return V(a, b)

    @classmethod
    @timed
    def of(cls, a):
        return cls(a, a * 2)

    @timed
    def __lt__(self, o):
        return self.x < o.x

    @timed
    def __float__(self):
        return self.x

    @timed
    def __iter__(self):
        return iter([self.x, self.y])

    @timed
    def __len__(self):
        return 2


def ops(x, y):
    return (V(x, y) + V(y, x)).x * y


def ops2(x, y):
    r = V(x, y) + V(y, x)
    return r.x * r.y


def item(x, y):
    return V(x, y)[0] * V(x, y)[1]


def called(x, y):
    return V(x, y)(y, k=3.0) + V(y, x)(x)


def normed(x, y):
    return V(x, y).norm


def scaled(x, y):
    v = V(x, y)
    v.scale(y)
    v.scale(y, k=x)
    return v.x * v.y


def made(x, y):
    return V.make(x, y).x + V.of(y).y


def least(x, y):
    return min(V(x, y), V(y, x)).x * 2


def asfloat(x, y):
    return float(V(x, y)) * y


def iterated(x, y):
    return sum(V(x, y)) * len(V(x, y))


CASES = [(f, (1.3, 0.8), (0, 1)) for f in (ops, ops2, item, called, normed, scaled, made, least, asfloat, iterated)]


def plain(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)

    return wrapper


class NU(NamedTuple):
    a: float
    b: float

    @plain
    def dot(self, q):
        return self.a * q.a + self.b


def deco_tuple(x, y):
    return NU(x, y).dot(NU(y, x))


class PO:
    def __init__(self, a, b):
        self.a, self.b = a, b

    @plain
    def dot(self, q):
        return self.a * q.a + self.b

    @plain
    def __add__(self, q):
        return self.a * q.b


def deco_object(x, y):
    return PO(x, y).dot(PO(y, x))


def deco_operator(x, y):
    return PO(x, y) + PO(y, x)


def swap(f):
    def wrapper(*args):
        return f(*args[::-1])

    return wrapper


class Swapped(NamedTuple):
    a: float
    b: float

    @swap
    def dot(self, q):
        return self.a * q.a + self.b


def deco_swapped(x, y):
    return Swapped(x, y).dot(Swapped(y, x))


def first(f):
    def wrapper(*args):
        return args[0] * 2.0 if len(args) == 1 else args[0].a + len(args)

    return wrapper


class NF(NamedTuple):
    a: float
    b: float

    @first
    def dot(self, q):
        return self.a * q.a + self.b


def deco_first(x, y):
    return NF(x, y).dot(NF(y, x))


CASES += [(f, (1.3, 0.8), (0, 1)) for f in (deco_tuple, deco_object, deco_operator, deco_swapped, deco_first)]


def coerced(fn):
    def wrapper(*args, **kwargs):
        other = args[1] if isinstance(args[1], Two) else Two(args[1], args[1])
        return fn(args[0], other)

    return wrapper


class Two:
    def __init__(self, a, b):
        self.a, self.b = a, b

    @coerced
    def __add__(self, other):
        return Two(self.a + other.a, self.b + other.b)

    __radd__ = __add__

    @coerced
    def __mul__(self, other):
        return Two(self.a * other.a, self.b * other.b)


def coerces(x):
    v = Two(x, 2 * x)
    u = v * x + v
    w = 1.0 + u
    return w.a * u.b


CASES += [(coerces, (1.3,), (0,))]


def validate(check, otherwise=0.0):
    def deco(f):
        @functools.wraps(f)
        def w(*a, **k):
            if not check(*a):
                return otherwise
            return f(*a, **k)

        return w

    return deco


@validate(lambda v: v > 1.0)
def checked_square(v):
    return v * v


def validated(x):
    return checked_square(x) + checked_square(x / 2)


def validated_inside(x):
    @validate(lambda v: v > x / 2, otherwise=x)
    def f(v):
        return v * x

    return f(x) + f(x / 4)


class Validated:
    @validate(lambda self, v: v > 0, otherwise=1.0)
    def m(self, v):
        return v**3


def validated_method(x):
    return Validated().m(x) + Validated().m(-x) * x


def scaled_twice(x):
    def scale(by):
        return lambda f: lambda v: f(v) * by

    @scale(by=x)
    @scale(3.0)
    def g(v):
        return math.sin(v)

    return g(x)


def validated_in_turn(x):
    fs = []
    for k in range(3):

        @validate(lambda v: v > k, otherwise=x)
        def f(v):
            return v * x

        fs.append(f)
    return sum(f(1.5) for f in fs)


CASES += [
    (f, (1.3,), (0,))
    for f in (
        validated,
        validated_inside,
        validated_method,
        scaled_twice,
        validated_in_turn,
    )
]
