"""Objects with operators beside numbers: sums that begin with 0, dual numbers, divmod."""

import functools
import itertools
import math
import operator


class D:
    def __init__(self, a):
        self.a = a

    @staticmethod
    def lift(o):
        return o if isinstance(o, D) else D(o)

    def __add__(self, o):
        o = D.lift(o)
        return D(self.a + o.a)

    __radd__ = __add__


class E:
    def __init__(self, a):
        self.a = a

    def __add__(self, o):
        o = o if isinstance(o, E) else E(o)
        return E(self.a + o.a)

    def __radd__(self, o):
        return self + o


class F:
    def __init__(self, a):
        self.a = a

    def __add__(self, o):
        return F(self.a + (o.a if isinstance(o, F) else o))

    __radd__ = __add__


class G:
    def __init__(self, a):
        self.a = a

    def __add__(self, o):
        return G(self.a + o.a)

    def __radd__(self, o):
        return self if o == 0 else G(self.a + o)


def zero_first(x):
    return (0 + D(x)).a


def lifted_by_a_function(x):
    s = 0
    for k in range(2):
        s = s + D(x * k)
    return s.a


def lifted_in_place(x):
    s = 0
    for k in range(2):
        s = s + E(x * k)
    return s.a


def asked_where_it_is_read(x):
    s = 0
    for k in range(2):
        s = s + F(x * k)
    return s.a


def zero_told_by_its_value(x):
    s = 0
    for k in range(2):
        s += G(x * k)
    return s.a


def sum_of_lifted(x):
    return sum([D(x), D(x * x)]).a


def sum_of_a_generator(x):
    return sum(E(x * k) for k in range(3)).a


def sum_of_asked(x):
    return sum([F(x), F(x * x)]).a


def sum_from_zero(x):
    return sum([G(x), G(x * x)]).a


def numbers_after(x):
    s = D(0)
    for k in range(2):
        s = s + D(x * k) + k
    return s.a


def numbers_before(x):
    s = D(0)
    for k in range(2):
        s = k + s + D(x * k)
    return s.a


class P:
    def __init__(self, v):
        self.v = v

    def __divmod__(self, d):
        return P(self.v * d.v), P(self.v + d.v)

    def __floordiv__(self, d):
        return P(self.v - d.v)

    def __mod__(self, d):
        return P(3 * self.v)


def divmod_of_its_own(x, y):
    q, r = divmod(P(x), P(y))
    return q.v + 10 * r.v


class Q:
    def __init__(self, v):
        self.v = v

    def __divmod__(self, d):
        return Q(self.v * d.v), Q(self.v + d.v)

    def __floordiv__(self, d):
        return divmod(self, d)[0]

    def __mod__(self, d):
        return divmod(self, d)[1]


