"""Programs that combine what is right alone: patterns over lists and dicts, calls in the subscripts of a `try`, names
that mean an array or a number, lists of steps beside iterators, copies of elements in lists."""
from collections import deque
from dataclasses import dataclass, field

import numpy as np

WEIGHTS = np.array([0.9, -0.4])


# A pattern in brackets, of what may be a list or something else

def dict_or_list(b, k):
    s = {'side': b} if k else [b, b]
    match s:
        case {'side': z}:
            return z**2
        case [f, g]:
            return f * g


def one_pattern(b, k):
    t = 0.0
    for s in [{'side': b}, [b, b]]:
        match s:
            case [f, g]:
                t += f * g
    return t + k


@dataclass
class Point:
    x: float
    y: float


def object_or_list(b, k):
    s = Point(b, b) if k else [b, b]
    match s:
        case [x, y]:
            return x * y
        case Point(x, y):
            return 2 * x * y


def items_of_an_argument(cfg):
    t = 0.0
    for v in cfg.values():
        match v:
            case {'lo': lo, 'hi': hi}:
                t += hi * lo
            case [lo, hi] if lo > 0:
                t += hi * lo
            case float():
                t += v**2
    return t


def list_or_rest_of_a_dict(b, k):
    t = 0.0
    for s in [{'a': b}, [b, b], deque([b, k])]:
        match s:
            case [x, *_]:
                t += x * len(s)
            case {'a': x, **more}:
                t += x**3 + len(more)
    return t


def commands(a, b):
    st = []
    for c in [['push', a], ['push', b], ['mul'], {'op': 'scale', 'by': b}]:
        match c:
            case ['push', v]:
                st.append(v)
            case ['mul']:
                st.append(st.pop() * st.pop())
            case {'op': 'scale', 'by': k}:
                st.append(st.pop() * k)
    return st[-1]


# A call in the subscript of what changes in place, in a `try`

def mask_in_a_try(x, s):
    t = s
    try:
        x[np.tanh(x) > 0.1] *= s
    except TypeError:
        t = 5 * s
    return t + np.sum(x * x)


def item_in_a_try(x, s):
    t, l = s, [x[0], s]
    try:
        l[int(np.sum(x) > 9)] *= s
    except (IndexError, TypeError):
        t = 5 * s
    return t + l[0]


def parts_in_a_try(x, s):
    t = s
    for a in (x, x[1:]):
        try:
            a[np.tanh(a) > 0.1] *= a
        except (TypeError, IndexError, ValueError):
            t = t * 2 * s
    return t + np.sum(x * x)


def place_beyond_the_end(x, s):
    t = s
    for n in (3, 2):
        a = x[:n]
        try:
            a[n - 1 + int(np.sum(a)) * 0] *= s
        except IndexError:
            t = 5 * s
    return t + np.sum(x * x)


def doubled(p, i):
    p[int(np.sum(p) > 9) + i] *= 2


def helper_in_a_try(x, s):
    t = s
    try:
        doubled(x, 1)
        doubled(x, 7)
    except (ValueError, IndexError):
        t = 5 * s
    return t + np.sum(x * x)


def slice_in_a_try(x, s):
    t = s
    try:
        x[: int(np.sum(x) * 1.1)] *= s
    except (IndexError, TypeError):
        t = 2 * s * t
    return t + np.sum(x * x)


def bounds_that_are_the_array(x, s):
    y = x
    return np.sum(np.clip(x, 0.8, x)) + np.sum(np.clip(x, s, y)) + np.sum(np.clip(x, s, 0.55) * x)


# Names that mean an array, or a number without a derivative

def part_or_constant(x, s):
    r = x[0:2]
    if s > 0.8:
        r = 0.9
    r *= s
    return np.sum(r) + np.sum(x**2)


def constant_in_a_loop(x, s):
    g, k = x, 0
    while k < 3:
        k += 1
        x = 0.7
    x += s
    return x + np.sum(g)


def whole_number_on_one_way(x, s):
    r = q = x
    if s > 0.3:
        r = 2
    r %= s + 1
    r += s
    return np.sum(r) * np.sum(q)


def sum_that_begins_with_a_number(x, s):
    t = 0
    for r in (x, x * s):
        t += r * s
    t /= s
    t **= 2
    t -= s
    return np.sum(t * x)


def part_times_a_global(x, s):
    best = 0.0
    if s > 0.1:
        best = x[:2]
    x[0] *= s
    return np.sum(best * WEIGHTS)


def items_times_a_global(x, s):
    l = [x[:2], 0.5]
    l[1] = l[1] * s + x[1:]
    x[1] *= s
    return sum(np.sum(e * WEIGHTS) for e in l)


