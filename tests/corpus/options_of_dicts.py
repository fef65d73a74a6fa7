"""Dicts behind two stars whose keys differ from run to run, for functions, classes, dataclasses and named tuples."""

import copy
import math
from dataclasses import dataclass, field
from collections import namedtuple


@dataclass
class Settings:
    a: float = 1.0
    b: float = 2.0
    c: list = field(default_factory=list)


def rows_to_dataclass(x):
    cfgs = [{'a': x}, {'b': x}, {}, {'a': x, 'b': x * x}]
    return sum(Settings(**c).a * Settings(**c).b for c in cfgs)


def key_set_in_an_if(x):
    o = {'a': x}
    if x > 1:
        o['b'] = x * x
    return Settings(**o).b * Settings(**o, c=[x]).c[0]


Point = namedtuple('Point', 'u v', defaults=[3.0])


def rows_to_named_tuple(x):
    return sum(Point(**p).u * Point(**p).v for p in [{'u': x, 'v': 2.0}, {'u': x * x}])


def options_to_dataclass(x):
    def cfg(**kw):
        return Settings(**kw)

    return cfg(a=x).b * cfg(b=x).a + cfg(b=x).b


def merged_options(x):
    base = {'a': x, 'b': 1.0}
    return Settings(**{**base, 'b': x}).b * Settings(**dict(base, a=2.0)).a


def wrong_rows(x):
    t = 0.0
    for row in ({'a': x}, {'z': x}, {'a': 1.0, 'b': x}):
        try:
            t += Settings(**row).b
        except TypeError:
            t += 5 * x
    return t


@dataclass
class Post:
    a: float
    b: float = 2.0
    s: float = field(init=False)

    def __post_init__(self):
        self.s = self.a * self.b


def rows_to_post_init(x):
    return sum(Post(**r).s for r in [{'a': x}, {'a': x, 'b': x}])


def wrong_rows_again(x):
    t = 0.0
    for r in [{'a': x}, {'b': x}, {'a': 1.0, 's': x}]:
        try:
            t += Post(1.0, **r).s
        except TypeError:
            t += 3 * x
        try:
            t += Post(**r).s
        except TypeError:
            t += 5 * x
    return t


def options_to_dict(x):
    d = dict(**{'a': x}) if x > 1 else {}
    return dict(**d).get('a', 2.0) * x


def options_given_back(x):
    def f(**kw):
        return dict(kw, z=1.0)

    return sum(f(a=x).values()) + sum(f(b=x).values()) + sum(dict(**f(c=x * x)).values())


def line(x, a=1.0, b=2.0):
    return a * x + b * x * x


def wave(x, a=1.0):
    return a * math.sin(x)


REG = {'p': line, 'q': wave}


def copied_options(x, flag):
    a = {'a': x} if flag else {'b': 3.0}
    opts = {**a}
    return line(x, **opts)


def copied_options_in_turn(x, flag):
    a = {'a': x} if flag else {'b': 3.0}
    opts = {**a}
    return REG['q' if flag else 'p'](x, **opts)


def options_that_grow(x, flag):
    opts = dict(a=x)
    if flag:
        opts = {**opts, 'b': x}
    return REG['p' if flag else 'q'](x, **opts)


def options_by_setdefault(x, flag):
    def make(**kw):
        kw.setdefault('a', x)
        return kw

    o = make(b=2.0) if flag else make()
    return REG['p' if flag else 'q'](x, **o)


def defaults_and_options(x, flag):
    def run(name, **kw):
        opts = {'a': 2.0, **kw}
        return REG[name](x, **opts)

    return run('p', b=x) + run('q', a=x) + run('p') + run('q')


def option_deleted(x, flag):
    o = {'a': x, 'b': 2.0}
    if flag:
        del o['b']
    return REG['q' if flag else 'p'](x, **o)


def option_popped(x, flag):
    o = {'a': x, 'b': 2.0}
    o.pop('b') if flag else None
    return REG['q' if flag else 'p'](x, **o)


