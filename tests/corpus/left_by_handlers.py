"""Breaks and continues in handlers and in the `else` of loops within loops; names that functions are asked for."""

import functools

import numpy as np

CALLS = {}
RULES = {}


def steps_continue(x, v):
    def g():
        for a in v:
            try:
                if a < 0:
                    raise ValueError(a)
                y = x / a
            except (ValueError, ZeroDivisionError):
                continue
            yield y

    t = 0.0
    for y in g():
        t += y * y
    return t


def steps_break(x, v):
    def g():
        for a in v:
            try:
                if a < 0:
                    raise ValueError(a)
                y = x * a
            except ValueError:
                break
            yield y * x

    return sum(g())


def rule(f):
    RULES[f.__name__] = f
    return f


@rule
def double(x):
    return 2 * x


@rule
def square(x):
    return x * x


def by_registry(x):
    t = x
    for name in ['double', 'square']:
        t = RULES[name](t)
    return t


def local_registry(x):
    fs = {}

    def reg(f):
        fs[f.__name__] = f
        return f

    @reg
    def a(z):
        return z * z

    @reg
    def b(z):
        return z * 3

    return fs['a'](x) + fs['b'](x)


def grid(n):
    for i in range(n):
        for j in range(i + 1):
            yield i * 10 + j


def check(v):
    if v > 10:
        raise ValueError(v)
    return v


def handler_breaks(x, n):
    t = 0.0
    for v in grid(n):
        try:
            t += check(v) * x
        except ValueError:
            t *= x
            break
    return t


def handler_continues(x, n):
    t = 0.0
    for v in grid(n):
        try:
            w = check(v) * x
        except ValueError:
            t *= x
            continue
        t += w * w
    return t


def two(x):
    yield x
    yield x * x
    yield x * x * x


def powers_handler_breaks(x):
    t = 0.0
    for v in two(x):
        try:
            if v > 1.5:
                raise ValueError
            t += v
        except ValueError:
            break
        t += 3 * v
    return t


def powers_handler_continues(x):
    t = 0.0
    for v in two(x):
        try:
            if v > 1.5:
                raise ValueError
            t += v
        except ValueError:
            continue
        t += 3 * v
    return t


def else_breaks(x):
    t = 0.0
    for v in two(x):
        for k in range(3):
            if v < k:
                break
            t += v * k
        else:
            break
        t += v
    return t


def match_breaks(x):
    t = 0.0
    for k, v in enumerate(two(x)):
        match k:
            case 0:
                t += v
            case 1:
                break
            case _:
                t += 100 * v
        t *= x
    return t


def gen_handler(v, x):
    k = 0
    while k < len(v):
        try:
            w = check(v[k]) * x
        except ValueError:
            k += 2
            continue
        yield w
        k += 1


def taken(x, v):
    g = gen_handler(v, x)
    t = next(g)
    for w in g:
        t = t * w + w
    return t


def gen_handler_break(v, x):
    for a in v:
        yield a * x
        try:
            w = check(a) * x
        except ValueError:
            break
        yield w * w


def taken_break(x, v):
    g = gen_handler_break(v, x)
    t = next(g)
    for w in g:
        t = t * w + w
    return t


def gen_match(v, x):
    for a in v:
        match a:
            case 1.0:
                continue
            case 7.0:
                break
        yield a * x


def taken_match(x, v):
    g = gen_match(v, x)
    t = next(g)
    for w in g:
        t = t * w + w
    return t


def gen_else(v, x):
    for a in v:
        yield a * x
        for k in range(3):
            if a < k:
                break
        else:
            break
        yield a * a * x


def taken_else(x, v):
    g = gen_else(v, x)
    t = next(g)
    for w in g:
        t = t * w + w
    return t


def own_name(x):
    def a(z):
        return z * z

    return a(x) * (2.0 if a.__name__ == 'a' else 3.0)


def sq(z):
    return z * z


def cube(z):
    return z**3


def by_name_of_outer(x):
    d = {f.__name__: f for f in (sq, cube)}
    return d['sq'](x) + 2 * d['cube'](x)


def names_of_parameters(x, f):
    return f(x) * (2.0 if f.__name__ == 'sq' else 3.0)


def timed(f):
    @functools.wraps(f)
    def wrapper(*a, **k):
        CALLS[wrapper.__name__] = CALLS.get(wrapper.__name__, 0) + 1
        return f(*a, **k)

    return wrapper


@timed
def work(x):
    return x * x


def by_timed(x):
    return work(x) * (2.0 if work.__name__ == 'work' else 1.0)


def sorted_by_name(x):
    t = x
    for f in sorted([sq, cube, work], key=lambda f: f.__name__):
        t = f(t) + 0.1
    return t


def report(x):
    out = {}
    for f in (np.sin, np.cos, np.tanh):
        out[f.__name__] = f(x)
    return out['sin'] + 2 * out['cos'] + 3 * out['tanh']


CASES = [(f, (1.3,), (0,)) for f in (
    by_registry, local_registry, powers_handler_breaks, powers_handler_continues, else_breaks, match_breaks, own_name,
    by_name_of_outer, by_timed, sorted_by_name, report,
)] + [(f, (1.3, [1.0, -2.0, 0.0, 3.0]), (0,)) for f in (steps_continue, steps_break)] + [
    (handler_breaks, (1.3, 4), (0,)),
    (handler_continues, (1.3, 4), (0,)),
    (taken, (1.3, [2.0, 11.0, 3.0, 4.0, 12.0, 1.0, 6.0]), (0,)),
    (taken_break, (0.7, [2.0, 0.4, 12.0, 1.0, 0.6]), (0,)),
    (taken_match, (1.3, [2.0, 1.0, 4.0, 1.0, 7.0, 6.0]), (0,)),
    (taken_else, (1.3, [0.5, 1.5, 7.0, 6.0]), (0,)),
    (names_of_parameters, (1.3, sq), (0,)),
    (names_of_parameters, (1.3, cube), (0,)),
]  # fmt: skip
