"""Programs as people write them that were refused once, or met a mistake: one or two for each cause."""

import functools
import itertools
import math
import statistics
from collections import Counter
from dataclasses import dataclass, field

import numpy as np


class Dual:
    def __init__(self, re, du):
        self.re, self.du = re, du


def exp(x):
    """Of numbers and of objects, in one program."""
    if isinstance(x, (int, float)):
        return math.exp(x)
    return Dual(math.exp(x.re), math.exp(x.re) * x.du)


def of_both(a):
    return exp(a) + exp(Dual(a, 1.0)).du * exp(Dual(1.0, a)).re


def put(d, key, value):
    if isinstance(value, Dual):
        d[key] = value
    elif isinstance(value, dict):
        d['more'] = Dual(3.0, 1.0)


def kept_by_class(x):
    d = {}
    put(d, 'a', Dual(x, 1.0))
    put(d, 'b', True)
    put(d, 'c', 'text')
    put(d, 'd', None)
    put(d, 'e', 1)
    put(d, 'f', {})
    return sum(p.re for p in d.values()) * len(d)


def heads(x):
    trades = [('a', x, 2.0), ('b', 2 * x, 3.0), ('a', x * x, 1.0)]
    counts = Counter(b for b, *_ in trades)
    names, total = {n for n, *_ in trades}, 0.0
    for n, *rest in trades:
        rest.append(1.0)
        total += rest[0] * counts[n] + sum(rest)
    volumes = {n: v for n, v, *_ in trades}
    return total + volumes['a'] * len(names) + statistics.mean(v for _, v, *_ in trades) * len(','.join(n for n, *_ in trades))


def taken_apart(x):
    row = ('a', x, 2.0, x * x)
    n, *rest, last = row
    rest[0] *= last
    return len({n}) * sum(rest) * last


@functools.lru_cache(maxsize=None)
def nodes(n):
    """Changes nothing but what it makes."""
    xs, seen = [], {}
    for i in range(n):
        xs.append(math.cos(i / n))
        seen[i] = xs[-1]
    return tuple(xs)


def from_a_cache(a, n):
    return sum(a * x for x in nodes(n)) * len(nodes(n))


_ids = itertools.count(1)


class Event:
    ids = itertools.count()

    def __init__(self, t):
        self.t, self.id, self.other = t, next(self.ids), next(_ids)


def with_ids(a):
    first, second = Event(a), Event(a * a)
    return (first.t + second.t) * (second.id - first.id) * (2.0 if second.other > first.other else 3.0)


def steps(x):
    for k in range(3):
        yield x + k


def pairs(x):
    for k in range(3):
        yield x * k, k / 3


class Tree:
    def __init__(self, x):
        self.x = x

    def leaves(self):
        yield self.x
        yield self.x * 3


def product(*factors):
    out = 1.0
    for f in factors:
        out *= f
    return out


def generators_behind_stars(x):
    def inner(n):
        for k in range(n):
            yield x * (k + 1)

    a, b = zip(*pairs(x))
    total = product(*steps(x)) + product(2.0, *inner(2)) + sum(a) + sum(b) * x
    return total + max(*steps(x)) + product(*Tree(x).leaves())


def applied(f, a):
    return f(a) * f(2 * a)


def partials_of_lambdas(p):
    functions = [functools.partial(lambda s, x: (x - s) ** 2, p * k) for k in range(3)]
    q = functools.partial(functools.partial(lambda a, b, c: a * b + c, p), c=p * p)
    return applied(functools.partial(lambda s, x: (x - s) ** 2, p), -1.0) + sum(f(p) for f in functions) + q(2.0)


@dataclass(frozen=True)
class Vec:
    x: float
    y: float


@dataclass
class Settings:
    rate: float = 0.5
    tags: dict = field(default_factory=dict)


@dataclass
class Body:
    m: float
    acc: Vec = Vec(0.0, 2.0)
    settings: Settings = field(default_factory=Settings)
    w: np.ndarray = field(default_factory=lambda: np.zeros(3))


def defaults_of_fields(m):
    one, other = Body(m), Body(m * 2, Vec(m, m))
    one.settings.rate *= m
    one.w[0] += m
    return one.m * (1 + one.acc.y) + other.acc.x + one.settings.rate + other.settings.rate + one.w.sum() + other.w.sum()


class Balance:
    def __init__(self, D, n=8):
        self.D = D
        self.x = np.linspace(0.02, 0.98, n)
        self.T = 14 - 40 * self.x**2

    def step(self, dt):
        inner = np.gradient((1 - self.x**2) * np.gradient(self.T, self.x), self.x)
        self.T = self.T + dt * self.D * (inner + np.gradient(self.T, 0.1))


def slopes_of_an_attribute(D):
    m = Balance(D)
    for _ in range(2):
        m.step(0.02)
    return m.T.sum()


CASES = [
    (of_both, (0.7,), (0,)),
    (kept_by_class, (0.7,), (0,)),
    (heads, (0.7,), (0,)),
    (taken_apart, (0.7,), (0,)),
    (from_a_cache, (0.7, 4), (0,)),
    (with_ids, (0.7,), (0,)),
    (generators_behind_stars, (0.7,), (0,)),
    (partials_of_lambdas, (0.7,), (0,)),
    (defaults_of_fields, (0.7,), (0,)),
    (slopes_of_an_attribute, (0.7,), (0,)),
]
