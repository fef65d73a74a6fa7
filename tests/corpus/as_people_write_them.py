"""Small programs as new users wrote them, each refused once."""

import contextlib
import math
import random
from collections import defaultdict
from functools import lru_cache
from itertools import combinations
from operator import attrgetter

import numpy as np


def sections_of(text):
    result = {}
    section = None
    for line in text.splitlines():
        if line.startswith('['):
            section = result.setdefault(line[1:-1], {})
            continue
        key, value = line.split('=')
        section[key] = float(value)
    return result


def parsed_sections(x, y):
    cfg = sections_of('[model]\nrate=0.3\n[harvest]\nquota=0.2')
    cfg['harvest']['quota'] = 0.1 * x
    return cfg['harvest']['quota'] * cfg['model']['rate'] * y


@lru_cache()
def legendre(n):
    if n == 0:
        return (1.0,)
    if n == 1:
        return (0.0, 1.0)
    a, b = legendre(n - 1), legendre(n - 2)
    c = [0.0] * (n + 1)
    for i, v in enumerate(a):
        c[i + 1] += (2 * n - 1) * v / n
    for i, v in enumerate(b):
        c[i] -= (n - 1) * v / n
    return tuple(c)


def cached_coefficients(x, y):
    return sum(c * x**i for i, c in enumerate(legendre(3))) * y


class Entry:
    def __init__(self, month, amount):
        self.month, self.amount = month, amount


def by_field(entries, field):
    groups = {}
    getter = attrgetter(field)
    for e in entries:
        groups.setdefault(getter(e), []).append(e.amount)
    return {k: sum(v) for k, v in groups.items()}


def grouped_by_a_field(x, y):
    es = [Entry('jan', x), Entry('jan', y), Entry('feb', x * y)]
    return by_field(es, 'month')['jan'] ** 2


class Order:
    def __init__(self, price):
        self.price = price

    def subtotal(self):
        if not hasattr(self, '_subtotal'):
            self._subtotal = self.price * 2
        return self._subtotal

    def __repr__(self):
        return '<Order {:.2f}>'.format(self.subtotal())


def shown_by_what_it_keeps(x, y):
    orders = [Order(x * y), Order(x + y)]
    best = max(orders, key=lambda o: o.subtotal())
    return best.subtotal()


class Series:
    def __init__(self, values):
        self.values = list(values)

    def __iter__(self):
        d = 0
        for v in self.values:
            yield v * d
            d += 1


def zipped_with_what_counts(x, y):
    ts = Series([x, y, x * y])
    s = 0.0
    for v, f in zip(ts, [x, 2.0, y]):
        s += v * f
    return s


class Value:
    def __init__(self, data, _children=(), _op=''):
        self.data = data
        self.grad = 0.0
        self._backward = lambda: None
        self._prev = set(_children)
        self._op = _op

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), '+')
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), '*')

    def tanh(self):
        t = (math.exp(2 * self.data) - 1) / (math.exp(2 * self.data) + 1)
        return Value(t, (self,), 'tanh')

    __radd__ = __add__
    __rmul__ = __mul__


class Neuron:
    def __init__(self, nin):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(random.uniform(-1, 1))

    def __call__(self, x):
        act = sum((wi * xi for wi, xi in zip(self.w, x)), self.b)
        return act.tanh()


class Layer:
    def __init__(self, nin, nout):
        self.neurons = [Neuron(nin) for _ in range(nout)]

    def __call__(self, x):
        outs = [n(x) for n in self.neurons]
        return outs[0] if len(outs) == 1 else outs


class MLP:
    def __init__(self, nin, nouts):
        sz = [nin] + nouts
        self.layers = [Layer(sz[i], sz[i + 1]) for i in range(len(nouts))]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


def value_or_values_of_a_layer(x, y):
    random.seed(1)
    n = MLP(2, [3, 1])
    return n([x, y]).data


