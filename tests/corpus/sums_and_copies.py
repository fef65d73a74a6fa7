"""Sums of lists that have no name or that are added to their items, copies of what the module holds, and `out=`."""
import copy
from collections import OrderedDict, defaultdict, deque

import numpy as np

SETTINGS = {'k': 2.0, 'j': 3.0}
NUMBERS = [1.0, 2.0]
POINTS = [(1.0, 2.0), (0.3, 0.4)]
ARRAYS = {'a': np.ones(2)}


def sum_of_lists_run_over(x):
    L, K = [np.zeros(2)], [np.zeros(2)]
    for a in L + K:
        a += x
    return L[0].sum()


def item_of_a_sum_of_lists(x):
    L, K = [np.zeros(2)], [np.zeros(2)]
    a = (L + K)[0]
    a += x
    return L[0].sum()


def sum_of_lists_taken_apart(x):
    L, K = [np.zeros(2)], [np.zeros(2)]
    a, b = L + K
    a += x
    return L[0].sum()


def sum_of_lists_of_lists(x):
    L, K = ([[0.0]], [[1.0]])
    for a in L + K:
        a[0] += x
    return L[0][0]


def multiple_of_a_list_run_over(x):
    L = [np.zeros(2), np.zeros(2)]
    for a in L * 2:
        a += x
    return L[0].sum()


def sum_of_deques_run_over(x):
    q, r = (deque([np.zeros(2)]), deque([np.zeros(2)]))
    for a in q + r:
        a += x
    return q[0].sum()


def items_of_lists_of_a_sum(x):
    L, K = ([[0.0, 0.0]], [[1.0, 2.0]])
    for r in L + K:
        for j in range(2):
            r[j] += x * j
    return L[0][1]


def list_grown_by_sums(x):
    g = []
    g = g + [0.0]
    g[0] = x
    return g[0]


def copy_of_a_dict_of_the_module(x):
    c = dict(SETTINGS)
    c['k'] = x
    return c['k'] * c['j']


def stars_of_a_dict_of_the_module(x):
    c = {**SETTINGS, 'z': x}
    return c['k'] * c['z']


class Value:
    def __init__(self):
        self.v = 1.0


VALUE = Value()


def copy_of_an_object_of_the_module(x):
    o = copy.copy(VALUE)
    o.v = x
    return o.v * x


class Options:
    def __init__(self, **settings):
        self.o = dict(SETTINGS)
        self.o.update(settings)


def options_from_a_dict_of_the_module(x):
    return Options(k=x).o['k'] * x


def copy_of_a_list_of_the_module(x):
    c = list(NUMBERS)
    c[0] = x
    return c[0] * c[1]


def sum_with_a_list_of_the_module(x):
    c = NUMBERS + [x]
    return sum(c) * x


def sum_of_tuples_run_over(x):
    L, K = (np.zeros(2),), (np.zeros(2),)
    for a in L + K:
        a += x
    return L[0].sum()


def sum_of_parts_of_a_list(x):
    L = [np.zeros(2), np.ones(2)]
    for a in L[1:] + L[:1]:
        a += x
    return L[0].sum()


def sum_with_a_display(x):
    L, c = [np.zeros(2), np.ones(2)], np.ones(2)
    for a in L + [c]:
        a += x
    return c.sum()


def rows_of_two_matrices(x):
    m, k = np.zeros((2, 2)), np.ones((2, 2))
    for a in list(m) + list(k):
        a += x
    return m.sum()


def sum_of_two_kinds(x):
    g = [1, 2] + [np.ones(2)]
    t = 0.0
    for v in g:
        t += np.sum(v * x)
    return t


