"""for loops over ranges, arrays, lists, enumerate, zip, reversed."""
import math

import numpy as np


def geometric(x, n):
    y = 1.0
    total = 0.0
    for i in range(n):
        total += y
        y *= x
    return total


def repeated_sine(x, n):
    for i in range(n):
        x = math.sin(x) + 0.1 * i
    return x


def linear_loop(x, n):
    y = x
    for _ in range(n):
        y = 0.5 * y + 1.0
    return y


def factorial_weights(x, n):
    term = 1.0
    sum_ = 1.0
    for k in range(1, n + 1):
        term = term * x / k
        sum_ = sum_ + term
    return sum_


def range_with_step(x, a, b, c):
    total = 0.0
    for i in range(a, b, c):
        total = total * 0.5 + x**i
    return total


def downward(x, n):
    y = x
    for i in range(n, 0, -1):
        y = y / i + x
    return y


def reversed_range(x, n):
    y = 0.0
    for k in reversed(range(n)):
        y = (y + 1.0) * x / (k + 1)
    return y


def nested_triangle(x, n):
    total = 0.0
    y = x
    for i in range(n):
        for j in range(i):
            y = y * x + 0.1 * j
            total += y
        y = math.sin(y)
    return total + y


def three_deep(x, n):
    acc = x
    for i in range(n):
        for j in range(n - i):
            for k in range(j):
                acc = acc + math.sin(acc * x) / (i + j + k + 1)
    return acc


def counter_after_loop(x, n):
    i = 0
    for i in range(n):
        x = x * 1.1
    return x * i


def overwritten_counter(x, n):
    total = 0.0
    for i in range(n):
        i = i * 2 + 1
        total += x**i
    return total * i


def counter_becomes_float(x, n):
    for i in range(n):
        i = i * x
        x = x + 0.1 * i
    return x * i


def loop_variable_shadows_argument(x, n):
    y = x
    for n in range(n):
        y = y + math.cos(y) * n
    return y * n


def argument_as_state_and_output(x, n):
    for _ in range(n):
        x = x - (x * x - 2) / (2 * x)
    return x


def swap_in_loop(a, b, n):
    for i in range(n):
        a, b = b, a * 0.5 + b
    return a * b


def fibonacci(a, b, n):
    for _ in range(n):
        a, b = b, a + b
    return a * a / (1 + b * b)


def three_state(x, y, z, n):
    for t in range(n):
        dx = 10 * (y - x)
        dy = x * (2 - z) - y
        dz = x * y - 2.5 * z
        x, y, z = x + 0.02 * dx, y + 0.02 * dy, z + 0.02 * dz
    return x + y * z


def branch_in_loop(x, n):
    y = x
    for i in range(n):
        if y > 1.0:
            y = math.log(y) + 0.3
        else:
            y = y * y + 0.7
    return y


def branch_on_counter(x, n):
    y = x
    total = 0
    for i in range(n):
        if i % 3 == 0:
            y = y * x
        elif i % 3 == 1:
            total += y
        else:
            y = math.tanh(y) + total
    return y + total


def branch_assigns_temporary(x, n):
    total = 0.0
    last = 0.0
    for i in range(n):
        if i == 2:
            last = math.exp(x * 0.3)
        total += last * x
        x = x * 0.9
    return total + last


def defined_in_loop_used_after(x, n):
    for i in range(n):
        y = x * i
        x = x + math.sin(y)
    return x * y


def maybe_zero_trips(x, n):
    y = x * 3
    for i in range(n):
        y = y * x
    return y


def loops_in_sequence(x, n):
    y = x
    for i in range(n):
        y = y * 1.2 + math.sin(y)
    for i in range(n):
        y = y * 0.5 + math.cos(y) * x
    for i in range(2):
        y = y * x
    return y


def sum_over_array(v):
    total = 0.0
    for a in v:
        total += a**2
    return total


def product_over_array(v):
    p = 1
    for a in v:
        p = p * a
    return p


def polynomial_coefficients(x, coefficients):
    y = 0.0
    for c in coefficients:
        y = y * x + c
    return y


def coefficient_list(coefficients, x):
    y = 0
    for c in reversed(coefficients):
        y = y * x + c
    return y


def literal_list(x):
    total = 0.0
    for c in [1.0, -2.0, 0.5]:
        total += c * math.sin(c * x)
    for p in (1, 2, 3):
        total *= x**p
    return total


def list_of_values(x, y):
    total = 1.0
    for a in [x, y, x * y, 2.0]:
        total = total * a + math.sin(a)
    return total


def enumerated(v, x):
    total = 0.0
    for i, a in enumerate(v):
        total += a * x**i
    return total


def enumerate_from_one(v):
    total = 0.0
    for k, a in enumerate(v, 1):
        total += math.sin(k * a) / k
    return total


def zipped(u, v):
    total = 0.0
    for a, b in zip(u, v):
        total += a * b + math.sin(a - b)
    return total


