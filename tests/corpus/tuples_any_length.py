"""Tuples of any length, and what stands behind stars: generators, views of dicts, iterators."""
import heapq
from collections import deque

import numpy as np


def opt(a, b=2.0, c=3.0):
    return a * b + c


def any_args(*args):
    return sum(a * (k + 1) for k, a in enumerate(args))


def sq(x):
    return x * x


def star_gen(xs):
    return opt(*(x * x for x in xs)) + any_args(*map(sq, xs)) + any_args(*[x for x in xs if x > 1])


def star_dict(d):
    return any_args(*d.values()) * len((*d, 1)) + sum((*d.values(), 2.0))


def star_range(x, n):
    return any_args(*range(n), x) * x


def star_reversed(xs):
    return any_args(*reversed(xs)) + any_args(*sorted(xs)) * opt(*xs[::-1][:3])


def star_deque(xs):
    d = deque(xs, maxlen=3)
    return opt(*d) + any_args(*d, *xs)


def star_nested(rows):
    return any_args(*[any_args(*r) for r in rows]) + sum(any_args(*c) ** 2 for c in zip(*rows))


def zip_gen(xs):
    a, b = zip(*((x, x * x) for x in xs))
    c, d = zip(*map(pair, xs))
    return sum(a) * sum(b) + c[0] * d[-1]


def pair(x):
    return x, x * 3


def zip_dict(d):
    ks, vs = zip(*d.items())
    rows = {k: [v, v * v] for k, v in zip(ks, vs)}
    cols = [sum(c) for c in zip(*rows.values())]
    return cols[0] * cols[1] + len(ks[0])


def zip_sorted(rows):
    best = sorted(zip(*rows))[0]
    worst = max(zip(*rows))
    return best[0] * best[1] + worst[0]


def tuple_of_dict(d):
    t = tuple(d.items())
    u = tuple(sorted(d.values()))
    return t[0][1] * u[-1] + len(t)


def tuple_of_str(x):
    t = tuple('abc')
    return x * len(t) if 'a' in t else x


def tuple_from_array(v):
    t = tuple(v * 2)
    return t[0] * t[-1]


def tuple_nested(xs):
    t = tuple((x, [x * x]) for x in xs)
    t[0][1].append(xs[1])
    a, b = t[0]
    return a * sum(b) + sum(p[0] * p[1][0] for p in t)


def tuple_default(xs, extra=()):
    return sum((*xs, *extra)) * len((*extra, 1))


def calls_default(xs):
    return tuple_default(xs) + tuple_default(xs, (xs[0], 2.0)) + tuple_default(xs, xs[:1])


def tuple_max(xs):
    t = tuple(xs)
    return max(t) * min(t) + t.index(max(t)) * t[0] + sum(t[1:]) * t.count(t[0])


def tuple_loop_state(x, n):
    s = (x, 1.0)
    h = ()
    for i in range(n):
        s = (s[1] * x, s[0] + s[1])
        h = (*h, s)
    return sum(a * b for a, b in h) + h[-1][0]


def tuple_in_object(xs):
    class_ = Holder(tuple(xs))
    class_.add(xs[0] * 2)
    class_.add(3.0)
    return class_.total()


class Holder:
    def __init__(self, items=()):
        self.items = items
    def add(self, x):
        self.items = self.items + (x,)
    def total(self):
        return sum(a * (k + 1) for k, a in enumerate(self.items))


def merge_sorted(a, b):
    out = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] < b[j]:
            out.append(a[i])
            i += 1
        else:
            out.append(b[j])
            j += 1
    out += a[i:]
    out += b[j:]
    return sum(v * (k + 1) for k, v in enumerate(out))


def heap_of_arrays(A):
    heap = []
    for i, row in enumerate(A):
        heapq.heappush(heap, (float(np.sum(row)), i, row))
    total = 0.0
    while heap:
        s, i, row = heapq.heappop(heap)
        total = total * 0.5 + s * row[0] * (i + 1)
    return total


R = [[1.2, 0.1, 0.3], [0.5, 2.0, 0.7]]
XS = [1.2, 0.9, 3.1, 1.5, 0.4]
D = {'a': 1.2, 'b': 0.4, 'cc': 2.9}


CASES = [
    (star_gen, (XS[:3],), (0,)), (star_dict, (D,), (0,)), (star_range, (1.2, 3), (0,)), (star_reversed, (XS,), (0,)),
    (star_deque, (XS,), (0,)), (star_nested, (R,), (0,)), (zip_gen, (XS,), (0,)), (zip_dict, (D,), (0,)),
    (zip_sorted, (R,), (0,)), (tuple_of_dict, (D,), (0,)), (tuple_of_str, (1.2,), (0,)),
    (tuple_from_array, (np.array([1.0, 2.0]),), (0,)), (tuple_nested, (XS,), (0,)), (calls_default, (XS,), (0,)),
    (tuple_max, (XS,), (0,)), (tuple_loop_state, (1.1, 3), (0,)), (tuple_in_object, (XS,), (0,)),
    (merge_sorted, ([0.5, 1.0, 2.5], [0.7, 2.0, 3.0]), (0, 1)), (heap_of_arrays, (np.array(R),), (0,)),
]
