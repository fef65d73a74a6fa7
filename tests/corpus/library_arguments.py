"""Library functions with all their arguments, and helpers along an axis that they are given."""
import cmath

import numpy as np


def einsum_of_one(x):
    a = x.reshape(1, 6)
    b = np.ones((3, 6)) * x
    return np.sum(np.einsum('ij,ij->ij', a, b) ** 2)


def power_of_a_small_integer(x):
    w = x * 2.0
    w[1:] **= np.uint8(2)
    return np.sum(w)


def in_place_with_numpy_numbers(x):
    w = x * 2.0
    w[1:] *= np.uint8(2)
    w[:2] += np.int8(1)
    w[::2] -= np.float32(0.5)
    w[0] **= np.uint8(2)
    w[-1] *= np.int16(3)
    w /= np.uint8(3)
    w[1:] **= np.float64(1.5)
    return np.sum(w ** 2)


def along_axis_laid_out(x):
    a = x.reshape(1, 6)
    k = np.array([[0, 1], [2, 3], [4, 5]])
    return np.sum(np.take_along_axis(a, k, axis=1) ** 2 * np.arange(6.).reshape(3, 2))


def along_axis_repeated(x):
    m = x.reshape(2, 3)
    return np.sum(np.take_along_axis(m, np.array([[2, 0, 0, 1]]), axis=1) ** 2 * np.arange(8.).reshape(2, 4)) + np.sum(np.take_along_axis(m, np.array([[1], [0], [1]]), axis=0)**3)


def value_of_more_axes(x):
    z = np.zeros(6)
    z[:] = (x * 2.0).reshape(1, 6)
    return np.sum(z ** 2)


def values_of_more_axes(x):
    z = np.zeros((2, 3))
    y = x.reshape(1, 2, 3)
    z[...] = y * 3
    z[0] = y[0, :1]
    return np.sum(z ** 2)


def inserted_numbers(x):
    return np.sum(np.insert(x * 2.0, [1, 3], 5.0) * np.arange(8.))


def inserted_values(x):
    return np.sum(np.insert(x * 2.0, [1, 3], x[:2]) * np.arange(8.))


def inserted_along_axes(x):
    m = x.reshape(2, 3)
    return np.sum(np.insert(m, [0, 2, 2], x[:3], axis=1)**2 * np.arange(12.).reshape(2,6)) + np.sum(np.insert(x, [5, -3], x[:2] * 2) * np.arange(8.)) + np.sum(np.insert(x, np.array([1,1]), 2.0)*np.arange(8.))


def gradient_at_points(x):
    return np.sum(np.gradient(x ** 2, np.array([0., 1., 1.5, 2., 4., 7.])) ** 2)


def gradient_of_a_matrix(x):
    a, b = np.gradient((x ** 2).reshape(2, 3))
    return np.sum(a ** 2 + b)


def gradient_with_two_spacings(x):
    a, b = np.gradient((x ** 2).reshape(2, 3), 0.5, 2.0)
    return np.sum(a ** 2 + b**2 * a)


def gradient_along_an_axis(x):
    return np.sum(np.gradient((x ** 2).reshape(2, 3), 0.5, axis=1) ** 2)


def differences_with_ends(x):
    return np.sum(np.diff(x, prepend=0.0) ** 2) + np.sum(np.diff(x, append=x[:1]) ** 3)


def differences_with_ends_of_matrices(x):
    m = x.reshape(2, 3)
    return np.sum(np.diff(m, axis=0, append=1.0) ** 2) + np.sum(np.diff(m, axis=1, prepend=m[:, :1]*2) ** 2)+ np.sum(np.diff(m, 2, prepend=m[:, :1]*2) ** 2)


def reductions_with_more(x):
    return np.sum(x ** 2, where=x > 0.5) + np.max(x, initial=0.0) + np.sum(x, initial=2.0) + np.mean(x, where=x > .5)


def methods_with_more(x):
    return x.sum(where=x > 0.5) + x.max(initial=0.3) + x.mean(where=x > .5) + x.prod(where=x>.5) + x.min(initial=.2) + x.sum(initial=x[0])


def reductions_along_axes_with_more(x):
    m = x.reshape(2, 3)
    return np.sum(np.sum(m, axis=0, where=m > .3, keepdims=True) ** 2) + np.sum(np.max(m, 1, initial=0.5)**2)


