"""Calls of library functions that gave a wrong value or gradient, or failed, in the hunts of late November."""
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

WEIGHTS = np.arange(1.0, 100.0)


def weighted(y):
    y = np.asarray(y)
    return np.sum(y**2 * np.cos(np.arange(1, 1 + np.size(y)).reshape(np.shape(y)))) + y.ndim * np.sum(y)


# Views that are read after their array has changed

def windows_read_later(x):
    v = np.lib.stride_tricks.sliding_window_view(x, 2)
    x[0] = 5 * x[1]
    return weighted(v)


def windows_of_a_matrix(x):
    return weighted(sliding_window_view(np.outer(x, x), (2, 3)))


def windows_along_an_axis(x):
    y = np.outer(x, x)
    v = sliding_window_view(y, 2, axis=0)
    y[0] = 3 * y[1]
    return weighted(v)


def moving_mean(x):
    return weighted(sliding_window_view(x, 2).mean(axis=-1))


def windows_in_a_loop(x):
    t = 0.0
    for v in sliding_window_view(x, 2):
        t = t + v[0] * v[1] * t + v[1]
    return t


def windows_written_from(x):
    v = sliding_window_view(x, 3)
    r = v @ x[:3]
    x[:2] = r
    return np.sum(v * r[:, None])


def every_other_window(x):
    return weighted(sliding_window_view(x, 2)[::2])


def broadcast_and_written(x):
    a, b = np.broadcast_arrays(x, np.ones((2, 4)))
    x[0] = x[1] * 7
    return weighted(a * b)


def broadcast_of_a_number(x):
    kept = []
    for i in range(2):
        a, b = np.broadcast_arrays(x, 2.0 * x[i])
        kept.append(a)
        x[i] = x[i + 1] * 2
    return weighted(a * b) + np.sum(kept[0])


def elements_that_the_loop_writes(x):
    t = 0.0
    for (i,), v in np.ndenumerate(x):
        t = t + v * v
        if i + 1 < len(x):
            x[i + 1] = v * 3
    return t


def enumerated_until(x):
    t = 0
    for k, v in np.ndenumerate(x.reshape(2, 2)):
        if k[0] == 1:
            break
        t = t + v * (k[1] + 1)
    return t


def enumerated_and_rebound(x):
    t = 0.0
    for k, v in np.ndenumerate(x):
        x = x * 1.5
        t = t + v * x[k]
    return t


def enumerated_in_an_expression(x):
    return sum(v * i[0] for i, v in np.ndenumerate(x * x))


def places_as_indices(x):
    A, t = np.outer(x, x), 0.0
    for i in np.ndindex(A.shape):
        t += A[i] * (i[0] + 2 * i[1])
        A[i] = t * 0.1
    return t + np.sum(A)


def places_by_names(x):
    A, t = np.outer(x, x), 0.0
    for i, j in np.ndindex(*A.shape):
        t += A[i, j] * (i + 2 * j)
        A[j, i] = t * 0.1
    return t


# What is joined, put in and laid out

def joined_with_what_a_helper_gives(x):
    y = np.concatenate([x, listed_or_array([1.0, x[1]])])
    return np.sum(y * np.arange(y.size).reshape(y.shape))


def listed_or_array(v):
    return v if np.ndim(v) > 0 else np.ones(1) * v


def differences_of_a_list(x):
    y = np.diff(x, append=[1.0, x[1]])
    return np.sum(y * np.arange(y.size).reshape(y.shape))


def differences_of_nothing(x):
    return np.sum(np.diff(x[:0], prepend=x[0])) + x[1]


def put_in_at_several(x):
    return weighted(np.insert(x, [0, 2], x[1]))


def put_in_at_a_list_of_one(x):
    return weighted(np.insert(x, [1], x[0]))


def put_in_at_a_slice(x):
    return weighted(np.insert(x, slice(0, 4, 2), x[:2]))


def put_in_as_a_column(x):
    return weighted(np.insert(np.outer(x, x), 1, x[:, None], axis=0)) + weighted(np.insert(np.outer(x, x), 1, x, axis=1))


def put_in_of_less_precision(x):
    return np.insert(np.ones(3, dtype=np.float32), 1, x[1]).dtype.itemsize * x[0]


def depth_of_whole_numbers(x):
    y = np.dstack([x[0], 2])
    return weighted(y) + weighted(np.dstack([x, np.arange(4)]))


def unstacked(x):
    y = np.unstack(x) if hasattr(np, 'unstack') else tuple(x)
    return (1.0 if isinstance(y, tuple) else 2.0) * y[0] * y[2]


def squares_of_a_vector(x):
    return weighted(np.triu(x)) + weighted(np.tril(x, 1))


