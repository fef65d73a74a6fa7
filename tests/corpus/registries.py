"""Functions and classes by their names, attributes by composed names, fields that are replaced by name."""

import random
from dataclasses import dataclass, field, replace


class D:
    def __init__(self, x):
        for g in 'if':
            setattr(self, 'W_' + g, x)


def letters_of_a_text(x, y):
    c = D(x)
    s = 0.0
    for g in 'if':
        s += getattr(c, 'W_' + g) * y
    return s


class E:
    def __init__(self, x):
        for g in ('i', 'f'):
            setattr(self, 'W_' + g, x)
            setattr(self, 'b_' + g, 2 * x)


def letters_of_a_tuple(x, y):
    c = E(x)
    s = 0.0
    for g in ('i', 'f'):
        s += getattr(c, 'W_' + g) * y
    return s


class F:
    def __init__(self, x):
        self.W_i = x
        self.W_f = 2 * x
        self.b_i = 1.0
        self.b_f = x


def two_loops(x, y):
    c = F(x)
    s = 0.0
    for g in ('i', 'f'):
        for p in 'Wb':
            s += getattr(c, p + '_' + g) * y
    return s


def unpacked_attributes(x, y):
    c = F(x)
    s = 0.0
    for g in ('i', 'f'):
        W, b = (getattr(c, p + '_' + g) for p in 'Wb')
        s += W * y + b
    return s


class S:
    def __init__(self, b=1.0):
        self.b = b

    def __call__(self, z):
        return z * self.b


def f(z, k=2.0):
    return z * k


REG = {'s': S, 'f': f}


def create2(n):
    o = REG[n]
    if isinstance(o, type):
        return o()
    return o


def function_or_class(x, y):
    return create2('f')(x) * y


def function_by_name(x, y):
    g = create2('f')
    return g(x) * y


def object_by_name(x, y):
    g = create2('s')
    return g(x) * y


def made_and_called(x, y):
    return create2('s')(x) * y


def get(n):
    return REG[n]


def got_and_called(x, y):
    return get('f')(x) * y


@dataclass(frozen=True)
class C:
    a: float = 1.0
    b: float = 2.0
    n: int = 3


@dataclass
class DTwo:
    a: float
    c: C = field(default_factory=C)

    def __post_init__(self):
        self.s = self.a * 2


def replaced_in_a_loop(x, y):
    c = C()
    for k, v in [('a', x), ('b', y)]:
        c = replace(c, **{k: v})
    return c.a * c.b * c.n


def over(c, path, v):
    head, _, tail = path.partition('.')
    if tail:
        return replace(c, **{head: over(getattr(c, head), tail, v)})
    return replace(c, **{head: v})


def replaced_by_path(x, y):
    return over(over(C(), 'a', x), 'b', y).a * y


def replaced_and_made_again(x, y):
    d = over(DTwo(y), 'a', x)
    return d.s * d.a


def replaced_by_a_dict(x, y):
    opts = {'a': x, 'b': x * y}
    c = replace(C(), **opts)
    return c.a * c.b


def no_such_field(x, y):
    try:
        c = replace(C(), **{'zz'[: 1 + int(y)]: x})
    except TypeError:
        return x * 3
    return c.a


def one_after_the_other(x, y):
    c = C()
    grads = {}
    for k in ('a', 'b'):
        up = replace(c, **{k: getattr(c, k) + x})
        grads[k] = up.a * up.b
    return grads['a'] + grads['b'] * y


class A:
    def __init__(self, o):
        self.o = o

    def meet(self, mu):
        self.o += mu

    def get(self):
        return self.o * 2


def drawn_and_changed(x, y):
    ags = [A(x), A(y)]
    a = random.Random(3).choice(ags)
    a.meet(y)
    return a.o


def drawn_in_a_loop(x, y):
    rng = random.Random(3)
    ags = [A(x), A(y)]
    for _ in range(3):
        a = rng.choice(ags)
        a.meet(x)
    return ags[0].o + ags[1].o


