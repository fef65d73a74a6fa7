"""Containers of all kinds together: stars, tuples, heaps, copies, in branches, loops and helpers."""
import collections
import copy
import heapq
from dataclasses import dataclass, fields

import numpy as np


def opt(a, b=2.0, c=3.0, *rest, scale=1.0, **more):
    return (a * b + c + sum(rest)) * scale + sum(more.values())


class Model:
    def __init__(self, a, b=1.5, *layers, bias=0.0):
        self.a, self.b, self.layers, self.bias = a, b, layers, bias
    def __call__(self, *xs, **kw):
        return self.a * sum(xs) + self.b * kw.get('k', 1.0) + len(self.layers) * self.bias


def classes_star(xs, y):
    m = Model(*xs, bias=y)
    n = Model(*xs[:1])
    return m(*xs) + m(y, *xs, k=y) * n(*m.layers) + n(k=2.0)


def star_in_branch(xs, flag):
    if flag and len(xs) > 2:
        r = opt(*xs)
    else:
        r = opt(*xs[:1], scale=xs[-1])
    return r * xs[0]


def star_rest(xs):
    return opt(*xs) * opt(1.0, *xs, z=xs[0])


def star_break(rows):
    total = 0.0
    for row in rows:
        total += opt(*row)
        if total > 8:
            break
        total *= 1.5
    return total


def star_try(xs):
    try:
        a, b, c = (*xs, 1.0)
    except ValueError:
        a, b, c = xs[0], 2.0, xs[-1]
    return a * b + c


def recursive_star(first, *rest):
    if not rest:
        return first
    return first * recursive_star(*rest) + 1.0


def recursion(xs):
    return recursive_star(*xs)


def recursion_tuple(x, y):
    return recursive_star(x, y, x * y)


def tuple_of_objects(xs):
    ms = tuple(Model(x) for x in xs)
    ms[0].a *= 2
    more = ms + (Model(xs[0], 3.0),)
    for m in more[1:]:
        m.b += xs[1]
    return sum(m(1.0) for m in more) + ms[-1].b


def tuple_of_arrays(A):
    rows = tuple(A)
    t = (*rows, A[0] * 2)
    A[1] *= 3.0
    return sum(np.sum(r) * (k + 1) for k, r in enumerate(t)) + np.sum(rows[1] * t[-1])


def tuple_swap(xs, n):
    state = tuple(xs)
    for i in range(n):
        state = tuple(s * 0.9 + state[(k + 1) % len(state)] * xs[0] for k, s in enumerate(state))
    return state[0] * state[-1]


def tuple_key(xs):
    seen = {}
    for x in xs:
        key = tuple(int(x * k) for k in range(3))
        seen[key] = seen.get(key, 0.0) + x * x
    return sum(v * len(k) for k, v in seen.items())


def tuple_compare(xs, ys):
    t, u = tuple(xs), tuple(ys)
    if t < u:
        return t[0] * u[1]
    if t == u:
        return t[0]
    return u[0] ** 2


def tuple_return(xs):
    def split(vs):
        return tuple(v for v in vs if v > 1), [v for v in vs if v <= 1]
    big, small = split(xs)
    return sum(big) * sum(small) + big[0]


P = collections.namedtuple('P', 'x y')


def heap_objects_changed(xs):
    heap = []
    for i, x in enumerate(xs):
        heapq.heappush(heap, (int(x * 10), i, [x, x * x]))
    total = 0.0
    while len(heap) > 1:
        _, i, item = heapq.heappop(heap)
        item[0] *= 2
        total += item[0] * (i + 1)
        heap[0][2][1] += item[1]
    return total + heap[0][2][1]


def heap_break(xs):
    heap = list(xs)
    heapq.heapify(heap)
    total = 1.0
    while heap:
        x = heapq.heappop(heap)
        if x > 2:
            break
        total = total * x + 1
    return total * len(heap) + sum(heap) * total


def sum_of_dict_lists(d):
    everything = sum(d.values(), [])
    return sum(v * (k + 1) for k, v in enumerate(everything))


class Vec:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)
    def __radd__(self, o):
        return self if o == 0 else NotImplemented
    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)
    def __eq__(self, o):
        return self.x == o.x and self.y == o.y


def sum_of_vectors(xs):
    vs = [Vec(x, x * x) for x in xs]
    total = sum(vs, Vec(0.0, 0.0))
    total.x *= 2
    return total.x * total.y + vs[0].x


def sum_of_generated(xs):
    total = sum((Vec(x, 1.0) * x for x in xs), start=Vec(xs[0], 0.0))
    return total.x * total.y


def sum_of_arrays_start(A):
    return np.sum(sum([A[0], A[1]], A[0] * 2) * A[1])


def sum_tuple_rows(rows):
    flat = sum((tuple(r) for r in rows), ())
    return flat[0] * flat[-1] + len(flat) * flat[1]


@dataclass
class Sub:
    k: float
    w: list


@dataclass
class Outer(Sub):
    z: float = 1.0


def fields_inherited(x, y):
    o = Outer(x, [y, x])
    total = 0.0
    for f in fields(o):
        v = getattr(o, f.name)
        if isinstance(v, list):
            v[0] *= 2
            total += sum(v) * o.k
        else:
            total += v * v
            setattr(o, f.name, v * 3)
    return total * o.k + o.w[0]


