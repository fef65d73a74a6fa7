"""Objects that are given, and whose numbers change where they are asked: the adjoint must not ask again, nor the caller see it."""

from collections import deque, namedtuple
from dataclasses import InitVar, dataclass, field, replace
from functools import reduce

import numpy as np


class Ticket:
    def __init__(self):
        self.n = 0
        self.a = [1.0]

    @property
    def next(self):
        self.n += 1
        return self.n

    def __getitem__(self, k):
        self.n += 1
        return self.n + k

    def __len__(self):
        self.n += 1
        return self.n

    def __add__(self, v):
        self.n += 1
        return self.n + v

    def __iadd__(self, k):
        self.n += k
        return self

    def __call__(self, v):
        self.n += 1
        return self.n * v

    def draw(self):
        self.n += 1
        return self.n * 1.0

    def note(self, v):
        self.a.append(v)


def counted_by_a_property(x, o):
    return x * o.next


def counted_by_items(x, o):
    return x * o[1] + x * x * o[1]


def counted_by_len(x, o):
    return x * len(o) + x * x * len(o)


def counted_by_an_operator(x, o):
    return x * (o + 1) + x * x * (o + 1)


def counted_in_place(x, o):
    o += 1
    r = x * o.n
    o += 1
    return r * x * o.n


def counted_in_a_list(x, os):
    return sum(x * o.next for o in os) + x * x * os[0].next


class Schedule:
    def __init__(self):
        self.k = 0

    @property
    def rate(self):
        self.k += 1
        return 0.1 / self.k


def descent_on_a_schedule(x, s):
    w = x
    for _ in range(3):
        w = w - s.rate * (w - 1.0) ** 2
    return w * x


def method_with_a_name(x, o):
    f = o.draw
    return x * f()


def call(f):
    return f()


def method_handed_on(x, o):
    return x * call(o.draw)


def object_of_a_dict(x, d):
    return x * d['o'].draw()


def object_called(x, o):
    return x * o(1.0)


def appended_in_an_object(x, o):
    o.a.append(2.0)
    return x * o.a[-1]


def appended_in_a_dict(x, d):
    d['o'].note(2.0)
    return x * d['o'].a[-1]


def list_with_two_names(x, o):
    L = o.a
    L[0] = 2.0
    return x * o.a[0]


class Holder:
    def __init__(self):
        self.d = {'k': 1.0}


def dict_updated(x, o):
    o.d.update(k=2.0)
    return x * o.d['k']


def dict_with_a_default(x, o):
    return x * o.d['k'] if o.d.setdefault('m', 2.0) else x


def array_filled_in_a_loop(x, d):
    for v, L in zip([2.0], [d['a']]):
        L.fill(v)
    return d['a'] @ d['a'] * x


class Slots:
    __slots__ = ('a',)

    def __init__(self, a):
        self.a = a


def rows_in_slots(x, h):
    L = h.a
    L[0][0] = 2.0
    return h.a[0][0] * x


def length_of_a_row(x, n):
    h = [[1.0], [2.0]]
    t = 0.0
    for i in range(n):
        t += x ** len(h[0]) * h[0][-1]
        h[0].append(2.0 + i)
    return t


def rows_chosen(x, h, n):
    t = x
    for i in range(n):
        t = t * h[0][-1] * x
        (h[0] if i else h[1]).append(3.0)
    return t * h[0][-1] * h[1][-1]


def list_or_one(x):
    log = []

    def full(v=log):
        return v and 1

    y = x * x if full() else x * 3
    log.append(x)
    return y + (x * 2 if full() else x)


def list_of_a_tuple_asked(x):
    log = []
    t = (log, 1)
    y = x * x if t[0] else x * 3
    z = x * x if t[0] and t[1] else x * 3
    log.append(x)
    return y * z + log[0]


@dataclass
class Scaled:
    a: float
    scale: InitVar[float] = 1.0
    b: float = field(init=False, default=0.0)

    def __post_init__(self, scale):
        self.b = self.a * scale

    def again(self, **k):
        return replace(self, scale=2.0, **k)


def scaled_anew(x, y):
    c = replace(Scaled(x), scale=y)
    for i in range(2):
        c = replace(c, a=c.b, scale=y + i)
    return c.b + c.again(a=x * x).b


Part = namedtuple('Part', 'a q')


