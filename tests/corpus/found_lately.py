"""Programs whose gradients were wrong, or crashed, in the latest hunts."""
import bisect
import collections.abc as abc
import functools
from math import sin
from types import SimpleNamespace

import numpy
import numpy as np

from tests import made_here, made_there

I8, U8, I32 = np.array([100, 50, 3], np.int8), np.array([200, 100, 30], np.uint8), np.array([70000, 3, 2], np.int32)
KNOTS = np.array([0, 200], np.uint8)
PLACES = np.array([[0, 1, 2], [2, 1, 0]])
KEPT = {'first': 0, 'second': 1}


class Held:
    def __init__(self, v):
        self.v = v

    def hook(self): pass


# Names of the modules that formulas use

def parameter_np(x, np):
    return numpy.sin(x * np)


def local_class_math(x):
    class math:
        @staticmethod
        def cos(v):
            return 3.0
    return sin(x) * math.cos(x)


def local_np(v):
    np = 2.0
    return (v * v * np).sum() + numpy.cumsum(v)[1]


# Integers that do not fit

def small_factors(x):
    return numpy.sum(I8 * x * I8) + x * I32[0] * I32[0] / 1e6 + numpy.sum(I32 * x * I32) / 1e6


def unsigned_negated(v):
    return np.sum(-U8 * v) + np.sum(2 * (v * -U8))


def unsigned_table(x):
    return np.interp(x, [0, 1, 2], U8) + np.interp(x, KNOTS, [1.0, 2.0])


def squares_of_small(v):
    return np.sum(np.arctan2(v, U8)**2) + np.arctan2(v[0], I8[0])


# Index arrays of more axes than what comes back

def summed_gathers(x):
    return np.sum(np.sum(x[PLACES], axis=0)**2)


def gathers_of_a_list(x):
    ys, total = [x * 2, x], 0.0
    for y in ys:
        total += np.sum(np.sum(y[PLACES], axis=0)**2)
    ys[0][PLACES] = np.sin(x)
    return total + np.sum(ys[0] * x)


def added_up(total, a):
    total += a.sum(axis=0)
    return total


def broadcast_to_a_helper(y):
    return np.sum(added_up(np.zeros(3), np.broadcast_to(y, (2, 3)))**2)


def transposed_broadcast(x):
    c = np.broadcast_to(x, (2, 3))
    x[0] = 1.0 * x[1]
    return np.sum(c.T[0]**2)


# Rows of the table

def inner_of_more_axes(B, A):
    return np.sum(np.inner(B, A) * np.arange(8.0).reshape(2, 2, 2)) + np.sum(np.inner(A, A[0]) * A[:, 0])


def array_ends(v, u):
    return np.sum(np.linspace(v, u, 3) * np.arange(9.0).reshape(3, 3)) + np.sum(np.linspace(v, u[0], 5) * np.arange(15.0).reshape(5, 3))


def index_broadcast(A):
    return np.sum(np.take_along_axis(A, np.argsort(A, 1)[:1], 1)**2)


def inserted_row(A, v):
    return np.sum(np.insert(A, 1, v, axis=0)**2) + np.sum(np.insert(A, -1, 2.0 * v[0], axis=1)**2)


def zeros_of_another_shape(x):
    d = np.zeros_like(np.ones(3), shape=2)
    d[0] = x
    return d.sum() * x


# Lists of several kinds, written in place

def lists_of_two_ranks(A, x):
    items = [A, x]
    items[0] += 1.0
    return np.sum(items[0]**2) + np.sum(A)


def list_of_array_and_number(A, x):
    items = [A, x[0]]
    items[0] += x
    return np.sum(A**2) * items[1]


def empty_part(y, s):
    e = (y.reshape(-1, 1) * s)[1:, :-1]
    e = e * 0.5
    e += 1
    return np.sum(e**2) + np.sum(y)


def parts_of_one_array(B):
    x = B[0].copy()
    x[1:] = x[:-1]
    x[:] = x[::-1]
    x[::2] = x[1::2]
    B[2] = B[0]
    B[:, 1] = B[:, 2]
    B[1, :] = B[3]
    B[1, 1:] = B[1, :-1]
    x[[0, 1]] = x[2:]
    x[2:] = x[[1, 1]]
    return np.sum(np.sin(x)) + np.sum(np.sin(B))


