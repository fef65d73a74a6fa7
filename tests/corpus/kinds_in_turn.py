"""Names, attributes and items that hold values of several kinds in turn, and values whose kind NumPy alone knows."""
import functools

import numpy as np

# None or an array, which is compared


class Held:
    def __init__(self):
        self.u = np.array([0.2, 0.6, 0.4])
        self.w = np.array([[0.2, 0.6, 0.4], [0.5, 0.1, 0.3]])
        self.l = [0.1, 0.2, 0.7]


def best_of_constants(x):
    best = None
    for k in range(4):
        cand = np.sin(np.array([1.0, 2.0, 3.0]) * (k + 1))
        if best is None or cand.sum() > best.sum():
            best = cand
    return float(np.sum((best > 0) * np.sum(x * best)))


class Prev:
    def __init__(self):
        self.prev = None


def attribute_first_none(x):
    p = Prev()
    p.prev = x * 2
    return float(np.sum((p.prev > 0.9) * np.sum(x)))


def mean_in_a_dict(x):
    st = {'mu': None}
    for v in (x, x * 2):
        st['mu'] = v if st['mu'] is None else st['mu'] * 0.5 + v
    return float(np.sum((st['mu'] > 1.0) * np.sum(x)))


def none_or_array_where(x):
    a = None
    if x[0] > 0:
        a = Held().u
    return float(np.sum(np.where(a > 0.3, np.sum(x), 0.0)))


def none_in_a_dict(x):
    d = {'m': None}
    d['m'] = Held().u
    return float(np.sum((d['m'] > 0.3) * np.sum(x)))


class Dropout:
    mask = None

    def __call__(self, x, noise):
        if self.mask is None:
            self.mask = noise
        return x * (self.mask > 0.3)


def dropout_lazy(x, noise):
    return float(np.sum(Dropout()(np.mean(x * x), noise)))


def none_equal(x):
    a = None
    if x[0] > 0:
        a = Held().u
    return float(np.sum((a != 0.6) * np.sum(x)))


def none_mean(x):
    a = None
    if x[0] > 0:
        a = Held().u
    return float(np.sum((a > 0.3) * x.mean() + x))


def none_mask_flipped(x):
    a = None
    if x[0] > 0:
        a = Held().u
    return float(np.sum((1.0 - (a > 0.3)) * np.sum(x)))


def none_times_a_number(x, s):
    a = None
    if x[0] > 0:
        a = Held().u
    return float(np.sum((a > 0.3) * s))


def none_of_rows(x):
    a = None
    if x[0] > 0:
        a = Held().w
    return float(np.sum(np.where(a > 0.3, x, x ** 2)))


def none_as_a_mask(x):
    a = None
    if x[0] > 0:
        a = Held().u
    return float(np.sum(x[a > 0.3] * np.array([1.0, 2.0])))


def none_by_itself(x):
    a = None
    if x[0] > 0:
        a = Held().u
    return float(np.sum(a[a > 0.3] * np.sum(x)))


def none_run_over(x):
    a = None
    if x[0] > 0:
        a = Held().u
    return float(sum((w * x[0] for w in a > 0.3)))


def none_at_a_place(x):
    a = None
    if x[0] > 0:
        a = Held().u
    return float((a > 0.3)[1] * x[0])


def none_copied(x):
    u = np.ones((2, 3))
    D = np.array([[0.2, 0.3, 0.4], [0.5, 0.6, 0.7]])
    a = None
    if x[2] > 0:
        a = D
    r = x[0]
    if x[1] > 0.3:
        r = np.sum(a * x * x)
    else:
        a = u
    D *= x
    return float(r * np.sum(a * x))


def abs_of_none_or_array(x):
    a = None
    if x[0] > 0:
        a = Held().u
    return float(np.sum(abs(a) * np.sum(x)))

# A list, a tuple or the array of an object


def list_or_array_twice(x):
    h = Held()
    a = [0.1, 0.2]
    if x[0] > 0:
        a = h.u
    return float(len(2 * a) * np.sum(x))


