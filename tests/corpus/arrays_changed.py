"""Arrays that change: every way NumPy has of writing into one, through views, buffers, attributes and helpers."""
import collections
import math

import numpy as np


class Field:
    def __init__(self, u):
        self.u = u
        self.flux = np.zeros(len(u) + 1)

    def step(self, c):
        self.flux[1:-1] = c * (self.u[1:] - self.u[:-1])
        self.u += self.flux[1:] - self.flux[:-1]


Pair = collections.namedtuple('Pair', 'a b')


def augmented_slices(x, y):
    x[:2] += y
    x[1:] -= y[0] * x[:-1]
    x[::2] *= x[1]
    x[1::2] /= y[1]
    x[1:3] **= 2
    return np.sum(x**2)


def augmented_power_by_active(x, p):
    x **= p
    x[0] **= x[1]
    return np.sum(x)


def augmented_floor_and_mod(x, y):
    z = x * 3
    z %= y
    w = x * 5
    w //= y
    return np.sum(z * x) + np.sum(w * x)


def base_of_power_written(x):
    y = np.array([2.0, 1.5, 0.5, 3.0])
    y **= x
    return np.sum(y * x)


def mask_written(x, s):
    x[x > 1] = s
    x[x < 0] *= s * s
    return np.sum(x**2)


def mask_augmented_by_values(x, w):
    m = x > 0
    x[m] *= w[:np.sum(m)]
    x[~m] -= w[-1]
    return np.sum(x * x * w)


def mask_kept_while_array_changes(x):
    m = x > 1
    x *= -1
    x[m] = x[m] ** 2
    return np.sum(x**3)


def mask_two_dimensional(A, s):
    A[A > 0] += s
    A[:, A[0] > 1] *= 2
    return np.sum(A**2)


def index_array_written(x, y, k):
    x[k] = y
    return np.sum(x**2 * np.arange(1.0, 5.0))


def index_array_augmented(x, y, k):
    x[k] *= y
    x[k] += y * y
    return np.sum(x**2)


def index_array_repeated_scaled(x, s, k):
    x[k] *= s
    return np.sum(x**2)


def index_pairs_written(A, s):
    i, j = np.array([0, 1, 1]), np.array([2, 0, 1])
    A[i, j] = s * A[i, j[::-1]]
    A[[0, 1], 1] += s
    return np.sum(A**2)


def rows_permuted(A, p):
    A[p] = A * 2
    A[[0, 1]] = A[[1, 0]]
    return np.sum(A * np.arange(9.0).reshape(3, 3))


def add_at(x, k, v):
    f = np.zeros(4)
    np.add.at(f, k, v * x[k])
    return np.sum(f**2)


def subtract_at_argument(x, k, v):
    np.subtract.at(x, k, v)
    np.add.at(x, [0, 0], v[0])
    return np.sum(x**2)


def multiply_at(x, k, v):
    np.multiply.at(x, k, v)
    return np.sum(x**2)


def add_at_two_indices(A, v):
    np.add.at(A, (np.array([0, 0, 1]), np.array([1, 1, 2])), v)
    return np.sum(A**2)


def ufunc_out(x, y):
    buf = np.empty_like(x)
    np.multiply(x, y, out=buf)
    np.sin(buf, out=buf)
    np.add(buf, x, buf)
    return np.sum(buf * y)


def ufunc_out_overwrites_operand(x, y):
    np.exp(x * 0.5, out=x)
    np.multiply(x, x, out=x)
    np.subtract(y, x, out=y)
    return np.sum(x * y)


def ufunc_out_into_view(A, x):
    np.multiply(A[0], x, out=A[1])
    np.tanh(A[1], out=A[0])
    return np.sum(A**2)


def buffer_reused_in_loop(A, x):
    buf = np.empty(3)
    total = 0.0
    for row in A:
        np.multiply(row, x, out=buf)
        np.square(buf, out=buf)
        total += np.sum(buf) * buf[0]
    return total