def padded_by_mode(x):
    return np.sum(np.pad(x, 2, mode='edge') ** 2 * np.arange(10.)) + np.sum(np.pad(x, (1, 2), mode='reflect') ** 2) + np.sum(np.pad(x, 1, mode='wrap') ** 2*np.arange(8.)) + np.sum(np.pad(x, 1, constant_values=3.) ** 2)+ np.sum(np.pad(x, (2,2), mode='symmetric') ** 2*np.arange(10.))


def padded_matrices(x):
    m = x.reshape(2, 3)
    return np.sum(np.pad(m, ((1, 0), (1, 2)), mode='wrap') ** 2 * np.arange(18.).reshape(3, 6)) + np.sum(np.pad(m, 1, 'edge')**2)+np.sum(np.pad(m, 1, 'constant')**2)+np.sum(np.pad(m, 1, constant_values=x[0])**2)


def log_and_geometric_spaces(x):
    return np.sum(np.logspace(x[0], x[1], 5)) + np.sum(np.geomspace(x[1], x[2], 4))


def blocks(x):
    m = x.reshape(2, 3)
    return np.sum(np.block([[m, m * 2], [np.ones((1, 6))]]) ** 2)


def correlation(x):
    return np.corrcoef(x, x ** 2 + np.array([0, 1, 0, 2, 1, 0.]))[0, 1]


def covariances(x):
    m = x.reshape(2, 3)
    return np.sum(np.cov(m, rowvar=False) ** 2) + np.cov(m[0], m[1] ** 2)[0, 1] + np.sum(np.cov(m, ddof=0)) + np.sum(np.corrcoef(m, rowvar=False)**2 * np.arange(9.).reshape(3,3))


def digitized(x):
    k = np.digitize(x, np.array([0.05, 0.5, 1.05]))
    return np.sum(np.array([1.0, 2.0, 3.0, 4.0, 5.0])[k] * x)


def whole_numbers_with_more(x):
    k = np.array([1, 2, 4, 7, 9, 10])
    return np.sum(x * np.diff(k, prepend=0)) * np.sum(k, where=k > 3, initial=1)


def joined_along_the_last(x):
    return np.sum(np.concatenate([x[:2] * x[0], x], axis=-1)**2)


def sums_along(m, axis):
    s = np.sum(m, axis)
    return np.sum(s[1:] * s[:-1]) + np.sum((m - np.mean(m, axis, keepdims=True))[1:, :2]**2)


def sums_along_axes(x):
    return sums_along(x.reshape(2, 3), 0) + sums_along(x.reshape(2,3), 1) + sums_along(x.reshape(3,2), -1)


def loop_over_axes(x):
    m = x.reshape(2, 3)
    t = 0.0
    for a in range(2):
        s = np.max(m, axis=a)
        t = t + np.sum(np.diff(s)**2) + s[0] + np.sum(m / np.sum(m, axis=a, keepdims=True)) + np.std(m, axis=a)[0]
        q = np.swapaxes(m, a, 0)
        t += np.sum(q[0] * q[-1]) + np.sum(np.take(m, 1, axis=a)[:2]) + np.sum(np.cumsum(m, axis=a)[0, 1:]**2)
        t += np.linalg.norm(m, axis=a)[1] + np.sum(np.sort(m, axis=a)[0]) + np.sum(np.median(m,axis=a)[1:])
    return t


def loop_over_three_axes(x):
    m = np.outer(x, x).reshape(2, 3, 6)
    t = 0.0
    for a in range(3):
        s = np.sum(m, axis=a)
        t += np.sum(s[0] * s[-1]) + np.sum(np.moveaxis(m, a, 0)[0, 1]**2)
        s = np.sum(m, axis=a) * m.min(axis=a)
        t += np.sum(s ** 2 / np.mean(m, axis=a))
    return t


def inner(t):
    if t > 0.5:
        return t * t
    return 3 * t


@np.vectorize
def curve(t):
    return np.sin(t) if t > .7 else t ** 3


V = np.vectorize(inner)


def vectorized_outside(x):
    return np.sum(V(x) * x)


def vectorized_by_a_decorator(x):
    return np.sum(curve(x.reshape(2, 3))[1] ** 2)


def vectorized_lambda(x):
    f = np.vectorize(lambda t: t * t if t > 0.5 else 3.0 * t)
    return np.sum(f(x) * f(x + 1))


def vectorized_over_two(x):
    c = x[0]
    f = np.vectorize(lambda t, u: t * c + u * u)
    return np.sum(f(x, 2.0)[:, None] * f(x[:, None], x[1:]))


