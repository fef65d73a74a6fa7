"""Generators with a `yield` in a try with except, or in a with."""

import contextlib
import threading

import numpy as np


class Timer:
    log = []

    def __enter__(self):
        self.n = 0
        return self

    def __exit__(self, *a):
        self.n += 1


LOCK = threading.Lock()


def safe(xs):
    for x in xs:
        try:
            yield 1 / x
        except ZeroDivisionError:
            continue


def skips_what_fails(x):
    t = 0.0
    for v in safe([x, 0.0, 2 * x]):
        t = t + v * v
    return t


def skips_in_a_sum(x):
    return sum(safe([x, 0, 3 * x])) * x


def both(xs, x):
    try:
        yield x
        for k, a in enumerate(xs):
            yield a / (k - 2) * x
        yield 7 * x
    except ZeroDivisionError:
        yield 10 * x
    else:
        yield 5 * x * x


def goes_on_in_the_except(x):
    t = 0.0
    for v in both([x, 2 * x, 3.0], x):
        t = t * 0.5 + v * v
    return t


def goes_on_in_the_else(x):
    t = 0.0
    for v in both([x, 2 * x], x):
        t = t * 0.5 + v * v
    return t


def texts_that_may_fail(x):
    def rows(items):
        for s in items:
            try:
                v = float(s) * x
            except ValueError:
                yield x
            else:
                yield v

    t = 0.0
    for v in rows(['1.5', 'a', '2']):
        t += v * x**2
    return t


def guarded(xs):
    with np.errstate(divide='ignore', invalid='ignore'):
        for x in xs:
            yield np.log(x)


def warnings_off(x):
    t = 0.0
    for v in guarded([x, x * x]):
        t += v * v
    return t


def locked(x):
    with LOCK:
        yield x
        yield x * x


def under_a_lock(x):
    a, b = list(locked(x))
    t = 0
    for v in locked(x):
        t += v
    return a * b + t


def timed(xs):
    with Timer() as tm:
        for x in xs:
            yield x * x + tm.n


def timed_steps(x):
    return sum(v for v in timed([x, 2 * x]))


def timed_and_left(x):
    for v in timed([x, 2 * x]):
        if v > 0:
            break
    return v


@contextlib.contextmanager
def scaled(a):
    a[0] *= 2
    yield
    a[0] /= 2


def sc(a, x):
    with scaled(a):
        yield a[0] * x
        yield a[0] + x


def scaled_for_a_while(x):
    a = [x]
    t = 0
    for v in sc(a, x):
        t += v * a[0]
    return t + a[0]


def loop(it, x):
    while True:
        try:
            v = next(it)
            yield v * x
        except StopIteration:
            return


def ends_of_iterators(x):
    t = 1.0
    for v in loop(iter([x, 2 * x, 3.0]), x):
        t *= v
    return t


def once(x):
    try:
        y = yield x
        while y > 0.1:
            y = yield y * 0.5 / (1 if y > 0.2 else 0)
    except ZeroDivisionError:
        yield 5 * x


def sent_values(x):
    g = once(x)
    t = next(g)
    v = g.send(t)
    t += v * v
    v = g.send(v)
    t += v * v
    v = g.send(v)
    return t + v * v


def body_fails(x):
    try:
        yield x
        yield 2 * x
    except ZeroDivisionError:
        yield 1000 * x


def loop_that_fails_is_not_its_own(x):
    t = x
    try:
        for v in body_fails(x):
            t = t + v
            t = t / (1 if v < 1 else 0)
    except ZeroDivisionError:
        t = t * 3
    return t


def cond(xs, x):
    try:
        for a in xs:
            if a > 1:
                yield a * x
            elif a == 0:
                break
            else:
                yield 1 / (a - 0.5)
        else:
            yield x**3
        yield x**2
    except ZeroDivisionError:
        yield x
    finally:
        xs.append(x)


def left_by_break(x):
    xs = [2.0, 0.7, 0.5]
    return sum([v * v for v in cond(xs, x)]) + xs[-1]


def fails_in_a_branch(x):
    xs = [2.0, 0.7, 0]
    return sum([v * v for v in cond(xs, x)]) + xs[-1]


def ends_by_itself(x):
    xs = [2.0, 0.7]
    return sum([v * v for v in cond(xs, x)]) + xs[-1]


class Reader:
    def __init__(self, items):
        self.items, self.bad = items, 0

    def __iter__(self):
        for s in self.items:
            try:
                v = self.parsed(s)
            except (ValueError, TypeError):
                continue
            yield v

    def safely(self, scale):
        for s in self.items:
            try:
                yield self.parsed(s) * scale
            except ValueError:
                self.bad += 1

    def parsed(self, s):
        return float(s) if isinstance(s, str) else s * 1.0


def reader_of_texts(x):
    r = Reader(['1', 'b', x, None, '2.5'])
    t = 0.0
    for v in r:
        t = t * x + v
    for v in Reader(['1', 'b', x]).safely(x):
        t = t + v
    return t + r.bad * x


def tries_twice(f, x):
    for k in range(4):
        try:
            y = f(x, k)
            yield y
            z = f(y, k + 1)
            yield z * k
        except ArithmeticError:
            yield -x
            x = x * 2