def combinations_of_a_size(x, y):
    w = [x, y, x * y, 1.0]
    best = {}
    for size in range(2, 4):
        for subset in list(combinations(range(4), size)):
            best[frozenset(subset)] = min(w[k] for k in subset) * size
    return sum(best.values())


def shortest_tour(x, y):
    d = [[0.0, x, 2.0, y], [x, 0.0, 1.5, 2.0 * y], [2.0, 1.5, 0.0, x * y], [y, 2.0 * y, x * y, 0.0]]
    n = 4
    C = {}
    for k in range(1, n):
        C[(1 << k, k)] = d[0][k]
    for size in range(2, n):
        for subset in combinations(range(1, n), size):
            bits = 0
            for b in subset:
                bits |= 1 << b
            for k in subset:
                prev = bits & ~(1 << k)
                C[(bits, k)] = min(C[(prev, m)] + d[m][k] for m in subset if m != k)
    full = (1 << n) - 2
    return min(C[(full, k)] + d[k][0] for k in range(1, n))


def best_that_fits(x, y):
    items = [x, y, 2.0 * x, 1.5]
    best = 0.0
    for r in range(1, 5):
        for c in combinations(items, r):
            s = sum(c)
            if s < 3.0:
                best = max(best, s)
    return best


class Event:
    def __init__(self, m, a):
        self.m, self.a = m, a


def place_in_a_sorted_set(x, y):
    es = [Event('a', 1.0), Event('b', 2.0)]
    months = sorted({e.m for e in es})
    s = 0.0
    for e in es:
        s += x ** months.index(e.m)
    if s > y:
        s *= 2
    return s


def place_in_a_list_of_keys(x, y):
    months = list({'a': 1, 'b': 2})
    s = x ** months.index('b')
    return s * 2 if s > 0.1 else s


class BudgetEntry:
    def __init__(self, month, category, amount):
        self.month, self.category, self.amount = month, category, amount


class Budget:
    def __init__(self, limits):
        self.limits = limits
        self.entries = []

    def load(self, text):
        for line in text.splitlines():
            m, c, a = line.split(',')
            self.entries.append(BudgetEntry(m[:7], c, float(a)))
        return self

    def inflate(self, rate):
        months = sorted({e.month for e in self.entries})
        for e in self.entries:
            e.amount *= rate ** months.index(e.month)

    def by(self, *fields):
        groups = defaultdict(list)
        for e in self.entries:
            groups[tuple(getattr(e, f) for f in fields)].append(e.amount)
        return {k: sum(v) for k, v in groups.items()}

    def overruns(self):
        for (month, cat), spent in sorted(self.by('month', 'category').items()):
            limit = self.limits.get(cat)
            if limit is not None and spent > limit:
                yield month, cat, spent - limit


def overruns_of_a_budget(x, y):
    b = Budget({'food': y, 'rent': 2.0}).load('2023-01-03,food,3.0\n2023-01-05,rent,5.0\n2023-02-03,food,2.0')
    b.inflate(x)
    return sum(a for _, _, a in b.overruns())


def times(v, s):
    return v * s


def plus_one(v):
    return v + 1.0


TABLE = {'times': times, 'plus_one': plus_one}


def called_by_name(name, *args, **kw):
    try:
        f = TABLE[name]
    except KeyError:
        raise ValueError(name)
    return f(*args, **kw)


def table_in_a_try(x, y):
    return called_by_name('times', x, y) + called_by_name('plus_one', x)


def misfits_caught(x, y):
    s = 0.0
    for n, args in (('times', (x, y)), ('plus_one', (x,)), ('plus_one', (x, y))):
        try:
            s += TABLE[n](*args)
        except TypeError:
            s += 3 * x
    return s


def misfit_in_a_helper(x, y):
    s = x
    try:
        s += called_by_name('plus_one', x, y)
    except TypeError:
        s += 3 * x
    return s


def misfit_suppressed(x, y):
    s = x
    with contextlib.suppress(TypeError):
        s += called_by_name('plus_one', x, y)
    return s * y


