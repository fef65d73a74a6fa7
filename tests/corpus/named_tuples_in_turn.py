"""Named tuples of several classes in one list, dict or name, beside plain tuples, lists, objects, numbers and None."""
import math
from collections import namedtuple
from typing import NamedTuple

import numpy as np

Circle = namedtuple('Circle', 'r')
Rect = namedtuple('Rect', 'w h')
Turned = namedtuple('Turned', 'h w')  # the same names in another order
Ring = namedtuple('Ring', 'r inner')


class Base(NamedTuple):
    a: float
    b: float

    def value(self):
        return self.a * self.b


class Left(Rect):
    def value(self):
        return self.w * 2


class Right(Rect):
    def value(self):
        return self.h * 3


class Box:
    def __init__(self, w):
        self.w = w


def areas(x, s):
    total = 0.0
    for shape in [Circle(x[0]), Rect(x[1], s), Ring(s, x[2])]:
        if isinstance(shape, Circle):
            total += math.pi * shape.r**2
        elif isinstance(shape, Rect):
            total += shape.w * shape.h
        else:
            total += math.pi * (shape.r**2 - shape.inner**2)
    return total


def area(shape):
    match shape:
        case Circle(r):
            return math.pi * r**2
        case Rect(w, h):
            return w * h
        case Ring(r=r, inner=inner):
            return math.pi * (r**2 - inner**2)


def areas_by_pattern(x, s):
    return sum(area(shape) for shape in (Ring(s, x[2]), Rect(x[1], s), Circle(x[0])))


def names_in_another_order(x, s):
    total = 0.0
    for v in [Rect(x[0], s), Turned(x[1], x[2] * s)]:
        total += v.w * 2 + v.h * v.h
    return total


def one_of_two(x, s, k):
    v = Rect(x[0], s) if k else Turned(x[1], x[2])
    return v.w * v.h * 2 + v.w


def methods_by_class(x, s):
    return sum(v.value() for v in [Left(x[0], s), Right(x[1], x[2] * s), Base(s, x[1])])


def subclass_asked_first(x, s):
    total = 0.0
    for v in [Rect(x[0], s), Left(x[1], x[2])]:
        total += v.value() if isinstance(v, Left) else v.w * v.h
    return total


def fields_that_one_has(x, s):
    total = 0.0
    for v in [Circle(x[0]), Ring(x[1], x[2] * s)]:
        total += 2 * v.r
        if isinstance(v, Ring):
            total += v.inner**2
    return total


def beside_plain_tuples(x, s):
    total = 0.0
    for v in [(x[0], s), Rect(x[1], x[2] * s), (x[1], s, s)]:
        if isinstance(v, Rect):
            total += v.h
        else:
            total += v[0] * v[-1]
    return total


def beside_lists(x, s):
    total = 0.0
    for v in [[x[2] * s, x[0]], Rect(x[0] * s, x[1]), [s]]:
        if isinstance(v, list):
            v *= 2
            total += v[0] * v[-1]
        else:
            total += 2 * (v._replace(w=s).w + sum(v))
    return total


def sums_of_either(x, s):
    return sum(sum(v) * (k + 1) for k, v in enumerate([[x[2] * s, x[0]], Rect(x[0] * s, x[1]), Circle(s)]))


def beside_objects(x, s):
    total = 0.0
    for k, v in enumerate([Box(x[0] * s), Rect(x[1], s), Box(x[2])]):
        total += (k + 1) * v.w
    return total


def beside_numbers_and_none(x, s):
    total = 0.0
    for v in [None, Rect(x[1], s), x[0] * s, Circle(x[2])]:
        if v is None:
            total += s
        elif isinstance(v, Rect):
            total += v.w * v.h
        elif isinstance(v, Circle):
            total += v.r
        else:
            total += v * v
    return total


def in_a_dict(x, s):
    d = {'a': Rect(x[0], s), 'b': Circle(x[1])}
    d['c'] = Turned(x[2], s)
    return d['a'].w * d['a'].h + d['b'].r + sum(v.h for v in d.values() if not isinstance(v, Circle))


def another_class_in_turn(x, s):
    v = Rect(x[1], x[2] * s)
    total = 0.0
    for k in range(4):
        total += v.w * (k + 1)
        v = Turned(v.w * s, v.h + x[0]) if isinstance(v, Rect) else Rect(v.h, v.w * 2)
    return total


def given_back_by_a_helper(x, s):
    def made(k):
        if k % 2:
            return Rect(x[0] * k, s)
        return Ring(x[1], x[2] * s)

    parts = [made(k) for k in range(3)]
    return parts[0].inner + parts[1].w * parts[1].h + parts[2].r


def told_within_a_helper(x, s):
    def use(v):
        if isinstance(v, Rect):
            return v.h
        return v[0]

    return use(Rect(s, x[0])) + use((s * x[1], x[1], s)) + use([x[2]])


def unpacked(x, s):
    total = 0.0
    for v in [Rect(x[0], s), Turned(x[1], x[2] * s), (s, x[0])]:
        a, b = v
        total += a * a * b
    return total


def arrays_within(x, s):
    total = 0.0
    for v in [Rect(x * s, x), Turned(x[::-1], x + s)]:
        total += np.sum(v.w * 2) + np.dot(v.h, v.h)
    return total


def arrays_within_written(x, s):
    steps = [Rect(x * s, x * 1.0), Turned(x[::-1] * 1.0, x + s)]
    for v in steps:
        v.w[0] *= x[1]
    return np.sum(steps[0].w) * 2 + np.sum(steps[1].w * steps[1].h)


def swapped_in_a_list(x, s):
    pair = [Rect(x[0], s), Ring(x[1], x[2])]
    pair[0], pair[1] = pair[1], pair[0]
    pair.append(pair[0]._replace(r=s * s))
    return pair[0].r * pair[0].inner + pair[1].w + pair[2].r


def class_of_the_function(x, s):
    Point = namedtuple('Point', 'x y')
    p = Point(x[0], s)
    return p.x * p.y


def class_of_the_function_with_defaults(x, s):
    Point = namedtuple('Point', ['x', 'y'], defaults=[2.0])
    return sum(p.x * p.y for p in [Point(v, s) for v in x] + [Point(s)])


X = np.array([1.3, 0.7, 0.4])
CASES = [
    (f, (X, 0.8), (0, 1))
    for f in (
        areas, areas_by_pattern, names_in_another_order, methods_by_class, subclass_asked_first, fields_that_one_has,
        beside_plain_tuples, beside_lists, sums_of_either, beside_objects, beside_numbers_and_none, in_a_dict,
        another_class_in_turn, given_back_by_a_helper, told_within_a_helper, unpacked, arrays_within,
        arrays_within_written, swapped_in_a_list, class_of_the_function, class_of_the_function_with_defaults,
    )
] + [(one_of_two, (X, 0.8, k), (0, 1)) for k in (0, 1)]  # fmt: skip