def drawn_and_called(x, y):
    rng = random.Random(3)
    ags = [A(x), A(y)]
    for _ in range(3):
        rng.choice(ags).meet(x)
    return ags[0].o + ags[1].o


def sample_changed(x, y):
    rng = random.Random(3)
    ags = [A(x), A(y)]
    for a in rng.sample(ags, 2):
        a.meet(x)
    return ags[0].o + ags[1].o


def shuffled_and_changed(x, y):
    rng = random.Random(3)
    ags = [A(x), A(y)]
    rng.shuffle(ags)
    for a in ags:
        a.meet(x)
    return ags[0].o + 2 * ags[1].o


LAYERS = [
    dict(name='p', att=0, lim=0.5, share=1.0),
    dict(name='x', att=0.3, lim=20, share=0.8),
    dict(name='c', att=0.2, lim=None, share=0.5),
]


def layer_loss(v, att, lim=None, share=1.0, **_):
    e = max(v - att, 0)
    if lim is not None:
        e = min(e, lim)
    return share * e


def layers_by_options(x, y):
    return sum(layer_loss(z, **l) for l in LAYERS for z in (x, y, x * y))


ROWS = [{'k': 'a', 'w': 2.0}, {'k': 'b', 'w': 3.0, 'u': 4.0}]


def with_rest(v, w=1.0, **rest):
    s = v * w
    for key, u in rest.items():
        s += len(key) * (u if isinstance(u, float) else 0.5) * v
    return s


def rest_of_some(x, y):
    s = 0.0
    for r in ROWS:
        s = s * y + with_rest(x, **r)
    return s


def with_all_of_the_rest(v, w=1.0, **rest):
    return v * w + sum(rest.values()) * v


def rest_with_derivatives(x, y):
    s = 0.0
    for r in [{'w': x, 'p': 2.0}, {'p': y}, {'w': 2.0, 'q': x, 'p': 1.0}]:
        s = s * y + with_all_of_the_rest(x, **r)
    return s


class Held:
    def __init__(self, a):
        self.a = a


def drawn_from_constants(x):
    rng = random.Random(1)
    s = Held(x)
    d = rng.choice([[1.0, 2.0], [3.0, 4.0]])
    return s.a * d[0]


CASES = [
    (letters_of_a_text, (1.3, 0.8), (0, 1)),
    (letters_of_a_tuple, (1.3, 0.8), (0, 1)),
    (two_loops, (1.3, 0.8), (0, 1)),
    (unpacked_attributes, (1.3, 0.8), (0, 1)),
    (function_or_class, (1.3, 0.8), (0, 1)),
    (function_by_name, (1.3, 0.8), (0, 1)),
    (object_by_name, (1.3, 0.8), (0, 1)),
    (made_and_called, (1.3, 0.8), (0, 1)),
    (got_and_called, (1.3, 0.8), (0, 1)),
    (replaced_in_a_loop, (1.3, 0.8), (0, 1)),
    (replaced_by_path, (1.3, 0.8), (0, 1)),
    (replaced_and_made_again, (1.3, 0.8), (0, 1)),
    (replaced_by_a_dict, (1.3, 0.8), (0, 1)),
    (no_such_field, (1.3, 0.8), (0, 1)),
    (one_after_the_other, (1.3, 0.8), (0, 1)),
    (drawn_and_changed, (1.3, 0.8), (0, 1)),
    (drawn_in_a_loop, (1.3, 0.8), (0, 1)),
    (drawn_and_called, (1.3, 0.8), (0, 1)),
    (sample_changed, (1.3, 0.8), (0, 1)),
    (shuffled_and_changed, (1.3, 0.8), (0, 1)),
    (layers_by_options, (1.3, 0.8), (0, 1)),
    (rest_of_some, (1.3, 0.8), (0, 1)),
    (rest_with_derivatives, (1.3, 0.8), (0, 1)),
    (drawn_from_constants, (1.3,), (0,)),
]