def dot_out(A, x, n):
    buf = np.empty(2)
    for _ in range(n):
        np.dot(A, x, out=buf)
        x[:2] = np.tanh(buf)
    return np.sum(x**2) + buf[0]


def matmul_out(A, B):
    C = np.zeros((2, 2))
    np.matmul(A, B, out=C)
    D = np.empty((2, 2))
    np.matmul(C, C, out=D)
    C[:] = D.T
    return np.sum(C * D)


def sum_out(A):
    sums = np.empty(3)
    np.sum(A, axis=0, out=sums)
    A *= sums
    np.sum(A, axis=0, out=sums)
    return np.sum(sums**2)


def where_with_out(x, y):
    result = np.zeros(4)
    np.divide(y, x, out=result, where=x > 0)
    return np.sum(result * y)


def where_with_out_keeps_old(x, y):
    np.sqrt(x, out=y, where=x > 0.4)
    return np.sum(x * y)


def clip_out(x):
    np.clip(x, -0.9, 1.5, out=x)
    np.maximum(x, 0.4 * x[::-1], out=x)
    return np.sum(x**2)


def filled(x, s):
    old = x.copy()
    x.fill(s)
    x[1:] *= s
    return np.sum(x * old)


def full_and_filled(s):
    a = np.full(3, s)
    b = np.full_like(a, s * s)
    a.fill(2.0)
    a[1] = s
    return np.sum(a * b)


def copied_to(x, y):
    z = np.ones(4)
    np.copyto(z, x)
    np.copyto(x, y * z)
    np.copyto(z, 5.0, where=y > 1)
    return np.sum(x * z)


def put_and_take(x, v):
    np.put(x, [0, -1], v[:2])
    x.put([1], v[2])
    return np.sum(x**2 * v) + x.take([0, 0, 1]) @ v[:3]


def put_mask(x, v):
    np.putmask(x, x > 0.4, v)
    return np.sum(x**2)


def placed(x, v):
    np.place(x, x > 0.4, v[:2])
    return np.sum(x**2 * np.arange(1.0, 5.0))


def put_along_axis(A, v):
    k = np.argmax(A, axis=1)[:, None]
    np.put_along_axis(A, k, v[:, None], axis=1)
    return np.sum(A**2)


def diagonal_filled(S, s):
    np.fill_diagonal(S, s * S[0, 1])
    return np.sum(S @ S)


def diagonal_augmented(S, v):
    i = np.arange(3)
    S[i, i] += v
    S[np.diag_indices(3)] *= v
    return np.sum(S**2)


def triangle_written(S):
    S[np.tril_indices(3, -1)] = S[np.triu_indices(3, 1)] * 2
    return np.sum(S @ S)


def sorted_in_place(x, w):
    y = x
    x.sort()
    return np.sum(y * w)


def rows_sorted_in_place(A, w):
    A.sort(axis=1)
    A[:, 0] *= w
    return np.sum(A * np.arange(6.0).reshape(2, 3))


def sorted_by_argsort(x, w):
    k = np.argsort(x)
    x[:] = x[k]
    w[k] = w * x
    return np.sum(x * w * np.arange(4.0))


def row_of_row(T, s):
    plane = T[1]
    row = plane[2]
    row *= s
    plane[0] += row
    T[1, 1] = plane[0] * row
    return np.sum(T**2)


def reshape_written(A, s):
    flat = A.reshape(6)
    flat[1:4] *= s
    A[1] += flat[:3]
    return np.sum(flat**2)


def reshape_of_fresh_written(x, s):
    B = (x * s).reshape(2, 2)
    B[0] += B[1]
    C = B.reshape(-1)
    C[0] = s
    return np.sum(B @ B)


def ravel_then_read_original(A):
    r = A.ravel()
    r[0] = r[5] ** 2
    A[1, 2] = 3.0
    return np.sum(A * np.arange(6.0).reshape(2, 3)) + r[5] * r[0]


