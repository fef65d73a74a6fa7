"""Arguments in the order in which Python evaluates them, and options in the order in which they come."""

import collections
import functools


def weighted(d):
    return sum((i + 1) * v for i, v in enumerate(d.values()))


def poured_a(x):
    d = {'a': x}

    def g():
        d['a'] = 5.0
        return x

    def f(**k):
        return weighted(k)

    return f(**d, z=g())


def poured_b(x):
    d = {'a': x}

    def g():
        d['a'] = 5.0
        return x

    def f(a, z):
        return a + 10 * z

    return f(**d, z=g())


def poured_c(x):
    d = {'a': x}

    def g():
        d['a'] = 5.0
        return x

    return weighted(dict(**d, z=g()))


def poured_d(x):
    d = {'a': x}

    def g():
        d['a'] = 5.0
        return x

    return weighted({**d, 'z': g()})


def poured_e(x):
    d = {'a': x}

    def g():
        d['a'] = 5.0
        return {'q': x}

    return weighted({**d, **g(), **d})


def poured_f(x):
    d = {'a': x}

    def g():
        d['a'] = 5.0
        return {'q': x}

    def f(**k):
        return weighted(k)

    return f(**d, **g())


def poured_g(x):
    d = {'a': x}

    def g():
        d['c'] = 5.0
        return x

    def f(**k):
        return weighted(k)

    return f(**d, z=g())


def poured_h(x):
    d = {'a': x}

    def g():
        d['a'] = 5.0
        return x

    def f(z, **k):
        return z + 10 * weighted(k)

    return f(**d, z=g())


def poured_i(x):
    d = {'a': x}

    def g():
        d['a'] = 5.0
        return x

    def f(*r, **k):
        return sum(r) + 10 * weighted(k)

    return f(g(), **d)


def poured_j(x):
    d = {'a': x}

    def g():
        d['a'] = 5.0
        return x

    def f(*r, **k):
        return sum(r) + 10 * weighted(k)

    return f(z=g(), **d)


def poured_k(x):
    d = {'a': x}

    class C:
        def __init__(s, **k):
            s.k = k

    def g():
        d['a'] = 5.0
        return x

    return weighted(C(**d, z=g()).k)


def poured_l(x):
    d = {'a': x}

    class C:
        def __init__(s, a, z):
            s.r = a + 10 * z

    def g(m):
        m['a'] = 5.0
        return x

    return C(**d, z=g(d)).r


def poured_m(x):
    d = {'a': x, 'b': 2.0}

    def g(m):
        m['a'] = m['a'] * 5
        return {'q': x}

    def f(**k):
        return weighted(k)

    return f(**d, **g(d))


def poured_n(x):
    d = {'a': x, 'b': 2.0}

    def g(m):
        m['a'] = m['a'] * 5
        return {'q': x}

    return weighted({**d, **g(d)})


def poured_o(x):
    d = {'a': x, 'b': 2.0}

    def g(m):
        m['a'] = m['a'] * 5
        return x

    def f(**k):
        return weighted(k)

    return f(**d, q=g(d))


def poured_p(x):
    d = {'a': x, 'b': 2.0}

    def f(**k):
        return weighted(k)

    return f(**d, q=d.pop('a'))


def poured_q(x):
    d = {'a': x, 'b': 2.0}

    def f(a=1.0, **k):
        return a + 10 * weighted(k)

    return f(**d, q=d.pop('a'))


def poured_r(x):
    d = {'a': x, 'b': 2.0}

    def f(a=1.0, **k):
        return a + 10 * weighted(k)

    return f(q=d.pop('a'), **d)


def poured_s(x):
    d = {'a': x, 'b': 2.0}

    def f(**k):
        return weighted(k)

    return f(**d, q=d.setdefault('c', x))


def poured_t(x):
    l = [x, 2.0]

    def f(*a, q):
        return weighted(dict(enumerate(a))) * q

    return f(*l, q=l.pop())


def poured_u(x):
    l = [x, 2.0]

    def f(*a, q):
        return weighted(dict(enumerate(a))) * q

    return f(*l, *[l.pop()], q=l.pop())


def weighted_2(rest):
    return sum((i + 1) * v for i, v in enumerate(rest.values()))


def all_that_the_run_knows(x, y):
    def f(a, **rest):
        return a + weighted_2(rest)

    o = {}
    for k in ('c', 'a', 'd'):
        o[k] = x * (len(o) + 1)
    return f(**o, g=x)


