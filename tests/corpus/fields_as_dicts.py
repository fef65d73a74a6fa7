"""asdict and astuple of dataclasses within dataclasses."""

import numpy as np
from dataclasses import dataclass, asdict, astuple, field


@dataclass
class Inner:
    a: float
    c: list = field(default_factory=list)


@dataclass
class Outer:
    i: Inner
    b: float
    w: np.ndarray = None
    many: list = field(default_factory=list)


def nested_fields(x):
    o = Outer(Inner(x), 2 * x)
    d = asdict(o)
    return d['i']['a'] * d['b']


def fields_copied(x):
    o = Outer(Inner(x, [x, 1.0]), 2 * x, np.array([x, x * x]), [Inner(x), Inner(2 * x, [x])])
    d = asdict(o)
    o.i.c[0] = 5.0
    o.w[0] = 3.0
    o.many[0].a = 7.0
    d['w'][1] *= 2
    return d['i']['c'][0] * d['w'].sum() + d['many'][0]['a'] * d['many'][1]['c'][0] + o.w.sum() + o.many[0].a


@dataclass
class P:
    m: float
    pos: tuple
    name: str = 'p'


def tuple_field(x):
    p = P(x, (x, 2 * x))
    d = asdict(p)
    return d['m'] * d['pos'][1]


@dataclass
class S:
    xs: list

    def total(self):
        return sum(self.xs)


def fields_as_tuple(x):
    s = S([x, 2.0])
    (t,) = astuple(s)
    s.xs.append(x)
    return sum(t) * s.total()


def rows_of_fields(x):
    ps = [P(x, None), P(2 * x, None)]
    rows = [asdict(p) for p in ps]
    return sum(r['m'] ** 2 for r in rows)


def numbers_among_fields(x):
    o = Outer(Inner(x), x)

    def show(o):
        return sum(v for k, v in asdict(o).items() if isinstance(v, float))

    return show(o.i)


def list_of_fields_changed(x):
    o = S([x])
    asdict(o)['xs'][0] *= x
    return o.xs[0]


CASES = [
    (f, (1.3,), (0,))
    for f in (
        nested_fields,
        fields_copied,
        tuple_field,
        fields_as_tuple,
        rows_of_fields,
        numbers_among_fields,
        list_of_fields_changed,
    )
]


@dataclass
class Placed:
    pos: tuple
    more: object = None


def multiples(x, n):
    return tuple([x * (k + 1) for k in range(n)])


def tuple_of_any_length(x):
    d = asdict(Placed(multiples(x, 3), (x, 2.0)))
    return sum(d['pos'] + (x,)) * d['more'][0] * (2.0 if isinstance(d['pos'], tuple) else 3.0)


CASES += [(tuple_of_any_length, (1.3,), (0,))]
