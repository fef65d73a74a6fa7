"""Targets within targets, which are assigned from left to right; a `finally` that takes back a break."""

import contextlib

import numpy as np


def item_before_its_index(x):
    a, i = [0.0, 0.0], 0
    (a[i], y), i = (x * 2, x * 3), 1
    return a[0] + 10 * a[1] + y + i


def both_of_a_list(x):
    a, i = [0.0, 0.0], 0
    (a[i], a[1]), i = (a[1] * x, a[0] + x), 1
    return a[0] + 10 * a[1] + i


def key_before_its_name(x):
    a, k = {'p': x, 'q': x * 2}, 'p'
    (a[k], y), k = (x * 5, x * 3), 'q'
    return a['p'] + 10 * a['q'] + y


def element_of_an_array(x):
    v, i = np.array([1.0, 2.0]) * x, 0
    (v[i], y), i = (x * 5, x * 3), 1
    return v[0] + 10 * v[1] + y


class Pair:
    pass


def attribute_before_its_object(x):
    p, q = Pair(), Pair()
    p.u, q.u = x, x * 2
    r = p
    (r.u, y), r = (x * 5, x * 3), q
    return p.u + 10 * q.u + y


def with_a_star(x):
    a, i = [0.0, 0.0], 0
    [a[i], *y], i = (x * 2, x * 3), 1
    return a[0] + 10 * a[1] + y[0] + i


def of_a_loop(x):
    a, i = [0.0, 0.0], 0
    for (a[i], y), i in [((x, 2 * x), 1), ((x * 3, x * x), 0)]:
        pass
    return a[0] + 10 * a[1] + y + i


def break_taken_back(x):
    for i in range(3):
        try:
            if i == 0:
                break
        finally:
            if i == 0:
                continue
    else:
        return x * 10
    return x * (i + 1)


def break_taken_back_in_a_helper(x):
    def power(n):
        for i in range(3):
            try:
                if n == i:
                    break
            finally:
                if i == 1:
                    continue
        else:
            return x * (n + 1)
        return x ** (i + 1)
    return power(1) + power(0) * power(2)


def failing_before_the_last(x):
    c, items = x * 9, [x, 2.0, 3.0]
    try:
        (a, b), c = items, x
    except ValueError:
        a = b = x
    return a + b + c


def break_taken_back_by_what_is_suppressed(x):
    for i in range(3):
        with contextlib.suppress(ValueError):
            try:
                if i == 1:
                    break
            finally:
                if i == 1:
                    raise ValueError
    else:
        return x * 10
    return x


def break_taken_back_by_what_is_caught(x):
    for i in range(3):
        try:
            try:
                if i == 1:
                    break
            finally:
                x = x / (1 - i)
        except ZeroDivisionError:
            pass
        x = x * 2
    else:
        return x * 10
    return x


a_ = [100.0, 200.0]


def item_as_the_variable_of_a_comprehension(x):
    a, p = [0.0, 0.0], Pair()
    twice = [a[0] * 2 for a[0] in (x, 2 * x)]
    again = sum(p.u * a[1] for p.u, a[1] in [(x, 2.0), (x * x, x)])
    return sum(twice) + a[0] + again * p.u


CASES = [(f, (0.7,), (0,)) for f in (
    failing_before_the_last, break_taken_back_by_what_is_suppressed, break_taken_back_by_what_is_caught,
    item_as_the_variable_of_a_comprehension,
    item_before_its_index, both_of_a_list, key_before_its_name, element_of_an_array, attribute_before_its_object, with_a_star,
    of_a_loop, break_taken_back, break_taken_back_in_a_helper,
)]  # fmt: skip
