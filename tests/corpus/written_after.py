"""What is read after it was written: by helpers, through parts and second names, where axes are not known."""
import functools
import math
from collections import deque
from types import SimpleNamespace

import numpy as np


# Helpers that write into what a row gave, or keep what they give


def bump(t):
    t += 1
    return np.sum(t)


def value_of_a_row_changed_by_a_helper(x, a):
    t = np.exp(x)
    return bump(t)


def root_changed_by_a_helper(x, a):
    t = np.sqrt(x)
    return bump(t)


def inverse_changed_by_a_helper(x, a):
    t = np.linalg.inv(np.diag(x))
    return bump(t)


def grown(u, a):
    v = u
    if a < 0:
        v = 2.0
    return np.exp(v)


def result_of_unknown_axes_changed(x, a):
    t = grown(x, a)
    t *= 2
    return np.sum(t)


def ramp(u, a):
    return np.exp(np.linspace(a, u, 4))


def ramp_changed(x, a):
    t = ramp(x, a)
    t += 1
    return np.sum(t)


def ramp_given_without_a_name(x, a):
    return bump(np.exp(np.linspace(a, x, 4)))


def geometric_steps_changed(x, a):
    t = np.geomspace(a, x, 4)
    t *= 2
    return np.sum(t)


def logarithmic_steps_changed(x, a):
    t = np.logspace(a, x, 4)
    t *= 2
    return np.sum(t)


def hypotenuse_changed_under_another_name(x, a):
    o = [a]
    o.append(a)
    q = x if a > 0.1 else 2.0
    t = np.hypot(q, a)
    u = t
    u += 1
    return np.sum(t)


def greatest_of_rows_changed(x, a):
    o = [a]
    o.append(a)
    q = x.tolist()[:2]
    t = np.max([q, q], axis=0)
    t *= 2
    return np.sum(t)


def norm_of_lists_changed(x, a):
    o = SimpleNamespace(w=[x[0], a, 2])
    o.w[0] *= a
    t = np.linalg.norm([o.w, o.w], axis=0)
    t *= a
    return np.sum(t)


def solution_changed(x, a):
    p, q = ([True, False, True], [x[0], a, 2][:])
    o = [a]
    o.append(a)
    t = np.linalg.solve(np.eye(3) + np.array(p) * a, q)
    t += x
    return np.sum(t)


def doubled_sine(p):
    p *= 2.0
    return np.sin(p)


def name_of_what_a_helper_changed(x):
    s = x * 1.0
    s = doubled_sine(s)
    return float(np.sum(s * s))


def argument_that_a_helper_changed(x):
    x = doubled_sine(x)
    return float(np.sum(x))


def s1_unit(v):
    v /= np.linalg.norm(v)
    return v.copy()


def normalised_in_place(x):
    v = x * 1.0
    v = s1_unit(v)
    return float(v[0] + 2 * v[1])


def s1_step(y):
    y[0] += 0.1 * y[1]
    y[1] -= 0.1 * np.sin(y[0])
    return np.array([y[0], y[1]])


def march_of_a_helper(x):
    y = x * 1.0
    for t in range(3):
        y = s1_step(y)
    return float(y[0] * y[1])


def s1_add(s, x):
    s += x
    return np.sum(s * s)


def sums_of_what_is_added(x):
    s = np.zeros(3)
    s = s1_add(s, x)
    return float(s)


def s1_two(p, q):
    p *= q
    return (p + q, p * q)


def both_that_a_helper_changed(x, w):
    s, t = (x * 1.0, w * 1.0)
    s, t = s1_two(s, t)
    return float(np.sum(s * t))


def part_that_a_helper_changed(x):
    M = np.outer(x, x)
    M = doubled_sine(M[0])
    return float(np.sum(M * M))


def s1_crash_number(p):
    p[0] = 3.0
    return p[1]


def item_of_what_a_helper_changed(x):
    s = x * 1.0
    s = s1_crash_number(s)
    return float(s ** 2)


# Parts of arrays, and second names


def sq(v):
    return v * v


def part_while_a_helper_gives_the_whole(x, w):
    y = x * 2.0
    p = y[1:]
    p *= 3.0
    y += sq(w)
    return float(np.sum(p * p))


def part_while_it_is_multiplied(x, w):
    y = x * 2.0
    p = y[1:]
    p *= 3.0
    y[:] = sq(w) * y
    return float(np.sum(p * p))