def sum_of_whole_numbers_and_others(x):
    g = [0] + [0.5]
    return (g[1] // 1 + g[1] % 0.3) * x + x ** g[1]


def or_of_a_dict_of_the_module(x):
    c = SETTINGS | {'k': x}
    return c['k'] * c['j']


def ordered_copy_of_a_dict_of_the_module(x):
    c = OrderedDict(SETTINGS)
    c['k'] = x
    return c['k'] * c['j']


def default_copy_of_a_dict_of_the_module(x):
    c = defaultdict(float, SETTINGS)
    c['k'] += x
    return c['k'] * c['j'] + c['z']


def queue_of_a_list_of_the_module(x):
    c = deque(NUMBERS)
    c.append(x)
    return c[0] * c[2] + sum(c)


def points_with_those_of_the_module(x):
    c = [(a * x, b) for a, b in POINTS] + POINTS
    return sum(a * b for a, b in c)


def arrays_of_the_module_replaced(x):
    c = dict(ARRAYS)
    c['b'] = x * c['a']
    c['a'] = c['a'] + x
    return np.sum(c['a'] * c['b'])


# What NumPy does with all of a list, also where that is added to an item; and `out=` of own functions


def halved_into(a, out=None):
    if out is None:
        return 0 * a
    out[0] = a[0] / 2


def own_out_in_a_statement(x):
    y = x.copy()
    halved_into(x, out=y)
    return (y * x).sum()


def added_into(a, b, out=None):
    r = a + b
    if out is None:
        return r
    out += r
    return out


def own_out_assigned(x):
    y = x.copy()
    z = added_into(x, x, out=y)
    return (y * z).sum()


def own_out_in_a_condition(x):
    y = x.copy()
    if added_into(x, x, out=y)[0] > -5:
        y *= 2
    return y.sum()


def own_out_of_the_same_array(x):
    u = x.copy()
    added_into(u, u, out=u)
    return u.sum()


def sum_of_a_list_with_its_axes(x):
    out = [x * 2, x * 3, x]
    out[0][0] = 5.0
    return np.sum(out, keepdims=True)[0, 0]


def mean_of_lists_with_its_axes(x):
    L = [[0.0] * 3 for _ in range(3)]
    for i in range(3):
        for j in range(3):
            L[i][j] = x[i] * x[j]
    return np.mean(L, keepdims=True)[0, 0]


def sum_of_one_array_twice(x):
    work = x * 2
    out = [work, work]
    work[0] = 5
    return np.sum(out)


def mean_of_lists_that_change(x):
    L = [[x[0], x[1]], [x[2], 1.0]]
    L[0][0] *= x[1]
    return np.mean(L)


def sum_of_numbers_with_its_axes(x):
    L = [x[0]]
    for v in x[1:]:
        L.append(L[-1] * v)
    L[0] = 3.0 * x[1]
    return np.sum(L, keepdims=True)[0]


def item_plus_the_sum_of_all(x):
    L = [x.copy(), 2 * x]
    L[0] += np.sum(L, axis=0)
    return L[0] @ x


def item_plus_the_sum_of_all_in_turn(x):
    L = [x.copy(), 2 * x]
    L[0] += sum(L)
    return L[0] @ x


def each_plus_the_sum_of_all(x):
    L = [x.copy(), 2 * x, x ** 2]
    for e in L:
        e += np.sum(L, axis=0)
    return L[0] @ L[1] + L[2].sum()


def array_plus_the_sum_of_a_list_with_it(x):
    y = x.copy()
    L = [y, x]
    y += sum(L)
    return y @ x


def values_plus_their_sum(x):
    D = {'a': x.copy(), 'b': 2 * x}
    for k in D:
        D[k] += sum(D.values())
    return D['a'] @ D['b']


def row_plus_the_sum_of_rows(x):
    M = np.array([x, 2 * x])
    L = [M[0], M[1]]
    L[0] += np.sum(L, axis=0)
    return M[0] @ x


def item_plus_the_sum_of_an_array(x):
    L = [x.copy(), 2 * x]
    L[0] += np.array(L).sum(axis=0)
    return L[0] @ x


def item_plus_a_contraction(x):
    L = [x.copy(), 2 * x]
    L[0] += np.einsum('ij->j', L)
    return L[0] @ x


def named_like_the_runtime(x):
    separated = [x.copy(), 2 * x]
    separated[0][0] *= x[1]
    return separated[0] @ separated[1]


def lists_that_are_multiplied(x):
    L = [x * 2, x * 3]
    L[0][1:] += np.sum(L, axis=0)[:-1]
    L[0] *= sum(L)
    return L[0] @ L[1]


def list_set_to_its_sum(x):
    L = [x * 2, x * 3]
    L[0][:] = np.sum(L, axis=0) + L[1]
    L[1] -= sum(L)
    return L[0] @ L[1]


def sum_over_both_axes(x):
    L = [[x[0], x[1]], [x[2], 1.0]]
    return np.sum(L, axis=(0, 1)) * np.mean(L, axis=(0, 1), keepdims=True)[0, 0] + np.sum(L, dtype=float)


# A tuple of any length as an index


def place_by_a_tuple(v):
    A = v.reshape(1, 3) * 1.1
    k = tuple([0])
    A[k] = A[k] ** 2
    return np.sum(A**2)


def place_by_a_part_of_a_tuple(v):
    A = np.outer(v, v)
    k = tuple(sorted([1, 0]))[:1]
    A[k] = A[k] ** 2
    return np.sum(A**2)


def sum_of_tuples_as_an_index(v):
    A = np.outer(v, v)
    k = (0,) + tuple([slice(None, None, 2)])
    return np.sum(A[k])


def list_named_as_list(x, y):
    L = [x, y]
    L = [np.ones(2) * v for v in L]
    L[0] += np.sum(L, axis=0)
    L = np.array(L)
    return float((L**2).sum())


def list_named_as_array_after(x):
    A = [x[0] * 1.0, x[1] * 1.0]
    A[0] += np.array(A).sum(axis=0)
    A = np.concatenate(A)
    return A @ A


def list_named_as_array_before(x):
    A = x * 1.0
    A = list(A)
    A[0] += np.sum(A, axis=0)
    return A[0] @ A[1]


def list_named_as_argument(A):
    A = list(A)
    A[0] = A[0] * 1.0
    A[0] += np.sum(A, axis=0)
    return A[0] @ A[1]


def list_row_loop(x):
    A = x * 1.0
    A = list(A)
    for r in A:
        r += np.sum(A, axis=0)
    return A[0] @ A[1]


CASES = [
    *((f, (1.2,), (0,)) for f in (
        sum_of_lists_run_over, item_of_a_sum_of_lists, sum_of_lists_taken_apart, sum_of_lists_of_lists,
        multiple_of_a_list_run_over, sum_of_deques_run_over, items_of_lists_of_a_sum, list_grown_by_sums,
        copy_of_a_dict_of_the_module, stars_of_a_dict_of_the_module, copy_of_an_object_of_the_module,
        options_from_a_dict_of_the_module, copy_of_a_list_of_the_module, sum_with_a_list_of_the_module,
        sum_of_tuples_run_over, sum_of_parts_of_a_list, sum_with_a_display, rows_of_two_matrices, sum_of_two_kinds,
        sum_of_whole_numbers_and_others, or_of_a_dict_of_the_module, ordered_copy_of_a_dict_of_the_module,
        default_copy_of_a_dict_of_the_module, queue_of_a_list_of_the_module, points_with_those_of_the_module,
        arrays_of_the_module_replaced,
    )),
    *((f, (np.array([0.5, -0.3, 1.2]),), (0,)) for f in (
        own_out_in_a_statement, own_out_assigned, own_out_in_a_condition, own_out_of_the_same_array,
        sum_of_a_list_with_its_axes, mean_of_lists_with_its_axes, sum_of_one_array_twice, mean_of_lists_that_change,
        sum_of_numbers_with_its_axes, item_plus_the_sum_of_all, item_plus_the_sum_of_all_in_turn,
        each_plus_the_sum_of_all, array_plus_the_sum_of_a_list_with_it, values_plus_their_sum,
        row_plus_the_sum_of_rows, item_plus_the_sum_of_an_array, item_plus_a_contraction, named_like_the_runtime,
        lists_that_are_multiplied, list_set_to_its_sum, sum_over_both_axes, place_by_a_tuple, place_by_a_part_of_a_tuple,
        sum_of_tuples_as_an_index,
    )),
    (list_named_as_list, (1.3, 0.8), (0, 1)),
    *((f, (np.array([[0.5, -0.3, 1.2], [0.9, 0.7, -0.4]]),), (0,)) for f in (
        list_named_as_array_after, list_named_as_array_before, list_named_as_argument, list_row_loop,
    )),
]
