"""Straight-line programs on numbers: operators, functions, names used again."""
import math
from math import exp, log as ln, pi

import numpy as np
from numpy import sin as s


def square(x):
    return x**2


def polynomial(x):
    return 3 * x**4 - 2 * x**3 + x**2 / 2 - 7 * x + 1


def horner(x, a, b, c):
    return (a * x + b) * x + c


def power_of_two(x, y):
    return x**y


def constant_base(x):
    return 2**x + 0.5**(-x) + math.e**x


def negative_powers(x):
    return x**-1 + x**-2 - 4 * x**-0.5


def nested_quotients(a, b, c):
    return a / (b / c) - (a / b) / c + 1 / (1 / a + 1 / b)


def unary_signs(x, y):
    return -x - -y + +x * -y - (-x)**2 + -x**2


def floor_and_remainder(x, y):
    d = x // y
    value = x % y
    return d * x + value * y


def remainder_by_number(x):
    return x % 2 + x // 2 + (x * 3) % 1.7


def integers_and_floats(x, n):
    k = n * 2 + 1
    half = n // 2
    return k * x + half / (x + n) - x**n + n**x


def overwritten(x):
    x = x * x
    x = x + 1
    x = np.sin(x) * x
    return x


def swap(a, b):
    a, b = b, a * b
    a, b = a + b, a - b
    return a / (1 + b * b)


def rotate_three(a, b, c):
    a, b, c = b, c, a
    a, b, c = b * a, c, a + c
    return a + 2 * b + 3 * c * a


def used_many_times(x):
    t = math.sin(x)
    return t + t * t + t / x + x * t - t**3 + math.cos(t)


def dead_code(x, y):
    unused = np.exp(y) * x
    waste = unused * unused  # noqa: F841
    waste = 3.0  # noqa: F841
    return x * 2.0


def unused_argument(x, y, z):
    return x * z


def returns_argument(x):
    return x


def returns_constant(x):
    return 3.5


def constant_through_name(x):
    y = x
    y = 2.0
    return y * y


def clashing_names(x, bx, dx):
    bvalue = x * bx
    saved = bvalue + dx
    steps = saved * saved
    was = np.tanh(steps)
    value = was * x
    return value + bx * dx


def more_clashes(d, dfdx, sum_):
    b = d * dfdx
    bb = b + sum_
    bd = bb * b
    dd = bd - d
    x_primal = dd * sum_
    bsum = x_primal + bd
    return bsum * 0.1


def shadowed_builtin(sum, max):
    min = sum * max
    abs = min - sum
    return abs * abs + max


def lowercase_lambda_like(lam, lambda_, eta):
    rate = lam * math.exp(-lambda_ * eta)
    return rate / (1 + rate)


def math_functions(x):
    return (math.sin(x) + math.cos(x) * math.tan(x) + math.exp(-x) + math.log(x) + math.sqrt(x)
            + math.sinh(x) - math.cosh(x) + math.tanh(x) + math.atan(x))


def more_math(x):
    return math.asin(x) + math.acos(x) * 2 + math.asinh(x) - math.acosh(1 + x) + math.atanh(x)


def log_family(x):
    return math.log2(x) + math.log10(x) + math.log1p(x) + math.expm1(x) - math.log(x, 3)


def log_any_base(x, base):
    return math.log(x, base)


def two_argument_math(x, y):
    return math.atan2(y, x) + math.hypot(x, y) + math.pow(x, y) + math.fmod(x, y)


def absolute_values(x, y):
    return abs(x) + math.fabs(y) * x + np.abs(x * y) + np.fabs(y - x)


def error_functions(x):
    return math.erf(x) + 0.3 * math.erfc(x / 2)


def angles(deg):
    rad = math.radians(deg)
    return math.sin(rad) + math.degrees(rad) / 100


def numpy_scalars(x):
    return (np.sin(x) + np.cos(x) + np.exp(x) / 10 + np.log(x) + np.sqrt(x) + np.tanh(x) + np.arctan(x)
            + np.square(x) + np.log1p(x) + np.expm1(x) / 10)


def numpy_pairs(x, y):
    return np.hypot(x, y) + np.arctan2(x, y) + np.power(x, y) + np.maximum(x, y) * np.minimum(x, y)


def numpy_operator_functions(x, y):
    return np.add(x, y) * np.subtract(x, y) + np.multiply(x, y) - np.divide(x, y) + np.negative(x) + np.reciprocal(y)


def clip_and_sign(x):
    return np.clip(x, -1.0, 2.0) * 3 + np.sign(x) * x + np.floor(x) * x


