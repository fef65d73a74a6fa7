"""Dicts whose keys carry a derivative and are only looked for: memos of one run."""

import functools
from collections import defaultdict


def memo_of_an_inner_function(x):
    memo = {}

    def square(t):
        if t not in memo:
            memo[t] = t * t
        return memo[t]

    return square(x) + square(2 * x) * square(x)


def memo_of_a_recursion(x):
    known = {}

    def term(n, t):
        if (n, t) in known:
            return known[n, t]
        r = t if n == 0 else term(n - 1, t) * t + term(n - 1, t * 0.5)
        known[n, t] = r
        return r

    return term(4, x)


def memoized(f):
    known = {}

    @functools.wraps(f)
    def found(*args):
        if args not in known:
            known[args] = f(*args)
        return known[args]

    return found


def decorated_inside(x):
    @memoized
    def fib(n, t):
        return t if n < 2 else fib(n - 1, t) + fib(n - 2, t) * t
    return fib(6, x)


class Memo:
    def __init__(self, f):
        self.f, self.known = f, {}

    def __call__(self, t):
        if t not in self.known:
            self.known[t] = self.f(t)
        return self.known[t]


def memo_of_an_object(x):
    m = Memo(lambda t: t**3)
    return m(x) * m(x) + m(x + 1) * len(m.known)


def memo_as_a_default(x):
    def square(t, memo={}):
        if t not in memo:
            memo[t] = t * t
        return memo[t]
    return square(x) * square(2 * x) * square(x)


def written_and_read(x):
    d = {x: x * x, 2 * x: x}
    d[x] *= 2
    d[x] += d[2 * x]
    d.setdefault(3 * x, d[x])
    d.update({4 * x: x**3})
    return d.pop(4 * x) * d[3 * x] + d.get(5 * x, x) + len(d)


def grown_by_default(x):
    total = defaultdict(float)
    for v in [x, 2 * x, x]:
        total[v] += v * v
    return total[x] * total[2 * x]


def of_pairs(x):
    d = {(x, 'a'): x * 2}
    made = {v: v * v for v in [x, 2 * x, 3 * x]}
    return d[x, 'a'] * d.get((x, 'b'), x) + made[x] * made[2 * x] + dict(zip([x, 2 * x], [1.0, 2.0]))[x]


CASES = [(f, (1.3,), (0,)) for f in (
    memo_of_an_inner_function, memo_of_a_recursion, decorated_inside, memo_of_an_object, memo_as_a_default, written_and_read,
    grown_by_default, of_pairs,
)]  # fmt: skip
