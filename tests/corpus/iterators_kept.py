"""Iterators that have a name or are handed on: `reversed`, and those of itertools that take all of what they run over at once."""

import itertools
import math
from collections import deque
from functools import reduce

import numpy as np


class Wheel:
    def __init__(self, x):
        self.a = x

    def turns(self, vs):
        for v in vs:
            self.a = self.a * v
            yield self.a


class Smoother:
    def pairs(self, xs, ps):
        for x, p in zip(reversed(xs[:-1]), reversed(ps[:-1])):
            yield x, p


def weighted(ps):
    out = []
    for p in ps:
        out.append(p * (len(out) + 1.0))
    return out


def deque_backwards(x, y):
    d = deque([x, y, 0.3])
    e = deque(reversed(d))
    e.extendleft([2.0, x])
    return e[0] * e[2] + e[3]


def backwards_in_pieces(x, y):
    r = reversed([x, y, 0.3])
    return next(r) * 2.0 + sum(r) * y


def backwards_handed_on(x, y):
    xs = [x, y, 0.3]
    return sum(a * b for a, b in zip(weighted(xs), weighted(reversed(xs))))


class Row:
    def __init__(self, xs):
        self.xs = xs

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, k):
        return self.xs[k]


def object_backwards(x, y):
    r = reversed(Row([x, y]))
    return next(r) * x + sum(r)


def zipped_before_a_change(x, y):
    a = [x, y, 0.3]
    pairs = zip(a, reversed(a))
    a = a * 2
    return sum(u * v for u, v in pairs) + a[4]


def backwards_while_it_shrinks(x, y):
    xs = [x, y, 0.3, x * y]
    t = 1.0
    for v in reversed(xs):
        t = t * v + xs.pop()
    return t


class Grown:
    def __init__(self, x):
        self.xs = [x, x * x]

    def grow(self, v):
        self.xs.append(v)


def backwards_while_it_grows(x, y):
    xs = [x, y, 0.3]
    for v in reversed(xs):
        xs.append(v * y)
    return xs[-1] * xs[-2] + xs[0]


def backwards_while_it_grows_in_front(x, y):
    xs = [x, y, 0.3]
    t = 1.0
    for v in reversed(xs):
        t *= v
        xs.insert(0, v)
        if len(xs) > 6:
            break
    return t * xs[0] + xs[-1]


def backwards_while_a_method_grows_it(x, y):
    o = Grown(x)
    t = 0.0
    for v in reversed(o.xs):
        o.grow(v * y)
        t += v * t + 1.0
    return t + sum(o.xs)


def backwards_beside_another(x, y):
    o = Grown(x)
    t = 0.0
    for a, b in zip(reversed(o.xs), [x, y]):
        o.grow(a * y)
        t += a * b
    return t + sum(o.xs)


def backwards_with_numbers(x, y):
    xs = [x, y, 0.3]
    t = 0.0
    for k, v in enumerate(reversed(xs)):
        t += v * y * k
        ys = xs
        if k == 1:
            ys.append(v)
    return t + xs[-1]


def backwards_in_a_generator(x, y):
    return sum(a * b for a, b in Smoother().pairs([x, y, 1.0], [y, x * x, 2.0]))


def combinations_counted(x, y):
    return sum(abs(a - b) * (i + 1) for i, (a, b) in enumerate(itertools.combinations([x, y, x * y], 2)))


def combinations_in_pieces(x, y):
    it = itertools.combinations([x, y, x * y], 2)
    a, b = next(it)
    return sum(p * q for p, q in it) + a * b


def product_in_pieces(x, y):
    it = itertools.product([x, y], [y, 2.0])
    a, b = next(it)
    return sum(p * q for p, q in it) + a * b


def left_out_in_pieces(x, y):
    it = itertools.filterfalse(lambda v: v > 1.0, [x, y, 0.3])
    return next(it) * 2.0 + sum(it) * y


def product_of_what_it_was(x, y):
    xs = [x, y]
    it = itertools.product(xs, [y, 2.0])
    xs[0] = y * 5.0
    return sum(p * q for p, q in it) + xs[0]


def permutations_of_what_they_were(x, y):
    xs = [x, y, 0.3]
    it = itertools.permutations(xs, 2)
    xs[0] = y * 5.0
    return sum(p * q * p for p, q in it) + xs[0]


def combinations_of_what_they_were(x, y):
    xs = [x, y, 0.3]
    it = itertools.combinations(xs, 2)
    xs[0] = y * 5.0
    a, b = next(it)
    return sum(p * q for p, q in it) + xs[0] * a * b


def combinations_of_rows(x, y):
    a = np.array([[x, y], [y, 0.3]])
    it = itertools.combinations(a, 2)
    a[0, 0] = y * 5.0
    return float(sum(p @ q for p, q in it)) + a[0, 0]


def product_of_a_generator(x, y):
    o = Wheel(x)
    it = itertools.product(o.turns([x, y]), [o.a, 2.0])
    t = o.a
    p, q = next(it)
    return p * q * t


