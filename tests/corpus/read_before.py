"""What is read before a call of the same line that changes it, in an order that rewriting must keep; and other calls of objects."""

import functools
import itertools
import math

import numpy as np


class Meter:
    def __init__(self, a):
        self.a, self.v = a, np.array([a, 0.3])

    def turn(self, q):
        self.a *= 1.5
        self.v[0] += 1
        return self.a * q

    def turns(self):
        for i in range(2):
            yield self.turn(0.5 + i)


def product_behind(x, o):
    return o.a + math.prod([o.turn(x), 0.2]) * x


def rest_behind(x, o):
    return o.a + divmod(o.turn(x), 2.0)[1] * x


def reduced_behind(x, o):
    return (o.a + functools.reduce(lambda a, q: a + o.turn(q), (x, 0.2), 0.0)) * x


def reduced_into(x, o):
    o.a += functools.reduce(lambda a, q: a + o.turn(q), (x, 0.2), 0.0)
    return o.a * x


def pair_assigned(x, o):
    q, r = o.a, math.prod([o.turn(x), 0.2])
    return q * r * x


def greatest_behind(x, o):
    return o.a + max([o.turn(x), 0.2], default=1.0) * x


def chained_behind(x, o):
    return o.a * sum(itertools.chain([o.turn(x)], [0.2])) * x


def in_displays(x, o):
    t = [o.a, math.prod(o.turn(q) for q in (x, 0.2)), o.a]
    s = [o.a, sorted([o.turn(q) for q in (x, 0.2)])[0]]
    m = [o.a, max((x, 0.2), key=lambda q: o.turn(q))]
    return t[0] * x + t[1] + t[2] + s[0] * s[1] + m[0] * m[1]


class Tape:
    def __init__(self, a):
        self.s, self.v, self.n = 0.5, np.array([a, 0.3, 0.6]), 0

    def __getitem__(self, k):
        self.s *= 2.0
        self.n += 1
        return self.v[k]


def product(a, b):
    return a * b


def slice_behind(x, o):
    t = float(o.s + o[0:1].sum()) * x + float(o.n + o[:1].sum()) * x
    o.s += o[:1].sum()
    u = [o.s, o[0:2].sum(), o.s]
    return float(t + u[0] * x + u[1] + u[2] + product(o.s, o[0:2].sum()) * x)


def slice_in_a_test(x, o):
    return x if o.s > o[0:2].sum() - 0.5 else 2.0 * x


class MakesUp:
    def __init__(self, a):
        self.a = a

    def __getattr__(self, name):
        if name[:2] != 'q_':
            raise AttributeError(name)
        self.a *= 1.5
        return self.a


def made_up_behind(x, o):
    t = (o.a + o.q_b) * x
    o.a += x * o.q_b
    return t * o.a


def made_up_in_a_test(x, o):
    return x * o.a if o.a * x < o.q_b else x


class Holder:
    def __init__(self, v):
        self.v = v

    def step(self):
        self.v = self.v * 0.5
        return 0


def array_before_its_index(x, v):
    o = Holder(v)
    o.v[o.step()] *= x
    o.v[o.step() :] += x
    return float(o.v.sum() + v.sum() * x)


class Shrinking:
    def __init__(self, a):
        self.a, self.l = a, [0.4, 0.7]


def list_of_a_given_object(x, o):
    o.a += x
    o.l.pop()
    return x * o.l[0] * o.a


def list_of_a_given_tuple(x, t):
    a, b = t
    a[0] *= x
    b.pop()
    return x * a[0]


def start_before_the_sum(x, y):
    s = 1

    def w(v):
        nonlocal s
        s += 1
        return v * s

    r = sum((w(t) for t in (x, y, 0.5)), s)
    q = math.prod((w(t) for t in (x, y)), start=s + 1.0)
    return r * q + 1.1 * s


