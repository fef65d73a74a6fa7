"""Decorators that try again what they are given by a star; rows of the wrong length behind a star."""

from collections import namedtuple
from dataclasses import dataclass

import numpy as np


class Fail(Exception):
    pass


def retry(f):
    def wrapper(*args):
        for k in range(3):
            try:
                return f(*args)
            except Fail:
                pass
        raise Fail

    return wrapper


def pair_tried(x, y):
    log = [y]

    @retry
    def step(v):
        log.append(v)
        return x, y

    t = y
    try:
        a, b = step(x)
        t = a + b
    except Fail:
        t = t * 3
    return t + len(log)


def array_tried(x, y):
    log = [y]

    @retry
    def step(v):
        log[0] += np.sum(v)
        return np.array([x, y, x])

    t = y
    try:
        t = step(np.array([x, y])).sum()
    except Fail:
        t = t * 3
    return float(t + log[0])


def safe(f):
    def wrapper(*args, **kwargs):
        try:
            return f(*args, **kwargs)
        except Fail:
            raise

    return wrapper


def optional_tried(x, y):
    n = [y]

    @safe
    def step(v, hook=None):
        n.append(y)
        if n[0] > 5:
            raise Fail
        if hook is not None:
            n[0] = n[0] * 2
        return [x, y]

    t = y
    try:
        t = sum(step([x, y]))
    except Fail:
        t = x
    return t * sum(n)


def number_tried(x, y):
    n = [y]

    @retry
    def step(v):
        n[0] += v
        if v > 1.5:
            raise Fail
        return v * y

    t = y
    try:
        t = step(x)
    except Fail:
        t = t * 3
    return t + n[0]


def let_out_again(x, y):
    n = [y]

    @safe
    def step(v):
        n.append(v)
        if v > 1.5:
            raise Fail
        return v * x

    t = y
    try:
        t = step(x)
    except Fail:
        t = x
    return t * sum(n)


CASES = [
    (f, a, (0, 1))
    for f in (pair_tried, array_tried, optional_tried, number_tried, let_out_again)
    for a in ((0.83, 1.37), (1.83, 1.37))
]


Pair = namedtuple('Pair', 'a b')


@dataclass
class Both:
    a: float
    b: float


def rows_to_named_tuples(x):
    rows = [[x, 1.0], [x, 2.0, 3.0], [x]]
    t = 0.0
    for r in rows:
        try:
            p = Pair(*r)
            t += p.a * p.b
        except TypeError:
            t += 10 * x
    return t


def rows_to_dataclasses(x):
    rows = [[x, 1.0], [x, 2.0, 3.0], [x]]
    t = 0.0
    for r in rows:
        try:
            p = Both(*r)
            t += p.a * p.b
        except TypeError:
            t += 10 * x
    return t


def product(a, b):
    return a * b


def rows_to_arguments(x):
    rows = [[x, 1.0], [x, 2.0, 3.0], [x]]
    t = 0.0
    for r in rows:
        try:
            t += product(*r)
        except TypeError:
            t += 10 * x
    return t


def right_rows(x):
    rows = [[x, 1.0], [x, 2.0]]
    ps = [Pair(*r) for r in rows]
    return sum(p.a * p.b for p in ps)


class Weighted:
    def __init__(self, a, b=2.0):
        self.a, self.b = a, b


def rows_with_defaults(x):
    rows = [[x, 1.0], [x, 2.0, 3.0], [x], []]
    t = 0.0
    for r in rows:
        try:
            t += Weighted(*r).b * x
        except TypeError:
            t += 10 * x
    return t


CASES += [
    (f, (1.3,), (0,))
    for f in (rows_to_named_tuples, rows_to_dataclasses, rows_to_arguments, right_rows, rows_with_defaults)
]
