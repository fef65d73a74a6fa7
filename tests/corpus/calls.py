"""Helpers: positional, keyword and default arguments, tuples returned, arrays written by the callee."""
import math

import numpy as np


def square(x):
    return x * x


def once(x):
    return square(x) + x


def twice_nested(x):
    return square(square(x) + 1)


def several_calls_on_a_line(x, y):
    return square(x) * square(y) - square(x - y) / (1 + square(x))


def same_result_used_twice(x):
    s = square(x)
    return s + s * math.sin(s)


def call_in_test(x, y):
    if square(x) > y:
        return x * y
    return square(y) - x


def call_in_loop(x, n):
    for i in range(n):
        x = half_square(x) + 0.3
    return x


def half_square(x):
    return 0.5 * x * x


def call_in_while(x):
    while square(x) < 10:
        x = x + half_square(x) / 4
    return x


def chain_of_helpers(x):
    return outer(x) * 2


def outer(x):
    return middle(x + 1) * x


def middle(x):
    return inner(x * x) + x


def inner(x):
    return math.log(x) / x


def weighted(x, a=2.0, b=0.5):
    return a * x**2 + b * x


def default_arguments(x):
    return weighted(x) + weighted(x, 3.0) + weighted(x, x, x * x)


def keyword_arguments(x, y):
    return weighted(x, b=y) + weighted(b=x, a=y, x=x * y) + weighted(y, a=x)


def keyword_only(x, *, scale=2.0):
    return x * scale**2


def calls_keyword_only(x):
    return keyword_only(x) + keyword_only(x, scale=x)


def default_is_expression(x, n=2 + 1, eps=1e-3):
    return x**n + eps * x


def helper_with_constant_argument(x):
    return poly(x, 3) + poly(2.0, 2) * x


def poly(x, n):
    total = 0.0
    for k in range(n):
        total = total * x + k + 1
    return total


def inactive_helper(x, n):
    k = count_bits(n)
    return x**k


def count_bits(n):
    c = 0
    while n:
        c += n & 1
        n >>= 1
    return c


def helper_ignores_argument(x, y):
    return takes_first(x, y) * takes_first(y, x)


def takes_first(a, b):
    return 2 * a


def helper_returns_constant(x):
    return always(x) * x


def always(x):
    return 1.5


def helper_returns_argument(x):
    y = same(x)
    y = y * 2
    return same(y) * x


def same(x):
    return x


def helper_with_branches(x, y):
    return clamp(x, 0.0, 1.0) * clamp(y, 0.0, 1.0) + clamp(x * y, -1.0, x)


def clamp(x, lo, hi):
    if x < lo:
        return lo
    if x > hi:
        return hi
    return x


def helper_with_loop(x, y):
    return geometric(x, 4) / geometric(y, 3)


def geometric(q, n):
    total = 1.0
    term = 1.0
    for _ in range(n):
        term *= q
        total += term
        if term > 50:
            return total * q
    return total


def helper_overwrites_its_parameter(x):
    y = settle(x, 3)
    return y * x


def settle(x, n):
    while n > 0:
        x = math.cos(x)
        n -= 1
    return x


def pair(x, y):
    return x * y, x - y


def unpacks_pair(x, y):
    p, d = pair(x, y)
    return p * d


def pair_of_pair(x, y):
    p, d = pair(x + 1, y + 1)
    q, _ = pair(p, d)
    return q


def pair_in_loop(x, y, n):
    for t in range(n):
        x, y = rotate(x, y, 0.3)
        x = x * 1.1
    return x + 2 * y


def rotate(x, y, angle):
    c = math.cos(angle)
    s = math.sin(angle)
    return c * x - s * y, s * x + c * y


def nested_result(x):
    (a, b), c = nested_pair(x)
    return a * b + c


def nested_pair(x):
    return (x, x * x), math.exp(-x)


def returns_list(x, n):
    ys = orbit(x, n)
    return ys[-1] * len(ys) + sum(ys)


def orbit(x, n):
    ys = [x]
    for i in range(n):
        ys.append(3.2 * ys[-1] * (1 - ys[-1]))
    return ys


def array_helper(v):
    return np.sum(softplus(v) * v)


def softplus(v):
    return np.log(1 + np.exp(v))


def helper_for_numbers_and_arrays(x, v):
    return softplus(x) * np.sum(softplus(v)) + np.sum(softplus(v[:, None] - v))


def array_helper_returns_number(v, w):
    return dot(v, w) / math.sqrt(dot(v, v) * dot(w, w))


def dot(a, b):
    total = 0.0
    for i in range(len(a)):
        total += a[i] * b[i]
    return total


def helper_writes_argument(u, k, n):
    for t in range(n):
        smooth(u, k)
    return np.sum(u**2)


