"""Steps of iterators that fail where that is caught, and calls of functions around that do."""

import itertools
import math


class Big(Exception):
    def __init__(self, v):
        self.v = v


class Fail(Exception):
    pass


def chk(v):
    if v > 2:
        raise Fail
    return v


class It:
    def __init__(self, h):
        self.h = h

    def __iter__(self):
        for v in self.h:
            yield chk(v)


def gen(h):
    for v in h:
        yield chk(v)


def over_it(x):
    y = 0.0
    try:
        for v in It([0.5, x, 2 * x]):
            y += v
    except Fail:
        y = y * 3
    return y


def sum_it(x):
    try:
        return sum(It([0.5, x, 2 * x]))
    except Fail:
        return x * x


def caught_inside(x):
    try:
        return over_it(x)
    except Fail:
        return 5.0 * x


def sum_caught_inside(x):
    try:
        return sum_it(x)
    except Fail:
        return 5.0 * x


def object_run_over(x):
    return over_it(x)


def generator_expression(x):
    y = 0.0
    try:
        for v in (chk(k * x) for k in (1.0, 2.0, 0.5)):
            y += v
    except Fail:
        y *= 2
    return y + x


def numbered(x):
    y = 0.0
    try:
        for i, v in enumerate(gen([0.5, x, 2 * x])):
            y += v * i
    except Fail:
        y += x
    return y


def zipped(x):
    y = 0.0
    try:
        for a, b in zip(gen([0.5, x, 2 * x]), [1.0, x, 3.0]):
            y += a * b
    except Fail:
        y += x
    return y


def under_a_name(x):
    it = iter(gen([0.5, x, 2 * x]))
    y = 0.0
    try:
        for v in it:
            y += v * x
    except Fail:
        y += x
    return y


def chained(x):
    y = 0.0
    try:
        for v in itertools.chain([x], gen([0.5, x, 2 * x])):
            y += v * x
    except Fail:
        y *= 3
    return y


def accumulated(x):
    y = 0.0
    try:
        for v in itertools.accumulate([0.5, x, 2 * x], lambda a, b: chk(a + b)):
            y += v * x
    except Fail:
        y *= 3
    return y


def roots(x):
    y = 0.0
    g = (math.sqrt(k - x) for k in (3.0, 2.0, 1.0))
    try:
        for v in g:
            y += v
    except ValueError:
        y *= 2
    return y + x


def unpacked(x):
    try:
        p, q, r = It([0.5, x, 2 * x])
    except Fail:
        p, q, r = x, x, 1.0
    return p * q + r


def handlers_that_raise(x):
    G = x
    n = x

    def g1(v):
        nonlocal n
        n *= r * v

    try:
        r = G
    except LookupError:
        try:
            r = r + 1.0
        except ArithmeticError:
            raise Fail
        except Exception:
            G = G + r
        raise
    return r + G * n


def handlers_that_raise_from(x):
    n = x

    def g1(v):
        nonlocal n
        n *= r * v

    try:
        r = math.log(x) + x
        g1(2.0)
    except (ArithmeticError, LookupError):
        try:
            r = r + 1.0
        except ArithmeticError:
            raise Fail from None
        except Exception:
            n = n + r
        raise
    return r * n


def balance(x):
    bal = x

    def take(v):
        nonlocal bal
        bal -= v
        if bal < 0:
            raise ValueError('low')
        return v

    def safe(v):
        nonlocal bal
        old = bal
        try:
            return take(v)
        except ValueError:
            bal = old * 0.9
            return 0.1 * v

    return safe(0.5) + safe(0.8 * x) + bal


def logged_by_another(x):
    s = [x]

    def g0(v):
        s.append(v)
        if v > 1:
            raise Fail
        return v

    def g(v):
        return g0(v) + 0.5 * v

    try:
        y = g(x)
    except Fail:
        y = x
    return y * sum(s)


def traced_recursion(x):
    trace = []

    def down(n, v):
        trace.append(v)
        try:
            if n == 0:
                raise Fail
            return down(n - 1, v * x)
        except Fail:
            trace.append(v * 2)
            if n < 2:
                raise
            return v
        finally:
            trace.append(x)

    return down(3, x) * sum(trace)


def backtracking(x):
    used = [x]

    def place(k):
        used.append(k * x)
        if k > 2:
            raise Fail
        if sum(used) > 4:
            return True
        try:
            return place(k + 1)
        except Fail:
            used.pop()
            return False

    place(0)
    return sum(used) * len(used)


