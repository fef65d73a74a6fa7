"""Slices that have names: indices of arrays, lists and classes of the program; loops over `range(*bounds)` and parts."""

import numpy as np

INNER = slice(1, -1)


class Vec:
    def __init__(self, d):
        self.d = list(d)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Vec(self.d[i])
        return self.d[i]

    def __len__(self):
        return len(self.d)


class Series:
    def __init__(self, items):
        self._items = items

    def __getitem__(self, key):
        if isinstance(key, slice):
            return [self._items[i] for i in range(*key.indices(len(self._items)))]
        if isinstance(key, int):
            return self._items[key]
        raise TypeError(key)

    def __setitem__(self, key, v):
        if isinstance(key, slice):
            for i in range(*key.indices(len(self._items))):
                self._items[i] = v
        else:
            self._items[key] = v


class Mat:
    def __init__(self, a):
        self.a = a

    def __getitem__(self, k):
        return Mat(self.a[k]) if isinstance(k, tuple) else self.a[k]

    def __setitem__(self, k, v):
        self.a[k] = v


def vec_in_brackets(x):
    v = Vec([x, x * x, 3 * x])
    return sum(v[1:].d) * v[0] + v[:2][1] + v[::2][-1] * len(v[:-1]) + sum(v[slice(1, None)].d)


def series_written(x):
    s = Series([x, x * x, 2.0, x])
    t = s[0] * sum(s[1:3])
    s[1:] = t
    s[0] = t * x
    return sum(s[:]) + s[-1] * x


def mat_of_slices(x):
    m = Mat(x * 1.5)
    t = m[0].sum()
    m[1, :] = t * x[0]
    m[0, 0:1] = 2 * t
    return float((m[:, 1].a * m[0:1, :].a[0, 1]).sum() + m[1:].sum())


def window(xs, s):
    part = xs[s]
    return sum(part) * part[0]


def windows_of_lists(x):
    xs = [x, 2 * x, x * x, 3.0]
    return window(xs, slice(1, 3)) + window(xs, slice(None, None, 2)) * x


def neighbours(x):
    left, right = slice(None, -1), slice(1, None)
    xs, t = [x, x * x, 2.0], 0.0
    for a, b in zip(xs[left], xs[right]):
        t += a * b
    p, h = (x, x * x, 2.0, x), slice(0, 2)
    a, b = p[h]
    return t + a * b + sum(p[h])


def view_by_a_slice(A):
    v = A[INNER]
    v[0] = v[1] * 2
    return float(np.sum(A * A) + v[0])


def parts_by_tuples(A):
    k = (slice(None), 1)
    M = np.outer(A, A)
    c = M[k]
    c *= A
    M[k] += M[(slice(None), 2)]
    t = 0.0
    for v in M[(slice(0, 2), 0)]:
        t += v * v
    return float(t + np.sum(M * A))


def of_length_one(A, s):
    r = A[s] + A
    return float(np.sum(r * r) + np.sum(A * A[s]))


def relaxed(M):
    inner = (slice(1, -1), slice(1, -1))
    up, down = (slice(0, -2), slice(1, -1)), (slice(2, None), slice(1, -1))
    for _ in range(3):
        new = M.copy()
        new[inner] = 0.5 * (M[up] + M[down]) * M[inner]
        M = new
    return float(np.sum(M * M))


def over_a_part(A, k):
    t = 0.0
    for v in A[min(k, 1), :]:
        t += v * v
    for u, v in zip(A[min(k, 1), :], A[max(k, 1), 1:]):
        t += v * u
    return t


def bounded(A, k):
    B = A.copy()
    for i in range(*k):
        B[i] = B[i - 1] * A[i]
        for j in range(*[i]):
            B[j] = B[j] * A[i] * j
    return float(B.sum())


def bounded_list(x, k):
    s = [x, x * x, 2.0, x]
    t = s
    for i in range(*k):
        s[i] = x * 3 * i
        t = s if i < 2 else s[:]
    return sum(s) * t[1]


def taken_from(x, k):
    for i in range(*k):
        yield x * i


def bounded_generator(x, k):
    g = taken_from(x, k)
    return next(g) + 2 * next(g) + sum(taken_from(x, k))


V = np.array([1.1, 2.0, 0.5, 0.7])
M = np.array([[1.0, 2.0, 0.3, 1.4], [3.0, 4.0, 0.5, 0.6], [0.7, 1.2, 2.2, 0.9]])
CASES = [
    *[(f, (1.3,), (0,)) for f in (vec_in_brackets, series_written, windows_of_lists, neighbours)],
    *[(f, (V,), (0,)) for f in (view_by_a_slice, parts_by_tuples)],
    *[(of_length_one, (V, s), (0,)) for s in (slice(1, 2), slice(None))],
    *[(f, (M,), (0,)) for f in (mat_of_slices, relaxed)],
    (over_a_part, (M, 1), (0,)),
    *[(bounded, (V, k), (0,)) for k in ((1, 4), [2])],
    *[(f, (1.3, k), (0,)) for f in (bounded_list, bounded_generator) for k in ((1, 4), [1, 4, 1])],
]