def smooth(u, k):
    u[1:-1] += k * (u[2:] - 2 * u[1:-1] + u[:-2])


def helper_writes_view(A, x):
    scale_row(A[0], x)
    scale_row(A[1], A[0, 0])
    return np.sum(A**2)


def scale_row(row, s):
    row *= s
    row[0] = row[1] * s


def helper_writes_and_returns(A, v):
    total = 0.0
    for row in A:
        total += push(row, v)
    return total + np.sum(A[0] * A[-1])


def push(row, v):
    row[1:] = v * row[1:] * row[:-1]
    return row[-1] ** 2


def helper_returns_its_argument(v, x):
    w = bump(v, x)
    w[1] = w[0] * 2
    return np.sum(v * w)


def bump(v, x):
    v[0] += x
    return v


def helper_keeps_argument_written_later(x):
    total = wave(x)
    x[1:] *= x[:-1]
    return total + wave(x)


def wave(u):
    return np.sum(u * np.sin(u))


def helper_fills_buffer(v, out):
    squares_into(v, out)
    return np.sum(out * v)


def squares_into(v, out):
    for i in range(len(v)):
        out[i] = v[i] ** 2


def local_buffer_filled(v):
    buffer = np.zeros(len(v))
    squares_into(v, buffer)
    squares_into(buffer, buffer)
    return np.sum(buffer)


def helper_swaps(v):
    swap(v, 0, 2)
    swap(v, 1, 2)
    return v[0] + 2 * v[1] ** 2 + 3 * v[2]


def swap(v, i, j):
    v[i], v[j] = v[j], v[i]


def helper_copies_first(v, x):
    w = scaled_copy(v, x)
    v[0] = 9.0
    return np.sum(w * v)


def scaled_copy(v, x):
    v = v.copy()
    v *= x
    return v


def helper_returns_view(A):
    r = second_row(A)
    r[0] = A[0, 1] ** 2
    return np.sum(A * A)


def second_row(A):
    return A[1]


def helper_makes_array(x):
    v = ramp(x, 4)
    v[0] = x
    return np.sum(v**2)


def ramp(x, n):
    out = np.zeros(n)
    for i in range(n):
        out[i] = x * i
    return out


def helper_appends(x, n):
    ys = []
    for i in range(n):
        record(ys, x * i)
    return sum(ys) + ys[0]


def record(ys, y):
    ys.append(y * y)


def function_argument(x, n):
    return apply_times(math.sin, x, n) + apply_times(square, x, 2)


def apply_times(g, x, n):
    for _ in range(n):
        x = g(x)
    return x


def chosen_function(x, kind):
    if kind == 'square':
        g = square
    else:
        g = half_square
    return g(x) * g(x + 1)


def integrate(x):
    return simpson(bell, 0.0, x, 8)


def bell(t):
    return math.exp(-t * t)


def simpson(g, a, b, n):
    h = (b - a) / n
    total = g(a) + g(b)
    for i in range(1, n):
        total += (4 if i % 2 else 2) * g(a + i * h)
    return total * h / 3


def same_name_as_parameter(value, saved):
    return steps(value, saved) * saved


def steps(value, was):
    d = value * was
    return d * d + was


def helper_asserts_and_prints(x):
    return checked(x) * 2


def checked(x):
    """Square root, with words."""
    assert x > 0
    print('taking the root of', x)
    return math.sqrt(x)


def helper_called_with_integers(x):
    return weighted(3) * x + weighted(x, 1, 2)


def call_as_index(v):
    return v[position(v)] * v[position(v) - 1]


def position(v):
    k = 0
    for i in range(len(v)):
        if v[i] > v[k]:
            k = i
    return k


def call_result_augmented(x, n):
    total = 0.0
    for i in range(n):
        total += weighted(x, a=i)
        total -= square(total) * 0.01
    return total


def lazily_called(x):
    return square(x) if x > 0 and half_square(x) > 0.1 else inner(2 - x)


_u = np.array([0.5, -1.2, 2.0, 0.3])
_v = np.array([1.1, 0.4, 0.7, 1.6])
_A = np.array([[0.5, -1.2, 2.0], [1.1, 0.4, -0.7]])

def halved(x, times):
    for _ in range(times):
        x = 0.5 * (x + np.sin(x))
    return x


def raised(x):
    return x * x + 0.9


def call_on_one_way(x, n):
    for i in range(n):
        if np.sin(x) > 0.3:
            x = halved(x, i)
        x = x + 0.4
    return x


def call_on_the_other_way(x, n):
    for i in range(n):
        if np.sin(x) > 0.3:
            x = 1.2 * x
        else:
            x = halved(x, i) * 2.0
            x = 0.2 * raised(x) - x
    return x


