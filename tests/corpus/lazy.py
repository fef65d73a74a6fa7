"""Ternaries, and/or/not, chained comparisons: as tests and as values; what is not evaluated stays so."""
import math

import numpy as np


def ternary(x):
    return x * x if x > 1 else -x


def nested_ternary(x):
    return math.log(x) if x > 1 else math.sqrt(x) if x > 0 else x**3


def ternary_in_expression(x, y):
    return 2 * (x if x > y else y) ** 2 + (1 if x > 0 else y) * x


def ternary_guards_domain(x):
    root = math.sqrt(x) if x >= 0 else 0.0
    inverse = 1 / x if x != 0 else 1.0
    return root + inverse


def ternary_arguments(x, y):
    return math.sin(x if y > 0 else y) * math.cos(y if x > 0 else x * y)


def ternary_in_loop(x, n):
    y = x
    for i in range(n):
        y = y * 0.5 if y > 1 else y + x * i
    return y


def ternary_test_is_call(v):
    return np.sum(v) if np.max(v) > 2 else np.prod(v)


def ternary_of_arrays(u, v, c):
    w = u if c > 0 else v
    return np.sum(w * w * u)


def ternary_number_or_array(x, v):
    w = v if x > 0 else x
    return np.sum(w * x)


def and_value(x):
    return x > 0 and x * x


def or_value(x, y):
    z = x or y
    return z * z


def and_or_value(x):
    y = (x > 0 and x * x) or 1.0
    return y + x


def first_nonzero(a, b, c):
    return (a or b or c) * 2 + a


def default_with_or(x, scale=0):
    scale = scale or 2.5
    return x * scale


def guarded_and(x):
    if x > 0 and math.log(x) > 0.5:
        return math.log(x)
    return x


def guarded_or(x):
    if x <= 0 or math.sqrt(x) < 1:
        return x * 2
    return math.sqrt(x)


def not_tests(x, y):
    if not x > y:
        return x
    if not (x > 2 * y and y > 0):
        return x * y
    return y


def chained_test(x):
    if 0 < x < 1:
        return x * x
    if 1 < x <= 2:
        return x
    return -x


def chained_three(a, b, c):
    if a < b < c:
        return a * b * c
    if a > b > c:
        return a + b + c
    return a


def chained_mixed(x, lo, hi):
    inside = lo <= x <= hi
    return x * 2 if inside else lo + hi


def chain_as_value(x):
    return (0 < x < 1) * x + (not 0 < x < 1) * x**2


def chain_with_calls(x, y):
    if 0 < math.sin(x) < math.cos(y) < 1:
        return math.sin(x) * y
    return math.cos(y) * x


def chain_side_order(v):
    if v[0] < v[1] < v[2] < v[3]:
        return v[3] - v[0]
    elif v[0] != v[1] == v[2]:
        return v[1]
    return v[0] * v[3]


def bounds_checked_walk(v, limit):
    i = 0
    total = 0.0
    while i < len(v) and v[i] < limit:
        total += v[i] * (i + 1)
        i += 1
    return total + i


def loop_until_either(x, y, n):
    k = 0
    while not (x > 5 or k >= n):
        x = x + (y if k % 2 else x)
        k += 1
    return x * y


def flags(x, y):
    near = abs(x - y) < 0.5
    high = x > 2 or y > 2
    if near and not high:
        return x * y
    elif near or high:
        return x - y
    else:
        return x / y


def or_in_ternary(x, a, b):
    return x * a if (x > a or x < -a) and b else x - a


def and_chain_of_values(x, y):
    value = x and y and x * y
    return value + 1


def short_circuit_call(x):
    y = x > 5 and expensive(x)
    return x if not y else y


def expensive(x):
    return x * x + 1


def helper_in_branches_of_ternary(x, flag):
    return expensive(x) if flag else expensive(x * 2) - expensive(x + 1)


def assigned_ternaries(x):
    sign = 1 if x > 0 else -1
    a = x * sign
    power = 2 if a > 1 else 3
    b = a**power if power == 2 else a**power * sign
    return b + a


def ternary_tuple(x, y):
    lo, hi = (x, y) if x < y else (y, x)
    return lo + hi**2


def ternary_index(v, x):
    return v[0 if x > 0 else -1] * x


def ternary_in_augmented(x, v):
    total = 0.0
    for a in v:
        total += a if a > x else x * a
        total *= 2 if total < 1 else 0.5
    return total


def max_with_ternary(v):
    best = v[0]
    for a in v:
        best = a if a > best else best
    return best * best


def nested_boolean(a, b, c):
    if (a > 0 and b > 0) or (c > 0 and not (a > 1 or b > 1)):
        return a * b + c
    return a + b * c


def mixed_lazy(x, n):
    total = 0.0
    for i in range(n):
        step = x if i % 2 == 0 and x > 0 else -x if 0 < i < 3 or x < -1 else x * x
        total += step * (i or 1)
    return total


def comparisons_summed(x, v):
    count = 0
    for a in v:
        count += a > x
    return count * x


def any_truth_value(v, x):
    flag = len(v) > 2 and v[2] > 0
    k = flag or 0
    return x * 2 if k else x * x


def clipped(x, lo=-1.0, hi=1.0):
    return lo if x < lo else hi if x > hi else x


def lazy_division(a, b):
    return (b and a / b) + a


def compare_results_of_helpers(x):
    return x * 3 if expensive(x) > expensive(1 - x) else x * x


_v = np.array([0.5, 1.2, -0.3, 3.7])
_u = np.array([1.5, 0.2, 2.3, -0.7])