def list_or_array_item(x):
    h = Held()
    a = [0.1, 0.2]
    if x[0] > 0:
        a = h.u
    return float((a * 2)[1] * np.sum(x))


def list_or_array_norm(x):
    h = Held()
    a = [0.1, 0.2]
    if x[0] > 0:
        a = h.u
    return float(np.linalg.norm(a + a) * np.sum(x))


def list_or_array_max(x):
    h = Held()
    a = [0.1, 0.2]
    if x[0] > 0:
        a = h.u
    return float(max(a * 2) * np.sum(x))


def list_or_array_floor(x):
    h = Held()
    a = [0.1, 0.2]
    if x[0] > 0:
        a = h.u
    return float(np.sum(np.floor(a * 3) * np.sum(x)))


def list_or_array_compared(x):
    h = Held()
    a = [0.1, 0.2]
    if x[0] > 0:
        a = h.u
    return float(np.sum(np.where(a * 2 > 0.7, x, x ** 2)))


def array_or_list_product(x):
    h = Held()
    a = h.l
    if x[0] < 0:
        a = h.u
    return float(np.sum(a * x))


def np_abs_of_list_or_array(x):
    h = Held()
    a = [0.1, 0.2]
    if x[0] > 0:
        a = h.u
    return float(np.sum(np.abs(a) * np.sum(x)))


def view_of_list_or_array(x):
    h = Held()
    w = [0.1, 0.3, 0.5]
    if x[0] > 0:
        w = h.u
    v = w[1:]
    v[0] = 9.0
    return float(w[1] * x[0])


def view_of_list_or_array_then_array_changed(x):
    h = Held()
    w = [0.1, 0.3, 0.5]
    if x[0] > 0:
        w = h.u
    v = w[:]
    h.u[0] = 6.0
    return float(v[0] * x[0])


def weights(h, k):
    if k == 0:
        return [1.0, 1.0]
    return h.u


def list_or_array_of_a_helper(x, k):
    w = weights(Held(), k)
    return float(len(2 * w) * np.sum(x))


def list_or_array_ternary(x, k):
    h = Held()
    w = [1.0, 2.0, 3.0] if k else h.u
    return float(len(w + w) * x[1])


def tuple_or_array(x):
    h = Held()
    w = (1.0, 1.0)
    if x[0] > 0:
        w = h.u
    return float(len(w + w) * np.sum(x) + len(w * 2) * x[0])


class Doubled:
    def __init__(self, x):
        self.a = x * 2


def dict_list_then_array(x):
    h = Doubled(x)
    d = {'l': [1.0]}
    d['l'] = h.a
    w = d['l']
    return float((w * 2)[1])


def dict_list_then_array_view(x):
    h = Doubled(x)
    d = {'l': [1.0]}
    d['l'] = h.a
    w = d['l']
    v = w[1:]
    v[0] = 9.0
    return float(w[1] * x[0])


def list_or_array_doubled_in_place(x):
    h = Held()
    w = [0.1, 0.3, 0.5]
    if x[0] > 0:
        w = h.u
    w += w
    return float(w[1] * x[0])


def masks_in_a_list(x):
    u = np.array([0.5, 0.2, 0.4])
    h = []
    for i in range(2):
        L = [u > 0.35, u]
        a = L[0]
        h.append((a, x[i]))
    r = 0.0
    for a, c in h:
        r += c * np.sum(np.hypot(x, a))
        u[1] += x[0]
    return float(r)


class Holder:
    def __init__(self, a):
        self.a = a


def match_it(q):
    match q:
        case {'k': v}:
            return v
        case [a, b]:
            return b
        case Holder(a=v):
            return v


def matched_in_turn(m, s):
    v = match_it(Holder(m[2]))
    e = {'v': v, 'm': m}
    return float(np.sum(np.sin(e['v']) * v))


def tuple_from_a_place_on(s, k):
    t = (s, s * s)
    u = t[k:]
    return float(u[0] ** 2 * u[1])

