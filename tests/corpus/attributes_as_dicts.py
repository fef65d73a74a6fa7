"""`vars(o)` and `o.__dict__` where they are read, and objects that are made without `__init__`."""

import argparse
from types import SimpleNamespace


class P:
    def __init__(self, a, b):
        self.a = a
        self.b = b


def items_run_over(x, y):
    p = P(x, y)
    s = 0.0
    for k, v in vars(p).items():
        s += v * v
    return s


def handed_to_a_class(x, y):
    p = P(x, y)
    q = P(**vars(p))
    return q.a * q.b


def scaled_dict(x, y):
    p = P(x, y)
    q = {k: v * 2 for k, v in vars(p).items()}
    return q['a'] * q['b']


def values_summed(x, y):
    p = P(x, y)
    return sum(vars(p).values()) * len(vars(p))


def by_key(x, y):
    p = P(x, y)
    return vars(p)['a'] * p.__dict__['b']


def updated(x, y):
    p = P(x, y)
    p.__dict__.update(a=y, b=x * x)
    return p.a + p.b * 2


def copied(x, y):
    p = P(x, y)
    d = dict(vars(p))
    d['a'] = x * 3
    return p.a + d['a'] * 2


class Q:
    def __init__(self, **kw):
        self.__dict__.update(kw)


def set_by_options(x, y):
    q = Q(a=x, b=y)
    return q.a * q.b


class R:
    def __init__(self, **kw):
        for k, v in kw.items():
            setattr(self, k, v)

    def copy(self):
        return R(**self.__dict__)


def copy_of_itself(x, y):
    q = R(a=x, b=y).copy()
    return q.a * q.b


def names_run_over(x, y):
    p = P(x, y)
    return sum(getattr(p, k) for k in vars(p))


def set_by_names(x, y):
    p = P(x, y)
    for k in vars(p):
        setattr(p, k, getattr(p, k) * 2)
    return p.a * p.b


def asked_for_a_name(x, y):
    p = P(x, y)
    return x if 'a' in vars(p) else y


class C:
    def __init__(self, v):
        self.v = v
        self.w = 2.0

    def twice(self):
        c = C.__new__(C)
        c.v = self.v * 2
        c.w = self.w
        return c

    def thrice(self):
        c = self.__class__.__new__(self.__class__)
        c.v = self.v * 3
        return c

    def four(self):
        c = object.__new__(type(self))
        c.v = self.v * 4
        return c

    def five(self):
        cls = type(self)
        c = cls.__new__(cls)
        c.__dict__.update(self.__dict__)
        c.v *= 5
        return c

    @classmethod
    def six(cls, v):
        c = cls.__new__(cls)
        c.v = v * 6
        return c


class D(C):
    def twice(self):
        c = super().twice()
        return c


def made_by_new(x):
    return C(x).twice().v * C(x).twice().w


def made_by_its_class(x):
    return C(x).thrice().v * D(x).thrice().v


def made_by_object(x):
    return C(x).four().v * D(x).four().v


def copied_dict(x):
    return C(x).five().v * D(x).five().v


def made_by_a_classmethod(x):
    return C.six(x).v * D.six(x).v


def namespace_of_arguments(x, y):
    ns = argparse.Namespace(a=x, b=y)
    ns.a *= 2
    ns.c = ns.a * ns.b
    for k, v in vars(ns).items():
        ns.c += v
    return ns.a * ns.c


def product_of(ns):
    return ns.a * ns.b


def namespaces_given(x, y):
    return product_of(argparse.Namespace(a=x, b=y)) * product_of(SimpleNamespace(a=x, b=2.0))


class Backwards:
    def __init__(self, a, b):
        self.b = b
        self.a = a


def poured_before_a_change(x):
    o = Backwards(x, 2 * x)

    def ch():
        o.a = x**3
        return 2.0

    return {**vars(o), 'z': ch()}['a']


def put_back(x):
    o = Backwards(x, [x])
    s = dict(o.__dict__)
    o.a = 3.0
    o.__dict__.update(s)
    return sum(o.b) + o.a


class HeldOne:
    def __init__(self, a):
        self.a = a


def sum_of_options(z=0, **kw):
    return sum(kw.values()) + z


def poured_behind_a_change(x):
    o = HeldOne(x)

    def ch():
        o.a = x**3
        return 2.0

    return {'z': ch(), **vars(o)}['a']


def handed_on_behind_a_change(x):
    o = HeldOne(x)

    def ch():
        o.a = x**3
        return 2.0

    return sum_of_options(ch(), **vars(o))


def asked_of_a_namespace(x):
    ns = argparse.Namespace(a=x)
    ns.b = x * x
    return ns.a + ns.b + ('a' in ns) * x + (ns == argparse.Namespace(a=1)) * 5


CASES = [
    (items_run_over, (1.3, 0.8), (0, 1)),
    (handed_to_a_class, (1.3, 0.8), (0, 1)),
    (scaled_dict, (1.3, 0.8), (0, 1)),
    (values_summed, (1.3, 0.8), (0, 1)),
    (by_key, (1.3, 0.8), (0, 1)),
    (updated, (1.3, 0.8), (0, 1)),
    (copied, (1.3, 0.8), (0, 1)),
    (set_by_options, (1.3, 0.8), (0, 1)),
    (copy_of_itself, (1.3, 0.8), (0, 1)),
    (names_run_over, (1.3, 0.8), (0, 1)),
    (set_by_names, (1.3, 0.8), (0, 1)),
    (asked_for_a_name, (1.3, 0.8), (0, 1)),
    (made_by_new, (1.3,), (0,)),
    (made_by_its_class, (1.3,), (0,)),
    (made_by_object, (1.3,), (0,)),
    (copied_dict, (1.3,), (0,)),
    (made_by_a_classmethod, (1.3,), (0,)),
    (namespace_of_arguments, (1.3, 0.8), (0, 1)),
    (namespaces_given, (1.3, 0.8), (0, 1)),
    (poured_before_a_change, (1.3,), (0,)),
    (put_back, (1.3,), (0,)),
    (poured_behind_a_change, (1.3,), (0,)),
    (handed_on_behind_a_change, (1.3,), (0,)),
    (asked_of_a_namespace, (1.3,), (0,)),
]
