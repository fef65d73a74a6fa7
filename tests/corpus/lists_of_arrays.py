"""Arrays of several ranks in one list or dict, changed in place there; arrays without axes that are written."""
import numpy as np


# A matrix and a vector, as the weights of a network

def product_after_product(x):
    l = [x * 2, np.outer(x, x)]
    l[0] += x
    l[1] *= l[0]
    l[1] *= l[1]
    return np.sum(l[0]) * np.sum(l[1])


def number_beside_a_vector(x):
    l = [np.sum(x), x * x]
    l[1] *= l[0]
    l[0] *= 2
    return l[0] * np.sum(l[1])


def vector_appended_to_a_number(x):
    l = [np.sum(x)]
    l.append(x * x)
    l[1] *= l[1]
    l[0] *= l[0]
    return l[0] * np.sum(l[1])


def grown_in_a_loop(x):
    l = []
    for i in range(2):
        l.append(x[: i + 1] * 1 if i else x[i])
    l[1] *= l[0] * 2
    return l[0] * np.sum(l[1])


def each_by_the_one_before(x):
    l = [x[0], x[:2] * 1]
    for i in range(2):
        l[i] *= l[i - 1]
    return np.sum(l[0]) * np.sum(l[1])


def steps_of_descent(x):
    p = [np.outer(x, x), x * 1]
    for k in range(3):
        g = [p[0] * 0.3 + p[1], p[1] * 2 - p[0].sum(0) * 0.1]
        p[0] -= 0.1 * g[0]
        p[1] -= 0.1 * g[1]
    return np.sum(p[0] @ p[1])


def all_operations(x):
    p = [np.outer(x, x), x * 1]
    for k in range(2):
        for i in range(2):
            p[i] *= 1.1
            p[i] /= p[1 - i].sum()
            p[i] **= 2
    return np.sum(p[0] @ p[1])


def weights_by_name(x):
    p = {'W': np.outer(x, x), 'b': x * 1}
    m = {k: np.zeros_like(v) for k, v in p.items()}
    for t in range(2):
        g = {'W': p['W'] * x, 'b': p['b'] ** 2}
        for k in p:
            m[k] = 0.9 * m[k] + 0.1 * g[k]
            p[k] -= 0.1 * m[k] / np.sqrt(m[k] ** 2 + 0.1)
    return np.sum(p['W'] @ p['b'])


def each_by_a_name(x):
    p = [np.outer(x, x), x * 1]
    q = p[1]
    for w in p:
        w *= w
        w += 0.1
        w -= w.mean() * 0.1
    return np.sum(p[0] @ q)


def update(weights, gradients, rate):
    for p, g in zip(weights, gradients):
        p -= rate * g


def updated_by_a_helper(x):
    weights = [np.outer(x, x), x * 1]
    for _ in range(2):
        update(weights, [weights[0] ** 2, weights[1] * x], 0.1)
    return np.sum(weights[0] @ weights[1])


def neighbours_in_the_list(x):
    p = [np.outer(x, x), x * 1]
    for i, q in enumerate(p):
        q *= x[i]
        p[i - 1] += q.sum()
    return np.sum(p[0] @ p[1])


def in_a_tuple(x):
    p = np.outer(x, x), x * 1
    a, b = p
    a *= 2
    b *= a[0]
    for q in p:
        q %= 1.5
    for q in p:
        q += x
    return np.sum(p[0] @ p[1]) + np.sum(a * b)


def squares_before_the_step(x):
    p, s = [np.outer(x, x), x * 1], 0.0
    for k in range(2):
        s += np.sum(p[1] ** 2) + np.sum(p[0] ** 2)
        p[0] -= 0.1 * x
        p[1] -= 0.1 * p[1]
    return s


def square_and_then_a_step(x):
    p = [np.outer(x, x), x * 1]
    a = p[1] ** 2
    p[1] -= 0.1 * x
    return np.sum(a * p[1]) + np.sum(p[0])


# Arrays without axes

def mean_of_a_sum(x):
    t = np.array(0.0)
    for v in x:
        t += v * v
    t = t / len(x)
    return t


def doubled_on_the_way(x):
    t = np.zeros(())
    for v in x:
        t += v * v
        t = t * 2
    return t * x[0]


def set_and_then_a_number(x):
    t = np.zeros(())
    t[...] = x[0]
    t = t * x[1]
    return t * x[0]


def another_name_for_it(x):
    t = np.array(x[0])
    u = t
    t += x[1]
    t = t * u
    return t * x[0]


def number_on_one_way(x):
    t = np.array(1.0)
    if x[0] < 0:
        t = t * x[0]
    else:
        t *= x[1]
    return t * x[0]


def until_it_is_large(x):
    y = np.array(x[0])
    while y < 5:
        y *= 2
        y = y + x[1]
    return y


def added_and_doubled(t, v):
    t += v
    t = t * 2
    return t


def changed_by_a_helper(x):
    t = np.array(x[0])
    return added_and_doubled(t, x[1]) * t


def counters_in_a_list(x):
    l = [np.array(0.0) for _ in range(2)]
    for i, v in enumerate(x):
        l[i % 2] += v * v * x[0]
    return l[0] * l[1]


class Counter:
    def __init__(self, t):
        self.t = t

    def add(self, v):
        self.t += v


def counter_of_an_object(x):
    counter = Counter(np.array(0.0))
    for v in x:
        counter.add(v * v)
    return counter.t * x[0]


def held_in_a_list(x):
    t = np.array(0.0)
    l = [t]
    for v in x:
        t += v * v
    return l[0] * x[0]


def parts_of_an_array(x):
    l = [x[0, ...]]
    l[0] *= x[1]
    return x[0] * x[1] * l[0]


def with_one_axis(x):
    l = [np.array(x[0])]
    v = l[0].reshape(1)
    v[0] = x[1] * l[0]
    return l[0] * v[0]


def two_in_turn(x):
    l = [np.array(1.0), np.array(x[0])]
    a, b = l
    a *= b
    b *= a
    l[0], l[1] = l[1], l[0]
    l[0] -= x[2]
    return a * b + l[0]


def kept_and_copied(x):
    l, r = [np.array(0.0)], []
    for v in x:
        l[0] += v
        r.append(l[0].copy())
        r.append(l[0])
    return r[0] * r[1] + r[2] * l[0] * r[3]


def returned_by_a_helper(x):
    t = np.array(x[0])
    u = [added(t, v) for v in x]
    return u[0] * u[2] * t


def added(t, v):
    t += v
    return t


def changed_when_it_fails(x):
    l = [np.array(1.0)]
    try:
        l[0] *= x[0]
        if x[0] > 0:
            raise ValueError
        l[0] *= 5
    except ValueError:
        l[0] += x[1]
    return l[0] * x[2]


CASES = [(f, (np.array([0.7, -0.3, 1.2, 0.41]),), (0,)) for f in (
    product_after_product, number_beside_a_vector, vector_appended_to_a_number, grown_in_a_loop, each_by_the_one_before,
    steps_of_descent, all_operations, weights_by_name, each_by_a_name, updated_by_a_helper, neighbours_in_the_list,
    in_a_tuple, squares_before_the_step, square_and_then_a_step, mean_of_a_sum, doubled_on_the_way, set_and_then_a_number,
    another_name_for_it, number_on_one_way, until_it_is_large, changed_by_a_helper, counters_in_a_list,
    counter_of_an_object, held_in_a_list, parts_of_an_array, with_one_axis, two_in_turn, kept_and_copied,
    returned_by_a_helper, changed_when_it_fails,
)]