def one_behind_another(x):
    log = [x]

    def a(v):
        log.append(v)
        return 1.0 / (v - 1.6)

    def b(v):
        try:
            return a(v)
        except ZeroDivisionError:
            return v * 2

    def c(v):
        try:
            return a(v) + b(v)
        except ZeroDivisionError:
            return v * 3

    return c(1.6 + 0 * x) * sum(log) + b(x * 2)


class Up:
    def __init__(self, xs):
        self.i, self.xs = 0, xs

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= len(self.xs):
            raise StopIteration
        v = self.xs[self.i]
        self.i += 1
        if v > 1:
            raise ValueError('big')
        return v * v


def squares(xs):
    for v in xs:
        if v > 1:
            raise ValueError('big')
        yield v * v


def numbered_squares(xs):
    t = 0.0
    try:
        for i, v in enumerate(squares(xs)):
            t = t + v * (i + 1)
    except ValueError:
        t = t * 3
    return t


def squares_in_a_loop(xs):
    t = 0.0
    try:
        for v in squares(xs):
            t = t + v
    except ValueError:
        t = t * 3
    return t


def steps_of_an_object(xs):
    t = 0.0
    try:
        for v in Up(xs):
            t = t + v
    except ValueError:
        t = t * 3
    return t


def sum_of_squares(xs, y):
    t = y
    try:
        t = t * sum(squares(xs))
    except ValueError:
        t = t * 3
    return t


def next_square(xs, y):
    t = y
    try:
        it = squares(xs)
        t = t * next(it)
        t = t * next(it) * y
    except ValueError:
        t = t * 3
    return t


X = [0.5, 0.7]
Z = [0.5, 1.5, 0.3]


def at_most_one(v):
    if v > 1:
        raise Fail
    return v


def checked(h):
    for v in h:
        yield at_most_one(v)


def wrap(g):
    for v in g:
        yield v * 2


def list_extended(x, y):
    def g():
        yield x
        if y > 2:
            raise Fail
        yield y

    t = []
    try:
        t.extend(g())
    except Fail:
        t.append(x * y)
    return sum(t)


def asked_again(x, y):
    def g():
        for v in [y, x, y]:
            yield at_most_one(v)

    m = g()
    t = 0.0
    try:
        for v in m:
            t += v
    except Fail:
        t *= x
    for v in m:
        t += v
    return t


def two_steps_in_a_line(x, y):
    def g():
        yield y
        if x > 1:
            raise Fail
        yield y

    m = g()
    try:
        t = next(m) + next(m)
    except Fail:
        t = x * y
    return t


def recursive_generator(x, y):
    def g(n):
        if n > 2:
            raise Fail
        yield x * n
        yield from g(n + 1)

    t = 0.0
    try:
        for v in g(0):
            t += v
    except Fail:
        t *= y
    return t


def wrapped_and_asked_again(x, y):
    g = checked([y, x, y])
    t = 0.0
    try:
        for v in wrap(g):
            t += v
    except Fail:
        t *= x
    return t + sum(g)


def summed_and_asked_again(x, y):
    g = checked([y, x, y])
    h = wrap(g)
    t = 0.0
    try:
        t += sum(h)
    except Fail:
        t += x
    return t + sum(g) + sum(h)


def chained_and_asked_again(x, y):
    g = checked([y, x, y])
    t = 0.0
    try:
        for v in itertools.chain([x], g):
            t += v
    except Fail:
        t *= x
    return t + sum(g)


def until_it_ends(x, y):
    g = checked([y, x, y])
    t = 0.0
    while True:
        try:
            t += next(g)
        except Fail:
            t += x
        except StopIteration:
            break
    return t * y


CASES = [(f, (1.6,), (0,)) for f in (
    caught_inside, sum_caught_inside, object_run_over, generator_expression, numbered, zipped, under_a_name,
    chained, accumulated, roots, unpacked, handlers_that_raise, handlers_that_raise_from, balance,
    logged_by_another, traced_recursion, backtracking, one_behind_another,
)] + [(f, (xs,), (0,)) for xs in ([0.5, 0.7], [0.5, 1.5, 0.3]) for f in (
    numbered_squares, squares_in_a_loop, steps_of_an_object,
)] + [(f, (xs, 0.7), (0, 1)) for xs in ([0.5, 0.7], [0.5, 1.5, 0.3]) for f in (
    sum_of_squares, next_square,
)] + [(f, (1.3, 0.8), (0, 1)) for f in (
    list_extended, asked_again, two_steps_in_a_line, recursive_generator, wrapped_and_asked_again,
    summed_and_asked_again, chained_and_asked_again, until_it_ends,
)]  # fmt: skip
