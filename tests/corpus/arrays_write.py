"""Arrays that change: elements, slices, whole arrays, through views, aliases and loops."""
import math

import numpy as np


def set_element(v, x):
    v[0] = x * v[1]
    return np.sum(v**2)


def set_element_of_copy(v, x):
    w = v.copy()
    w[1] = x
    return np.sum(w * v)


def add_to_element(v, x):
    v[1] += x * v[0]
    v[1] *= v[1]
    return v[1] + np.sum(v)


def element_from_itself(v):
    v[0] = v[0] * v[0]
    v[0] = math.sin(v[0]) * v[1]
    v[-1] = v[0] / v[-1]
    return np.sum(v)


def overwritten_unread(v):
    v[0] = v[1] * 3
    v[0] = 2.0
    return np.sum(v * v)


def read_before_write(v):
    old = v[0]
    v[0] = v[1] ** 2
    return old * v[0] + v[1]


def square_before_write(v):
    y = v[0] * v[1]
    v[0] = 5.0
    z = v[0] * v[1]
    return y * z


def whole_read_before_write(v):
    total = np.sum(v**3)
    v[1] = total
    return v[1] * v[0]


def alias_written(a):
    b = a
    b[0] = a[1] * 2
    return np.sum(a * b)


def alias_of_alias(a):
    b = a
    c = b
    c[1] = b[0] * a[2]
    b[0] = c[1] + 1
    return a[0] * a[1] + c[2]


def alias_then_rebound(a):
    b = a
    a = a * 2
    b[0] = 7.0
    return np.sum(a * b)


def alias_before_copy(a):
    b = a
    a = a.copy()
    b[0] = b[1] ** 2
    return np.sum(a * b)


def argument_written_and_returned_part(a, x):
    a[0] = x
    a[1] = a[0] * x
    return a[1]


def swap_elements(v, i, j):
    v[i], v[j] = v[j], v[i]
    return v[0] + 2 * v[1] ** 2 + 3 * v[2]


def swap_rows(A):
    tmp = A[0].copy()
    A[0] = A[1]
    A[1] = tmp
    return np.sum(A[0] ** 2 * np.array([1.0, 2.0, 3.0]))


def rotate_elements(v):
    first = v[0]
    for i in range(len(v) - 1):
        v[i] = v[i + 1]
    v[-1] = first
    return np.sum(v * np.arange(len(v))**2)


def reverse_in_place(v):
    i = 0
    j = len(v) - 1
    while i < j:
        v[i], v[j] = v[j] * 2, v[i]
        i += 1
        j -= 1
    return np.sum(v**2 * np.arange(1.0, len(v) + 1))


def slice_written(v, x):
    v[1:3] = x
    return np.sum(v**2)


def slice_of_array_written(v, w):
    v[:2] = w[1:3] * v[:2]
    return np.sum(v * w)


def slice_broadcast_number(A, x):
    A[0] = x
    A[:, 1] = x * 2
    return np.sum(A**2)


def slice_broadcast_row(A, r):
    A[:] = r
    return np.sum(A * A * np.array([[1.0], [2.0]]))


def slice_broadcast_column(A, r):
    A[:, :] = r[:, None] * A
    A[1:] = A[:1]
    return np.sum(A**2)


def broadcast_in_place(A, r, c):
    A += r
    A *= c
    return np.sum(A**2)


def overlap_forward(x):
    x[1:] = x[1:] * x[:-1]
    return np.sum(x**2)


def overlap_backward(x):
    x[:-1] = x[:-1] * x[1:] + x[1:]
    return np.sum(x**2)


def overlap_augmented(x, c):
    x[1:] += c * x[:-1] ** 2
    return np.sum(x**2)


def overlap_shift(x):
    x[1:] = x[:-1]
    x[0] = 0.0
    return np.sum(x**3)


def overlap_reversed(x):
    x[:] = x[::-1] * x
    return np.sum(x * np.arange(len(x)))


def overlap_repeated(x, c, n):
    for t in range(n):
        x[1:] = x[1:] + c * x[:-1]
        x[1:] += c * x[:-1] ** 2
    return np.sum(x**2)


def whole_in_place(x, y):
    x += y
    x *= y
    x -= 2 * y
    x /= 1 + y * y
    return np.sum(x**2)


def whole_in_place_power(x):
    x **= 2
    x += x
    return np.sum(x)


def whole_in_place_itself(x):
    x *= x
    x -= x * 0.5
    x /= 1 + x
    return np.sum(x)


