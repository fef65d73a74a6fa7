"""The functions of `operator`, `cmp_to_key`, and getters by slices, lists of keys and paths."""

import functools
import itertools
import operator
from operator import itemgetter

import numpy as np


def truth(x):
    return x * operator.truth(x)


def contains_a_key(x):
    return x * operator.contains({'a': x}, 'a')


def concatenated(x):
    return operator.concat([x], [x * x])[1]


def two_attributes(x):
    class C:
        pass

    c = C()
    c.v = x
    c.w = 2.0
    v, w = operator.attrgetter('v', 'w')(c)
    return v * w


def attributes_mapped(x):
    class C:
        pass

    c = C()
    c.v = x
    c.w = 2.0
    return sum(map(operator.attrgetter('v'), [c, c]))


def a_slice(x):
    return operator.itemgetter(slice(0, 2))([x, x * x, 1.0])[1]


def a_slice_and_an_item(x):
    a, b = operator.itemgetter(slice(0, 2), -1)([x, x * x, 1.0])
    return a[1] * b


def places_of_an_array(x):
    return operator.itemgetter((0, 1))(np.array([[1, x], [x, 2.0]]))


def a_method(x):
    class C:
        def up(s, k, *, m=1.0):
            return x * k * m

    f = operator.methodcaller('up', 2, m=3.0)
    return f(C())


def sorted_by_comparison(x):
    o = sorted([x, x * x, 1.0], key=functools.cmp_to_key(lambda a, b: -1 if a < b else 1))
    return o[0] + 2 * o[1]


def cmpf(a, b):
    return (a > b) - (a < b)


def sorted_in_place(x):
    l = [x, x * x, 1.0]
    l.sort(key=functools.cmp_to_key(cmpf))
    return l[0] + 2 * l[1]


def grouped_by_an_item(x):
    out = {}
    for k, g in itertools.groupby([('a', x), ('b', x * x)], operator.itemgetter(0)):
        out[k] = sum(v for _, v in g)
    return out['a'] * out['b']


class G:
    def __init__(self, h):
        self.h = h

    def cell(self, i, j):
        return i * self.h + j


def a_method_over_a_product(x):
    g = G(x)
    return sum(itertools.starmap(g.cell, itertools.product(range(3), repeat=2)))


def items_set(x, y):
    l = [x, y]
    operator.setitem(l, 0, y * 2)
    return l[0] * x


def keys_set(x, y):
    d = {}
    for k, v in zip('ab', (x, y)):
        operator.setitem(d, k, v * x)
    return d['a'] * d['b']


def a_list_longer(x, y):
    l = [x]
    l2 = l
    l = operator.iadd(l, [y])
    return l2[1] * x


def an_array_changed(x, y):
    a = np.array([x, y])
    b = a
    a = operator.iadd(a, y)
    return b[0] * x


def a_number_added(x, y):
    a = x
    for k in range(3):
        a = operator.iadd(a, y * k)
    return operator.imul(a, x)


def in_place_of_numbers(x, y):
    return operator.isub(x * y, operator.itruediv(y, x))


def an_item_deleted(x, y):
    l = [x, y, x * y]
    operator.delitem(l, 1)
    return l[1] * l[0]


def getters_and_methods(x, y):
    class C:
        def __init__(s, v):
            s.v = v
            s.w = [v, y]

        def up(s, k, *, m=1.0):
            return s.v * k * m

        def get(s):
            return s

    c = C(x)
    mc = operator.methodcaller('up', y, m=2.0)
    ag = operator.attrgetter('v', 'w')
    v, w = ag(c)
    return (
        mc(c)
        + v * w[1]
        + sum(map(operator.methodcaller('up', 3), [c, C(y)]))
        + max([c, C(y)], key=operator.attrgetter('v')).v ** 2
    )


def getters_of_slices(x, y):
    a, b = operator.itemgetter(slice(0, 2), -1)([x, y, x * y])
    return a[1] * b + operator.itemgetter((0, 1))(np.array([[1, x], [y, 2.0]]))


def groups_of_objects(x, y):
    rows = [('a', x), ('b', y), ('a', x * y), ('b', 2.0), ('a', 1.0)]
    out = {}
    for k, g in itertools.groupby(sorted(rows, key=operator.itemgetter(0)), operator.itemgetter(0)):
        g = list(g)
        out[k] = sum(v for _, v in g) / len(g)
    return out['a'] * out['b']


def compared_by_parts(x):
    items = [(x, 'a'), (x * x, 'b'), (1.0, 'c')]

    def by(a, b):
        return a[0] - b[0]

    o = sorted(items, key=functools.cmp_to_key(by))
    return o[0][0] + 2 * o[1][0]


class P:
    def __init__(self, v):
        self.v = v

    def dist(self):
        return self.v * self.v


def objects_compared(x):
    items = [P(x), P(x * x), P(1.0)]

    def by(a, b):
        return -1 if a.dist() < b.dist() else 1

    o = sorted(items, key=functools.cmp_to_key(by))
    return o[0].v + 2 * o[1].v


def comparisons_counted(x):
    items = [P(x), P(x * x), P(1.0)]
    n = 0

    def by(a, b):
        nonlocal n
        n += 1
        return b.dist() - a.dist()

    items.sort(key=functools.cmp_to_key(by))
    return items[0].v + 2 * items[1].v * n


def fails_while_sorting(x):
    n = [0]

    def f(a, b):
        n[0] += 1
        if n[0] > 2:
            raise ValueError
        return a - b

    l = [3 * x, x, 2 * x, 0.1]
    try:
        l.sort(key=functools.cmp_to_key(f))
    except ValueError:
        pass
    return l[0] * 3 + l[1] * 2 + l[3] * 7


