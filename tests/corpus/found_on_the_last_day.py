"""Programs as people write them that were refused once, or met a mistake: one or two for each cause."""

import functools
import itertools
import math
import operator
import statistics
from collections import Counter, deque
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np


class Dual:
    def __init__(self, re, du):
        self.re, self.du = re, du


def exp(x):
    """Of numbers and of objects, in one program."""
    if isinstance(x, (int, float)):
        return math.exp(x)
    return Dual(math.exp(x.re), math.exp(x.re) * x.du)


def of_both(a):
    return exp(a) + exp(Dual(a, 1.0)).du * exp(Dual(1.0, a)).re


def put(d, key, value):
    if isinstance(value, Dual):
        d[key] = value
    elif isinstance(value, dict):
        d['more'] = Dual(3.0, 1.0)


def kept_by_class(x):
    d = {}
    put(d, 'a', Dual(x, 1.0))
    put(d, 'b', True)
    put(d, 'c', 'text')
    put(d, 'd', None)
    put(d, 'e', 1)
    put(d, 'f', {})
    return sum(p.re for p in d.values()) * len(d)


def heads(x):
    trades = [('a', x, 2.0), ('b', 2 * x, 3.0), ('a', x * x, 1.0)]
    counts = Counter(b for b, *_ in trades)
    names, total = {n for n, *_ in trades}, 0.0
    for n, *rest in trades:
        rest.append(1.0)
        total += rest[0] * counts[n] + sum(rest)
    volumes = {n: v for n, v, *_ in trades}
    return total + volumes['a'] * len(names) + statistics.mean(v for _, v, *_ in trades) * len(','.join(n for n, *_ in trades))


def taken_apart(x):
    row = ('a', x, 2.0, x * x)
    n, *rest, last = row
    rest[0] *= last
    return len({n}) * sum(rest) * last


@functools.lru_cache(maxsize=None)
def nodes(n):
    """Changes nothing but what it makes."""
    xs, seen = [], {}
    for i in range(n):
        xs.append(math.cos(i / n))
        seen[i] = xs[-1]
    return tuple(xs)


def from_a_cache(a, n):
    return sum(a * x for x in nodes(n)) * len(nodes(n))


_ids = itertools.count(1)


class Event:
    ids = itertools.count()

    def __init__(self, t):
        self.t, self.id, self.other = t, next(self.ids), next(_ids)


def with_ids(a):
    first, second = Event(a), Event(a * a)
    return (first.t + second.t) * (second.id - first.id) * (2.0 if second.other > first.other else 3.0)


def steps(x):
    for k in range(3):
        yield x + k


def pairs(x):
    for k in range(3):
        yield x * k, k / 3


class Tree:
    def __init__(self, x):
        self.x = x

    def leaves(self):
        yield self.x
        yield self.x * 3


def product(*factors):
    out = 1.0
    for f in factors:
        out *= f
    return out


def generators_behind_stars(x):
    def inner(n):
        for k in range(n):
            yield x * (k + 1)

    a, b = zip(*pairs(x))
    total = product(*steps(x)) + product(2.0, *inner(2)) + sum(a) + sum(b) * x
    return total + max(*steps(x)) + product(*Tree(x).leaves())


def applied(f, a):
    return f(a) * f(2 * a)


def partials_of_lambdas(p):
    functions = [functools.partial(lambda s, x: (x - s) ** 2, p * k) for k in range(3)]
    q = functools.partial(functools.partial(lambda a, b, c: a * b + c, p), c=p * p)
    return applied(functools.partial(lambda s, x: (x - s) ** 2, p), -1.0) + sum(f(p) for f in functions) + q(2.0)


@dataclass(frozen=True)
class Vec:
    x: float
    y: float


@dataclass
class Settings:
    rate: float = 0.5
    tags: dict = field(default_factory=dict)


