"""Generators and iterators that are taken a piece at a time."""
import contextlib
import itertools
import math

import numpy as np


def powers(x):
    y = 1.0
    while True:
        y = y * x
        yield y


def countdown(x, n):
    while n > 0:
        yield x * n
        x = x * 0.9
        n -= 1
    return x


class Decay:
    """Its own iterator, which begins anew in each loop."""

    def __init__(self, x, n):
        self.x, self.n, self.taken = x, n, 0

    def __iter__(self):
        self.k = 0
        return self

    def __next__(self):
        if self.k >= self.n:
            raise StopIteration
        self.k += 1
        self.taken += 1
        self.x = self.x * 0.9
        return self.x * self.k


class Samples:
    """A sequence by `__getitem__` alone."""

    def __init__(self, values):
        self.values = values

    def __getitem__(self, k):
        return self.values[k] * (k + 1)


class Node:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def walk(self):
        if self.left is not None:
            yield from self.left.walk()
        yield self.value
        if self.right is not None:
            yield from self.right.walk()

    def __iter__(self):
        return self.walk()


class Pairs:
    """Its `__iter__` is a generator that no plain loop is."""

    def __init__(self, values):
        self.values = values

    def __iter__(self):
        done = yield self.values[0]
        for a in self.values[1:]:
            yield a if done is None else 0.0


def tree(x):
    return Node(x * x, Node(x, None, Node(2 * x)), Node(x**3))


# Trees


def tree_by_method(x):
    total = 1.0
    for v in tree(x).walk():
        total = total * 0.7 + v
    return total


def tree_by_iter(x):
    t, total = tree(x), 1.0
    for k, v in enumerate(t):
        if k == 1:
            continue
        total = total * 0.7 + v * k
    it = iter(t)
    return total + next(it) * next(it)


def in_order(node):
    if node is None:
        return
    yield from in_order(node.left)
    yield node.value
    yield from in_order(node.right)


def tree_by_function(x):
    total = 1.0
    for v in in_order(tree(x)):
        if v > 5.0:
            break
        total = total * 0.7 + v
    return total


def leaves_of(tree, depth=0):
    for part in tree:
        if isinstance(part, list):
            yield from leaves_of(part, depth + 1)
        else:
            yield part * (depth + 1)


def nested_lists(x, y):
    it = leaves_of([x, [y, [x * y]], x])
    return next(it) * next(it) + sum(it) ** 2


# A piece at a time


def pieces_by_hand(x):
    p = powers(x)
    total = 0.0
    for k in range(5):
        if k % 2:
            continue
        total += next(p) * k
    return total + next(p)


def two_at_once(x, y):
    a, b = powers(x), powers(y)
    total = 0.0
    while total < 4.0:
        total += next(a) * next(b)
        next(b)
    return total * next(a)


def given_on(x):
    def pair(it):
        return next(it) * next(it)

    it = iter([x, x * x, 3.0, x])
    return pair(it) + 5 * pair(it)


def made_in_helper(x):
    def made(k):
        return powers(x * k)

    first, second = made(1.0), made(0.5)
    next(first)
    return next(first) * next(second) + next(second)


def same_generator_twice(x):
    a = powers(x)
    b = a
    return next(a) * 10 + next(b) * 100 + next(a) * 1000


def kept_in_object(x):
    holder = Node(iter([x, x * x, 3.0]))
    a = next(holder.value)
    return a * next(holder.value) + sum(holder.value)


def kept_in_list(x):
    them = [(a * x for a in [1.0, 2.0]), (a * a * x for a in [1.0, 3.0])]
    return next(them[0]) + next(them[1]) * 2 + sum(them[0]) * 3 + sum(them[1]) * 5


def chosen_in_branch(x, n):
    it = powers(x) if n > 2 else countdown(x, 5)
    total = 0.0
    for _ in range(n):
        total += next(it)
    return total


def sieve(x):
    def naturals():
        n = 2
        while True:
            yield n * x
            n += 1

    def without(g, m):
        for v in g:
            if round(v / x) % m:
                yield v

    g, total = naturals(), 0.0
    for _ in range(4):
        p = next(g)
        total += p * p
        g = without(g, round(p / x))
    return total


