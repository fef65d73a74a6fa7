"""Functions that call themselves and each other, with numbers and with arrays."""
import math

import numpy as np


def power(x, n):
    if n == 0:
        return 1.0
    if n % 2 == 1:
        return x * power(x, n - 1)
    half = power(x, n // 2)
    return half * half


def factorial_like(x, n):
    return 1.0 if n == 0 else n * x * factorial_like(x, n - 1)


def fibonacci(x, n):
    if n < 2:
        return x + n
    return fibonacci(x, n - 1) + 0.5 * fibonacci(x, n - 2) * x


def binomial(n, k, x):
    if k == 0 or k == n:
        return x
    return binomial(n - 1, k - 1, x) + binomial(n - 1, k, x * 1.1)


def continued_fraction(x, depth):
    if depth == 0:
        return x
    return x + 1 / continued_fraction(x, depth - 1)


def tail_recursive(x, acc, n):
    if n == 0:
        return acc
    return tail_recursive(x, acc * x + n, n - 1)


def stops_on_value(x, limit):
    if x > limit:
        return x
    return stops_on_value(x * 1.3 + 0.1, limit) * 0.9


def newton(x, a):
    fx = x * x - a
    if abs(fx) < 1e-10:
        return x
    return newton(x - fx / (2 * x), a)


def ackermann_like(x, m, n):
    if m == 0:
        return x + n
    if n == 0:
        return ackermann_like(x * 0.9, m - 1, 1)
    return ackermann_like(ackermann_like(x, m, n - 1) * 0.1, m - 1, n - 1)


def loop_inside(x, depth):
    total = x
    for k in range(depth):
        total += loop_inside(x * 0.8, k) * (k + 1)
    return total


def recursive_in_loop(x, n):
    total = 0.0
    for i in range(n):
        total += power(x, i) / (i + 1)
    return total


def even(x, n):
    if n == 0:
        return x
    return x * odd(x, n - 1)


def odd(x, n):
    if n == 0:
        return 1.0
    return math.sin(even(x, n - 1)) + x


def ping(x, y, n):
    if n <= 0:
        return x * y
    x, y = pong(x + 0.1 * y, y, n - 1)
    return x - y


def pong(a, b, n):
    return a * b, ping(b, a, n - 1)


def three_cycle_a(x, n):
    if n == 0:
        return x
    return three_cycle_b(x * 1.1, n - 1) + x


def three_cycle_b(x, n):
    if n == 0:
        return x * x
    return three_cycle_c(math.sin(x), n - 1) * x


def three_cycle_c(x, n):
    if n == 0:
        return 1.0
    return three_cycle_a(x, n - 1) - x


def returns_pair(x, n):
    s, c = sincos(x, n)
    return s * c


def sincos(x, depth):
    if depth == 0:
        return x, 1.0
    s, c = sincos(x / 2, depth - 1)
    return 2 * s * c, c * c - s * s


def sum_of_array(v):
    if len(v) == 0:
        return 0.0
    return v[0] ** 2 + 0.5 * sum_of_array(v[1:])


def tree_sum(v):
    n = len(v)
    if n == 1:
        return v[0]
    half = n // 2
    left = tree_sum(v[:half])
    right = tree_sum(v[half:])
    return left * right + left


def by_index(v, i):
    if i == len(v):
        return 1.0
    return v[i] * by_index(v, i + 1) + i


def horner(coefficients, x, k=0):
    if k == len(coefficients) - 1:
        return coefficients[k]
    return coefficients[k] + x * horner(coefficients, x, k + 1)


def de_casteljau(points, t):
    if len(points) == 1:
        return points[0]
    return de_casteljau((1 - t) * points[:-1] + t * points[1:], t)


def bezier_height(points, t):
    p = de_casteljau(points, t)
    return p[0] * p[1]


def determinant(A):
    n = len(A)
    if n == 1:
        return A[0, 0]
    if n == 2:
        return A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]
    total = 0.0
    for j in range(n):
        minor = np.zeros((n - 1, n - 1))
        for i in range(1, n):
            minor[i - 1, :j] = A[i, :j]
            minor[i - 1, j:] = A[i, j + 1:]
        total += (-1) ** j * A[0, j] * determinant(minor)
    return total


