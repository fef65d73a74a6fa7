"""Programs whose gradients were wrong, or crashed, in the hunts of the end of November."""
import collections
import functools
import itertools
import math

import numpy as np


# A place that a function on the right writes is read before


def first(p):
    p[0] = 5 * p[1]
    return p[1]


class B:
    def __init__(self, v):
        self.v = v
    def step(self):
        self.v[0] = self.v[1] * 3
        return self.v[1] ** 2


def rec(v, k):
    if k == 0:
        return v[1]
    v[0] = v[0] * 2
    return rec(v, k - 1) * v[0]


def read_before_a_call(v):
    v[0] += first(v)
    return v.sum()


def read_before_a_method(v):
    b = B(v * 1.0)
    b.v[0] += b.step()
    return b.v.sum()


def gathered_before_a_call(v):
    v[[0, 1]] += first(v) * np.ones(2)
    return v.sum()


def masked_before_a_call(v):
    v[v > .1] *= first(v)
    return v.sum() * v[0]


def item_of_a_dict_before_a_call(v):
    d = {'a': v * 1.0}
    d['a'][0] += first(d['a'])
    return d['a'].sum()


def read_before_a_comprehension(v):
    def h():
        v[0] = v[1] * 7
        return v[0]
    v[0] += sum([h() for _ in range(3)])
    return v.sum()


def row_after_a_call(v):
    w = np.outer(v, v)
    def bump(k):
        w[k, 1] = 3 * v[0]
        return v[1]
    w[0][1] += bump(0)
    w[0] += bump(0)
    return w.sum()


def item_of_a_list_before_a_call(v):
    xs = [v[0], v[1]]
    def bump():
        xs[0] = 3 * v[1]
        return v[0]
    xs[0] += bump()
    return xs[0] * xs[1]


def read_before_a_recursion(v):
    v[0] += rec(v, 2) * v[0]
    return v.sum()


def parts_before_a_call(v):
    A = np.outer(v, v) * 1.0
    def bump(k):
        A[k, :] = A[k] * 2 * v[0]
        return v[1]
    A[[0, 1], :] *= bump(0)
    A[:, [0, 1]] += bump(1)
    A[A > .1] -= bump(0)
    A[:, 0] *= bump(0)
    A[0, 1] += bump(0)
    i = np.array([0, 1, 0])
    A[i, 1:] += bump(1)
    return A.sum() * A[0, 0]


# Generators and iterators run as far as they are asked


def counted_down(x):
    def it():
        nonlocal x
        while x > 1:
            x -= 1
            yield x
    a = [q * x for q in it()]
    return sum(a)


def variable_of_a_generator(x):
    def it():
        nonlocal x
        for k in range(3):
            x -= 1
            yield k
    return sum(q * x for q in it())


def dict_of_a_generator(x):
    y = x
    def it():
        nonlocal y
        for k in range(3):
            y -= 1
            yield k
    return sum({k: k * y for k in it()}.values())


def around_a_generator(x):
    y = x
    def it():
        nonlocal y
        for k in range(3):
            y -= 1
            yield k
    return y * sum(it()) * y


# What stands to their left is evaluated before them


def before_a_generator(x):
    y = x
    def it():
        nonlocal y
        for k in range(3):
            y -= 1
            yield k
    return y * sum(it())


def array_before_a_generator(v):
    def it():
        for k in range(3):
            v[0] -= 1
            yield k
    return v[0] * sum(it()) + v[1]


def tuple_around_a_generator(x):
    y = [x]
    def it():
        for k in range(3):
            y[0] -= 1
            yield k
    z = (y[0], list(it()), y[0])
    return z[0] * z[2] + z[1][1]


def log_of_a_generator(x):
    log = []
    def it():
        for k in range(3):
            log.append(k * x)
            yield k
    return sum([len(log) * x * k for k in it()]) + sum(log)


def items_of_a_generator(x):
    log = [x]
    def it():
        for k in range(3):
            log[0] += x
            yield k
    r = {k: log[0] for k in it()}
    q = sorted([log[0] * k for k in it() if log[0] > 5])
    return r[0] * r[1] + sum(q)


def generator_in_a_comprehension(x):
    log = [x]
    def it():
        for k in range(3):
            log[0] += x
            yield k
    return sum([sum([log[0] * k * j for k in it()]) for j in range(2)])


# Functions within iterators run when their item is asked for


def mapped_one_by_one(x):
    c = [x]
    def f(q):
        c[0] += q
        return q * x
    return sum([c[0] * q for q in map(f, (1., 2.))])


def generated_one_by_one(x):
    c = [x]
    def f(q):
        c[0] += q
        return q * x
    return sum([c[0] * q for q in (f(k) for k in range(3))])


