"""Stars before lists, arrays and other arguments; tuples of any length; sums of lists; `zip(*rows)`."""
import collections
import dataclasses
import math

import numpy as np


def opt(a, b=2.0, c=3.0, *, scale=1.0):
    return (a * b + c) * scale


def with_opt(xs):
    return opt(*xs) + opt(*xs[:1]) * opt(*xs[:2], scale=xs[0])


def default_list(n, x):
    total = 0.0
    for k in range(n):
        args = [x * (i + 1) for i in range(k + 1)]
        total += opt(*args)
    return total


def var(first, *rest):
    total = first
    for k, r in enumerate(rest):
        total += r * (k + 1) * first
    return total


def varargs(xs, y):
    return var(*xs) + var(y, *xs) * 0.5 + var(*xs, y) + var(*xs, *xs)


def any_args(*args):
    return sum(args) * len(args) + max(args)


def forward_two(f, *args, **kw):
    return forward_one(f, *args, **kw) * 2


def forward_one(f, *args, **kw):
    return f(*args, **kw)


def forwarders(x, y):
    once = forward_one(math.hypot, x, y) + forward_two(opt, x, c=y)
    return once + forward_two(opt, x, y, scale=y) + forward_two(any_args, x, y)


def forwards_list(xs):
    return forward_two(any_args, *xs) + forward_one(opt, *xs[:2], scale=xs[2])


def tuple_built(xs, y):
    t = (*xs, y)
    u = (y, *t, *xs[1:])
    return sum(t) * u[0] + u[-1] * len(u) + u[2] ** 2


def tuple_of_list(xs):
    t = tuple(xs)
    ys = list(t)
    ys[0] = ys[0] ** 2
    xs[1] = 5.0 * xs[2]
    return t[0] * t[1] + ys[0] + xs[1]


def tuple_grows(xs):
    t = ()
    for x in xs:
        t += (x * len(t),)
        t = t + (x,)
    a = t[1:3]
    b = (t * 2)[-1]
    return sum(t) * a[0] + a[1] + b


def tuple_rest(xs):
    first, *rest = tuple(x * x for x in xs)
    return first * sum(rest)


def history(x, n):
    past = (x,)
    for _ in range(n):
        past = (*past[-2:], past[-1] * x + past[0])
    return past[0] * past[-1]


def tuple_in_dict(xs):
    d = {}
    for i, x in enumerate(xs):
        d[i % 2] = (*d.get(i % 2, ()), x * i)
    return sum(d[0]) * sum(d[1])


def isinst(xs):
    t = tuple(xs)
    if isinstance(t, list):
        return 0.0
    if isinstance(t, tuple):
        return t[0] * t[1]
    return xs[0]


def maxed(xs, y):
    return max(*xs) * min(y, *xs) + max(*xs, y * 10)


def printed(xs):
    print(*xs)
    print('total', *xs, sep=',')
    return sum(xs) ** 2


def of_array(v, w):
    a, b = opt(*v), opt(*w)
    return a * b + var(*v)


def rows_unpacked(A):
    return sum(opt(*row) for row in A)


def star_of_call(xs):
    return opt(*pair_of(xs)) + opt(*[x * x for x in xs])


def pair_of(xs):
    return [xs[0] * xs[1], xs[1]]


class Box:
    def __init__(self, *items):
        self.items = items
    def total(self, *weights):
        return sum(a * w for a, w in zip(self.items, weights))


def objects(xs):
    b = Box(*xs)
    return b.total(*xs) + b.total(1.0, *xs[1:])


def merge_dicts(x, y):
    a = {'a': x, 'b': y}
    b = {**a, 'b': x * y, 'c': 2.0}
    c = dict(a, d=x)
    return b['a'] * b['b'] + opt(**{'a': x, 'b': y}) + c['d'] * a['b'] + opt(**a)


def display(xs, ys):
    zs = [*xs, *ys, *(x * y for x, y in zip(xs, ys))]
    s = {*(round(x) for x in xs)}
    return sum(z * k for k, z in enumerate(zs)) * len(s)


def sum_lists(rows):
    flat = sum(rows, [])
    again = sum([r[:1] for r in rows], start=[])
    return flat[0] * flat[-1] + sum(again) ** 2


def sum_tuples(x, y):
    t = sum([(x, y), (y * y,)], ())
    return t[0] * t[1] + t[2] * len(t)


def sum_empty(x, n):
    rows = [[x * k] for k in range(n)]
    flat = sum(rows, [x])
    flat.append(x * x)
    return sum(flat)


def zipped(points):
    xs, ys = zip(*points)
    return sum(xs) * max(ys) + ys[0]


def zipped_rows(rows):
    total = 0.0
    for col in zip(*rows):
        total = total * 0.5 + sum(col) ** 2
    means = [sum(c) / len(c) for c in zip(*rows)]
    T = list(zip(*rows))
    U = [list(c) for c in zip(*T)]
    return total + means[0] * means[-1] + T[0][1] + U[1][0] * 3


