"""if, elif, else: what a branch assigns, leaves alone, and returns."""
import math

import numpy as np


def absv(x):
    if x <= 0:
        return -x
    else:
        return x


def relu(x):
    if x > 0:
        y = x
    else:
        y = 0.0
    return y


def leaky(x, slope=0.1):
    if x < 0:
        x = slope * x
    return x * x


def three_ways(x):
    if x > 2.0:
        y = math.log(x)
    elif x > 0.0:
        y = x * x
    else:
        y = math.exp(x) - 1
    return y + x


def huber(r, delta):
    a = abs(r)
    if a <= delta:
        return 0.5 * r**2
    return delta * (a - 0.5 * delta)


def nested_ifs(x, y):
    d = x - y
    if x > 0:
        if y > 0:
            z = x * y
            if d > 1:
                z = z + d
            else:
                z = z * d
        else:
            z = x - y * y
    else:
        z = y
        if y > 1:
            return z * x
    return z * z


def test_changes_in_branch(x):
    if x > 1:
        x = x - 2
        y = x * x
    else:
        x = x + 1
        y = x
    if x > 1:
        y = y * x
    return y


def test_overwritten_after(x):
    y = x
    if y > 0.5:
        y = y * 3 - 4
    y = y * y
    return y


def branch_in_only_one(x, flag):
    y = x * 2
    if flag:
        y = y * y
        t = np.sin(y)
        y = y + t
    return y - x


def only_else_matters(x):
    if x > 1:
        pass
    else:
        x = x**3
    return x * 2


def empty_branches(x):
    if x > 1:
        pass
    elif x > 0:
        pass
    else:
        pass
    return x**2


def guard_clauses(x, lo, hi):
    if x < lo:
        return lo + 0.1 * (x - lo)
    if x > hi:
        return hi + 0.1 * (x - hi)
    return x * 1.0


def all_paths_return(x, y):
    if x > y:
        if x > 2 * y:
            return x / y
        else:
            return x * y
    elif x < -y:
        return x + y**2
    else:
        return math.sin(x * y)


def constant_in_one_path(x):
    if x > 3:
        return 1.0
    if x > 2:
        return x * 0
    return x**2 / 2


def which_number_type(x, n):
    if n > 2:
        y = 0
    else:
        y = x
    return y + x * n


def int_in_other_branch(x):
    scale = 1
    if x > 0:
        scale = x
    return scale * scale + x


def merged_after(x, a, b):
    if x > 0:
        left = a * x
        right = b
    else:
        left = b
        right = a - x
    return left * right + left


def swap_if_needed(a, b):
    if a > b:
        a, b = b, a
    return a**2 + 3 * b


def sort_three(a, b, c):
    if a > b:
        a, b = b, a
    if b > c:
        b, c = c, b
    if a > b:
        a, b = b, a
    return a + 10 * b + 100 * c


def flag_variable(x):
    was = x > 1
    saved = x * 2
    if was:
        saved = saved * x
    if not was:
        saved = saved - x**2
    return saved


def same_test_twice(x, y):
    if x > y:
        z = x
    else:
        z = y
    w = z * x
    if x > y:
        w += y * z
    else:
        w -= x
    return w


def integer_switch(kind, x):
    if kind == 0:
        return math.sin(x)
    elif kind == 1:
        return math.cos(x)
    elif kind in (2, 3):
        return x**kind
    return x


def string_switch(x, kind):
    if kind == 'linear':
        y = x
    elif kind == 'square':
        y = x * x
    elif kind != 'cube':
        y = -x
    else:
        y = x**3
    return y * 2


def none_default(x, scale=None):
    if scale is None:
        scale = 2.0
    return scale * x**2


def membership(x, k, allowed):
    if k not in allowed:
        return x
    return x * k


def piecewise_tax(income):
    if income <= 10:
        tax = 0.1 * income
    elif income <= 40:
        tax = 1 + 0.2 * (income - 10)
    elif income <= 90:
        tax = 7 + 0.3 * (income - 40)
    else:
        tax = 22 + 0.45 * (income - 90)
    return income - tax + 0.01 * tax**2


def smoothstep(edge0, edge1, x):
    t = (x - edge0) / (edge1 - edge0)
    if t < 0:
        t = 0.0
    if t > 1:
        t = 1.0
    return t * t * (3 - 2 * t)


def numeric_truth(x, n):
    if n:
        x = x * n
    if x:
        x = x + 1
    return x * x


def is_array_long(v):
    if len(v) > 2:
        y = v[0] * v[2]
    elif v.size == 2:
        y = v[0] - v[1] ** 2
    else:
        y = v[0] ** 3
    return y


def array_in_branch(v, x):
    if x > 0:
        v = v * x
    else:
        v = v[1:] + x
    return np.sum(v**2)


def number_or_array(x, v):
    if np.sum(v) > 1:
        r = v * x
    else:
        r = x
    return np.sum(r * r)


def maximum_by_hand(v):
    best = v[0]
    if v[1] > best:
        best = v[1]
    if v[2] > best:
        best = v[2]
    return best**2


def unreachable(x):
    if x > 0:
        return x * x
    else:
        return x
    x = x + 1
    return x * 100


def late_definition(x):
    if x > 0:
        y = x**2
    if x > 1:
        y = y + x
    if x > 0:
        return y
    return x


def deep_elif(x):
    steps = 0
    if x < -2:
        y = -x
    elif x < -1:
        y = x * x
        steps = 1
    elif x < 0:
        y = x**3
    elif x < 1:
        y = math.sqrt(x + 1)
        steps = 3
    elif x < 2:
        y = x - 1 / x
    else:
        y = math.log(x)
        steps = 5
    return y * (steps + 1)


