"""A name, or an item of a container, that is an array and a number in turn: in a `try`, or beside arrays without axes."""
import numpy as np

SCALE = {'a': np.array(2.0), 'b': np.array([1.0, 2.0])}


# In a `try`


def array_becomes_number(u):
    h = u * 2.0
    q = h
    h[0] = 0.5
    try:
        h = h[1] * q[2]
    except IndexError:
        pass
    return np.sum(h)


def array_becomes_its_product(u):
    h = u
    q = u
    h *= 0.9
    try:
        h = h @ q
    except ValueError:
        pass
    return np.sum(h)


def no_alias_on_the_right(u):
    h = u * 2.0
    q = h
    h[0] = 0.5
    try:
        h = h[1] * 2.0
    except IndexError:
        pass
    return np.sum(h) + q[1]


def array_becomes_number_and_is_written(u):
    h = u * 2.0
    q = h
    try:
        h = h[1] * 3.0
    except IndexError:
        pass
    q[0] = 0.5
    return np.sum(h) + q[0]


def list_becomes_number(u):
    h = [u[0], u[1]]
    q = h
    h[0] = 0.5
    try:
        h = h[1] * q[0]
    except IndexError:
        pass
    return np.sum(h)


def list_and_except(u):
    h = [u[0], u[1]]
    q = h
    q.append(0.5)
    try:
        h = h[1] * q[0]
    except IndexError:
        h = 0.0
    return h * 2.0


def dict_becomes_number(u):
    d = {'a': u[0], 'b': u[1]}
    e = d
    d['a'] = 0.5
    try:
        d = d['a'] * e['b']
    except KeyError:
        d = 0.0
    return d * 2.0


def array_becomes_number_under_two_names(u):
    h = u * 2.0
    q = h
    try:
        h = h[1] * q[2]
    except IndexError:
        pass
    q[0] = 0.5
    return np.sum(h) + q[1]


def or_in_try(u):
    g = 0.0
    try:
        g = u or 2.0
    except ValueError:
        pass
    return np.sum(u) + g


def or_in_two_tries(u):
    g = 0.0
    try:
        try:
            g = u or 2.0
        except ValueError:
            g = 1.0
        g = g * 2.0
    except ValueError:
        g = 5.0
    return np.sum(u) * g


def chosen(h, u):
    try:
        return h or u
    except ValueError:
        return h


def or_in_helper(u):
    return np.sum(chosen(u, 2.0 * u))


def array_or_number_by_asarray(a, u):
    p = u * 1.0
    q = p
    q[0] = a
    b = u * 2.0
    if a > -0.3:
        b = np.max(b)
    for y in (0.8, u):
        b = np.asarray(b)
    return np.sum(p) + np.sum(b)


def array_or_list_in_a_try(a, u):
    h = u * 1.0
    for i in range(2):
        try:
            h[0] += a
        except TypeError:
            pass
        h = [a]
    return np.sum(u) * h[0]


# Items that are numbers plus arrays without axes, which are numbers of NumPy


def dict_plus_zeros_like_it(w, k):
    W = {'W': w, 'c': 0.0, 'b': k}
    for m in W:
        W[m] = W[m] + np.zeros_like(W[m])
    return float(W['b'])


def list_less_its_slopes(w, k):
    W = [w, 0.0, k]
    V = [np.zeros_like(p) for p in W]
    for i, p in enumerate(W):
        g = 2 * p + V[i]
        W[i] = p - 0.1 * g
    return float(W[2] + W[0].sum())


class Value:
    def __init__(self, val):
        self.val = val


def objects_plus_zeros_like_them(w, k):
    ps = [Value(w), Value(k)]
    for p in ps:
        p.val = p.val + np.zeros_like(p.val)
    return float(ps[1].val)


def list_of_sums_with_zeros(w, k):
    d = [w, 0.5, k]
    e = [0.0] * 3
    for i in range(3):
        e[i] = d[i] + np.zeros_like(d[i])
    return float(e[2])


def array_put_in_later(w, k):
    d = {'c': 1.0, 'k': k}
    for n in d:
        d[n] = d[n] + np.zeros_like(d[n])
    d['w'] = w
    return float(d['k'])


