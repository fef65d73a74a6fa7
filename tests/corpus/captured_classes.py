"""Classes under names that functions capture and that mean something else in the module; classes chosen at run time."""

import enum
import math
from functools import reduce


class Small:
    rate = 0.5


class config:
    rate = 0.1


def constant(config, x):
    def run(v):
        return v * config.rate

    return run(x)


def captured_class(x):
    return constant(Small, x)


class Base:
    K = 2.0

    @classmethod
    def scaled(cls, r):
        def mk(x):
            return x * cls.K

        return mk(r)


class Child(Base):
    K = 5.0


class Stranger:
    K = 11.0


cls = Stranger


def captured_cls(x):
    return Child.scaled(x)


def first_of(cls, rs):
    g = (cls.K * r for r in rs)
    return next(g) + 2 * next(g)


def captured_by_generator(x, y):
    return first_of(Base, [x, y])


def captured_local(x):
    config = Small

    def run(v):
        return v * config.rate + 1

    return run(x)


def pick_all(type, values):
    def pick(v):
        return v * 2 if isinstance(v, type) else v * 5

    return sum(pick(v) for v in values)


def captured_builtin_name(x, y):
    return pick_all(float, [x, y])


class Plain:
    K = 2.0

    def __init__(self, x):
        self.x = x

    def run(self):
        cls = self.__class__

        def f(v):
            return cls.K * v

        return f(self.x)


def captured_own_class(x):
    return Plain(x).run()


def constant2(klass, x):
    def run(v):
        return v * klass.rate

    return run(x)


def captured_and_unknown(x):
    return constant2(Small, x)


def convert(dtype, x):
    def run(v):
        return dtype(v) * 2

    return run(x)


def captured_float(x):
    return convert(float, x)


def guarded(exc, x):
    def run(v):
        try:
            return math.sqrt(v - 1)
        except exc:
            return v * 3

    return run(x)


def captured_exception(x):
    return guarded(ValueError, x)


class V:
    def __init__(self, v):
        self.v = v

    def __mul__(self, o):
        return V(self.v * o.v)

    @classmethod
    def product(klass, rs):
        return reduce(lambda a, b: a * b, (klass(r) for r in rs))


def product_of_generator(x, y):
    return V.product([x, y]).v


CASES = [
    (f, (1.3,), (0,))
    for f in (captured_class, captured_cls, captured_local, captured_own_class, captured_and_unknown, captured_float)
]
CASES += [(f, (1.3, 0.7), (0, 1)) for f in (captured_by_generator, captured_builtin_name, product_of_generator)]
CASES += [(captured_exception, (0.3,), (0,))]


class Square:
    rate = 2.0

    @staticmethod
    def tw(x):
        return x * x

    @classmethod
    def cm(cls, x):
        return x * cls.rate


class Cube:
    rate = 0.5

    @staticmethod
    def tw(x):
        return x**3

    @classmethod
    def cm(cls, x):
        return x * cls.rate


def run1(k, x):
    return k.tw(x)


def run2(k, x):
    r = 0.0
    for i in range(2):
        r += k.tw(x)
    return r


def run3(k, x):
    return k.rate * x


def run4(k, x):
    return k.cm(x)


def run5(k, x):
    r = k.rate * x
    r += k.rate * x
    return r


def static_of_a_chosen_class(x):
    return run1(Square if x > 0.7 else Cube, x)


def static_in_a_loop(x):
    return run2(Square if x > 0.7 else Cube, x)


def attribute_of_a_chosen_class(x):
    return run3(Square if x > 0.7 else Cube, x)


def classmethod_of_a_chosen_class(x):
    return run4(Square if x > 0.7 else Cube, x)


def chosen_here(x):
    k = Square if x > 0.7 else Cube
    r = 0.0
    for i in range(2):
        r += k.tw(x)
    return r


def attribute_twice(x):
    return run5(Square if x > 0.7 else Cube, x)


