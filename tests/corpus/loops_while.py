"""while loops: with an index, until something converges, ended from inside."""
import math

import numpy as np


def newton_sqrt(a):
    x = a
    while abs(x * x - a) > 1e-12:
        x = 0.5 * (x + a / x)
    return x


def with_index(x, n):
    i = 0
    y = x
    while i < n:
        y = y * x + i
        i += 1
    return y


def index_first(x, n):
    i = 0
    total = 0.0
    while i < n:
        i = i + 1
        total += math.sin(i * x) / i
    return total * i


def countdown(x, n):
    while n > 0:
        x = x * 0.9 + 0.1 * n
        n -= 1
    return x + n


def truthy_countdown(x, n):
    y = 1.0
    while n:
        y *= x
        n -= 1
    return y


def while_true(x):
    y = x
    k = 0
    while True:
        y = y * 1.5
        k += 1
        if y > 10:
            break
    return y / k


def while_true_return(x):
    while True:
        x = x * x + 0.3
        if x > 5:
            return x * 2


def grow_until(x, limit):
    steps = 0
    while x < limit:
        x = x * 1.3 + 0.2
        steps += 1
    return x + steps


def halving(x, y):
    while x > 1:
        x = x / 2
        y = y * x
    return x * y


def collatz_like(x, n):
    while n != 1:
        if n % 2 == 0:
            n = n // 2
            x = math.sin(x)
        else:
            n = 3 * n + 1
            x = x * 1.1
    return x


def binary_power(x, n):
    result = 1.0
    while n > 0:
        if n % 2 == 1:
            result = result * x
        x = x * x
        n //= 2
    return result


def two_conditions(x, y, n):
    k = 0
    while k < n and x < 3:
        x = x + 0.5 * y
        y = y * 0.9
        k += 1
    return x * y + k


def either_condition(x, y):
    while x < 1 or y < 1:
        x = x * 1.4
        y = y + 0.3 * x
    return x - y


def negated_condition(x):
    done = False
    while not done:
        x = x * 1.7
        done = x > 4
    return x**2


def nested_whiles(x, n):
    i = 0
    total = 0.0
    while i < n:
        j = i
        while j < n:
            total += x * j
            x = x * 0.95
            j += 1
        i += 1
    return total


def for_in_while(x):
    y = x
    while y < 20:
        for i in range(3):
            y = y + x * i
        y = y * 1.1
    return y


def while_in_for(v):
    total = 0.0
    for a in v:
        while a > 1:
            a = a / 2
            total += a
        total = total * 0.8 + a
    return total


def step_depends_on_data(x, n):
    i = 0
    y = x
    while i < n:
        if y > 1:
            y = y * 0.5
            i += 2
        else:
            y = y * 1.8
            i += 1
    return y * x


def array_index_walk(v):
    i = 0
    total = 0.0
    while i < len(v):
        total += v[i] ** 2
        i += 2
    return total


def two_pointers(v):
    i = 0
    j = len(v) - 1
    total = 0.0
    while i < j:
        total += v[i] * v[j]
        i += 1
        j -= 1
    return total


def find_bracket(v, x):
    i = 0
    while i < len(v) - 2 and v[i + 1] < x:
        i += 1
    t = (x - v[i]) / (v[i + 1] - v[i])
    return t * t * i + t


def bisect(c):
    lo = 0.0
    hi = 2.0
    n = 0
    while n < 30:
        mid = (lo + hi) / 2
        if mid > 1.3:
            hi = mid
        else:
            lo = mid
        n += 1
    return lo * c


def fixed_point(a):
    x = 1.0
    change = 1.0
    while change > 1e-13:
        new = math.cos(a * x)
        change = abs(new - x)
        x = new
    return x


def agm(a, g):
    while abs(a - g) > 1e-12:
        a, g = (a + g) / 2, math.sqrt(a * g)
    return a


def series_until_small(x):
    term = x
    total = 0.0
    k = 1
    while abs(term) > 1e-14:
        total += term
        term = -term * x * x / ((k + 1) * (k + 2))
        k += 2
    return total


def euler_step_until(t_end, y):
    t = 0.0
    dt = 0.1
    while t < t_end:
        if t + dt > t_end:
            dt = t_end - t
        y = y + dt * (math.sin(t) - y)
        t = t + dt
    return y


