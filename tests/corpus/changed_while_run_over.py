"""Loops over iterators of the library, and over the values of a dict, which change what these run over."""

import itertools

import numpy as np


def chain_beside_a_change(x, a):
    l = [x, 2.0, 1.0]
    r = 0.0
    for n, v in enumerate(itertools.chain(l, [1.0])):
        r += v * n
        l[2] = v * x
    return r


def slice_beside_itself(x, a):
    l = [x, 2.0, 1.0]
    r = 0.0
    for p, q in zip(l, itertools.islice(l, 1, None)):
        r += p * q
        l[2] = r
    return r


def chain_that_grows(x, a):
    q = [x]
    r = 0.0
    for n, v in enumerate(itertools.chain([0.5], q)):
        r += v * (n + 1)
        if len(q) < 4:
            q.append(v * x)
    return r


def sum_of_what_changes_a_chain(x, a):
    l = [x, 2.0, 1.0]

    def act(v):
        l[2] = 6.0
        return v * x

    return sum(act(v) * w for v, w in zip(itertools.chain(l, [1.0]), a))


def items_counted(x, a):
    d = {'p': x, 'q': 2.0}
    r = 0.0
    for n, (k, v) in enumerate(d.items()):
        r += v * (n + 1)
        d['q'] = r * x
    return r


def values_beside_an_array(x, a):
    d = {'p': x, 'q': 2.0}
    r = 0.0
    for v, w in zip(d.values(), a):
        r += v * w
        d['q'] = r * x
    return r


def values_counted_in_a_sum(x, a):
    d = {'p': x, 'q': 2.0}

    def act(v):
        d['q'] = 7.0 * x
        return v * x

    return sum([act(v) * (n + 1) for n, v in enumerate(d.values())])


def values_in_pieces(x, a):
    d = {'p': x, 'q': 2.0}
    it = iter(d.values())
    r = next(it)
    d['q'] = x * x
    return r * 2 + next(it)


def values_in_a_chain(x, a):
    d = {'p': x, 'q': 2.0}
    r = 0.0
    for v in itertools.chain(d.values(), a):
        r += v * x
        d['q'] = r
    return r


def backwards_in_a_generator_later(x, a):
    l = [x, 2.0, 1.0]
    it = reversed(l)
    l.append(1.5)
    r = 0.0
    for v in (z * x for z in it):
        r += v
    return r


def backwards_from_what_was_the_end(x, a):
    l = [x, 2.0]
    it = reversed(l)
    l.append(1.5)
    return sum(z * x for z in it)


def pairs_of_an_accumulation(x, a):
    k = [0.5]
    l = [x, 2.0, 1.0]
    r = 0.0
    for v, w in ((z, k[0]) for z in itertools.accumulate(l, lambda s, t: s * k[0] + t)):
        r += v * w
        l[-1] += x
    return r


def variable_of_what_is_counted(x, a):
    t = x
    r = 0.0
    for n, v in enumerate(t * x for t in a):
        r += v
    return r * t


def variable_of_an_argument(x, t):
    r = 0.0
    for n, v in enumerate(t * x for t in [1.0, 2.0]):
        r += v * t
    return r


def variable_that_is_a_list(x, a):
    q = [1.0, x]
    r = 0.0
    for w, v in zip(a, (p * q for p, q in zip(a, a))):
        r += v * w
    return r + q[1]


def columns_of_rows_that_change(x, y):
    l = [[x, 1.0], [2.0, x]]
    r = 0.0
    for col in zip(*l):
        r += col[0] * col[1]
        l[0][1] = r
    return r


def columns_of_an_array_that_changes(x, y):
    m = np.array([[x, 1.0], [2.0, x]])
    r = 0.0
    for p, q in zip(*m):
        r += p * q
        m[0, 1] = r
    return float(r)


def columns_in_a_comprehension(x, y):
    l = [[x, 1.0], [2.0, x]]

    def act(p, q):
        l[0][1] = l[0][1] + p
        return p * q

    return sum([act(p, q) for p, q in zip(*l)])


def columns_counted(x, y):
    l = [[x, 1.0], [2.0, x]]
    r = 0.0
    for n, (p, q) in enumerate(zip(*l)):
        r += p * q * n
        l[0][1] = r
    return r


class Puts:
    def put(self, rows, v):
        rows[0][1] = v


class PutsTwice:
    def put(self, rows, v):
        rows[0][1] = v * 2.0


def columns_set_by_one_of_two(x, y):
    rows = [[x, 1.0], [y, x]]
    t = 0.0
    ps = [Puts(), PutsTwice()]
    for k, (p, q) in enumerate(zip(*rows)):
        t += p * q
        ps[k].put(rows, t)
    return t


def columns_that_stay(x, y):
    l = [[x, 1.0], [2.0, x]]
    r = 0.0
    out = [0.0, 0.0]
    for k, (p, q) in enumerate(zip(*l)):
        out[k] = p * q * y
    return sum(out)


def dict_that_is_set(x, y):
    d = {'a': x, 'b': y}
    t = 0.0
    for n, (k, v) in enumerate(d.items()):
        t += v * (n + 1)
        d[k] = t * v
    for v, w in zip(d.values(), [x, y]):
        t += v * w
    for (k, v), (k2, w) in zip(d.items(), d.items()):
        t += v * w
        d[k] = t
    return t + d['a'] * d['b']


def dict_of_lists(x, y):
    d = {'a': [x, y], 'b': [y, 1.0]}
    t = 0.0
    for n, v in enumerate(d.values()):
        t += v[0] * (n + 1)
        d['b'] = [t, t]
    for k, (key, (p, q)) in enumerate(d.items()):
        t += p * q * k
    return t + d['b'][0]


def dict_that_stays(x, y):
    d = {'a': x, 'b': y}
    return (
        sum(v * n for n, v in enumerate(d.values()))
        + sum(v * w for v, w in zip(d.values(), d.values()))
        + sum(n * v for n, (k, v) in enumerate(d.items()))
    )


CASES = [(f, (1.3, np.array([0.7, 1.1, 0.4])), (0, 1)) for f in (
    chain_beside_a_change, slice_beside_itself, chain_that_grows, sum_of_what_changes_a_chain, items_counted,
    values_beside_an_array, values_counted_in_a_sum, values_in_pieces, values_in_a_chain,
    backwards_in_a_generator_later, backwards_from_what_was_the_end, pairs_of_an_accumulation,
    variable_of_what_is_counted, variable_that_is_a_list,
)]  # fmt: skip
CASES += [
    (f, (0.7, 1.3), (0, 1))
    for f in (
        columns_of_rows_that_change,
        columns_of_an_array_that_changes,
        columns_in_a_comprehension,
        columns_counted,
        columns_set_by_one_of_two,
        columns_that_stay,
        dict_that_is_set,
        dict_of_lists,
        dict_that_stays,
    )
]
CASES += [(variable_of_an_argument, (1.3, 0.7), (0, 1))]
