"""Arrays without axes: read, written in place, under two names, through helpers."""

import numpy as np


def read_by_empty_index(a):
    return a * a + np.sin(a) * a[()]


def written_through_two_names(x):
    a = np.zeros(())
    a[()] = x * x
    b = a
    a += x
    a[...] = a * b
    return b * x


def accumulated(v):
    total = np.array(0.0)
    for a in v:
        total += a * a
        total *= a
    return total


def number_made_an_array(x):
    a = np.array(x)
    a *= x
    b = a[()]
    a[...] = 3 * x
    c = a[...]
    a += b * c
    return a * b + c


def argument_written(a, x):
    a += x
    a[()] *= a
    return a[()] * x + np.sum(a)


def grow(a, x):
    a += x * x
    a[()] = a * x


def written_by_helper(x):
    a = np.array(x)
    grow(a, x)
    grow(a, 2.0)
    return a * x


def one_element_view(v):
    v[..., 0] = v[1] * 2
    w = v[..., 1]
    w += v[0]
    return np.sum(v) * w


def functions_of_arguments(a, b):
    return np.maximum(a, b) + a.sum() * b.mean() + a.reshape(1)[0] + np.where(a > b, a, b)


def changed_in_branches(x, n):
    best = np.array(0.0)
    for k in range(n):
        if k % 2:
            best[()] = x * best + k
        else:
            best -= x
    return best.item() ** 2


# Axes for a NumPy number

def axes_for_numbers(x):
    s = np.sum(x * x)
    return np.sum(s[..., None] * x) + np.sum(s[None]**2) + np.sum(s[None, None] * x)


def numbers_joined(x):
    t = np.mean(x)[np.newaxis]
    return np.sum(np.concatenate([t, x])**2) + np.max(x)[..., np.newaxis][0] + np.sum(x)[...] * 2


def axes_in_a_loop(x):
    t = 0.0
    for k in range(3):
        s = np.dot(x, x)[None]
        t = t + s[0] * k
    return t



def complex_accumulator(x):
    acc = np.zeros((), complex)
    for k in range(3):
        acc += x * 1j**k
        acc *= acc
    return acc.real + acc[()].imag


CASES = [
    (read_by_empty_index, (np.array(1.3),), (0,)),
    (written_through_two_names, (1.3,), (0,)),
    (accumulated, (np.array([1.3, 0.7, -0.4]),), (0,)),
    (number_made_an_array, (1.3,), (0,)),
    (argument_written, (np.array(1.3), 0.7), (0, 1)),
    (written_by_helper, (1.3,), (0,)),
    (one_element_view, (np.array([1.3, 0.7, -0.4]),), (0,)),
    (functions_of_arguments, (np.array(1.3), np.array(0.7)), (0, 1)),
    (changed_in_branches, (1.3, 4), (0,)),
    (complex_accumulator, (1.3,), (0,)),
    *((f, (np.array([0.3, -0.7, 1.1]),), (0,)) for f in (axes_for_numbers, numbers_joined, axes_in_a_loop)),
]