@dataclass
class Body:
    m: float
    acc: Vec = Vec(0.0, 2.0)
    settings: Settings = field(default_factory=Settings)
    w: np.ndarray = field(default_factory=lambda: np.zeros(3))


def defaults_of_fields(m):
    one, other = Body(m), Body(m * 2, Vec(m, m))
    one.settings.rate *= m
    one.w[0] += m
    return one.m * (1 + one.acc.y) + other.acc.x + one.settings.rate + other.settings.rate + one.w.sum() + other.w.sum()


class Balance:
    def __init__(self, D, n=8):
        self.D = D
        self.x = np.linspace(0.02, 0.98, n)
        self.T = 14 - 40 * self.x**2

    def step(self, dt):
        inner = np.gradient((1 - self.x**2) * np.gradient(self.T, self.x), self.x)
        self.T = self.T + dt * self.D * (inner + np.gradient(self.T, 0.1))


def slopes_of_an_attribute(D):
    m = Balance(D)
    for _ in range(2):
        m.step(0.02)
    return m.T.sum()


@dataclass
class Options:
    a: float = 1.0
    b: float = 2.0
    g: float = 0.5


class Row(NamedTuple):
    a: float
    b: float = 2.0
    c: float = 3.0


def arrays_behind_stars(theta):
    """Of a class with defaults, which the array's elements take the place of."""
    p, q, r = Options(*theta), Row(*theta[:2]), Options(theta[0], *theta[1:2])
    rows = list(itertools.starmap(Options, [theta, 2.0 * theta]))
    return p.a * p.b + p.g**2 + q.a * q.b * q.c + r.a * r.b * r.g + rows[1].g * rows[0].b


def lists_behind_stars(xs):
    p, q = Options(*xs), Row(*xs)
    return p.a * p.b + p.g**2 + q.a * q.b * q.c


class Config(NamedTuple):
    a: float
    n: int


def whole_numbers_of_a_tuple(p, xs):
    """Integers where they count, in a tuple that is differentiated."""
    last, rows = deque(maxlen=p.n), list(xs)
    for x in xs:
        last.append(x * p.a)
    rows.insert(p.n, rows.pop(p.n) * p.a)
    total = sum(last) + sum(rows) + len('-' * p.n) * p.a + round(2.345, p.n) * p.a + int('11', p.n) * p.a
    for i, x in enumerate(xs[p.n :], start=p.n):
        total += x * i * p.a
    few = sum(itertools.islice(xs, p.n)) * p.a
    return total + few + np.sum(np.around(np.array(xs), p.n)) * p.a + np.partition(np.array(xs), p.n)[0]


FUNCTIONS = {'tanh': np.tanh, 'id': lambda z: z}


class Act:
    def __init__(self, name):
        self.name = name

    def __call__(self, x):
        return FUNCTIONS[self.name](x)


class Flat:
    def __call__(self, x):
        return x.reshape(-1)


def named_as_the_functions_in_turn(x):
    for layer in [Act('id'), Act('tanh'), Flat()]:
        x = layer(x)
    return np.mean(x)


class Layer:
    def __init__(self, w):
        self.w = w

    def slopes(self):
        return [self.w]


class Chain:
    def __init__(self, layers):
        self.layers = layers

    def slopes(self):
        return (g for layer in self.layers for g in layer.slopes())


class Momentum:
    def __init__(self):
        self.ups = []

    def step(self, net):
        if not self.ups:
            self.ups = [0.0 for g in net.slopes()]
        for u, g in zip(self.ups, net.slopes()):
            self.ups[0] += u + g


def filled_in_the_first_trip(w):
    net, opt = Chain([Layer(w), Layer(2 * w)]), Momentum()
    for _ in range(2):
        opt.step(net)
    return sum(opt.ups)


class Operation:
    def __init__(self, op, a, b):
        self.op, self.a, self.b = op, a, b

    def eval(self):
        a = self.a.eval() if isinstance(self.a, Operation) else self.a
        b = self.b.eval() if isinstance(self.b, Operation) else self.b
        return self.op(a, b)