def option_repeated(x, flag):
    configs = [('p', {'a': x}), ('q', {}), ('p', {'b': x, 'a': 1.0})]
    t = 0.0
    for n, kw in configs:
        try:
            t += REG[n](x, **kw, a=2.0)
        except TypeError:
            t += 7 * x
    return t


def options_tried(x, flag):
    t = 0.0
    for n in ('p', 'q'):
        for kw in ({'a': x}, {'b': x}, {'a': x, 'b': 1.0}, {}):
            try:
                t += REG[n](x, **kw)
            except TypeError:
                t += 7 * x
    return t


class A:
    def __init__(self, k=1.0):
        self.k = k

    def f(self, v):
        return self.k * v


class B(A):
    def __init__(self, k, j=3.0):
        super().__init__(k)
        self.j = j

    def f(self, v):
        return self.k * self.j * v


class C:
    def __init__(self, *, w):
        self.k = w

    def f(self, v):
        return v / self.k


CL = {'a': A, 'b': B, 'c': C}


def classes_tried(x, flag):
    t = 0.0
    for n in CL:
        for kw in ({'k': x}, {'k': 2.0, 'j': x}, {'w': x}, {}):
            try:
                t += CL[n](**kw).f(x)
            except TypeError:
                t += 7 * x
    return t


def classes_tried_by_position(x, flag):
    t = 0.0
    for n in CL:
        for args in ((x,), (x, 2.0), (), (1.0, x, x)):
            try:
                t += CL[n](*args).f(x)
            except TypeError:
                t += 7 * x
    return t


def functions_tried(x, flag):
    t = 0.0
    for f in (line, wave, lambda v: v):
        for args in ([x], [x, 2.0], [], [1.0, x, x]):
            try:
                t += f(*args)
            except TypeError:
                t += 7 * x
    return t


def options_changed_between(x, flag):
    kw = {'a': x}
    t = wave(x, **kw)
    kw['b'] = x
    t += line(x, **kw)
    kw.clear()
    return t + wave(x, **kw)


def runs_of_configs(x, flag):
    return run_all(x, [{'a': x}, {'b': 2.0}, {'a': 1.0, 'b': x}])


def run_all(x, configs):
    return sum(line(x, **c) for c in configs)


def copies_of_options(x, flag):
    a = {'a': x} if flag else {'b': 3.0}
    return line(x, **a.copy()) + line(x, **dict(a)) + line(x, **(a | {'b': 1.0}))


def options_of_copies(x, flag):
    a = {'a': x}
    if flag:
        a['b'] = x
    b = copy.copy(a)
    c = copy.deepcopy(a)
    d = {}
    d.update(a)
    return line(x, **b) + 2 * line(x, **c) + 3 * line(x, **d)


def given(x, configs):
    t = 0.0
    for k, c in enumerate(configs):
        t += (k + 1) * line(x, **c)
    return t


def given2(x, c):
    return line(x, **c['one']) + line(x, **c['two'])


CASES = [
    (f, (1.3,), (0,))
    for f in (
        rows_to_dataclass,
        key_set_in_an_if,
        rows_to_named_tuple,
        options_to_dataclass,
        merged_options,
        wrong_rows,
        rows_to_post_init,
        wrong_rows_again,
        options_to_dict,
        options_given_back,
    )
]
CASES += [
    (f, (1.3, flag), (0,))
    for f in (
        copied_options,
        copied_options_in_turn,
        options_that_grow,
        options_by_setdefault,
        defaults_and_options,
        option_deleted,
        option_popped,
        option_repeated,
        options_tried,
        classes_tried,
        classes_tried_by_position,
        functions_tried,
        options_changed_between,
        runs_of_configs,
        copies_of_options,
        options_of_copies,
    )
    for flag in (True, False)
]
CASES += [
    (given, (1.3, [{'a': 2.0}, {'b': 2.0}, {'a': 1.0, 'b': 0.5}]), (0,)),
    (given2, (1.3, {'one': {'a': 2.0}, 'two': {'b': 3.0}}), (0,)),
]
