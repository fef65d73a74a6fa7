"""Functions under other names that inner functions capture, names twice in a target, recursive generators in inner functions."""

import math


class Stop(Exception):
    pass


def base(v):
    return v * 1.1


def alias(x, y):
    w = base
    return base(x) + w(y)


def alias2(x, y):
    fs = []
    t = base(x)
    fs.append(base)
    return t + fs[0](y)


def alias3(x, y):
    w = base
    w2 = w
    return list(map(w, [x, y]))[0] + base(y) * w2(x)


def alias4(x, y):
    try:
        f = base
    except Stop:
        f = math.sin
    return f(x) + base(y)


def guard(fn):
    def run(v):
        try:
            return fn(v)
        except Stop:
            return v * 0.5

    return run


def alias_captured(x, y):
    w = base

    def inner(a):
        @guard
        def run(v):
            return w(v)

        return run(a)

    return inner(x) * y


def wrap(fn):
    def run(v):
        return fn(v) + 1.0

    return run


def same_function_in_turn(x, y):
    w = wrap(math.sin)

    def inner(t):
        def step(acc):
            return w(acc) * t

        for fn in (step, step):
            t = fn(t)
        return t

    return inner(x) * y


def chk(v, log):
    log.append(v)
    if v > 2.0:
        raise Stop
    return v


class Sq2:
    def __init__(self, h):
        self.h = h

    def __getitem__(self, i):
        return chk(self.h[i], [])


def items_in_try2(x, y):
    t = 0.0
    try:
        for v in Sq2([x, y]):
            t += v * x
    except Stop:
        t *= 3
    return t


def recursive_generator(x, y):
    def by_hand(total):
        def perms(items):
            if len(items) <= 1:
                yield items
                return
            for k in range(len(items)):
                for p in perms(items[:k] + items[k + 1 :]):
                    yield [items[k]] + p

        total = 0.0
        for p in perms([total, 2.0]):
            total += p[0] - p[1]
        return total

    return by_hand(x) + x * y


def twice_in_comprehension(xs, y):
    return sum([a * b * y for (a, b), (b, c) in zip(zip(xs, xs), zip(xs[1:], xs[1:]))])


def give(it):
    return list(it)


def twice_in_generator(xs, y):
    def gen():
        for v, v in enumerate(xs):
            yield v * y

    return sum(give(gen()))


def twice_in_loop(xs, y):
    t = 0.0
    for (a, b), (b, c) in zip(zip(xs, xs), zip(xs[1:], xs[1:])):
        t += a * b * y
    return t


def twice_in_assign(xs, y):
    (a, b), (b, c) = (xs[0], xs[1]), (xs[1], xs[2])
    return a * b * y + c


A = (0.83, 1.37)


XS = ([1.2, 0.4, 0.5], 0.7)


def once_in_comprehension(xs, y):
    return sum([a * b * y for (a, q), (b, c) in zip(zip(xs, xs), zip(xs[1:], xs[1:]))])


CASES = [
    (f, A, (0, 1))
    for f in (alias, alias2, alias3, alias4, alias_captured, same_function_in_turn, items_in_try2, recursive_generator)
] + [(f, XS, (0, 1)) for f in (twice_in_comprehension, twice_in_generator, twice_in_loop, twice_in_assign)]
CASES += [(once_in_comprehension, XS, (0, 1))]