def zip_of_three(u, v, w):
    best = 0.0
    for a, b, c in zip(u, v, w):
        if a * b > c:
            best += a * b * c
        else:
            best -= c**2
    return best


def enumerate_zip(u, v):
    total = 0.0
    for i, (a, b) in enumerate(zip(u, v)):
        total = total * 0.9 + i * a / b
    return total


def over_rows(A):
    total = 0.0
    for row in A:
        total += np.sum(row) * row[0]
    return total


def over_rows_and_entries(A):
    total = 0.0
    for row in A:
        part = 1.0
        for a in row:
            part = part * a + 0.5
        total += math.sin(part)
    return total


def over_columns(A):
    total = 1.0
    for column in A.T:
        total = total * 0.5 + np.sum(column**2)
    return total


def index_loop(v):
    total = 0.0
    for i in range(len(v)):
        total += v[i] * v[-i - 1]
    return total


def adjacent(v):
    length = 0.0
    for i in range(1, v.shape[0]):
        length += math.sqrt(1 + (v[i] - v[i - 1])**2)
    return length


def double_index(A):
    m, n = A.shape
    trace = 0.0
    other = 1.0
    for i in range(m):
        for j in range(n):
            if i == j:
                trace += A[i, j]
            else:
                other = other * 0.5 + A[i, j] ** 2
    return trace * other


def accumulator_becomes_array(v, n):
    acc = 0.0
    for i in range(n):
        acc = acc + v * i
    return np.sum(acc * acc)


def accumulator_of_rows(A):
    total = 0
    for row in A:
        total += row
    return np.sum(np.sin(total))


def array_state(v, w, n):
    h = v
    for t in range(n):
        h = np.tanh(w * h + 0.1)
    return np.sum(h)


def array_shrinks(v, n):
    for k in range(n):
        v = v[1:] - v[:-1] ** 2
    return v.sum()


def value_from_previous_trip(x, n):
    prev = 0.0
    total = 0.0
    for i in range(n):
        now = x * i + prev
        total += now * prev
        prev = now
    return total


def names_that_clash(x, steps):
    d = x
    saved = 1.0
    for step in range(steps):
        was = d
        d = d * saved
        saved = was + 0.5 * step
        bx = d * was
    value = bx + saved
    return value * d


def late_constant(x, n):
    y = x
    for i in range(n):
        y = y * x
        if i == 1:
            y = 2.0
    return y


def reset_every_trip(v, x):
    total = 0.0
    for a in v:
        inner = 1.0
        for k in range(3):
            inner = inner * a + x
        total += inner
    return total


def integer_counters(x, n):
    count = 0
    total = 0.0
    for i in range(n):
        if math.sin(x * i + 0.2) > 0:
            count += 1
            total += x * count
    return total / (count + 1)


def mean_and_variance(v):
    mean = 0.0
    m2 = 0.0
    for k, value in enumerate(v):
        delta = value - mean
        mean += delta / (k + 1)
        m2 += delta * (value - mean)
    return m2 / len(v) + mean


def table_of_ranges(x, bounds):
    total = 0.0
    for lo, hi in bounds:
        for k in range(lo, hi):
            total += x ** k / (k + 1)
    return total


def zip_with_range(v, x):
    total = 0.0
    for k, a in zip(range(2, 10), v):
        total += a * x / k
    return total


_u = np.array([0.5, -1.2, 2.0, 0.3])
_v = np.array([1.1, 0.4, -0.7, 1.6])
_w = np.array([-0.9, 0.8, 0.6, 0.2])
_A = np.array([[0.5, -1.2, 2.0], [1.1, 0.4, -0.7]])


# A name for what nobody reads, which is read


class Account:
    def __init__(self, balance):
        self.balance = balance

    def grow(self, rate):
        self.balance = self.balance * rate
        return self.balance


def add(u, v):
    u += v
    return u.sum()


def unread_result_beside_a_counter(x):
    a, t = Account(x), 0.0
    for _ in range(3):
        a.grow(1.1)
        t = t + _ * x
    return t + a.balance


def unread_result_of_a_helper(x):
    u, t = np.ones(2) * x, 0.0
    for _ in range(3):
        add(u, x)
        t = t + _ * x
    return t + u.sum()


def counter_around_a_loop(x):
    t = 0.0
    for _ in range(1, 4):
        y = x * _
        for k in range(2):
            y = y * x
        t = t + y * _
    return t


def number_that_nobody_names(x):
    _ = x * 2
    a = Account(x)
    for k in range(3):
        a.grow(x)
    return a.balance * _


