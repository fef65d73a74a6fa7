"""Builtins under other names, functions that call functions beside them, and names that the text would use."""
import builtins
import math

import numpy as np

izip = zip


class Held:
    def __init__(self, v):
        self.v = v


def scale(t):
    return t * 10


def tail(n, k):
    return n * k


def zip_renamed(x, y, xs):
    total = 0.0
    for a, b in izip(xs, [x, y, x]):
        total += a * b
    return total


def zip_of_builtins(x, y, xs):
    return sum(a * b for a, b in builtins.zip(xs, xs)) * x * y


def enumerate_of_builtins(x, y, xs):
    return sum(k * v * x for k, v in builtins.enumerate(xs, 1)) + y


def dict_of_zip_renamed(x, y, xs):
    d = dict(izip('abc', xs))
    return d['a'] * d['b'] * x + y


def range_and_reversed_renamed(x, y, xs):
    total = 0.0
    for k in builtins.range(3):
        total += xs[k] * (k + 1)
    for v in builtins.reversed(xs):
        total = total * x + v * y
    return total


def printed_or(x, y, xs):
    return (print(end='') or x) * y * xs[0]


def letters_of_adjoints(x, y, xs):
    bx = cx = ax = ex = x
    gx = hx = px = qx = rx = sx = tx = y
    return bx * cx + ax * gx * hx - px * qx * tx * rx * sx * ex * xs[0]


def sibling_beside_an_object(x, y, xs):
    held = Held(x)

    def scale(t):
        return t * y

    def f(t):
        return scale(t) + x

    return f(y) + held.v * xs[0]


def sibling_by_a_default(x, y, xs):
    def scale(t):
        return t * y

    def f(t, eps=x):
        return scale(t) + eps

    return f(y) * xs[0]


def sibling_given_as_a_value(x, y, xs):
    def scale(t):
        return t * y

    def f(t):
        return scale(t) + x

    def applied(g, t):
        return g(t)

    return applied(f, y) * xs[0]


def recursion_beside_an_object(x, y, xs):
    held = Held(x)

    def tail(n, k):
        return k if n < 0.3 else x + tail(n * 0.4, y) * n

    return tail(x, 0.4) + held.v * xs[0]


def variable_settled_before_a_function(x, y, xs):
    t = x
    t = t * y

    def f(v):
        return v * t

    g = f
    return g(y) * xs[0]


def variable_changed_by_a_function_before(x, y, xs):
    t = x
    t = t * y

    def change():
        nonlocal t
        t = t * 3

    def f(v):
        return v * t

    g = f
    change()
    return g(y) * xs[0]


def doubled(v):
    return v * 2


def squared(v):
    return v * v


class Twice:
    def __init__(self, a):
        self.a = a

    def out(self):
        return self.a * 2


class Thrice(Twice):
    def out(self):
        return self.a * 3


def sibling_defined_again(x, y, xs):
    def g(v):
        return v * x

    def f(v):
        return g(v) + y

    a = f(y)

    def g(v):
        return v + x

    return a * f(y) * xs[0]


def siblings_swapped(x, y, xs):
    def g(v):
        return v * x

    def h(v):
        return v + x

    def f(v):
        return g(v)

    a = f(y)
    g, h = h, g
    return a * f(y) * xs[0]


def captured_function_in_turn(x, y, xs):
    op = doubled

    def f(v):
        return op(v) * x

    a = f(y)
    op = squared
    return a * f(y) * xs[0]


def captured_class_in_turn(x, y, xs):
    cls = Twice

    def f(v):
        return cls(v).out() * x

    a = f(y)
    cls = Thrice
    return a * f(y) * xs[0]


def library_name_of_an_inner_parameter(x, y, xs):
    g = math.sin

    def f(v):
        def twice(g):
            return g * 2

        return g(v) + twice(v)

    return f(y) * x * xs[0]


def library_name_of_an_inner_lambda(x, y, xs):
    g = math.sin

    def f(v):
        kept = [lambda g: g * 3, lambda t: g(t)]
        return sum(k(v) for k in kept)

    return f(y) * x * xs[0]


CASES = [
    (f, (0.7, 1.3, [0.5, 1.2, 0.3]), (0, 1, 2))
    for f in (
        zip_renamed, zip_of_builtins, enumerate_of_builtins, dict_of_zip_renamed, range_and_reversed_renamed,
        printed_or, letters_of_adjoints, sibling_beside_an_object, sibling_by_a_default, sibling_given_as_a_value,
        recursion_beside_an_object, variable_settled_before_a_function, variable_changed_by_a_function_before,
        sibling_defined_again, siblings_swapped, captured_function_in_turn, captured_class_in_turn,
        library_name_of_an_inner_parameter, library_name_of_an_inner_lambda,
    )
] + [(zip_renamed, (0.7, 1.3, np.array([0.5, 1.2, 0.3])), (0, 1, 2))]  # fmt: skip