def misfit_caught_with_others(x, y):
    s = x
    try:
        s += called_by_name('plus_one', x, s=y)
    except Exception:
        s += 3 * x
    return s


def unknown_name_caught(x, y):
    s = x
    try:
        s += called_by_name('zz', x)
    except (ValueError, ZeroDivisionError):
        s += 3 * x
    return s + called_by_name('times', x, s=y)


def newton(f, x0, fprime=None, maxiter=3):
    x = x0
    for n in range(maxiter):
        if fprime is None:
            d = 1.0
        else:
            d = fprime(x)
        x = x - f(x) / d
    return x


def secant(f, x0, x1, tol=1e-12):
    return x1 - f(x1) * (x1 - x0) / (f(x1) - f(x0))


ROOTS = {'newton': newton, 'secant': secant}


def solve(name, f, *guess, **opts):
    try:
        method = ROOTS[name]
    except KeyError as e:
        raise ValueError('no method %s' % e) from e
    return method(f, *guess, **opts)


def methods_with_options(x, y):
    f = lambda t: t**3 + x * t - y
    df = lambda t: 3 * t**2 + x
    r1 = solve('newton', f, 1.0, fprime=df)
    r2 = solve('secant', f, 0.5, 1.0)
    return r1 + r2


class Blur:
    defaults = {'sigma': 1.0, 'radius': 2}

    def __init__(self, **options):
        opts = dict(self.defaults)
        opts.update(options)
        for k, v in opts.items():
            setattr(self, k, v)

    def kernel(self):
        k = np.arange(-self.radius, self.radius + 1)
        return np.exp(-0.5 * (k / self.sigma) ** 2)


def radius_among_options(x, y):
    return Blur(sigma=x).kernel().sum() * y


def grid_and_its_step(x, y):
    g, h = np.linspace(0, 1, 5, retstep=True)
    u = np.sin(g * x)
    d = np.empty(5)
    d[1:-1] = (u[2:] - 2 * u[1:-1] + u[:-2]) / h**2
    d[0] = d[-1] = 0.0
    return d.sum()


def step_of_a_grid(x, y):
    n = 4
    g, h = np.linspace(-1.0, 1.0, n, retstep=True)
    return (g * x).sum() * h + g[1] * x


CASES = [
    (parsed_sections, (1.3, 0.8), (0, 1)),
    (cached_coefficients, (1.3, 0.8), (0, 1)),
    (grouped_by_a_field, (1.3, 0.8), (0, 1)),
    (shown_by_what_it_keeps, (1.3, 0.8), (0, 1)),
    (zipped_with_what_counts, (1.3, 0.8), (0, 1)),
    (value_or_values_of_a_layer, (1.3, 0.8), (0, 1)),
    (combinations_of_a_size, (1.3, 0.8), (0, 1)),
    (shortest_tour, (1.3, 0.8), (0, 1)),
    (best_that_fits, (1.3, 0.8), (0, 1)),
    (place_in_a_sorted_set, (1.3, 0.8), (0, 1)),
    (place_in_a_list_of_keys, (1.3, 0.8), (0, 1)),
    (overruns_of_a_budget, (1.3, 0.8), (0, 1)),
    (table_in_a_try, (1.3, 0.8), (0, 1)),
    (misfits_caught, (1.3, 0.8), (0, 1)),
    (misfit_in_a_helper, (1.3, 0.8), (0, 1)),
    (misfit_suppressed, (1.3, 0.8), (0, 1)),
    (misfit_caught_with_others, (1.3, 0.8), (0, 1)),
    (unknown_name_caught, (1.3, 0.8), (0, 1)),
    (methods_with_options, (1.3, 0.8), (0, 1)),
    (radius_among_options, (1.3, 0.8), (0, 1)),
    (grid_and_its_step, (1.3, 0.8), (0, 1)),
    (step_of_a_grid, (1.3, 0.8), (0, 1)),
]