def item_becomes_an_array(x, s):
    l = [s, s * 2]
    l[0] *= x
    m = list(x)
    m[0] += x
    return np.sum(l[0] * x) + np.sum(m[0]) * m[1]


def flipped_in_turn(x, s):
    kept = [np.flip(a) for a in (x, s)]  # of an array without axes, np.flip gives a number
    return np.sum(kept[0] ** 2 * x) + np.sum(kept[1] ** 2)


# Iterators that have names, beside lists that are built

def iterator_beside_a_list(xs, w):
    it = iter(xs)
    item = next(it)
    for v in it:
        item *= v
    q = [v * w for v in xs]
    return item + q[0]


def until_it_is_large(xs, w):
    it = iter(xs)
    item = next(it)
    while item < 5.0:
        item = item * item + 1
    items = [v * w for v in xs]
    return item + items[0]


def first_and_rest(xs, w):
    s = sorted(map(lambda v: v * w, xs))
    it = iter(s)
    a = next(it)
    return a * sum(it)


def pairs_beside_an_iterator(xs, w):
    pts, z = list(zip(xs, xs)), [max(v, w) for v in xs]
    it = iter(pts)
    h = next(it)
    out = z[0]
    for r in it:
        out += sum(p * q for p, q in zip(h, r))
    return out


def columns(m):
    t = list(map(list, zip(*m)))
    it = iter(t[0])
    first = next(it)
    return sum([v * first for v in it]) + sum(t[1])


# Copies of elements

def copies_of_elements(x):
    q = [x[0]]
    q.append(x[1])
    a = q.pop(0)  # which makes it by reference
    p = [x[0].copy(), x[1:].sum().copy(), np.exp(x[1]).copy(), x[2].reshape(())]
    return np.sum(np.array(p) ** 2) + np.mean([v[()] * 2 for v in x]) + sum(v[()] for v in x) + a


def delay_line(x):
    E, probe, line = np.zeros(4), [], [0.0, 0.0]
    for t in range(3):
        E[2] += x[t]
        E[0] = line.pop(0)
        line.append(E[1])
        probe.append(E[2].copy())
    return np.sum(np.array(probe) ** 2)


# Defaults of dataclasses

def two_numbers():
    return [1.0, 2.0]


@dataclass
class Sphere:
    r: float
    color: tuple = (1.0, 0.5, 0.2)
    center: np.ndarray = field(default_factory=lambda: np.array([1.0, 2.0, 3.0]))
    weights: list = field(default_factory=lambda: [[0.5, 1.0], [2.0, 0.1]])
    pair: list = field(default_factory=two_numbers)


def made_by_defaults(x):
    a, b = Sphere(x[0]), Sphere(x[1], color=(0.5, 0.5, 0.5))
    a.weights[0][1] *= x[2]
    b.center[1] += a.r
    a.pair[0] = b.r * a.color[1]
    return np.sum(a.center * b.center) * a.weights[0][1] * b.weights[0][1] + a.pair[0] * b.pair[1] * b.color[2]


_x = np.array([0.5, 0.7, 0.9])
CASES = [
    *((f, (1.5, k), (0,)) for k in (0, 1) for f in (dict_or_list, one_pattern, object_or_list, list_or_rest_of_a_dict)),
    (items_of_an_argument, ({'a': {'lo': 1.0, 'hi': 2.0}, 'b': [3.0, 4.0], 'c': 2.0},), (0,)), (commands, (1.2, 0.7), (0, 1)),
    *((f, (_x, 0.6), (0, 1)) for f in (
        mask_in_a_try, item_in_a_try, parts_in_a_try, place_beyond_the_end, helper_in_a_try, slice_in_a_try,
        bounds_that_are_the_array, part_or_constant, constant_in_a_loop, whole_number_on_one_way,
        sum_that_begins_with_a_number, part_times_a_global, items_times_a_global, item_becomes_an_array,
    )),
    *((f, ([1.2, 0.7, 2.3, 0.4], 0.9), (0, 1)) for f in (
        iterator_beside_a_list, until_it_is_large, first_and_rest, pairs_beside_an_iterator,
    )),
    (part_or_constant, (_x, 0.9), (0, 1)), (columns, ([[1.0, 2.0], [3.0, 4.0]],), (0,)),
    (flipped_in_turn, (_x, np.array(0.6)), (0, 1)), (made_by_defaults, (_x,), (0,)), (copies_of_elements, (_x,), (0,)), (delay_line, (_x,), (0,)),
]
