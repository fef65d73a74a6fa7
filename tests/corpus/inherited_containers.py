"""Programs whose classes inherit from list and dict."""

import math
from typing import List

import numpy as np


class Vector(list):
    def __add__(self, other):
        return Vector(a + b for a, b in zip(self, other))

    def __sub__(self, other):
        return Vector([a - b for a, b in zip(self, other)])

    def __mul__(self, scale):
        return Vector([a * scale for a in self])

    __rmul__ = __mul__

    def dot(self, other):
        return sum(a * b for a, b in zip(self, other))

    @property
    def norm(self):
        return math.sqrt(self.dot(self))

    @classmethod
    def zeros(cls, n):
        return cls([0.0] * n)


class Stack(list):
    def push(self, item):
        self.append(item)

    def peek(self):
        return self[-1]

    def drop(self):
        return self.pop()


class History(list):
    def __init__(self, limit, items=()):
        super().__init__(items)
        self.limit = limit
        self.seen = 0

    def append(self, item):
        self.seen += 1
        super().append(item * 2.0)
        if len(self) > self.limit:
            del self[0]

    def mean(self):
        return sum(self) / len(self) if self else 0.0


class Polynomial(list):
    def __call__(self, x):
        out = 0.0
        for c in reversed(self):
            out = out * x + c
        return out

    def derivative(self):
        return Polynomial(k * c for k, c in enumerate(self) if k > 0)


class Layers(list):
    def run(self, x):
        for layer in self:
            x = layer(x)
        return x


class Config(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name, value):
        self[name] = value


class Table(dict):
    __getattr__ = dict.get
    __setattr__ = dict.__setitem__


class Params(dict):
    def total(self):
        return sum(self.values())

    def scaled(self, by):
        return Params({k: v * by for k, v in self.items()})


class Counted(dict):
    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.reads = 0

    def __getitem__(self, key):
        self.reads += 1
        return super().__getitem__(key) * 2.0

    def __setitem__(self, key, value):
        super().__setitem__(key, value + 1.0)


class Registry(dict):
    def register(self, name):
        def keep(f):
            self[name] = f
            return f

        return keep


def vectors(x, y):
    a, b = Vector([x, y, 1.0]), Vector((y, 2.0, x * y))
    c = a + b * 2.0 - 0.5 * a
    c[0] = c[1] * x
    c += [x]  # of a list, in place
    return c.dot(a) * b.norm + len(c) + Vector.zeros(2).dot(c)


def stacks(x):
    s = Stack()
    for k in range(4):
        s.push(x * k)
    top = s.drop()
    return s.peek() * top + sum(s) + s[1] * len(s) + (5.0 if x in s else 1.0) * x


def histories(x):
    h = History(3, [x, 1.0])
    for k in range(5):
        h.append(x * k)
    first, *rest = h
    return h.mean() * h.seen + first * sum(rest) + History(2).mean() * x


def polynomials(a, x):
    p = Polynomial([1.0, a, a * a, 3.0])
    return p(x) * p.derivative()(x) + p[1:][0] + max(p) * min(p)


def chains(x):
    layers = Layers([math.sin, lambda t: t * x])
    layers.append(math.exp)
    return layers.run(x) * len(layers)


def configs(x):
    c = Config(rate=x, steps=3)
    c.momentum = 0.5 * x
    c['decay'] = c.rate**2
    c.rate *= 2.0
    total = 0.0
    for key, value in c.items():
        total += value * (2.0 if key == 'rate' else 1.0)
    return total + c.get('missing', x) + len(c) + (1.0 if 'decay' in c else 0.0) * x


def tables(x):
    t = Table({'w': x})
    t.b = t.w * 3.0
    return t.w * t['b'] + (0.0 if t.nothing is None else 1.0)


def params(x, y):
    p = Params(a=x, b=y)
    p['c'] = x * y
    p.update({'d': x + y}, e=2.0)
    q = p.scaled(y)
    del q['a']
    return p.total() * q.total() + q.pop('b') + sum(v for k, v in sorted(q.items()) if k > 'c')


def counted(x):
    c = Counted(a=x)
    c['b'] = x * x
    y = c['a'] * c['b'] + sum(c.values())
    return y * c.reads


def registered(x):
    functions = Registry()

    @functions.register('square')
    def square(v):
        return v * v

    functions['cube'] = lambda v: v * v * v
    return sum(f(x) for f in functions.values()) * functions['square'](x)


def asked(x):
    """What such objects are."""
    v, p = Vector([x, 2.0]), Params(a=x)
    out = x
    for o in (isinstance(v, list), isinstance(v, Vector), isinstance(p, dict), not isinstance(p, list)):
        out = out * (2.0 if o else 3.0)
    if isinstance(v, (tuple, list)) and type(v) is Vector and type(p) is not dict:
        out += x * x
    return out


def within_others(x):
    rows = [Vector([x, 1.0]), Vector([2.0, x])]
    table = {'v': rows[0], 'w': Params(u=rows[1])}
    table['v'].append(x * x)
    table['w']['u'][0] += x
    rows[0] = rows[0] * x
    return sum(map(sum, rows)) + sum(table['v']) + table['w']['u'].norm


def as_arrays(x):
    v = Vector([x, 2.0, x * x])
    a = np.array(v)
    return np.sum(a * a) + np.dot(a, list(v)) + sum(sorted(v)) + sum(tuple(v))


def given_on(x):
    def f(a, b, c=1.0):
        return a * b + c

    v, p = Vector([x, x * x]), Params(c=x**3)
    a, b = v
    return f(*v) + f(1.0, 2.0, **p) * a + b


