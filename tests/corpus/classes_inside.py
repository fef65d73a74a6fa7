"""Classes that are defined within the function, with methods that read and assign variables of the function."""
import dataclasses

import numpy as np


def reads_a_variable(x):
    class Line:
        slope = 2.0

        def at(self, t):
            return self.slope * t + x

    return Line().at(x) * Line.slope


def variable_that_changes_later(x):
    y = x * x

    class Scale:
        def by(self, v):
            return y * v

    y = y + 1
    scale = Scale()
    before = scale.by(x)
    y = y * x
    return before * applied(scale, x)


def applied(scale, v):
    return scale.by(v)


def method_assigns_a_variable(x):
    level = 1.0

    class Tank:
        def __init__(self, area):
            self.area = area * level

        def fill(self, v):
            nonlocal level
            level = level + v / self.area
            return level

        @property
        def volume(self):
            return self.fill(x) * self.area

        @staticmethod
        def height():
            return 2 * level

        @classmethod
        def like(cls, other):
            return cls(other.area * x)

        def __add__(self, other):
            return Tank(self.area + other.area)

    a = Tank(x)
    first = a.fill(x * x) * a.volume
    level = level + 1
    return first * Tank.height() + (a + Tank.like(a)).volume


def attributes_that_are_computed(x):
    class Point:
        place = x
        twice = 2 * place

    Point.place = Point.place * x
    return Point.place**2 * Point.twice


def in_a_loop_of_calls(x, n):
    gain = 0.5

    class Filter:
        def __init__(self, state):
            self.state, self.seen = state, []

        def update(self, v):
            self.state += gain * x * (v - self.state)
            self.seen.append(self.state)

    f = Filter(x)
    for k in range(n):
        f.update(k * x)
        if k == 3:
            break
        gain = gain * 0.9
    return f.state * sum(f.seen)


def one_from_another(x, flag):
    class Shape:
        made = 0

        def __init__(self):
            Shape.made += 1
            self.size = x

        def area(self):
            return self.side() ** 2

        def side(self):
            return self.size

    class Double(Shape):
        def side(self):
            return super().side() * 2 * x

    shape = Double() if flag else Shape()
    return shape.area() * Shape().area() * Shape.made


def dataclass_in_a_list(v):
    @dataclasses.dataclass
    class Node:
        value: float
        rest: object = None
        seen: list = dataclasses.field(default_factory=list)

    head = None
    for a in v:
        head = Node(a * a, head)
        head.seen.append(a)
    total = 0.0
    while head is not None:
        total = total * 0.5 + head.value * head.seen[0]
        head = head.rest
    return total


def many_methods_of_python(x):
    class Row:
        def __call__(self, v):
            return v * x

        def __getitem__(self, k):
            return x * k

        def __len__(self):
            return 3

        def __iter__(self):
            return iter([x, x * x])

    row = Row()
    return row(2.0) * row[3] * len(row) + sum(row) + sum(map(row, [1.0, x]))


def container_of_the_class(x):
    class Log:
        items = []

        def add(self, v):
            self.items.append(v)

    Log().add(x)
    Log().add(x * x)
    return sum(Log.items) * len(Log.items)


def squares(x):
    class Pair:
        n = 2

        def __init__(self, a, b):
            self.a, self.b = a, b

        def product(self):
            self.n += 1
            return self.a * self.b * self.n

    return Pair(x, x + 1).product()


def in_a_helper(x):
    return squares(x) * squares(x * x)


def array_captured(v):
    w = v * 2

    class Weights:
        def scale(self, k):
            w[0] = w[0] * k
            return np.sum(w)

    a = Weights()
    return a.scale(3.0) * a.scale(v[1])


def not_differentiated(x, y):
    class Model:
        def at(self, t):
            return y * t

    return Model().at(x) + Model().at(2.0)


_v = np.array([0.7, 1.2, 0.4])

CASES = [
    (reads_a_variable, (0.7,), (0,)), (variable_that_changes_later, (0.7,), (0,)),
    (method_assigns_a_variable, (0.7,), (0,)), (attributes_that_are_computed, (0.7,), (0,)),
    (in_a_loop_of_calls, (0.7, 3), (0,)), (in_a_loop_of_calls, (0.7, 6), (0,)), (in_a_loop_of_calls, (0.7, 0), (0,)),
    (one_from_another, (0.7, True), (0,)), (one_from_another, (0.7, False), (0,)), (dataclass_in_a_list, (_v,), (0,)),
    (many_methods_of_python, (0.7,), (0,)), (container_of_the_class, (0.7,), (0,)), (in_a_helper, (0.7,), (0,)),
    (array_captured, (_v,), (0,)), (not_differentiated, (0.7, 1.2), (0, 1)), (not_differentiated, (0.7, 1.2), (0,)),
]
