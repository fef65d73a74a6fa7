"""Sums of lists that have no name, and copies of what the module holds."""
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


CASES = [(f, (1.2,), (0,)) for f in (
    sum_of_lists_run_over, item_of_a_sum_of_lists, sum_of_lists_taken_apart, sum_of_lists_of_lists,
    multiple_of_a_list_run_over, sum_of_deques_run_over, items_of_lists_of_a_sum, list_grown_by_sums,
    copy_of_a_dict_of_the_module, stars_of_a_dict_of_the_module, copy_of_an_object_of_the_module,
    options_from_a_dict_of_the_module, copy_of_a_list_of_the_module, sum_with_a_list_of_the_module,
    sum_of_tuples_run_over, sum_of_parts_of_a_list, sum_with_a_display, rows_of_two_matrices, sum_of_two_kinds,
    sum_of_whole_numbers_and_others, or_of_a_dict_of_the_module, ordered_copy_of_a_dict_of_the_module,
    default_copy_of_a_dict_of_the_module, queue_of_a_list_of_the_module, points_with_those_of_the_module,
    arrays_of_the_module_replaced,
)]
