"""What `zip`, `reversed` and `enumerate` give to names, and the largest of arrays and numbers."""

import itertools

import numpy as np


def mapped_to_names(x, y):
    a, b = map(lambda v: v * x, [x, y])
    return a * b


def reversed_names(x, y):
    a, b = reversed([x, y])
    return a * b * b


def counted_names(x, y):
    (i, a), (j, b) = enumerate([x, y])
    return a * b * b * j


def columns_to_names(x, y):
    a, b = zip([x, y], [y, 2 * x])
    return a[0] * b[1]


def columns_and_a_rest(x, y):
    a, *b = zip([x, y], [y, 2 * x])
    return a[0] * b[0][1]


def largest_of_products(x, y):
    cfg = {'a': 0.5, 'b': np.float64(2.0)}
    xs = [x * k for k in cfg.values()]
    return max(xs) + min(xs) * 3


def largest_of_scalars(x, y):
    xs = [np.array(x), np.array(x * y), 0.3]
    return max(xs) * 2 + min(x * v for v in xs)


def largest_of_one_element(x, y):
    xs = [np.array([x]), np.array([x * y]), 0.3]
    return (max(xs) * 2)[0]


def q2(x, y):
    class N:
        pass

    a = N()
    a.b = N()
    a.b.c = x * y
    return a.b.c**2


def p(x, y):
    return x - y


def class_of_a_helper_tried(x, y):
    t = {'f': p, 'g': lambda a, b: q2(a, b) if b > 0.5 else p(a, b)}
    r = None
    for k, w in (('g', x), ('f', y), ('g', 1.0)):
        try:
            r = (r or 0.0) + t[k](x, y) * w
        except ValueError:
            r = x
        finally:
            w = 0
    return r


def linked_in_a_try(x, y):
    try:
        r = q2(x, y)
    except ValueError:
        r = x
    return r


def matrices_of_rows(x, y):
    r = y**2 * x
    F, H, R = map(np.atleast_2d, ([[1, 0.5], [0, x]], [1.0, 0.0], r))
    return (H @ F @ H.T + R).item()


class Kept:
    def __init__(self, *a):
        self.F, self.R = map(np.atleast_2d, a[:2])


def matrices_kept(x, y):
    k = Kept([[1, x], [0.5, 1]], x)
    return k.F.sum() * k.R.sum()


def pairs_of_views(x, y):
    a, b = {'p': x, 'q': y}, {'r': x * y}
    out = {}
    for (p, pp), (q, pq) in itertools.product(a.items(), b.items()):
        out[p + q] = pp * pq
    return sum(out.values()) + sum(u * v for u, v in itertools.product(a.values(), repeat=2))


def mapped_in_order(x, y):
    log = []

    def f(v):
        log.append(v)
        return v * len(log)

    a, b = map(f, (x, y))
    c, d = map(f, [a * b, x])
    return a + b * c + d


def mapped_while_it_changes(x, y):
    xs = [x, y]

    def f(v):
        xs[1] = 5.0 * x
        return v

    a, b = map(f, (xs[0], xs[1]))
    c, d = map(f, xs)
    return a * b + c * d


def map_with_a_name(x):
    a, b = p = map(abs, (x, 2 * x))
    return a + b + sum(p)


def zip_with_a_name(x):
    a, b = p = zip([x, 1.0], [2.0, x])
    return a[0] + b[1] + sum(1.0 for _ in p) * x


class Series:
    def __init__(self, v, n):
        self.v = v
        self.n = n

    def __iter__(self):
        v = self.v
        for _ in range(self.n):
            yield v
            v *= 0.5


class Halved(Series):
    def __iter__(self):
        v = self.v
        for _ in range(self.n):
            yield v
            v = v * 0.5


def zip_of_an_object(x, y):
    return sum(a * b for a, b in zip(Halved(x, 3), [1.0, 2.0, 3.0]))


def enumerate_of_an_object(x, y):
    return sum(a * k for k, a in enumerate(Halved(x, 3)))


def all_of_an_object(x, y):
    return sum(Series(x, 3)) + max(Series(x, 3)) + sum(list(Series(x, 2))) + sum(sorted(Series(y, 2))) * x


class Counted(Series):
    def __iter__(self):
        d = 0
        for k in range(self.n):
            yield self.v * d
            d += 1


def object_that_counts(x, y):
    return sum(a * b for a, b in zip(Counted(x, 3), [1.0, 2.0, 3.0])) + sum(
        a * k for k, a in enumerate(Counted(y * x, 3))
    )


CASES = [
    (mapped_to_names, (1.3, 0.8), (0, 1)),
    (reversed_names, (1.3, 0.8), (0, 1)),
    (counted_names, (1.3, 0.8), (0, 1)),
    (columns_to_names, (1.3, 0.8), (0, 1)),
    (columns_and_a_rest, (1.3, 0.8), (0, 1)),
    (largest_of_products, (1.3, 0.8), (0, 1)),
    (largest_of_scalars, (1.3, 0.8), (0, 1)),
    (largest_of_one_element, (1.3, 0.8), (0, 1)),
    (class_of_a_helper_tried, (1.3, 0.8), (0, 1)),
    (linked_in_a_try, (1.3, 0.8), (0, 1)),
    (matrices_of_rows, (1.3, 0.8), (0, 1)),
    (matrices_kept, (1.3, 0.8), (0, 1)),
    (pairs_of_views, (1.3, 0.8), (0, 1)),
    (mapped_in_order, (1.3, 0.8), (0, 1)),
    (mapped_while_it_changes, (1.3, 0.8), (0, 1)),
    (map_with_a_name, (1.3,), (0,)),
    (zip_with_a_name, (1.3,), (0,)),
    (zip_of_an_object, (1.3, 0.8), (0, 1)),
    (enumerate_of_an_object, (1.3, 0.8), (0, 1)),
    (all_of_an_object, (1.3, 0.8), (0, 1)),
    (object_that_counts, (1.3, 0.8), (0, 1)),
]
