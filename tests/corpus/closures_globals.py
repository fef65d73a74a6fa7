"""Nested functions, lambdas, captured names that change later, module constants and arrays."""
import math

import numpy as np

GRAVITY = 9.81
RATE = 0.25
N_STEPS = 4
LABEL = 'on'
WEIGHTS = np.array([0.2, 0.5, 0.3])
NODES = [-0.7745966692, 0.0, 0.7745966692]
POINTS = ((0.0, 1.0), (0.5, 2.0), (1.0, -1.0))
MATRIX = np.array([[2.0, 0.5, 0.1], [0.5, 1.0, 0.2], [0.1, 0.2, 3.0]])
_private = 1.5
d = 0.3
saved = 2.0


def global_constant(t):
    return 0.5 * GRAVITY * t**2


def global_in_loop(x):
    for i in range(N_STEPS):
        x = x + RATE * (1 - x)
    return x * _private


def global_array(x):
    return np.sum(WEIGHTS * x) + np.dot(WEIGHTS, x**2)


def global_matrix(x):
    return x @ MATRIX @ x


def global_list(x):
    total = 0.0
    for node, w in zip(NODES, WEIGHTS):
        total += w * math.exp(node * x)
    return total


def global_tuples(x):
    total = 0.0
    for a, b in POINTS:
        total += b * math.exp(-(x - a)**2)
    return total


def global_array_copied(x):
    w = WEIGHTS.copy()
    w[0] = x
    w *= x
    return np.sum(w**2)


def global_array_element(x, i):
    return WEIGHTS[i] * x + MATRIX[i, 0] * x**2


def global_switch(x):
    if LABEL == 'on' and N_STEPS > 3:
        return x * x
    return x


def global_names_that_clash(x):
    value = d * x
    return value * saved + x**2 * d


def global_shadowed(GRAVITY, x):
    RATE = x * 2
    return GRAVITY * RATE


def math_constant(x):
    return math.pi * x**2 + np.pi * x + math.e**x


def helper_reads_global(t):
    return global_constant(t) * saved + global_constant(t + 1)


def closure(x):
    scale = x

    def damp(v):
        return math.exp(-scale * v)

    a = damp(x)
    scale = scale + a
    b = damp(a)
    return a * b


def captures_argument(x, y):
    def f(t):
        return t * x + y
    return f(y) * f(f(x))


def captures_in_loop(x, n):
    total = 0.0
    for i in range(n):
        def term(t):
            return t**i * x
        total += term(x + 1)
    return total


def capture_changes_in_loop(x, n):
    rate = 1.0

    def step(y):
        return y * rate + x

    y = x
    for i in range(n):
        y = step(y)
        rate = rate * 0.5 + 0.1 * y
    return y


def capture_defined_later(x):
    def f(t):
        return t * k

    k = x * x
    first = f(x)
    k = math.sin(x)
    return first + f(2.0)


def captures_array(v, x):
    def energy(s):
        return np.sum((v * s)**2)
    return energy(x) + energy(1.0) * v[0]


def captured_array_written(v, x):
    def total():
        return np.sum(v * v)
    before = total()
    v[0] = x
    return before * total()


def nested_writes_captured_array(v, x):
    def bump(i, s):
        v[i] += s * v[i - 1]
    bump(1, x)
    bump(2, v[1])
    return np.sum(v**2)


def nested_in_nested(x, y):
    def outer(t):
        def inner(s):
            return s * t + y
        return inner(t) + inner(x)
    return outer(x) * outer(y)


def nested_no_arguments(x):
    def current():
        return x * x
    x = x + 1
    a = current()
    x = x * 2
    return a + current()


def nested_with_default(x):
    def scaled(t, k=2.0, *, shift=0.5):
        return t * k + shift * x
    return scaled(x) + scaled(x, 3.0) + scaled(x, k=x, shift=x)


def nested_calls_nested(x):
    def f(t):
        return t * t + x

    def g(t):
        return f(t) * f(t + 1)

    return g(x) + f(2.0)


def nested_returns_early(x, n):
    def search(y):
        for i in range(n):
            y = y * x
            if y > 5:
                return y
        return y + x
    return search(1.0) + search(2.0)


def nested_shadows(x, y):
    def f(x):
        y = x * 2
        return y * x
    return f(y) + x * y


def nested_defined_in_branch(x):
    if x > 1:
        def f(t):
            return t * t * x
    else:
        def f(t):
            return t + x
    return f(x) + f(0.5)


def nested_unused(x):
    def never(t):
        return t / 0
    return x * 3


def lambda_named(x):
    f = lambda t: t * t + x  # noqa: E731
    return f(x) * f(2.0)


