"""`A[tuple(index)]`, whose number of axes only the run knows; and parts of arrays of unknown axes."""
import numpy as np


def total_variation(A):
    t = 0.0
    for axis in range(A.ndim):
        lo = [slice(None)] * A.ndim
        hi = [slice(None)] * A.ndim
        lo[axis] = slice(None, -1)
        hi[axis] = slice(1, None)
        t += np.sum((A[tuple(hi)] - A[tuple(lo)]) ** 2)
    return t


def shifted_along_each(A):
    out = np.zeros_like(A)
    for axis in range(2):
        src = [slice(None), slice(None)]
        dst = [slice(None), slice(None)]
        src[axis] = slice(0, -1)
        dst[axis] = slice(1, None)
        out[tuple(dst)] += A[tuple(src)] ** 2
    return np.sum(out * A)


def part_along(A, axis, a, b):
    s = [slice(None)] * A.ndim
    s[axis] = slice(a, b)
    return A[tuple(s)]


def with_helper(A):
    d = part_along(A, 0, 1, None) - part_along(A, 0, None, -1)
    e = part_along(A, 1, 1, None) * part_along(A, 1, None, -1)
    return np.sum(d ** 2) + np.sum(e)


def one_of_an_axis(A):
    s = [slice(None)] * A.ndim
    s[1] = 1
    return np.sum(A[tuple(s)] ** 2)


def stencil2(A):
    t = 0.0
    for idx in np.ndindex(A.shape):
        for axis in range(A.ndim):
            k = list(idx)
            k[axis] = (k[axis] + 1) % A.shape[axis]
            t += A[idx] * A[tuple(k)]
    return t


def element_by_list(A):
    B = A.copy()
    for axis in range(2):
        k = [0] * 2
        k[axis] = 1
        B[tuple(k)] *= A[0, 0]
    return np.sum(B * A)


def new_axes_by_list(A):
    s = [None] * 3
    s[1] = slice(None)
    return np.sum(A[0][tuple(s)] * np.ones((2, 2, 2)) ** 2)


def mixed_write(A):
    B = A.copy()
    for axis in range(2):
        s = [slice(None)] * 2
        s[axis] = 0
        B[tuple(s)] += A[tuple(s)] ** 2
        B[tuple(s)] *= A[0, 0]
    return np.sum(B * A)


def view_kept(A):
    s = [slice(None)] * 2
    s[0] = slice(1, None)
    B = A * 2
    v = B[tuple(s)]
    v *= A[:-1]
    v[0, 0] = A[0, 0]
    return np.sum(B ** 2)


def view_kept2(A):
    s = [slice(None)] * 2
    s[0] = 1
    B = A * 2
    v = B[tuple(s)]
    v *= A[0]
    v[0] = A[0, 0]
    return np.sum(B ** 2)


def index_changed(A):
    k = [0, 0]
    t = 0.0
    for i in range(2):
        k[i] = 1
        t += A[tuple(k)] ** 2
        k[1 - i] = 0
    return t


def gather_arr(A):
    k = [np.array([0, 1, 1]), 1]
    return np.sum(A[tuple(k)] ** 2)


def mask_in_a_list(A):
    k = [A[:, 0] > 0.4, slice(None)]
    return np.sum(A[tuple(k)] ** 2)


def axes_exchanged(A):
    ax = list(range(A.ndim))
    ax[0], ax[1] = ax[1], ax[0]
    B = np.transpose(A, ax)
    return np.sum(B[tuple([0, 1])] * A[tuple([1, 0])] + B[(0, 1)])


def in_class(A):
    class Grid:
        def __init__(self, v):
            self.v = v
        def at(self, axis, where):
            k = [slice(None)] * self.v.ndim
            k[axis] = where
            return self.v[tuple(k)]
    g = Grid(A * 2)
    g.at(0, 1)[...] *= A[0]
    g.at(1, slice(0, 1))[...] = A[:, 1:]
    return np.sum(g.v ** 3) + g.at(1, 1).sum()


def true_in_a_list(A):
    k = [True, 0]
    return np.sum(A[tuple(k)] ** 2)


def differences(f, h):
    out = []
    for axis in range(f.ndim):
        g = np.empty_like(f)
        s1 = [slice(None)] * f.ndim
        s2 = [slice(None)] * f.ndim
        s3 = [slice(None)] * f.ndim
        s1[axis] = slice(1, -1)
        s2[axis] = slice(None, -2)
        s3[axis] = slice(2, None)
        g[tuple(s1)] = (f[tuple(s3)] - f[tuple(s2)]) / (2 * h)
        s1[axis] = 0
        s2[axis] = 0
        s3[axis] = 1
        g[tuple(s1)] = (f[tuple(s3)] - f[tuple(s2)]) / h
        s1[axis] = -1
        s2[axis] = -2
        s3[axis] = -1
        g[tuple(s1)] = (f[tuple(s3)] - f[tuple(s2)]) / h
        out.append(g)
    return out