def vectorized_inner(x):
    def g(t):
        return t * x[2] if t > 0.5 else 1.0
    return np.sum(np.vectorize(g)(x) ** 2) + np.vectorize(g, otypes=[float])(x[0]) ** 2


def vectorized_of_a_type(x):
    f = np.vectorize(lambda t: 0 if t < 0.5 else t * t, otypes=[float])
    return np.sum(f(x))


def vectorized_in_a_loop(x):
    out = np.zeros(6)
    for k in range(3):
        f = np.vectorize(lambda t: t ** k)
        out += f(x)
    return np.sum(out**2)

# Index arrays beside one another, and assembly

I, J, M = np.array([0, 1, 1]), np.array([2, 0, 1]), np.array([[0, 1], [1, 0]])


def indices_laid_out(x):
    A = x.reshape(2, 3)
    return np.sum(A[I[:, None], J] ** 2 * np.arange(9.).reshape(3, 3)) + np.sum(A[M, 1] ** 2 * np.arange(4.).reshape(2, 2)) + np.sum(A[0, J] ** 3)


def indices_around_slices(x):
    A = np.outer(x, x).reshape(2, 3, 6)
    b = A[I, :, J]
    c = A[:, I, J]
    d = A[I[:, None], :, J]
    e = A[0, :, J]
    f = A[:, 0, J]
    g = A[..., I, J]
    h = A[I, None, J]
    return np.sum(b * np.arange(9.).reshape(3, 3)) + np.sum(c * np.arange(6.).reshape(2, 3)) + np.sum(d ** 2 * np.arange(27.).reshape(3, 3, 3)) + np.sum(e * np.arange(9.).reshape(3, 3)) + np.sum(f ** 2 * np.arange(6.).reshape(2, 3)) + np.sum(g * np.arange(6.).reshape(2, 3)) + np.sum(h[:, 0] ** 2)


def parts_by_indices(x):
    A = np.outer(x, x).reshape(2, 3, 6) * 1.0
    A[I, :, J] *= 2.0
    A[I[:, None], 0, J] += x[:3]
    A[0, :, J] = x[:3] * np.ones((3, 3))
    A[:, 0, I] -= x[0]
    A[M, 2, M] = A[M, 1, M] * x[1]
    return np.sum(A ** 2)


def indices_in_a_loop(x):
    A = x.reshape(2, 3)
    t = 0.0
    for k in range(2):
        i = np.array([k, 1 - k])
        t = t + np.sum(A[i[:, None], J[None]] * np.arange(3.)) + np.sum(A[i[:, None], [0, 2]] @ x[:2]) + A[i, i].sum()
    return t


def products_of_parts(x):
    A = x.reshape(2, 3)
    B = A[I[:, None], J]
    return np.sum(B[0] * B[:, 1]) + np.sum(B.T @ B) + np.sum((A[M, 1] @ x[:2]) ** 2) + np.sum((A[I[:, None], J[:1]] - x[:3]) ** 2)


class Frame:
    def __init__(self, x):
        self.K = np.zeros((4, 4))
        self.x = x
    def element(self, e):
        return self.x[e] * np.array([[1., -1.], [-1., 1.]])
    def assemble(self):
        for e in range(3):
            idx = np.array([e, e + 1])
            self.K[idx[:, None], idx] += self.element(e)
        return self.K


def assembled(x):
    n = 4
    K = np.zeros((n, n))
    for a, b in [(0, 1), (1, 2), (2, 3)]:
        d = np.array([a, b])
        K[np.ix_(d, d)] += x[a] * np.array([[1., -1.], [-1., 1.]])
    return np.sum(K ** 2 * np.arange(16.).reshape(4, 4))


def truss(x):
    K = np.zeros((8, 8))
    pts = np.array([[0., 0.], [1., 0.], [1., 1.], [0., 1.]]) + x[:2]* np.array([[0., 0.], [1., 0.], [1., 1.], [0., 1.]])
    for a, b in [(0, 1), (1, 2), (2, 3)]:
        d = pts[b] - pts[a]
        L = np.linalg.norm(d)
        c, s = d / L
        T = np.array([c, s, -c, -s])
        dofs = [2 * a, 2 * a + 1, 2 * b, 2 * b + 1]
        K[np.ix_(dofs, dofs)] += x[2] / L * np.outer(T, T)
    return np.sum(K ** 2 * np.arange(64.).reshape(8, 8))


def assembled_in_an_object(x):
    return np.sum(Frame(x).assemble() ** 2 * np.arange(16.).reshape(4, 4))


