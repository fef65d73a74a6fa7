"""Permutations and combinations of what carries a derivative, and of whole numbers."""

import itertools
import operator

import numpy as np

COUNTS = [3, 4]


def whole_numbers(x, y):
    s = 0.0
    for i, j in itertools.product(range(3), range(2)):
        s += i * x + j
    for p in itertools.permutations(range(3), 2):
        s += p[0] * x**2 + p[1]
        if isinstance(p, tuple):
            s *= 1.1
    for p in itertools.combinations([0.5, 1.5, 2.5], 2):
        a, b = p
        s += a * x * b + len(p)
    return s


def keys_of_a_dict(x, y):
    d = {}
    for p in itertools.permutations(range(3)):
        d[p] = x * p[0] + p[2]
    return d[(1, 2, 0)] + d[0, 1, 2] * sum(d.values())


def best_order(x, y):
    best = None
    for p in itertools.permutations(range(4)):
        c = abs(p[0] - x) + abs(p[1] - 2 * x) * (p[2] + 1.5)
        if best is None or c < best[0]:
            best = (c, p)
    return best[0] + best[1][2] * x


def determinant(x, y):
    A = np.array([[x, 2.0, 1.0], [y, x, 0.1], [0.2, x * y, 3.0]])
    det = 0.0
    for p in itertools.permutations(range(3)):
        sign = 1
        for i in range(3):
            for j in range(i):
                if p[j] > p[i]:
                    sign = -sign
        prod = 1.0
        for i in range(3):
            prod *= A[i, p[i]]
        det += sign * prod
    return det


def index_lists(x, y):
    A = np.array([1.0, x, 3.0])
    s = 0.0
    for p in itertools.permutations(range(3)):
        s += A[list(p)][1] * p[1]
    for p in itertools.combinations(range(3), 2):
        s += (A[list(p)] ** 2).sum() * x
    for p in itertools.product(range(2), repeat=3):
        s += sum(p) * x
    return s


def quadrature(x, y):
    z, w = np.polynomial.legendre.leggauss(5)
    z2, w2 = np.polynomial.hermite.hermgauss(3)
    return float(np.sum(w * np.exp(x * z)) + w2 @ np.cos(x * z2) + np.sum(np.hanning(5) * x))


def keys_of_any_length(x, y):
    n, m = COUNTS
    d = {}
    for p in itertools.permutations(range(n)):
        d[p] = x * p[0] + p[2]
    return d[(1, 2, 0)] + d[0, 1, 2] * sum(d.values())


def best_of_any_length(x, y):
    n, m = COUNTS
    best = None
    for p in itertools.permutations(range(m)):
        c = abs(p[0] - x) + abs(p[1] - 2 * x) * (p[2] + 1.5)
        if best is None or c < best[0]:
            best = (c, p)
    return best[0] + best[1][2] * x


def determinant_of_any_size(x, y):
    n, m = COUNTS
    A = np.array([[x, 2.0, 1.0], [y, x, 0.1], [0.2, x * y, 3.0]])
    det = 0.0
    for p in itertools.permutations(range(n)):
        sign = 1
        for i in range(n):
            for j in range(i):
                if p[j] > p[i]:
                    sign = -sign
        prod = 1.0
        for i in range(n):
            prod *= A[i, p[i]]
        det += sign * prod
    return det


def index_lists_of_any_length(x, y):
    n, m = COUNTS
    A = np.array([1.0, x, 3.0])
    s = 0.0
    for p in itertools.permutations(range(n)):
        s += A[list(p)][1] * p[1]
    for p in itertools.combinations(range(n), 2):
        s += (A[list(p)] ** 2).sum() * x
    for p in itertools.product(range(2), repeat=3):
        s += sum(p) * x
    return s


class C:
    def __init__(s, v):
        s.v = v
        s.w = [v, 2.0]


class G:
    def __init__(self, h):
        self.h = h

    def cell(self, i, j):
        return i * self.h + j


def largest_object(x, y):
    c = C(x)
    s = c.v
    return s + max([c, C(y)], key=operator.attrgetter('v')).v ** 2


def orders_of_pairs(x, y):
    pts = [(0, 0), (x, y), (y, 1.0), (2.0, x)]
    s = 0.0
    for p in itertools.permutations(pts[1:]):
        s += p[0][0] * p[1][1]
    return s


def tours(x, y):
    pts = [(0, 0), (x, y), (y, 1.0), (2.0, x)]
    s = 0.0
    for p in itertools.permutations(pts[1:]):
        tour = [pts[0], *p, pts[0]]
        for a, b in itertools.pairwise(tour):
            s += a[0] * b[1]
    return s


def neighbours(x, y):
    pts = [(0, 0), (x, y), (y, 1.0), (2.0, x)]
    s = 0.0
    for p in itertools.permutations(pts):
        s += sum(a[0] * b[1] for a, b in zip(p, p[1:]))
    return s


def starred_method(x):
    g = G(x)
    return sum(itertools.starmap(g.cell, itertools.product(range(3), repeat=2)))


def gone_over_twice(x):
    ps = itertools.permutations(range(3))
    s = 0.0
    for p in ps:
        s += p[0] * x
    for p in ps:
        s += 100 * x
    return s


def of_arrays_and_none(x):
    s = 0.0
    for p in itertools.permutations(range(3), None):
        s += p[0] * x
    for p in itertools.permutations(np.arange(3)):
        s += p[0] * x
    for p in itertools.combinations((1, 2, 3), 2):
        s += p[0] * x
    return s + len(list(itertools.permutations(np.arange(3)))) * x


CASES = [
    (whole_numbers, (1.3, 0.8), (0, 1)),
    (keys_of_a_dict, (1.3, 0.8), (0, 1)),
    (best_order, (1.3, 0.8), (0, 1)),
    (determinant, (1.3, 0.8), (0, 1)),
    (index_lists, (1.3, 0.8), (0, 1)),
    (quadrature, (1.3, 0.8), (0, 1)),
    (keys_of_any_length, (1.3, 0.8), (0, 1)),
    (best_of_any_length, (1.3, 0.8), (0, 1)),
    (determinant_of_any_size, (1.3, 0.8), (0, 1)),
    (index_lists_of_any_length, (1.3, 0.8), (0, 1)),
    (largest_object, (1.3, 0.8), (0, 1)),
    (orders_of_pairs, (1.3, 0.8), (0, 1)),
    (tours, (1.3, 0.8), (0, 1)),
    (neighbours, (1.3, 0.8), (0, 1)),
    (starred_method, (1.3,), (0,)),
    (gone_over_twice, (1.3,), (0,)),
    (of_arrays_and_none, (1.3,), (0,)),
]