def perhaps_first(x, y):
    def f(a, **rest):
        return a + weighted_2(rest)

    o = {}
    for k in ('c', 'a'):
        if k != 'c' or y > 1:
            o[k] = x * (len(o) + 1)
    return f(**o, g=x * x)


def perhaps_behind(x, y):
    def f(a, **rest):
        return a + weighted_2(rest)

    o = {'a': x}
    if y > 1:
        o['c'] = x * 2
    return f(**o, g=x * x)


def between_others(x, y):
    def f(**rest):
        return weighted_2(rest)

    o = {'a': x}
    if y > 1:
        o['c'] = x * 2
    return f(e=x * x, **o, g=x)


def perhaps_a_parameter(x, y):
    def f(b=1.0, **rest):
        return b * weighted_2(rest)

    o = {'c': x}
    if y > 1:
        o['b'] = x * 2
    return f(**o, e=x * x)


def of_two_dicts(x, y):
    def f(b=1.0, **rest):
        return b * weighted_2(rest)

    o = {'z': x}
    p = {'q': 3.0 * x}
    if y > 1:
        p['b'] = x * 2
    return f(e=x, **p, **o)


def weighted_3(d):
    return sum((i + 1) * v for i, v in enumerate(d.values()))


def kept_by_an_object(x, y):
    o = {'b': x}
    if y > 1:
        o['a'] = x * x

    class C:
        def __init__(s, **k):
            s.k = k

    c = C(**o, z=3.0 * x)
    return weighted_3(c.k)


def handed_on(x, y):
    o = {}
    for n in ('b', 'c', 'a'):
        o[n] = x ** (len(o) + 1)

    def g(**k):
        return weighted_3(k)

    def f(a=1.0, **k):
        return g(a=a, **k) + 3 * g(**k, a=a)

    return f(**o)


def of_a_partial_function(x, y):
    def g(**k):
        return weighted_3(k)

    p = functools.partial(g, b=5.0, z=x)
    return p(q=x, b=x, z=2.0) + p(a=x)


def weighted_4(d):
    return sum((i + 1) * v for i, v in enumerate(d.values()))


def given_again(x):
    def g(**k):
        return weighted_4(k)

    return functools.partial(g, b=5.0, z=x)(q=x * x, b=x)


def given_again_to_a_parameter(x):
    def g(b=1.0, **k):
        return weighted_4(k) * b

    return functools.partial(g, z=x, a=2.0)(q=x * x, b=x, z=3.0)


def partial_of_partial(x):
    def g(**k):
        return weighted_4(k)

    p = functools.partial(functools.partial(g, b=5.0, z=x), c=1.0, b=x)
    return p(z=x * x, r=2.0)


def by_places(a):
    return sum((i + 1) * v for i, v in enumerate(a))


def star_alone_of_a_class(x, y):
    l = [x, 2.0]

    class C:
        def __init__(s, *a, z=0.0):
            s.r = by_places(a) + 100 * z

    return C(*l, z=l.pop()).r


def star_behind_another(x, y):
    l = [x, 2.0]

    class C:
        def __init__(s, *a, z=0.0):
            s.r = by_places(a) + 100 * z

    return C(l[0], *l, z=l.append(x) or 3.0).r


class Placed:
    def __init__(s, *a, z=0.0):
        s.r = by_places(a) + 100 * z


def star_alone_of_a_class_outside(x, y):
    l = [x, 2.0]
    return Placed(*l, z=l.pop()).r


def star_alone_of_a_function(x, y):
    l = [x, 2.0]

    def f(*a, z=0.0):
        return by_places(a) + 100 * z

    return f(*l, z=l.pop())


def star_behind_another_outside(x, y):
    l = [x, 2.0]
    return Placed(l[0], *l, z=l.append(x) or 3.0).r


class Doubling:
    def __init__(s, v):
        s.v = v

    def f(s, w):
        s.v = s.v * 2 + w
        return s.v


def by_name_to_a_generator(x, y):
    n = Doubling(x)

    def g(a, b):
        yield a
        yield b * 3

    s = 0.0
    for v in g(b=n.f(y), a=n.f(x)):
        s = s * 2 + v
    return s


def by_name_to_a_sum(x, y):
    n = Doubling(x)

    def g(a, b):
        yield a
        yield b * 3

    return sum(g(b=n.f(y), a=n.f(x)))


def first_and_thrice(a, b):
    yield a
    yield b * 3


def by_name_to_one_outside(x, y):
    n = Doubling(x)
    return sum(first_and_thrice(b=n.f(y), a=n.f(x))) + [v for v in first_and_thrice(b=n.f(y), a=n.f(x))][1]


