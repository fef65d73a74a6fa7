"""Programs with classes, containers, closures and text, as people write them."""

import abc
import collections
import enum
import functools
import itertools
import math
from dataclasses import dataclass, field
from typing import Optional


@dataclass
class Account:
    balance: float
    rate: float = 0.05
    log: list = field(default_factory=list)

    def accrue(self):
        interest = self.balance * self.rate
        self.balance += interest
        self.log.append(interest)
        return self

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError('too much')
        self.balance -= amount
        self.log.append(-amount)


def bank(b, r, w):
    a = Account(b, r)
    for _ in range(3):
        a.accrue()
        try:
            a.withdraw(w)
        except ValueError:
            a.balance *= 0.5
    return a.balance + 0.1 * sum(a.log)


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    def __matmul__(self, o):
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])

    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]

    def __setitem__(self, ij, v):
        i, j = ij
        self.rows[i][j] = v

    def trace(self):
        return sum(self.rows[i][i] for i in range(len(self.rows)))


def matrix_power(a, b):
    m = Matrix([[a, b], [b, 1.0]])
    p = m
    for _ in range(3):
        p = p @ m
        p[0, 1] *= 0.5
    return p.trace() * m[0, 0]


class Node:
    def __init__(self, v, kids=()):
        self.v, self.kids, self.grad = v, list(kids), 0.0

    def total(self):
        return self.v + sum(k.total() for k in self.kids) * 0.5

    def depth(self):
        return 1 + max((k.depth() for k in self.kids), default=0)


def tree(x, y):
    leaf = Node(x * y)
    root = Node(x, [Node(y, [leaf]), leaf])
    leaf.v *= 2
    return root.total() * root.depth()


class Stack:
    def __init__(self):
        self._items = []

    def push(self, v):
        self._items.append(v)

    def pop(self):
        return self._items.pop()

    def __len__(self):
        return len(self._items)

    @property
    def top(self):
        return self._items[-1]


def rpn(expr, x, y):
    s = Stack()
    for tok in expr.split():
        if tok == 'x':
            s.push(x)
        elif tok == 'y':
            s.push(y)
        elif tok in '+-*/':
            b, a = s.pop(), s.pop()
            if tok == '+':
                s.push(a + b)
            elif tok == '-':
                s.push(a - b)
            elif tok == '*':
                s.push(a * b)
            else:
                s.push(a / b)
        else:
            s.push(float(tok))
    assert len(s) == 1
    return s.top


class Var:
    def __init__(self, v, parents=()):
        self.v, self.parents, self.g = v, parents, 0.0

    def __mul__(self, o):
        return Var(self.v * o.v, ((self, o.v), (o, self.v)))

    def __add__(self, o):
        return Var(self.v + o.v, ((self, 1.0), (o, 1.0)))

    def back(self, g=1.0):
        self.g += g
        for p, d in self.parents:
            p.back(g * d)


def second_order(x, y):
    a, b = Var(x), Var(y)
    z = a * a * b + b
    z.back()
    return a.g * b.g


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
    def scaled(self, s):
        return self.area() * s * s


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return math.pi * self.r**2


class Rect(Shape):
    def __init__(self, w, h):
        self.w, self.h = w, h

    def area(self):
        return self.w * self.h


class Square(Rect):
    def __init__(self, s):
        super().__init__(s, s)


def shapes(r, w):
    return sum(s.scaled(k + 1) for k, s in enumerate([Circle(r), Rect(w, r), Square(w)]))


def groups(records, w):
    by = collections.defaultdict(list)
    for name, v in records:
        by[name].append(v * w)
    means = {n: sum(vs) / len(vs) for n, vs in by.items()}
    best = max(means, key=means.get)
    return means[best] * len(by) + min(means.values())


