"""Constants that change within a container, and objects without a derivative that count when Python's functions ask them."""

import collections
import itertools
import random

import numpy as np

Pair = collections.namedtuple('Pair', 'a b')
X = np.array([0.7, 1.3, 0.9, 1.6, 1.1])


class Hold:
    def __init__(self, a):
        self.a = a


class Counts:
    def __init__(self):
        self.n = 0

    def __abs__(self):
        self.n += 1
        return self.n

    def __round__(self, digits=0):
        self.n += 1
        return self.n

    @property
    def w(self):
        self.n += 1
        return self.n


class Added:
    def __init__(self):
        self.n = 0

    def __radd__(self, b):
        self.n += 1
        return self.n + b


class Gives:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        return self.n


def row_in_a_product(x):
    h = [[2, 2, 1, 3]]
    y = np.dot(h[0], x[:4] ** 2)
    h[0][0] = 3
    return y


def row_enumerated(x):
    h = [[2, 2, 1, 3], [1, 0, 1, 0]]
    y = sum(x[i] ** 2 * (n + 1) for n, i in enumerate(h[0]))
    h[0][0] = 3
    return y


def row_zipped(x):
    h = [[0, 2, 1, 3], [1, 0, 1, 0]]
    y = sum(a * b for a, b in zip(h[0], x))
    h[0][0] = 5
    return y


def row_as_an_index(x):
    h = [[0, 2, 1, 3], [1, 0, 1, 0]]
    y = np.sum(x[h[0]] ** 2)
    h[0][0] = 3
    return y


def array_of_a_named_tuple(x):
    h = Pair(np.array([1, 2]), 3)
    y = np.sum(h.a * x[:2] ** 2)
    h.a[0] = 3
    return y


def array_of_a_given_named_tuple(x, h):
    y = np.sum(h.a * x[:2] ** 2)
    h.a[0] = 3
    return y


def array_by_its_first_name(x):
    a = np.array([1, 2])
    h = Pair(a, 3)
    y = np.sum(x[h.a] ** 2)
    a[0] = 0
    return y


def list_of_lists_of_a_lambda(x):
    h = [[1, 2], [3, 0]]
    g = lambda v: v[h[0][0]] ** 2
    y = g(x)
    h[0][0] = 0
    return y


def array_in_a_list_of_a_closure(x):
    h = [np.array([1, 2]), 3]

    def g(v):
        return v[h[0][0]] ** 2

    y = g(x)
    h[0][0] = 0
    return y


def tuple_of_a_lambda(x):
    h = (np.array([1, 2]), 3)
    g = lambda v: v[h[0][0]] ** 2
    y = g(x)
    h[0][0] = 0
    return y


def lists_of_a_helper(x):
    h = [[1, 2], [3, 0]]

    def g(v, h):
        return v[h[0][0]] ** 2

    y = g(x, h)
    h[0][0] = 0
    return y


def matrix_of_a_closure(x):
    M = [[1.0, 2.0], [3.0, 0.5]]

    def mul(v):
        return [sum(a * b for a, b in zip(row, v)) for row in M]

    y = mul(mul(x[:2]))
    M[0][1] = 7.0
    return y[0] * y[1]


def filled_in_a_mixed_list(x):
    h = [np.array([1, 2]), 3]
    y = np.sum(x[h[0]] ** 2)
    h[0].fill(0)
    return y


def sorted_in_a_mixed_list(x):
    h = [np.array([2, 1]), 3]
    y = np.sum(x[h[0]] ** 2 * np.arange(2))
    h[0].sort()
    return y


def grown_in_a_mixed_list(x):
    h = [[2, 2, 1, 3], 3]
    y = x[0] ** len(h[0])
    h[0].append(3)
    return y


def object_in_a_mixed_list(x):
    h = [Hold([0, 2, 2, 0]), 2]
    y = x[h[0].a[1]] ** 2
    h[0].a.sort()
    return y


def deleted_of_an_object(x):
    h = [Hold([0, 2, 2, 0]), 2]
    y = x[h[0].a[1]] ** 2
    del h[0].a[:2]
    return y


def popped_of_an_object(x):
    h = [Hold([0, 2, 2, 0]), 2]
    y = x[h[0].a[-1]] ** 2
    h[0].a.pop()
    return y


def added_to_of_an_object(x):
    h = [Hold(np.array([1, 2])), 2]
    y = np.sum(x[h[0].a] ** 2)
    v = h[0].a
    v += 1
    return y