def powers_of_a_list(x):
    return weighted(np.vander([x[0], 2.0, x[1]]))


def chosen_by_a_list(x):
    return weighted(np.choose([0, 1, 0, 1], [x, x**2]))


def pieces_of_one_condition(x):
    return weighted(np.piecewise(x, x < 0, [lambda t: t * t, lambda t: 3 * t]))


def grid_of_a_number(x):
    return weighted(np.meshgrid(2.0, x)[1] * x[0])


# Statistics, sums, products

def covariances(x):
    A = np.outer(x, x) + np.diag(x)
    both = weighted(np.cov(x, x**2, rowvar=False)) + weighted(np.cov(A, A**2, rowvar=False))
    return both + weighted(np.cov(A, x)) + weighted(np.cov(A, rowvar=False)) + weighted(np.cov(x[None])) + np.cov(x)


def correlations(x):
    return np.sum(np.corrcoef(np.outer(x, x) + np.diag(x))**2 * np.arange(4.0))


def length_that_keeps_axes(x):
    if not hasattr(np.linalg, 'vector_norm'):
        return np.sum(x)
    return weighted(np.linalg.vector_norm(x.reshape(2, 2), keepdims=True))


def product_with_a_number(x):
    both = np.sum(np.convolve(x, x[0])) + np.sum(np.convolve(2.0, x))
    return both + weighted(np.polymul(x, x[1])) + weighted(np.polyadd(x[0], x))


def trapezoids_of_many_widths(x):
    if hasattr(np, 'trapezoid'):
        return np.trapezoid(x, dx=x[1:])
    return np.trapz(x, dx=x[1:])


def reductions_of_a_number(x):
    return np.prod(x[0], axis=0) * np.sum(np.cumsum(x[1], axis=0)) * np.sum(np.pad(x[2], 1))


def rank_as_a_factor(x):
    return np.linalg.matrix_rank(np.outer(x, x)) * x[0]


# Arguments beyond the usual ones

def unique_with_all(x):
    u, k, inverse, counts = np.unique(np.append(x, x[1]), return_index=True, return_inverse=True, return_counts=True)
    return weighted(u[inverse] * x[k][0]) + np.sum(u * counts)


def smallest_ones(x):
    rows = np.partition(np.outer(x, x), 2, axis=0)
    return np.sum(np.sort(np.partition(x, 1)[:2]) * WEIGHTS[:2]) + np.sum(rows[2] * WEIGHTS[:4])


def repeated_to_a_shape(x):
    return weighted(np.resize(x, (2, 3))) + weighted(np.trim_zeros(np.where(x > 0.5, x, 0.0)))


def beyond_the_table(x):
    at = np.array([-1.0, 0.5, 3.0])
    both = np.interp(at, [0.0, 1.0], x[:2], left=x[2], right=x[3])
    return weighted(both) + weighted(np.interp(at, [0.0, 1.0], x[:2], left=0.0)) + np.interp(2.0, [0.0, 1.0], x[:2], right=x[0])


def taken_around(x):
    A = np.outer(x, x)
    return weighted(np.take(x, [5, -6], mode='wrap')) + weighted(np.take(A, [5, -1], axis=1, mode='clip'))


def slopes_of_second_order(x):
    inner = weighted(np.gradient(np.outer(x, x**2), 2.0, axis=1, edge_order=2))
    return inner + weighted(np.gradient(x, edge_order=2)) + weighted(np.gradient(x, np.sort(x) + np.arange(4), edge_order=2))


def grids_of_three(x):
    a, b, c = np.meshgrid(x, x[:2], x[:3], indexing='ij')
    d, e, f = np.meshgrid(x[:2], x, x[:3])
    return weighted(a * b * c) + weighted(d * e + f)


def fit_with_weights(x):
    w = np.array([1.0, 2.0, 1.0, 0.5])
    return weighted(np.polyfit(WEIGHTS[:4], np.outer(x, x), 1, w=w)) + weighted(np.polyfit(WEIGHTS[:4], x, 2, w=w + x**2))


def factors_alone(x):
    A = np.outer(x, x) + np.diag([1.0, 2.0, 3.0, 4.0])
    return weighted(np.linalg.qr(A, mode='r')) + weighted(np.linalg.svd(A, compute_uv=False)) + weighted(A[None].mT[0] if hasattr(A, 'mT') else A.T)


def known_along_an_axis(x):
    A = np.outer(x, x)
    return weighted(np.nanmedian(A, axis=0)) + weighted(np.nanpercentile(A, 30, axis=1)) + weighted(np.argsort(A, axis=0) * A)


def drawdown(x):
    m, rows = np.maximum.accumulate(x), np.minimum.accumulate(np.outer(x, x), axis=1)
    return np.max(m - x) + weighted(m) + weighted(rows) + weighted(np.maximum.accumulate(np.outer(x, x)))