def lambda_two(x, y):
    mix = lambda a, b=1.0: a * x - b * y  # noqa: E731
    return mix(x, y) + mix(y) * mix(a=y, b=x)


def lambda_captures_changing(x):
    k = x
    f = lambda: k * x  # noqa: E731
    a = f()
    k = a + 1
    return a * f()


def lambda_in_comprehension(x, n):
    f = lambda t: math.sin(t * x)  # noqa: E731
    return sum([f(i) for i in range(n)])


twice = lambda t: 2 * t * t  # noqa: E731


def module_lambda(x):
    return twice(x) + twice(x + 1)


def make_adder(k):
    def add(t):
        return t + k * t**2
    return add


add_three = make_adder(3.0)
add_half = make_adder(0.5)


def function_made_elsewhere(x):
    return add_three(x) * add_half(x)


def make_model(W, bias):
    def model(x, s):
        h = np.tanh(W @ x + bias)
        return np.sum(h) * s
    return model


captured_model = make_model(MATRIX, 0.1)


def rename(x):
    return x * saved - d


alias_of_function = rename


def calls_alias(x):
    return alias_of_function(x) ** 2


def ode_with_nested_rhs(y, k, n):
    def rhs(t, y):
        return -k * y + math.sin(t)

    t = 0.0
    h = 0.1
    for _ in range(n):
        k1 = rhs(t, y)
        k2 = rhs(t + h / 2, y + h / 2 * k1)
        y = y + h * k2
        t += h
    return y


def root_with_nested_function(a):
    def f(x):
        return x**3 - a

    def slope(x):
        return 3 * x**2

    x = 1.5
    for _ in range(8):
        x = x - f(x) / slope(x)
    return x


def capture_argument_overwritten(x, y):
    def f(t):
        return t * x
    first = f(y)
    x = x * y
    second = f(first)
    y = second * x
    return f(y) * 0.1


def capture_list(x, n):
    ys = [x]

    def grow():
        ys.append(ys[-1] * x)

    for _ in range(n):
        grow()
    return sum(ys)


_x3 = np.array([0.5, -1.2, 0.8])

CASES = [
    (global_constant, (0.7,), (0,)), (global_in_loop, (0.7,), (0,)), (global_array, (_x3,), (0,)),
    (global_array, (0.7 * _x3[::-1],), (0,)), (global_matrix, (_x3,), (0,)), (global_list, (0.7,), (0,)),
    (global_tuples, (0.7,), (0,)), (global_array_copied, (0.7,), (0,)), (global_array_element, (0.7, 2), (0,)),
    (global_switch, (0.7,), (0,)), (global_names_that_clash, (0.7,), (0,)), (global_shadowed, (0.7, 1.2), (0, 1)),
    (math_constant, (0.7,), (0,)), (helper_reads_global, (0.7,), (0,)), (closure, (0.7,), (0,)),
    (captures_argument, (0.7, 1.2), (0, 1)), (captures_in_loop, (0.7, 4), (0,)),
    (capture_changes_in_loop, (0.7, 4), (0,)), (capture_changes_in_loop, (0.7, 0), (0,)),
    (capture_defined_later, (0.7,), (0,)), (captures_array, (_x3, 0.7), (0, 1)),
    (captured_array_written, (_x3, 0.7), (0, 1)), (nested_writes_captured_array, (_x3, 0.7), (0, 1)),
    (nested_in_nested, (0.7, 1.2), (0, 1)), (nested_no_arguments, (0.7,), (0,)), (nested_with_default, (0.7,), (0,)),
    (nested_calls_nested, (0.7,), (0,)), (nested_returns_early, (1.4, 9), (0,)),
    (nested_returns_early, (0.4, 2), (0,)), (nested_shadows, (0.7, 1.2), (0, 1)),
    (nested_defined_in_branch, (1.7,), (0,)), (nested_defined_in_branch, (0.7,), (0,)), (nested_unused, (0.7,), (0,)),
    (lambda_named, (0.7,), (0,)), (lambda_two, (0.7, 1.2), (0, 1)), (lambda_captures_changing, (0.7,), (0,)),
    (lambda_in_comprehension, (0.7, 4), (0,)), (twice, (0.7,), (0,)), (module_lambda, (0.7,), (0,)),
    (add_three, (0.7,), (0,)), (function_made_elsewhere, (0.7,), (0,)), (captured_model, (_x3, 0.7), (0, 1)),
    (calls_alias, (0.7,), (0,)), (alias_of_function, (0.7,), (0,)), (ode_with_nested_rhs, (1.2, 0.7, 5), (0, 1)),
    (root_with_nested_function, (2.0,), (0,)), (capture_argument_overwritten, (0.7, 1.2), (0, 1)),
    (capture_list, (0.7, 3), (0,)),
]