def floor_by_divmod(x, y):
    return (Q(x) // Q(y)).v + (Q(x) % Q(y)).v


class R:
    def __init__(self, v):
        self.v = v

    def __divmod__(self, d):
        return R(self.v * d.v), R(self.v + d.v)


def divmod_alone(x, y):
    q, r = divmod(R(x), R(y))
    return q.v + 10 * r.v


class S:
    def __init__(self, v):
        self.v = v

    def __rdivmod__(self, d):
        return S(self.v * d), S(self.v + d)

    def __rfloordiv__(self, d):
        return S(self.v)

    def __rmod__(self, d):
        return S(d)


def divmod_from_the_right(x, y):
    q, r = divmod(x, S(y))
    return q.v + 10 * r.v


class PTwo:
    def __init__(self, v):
        self.v = v

    def __divmod__(self, d):
        return PTwo(self.v * d.v), PTwo(self.v + d.v)

    def __floordiv__(self, d):
        return PTwo(self.v - d.v)

    def __mod__(self, d):
        return PTwo(3 * self.v)


class N:
    log = []

    def __init__(self, v):
        self.v = v

    def __divmod__(self, d):
        if not isinstance(d, N):
            return NotImplemented
        self.v += 1
        return self.v // d.v, self.v % d.v


class M:
    def __init__(self, v):
        self.v = v

    def __rdivmod__(self, d):
        return d.v * self.v, 3.0


def mk(x, log):
    log.append(x)
    return PTwo(x)


def order_of_operands(x, y):
    log = []
    q, r = divmod(mk(x, log), mk(y, log))
    return q.v + r.v * len(log)


def divmod_that_changes(x, y):
    n = N(x * 5)
    q, r = divmod(n, N(y))
    return r * n.v + q


def halves(x, y):
    return divmod(N(x * 5), N(y))[1] + divmod(PTwo(x), PTwo(y))[0].v


def not_implemented(x, y):
    return divmod(N(x), M(y))[0]


def times(x, y):
    class Z:
        pass

    z = Z()
    z.t = x * 10
    h, z.t = divmod(z.t, 3)
    m, s = divmod(z.t * 10, 1.3)
    return h + m * x + s


def places_and_sums(x, y):
    l = [x * 7]
    l[0], k = divmod(l[0], y)
    l += divmod(x * 9, y)
    return sum(l) + k + max(divmod(x, 0.3))


def mapped(x, y):
    out = []
    for v in map(divmod, [x * 7, x * 8], [y, 1.0]):
        out.append(v[1])
    return out[0] * out[1]


class Powers:
    def __init__(self, v):
        self.v = v

    def __pow__(self, n, m=None):
        return Powers(self.v**n)

    def __rpow__(self, b):
        return Powers(b**self.v)

    def __round__(self, n=None):
        return Powers(self.v * (n or 5))


def power_of_two_and_three(x, y):
    return pow(Powers(x), 2).v + pow(2.0, Powers(x)).v


def rounded(x, y):
    return round(Powers(x), 2).v + round(Powers(x)).v


class Divided:
    def __init__(self, a):
        self.a = a

    def __divmod__(self, o):
        return (Divided(self.a * 2), Divided(self.a * 3))

    def __rdivmod__(self, o):
        return (self.a * o, self.a + o)

    def __floordiv__(self, o):
        return Divided(self.a * 100)

    def __mod__(self, o):
        return Divided(self.a * 1000)

    def __rfloordiv__(self, o):
        return 500 * self.a

    def __rmod__(self, o):
        return 700 * self.a

    def __pow__(self, n, m=None):
        return Divided(self.a**n + (m or 0))

    def __round__(self, n=None):
        return self.a * (n if n is not None else 7)

    def __abs__(self):
        return self.a * 11

    def __lt__(self, o):
        return self.a < o.a


def divmod_name(x):
    f = divmod
    q, r = f(Divided(x), 2.0)
    return q.a * r.a


def divmod_arg(x):
    def ap(f, a, b):
        return f(a, b)

    q, r = ap(divmod, Divided(x), 2.0)
    return q.a * r.a


def divmod_starmap(x):
    s = 0.0
    for q, r in itertools.starmap(divmod, [(Divided(x), 1.0)]):
        s += q.a * r.a
    return s


def divmod_starmap2(x):
    s = 0.0
    for p in itertools.starmap(divmod, [(Divided(x), 1.0)]):
        s += p[0].a * p[1].a
    return s


def divmod_listmap(x):
    return sum(p[0].a for p in list(map(divmod, [Divided(x)], [2.0])))


def divmod_return(x):
    def g(v):
        return divmod(v, 2.0)

    q, r = g(Divided(x))
    return q.a * r.a


def divmod_dict(x):
    d = {'dm': divmod, 'add': operator.add}
    q, r = d['dm'](Divided(x), 2.0)
    return q.a * r.a


def divmod_unp_call(x):
    def h(q, r):
        return q.a * r.a

    return h(*divmod(Divided(x), 2.0))


def round_partial(x):
    return functools.partial(round, ndigits=3)(Divided(x))


def round_named(x):
    f = round
    return f(Divided(x), ndigits=5)


def round_num(x):
    return round(x, ndigits=2) + x * x


def round_kwdict(x):
    kw = {'ndigits': 4}
    return round(Divided(x), **kw)


class SetTwice:
    def __init__(self, **kw):
        self.__dict__.update(kw)

    def __setattr__(self, k, v):
        object.__setattr__(self, k, v * 2)


def init_update(x):
    c = SetTwice(a=x, b=x * x)
    c.b = 3 * x
    return c.a + c.b


class SetTwiceThen:
    def __init__(self, x):
        self.__dict__.update(a=x, b=x * x)

    def __setattr__(self, k, v):
        object.__setattr__(self, k, v * 2)


def init_update3(x):
    c = SetTwiceThen(x)
    return c.a + c.b


class Closed:
    def __init__(self, x):
        self.__dict__.update(x=x, y=x * x)

    def __setattr__(self, k, v):
        raise AttributeError('frozen')


def frozen(x):
    f = Closed(x)
    try:
        f.x = 3.0
        return 0.0 * x
    except AttributeError:
        return f.x * f.y


class Factor:
    def __init__(s, v):
        s.v = v

    def __mul__(s, o):
        return Factor(s.v * (o.v if isinstance(o, Factor) else o))

    __rmul__ = __mul__


def product_of_objects(x, y):
    return math.prod([Factor(x), Factor(y)]).v


def product_of_objects_and_numbers(x, y):
    return math.prod([Factor(x), y, Factor(2.0)]).v


def product_from_an_object(x, y):
    return math.prod((Factor(v) for v in (x, y)), start=Factor(3.0)).v


def product_of_numbers(x, y):
    return math.prod([x, y, 2.0]) + math.prod((x, y)) + math.prod(v for v in [x, y])


class Summand:
    def __init__(s, v):
        s.v = v

    def __add__(s, o):
        return Summand(s.v + (o.v if isinstance(o, Summand) else o))

    def __radd__(s, o):
        return Summand(s.v + o)

    def __mul__(s, o):
        return Summand(s.v * (o.v if isinstance(o, Summand) else o))

    __rmul__ = __mul__


def reduced_beside_a_number(x):
    return functools.reduce(operator.add, [Summand(x), 2.0]).v


def reduced_by_a_lambda(x):
    return functools.reduce(lambda a, b: a + b, [Summand(x), 2.0, Summand(x * x)]).v


def reduced_from_a_number(x):
    return functools.reduce(lambda a, b: b + a, [2.0, Summand(x)]).v


CASES = [
    (zero_first, (1.3,), (0,)),
    (lifted_by_a_function, (1.3,), (0,)),
    (lifted_in_place, (1.3,), (0,)),
    (asked_where_it_is_read, (1.3,), (0,)),
    (zero_told_by_its_value, (1.3,), (0,)),
    (sum_of_lifted, (1.3,), (0,)),
    (sum_of_a_generator, (1.3,), (0,)),
    (sum_of_asked, (1.3,), (0,)),
    (sum_from_zero, (1.3,), (0,)),
    (numbers_after, (1.3,), (0,)),
    (numbers_before, (1.3,), (0,)),
    (divmod_of_its_own, (1.3, 0.8), (0, 1)),
    (floor_by_divmod, (1.3, 0.8), (0, 1)),
    (divmod_alone, (1.3, 0.8), (0, 1)),
    (divmod_from_the_right, (1.3, 0.8), (0, 1)),
    (order_of_operands, (1.3, 0.8), (0, 1)),
    (divmod_that_changes, (1.3, 0.8), (0, 1)),
    (halves, (1.3, 0.8), (0, 1)),
    (not_implemented, (1.3, 0.8), (0, 1)),
    (times, (1.3, 0.8), (0, 1)),
    (places_and_sums, (1.3, 0.8), (0, 1)),
    (mapped, (1.3, 0.8), (0, 1)),
    (power_of_two_and_three, (1.3, 0.8), (0, 1)),
    (rounded, (1.3, 0.8), (0, 1)),
    (divmod_name, (1.3,), (0,)),
    (divmod_arg, (1.3,), (0,)),
    (divmod_starmap, (1.3,), (0,)),
    (divmod_starmap2, (1.3,), (0,)),
    (divmod_listmap, (1.3,), (0,)),
    (divmod_return, (1.3,), (0,)),
    (divmod_dict, (1.3,), (0,)),
    (divmod_unp_call, (1.3,), (0,)),
    (round_partial, (1.3,), (0,)),
    (round_named, (1.3,), (0,)),
    (round_num, (1.3,), (0,)),
    (round_kwdict, (1.3,), (0,)),
    (init_update, (1.3,), (0,)),
    (init_update3, (1.3,), (0,)),
    (frozen, (1.3,), (0,)),
    (product_of_objects, (1.3, 0.8), (0, 1)),
    (product_of_objects_and_numbers, (1.3, 0.8), (0, 1)),
    (product_from_an_object, (1.3, 0.8), (0, 1)),
    (product_of_numbers, (1.3, 0.8), (0, 1)),
    (reduced_beside_a_number, (1.3,), (0,)),
    (reduced_by_a_lambda, (1.3,), (0,)),
    (reduced_from_a_number, (1.3,), (0,)),
]
