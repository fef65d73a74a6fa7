"""Complex numbers between real arguments and a real result: numbers, arrays, loops, helpers, names that change kind."""

import cmath
import math

import numpy as np

OMEGA = cmath.exp(2j * math.pi / 5)
PHASES = np.exp(1j * np.arange(3.0))
PAULI = np.array([[0, -1j], [1j, 0]])


# Numbers


def literal_times(x):
    z = 3j * x
    return z.imag * x


def sum_of_parts(x, y):
    z = complex(x, y)
    return z.real * z.imag + z.real**3


def keywords_of_complex(x, y):
    z = complex(real=x, imag=y)
    w = complex(imag=x, real=0.5)
    return (z * w).imag


def complex_of_one(x):
    z = complex(x)
    return (z * 1j).imag * z.real


def product_and_quotient(x, y):
    z = complex(x, y)
    w = complex(y, -x)
    return (z * w).real + (z / w).imag + (1 / z).real + (w / 2).imag


def divided_by_real(x, y):
    z = complex(x, y) / x
    return z.imag * y + (z / (y * 1j)).real


def minus_and_plus(x, y):
    z = -complex(x, y)
    return (+z * z).imag - (z - 2).real * (1j - z).imag


def integer_powers(x, y):
    z = complex(x, y)
    return (z**2).real + (z**-1).imag + (z**0).real + (z**5).imag + (z**1).real


def general_powers(x, y):
    z = complex(x, y)
    return (z**x).real + (x**z).imag + (z**z).real + (z**0.5).imag + (1j**y).real


def power_of_negative(x):
    z = (-x) ** 0.5
    return abs(z + 1) + (z * 2j).real


def builtin_pow(x, y):
    z = pow(complex(x, y), 3)
    return z.real + pow(z, 0.5).imag


def magnitudes(x, y):
    z = complex(x, y)
    return abs(z) + abs(z * z) ** 3 + abs(abs(z) - 2j * x) + abs(-x) + np.abs(z)


def magnitude_of_real_in_complex(x, y):
    z = complex(x, y)
    return abs(z.real) * abs(z.imag) + abs(x * y)


def conjugate_method(x, y):
    z = complex(x, y)
    w = z.conjugate() * (2 + 1j)
    return (w * w).imag + (z * z.conjugate()).real


def conjugate_of_real(x):
    return x.conjugate() * x + np.conj(x) * 2


def parts_of_real(x, v):
    return x.real * x + np.real(x) ** 2 + np.imag(x) + np.sum(v.real * v) + np.sum(v.imag)


def parts_by_function(x, y):
    z = complex(x, y)
    return np.real(z) * np.imag(z * z) + np.conj(z).imag * x + np.angle(z)


def angles(x, y):
    z = complex(x, y)
    return np.angle(z) + cmath.phase(z * z) * x + np.angle(x + 2j)


def angle_of_real(x):
    return np.angle(x) + cmath.phase(x) + x * x


def cmath_elementary(x, y):
    z = complex(x, y)
    return (cmath.exp(z) + cmath.log(z) * cmath.sqrt(z) + cmath.log10(z) + cmath.log(z, 2.0)).real


def cmath_trigonometric(x, y):
    z = complex(x, y)
    return (cmath.sin(z) * cmath.cos(z) + cmath.tan(z)).imag + (cmath.sinh(z) + cmath.cosh(z) * cmath.tanh(z)).real


def cmath_inverse(x, y):
    z = complex(x, y)
    w = cmath.asin(z) + cmath.acos(z * 0.5) * 1j + cmath.atan(z) + cmath.asinh(z) + cmath.acosh(z) + cmath.atanh(z)
    return w.real - 2 * w.imag


def inverse_hyperbolic_cosine_on_the_left(x, y):
    z = complex(-x - 1, y)
    return cmath.acosh(z).imag + np.arccosh(z).real


