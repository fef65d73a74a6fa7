"""Generators, zips and other iterators that are handed to functions, methods and classes, or kept in them."""

import dataclasses
import itertools


class Source:
    def __init__(self, it):
        self.it = it

    def total(self):
        return sum(self.it)

    def first(self):
        for v in self.it:
            return v
        return 5.0


class Multiples:
    def __init__(self, it, n):
        self.v = [v * n.k for v in it]
        self.n = n


class Running:
    def __init__(self, k):
        self.k = k

    def up(self, v):
        self.k = self.k * v
        return self.k


@dataclasses.dataclass
class Held:
    it: object

    def total(self):
        return sum(self.it)


def kept_by_an_object(xs, y):
    s = Source(v * y for v in xs)
    return s.total() * 2 + s.total()


def changed_meanwhile(xs, y):
    n = Running(y)
    a = Multiples((n.up(v) for v in xs), n)
    return sum(a.v) + n.k


def mapped_meanwhile(xs, y):
    n = Running(y)
    a = Multiples(map(n.up, xs), n)
    return sum(a.v) + n.k


def map_kept(xs, y):
    s = Source(map(lambda v: v * y, xs))
    return s.total() * 2 + s.total()


def zip_kept(xs, y):
    s = Source(zip(xs, xs))
    return s.first()[0] * y + s.first()[1] + len(list(s.it))


def kept_by_a_dataclass(xs, y):
    s = Held(v * y for v in xs)
    return s.total() * 2 + s.total()


def filter_kept(xs, y):
    s = Source(filter(lambda v: v > y, xs))
    return s.first() * s.first()


def numbers_and_columns_kept(xs, y):
    s = Source(enumerate(xs))
    t = Source(zip(*[xs, xs]))
    return s.first()[1] * s.first()[1] + t.first()[0] * t.first()[1]


def several_kept(xs, y):
    ss = [Source(v * y for v in xs), Source(reversed(xs)), Source(iter(xs))]
    return sum(s.first() * s.first() for s in ss)


class Base:
    def __init__(self, it):
        self.it = it


class Feed(Base):
    def __init__(self, it, n):
        super().__init__(v * 2 for v in it)
        self.n = n

    def feed(self, it):
        self.it = it

    def total(self):
        return sum(self.it)

    def part(self, it):
        for v in it:
            if v > 0.4:
                return v * self.n
        return 0.0

    def all(self, it):
        return [v * self.n for v in it]

    def extend(self, it):
        self.it = it

    @classmethod
    def of(cls, it, n):
        s = cls([], n)
        s.it = it
        return s


def kept_by_a_base_class(xs, y):
    s = Feed(xs, y)
    return s.total() * 2 + s.total()


def handed_to_a_method(xs, y):
    s = Feed([], y)
    s.feed(v * y for v in xs)
    return s.total() * 2 + s.total()


def taken_in_part(xs, y):
    n = Running(y)
    s = Feed([], y)
    return s.part(n.up(v) for v in xs) * n.k


def taken_whole(xs, y):
    n = Running(y)
    s = Feed([], n.k)
    return sum(s.all(n.up(v) for v in xs)) * n.k + sum(s.all(v * y for v in xs))


def in_a_list(xs, y):
    l = []
    l.append(v * y for v in xs)
    return sum(l[0]) + sum(l[0])


def method_called_extend(xs, y):
    s = Feed([], y)
    s.extend(v * y for v in xs)
    l = [y]
    l.extend(v * y for v in xs)
    return s.total() * 2 + s.total() + sum(l)


def handed_to_functions(xs, y):
    def go(it):
        return next(it) * sum(it)

    f = lambda it: next(it) + sum(it)
    d = {'f': go}
    return go(v * y for v in xs) + f(v for v in xs) + d['f'](v + y for v in xs)


def set_as_attribute(xs, y):
    s = Feed([], y)
    s.it = (v * y for v in xs)
    g = (v for v in xs) if y > 0 else None
    a, b = (v for v in xs), (v * y for v in xs)
    return next(s.it) * s.total() + next(g) * sum(g) + next(a) * next(b) + sum(a)


def taken_by_containers(xs, y):
    d = dict(a=1.0)
    d.update((k, v * y) for k, v in zip('bc', xs))
    s = {1, 2}.union(int(v) for v in xs)
    return sum(d.values()) * len(s) * len(','.join(str(v) for v in (1, 2)))


def gen(xs, y):
    return (v * y for v in xs)


def given_back(xs, y):
    g = gen(xs, y)
    return next(g) * sum(g) + sum(gen(xs, y))


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __matmul__(self, o):
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])


