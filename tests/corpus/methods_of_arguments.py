"""Objects as arguments that hold methods of their own as values."""

import dataclasses


class Model:
    def __init__(self, kind='lin'):
        self.w = 1.5
        self.b = [0.3, 0.2]
        self.act = self.lin if kind == 'lin' else self.square
        self.ops = {'l': self.lin, 's': self.square}
        self.all = [self.lin, self.square]

    def lin(self, v):
        return v * self.w + self.b[0]

    def square(self, v):
        return v * v * self.w * self.b[1]

    def scaled(self, v):
        self.w = self.w * v
        return self.w


class Scaling(Model):
    def __init__(self):
        super().__init__()
        self.act = self.scaled


class Child:
    def __init__(self, callback):
        self.callback = callback


class Parent:
    def __init__(self):
        self.w = 1.5
        self.child = Child(self.lin)

    def lin(self, v):
        return v * self.w


@dataclasses.dataclass
class Fitted:
    w: float
    fn: object = None

    def __post_init__(self):
        self.fn = self.go

    def go(self, v):
        return v * self.w


def held(x, m):
    g = m.act
    return m.act(x) * m.w + g(x) * x


def in_a_table(x, m):
    for n in ('l', 's', 'l'):
        x = m.ops[n](x)
    return x * m.b[0]


def in_a_list(x, m):
    return sum(g(x) for g in m.all)


def read_after_a_change(x, m):
    m.w = m.w * x
    m.b[0] += x
    return m.act(x) * m.ops['s'](x)


def changes_its_object(x, m):
    return m.act(x) * m.w


def of_another_object(x, m):
    before = m.child.callback(x) + m.w
    m.w *= x
    return before * m.child.callback(x)


def of_a_dataclass(x, m):
    return m.fn(x) * x


def without_its_derivative(x, m):
    m.w = x
    return m.act(x)


CASES = [
    (held, (0.7, Model()), (0, 1)),
    (held, (0.7, Model('square')), (0, 1)),
    (in_a_table, (0.7, Model()), (0, 1)),
    (in_a_list, (0.7, Model()), (0, 1)),
    (read_after_a_change, (0.7, Model()), (0, 1)),
    (changes_its_object, (0.7, Scaling()), (0, 1)),
    (of_another_object, (0.7, Parent()), (0, 1)),
    (of_a_dataclass, (0.7, Fitted(1.5)), (0, 1)),
    (without_its_derivative, (0.7, Model()), (0,)),
]
