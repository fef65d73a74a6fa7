"""Functions that are values and may fail halfway where that is caught: tasks, decorators that guard, bound methods."""

import functools

import numpy as np


class Stop(Exception):
    def __init__(self, v=0.0):
        super().__init__(v)
        self.v = v


def retry(f, n):
    for k in range(n):
        try:
            return f(k)
        except Stop:
            pass
    return 0.0


def retried(x, y):
    log = []

    def task(k):
        log.append(x * k)
        if k < 2:
            raise Stop
        return y * k

    return retry(task, 4) + sum(log)


def guard(default):
    def deco(f):
        @functools.wraps(f)
        def run(*a):
            try:
                return f(*a)
            except Stop:
                return default

        return run

    return deco


def guarded_decorator(x, y):
    log = []

    @guard(0.5)
    def task(v):
        log.append(v * x)
        if v > 1:
            raise Stop
        return v * y

    return task(x) + task(y) * 2 + sum(log)


def run_all(tasks):
    t = 0.0
    for f in tasks:
        try:
            t += f()
        except Stop as e:
            t += e.v * 3
    return t


def all_run(x, y):
    state = {'n': 0.0}

    def a():
        state['n'] += x
        return y * x

    def b():
        state['n'] += y
        raise Stop(x * state['n'])

    return run_all([a, b, a]) * state['n']


def counting(x, y):
    n = 0.0

    def step(v):
        nonlocal n
        n += v * x
        if n > 2:
            raise Stop(n)
        return n

    t = 0.0
    for v in (1.0, y, 2.0):
        try:
            t += step(v)
        except Stop as e:
            t -= e.v
            n = 0.1 * x
    return t * n


class Job:
    def __init__(self, x):
        self.x, self.done = x, []

    def run(self, v):
        self.done.append(v * self.x)
        if v > 1:
            raise Stop(v)
        return v


def bound(x, y):
    j = Job(x)

    def attempt(f, v):
        try:
            return f(v)
        except Stop as e:
            return e.v * 10

    return attempt(j.run, 0.5 * y) + attempt(j.run, y) + sum(j.done)


def lambdas(x, y):
    out = []

    def bad(v):
        out.append(v)
        raise Stop(v * 2)

    ops = [lambda v: v * x, lambda v: bad(v) + 1, lambda v: v + y]
    t = y
    for op in ops:
        try:
            t = op(t)
        except Stop as e:
            t = t + e.v
    return t + sum(out)


def own_arguments(x, y):
    log = []
    d = {'a': x}

    def take(v):
        log.append(v)
        if v > 1:
            raise KeyError('no')
        return v * y

    def attempt(f, k):
        try:
            return f(d[k])
        except KeyError:
            return y

    return attempt(take, 'a') + attempt(take, 'b') + sum(log)


def use(l, k, x):
    try:
        v = l[k]
    finally:
        l.append(x)
    return v


def changed_in_a_finally(x, y):
    l = [y]
    t = 0.0
    for k in (0, 5):
        try:
            t += use(l, k, x)
        except IndexError:
            t += l[-1] * x
    return t + sum(l) * l[-1]


def use_a(a, x, bad):
    try:
        if bad:
            raise Stop
        a[0] = a[1] * x
    finally:
        a[1] *= x
    return a[0]


def array_changed_in_a_finally(x, y):
    a = np.array([x, y])
    t = 0.0
    for bad in (False, True, False):
        try:
            t += use_a(a, x, bad)
        except Stop:
            t *= x
    return t + a.sum() * a[1]


class R:
    def __init__(self, x):
        self.x, self.n = x, 0.0

    def __enter__(self):
        self.n += self.x
        return self

    def __exit__(self, *e):
        self.n *= self.x
        return False

    def go(self, v):
        with self:
            if v > 1:
                raise Stop
            return v * self.n


def changed_by_a_context(x, y):
    r = R(x)
    t = 0.0
    for v in (y, 0.5 * y, y):
        try:
            t += r.go(v)
        except Stop:
            t += r.n
    return t * r.n


def return_past_a_finally(x, y):
    log = []

    def f(v):
        try:
            if v > 1:
                raise Stop
            return v * x
        finally:
            log.append(v)

    t = 0.0
    for v in (y, 0.5 * y, 2 * x):
        try:
            t += f(v)
        except Stop:
            t += log[-1] * x
    return t * sum(log)


def finally_that_raises(x, y):
    log = []

    def f(v):
        try:
            return v * x
        finally:
            log.append(v)
            if v > 1:
                raise Stop

    t = 0.0
    for v in (y, 0.5 * y, 2 * x):
        try:
            t += f(v)
        except Stop:
            t += log[-1] * x
    return t * sum(log)


CASES = [
    (f, (0.83, 1.37), (0, 1))
    for f in (
        retried,
        guarded_decorator,
        all_run,
        counting,
        bound,
        lambdas,
        own_arguments,
        changed_in_a_finally,
        array_changed_in_a_finally,
        changed_by_a_context,
        return_past_a_finally,
        finally_that_raises,
    )
]
