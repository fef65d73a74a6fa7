"""Attributes that one class computes, and another has given its objects; the same names in several classes."""
from dataclasses import dataclass
from functools import cached_property


class Circle:
    factor = 2.0

    def __init__(self, r):
        self.r = r

    @property
    def area(self):
        return 3.0 * self.r**2

    @cached_property
    def weight(self):
        return self.r**3

    def scaled(self):
        return self.r * 3


class Plate:
    def __init__(self, area):
        self.area = area
        self.weight = area * 2
        self.factor = area
        self.r = 1.0

    def scaled(self):
        return self.area * 5


class Ring(Circle):
    @property
    def area(self):
        return super().area * 2

    @cached_property
    def weight(self):
        return self.r * 11


@dataclass
class Record:
    area: float
    weight: float = 1.0

    @property
    def factor(self):
        return self.area**2

    @property
    def r(self):
        return self.area * 0.5


class Kept:
    def __init__(self, v):
        self._v = v

    @property
    def v(self):
        return self._v * 3

    @v.setter
    def v(self, v):
        self._v = v * 2


class Plain:
    def __init__(self, v):
        self.v = v


def property_and_attribute(x, s):
    return sum(o.area * (k + 1) for k, o in enumerate([Circle(x), Plate(s)]))


def cached_and_attribute(x, s):
    return sum(o.weight * (k + 1) for k, o in enumerate([Circle(x), Plate(s)]))


def overridden_and_field(x, s):
    return sum(o.area * (k + 1) for k, o in enumerate([Circle(x), Record(s), Ring(x * s)]))


def cached_by_each_class(x, s):
    return sum(o.weight * (k + 1) for k, o in enumerate([Circle(x), Record(s), Ring(x * s)]))


def class_attribute_and_property(x, s):
    return sum(o.factor * x * (k + 1) for k, o in enumerate([Circle(x), Record(s), Plate(x * s)]))


def methods_of_both(x, s):
    return sum(o.scaled() * o.area for o in [Circle(x), Plate(s)])


def one_of_two(x, s, k):
    o = Circle(x) if k else Plate(s)
    return o.area * o.weight * o.factor


def attribute_behind_a_property(x, s):
    total = 0.0
    for o in [Circle(x), Plate(s)]:
        o.r = s * x
        total += o.area + o.r
    return total


def read_after_a_write_elsewhere(x, s):
    plain = Plain(s)
    plain.v = x * s
    objects = [Kept(x), plain]
    return sum(o.v * (k + 1) for k, o in enumerate(objects))


def set_by_one_class(x, s):
    total = 0.0
    for o in [Kept(x), Kept(s)]:
        o.v = x * s + o.v
        total += o.v
    return total


CASES = [
    (f, (0.9, 1.3), (0, 1))
    for f in (
        property_and_attribute, cached_and_attribute, overridden_and_field, cached_by_each_class,
        class_attribute_and_property, methods_of_both, attribute_behind_a_property, read_after_a_write_elsewhere,
        set_by_one_class,
    )
] + [(one_of_two, (0.9, 1.3, k), (0, 1)) for k in (0, 1)]  # fmt: skip