def part_while_all_is_written(x, w):
    y = x * 2.0
    p = y[1:]
    p *= 3.0
    y[...] += sq(w)
    return float(np.sum(p * p))


def part_while_something_is_chosen(x, w):
    y = x * 2.0
    p = y[::-1]
    p[1:] = np.sum(y * y)
    y *= np.choose((w > 0) * 1, [w, w])
    return float(np.sum(p * p))


def lap(u):
    o = np.zeros_like(u)
    o[1:-1] = u[2:] - 2 * u[1:-1] + u[:-2]
    return o


def boundary_of_a_loop(x):
    u = np.concatenate([x, x])
    b = u[:1]
    for t in range(3):
        u += 0.1 * lap(u)
        b[:] = 0.5 * u[1]
    return float(np.sum(u * u))


def rows_while_all_is_written(x, w):
    M = np.outer(x, w)
    for r in M:
        r *= w
        M += sq(w)
    return float(np.sum(M * M))


def part_in_a_choice(x, w):
    s = x * 1.0
    t = s[1:]
    if x[0] > 0:
        t *= 2.0
        s += sq(w)
    return float(np.sum(s ** 3))


def two_names_of_zeros(s):
    y = np.zeros(3)
    p = y
    p[...] = 0.4 * s
    y[2] = 0.5
    return float(np.sum(y) + p[1])


def overwritten_under_a_second_name(x):
    y = np.zeros(3)
    p = y
    p += x
    y[2] = 0.5
    return float(np.sum(y) + p[1])


def overwritten_and_read_transposed(x):
    M = np.zeros((3, 3))
    T = M.T
    T[0] = x
    M[0] = 0.5
    return float(np.sum(M * M) + T[1, 1])


def overwritten_and_read_inside(x):
    buf = np.zeros(5)
    inner = buf[1:-1]
    inner[:] = x
    buf[1] = 1.0
    return float(np.sum(inner ** 2) + buf[2])


def overwritten_by_a_mask(x):
    y = np.zeros(3)
    p = y
    p += x
    y[x > 0.5] = 0.0
    return float(np.sum(p * p) + y[1])


# Axes that are not known


def total(x, a, n):
    r = x + a
    if n:
        r = a
    return np.sum(r)


def array_or_number_summed(x, a):
    return total(x, a, 0) * total(x, a, 1)


def mean_of(w, a, n):
    r = a
    if n:
        r = w + a
    return np.mean(r)


def array_or_number_averaged(x, a):
    return mean_of(np.ones(3), a, 1) ** 2


def last(w, a):
    r = 0.0
    for k in range(2):
        r = w - a
    return np.sum(r)


def number_that_becomes_an_array(x, a):
    return last(np.ones(3), a) * last(np.ones(4), a)


def tried(w, a):
    try:
        r = w + a
    except TypeError:
        r = a * 3
    return np.sum(r)


def array_or_number_of_a_try(x, a):
    return tried(np.ones(3), a) * tried(x, a)


def number_in_a_place_of_unknown_axes(x, a):
    t = x * 2 if a > 0.1 else np.outer(x, x)
    t[..., 0] = a
    return np.sum(t)


def number_in_a_place_of_what_may_be_one(x, a):
    t = x * 2 if a > 0.1 else 2.0
    t[..., 0] = a
    return np.sum(t)


def filled_like_whole_numbers(x, a):
    return np.sum(np.full_like([1, 2, 3], a, dtype=float))


def places_twice_of_what_may_be_a_number(x, a):
    q = x * 2.0 if a > 0 else np.sum(x)
    q[[0, -1, 0]] += a
    return float(np.sum(q * q))


def places_twice_of_a_convolution(x, a):
    q = np.convolve(a, x)
    q[[0, -1, 0]] = a * x
    return float(np.sum(q * q))


def places_twice_of_a_product(x, a, i):
    q = np.tensordot(a, x, axes=0)
    q[i] *= a
    return float(np.sum(q * q))


def padded_part_of_one(x):
    u = x[1:-1]
    r = np.pad(u, 1, mode='edge')
    return float(np.sum(np.where(u > -9, u, r)))


def padded_part_wrapped(x):
    u = x[1:-1]
    r = np.pad(u, 1, mode='wrap')
    return float(np.sum(u - r * r))


def padded_part_of_a_matrix(x):
    t = x[1:-1, 1:-1]
    return float(np.sum(t - np.pad(t, ((1, 1), (0, 0)), mode='symmetric') ** 2))