def accumulated_beside_another(x, y):
    k = [0.5]
    r = 0.0
    for v, w in zip(itertools.accumulate([x, y, 0.3], lambda s, t: s * k[0] + t), (y, x, 0.9)):
        r += v * w
        k[0] += x
    return r


def accumulated_and_counted(x, y):
    a = [x, 2.0, 3.0]
    r = 0.0
    for n, v in enumerate(itertools.accumulate(a, lambda s, t: s * t, initial=y)):
        r += v
        if n < 2:
            a[n + 1] = 0.5 * x
        if len(a) < 5:
            a.append(v)
    return r


def slice_beside_a_change(x, y):
    a = [x, 1.1, y * 0.7, 0.4]
    r = 0.0
    for v, w in zip(itertools.islice(a, 1, 3), reversed(a)):
        r = r * 0.9 + v * w * x
        a[2] = v * x
    return r + a[2]


def parts_of_numbers(x, y):
    m, e = math.modf(x * 3.0)
    return m * y + e + math.remainder(x * 7.0, y) * y + math.ldexp(x * y, 3)


def reduced_under_a_name(x, y):
    st = [x, 2.0, x * y, 0.5]

    def drain():
        while st:
            yield st.pop()

    d = drain()
    return reduce(lambda a, b: a + b * len(st) * y, d)


def reduced_from_one_buffer(x, y):
    buf = np.zeros(2)

    def rows():
        for v in (x, 2.0, y):
            buf[:] = v
            yield buf

    kept = rows()
    return float(reduce(lambda a, b: a * 0.5 + b, kept).sum())


class Counted:
    def __init__(self, xs):
        self.it, self.n = iter(xs), 0

    def __iter__(self):
        return self

    def __next__(self):
        v = next(self.it)
        self.n += 1
        return v


def reduced_while_it_counts(x, y):
    s = Counted([x, 2.0, y])
    return reduce(lambda a, b: a * b + s.n, s)


def reduced_by_another(x, y):
    def over(it, f):
        return reduce(f, it)

    counted = Counted([x, y, x * y])
    squares = reduce(lambda a, b: a * b + b * y, map(lambda v: v * v, [x, y, 2.0]))
    return over(counted, lambda a, b: a * b * counted.n) + over(iter([x, y]), max) + squares


def rest_of_an_object(x, y):
    s = Counted([x, 2.0, y, x * y])
    first, *rest = s
    a, *b, c = Counted(rest)
    return first * sum(rest) * s.n + a * c + len(b)


CASES = [(f, (0.7, 1.3), (0, 1)) for f in (
    reduced_under_a_name, reduced_from_one_buffer, reduced_while_it_counts, reduced_by_another, rest_of_an_object,
    deque_backwards, backwards_in_pieces, backwards_handed_on, object_backwards, zipped_before_a_change,
    backwards_while_it_shrinks, backwards_while_it_grows, backwards_while_it_grows_in_front,
    backwards_while_a_method_grows_it, backwards_beside_another, backwards_with_numbers, backwards_in_a_generator,
    combinations_counted, combinations_in_pieces, product_in_pieces, left_out_in_pieces, product_of_what_it_was,
    permutations_of_what_they_were, combinations_of_what_they_were, combinations_of_rows, product_of_a_generator,
    accumulated_beside_another, accumulated_and_counted, slice_beside_a_change, parts_of_numbers,
)]  # fmt: skip


class Items:
    def __init__(self, *v): self.v = list(v); self.i = 0
    def __iter__(self):
        self.i = 0
        return self
    def __next__(self):
        if self.i >= len(self.v): raise StopIteration
        self.i += 1
        return self.v[self.i - 1]


class Bag:
    def __init__(self, *v): self.v = list(v)
    def __iter__(self): return iter(self.v)
    def reset(self): self.v = []


def counted_items(x):
    t = 0.0
    for k, v in enumerate(Items(x, 2*x)): t += k * v
    return t


def an_iterator_again(x):
    it = Items(x, 2*x)
    return sum(v for v in it) + sum(map(abs, it)) + max(v * x for v in it)


def two_iterators_beside(x):
    a, b = Items(x, 2*x), Items(x, 3.0)
    return sum(p * q for p, q in zip(a, b)) + sum(list(it2) for it2 in []) if x < 0 else sum(p * q for p, q in zip(a, b))


def a_bag_run_over_often(x):
    b = Bag(x, 2.0)
    s = sum(v * 2 for v in b)
    for k, v in enumerate(b): s += k * v
    for p, q in zip(b, b): s += p * q
    b.reset()
    b.v = [x]
    return s + sum(map(abs, b)) + sum(itertools.accumulate(b))


def a_bag_filled_anew(x):
    b = Bag(x, 2.0)
    for k, v in zip(range(2), b): x += k * v
    b.v = [x]
    return x + sum(v for _, v in sorted(enumerate(b)))


CASES += [(f, (0.7,), (0,)) for f in (counted_items, an_iterator_again, two_iterators_beside, a_bag_run_over_often, a_bag_filled_anew)]
