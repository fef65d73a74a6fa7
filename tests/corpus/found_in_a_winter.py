"""Programs that got another gradient once, or none: kinds that a line uses many of, items dropped, classes of tuples."""

import contextlib
import json
import math
from collections import namedtuple
from itertools import count, permutations, takewhile
from typing import TypedDict

import numpy as np


def series_while_large(x, y):
    return y * sum(takewhile(lambda t: t > 0.1, (x / math.factorial(n) for n in count())))


def number_dropped(x, y):
    xs = [x, np.array([x, y]), 2.0]
    del xs[0]
    xs.pop(-1)
    return np.sum(xs[0])


def slice_dropped(x, y):
    xs = [x, np.array(x), y, x]
    del xs[::2]
    return sum(xs) * y


class Priced(namedtuple('Priced', 'amount rate')):
    @property
    def amount(self):
        return self[1] * 3

    @property
    def twice(self):
        return self.rate * 2


def field_as_a_property(x, y):
    p = Priced(x, y)
    return p.amount * x + p[0] * p.twice


class Box:
    def __init__(self, held):
        self.held = held


def not_subscriptable(x, y):
    o = Box(1.0)
    q = Box(o)
    return x * (3 if o is q.held or o is q.held[0] else y)


def fails_as_no_sequence(x, y):
    o = Box(x)
    try:
        z = o[0] * x
    except TypeError:
        z = x * y
    return z


def bar(e, s=1.0):
    return e * s


def keys_of_a_choice(x, y):
    total = 0.0
    for kind in ('a', 'b'):
        options = {'e': x} | ({'s': y} if kind == 'b' else {})
        total += bar(**options)
    return total


def constants_in_a_chain(x, y):
    class Link:
        def __init__(self, value, following=None):
            self.value, self.following = value, following

        def total(self):
            if self.following is None:
                return self.value
            return self.value + self.following.total() * x

    return Link(x, Link(y, Link(3.0))).total()


def lambdas_in_methods(x, y):
    k = x * y

    class Filter:
        def __init__(self):
            self.gain = lambda v: v * k

        def run(self, vs):
            return sum(map(lambda v: v * x + self.gain(v), vs))

    return Filter().run([x, y, 2.0])


def floats_beside_integers(x, y):
    r = np.array([5, 3.0])
    r[0] *= x
    m = np.array([[0, 1.5], [1, 0]])
    for i in range(2):
        m[i, i] += y
    return r.sum() * np.linalg.det(m)


def grids(x, y):
    rows, columns = np.mgrid[0:3, 0:4]
    far = rows * x + columns * y
    near = far < 2
    out = np.zeros((3, 4))
    out[near] = far[near] ** 2
    a, b = np.ogrid[-2:2, -2:3]
    k = np.exp(-(a**2 + b**2) / 4) * x
    u, v = np.meshgrid(np.arange(3), np.arange(2), indexing='ij')
    w = u * x + v * y
    steps = np.mgrid[0:1:5j] * y
    return out.sum() + np.real(np.fft.fft2(k))[0, 1] + w[w > 1].sum() + np.sum(steps[steps < 0.5] ** 2)


def places_where(x, y):
    v = np.array([x, -x, 2 * x, -3 * y])
    places = np.where(v > 0)[0]
    m = np.outer(v, v)
    r, c = np.where(m > 0)
    v[np.where(v < 0)] *= y
    order = np.where(np.arange(6) % 2 == 0)[0]
    order[-1] += 6
    total = 0.0
    for i, j in zip(*np.where(m > 0)):
        total += v[i] * v[j]
    return np.sum(v[places] ** 2) + np.sum(m[r, c]) + total + x * order.sum()


def noise_on_the_diagonal(x, y):
    class Process:
        def fit(self, a):
            k = a * np.ones((2, 2))
            k[np.diag_indices_from(k)] += 0.1 * y
            try:
                self.factor = np.linalg.cholesky(k)
            except np.linalg.LinAlgError:
                self.factor = k
            return self

    return Process().fit(x).factor.sum()


Gate = namedtuple('Gate', 'name opening closing')
GATES = {'m': Gate('m', lambda v: 0.1 * v, lambda v: v**2), 'h': Gate('h', lambda v: v**3, lambda v: 2 * v)}


def functions_in_named_tuples(x, y):
    total = 0.0
    for g in [Gate('a', math.sin, lambda v: v * y), Gate('b', lambda v: v * v, math.exp)]:
        total += g.opening(x) * g.closing(y)
    return total + sum(g.opening(x) / g.closing(y) for g in GATES.values())


ROWS = [{'region': 'N', 'quantity': 3, 'price': 1.5}, {'region': 'S', 'quantity': 1, 'price': 1.7}]


def grouped_by(rows, index, value):
    cells = {}
    for r in rows:
        cells[r[index]] = cells.get(r[index], 0.0) + r[value]
    return {k: 2 * v for k, v in cells.items()}


def rows_by_a_key(x, y):
    found = grouped_by([dict(r, price=r['price'] * x) for r in [*ROWS, *ROWS]], 'region', 'price')
    return found['N'] * y + found['S']


class Dose(TypedDict):
    time: float
    amount: float


def typed_dict(x, y):
    d = Dose(time=y, amount=5.0 * x)
    d['time'] *= 2
    return d['time'] * d['amount']


def dict_of_a_choice(x, y):
    total = 0.0
    for kind in ('a', 'b'):
        total += bar(**dict({'e': x}, **({'s': y} if kind == 'b' else {})))
    return total


class Made:
    rate = 2.0

    def __init__(self, a, b=1.0):
        self.a, self.b = a, b

    @classmethod
    def make(cls, a, **more):
        return cls(a * cls.rate, **more)