def part_in_a_dict_call(x):
    h = [np.array([1, 2]), 3]
    y = x[1] ** 2 * h[0][0]
    D = dict(a=h[0])
    D['a'][0] = 0
    return y


def unpacked_in_a_dict_call(x):
    k, n = [np.array([1, 2]), 3]
    y = x[1] ** 2 * k[0]
    D = dict(a=k)
    D['a'][0] = 0
    return y


def abs_in_a_while(x):
    o = Counts()
    k = 0
    while abs(o) < 20 and k < 3:
        x = x * o.n
        k += 1
    return x


def round_behind_and(x):
    o = Counts()
    k = 0
    while k < 3 and round(o) < 20:
        x = x * o.n
        k += 1
    return x


def round_in_an_if(x):
    o = Counts()
    for k in range(3):
        if k > 0 and round(o) < 3:
            x = x * o.n * x
    return x


def getattr_behind_and(x):
    o = Counts()
    k = 0
    while k < 3 and getattr(o, 'w') < 40:
        x = x * o.n
        k += 1
    return x


def next_behind_and(x):
    o = Gives()
    k = 0
    while k < 3 and next(o) < 40:
        x = x * o.n
        k += 1
    return x


def sum_behind_and(x):
    o = Added()
    for k in range(3):
        if k > 0 and sum([o]) < 3:
            x = x * o.n * x
    return x


def abs_in_a_choice(x):
    o = Counts()
    x = (x * x if abs(o) > 1 else x) * o.n
    return (x * x if abs(o) > 1 else x) * o.n


def next_in_a_choice(x):
    o = Gives()
    x = (x * x if next(o) > 1 else x) * o.n
    return (x * x if next(o) > 1 else x) * o.n


def abs_of_a_map(x):
    o = Counts()
    max(map(abs, [o]))
    x = x * o.n
    max(map(abs, [o]))
    return x * o.n * x


def abs_as_a_key(x):
    o = Counts()
    x = x * max([o], key=abs).n
    x = x * max([o], key=abs).n * x
    return x


def abs_of_a_map_asked_often(x, o):
    s = x
    for k in range(int(max(map(abs, [o])))):
        s = s * x * (o.n + 1) * max(map(abs, [o]))
    return s


def index_of_a_deque(x):
    d = collections.deque([1, 2, 3, 0])
    z = np.ones(4)
    z[d[0] % 4] = x[0] ** 2
    y = np.sum(z**2)
    d.append(d.popleft())
    return y


def index_of_a_given_dict(x, d):
    z = np.ones(4)
    z[d['a'] % 4] = x[0] ** 2
    y = np.sum(z**2)
    d.update(a=3)
    return y


def index_at_random(x):
    r = random.Random(3)
    z = np.ones(4)
    z[r.randrange(4)] = x[0] ** 2
    r.seed(5)
    return np.sum(z**2)


def key_that_grows(x):
    D = {'a': 1, 'ab': 2}
    key = 'a'
    y = x[D[key]]
    key += 'b'
    key = key[:2]
    return y * x[D[key]]


def count_in_a_comprehension(x):
    it = itertools.count(1)
    y = x[next(it) % 4] ** 2
    t = [next(it) for _ in range(2)]
    return y * x[next(it) % 4]


CASES = [(f, (X,), (0,)) for f in (
    row_in_a_product, row_enumerated, row_zipped, row_as_an_index, array_of_a_named_tuple, array_by_its_first_name,
    list_of_lists_of_a_lambda, array_in_a_list_of_a_closure, tuple_of_a_lambda, lists_of_a_helper,
    matrix_of_a_closure, filled_in_a_mixed_list, sorted_in_a_mixed_list, grown_in_a_mixed_list,
    object_in_a_mixed_list, deleted_of_an_object, popped_of_an_object, added_to_of_an_object, part_in_a_dict_call,
    unpacked_in_a_dict_call, index_of_a_deque, index_at_random, key_that_grows, count_in_a_comprehension,
)]  # fmt: skip
CASES += [(f, (1.3,), (0,)) for f in (
    abs_in_a_while, round_behind_and, round_in_an_if, getattr_behind_and, next_behind_and, sum_behind_and,
    abs_in_a_choice, next_in_a_choice, abs_of_a_map, abs_as_a_key,
)]  # fmt: skip
CASES += [
    (array_of_a_given_named_tuple, (X, Pair(np.array([1, 2]), 3)), (0,)),
    (abs_of_a_map_asked_often, (1.3, Counts()), (0,)),
    (index_of_a_given_dict, (X, {'a': 1, 'b': 2}), (0,)),
]