class Rows:
    def __init__(self, rows):
        self.rows = tuple(tuple(r) for r in rows)

    def T(self):
        return Rows(zip(*self.rows))

    def map(self, f):
        return Rows(map(f, r) for r in self.rows)


def weighted(rows):
    return sum(sum(r) * k for k, r in enumerate(rows, 1))


def transposed(a, b):
    m = Matrix([[a, b], [1.0, a * b]])
    return m.T[0, 1] * m[0, 1] + (m.T @ m)[0, 0]


def transposed_tuples(a, b):
    m = Rows([[a, b], [1.0, a * b]])
    return m.T().rows[0][1] * m.rows[0][1]


def columns_handed_on(a, b):
    r = [[a, b], [1.0, a * b]]
    return weighted(zip(*r)) + weighted(zip(r[0], r[1]))


def columns_under_a_name(a, b):
    r = [[a, b], [1.0, a * b]]
    z = zip(*r)
    c = [sum(t) for t in z]
    x, y = zip(*r)
    return c[0] * c[1] + x[1] * y[0]


class Stream:
    def __init__(self, src):
        self.src = src

    def map(self, f):
        return Stream(f(v) for v in self.src)

    def filter(self, p):
        return Stream(v for v in self.src if p(v))

    def take(self, n):
        return Stream(itertools.islice(self.src, n))

    def sum(self):
        return sum(self.src)

    def list(self):
        return list(self.src)

    def __iter__(self):
        return iter(self.src)


class Vector:
    def __init__(self, *c):
        self.c = tuple(c)

    def __add__(self, o):
        return Vector(*(a + b for a, b in zip(self.c, o.c)))

    def __mul__(self, k):
        return Vector(*[a * k for a in self.c])

    def __iter__(self):
        return iter(self.c)

    def dot(self, o):
        return sum(a * b for a, b in zip(self, o))


class Poly:
    def __init__(self, cs):
        self.cs = list(cs)

    def deriv(self):
        return Poly(i * c for i, c in enumerate(self.cs) if i)

    def __mul__(self, k):
        return Poly(c * k for c in self.cs)

    def __add__(self, o):
        return Poly(a + b for a, b in zip(self.cs, o.cs))

    def __call__(self, x):
        r = 0.0
        for c in reversed(self.cs):
            r = r * x + c
        return r


def in_a_dict(xs, y):
    h = {'k': (v * v for v in xs)}
    return next(h['k']) * next(h['k'])


def in_lists(xs, y):
    t = [(v + y for v in xs), (v for v in xs)]
    return next(t[0]) * sum(t[0]) + sum(t[1])


def stream(xs, y):
    return Stream(xs).map(lambda v: v * y).filter(lambda v: v > 0.3).sum()


def stream_in_parts(xs, y):
    s = Stream(v for v in xs).map(lambda v: v * y)
    return s.take(2).sum() * s.sum()


def stream_run_over(xs, y):
    return sum(v * v for v in Stream(xs).take(2))


def columns_as_lists(xs, y):
    rows = [xs, [y, 1.0, 2.0]]
    t = list(map(list, zip(*rows)))
    u = [list(c) for c in zip(*t)]
    w = dict(zip('ab', zip(*t)))
    return t[0][1] * t[1][0] + u[0][0] + w['a'][1] * w['b'][0]


def columns_given_back(xs, y):
    def cols(rows):
        return zip(*rows)

    c = cols([xs, xs[::-1]])
    a = next(c)
    return a[0] * a[1] * y + sum(p * q for p, q in c)


def vectors(xs, y):
    v = Vector(*xs)
    w = v + v * y
    return v.dot(w) + sum(w) + max(w)


def polynomials(xs, y):
    p = Poly(xs)
    q = (p * y + p).deriv()
    return p(y) * q(y)


CASES = [(f, ([1.2, 0.4, 0.5], 0.7), (0, 1)) for f in (
    kept_by_an_object, changed_meanwhile, mapped_meanwhile, map_kept, zip_kept, kept_by_a_dataclass, filter_kept,
    numbers_and_columns_kept, several_kept, kept_by_a_base_class, handed_to_a_method, taken_in_part, taken_whole,
    in_a_list, method_called_extend, handed_to_functions, set_as_attribute, taken_by_containers, given_back,
    in_a_dict, in_lists, stream, stream_in_parts, stream_run_over, columns_as_lists, columns_given_back, vectors,
    polynomials,
)] + [(f, (1.3, 0.8), (0, 1)) for f in (
    transposed, transposed_tuples, columns_handed_on, columns_under_a_name,
)]  # fmt: skip
