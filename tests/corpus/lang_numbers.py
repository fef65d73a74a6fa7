"""Kinds of numbers: precision, integers, booleans, complex intermediates, arrays without axes or elements."""
import cmath
import fractions
import math

import numpy as np

GOLDEN = (1 + math.sqrt(5)) / 2
ROTATION = np.exp(2j * np.pi / 3)


# float32 and NumPy scalars

def float32_array(v):
    return np.sum(v * v) + v[0] * 2


def float32_with_float64(v, w):
    return np.sum(v * w) + np.sum(v**2) * w[0]


def float32_buffer(v):
    out = np.zeros_like(v)
    for k in range(len(v)):
        out[k] = v[k] * v[k] + 1
    return np.sum(out * v)


def float32_number(x):
    return x * x + np.sin(x)


def float64_number(x):
    y = x.item() * 2
    return y * x + float(x) ** 3


def numpy_scalar_methods(x):
    return x.sum() * x.real + x.astype(float) ** 2 + abs(x) + x.imag


def numpy_scalar_from_array(v):
    a = v[0]
    v[0] = 10.0
    return a * a + v[0] * v[1]


def converted_dtypes(v):
    w = v.astype(np.float64) * 2
    u = w.astype(float, copy=False)
    u[0] = u[1]
    return np.sum(w * u)


def cast_to_integers(v):
    k = v.astype(int)
    return np.sum(k * v) + int(v[0]) * v[1]


# Integers and booleans

def integer_argument(x, n):
    return x**n * n + x / n


def integer_as_variable(n):
    return n * n + math.sqrt(n) + 3 // 2 * n


def integer_array_argument(k):
    return np.sum(k * k) + k[0] * k[1] / 2.0


def integer_list_argument(ks):
    return sum(k * k for k in ks) * ks[0] / 3