CASES = [
    (ternary, (1.5,), (0,)), (ternary, (0.5,), (0,)), (nested_ternary, (1.5,), (0,)), (nested_ternary, (0.5,), (0,)),
    (nested_ternary, (-0.5,), (0,)), (ternary_in_expression, (1.5, 0.7), (0, 1)),
    (ternary_in_expression, (-1.5, 0.7), (0, 1)), (ternary_guards_domain, (1.5,), (0,)),
    (ternary_guards_domain, (-1.5,), (0,)), (ternary_arguments, (0.5, 0.7), (0, 1)),
    (ternary_arguments, (-0.5, -0.7), (0, 1)), (ternary_in_loop, (0.7, 6), (0,)), (ternary_in_loop, (1.7, 1), (0,)),
    (ternary_test_is_call, (_v,), (0,)), (ternary_test_is_call, (_v / 2,), (0,)),
    (ternary_of_arrays, (_u, _v, 1.0), (0, 1)), (ternary_of_arrays, (_u, _v, -1.0), (0, 1)),
    (ternary_number_or_array, (1.5, _v), (0, 1)), (ternary_number_or_array, (-1.5, _v), (0, 1)),
    (ternary_number_or_array, (2, _v), (0, 1)),
    (and_value, (1.5,), (0,)), (and_value, (-1.5,), (0,)), (or_value, (1.5, 0.3), (0, 1)),
    (or_value, (-1.5, 0.3), (0,)), (and_or_value, (1.5,), (0,)), (and_or_value, (-1.5,), (0,)),
    (first_nonzero, (0.5, 2.0, 3.0), (0, 1, 2)), (first_nonzero, (0, 2.0, 3.0), (1, 2)),
    (first_nonzero, (0, 0, 3.0), (2,)), (default_with_or, (1.5,), (0,)), (default_with_or, (1.5, 0.4), (0, 1)),
    (guarded_and, (2.5,), (0,)), (guarded_and, (-2.5,), (0,)), (guarded_and, (1.2,), (0,)), (guarded_or, (2.5,), (0,)),
    (guarded_or, (-2.5,), (0,)), (guarded_or, (0.2,), (0,)), (not_tests, (0.5, 1.0), (0, 1)),
    (not_tests, (1.5, 1.0), (0, 1)), (not_tests, (2.5, 1.0), (0, 1)), (chained_test, (0.5,), (0,)),
    (chained_test, (1.5,), (0,)), (chained_test, (-1.5,), (0,)), (chained_three, (0.5, 1.0, 2.0), (0, 1, 2)),
    (chained_three, (2.5, 1.0, 0.2), (0, 1, 2)), (chained_three, (2.5, 3.0, 0.2), (0, 1, 2)),
    (chained_mixed, (0.5, 0.0, 1.0), (0, 1, 2)), (chained_mixed, (1.5, 0.0, 1.0), (0, 1, 2)),
    (chain_as_value, (0.5,), (0,)), (chain_as_value, (1.5,), (0,)), (chain_with_calls, (0.5, 0.3), (0, 1)),
    (chain_with_calls, (-0.5, 0.3), (0, 1)), (chain_side_order, (np.array([1.0, 2.0, 3.0, 4.5]),), (0,)),
    (chain_side_order, (_v,), (0,)), (bounds_checked_walk, (_v, 1.0), (0,)), (bounds_checked_walk, (_v, 9.0), (0,)),
    (loop_until_either, (0.5, 0.3, 9), (0, 1)), (loop_until_either, (0.5, 0.3, 2), (0, 1)),
    (flags, (1.5, 1.2), (0, 1)), (flags, (2.5, 1.2), (0, 1)), (flags, (0.5, 1.2), (0, 1)),
    (or_in_ternary, (2.5, 1.2, True), (0, 1)), (or_in_ternary, (2.5, 1.2, False), (0, 1)),
    (and_chain_of_values, (1.5, 0.7), (0, 1)), (short_circuit_call, (1.5,), (0,)), (short_circuit_call, (5.5,), (0,)),
    (helper_in_branches_of_ternary, (1.5, True), (0,)), (helper_in_branches_of_ternary, (1.5, False), (0,)),
    (assigned_ternaries, (1.5,), (0,)), (assigned_ternaries, (-0.5,), (0,)), (ternary_tuple, (1.5, 0.7), (0, 1)),
    (ternary_tuple, (0.5, 0.7), (0, 1)), (ternary_index, (_v, 0.7), (0, 1)), (ternary_index, (_v, -0.7), (0, 1)),
    (ternary_in_augmented, (0.7, _v), (0, 1)), (max_with_ternary, (_v,), (0,)), (max_with_ternary, (_u,), (0,)),
    (nested_boolean, (0.5, 0.6, -1.0), (0, 1, 2)), (nested_boolean, (-0.5, 0.6, 1.0), (0, 1, 2)),
    (nested_boolean, (-0.5, 1.6, 1.0), (0, 1, 2)), (mixed_lazy, (0.5, 5), (0,)), (mixed_lazy, (-0.5, 5), (0,)),
    (mixed_lazy, (-1.5, 5), (0,)), (comparisons_summed, (0.9, _v), (0,)), (any_truth_value, (_v, 0.7), (1,)),
    (any_truth_value, (_u, 0.7), (0, 1)), (clipped, (0.5,), (0,)), (clipped, (1.5,), (0,)),
    (clipped, (-1.5, -1.2), (0, 1)), (lazy_division, (1.5, 0.7), (0, 1)), (lazy_division, (1.5, 0), (0,)),
    (compare_results_of_helpers, (0.9,), (0,)), (compare_results_of_helpers, (0.2,), (0,)),
]
