"""Generator expressions that a statement runs through at once, and those over a range that are kept."""

import math


def multiples(x, n):
    yield from (x * t for t in range(n))


def mixed(x):
    t = x * 2
    yield t
    yield from (t * u for t in [x, x * x] for u in (1, 2) if u * t > 0.5)
    yield t
    yield from [t, x]
    yield from (v for v in (w * t for w in [1.0, x]))


class Bond:
    def __init__(self, years, coupon):
        self.years, self.coupon = years, coupon

    def flows(self):
        yield from ((t, self.coupon * t) for t in range(1, self.years + 1))

    def price(self, r):
        value, s = 0.0, 1.0
        for t, flow in self.flows():
            value += flow * s * math.exp(-r * t)
            s = 1 - r * t
        return value


def added(x):
    return sum(multiples(x, 4)) * max(mixed(x)) + list(mixed(x))[2] ** 2 + sum(t * k for k, t in enumerate(mixed(x)))


def prices(x):
    return sum(b.price(x) for b in (Bond(3, 1.0), Bond(2, x)))


def of_an_inner_function(x):
    def inner(k):
        t = k
        yield from (t * v for v in [x, t])
    return sum(inner(2.0)) * list(inner(x))[1]


def run_through(x):
    total, w = 0.0, 3.0
    for v in (w * x for w in range(4) if w != 1):
        if v > 3.0:
            break
        total = total * x + v
    else:
        total += w
    for k, v in enumerate(u * x for u in range(3)):
        total += k * v * w
    return total


def given_back(x, n):
    return (x * t for t in range(n))


class Series:
    def __init__(self, k):
        self.k = k

    def terms(self, n):
        return (self.k**i / math.factorial(i) for i in range(n))

    def __iter__(self):
        return (self.k * i for i in range(3))


def over_a_range(x):
    g = (w * x for w in range(4))
    next(g)
    total = next(g) * x + sum(g)
    for v in given_back(x, 4):
        total = total * x + v
    h = given_back(x, 5)
    next(h)
    for v in h:
        if v > 3:
            break
        total += v
    return total + max(given_back(x, 3)) * sum(Series(x).terms(5)) + sum(Series(x))


CASES = [(f, (1.2,), (0,)) for f in (added, prices, of_an_inner_function, run_through, over_a_range)]
