"""Parts of one line that act, in the order in which Python evaluates them; and what a call by a default finds of the function around."""

from collections import namedtuple
from dataclasses import dataclass, replace
from functools import partial, reduce
from typing import NamedTuple

import numpy as np

Pair = namedtuple('Pair', 'p q')
Three = namedtuple('Three', 'p q w')


@dataclass
class Record:
    p: float
    q: float = 1.0


class Tank:
    def __init__(self, x):
        self.v = x
        self.pair, self.record = Pair(x, 2.0), Record(x, 2.0)

    def bump(self, k=1.0):
        self.v = self.v * 1.5 + k
        return self.v

    def renew(self, x):
        self.pair = Pair(x, x)
        return x * x

    def renewed(self, x):
        self.record = Record(5.0 * x, 3.0)
        return x * self.v

    @property
    def tick(self):
        self.v = self.v * 1.5
        return self.v


class Point(NamedTuple):
    x: float
    weights: tuple = (1.0, (2.0, 3.0))


def mixed(p, q=2.0, *, r=3.0):
    return p + 2.0 * q * r


def replaced_in_the_order_given(x, y):
    c = Tank(x)
    b = Pair(x, y)._replace(q=c.v, p=c.bump(x))
    return b.p + 2.0 * b.q


def replaced_while_it_is_renewed(x, y):
    c = Tank(x)
    b = c.pair._replace(p=c.renew(y))
    return b.p + 2.0 * b.q * c.pair.p


def divided_by_what_is_assigned(x, y):
    t = x
    z = divmod(t, (t := t * y + 0.5))
    return z[1] + t


def partial_before_what_is_assigned(x, y):
    t = x
    return partial(mixed, t, r=t)((t := t * y + 0.5)) + t


def reduced_over_properties(x, y):
    c = Tank(x)
    return reduce(lambda p, q: p * q + c.v, [c.v, c.tick, c.v], c.tick)


def matched_before_the_guard(x, y):
    s = x

    def bump():
        nonlocal s
        s = s * y + 0.5
        return s * x

    match s:
        case p if bump() > 1e9:
            r = p
        case p if bump() > -1e9:
            r = p * s
    return r + s


def default_of_a_recursion(x, n):
    def fib(k, memo={}):
        if k in memo:
            return memo[k]
        memo[k] = x if k < 2 else fib(k - 1) + fib(k - 2) * x
        return memo[k]

    return fib(int(n))


def defaults_of_one_another(x, n):
    def even(k, c=x):
        return c if k == 0 else odd(k - 1)

    def odd(k, c=x * x):
        return c if k == 0 else even(k - 1) * 2.0

    return even(int(n)) * odd(int(n))


def default_behind_another_function(x, n):
    def fib(k, memo={}, s=x * 2.0):
        if k not in memo:
            memo[k] = x * s if k < 2 else fib(k - 1) + fib(k - 2) * x
        return memo[k]

    def two(k):
        return fib(k) + fib(k + 1)

    x = x * 3.0
    return two(3) + two(int(n))


def default_that_is_a_tuple(x, y):
    p, q = Point(x * y), Point(y, (x, (x * x, y)))
    return p.x * p.weights[1][0] + q.weights[1][0] * q.x + q.weights[0]


def view_of_an_argument(a, y):
    b = a.view()
    a[0] = a[0] * y
    return float((a * b).sum()) + b[0]


def view_in_a_helper(a, y):
    def scaled(b):
        c = b.view()
        c *= y
        return c.sum()

    return float(scaled(a) * scaled(a[1:]) + a.sum())


def partial_before_a_call(x, y):
    s = x

    def bump():
        nonlocal s
        s = s * y
        return s

    return partial(mixed, r=s)(1.0, bump())


def record_replaced(x, y):
    xs = [x, x * y, 3.0]
    b = replace(Record(xs.pop(), 1.0), q=xs.pop())
    return b.p + 3.0 * b.q


def record_renewed_meanwhile(x, y):
    c = Tank(x)
    b = replace(c.record, q=c.renewed(y))
    return b.p + 3.0 * b.q * c.record.p


def tuple_of_properties_as_a_dict(x, y):
    c = Tank(x)
    b = Pair(y, c.tick)._asdict()
    return b['q'] + c.v * b['p']


def tuple_of_properties_replaced(x, y):
    c = Tank(x)
    b = Three(y, c.tick, 0.5)._replace(w=2.0)
    return b.p + b.q + c.v


def enumerated_from_what_pops(x, y):
    xs = [1.0, x, x * 3.0, y]
    r = 0.0
    for i, v in enumerate([xs[-1], xs.pop()], start=int(xs.pop())):
        r += i * v
    return r + xs[-1]


def enumerated_from_the_first(x, y):
    xs = [3.0 * x, x, y]
    return sum(i * v for i, v in enumerate([xs[0], xs[1]], start=int(xs.pop(0)))) + xs[0]


def tuple_and_list_added(x, y):
    t, n = (x, y, 1.0), int(2.0 * y)
    try:
        r = t[:n] + [1.0]
    except TypeError:
        r = list(t[:n]) + [5.0]
    return r[0] * r[-1] * y


def tuples_added_to_a_list(x, y):
    rows = ((x,), (y, 0.5))
    try:
        f = sum(rows, [])
    except TypeError:
        f = [v * 2.0 for r in rows for v in r]
    return sum(f)


CASES = [(f, (0.7, 1.3), (0, 1)) for f in (
    partial_before_a_call, record_replaced, record_renewed_meanwhile, tuple_of_properties_as_a_dict,
    tuple_of_properties_replaced, enumerated_from_what_pops, enumerated_from_the_first, tuple_and_list_added,
    tuples_added_to_a_list, replaced_in_the_order_given, replaced_while_it_is_renewed, divided_by_what_is_assigned,
    partial_before_what_is_assigned, reduced_over_properties, matched_before_the_guard, default_that_is_a_tuple,
)]  # fmt: skip
CASES += [(f, (0.7, 5), (0,)) for f in (default_of_a_recursion, defaults_of_one_another, default_behind_another_function)]
CASES += [(f, (np.array([0.7, 1.2, 0.4]), 1.3), (0, 1)) for f in (view_of_an_argument, view_in_a_helper)]