CASES = [
    (geometric, (0.7, 6), (0,)), (geometric, (0.7, 0), (0,)), (geometric, (0.7, 1), (0,)),
    (repeated_sine, (0.7, 5), (0,)), (repeated_sine, (0.7, 0), (0,)), (linear_loop, (0.7, 5), (0,)),
    (linear_loop, (0.7, 0), (0,)), (factorial_weights, (1.3, 7), (0,)), (factorial_weights, (1.3, 0), (0,)),
    (range_with_step, (1.3, 1, 8, 3), (0,)), (range_with_step, (1.3, 8, 1, -2), (0,)),
    (range_with_step, (1.3, 5, 1, 2), (0,)), (downward, (0.8, 5), (0,)), (reversed_range, (0.8, 5), (0,)),
    (reversed_range, (0.8, 0), (0,)), (nested_triangle, (0.8, 4), (0,)), (nested_triangle, (0.8, 1), (0,)),
    (three_deep, (0.6, 4), (0,)), (counter_after_loop, (0.6, 4), (0,)), (counter_after_loop, (0.6, 0), (0,)),
    (overwritten_counter, (0.6, 4), (0,)), (counter_becomes_float, (0.6, 4), (0,)),
    (loop_variable_shadows_argument, (0.6, 4), (0,)), (argument_as_state_and_output, (1.6, 2), (0,)),
    (swap_in_loop, (0.6, 1.3, 4), (0, 1)), (swap_in_loop, (0.6, 1.3, 0), (0, 1)), (fibonacci, (0.6, 1.3, 5), (0, 1)),
    (fibonacci, (0.6, 1.3, 5), (1,)), (three_state, (1.0, 0.5, 2.0, 12), (0, 1, 2)), (branch_in_loop, (1.7, 6), (0,)),
    (branch_in_loop, (0.3, 5), (0,)), (branch_on_counter, (0.8, 8), (0,)), (branch_on_counter, (0.8, 1), (0,)),
    (branch_assigns_temporary, (0.8, 5), (0,)), (branch_assigns_temporary, (0.8, 2), (0,)),
    (defined_in_loop_used_after, (0.8, 4), (0,)), (maybe_zero_trips, (0.8, 0), (0,)),
    (maybe_zero_trips, (0.8, 3), (0,)), (loops_in_sequence, (0.8, 3), (0,)), (sum_over_array, (_u,), (0,)),
    (sum_over_array, (np.array([1.5]),), (0,)), (sum_over_array, (np.array([]),), (0,)),
    (product_over_array, (_u,), (0,)), (polynomial_coefficients, (1.5, [2.0, -1.0, 0.5, 3.0]), (0, 1)),
    (polynomial_coefficients, (1.5, _u), (0, 1)), (polynomial_coefficients, (1.5, (2, 1, 4)), (0, 1)),
    (polynomial_coefficients, (1.5, []), (0, 1)), (coefficient_list, ([2.0, -1.0, 0.5], 1.5), (0, 1)),
    (coefficient_list, (_u, 1.5), (0, 1)), (literal_list, (0.8,), (0,)), (list_of_values, (0.8, -1.3), (0, 1)),
    (enumerated, (_u, 0.9), (0, 1)), (enumerate_from_one, (_v,), (0,)), (zipped, (_u, _v), (0, 1)),
    (zipped, (_u, _v[:2]), (0, 1)), (zip_of_three, (_u, _v, _w), (0, 1, 2)), (enumerate_zip, (_u, _v), (0, 1)),
    (over_rows, (_A,), (0,)), (over_rows_and_entries, (_A,), (0,)), (over_columns, (_A,), (0,)),
    (index_loop, (_u,), (0,)), (index_loop, (np.array([0.7]),), (0,)), (adjacent, (_v,), (0,)),
    (adjacent, (np.array([0.7]),), (0,)), (double_index, (_A,), (0,)), (accumulator_becomes_array, (_u, 4), (0,)),
    (accumulator_becomes_array, (_u, 0), (0,)), (accumulator_of_rows, (_A,), (0,)), (array_state, (_u, _v, 3), (0, 1)),
    (array_state, (_u, 0.7, 3), (0, 1)), (array_state, (0.4, 0.7, 3), (0, 1)), (array_shrinks, (_u, 3), (0,)),
    (array_shrinks, (_u, 1), (0,)), (value_from_previous_trip, (0.9, 5), (0,)), (names_that_clash, (0.9, 4), (0,)),
    (late_constant, (0.9, 4), (0,)), (late_constant, (0.9, 1), (0,)), (reset_every_trip, (_u, 0.4), (0, 1)),
    (integer_counters, (0.9, 7), (0,)), (mean_and_variance, (_u,), (0,)),
    (mean_and_variance, (np.array([2.5]),), (0,)), (table_of_ranges, (0.7, [(0, 2), (3, 3), (1, 4)]), (0,)),
    (zip_with_range, (_u, 0.4), (0, 1)),
    *((f, (1.2,), (0,)) for f in (
        unread_result_beside_a_counter, unread_result_of_a_helper, counter_around_a_loop, number_that_nobody_names,
    )),
]
