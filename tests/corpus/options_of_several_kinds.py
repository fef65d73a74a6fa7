"""Attributes set by their names from options of several kinds: numbers, counts, arrays, functions."""

import math
import random

import numpy as np


class Options:
    def __init__(self, **kw):
        for k, v in kw.items():
            setattr(self, k, v)


def a_text_among_them(x, y):
    p = Options(a=x, name='q', n=3)
    return p.a * p.n


class IntoDict:
    def __init__(self, **kw):
        self.__dict__.update(kw)


def into_the_dict(x, y):
    p = IntoDict(a=x, name='q', n=3)
    return p.a * p.n


def a_function_among_them(x, y):
    p = IntoDict(a=x, f=math.sin)
    return p.f(p.a)


def a_generator_among_them(x, y):
    p = IntoDict(a=x, rng=random.Random(1))
    return p.a * p.rng.random()


def an_array_among_them(x, y):
    p = IntoDict(a=x, v=np.ones(3))
    return p.a * p.v.sum()


class OverDefaults:
    DEF = dict(S=1361.0, B=2.0, n=10, name='q')

    def __init__(self, **over):
        for k, v in {**self.DEF, **over}.items():
            setattr(self, k, v)


def over_those_of_the_class(x, y):
    d = OverDefaults(B=x)
    return d.B * d.S / 1000.0 * np.ones(d.n).sum()


class FromDefaults:
    defaults = {'lr': 0.1, 'steps': 5, 'f': math.sin}

    def __init__(self, **kw):
        opts = dict(self.defaults)
        opts.update(kw)
        for k, v in opts.items():
            setattr(self, k, v)


def a_function_by_default(x, y):
    d = FromDefaults(lr=x)
    s = y
    for i in range(d.steps):
        s -= d.lr * d.f(s)
    return s


class Allowed:
    def __init__(self, **kw):
        allowed = {'lr', 'steps'}
        for k, v in kw.items():
            if k not in allowed:
                raise TypeError(k)
            setattr(self, k, v)


def only_those_that_are_allowed(x, y):
    d = Allowed(lr=x, steps=4)
    s = y
    for i in range(d.steps):
        s -= d.lr * s
    return s


class FromDict:
    def __init__(self, cfg):
        for k in cfg:
            setattr(self, k, cfg[k])


def of_a_given_dict(x, y):
    d = FromDict({'lr': x, 'steps': 4, 'w': np.array([x, y])})
    return d.lr * d.steps * d.w.sum()


def told_by_their_names(x, y):
    cfg = {'lr': x, 'steps': 4, 'w': np.array([x, y])}
    s = 0.0
    for k, v in cfg.items():
        if k == 'w':
            s += v.sum()
        elif k == 'lr':
            s += v * 2
    return s


def told_by_their_kinds(x, y):
    cfg = {'lr': x, 'name': 'adam', 'w': np.array([x, y])}
    s = 0.0
    for k, v in cfg.items():
        if isinstance(v, np.ndarray):
            s += v.sum()
        elif isinstance(v, float):
            s += v * 2
    return s


def functions_of_the_program(x, y):
    p = IntoDict(a=x, f=lambda v: v * x, g=abs)
    return p.f(p.a) + p.g(p.a)


class Factors:
    p = 2.0
    q = 3.0
    r = 5.0


def in_the_order_of_the_dict(x, y):
    d = {}
    if y > 5:
        d['p'] = x
    d['q'] = y
    d['p'] = x
    o = Factors()
    s = 0.0
    for k, v in d.items():
        s = s * 2 + getattr(o, k) * v
    return s


def in_the_order_of_two_dicts(x, y):
    d = {'p': x, 'q': y}
    e = {'q': x}
    if y > 5:
        e['r'] = y
    f = {**e, **d}
    o = Factors()
    s = 0.0
    for k, v in f.items():
        s = s * 2 + getattr(o, k) * v
    return s