def in_place_seen_through_alias(a, s):
    b = a
    a *= s
    return np.sum(a * b)


def in_place_on_slice_of_other(a, b):
    w = b[1:]
    w += a[:-1]
    w *= a[1:]
    return np.sum(b**2)


def number_then_array_augmented(v):
    acc = 0.0
    acc += v
    acc *= 2
    return np.sum(acc * v)


def fresh_then_augmented(v):
    w = v * 2
    w += v
    w *= w
    return np.sum(w * v)


def row_view_written(A, s):
    row = A[1]
    row *= s
    row[0] = row[1] ** 2
    return np.sum(A**2)


def row_views_in_loop(A, s):
    for i in range(len(A)):
        row = A[i]
        row *= s
        row[1:] += row[:-1] ** 2
    return np.sum(A**2)


def rows_iterated_written(A):
    for row in A:
        row /= np.sum(row**2)
    return np.sum(A**3)


def rows_iterated_element_written(A, x):
    for i, row in enumerate(A):
        row[i] = x * row[2]
        x = x + row[0]
    return np.sum(A) * x


def columns_written(A):
    for column in A.T:
        total = np.sum(column**2)
        column /= total
    return np.sum(A**3)


def view_of_view(A):
    row = A[0]
    part = row[1:]
    part[0] = A[1, 0] * part[1]
    row[0] = part[0]
    return np.sum(A[0] ** 2)


def two_overlapping_views(v):
    left = v[:-1]
    right = v[1:]
    left *= 2
    right += left
    return np.sum(v**2)


def rebound_view(A):
    row = A[0]
    row *= 2
    row = row[1:]
    row[:] = row**2
    return np.sum(A)


def view_read_after_owner_written(A):
    row = A[0]
    before = row[1] * 2
    A[0, 1] = A[1, 1] ** 2
    return row[1] * before


def view_of_copy(A):
    B = A.copy()
    row = B[1]
    row += A[0]
    A[1] = row * 2
    return np.sum(A * B)


def reshaped_view_written(A):
    flat = A.reshape(-1)
    flat[::2] = np.sin(flat[::2])
    return np.sum(A[0] * A[1])


def raveled_view_written(A, x):
    flat = A.ravel()
    flat[1] = x
    flat[2] += x * flat[0]
    return np.sum(A**2)


def transposed_view_written(A):
    B = A.T
    B[0] = B[1] * B[2]
    return np.sum(A**2)


def fill_zeros(x, n):
    a = np.zeros(n)
    for i in range(n):
        a[i] = x**i
    return np.sum(a * a)


def fill_empty(x, n):
    a = np.empty(n)
    for i in range(n):
        a[i] = math.sin(x * (i + 1))
    return a[0] * a[-1] + a.sum()


def fill_zeros_like(v):
    w = np.zeros_like(v)
    for i in range(1, len(v)):
        w[i] = w[i - 1] * 0.5 + v[i] * v[i - 1]
    return np.sum(w**2)


def fill_some_twice(x):
    a = np.zeros(4)
    for i in range(6):
        a[i % 4] = a[i % 4] * 0.5 + x * i
    return np.sum(a**2)


def powers_column(x):
    arr = np.zeros((5, 1))
    for i in range(5):
        arr[i] = x**i
    return arr.sum()


def matrix_filled(v):
    n = len(v)
    K = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            K[i, j] = math.exp(-(v[i] - v[j])**2) * v[i]
    return np.sum(K * K)


def symmetric_filled(v):
    n = len(v)
    K = np.ones((n, n))
    for i in range(n):
        for j in range(i):
            K[i, j] = v[i] * v[j]
            K[j, i] = K[i, j]
    return np.sum(K @ K)


def cumulative_sum(v):
    for i in range(1, len(v)):
        v[i] += v[i - 1]
    return np.sum(v**2)


def cumulative_product(v):
    out = v.copy()
    for i in range(1, len(out)):
        out[i] *= out[i - 1]
    return np.sum(out)


def prefix_matrix(A):
    m, n = A.shape
    for i in range(m):
        for j in range(n):
            if i > 0:
                A[i, j] += 0.5 * A[i - 1, j]
            if j > 0:
                A[i, j] -= 0.3 * A[i, j - 1] ** 2
    return np.sum(A**2)


def conditional_write(v):
    for i in range(len(v)):
        if v[i] < 0:
            v[i] = 0.0
        elif v[i] > 1:
            v[i] = v[i] ** 2
    return np.sum(v * np.array([1.0, 2.0, 3.0, 4.0]))