def ravel_of_transpose_is_a_copy(A, s):
    r = A.T.ravel()
    r *= s
    A[0] = r[:3]
    return np.sum(A**2) + np.sum(r)


def flatten_is_a_copy(A, s):
    r = A.flatten()
    r[0] = s
    A[0, 0] = r[1] * s
    return np.sum(A) * np.sum(r)


def transpose_written(A, v):
    B = A.transpose()
    B += v
    B[0] *= B[1]
    return np.sum(A**2)


def swapaxes_written(T, s):
    U = T.swapaxes(0, 2)
    U[1] *= s
    U[0, 1:] = T[:, 1:, 1].T
    return np.sum(T**2)


def diagonal_read_then_written(S):
    d = S.diagonal()
    total = np.sum(d**2)
    S[0, 0] = total
    return total * d[0] + np.sum(d)


def real_and_imag_written(x, y):
    z = np.zeros(4, dtype=complex)
    z.real = x
    z.imag[:2] = y[:2]
    z.real[1] *= y[0]
    return np.sum(z.real * z.imag) + np.sum(z.real**2)


def broadcast_view_read_later(x, s):
    B = np.broadcast_to(x, (3, 4))
    x[0] = s
    return np.sum(B * B[1] * np.arange(3.0)[:, None])


def reversed_view_written(x, s):
    r = x[::-1]
    r[0] = s
    r[1:] += r[:-1] * x[0]
    return np.sum(x**2)


def new_axis_view_written(x, s):
    B = x[None, :]
    C = x[:, np.newaxis]
    B *= s
    C[0, 0] = x[1]
    return np.sum(B * C)


def split_parts_written(x, s):
    left, right = np.split(x, 2)
    left *= s
    right += left
    return np.sum(x**2)


def flat_written(A, s):
    A.flat[1] = s * A.flat[0]
    A.flat[4] *= s
    return np.sum(A**2)


def squeeze_written(A, s):
    row = A[:1].squeeze()
    row *= s
    return np.sum(A**2) * row[0]


def window_views_written(x):
    for i in range(3):
        w = x[i:i + 2]
        w[1] += w[0] * 0.5
        w *= 1.1
    return np.sum(x**2)


def unpacked_rows_written(A):
    a, b = A
    a *= b
    b[0] = a[1]
    return np.sum(A**2)


def zipped_rows_written(A, B):
    for a, b in zip(A, B):
        a += b
        b *= a[0]
    return np.sum(A * B)


def written_through_either_name(x, s):
    y = x[1:]
    x[1] = s
    y[1] *= y[0]
    x[2] += s
    y[:2] = x[:2] * y[1]
    return np.sum(x**2) + y[0]


def asarray_written(x, s):
    y = np.asarray(x)
    y *= s
    z = np.array(x)
    z[0] = 9.0
    return np.sum(x * x) + np.sum(z * y)


def zero_dimensional(s, t):
    a = np.array(s * 2)
    b = a
    a[()] = a * t
    a += s
    b *= 3
    return float(a) * t


def single_precision(x, s):
    buf = np.zeros(4, dtype=x.dtype)
    buf[:] = x * np.float64(s)
    buf[1:] *= buf[:-1]
    return np.sum(buf * buf)


def whole_add_on_alias(x, y):
    t = x
    t += y
    t = t + y
    t *= 2
    return np.sum(x * t)


def add_in_place_or_not(x, y):
    a = x
    a = a + y
    a *= 2
    b = x
    b += a
    return np.sum(x * a) + np.sum(b)


def rebound_view_walks(x):
    w = x
    while len(w) > 1:
        w[1] += w[0] ** 2 * 0.5
        w = w[1:]
    return np.sum(x**2) * w[0]


def rebound_row(A, s):
    row = A[0]
    for i in range(3):
        row *= s
        row = A[i % 2]
        row[0] += 1
    return np.sum(A**2)