class Doubled:
    def __init__(s, v):
        s.v = v

    def f(s, w):
        s.v = s.v * 2 + w
        return s.v


class Plain:
    pass


def attribute_order(x, y):
    n = Doubled(x)
    o = Plain()
    o.c = Doubled(1.0)
    old = o.c

    def swap():
        o.c = Doubled(2.0)
        return y

    setattr(o.c, 'v', swap())
    return o.c.v * x + old.v


def attribute_order2(x, y):
    n = Doubled(x)
    ps = [Doubled(1.0), Doubled(2.0)]

    def pick():
        n.f(1.0)
        return ps[0]

    setattr(pick(), 'v', n.f(y))
    return ps[0].v * n.v


def attribute_order3(x, y):
    ps = [Doubled(x), Doubled(y)]

    def h():
        ps.reverse()
        return x * y

    setattr(ps[0], 'v', h())
    return ps[0].v + 10 * ps[1].v


def attribute_order4(x, y):
    ps = [Doubled(x), Doubled(y)]
    setattr(ps[0], 'v', ps.pop(0).v * 3)
    return ps[0].v * x


def attribute_order5(x, y):
    ps = [Doubled(x), Doubled(y)]
    q = ps[0]
    setattr(ps[0], 'v', ps.pop(0).v * 3)
    return ps[0].v * x + q.v * 7


def attribute_loop_order(x, y):
    o = Plain()
    o.c = Doubled(1.0)
    o.c.a = x
    o.c.b = y
    old = o.c

    def swap(k):
        m = Doubled(2.0)
        m.a = 1.0
        m.b = 2.0
        o.c = m
        return y * k

    for n in ('a', 'b'):
        setattr(o.c, n, swap(x))
    return o.c.a * o.c.b * 5 + old.a * x + old.b


class DoubledAgain:
    def __init__(s, v):
        s.v = v

    def f(s, w):
        s.v = 2 * s.v + w
        return s.v


def given_before_the_call(x, y):
    w = x

    def h():
        nonlocal w
        w = w * 3
        return 1.0

    return (lambda a: h() * a)(w)


def owner_before_the_place(x, y):
    n = DoubledAgain(x)
    l = [1.0]

    def owner():
        n.v = n.v + 1
        return l

    def place():
        n.v = n.v * 3
        return 0

    del owner()[place()]
    return n.v


def owner_before_the_value(x, y):
    ps = [DoubledAgain(x), DoubledAgain(2 * x)]
    object.__setattr__(ps[0], 'v', ps.pop(0).v * 3)
    return ps[0].v


def name_before_the_value(x, y):
    o = DoubledAgain(x)
    ks = ['v', 'w']
    o.w = y

    def h():
        ks.reverse()
        return x * 7

    setattr(o, ks[0], h())
    return o.v + o.w * 10


def by_places_2(d):
    return sum((i + 1) * v for i, v in enumerate(d))


def nothing_poured(x, y):
    def f(**k):
        return by_places_2(k.values())

    d = {}
    return f(**d) + f(**d, a=x) + f(**{}, b=y) + x


def filled_in_a_loop(x, y):
    def f(**k):
        return by_places_2(k.values())

    d = {}
    for n in 'ab':
        d[n] = x
    return f(**d)


def made_where_it_is_poured(x, y):
    O = collections.OrderedDict
    d = O([('b', x), ('a', 2.0)])

    def f(a=0.0, **k):
        return a * 5 + by_places_2(k.values())

    return f(**O(reversed(list(d.items()))), c=x)


def made_by_a_function(x, y):
    def f(a=0.0, b=1.0):
        return a * 5 + b

    def make():
        return {}

    d = make()
    e = make()
    e['a'] = x
    return f(**d) + f(**e) + x


def kept_and_handed_on(x, y):
    class C:
        def __init__(self, **kw):
            self.kw = kw

        def go(self, **more):
            return self.sum(**self.kw, **more)

        def sum(self, **all):
            return by_places_2(all.values())

    return C().go(a=x) + C(b=y).go() + C().go() + C(c=x).go(d=x)


def by_places_3(v):
    return sum((i + 1) * a for i, a in enumerate(v))


Ordered = collections.OrderedDict


def of_pairs(x, y):
    d = Ordered([('b', x), ('a', 2.0)])

    def f(**k):
        return by_places_3(k.values())

    return f(**d, c=1.0)


def of_pairs_backwards(x, y):
    d = Ordered([('b', x), ('a', 2.0)])

    def f(**k):
        return by_places_3(k.values())

    return f(**d, c=1.0) + f(**Ordered(reversed(list(d.items()))), c=x)