def conditional_which_array(a, b, c):
    w = a if c > 0 else b
    w[1:] *= w[:-1]
    return np.sum(a * b)


def branch_writes(v, x):
    if x > 0:
        v[0] = x
    else:
        v = v * x
        v[1] = x
    return np.sum(v**2)


def write_in_while(v, limit):
    i = 0
    while i < len(v) and v[i] < limit:
        v[i] = v[i] * v[i] + 1
        i += 1
    return np.sum(v) * v[0]


def write_then_break(v):
    for i in range(len(v)):
        v[i] *= 2
        if v[i] > 3:
            break
        v[i] += v[i - 1]
    return np.sum(v**2)


def write_then_return(v, limit):
    for i in range(1, len(v)):
        v[i] = v[i] + v[i - 1] ** 2
        if v[i] > limit:
            return np.sum(v[:i + 1] ** 2)
    return np.sum(v)


def heat(u, steps):
    for t in range(steps):
        u[1:-1] = u[1:-1] + 0.1 * (u[2:] - 2 * u[1:-1] + u[:-2])
    return np.sum(u**2)


def nonlinear_heat(u, k, steps):
    for t in range(steps):
        u[1:-1] += k * np.tanh(u[2:] - 2 * u[1:-1] + u[:-2])
    return np.sum(u**2)


def gauss_seidel(u, f, sweeps):
    n = len(u)
    for sweep in range(sweeps):
        for i in range(1, n - 1):
            u[i] = 0.5 * (u[i - 1] + u[i + 1] + f[i] * u[i] ** 2)
    return np.sum(u * f)


def two_buffers(u, n):
    a = u.copy()
    b = np.zeros_like(u)
    for t in range(n):
        b[1:] = a[1:] * a[:-1]
        b[0] = a[0]
        a, b = b, a
    return np.sum(a)


def three_buffers(u, c, n):
    old = u.copy()
    now = u.copy()
    new = np.zeros_like(u)
    for t in range(n):
        new[1:-1] = 2 * now[1:-1] - old[1:-1] + c * (now[2:] - 2 * now[1:-1] + now[:-2])
        old, now, new = now, new, old
    return np.sum(now**2)


def new_array_every_step(u, n):
    for t in range(n):
        new = np.empty_like(u)
        new[0] = u[0]
        new[1:] = u[1:] * u[:-1]
        u = new
    return np.sum(u**2)


def work_array_reused(A, n):
    work = np.zeros(A.shape[1])
    total = 0.0
    for i in range(n):
        work[:] = A[i % len(A)] * (i + 1)
        work *= work
        total += np.sum(work) + work[0]
    return total


def counts_in_int_array(v, x):
    k = np.zeros(3, dtype=int)
    for a in v:
        if a > 1:
            k[2] += 1
        elif a > 0:
            k[1] += 1
        else:
            k[0] += 1
    return x ** k[1] + x * k[2] + k[0]


def constants_written(v):
    v[0] = 1
    v[1:] = 0
    return np.sum(v)


def lu(A):
    n = len(A)
    for i in range(n):
        for j in range(i):
            for k in range(j):
                A[i, j] -= A[i, k] * A[k, j]
            A[i, j] /= A[j, j]
        for j in range(i, n):
            for k in range(i):
                A[i, j] -= A[i, k] * A[k, j]
    return np.sum(A**2)


def gaussian_elimination(A, b):
    n = len(b)
    for k in range(n):
        for i in range(k + 1, n):
            m = A[i, k] / A[k, k]
            A[i, k:] -= m * A[k, k:]
            b[i] -= m * b[k]
    x = np.zeros(n)
    for i in range(n - 1, -1, -1):
        x[i] = (b[i] - A[i, i + 1:] @ x[i + 1:]) / A[i, i]
    return np.sum(x**2)


def thomas(a, b, c, d):
    n = len(d)
    for i in range(1, n):
        w = a[i] / b[i - 1]
        b[i] -= w * c[i - 1]
        d[i] -= w * d[i - 1]
    d[-1] = d[-1] / b[-1]
    for i in range(n - 2, -1, -1):
        d[i] = (d[i] - c[i] * d[i + 1]) / b[i]
    return np.sum(d**2)


def cholesky(A):
    for i in range(len(A)):
        for j in range(i):
            A[i, j] = (A[i, j] - A[i, :j] @ A[j, :j]) / A[j, j]
        A[i, i] = np.sqrt(A[i, i] - A[i, :i] @ A[i, :i])
    total = 0.0
    for i in range(len(A)):
        total += np.log(A[i, i])
    return 2 * total


