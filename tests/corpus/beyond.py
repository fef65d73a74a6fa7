"""Programs that go beyond what the other modules keep to: a refusal is a fair answer here, a wrong gradient is not."""
import functools
import math

import numpy as np
import numpy.linalg


def square(x):
    return x * x


def variance(v):
    return np.var(v) + np.std(v) * v[0]


def row_deviation(A):
    return np.sum(np.std(A, axis=1) * np.var(A, axis=1)) + A.std() * A.var(axis=0)[0]


def inner_product(u, v):
    return np.inner(u, v) ** 2 + np.vdot(u, v)


def trace_and_diagonal(A):
    return np.trace(A) ** 2 + np.sum(np.diag(A) ** 3)


def stacked_v_h(u, v):
    return np.sum(np.vstack([u, v])[1] * u) + np.sum(np.hstack([u, v])[2:] ** 2)


def asarray_of_list(points):
    p = np.asarray(points)
    return np.sum(p**3)


def identity(x):
    eye = np.eye(3)
    return np.sum(eye * x) + np.sum((x * np.identity(2))**2)


def cumulative(v):
    return np.sum(np.cumsum(v) ** 2) + np.sum(np.cumprod(v)) + v.cumsum()[-1]


def differences(v):
    return np.sum(np.diff(v) ** 2) + np.sum(np.diff(v, n=2) * v[2:])


def sorted_values(v):
    return np.sum(np.sort(v) * np.arange(len(v))) + np.median(v) ** 2


def flips(v, A):
    return np.sum(np.flip(v) * v * np.arange(len(v))) + np.sum(np.roll(v, 1) * v) + np.sum(A[:, ::-1] * A[::-1])


def expanded(v):
    column = np.expand_dims(v, 1)
    return np.sum(column * v) + np.sum(np.squeeze(column) ** 2)


def broadcast_to_shape(v):
    B = np.broadcast_to(v, (3, len(v)))
    return np.sum(B * B[0] * np.arange(3.0)[:, None])


def tiled_and_repeated(v):
    return np.sum(np.tile(v, 2) * np.arange(2.0 * len(v))) + np.sum(np.repeat(v, 2) ** 2)


def einsums(A, B):
    return np.sum(np.einsum('ij,jk->ik', A, B) ** 2) + np.einsum('ij,ij->', A, A)


def tensordots(A, B):
    return np.sum(np.tensordot(A, B, axes=1) ** 2)


def linear_solve(A, b):
    x = np.linalg.solve(A, b)
    return np.sum(x**2)


def inverse_and_det(A):
    return np.sum(np.linalg.inv(A) ** 2) + np.linalg.det(A)


def vector_norm(v):
    return np.linalg.norm(v) + np.linalg.norm(v[1:]) ** 2


def table_of_functions(x, weights):
    total = 0.0
    for w, g in zip(weights, (math.sin, math.cos, square)):
        total += w * g(x)
    return total


def lambda_called_directly(x):
    return (lambda t: t * t)(x) + x


def generator_max(v, x):
    return max(a * x for a in v) + min(a - x for a in v)


def mean_of_list_function(x, n):
    ys = [x * k**2 for k in range(n)]
    return np.mean(ys) + np.sum(ys) * 0.1


def list_slices(x, n):
    ys = [x * k for k in range(n)]
    return sum(ys[1:]) * sum(ys[:2]) + ys[::2][1]


def list_concatenated(x, y):
    ys = [x] + [y, x * y]
    zs = ys + [1.0]
    return sum(zs) * zs[1] + len(zs)


def popped(x, n):
    stack = []
    for i in range(n):
        stack.append(x + i)
    total = 1.0
    while stack:
        total = total * 0.3 + stack.pop()
    return total


def memo_table(x, n):
    table = [None] * (n + 1)
    table[0] = 1.0
    table[1] = x
    for k in range(2, n + 1):
        table[k] = 2 * x * table[k - 1] - table[k - 2]
    return table[n]