def imported_names(x):
    return exp(-x) * ln(x) + s(pi * x)


def bigger_of(x, y):
    return max(x, y) + min(x, y, x * y) * x - max(x, 0.0)


def min_max_of_many(a, b, c):
    top = max(a, b, c)
    low = min(a, b, c)
    return (a + b + c - top - low) * top


def pow_builtin(x, y):
    return pow(x, 3) + pow(x, y) + pow(2.0, y)


def rounding(x):
    return x * round(x) + x * math.floor(x) + math.ceil(x) / x + int(x) * x


def float_of(n, x):
    return float(n) * x + float(x) ** 2


def sigmoid(x):
    return 1.0 / (1.0 + math.exp(-x))


def softplus(x):
    return np.log1p(np.exp(-abs(x))) + max(x, 0.0)


def gaussian(x, mu, sigma):
    z = (x - mu) / sigma
    return math.exp(-0.5 * z * z) / (sigma * math.sqrt(2 * math.pi))


def quadratic_root(a, b, c):
    disc = b * b - 4 * a * c
    root = math.sqrt(disc)
    return (-b + root) / (2 * a)


def law_of_cosines(a, b, gamma):
    return np.sqrt(a**2 + b**2 - 2 * a * b * np.cos(gamma))


def haversine(lat1, lon1, lat2, lon2):
    dlat = lat2 - lat1
    dlon = lon2 - lon1
    a = math.sin(dlat / 2)**2 + math.cos(lat1) * math.cos(lat2) * math.sin(dlon / 2)**2
    return 2 * math.asin(math.sqrt(a))


def augmented(x, y):
    x += y
    x *= x
    x -= y / 2
    y **= 2
    x /= y
    return x


def augmented_powers(x):
    t = x
    t **= 3
    t //= 1
    u = x
    u %= 0.7
    return t * u + x


def chained_assignment(x):
    a = b = x * x
    a += 1
    b *= 2
    return a * b


def annotated(x: float, y: float = 2.0) -> float:
    z: float = x * y
    w: float
    w = z + x
    return w * z


def docstring_and_pass(x):
    """A docstring
    over two lines, with 'quotes' and a \\ backslash."""
    pass
    y = x * 3  # a comment
    pass
    return y * y


def asserted(x, n):
    assert x > 0, 'x must be positive'
    assert n >= 0
    return math.log(x) * n


def printed(x):
    y = x * x
    print('y is', y)
    print(f'half of it: {y / 2:.3f}')
    return y + x


def chatty(x, verbose):
    y = math.sin(x)
    if verbose:
        print('sin', y, sep='=')
    return y * y


def long_line(x, y):
    return (x * y + x / y - math.sin(x) * math.cos(y) + math.exp(-x * x - y * y) * (x + y) - math.log(1 + x * x)
            * math.sqrt(1 + y * y)
            )


def bool_arithmetic(x):
    return (x > 1) * x + (x <= 1) * x * x


def comparison_value(x, y):
    bigger = x > y
    return x * bigger + y * (not bigger)


def numbers_from_tests(x):
    flag = x > 0.5
    count = int(flag) + 2
    return x**count


def parenthesised(x, y, z):
    return x - (y - z) - (x - y - z) * ((x)) / (y * (z / x)) ** (y - z)


def power_towers(x):
    return x**x**0.5 + (x**x)**0.5 + (-x)**2 - (2 * x)**-(1 + x)


def deep_expression(x):
    return math.sin(math.exp(math.cos(math.sqrt(math.log(x + 2) + x) * x) / 2) - x) + x


def van_der_waals(n, v, t):
    r, a, b = 8.314, 1.36, 0.0319
    return (n * r * t / (v - n * b) - a * n**2 / v**2) / 1000