def bubble_sort(v):
    n = len(v)
    for i in range(n):
        for j in range(n - 1 - i):
            if v[j] > v[j + 1]:
                v[j], v[j + 1] = v[j + 1], v[j]
    return np.sum(v * np.arange(1.0, n + 1))


def insertion_sort(v):
    for i in range(1, len(v)):
        key = v[i]
        j = i - 1
        while j >= 0 and v[j] > key:
            v[j + 1] = v[j]
            j -= 1
        v[j + 1] = key
    return v[0] + 2 * v[1] * v[-1]


def butterfly(v):
    half = len(v) // 2
    left = v[:half] + v[half:]
    right = (v[:half] - v[half:]) * 0.7
    v[:half] = left
    v[half:] = right
    return np.sum(v**3)


def integer_power_table(x, n):
    table = np.ones((n, n))
    for i in range(n):
        for j in range(1, n):
            table[i, j] = table[i, j - 1] * (x + i)
    return np.sum(table) / n


def clash(d, saved):
    was = d.copy()
    for steps in range(2):
        d[1:] *= was[:-1]
        was += d
        bd = was[0] * saved
        saved = bd - d[1]
    value = np.sum(was) + saved
    return value


def length_one(a, x):
    a[0] = a[0] * x
    a += x
    a[:] = a**2
    return a[0] + np.sum(a)


def write_every_trip_same_place(x, n):
    a = np.zeros(2)
    for i in range(n):
        a[0] = x * i + a[1]
        a[1] = a[0] * x
    return a[0] + a[1]


def index_from_state(v, n):
    i = 0
    for t in range(n):
        v[i] = v[i] * 1.5 + 0.1
        i = (i + 2) % len(v) if v[i] > 1 else (i + 1) % len(v)
    return np.sum(v**2) + i


def three_dimensional(T, x):
    T[0, 1] = x
    T[:, 0, 1] *= x
    T[1, 2, :] = T[0, 0, :] ** 2
    return np.sum(T**2)


def ellipsis_write(T, x):
    T[..., 0] = T[..., 1] * x
    T[0, ...] += x
    return np.sum(T**2)


_u = np.array([0.5, -1.2, 2.0, 0.3])
_v = np.array([1.1, 0.4, 0.7, 1.6])
_A = np.array([[0.5, -1.2, 2.0], [1.1, 0.4, -0.7]])
_r = np.random.default_rng(5)
_S = np.eye(3) * 4 + _r.normal(size=(3, 3))
_P = np.eye(3) * 2 + np.outer([0.5, -0.3, 0.8], [0.5, -0.3, 0.8])
_T = _r.normal(size=(2, 3, 2))
_one = np.array([0.7])
_B = np.linspace(-1.0, 2.0, 6).reshape(3, 2)