def own_gradient(A, h):
    g = differences(A, h)
    return np.sum(g[0] ** 2) + np.sum(g[1] * A)


def one_axis(v):
    k = [slice(1, None)]
    j = [0]
    return v[tuple(k)] @ v[tuple([slice(None, -1)])] + v[tuple(j)] * v[tuple([-1])]


def too_long(A):
    try:
        return A[tuple([0, 0, 0])] * 2
    except IndexError:
        return A[tuple([1])][0] * A[0, 0]


def flipped_by_list(A):
    k = [slice(None)] * 2
    for axis in range(2):
        k[axis] = slice(None, None, -1)
    return np.sum(A[tuple(k)] * A * np.arange(4).reshape(2, 2))


def tuple_with_unknown(A, c):
    k = np.array([0, 1, 1]) if c else 1
    t = (k, 1)
    return np.sum(A[t] ** 2)


def written_by_unknown(A, c):
    k = np.array([0, 1, 1]) if c else 1
    B = A * 1.0
    t = (k, 1)
    B[t] = A[t] * 2
    B[k, 0] *= A[0, 0]
    return np.sum(B ** 2)


def list_of_tuples(A, c):
    ks = [(np.array([0, 0]), 1), (1, 0)]
    t = 0.0
    for k in ks:
        t += np.sum(A[k] ** 2)
    return t


def args_index2(A, c):
    def at(B, *k):
        return np.sum(B[k])
    return at(A, np.array([1, 1])) * at(A, 0, 1) + at(A, slice(0, 2))


def arr_rows2(A, c):
    k = np.array([[0, 1, 1], [1, 0, 0]])
    return np.sum(A[tuple(k)] ** 2) + np.sum(A[tuple(map(tuple, k))] ** 2) + np.sum(A[tuple(k.tolist())])


def nested_tuples(A, c):
    return np.sum(A[((0, 1, 1), (1, 0, 0))] ** 2) + np.sum(A[(0, 1, 1), (1, 0, 0)] ** 2) + np.sum(A[(1, 1), 0] ** 3)


def nested_written(A, c):
    B = A * 2
    k = ((0, 1), (1, 0))
    B[k] *= A[0, 0]
    B[(2, 2), :] += A[:2]
    return np.sum(B ** 2) + np.sum(B[k] * B[k])


def tuple_rows(A, c):
    rows = (1, 1)
    return np.sum(A[rows, :] ** 2) + np.sum(A[(rows,)]) * A[rows] 


def tuple_in_list(A, c):
    return np.sum(A[[(0, 1), (1, 1)]] ** 2)


def parts_unknown(A):
    t = 0.0
    for p in [A, A[0], A[:, 0]]:
        q = p[1:] - p[:-1]
        t += np.sum(q ** 2)
    return t


def part_by_a_tuple_of_any_length(x):
    A = np.outer([x, 2.0], [1.0, x])
    b = A[tuple([0])]
    b *= 2
    return float(np.sum(A**2))


def part_read_by_a_tuple_of_a_slice(x):
    a = np.array([x, 1.0, x * x])
    b = a[tuple([slice(1, 3)])]
    a[1] = x * a[2]
    return float(np.sum(b))


def place_by_a_sum_of_tuples(x):
    A = np.outer([x, 2.0], [1.0, x])
    held = [A]
    A[tuple([0]) + (1,)] = x
    return np.sum(held[0])


def part_by_a_sum_of_slices(x):
    A = np.outer([x, 2.0], [1.0, x])
    b = A[(0,) + tuple([slice(None, None, 2)])]
    b *= 2
    return np.sum(A)


_A = np.array([[0.3, 0.7], [1.2, -0.4], [0.5, 0.9]])
_B = _A[:2] + 0.1
_C = np.arange(12.0).reshape(3, 4) ** 2 / 30 + 0.1

CASES = [
    (f, (_A,), (0,))
    for f in (
        total_variation, shifted_along_each, with_helper, one_of_an_axis, stencil2, element_by_list,
        new_axes_by_list, mixed_write, view_kept, index_changed, gather_arr, mask_in_a_list, axes_exchanged,
        parts_unknown,
    )
]
CASES += [(f, (_B,), (0,)) for f in (view_kept2, in_class, true_in_a_list, too_long, flipped_by_list)]
CASES += [
    (f, (_A, c), (0,))
    for f in (
        tuple_with_unknown, written_by_unknown, list_of_tuples, args_index2, arr_rows2, nested_tuples,
        nested_written, tuple_rows, tuple_in_list,
    )
    for c in (0, 1)
]
CASES += [(own_gradient, (_C, 0.3), (0, 1)), (one_axis, (_A[0],), (0,))]
CASES += [
    (f, (1.3,), (0,))
    for f in (
        part_by_a_tuple_of_any_length, part_read_by_a_tuple_of_a_slice, place_by_a_sum_of_tuples, part_by_a_sum_of_slices,
    )
]