def two_objects(p, q):
    for name in ('a', 'b'):
        setattr(p, name, getattr(p, name) + getattr(q, name) * getattr(p, 'a'))
    return p.a * p.b


@dataclass
class AB:
    a: float
    b: float


def cached_property_like(x):
    o = AB(x, 0.0)
    if not hasattr(o, 'c'):
        o.c = o.a ** 2
    if not hasattr(o, 'c'):
        o.c = 0.0
    return getattr(o, 'c') * o.a


def max_objects_key_default(xs):
    ms = [Model(x, x * x) for x in xs]
    m = max(ms, key=lambda m: m.b)
    n = min((m for m in ms if m.a > 5), key=lambda m: m.a, default=ms[0])
    k = max(ms, key=lambda m: -m.a, default=None)
    return m.a * n.b + k.b


def dict_of_tuples(xs):
    best = {}
    for i, x in enumerate(xs):
        k = i % 2
        if k not in best or (x, i) > best[k]:
            best[k] = (x, i)
    return best[0][0] * best[1][0] + best[0][1]


def deep_copy_saved(x):
    state = {'p': [x, x * x], 'm': {'a': x}}
    snaps = []
    for i in range(3):
        snaps.append(copy.deepcopy(state))
        state['p'][0] *= 1.5
        state['m']['a'] += state['p'][0] * i
        state['p'].append(x)
    return sum(s['p'][0] * s['m']['a'] + len(s['p']) * s['p'][-1] for s in snaps) + state['m']['a']


def zip_changed(rows):
    cols = [list(c) for c in zip(*rows)]
    cols[0][0] *= 2
    back = [list(r) for r in zip(*cols)]
    for i, (a, b) in enumerate(zip(*back[:2])):
        back[0][i] = a * b
    return sum(back[0]) * rows[0][0] + back[1][0]


def zip_enumerate(rows):
    total = 0.0
    for j, (a, b) in enumerate(zip(*rows)):
        total += a * b * (j + 1)
    (x0, x1), ys = zip(*zip(*[rows[0][:2], rows[1][:2]]))
    return total * x0 + x1 * ys[0]


def zip_matrix(A):
    return sum(sum(c) ** 2 for c in zip(*A)) + max(list(zip(*A))[0])


def views_args(d):
    vals, ks = d.values(), d.keys()
    d['new'] = sum(vals)
    n = len(vals)
    out = [v * n for v in vals]
    return sum(out) + max(vals) * len(list(ks)) + ('new' in ks) * d['a']


def zip_zip(rows):
    xs, ys = zip(*zip(*[rows[0][:2], rows[1][:2]]))
    return xs[0] * ys[1]


def named(xs):
    ys = xs[:2]
    p = P(*ys)
    return p.x * p.y


def tuple_truth(x, y):
    def f(*a):
        if a:
            return a[0] * (f(*a[1:]) if len(a) > 1 else 2.0)
        return x
    return f(x, y, x) + f()


R = [[1.2, 0.1, 0.3], [0.5, 2.0, 0.7]]
XS = [1.2, 0.9, 3.1, 1.5, 0.4]
A = np.array(R)


CASES = [
    (classes_star, (XS, 0.7), (0, 1)), (star_in_branch, (XS, True), (0,)), (star_in_branch, (XS, False), (0,)),
    (star_rest, (XS,), (0,)), (star_break, (R + [[0.4, 1.1, 0.2]],), (0,)), (star_try, ([1.2, 0.9],), (0,)),
    (star_try, ([1.2, 0.9, 1.1],), (0,)), (recursion, (XS,), (0,)), (recursion_tuple, (1.2, 0.9), (0, 1)),
    (tuple_of_objects, (XS,), (0,)), (tuple_of_arrays, (A,), (0,)), (tuple_swap, (XS, 3), (0,)),
    (tuple_key, (XS,), (0,)), (tuple_compare, ([1.2, 0.9], [1.3, 0.4]), (0, 1)),
    (tuple_compare, ([1.4, 0.9], [1.3, 0.4]), (0, 1)), (tuple_return, (XS,), (0,)),
    (heap_objects_changed, (XS,), (0,)), (heap_break, (XS,), (0,)),
    (sum_of_dict_lists, ({'a': [1.0, 2.0], 'b': [3.0]},), (0,)), (sum_of_vectors, (XS,), (0,)),
    (sum_of_generated, (XS,), (0,)), (sum_of_arrays_start, (A,), (0,)), (sum_tuple_rows, (R,), (0,)),
    (fields_inherited, (1.2, 0.9), (0, 1)), (two_objects, (AB(1.2, 0.9), AB(0.3, 0.4)), (0, 1)),
    (cached_property_like, (1.2,), (0,)), (max_objects_key_default, (XS,), (0,)), (dict_of_tuples, (XS,), (0,)),
    (deep_copy_saved, (1.2,), (0,)), (zip_changed, (R,), (0,)), (zip_enumerate, (R,), (0,)), (zip_matrix, (A,), (0,)),
    (views_args, ({'a': 1.0, 'b': 2.0},), (0,)), (zip_zip, (R,), (0,)), (named, (XS,), (0,)),
    (tuple_truth, (1.2, 0.9), (0, 1)),
]