def default_at_the_end(x):
    it, total = countdown(x, 3), 0.0
    for _ in range(5):
        total = total * 2 + next(it, x * x)
    return total


def until_none(x):
    it, total = iter([x, x * x, x**3]), 0.0
    while (v := next(it, None)) is not None:
        total = total * x + v
    return total


def first_that_fits(x):
    return next(v * x for v in [1.0, 2.0, 3.0] if v * x > 2.0) * next((v for v in [x] if v > 100.0), x * x)


def end_caught(x):
    it, total = countdown(x, 3), 1.0
    while True:
        try:
            v = next(it)
        except StopIteration:
            total = total * x
            break
        total += v
    try:
        next(it)
    except StopIteration:
        total += 1.0
    return total


def stays_over(x):
    ys = [x]
    it = iter(ys)
    first = sum(it)
    ys.append(x)
    return first + sum(it) * 10 + next(it, x)


def sees_changes(x):
    ys = [x, 2.0]
    it = iter(ys)
    a = next(it)
    ys.append(a * x)
    ys[1] = x * x
    return sum(it)


def zip_loses_one(x):
    a, b = iter([x, 2 * x, 3 * x, 4 * x]), iter([1.0, 2.0])
    return sum(p * q for p, q in zip(a, b)) + 10 * sum(a) + 100 * sum(b)


def enumerate_of_iterator(x):
    it = countdown(x, 4)
    next(it)
    total = 0.0
    for k, (a, b) in enumerate(zip(it, [x, 2.0, x, 5.0]), start=2):
        total += a * b * k
    return total


def loop_variable_reused(x):
    g = countdown(x, 3)
    total = 0.0
    for g in g:
        total += g * x
    return total


def unpacked(x):
    def pair():
        yield x * x
        yield x + 1

    a, b = pair()
    first, *rest = countdown(x, 4)
    return a * b + first * sum(rest)


# What a generator does


def pieces_between(x):
    def steps(a):
        yield a
        b = a * x
        yield b
        c = a * b
        if c > 1.0:
            yield c
            c = c + 1.0
        elif c < 0.2:
            yield a * 10
            return
        yield c * b

    total = 0.0
    for a in (x, 0.5 * x, 0.1):
        for v in steps(a):
            total = total * 0.9 + v * v
    return total


def nested_loops(rows, x):
    def sums():
        for row in rows:
            s = 0.0
            for v in row:
                if v < 0:
                    continue
                if v > 3.0:
                    break
                s += v
                yield s * x
                s = s * x
            yield -s

    it = sums()
    total = next(it) * 3
    for v in it:
        total = total * 0.8 + v * v
    return total


def returned_value(x):
    def outer():
        last = yield from countdown(x, 3)
        yield last * 100

    return sum(v * k for k, v in enumerate(outer()))


def sent(x):
    def smoothed(rate):
        mean = yield
        while True:
            mean += rate * ((yield mean) - mean)

    s = smoothed(0.3)
    next(s)
    total = 0.0
    for k in range(4):
        total += s.send(x * k) * x
    return total


def sent_or_not(x):
    def g():
        got = yield x
        yield 3.0 * x if got is None else got * x

    a, b = g(), g()
    next(a), next(b)
    return next(a) * b.send(x * x)


def reassigned_parameter(x):
    def scaled(values, factor):
        values = iter(values)
        factor = factor * x
        for v in values:
            factor += 1.0
            yield v * factor
            yield next(values, 0.5) * factor

    return sum(v * v for v in scaled([x, 2.0, x * x], 0.5))


def variables_of_outside(x):
    rate, seen = 1.0, []

    def terms():
        nonlocal rate
        for k in range(4):
            seen.append(rate * k)
            yield x * rate
            rate = rate + x

    it = terms()
    a = next(it)
    rate = rate * 2
    return a * next(it) * next(it) + sum(seen) * rate


