"""Attributes that descriptors of the program compute, and methods chosen by the class of what they are given."""

from dataclasses import dataclass
from functools import cached_property, singledispatchmethod


class KeptInDict:
    def __init__(self, fn):
        self.fn = fn
        self.name = fn.__name__

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        v = self.fn(obj)
        obj.__dict__[self.name] = v
        return v


class Square:
    def __init__(self, b):
        self.b = b

    @KeptInDict
    def area(self):
        return self.b * self.b


def kept_in_the_dict(x, y):
    s = Square(x)
    return s.area * y + s.area


def kept_before_it_changes(x, y):
    s = Square(x)
    u = s.area
    s.b = 5.0
    return s.area * y + u


class EachTime:
    def __init__(self, fn):
        self.fn = fn

    def __get__(self, obj, cls=None):
        return self.fn(obj)


class Side:
    def __init__(self, b):
        self.b = b

    @EachTime
    def area(self):
        return self.b * self.b


def computed_each_time(x, y):
    return Side(x).area * y


def given_one_of_its_own(x, y):
    s = Side(x)
    a = s.area
    s.area = y * x
    return s.area * a


def perhaps_given_one(x, y):
    s = Side(x)
    if x > 0.5:
        s.area = y * x
    return s.area * y


def never_given_one(x, y):
    s = Side(x)
    if x > 5:
        s.area = y * x
    return s.area * y


class Triple(Side):
    @EachTime
    def area(self):
        return self.b * 3


class Given:
    def __init__(self, b):
        self.area = b


def by_several_classes(x, y):
    return sum(o.area * y for o in [Side(x), Triple(y), Given(x)])


class KeptBySetattr:
    def __init__(self, func):
        self.func = func
        self.__doc__ = func.__doc__

    def __get__(self, instance, owner):
        if instance is None:
            return self
        value = self.func(instance)
        setattr(instance, self.func.__name__, value)
        return value


class Counted:
    def __init__(self, b):
        self.b = b
        self.n = 0

    @KeptBySetattr
    def area(self):
        self.n += 1
        return self.b * self.b

    def total(self):
        return self.area + self.area * self.b


def kept_by_setattr(x, y):
    t = Counted(x)
    return t.total() * y + t.n


class KeptAside:
    def __init__(self, func):
        self.func = func

    def __set_name__(self, owner, name):
        self.name = '_lazy_' + name

    def __get__(self, instance, owner):
        if not hasattr(instance, self.name):
            setattr(instance, self.name, self.func(instance))
        return getattr(instance, self.name)


class CountedAside:
    def __init__(self, b):
        self.b = b
        self.n = 0

    @KeptAside
    def area(self):
        self.n += 1
        return self.b * self.b


def kept_under_another_name(x, y):
    t = CountedAside(x)
    return t.area + t.area * y + t.n


class Cached:
    def __init__(self, b):
        self.b = b

    @cached_property
    def area(self):
        return self.b**2


def cached_by_the_library(x, y):
    c = Cached(x)
    u = c.area
    c.b = y
    return c.area * y + u


class ClassProperty:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, owner):
        return self.f(owner)


class Scaled:
    scale = 3.0

    @ClassProperty
    def double(cls):
        return cls.scale * 2

    def __init__(self, b):
        self.b = b


def of_the_class(x, y):
    return Scaled(x).double * x * y


def asked_of_the_class(x, y):
    return Scaled.double * x * y


class Unit:
    def __init__(self, factor):
        self.factor = factor

    def __set_name__(self, o, n):
        self.n = n

    def __get__(self, obj, typ):
        return obj.raw[self.n] * self.factor


class Lengths:
    km = Unit(1e-3)
    cm = Unit(100.0)

    def __init__(self, a):
        self.raw = {'km': a, 'cm': a * a}


def units_of_raw_values(x, y):
    m = Lengths(x)
    return m.km * y + m.cm


def by_getattr(x, y):
    t = Counted(x)
    k = getattr(t, 'area')
    t.b = y
    return t.area * y * t.n + k


def asked_whether_it_is_there(x, y):
    s = Side(x)
    return hasattr(s, 'area') * x + s.area


class Bag:
    def __init__(self, **kw):
        for k, v in kw.items():
            self.__dict__[k] = v
        vars(self)['z'] = 2.0
        self.__dict__['w'] = self.a * 2


def put_into_the_dict(x, y):
    b = Bag(a=x, b=y)
    return b.a * b.b + b.z * b.w


def of_perhaps_none(x, y):
    c = None
    if y > 1:
        c = Cached(x)
    try:
        return c.area + c.area * y
    except AttributeError:
        return 3 * x


class MoreCounted(Counted):
    @property
    def more(self):
        return self.area * 2


def inherited(x, y):
    return sum(o.area * o.area for o in (MoreCounted(x), Counted(y))) + MoreCounted(x).more


def of_none_in_a_try(x, y):
    c = None
    if y > 5:
        c = Cached(x)
    try:
        return c.area + c.area * y
    except AttributeError:
        return 3 * x


def computed_of_none_in_a_try(x, y):
    c = None
    if y > 5:
        c = Side(x)
    try:
        return c.area + c.area * y
    except AttributeError:
        return 3 * x


@dataclass
class Num:
    v: float


@dataclass
class Add:
    a: object
    b: object


@dataclass
class Mul:
    a: object
    b: object


