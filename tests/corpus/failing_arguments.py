"""Calls in a try whose arguments fail, iterators handed to functions there, handlers that write and raise."""

import math


def take(it):
    return next(it) * 2


def taken_in_try(x, y):
    it = iter([x, y])
    t = 0.0
    try:
        while True:
            t += take(it)
    except StopIteration:
        pass
    return t


def get(l, k, x):
    try:
        return l[k]
    except IndexError:
        l.append(x)
        raise


def written_in_handler(x, y):
    l = [y]
    try:
        get(l, 1, x)
    except IndexError:
        pass
    return l[1] * l[0]


def getd(d, k, x):
    try:
        return d[k]
    except KeyError:
        d[k] = k * x
        raise


def cached_by_key(x, y):
    cache = {}
    t = 0.0
    try:
        t = t + getd(cache, 1, x)
    except KeyError:
        t += cache[1] ** 2
    return t


class Stop(Exception):
    pass


def chk(v, log):
    log.append(v)
    if v > 2.0:
        raise Stop
    return v


def argument_fails(x, y):
    log = []
    h = [x, y]
    t = 0.0
    for i in range(3):
        try:
            t += chk(h[i], log) * x
        except (IndexError, Stop):
            t *= 3
    return t + sum(log)


def argument_fails_alone(x, y):
    log = []
    h = {'a': x, 'b': y, 'c': 3 * x}
    t = 0.0
    for i in 'abcd':
        try:
            t += chk(h[i], log) * x
        except KeyError:
            t *= 3
        except Stop as e:
            t *= 2
    return t + sum(log)


def argument_divides(x, y):
    log = []
    t = 0.0
    for k in (1.0, 0.0, 2.0):
        try:
            v = chk(x / k, log)
        except ZeroDivisionError:
            t += y
        except Stop:
            t += 2 * y
        else:
            t += v
    return t + sum(log) * y


def target_fails(x, y):
    log = []
    out = [0.0, 0.0]
    t = 0.0
    for k in range(4):
        try:
            out[k] = chk(x * k, log)
        except IndexError:
            t += y
        except Stop:
            t += 2 * y
    return t + sum(log) * y + out[0] * x + out[1]


def target_of_dict(x, y):
    log = []
    out = {}
    t = 0.0
    for k in range(4):
        try:
            out[k] = chk(x * k, log)
        except Stop:
            t += 2 * y
    return t + sum(log) * y + sum(out.values())


def two_arguments(x, y):
    def add(a, b, log):
        log.append(a * b)
        if a > b:
            raise Stop
        return a + b

    log, h, g, t = [], [x, y], [y], 0.0
    for i in range(3):
        try:
            t += add(h[i], g[i], log)
        except IndexError:
            t += 0.5 * x
        except Stop:
            t += y
    return t + sum(log)


def guard(fn):
    def run(v):
        try:
            return fn(v)
        except Stop:
            return v * 0.5

    return run


def z(*a):
    return 100.0


def named_again(x, y):
    def z(v):
        return y

    z = guard(math.sin)

    def inner(t):
        def step(acc):
            inner = guard(z)
            acc = acc + acc
            k = inner(t + acc)
            return inner(k) + inner(t) + acc

        acc = 0.3
        for fn in (step, step):
            acc = fn(acc)
        return z(x) + acc

    return z(x) + inner(x)


def smaller(x, y):
    def z(v):
        return y

    z = guard(math.sin)

    def inner(t):
        def step(acc):
            k = guard(z)
            return k(acc) * t

        return step(x)

    return inner(x) * y


def smaller2(x, y):
    z = guard(math.sin)

    def inner(t):
        k = guard(z)
        return k(t)

    return inner(x) * y


def smaller3(x, y):
    z = guard(math.sin)

    def inner(t):
        def step(acc):
            return guard(z)(acc) * t

        for fn in (step, step):
            t = fn(t)
        return t

    return inner(x) * y


CASES = [(taken_in_try, (0.83, 1.37), (0, 1))]
CASES += [(written_in_handler, (0.83, 1.37), (0, 1)), (cached_by_key, (0.83, 1.37), (0, 1))]
CASES += [
    (f, (0.83, 1.37), (0, 1))
    for f in (argument_fails, argument_fails_alone, argument_divides, target_fails, target_of_dict, two_arguments)
]
CASES += [(f, (0.83, 1.37), (0, 1)) for f in (named_again, smaller, smaller2, smaller3)]