def operators_in_turn(x, y):
    inner = Operation(operator.mul, Operation(operator.add, x, 2.0), Operation(operator.truediv, y, x))
    table = {'+': operator.add, 'max': max, 'f': lambda a, b: a / b}
    return inner.eval() + sum(f(x, y) * len(name) for name, f in table.items())


class Holds:
    def __init__(self, b):
        self.items = [b, 2 * b, 3 * b]

    def __iter__(self):
        for v in self.items:
            yield v


def as_far_as_asked_for(b):
    """It does not matter how far what is held is run over."""
    held = Holds(b)
    return b * (1.0 if any(v > 1 for v in held) else 2.0) + sum(itertools.islice(held, 2)) * b


def padded_by_each_constant(x, c):
    y = np.pad(x, ((1, 2), (0, 1)), constant_values=((c, 2.0), (c * c, 4.0)))
    z = np.pad(x, ((1, 1), (1, 1)), 'constant', constant_values=(0, 0))
    return np.sum(y**2 * np.arange(y.size).reshape(y.shape)) + np.sum(z**2)


def heads_of_attention(x, w, n):
    """The axes of x are not known from the first trip on; those of what is made of it are."""
    for _ in range(2):
        qkv = np.split(x @ w, 3, axis=-1)
        heads = list(map(lambda part: np.split(part, n, axis=-1), qkv))
        x = x + np.hstack([(q @ k.T) @ v for q, k, v in zip(*heads)])
    return np.sum(x[[0, 1], [1, 0]])


def columns_of_terms(a, b):
    data, columns = {'a': a, 'b': b}, [np.ones(3)]
    for term in (('a',), ('a', 'b')):
        c = 1.0
        for name in term:
            c = c * data[name]
        columns.append(c)
    X = np.stack(columns, axis=1)
    return (X.T @ X).sum() + np.tile(a, (len(columns), 1)).T[0, 1]


@dataclass
class Bus:
    id: int
    V: float = 1.0


def arrays_of_fields(v):
    buses = [Bus(0), Bus(1, V=v), Bus(2)]
    V = np.array([b.V for b in buses])
    for b in buses:
        W = V.copy()
        W[b.id] += 1.0
        V = V * W
    return V.sum()


def edges_of_whole_numbers(edges):
    """Integers of a differentiated list are keys: they point."""
    graph, weights = {}, {}
    for u, v, w in edges:
        graph.setdefault(u, {})[v] = w
        weights[u] = weights.get(u, 0.0) + w
    total = 0.0
    for n in sorted(graph):
        for m in graph[n]:
            total += graph[n][m] ** 2 * weights[n] * (2.0 if n < m else 3.0)
    return total + weights[max(weights, key=weights.__getitem__)]


class Machine:
    """Finds its methods by texts that only the run knows."""

    def __init__(self, x):
        self.stack = [x]

    def run(self, program):
        for word in program.split():
            getattr(self, 'op_' + word)()
        return self.stack[-1]

    def op_dup(self):
        self.stack.append(self.stack[-1])

    def op_mul(self):
        self.stack.append(self.stack.pop() * self.stack.pop())

    def op_half(self):
        self.stack[-1] = self.stack[-1] / 2


def run_by_words(x, program):
    try:
        return Machine(x).run(program) * x
    except AttributeError:
        return 3 * x


class Num:
    def __init__(self, v):
        self.v = v


class Neg:
    def __init__(self, a):
        self.a = a


class Times:
    def __init__(self, a, b):
        self.a, self.b = a, b


class Visitor:
    def visit(self, node):
        return getattr(self, f'visit_{type(node).__name__.lower()}')(node)

    def visit_num(self, n):
        return n.v

    def visit_neg(self, n):
        return -self.visit(n.a)

    def visit_times(self, n):
        return self.visit(n.a) * self.visit(n.b)


def visited(a):
    return Visitor().visit(Times(Neg(Num(a)), Times(Num(a), Num(2.0))))


