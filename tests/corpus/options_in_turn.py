"""Functions and classes of several signatures, called with options."""

import functools
import math

REG = {}


def register(name):
    def deco(f):
        REG[name] = f
        return f

    return deco


@register('gauss')
def gauss(x, sigma=1.0):
    return math.exp(-x * x / (2 * sigma**2))


@register('poly')
def poly(x, a=1.0, b=2.0):
    return a * x + b * x * x


def call(name, x, **kw):
    return REG[name](x, **kw)


def registered_with_options(x):
    return call('gauss', x, sigma=2.0) + call('poly', x, a=3.0) + call('poly', x)


def tables_of_options(x):
    t = 0.0
    for name, kw in [('gauss', {'sigma': x}), ('poly', {'a': x}), ('poly', {'a': 1.0, 'b': x})]:
        t += REG[name](x, **kw)
    return t


class Layer:
    def __init__(self, w, act='tanh', **options):
        self.w, self.act, self.options = w, act, options

    def __call__(self, v):
        return ACTS[self.act](self.w * v, **self.options)


ACTS = {
    'tanh': math.tanh,
    'leaky': lambda v, slope=0.1: v if v > 0 else slope * v,
    'elu': lambda v, alpha=1.0: v if v > 0 else alpha * (math.exp(v) - 1),
}


def caught_option(x):
    try:
        return call('gauss', x, a=2.0)
    except TypeError:
        return x * 7


def make(kind, *args):
    return {'g': gauss, 'p': poly}[kind](*args)


def positional_in_turn(x):
    return make('g', x) + make('p', x, 3.0, x) + make('g', x, x)


class A:
    def __init__(self, k=1.0):
        self.k = k

    def area(self):
        return self.k**2


class B:
    def __init__(self, w, h=2.0):
        self.w, self.h = w, h

    def area(self):
        return self.w * self.h


SHAPES = {'a': A, 'b': B}


def shape(kind, **kw):
    return SHAPES[kind](**kw)


def classes_with_options(x):
    return shape('a', k=x).area() + shape('b', w=x).area() + shape('b', w=x, h=x).area() + shape('a').area() * x


def popped_kind(x):
    spec = [{'kind': 'a', 'k': x}, {'kind': 'b', 'w': x, 'h': 3.0}]
    t = 0.0
    for s in spec:
        s = dict(s)
        t += SHAPES[s.pop('kind')](**s).area()
    return t


def runs_with_options(x):
    def run(f, *args, **kw):
        return f(*args, **kw)

    return run(gauss, x, sigma=x) + run(poly, x, b=x) + run(lambda: x)


CASES = [
    (f, (1.3,), (0,))
    for f in (
        registered_with_options,
        tables_of_options,
        caught_option,
        positional_in_turn,
        classes_with_options,
        popped_kind,
        runs_with_options,
    )
]


def weighed(a=1.0, b=2.0, c=0.5):
    return a * b + c


def partial_given_again(x):
    g = functools.partial(weighed, b=x)
    return g(b=2 * x) + g(a=x) + g(x, c=x)


def partials_in_turn(x):
    gs = [functools.partial(weighed, b=x), functools.partial(weighed, x)]
    return sum(g(c=x) for g in gs)


def partial_of_partial(x):
    g = functools.partial(weighed, b=x)
    k = functools.partial(g, b=3.0)
    return k(x) + functools.partial(g, c=x)(b=1.0)


CASES += [(f, (0.8,), (0,)) for f in (partial_given_again, partials_in_turn, partial_of_partial)]