def array_of_a_namedtuple(x, p):
    t = x * (p.a[0] * p.a[1])
    for k in range(2):
        p.a[k] = k + 2.0
    return t * (p.a[0] * p.a[1]) * float(p.a @ p.a)


def push(q):
    q.append(6.0)


def deque_of_a_namedtuple(x, p):
    t = x * len(p.q)
    push(p.q)
    return (t * x + sum(p.q)) * x + len(p.q) * x


def deque_of_a_dict(x, d):
    t = x * d['q'][-1]

    def grow():
        d['q'].append(3.0)

    grow()
    push(d['q'])
    return (t * x + len(d['q'])) * x + d['q'][-1] * x


class Bag:
    def __init__(self):
        self.s, self.q = {1, 2}, deque([1.0, 2.0])


def put_in(s):
    s.add(6)


def set_of_an_object(x, o):
    t = x * sum(o.s)
    put_in(o.s)
    push(o.q)
    return t * x + sum(o.s) * x * x + o.q[-1] * x


class Path:
    def __init__(self, p, t):
        self.p, self.t = p, t


def tuple_grown(s, y):
    for i in range(2):
        s = Path(s.p, (*s.t, y))
    n = 0
    while len(s.t) < 6 and n < 9:
        s = Path(s.p, s.t + (y,))
        n += 1
    for i in range(2):
        s = Path(s.p, s.t[1:])
    return sum(s.t) * n + sum(Path(s.p, s.t * 2).t)


@dataclass
class Tagged:
    p: float
    tags: tuple = ()


def tuple_grown_by_replace(x, y):
    s = Tagged(x)
    for i in range(2):
        for j in range(2):
            s = replace(s, tags=s.tags + (s.p * y * j,))
    r = reduce(lambda s, v: replace(s, tags=(*s.tags, v)), [x, y, x * y], Tagged(x))
    return sum(s.tags) * sum(r.tags)


class Clock:
    def __init__(self):
        self.n = 0

    def tick(self):
        self.n += 1
        return self.n


class Clocked:
    def __init__(self):
        self.clock = Clock()

    @property
    def rate(self):
        return 0.1 * self.clock.tick()

    def __len__(self):
        return self.clock.tick()


def counted_within(x, s):
    return x * s.rate + x * x * len(s)


def counted_within_each(x, ss):
    return sum(x * s.rate for s in ss)


H = [[1.0, 2.0], [3.0, 0.5]]
CASES = [
    (counted_within, (1.3, Clocked()), (0,)),
    (counted_within_each, (1.3, [Clocked(), Clocked()]), (0,)),
    *[
        (f, (1.3, Ticket()), (0,))
        for f in (
            counted_by_a_property, counted_by_items, counted_by_len, counted_by_an_operator, counted_in_place,
            method_with_a_name, method_handed_on, object_called, appended_in_an_object, list_with_two_names,
        )
    ],
    (counted_in_a_list, (1.3, [Ticket(), Ticket()]), (0,)),
    (descent_on_a_schedule, (1.3, Schedule()), (0,)),
    *[(f, (1.3, {'o': Ticket()}), (0,)) for f in (object_of_a_dict, appended_in_a_dict)],
    *[(f, (1.3, Holder()), (0,)) for f in (dict_updated, dict_with_a_default)],
    (array_filled_in_a_loop, (1.3, {'a': np.array([1.0, 2.0])}), (0,)),
    (rows_in_slots, (1.3, Slots([np.array([1.0, 2.0]), np.array([3.0, 4.0])])), (0,)),
    (length_of_a_row, (1.3, 3), (0,)),
    *[(rows_chosen, (1.3, H, 2), wrt) for wrt in ((0,), (0, 1))],
    *[(f, (1.3,), (0,)) for f in (list_or_one, list_of_a_tuple_asked)],
    (scaled_anew, (1.3, 0.7), (0, 1)),
    *[(f, (1.3, Part(np.array([1.0, 2.0]), deque([1.0, 2.0]))), (0,)) for f in (array_of_a_namedtuple, deque_of_a_namedtuple)],
    (deque_of_a_dict, (1.3, {'q': deque([1.0, 2.0])}), (0,)),
    (set_of_an_object, (1.3, Bag()), (0,)),
    (tuple_grown, (Path(1.2, (0.3, 0.4)), 0.7), (0, 1)),
    (tuple_grown_by_replace, (1.2, 0.7), (0, 1)),
]  # fmt: skip
