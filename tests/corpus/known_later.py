"""Arrays of which only the run tells how many axes they have."""

import numpy as np


def weighted(r):
    r = np.asarray(r)
    return np.sum(r * np.arange(1.0, 1.0 + r.size).reshape(r.shape))


def diagonal_of_an_item(A, v):
    L = [A]
    g = np.diag(L[0])
    L[0] = v
    return np.sum(g * g) + np.sum(L[0])


def rows_summed_and_written(A, v):
    L = [A, v]
    s = sum(L[0])
    L[0] *= s
    L[0], L[1] = L[1], L[0]
    return np.sum(L[1])


def rows_summed_in_turn(A, v):
    out = 0.0
    for B in [A, A[0] * 2]:
        t = sum(B)
        B *= 2.0
        out = out + np.sum(B * t)
    return out


def area_between(A, v):
    r = np.trapezoid(v, A) if v[0] > 0 else v
    return weighted(r)


def area_or_not(A, v):
    try:
        r = np.trapezoid(v, A)
    except ValueError:
        r = v * 3
    return weighted(r)


def trace_of_an_item(A, v):
    T = np.stack((A, 2 * A, A * A), axis=2)
    box = [v, T]
    box[0], box[1] = box[1], box[0]
    try:
        r = np.trace(box[0])
    except ValueError:
        r = v
    return weighted(r)


def trace_of_other_axes(A, v):
    T = np.stack((A, 2 * A), axis=0)
    box = [v, T]
    box[0], box[1] = box[1], box[0]
    return weighted(np.trace(box[0], axis1=1, axis2=2))


def norm_with_its_axes(A, v):
    L = [A, v]
    L[0], L[1] = L[1], L[0]
    r = np.linalg.norm(L[1], keepdims=True) if v[0] > 0 else v
    return weighted(r) + np.max(L[1], keepdims=False)


def polynomial_of_an_item(A, v):
    L = [v, v[0]]
    L[0], L[1] = L[1], L[0]
    return np.sum(np.polyval(L[1], 0.5) ** 2)


def no_places(A, v):
    L = [v, A]
    places = [k for k in range(3) if v[k] > 10]
    L[0][places] = 2.0
    L[0][[]] = 3.0
    return np.sum(L[0] * A)


def as_doubles(A, v):
    a = np.float64(A * v)
    a[0] *= 2
    return np.sum(a * a)


def as_doubles_or_not(A, v):
    def doubles(a, dtype=None):
        dtype = np.float64 if dtype is None else dtype
        return dtype(a)

    return np.sum(doubles(A) ** 2) * doubles(v[0])


def the_same_as_doubles(A, v):
    a = v * 1.0
    b = np.float64(a)
    b[0] = 7 * v[1]
    return np.sum(a * b) * a[0]


CASES = [(f, (np.arange(1.0, 10.0).reshape(3, 3) ** 1.5, np.array([1.0, 2.0, 0.5])), (0, 1)) for f in (
    diagonal_of_an_item, rows_summed_and_written, rows_summed_in_turn, area_between, area_or_not, trace_of_an_item,
    trace_of_other_axes, norm_with_its_axes, polynomial_of_an_item, no_places, as_doubles, as_doubles_or_not,
    the_same_as_doubles,
)]  # fmt: skip
