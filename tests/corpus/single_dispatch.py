"""Functions of functools.singledispatch: chosen by the class of their first argument."""

from functools import singledispatch
from dataclasses import dataclass
import numpy as np


@dataclass
class Sq:
    a: float


@dataclass
class Ci:
    r: float


@dataclass
class Bin:
    op: str
    l: object
    r: object


@dataclass
class Num:
    v: float


@dataclass
class Var:
    n: str


@singledispatch
def area(s):
    raise TypeError(s)


@area.register
def _(s: Sq):
    return s.a**2


@area.register
def _(s: Ci):
    return 3.14 * s.r**2


@area.register(list)
def _(s):
    return sum(area(q) for q in s)


@singledispatch
def ev(e, env):
    return e * 1.0


@ev.register(Num)
def ev_num(e, env):
    return e.v


@ev.register(Var)
def ev_var(e, env):
    return env[e.n]


@ev.register(Bin)
def ev_bin(e, env):
    l, r = ev(e.l, env), ev(e.r, env)
    return l + r if e.op == '+' else l * r


@singledispatch
def show(v, k=1.0):
    return 0.0


@show.register(float)
def _(v, k=1.0):
    return v * k


@show.register(np.ndarray)
def _(v, k=1.0):
    return float(v.sum()) * k


@show.register(tuple)
def _(v, *, k=2.0):
    return sum(show(q) for q in v) * k


@show.register(type(None))
def _(v):
    return 5.0


def areas(x):
    return sum(area(s) for s in [Sq(x), Ci(2 * x)])


def area_of_a_list(x):
    return area(Sq(x)) * area([Sq(x), Ci(x * x)])


def expression_evaluated(x, y):
    t = Bin('+', Bin('*', Var('x'), Num(y)), Bin('*', Var('x'), Var('x')))
    return ev(t, {'x': x})


def by_kinds_of_values(x, v):
    return show(x) + show(v, k=x) + show((x, v), k=x) + show('a') + show(None)


def numbers_alone(x, v):
    return show(x, 2.0) * show(v[0])


def areas_in_a_loop(x):
    t = 0.0
    for o in (Sq(x), Ci(x), Sq(2 * x)):
        t = t * x + area(o)
    return t


def handed_on(x):
    f = area
    return f(Sq(x)) + sum(map(area, [Sq(x), Sq(2 * x)]))


_state = {'k': 1.0}


@singledispatch
def kept(v):
    return _state['k']


def reads_what_is_written_outside(x):
    _state['k'] = x
    t = kept('a') * x
    _state['k'] = 1.0
    return t


CASES = [
    *[(f, (1.3,), (0,)) for f in (areas, area_of_a_list, areas_in_a_loop, handed_on, reads_what_is_written_outside)],
    (expression_evaluated, (1.3, 0.7), (0, 1)),
    *[(f, (1.3, np.array([1.0, 2.0])), (0, 1)) for f in (by_kinds_of_values, numbers_alone)],
]