def put_last(x, y):
    d = {'p': x, 'q': y}
    if y < 5:
        v = d.pop('p')
        d['p'] = v * 2
    o = Factors()
    s = 0.0
    for k in d:
        s = s * 2 + getattr(o, k) * d[k]
    return s


class Logged:
    def __init__(self):
        self.log = 1.0
        self.z = 0.0

    def __setattr__(self, k, v):
        object.__setattr__(self, k, v)
        if k not in ('log', 'z'):
            object.__setattr__(self, 'log', self.log * 2 + v)


def set_by_the_class(x, y):
    d = {}
    if y > 5:
        d['p'] = x
    d['q'] = y
    d['p'] = x
    w = Logged()
    for k, v in d.items():
        setattr(w, k, v)
    return w.log


class LoggedByProperties:
    log = 1.0

    @property
    def p(self):
        return self._p

    @p.setter
    def p(self, v):
        self._p = v
        self.log = self.log * 2 + v

    @property
    def q(self):
        return self._q

    @q.setter
    def q(self, v):
        self._q = v
        self.log = self.log * 2 + v


def set_by_properties(x, y):
    d = {}
    if y > 5:
        d['p'] = x
    d['q'] = y
    d['p'] = x
    w = LoggedByProperties()
    for k, v in d.items():
        setattr(w, k, v)
    return w.log


class WithDefaults:
    defaults = {}

    def __init__(self, **options):
        opts = dict(self.defaults)
        opts.update(options)
        for k, v in opts.items():
            setattr(self, k, v)


class WithValue(WithDefaults):
    defaults = {'value': 1.0}


class WithSigma(WithDefaults):
    defaults = {'sigma': 1.0, 'radius': 2}


def of_two_classes(x, y):
    s = 0.0
    for c, o in ((WithValue, {'value': x}), (WithSigma, {'sigma': x})):
        f = c(**o)
        s += f.value if isinstance(f, WithValue) else f.sigma * f.radius
    return s * y


class ThreeOfAClass:
    a = 1.0
    b = 2.0
    c = 3.0


def perhaps_one_more(x, y):
    p = ThreeOfAClass()
    o = {'a': x}
    if y > 5:
        o['b'] = y
    o['c'] = x * y
    k = None
    for k, v in o.items():
        setattr(p, k, v)
    return p.a * p.b + p.c + v + (1.0 if k == 'c' else 0.0)


def of_one_dict_or_another(x, y):
    p = ThreeOfAClass()
    for k in ('a', 'b'):
        o = {'a': x} if k == 'a' else {'b': y, 'c': x}
        for n, v in o.items():
            setattr(p, n, v)
    return p.a * p.b + p.c


CASES = [
    (a_text_among_them, (1.3, 0.8), (0, 1)),
    (into_the_dict, (1.3, 0.8), (0, 1)),
    (a_function_among_them, (1.3, 0.8), (0, 1)),
    (a_generator_among_them, (1.3, 0.8), (0, 1)),
    (an_array_among_them, (1.3, 0.8), (0, 1)),
    (over_those_of_the_class, (1.3, 0.8), (0, 1)),
    (a_function_by_default, (1.3, 0.8), (0, 1)),
    (only_those_that_are_allowed, (1.3, 0.8), (0, 1)),
    (of_a_given_dict, (1.3, 0.8), (0, 1)),
    (told_by_their_names, (1.3, 0.8), (0, 1)),
    (told_by_their_kinds, (1.3, 0.8), (0, 1)),
    (functions_of_the_program, (1.3, 0.8), (0, 1)),
    (in_the_order_of_the_dict, (1.3, 0.8), (0, 1)),
    (in_the_order_of_two_dicts, (1.3, 0.8), (0, 1)),
    (put_last, (1.3, 0.8), (0, 1)),
    (set_by_the_class, (1.3, 0.8), (0, 1)),
    (set_by_properties, (1.3, 0.8), (0, 1)),
    (of_two_classes, (1.3, 0.8), (0, 1)),
    (perhaps_one_more, (1.3, 0.8), (0, 1)),
    (of_one_dict_or_another, (1.3, 0.8), (0, 1)),
]