def tuple_from_each_place_on(s):
    t = (s, s * s, 2 * s)
    r = 0.0
    for j in range(3):
        a = t[j:]
        r += a[0] * a[-1] * len(a) + sum(t[:j])
        b, *c = t[j:]
        r += b * len(c)
    return r


def two_of_a_tuple(s, k):
    t = (s, s * s, 2 * s)
    x, y = t[k:k + 2]
    return x * y**2 + max(t[k:]) * min(t[:k + 1]) * t[::-k - 1][0]


# Sums of nothing are what they begin with


def sum_of_none(w, s):
    v = sum([], w)
    v *= s
    return float(np.sum(w))


def sum_of_none_constant(w, s):
    z = np.zeros(4)
    v = sum((w * i for i in range(0)), z)
    v += s
    return float(np.sum(z * w))


def sum_of_none_by_run(m, s):
    xs = []
    v = sum(xs, m[1])
    m *= s
    return float(np.sum(v ** 2))

# Arrays without axes, and numbers


def real_no_axes(s):
    a = np.array(s).real
    b = a
    b *= 2
    return float(a * b)


def np_real_no_axes(s):
    c = np.array(s)
    a = np.real(c)
    a *= 2
    return float(a * c)


def imag_no_axes(s):
    z = np.array(s + 1j)
    a = z.imag
    a += s
    return float(a * z.imag)


def real_of_an_element_view(w, s):
    a = w[0, ...].real
    a *= s
    return float(np.sum(w ** 2))


def real_no_axes_in_objects(m, s):
    xs = [np.array(s).real] * 2
    xs[0] *= m[0, 0]
    return float(np.sum(xs[0] * xs[1]))


def real_no_axes_kind(m, s):
    v = np.array(s).real
    r = s * 1.2 + 2.5 if hasattr(v, '__len__') else s * 0.7
    return r * 1.3 + 2.5 if not isinstance(v, (np.ndarray, list)) else r * 0.6


def real_of_float_kind(s):
    v = np.real(s)
    r = s * 1.2 + 2.5 if isinstance(v, np.generic) else s * 0.7
    return r * 1.3 + 2.5 if hasattr(v, '__len__') else r * 0.6


def tensordot_no_axes(w, s):
    a = np.tensordot(w, w, 1)
    b = a
    b *= s
    return float(a * b)


def full_like_no_axes(w, s):
    a = np.full_like(s, w[0])
    b = a
    b *= s
    return float(a * b)


def squeeze_of_a_number(s):
    a = np.squeeze(s)
    b = a
    b *= 2
    return float(a * b)


def transpose_of_a_number(s):
    a = np.transpose(s)
    b = a
    b *= 2
    return float(a * b)


def flip_is_a_number(s):
    a = np.flip(np.array(s))
    b = a
    b *= 2
    return float(a * b)


def nan_to_num_is_a_number(s):
    a = np.nan_to_num(np.array(s))
    b = a
    b *= 2
    return float(a * b)

# Memory that is shared


def imag_broadcast(w, s):
    z = 1j * w
    xs = [z.imag]
    b = np.broadcast_to(xs[0], (2, 4))
    r = np.sum(b)
    z *= s
    return float(r + z[0].imag)


def imag_windows(w, s):
    z = w + 1j * w ** 2
    xs = [z]
    b = np.lib.stride_tricks.sliding_window_view(z.imag, 2)
    r = np.sum(b ** 2)
    xs[0][0] *= s
    return float(r + z[0].imag)


def gathered_where_memory_is_shared(w, s):
    b = np.broadcast_to(w, (3, 4))
    r = np.sum(b[:, [0, 1]] ** 2)
    xs = [w]
    xs[0] *= s
    return float(r + np.sum(w))


def axis_of_a_number_or_an_array(x, k):
    y = x if k else np.sum(x)
    y = y[None]
    return float(np.sum(y**2))


