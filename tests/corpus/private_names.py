"""Private names, `self.__x`, which are other names in each class."""

from dataclasses import dataclass


class Calc:
    def __init__(self, k):
        self.__k = k

    def __calc(self, x):
        return x * self.__k

    def run(self, x):
        return self.__calc(x) + self.__twice(x)

    @staticmethod
    def __twice(x):
        return 2 * x

    @property
    def __prop(self):
        return self.__k * 3

    def read(self):
        return self.__prop


class Heir(Calc):
    def __calc(self, x):
        return x * 100

    def other(self, x):
        return self.__calc(x) + self.run(x)


def private_methods(x):
    return Calc(x).run(x)


def private_in_a_subclass(x):
    return Heir(x).other(x)


def private_property(x):
    return Calc(x).read() * x


class Outer:
    def __init__(self, v):
        self.__v = v

    def a(self):
        return self.__v


class Inner(Outer):
    def __init__(self, v):
        super().__init__(v)
        self.__v = v * 10

    def b(self):
        return self.__v


def one_private_name_in_two_classes(x):
    o = Inner(x)
    return o.a() + 100 * o.b()


class Slotted:
    __slots__ = ('__k',)

    def __init__(self, k):
        self.__k = k

    def __call__(self, x):
        return x * self.__k


def private_slot_given(x, c):
    return c(x)


SLOTTED = Slotted(3.0)


def private_slot_of_the_module(x):
    return SLOTTED(x)


class Counted:
    __count = 2.0

    def get(self, x):
        return x * self.__count

    @classmethod
    def cget(cls, x):
        return x * cls.__count

    def inner(self, x):
        def f(v):
            return v * self.__count

        return f(x) + sum(map(lambda v: v * self.__count, [x, x]))


def private_of_the_class(x):
    return Counted().get(x) + Counted.cget(x) + Counted().inner(x)


def class_inside(x):
    class L:
        def __init__(self, v):
            self.__v = v

        def __sq(self):
            return self.__v**2

        def go(self):
            return self.__sq() * 2

    return L(x).go()


def __helper(v):
    return v * 3


def private_function(x):
    return __helper(x)


class _Under:
    def __init__(self):
        self.__z = 4.0

    def z(self, x):
        return self.__z * x


def mangled_by_hand(x):
    u = _Under()
    return u.z(x) + u._Under__z * x


class Tally:
    def __init__(self, v):
        self.__total = v
        self.__hist = []

    def __add(self, v):
        self.__total += v
        self.__hist.append(v)

    def feed(self, vs):
        for v in vs:
            self.__add(v)
        return self

    @property
    def total(self):
        return self.__total

    @total.setter
    def total(self, v):
        self.__total = v

    def __len__(self):
        return len(self.__hist)

    def __str(self):
        return 'x'

    def mean(self):
        return self.__total / max(len(self), 1)


class SubTally(Tally):
    def __init__(self, v):
        Tally.__init__(self, v)
        self.__total = 5.0

    def both(self):
        return self.total * self.__total


def total_fed(x):
    a = Tally(x).feed([x, 2 * x, 3.0])
    a.total = a.total * 2
    return a.mean() + len(a) * x


def total_of_a_subclass(x):
    s = SubTally(x)
    s.feed([x])
    return s.both() + getattr(s, '_Tally__total') * s._SubTally__total


@dataclass
class Data:
    a: float
    __b: float = 2.0

    def get(self):
        return self.a * self.__b


def private_field(x):
    return Data(x).get()


class Maker:
    __tab = {'k': 3.0}
    __n = 0

    @staticmethod
    def __s(v):
        return v * 2

    @classmethod
    def make(cls, v):
        o = cls()
        o.__v = cls.__s(v)
        return o

    def out(self):
        return self.__v * self.__tab['k']


def private_static(x):
    return Maker.make(x).out()


class Stack:
    class __Node:
        def __init__(self, v):
            self.__v = v
            self.next = None

        def val(self):
            return self.__v

    def __init__(self):
        self.__head = None

    def push(self, v):
        n = Stack.__Node(v)
        n.next = self.__head
        self.__head = n

    def tot(self):
        t = 0.0
        n = self.__head
        while n is not None:
            t = t * 0.5 + n.val()
            n = n.next
        return t


def private_class(x):
    n = Stack()
    for k in range(4):
        n.push(x * k)
    return n.tot()


class Pieces:
    def __init__(self, v):
        self.__v = v

    def __iter(self):
        for k in range(3):
            yield self.__v * k

    def tot(self):
        return sum(self.__iter()) + sum(v * v for v in self.__iter())

    def fact(self, n):
        def __go(n):
            return self.__v if n == 0 else n * __go(n - 1)

        return __go(n)

    def lam(self):
        return list(map(lambda v: v * self.__v, [1.0, self.__v]))[-1]


def private_generator(x):
    return Pieces(x).tot() + Pieces(x).fact(3) + Pieces(x).lam()


def private_given(x, a):
    return a.mean() * x + a.total


CASES = [
    (f, (1.3,), (0,))
    for f in (
        private_methods,
        private_in_a_subclass,
        private_property,
        one_private_name_in_two_classes,
        private_slot_of_the_module,
        private_of_the_class,
        class_inside,
        private_function,
        mangled_by_hand,
        total_fed,
        total_of_a_subclass,
        private_field,
        private_static,
        private_class,
        private_generator,
    )
]
CASES += [(private_slot_given, (1.3, Slotted(2.0)), (0,)), (private_given, (1.3, Tally(2.0).feed([1.0, 2.0])), (0,))]