def looks_while_sorting(x):
    l = [3 * x, x, 2 * x]

    def f(a, b):
        return (len(l) > 0) * (a - b)

    l.sort(key=functools.cmp_to_key(f))
    return l[0] + 2 * l[1] + 3 * l[2]


def from_the_last(x):
    l = [3 * x, x, 2 * x]
    l.sort(key=functools.cmp_to_key(lambda a, b: b - a), reverse=True)
    return l[0] + 2 * l[1] + 3 * l[2]


def grown_while_sorting(x):
    l = [3 * x, x, 2 * x]

    def f(a, b):
        l.append(a)
        return a - b

    try:
        l.sort(key=functools.cmp_to_key(f))
    except ValueError:
        return l[0] * x
    return l[0]


def getter_a(x):
    fs = []
    for k in range(2):
        fs.append(itemgetter(k))
    return fs[0]([x, x * x]) + 10 * fs[1]([x, x * x])


def getter_b(x):
    k = 1
    fs = []
    fs.append(itemgetter(k))
    k = 0
    return fs[0]([x, x * x])


def getter_c(x):
    class T:
        def key(s, f):
            s.f = f
            return s

    k = 1
    t = T().key(itemgetter(k))
    k = 0
    return t.f([x, x * x])


def getter_d(x):
    def mk(f):
        return f

    k = 1
    g = mk(itemgetter(k))
    k = 0
    return g([x, x * x])


def getter_e(x):
    def mk(f):
        return lambda v: f(v) * 2

    g = []
    for k in (0, 1):
        g.append(mk(itemgetter(k)))
    return g[0]([x, x * x]) + 10 * g[1]([x, x * x])


def getter_f(x):
    def mk(f):
        return lambda v: f(v) * 2

    a = mk(itemgetter(0))
    n = 1
    b = mk(itemgetter(n))
    n = 2
    return a([x, x * x, 5.0]) + 10 * b([x, x * x, 5.0])


def getter_g(x):
    k = 1
    it = itertools.groupby([[1, x], [2, 2.0], [3, 2.0]], itemgetter(k))
    k = 0
    return sum(sum(r[0] for r in g) * (i + 1) for i, (_, g) in enumerate(it)) * x


def getter_h(x):
    def store(f, d={}):
        d['f'] = f
        return d

    n = 2
    d = store(itemgetter(n))
    n = 0
    return d['f']([x, 2 * x, x * x])


def getter_q(x):
    def comp(*fs):
        def h(v):
            for f in fs:
                v = f(v)
            return v

        return h

    k = 1
    a = comp(itemgetter(k), itemgetter(0))
    k = 0
    return a([[5.0], [x]])


def getter_r(x):
    d = {}
    for k, n in ((1, 'a'), (0, 'b')):
        d.setdefault(n, itemgetter(k))
    return d['a']([x, x * x]) + 10 * d['b']([x, x * x])


def getter_u(x):
    k = 1

    def setk():
        nonlocal k
        k = 0

    def use(f):
        setk()
        return f([x, x * x])

    return use(itemgetter(k))


CASES = [
    (truth, (1.3,), (0,)),
    (contains_a_key, (1.3,), (0,)),
    (concatenated, (1.3,), (0,)),
    (two_attributes, (1.3,), (0,)),
    (attributes_mapped, (1.3,), (0,)),
    (a_slice, (1.3,), (0,)),
    (a_slice_and_an_item, (1.3,), (0,)),
    (places_of_an_array, (1.3,), (0,)),
    (a_method, (1.3,), (0,)),
    (sorted_by_comparison, (1.3,), (0,)),
    (sorted_in_place, (1.3,), (0,)),
    (grouped_by_an_item, (1.3,), (0,)),
    (a_method_over_a_product, (1.3,), (0,)),
    (items_set, (1.3, 0.8), (0, 1)),
    (keys_set, (1.3, 0.8), (0, 1)),
    (a_list_longer, (1.3, 0.8), (0, 1)),
    (an_array_changed, (1.3, 0.8), (0, 1)),
    (a_number_added, (1.3, 0.8), (0, 1)),
    (in_place_of_numbers, (1.3, 0.8), (0, 1)),
    (an_item_deleted, (1.3, 0.8), (0, 1)),
    (getters_and_methods, (1.3, 0.8), (0, 1)),
    (getters_of_slices, (1.3, 0.8), (0, 1)),
    (groups_of_objects, (1.3, 0.8), (0, 1)),
    (compared_by_parts, (1.3,), (0,)),
    (objects_compared, (1.3,), (0,)),
    (comparisons_counted, (1.3,), (0,)),
    (fails_while_sorting, (1.3,), (0,)),
    (looks_while_sorting, (1.3,), (0,)),
    (from_the_last, (1.3,), (0,)),
    (grown_while_sorting, (1.3,), (0,)),
    (getter_a, (1.3,), (0,)),
    (getter_b, (1.3,), (0,)),
    (getter_c, (1.3,), (0,)),
    (getter_d, (1.3,), (0,)),
    (getter_e, (1.3,), (0,)),
    (getter_f, (1.3,), (0,)),
    (getter_g, (1.3,), (0,)),
    (getter_h, (1.3,), (0,)),
    (getter_q, (1.3,), (0,)),
    (getter_r, (1.3,), (0,)),
    (getter_u, (1.3,), (0,)),
]