def axes_of_an_array_without(s):
    y = np.asarray(s)
    z = y[None] * y[..., None]
    return float(np.sum(z**2))


def squeezed_list_written(m):
    t = [[m[0][0], m[1][0]], [m[0][1], m[1][1]]]
    u = t
    u.append([1.0, m[0][0]])
    v = np.squeeze(t)
    v *= 1.5
    return t[0][0] * t[0][1] + sum(v[1])


def rows_of_a_counted_shape(x, k):
    a = np.array([x[0], x[1], x[0] * x[1], x[2]])
    n = len([j for j in range(9) if j < k])
    b, c = a.reshape(n, -1), a.reshape(-1, n)
    return np.sum(b.mean(axis=0) * x[1]) + np.sum((b + np.ones((3, 1, 1)) * x[1])**2) + np.sum(c * np.sum(x))


# The rows of one array, joined


def columns_of_one(a):
    return np.sum(np.column_stack(a) * np.array([[0.3, 1.2], [0.7, -0.4]]))


def joined_of_one(a):
    return np.sum(np.concatenate(a) * np.arange(4.0)) + np.sum(np.hstack(a) * np.arange(1.0, 5.0))


def stacked_of_one(a):
    return np.sum(np.stack(a, axis=1) * np.array([[0.3, 1.2], [0.7, -0.4]])) * np.vstack(a)[1, 0]


def joined_of_three_axes(b):
    rows = np.sin(np.concatenate(b, axis=1))
    return np.sum(rows) * np.sum(np.concatenate(b, axis=0) * np.arange(3.0)) + np.hstack(b)[0, 4] * np.column_stack(b)[1, 2]


def joined_of_one_in_a_list(b):
    kept = [b]
    kept[0] *= 2
    return np.sum(np.hstack(kept[0])[1] * np.arange(6.0)) + np.sum(np.stack(kept[0], axis=1)[1, 0] * np.arange(3.0))


# What is the same function, or object


def same(v):
    return v


def partial_given_and_compared(x):
    p = functools.partial(max, x)
    q = p
    return x * 2 if same(p) is q else x


def partial_of_a_constant_compared(x):
    p = functools.partial(max, 0.1)
    q = p
    return x * 2 if same(p) is q else x


X = np.array([0.53, 0.81, 0.357])
M = np.random.default_rng(3).uniform(0.3, 1.4, (3, 3))
W, S = np.array([0.4, 0.9, 1.2, 0.6]), 0.73
A, B = np.array([[0.3, 1.2], [0.7, -0.4]]), np.arange(1.0, 13.0).reshape(2, 2, 3) / 7


def number_or_array_without_axes(x, n):
    held = [x]
    v = sum(held[:n]) * 2.0
    return v or x



def number_or_array_without_axes_of_a_helper(x, n):
    return twice_or_itself(x, n)


def twice_or_itself(x, n):
    held = [x]
    v = sum(held[:n]) * 2.0
    if n == 0:
        v = x
    return v


class Kept:
    def __init__(self, x):
        self.x = x


def object_of_an_array_without_axes(x, k):
    o = Kept(x)
    if k:
        o = Kept(2.0)
    return o.x