class MadeTwice(Made):
    rate = 3.0

    @classmethod
    def make(cls, a):
        o = super().make(a, b=a)
        o.b *= 2
        return o


def made_by_super(x, y):
    o = MadeTwice.make(x)
    return o.a * y + o.b


def default_lambdas(x, y):
    def apply(f=lambda a: a * x, *, g=lambda a, b=2.0: a * b + y):
        return f(g(x))

    return apply(math.sin) + apply() + apply(g=math.cos)


def orders_of_all(x, y):
    return sum(a * c - b for a, b, c in permutations([x, y, 3.0]))


def deleted_in_a_try(x, y):
    a = x
    for k in range(3):
        try:
            b = a * y
            a = b + 1
            del b
            if k == 1:
                raise KeyError(k)
        except KeyError:
            a = a + x
        finally:
            a = a * y
    return a


def put_by_reference(x, y):
    a = x

    def add():
        nonlocal a
        v = np.zeros(3)
        v.put([0], a)
        np.put(v, [2, 1], a * y)
        v[0] += v[1]
        w = np.empty(2)
        w.fill(a)
        a = v.sum() * w[0]

    add()
    add()
    return a


def located(v):
    return None if v > 5 else (v, v * v)


def pairs_or_none(x, y):
    total = 0.0
    for a, b in [located(x), located(2 * y)]:
        total += a * b
    for p, (q, r) in [(x, (2.0, y)), (y, [3.0, x])]:
        total += p * q * r
    else:
        total *= y
    return total


def shapes_of_four_kinds(x, y):
    s = 0.0
    for shape in [None, (x, 2), 'text', 3.0, (y, x)]:
        match shape:
            case None:
                s += x
            case (a, b):
                s += a * b
            case str():
                s *= y
            case _:
                s += shape
    return s


class Removing:
    def __init__(self, held):
        self.held, self.gone = held, []

    def __delitem__(self, k):
        self.gone.append(self.held[k])
        del self.held[k]

    def __getitem__(self, k):
        return self.held[k]


def deleted_by_a_method(x, y):
    items, table = Removing([x, 2 * y, x * x]), Removing({'a': x, 'b': 2 * y})
    del items[0]
    for k in list(table.held):
        if k == 'a':
            del table[k]
    return items[0] * sum(items.gone) + table['b'] * table.gone[0]


def amplified(v, factor=1.0):
    return v * factor


def limited(v, low, high):
    return min(max(v, low), high)


STEPS = {'amplified': amplified, 'limited': limited}
TEXT = '[{"op": "amplified", "factor": 2.0}, {"op": "limited", "low": 0.0, "high": 5.0}, {"op": "amplified"}]'


def options_of_a_text(x, y):
    for step in json.loads(TEXT):
        options = {k: v for k, v in step.items() if k != 'op'}
        x = STEPS[step['op']](x * y, **options)
    return x


GAIN, MODE = 1.0, 'a'


def with_gain(v):
    return v * GAIN * 2


@contextlib.contextmanager
def gain_of(value):
    global GAIN
    before = GAIN
    GAIN = value
    try:
        yield
    finally:
        GAIN = before


@contextlib.contextmanager
def mode_of(text):
    global MODE
    before, MODE = MODE, text
    yield before
    MODE = before


def by_mode(v):
    return v * v if MODE == 'b' else v * 3


def contexts_that_set_globals(x, y):
    before = y
    with gain_of(2 * x):
        out = with_gain(y) * before
        with gain_of(out):
            out += with_gain(x)
    for k in range(3):
        with gain_of(x * k):
            if k == 1:
                continue
            out += with_gain(y)
    with mode_of('b') as was:
        out += by_mode(x) * len(was)
    return out + with_gain(x) + by_mode(y)


class Numbered:
    def __init__(self, x, y):
        self.k1, self.k2, self.other = x, x * y, 1.0


def attributes_by_number(x, y):
    o = Numbered(x, y)
    return sum(getattr(o, f'k{i}') * i for i in (1, 2))


SEEN = np.array([0.1, 0.5, 0.9, 2.2, 3.1, 0.45])


def histogram_of_moving_edges(x, y):
    counts, edges = np.histogram(x * SEEN, bins=5)
    return y * counts[1] + np.sum(edges**2)


def histogram_of_a_range(x, y):
    counts, edges = np.histogram(x * SEEN, bins=4, range=(0, 6))
    return x * counts[0] * edges[1] + y * counts[1]


def weighed_histogram(x, y):
    counts, _ = np.histogram(SEEN, bins=[0, 1, 2, 4], weights=y * SEEN)
    return np.sum(counts**2) * x


def dense_histogram(x, y):
    counts, _ = np.histogram(x * SEEN, 3, density=True)
    return np.sum(counts**2) * y


CASES = [(f, (1.3, 0.8), (0, 1)) for f in (
    series_while_large, number_dropped, slice_dropped, field_as_a_property, not_subscriptable, fails_as_no_sequence,
    keys_of_a_choice, constants_in_a_chain, lambdas_in_methods,
    floats_beside_integers, grids, places_where, noise_on_the_diagonal, functions_in_named_tuples, rows_by_a_key,
    typed_dict, dict_of_a_choice, made_by_super, default_lambdas, orders_of_all,
    deleted_in_a_try, put_by_reference, pairs_or_none,
    shapes_of_four_kinds, deleted_by_a_method, options_of_a_text,
    contexts_that_set_globals, attributes_by_number,
    histogram_of_moving_edges, histogram_of_a_range, weighed_histogram, dense_histogram,
)]  # fmt: skip