def of_two_loops(x, y):
    d = {n: v for n, v in [('b', x), ('a', 2.0)]}
    e = {n: v for n, v in [('a', x), ('b', 2.0)]}

    def f(**k):
        return by_places_3(k.values())

    return f(**d, c=1.0) + f(**e, c=x)


def default_of_a_lambda(x, y):
    w = x

    def bump():
        nonlocal w
        w = w * y
        return 1.5

    return (lambda a, k=w: bump() + a * k)(w)


def argument_of_a_lambda(x, y):
    w = x

    def bump():
        nonlocal w
        w = w * y
        return 1.5

    return (lambda a: bump() * a)(w) + w


CASES = [
    (poured_a, (1.3,), (0,)),
    (poured_b, (1.3,), (0,)),
    (poured_c, (1.3,), (0,)),
    (poured_d, (1.3,), (0,)),
    (poured_e, (1.3,), (0,)),
    (poured_f, (1.3,), (0,)),
    (poured_g, (1.3,), (0,)),
    (poured_h, (1.3,), (0,)),
    (poured_i, (1.3,), (0,)),
    (poured_j, (1.3,), (0,)),
    (poured_k, (1.3,), (0,)),
    (poured_l, (1.3,), (0,)),
    (poured_m, (1.3,), (0,)),
    (poured_n, (1.3,), (0,)),
    (poured_o, (1.3,), (0,)),
    (poured_p, (1.3,), (0,)),
    (poured_q, (1.3,), (0,)),
    (poured_r, (1.3,), (0,)),
    (poured_s, (1.3,), (0,)),
    (poured_t, (1.3,), (0,)),
    (poured_u, (1.3,), (0,)),
    (all_that_the_run_knows, (1.3, 0.8), (0, 1)),
    (perhaps_first, (1.3, 0.8), (0, 1)),
    (perhaps_behind, (1.3, 0.8), (0, 1)),
    (between_others, (1.3, 0.8), (0, 1)),
    (perhaps_a_parameter, (1.3, 0.8), (0, 1)),
    (of_two_dicts, (1.3, 0.8), (0, 1)),
    (kept_by_an_object, (1.3, 0.8), (0, 1)),
    (handed_on, (1.3, 0.8), (0, 1)),
    (of_a_partial_function, (1.3, 0.8), (0, 1)),
    (given_again, (1.3,), (0,)),
    (given_again_to_a_parameter, (1.3,), (0,)),
    (partial_of_partial, (1.3,), (0,)),
    (star_alone_of_a_class, (1.3, 0.8), (0, 1)),
    (star_behind_another, (1.3, 0.8), (0, 1)),
    (star_alone_of_a_class_outside, (1.3, 0.8), (0, 1)),
    (star_alone_of_a_function, (1.3, 0.8), (0, 1)),
    (star_behind_another_outside, (1.3, 0.8), (0, 1)),
    (by_name_to_a_generator, (1.3, 0.8), (0, 1)),
    (by_name_to_a_sum, (1.3, 0.8), (0, 1)),
    (by_name_to_one_outside, (1.3, 0.8), (0, 1)),
    (attribute_order, (1.3, 0.8), (0, 1)),
    (attribute_order2, (1.3, 0.8), (0, 1)),
    (attribute_order3, (1.3, 0.8), (0, 1)),
    (attribute_order4, (1.3, 0.8), (0, 1)),
    (attribute_order5, (1.3, 0.8), (0, 1)),
    (attribute_loop_order, (1.3, 0.8), (0, 1)),
    (given_before_the_call, (1.3, 0.8), (0, 1)),
    (owner_before_the_place, (1.3, 0.8), (0, 1)),
    (owner_before_the_value, (1.3, 0.8), (0, 1)),
    (name_before_the_value, (1.3, 0.8), (0, 1)),
    (nothing_poured, (1.3, 0.8), (0, 1)),
    (filled_in_a_loop, (1.3, 0.8), (0, 1)),
    (made_where_it_is_poured, (1.3, 0.8), (0, 1)),
    (made_by_a_function, (1.3, 0.8), (0, 1)),
    (kept_and_handed_on, (1.3, 0.8), (0, 1)),
    (of_pairs, (1.3, 0.8), (0, 1)),
    (of_pairs_backwards, (1.3, 0.8), (0, 1)),
    (of_two_loops, (1.3, 0.8), (0, 1)),
    (default_of_a_lambda, (1.3, 0.8), (0, 1)),
    (argument_of_a_lambda, (1.3, 0.8), (0, 1)),
]