def fancy_read(v, k):
    return np.sum(v[k] ** 2) + np.sum(v[[0, 2]] * v[k][0])


def fancy_write(v, k, x):
    v[k] *= x
    v[[0, 1]] = v[[1, 0]]
    return np.sum(v * np.arange(len(v)))


def mask_read(v):
    big = v[v > 0.4]
    return np.sum(big**2) * len(big)


def mask_write(v, x):
    w = v.copy()
    w[w < 0] = x
    w[w > 1] *= x
    return np.sum(w**2 * v)


def scattered(x, w, i, j):
    gap = x[i] - x[j]
    f = np.zeros_like(x)
    np.add.at(f, i, w * gap)
    np.add.at(f, j, -w * gap)
    return np.sum(f**2)


def out_argument(x, y):
    buffer = np.empty_like(x)
    np.multiply(x, y, out=buffer)
    np.exp(buffer, out=buffer)
    return np.sum(buffer * x)


def fills(v, x):
    v.fill(x)
    return np.sum(v * x)


def float32_in_place(v, s):
    v *= s
    return np.sum(np.tanh(v * s))


def dictionary(x, y):
    params = {'a': x, 'b': y}
    params['c'] = params['a'] * params['b']
    return params['c'] + params['a']


def dictionary_loop(x, n):
    table = {}
    for i in range(n):
        table[i] = x**i
    return sum(table.values()) + table[0]


def caught(x, n):
    y = x
    for i in range(n):
        try:
            y = 2.0 * math.log(y)
        except ValueError:
            y = y * y + 0.5
    return y * x


def starred(x, y):
    first, *rest = [x, y, x * y]
    return first * sum(rest) + mean_of(x, y, *rest)


def mean_of(*numbers):
    return sum(numbers) / len(numbers)


def walrus(x):
    if (y := x * x) > 1:
        return y * x
    return y + x


def nonlocal_write(x, n):
    total = 0.0

    def add(y):
        nonlocal total
        total += y * x

    for i in range(n):
        add(i * x)
    return total


def match_statement_like(x, command):
    kinds = {'double': 2.0, 'halve': 0.5}
    return x * x * kinds[command]


def user_generator(x, n):
    def powers():
        y = 1.0
        for _ in range(n):
            yield y
            y = y * x
    return sum(powers())


def map_and_filter(v):
    return sum(map(math.sin, v)) + sum(filter(lambda a: a > 0, v))


def sorted_list(x, y, z):
    values = sorted([x, y, z])
    return values[0] + 2 * values[1] + 3 * values[2]


def inserted_and_extended(x, n):
    ys = [x]
    ys.insert(0, x * x)
    ys.extend([x + i for i in range(n)])
    ys += [1.0]
    del ys[0]
    ys.reverse()
    return sum(y * k for k, y in enumerate(ys))


def deleted_name(x):
    y = x * x
    z = y + 1
    del y
    return z * x


def with_errstate(x):
    with np.errstate(divide='ignore'):
        y = np.log(x * x)
    return y * x


def raised(x):
    if x < 0:
        raise ValueError('x must not be negative')
    return math.sqrt(x)


def complex_numbers(x):
    z = complex(x, 1.0)
    return abs(z * z)


def same_array_in_two_places(x):
    xs = [x, x]
    xs[0][0] = 2.0
    return np.sum(xs[1] * x)


def helper_gets_array_twice(x):
    blend(x, x)
    return np.sum(x)


def blend(u, v):
    u *= 2
    u += v**2


class Oscillator:
    def __init__(self, k, damping):
        self.k = k
        self.damping = damping

    def force(self, x, v):
        return -self.k * x - self.damping * v


def object_with_method(x, v, k):
    spring = Oscillator(k, 0.1)
    for _ in range(4):
        v += 0.1 * spring.force(x, v)
        x += 0.1 * v
    return x * v


def gamma_functions(x):
    return math.gamma(x) + math.lgamma(x)


def reduced(x, n):
    return functools.reduce(lambda a, b: a * x + b, range(n), 1.0)


