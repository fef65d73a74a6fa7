"""Attributes that are read and set by their names, and loops over the fields of dataclasses."""
import dataclasses
from dataclasses import dataclass, fields

import numpy as np


NAMES = ('a', 'b')


@dataclass
class Params:
    a: float
    b: float = 2.0
    w: np.ndarray = None


@dataclass(frozen=True)
class Pair:
    x: float
    y: float


class Net:
    def __init__(self, w, b):
        self.w = w
        self.b = b


def by_list(p):
    total = 0.0
    for name in ['a', 'b']:
        total = total * p.a + getattr(p, name) ** 2
    return total


def by_global(p):
    total = 1.0
    for name in NAMES:
        total *= getattr(p, name)
    return total


def by_fields(p):
    total = 0.0
    for k, f in enumerate(fields(p)):
        v = getattr(p, f.name)
        if v is not None:
            total += (k + 1) * np.sum(v * v)
    return total


def by_comprehension(q):
    return sum(getattr(q, f.name) ** 2 for f in fields(q)) * max([getattr(q, n) for n in ('x', 'y')])


def by_dict(q):
    d = {f.name: getattr(q, f.name) * 2 for f in dataclasses.fields(q)}
    return d['x'] * d['y'] ** 2


def update(net, g, rate):
    for name in ('w', 'b'):
        old = getattr(net, name)
        setattr(net, name, old - rate * getattr(g, name) * old)


def stepped(w, b, rate):
    net, g = Net(w, b), Net(b, w)
    for _ in range(3):
        update(net, g, rate)
    return net.w * net.b


def get(o, name):
    return getattr(o, name)


def through_helper(p):
    return get(p, 'a') * get(p, 'b') + get(p, 'a')


def with_default(x, flag):
    net = Net(x, 2.0)
    if flag:
        net.extra = x * x
    return getattr(net, 'extra', x) * getattr(net, 'w', 1.0) + (net.extra if hasattr(net, 'extra') else 0.0)


def nested(x, y):
    out = Net(x, y)
    for name in ('w', 'b'):
        for other in ('b', 'w'):
            setattr(out, name, getattr(out, other) * x + getattr(out, name))
    return out.w * out.b


def zipped_values(x, y):
    net = Net(0.0, 0.0)
    for name, value in zip(('w', 'b'), (x, y)):
        setattr(net, name, value * x)
    return net.w * net.b


def early(p):
    for name in ('b', 'a'):
        v = getattr(p, name)
        if v > 1.5:
            return v * v
    return p.a


def last_name(p):
    total = 0.0
    for name in ('a', 'b'):
        total += getattr(p, name) * len(name)
    return total * getattr(p, name)


def copied_fields(q):
    new = Net(0.0, 0.0)
    new.x, new.y = 0.0, 0.0
    for f in fields(q):
        setattr(new, f.name, getattr(q, f.name) * 3)
    return new.x * new.y


def as_dict(q):
    d = dataclasses.asdict(q)
    t = dataclasses.astuple(q)
    return sum(d.values()) * t[0] + d['y']


def name_rebound(x, y):
    o = Net(x, y)
    total = 0.0
    for name in ('w', 'b'):
        v = getattr(o, name)
        name = 'w'
        total = total * 0.5 + v * getattr(o, name)
    return total


def functions_named(x, names):
    y = x
    for n in names:
        y = getattr(np, n)(y) + y
    return y


def function_tested(x, names):
    y = x
    for n in names:
        if n == 'twice':
            y = 2 * y
        elif n in ('sin', 'tanh'):
            y = getattr(np, n)(y)
        else:
            raise ValueError(n)
    return y


class Steps:
    def __init__(self, k):
        self.k = k

    def scaled(self, v):
        return self.k * v

    def squared(self, v):
        return v**2 + self.k

    def half_scaled(self, v):
        return self.k * v / 2

    def half_squared(self, v):
        return v**2 / 2


def methods_named(x, names):
    steps, y = Steps(x), x
    for n in names:
        y = getattr(steps, n)(y) + getattr(steps, f'half_{n}')(y) * getattr(steps, 'half_' + n)(x)
    return y


def attributes_named(x, names):
    o = Net(x, x * x)
    total = 0.0
    for n in names:
        total = total * x + getattr(o, n)
        setattr(o, n, total)
    return total + o.w * o.b


class Calculator:
    def __init__(self, given):
        self.given = given

    def of(self, tree):
        if isinstance(tree, str):
            return self.given[tree]
        op, *parts = tree
        return getattr(self, op)(*[self.of(p) for p in parts])

    def add(self, a, b):
        return a + b

    def mul(self, a, b):
        return a * b


def calculated(x, y):
    tree = ('add', ('mul', 'x', ('add', 'y', 'x')), 'y')
    return Calculator({'x': x, 'y': y}).of(tree)


class Bunch:
    def __init__(self, **given):
        for name, value in given.items():
            setattr(self, name, value)


def set_by_keywords(x):
    b, c = Bunch(a=x, b=x * x), Bunch(a=2 * x)
    return b.a * b.b * c.a


class Fitted:
    def __init__(self, **given):
        self.rate, self.w = 0.1, 1.0
        for name, value in given.items():
            if not hasattr(self, name):
                raise TypeError(name)
            setattr(self, name, value)

    def run(self, x):
        return self.w * x - self.rate * x**2


def defaults_and_keywords(x):
    return Fitted(w=x).run(2.0) * Fitted(rate=x * x, w=3.0).run(x)


P = Params(1.2, 0.9)


CASES = [
    (by_list, (P,), (0,)), (by_global, (P,), (0,)), (by_fields, (Params(1.2, 0.9, np.array([1.0, 2.0])),), (0,)),
    (by_comprehension, (Pair(1.2, 0.9),), (0,)), (by_dict, (Pair(1.2, 0.9),), (0,)),
    (stepped, (1.2, 0.9, 0.1), (0, 1, 2)), (through_helper, (P,), (0,)), (with_default, (1.2, True), (0,)),
    (with_default, (1.2, False), (0,)), (nested, (1.2, 0.9), (0, 1)), (zipped_values, (1.2, 0.9), (0, 1)),
    (early, (Params(1.7, 0.9),), (0,)), (early, (Params(0.7, 1.9),), (0,)), (last_name, (P,), (0,)),
    (copied_fields, (Pair(1.2, 0.9),), (0,)), (as_dict, (Pair(1.2, 0.9),), (0,)),
    (name_rebound, (1.2, 0.9), (0, 1)), (functions_named, (0.3, ['sin', 'tanh', 'exp']), (0,)),
    (functions_named, (0.3, ['exp', 'tanh']), (0,)), (function_tested, (0.3, ['sin', 'twice', 'tanh']), (0,)),
    (function_tested, (0.3, ['tanh']), (0,)), (methods_named, (0.3, ['scaled', 'squared', 'scaled']), (0,)),
    (methods_named, (0.3, ['squared']), (0,)), (attributes_named, (0.3, ['w', 'b', 'w']), (0,)),
    (attributes_named, (0.3, ['b']), (0,)), (calculated, (0.7, 1.2), (0, 1)),
    (set_by_keywords, (0.7,), (0,)), (defaults_and_keywords, (0.7,), (0,)),
]
