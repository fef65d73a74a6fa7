"""What is built up in steps is not seen before it is whole: by functions that capture its name, and where it fails."""
import dataclasses
from contextlib import suppress
from dataclasses import dataclass

import numpy as np


def risky(x):
    if x < 0:
        raise ValueError
    return x * x


@dataclass
class Pair:
    x: float
    y: float = 2.0


class Squared:
    def __init__(self, x):
        self.x = x
        self.y = risky(x)


class Checked:
    def __init__(self, x):
        if x < 0:
            raise ValueError
        self.x = x


# A function that captures the name

def list_of_its_own_sums(a, b):
    l = [b]

    def f(x):
        return sum(l) * x

    l = [f(x) for x in a]
    return sum(l)


def map_of_its_own_sums(a, b):
    l = [b]

    def f(x):
        return sum(l) * x

    l = list(map(f, a))
    return sum(l)


def dict_of_its_own_sum(a, b):
    d = {'q': b}

    def f():
        return sum(d.values())

    d = {**{'z': a[0]}, 'y': f()}
    return sum(d.values())


# What fails on the way

def list_or_none(a, b):
    r = None
    try:
        r = [risky(x) for x in a]
    except ValueError:
        pass
    return b if r is None else sum(r)


def dict_that_fails(a, b):
    d = {}
    try:
        d = {i: risky(x) for i, x in enumerate(a)}
    except ValueError:
        d[5] = b
    return sum(d.values())


def list_that_fails_quietly(a, b):
    r = [b]
    with suppress(ValueError):
        r = [risky(x) for x in a]
    return sum(r)


def dict_by_a_call(a, b):
    d = {'q': b}
    try:
        d = dict(q=b * b, z=1 / (b - b))
    except ZeroDivisionError:
        pass
    return sum(d.values()) * a[0]


def returned_in_the_end(a, b):
    r = None
    try:
        r = [risky(x) for x in a]
    finally:
        return b if r is None else sum(r)


def dataclass_that_fails(a, b):
    d = Pair(b)
    try:
        d = Pair(b * b, 1 / (b - b))
    except ZeroDivisionError:
        pass
    return d.x * a[0]


def object_that_fails(a, b):
    k = Squared(b)
    try:
        k = Squared(a[1])
    except ValueError:
        pass
    return k.x


def object_that_fails_at_once(a, b):
    k = Checked(b)
    for v in a:
        try:
            k = Checked(v)
        except ValueError:
            k.x *= 2
    return k.x


def replaced_and_failed(a, b):
    d = Pair(b)
    try:
        d = dataclasses.replace(d, x=b * b, y=1 / (b - b))
    except ZeroDivisionError:
        pass
    return d.x * a[0]


def updated_at_once(a, b):
    d = {'q': b}
    try:
        d.update(q=b * b, z=1 / (b - b))
    except ZeroDivisionError:
        pass
    return sum(d.values()) * a[0]


def deleted_and_failed(a, b):
    v, d = [b, a[0]], {'x': b}
    try:
        del v[0]
        del v[1]
        v.append(b)
    except IndexError:
        v *= 2
    with suppress(KeyError):
        del d['y']
        d['x'] = 5.0
    return sum(v) * d['x']


# any() and all() stop at the first that tells

def any_of_a_failing_one(a, b):
    try:
        s = b * any(risky(x) > 0 for x in a)
    except ValueError:
        s = 0.0
    return s


def all_of_a_failing_one(a, b):
    try:
        s = b * (1 + all(risky(x) > 9 for x in a))
    except ValueError:
        s = 0.0
    return s


def any_without_a_try(a, b):
    return b * any(risky(x) > 0 for x in a) + a[0]


CASES = [(f, (np.array([0.7, -1.2, 1.9]), 1.3), (0, 1)) for f in (
    list_of_its_own_sums, map_of_its_own_sums, dict_of_its_own_sum, list_or_none, dict_that_fails,
    list_that_fails_quietly, dict_by_a_call, returned_in_the_end, dataclass_that_fails, object_that_fails,
    object_that_fails_at_once, replaced_and_failed, updated_at_once, deleted_and_failed, any_of_a_failing_one,
    all_of_a_failing_one, any_without_a_try,
)]