def neighbours_of_a_padded_image(x):
    p, q = np.pad(np.outer(x, x), 1, mode='edge'), np.pad(x, 2, mode='wrap')
    return np.sum(p[1:, 1:] * p[:-1, :-1]) + p[0, 0] + q[0] * q[-1] + np.sum(q[2:] * q[:-2])


def resampled(x):
    u, w = np.array([0.1, 0.5, 0.9]), np.array([0.2, 0.3, 0.5, 0.1])
    y = x[np.minimum(np.searchsorted(np.cumsum(w), u), 3)]
    t = np.array([1.0, 2.0, 3.0, 4.0])[np.digitize(x, [0.0, 0.5, 1.0])]
    return y[0] * y[2] + np.sum(y[1:]) + np.sum(t * x)


def greatest_beside_nan(x):
    return np.nansum(np.maximum.accumulate(np.array([x[0], np.nan, x[2]]))) + np.nansum(np.minimum.accumulate(x))


def singular_vectors_of_small_values(x):
    A = np.diag([1.0, 1e-8, 2e-8, 3.0])  # whose squares are equal but for rounding
    A[0, 1], A[2, 3] = x[0], x[1]
    u, s, v = np.linalg.svd(A)
    return u[0, 0] ** 2 + u[3, 0] * v[0, 3]


# Methods of lists that are returned

def extend_and_return(l, s):
    return l.extend([s, s * 2])


def sort_and_return(l):
    return l.sort()


def lists_changed_in_returns(x):
    l = [x[0]]
    extend_and_return(l, x[1])
    sort_and_return(l)
    return l[0] * l[1] + l[2]


# What isinstance asks of NumPy's numbers and of Python's

def is_a_place_an_int(x):
    k = np.argmax(x)
    return x[k] if isinstance(k, int) else 2 * x[k]


def is_an_element_a_float(x):
    k = x[0]
    return k if isinstance(k, float) else 2 * k


def is_a_sum_an_array(x):
    k = np.sum(x)
    return k if isinstance(k, np.ndarray) else 2 * k


def is_a_test_a_bool(x):
    return x[0] if isinstance(x[0] > 0, bool) else 2 * x[1]


def are_numbers_of_a_list_ints(x):
    s = 0
    for k in [1, 2.5]:
        s += x[0] if isinstance(k, int) else 2 * x[1]
    return s


def is_single_precision_a_float(x):
    return x[0] if isinstance(np.float32(x[0]), float) else 2 * x[1]


def is_a_place_an_int_at_last(x):
    k = 1
    for i in range(2):
        k = np.argmax(x) if i else k
    if isinstance(k, int):
        return x[0] * 3
    return x[1]


def is_a_test_a_bool_on_one_way(x):
    k = x[0] > 0 if x[1] < 0 else True
    if isinstance(k, bool):
        return x[0] * 3
    return x[1]


def is_an_array_an_array(x):
    return np.sum(x * x) if isinstance(x, np.ndarray) else x * x


CASES = [(f, (np.array([0.7, -0.3, 1.2, 0.41]),), (0,)) for f in (
    windows_read_later, windows_of_a_matrix, windows_along_an_axis, moving_mean, windows_in_a_loop, windows_written_from,
    every_other_window, broadcast_and_written, broadcast_of_a_number, elements_that_the_loop_writes, enumerated_until,
    enumerated_and_rebound, enumerated_in_an_expression, places_as_indices, places_by_names, joined_with_what_a_helper_gives,
    differences_of_a_list, differences_of_nothing, put_in_at_several, put_in_at_a_list_of_one, put_in_at_a_slice,
    put_in_as_a_column, put_in_of_less_precision, depth_of_whole_numbers, unstacked, squares_of_a_vector, powers_of_a_list,
    chosen_by_a_list, pieces_of_one_condition, grid_of_a_number, covariances, correlations, length_that_keeps_axes,
    unique_with_all, smallest_ones, repeated_to_a_shape, beyond_the_table, taken_around, slopes_of_second_order,
    grids_of_three, fit_with_weights, factors_alone, known_along_an_axis, drawdown,
    greatest_beside_nan, singular_vectors_of_small_values, neighbours_of_a_padded_image, resampled, product_with_a_number, trapezoids_of_many_widths, reductions_of_a_number, rank_as_a_factor, lists_changed_in_returns,
    is_a_place_an_int, is_an_element_a_float, is_a_sum_an_array, is_a_test_a_bool, are_numbers_of_a_list_ints,
    is_a_place_an_int_at_last, is_a_test_a_bool_on_one_way, is_single_precision_a_float, is_an_array_an_array,
)]