# What a loop leaves

def last_row(A):
    for row in A:
        pass
    return np.sum(np.sin(row))


def last_row_and_a_sum(A, y):
    for i, row in enumerate(A):
        y -= 0.1 * row
        if i == 1:
            break
    return np.sum(y**2) * row[1] * i


def another_rank_in_a_loop(x, y):
    for k in (0, 1):
        y = np.outer(x, x)
    return np.sum(y)


def ranks_exchanged(A, y):
    A = A - y
    for _ in range(1):
        y, A = A, y
    return np.sum(y)


# Classes, functions and what is asked of them

def empty_methods(x):
    o = Held(x)
    o.v *= 2
    o.hook()
    return o.v * x


def callable_or_not(x):
    o, d = Held(x), {'a': x}
    d['a'] *= 2
    return x * x if callable(o) or callable(d) else o.v * d['a'] + (x if callable(o.hook) else 0.0)


def iterable_or_not(x):
    o = Held(x)
    o.v *= 2
    return o.v if isinstance(np.ones(2) * x, abc.Iterable) else x * x


def functions_compared(x):
    f = lambda q: q * x
    g = lambda q: q * x
    return x * x if f == g else x * (f(x) if f is not g else 3.0)


def partial_functions_compared(x):
    p = functools.partial(max, x)
    q = p
    return (x * x if isinstance(p, functools.partial) else x) * (x if p is q else 1.0)


def indices_from_elsewhere(x):
    v = [x, x * x, 3.0]
    k = bisect.bisect([0.5, 1.0, 2.0], x)
    return v[KEPT['second']] * v['abc'.find('c')] * v[k] * v[ord('b') - ord('a')]


def made_in_two_modules(x):
    a, b = made_here.make(1.0), made_there.make(1.0)
    return a(x) * 10 + b(x)


class Base(Held):
    def scale(self, k):
        self.v += k
        return self


class Mixin:
    def scale(self, k):
        self.v *= k
        return super().scale(k) if hasattr(super(), 'scale') else self


class Both(Mixin, Base):
    pass


class Alone(Mixin, Held):
    pass


def behind_a_mixin(x):
    return Both(x).scale(2.0).v * Alone(x).scale(3.0).v


def pivots(x):
    M, n, det = [[x, 2.0, 1.0], [3.0, x * x, 2.0], [1.0, 1.0, x]], 3, 1.0
    for c in range(n):
        p = max(range(c, n), key=lambda r: abs(M[r][c]))
        if p != c:
            M[c], M[p] = M[p], M[c]
            det = -det
        det *= M[c][c]
        for r in range(c + 1, n):
            f = M[r][c] / M[c][c]
            for k in range(c, n):
                M[r][k] -= f * M[c][k]
    return det


def moved(state, dt):
    return SimpleNamespace(at=state.at + dt * state.by, by=state.by - dt * state.at, t=state.t + dt)


def namespaces(x):
    state, trail = SimpleNamespace(at=x, by=0.0, t=0.0), []
    for _ in range(3):
        state = moved(state, 0.1 * x)
        trail.append(state)
    trail[0].extra = np.array([x, 2.0])
    trail[0].extra[0] *= x
    return sum(s.at * s.by for s in trail) + trail[-1].t + trail[0].extra.sum()


class Options:
    def __init__(self, n=3, **given):
        self.n = n
        self.__dict__.update(given)

    def put(self, v):
        self.__dict__.update(rate=v, n=2)

    def exchange(self):
        self.__dict__.update(rate=self.size, size=self.rate)


def options_at_once(x):
    o = Options(rate=x, size=2 * x)
    before = o.rate * o.size
    o.exchange()
    before += o.rate**3 / o.size
    o.put(x * x)
    return o.rate ** o.n + before


def part_on_one_way(A, y):
    y[...] = 1.5 - y
    if y.sum() > 0.5:
        h = A.reshape(-1)
    h *= A.max()
    return np.sum(A**2) * y[0]