def conditional_view(A, B, c):
    w = A if c else B
    w[0] *= 2
    v = w[1:] if c else w[:-1]
    v += 1
    return np.sum(A * B)


def smaller_array_halved(A, B, n):
    for _ in range(n):
        big = A if np.sum(A) > np.sum(B) else B
        big *= 0.4
        big[0] += 0.1
    return np.sum(A**2) + 3 * np.sum(B)


def ping_pong(u, n):
    A = u.copy()
    B = np.empty_like(u)
    for _ in range(n):
        B[1:-1] = 0.25 * (A[:-2] + 2 * A[1:-1] + A[2:]) * A[1:-1]
        B[0], B[-1] = A[0], A[-1] * 0.9
        A, B = B, A
    return np.sum(A**2) + np.sum(B)


def ping_pong_list(u, n):
    buffers = [u.copy(), np.zeros_like(u)]
    for t in range(n):
        now, new = buffers[t % 2], buffers[1 - t % 2]
        new[:] = np.sin(now) + 0.5 * now[::-1]
    return np.sum(buffers[0] * buffers[1])


def three_rotating(u, c, n):
    a, b, d = u.copy(), u * 0.9, np.zeros_like(u)
    for _ in range(n):
        d[1:-1] = 2 * b[1:-1] - a[1:-1] + c * (b[2:] - 2 * b[1:-1] + b[:-2])
        a, b, d = b, d, a
    return np.sum(b**2) + a[1]


def list_of_arrays_written(x, n):
    levels = [x.copy()]
    for i in range(n):
        levels.append(levels[-1] * 0.5)
        levels[i][i] = levels[-1][0] ** 2
    levels[0] += levels[-1]
    return sum(np.sum(a**2) for a in levels)


def dict_of_arrays_written(params, x):
    params['w'] *= x
    w = params['w']
    w[0] = params['b'][0]
    params['b'] = params['b'] + w
    return np.sum(params['w'] * params['b'])


def tuple_of_arrays_written(pair, s):
    pair.a[0] = s
    a, b = pair
    b += a
    return np.sum(pair.a * pair.b)


def attribute_array_written(u, c, n):
    field = Field(u)
    for _ in range(n):
        field.step(c)
    return np.sum(u**2) + np.sum(field.flux**2)


def callee_writes(x, y):
    scale_into(x, y)
    scale_into(y, x)
    return np.sum(x * y)


def scale_into(a, b):
    a *= b
    a[0] = b[1] ** 2


def callee_writes_view(A, s):
    for i in range(len(A)):
        normalize(A[i], s)
    normalize(A[:, 0], 2.0)
    return np.sum(A**3)


def normalize(row, s):
    row /= np.sum(row**2)
    row *= s


def callee_returns_view(A, s):
    top = head(A)
    top *= s
    head(A)[0] += 1
    return np.sum(A**2)


def head(A):
    return A[0, :2]


def callee_writes_and_returns_argument(x, s):
    y = bumped(x, s)
    y[1] *= s
    return np.sum(x * y)


def bumped(x, s):
    x[0] += s
    return x


def callee_twice_same_array(x, s):
    mix(x, x, s)
    return np.sum(x**2)


def callee_overlapping_views(x, s):
    mix(x[1:], x[:-1], s)
    return np.sum(x**2)


def mix(a, b, s):
    a[0] = b[-1] * s
    b[1] += a[0] * a[1]


def index_arithmetic(x, n):
    i = 0
    for t in range(n):
        j = (i * 3 + 1) % len(x)
        x[j] += 0.5 * x[i] ** 2
        i = j
    return np.sum(x**2)


def prefix_tree(x):
    step = 1
    while step < len(x):
        x[step:] += x[:-step].copy() * 0.9
        step *= 2
    return np.sum(x**2)


