"""Functions that inner functions capture beside others of their names; functions under other names."""

import math


def f(v):
    return v * 1.1


def top(u):
    return u * u


def deco(f):
    def run(v):
        return f(v)

    return run


def captured_parameter(x):
    return deco(top)(x)


class C:
    @staticmethod
    def deco(f):
        def run(v):
            return f(v) + 1

        return run


def captured_static(x):
    return C.deco(top)(x)


def factory():
    def f(v):
        return v * 7

    def run(v):
        return f(v)

    return run


def captured_inner(x):
    return factory()(x)


def factory2():
    f = lambda v: v * 9
    return lambda v: f(v)


def captured_lambda(x):
    return factory2()(x)


def num_grad(f):
    return lambda w: f(w + 0.5) - f(w - 0.5)


def captured_in_lambda(x):
    return num_grad(top)(x)


def deco_len(len):
    def run(v):
        return len(v)

    return run


def captured_builtin(x):
    return deco_len(top)(x)


def deco_sum(sum):
    def run(v):
        return sum(v)

    return run


def captured_sum(x):
    return deco_sum(top)(x)


def own_factory(x):
    def deco(top):
        def run(v):
            return top(v)

        return run

    return deco(math.sin)(x)


def own_name_too(x):
    f = lambda v: v * 3
    return deco(top)(x) + f(x)


def run(v):
    return v


def captured_run(x):
    h = deco(top)
    return h(x) + f(x) + run(x)


def alias_factory():
    h = top
    g = h

    def run(v):
        return g(v)

    return run


def g(v):
    return v * 100


def captured_alias(x):
    return alias_factory()(x)


scale = 3.0


def scaled():
    def run(v):
        return v * scale

    return run


def captured_global(x):
    scale = 2.0
    return scaled()(x) * scale


def kw(*, f):
    return lambda v: f(v)


def captured_keyword(x):
    return kw(f=top)(x)


def summed(f):
    def run(v):
        return sum(f(v + k) for k in range(3)) + sum(map(f, [v, 2 * v]))

    return run


def captured_in_generator(x):
    return summed(top)(x)


def late():
    def run(v):
        return f(v)

    f = top
    return run


def captured_late(x):
    return late()(x)


def handing(f):
    def run(v):
        return deco(f)(v)

    return run


def captured_handed(x):
    return handing(top)(x)


CASES = [(captured_parameter, (0.83,), (0,))]
CASES += [
    (h, (0.83,), (0,))
    for h in (
        captured_static,
        captured_inner,
        captured_lambda,
        captured_in_lambda,
        captured_builtin,
        captured_sum,
        own_factory,
        own_name_too,
        captured_run,
        captured_alias,
        captured_global,
        captured_keyword,
        captured_in_generator,
        captured_late,
        captured_handed,
    )
]


def base(v):
    return v * 3


def other(v):
    return v * v


def same_name(x):
    g = math.sin

    def deco(g):
        def run(v):
            return g(v)

        return run

    return deco(math.cos)(x) + g(x)


def same_name_user(x):
    g = base

    def deco(g):
        def run(v):
            return g(v)

        return run

    return deco(other)(x) + g(x)


def same_name_def(x):
    def g(v):
        return v * 7

    def deco(g):
        def run(v):
            return g(v)

        return run

    return deco(other)(x) + g(x)


def same_name_inner(x):
    g = base

    def make():
        g = other

        def run(v):
            return g(v)

        return run

    return make()(x) + g(x)


def same_name_lambda(x):
    g = base

    def make():
        g = other
        return lambda v: g(v)

    return make()(x) + g(x)


def twice_made(x):
    def make(g):
        def run(v):
            return g(v)

        return run

    a = make(base)
    b = make(other)
    return a(x) + 10 * b(x)


CASES += [
    (f, (1.3,), (0,)) for f in (same_name, same_name_user, same_name_def, same_name_inner, same_name_lambda, twice_made)
]