def memo_path(grid):
    n, m = len(grid), len(grid[0])
    best = {}

    def cost(i, j):
        if (i, j) in best:
            return best[i, j]
        if i == n - 1 and j == m - 1:
            c = grid[i][j]
        else:
            opts = []
            if i + 1 < n:
                opts.append(cost(i + 1, j))
            if j + 1 < m:
                opts.append(cost(i, j + 1))
            c = grid[i][j] + min(opts)
        best[i, j] = c
        return c

    return cost(0, 0) ** 2


def tokens(x, text):
    env = {'x': x, 'pi': math.pi}
    total = 0.0
    for term in text.split('+'):
        p = 1.0
        for f in term.strip().split('*'):
            f = f.strip()
            p *= env[f] if f in env else float(f)
        total += p
    env['last'] = total
    return env['last'] * env['x']


class Mode(enum.Enum):
    FAST = 1
    SLOW = 2


def by_mode(x, mode):
    match mode:
        case Mode.FAST:
            return x * x
        case Mode.SLOW:
            return math.sqrt(x)
        case _:
            raise ValueError(mode)


class Lazy:
    def __init__(self, f):
        self.f, self.done, self.v = f, False, None

    def get(self):
        if not self.done:
            self.v, self.done = self.f(), True
        return self.v


def lazily(x):
    a = Lazy(lambda: x * x)
    b = Lazy(lambda: a.get() * math.sin(x))
    return b.get() + a.get() + b.get()


class Event:
    def __init__(self):
        self.handlers = []

    def __iadd__(self, h):
        self.handlers.append(h)
        return self

    def fire(self, *a):
        return [h(*a) for h in self.handlers]


def events(x, y):
    e = Event()
    e += lambda v: v * x
    e += lambda v: v + y
    return sum(e.fire(2.0)) * e.fire(x)[0]


def polynomial(coeffs, x):
    return functools.reduce(lambda acc, c: acc * x + c, reversed(coeffs), 0.0)


def pairs(xs):
    return sum(abs(a - b) ** 1.5 for a, b in itertools.combinations(xs, 2))


def windows(xs, k):
    out = []
    w = collections.deque(maxlen=k)
    for x in xs:
        w.append(x)
        if len(w) == k:
            out.append(sum(w) / k)
    return sum(o * o for o in out)


def bubble(xs):
    xs = list(xs)
    for i in range(len(xs)):
        for j in range(len(xs) - 1 - i):
            if xs[j] > xs[j + 1]:
                xs[j], xs[j + 1] = xs[j + 1], xs[j]
    return sum(x * (k + 1) for k, x in enumerate(xs))


def sieve_weights(x, n):
    w = {k: x / k for k in range(2, n)}
    for k in list(w):
        if k in w:
            for m in range(2 * k, n, k):
                w.pop(m, None)
    return sum(v * v for v in w.values())


@dataclass
class Link:
    v: float
    next: Optional['Link'] = None


def linked(xs):
    head = None
    for x in xs:
        head = Link(x * x, head)
    total, p, w = 0.0, head, 1.0
    while p is not None:
        total += p.v * w
        w *= 0.5
        p = p.next
    return total


def reversed_link(xs):
    head = None
    for x in xs:
        head = Link(x, head)
    prev = None
    while head:
        head.next, prev, head = prev, head, head.next
    s, k = 0.0, 1
    while prev:
        s += prev.v**k
        k += 1
        prev = prev.next
    return s


class Ctx:
    def __init__(self, store, k):
        self.store, self.k = store, k

    def __enter__(self):
        self.old = self.store['s']
        self.store['s'] = self.old * self.k
        return self

    def __exit__(self, *a):
        self.store['s'] = self.old


def context(x, k):
    st = {'s': x}
    out = 0.0
    with Ctx(st, k):
        out += st['s']
        with Ctx(st, x):
            out += st['s'] ** 2
    return out * st['s']


def newton_generic(f, df, x0):
    x = x0
    for it in range(20):
        step = f(x) / df(x)
        x -= step
        if abs(step) < 1e-12:
            break
    else:
        raise RuntimeError
    return x