def fourier_butterflies(re, im):
    n = len(re)
    half = 1
    while half < n:
        for start in range(0, n, 2 * half):
            for k in range(half):
                angle = -math.pi * k / half
                i, j = start + k, start + k + half
                tr = re[j] * math.cos(angle) - im[j] * math.sin(angle)
                ti = re[j] * math.sin(angle) + im[j] * math.cos(angle)
                re[j], im[j] = re[i] - tr, im[i] - ti
                re[i] += tr
                im[i] += ti
        half *= 2
    return np.sum(re**2 * np.arange(n)) + np.sum(im * re)


def cumulative_in_place(x):
    np.cumsum(x, out=x)
    x[1:] *= x[:-1]
    return np.sum(x**2)


def histogram_weights(x, w):
    h = np.zeros(3)
    for i in range(len(x)):
        bin = min(int(abs(x[i])), 2)
        h[bin] += w[i] * x[i]
    return np.sum(h**2)


def sorting_network(x):
    for i, j in [(0, 1), (2, 3), (0, 2), (1, 3), (1, 2)]:
        low, high = min(x[i], x[j]), max(x[i], x[j])
        x[i] = low
        x[j] = high
    return x[0] + 2 * x[1] ** 2 + 3 * x[2] * x[3]


def sparse_matvec(data, indices, indptr, x, n):
    for _ in range(n):
        y = np.zeros(3)
        rows = np.repeat(np.arange(3), np.diff(indptr))
        np.add.at(y, rows, data * x[indices])
        x = np.tanh(y)
    return np.sum(x**2)


def sparse_transposed(data, indices, indptr, x):
    y = np.zeros_like(x)
    for i in range(3):
        for k in range(indptr[i], indptr[i + 1]):
            y[indices[k]] += data[k] * x[i]
    return np.sum(y**2)


def leapfrog(x, v, n):
    a = -x
    for _ in range(n):
        v += 0.05 * a
        x += 0.1 * v
        a[:] = -np.sin(x)
        v += 0.05 * a
    return np.sum(x * v) + np.sum(v**2)


def red_black(U, w, n):
    for sweep in range(n):
        for color in (0, 1):
            for i in range(1, 3):
                for j in range(1, 3):
                    if (i + j) % 2 == color:
                        r = U[i - 1, j] + U[i + 1, j] + U[i, j - 1] + U[i, j + 1] - 4 * U[i, j]
                        U[i, j] += 0.25 * w * r
    return np.sum(U[1:-1, 1:-1] ** 2)


def tridiagonal(lower, diag, upper, b):
    for i in range(1, len(b)):
        m = lower[i - 1] / diag[i - 1]
        diag[i] -= m * upper[i - 1]
        b[i] -= m * b[i - 1]
    b[-1] /= diag[-1]
    for i in reversed(range(len(b) - 1)):
        b[i] = (b[i] - upper[i] * b[i + 1]) / diag[i]
    return np.sum(b**2)


def lu_by_rows(A):
    for k in range(len(A) - 1):
        A[k + 1:, k] /= A[k, k]
        A[k + 1:, k + 1:] -= np.outer(A[k + 1:, k], A[k, k + 1:])
    return np.sum(np.log(np.abs(np.diagonal(A)))) + A[2, 0]


def pivoted_elimination(A, b):
    n = len(b)
    for k in range(n):
        p = k + np.argmax(np.abs(A[k:, k]))
        if p != k:
            A[[k, p]] = A[[p, k]]
            b[k], b[p] = b[p], b[k]
        for i in range(k + 1, n):
            m = A[i, k] / A[k, k]
            A[i] -= m * A[k]
            b[i] -= m * b[k]
    for i in range(n - 1, -1, -1):
        b[i] = (b[i] - A[i, i + 1:] @ b[i + 1:]) / A[i, i]
    return np.sum(b**2)


def gram_schmidt(A):
    R = np.zeros((3, 3))
    for j in range(3):
        v = A[:, j]
        for i in range(j):
            R[i, j] = A[:, i] @ v
            v -= R[i, j] * A[:, i]
        R[j, j] = np.sqrt(v @ v)
        v /= R[j, j]
    return np.sum(R * np.arange(9.0).reshape(3, 3)) + A[0, 2]