def lists_of_numbers(x):
    v = np.array([[x, 2 * x, 3.0], [x * x, 1.0, 2.0]])
    total = 0.0
    for i, row in enumerate(v.tolist()):
        row.append(x)
        for e in row:
            total += e * e * (i + 1)
    first = v[1].tolist()
    first[0] = first[1] * first[0]
    v[1] = 0
    try:
        return 1 / v[1].tolist()[0]
    except ZeroDivisionError:
        return total + sum(first) + max(v[0].tolist())


# What a list says of itself, and what may be asked only then

def list_or_truth(x):
    log = []
    c = log and True
    y = x * x if c else x * 3
    log.append(1)
    return y


def empty_list_asked(x):
    log = []
    y = x * x if log else x * 3
    log.append(x)
    return y


def list_or_number(x):
    log = []
    r = log or x
    log.append(1)
    return r * x if r is not log else x


def list_and_its_first(x):
    log, t = [], 0.0
    for k in range(3):
        a = log and log[0]
        if a:
            t += x * x
        else:
            t += x
        log.append(x)
    return t


def list_and_its_last_in_a_dict(x):
    log = []
    s = {'x': x}
    for k in range(3):
        if log and log[-1] > 0:
            s['x'] *= s['x']
        log.append(s['x'])
    return s['x']


class Asking:
    def __init__(self): self.log, self.t = [], 0.0
    def add(self, x):
        if self.log and self.log[-1] > 0:
            self.t += x * x
        else:
            self.t += x
        self.log.append(x)


def state_that_asks_its_list(x):
    o = Asking()
    for k in range(3): o.add(x)
    return o.t


def guarded_item(x):
    log, t = [], 0.0
    for k in range(3):
        t += x * x if log and log[-1] > 0 else x
        log.append(x)
    return t


def guarded_by_not(x):
    log, t = [], 0.0
    for k in range(3):
        t += x * x if not log or log[-1] > 5 else x
        log.append(x)
    return t


def guarded_key(x):
    d, t = {}, 0.0
    for k in range(3):
        t += x * x if 'a' in d and d['a'] > 0 else x
        d['a'] = x
    return t


def guarded_pops(x):
    log, t = [], 0.0
    for k in range(3):
        while log and log[-1] > 0 and len(log) > 1:
            t += log.pop() * x
        log.append(x)
        log.append(x * x)
    return t


def guarded_once(x):
    log = []
    y = x * x if log and log[-1] > 0 else x * 3
    log.append(y)
    return y


def guarded_in_a_helper(x):
    q = []
    def push(v):
        if q and q[-1] > v:
            q.append(v * x)
        else:
            q.append(v)
    for v in (x, 0.5, 0.2, 2.0): push(v)
    return sum(q)


def truths_of_all_kinds(x):
    items, t = [x], 0.0
    for k in range(3):
        ok = bool(items) and items[0] > 0.1
        t += x * x if ok else 3 * x
        z = items and items[-1]
        w = (items or [2.0])[0]
        if z:
            t += w
        items.append(x * k)
        if k == 1: items.clear()
    return t


def guarded_letter(x):
    s, t = '', 0.0
    for k in range(3):
        t += x * x if s and s[-1] == 'a' else x
        s += 'a'
    return t


def guarded_set(x):
    seen, t = set(), 0.0
    for k in (1, 2, 1):
        t += x * x if seen and k in seen else x
        seen.add(k)
    return t


def guarded_as_a_value(x):
    log, t = [], 0.0
    for k in range(3):
        assert not log or log[-1] > 0
        t += (log and log[-1] or x) * x
        log.append(x * x)
    return t


class Rate:
    rate, best, count = 0.1, None, 0

    def __init__(self, v):
        self.rate = v
        self.best = v
        Rate.count += 1
        self.count = Rate.count * v
        if Rate.best is None or v > Rate.best:
            Rate.best = v