def taken_one_by_one(x):
    c = [x]
    def f(q):
        c[0] += q
        return q > 1
    return sum([a * c[0] for a in itertools.takewhile(f, (2., 3., 0.))])


def starred_one_by_one(x):
    c = [x]
    def f(q):
        c[0] += q
        return q * x
    return sum(c[0] * q for q in itertools.starmap(lambda a, b: f(a * b), [(1., 2.), (2., 3.)]))


def compared_one_by_one(x):
    c = [x]
    def f(q):
        c[0] += q
        return q * x
    return sum(max(c[0], q) for q in map(f, (1., 2.))) + max(c[0] * q for q in map(f, (-1., -2.)))


def rows_that_change(v):
    def rows():
        for k in range(3):
            v[0] *= 1.5
            yield v
    return sum(u[0] * v[1] for u in rows()) + sum(np.sum(u) for u in rows()) + len([u for u in rows()]) * v[0]


def taken_in_a_loop(x):
    c = [x]
    def f(q):
        c[0] += q
        return q > 1
    t = 0.
    for q in itertools.takewhile(f, (2., 3., 0.)):
        t += q * c[0]
    return t


def filtered_one_by_one(x):
    c = [x]
    def f(q):
        c[0] += q
        return q > 1
    t = 0.
    for q in filter(f, (2., 3., 0.)):
        t += q * c[0]
    return t + sum([a * c[0] for a in filter(f, (2., 0., 3.))])


# An array that a generator changes


def sum_of_a_working_array(v):
    def it(n):
        u = np.zeros(2)
        for k in range(n):
            u += v
            yield u
    return np.sum(np.stack([*it(2)])**2) + v @ sum(it(3))


def copies_of_a_working_array(v):
    def it(n):
        u = np.zeros(2)
        for k in range(n):
            u += v
            yield u
    out = []
    out.extend(w.copy() for w in it(3))
    out += [w[0] * w for w in it(2)]
    return sum(q @ q * i for i, q in enumerate(out))


def permutations_in_place(v):
    def perms(a, k=0):
        if k == len(a):
            yield a
        for i in range(k, len(a)):
            a[k], a[i] = a[i], a[k]
            yield from perms(a, k + 1)
            a[k], a[i] = a[i], a[k]
    return sum(q[0] * q[1] ** 2 for q in perms(v))


# A container that grows by what it holds


def list_that_reads_itself(xs):
    xs.extend(xs[-1] * 2 for _ in range(3))
    return sum(q * i for i, q in enumerate(xs))


def arrays_that_read_themselves(v):
    xs = [v]
    xs.extend(xs[-1] * v for _ in range(2))
    return np.sum(xs[-1])


# The same, of other kinds


def list_by_its_length(xs):
    xs.extend(x * len(xs) for x in (1., 2., xs[0]))
    return sum(q * i for i, q in enumerate(xs))


def dict_that_reads_itself(x):
    d = {'a': x}
    d.update((k, sum(d.values()) * x) for k in 'bcd')
    return d['d'] * d['b']


def deque_that_reads_itself(x):
    q = collections.deque([x], maxlen=3)
    q.extend(q[-1] * 2 for _ in range(4))
    return q[0] * q[1] + len(q)


# Numbers beside something else


def tuple_of_number_and_array(x, v):
    params = (x, v)
    params = tuple(p - 0.1*p*p for p in params)
    return params[0]*np.sum(params[1])


def tuple_of_number_and_list(x, v):
    b = [x, [1.0]]
    c = tuple(b)
    return c[0]**2 * np.sum(v)


def replaced_at_once(x, v):
    best = [math.inf, None]
    best[:] = [x, 'path']
    return best[0]**2 * np.sum(v)


def doubled(x, v):
    b = [x, np.ones(2)]
    b *= 2
    return b[0]**2 * np.sum(v)


def items_unzipped(x, v):
    d = {'a': x, 'b': v}
    names, values = zip(*d.items())
    return values[0]**2*np.sum(values[1])


def numbers_and_texts_unzipped(x, v):
    values, labels = zip(*[(x, 1), ('a', 2)])
    return values[0]**2 * np.sum(v)


def chosen_by_keys(x, v):
    w, b = tuple({'w': x, 'b': v}[k] * 2 for k in 'wb')
    return w**2 * np.sum(b)


def replaced_in_a_loop(x, v):
    p = [x, v]
    for k in range(2):
        p[:] = [q - 0.1*q*q for q in p]
    return p[0] ** 2 * np.sum(p[1])


def spliced(x, v):
    b = [0., 1.]
    b[:1] = [x]
    c = [0., 0.]
    c[:] = [x, v]
    return b[0] ** 2 * c[0] * np.sum(c[1])