class Named:
    def __init__(self, w):
        self.p = {'w': w, 'b': 2 * w}

    def named(self):
        return ((k, v) for k, v in self.p.items())

    def values(self):
        return (v * len(self.p) for v in self.p.values())


def views_handed_back(w):
    one = Named(w)
    return sum(v**2 * len(k) for k, v in one.named()) + sum(one.values()) * next(one.values())


def imports_read_within(x):
    """Functions within a function read what that has imported."""
    import math as m
    from math import sqrt

    inv = lambda p: sqrt(p) + m.exp(p)

    def outer(y):
        from math import sin as s

        def inner(z):
            return s(z) * sqrt(y)

        return inner

    return inv(x) * outer(x)(x) + sum(map(inv, [x, 2 * x]))


def imports_of_one_name(x):
    def outer(y):
        from math import sin as s

        def inner(z):
            return s(z) * y

        return inner

    def other(y):
        from math import cos as s

        return (lambda z: s(z) * y)(y)

    return outer(x)(x) + other(x)


def import_under_a_name_of_another(x):
    from math import sqrt

    def shadowed(p):
        sqrt = lambda v: v * 3
        return sqrt(p)

    return shadowed(x) * sqrt(x)


def angles(x):
    from math import sin as s

    for k in range(3):
        yield s(x * k)


def imports_of_a_generator(x):
    return sum(v * x for v in angles(x)) + max(angles(x))


CASES = [
    (of_both, (0.7,), (0,)),
    (kept_by_class, (0.7,), (0,)),
    (heads, (0.7,), (0,)),
    (taken_apart, (0.7,), (0,)),
    (from_a_cache, (0.7, 4), (0,)),
    (with_ids, (0.7,), (0,)),
    (generators_behind_stars, (0.7,), (0,)),
    (partials_of_lambdas, (0.7,), (0,)),
    (defaults_of_fields, (0.7,), (0,)),
    (slopes_of_an_attribute, (0.7,), (0,)),
    (arrays_behind_stars, (np.array([0.7, 1.2, 0.4]),), (0,)),
    (lists_behind_stars, ([0.7, 1.2],), (0,)),
    (lists_behind_stars, ([0.7, 1.2, 0.4],), (0,)),
    (whole_numbers_of_a_tuple, (Config(0.7, 2), [1.0, 2.0, 0.5, 3.0]), (0, 1)),
    (named_as_the_functions_in_turn, (np.array([[0.7, 1.2], [0.4, -0.3]]),), (0,)),
    (filled_in_the_first_trip, (0.7,), (0,)),
    (operators_in_turn, (0.7, 1.2), (0, 1)),
    (as_far_as_asked_for, (0.7,), (0,)),
    (padded_by_each_constant, (np.array([[0.7, 1.2], [0.4, -0.3]]), 1.5), (0, 1)),
    (heads_of_attention, (np.array([[0.7, 1.2, 0.3, 0.1], [0.4, -0.3, 0.2, 0.6]]), np.sin(np.arange(48.0)).reshape(4, 12), 2), (0, 1)),
    (columns_of_terms, (np.array([0.7, 1.2, 0.3]), np.array([0.4, -0.3, 0.2])), (0, 1)),
    (arrays_of_fields, (0.7,), (0,)),
    (edges_of_whole_numbers, ([(0, 1, 0.5), (1, 2, 1.5), (0, 2, 2.5)],), (0,)),
    (run_by_words, (0.7, 'dup mul half dup mul'), (0,)),
    (run_by_words, (0.7, 'dup nothing'), (0,)),
    (visited, (0.7,), (0,)),
    (views_handed_back, (0.7,), (0,)),
    (imports_read_within, (0.7,), (0,)),
    (imports_of_one_name, (0.7,), (0,)),
    (import_under_a_name_of_another, (0.7,), (0,)),
    (imports_of_a_generator, (0.7,), (0,)),
]