def own_and_of_the_class(x):
    a, b, c = Rate(x), Rate(2 * x), Rate(0.5 * x)
    Rate.rate = x * 3
    r = a.rate * x + a.best + 2 * b.best * c.best + Rate.best * x + a.count * b.count + Rate.rate
    Rate.rate, Rate.best, Rate.count = 0.1, None, 0
    return r


def scalar_of_a_size(x, n):
    return x * -n + x * (n * n) + x / -n


def counted_by_a_tuple(v):
    return np.sum(np.bincount((0, 1, 1), v)**2)


def inner_with_a_number(A, s):
    return np.sum(np.inner(A, s)**2) + np.sum(np.inner(s, A)**3)


def power_in_place(v):
    w = v * 1.0
    w[1:] **= 2
    w **= np.int64(len(v))
    return np.sum(w)


def filled(a, d):
    a[0] = d * a[1]
    a[1:] *= 0.9
    return a


def filled_twice(v, y):
    filled(v, y)
    filled(v, y)
    return np.sum(v * v)


_v, _u, _A = np.array([0.7, -1.2, 1.9]), np.array([0.4, 0.9, 0.2]), np.array([[0.5, 1.7, -0.3], [1.1, 0.2, 0.9]])
_w = np.array([0.7, -1.2, 1.9, 0.4])
_B = np.sin(np.arange(12.0) * 1.3 + 0.2).reshape(2, 2, 3)

CASES = [
    (parameter_np, (0.7, 2.0), (0, 1)), (local_class_math, (0.7,), (0,)), (local_np, (_v,), (0,)),
    (small_factors, (0.3,), (0,)), (unsigned_negated, (_v,), (0,)), (unsigned_table, (0.3,), (0,)), (squares_of_small, (_v,), (0,)),
    (summed_gathers, (_v,), (0,)), (gathers_of_a_list, (_v,), (0,)), (broadcast_to_a_helper, (_v,), (0,)), (transposed_broadcast, (_v,), (0,)),
    (inner_of_more_axes, (_B, _A), (0, 1)), (array_ends, (_v, _u), (0, 1)), (index_broadcast, (_A,), (0,)), (inserted_row, (_A, _v), (0, 1)),
    (zeros_of_another_shape, (0.3,), (0,)), (lists_of_two_ranks, (_A, _v), (0, 1)), (list_of_array_and_number, (_A, _v), (0, 1)),
    (empty_part, (_v, 0.3), (0, 1)), (parts_of_one_array, (np.outer(_w, _w),), (0,)), (last_row, (_A,), (0,)),
    (last_row_and_a_sum, (_A, _v), (0, 1)), (another_rank_in_a_loop, (_v, _u), (0, 1)), (ranks_exchanged, (_A, _v), (0, 1)),
    (empty_methods, (1.3,), (0,)), (callable_or_not, (0.7,), (0,)), (iterable_or_not, (0.7,), (0,)), (functions_compared, (0.7,), (0,)),
    (partial_functions_compared, (0.7,), (0,)), (made_in_two_modules, (0.7,), (0,)), (indices_from_elsewhere, (1.3,), (0,)),
    *((f, (1.3,), (0,)) for f in (behind_a_mixin, pivots, namespaces, options_at_once, lists_of_numbers)),
    (part_on_one_way, (_A, _u), (0, 1)),
    *((f, (x,), (0,)) for x in (0.63, 1.3) for f in (
        list_or_truth, empty_list_asked, list_or_number, list_and_its_first, list_and_its_last_in_a_dict, state_that_asks_its_list, guarded_item, guarded_by_not,
        guarded_key, guarded_pops, guarded_once, guarded_in_a_helper, truths_of_all_kinds, guarded_letter, guarded_set, guarded_as_a_value,
    )),
    (own_and_of_the_class, (1.3,), (0,)), *((scalar_of_a_size, (1.3, kind(20)), (0,)) for kind in (np.uint8, np.int8, np.int32, int)),
    (inner_with_a_number, (_A, 1.3), (0, 1)), (power_in_place, (np.array([0.7, 1.1, 0.4]),), (0,)),
    (filled_twice, (_v, 0.7), (0, 1)), (counted_by_a_tuple, (_v,), (0,)),
]
