"""Named tuples with operators of their own: vectors, dual numbers, totals."""

from typing import NamedTuple
from collections import namedtuple
import math


class Vec(NamedTuple):
    x: float
    y: float

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)

    def __sub__(self, o):
        return Vec(self.x - o.x, self.y - o.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return Vec(-self.x, -self.y)

    def __matmul__(self, o):
        return self.x * o.x + self.y * o.y

    def __truediv__(self, k):
        return self * (1 / k)

    def __abs__(self):
        return math.sqrt(self @ self)

    def norm(self):
        return abs(self)

    def unit(self):
        return self / self.norm()


class P3(namedtuple('P3', 'x y z')):
    __slots__ = ()

    def __add__(self, o):
        if isinstance(o, P3):
            return P3(*(a + b for a, b in zip(self, o)))
        return P3(*(a + o for a in self))

    def __sub__(self, o):
        return P3(*map(lambda a, b: a - b, self, o))

    def dot(self, o):
        return sum(a * b for a, b in zip(self, o))


def combined(x, y):
    a, b = Vec(x, y), Vec(y, 2.0)
    c = a + b * 2 - 3 * a
    return c.x * c.y + (-c).x + (a @ b)


def lengths(x, y):
    a = Vec(x, y)
    return abs(a) + a.unit().x * a.norm()


def moved_in_a_loop(x, y):
    p = Vec(x, y)
    v = Vec(1.0, x)
    for i in range(4):
        p += v * 0.1
        v -= p * 0.2
    return p @ v


def mean_of_vectors(x, y):
    ps = [Vec(x * i, y) for i in range(3)]
    t = Vec(0.0, 0.0)
    for p in ps:
        t = t + p
    return (t / len(ps)) @ t


def sums_by_items(x, y):
    a, b = P3(x, y, 1.0), P3(y, y, x)
    return (a + b).dot(a - b) + sum(a + 2.0)


def sum_of_vectors(x, y):
    return sum((Vec(x, i) for i in range(3)), Vec(0.0, y)).norm()


def between(v, w):
    d = w - v
    return abs(d) + d.x


def vectors_in_a_dict(x, y):
    d = {'a': Vec(x, y)}
    d['a'] += Vec(y, 1.0)
    d['a'] = d['a'] * x
    return d['a'].x * d['a'].y


def second_name_stays(x, y):
    a = Vec(x, y)
    b = a
    b += Vec(1.0, x)
    return a.x * b.y + b.x


def among_plain_tuples(x, y):
    t = (x, y) + (1.0,)
    v = Vec(x, y)
    return t[0] * t[-1] + (v + Vec(*t[:2])).x + len(v) + max(v)


class Acc(NamedTuple):
    s: float
    n: int = 0

    def __iadd__(self, v):
        return Acc(self.s + v * v, self.n + 1)

    def __radd__(self, v):
        return Acc(self.s + v, self.n + 1)


def added_in_place(x, y):
    a = Acc(x)
    a += y
    a += x
    return a.s * a.n


def number_plus_total(x, y):
    t = x
    t += Acc(y)
    return t.s * t.n * x


def list_extended_by_a_vector(x, y):
    t = [x]
    t += Vec(x, y)
    return t[1] * t[2] + len(t) * x


class Dual(NamedTuple):
    v: float
    d: float

    def __add__(self, o):
        if not isinstance(o, Dual):
            o = Dual(o, 0.0)
        return Dual(self.v + o.v, self.d + o.d)

    __radd__ = __add__

    def __mul__(self, o):
        if not isinstance(o, Dual):
            o = Dual(o, 0.0)
        return Dual(self.v * o.v, self.v * o.d + self.d * o.v)

    __rmul__ = __mul__

    def __pow__(self, n):
        return Dual(self.v**n, n * self.v ** (n - 1) * self.d)


def forward_mode(x, y):
    f = lambda t: 3 * t * t + t**3 * y + 1.0
    return f(Dual(x, 1.0)).d


def dual_numbers_in_a_loop(x, y):
    s = Dual(0.0, 0.0)
    for k in range(3):
        s = s + Dual(x, y) * k + 2.0
    return s.v * s.d


class V3(NamedTuple):
    a: float
    b: float

    def __add__(self, o):
        return NotImplemented if not isinstance(o, V3) else V3(self.a + o.a, self.b + o.b)


def not_implemented_for_others(x, y):
    return (V3(x, y) + V3(y, x)).a * x


CASES = [
    *[
        (f, (1.3, 0.7), (0, 1))
        for f in (
            combined, lengths, moved_in_a_loop, mean_of_vectors, sums_by_items, sum_of_vectors, vectors_in_a_dict,
            second_name_stays, among_plain_tuples, added_in_place, number_plus_total, list_extended_by_a_vector,
            forward_mode, dual_numbers_in_a_loop, not_implemented_for_others,
        )
    ],
    (between, (Vec(1.3, 0.7), Vec(0.2, 2.0)), (0, 1)),
]  # fmt: skip