def zipped_map(rows):
    s = list(map(sum, zip(*rows)))
    return s[0] * s[1]


def zip_names(d):
    names, values = zip(*sorted(d.items()))
    return values[0] * len(names[0]) + values[1] ** 2


def zip_short(rows):
    return sum(a * b for a, b in zip(*rows))


def unzip_empty(x):
    total = x
    for col in zip(*[]):
        total += sum(col)
    return total * x


def scaled(a, b=2.0, *, scale=1.0):
    return (a * b) * scale


def given_sometimes(x, y, flag):
    opts = {}
    if flag:
        opts['scale'] = y
    more = {'b': x}
    more['b'] *= 2
    return scaled(x, **opts) * scaled(y, **more) + scaled(x, **more, **opts)


def merged_options(x, y):
    base = {'b': x, 'scale': 2.0}
    return scaled(y, **{**base, 'scale': y}) + scaled(x, **dict(base, b=y * y))


def forwarded(x, y):
    return outer(x, b=y) + outer(x, scale=y, b=x) + outer(y)


def outer(*args, **kw):
    kw.setdefault('scale', 3.0)
    return scaled(*args, **kw)


_r = [[1.2, 0.9, 0.3], [3.1, 2.0, 0.7]]


CASES = [
    (with_opt, ([1.2, 0.9, 3.1],), (0,)), (default_list, (3, 1.2), (1,)), (varargs, ([1.2, 0.9, 3.1], 0.7), (0, 1)),
    (forwarders, (1.2, 0.9), (0, 1)), (forwards_list, ([1.2, 0.9, 3.1],), (0,)),
    (tuple_built, ([1.2, 0.9, 3.1], 0.7), (0, 1)), (tuple_of_list, ([1.2, 0.9, 3.1],), (0,)),
    (tuple_grows, ([1.2, 0.9, 3.1],), (0,)), (tuple_rest, ([1.2, 0.9, 3.1],), (0,)), (history, (0.9, 4), (0,)),
    (tuple_in_dict, ([1.2, 0.9, 3.1, 1.5],), (0,)), (isinst, ([1.2, 0.9, 3.1, 1.5],), (0,)),
    (maxed, ([1.2, 0.9, 3.1], 0.7), (0, 1)), (printed, ([1.2, 0.9, 3.1],), (0,)),
    (of_array, (np.array([1.2, 0.9, 0.3]), np.array([0.7])), (0, 1)),
    (rows_unpacked, (np.array([[1.2, 0.9, 0.3], [0.1, 0.5, 0.6]]),), (0,)), (star_of_call, ([1.2, 0.9],), (0,)),
    (objects, ([1.2, 0.9, 3.1],), (0,)), (merge_dicts, (1.2, 0.9), (0, 1)),
    (display, ([1.2, 0.9], [0.3, 0.4]), (0, 1)), (sum_lists, (_r,), (0,)), (sum_tuples, (1.2, 0.9), (0, 1)),
    (sum_empty, (1.2, 3), (0,)), (sum_empty, (1.2, 0), (0,)), (zipped, ([(1.0, 2.0), (3.0, 0.5)],), (0,)),
    (zipped_rows, (_r,), (0,)), (zipped_map, (_r,), (0,)), (zip_names, ({'bb': 1.0, 'a': 2.0},), (0,)),
    (zip_short, ([(1.0, 2.0), (3.0, 0.5)],), (0,)), (unzip_empty, (1.5,), (0,)),
    (given_sometimes, (1.2, 0.9, True), (0, 1)), (given_sometimes, (1.2, 0.9, False), (0, 1)),
    (merged_options, (1.2, 0.9), (0, 1)), (forwarded, (1.2, 0.9), (0, 1)),
]


# Classes with defaults, and as many values behind the star as have none


@dataclasses.dataclass
class Pendulum:
    length: float
    damping: float
    history: list = dataclasses.field(default_factory=list)
    scale: float = 2.0

    def step(self, angle):
        self.history.append(angle - self.damping * angle / self.length)
        return self.history[-1] * self.scale


def dataclass_with_defaults_behind_a_star(xs):
    p = Pendulum(*xs)
    return p.step(p.step(0.4)) * len(p.history)


NearlyFull = collections.namedtuple('NearlyFull', 'a b c', defaults=[3.0])


def named_tuple_with_defaults_behind_a_star(xs):
    n = NearlyFull(*xs)
    return n.a * n.b * n.c + NearlyFull(xs[0], *xs[1:]).b


CASES += [(f, ([1.3, 0.7],), (0,)) for f in (dataclass_with_defaults_behind_a_star, named_tuple_with_defaults_behind_a_star)]