def integers_stay_integers(x, n):
    k = 1
    for i in range(1, n):
        k = k * i % 7 + (i << 1) - (i & 1) + (i ^ 3) + (~i)
    return x * k + [x, x * x, x**3][k % 3] + x ** (k // 2 % 4)


def integer_becomes_float(x, n):
    total = 0
    for k in range(n):
        total += k * x
    product = 1
    while product < 5:
        product *= x
    return total * product


def float_becomes_integer(x):
    y = x * x
    y = int(y) + round(x) + math.floor(x) + math.ceil(x)
    return y * x


def integer_array_filled(x, n):
    k = np.arange(n)
    k = k * 2 + 1
    k[1] = 7
    return np.sum(x**k) + np.sum(x / k) + k.sum() * x


def written_into_integer_array_untouched(v):
    counts = np.zeros(3, dtype=int)
    for a in v:
        counts[int(a)] += 1
    return np.sum(counts[:len(v)] * v**2)


def boolean_flag_in_loop(v):
    seen = False
    total = 0.0
    for a in v:
        seen = seen or a > 1
        total += a * a if seen else a
    return total * (1 + seen)


def boolean_arithmetic(x, y):
    return x * True + (x > y) * y + (not x > y) * x * y + (x > 0) + bool(x) * x**2


def boolean_mask_weights(v):
    mask = v > 0
    return np.sum(mask * v**2) + np.sum(v[~mask]) * mask.sum() + np.count_nonzero(v > 1) * v[0]


def fraction_and_big_integer(x):
    third = fractions.Fraction(1, 3)
    big = 10**20
    return x * float(third) + (big // 10**19) * x**2 + math.comb(5, 2) * x


def integer_digits(x, number):
    total = 0.0
    while number:
        number, digit = divmod(number, 10)
        total = total * x + digit
    return total


# Complex intermediates

def magnitude(x, y):
    z = complex(x, y)
    return abs(z) + abs(z * z) * x


def magnitude_built_by_j(x, y):
    z = x + 1j * y
    w = z**3 - 2 * z + 1
    return abs(w) ** 2


def real_and_imaginary(x, y):
    z = (x + y * 1j) * (2 - 1j * x)
    return z.real * z.imag + z.real


def conjugates(x, y):
    z = complex(x, y)
    return (z * z.conjugate()).real + (z.conjugate() ** 2).imag


def complex_division(x, y):
    z = (1 + 1j * x) / (x - 2j * y)
    return z.real - 2 * z.imag


def exponential_of_imaginary(x):
    z = np.exp(1j * x)
    return z.real * 2 + z.imag * x


def euler_by_power(x, y):
    z = complex(x, y)
    return (math.e**z).real + (2j**x).imag + (z**1.5).real + (z ** (1 + 1j)).imag


def cmath_functions(x, y):
    z = cmath.exp(complex(x, y)) + cmath.sqrt(complex(y, x))
    w = cmath.log(z) * cmath.sin(complex(x, -y)) + cmath.cos(z * 0.1)
    return w.real + 3 * w.imag + cmath.phase(z)


def complex_root_of_negative(x):
    z = cmath.sqrt(-x)
    return z.imag * x + z.real


def polar_coordinates(x, y):
    r, phi = cmath.polar(complex(x, y))
    z = cmath.rect(r * 2, phi + 1)
    return z.real * z.imag + r * phi


def quadratic_roots(b, c):
    root = cmath.sqrt(b * b - 4 * c)
    r1, r2 = (-b + root) / 2, (-b - root) / 2
    return abs(r1) * 2 + r2.imag + (r1 * r2).real


def mandelbrot_iteration(x, y, n):
    z = 0
    c = complex(x, y)
    for _ in range(n):
        if abs(z) > 2:
            break
        z = z * z + c
    return abs(z)


def newton_for_complex_root(x):
    z = 1 + 1j
    for _ in range(8):
        z = z - (z**3 - x) / (3 * z**2)
    return z.real * 2 + z.imag


def complex_polynomial(coefficients, x):
    z = complex(0.3, x)
    w = 0j
    for c in coefficients:
        w = w * z + c
    return w.real * w.imag


def real_number_becomes_complex_in_branch(x, flag):
    z = x * x
    if flag:
        z = z * 1j + x
    return abs(z) ** 2 + z.real


def becomes_complex_in_loop(x, n):
    z = x
    for k in range(n):
        z = z * (1j if k % 2 else x) + 1
    return z.real - z.imag * x


def complex_list_and_dict(x):
    zs = [complex(x, k) for k in range(3)]
    table = {'sum': sum(zs), 'product': zs[0] * zs[1] * zs[2]}
    return table['sum'].imag * x + (table['product'] / table['sum']).imag


def impedance(resistance, inductance, capacitance, omega):
    z = resistance + 1j * omega * inductance + 1 / (1j * omega * capacitance)
    return abs(1 / z) + np.angle(z)


def fourier_by_hand(v):
    n = len(v)
    power = 0.0
    for k in range(n):
        c = sum(a * cmath.exp(-2j * cmath.pi * k * j / n) for j, a in enumerate(v))
        power += abs(c) ** 2 * k
    return power


def fast_fourier(v):
    n = len(v)
    if n == 1:
        return [v[0] + 0j]
    even, odd = fast_fourier(v[::2]), fast_fourier(v[1::2])
    twisted = [cmath.exp(-2j * math.pi * k / n) * odd[k] for k in range(n // 2)]
    return [a + b for a, b in zip(even, twisted)] + [a - b for a, b in zip(even, twisted)]


def spectrum_by_recursion(v):
    spectrum = fast_fourier(v)
    return sum(abs(c) ** 2 * k for k, c in enumerate(spectrum)) + spectrum[1].imag


def fourier_matrix(v):
    n = len(v)
    k = np.arange(n)
    F = np.exp(-2j * np.pi * np.outer(k, k) / n)
    spectrum = F @ v
    return np.sum(np.abs(spectrum) ** 2 * k) + spectrum[1].real * spectrum[1].imag


def complex_array(v, w):
    z = v + 1j * w
    return np.sum(np.abs(z * z - 1)) + np.sum((z**2).imag) + np.sum(np.conj(z) * z).real


def complex_array_written(v, x):
    z = np.zeros(len(v), dtype=complex)
    for k in range(len(v)):
        z[k] = v[k] * np.exp(1j * k * x)
    z[1:] += z[:-1] * 1j
    return np.sum(np.abs(z) ** 2) + z[-1].imag


def complex_parts_written(v):
    z = np.empty(len(v), dtype=complex)
    z.real = v
    z.imag = v[::-1] * 2
    z.imag[0] = v[1]
    return np.sum((z * z).imag) + np.sum(z.real)


def complex_array_augmented(v, x):
    z = v * (1 + 0j)
    u = z
    z *= np.exp(1j * x)
    z += x
    z /= 2 - 1j
    return np.sum(u.real * u.imag)


def complex_constant_times_active(x):
    z = ROTATION * x
    w = z + ROTATION.conjugate()
    return (w * w).real + GOLDEN * x


def complex_matrix_product(A, x):
    U = np.array([[np.cos(x), 1j * np.sin(x)], [1j * np.sin(x), np.cos(x)]])
    B = U @ A @ U.conj().T
    return B[0, 1].real + 2 * B[0, 1].imag + np.sum(np.abs(B) ** 2)


def phase_evolution(psi, steps, dt):
    state = psi.astype(complex)
    for k in range(steps):
        state = state * np.exp(-1j * dt * np.arange(len(state)))
        state = state - 1j * dt * np.roll(state, 1) * (k + 1)
    return np.sum(np.abs(state) ** 2 * np.arange(len(state)))


# Arrays without axes, or without elements

def no_axes_array(a):
    return a * a + np.sin(a) * a[()]


def no_axes_from_number(x):
    a = np.array(x)
    b = a * 2
    return b * x + a.item() ** 2 + np.sum(a)


def no_axes_written(x):
    a = np.zeros(())
    a[()] = x * x
    b = a
    a += x
    a[...] = a * b
    return b * x


def no_axes_in_loop(v):
    total = np.array(0.0)
    for a in v:
        total += a * a
        total *= a
    return total


def no_axes_from_reductions(A):
    return np.asarray(A.sum()) * np.max(A) + A.mean().reshape(1)[0] * np.squeeze(A[:1, :1])


def empty_array(v, x):
    return np.sum(v * x) + x * x + np.sum(v[:0] ** 2) + v.size


def empty_array_loop(v, x):
    y = x
    for a in v:
        y = y * a
    return y * x


def empty_list(values, x):
    return sum(values) + x * len(values) + x**2 + max(values, default=x)


def one_element(v):
    return v.item() ** 2 + v[0] * v[-1] + float(v[0])


# What does not matter, and constants

def unused_argument(x, y, v, values):
    z = y * np.sum(v)
    z = x
    return z * z


def only_compared(x, limit):
    return x * x if x > limit else x


def only_shape_matters(v, x):
    return x ** len(v) * v.ndim + v.shape[0] * x


def only_sign_and_steps(x, y):
    return np.sign(y) * x + math.floor(y) * x + math.copysign(x, y)


def overwritten_array(v, x):
    v[:] = x
    v[0] *= v[1]
    return np.sum(v)


def constant_result(x, v):
    return 3.0


def constant_from_cancelled(x):
    return x - x + 2.0


def constant_integer_result(x):
    return 1 if x > 0 else 0


def returns_the_argument(x):
    return x


def returns_an_element(v):
    return v[1]


def infinities_and_limits(x):
    best = math.inf
    worst = -float('inf')
    for k in range(4):
        y = (x - k) ** 2
        best = min(best, y)
        worst = max(worst, y)
    return best * x + worst + np.finfo(float).eps * 0


def not_a_number_avoided(v):
    w = np.where(np.isnan(v), 0.0, v)
    return np.sum(w**2) + (0.0 if math.isnan(v[0]) else v[0])


CASES = [
    (float32_array, (np.array([0.5, 1.5, -0.7], dtype=np.float32),), (0,)),
    (float32_with_float64, (np.array([0.5, 1.5], dtype=np.float32), np.array([1.1, -0.7])), (0, 1)),
    (float32_buffer, (np.array([0.5, 1.5, -0.7], dtype=np.float32),), (0,)),
    (float32_number, (np.float32(1.25),), (0,)),
    (float64_number, (np.float64(1.25),), (0,)),
    (numpy_scalar_methods, (np.float64(1.25),), (0,)),
    (numpy_scalar_from_array, (np.array([0.5, 1.5]),), (0,)),
    (converted_dtypes, (np.array([0.5, 1.5]),), (0,)),
    (converted_dtypes, (np.array([0.5, 1.5], dtype=np.float32),), (0,)),
    (cast_to_integers, (np.array([2.5, 1.5, -0.7]),), (0,)),
    (integer_argument, (1.3, 3), (0,)),
    (integer_argument, (2, 3), (0, 1)),
    (integer_as_variable, (5,), (0,)),
    (integer_array_argument, (np.array([2, 3, -1]),), (0,)),
    (integer_list_argument, ([2, 3, -1],), (0,)),
    (integers_stay_integers, (1.3, 5), (0,)),
    (integer_becomes_float, (1.3, 4), (0,)),
    (float_becomes_integer, (1.3,), (0,)),
    (integer_array_filled, (1.1, 4), (0,)),
    (written_into_integer_array_untouched, (np.array([0.5, 1.5, 1.2]),), (0,)),
    (boolean_flag_in_loop, ([0.5, 1.5, 0.7],), (0,)),
    (boolean_arithmetic, (1.3, 0.7), (0, 1)),
    (boolean_arithmetic, (0.3, 0.7), (0, 1)),
    (boolean_mask_weights, (np.array([0.5, 1.5, -0.7]),), (0,)),
    (fraction_and_big_integer, (1.3,), (0,)),
    (integer_digits, (1.3, 3142), (0,)),
    (magnitude, (1.3, 0.7), (0, 1)),
    (magnitude_built_by_j, (1.3, 0.7), (0, 1)),
    (real_and_imaginary, (1.3, 0.7), (0, 1)),
    (conjugates, (1.3, 0.7), (0, 1)),
    (complex_division, (1.3, 0.7), (0, 1)),
    (exponential_of_imaginary, (1.3,), (0,)),
    (euler_by_power, (1.3, 0.7), (0, 1)),
    (cmath_functions, (1.3, 0.7), (0, 1)),
    (complex_root_of_negative, (1.3,), (0,)),
    (polar_coordinates, (1.3, 0.7), (0, 1)),
    (quadratic_roots, (1.3, 2.7), (0, 1)),
    (quadratic_roots, (3.3, 0.7), (0, 1)),
    (mandelbrot_iteration, (0.3, 0.5, 12), (0, 1)),
    (mandelbrot_iteration, (0.9, 0.5, 12), (0, 1)),
    (newton_for_complex_root, (2.3,), (0,)),
    (complex_polynomial, ([1.3, 0.7, -0.4], 0.8), (0, 1)),
    (real_number_becomes_complex_in_branch, (1.3, True), (0,)),
    (real_number_becomes_complex_in_branch, (1.3, False), (0,)),
    (becomes_complex_in_loop, (1.3, 4), (0,)),
    (complex_list_and_dict, (1.3,), (0,)),
    (impedance, (1.3, 0.7, 0.4, 2.0), (0, 1, 2, 3)),
    (fourier_by_hand, ([1.3, 0.7, -0.4],), (0,)),
    (spectrum_by_recursion, ([1.3, 0.7, -0.4, 0.9],), (0,)),
    (fourier_matrix, (np.array([1.3, 0.7, -0.4]),), (0,)),
    (complex_array, (np.array([1.3, 0.7]), np.array([-0.4, 0.9])), (0, 1)),
    (complex_array_written, (np.array([1.3, 0.7, -0.4]), 0.8), (0, 1)),
    (complex_parts_written, (np.array([1.3, 0.7, -0.4]),), (0,)),
    (complex_array_augmented, (np.array([1.3, 0.7, -0.4]), 0.8), (0, 1)),
    (complex_constant_times_active, (1.3,), (0,)),
    (complex_matrix_product, (np.array([[1.3, 0.7], [-0.4, 0.9]]), 0.8), (0, 1)),
    (phase_evolution, (np.array([1.3, 0.7, -0.4]), 3, 0.1), (0, 2)),
    (no_axes_array, (np.array(1.3),), (0,)),
    (no_axes_from_number, (1.3,), (0,)),
    (no_axes_written, (1.3,), (0,)),
    (no_axes_in_loop, (np.array([1.3, 0.7, -0.4]),), (0,)),
    (no_axes_from_reductions, (np.array([[1.3, 0.7], [-0.4, 0.9]]),), (0,)),
    (empty_array, (np.array([]), 1.3), (0, 1)),
    (empty_array, (np.array([0.7, 0.4]), 1.3), (0, 1)),
    (empty_array_loop, (np.array([]), 1.3), (0, 1)),
    (empty_list, ([], 1.3), (0, 1)),
    (empty_list, ([0.7], 1.3), (0, 1)),
    (one_element, (np.array([1.3]),), (0,)),
    (unused_argument, (1.3, 0.7, np.array([1.0, 2.0]), [1.0, (2.0, 3.0)]), (0, 1, 2, 3)),
    (only_compared, (1.3, 0.7), (0, 1)),
    (only_shape_matters, (np.array([1.0, 2.0]), 1.3), (0, 1)),
    (only_sign_and_steps, (1.3, -0.7), (0, 1)),
    (overwritten_array, (np.array([1.0, 2.0]), 1.3), (0, 1)),
    (constant_result, (1.3, np.array([[1.0, 2.0]])), (0, 1)),
    (constant_from_cancelled, (1.3,), (0,)),
    (constant_integer_result, (1.3,), (0,)),
    (returns_the_argument, (1.3,), (0,)),
    (returns_an_element, (np.array([1.0, 2.0]),), (0,)),
    (infinities_and_limits, (1.3,), (0,)),
    (not_a_number_avoided, (np.array([1.0, 2.0]),), (0,)),
]