def sums_under_numbers(w, k):
    d = [w, 0.5, k]
    e = {}
    for i in range(3):
        e[i] = d[i] + np.zeros_like(d[i])
    return float(e[2])


def sums_over_a_dict_that_grew(w, k):
    d = {'w': w, 'k': k}
    e = {}
    for n in d:
        e[n] = d[n] + np.zeros_like(d[n])
    tot = 0.0
    for n, v in e.items():
        if v is not None:
            tot = tot + np.sum(v)
    return float(tot)


def got_from_a_dict_that_grew(w, k):
    d = {'w': w, 'k': k}
    e = {}
    for n in d:
        e[n] = d[n] + np.zeros_like(d[n])
    a = e.get('k', 1.0)
    return 5.0 * k if a is None else float(a) * k


def number_of_a_dict_that_grew(w, k):
    d = {'w': w, 'k': k}
    e = {}
    for n in d:
        e[n] = d[n] + np.zeros_like(d[n])
    return float(e['k'])


class Scaled:
    def __init__(self, val, m=0.0):
        self.val = val
        self.m = m


def scaled_by_a_table(w, k):
    P = {'a': Scaled(k), 'b': Scaled(w)}
    for i in P:
        P[i].val = P[i].val * SCALE[i]
    return float(P['a'].val)


def pairs_of_values_and_scales(w, k):
    P = [(k, np.array(1.0)), (w * 2, np.ones(2))]
    for i in range(2):
        p, v = P[i]
        P[i] = (p * v, v)
    return float(P[0][0])


def updated_by_zeros_like_it(w, k):
    e = {'w': w, 'k': k, 'c': 2.0}
    ms = {n: np.zeros_like(v) for n, v in e.items()}
    e.update({n: v - 0.1 * (ms[n] + v) for n, v in e.items()})
    e.update({n: v - 0.1 * (ms[n] + v) for n, v in e.items()})
    return float(e['k'] + e['w'].sum())


def sum_with_zeros_by_a_helper(w, k):
    e = {'w': w, 'k': k, 'c': 2.0}

    def mom(v, m):
        return 0.9 * m + v
    ms = {n: np.zeros_like(v) for n, v in e.items()}
    for n in e:
        e[n] = mom(e[n], ms[n])
    return float(e['k'] + e['w'].sum())


def squares_of_an_argument(p, k):
    q = {n: v * 1.0 for n, v in p.items()}
    for n in q:
        q[n] = q[n] ** 2 * np.ones_like(q[n])
    return float(sum(np.sum(v) * (i + 1) for i, v in enumerate(q.values())) * k)


def sum_of_what_grew(w, k):
    d = {'w': w, 'k': k}
    e = {}
    for n in d:
        e[n] = d[n] + np.zeros_like(d[n])
    tot = 0.0
    for v in e.values():
        tot = tot + np.sum(v)
    return float(tot)


U = np.array([-0.76, 0.67, 0.35])
W = np.array([1.3, 0.7])

CASES = [
    *((f, (U,), (0,)) for f in (
        array_becomes_number, array_becomes_its_product, no_alias_on_the_right, array_becomes_number_and_is_written,
        list_becomes_number, list_and_except, dict_becomes_number, array_becomes_number_under_two_names, or_in_try,
        or_in_two_tries, or_in_helper,
    )),
    (array_or_number_by_asarray, (0.4, U), (1,)),
    (array_or_list_in_a_try, (-0.82, U), (0,)),
    *((f, (W, 0.3), (0, 1)) for f in (
        dict_plus_zeros_like_it, list_less_its_slopes, objects_plus_zeros_like_them, list_of_sums_with_zeros,
        array_put_in_later, sums_under_numbers, sums_over_a_dict_that_grew, got_from_a_dict_that_grew,
        number_of_a_dict_that_grew, scaled_by_a_table, pairs_of_values_and_scales, updated_by_zeros_like_it,
        sum_with_zeros_by_a_helper, sum_of_what_grew,
    )),
    (squares_of_an_argument, ({'w': W, 'b': 0.4}, 0.3), (0, 1)),
]