def some(x, k):
    if k == 2:
        raise ZeroDivisionError
    return x * (k + 1)


def pieces_of_two(x):
    t = 1.0
    for v in tries_twice(some, x):
        t = t * 0.5 + v * v
    g = tries_twice(some, x * x)
    return t + next(g) * next(g)


def own_names(x):
    done = x
    try:
        yield x
    except ValueError:
        yield 1.0
    yield done


def names_of_its_own(x):
    t = 0.0
    for v in own_names(x):
        t += v
    return t


def both_names(x):
    value = x
    failed = x * 3
    try:
        yield x * x
        if x > 0:
            yield value
    except ValueError:
        yield 1.0
    yield value + failed


def names_of_both(x):
    t = 0.0
    test = x
    for v in both_names(x):
        t += v * test
    return t


failed = 3.0


done = 2.0


def module_names(x):
    try:
        yield x * failed
        yield x / done
    except ValueError:
        yield 1.0


def names_of_the_module(x):
    t = 0.0
    for v in module_names(x):
        t += v * t + v
    return t


class Oops(ValueError):
    pass


def raises_in_it(x):
    try:
        yield x * failed
        raise Oops
    except Oops:
        yield done * x


def exceptions_raised_in_it(x):
    t = 0.0
    for v in raises_in_it(x):
        t += v * t + v
    return t + sum(raises_in_it(x)) + list(module_names(x))[0]


class Counting:
    def __init__(self, o):
        self.o = o

    def __enter__(self):
        self.o.append(1.0)
        return self

    def __exit__(self, *a):
        self.o.append(2.0)


def returns_in_a_with(x):
    o = []

    def g():
        with Counting(o) as a:
            yield x * len(a.o)
            return

    t = 0.0
    for v in g():
        t = t * x + v * len(o)
    return t + x * len(o)


def returns_before_a_finally(x):
    o = []

    def g():
        m = x * x
        try:
            yield x
            return
        finally:
            o.append(m)

    t = 0.0
    for v in g():
        t = t * x + v * (1 + len(o))
    return t + o[0]


HELD = threading.Lock()


def held_by_hand(x):
    def g():
        HELD.acquire()
        try:
            for k in range(3):
                yield x * k
        finally:
            HELD.release()

    t = 0.0
    for v in g():
        t = t * x + v + (1.0 * x if HELD.locked() else 0.0)
    return t


def held_by_with(x):
    def g():
        with HELD:
            for k in range(3):
                yield x * k

    t = 0.0
    for v in g():
        t = t * x + v + (1.0 * x if HELD.locked() else 0.0)
    return t


def reciprocals(xs):
    for v in xs:
        try:
            yield 1 / v
        except ZeroDivisionError:
            continue


def left_and_gone_on(x):
    t = 0.0
    for v in reciprocals([x, 0.0, 2 * x, 3 * x, 0.1 * x]):
        if v < 0.5:
            continue
        if v > 10:
            break
        t = t * x + v
    else:
        t = t * 100
    return t


def one_in_the_other(x):
    r = []
    for v in reciprocals([x, 0.0]):
        r.append(v)
        for w in reciprocals([v, 0.0, x]):
            r.append(w * v)
    return sum(r)


def zip_that_ends_early(x, y):
    def g():
        for a, b in zip([x, 2 * x, 3 * x], [1.0, 1.0]):
            yield a * b
        yield a

    it = g()
    next(it)
    next(it)
    return next(it)


CASES = [
    (skips_what_fails, (1.3,), (0,)),
    (skips_in_a_sum, (1.3,), (0,)),
    (goes_on_in_the_except, (1.3,), (0,)),
    (goes_on_in_the_else, (1.3,), (0,)),
    (loop_that_fails_is_not_its_own, (1.3,), (0,)),
    (left_by_break, (1.3,), (0,)),
    (fails_in_a_branch, (1.3,), (0,)),
    (ends_by_itself, (1.3,), (0,)),
    (texts_that_may_fail, (1.3,), (0,)),
    (warnings_off, (1.3,), (0,)),
    (under_a_lock, (1.3,), (0,)),
    (ends_of_iterators, (1.3,), (0,)),
    (scaled_for_a_while, (1.3,), (0,)),
    (sent_values, (1.3,), (0,)),
    (timed_steps, (1.3,), (0,)),
    (timed_and_left, (1.3,), (0,)),
    (reader_of_texts, (1.3,), (0,)),
    (pieces_of_two, (0.4,), (0,)),
    (names_of_its_own, (1.3,), (0,)),
    (names_of_both, (1.3,), (0,)),
    (names_of_the_module, (1.3,), (0,)),
    (exceptions_raised_in_it, (1.3,), (0,)),
    (returns_in_a_with, (1.3,), (0,)),
    (returns_before_a_finally, (1.3,), (0,)),
    (held_by_hand, (1.3,), (0,)),
    (held_by_with, (1.3,), (0,)),
    (left_and_gone_on, (1.3,), (0,)),
    (one_in_the_other, (1.3,), (0,)),
    (zip_that_ends_early, (1.3, 0.8), (0, 1)),
]
