"""`type(v) is A` of what may be None or of several kinds, and attributes that a container does not have."""

from collections import namedtuple

import numpy as np


class A:
    def __init__(self, p):
        self.p = p


class B(A):
    pass


def an_object_or_none(x, m):
    v = None if m == 1 else A(x)
    if type(v) is A:
        return v.p
    return x * 2


def a_number_or_none(x, m):
    v = None if m == 1 else x
    if type(v) is float:
        return v * 3
    return x * 2


def a_list_or_none(x, m):
    v = None if m == 1 else [x, 1.0]
    if type(v) is list:
        return v[0]
    return x * 2


def of_two_classes_or_none(x, m):
    v = None if m == 1 else A(x) if m == 2 else B(x)
    if type(v) is type(None):
        return x * 5
    if type(v) is B:
        return v.p * x
    return v.p * 7


def not_of_a_class(x, m):
    v = None if m == 1 else A(x) if m == 2 else B(x)
    if type(v) is not A:
        return x * x if v is None else v.p * 3
    return v.p * 7


def an_array_or_none(x, m):
    v = None if m == 1 else np.array([x, 1.0])
    if type(v) is np.ndarray:
        return v[0] * 3
    return x * 2


def a_tuple_or_none(x, m):
    v = None if m == 1 else (x, 1.0)
    if type(v) is tuple:
        return v[0] * 3
    return x * 2


def a_dict_or_none(x, m):
    v = None if m == 1 else {'a': x}
    if type(v) is dict:
        return v['a'] * 3
    return x * 2


def in_an_expression(x, m):
    v = None if m == 1 else {'a': x}
    return x + (v['a'] if type(v) is dict else 0.0)


def by_equality(x, m):
    v = None if m == 1 else A(x)
    if type(v) == A:
        return v.p
    return x * 2


def denied(x, m):
    v = None if m == 1 else A(x)
    if not type(v) is A:
        return x * 2
    return v.p


def with_another_test(x, m):
    v = None if m == 1 else A(x)
    return v.p * 3 if type(v) is A and x > 0 else x * 2


def never_none(x, m):
    v = None if m == 1 else A(x)
    if type(v) is None:
        return v.p
    return x * 2


def among_classes(x, m):
    v = None if m == 1 else A(x)
    if type(v) in (A, B):
        return v.p * 3
    return x * 2


def inner(v, x):
    if isinstance(v, list):
        return x
    return v.p


def a_list_or_an_attribute(x, m):
    a = A(0)
    a.c = [x]
    return inner(a.c, x)


def a_list_or_an_object(x, m):
    a = A(x)
    return inner([x, a][0:1], x) + inner(a, x)


def a_slice_of_a_list_or_an_object(x, m):
    a = A(x)
    t = [[x, x * 2], a]
    return sum(t[0][1:]) + t[1].p


P = namedtuple('P', 'a b')


def given(v, x):
    try:
        return v.p
    except AttributeError:
        return sum(v) * x


def without_attribute_1(x, m=1):
    d = {}
    d['l'] = [x, 2.0]
    return given(d['l'], x)


def having(v, x):
    if hasattr(v, 'p'):
        return v.p
    return sum(v) * x


def without_attribute_2(x, m=1):
    d = {}
    d['l'] = [x, 2.0]
    return having(d['l'], x)


def never(v, m):
    if m > 7:
        return v.p
    return sum(v)


def without_attribute_3(x, m=1):
    d = {}
    d['l'] = [x, 2.0]
    return never(d['l'], m)


def named(v):
    if hasattr(v, '_fields'):
        return v.a
    return sum(v)


def without_attribute_4(x, m=1):
    v = P(x, x) if m == 2 else (x, x * 2)
    return named(v)


def listed(v, x):
    if isinstance(v, list):
        return x
    return v.p


def without_attribute_5(x, m=1):
    d = {'c': [x]}
    return listed(d['c'], x)


def without_attribute_6(x, m=1):
    d = {'c': {'a': x}}

    def u(v):
        if isinstance(v, dict):
            return v['a']
        return v.p

    return u(d['c'])


def without_attribute_7(x, m=1):
    return given((x, 2.0), x) + having((x, 3.0), x)


def without_attribute_8(x, m=1):
    q = [(x, 2.0), [x]]
    return sum(given(v, x) for v in q) + sum(having(v, x) for v in q)


def by_number(v, x):
    if isinstance(v, (int, float, complex, np.number)):
        return 1.0 * x
    return x**3


def count_of_truths(x):
    return by_number(np.sum(np.array([x]) > 0.5), x)


def sum_of_whole_numbers(x):
    return by_number(np.sum(np.array([1, 2])), x) + by_number(np.max(np.array([True])), x)


def count_of_others(x):
    return by_number(np.count_nonzero(np.array([x]) > 0.5), x)


CASES = [(f, (1.5, m), (0,)) for f in (
    an_object_or_none, a_number_or_none, a_list_or_none, of_two_classes_or_none, not_of_a_class, an_array_or_none, a_tuple_or_none, a_dict_or_none, in_an_expression, by_equality, denied, with_another_test, never_none, among_classes, a_list_or_an_attribute, a_list_or_an_object, a_slice_of_a_list_or_an_object, without_attribute_1, without_attribute_2, without_attribute_3, without_attribute_4, without_attribute_5, without_attribute_6, without_attribute_7, without_attribute_8,
) for m in (1, 2, 3)]  # fmt: skip
