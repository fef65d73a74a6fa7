"""Local lists: append, indexing, len, iteration, comprehensions, sum of a generator; lists as arguments."""
import math

import numpy as np


def grow_and_sum(x, n):
    ys = []
    for i in range(n):
        ys.append(math.sin(x * i))
    return sum(ys)


def grow_and_index(x, n):
    ys = [x]
    for i in range(n):
        ys.append(ys[-1] * x + ys[0])
    return ys[-1] * ys[len(ys) // 2]


def fibonacci_list(a, b, n):
    f = [a, b]
    for i in range(2, n):
        f.append(f[i - 1] + 0.5 * f[i - 2] ** 2)
    return f[n - 1]


def grow_and_iterate(x, n):
    values = []
    y = x
    while len(values) < n:
        values.append(y)
        y = y * 0.5 + x * x
    total = 0.0
    for k, value in enumerate(values):
        total += k * value
    return total


def grow_conditionally(v):
    big = []
    small = []
    for a in v:
        if a > 1:
            big.append(a)
        else:
            small.append(a * a)
    return sum(big) * len(small) + sum(small) * len(big)


def grow_in_nested_loop(x, n):
    table = []
    for i in range(n):
        for j in range(i + 1):
            table.append(x**i * (j + 1))
    return table[0] + sum(table) * table[-1]


def list_of_lists(x, n):
    rows = []
    for i in range(n):
        row = []
        for j in range(3):
            row.append(x * i + j * x**2)
        rows.append(row)
    return rows[0][1] * rows[-1][2] + sum(rows[1])


def list_of_pairs(x, n):
    path = []
    for i in range(n):
        path.append((x * i, math.cos(x * i)))
    total = 0.0
    for a, b in path:
        total += a * b
    return total + path[1][0]


def list_of_arrays(v, n):
    history = [v]
    for i in range(n):
        history.append(np.tanh(history[-1] * 1.5))
    return np.sum(history[-1]) + 0.1 * np.sum(history[1] ** 2)


def list_of_arrays_summed(v, n):
    parts = [v * i for i in range(n)]
    total = 0.0
    for part in parts:
        total = total + part
    return np.sum(total * v)


def literal(x, y):
    values = [x, y, x * y]
    return values[0] + values[1] * values[2] ** 2


def element_overwritten(x, y):
    values = [x, y]
    values[0] = values[1] * x
    values[1] = values[0] ** 2
    return values[0] + values[1]


def element_augmented(x, n):
    totals = [0.0, 0.0, 0.0]
    for i in range(n):
        totals[i % 3] += x * i
        totals[0] *= 1.1
    return totals[0] * totals[1] + totals[2]


def elements_swapped(x, y, z):
    values = [x, y, z]
    values[0], values[2] = values[2], values[0] * values[1]
    return values[0] + 2 * values[1] + 3 * values[2]


def preallocated(x, n):
    table = [0.0] * n
    table[0] = 1.0
    for i in range(1, n):
        table[i] = table[i - 1] * x + i
    return table[-1]


def comprehension(x, n):
    ys = [x**i for i in range(n)]
    return sum(ys)


def comprehension_with_condition(v):
    positive = [a * a for a in v if a > 0]
    return sum(positive) * len(positive)


def comprehension_over_list(x, n):
    ys = [math.sin(x * i) + x for i in range(n)]
    big = [y * y for y in ys if y > 1.0]
    total = sum(y * x for y in ys)
    if big:
        total += big[0] * big[-1]
    return total


def comprehension_zip(u, v):
    return sum([a * b for a, b in zip(u, v)])


def comprehension_enumerate(v, x):
    terms = [a * x**k for k, a in enumerate(v)]
    return sum(terms) + terms[1]


def comprehension_nested(x, n):
    pairs = [x * i + j for i in range(n) for j in range(i)]
    return sum(pairs) * len(pairs)


def comprehension_of_comprehensions(x, n):
    table = [[x ** (i + j) for j in range(n)] for i in range(n)]
    return sum(sum(row) for row in table)


def comprehension_variable_shadows(x, v):
    ys = [x * 2 for x in v]
    return sum(ys) * x


def comprehension_calls_helper(x, n):
    return sum([damped(x, k) for k in range(n)])


def damped(x, k):
    return math.exp(-k * x) * x


def comprehension_with_ternary(v):
    return sum([a if a > 0 else a * a for a in v])


def generator_sum(v):
    return sum(a * a for a in v)


def generator_sum_of_index(v, n):
    return sum(v[i] * v[i + 1] for i in range(n - 1))


def generator_sum_two_loops(x, n):
    return sum(x**i / (j + 1) for i in range(n) for j in range(n) if i != j)


def generator_sum_with_start(x, v):
    return sum((a * x for a in v), x)


def generator_over_rows(A):
    return sum(np.prod(row) for row in A)


def generator_in_loop(x, n):
    total = 0.0
    for k in range(1, n):
        total += sum(x * i / k for i in range(k))
        x = x * 1.1
    return total


def list_to_array(x, n):
    samples = []
    for i in range(n):
        samples.append(x * i + math.sin(x))
    a = np.array(samples)
    return np.sum(a**2) + np.mean(a)


def comprehension_to_array(x, n):
    a = np.array([math.exp(-x * k) for k in range(n)])
    return a @ a


def rows_to_matrix(v, n):
    A = np.array([v * k for k in range(1, n + 1)])
    return np.sum(A @ A.T)


def stack_of_list(v, n):
    rows = []
    for k in range(n):
        rows.append(np.sin(v * k))
    return np.sum(np.stack(rows) ** 2) + np.sum(np.concatenate(rows) * 0.5)


def list_max(x, y, z):
    values = [x, y, z]
    return max(values) * min(values)


def list_argument(values):
    total = 1.0
    for a in values:
        total *= a
    return total


def list_argument_indexed(values, k):
    return values[k] ** 2 + values[0] * values[-1] + len(values)


def list_argument_nested(layers, x):
    for W, b in layers:
        x = np.tanh(W @ x + b)
    return np.sum(x)


def list_argument_of_arrays(xs, s):
    total = 0.0
    for x in xs:
        total += np.sum(x * s)
    return total * xs[0][0]


def list_argument_changed(values, x):
    values[0] = x * values[1]
    values[-1] += values[0]
    return sum(values) * values[0]


def arrays_of_list_changed(xs, s):
    for x in xs:
        x *= s
    return np.sum(xs[0] * xs[-1])


def list_in_branch(x, flag):
    if flag:
        ys = [x, x * x]
    else:
        ys = [x * 3]
    return sum(ys) + ys[-1]


def list_reassigned(x, n):
    ys = [x, 1.0]
    for i in range(n):
        ys = [y * x + i for y in ys]
    return ys[0] * ys[1]


def pascal_rows(x, n):
    row = [1.0]
    for i in range(n):
        new = [1.0]
        for j in range(len(row) - 1):
            new.append(row[j] + row[j + 1] * x)
        new.append(x)
        row = new
    return sum(row)


def running_window(v, width):
    means = []
    for i in range(len(v) - width + 1):
        means.append(sum(v[i:i + width]) / width)
    best = means[0]
    for m in means:
        if m > best:
            best = m
    return best * means[-1]


def list_alias(x, y):
    a = [x, y]
    b = a
    b.append(x * y)
    b[0] = y
    return sum(a) + a[0] * a[2]


def reversed_list(x, n):
    ys = [x**k for k in range(n)]
    acc = 0.0
    for y in reversed(ys):
        acc = acc * 0.5 + y
    for a, b in zip(ys, reversed(ys)):
        acc += a * b
    return acc


def empty_list(x, n):
    ys = []
    for i in range(n):
        ys.append(x * i)
    if not ys:
        return x
    return sum(ys) / len(ys)


def integers_in_list(x, n):
    ks = []
    for i in range(n):
        if i % 2:
            ks.append(i)
    total = 0.0
    for k in ks:
        total += x**k
    return total


def list_and_early_return(x, n, limit):
    saved = []
    for steps in range(n):
        x = x * 1.3
        saved.append(x)
        if sum(saved) > limit:
            return saved[0] * len(saved)
    return sum(saved)


def clash(x, n):
    steps = []
    saved = []
    was = x
    for step in range(n):
        steps.append(was * step)
        saved.append((was, step))
        was = was * x
    value = 0.0
    for d, (bx, k) in zip(steps, saved):
        value += d * bx + k * x
    return value


_u = np.array([0.5, -1.2, 2.0, 0.3])
_v = np.array([1.1, 0.4, 0.7, 1.6])
_A = np.array([[0.5, -1.2, 2.0], [1.1, 0.4, -0.7]])
_layers = [(np.array([[0.3, -0.5, 0.8], [1.1, 0.2, -0.4]]), np.array([0.1, -0.3])),
           (np.array([[0.7, -0.9]]), np.array([0.2]))]

CASES = [
    (grow_and_sum, (0.7, 4), (0,)), (grow_and_sum, (0.7, 0), (0,)), (grow_and_index, (0.7, 3), (0,)),
    (grow_and_index, (0.7, 0), (0,)), (fibonacci_list, (0.7, 1.2, 5), (0, 1)), (fibonacci_list, (0.7, 1.2, 2), (0, 1)),
    (grow_and_iterate, (0.7, 4), (0,)), (grow_conditionally, (_u,), (0,)), (grow_conditionally, (_v,), (0,)),
    (grow_in_nested_loop, (0.7, 3), (0,)), (list_of_lists, (0.7, 3), (0,)), (list_of_pairs, (0.7, 3), (0,)),
    (list_of_arrays, (_u, 3), (0,)), (list_of_arrays_summed, (_u, 3), (0,)), (list_of_arrays_summed, (_u, 0), (0,)),
    (literal, (0.7, 1.2), (0, 1)), (element_overwritten, (0.7, 1.2), (0, 1)), (element_augmented, (0.7, 5), (0,)),
    (elements_swapped, (0.7, 1.2, -0.4), (0, 1, 2)), (preallocated, (0.7, 5), (0,)), (preallocated, (0.7, 1), (0,)),
    (comprehension, (0.7, 4), (0,)), (comprehension, (0.7, 0), (0,)), (comprehension_with_condition, (_u,), (0,)),
    (comprehension_over_list, (0.6, 6), (0,)), (comprehension_over_list, (-0.2, 2), (0,)),
    (comprehension_zip, (_u, _v), (0, 1)), (comprehension_zip, ([1.0, 2.0], (3.0, 4.0)), (0, 1)),
    (comprehension_enumerate, (_u, 0.7), (0, 1)), (comprehension_nested, (0.7, 4), (0,)),
    (comprehension_of_comprehensions, (0.7, 3), (0,)), (comprehension_variable_shadows, (0.7, _u), (0, 1)),
    (comprehension_calls_helper, (0.7, 4), (0,)), (comprehension_with_ternary, (_u,), (0,)),
    (generator_sum, (_u,), (0,)), (generator_sum, ([1, 2.5],), (0,)), (generator_sum_of_index, (_u, 4), (0,)),
    (generator_sum_two_loops, (0.7, 3), (0,)), (generator_sum_with_start, (0.7, _u), (0, 1)),
    (generator_over_rows, (_A,), (0,)), (generator_in_loop, (0.7, 4), (0,)), (list_to_array, (0.7, 4), (0,)),
    (comprehension_to_array, (0.7, 4), (0,)), (rows_to_matrix, (_u, 3), (0,)), (stack_of_list, (_u, 3), (0,)),
    (list_max, (0.7, 1.2, -0.4), (0, 1, 2)), (list_argument, ([0.7, 1.2, -0.4],), (0,)),
    (list_argument, ([2, 3],), (0,)), (list_argument, ([],), (0,)),
    (list_argument_indexed, ([0.7, 1.2, -0.4], 1), (0,)), (list_argument_indexed, ((0.7, 1.2, -0.4), 1), (0,)),
    (list_argument_nested, (_layers, np.array([0.5, 0.1, -0.7])), (0, 1)),
    (list_argument_of_arrays, ([_u, _v[:2]], 0.7), (0, 1)), (list_argument_changed, ([0.7, 1.2, -0.4], 1.5), (0, 1)),
    (arrays_of_list_changed, ([_u, _v[:2] * 2, _v], 0.7), (0, 1)), (list_in_branch, (0.7, True), (0,)),
    (list_in_branch, (0.7, False), (0,)), (list_reassigned, (0.7, 3), (0,)), (pascal_rows, (0.7, 3), (0,)),
    (running_window, (_u, 2), (0,)), (list_alias, (0.7, 1.2), (0, 1)), (reversed_list, (0.7, 4), (0,)),
    (empty_list, (0.7, 0), (0,)), (empty_list, (0.7, 3), (0,)), (integers_in_list, (0.7, 6), (0,)),
    (list_and_early_return, (0.7, 6, 3.0), (0,)), (list_and_early_return, (0.7, 3, 30.0), (0,)),
    (clash, (0.7, 4), (0,)),
]