def cmath_of_reals(x):
    return (cmath.exp(x) * 1j).imag + cmath.sqrt(-x).imag + cmath.log(-x).real + cmath.cos(x).real


def polar_form(r, phi):
    z = cmath.rect(r, phi)
    return z.real * phi + (z * z).imag


def numpy_elementary(x, y):
    z = x + 1j * y
    w = np.exp(z) + np.log(z) * np.sqrt(z) - np.sin(z) / np.cos(z) + np.tanh(z) + np.square(z) + np.arctan(z)
    return w.real * 0.3 + w.imag


def numpy_scalars(v):
    z = v[0] + 1j * v[1]
    w = z * v[2] + z.conjugate()
    return w.real * w.imag + abs(w)


def zero_magnitude_elsewhere(x):
    z = complex(x, 0) - x
    return abs(z) + x * x


def discarded_complex(x):
    z = complex(x, 1)
    z = z * 2
    return x**3


def inactive_complex(x):
    z = (1 + 2j) ** 3
    return x * z.real + abs(z) * x * x + (z * OMEGA).imag * x


def global_complex(x, y):
    return (OMEGA * complex(x, y)).real ** 2 + abs(x * OMEGA + 1) + np.sum(np.abs(PHASES * x + y))


# Branches, loops, helpers


def choice_of_kinds(x, flag):
    z = x * 1j if flag else x * x
    return abs(z + 1)


def choice_in_product(x, y, flag):
    z = (complex(x, y) if flag else y) * (x + 1j)
    return z.imag + z.real * x


def or_as_value(x, y):
    z = (x > 5 and x) or complex(x, y) * x
    return abs(z) ** 2


def branch_makes_complex(x, y):
    z = x * y
    if x > 1:
        z = z + 1j * x
        z = z * z
    else:
        z = z * 3
    return z.real + abs(z)


def same_name_real_again(x, y):
    z = complex(x, y)
    r = z.real * y
    z = abs(z * r)
    z = z * x
    return z + r


def argument_becomes_complex(x, y):
    if y > 0:
        x = x * 1j + y
    return abs(x * x - 1)


def array_argument_becomes_complex(v, flag):
    w = np.sum(v * v)
    if flag:
        v = v * 1j + 1
    return np.sum(np.abs(v * v)) * w


def loop_makes_complex(x, n):
    z = x
    for k in range(n):
        z = z * z * 0.5 + 1j * k * x
    return z.real - z.imag


def while_loop(x, y):
    z, c, count = 0j, complex(x, y), 0
    while abs(z) < 2 and count < 20:
        z = z * z + c
        count += 1
    return abs(z) + count


def escape_smooth(x, y):
    z = complex(x, y)
    for n in range(20):
        if z.real * z.real + z.imag * z.imag > 16:
            return n + 1 - math.log(math.log(abs(z))) / math.log(2)
        z = z * z + complex(x, y)
    return abs(z)


def horner(coefficients, x, y):
    z, p = complex(x, y), 0
    for c in coefficients:
        p = p * z + c
    return p.real * 2 + p.imag


def newton_root(a, b):
    z = complex(0.5, 1.0)
    for _ in range(6):
        z -= (z * z + a * z + b) / (2 * z + a)
    return z.real * 3 + z.imag


def augmented_number(x, y):
    z = complex(x, y)
    z += x
    z *= z
    z -= 1j * y
    z /= complex(y, x)
    z **= 2
    return z.imag


def squared(z):
    return z * z


def rotate(z, angle):
    return z * cmath.exp(1j * angle)


def polar_parts(z):
    return abs(z), cmath.phase(z)


def helpers(x, y):
    z = rotate(squared(complex(x, y)), y)
    return z.real + squared(x) + rotate(x, y).imag


def helper_of_tuple(x, y):
    r, phi = polar_parts(complex(x, y) * (1 + x * 1j))
    return r * phi


def real_and_complex_results(x, y):
    def f(t):
        return t * 1j if y > 0 else t

    return abs(f(x) + f(complex(x, y)))


