"""Defaults that print as something else than they are: members of enums that are texts, NumPy's numbers, classes of numbers."""

import math
from enum import Enum, IntEnum

import numpy as np


class Unit(str, Enum):
    KM = 'km'
    M = 'm'


class Order(IntEnum):
    FIRST = 1
    SECOND = 2


class Mode(str, Enum):
    FAST = 'fast'
    __repr__ = str.__repr__


class Degrees(float):
    def __repr__(self):
        return '%.1f' % self


FACTORS = {Unit.KM: 1.0, Unit.M: 1000.0}


def converted(x, unit=Unit.M):
    return x * FACTORS[unit]


def of_a_text(x):
    return converted(x) + converted(x, Unit.KM)


def raised(x, order=Order.SECOND):
    return x**order if order is Order.SECOND else x


def of_a_number(x):
    return raised(x)


def chosen(x, mode=Mode.FAST):
    return 2 * x if mode is Mode.FAST else x


def that_prints_as_a_text(x):
    return chosen(x)


def scaled(x, d=Degrees(30.123)):
    return x * math.radians(d)


def of_a_class_of_floats(x):
    return scaled(x)


def told(x, d=Degrees(3.0), e=3.0):
    return 2 * x if isinstance(d, Degrees) and not isinstance(e, Degrees) else x


def told_by_its_class(x):
    return told(x)


def times(x, u=np.float64(3), v=np.float32(0.1), w=np.str_('ab')):
    return x * u + float(v) * x + len(w) * x


def of_numpy(x):
    return times(x)


CASES = [(f, (1.3,), (0,)) for f in (
    of_a_text, of_a_number, that_prints_as_a_text, of_a_class_of_floats, told_by_its_class, of_numpy,
)]  # fmt: skip