def cholesky_by_columns(P):
    n = len(P)
    for j in range(n):
        P[j, j] = math.sqrt(P[j, j])
        P[j + 1:, j] /= P[j, j]
        for k in range(j + 1, n):
            P[k:, k] -= P[k:, j] * P[k, j]
    return P[0, 0] * P[1, 1] * P[2, 2] + P[2, 0]


def game_of_neighbours(A, n):
    for _ in range(n):
        new = A.copy()
        new[:, 1:] += 0.1 * A[:, :-1] ** 2
        new[1:, :] *= 1 + 0.1 * A[:-1, :]
        A[...] = new
    return np.sum(A**2)


def history_matrix(x, n):
    H = np.empty((n + 1, len(x)))
    H[0] = x
    for t in range(n):
        H[t + 1] = np.cos(H[t]) * H[0]
    H[0] = 0.0
    return np.sum(H**2)


def delay_line(x, n):
    line = np.zeros(4)
    total = 0.0
    for t in range(n):
        total += line[-1] * x[t % 4]
        line[1:] = line[:-1]
        line[0] = x[t % 4] ** 2
    return total


def integer_array_inside(x):
    k = np.zeros(4, dtype=int)
    k[1:] += 2
    k[2] = k[1] + 1
    y = x[k]
    y *= k
    return np.sum(y**2)


def bool_array_inside(x):
    done = np.zeros(4, dtype=bool)
    while not done.all():
        x[~done] *= 1.5
        done |= x > 1
        done[0] = True
        done[x < -1] = True
    return np.sum(x**2)


def resolved_twice(x, s):
    x[0], x[1], x[2] = x[1] * s, x[2], x[0]
    x[0] = x[0] = x[1] + s
    return np.sum(x**2 * np.arange(1.0, 5.0))


def chained_assignment(x, s):
    a = x[1] = s * x[0]
    x[2] = x[3] = a * s
    return np.sum(x) * a


def read_after_helper_wrote(x, y):
    before = x[0] * y[0]
    scale_into(x, y)
    after = x[0] * y[0]
    return before * after + np.sum(x)


_r = np.random.default_rng(7)
_u = np.array([0.5, -1.2, 2.0, 0.3])
_v = np.array([1.1, 0.4, 0.7, 1.6])
_A = np.array([[0.5, -1.2, 2.0], [1.1, 0.4, -0.7]])
_S = np.eye(3) * 4 + _r.normal(size=(3, 3))
_P = np.eye(3) * 2 + np.outer([0.5, -0.3, 0.8], [0.5, -0.3, 0.8])
_T = _r.normal(size=(2, 3, 2))
_k = np.array([2, 0, 3])
_rep = np.array([1, 3, 1])
_data, _indices, _indptr = np.array([0.5, -1.2, 2.0, 0.3, 0.9]), np.array([0, 2, 1, 0, 2]), np.array([0, 2, 3, 5])
_U = np.arange(16.0).reshape(4, 4) ** 1.5 / 20

def lists_as_indices(x, y):
    picked = {'rows': [0, 0], 'columns': [1, 1]}
    A = np.zeros((2, 3))
    A[picked['rows']] = x[0] * np.arange(6.0).reshape(2, 3)
    rows = [1, 1]
    A[rows] += y
    rows[0] = 0
    total = np.sum(A[rows] ** 2) * y
    return total + np.sum(A[picked['rows']] * A[[1, 1]])


def transposed_whole_written(x, y):
    A = x.reshape(2, 2) * y
    A.T[...] *= np.sin(x[0])
    return np.sum(A**2)


def inner_range_by_outer_counter(x, y, n):
    total = 1.0
    for k in range(n + 2, 0, -1):
        total -= max(sum([total for _ in range(k)]), y, 0.1)
    return 1 and sum([x for _ in range(n)]) * total or x


