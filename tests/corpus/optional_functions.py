"""Functions that may be None: hooks, activations, methods of what has one and what has none."""

import math


class F:
    def __init__(self, k, g=None):
        self.k, self.g = k, g

    def go(self, v):
        r = v * self.k
        return self.g(r) if self.g else r

    def go2(self, v):
        r = v * self.k
        if self.g is not None:
            r = self.g(r)
        return r


def optional_function(x, y):
    return F(x).go(y) + F(y, lambda v: v * v).go(x)


def optional_function2(x, y):
    return F(x).go2(y) + F(y, lambda v: v * v).go2(x)


def optional_library(x, y):
    return F(x).go2(y) + F(y, math.sin).go2(x) + F(y, math.cos).go2(x)


def one_only(x, y):
    return F(x).go2(y)


def list_of(x, y):
    t = x
    for o in [F(x), F(y, lambda v: v * v), F(x, math.tanh)]:
        t = o.go2(t)
    return t


def hook(x, y, on_step=None):
    t = x
    for k in range(3):
        t = t * y
        if on_step:
            on_step(t)
    return t


def with_hook(x, y):
    log = []
    return hook(x, y) + hook(y, x, log.append) * sum(log)


def activation(x, y, c=True):
    f = math.tanh if c else None
    return f(x) * y if f else x * y


def act2(x, y):
    t = 0.0
    for f in (math.tanh, None, abs):
        t += f(x) * y if f is not None else x * y
    return t


CASES = [
    (f, (1.3, 0.8), (0, 1))
    for f in (optional_function, optional_function2, optional_library, one_only, list_of, with_hook, activation, act2)
]


def h1(x, y):
    return hook(x, y)


def h2(x, y):
    log = []
    return hook(y, x, log.append) * sum(log)


def h3(x, y):
    log = []
    return hook(x, y) + hook(y, x, lambda v: log.append(v)) * sum(log)


def ifexp(x, y, g=None):
    return g(x) if g else x


def i1(x, y):
    return ifexp(x, y) * y


def i2(x, y):
    return ifexp(x, y) * y + ifexp(x, y, math.sin)


class G:
    def __init__(self, k, g=None):
        self.k, self.g = k, g

    def go(self, v):
        return self.g(v) if self.g else v

    def go3(self, v):
        if self.g:
            return self.g(v)
        return v


def f1(x, y):
    return G(x).go(y)


def f2(x, y):
    return G(x, math.sin).go(y)


def f3(x, y):
    return G(x, math.sin).go(y) + G(x).go(y)


def f4(x, y):
    return G(x, math.sin).go3(y) + G(x).go3(y)


CASES += [(f, (1.3, 0.8), (0, 1)) for f in (h1, h2, h3, i1, i2, f1, f2, f3, f4)]


def divides(x):
    try:
        return x / 0.0
    except ZeroDivisionError:
        return x * 2


def run(x, n, stop=None):
    for k in range(n):
        if stop and stop(x, k):
            break
        x = x * 1.1
    return x


def stopped(x):
    return run(x, 4) + run(x, 5, lambda v, k: v > 1.5)


def never_stopped(x):
    return run(x, 4)


def observed(x, obs=None):
    s = x * 2
    obs and obs(s)
    return s


def observes(x):
    log = []
    return observed(x) + observed(x, lambda s: log.append(s)) * sum(log)


def clipped(x, clip=None):
    g = x * 3
    g = clip(g) if clip else g
    return g


def clips(x):
    return clipped(x) + clipped(x, math.tanh)


def value_or(x, f=None):
    r = f and f(x)
    return x if r is None else r


def values_or(x):
    return value_or(x) * value_or(x, math.sin)


CASES += [(f, (1.3,), (0,)) for f in (divides, stopped, never_stopped, observes, clips, values_or)]


class Kept:
    def __init__(self, f, args=None):
        self.f, self.args = f, args or ()

    def __call__(self, x):
        return self.f(x, *self.args)


def no_arguments_kept(x):
    return Kept(lambda a: a * a)(x)


def arguments_kept(x):
    return Kept(lambda a, b: a * b, (x,))(x)


class Defaulted:
    def __init__(self, f, args=()):
        self.f, self.args = f, args

    def __call__(self, x):
        return self.f(x, *self.args)


def arguments_by_default(x):
    return Defaulted(lambda a: a * a)(x) + Defaulted(lambda a, b: a * b, (x,))(x)


class Starred:
    def __init__(self, f, *args):
        self.f, self.args = f, args

    def __call__(self, x):
        return self.f(x, *self.args)


def arguments_by_star(x):
    return Starred(lambda a: a * a)(x) + Starred(lambda a, b: a * b, x)(x)


def quad(f, a, b, args=()):
    n = 4
    h = (b - a) / n
    return sum(f(a + (k + 0.5) * h, *args) for k in range(n)) * h


def quadrature_with_arguments(x):
    return (
        quad(lambda t: t * t, 0.0, x)
        + quad(lambda t, a: t * a, 0.0, 1.0, (x,))
        + quad(lambda t, a, b: t * a + b, 0.0, 1.0, args=(x, 2.0))
    )


def stars_in_a_list(x):
    fs = [Starred(lambda a: a * a), Starred(lambda a, b: a * b, x)]
    return sum(f(x) for f in fs)


def defaults_in_a_list(x):
    fs = [Defaulted(lambda a: a * a), Defaulted(lambda a, b: a * b, (x,))]
    return sum(f(x) for f in fs)


def opt(f, x, args=None):
    if args is None:
        args = ()
    if not isinstance(args, tuple):
        args = (args,)
    return f(x, *args)


def argument_or_arguments(x):
    return opt(lambda a: a, x) + opt(lambda a, b: a * b, x, x) + opt(lambda a, b: a * b, x, (x,))


def or_of_none(x, a=None, b=True):
    return (a or x) * (b and x) * (a or b and x * 2)


def options_or(x, opts=None):
    o = opts or {'k': x}
    return o['k'] * 2


def function_or(x, f=None):
    g = f or (lambda v: v * v)
    return g(x)


def list_or(x, xs=None):
    xs = xs or [x, 1.0]
    xs = xs and xs[1:]
    return sum(xs) * x


CASES += [
    (f, (1.3,), (0,))
    for f in (
        no_arguments_kept,
        arguments_kept,
        arguments_by_default,
        arguments_by_star,
        quadrature_with_arguments,
        stars_in_a_list,
        defaults_in_a_list,
        argument_or_arguments,
        or_of_none,
        options_or,
        function_or,
        list_or,
    )
]