def compared(x):
    v, w = Vector([x, 1.0]), Vector([x, 1.0])
    y = x if v == w and v != [x] and not Vector() else x * x
    return y * (2.0 if v is not w else 3.0)


class Typed(List[float]):
    def top(self) -> float:
        return self[-1]


class Twice:
    def twice(self):
        return 2.0 * self.top()


class Both(Typed, Twice):
    pass


class Defaults(dict):
    def __missing__(self, key):
        self[key] = 3.0
        return self[key]


class Begun(Params):
    def __init__(self, **given):
        super().__init__(**given)
        self['extra'] = 1.0


class Old(list):
    def __init__(self, items, w):
        list.__init__(self, items)
        self.w = w

    def __getitem__(self, k):
        return list.__getitem__(self, k) * self.w


def mixed_in(x):
    both = Both([1.0, x])
    both *= 2
    same = both
    same.sort()
    same.reverse()
    same.insert(0, x * x)
    return both.twice() * both.top() + sum(same) * len(both)


def with_defaults(x):
    d = Defaults(a=x)
    for k in ('a', 'b', 'b'):
        d[k] += x
    return sum(d.values()) * d['c'] + d.get('z', 1.0) + len(d)


def begun_by_another(x):
    b = Begun(a=x)
    b |= {'b': x * x}
    c = {**b, 'extra': 2.0}
    d = dict(b)
    d['a'] += 1.0
    return b.total() * c['a'] + c['extra'] * d['a'] + (b | {'a': 3.0})['b']


def in_the_old_way(x):
    v = Old([x, 1.0], x)
    list.append(v, x)
    return v[0] + sum(v) + v[-1]


def made_inside(x):
    class Inner(list):
        def total(self):
            return sum(self) * x

    return Inner([x, 2.0]).total()


def of_its_own_class(x):
    class Like(list):
        def doubled(self):
            return type(self)(2.0 * a for a in self)

        def tripled(self):
            return self.__class__([3.0 * a for a in self])

    v = Like([x, 1.0]).doubled().tripled()
    return sum(v) * (1.0 if type(v) is Like and v.__class__.__name__ == 'Like' else 5.0)


class Environment(dict):
    """Does not begin as a dict does."""

    def __init__(self, names=(), values=(), outer=None):
        self.update(zip(names, values))
        self.outer = outer

    def find(self, name):
        return self if name in self else self.outer.find(name)


class Bounded(list):
    def __init__(self, most):
        self.most = most

    def push(self, v):
        if len(self) < self.most:
            self.append(v)


def begun_in_its_own_way(x):
    outer = Environment(('a', 'b'), (x, 2.0))
    inner, bounded = Environment(('c',), [x * x], outer), Bounded(2)
    for k in range(3):
        bounded.push(x * k)
    return inner.find('a')['a'] * inner.find('c')['c'] + outer['b'] * x + sum(bounded) * len(bounded)


class Noted(list):
    """What is written through the class is read through the object."""

    scale = 1.0

    def rescale(self, s):
        type(self).scale = s

    @classmethod
    def now(cls):
        return cls.scale


def scaled_by_the_class(x):
    Noted.scale = x
    one = Noted([x])
    y = one[0] * one.scale + Noted.now()
    one.rescale(x * x)
    z = y * one.scale * Noted.now()
    Noted.scale = 1.0
    return z


class Alike(list):
    def __eq__(self, other):
        return len(self) == len(other)


def compared_in_their_own_way(x):
    a, b = Alike([x]), Alike([5.0])
    y = (x if a == b else 2 * x) * (3.0 if a != b else 1.0)  # list says itself what differs
    z = max(Vector([1.0, x]), Vector([2.0]))[0] + sum(sorted([Vector([x, 1.0]), Vector([5.0])])[0])
    return y * z * (2.0 if Vector([x]) < Vector([9.0]) and Vector([x]) >= [0.0] else 1.0)


def added_to_itself(x):
    a, p = Vector([x, 2.0]), Params(a=x)
    a.extend(a)
    a += a
    p |= Params(b=x * x)
    return sum(a) * len(a) + sum((p | Params(c=2.0, a=3.0)).values()) * p.total()


def key_called_held(x):
    c = Config(held=x, items=2.0)
    return c.held * c['items']


CASES = [
    (vectors, (0.7, 1.2), (0, 1)),
    (stacks, (0.7,), (0,)),
    (histories, (0.7,), (0,)),
    (polynomials, (0.7, 1.2), (0, 1)),
    (chains, (0.7,), (0,)),
    (configs, (0.7,), (0,)),
    (tables, (0.7,), (0,)),
    (params, (0.7, 1.2), (0, 1)),
    (counted, (0.7,), (0,)),
    (registered, (0.7,), (0,)),
    (asked, (0.7,), (0,)),
    (within_others, (0.7,), (0,)),
    (as_arrays, (0.7,), (0,)),
    (given_on, (0.7,), (0,)),
    (compared, (0.7,), (0,)),
    (mixed_in, (0.7,), (0,)),
    (with_defaults, (0.7,), (0,)),
    (begun_by_another, (0.7,), (0,)),
    (in_the_old_way, (0.7,), (0,)),
    (made_inside, (0.7,), (0,)),
    (of_its_own_class, (0.7,), (0,)),
    (begun_in_its_own_way, (0.7,), (0,)),
    (scaled_by_the_class, (0.7,), (0,)),
    (compared_in_their_own_way, (0.7,), (0,)),
    (added_to_itself, (0.7,), (0,)),
    (key_called_held, (0.7,), (0,)),
]