CASES = [
    (inner_range_by_outer_counter, (1.1, 1.4, 1), (0, 1)),
    (inner_range_by_outer_counter, (np.array(1.1), 1.4, 0), (0, 1)),
    (lists_as_indices, (_u, 0.7), (0, 1)),
    (transposed_whole_written, (np.array([0.3, 0.7, 1.1, 0.4]), 0.7), (0, 1)),
    (augmented_slices, (_u, _v[:2]), (0, 1)), (augmented_power_by_active, (_v, _u), (0, 1)),
    (augmented_power_by_active, (_v, 3), (0, 1)), (augmented_floor_and_mod, (_u, _v * 1.05), (0, 1)),
    (base_of_power_written, (_u,), (0,)), (mask_written, (_u, 0.7), (0, 1)),
    (mask_augmented_by_values, (_u, _v), (0, 1)), (mask_kept_while_array_changes, (_u,), (0,)),
    (mask_two_dimensional, (_A, 0.3), (0, 1)), (index_array_written, (_u, _v[:3], _k), (0, 1)),
    (index_array_written, (_u, _v[:3], _rep), (0, 1)), (index_array_written, (_u, 0.7, _rep), (0, 1)),
    (index_array_augmented, (_u, _v[:3], _k), (0, 1)), (index_array_augmented, (_u, _v[:3], _rep), (0, 1)),
    (index_array_repeated_scaled, (_u, 0.7, _rep), (0, 1)), (index_pairs_written, (_A, 0.7), (0, 1)),
    (rows_permuted, (_S, np.array([2, 0, 1])), (0,)), (add_at, (_u, _rep, _v[:3]), (0, 2)),
    (subtract_at_argument, (_u, _rep, _v[:3]), (0, 2)), (multiply_at, (_u, _rep, _v[:3]), (0, 2)),
    (add_at_two_indices, (_A, _v[:3]), (0, 1)), (ufunc_out, (_u, _v), (0, 1)),
    (ufunc_out_overwrites_operand, (_u, _v), (0, 1)), (ufunc_out_into_view, (_A, 0.7), (0, 1)),
    (buffer_reused_in_loop, (_A, _v[:3]), (0, 1)), (dot_out, (_A, _v[:3], 3), (0, 1)),
    (matmul_out, (_A, _A.T * 0.5), (0, 1)), (sum_out, (_A,), (0,)), (where_with_out, (_u, _v), (0, 1)),
    (where_with_out_keeps_old, (_u, _v), (0, 1)), (clip_out, (_u,), (0,)), (filled, (_u, 0.7), (0, 1)),
    (full_and_filled, (0.7,), (0,)), (copied_to, (_u, _v), (0, 1)), (put_and_take, (_u, _v), (0, 1)),
    (put_mask, (_u, _v), (0, 1)), (placed, (_u, _v), (0, 1)), (put_along_axis, (_A, _v[:2]), (0, 1)),
    (diagonal_filled, (_S, 0.7), (0, 1)), (diagonal_augmented, (_S, _v[:3]), (0, 1)), (triangle_written, (_S,), (0,)),
    (sorted_in_place, (_u, _v), (0, 1)), (rows_sorted_in_place, (_A, _v[:2]), (0, 1)),
    (sorted_by_argsort, (_u, _v), (0, 1)), (row_of_row, (_T, 0.7), (0, 1)), (reshape_written, (_A, 0.7), (0, 1)),
    (reshape_of_fresh_written, (_u, 0.7), (0, 1)), (ravel_then_read_original, (_A,), (0,)),
    (ravel_then_read_original, (np.asfortranarray(_A),), (0,)), (ravel_of_transpose_is_a_copy, (_A, 0.7), (0, 1)), (flatten_is_a_copy, (_A, 0.7), (0, 1)),
    (transpose_written, (_A, _v[:2]), (0, 1)), (swapaxes_written, (_T, 0.7), (0, 1)),
    (diagonal_read_then_written, (_S,), (0,)), (real_and_imag_written, (_u, _v), (0, 1)),
    (broadcast_view_read_later, (_u, 0.7), (0, 1)), (reversed_view_written, (_u, 0.7), (0, 1)),
    (new_axis_view_written, (_u, 0.7), (0, 1)), (split_parts_written, (_u, 0.7), (0, 1)),
    (flat_written, (_A, 0.7), (0, 1)), (squeeze_written, (_A, 0.7), (0, 1)), (window_views_written, (_u,), (0,)),
    (unpacked_rows_written, (_A,), (0,)), (zipped_rows_written, (_A, _A[::-1] * 0.5), (0, 1)),
    (written_through_either_name, (_u, 0.7), (0, 1)), (asarray_written, (_u, 0.7), (0, 1)),
    (zero_dimensional, (0.7, 1.2), (0, 1)), (single_precision, (_u.astype(np.float32), 0.7), (0, 1)),
    (whole_add_on_alias, (_u, _v), (0, 1)), (add_in_place_or_not, (_u, _v), (0, 1)), (rebound_view_walks, (_u,), (0,)),
    (rebound_row, (_A, 0.7), (0, 1)), (conditional_view, (_u, _v, True), (0, 1)),
    (conditional_view, (_u, _v, False), (0, 1)), (smaller_array_halved, (_u, _v, 3), (0, 1)),
    (ping_pong, (_u, 3), (0,)), (ping_pong, (_u, 4), (0,)), (ping_pong_list, (_u, 3), (0,)),
    (three_rotating, (_u, 0.3, 4), (0, 1)), (list_of_arrays_written, (_u, 3), (0,)),
    (dict_of_arrays_written, ({'w': _u, 'b': _v}, 0.7), (0, 1)), (tuple_of_arrays_written, (Pair(_u, _v), 0.7), (0, 1)),
    (attribute_array_written, (_u, 0.3, 3), (0, 1)), (callee_writes, (_u, _v), (0, 1)),
    (callee_writes_view, (_A, 0.7), (0, 1)), (callee_returns_view, (_A, 0.7), (0, 1)),
    (callee_writes_and_returns_argument, (_u, 0.7), (0, 1)), (callee_twice_same_array, (_u, 0.7), (0, 1)),
    (callee_overlapping_views, (_u, 0.7), (0, 1)), (index_arithmetic, (_v, 5), (0,)), (prefix_tree, (_u,), (0,)),
    (fourier_butterflies, (_u, _v), (0, 1)), (cumulative_in_place, (_u,), (0,)),
    (histogram_weights, (_u * 1.1, _v), (0, 1)), (sorting_network, (_u,), (0,)),
    (sparse_matvec, (_data, _indices, _indptr, _v[:3], 2), (0, 3)),
    (sparse_transposed, (_data, _indices, _indptr, _v[:3]), (0, 3)), (leapfrog, (_u, _v, 3), (0, 1)),
    (red_black, (_U, 1.2, 2), (0, 1)), (tridiagonal, (_v[:3], _v + 4, _u[1:], _u), (0, 1, 2, 3)),
    (lu_by_rows, (_S,), (0,)), (pivoted_elimination, (_S[[1, 2, 0]], _v[:3]), (0, 1)), (gram_schmidt, (_S,), (0,)),
    (cholesky_by_columns, (_P,), (0,)), (game_of_neighbours, (_A, 2), (0,)), (history_matrix, (_u, 3), (0,)),
    (delay_line, (_u, 9), (0,)), (integer_array_inside, (_u,), (0,)), (bool_array_inside, (_u,), (0,)),
    (resolved_twice, (_u, 0.7), (0, 1)), (chained_assignment, (_u, 0.7), (0, 1)),
    (read_after_helper_wrote, (_u, _v), (0, 1)),
]