CASES = [
    (best_of_constants, (X,), (0,)),
    (attribute_first_none, (X,), (0,)),
    (mean_in_a_dict, (X,), (0,)),
    (none_or_array_where, (X,), (0,)),
    (none_in_a_dict, (X,), (0,)),
    (none_equal, (X,), (0,)),
    (none_mean, (X,), (0,)),
    (none_mask_flipped, (X,), (0,)),
    (none_of_rows, (X,), (0,)),
    (none_as_a_mask, (X,), (0,)),
    (none_by_itself, (X,), (0,)),
    (none_run_over, (X,), (0,)),
    (none_at_a_place, (X,), (0,)),
    (none_copied, (X,), (0,)),
    (abs_of_none_or_array, (X,), (0,)),
    (list_or_array_twice, (X,), (0,)),
    (list_or_array_item, (X,), (0,)),
    (list_or_array_norm, (X,), (0,)),
    (list_or_array_max, (X,), (0,)),
    (list_or_array_floor, (X,), (0,)),
    (list_or_array_compared, (X,), (0,)),
    (array_or_list_product, (X,), (0,)),
    (np_abs_of_list_or_array, (X,), (0,)),
    (view_of_list_or_array, (X,), (0,)),
    (view_of_list_or_array_then_array_changed, (X,), (0,)),
    (tuple_or_array, (X,), (0,)),
    (dict_list_then_array, (X,), (0,)),
    (dict_list_then_array_view, (X,), (0,)),
    (list_or_array_doubled_in_place, (X,), (0,)),
    (masks_in_a_list, (X,), (0,)),
    (list_or_array_twice, (-X,), (0,)),
    (list_or_array_max, (-X,), (0,)),
    (view_of_list_or_array, (-X,), (0,)),
    (tuple_or_array, (-X,), (0,)),
    (dropout_lazy, (X, np.array([0.2, 0.6, 0.4])), (0, 1)),
    (none_times_a_number, (X, 0.7), (0, 1)),
    (list_or_array_of_a_helper, (X, 1), (0,)),
    (list_or_array_of_a_helper, (X, 0), (0,)),
    (list_or_array_ternary, (X, 0), (0,)),
    (list_or_array_ternary, (X, 1), (0,)),
    (sum_of_none, (W, S), (0, 1)),
    (sum_of_none_constant, (W, S), (0, 1)),
    (real_of_an_element_view, (W, S), (0, 1)),
    (tensordot_no_axes, (W, S), (0, 1)),
    (full_like_no_axes, (W, S), (0, 1)),
    (imag_broadcast, (W, S), (0, 1)),
    (imag_windows, (W, S), (0, 1)),
    (gathered_where_memory_is_shared, (W, S), (0, 1)),
    (sum_of_none_by_run, (M, S), (0, 1)),
    (real_no_axes_in_objects, (M, S), (0, 1)),
    (real_no_axes_kind, (M, S), (0, 1)),
    (matched_in_turn, (M, S), (0, 1)),
    (real_no_axes, (S,), (0,)),
    (np_real_no_axes, (S,), (0,)),
    (imag_no_axes, (S,), (0,)),
    (real_of_float_kind, (S,), (0,)),
    (squeeze_of_a_number, (S,), (0,)),
    (transpose_of_a_number, (S,), (0,)),
    (flip_is_a_number, (S,), (0,)),
    (nan_to_num_is_a_number, (S,), (0,)),
    (axes_of_an_array_without, (S,), (0,)),
    (partial_given_and_compared, (S,), (0,)),
    (partial_of_a_constant_compared, (S,), (0,)),
    (tuple_from_a_place_on, (S, 0), (0,)),
    (tuple_from_each_place_on, (S,), (0,)),
    (two_of_a_tuple, (S, 0), (0,)),
    (two_of_a_tuple, (S, 1), (0,)),
    (rows_of_a_counted_shape, (X, 1), (0,)),
    (rows_of_a_counted_shape, (X, 2), (0,)),
    (axis_of_a_number_or_an_array, (X, True), (0,)),
    (axis_of_a_number_or_an_array, (X, False), (0,)),
    (squeezed_list_written, ([[1.0, 2.0], [3.0, 4.0]],), (0,)),
    (columns_of_one, (A,), (0,)),
    (joined_of_one, (A,), (0,)),
    (stacked_of_one, (A,), (0,)),
    (joined_of_three_axes, (B,), (0,)),
    (joined_of_one_in_a_list, (B,), (0,)),
    (number_or_array_without_axes, (np.array(1.1), 0), (0,)),
    (number_or_array_without_axes, (np.array(1.1), 1), (0,)),
    *((f, (np.array(1.1), n), (0,)) for f in (number_or_array_without_axes_of_a_helper, object_of_an_array_without_axes) for n in (0, 1)),
]