def padded_part_multiplied(x):
    u = x[1:-1]
    return float(np.sum(np.pad(u, 1, mode='edge') * u))


def padded_part_cut(x):
    u = x[1:]
    p = np.pad(u, 1, mode='edge')[:1]
    return float(np.sum(p))


# Lists, or arrays


def greatest_of_a_list_then_of_an_array(x, a):
    w = [x[0], x[1], a]
    r = max(w)
    w = x * r
    return float(max(w))


def least_of_a_list_or_an_array(x, a, n):
    w = [x[0], x[1], a] if n else x
    return min(w)


def product_of_a_list_or_an_array(x, a, n):
    w = [x[0], x[1], a] if n else x
    return math.prod(w)


def greatest_of_an_array_or_a_deque(x, a, n):
    w = x if n else deque([x[0], a])
    return max(w)


def array_times_a_list_or_an_array(x, a, n):
    w = [x[0], a, 1.0] if n else x * 2
    t = x * 3
    t *= w
    return t[0] * t[1]


def array_set_to_a_list_or_an_array(x, a, n):
    w = [x[0], a, 1.0] if n else x * 2
    t = x * 3
    t[:] = w
    return t[0] * t[1]


def part_times_a_list_or_an_array(x, a, n):
    w = [x[0], a] if n else x[1:]
    t = x * 3
    t[:2] *= w
    return t[0] * t[1]


def array_times_a_number_or_a_deque(x, a, n):
    w = 1.5 if n else deque([x[0], x[1], a])
    t = x * 3
    t *= w
    r = t @ t
    w += w
    return float(r)


def array_of_those_that_pass(x):
    r = np.array([v for v in x if v > 0.5])
    return float(np.sum(r * r))


def weights_of_other_axes(x):
    seen = [x]
    same = seen
    same.append(x)
    c = np.ones((2, 2))
    if x[0] > 9:
        c = np.ones(2)
    r = np.sum(x[:2] * c)
    c *= 3
    return r * len(seen) + np.sum(x[:2] * c)


def weights_in_a_dict(x):
    o = {'c': np.ones((2, 2))}
    same = o
    if x[0] > 9:
        o['c'] = np.ones(2)
    r = np.sum(x[:2] * o['c'])
    same['c'] *= 3
    return r * len(o)


def grow(array, n):
    for k in range(n):
        array = np.concatenate([array, array])
    return array


def grown_beside_what_it_was(x):
    u = x[1:-1]
    return np.sum(u * grow(u, 1)**2)


def constant_where_a_number_stood(x, n):
    s = [x[0], x]
    w = [0.4]
    same = w
    for k in range(n):
        s[0] = w[0]
        same[0] = x
    return np.sum(s[0]) + x[1]


def lists_that_get_more(x):
    words, places = ['q'], [0]
    more = words
    words += 'a b'.split()
    places += np.argsort(x).tolist()
    words += list(zip('ab', 'cd'))
    return x[places[1]] * len(more)


def function_given_twice(x):
    p = functools.partial(max, x[0])
    hooks = [abs]
    hooks.append(p)
    hooks.remove(p)
    return x[0] * len(hooks) + p(0.1)


def sum_that_begins_with_zeros(x):
    rows = [x * k for k in range(3)]
    return np.sum(sum(rows, np.zeros(3))**2)


class Halved:
    def __init__(self, x):
        self.x = x

    def run(self):
        x = self.x
        if x > 0:
            return x * x
        return x


def array_without_axes_of_a_method(x):
    x = np.asarray(x)
    return Halved(x).run()


def remembered_in_a_method(x):
    return Calls(x).run()


def collected(x, found=[]):
    found.append(x)
    value = sum(found) * x
    found.clear()
    return value


class Calls:
    def __init__(self, x):
        self.x = x

    def run(self):
        y = [self.x]
        return collected(self.x) * collected(y[0] * self.x)