def math_sums(v, x):
    return math.fsum([a * x for a in v]) + math.prod([a + x for a in v]) + math.dist([x, 1.0], [0.0, x * x])


_u = np.array([0.5, -1.2, 2.0, 0.3])
_v = np.array([1.1, 0.4, 0.7, 1.6])
_A = np.array([[0.5, -1.2, 2.0], [1.1, 0.4, -0.7]])
_B = np.array([[1.5, 0.3], [-0.8, 0.9], [0.6, 2.1]])
_S = np.eye(3) * 3 + np.random.default_rng(7).normal(size=(3, 3))

CASES = [
    (variance, (_u,), (0,)), (row_deviation, (_A,), (0,)), (inner_product, (_u, _v), (0, 1)),
    (trace_and_diagonal, (_S,), (0,)), (stacked_v_h, (_u, _v), (0, 1)), (asarray_of_list, ([0.5, 1.5, -2.0],), (0,)),
    (asarray_of_list, (_u,), (0,)), (identity, (0.7,), (0,)), (cumulative, (_u,), (0,)), (differences, (_u,), (0,)),
    (sorted_values, (_u,), (0,)), (flips, (_u, _A[:, :2]), (0, 1)), (expanded, (_u,), (0,)),
    (broadcast_to_shape, (_u,), (0,)), (tiled_and_repeated, (_u,), (0,)), (einsums, (_A, _B), (0, 1)),
    (tensordots, (_A, _B), (0, 1)), (linear_solve, (_S, _v[:3]), (0, 1)), (inverse_and_det, (_S,), (0,)),
    (vector_norm, (_u,), (0,)), (table_of_functions, (0.6, _u[:3]), (0, 1)), (lambda_called_directly, (0.7,), (0,)),
    (generator_max, (_u, 0.7), (0, 1)), (mean_of_list_function, (0.7, 4), (0,)), (list_slices, (0.7, 4), (0,)),
    (list_concatenated, (0.7, 1.2), (0, 1)), (popped, (0.7, 4), (0,)), (popped, (0.7, 0), (0,)),
    (memo_table, (0.7, 5), (0,)), (fancy_read, (_u, np.array([1, 3, 1])), (0,)),
    (fancy_write, (_u, np.array([1, 3]), 0.7), (0, 2)), (mask_read, (_u,), (0,)), (mask_write, (_u, 0.7), (0, 1)),
    (scattered, (_u, _v[:3], np.array([0, 0, 1]), np.array([1, 2, 3])), (0, 1)), (out_argument, (_u, _v), (0, 1)),
    (fills, (_u, 0.7), (0, 1)), (float32_in_place, (_u.astype(np.float32), np.float64(1.3)), (0, 1)),
    (dictionary, (0.7, 1.2), (0, 1)), (dictionary_loop, (0.7, 4), (0,)), (caught, (1.7, 6), (0,)),
    (starred, (0.7, 1.2), (0, 1)), (walrus, (1.7,), (0,)), (walrus, (0.7,), (0,)), (nonlocal_write, (0.7, 4), (0,)),
    (match_statement_like, (0.7, 'halve'), (0,)), (user_generator, (0.7, 4), (0,)), (map_and_filter, (_u,), (0,)),
    (sorted_list, (0.7, -1.2, 0.3), (0, 1, 2)), (inserted_and_extended, (0.7, 2), (0,)), (deleted_name, (0.7,), (0,)),
    (with_errstate, (0.7,), (0,)), (raised, (0.7,), (0,)), (complex_numbers, (0.7,), (0,)),
    (same_array_in_two_places, (_u,), (0,)), (helper_gets_array_twice, (_u,), (0,)),
    (object_with_method, (0.7, 0.2, 1.5), (0, 1, 2)), (gamma_functions, (2.7,), (0,)), (gamma_functions, (np.array(2.7),), (0,)), (reduced, (0.7, 4), (0,)),
    (math_sums, (_u, 0.7), (0, 1)),
]