def calls_on_ways_within_ways(x, n):
    for i in range(n):
        if np.sin(x) > 0.3:
            if np.cos(x) > 0.1:
                x = halved(x, 2)
                if x > 1.5:
                    break
                x = raised(x)
            else:
                x = x + 0.5
        elif np.sin(3 * x) > 0.1:
            x = raised(x) if x > 0.4 else x + 0.1
        else:
            x = halved(x, i) or raised(x)
    return x


def call_after_an_exit_of_its_way(x, n):
    for i in range(n):
        if np.sin(x) > 0.3:
            if i == 1:
                continue
            x = halved(x, 1)
        x = raised(x) * 0.5
    return x


def call_that_keeps_nothing(x, n):
    for i in range(n):
        if np.sin(x) > 0.3:
            x = doubled(x)
        else:
            x = x + 0.7
    return x * x


def doubled(x):
    return 2.0 * x


CASES = [
    *((f, (x, n), (0,)) for f in (call_on_one_way, call_on_the_other_way, calls_on_ways_within_ways,
                                 call_after_an_exit_of_its_way, call_that_keeps_nothing)
      for x in (0.3, 1.1, 2.9) for n in (0, 1, 4)),
    (once, (1.3,), (0,)), (twice_nested, (1.3,), (0,)), (several_calls_on_a_line, (1.3, 0.6), (0, 1)),
    (same_result_used_twice, (1.3,), (0,)), (call_in_test, (1.3, 0.6), (0, 1)), (call_in_test, (0.3, 0.6), (0, 1)),
    (call_in_loop, (1.3, 4), (0,)), (call_in_loop, (1.3, 0), (0,)), (call_in_while, (0.7,), (0,)),
    (chain_of_helpers, (1.3,), (0,)), (default_arguments, (1.3,), (0,)), (keyword_arguments, (1.3, 0.6), (0, 1)),
    (weighted, (1.3,), (0,)), (weighted, (1.3, 0.6), (0, 1)), (calls_keyword_only, (1.3,), (0,)),
    (default_is_expression, (1.3,), (0,)), (helper_with_constant_argument, (1.3,), (0,)),
    (inactive_helper, (1.3, 13), (0,)), (helper_ignores_argument, (1.3, 0.6), (0, 1)),
    (helper_returns_constant, (1.3,), (0,)), (helper_returns_argument, (1.3,), (0,)),
    (helper_with_branches, (0.3, 1.6), (0, 1)), (helper_with_branches, (-0.3, 0.6), (0, 1)),
    (helper_with_loop, (1.3, 0.6), (0, 1)), (helper_with_loop, (9.3, 0.6), (0, 1)),
    (helper_overwrites_its_parameter, (1.3,), (0,)), (unpacks_pair, (1.3, 0.6), (0, 1)),
    (pair_of_pair, (1.3, 0.6), (0, 1)), (pair_in_loop, (1.3, 0.6, 4), (0, 1)), (pair_in_loop, (1.3, 0.6, 0), (0, 1)),
    (nested_result, (1.3,), (0,)), (returns_list, (0.3, 4), (0,)), (array_helper, (_u,), (0,)),
    (helper_for_numbers_and_arrays, (0.6, _u), (0, 1)), (array_helper_returns_number, (_u, _v), (0, 1)),
    (helper_writes_argument, (_u, 0.3, 3), (0, 1)), (helper_writes_argument, (_u, 0.3, 0), (0, 1)),
    (helper_writes_view, (_A, 0.6), (0, 1)), (helper_writes_and_returns, (_A, 0.6), (0, 1)),
    (helper_returns_its_argument, (_u, 0.6), (0, 1)), (helper_keeps_argument_written_later, (_u,), (0,)),
    (helper_fills_buffer, (_u, np.zeros(4)), (0,)), (helper_fills_buffer, (_u, np.ones(4)), (0, 1)),
    (local_buffer_filled, (_u,), (0,)), (helper_swaps, (_u,), (0,)), (helper_copies_first, (_u, 0.6), (0, 1)),
    (helper_returns_view, (_A,), (0,)), (helper_makes_array, (0.6,), (0,)), (helper_appends, (0.6, 3), (0,)),
    (function_argument, (0.6, 3), (0,)), (chosen_function, (0.6, 'square'), (0,)),
    (chosen_function, (0.6, 'half'), (0,)), (integrate, (0.6,), (0,)), (same_name_as_parameter, (1.3, 0.6), (0, 1)),
    (helper_asserts_and_prints, (1.3,), (0,)), (helper_called_with_integers, (1.3,), (0,)),
    (call_as_index, (_u,), (0,)), (call_result_augmented, (0.6, 4), (0,)), (lazily_called, (1.3,), (0,)),
    (lazily_called, (0.2,), (0,)),
]