X, W = np.array([0.31, 0.72, -0.43]), np.array([0.53, -0.81, 0.94])
P = np.array([0.71, 1.23, 0.53])
M = np.array([[0.3, 0.2, 0.5], [0.7, 0.64, 0.1], [-0.3, 0.2, 0.4]])
CASES = [
    (value_of_a_row_changed_by_a_helper, (P, 0.37), (0, 1)),
    (root_changed_by_a_helper, (P, 0.37), (0, 1)),
    (inverse_changed_by_a_helper, (P, 0.37), (0, 1)),
    (result_of_unknown_axes_changed, (P, 0.37), (0, 1)),
    (ramp_changed, (P, 0.37), (0, 1)),
    (ramp_given_without_a_name, (P, 0.37), (0, 1)),
    (array_or_number_summed, (P, 0.37), (0, 1)),
    (array_or_number_averaged, (P, 0.37), (0, 1)),
    (number_that_becomes_an_array, (P, 0.37), (0, 1)),
    (array_or_number_of_a_try, (P, 0.37), (0, 1)),
    (greatest_of_a_list_then_of_an_array, (P, 0.37), (0, 1)),
    (least_of_a_list_or_an_array, (P, 0.37, 1), (0, 1)),
    (product_of_a_list_or_an_array, (P, 0.37, 1), (0, 1)),
    (greatest_of_an_array_or_a_deque, (P, 0.37, 0), (0, 1)),
    (array_times_a_list_or_an_array, (P, 0.37, 1), (0, 1)),
    (array_set_to_a_list_or_an_array, (P, 0.37, 1), (0, 1)),
    (part_times_a_list_or_an_array, (P, 0.37, 1), (0, 1)),
    (array_times_a_number_or_a_deque, (P, 0.37, 0), (0, 1)),
    (geometric_steps_changed, (P, 0.37), (0, 1)),
    (logarithmic_steps_changed, (P, 0.37), (0, 1)),
    (hypotenuse_changed_under_another_name, (P, 0.37), (0, 1)),
    (greatest_of_rows_changed, (P, 0.37), (0, 1)),
    (norm_of_lists_changed, (P, 0.37), (0, 1)),
    (solution_changed, (P, 0.37), (0, 1)),
    (number_in_a_place_of_unknown_axes, (P, 0.37), (0, 1)),
    (number_in_a_place_of_what_may_be_one, (P, 0.37), (0, 1)),
    (filled_like_whole_numbers, (P, 0.37), (0, 1)),
    (name_of_what_a_helper_changed, (X,), (0,)),
    (argument_that_a_helper_changed, (X,), (0,)),
    (normalised_in_place, (X,), (0,)),
    (march_of_a_helper, (X,), (0,)),
    (sums_of_what_is_added, (X,), (0,)),
    (part_that_a_helper_changed, (X,), (0,)),
    (item_of_what_a_helper_changed, (X,), (0,)),
    (boundary_of_a_loop, (X,), (0,)),
    (padded_part_of_one, (X,), (0,)),
    (padded_part_wrapped, (X,), (0,)),
    (padded_part_multiplied, (X,), (0,)),
    (padded_part_cut, (X,), (0,)),
    (array_of_those_that_pass, (X,), (0,)),
    (both_that_a_helper_changed, (X, W), (0, 1)),
    (part_while_a_helper_gives_the_whole, (X, W), (0, 1)),
    (part_while_it_is_multiplied, (X, W), (0, 1)),
    (part_while_all_is_written, (X, W), (0, 1)),
    (part_while_something_is_chosen, (X, W), (0, 1)),
    (rows_while_all_is_written, (X, W), (0, 1)),
    (part_in_a_choice, (X, W), (0, 1)),
    (overwritten_under_a_second_name, (X,), (0,)),
    (overwritten_and_read_transposed, (X,), (0,)),
    (overwritten_and_read_inside, (X,), (0,)),
    (overwritten_by_a_mask, (X,), (0,)),
    (two_names_of_zeros, (0.3,), (0,)),
    (places_twice_of_what_may_be_a_number, (X, 0.3), (0, 1)),
    (places_twice_of_a_convolution, (X, 0.3), (0, 1)),
    (places_twice_of_a_product, (X, 0.3, np.array([0, 2, 0])), (0, 1)),
    (padded_part_of_a_matrix, (M,), (0,)),
    (weights_of_other_axes, (P,), (0,)),
    (weights_in_a_dict, (P,), (0,)),
    (grown_beside_what_it_was, (P,), (0,)),
    (remembered_in_a_method, (0.7,), (0,)),
    (constant_where_a_number_stood, (P, 1), (0,)),
    (constant_where_a_number_stood, (P, 2), (0,)),
    (constant_where_a_number_stood, (P, 0), (0,)),
    (lists_that_get_more, (P,), (0,)),
    (function_given_twice, (P,), (0,)),
    (sum_that_begins_with_zeros, (P,), (0,)),
    (array_without_axes_of_a_method, (-1.5,), (0,)),
    (array_without_axes_of_a_method, (1.5,), (0,)),
]