def array_while(v):
    steps = 0
    while np.sum(v) < 10:
        v = v * 1.4 + 0.1
        steps += 1
    return np.sum(v**2) / (steps + 1)


def norm_shrinks(v, rate):
    while np.sqrt(np.sum(v * v)) > 1.0:
        v = v * rate
    return v[0] - v[1] * rate


def never_entered(x):
    y = x
    while y > 100:
        y = y / x
    return y * 2


def while_continue(x, n):
    k = 0
    total = 0.0
    while k < n:
        k += 1
        if k % 2:
            continue
        total += x**k
    return total


def while_else(x, n):
    k = 0
    while k < n:
        x = x * 1.1
        k += 1
    else:
        x = x + 1
    return x


def clash(was, saved):
    steps = 0
    while was < 2:
        d = was * saved
        was = was + d
        saved = d
        steps = steps + 1
    value = was * steps
    return value


def float_counter(x):
    t = 0.0
    total = 0.0
    while t < 1.05:
        total += x * math.exp(-t * x)
        t += 0.1
    return total


def state_read_before_written(x, n):
    i = 0
    prev = x
    while i < n:
        now = prev * 0.5 + x
        x = prev
        prev = now
        i += 1
    return prev * x


_v = np.array([1.1, 2.4, 3.7, 5.6, 7.0])

CASES = [
    (newton_sqrt, (2.0,), (0,)), (newton_sqrt, (9,), (0,)), (with_index, (0.8, 4), (0,)), (with_index, (0.8, 0), (0,)),
    (index_first, (0.8, 4), (0,)), (index_first, (0.8, 0), (0,)), (countdown, (0.8, 4), (0,)),
    (countdown, (0.8, 0), (0,)), (truthy_countdown, (0.8, 4), (0,)), (truthy_countdown, (0.8, 0), (0,)),
    (while_true, (0.8,), (0,)), (while_true_return, (0.9,), (0,)), (while_true_return, (3.0,), (0,)),
    (grow_until, (0.8, 6.0), (0, 1)), (grow_until, (8.8, 6.0), (0, 1)), (halving, (9.0, 1.2), (0, 1)),
    (halving, (0.9, 1.2), (0, 1)), (collatz_like, (0.9, 6), (0,)), (collatz_like, (0.9, 1), (0,)),
    (binary_power, (1.1, 13), (0,)), (binary_power, (1.1, 0), (0,)), (two_conditions, (0.5, 1.0, 9), (0, 1)),
    (two_conditions, (0.5, 1.0, 3), (0, 1)), (either_condition, (0.3, 0.2), (0, 1)), (negated_condition, (0.7,), (0,)),
    (nested_whiles, (0.7, 3), (0,)), (nested_whiles, (0.7, 0), (0,)), (for_in_while, (0.7,), (0,)),
    (for_in_while, (30.0,), (0,)), (while_in_for, (np.array([3.3, 0.4, 9.0]),), (0,)),
    (step_depends_on_data, (0.7, 9), (0,)), (array_index_walk, (_v,), (0,)), (two_pointers, (_v,), (0,)),
    (two_pointers, (_v[:1],), (0,)), (find_bracket, (_v, 3.0), (0, 1)), (find_bracket, (_v, 0.3), (0, 1)),
    (find_bracket, (_v, 9.3), (0, 1)), (bisect, (0.7,), (0,)), (fixed_point, (0.8,), (0,)), (agm, (1.0, 2.5), (0, 1)),
    (series_until_small, (0.8,), (0,)), (euler_step_until, (1.05, 0.4), (0, 1)),
    (array_while, (np.array([0.3, 0.9]),), (0,)), (norm_shrinks, (np.array([3.0, -4.0]), 0.7), (0, 1)),
    (never_entered, (0.7,), (0,)), (while_continue, (0.7, 5), (0,)), (while_else, (0.7, 3), (0,)),
    (clash, (0.4, 0.7), (0, 1)), (float_counter, (0.7,), (0,)), (state_read_before_written, (0.7, 5), (0,)),
    (state_read_before_written, (0.7, 1), (0,)),
]