def matrix_power(A, n):
    if n == 1:
        return A
    if n % 2:
        return A @ matrix_power(A, n - 1)
    B = matrix_power(A, n // 2)
    return B @ B


def matrix_power_trace(A, n):
    P = matrix_power(A, n)
    return P[0, 0] + P[1, 1] * P[0, 1]


def array_state(v, n):
    if n == 0:
        return np.sum(v**2)
    return array_state(np.tanh(v * 1.2) + 0.1, n - 1) + v[0]


def writes_on_the_way(v, k):
    if k < len(v):
        v[k] = v[k] * v[k - 1]
        writes_on_the_way(v, k + 1)
        v[k - 1] += v[k]


def in_place_recursion(v):
    writes_on_the_way(v, 1)
    return np.sum(v**2)


def haar(v, n):
    if n > 1:
        half = n // 2
        sums = v[:n:2] + v[1:n:2]
        gaps = v[:n:2] - v[1:n:2]
        v[:half] = sums * 0.5
        v[half:n] = gaps * gaps
        haar(v, half)


def haar_energy(v):
    haar(v, len(v))
    return np.sum(v**2 * np.arange(1.0, len(v) + 1))


def adaptive_integral(a, b, tol, depth):
    m = 0.5 * (a + b)
    h = b - a
    coarse = h * math.exp(-m * m)
    fine = 0.5 * h * (math.exp(-(a + h / 4)**2) + math.exp(-(b - h / 4)**2))
    if depth == 0 or abs(fine - coarse) < tol:
        return fine
    return adaptive_integral(a, m, tol / 2, depth - 1) + adaptive_integral(m, b, tol / 2, depth - 1)


def minimax(v, k, depth):
    if depth == 0:
        return v[k]
    a = minimax(v, 2 * k, depth - 1)
    b = minimax(v, 2 * k + 1, depth - 1)
    if depth % 2:
        return max(a, b) * 1.1
    return min(a, b) - 0.1


def nested_definition(x, n):
    def climb(y, k):
        if k == 0:
            return y
        return climb(y * x, k - 1) + 0.1 * y
    return climb(x + 1, n)


def clash(saved, steps):
    if steps == 0:
        return saved
    was = saved * 0.9
    value = clash(was, steps - 1)
    d = value * saved
    return d + was


def list_recursion(ys, x, n):
    if n == 0:
        return sum(ys)
    ys.append(ys[-1] * x)
    return list_recursion(ys, x, n - 1) * 0.9


def starts_list_recursion(x, n):
    return list_recursion([1.0, x], x, n)


_u = np.array([0.5, -1.2, 2.0, 0.3])
_v = np.array([1.1, 0.4, 0.7, 1.6, 0.9])
_S = np.random.default_rng(2).normal(size=(4, 4))

CASES = [
    (power, (1.1, 13), (0,)), (power, (1.1, 0), (0,)), (power, (-1.3, 5), (0,)), (factorial_like, (0.7, 4), (0,)),
    (fibonacci, (0.7, 6), (0,)), (fibonacci, (0.7, 1), (0,)), (binomial, (5, 2, 0.7), (2,)),
    (continued_fraction, (1.3, 6), (0,)), (tail_recursive, (0.7, 1.5, 5), (0, 1)),
    (tail_recursive, (0.7, 1.5, 0), (0, 1)), (stops_on_value, (0.7, 5.0), (0,)), (stops_on_value, (7.0, 5.0), (0, 1)),
    (newton, (1.0, 2.0), (1,)), (ackermann_like, (0.7, 2, 2), (0,)), (loop_inside, (0.7, 4), (0,)),
    (recursive_in_loop, (0.7, 5), (0,)), (even, (0.8, 5), (0,)), (even, (0.8, 4), (0,)), (odd, (0.8, 0), (0,)),
    (ping, (0.8, 0.5, 5), (0, 1)), (ping, (0.8, 0.5, 0), (0, 1)), (three_cycle_a, (0.8, 7), (0,)),
    (three_cycle_b, (0.8, 4), (0,)), (returns_pair, (0.8, 5), (0,)), (returns_pair, (0.8, 0), (0,)),
    (sum_of_array, (_u,), (0,)), (sum_of_array, (_u[:0],), (0,)), (tree_sum, (_v,), (0,)), (tree_sum, (_v[:1],), (0,)),
    (by_index, (_u, 0), (0,)), (horner, (_u, 0.7), (0, 1)), (horner, ([0.5, 2.0, -1.0], 0.7), (0, 1)),
    (de_casteljau, (_u, 0.3), (0, 1)), (bezier_height, (_S[:, :2], 0.3), (0, 1)), (determinant, (_S,), (0,)),
    (determinant, (_S[:1, :1],), (0,)), (matrix_power_trace, (_S[:2, :2], 5), (0,)),
    (matrix_power_trace, (_S[:2, :2], 1), (0,)), (array_state, (_u, 3), (0,)), (in_place_recursion, (_u,), (0,)),
    (haar_energy, (_u,), (0,)), (adaptive_integral, (0.1, 1.7, 1e-3, 6), (0, 1)),
    (minimax, (_S.reshape(16), 0, 4), (0,)), (nested_definition, (0.7, 4), (0,)), (clash, (0.7, 3), (0,)),
    (starts_list_recursion, (0.7, 3), (0,)),
]