CASES = [
    (absv, (-2.0,), (0,)), (absv, (3.0,), (0,)), (absv, (-5,), (0,)), (relu, (1.5,), (0,)), (relu, (-1.5,), (0,)),
    (leaky, (-1.5,), (0,)), (leaky, (2.0, 0.3), (0, 1)), (leaky, (-2.0, 0.3), (0, 1)), (three_ways, (3.0,), (0,)),
    (three_ways, (1.0,), (0,)), (three_ways, (-1.0,), (0,)), (huber, (0.5, 1.0), (0, 1)), (huber, (-2.5, 1.0), (0, 1)),
    (nested_ifs, (3.0, 1.0), (0, 1)), (nested_ifs, (1.5, 1.0), (0, 1)), (nested_ifs, (-1.0, 2.0), (0, 1)),
    (nested_ifs, (1.0, -2.0), (0, 1)), (nested_ifs, (-1.0, -2.0), (0, 1)), (test_changes_in_branch, (1.5,), (0,)),
    (test_changes_in_branch, (3.5,), (0,)), (test_changes_in_branch, (0.5,), (0,)),
    (test_overwritten_after, (0.9,), (0,)), (test_overwritten_after, (0.2,), (0,)),
    (branch_in_only_one, (0.7, True), (0,)), (branch_in_only_one, (0.7, False), (0,)),
    (only_else_matters, (1.7,), (0,)), (only_else_matters, (0.7,), (0,)), (empty_branches, (0.5,), (0,)),
    (guard_clauses, (0.5, 0.0, 1.0), (0, 1, 2)), (guard_clauses, (-0.5, 0.0, 1.0), (0, 1, 2)),
    (guard_clauses, (1.5, 0.0, 1.0), (0, 1, 2)), (all_paths_return, (3.0, 1.0), (0, 1)),
    (all_paths_return, (1.5, 1.0), (0, 1)), (all_paths_return, (-1.5, 1.0), (0, 1)),
    (all_paths_return, (0.3, 1.0), (0, 1)), (constant_in_one_path, (3.5,), (0,)), (constant_in_one_path, (2.5,), (0,)),
    (constant_in_one_path, (1.5,), (0,)), (which_number_type, (1.5, 3), (0,)), (which_number_type, (1.5, 1), (0,)),
    (int_in_other_branch, (1.5,), (0,)), (int_in_other_branch, (-1.5,), (0,)),
    (merged_after, (1.5, 2.0, 0.3), (0, 1, 2)), (merged_after, (-1.5, 2.0, 0.3), (0, 1, 2)),
    (swap_if_needed, (1.0, 2.0), (0, 1)), (swap_if_needed, (2.0, 1.0), (0, 1)),
    (sort_three, (3.0, 2.0, 1.0), (0, 1, 2)), (sort_three, (1.0, 3.0, 2.0), (0, 1, 2)), (flag_variable, (1.5,), (0,)),
    (flag_variable, (0.5,), (0,)), (same_test_twice, (1.5, 0.5), (0, 1)), (same_test_twice, (0.5, 1.5), (0, 1)),
    (integer_switch, (0, 0.6), (1,)), (integer_switch, (3, 0.6), (1,)), (integer_switch, (7, 0.6), (1,)),
    (string_switch, (0.7, 'linear'), (0,)), (string_switch, (0.7, 'cube'), (0,)),
    (string_switch, (0.7, 'other'), (0,)), (none_default, (0.7,), (0,)), (none_default, (0.7, 3.0), (0, 1)),
    (membership, (0.7, 2, (1, 2, 3)), (0,)), (membership, (0.7, 5, [1, 2, 3]), (0,)), (piecewise_tax, (5.0,), (0,)),
    (piecewise_tax, (55.0,), (0,)), (piecewise_tax, (120.0,), (0,)), (smoothstep, (0.2, 1.2, 0.7), (0, 1, 2)),
    (smoothstep, (0.2, 1.2, 1.7), (0, 1, 2)), (smoothstep, (0.2, 1.2, 0.1), (0, 1, 2)),
    (numeric_truth, (0.7, 2), (0,)), (numeric_truth, (0.7, 0), (0,)),
    (is_array_long, (np.array([1.5, 2.5, -1.0]),), (0,)), (is_array_long, (np.array([1.5, 2.5]),), (0,)),
    (is_array_long, (np.array([1.5]),), (0,)), (array_in_branch, (np.array([1.0, -2.0, 0.5]), 0.7), (0, 1)),
    (array_in_branch, (np.array([1.0, -2.0, 0.5]), -0.7), (0, 1)),
    (number_or_array, (0.7, np.array([1.0, 0.5])), (0, 1)), (number_or_array, (0.7, np.array([0.1, 0.5])), (0, 1)),
    (maximum_by_hand, (np.array([1.0, 3.0, 2.0]),), (0,)), (maximum_by_hand, (np.array([1.0, 0.3, 2.0]),), (0,)),
    (unreachable, (1.5,), (0,)), (unreachable, (-1.5,), (0,)), (late_definition, (1.5,), (0,)),
    (late_definition, (0.5,), (0,)), (late_definition, (-0.5,), (0,)), (deep_elif, (-2.5,), (0,)),
    (deep_elif, (-1.5,), (0,)), (deep_elif, (0.5,), (0,)), (deep_elif, (1.5,), (0,)), (deep_elif, (4.5,), (0,)),
]
