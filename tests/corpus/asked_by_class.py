"""Operators and attributes of objects that are of several classes, and of classes of a function, which are told apart."""

import collections


class First:
    def __init__(self, p):
        self.p = p

    def __add__(self, o):
        return self.p * o

    def __getitem__(self, k):
        return 100 * self.p

    def __neg__(self):
        return self.p * 7

    def __lt__(self, o):
        return self.p < 2 * o.p

    def __len__(self):
        return 3

    def __iadd__(self, o):
        self.p += o
        return self

    def __radd__(self, o):
        return o - self.p

    def __bool__(self):
        return self.p > 5

    def __contains__(self, k):
        return k > 2

    def __abs__(self):
        return self.p * 3


class Second:
    def __init__(self, p):
        self.p = p

    def __add__(self, o):
        return self.p * o * o

    def __getitem__(self, k):
        return 200 * self.p

    def __neg__(self):
        return self.p * 11

    def __lt__(self, o):
        return self.p > o.p

    def __len__(self):
        return 5

    def __iadd__(self, o):
        self.p *= o
        return self

    def __radd__(self, o):
        return o * self.p

    def __bool__(self):
        return self.p < 5

    def __contains__(self, k):
        return k < 2

    def __abs__(self):
        return self.p * 13


class GivesNothing:
    def __add__(self, o):
        pass

    def __getitem__(self, k):
        return 3.0


class GivesItsOwn:
    def __init__(self, p):
        self.p = p

    def __add__(self, o):
        return self.p


def one_of_them(x, k):
    return First(x) if k else Second(x)


def added_and_negated(x, k):
    return (one_of_them(x, k) + x) * -one_of_them(x, k) + (x + one_of_them(x, k))


def asked_for_truth(x, k):
    one = one_of_them(x, k)
    y = x if one < First(1.0) else 2 * x
    y *= 3 if one else 5
    return y * len(one) * (2 if 1 in one else 7)


def added_in_place(x, k):
    one = one_of_them(x, k)
    one += x
    return abs(one) * one[0] + sum([one_of_them(x, k), one_of_them(x, 1)], x)


def nothing_or_a_number(x, k):
    r, held = x, {}
    held['t'] = GivesItsOwn(0.9 * x) if k else GivesNothing()
    try:
        r += held.get('t') + x
    except TypeError:
        r = r * x
    return r


def of_a_class_of_the_function(x, k):
    class Here:
        s = 3.0

        def __init__(self):
            self.a = x

        def m(self):
            return self.a * x

    here = Here()
    return (here.m() if hasattr(here, 'm') else 1.0) + getattr(here, 's', 2.0) + (1 if hasattr(here, 'a') else 2)


def of_two_classes_of_the_function(x, k):
    class Here:
        def __init__(self):
            self.a = x

        def m(self):
            return self.a * x

    class There:
        def __init__(self):
            self.a = 2 * x

    total = 0.0
    for one in (Here(), There()):
        if hasattr(one, 'm'):
            total += one.m()
        else:
            total += one.a * 5
    return total


def decorators_come_first(x, k):
    log = [x]

    def noted(v):
        log.append(log[-1] * v)
        return log[-1]

    def scaled(by):
        return lambda f: lambda v: f(v) * by

    @scaled(noted(2.0))
    def h(v, m=noted(x)):
        return v * m * m

    return h(x) * x


def reversed_once(x, k):
    c = tuple(reversed((x, 2 * x)))
    total, row = 0.0, (x, 2.0, x * x)
    for v in c:
        total += v
    for v in c:
        total *= v
    return total + len(c) + (1 if isinstance(c, tuple) else 2) + tuple(reversed(row))[0] * 3


def operators_of_what_may_be_none(x, k):
    row = [x] if k else None
    try:
        row += [2 * x]
    except TypeError:
        return 3 * x
    return row[-1] * x


def joined_in_place_or_none(x, k):
    d = {'b': x} if k else None
    try:
        d |= {'a': x}
    except TypeError:
        return 3 * x
    return d['a'] * x


def list_or_deque_cleared(x, k):
    c = [x, 2.0] if k else collections.deque([x, 2.0])
    try:
        c.clear()
        x = x * 2
    except TypeError:
        x = x * x
    return x + len(c)


def row_with_a_missing_one(x, k):
    best = None
    try:
        for v in (x, 2 * x, 0.3):
            if best is None or v > best:
                best = v
    except TypeError:
        return x
    return best * x


FOUND = (
    added_and_negated, asked_for_truth, added_in_place, nothing_or_a_number, of_a_class_of_the_function,
    of_two_classes_of_the_function, decorators_come_first, reversed_once, operators_of_what_may_be_none,
    joined_in_place_or_none, list_or_deque_cleared, row_with_a_missing_one,
)  # fmt: skip
CASES = [(f, (1.3, k), (0,)) for f in FOUND for k in (0, 1)]
