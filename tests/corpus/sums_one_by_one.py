"""Sums of what changes after it is taken."""

import random

import numpy as np


class Sim:
    def __init__(self, x, y):
        self.u = np.array([x, y])

    def run(self, n):
        for k in range(n):
            self.u[0] += 0.1 * self.u[1]
            yield self.u

    def step(self):
        self.u *= 1.1
        return self.u

    def energy(self):
        self.u += 0.1
        return 0.5 * self.u @ self.u

    def __iter__(self):
        for k in range(3):
            yield self.step()


def arrays_of_a_method(x, y):
    s = Sim(x, y)
    return float(sum(s.step() for _ in range(3)).sum())


def numbers_of_a_method(x, y):
    s = Sim(x, y)
    return float(sum(s.energy() for _ in range(3)))


def drawn_arrays(x, y):
    rng = np.random.default_rng(0)

    def sample():
        return x * rng.normal(size=3)

    return float(sum(sample() for _ in range(4)).sum())


def drawn_numbers(x, y):
    rng = random.Random(1)
    return sum(x * rng.random() + y for _ in range(4))


def greatest_of_a_method(x, y):
    s = Sim(x, y)
    return max(s.energy() for _ in range(3))


class Part:
    def __init__(self, v):
        self.v = v

    def move(self):
        self.v = self.v * 2 + 1
        return self.v

    def cost(self):
        return self.v**2


def objects_that_move(x, y):
    ps = [Part(x), Part(y)]
    return sum(p.move() for p in ps) + max(p.move() for p in ps)


def least_of_what_moves(x, y):
    ps = [Part(x), Part(y)]
    for p in ps:
        p.move()
    return max(ps, key=lambda p: p.cost()).v + min((p for p in ps), key=lambda p: p.move()).v


def lists_of_a_generator(x, y):
    def chunks():
        for k in range(3):
            yield [x * k, y]

    return sum(sum(c) for c in chunks()) + sum(chunks(), [])[2]


def lists_that_are_drawn(x, y):
    rng = random.Random(3)

    def walk():
        r = [x]
        for _ in range(3):
            r.append(r[-1] + rng.gauss(0, y))
        return r

    return sum((walk() for _ in range(2)), [])[-1] + max((walk() for _ in range(3)), key=lambda r: r[-1])[-1]


class Held:
    def __init__(s, v):
        s.v = v

    def f(s, w):
        s.v = s.v * 2 + w
        return s.v


def sum_views(x, y):
    a = np.array([x, y])

    def g():
        for k in range(3):
            a[:] = a * 2
            yield a[:1]

    return float(sum(g())[0])


def sum_arr(x, y):
    a = np.array([x, y])

    def g():
        for k in range(3):
            a[:] = a * 2
            yield a

    return float(sum(g())[0])


def sum_arr_np(x, y):
    a = np.array([x, y])

    def g():
        for k in range(3):
            np.multiply(a, y, out=a)
            yield a

    return float(sum(g())[0])


def dbl(a):
    a *= 2


def sum_arr_helper(x, y):
    a = np.array([x, y])

    def g():
        for k in range(3):
            dbl(a)
            yield a

    return float(sum(g())[0])


def sum_arr_alias(x, y):
    a = np.array([x, y])
    b = a

    def g():
        for k in range(3):
            b[0] *= 2
            yield a

    return float(sum(g())[0])


def sum_arr_elt(x, y):
    a = np.array([x, y])

    def g():
        for k in range(3):
            a[0] *= 2
            yield a

    return float(sum(v * x for v in g())[0] + sum(v for v in g())[0] + sum(v[:1] for v in g())[0])


def sum_arr_attr(x, y):
    n = Held(np.array([x, y]))

    def g():
        for k in range(3):
            n.v *= 2
            yield n.v

    return float(sum(g())[0])


def sum_arr_attr2(x, y):
    n = Held(np.array([x, y]))
    return float(sum(ga(n))[0])


def ga(n):
    for k in range(3):
        n.v *= 2
        yield n.v


def sum_same_arr(x, y):
    a = np.array([x, y])

    def up(k):
        a[0] *= 2
        return a

    return float(sum(up(k) for k in range(3))[0])


def sum_same_arr_map(x, y):
    a = np.array([x, y])

    def up(k):
        a[0] *= 2
        return a

    return float(sum(map(up, range(3)))[0])


def sum_same_arr_meth(x, y):
    class A:
        def __init__(s):
            s.a = np.array([x, y])

        def up(s):
            s.a *= 2
            return s.a

    o = A()
    return float(sum(o.up() for k in range(3))[0])


def sum_iop(x, y):
    import operator

    a = np.array([x, y])
    return float(sum(operator.imul(a, 2) for k in range(3))[0])


def sum_of_lists(x, y):
    a = [x]

    def st(k):
        a.append(k * y)
        return a

    s = sum((st(k) for k in range(3)), [])
    return sum(v * (k + 1) for k, v in enumerate(s))


def array_without_axes(x, y):
    a = np.array(x)

    def up(k):
        nonlocal a
        a *= y
        return a

    return float(sum(up(k) for k in range(3)))


CASES = [
    (arrays_of_a_method, (1.3, 0.8), (0, 1)),
    (numbers_of_a_method, (1.3, 0.8), (0, 1)),
    (drawn_arrays, (1.3, 0.8), (0, 1)),
    (drawn_numbers, (1.3, 0.8), (0, 1)),
    (greatest_of_a_method, (1.3, 0.8), (0, 1)),
    (objects_that_move, (1.3, 0.8), (0, 1)),
    (least_of_what_moves, (1.3, 0.8), (0, 1)),
    (lists_of_a_generator, (1.3, 0.8), (0, 1)),
    (lists_that_are_drawn, (1.3, 0.8), (0,)),
    (sum_views, (1.3, 0.8), (0, 1)),
    (sum_arr, (1.3, 0.8), (0, 1)),
    (sum_arr_np, (1.3, 0.8), (0, 1)),
    (sum_arr_helper, (1.3, 0.8), (0, 1)),
    (sum_arr_alias, (1.3, 0.8), (0, 1)),
    (sum_arr_elt, (1.3, 0.8), (0, 1)),
    (sum_arr_attr, (1.3, 0.8), (0, 1)),
    (sum_arr_attr2, (1.3, 0.8), (0, 1)),
    (sum_same_arr, (1.3, 0.8), (0, 1)),
    (sum_same_arr_map, (1.3, 0.8), (0, 1)),
    (sum_same_arr_meth, (1.3, 0.8), (0, 1)),
    (sum_iop, (1.3, 0.8), (0, 1)),
    (sum_of_lists, (1.3, 0.8), (0, 1)),
    (array_without_axes, (1.3, 0.8), (0, 1)),
]