def names_of_srcad(x):
    def terms(value, place):
        over, sent = value * place, 2.0
        for name in (1.0, 2.0):
            yield over * name
            over, result = over * sent, over
            yield result * place

    it = terms(x, 3.0)
    return next(it) * next(it) + sum(it)


def arrays_by_rows(A):
    it = iter(A)
    first, total = next(it), 0.0
    for row in it:
        total += np.sum(first * row)
    return total


def array_in_place(x):
    def rows():
        r = np.ones(3) * x
        for _ in range(3):
            yield r
            r *= x

    it, total = rows(), 0.0
    a = next(it)
    for r in it:
        total += np.sum(a * r)
    return total


# finally


def doubled(x, log):
    y = x
    try:
        for _ in range(4):
            y = y * x
            yield y
    finally:
        log.append(y * 10)


def left_by_break(x):
    log, total = [], 0.0
    for v in doubled(x, log):
        total += v
        if total > 3.0:
            break
    return total * log[0]


def ended(x):
    log = []
    total = sum(doubled(x, log))
    return total * log[0] + len(log)


def closed(x):
    log = []
    with contextlib.closing(doubled(x, log)) as g:
        product = next(g) * next(g)
    return product + log[0] + next(g, 1.0)


def closed_before_it_began(x):
    log = [x]
    g = doubled(x, log)
    g.close()
    return log[0] * len(log) + sum(g)


def finally_in_finally(x):
    log = []

    def outer():
        try:
            for v in [x, x * x]:
                try:
                    yield v
                    v = v * x
                    yield v
                finally:
                    log.append(v)
        finally:
            log.append(x)

    o = outer()
    product = next(o) * next(o) * next(o)
    o.close()
    return product + log[0] * log[1] * log[2] + len(log)


# Objects


def begins_anew(x):
    d = Decay(x, 3)
    total = 0.0
    for v in d:
        total += v
        if total > 1.5:
            break
    for k, v in enumerate(d):
        total += v * k
    return total * d.x + d.taken


def decay_by_next(x):
    d = iter(Decay(x, 3))
    a = next(d)
    return a * next(d) + sum(v * v for v in zip_first(d)) + next(d, x)


def zip_first(it):
    return [a for a, _ in zip(it, it)]


def by_getitem(x):
    s = Samples([x, x * x, 2.0])
    total = 0.0
    for a in s:
        for b in s:
            total += a * b
    return total + sum(s) * max(s)


def iter_is_generator(x):
    p = Pairs([x, x * x, 3.0])
    return sum(a * b for a, b in zip(p, p)) + max(p)


# itertools, map and zip that are kept


def kept_map(x):
    z = map(lambda a: a * x, [x, 2.0])
    return sum(z) + 100 * sum(z)


def kept_enumerate(x):
    z = enumerate([x, x * x, 3.0 * x])
    k, v = next(z)
    return v + sum(k * a for k, a in z)


def lazy_loop(x):
    y, total = x, 0.0
    for t in (a * y for a in [1.0, 2.0, 3.0]):
        total += t
        y = y * x
    return total


def counted(x):
    c = itertools.count(x, 0.5)
    next(c)
    return next(c) * next(c)


def islice_of_generator(x):
    p = powers(x)
    first = list(itertools.islice(p, 3))
    return sum(first) * next(p) + sum(itertools.islice(p, 1, 4, 2))


def takewhile_of_generator(x):
    return sum(itertools.takewhile(lambda v: v < 5, powers(x)))


def cycled(x):
    c = itertools.cycle([x, x * x])
    return sum(next(c) * k for k in range(5))


def chained(x):
    it = itertools.chain([x, x * x], (a * x for a in [3.0]))
    a = next(it)
    return a * sum(it)


def accumulated_pairs(x):
    sums = itertools.accumulate(countdown(x, 4))
    return sum(a * b for a, b in itertools.pairwise(countdown(x, 3))) * next(sums) * sum(sums)


def tee_unevenly(x):
    a, b = itertools.tee(v * x for v in [1.0, 2.0, 3.0])
    next(a)
    return sum(p * q for p, q in zip(a, b))


