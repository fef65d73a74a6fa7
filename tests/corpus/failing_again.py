"""Calls in the handlers of other failures, calls in a try that always fail, functions that return what they run for its effect."""

import math


class W(Exception):
    pass


class U(Exception):
    def __init__(self, a):
        self.a = a


def c1_again_from_value(x, y):
    def f(v):
        raise U(v)

    t = 0.0
    try:
        f(x)
    except U as a:
        try:
            f(a.a * 2)
        except U as b:
            t = b.a
    return t


def c1_conditional(x, y):
    def f(v):
        if v > 0.5:
            raise U(v)
        return v

    t = 0.0
    for k in range(3):
        try:
            t = f(x * k)
        except U as a:
            try:
                t = t + f(a.a * y)
            except U as b:
                t = t + a.a * b.a
    return t


def c1_outer_handler(x, y):
    def f(v):
        if v > 0.2:
            raise W(v, 0.4)
        return v

    t = y
    try:
        try:
            t += f(y)
        except W:
            t = f(y + x)
    except W as e:
        t = e.args[0]
    return t


def c1_other_function_crash(x, y):
    def f(v):
        raise U(v)

    def g(v):
        raise W(v)

    t = 0.0
    try:
        f(x)
    except U as a:
        try:
            g(a.a * 2)
        except W as b:
            t = a.a * b.args[0]
    return t


def add(l, v):
    l.append(v)
    if v > 0.2:
        raise W()
    return v * v


def c2_in_handler(x, y):
    l = []
    t = 1.0
    try:
        add(l, x)
        t += x
    except W:
        try:
            t = t * 0.5 + add(l, y)
        except W:
            t = t * x
    return t


def c2_in_else(x, y):
    l = []
    t = y
    try:
        t += add(l, 0.1 * x)
    except W:
        t = 1.0
    else:
        try:
            t += add(l, y)
        except W:
            t = t * x
    return t


class O:
    def __init__(self, q):
        self.q = q

    def up(self, v):
        self.q = self.q * 1.1
        if v > 0.2:
            raise W()
        return self.q * v

    def go(self, v):
        raise ValueError(v)

    def cond(self, v):
        if v < 1.7:
            raise ValueError(v * v)
        return self.q * v


def c2_method(x, y):
    o = O(y)
    t = 1.0
    try:
        o.up(x)
        t += x
    except W:
        try:
            t = t * 0.5 + o.up(y)
        except W:
            t = t * x
    return t


def bad(v):
    if v > 0.2:
        raise U(v)
    return v


def two(v):
    return v * 2


def c4_method_stated(x, y):
    o = O(x)
    t = x
    try:
        o.go(math.sin(y))
    except ValueError as e:
        t += e.args[0]
    return t


def c4_division(x, y):
    o = O(x)
    t = x
    for z in (y, x, 0.3):
        try:
            o.go(1 / z)
        except (ValueError, ZeroDivisionError) as e:
            t += e.args[0]
    return t


def c4_inner_assigned(x, y):
    def f(v):
        raise ValueError(v)

    t = x
    for z in (y, 0.3):
        try:
            t = f(math.sin(x))
        except ValueError as e:
            c = e.args[0]
            break
    else:
        t += y
    return t


def c6_left_behind(x, y):
    def step(v):
        if v > 0.2:
            raise U(v)
        return v

    t = y
    try:
        t = step(x) + t
    except U as e:
        try:
            t = step(e.a) + t
            t += e.a
        except U as b:
            t *= x
    return t


def r1_method_again_in_handler(x, y):
    o = O(x)
    t = 1.0
    try:
        o.cond(x)
    except ValueError:
        try:
            t += o.cond(y)
        except ValueError as e:
            t += e.args[0]
    return t


def low(v):
    if v < 0.4:
        raise W(v, 3.0)
    return v * v


def r2_guarded_in_try(x, y):
    def guard(f):
        def g(v):
            try:
                return f(v)
            except W as e:
                return e.args[0] * x

        return g

    f1 = guard(low)
    t = x
    try:
        t = f1(y + x)
    except U as e:
        t = t * 0.5 + e.a
    return t


def fin(v):
    try:
        return bad(v)
    finally:
        pass


class Bad(Exception):
    def __init__(self, v):
        self.v = v


class Worse(Bad):
    pass


def chk(v):
    if v > 1.0:
        raise Bad(v)
    if v < 0.0:
        raise Worse(v * v)
    return v


def r4_base_and_subclass(x, y):
    try:
        t = chk(x * y)
    except Bad as e:
        t = e.v * 3
    return t


def r6_name_of_wrapped(x, y):
    log = []

    def deco(f):
        def g(v):
            log.append((f.__name__, v))
            return f(v)

        return g

    @deco
    def sq(v):
        return v * v

    return sq(x) + sum(v * len(n) for n, v in log) * y


class Stop(Exception):
    pass


def change(l, x):
    if l[0] > 5:
        raise Stop
    l[0] = l[0] * x


def call(l, x):
    return change(l, x)


def twice(l, x):
    change(l, x)
    return change(l, x) if x > 1 else None


class Runs:
    def __init__(self, x):
        self.l = [x]

    def go(self, x):
        return change(self.l, x)

    def run(self, x):
        return self.go(x)


def returned_none(x, y):
    l = [y]
    for k in range(4):
        try:
            call(l, 2 * x)
        except Stop:
            l[0] *= 0.3
    return l[0] * x


def returned_none_twice(x, y):
    l = [y]
    for k in range(4):
        try:
            twice(l, 2 * x)
        except Stop:
            l[0] *= 0.3
    return l[0] * x


def returned_none_method(x, y):
    o = Runs(y)
    for k in range(4):
        try:
            o.run(2 * x)
        except Stop:
            o.l[0] *= 0.3
    return o.l[0] * x


CASES = [
    (h, (0.83, 1.37), (0, 1))
    for h in (
        c1_again_from_value,
        c1_conditional,
        c1_outer_handler,
        c1_other_function_crash,
        c2_in_handler,
        c2_in_else,
        c2_method,
        c4_method_stated,
        c4_division,
        c4_inner_assigned,
        c6_left_behind,
        r1_method_again_in_handler,
        r2_guarded_in_try,
        r4_base_and_subclass,
        r6_name_of_wrapped,
    )
]
CASES += [(f, (1.3, 0.8), (0, 1)) for f in (returned_none, returned_none_twice, returned_none_method)]
