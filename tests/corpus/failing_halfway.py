"""Helpers, methods and inner functions that have changed something when they fail, where that is caught."""

import math

import numpy as np


class Low(Exception):
    pass


class Negative(ValueError):
    pass


class Tank:
    def __init__(self, level):
        self.level, self.taken, self.log = level, 0.0, []

    def take(self, x):
        self.taken = self.taken + x * x
        if x > self.level:
            raise Low('too little')
        self.level = self.level - x
        return self.level * x


def emptied(xs, v):
    tank = Tank(v)
    total = 0.0
    for x in xs:
        try:
            total = total + tank.take(x)
        except Low:
            total = total * 2
    return total + tank.level * tank.taken


def deposit(log, x):
    log.append(x * 2)
    if x < 0.3:
        raise Negative('x')
    log[0] = log[0] * x


def by_base_class(xs, v):
    log, s = [v], 1.0
    for x in xs:
        try:
            deposit(log, x)
        except ValueError:
            s = s * 2
        else:
            s = s * x
    return s * log[0] * sum(log)


def asked_for(xs, v):
    log, s = [v], 1.0
    for x in xs:
        try:
            deposit(log, x)
            s = s + x
        except (Negative, KeyError) as e:
            s = s * len(str(e))
    return s * log[0] * sum(log)


class Pair:
    def __init__(self, x):
        self.x, self.p = x, 1.0

    def step(self, dt):
        self.x[0] += dt * self.x[1]
        self.p *= math.sqrt(self.x[0])
        if self.x[0] > 2:
            raise Low()
        self.x[1] -= dt * self.x[0]
        return self.x.sum()


def of_several_kinds(xs, v):
    pair, s = Pair(np.array([v, 1.0])), 0.0
    for x in xs:
        try:
            s += pair.step(x)
        except Low:
            s += x * 7
        except ValueError:
            s += x * 3
    return s + pair.x.sum() * pair.p


def deeper(d, k, log):
    log.append(d[k])
    if k > 3:
        raise Low()
    if d[k] > 1:
        return deeper(d, k + 1, log) * d[k]
    return d[k]


def by_recursion(xs, v):
    log, s = [v], 1.0
    for k in range(len(xs)):
        try:
            s *= deeper(xs, k, log)
        except Low:
            s *= 2
        except IndexError:
            s *= 3
    return s * sum(log)


def update(params, grads, rate):
    for k in params:
        params[k] = params[k] - rate * grads[k]


def updated_in_part(xs, v):
    params, s = {'a': v, 'b': v * v, 'c': 1.0}, 1.0
    try:
        update(params, {'a': xs[0], 'b': xs[1]}, v)
    except KeyError:
        s = s * 3
    return s * sum(params.values()) * params['a']


def fill(a, xs):
    for i, x in enumerate(xs):
        a[i] = x * x


def filled_in_part(xs, v):
    a = np.zeros(2)
    try:
        fill(a, xs)
    except IndexError:
        a *= v
    return a.sum() * v


def scale(u, factors):
    for k in range(len(u)):
        u[k] = u[k] / factors[k]


def scaled_in_part(xs, v):
    u = np.array(xs) * v
    try:
        scale(u, [1.0, v])
    except IndexError:
        u[0] = 1.0
    return np.sum(u * u)


def inner_function(xs, v):
    log, total = [v], 1.0

    def add(x):
        nonlocal total
        total = total * x
        log.append(x * v)
        if x > 0.5:
            raise Low('big')
        log[0] = log[0] * x

    for x in xs:
        try:
            add(x)
        except Low:
            total += v
    return total * log[0] + sum(log)


def inner_function_twice(xs, v):
    acc = {'n': 1.0, 's': v}

    def put(k, x):
        acc['n'] *= x
        acc[k] = acc[k] * math.sqrt(x)
        return acc['n'] * 2

    t = 0.0
    for k, x in zip('sqs', xs):
        try:
            t += put(k, x)
            t += put('n', x)
        except (ValueError, KeyError) as e:
            t += 3 * v + len(str(e))
    return t * acc['s'] * acc['n']