def first_of_each_group(x):
    out = 0.0
    for positive, group in itertools.groupby([x, 2 * x, -x, 3 * x], key=lambda v: v > 0):
        out = out * 2 + next(group) * (1 if positive else 3)
    return out


def values_of_dict(x):
    d = {'a': x, 'b': x * x}
    it = iter(d.values())
    key, value = next(iter(d.items()))
    return next(it) * 3 + next(it) + value * len(key)


# Taken by a function


def both(terms):
    return sum(terms) + 10 * sum(terms)


def handed_over(x):
    return both(a * x for a in [1.0, 2.0])


def bisection(x):
    def halves(low, high):
        while True:
            middle = (low + high) / 2
            larger = yield middle
            low, high = (low, middle) if larger else (middle, high)

    steps = halves(0.0, 4.0 * x)
    guess = next(steps)
    for _ in range(4):
        guess = steps.send(guess * guess > 2.0)
    return guess * math.sin(x)


_A = np.array([[0.3, -0.2, 1.1], [0.7, 3.5, 0.4], [0.2, 0.5, 0.9]])

CASES = [
    (tree_by_method, (0.8,), (0,)), (tree_by_iter, (0.8,), (0,)), (tree_by_function, (0.8,), (0,)),
    (tree_by_function, (2.0,), (0,)), (nested_lists, (0.8, 1.3), (0, 1)), (pieces_by_hand, (1.1,), (0,)),
    (two_at_once, (1.1, 0.9), (0, 1)), (given_on, (1.3,), (0,)), (made_in_helper, (1.3,), (0,)),
    (same_generator_twice, (1.3,), (0,)), (kept_in_object, (1.3,), (0,)), (kept_in_list, (1.3,), (0,)),
    (chosen_in_branch, (1.3, 4), (0,)), (chosen_in_branch, (1.3, 2), (0,)), (sieve, (1.3,), (0,)),
    (default_at_the_end, (1.3,), (0,)), (until_none, (1.3,), (0,)), (first_that_fits, (1.3,), (0,)),
    (end_caught, (1.3,), (0,)), (stays_over, (1.3,), (0,)), (sees_changes, (1.3,), (0,)),
    (zip_loses_one, (1.3,), (0,)), (enumerate_of_iterator, (1.3,), (0,)), (loop_variable_reused, (1.3,), (0,)),
    (unpacked, (1.3,), (0,)), (pieces_between, (1.3,), (0,)), (pieces_between, (0.4,), (0,)),
    (nested_loops, (_A, 1.3), (0, 1)), (nested_loops, ([[0.3, 0.2], [0.7]], 1.3), (1,)), (returned_value, (1.3,), (0,)),
    (sent, (1.3,), (0,)), (sent_or_not, (1.3,), (0,)), (reassigned_parameter, (1.3,), (0,)),
    (variables_of_outside, (1.3,), (0,)), (names_of_srcad, (1.3,), (0,)), (arrays_by_rows, (_A,), (0,)),
    (array_in_place, (1.3,), (0,)), (left_by_break, (1.3,), (0,)), (ended, (1.3,), (0,)), (closed, (1.3,), (0,)),
    (closed_before_it_began, (1.3,), (0,)), (finally_in_finally, (1.3,), (0,)), (begins_anew, (0.8,), (0,)),
    (begins_anew, (0.2,), (0,)), (decay_by_next, (0.8,), (0,)), (by_getitem, (1.3,), (0,)),
    (iter_is_generator, (1.3,), (0,)), (kept_map, (1.3,), (0,)), (kept_enumerate, (1.3,), (0,)),
    (lazy_loop, (1.3,), (0,)), (counted, (1.3,), (0,)), (islice_of_generator, (1.3,), (0,)),
    (takewhile_of_generator, (1.3,), (0,)), (cycled, (1.3,), (0,)), (chained, (1.3,), (0,)),
    (accumulated_pairs, (1.3,), (0,)), (tee_unevenly, (1.3,), (0,)), (first_of_each_group, (1.3,), (0,)),
    (values_of_dict, (1.3,), (0,)), (handed_over, (1.3,), (0,)), (bisection, (1.3,), (0,)),
]