def power_recursive(z, n):
    if n == 0:
        return 1
    half = power_recursive(z, n // 2)
    return half * half * (z if n % 2 else 1)


def recursion(x, y):
    return power_recursive(complex(x, y), 5).imag


def tuple_of_complex(x, y):
    z, r = complex(x, y), x * y
    z, w = z * r, z + r * 1j
    return (z / w).real


def swap(x, y):
    a, b = complex(x, 1), x * y
    a, b = b, a
    return a * b.real + (a * b).imag


# Lists and comprehensions


def list_of_complex(x, y):
    zs = [x, complex(x, y), 1j, y]
    return (zs[0] * zs[1] + zs[2] * zs[3]).imag + abs(sum(zs))


def appended(x, n):
    zs = []
    for k in range(n):
        zs.append(complex(x, k) ** 2)
    total = 0
    for z in zs:
        total = total + z * x
    return total.real + total.imag


def appended_mixed(x, y):
    zs = [x * 1j]
    zs.append(x)
    zs.append(complex(y, x))
    return abs(zs[0] * zs[1] + zs[2] ** 2)


def comprehension(v, x):
    zs = [cmath.exp(1j * a * x) for a in v]
    return sum(z * z for z in zs).real + sum(abs(z - 2) for z in zs)


def comprehension_from_real(v):
    zs = [a * OMEGA**k for k, a in enumerate(v)]
    return abs(sum(zs)) ** 2


def sum_from_complex_start(v, x):
    return abs(sum([a * a for a in v], complex(x, 1)))


# Arrays


def array_from_parts(v, w):
    z = v + 1j * w
    return np.sum((z * z).real) + np.sum(np.abs(z)) * np.sum(z.imag)


def array_literal(x, y):
    z = np.array([x, 1j * y, x + 2j])
    return np.sum(z * z * PHASES).imag


def array_of_complex_dtype(x, y):
    z = np.array([x, y], dtype=complex) * (1 + 1j)
    return np.sum(z[0] * z[1]).imag + z[1].real


def broadcast(v, x):
    z = v[:, None] * (1j * v) + x
    return np.sum(np.abs(z) ** 2) + z[0, 1].imag


def broadcast_scalar(v, x, y):
    z = complex(x, y) * v
    return np.sum(z.real * v) + np.sum(z.imag**2) + np.sum(v / complex(x, y)).imag


def reductions(v, w):
    z = v + 1j * w
    return np.sum(z).real * np.mean(z).imag + np.prod(z).imag + np.cumsum(z)[1].real * np.sum(z * z).imag


def variance_of_complex(v, w):
    z = v + 1j * w
    return np.var(z) + np.std(z * z) + np.linalg.norm(z)


def products(v, A):
    z = A @ (v * PHASES)
    return np.vdot(z, v).imag + np.vdot(v, z).real + np.dot(z, z).imag + (z @ PHASES).real + np.outer(z, v)[0, 1].imag


def matrix_products(A, x):
    U = A + 1j * x * A.T
    B = U @ PAULI[:, :] @ U.conj().T
    return np.trace(B).real + np.sum((U * B).imag) + np.sum((B @ A).real)


def inner_and_outer(v, w):
    z, u = v * 1j + w, w - 1j * v
    return np.inner(z, u).real + np.sum(np.outer(z, u.conj())).imag


def shapes(v, w):
    z = (v + 1j * w).reshape(1, -1)
    y = np.concatenate([z[0], v * 2])
    s = np.stack([v, z.ravel()])
    return np.sum(y * y).imag + np.sum(s[1] * s[0]).imag + np.transpose(z)[1, 0].real + np.flip(z)[0, 0].imag


def where_of_kinds(v, x):
    z = np.where(v > 0, v * 1j, x)
    return np.sum(np.abs(z) ** 3) + np.sum(z.imag * v)


def elements(v, x):
    z = v * (1 + 1j) + 1j * x
    return z[0].real * z[1].imag + abs(z[-1]) + np.sum(z[1:].imag) + z[::2].real[0] + z.imag[1] * z.real[0]


def gathered(v):
    z = v * PHASES
    k = np.array([0, 2, 0])
    return np.sum(z[k] * z).imag + np.sum(np.abs(z[v > 0]) ** 3)


def written(v, x):
    z = np.zeros(3, dtype=complex)
    z[0] = v[0] * 1j
    z[1] = x
    z[2] = z[0] * z[1] + v[1]
    z[0] += x * z[2]
    z *= 1 + 2j
    return np.sum(z.real * z.imag)


def written_slices(v, x):
    z = np.ones((2, 3), complex)
    z[0] = v * 1j
    z[1, 1:] = v[:2] * x
    z[:, 0] *= z[:, 1] + 1j
    z[1] -= z[0] * x
    return np.sum(np.abs(z) ** 2)


def parts_written(v, x):
    z = np.zeros(3, dtype=complex)
    z.real[0] = x
    z.imag[:] = v * v
    z.imag[1] *= x
    return np.sum(z * z).imag + np.sum(z * z).real


def view_of_part(v):
    z = v * (2 - 1j)
    re = z.real
    re[0] = re[1] * v[2]
    z[1] = z[0] * 1j
    return np.sum(re * v) + np.sum(z.imag)


def in_place_scaling(v, x):
    z = v.astype(complex)
    z *= cmath.exp(1j * x)
    z += v
    z /= complex(1, x)
    return np.sum(np.abs(z))


def helper_writes(z, x):
    z[0] = x * 1j
    z[1:] *= x


def written_by_helper(v, x):
    z = v * (1 + 1j)
    helper_writes(z, x)
    return np.sum(z.real * z.imag)


def ping_pong(v, n):
    a, b = v * (1 + 0j), np.zeros(3, complex)
    for k in range(n):
        b[:] = np.roll(a, 1) * 1j + a * 0.5
        a, b = b, a
    return np.sum(np.abs(a) ** 2 * v)


def schroedinger(psi, V, steps, dt):
    re = psi
    wave = psi + 0j
    for _ in range(steps):
        lap = np.zeros(len(psi), complex)
        lap[1:-1] = wave[2:] - 2 * wave[1:-1] + wave[:-2]
        wave = wave + 1j * dt * (0.5 * lap - V * wave)
    return np.sum(np.abs(wave) ** 2 * np.arange(len(psi))) + np.sum(re * wave.imag)


def discrete_fourier(v):
    n = len(v)
    total = 0.0
    for k in range(n):
        c = 0j
        for j in range(n):
            c += v[j] * cmath.exp(-2j * cmath.pi * j * k / n)
        total += abs(c) ** 3
    return total


def roots_of_quadratic(a, b, c):
    d = cmath.sqrt(b * b - 4 * a * c)
    r = (-b + d) / (2 * a)
    return abs(r) + r.imag * a


def transmission_line(r, l, w):
    z = r + 1j * w * l
    gamma = np.sqrt(z * 0.3j * w)
    return np.abs(np.cosh(gamma) + z * np.sinh(gamma)) + np.angle(gamma)


def single_precision(v, x):
    z = v * np.complex64(1 + 2j)
    return np.sum(z.real * z.imag) + np.sum(np.abs(z)) * x


def rows_in_loop(A):
    Z = A * (1 + 1j)
    total = 0.0
    for row in Z:
        total += np.abs(row[0] * row[1]) + np.sum(row).imag ** 2
    return total


def elements_in_loop(v, w):
    total = 0j
    for z in v + 1j * w:
        total = total * z + 1
    return total.real + total.imag


def spectrum(v):
    f = np.fft.fft(v)
    return np.sum(np.abs(f) ** 2 * np.arange(len(v))) + f[1].imag


def filtered(v, x):
    f = np.fft.rfft(v * x)
    f = f * np.exp(-np.arange(len(f)) * x * 0.1) * 1j**x
    return np.sum(np.fft.irfft(f, len(v)) ** 3)


def inverse_transform(v, w):
    z = np.fft.ifft(v + 1j * w)
    return np.sum(z.real**3) + np.sum(np.abs(np.fft.fft(z * z, 5)))


def transforms_of_rows(A):
    F = np.fft.fft(A, axis=0) + np.fft.ifft2(A) * 2j
    return np.sum(np.abs(F) ** 2 * A) + np.sum(np.fft.fftshift(np.fft.fft2(A * A)).imag * A)


V = np.array([1.3, 0.7, -0.4])
W = np.array([-0.6, 0.9, 0.5])
A = np.array([[1.3, 0.7, 0.2], [-0.4, 0.9, 0.5], [0.3, -0.8, 1.1]])
B = A[:2, :2]
CASES = [
    (literal_times, (1.3,), (0,)),
    (sum_of_parts, (1.3, 0.7), (0, 1)),
    (keywords_of_complex, (1.3, 0.7), (0, 1)),
    (complex_of_one, (1.3,), (0,)),
    (product_and_quotient, (1.3, 0.7), (0, 1)),
    (divided_by_real, (1.3, 0.7), (0, 1)),
    (minus_and_plus, (1.3, 0.7), (0, 1)),
    (integer_powers, (1.3, 0.7), (0, 1)), (integer_powers, (np.array(1.3, np.float32), 0.7), (0, 1)),
    (general_powers, (1.3, 0.7), (0, 1)),
    (power_of_negative, (1.3,), (0,)),
    (power_of_negative, (-1.3,), (0,)),
    (builtin_pow, (1.3, 0.7), (0, 1)),
    (magnitudes, (1.3, 0.7), (0, 1)),
    (magnitude_of_real_in_complex, (1.3, -0.7), (0, 1)),
    (conjugate_method, (1.3, 0.7), (0, 1)),
    (conjugate_of_real, (1.3,), (0,)),
    (parts_of_real, (1.3, V), (0, 1)),
    (parts_by_function, (1.3, 0.7), (0, 1)),
    (angles, (1.3, 0.7), (0, 1)),
    (angles, (-1.3, 0.7), (0, 1)),
    (angle_of_real, (1.3,), (0,)),
    (cmath_elementary, (1.3, 0.7), (0, 1)),
    (cmath_trigonometric, (1.3, 0.7), (0, 1)),
    (cmath_inverse, (0.3, 0.7), (0, 1)),
    (cmath_inverse, (-1.3, 0.7), (0, 1)),
    (inverse_hyperbolic_cosine_on_the_left, (1.3, 0.7), (0, 1)),
    (cmath_of_reals, (1.3,), (0,)),
    (polar_form, (1.3, 0.7), (0, 1)),
    (numpy_elementary, (1.3, 0.7), (0, 1)),
    (numpy_scalars, (V,), (0,)),
    (zero_magnitude_elsewhere, (1.3,), (0,)),
    (discarded_complex, (1.3,), (0,)),
    (inactive_complex, (1.3,), (0,)),
    (global_complex, (1.3, 0.7), (0, 1)),
    (choice_of_kinds, (1.3, True), (0,)),
    (choice_of_kinds, (1.3, False), (0,)),
    (choice_in_product, (1.3, 0.7, True), (0, 1)),
    (choice_in_product, (1.3, 0.7, False), (0, 1)),
    (or_as_value, (1.3, 0.7), (0, 1)),
    (or_as_value, (5.3, 0.7), (0, 1)),
    (branch_makes_complex, (1.3, 0.7), (0, 1)),
    (branch_makes_complex, (0.3, 0.7), (0, 1)),
    (same_name_real_again, (1.3, 0.7), (0, 1)),
    (argument_becomes_complex, (1.3, 0.7), (0, 1)),
    (argument_becomes_complex, (1.3, -0.7), (0, 1)),
    (array_argument_becomes_complex, (V, True), (0,)),
    (array_argument_becomes_complex, (V, False), (0,)),
    (loop_makes_complex, (1.3, 4), (0,)),
    (loop_makes_complex, (1.3, 0), (0,)),
    (while_loop, (0.3, 0.5), (0, 1)),
    (while_loop, (0.9, 0.5), (0, 1)),
    (escape_smooth, (0.4, 0.5), (0, 1)),
    (escape_smooth, (0.1, 0.1), (0, 1)),
    (horner, ([1.3, 0.7, -0.4], 0.5, 0.8), (0, 1, 2)),
    (newton_root, (0.7, 1.3), (0, 1)),
    (augmented_number, (1.3, 0.7), (0, 1)),
    (helpers, (1.3, 0.7), (0, 1)),
    (helper_of_tuple, (1.3, 0.7), (0, 1)),
    (real_and_complex_results, (1.3, 0.7), (0, 1)),
    (real_and_complex_results, (1.3, -0.7), (0, 1)),
    (recursion, (1.3, 0.7), (0, 1)),
    (tuple_of_complex, (1.3, 0.7), (0, 1)),
    (swap, (1.3, 0.7), (0, 1)),
    (list_of_complex, (1.3, 0.7), (0, 1)),
    (appended, (1.3, 3), (0,)),
    (appended_mixed, (1.3, 0.7), (0, 1)),
    (comprehension, ([1.3, 0.7, -0.4], 0.9), (0, 1)),
    (comprehension_from_real, ([1.3, 0.7, -0.4],), (0,)),
    (sum_from_complex_start, ([1.3, 0.7], 0.4), (0, 1)),
    (array_from_parts, (V, W), (0, 1)),
    (array_literal, (1.3, 0.7), (0, 1)),
    (array_of_complex_dtype, (1.3, 0.7), (0, 1)),
    (broadcast, (V, 0.7), (0, 1)),
    (broadcast_scalar, (V, 1.3, 0.7), (0, 1, 2)),
    (reductions, (V, W), (0, 1)),
    (variance_of_complex, (V, W), (0, 1)),
    (products, (V, A), (0, 1)),
    (matrix_products, (B, 0.7), (0, 1)),
    (inner_and_outer, (V, W), (0, 1)),
    (shapes, (V, W), (0, 1)),
    (where_of_kinds, (V, 0.7), (0, 1)),
    (elements, (V, 0.7), (0, 1)),
    (gathered, (V,), (0,)),
    (written, (V, 0.7), (0, 1)),
    (written_slices, (V, 0.7), (0, 1)),
    (parts_written, (V, 0.7), (0, 1)),
    (view_of_part, (V,), (0,)),
    (in_place_scaling, (V, 0.7), (0, 1)),
    (written_by_helper, (V, 0.7), (0, 1)),
    (ping_pong, (V, 3), (0,)),
    (schroedinger, (np.array([0.1, 0.9, 0.4, 0.2]), np.array([0.5, 0.1, -0.3, 0.8]), 3, 0.1), (0, 1)),
    (discrete_fourier, (V,), (0,)),
    (roots_of_quadratic, (1.3, 0.7, 2.1), (0, 1, 2)),
    (roots_of_quadratic, (0.3, 1.7, 0.4), (0, 1, 2)),
    (transmission_line, (1.3, 0.7, 0.4), (0, 1, 2)),
    (single_precision, (V.astype(np.float32), 0.7), (0, 1)),
    (rows_in_loop, (A,), (0,)),
    (elements_in_loop, (V, W), (0, 1)),
    (spectrum, (V,), (0,)),
    (spectrum, (np.array([1.3, 0.7, -0.4, 0.2]),), (0,)),
    (filtered, (V, 0.7), (0, 1)),
    (filtered, (np.array([1.3, 0.7, -0.4, 0.2]), 0.7), (0, 1)),
    (inverse_transform, (V, W), (0, 1)),
    (transforms_of_rows, (A,), (0,)),
]