CASES = [
    (set_element, (_u, 0.7), (0, 1)), (set_element_of_copy, (_u, 0.7), (0, 1)), (add_to_element, (_u, 0.7), (0, 1)),
    (element_from_itself, (_u,), (0,)), (overwritten_unread, (_u,), (0,)), (read_before_write, (_u,), (0,)),
    (square_before_write, (_u,), (0,)), (whole_read_before_write, (_u,), (0,)), (alias_written, (_u,), (0,)),
    (alias_of_alias, (_u,), (0,)), (alias_then_rebound, (_u,), (0,)), (alias_before_copy, (_u,), (0,)),
    (argument_written_and_returned_part, (_u, 0.7), (0, 1)), (swap_elements, (_u, 0, 2), (0,)),
    (swap_elements, (_u, 1, 1), (0,)), (swap_rows, (_A,), (0,)), (rotate_elements, (_u,), (0,)),
    (rotate_elements, (_one,), (0,)), (reverse_in_place, (_u,), (0,)), (slice_written, (_u, 0.7), (0, 1)),
    (slice_of_array_written, (_u, _v), (0, 1)), (slice_broadcast_number, (_A, 0.7), (0, 1)),
    (slice_broadcast_row, (_A, _v[:3]), (0, 1)), (slice_broadcast_row, (_A, _one), (0, 1)),
    (slice_broadcast_row, (_A, 0.3), (0, 1)), (slice_broadcast_column, (_A, _v[:2]), (0, 1)),
    (broadcast_in_place, (_A, _v[:3], 0.7), (0, 1, 2)),
    (broadcast_in_place, (_A, _one, np.array([[0.3], [1.4]])), (0, 1, 2)), (overlap_forward, (_u,), (0,)),
    (overlap_forward, (_one,), (0,)), (overlap_backward, (_u,), (0,)), (overlap_augmented, (_u, 0.7), (0, 1)),
    (overlap_shift, (_u,), (0,)), (overlap_reversed, (_u,), (0,)), (overlap_repeated, (_u, 0.3, 3), (0, 1)),
    (overlap_repeated, (_u, 0.3, 0), (0, 1)), (whole_in_place, (_u, _v), (0, 1)), (whole_in_place, (_u, 0.4), (0, 1)),
    (whole_in_place, (1.2, 0.4), (0, 1)), (whole_in_place_power, (_u,), (0,)), (whole_in_place_itself, (_v,), (0,)),
    (in_place_seen_through_alias, (_u, 0.7), (0, 1)), (in_place_on_slice_of_other, (_u, _v), (0, 1)),
    (number_then_array_augmented, (_u,), (0,)), (fresh_then_augmented, (_u,), (0,)),
    (row_view_written, (_A, 0.7), (0, 1)), (row_views_in_loop, (_A, 0.7), (0, 1)),
    (rows_iterated_written, (_A,), (0,)), (rows_iterated_element_written, (_A, 0.7), (0, 1)),
    (columns_written, (_A,), (0,)), (view_of_view, (_A,), (0,)), (two_overlapping_views, (_u,), (0,)),
    (rebound_view, (_A,), (0,)), (view_read_after_owner_written, (_A,), (0,)), (view_of_copy, (_A,), (0,)),
    (reshaped_view_written, (_A,), (0,)), (reshaped_view_written, (_B.T,), (0,)),
    (raveled_view_written, (_A, 0.7), (0, 1)), (transposed_view_written, (_A,), (0,)), (fill_zeros, (0.7, 4), (0,)),
    (fill_zeros, (0.7, 0), (0,)), (fill_empty, (0.7, 3), (0,)), (fill_empty, (0.7, 1), (0,)),
    (fill_zeros_like, (_u,), (0,)), (fill_zeros_like, (_one,), (0,)), (fill_some_twice, (0.7,), (0,)),
    (powers_column, (0.7,), (0,)), (matrix_filled, (_u,), (0,)), (symmetric_filled, (_u,), (0,)),
    (cumulative_sum, (_u,), (0,)), (cumulative_product, (_u,), (0,)), (prefix_matrix, (_A,), (0,)),
    (conditional_write, (_u,), (0,)), (conditional_which_array, (_u, _v, 1), (0, 1)),
    (conditional_which_array, (_u, _v, -1), (0, 1)), (branch_writes, (_u, 0.7), (0, 1)),
    (branch_writes, (_u, -0.7), (0, 1)), (write_in_while, (_u, 1.0), (0,)), (write_in_while, (_u, 0.1), (0,)),
    (write_then_break, (_u,), (0,)), (write_then_return, (_u, 2.0), (0,)), (write_then_return, (_u, 50.0), (0,)),
    (heat, (_u, 4), (0,)), (heat, (_u, 0), (0,)), (nonlinear_heat, (_u, 0.3, 3), (0, 1)),
    (nonlinear_heat, (_u, np.array([0.2, 0.4]), 3), (0, 1)), (gauss_seidel, (_u, _v, 3), (0, 1)),
    (two_buffers, (_u, 3), (0,)), (two_buffers, (_u, 0), (0,)), (three_buffers, (_u, 0.3, 4), (0, 1)),
    (new_array_every_step, (_u, 3), (0,)), (work_array_reused, (_A, 3), (0,)), (counts_in_int_array, (_u, 0.7), (1,)),
    (constants_written, (_u,), (0,)), (lu, (_S,), (0,)), (gaussian_elimination, (_S, _v[:3]), (0, 1)),
    (thomas, (_u, _v + 4, _v[::-1] - 2, _u * 2), (0, 1, 2, 3)), (cholesky, (_P,), (0,)), (bubble_sort, (_u,), (0,)),
    (bubble_sort, (_one,), (0,)), (insertion_sort, (_u,), (0,)), (butterfly, (_u,), (0,)),
    (integer_power_table, (0.7, 4), (0,)), (clash, (_u, 0.3), (0, 1)), (length_one, (_one, 0.4), (0, 1)),
    (write_every_trip_same_place, (0.7, 4), (0,)), (write_every_trip_same_place, (0.7, 0), (0,)),
    (index_from_state, (_v, 7), (0,)), (three_dimensional, (_T, 0.7), (0, 1)), (ellipsis_write, (_T, 0.7), (0, 1)),
]
