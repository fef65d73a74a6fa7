"""Operations of an array and a list or a tuple, of which NumPy makes an array; and stars before arrays and lists."""

import math
from collections import namedtuple
from typing import NamedTuple

import numpy as np

Point = namedtuple('Point', 'x y')


class Quaternion(NamedTuple):
    w: float
    x: float
    y: float
    z: float

    def scaled(self, k):
        return Quaternion(*(c * k for c in self))


class Vector:
    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z


class Ball:
    def __init__(self, p):
        self.position, self.velocity = p, p * 2.0


def bounced(a, y):
    b = Ball(a.copy())
    b.velocity[:] *= [0.9, -0.8]
    b.position += 0.1 * b.velocity
    b.position *= [y, 2.0]
    return float(b.position @ (b.velocity * [1, y]))


def list_that_changes_later(a, y):
    w = [y, 2.0]
    b = a * w
    w[0] = 3.0
    return float((w - b) @ (a / (y, 2.0)))


def matrices_of_lists(a, y):
    rows = [[y, 1.0], [2.0, y * y]]
    return float((rows @ a) @ (a @ rows))


def list_that_grows(a, y):
    w = []
    for k in range(2):
        w.append(a[k] * y)
    t = a * w
    w[0] = w[0] * 2.0
    t += w
    t -= (y, y)
    return float(t @ w)


def other_operators(a, y):
    w = (y, y * y)
    powers = (2.0 ** np.array([1.0, 2.0]) * w).sum() + (a**w).sum()
    return float(powers + (a > [1.0, 1.0]).sum() * y + (a // [2.0, 0.5]).sum())


def list_in_a_dict(a, y):
    d = {'w': [y, 1.0]}
    for k in range(3):
        a = a * d['w'] + [k, y]
        d['w'][1] = d['w'][1] * 0.5
    return float(a.sum())


def shapes_that_do_not_fit(a, y):
    try:
        return float((a * [y, 1.0, 2.0]).sum())
    except ValueError:
        return y * a[0]


def list_of_arrays(a, y):
    w = [a * 2.0, a * y]
    return float((a + w).sum())


def constants_in_a_comprehension(a, y):
    ks = [np.array([1.0, 2.0]) * [2.0, 3.0] for _ in range(2)]
    k = np.array([1.0, 2.0]) * [2.0, y] if y > 1.0 else a
    return float((a * ks[0] * k).sum() * y)


def star_before_an_array(a, y):
    d = a - y
    return float(np.hypot(*d) + math.atan2(*d) + max(*d) + np.arctan2(*(d * 2.0)) + math.pow(*a))


def star_before_a_list(a, y):
    d = [a[0], y]
    return float(np.hypot(*d) + math.fmod(*d))


def star_behind_a_field(a, y):
    w = [y * c for c in a] + [y]
    q = Quaternion(0.5, *w)
    q = Quaternion(*(c + 0.5 * b for c, b in zip(q, q.scaled(y))))
    return float(q.x * q.y + q.z * q.w)


def star_in_an_init(a, y):
    v = Vector(*a, y)
    return float(v.x * v.y + v.z)


def made_of_rows(a, y):
    rows = [(a[0], y), (y, a[1])]
    return float(sum(Point(*r).x * y for r in rows) + Point._make(rows[0]).y + math.hypot(*rows[1]))


CASES = [(f, (np.array([0.7, 1.2]), 1.3), (0, 1)) for f in (
    bounced, list_that_changes_later, matrices_of_lists, list_that_grows, other_operators, list_in_a_dict,
    shapes_that_do_not_fit, list_of_arrays, constants_in_a_comprehension, star_before_an_array, star_before_a_list, star_behind_a_field,
    star_in_an_init, made_of_rows,
)]  # fmt: skip