def added_in_an_object(x):
    f = Frame(x)
    for e in range(3):
        idx = np.array([e, e + 1])
        f.K[np.ix_(idx, idx)] += f.element(e)
        np.add.at(f.K, (idx, idx), x[:2])
    return np.sum(f.K ** 2 * np.arange(16.).reshape(4, 4))


class G:
    def __init__(self, x):
        self.K = np.zeros(4)
    def add(self, i, x):
        np.add.at(self.K, i, x)


def added_by_a_method(x):
    f = G(x)
    idx = np.array([0, 1, 1])
    f.add(idx, x[:3])
    np.subtract.at(f.K, idx, x[0])
    np.multiply.at(f.K, idx, x[0])
    return np.sum(f.K ** 2)


def added_in_a_dict(x):
    d = {'K': np.zeros((4, 4))}
    idx = np.array([0, 1, 1])
    np.add.at(d['K'], (idx, idx), x[:3])
    np.add.at(d['K'], idx, x[:4])
    np.add(d['K'], 1.0, out=d['K'])
    np.multiply(d['K'], x[0], out=d['K'])
    return np.sum(d['K'] ** 2)


def added_in_a_list(x):
    L = [np.zeros(4), np.zeros(4)]
    np.add(L[0], x[0], out=L[-1])
    np.add.at(L[1], [0, 1, 1], x[:3])
    return np.sum(L[1] ** 2)


# Parts that have no names

def split_in_a_loop(x):
    t = 0.0
    for part in np.split(x, 3):
        t = t + part[0] * part[1]
    return t


def split_unevenly(x):
    t = 0.0
    for k, q in enumerate(np.array_split(x, 4)):
        t = t + np.sum(q) * k
    return t


def split_across(x):
    return sum(np.sum(q) ** 2 for q in np.hsplit(np.outer(x, x), 2))


def split_down(x):
    return sum(np.sum(q) ** 2 for q in np.vsplit(np.outer(x, x), 2))


def split_and_written(x):
    r = x * 2
    for q in np.split(r, 3):
        q[0] = q[1] * 3
    return np.sum(r ** 2)


def split_at_places(x):
    m = np.outer(x, x)
    for q in np.split(m, [2, 3], axis=1):
        q *= x[0]
    parts = [np.sum(q) * q[0, 0] for q in np.split(m, 2, axis=1)]
    return np.sum(m) * parts[0] * parts[1]


def numbers_in_the_place_of_nan(x):
    holed = np.where(x > 0.8, np.nan, x)
    return np.sum(np.nan_to_num(holed, nan=x[0]) ** 2) + np.nan_to_num(x[1] * x[2], nan=-1.0, posinf=3.0)


def axes_in_front(x):
    row, one = np.array(x, ndmin=2), np.array(x[0], ndmin=1)
    return np.sum(row @ np.array(x, ndmin=1)) + np.sum(one * x) + np.sum(np.array([x[0], x[1]], ndmin=2) ** 2)


def finite_complex_numbers(x):
    z = complex(x[0], x[1])
    return abs(z) ** 3 if cmath.isfinite(z) and not cmath.isnan(z) else 0.0


_x = 0.1 + 0.3 * np.arange(6)
CASES = [(f, (_x,), (0,)) for f in (
    einsum_of_one, power_of_a_small_integer, in_place_with_numpy_numbers, along_axis_laid_out, along_axis_repeated,
    value_of_more_axes, values_of_more_axes, inserted_numbers, inserted_values, inserted_along_axes,
    gradient_at_points, gradient_of_a_matrix, gradient_with_two_spacings, gradient_along_an_axis, differences_with_ends,
    differences_with_ends_of_matrices, reductions_with_more, methods_with_more, reductions_along_axes_with_more, padded_by_mode,
    padded_matrices, log_and_geometric_spaces, blocks, correlation, covariances,
    digitized, whole_numbers_with_more, joined_along_the_last, sums_along_axes, loop_over_axes,
    loop_over_three_axes, vectorized_outside, vectorized_by_a_decorator, vectorized_lambda, vectorized_over_two,
    vectorized_inner, vectorized_of_a_type, vectorized_in_a_loop,
    indices_laid_out, indices_around_slices, parts_by_indices, indices_in_a_loop,
    products_of_parts, assembled, truss, assembled_in_an_object,
    added_in_an_object, added_by_a_method, added_in_a_dict, added_in_a_list,
    split_in_a_loop, split_unevenly, split_across, split_down, split_and_written, split_at_places,
    numbers_in_the_place_of_nan, axes_in_front, finite_complex_numbers,
)]