CASES = [
    (square, (3.0,), (0,)), (square, (-2.5,), (0,)), (square, (4,), (0,)), (polynomial, (1.3,), (0,)),
    (polynomial, (-2,), (0,)), (horner, (0.7, 2.0, -3.0, 5.0), (0, 1, 2, 3)), (horner, (0.7, 2, -3, 5), (1, 3)),
    (power_of_two, (1.7, 2.5), (0, 1)), (power_of_two, (0.6, -1.2), (1, 0)), (constant_base, (0.8,), (0,)),
    (constant_base, (-1.1,), (0,)), (negative_powers, (1.9,), (0,)), (nested_quotients, (1.5, 2.5, -0.8), (0, 1, 2)),
    (unary_signs, (1.5, -2.5), (0, 1)), (floor_and_remainder, (7.3, 2.1), (0, 1)),
    (floor_and_remainder, (-7.3, 2.1), (0, 1)), (remainder_by_number, (5.3,), (0,)),
    (remainder_by_number, (-0.4,), (0,)), (integers_and_floats, (1.4, 3), (0,)), (integers_and_floats, (2.2, 2), (0,)),
    (overwritten, (0.9,), (0,)), (swap, (1.3, -0.4), (0, 1)), (rotate_three, (1.0, 2.0, -0.5), (0, 1, 2)),
    (used_many_times, (0.8,), (0,)), (dead_code, (1.5, 0.3), (0, 1)), (unused_argument, (1.5, 9.0, 2.0), (0, 1, 2)),
    (unused_argument, (1.5, 9.0, 2.0), (1,)), (returns_argument, (1.5,), (0,)), (returns_argument, (3,), (0,)),
    (returns_constant, (1.5,), (0,)), (constant_through_name, (1.5,), (0,)),
    (clashing_names, (0.5, -0.8, 0.3), (0, 1, 2)), (clashing_names, (0.5, -0.8, 0.3), (1,)),
    (more_clashes, (1.5, 0.4, 2.0), (0, 1, 2)), (shadowed_builtin, (1.5, 2.2), (0, 1)),
    (lowercase_lambda_like, (2.0, 0.3, 1.5), (0, 1, 2)), (math_functions, (0.7,), (0,)), (math_functions, (1,), (0,)),
    (more_math, (0.4,), (0,)), (log_family, (1.8,), (0,)), (log_any_base, (5.0, 3.0), (0, 1)),
    (two_argument_math, (2.7, 1.1), (0, 1)), (absolute_values, (-1.5, 2.0), (0, 1)),
    (absolute_values, (1.5, -2.0), (0, 1)), (error_functions, (0.6,), (0,)), (angles, (37.0,), (0,)),
    (numpy_scalars, (0.7,), (0,)), (numpy_pairs, (1.2, 0.7), (0, 1)), (numpy_pairs, (0.7, 1.2), (0, 1)),
    (numpy_operator_functions, (1.2, 0.7), (0, 1)), (clip_and_sign, (0.5,), (0,)), (clip_and_sign, (2.5,), (0,)),
    (clip_and_sign, (-1.5,), (0,)), (imported_names, (0.8,), (0,)), (bigger_of, (1.5, 0.8), (0, 1)),
    (bigger_of, (-0.5, 0.8), (0, 1)), (bigger_of, (0.3, 0.5), (0, 1)), (min_max_of_many, (1.0, 3.0, 2.0), (0, 1, 2)),
    (min_max_of_many, (3.0, 1.0, 2.0), (0, 1, 2)), (pow_builtin, (1.3, 0.7), (0, 1)), (rounding, (2.7,), (0,)),
    (rounding, (-1.2,), (0,)), (float_of, (3, 1.5), (1,)), (float_of, (3, 1.5), (0, 1)), (sigmoid, (0.3,), (0,)),
    (softplus, (0.8,), (0,)), (softplus, (-0.8,), (0,)), (gaussian, (0.5, 0.1, 1.3), (0, 1, 2)),
    (quadratic_root, (1.0, -5.0, 2.0), (0, 1, 2)), (law_of_cosines, (2.0, 3.0, 0.8), (0, 1, 2)),
    (haversine, (0.3, 0.1, 0.9, -0.7), (0, 1, 2, 3)), (augmented, (1.3, 0.8), (0, 1)),
    (augmented_powers, (1.25,), (0,)), (chained_assignment, (1.3,), (0,)), (annotated, (1.3,), (0,)),
    (annotated, (1.3, 0.5), (0, 1)), (docstring_and_pass, (1.3,), (0,)), (asserted, (1.3, 2), (0,)),
    (printed, (1.3,), (0,)), (chatty, (1.3, True), (0,)), (chatty, (1.3, False), (0,)),
    (long_line, (0.6, 1.4), (0, 1)), (bool_arithmetic, (1.5,), (0,)), (bool_arithmetic, (0.5,), (0,)),
    (comparison_value, (1.5, 0.2), (0, 1)), (comparison_value, (0.1, 0.2), (0, 1)), (numbers_from_tests, (0.9,), (0,)),
    (numbers_from_tests, (0.3,), (0,)), (parenthesised, (1.2, 2.3, 0.7), (0, 1, 2)), (power_towers, (1.4,), (0,)),
    (deep_expression, (0.7,), (0,)), (van_der_waals, (2.0, 10.0, 300.0), (0, 1, 2)),
]