# reversed


def reversed_with_none(x):
    c = tuple(reversed((None, x)))
    return c[0]**2


def reversed_with_a_text(x):
    n, y = reversed((x, 'a'))
    return y**2


def reversed_pair(x):
    a, b = reversed((x, x * x))
    return a + 2 * b


def reversed_with_a_list(x):
    c = tuple(reversed((x, [x])))
    return c[0][0]**2 * c[1]


def reversed_and_unpacked(x):
    names, v, *rest = reversed(('q', None, x, 'n'))
    return v * len(names) * len(rest)


# Functions that know themselves as values


class Q:
    def __init__(self):
        self.events = []
    def push(self, t, f):
        self.events.append((t, f))
        self.events.sort(key=lambda e: -e[0])
    def run(self):
        while self.events:
            t, f = self.events.pop()
            f(t)


def itself_as_an_argument(x):
    def call(g, k):
        return g(k)
    def arrive(k):
        return x*k + (call(arrive, k + 1) if k < 3 else 0.0)
    return arrive(0)


def one_another_as_arguments(x):
    def tick(k):
        return x * k + (run(tock, k - 1) if k > 0 else x)
    def tock(k):
        return x ** k + (run(tick, k - 1) if k > 0 else 1.0)
    def run(g, k):
        return g(k) * 0.5
    return run(tick, 3)


def one_another_as_results(x):
    w = x
    def tick(k):
        nonlocal w
        w = w * x
        return [tick, tock][k % 2]
    def tock(k):
        nonlocal w
        w = w + x
        return tick
    f = tick
    for k in range(4):
        f = f(k)
    return w


def events(x):
    q = Q()
    total = [0.0]
    def arrive(t):
        total[0] += x * t
        if t < 3:
            q.push(t + 1.0, arrive)
            q.push(t + 0.5, leave)
    def leave(t):
        total[0] *= x
    q.push(0.0, arrive)
    q.run()
    return total[0]


# Others

def slices_in_a_finally(v):
    M = np.stack([v, v * 2])
    try:
        v[0] = 1.0
    finally:
        M[:, 1] *= sum([np.sum(q) * v[0] for q in [M[:, 1], M[0]]])
    return M.sum()


def counted_calls(f):
    @functools.wraps(f)
    def inner(x):
        inner.calls += 1
        return f(x) * inner.calls
    inner.calls = 0
    return inner


def decorated_by_a_counter(x):
    @counted_calls
    def g(v):
        return v * v
    return g(x) + g(x)


def layers_of_stacks(x, layers):
    for p in layers:
        T = x.shape[0]
        q = (x @ p['w']).reshape(T, 2, 2)
        x = x + (q @ q).reshape(T, -1)
    return np.sum(x)


_v = np.array([1.3, 0.4])
CASES = [
    *((f, (1.3,), (0,)) for f in (
        counted_down, variable_of_a_generator, dict_of_a_generator, around_a_generator, before_a_generator,
        tuple_around_a_generator, log_of_a_generator, items_of_a_generator, generator_in_a_comprehension, mapped_one_by_one,
        generated_one_by_one, taken_one_by_one, starred_one_by_one, compared_one_by_one, taken_in_a_loop,
        filtered_one_by_one, dict_that_reads_itself, deque_that_reads_itself, reversed_with_none, reversed_with_a_text,
        reversed_pair, reversed_with_a_list, reversed_and_unpacked, itself_as_an_argument, one_another_as_arguments,
        one_another_as_results, events, decorated_by_a_counter,
    )),
    *((f, (_v,), (0,)) for f in (
        read_before_a_call, read_before_a_method, gathered_before_a_call, masked_before_a_call, item_of_a_dict_before_a_call,
        read_before_a_comprehension, row_after_a_call, item_of_a_list_before_a_call, read_before_a_recursion, parts_before_a_call,
        array_before_a_generator, rows_that_change, sum_of_a_working_array, copies_of_a_working_array, permutations_in_place,
        arrays_that_read_themselves, slices_in_a_finally,
    )),
    *((f, (2.0, np.array([1.0, 2.0])), (0, 1)) for f in (
        tuple_of_number_and_array, tuple_of_number_and_list, replaced_at_once, doubled, items_unzipped,
        numbers_and_texts_unzipped, chosen_by_keys, replaced_in_a_loop, spliced,
    )),
    *((f, ([1.3, 0.4],), (0,)) for f in (list_that_reads_itself, list_by_its_length)),
    (layers_of_stacks, (np.arange(16.0).reshape(4, 4) / 10, [{'w': np.arange(16.0).reshape(4, 4) / 10}]), (0, 1)),
]