class Machine:
    def __init__(self, a):
        self.a, self.n = a, []

    def __call__(self, x):
        self.n.append(x * self.a)
        if x < 0:
            raise ValueError(x)
        self.a = self.a * x
        return self.a

    def __add__(self, x):
        self.a = self.a + x
        if x > 1:
            raise OverflowError
        self.n.append(x)
        return self

    @property
    def root(self):
        self.n.append(self.a)
        return math.sqrt(self.a)

    @classmethod
    def make(cls, x, log):
        log.append(x * 2)
        if x > 1:
            raise Low()
        return cls(x)

    @staticmethod
    def put(log, x):
        log.append(x * x)
        return 1.0 / (x - 1)


def called_objects(xs, v):
    m, t = Machine(v), 1.0
    for x in xs:
        try:
            t *= m(x)
        except ValueError:
            t += v
    return t * sum(m.n) * m.a


def operators_that_fail(xs, v):
    m, t = Machine(v), 1.0
    for x in xs:
        try:
            m = m + x
        except OverflowError:
            t *= x
    return t * sum(m.n) * m.a


def properties_that_fail(xs, v):
    m, t = Machine(v), 1.0
    for x in xs:
        m.a = x
        try:
            t *= m.root
        except ValueError:
            t *= 3
    return t * sum(m.n) * m.a


def of_the_class(xs, v):
    log, t = [v], 1.0
    for x in xs:
        try:
            t *= Machine.make(x, log).a
        except Low:
            t *= 3
        try:
            t += Machine.put(log, x)
        except ZeroDivisionError:
            t += v
    return t * sum(log)


def outer(log, x):
    try:
        log.append(x)
        inner(log, x)
    except Low:
        log.append(3 * x)
        raise KeyError('k')
    finally:
        log[0] *= x


def inner(log, x):
    log[0] += x
    if x > 1:
        raise Low()
    log[0] *= 2


def one_failure_after_another(xs, v):
    log = [v]
    for x in xs:
        try:
            outer(log, x)
        except KeyError:
            log.append(v)
    return sum(log) * log[0]


def any_failure(xs, v):
    log = [v]
    try:
        for x in xs:
            outer(log, x)
    except Exception:
        log.append(v * 2)
    return sum(log) * log[0]


def step(y, h):
    y *= 1 + h
    if abs(y[0]) > 5:
        raise OverflowError
    y[1:] = y[:-1] * 2
    return y @ y


def stepped_in_place(xs, v):
    y, s = np.array([v, v * 2, 1.0]), 0.0
    for x in xs:
        try:
            s += step(y, x)
        except OverflowError:
            y /= 10
            s += x
    return s + y.sum()


def rows_that_grow(xs, v):
    rows = [[v], [v * 2]]

    def take(r):
        z = r.pop()
        r.append(z * 2)
        r.append(rows[0][0] * xs[0])
        return r[5]

    t = 0.0
    for r in rows:
        try:
            t += take(r)
        except IndexError:
            t += len(r) * v
        else:
            t += 100
    return t * sum(map(sum, rows))


found = []


def note(x):
    found.append(x)
    if x > 0.6:
        raise ValueError
    return x


def list_of_the_module(xs, v):
    found.clear()
    y = v
    for x in xs:
        try:
            y *= note(x)
        except ValueError:
            y += found[0] * x
    y += sum(found)
    found.clear()
    return y


class Large(Exception):
    pass


def small(v):
    if v > 1:
        raise Large('large', v)
    return v


def last_of_its_arguments(xs, v):
    t = 0.0
    for x in xs:
        try:
            t += small(x * v)
        except Large as e:
            t += e.args[-1] * 2
    return t


LOW, MIXED, HIGH = [0.2, 0.7, 1.4], [0.35, -0.4, 0.65], [1.2, 1.5, 1.1]
CASES = [(f, (xs, 1.3), (0, 1)) for xs in (LOW, MIXED, HIGH) for f in (
    emptied, by_base_class, asked_for, of_several_kinds, by_recursion, updated_in_part, filled_in_part, scaled_in_part,
    inner_function, inner_function_twice, called_objects, operators_that_fail, properties_that_fail, of_the_class,
    one_failure_after_another, any_failure, stepped_in_place, rows_that_grow, list_of_the_module,
    last_of_its_arguments,
)] + [(f, ([1.2, -1.7, -2.4, 1.3, 1.9], -2.0), (0, 1)) for f in (of_several_kinds, by_recursion, any_failure)] + [
    (filled_in_part, ([0.4, 0.3], 1.2), (0, 1)), (updated_in_part, ([0.4, 0.3, 0.1], 1.2), (0, 1)),
]  # fmt: skip