class Evaluator:
    def __init__(self, env):
        self.env = env
        self.calls = 0

    @singledispatchmethod
    def visit(self, node):
        raise TypeError(type(node))

    @visit.register
    def _(self, node: Num):
        self.calls += 1
        return node.v

    @visit.register
    def _(self, node: Add):
        return self.visit(node.a) + self.visit(node.b)

    @visit.register(Mul)
    def _mul(self, node):
        return self.visit(node.a) * self.visit(node.b)

    @visit.register
    def _(self, node: str):
        return self.env[node]


def visited(x, y):
    e = Evaluator({'x': x, 'y': y})
    return e.visit(Add(Num(x), Mul(Num(y), Num(x)))) + e.calls


def visited_texts(x, y):
    e = Evaluator({'x': x, 'y': y})
    return e.visit('x') * e.visit(Num(2.0)) + e.visit(Mul('x', Num(y)))


class Beam:
    def __init__(self, L):
        self.L = L

    @singledispatchmethod
    def m(self, load):
        raise TypeError

    @m.register
    def _(self, load: tuple):
        P, a = load
        return P * a * self.L

    @m.register(float)
    @m.register(int)
    def _f(self, load, k=2):
        return load * self.L**k


class PlainBeam(Beam):
    def m(self, load):
        return load * 3


def by_numbers_and_tuples(x, y):
    b = Beam(y)
    return b.m((x, y)) + b.m(x) + b.m(2) + b.m(x, k=3)


def beside_a_plain_method(x, y):
    return sum(b.m(x) for b in (Beam(y), PlainBeam(x)))


class Areas:
    @singledispatchmethod
    @staticmethod
    def area(s):
        return 0.0

    @area.register
    @staticmethod
    def _(s: Num):
        return s.v * 2


def static_ones(x, y):
    return Areas().area(Num(x)) * y


class TwiceEvaluator(Evaluator):
    def visit2(self, n):
        return 2 * self.visit(n)


def called_by_a_subclass(x, y):
    return TwiceEvaluator({'x': x}).visit2(Mul(Num(x), 'x'))


def of_several_nodes(x, y):
    e = TwiceEvaluator({'x': x})
    return sum(e.visit(n) for n in [Num(x), Mul(Num(x), Num(y)), Add(Num(x), 'x')])


class Anew:
    def __init__(self, fn):
        self.fn = fn

    def __get__(self, obj, cls=None):
        return self.fn(obj)


class SideLater:
    def __init__(self, b):
        self.b = b

    @Anew
    def area(self):
        return self.b * self.b


def given_later(o, f):
    o.area = f(o.b)


def given_by_a_function_in_a_list(x, y):
    s = SideLater(x)
    fs = [lambda v: v * 3]
    g = fs.pop()
    given_later(s, g)
    return s.area * y


def given_in_a_loop(x, y):
    s = SideLater(x)
    fs = {'k': [lambda v: v * 3, lambda v: v * v * v]}
    for f in fs['k']:
        given_later(s, f)
    return s.area * y


def given_by_what_a_dict_has(x, y):
    s = SideLater(x)

    def pick(n, *a, **k):
        return {'l': given_later}[n](*a, **k)

    pick('l', s, f=lambda v: v * 5)
    return s.area * y


def never_given(x, y):
    s = SideLater(x)
    return s.area * y


CASES = [
    (kept_in_the_dict, (1.3, 0.8), (0, 1)),
    (kept_before_it_changes, (1.3, 0.8), (0, 1)),
    (computed_each_time, (1.3, 0.8), (0, 1)),
    (given_one_of_its_own, (1.3, 0.8), (0, 1)),
    (perhaps_given_one, (1.3, 0.8), (0, 1)),
    (never_given_one, (1.3, 0.8), (0, 1)),
    (by_several_classes, (1.3, 0.8), (0, 1)),
    (kept_by_setattr, (1.3, 0.8), (0, 1)),
    (kept_under_another_name, (1.3, 0.8), (0, 1)),
    (cached_by_the_library, (1.3, 0.8), (0, 1)),
    (of_the_class, (1.3, 0.8), (0, 1)),
    (asked_of_the_class, (1.3, 0.8), (0, 1)),
    (units_of_raw_values, (1.3, 0.8), (0, 1)),
    (by_getattr, (1.3, 0.8), (0, 1)),
    (asked_whether_it_is_there, (1.3, 0.8), (0, 1)),
    (put_into_the_dict, (1.3, 0.8), (0, 1)),
    (of_perhaps_none, (1.3, 0.8), (0, 1)),
    (inherited, (1.3, 0.8), (0, 1)),
    (of_none_in_a_try, (1.3, 0.8), (0, 1)),
    (computed_of_none_in_a_try, (1.3, 0.8), (0, 1)),
    (visited, (1.3, 0.8), (0, 1)),
    (visited_texts, (1.3, 0.8), (0, 1)),
    (by_numbers_and_tuples, (1.3, 0.8), (0, 1)),
    (beside_a_plain_method, (1.3, 0.8), (0, 1)),
    (static_ones, (1.3, 0.8), (0, 1)),
    (called_by_a_subclass, (1.3, 0.8), (0, 1)),
    (of_several_nodes, (1.3, 0.8), (0, 1)),
    (given_by_a_function_in_a_list, (1.3, 0.8), (0, 1)),
    (given_in_a_loop, (1.3, 0.8), (0, 1)),
    (given_by_what_a_dict_has, (1.3, 0.8), (0, 1)),
    (never_given, (1.3, 0.8), (0, 1)),
]