class Steps:
    def __init__(self, x):
        self.h, self.n = [x], 1.0

    def step(self, v):
        self.h.append(v)
        self.n += 1
        return v * len(self.h)

    @property
    def bump(self):
        self.n += 1
        return self.n


def scaled(*a, c=1.0):
    return sum(v * (i + 1) for i, v in enumerate(a)) * c


def keyword_before_the_star(x, y):
    s = Steps(x)
    t = scaled(*(s.step(t * y) for t in (x, y)), c=len(s.h)) + scaled(s.n, *[s.step(x * y), s.n])
    t += sum((s.bump * x for _ in range(2)), s.n) * s.n
    return t + max((s.step(t) for t in (x, y)), default=s.n) * s.n


def element_before_a_choice(x, y):
    s = np.array([x, y, x * y])

    def w(v):
        s[0] = s[0] * 0.5 + v
        return s[0] * y

    r = s[0] + (w(x) if s[0] > -50 else w(y)) * s[0]
    return float(r + s[0])


def start_before_a_map(x, y):
    s = [1.0]

    def w(v):
        s[0] += 1
        return v

    return sum(map(w, (x, y)), s[0] * x) * s[0]


def weighed(a, b, d=0.5):
    return 2 * a + 3 * b * d


def kept_by_a_partial(x, y):
    s = x
    f = functools.partial(weighed, s)
    s += y
    n = 1.0

    def up():
        nonlocal n
        n += 1

    g = functools.partial(weighed, n)
    up()
    return f(y) * s + g(x) * n


class Counting:
    def __init__(self, v):
        self.v, self.n = v, 0

    def count(self, a):
        self.n += 1
        return a * 0.9

    @property
    def bump(self):
        self.n += 1
        return self.v * self.n * 0.5


def stops_early(x, y):
    s = Counting(x)
    b = any(s.count(t) > 0 for t in (x, y))
    r = x if all(s.count(t) < 0 for t in (x, y)) else y
    return x * s.n * b + r


def property_before_a_product(x, y):
    s = Counting(x)
    t = s.bump * x + math.prod([s.n + 1, x])
    return t * (s.n * x + math.prod([s.bump, y]))


def used(a, items, b):
    return a + sum(items) * b


def arguments_around_a_generator(x, y):
    o = Steps(x)
    t = used(o.step(y), (o.step(v) for v in (x, y)), o.n)
    return t * used(o.n, (o.step(v) for v in (x, y)), o.step(y))


class Model:
    def __init__(self, a):
        self.a = a


def reversed_rows(x, os):
    t = x * float(os[0].a @ os[0].a)
    v = os[0].a[::-1]
    v += 1
    return t * x + float(os[0].a @ os[0].a) * x * x


V = np.array([0.3, 0.8, 0.5])
CASES = [
    *[(f, (1.3, 0.7), (0, 1)) for f in (start_before_the_sum, keyword_before_the_star, element_before_a_choice, start_before_a_map, kept_by_a_partial, stops_early, property_before_a_product, arguments_around_a_generator)],
    (reversed_rows, (1.3, [Model(np.array([1.0, 2.0])), Model(np.array([3.0, 4.0]))]), (0,)),
    *[
        (f, (1.3, Meter(0.8)), (0, 1))
        for f in (
            product_behind, rest_behind, reduced_behind, reduced_into, pair_assigned, greatest_behind, chained_behind,
            in_displays,
        )
    ],
    *[(f, (1.3, Tape(0.8)), (0,)) for f in (slice_behind, slice_in_a_test)],
    *[(f, (1.3, MakesUp(0.8)), (0, 1)) for f in (made_up_behind, made_up_in_a_test)],
    (array_before_its_index, (1.3, V), (0, 1)),
    (list_of_a_given_object, (1.3, Shrinking(0.8)), (0,)),
    (list_of_a_given_tuple, (1.3, ([0.3, 0.5], [0.2, 0.9])), (0,)),
]  # fmt: skip