def root(a):
    return newton_generic(lambda x: x**3 - a, lambda x: 3 * x * x, 1.0)


def interp_table(xs, ys, q):
    for (x0, y0), (x1, y1) in zip(zip(xs, ys), zip(xs[1:], ys[1:])):
        if x0 <= q <= x1:
            return y0 + (y1 - y0) * (q - x0) / (x1 - x0)
    raise ValueError


def nested_dict(cfg):
    total = 0.0
    for name, sub in cfg.items():
        for key, v in sub.items():
            sub[key] = v * 2
            total += sub[key] ** 2
    cfg['extra'] = {'t': total}
    return cfg['extra']['t'] * sum(cfg['a'].values())


def string_build(x):
    parts = []
    for k in range(3):
        parts.append(f'{k}:{x:.3f}')
    s = ';'.join(parts)
    return x * len(s)


def early_dict(d, key):
    if key not in d:
        return 0.0
    v = d[key]
    if isinstance(v, list):
        return sum(v)
    return v * v


def use_early(d):
    return early_dict(d, 'a') + early_dict(d, 'b') * early_dict(d, 'zz') + early_dict(d, 'b')


def varargs(*xs, scale=1.0, **kw):
    return sum(xs) * scale + sum(kw.values())


def call_var(x, y):
    return varargs(x, y, x * y, scale=y, extra=x) * varargs(*[x, y], **{'scale': x})


class Cache:
    def __init__(self):
        self.store = {}

    def __call__(self, k, f):
        if k not in self.store:
            self.store[k] = f(k)
        return self.store[k]


def cached_obj(x):
    c = Cache()
    return sum(c(k % 3, lambda j: x**j) for k in range(7))


CASES = [
    (bank, (10.0, 0.1, 6.0), (0, 1, 2)),
    (bank, (3.0, 0.1, 2.0), (0, 1, 2)),
    (matrix_power, (0.7, 0.3), (0, 1)),
    (tree, (0.7, 0.3), (0, 1)),
    (rpn, ('x y + 2 * x y / -', 0.7, 0.3), (1, 2)),
    (second_order, (0.7, 0.3), (0, 1)),
    (shapes, (0.7, 0.3), (0, 1)),
    (groups, ([('a', 1.0), ('b', 2.5), ('a', 3.0)], 0.5), (0, 1)),
    (memo_path, ([[1.0, 2.0, 0.5], [0.3, 1.5, 2.0], [2.0, 0.2, 0.7]],), (0,)),
    (tokens, (0.7, '2*x*x + pi * x + 3'), (0,)),
    (by_mode, (0.7, Mode.SLOW), (0,)),
    (lazily, (0.7,), (0,)),
    (events, (0.7, 0.3), (0, 1)),
    (polynomial, ([1.0, 0.5, 2.0], 0.7), (0, 1)),
    (pairs, ([0.3, 1.0, 2.2],), (0,)),
    (windows, ([0.3, 1.0, 2.2, 0.8], 2), (0,)),
    (bubble, ([0.9, 0.2, 1.4, 0.5],), (0,)),
    (sieve_weights, (0.7, 12), (0,)),
    (linked, ([0.3, 0.7, 1.2],), (0,)),
    (reversed_link, ([0.3, 0.7, 1.2],), (0,)),
    (context, (0.7, 1.3), (0, 1)),
    (root, (2.0,), (0,)),
    (interp_table, ([0.0, 1.0, 2.0], [0.3, 0.9, 0.4], 1.3), (0, 1, 2)),
    (nested_dict, ({'a': {'p': 0.3, 'q': 0.7}, 'b': {'r': 1.1}},), (0,)),
    (string_build, (0.7,), (0,)),
    (use_early, ({'a': [0.3, 0.5], 'b': 0.7},), (0,)),
    (call_var, (0.7, 0.3), (0, 1)),
    (cached_obj, (0.7,), (0,)),
]