CASES += [
    (f, (0.8,), (0,))
    for f in (
        static_of_a_chosen_class,
        static_in_a_loop,
        attribute_of_a_chosen_class,
        classmethod_of_a_chosen_class,
        chosen_here,
        attribute_twice,
    )
]


def by_its_name(x, text):
    return run2({'square': Square, 'cube': Cube}[text], x)


CASES += [(by_its_name, (0.8, text), (0,)) for text in ('square', 'cube')]


class Slow:
    rate = 2.0


class Fast:
    rate = 0.5


def rated1(k, x):
    return [k.rate * v for v in (x, 2 * x)]


def rated2(k, x):
    r = 0.0
    for v in (x, 2 * x):
        r += k.rate * v
    return r


def rated3(k, x):
    r = []
    for v in (x, 2 * x):
        r.append(k.rate * v)
    return r


def attribute_in_a_comprehension(x):
    return sum(rated1(Slow if x > 0.7 else Fast, x))


def attribute_in_a_loop(x):
    return rated2(Slow if x > 0.7 else Fast, x)


def attribute_appended(x):
    return sum(rated3(Slow if x > 0.7 else Fast, x))


class Plain2:
    rate = 1.0
    table = [1.0, 2.0]

    @staticmethod
    def f(v):
        return v * v

    class Inner:
        k = 3.0


class Other(Plain2):
    rate = 4.0

    @staticmethod
    def f(v):
        return v * 5


def static_as_a_value(x):
    k = Plain2 if x > 0.7 else Other
    f = k.f
    return f(x) * k.table[1] + k.Inner.k * x


def classes_in_a_row(x):
    return sum(k.f(x) * k.rate for k in (Plain2, Other)) + sum(map(Other.f, [x]))


def classes_in_a_dict(x):
    ks = {'b': Plain2, 'd': Other}
    t = 0.0
    for n in ks:
        k = ks[n]
        t += k.rate * x if k is Plain2 else k.f(x)
        t += len(k.__name__) * x
    return t


class Holder:
    def __init__(self, k):
        self.k = k

    def go(self, x):
        return self.k.f(x) * self.k.rate


def class_in_an_attribute(x):
    return Holder(Plain2).go(x) + Holder(Other).go(x) * sum(h.go(x) for h in [Holder(Plain2), Holder(Other)])


def attribute_set_for_a_while(x):
    Plain2.rate = 3.0
    try:
        return sum(k.rate * x for k in (Plain2, Other))
    finally:
        Plain2.rate = 1.0


class ModeOfTwo(enum.Enum):
    P = 1
    Q = 2


class ModeOfOne(enum.Enum):
    P = 3


def enum_in_turn(x):
    e = ModeOfTwo if x > 0.7 else ModeOfOne
    return e.P.value * x


CASES += [
    (f, (0.8,), (0,))
    for f in (
        attribute_in_a_comprehension,
        attribute_in_a_loop,
        attribute_appended,
        static_as_a_value,
        classes_in_a_row,
        classes_in_a_dict,
        class_in_an_attribute,
        attribute_set_for_a_while,
        enum_in_turn,
    )
]


class Single:
    def __init__(self, v):
        self.v = v

    def val(self):
        return self.v


class Squared:
    def __init__(self, v):
        self.v = v

    def val(self):
        return self.v**2


class Making:
    def __init__(self, N):
        self.N = N

    def go(self, x):
        return self.N(x).val()


def class_set_anew(x):
    h = Making(Single)
    r = h.go(x)
    h.N = Squared
    return r + 2 * h.go(x)


def class_set_in_an_if(x, flag):
    h = Making(Single)
    if flag:
        h.N = Squared
    return h.go(x)


CASES += [
    (class_set_anew, (0.8,), (0,)),
    (class_set_in_an_if, (0.8, True), (0,)),
    (class_set_in_an_if, (0.8, False), (0,)),
]
