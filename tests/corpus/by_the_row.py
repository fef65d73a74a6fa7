"""Functions whose rows, or stand-ins, forgot a kind of adjoint or of argument: found by trying each with all of them."""
from types import SimpleNamespace

import numpy as np


def triangle_by_a_column(x):
    return np.sum(np.triu(np.outer(x, x)) * x[:, None])


def triangle_beside_a_row(x):
    return np.mean(np.tril(np.outer(x, x[1:]), -1) + x[1:] * 2)


def triangle_of_a_vector(x):
    return np.sum(np.tril(x) * x[:, None]) + np.mean(np.triu(x, 1))


def triangle_that_is_written(x):
    t = np.tril(np.outer(x, x))
    t *= x
    return t.sum()


def quotient_and_rest(x, y):
    return np.floor_divide(x, y), np.remainder(x, y)


def rest_of_a_helper(x):
    return np.mean(quotient_and_rest(x * 7, x[3] * 5)[1]) + np.sum(np.divmod(x, 0.37)[1])


def rest_by_nothing(x):
    q, r = np.divmod(np.array([x[0] * 2, 0.0]), np.array([0.4, 0.0]))
    return r[0] * q[0]


def windowed_spectrum(x):
    return np.sum(np.abs(np.fft.rfft(np.hanning(4) * x)))


def slopes_of_a_list(x):
    return np.sum(np.gradient([x[0], x[1] ** 2, 3.0, x[3]], 0.5) ** 2)


def slopes_as_a_tuple(x):
    slopes = np.gradient(np.outer(x, x))
    return np.sum(np.stack(slopes + (np.outer(x, x),)) ** 2)


def greatest_of_a_column_of_lists(x):
    return np.sum(np.maximum.accumulate([[x[0], x[1]], [x[2], x[3]]], axis=1) ** 2)


def greatest_of_none(x):
    return np.max(x[:0], initial=x[1]) * x[0]


def greatest_of_some(x):
    try:
        return np.max(x, where=x > 0)  # NumPy wants initial=
    except ValueError:
        return x[1] ** 2


def too_many_masks(x):
    try:
        return np.sum(x, where=np.ones((2, 4), dtype=bool))
    except ValueError:
        return x[1] ** 2


def spread_without_enough(x):
    return np.nanvar(np.where(x > 0.5, x, np.nan), ddof=1) + np.sum(np.cov(x) * x)


def at_the_ends(x):
    y = np.interp(2 * x[0], [0.0, 1.0], x[:2], right=x[2])
    z = y
    z += 1.0
    return y * z


def no_interval(x):
    try:
        return np.linalg.vecdot(np.outer(x, x), x[:1])[0]
    except ValueError:
        return x[1] ** 2


def put_into_nothing(x):
    return np.sum(np.insert(x[:0], 0, x) ** 2)


def from_nothing(x):
    return np.sum(np.resize(x[:0], 3)) + np.sum(np.resize(x, ())) * x[0]


# Factors with an axis of one that only the run knows

def less_its_first_row(x):
    y = np.outer(x, x) + np.arange(16.0).reshape(4, 4) / 9
    return np.sum((y - y[0]) * y[:1]) + np.sum((y - y.mean(0)) * y[:1])


def less_a_mean_by_a_column(x):
    y = np.outer(x, x)
    return np.sum((y[0] - y.mean()) * y[:, :1]) + np.mean((x + x[0]) / (2 + y[:, 1:2]))


def filled_by_a_column(x):
    y = np.outer(x, x)
    return np.sum(np.full(4, x[0]) * y[:, :1]) + np.sum(np.full(4, x[1]) * np.diff(y[:, :2]))


def slices_in_a_loop(x):
    y, n = np.arange(16.0).reshape(4, 4) / 9, 0.0
    for k in range(2):
        n += np.sum((x - x[1]) * y[:, k:k + 1])
    return n


# A ratio whose operands have other axes

def ratios_of_several_ranks(x):
    t, n = np.outer(x, x)[None] + 1, 0.0
    for q in [x, t[0], t]:
        r = q / (1 + t)
        n = n + np.sum(r * t)
    return n


def ratio_of_chosen_rows(x):
    t = np.outer(x, x)[None] + np.ones((2, 1, 1))
    r = np.outer(x, x)[np.ix_([0, 2, 0, 1], [0, 1, 2, 3])] / (1 + t)
    return np.sum(r * t)


def number_with_an_axis(x):
    q, s = x[:1].copy(), x[1] * 2
    q += s
    q += np.reshape(s, (1,))
    q[0] += np.atleast_1d(s)[0]
    return float(q.sum() ** 2)


def number_as_a_row(x):
    q = np.outer(x, x) * x[2]
    q[-1] -= x[2]
    return np.sum(np.atleast_1d(x[2]) * x[None]) + q[0, 0]


def columns_side_by_side(x):
    return np.sum(np.c_[x, x * x, np.outer(x, x)].max(axis=1))


def trapezoids_over_more_axes(x):
    t = np.cumsum(np.outer(x, x) + 2, 1)
    return np.sum(np.trapezoid(x, t) * 0.8) + np.sum(np.trapezoid(x[:, None], t.T, axis=0) ** 2)


def written_from_more_axes(x):
    y = np.zeros((2, 3))
    y[:, 0] = x[:1, None]
    y[1, ...] = x[1:2, None]
    return np.sum(y**2)


def slices_that_are_made(x):
    y, q = np.outer(x, x), 0.0
    for row, r in zip(y[slice(1, None)], x):
        q = q + np.sum(row) * r
    y[slice(1), slice(0, 3, 2)] *= x[2]
    return q + np.sum(y[slice(2)] ** 2) + np.sum(x.transpose(0) * y[0])


# Constants that are no array beside what is differentiated


def greatest_beside_a_tuple(a):
    return np.sum(np.maximum((1.0, 2.0, 3.0), a))


def remainders_of_a_list(a):
    return np.sum(np.mod([1.0, 2.0, 3.0], a))


def list_by_vector(x):
    return np.sum(np.matmul([1.0, 2.0, 3.0], x))


def list_that_grew_beside_a_number(a):
    held = SimpleNamespace(w=[1.0, 2.0, 3.0])
    held.w.append(0.5)
    return np.sum(np.maximum(held.w, a)) + np.sum(np.mod(held.w, a)) + np.sum(np.matmul(held.w, np.ones(4) * a))


def list_less_a_number(x):
    return np.sum([1.0] - np.float64(2) + x)


def area_over_rows_of_places(x, t):
    return np.sum(np.trapezoid(x, np.outer(np.ones(2), t)))


def asked_for_its_class(d):
    s = 0.0
    for v in d.values():
        if type(v) is float:
            s += v
        else:
            s += v[0]
    return s


CASES = [
    *((f, (np.array([0.7, -0.3, 1.2, 0.41]),), (0,)) for f in (
        triangle_by_a_column, triangle_beside_a_row, triangle_of_a_vector, triangle_that_is_written, rest_of_a_helper, rest_by_nothing,
        windowed_spectrum, slopes_of_a_list, slopes_as_a_tuple, greatest_of_a_column_of_lists, greatest_of_none, greatest_of_some,
        too_many_masks, spread_without_enough, at_the_ends, no_interval, put_into_nothing, from_nothing,
        less_its_first_row, less_a_mean_by_a_column, filled_by_a_column, slices_in_a_loop, ratios_of_several_ranks,
        ratio_of_chosen_rows, number_with_an_axis, number_as_a_row, columns_side_by_side,
        trapezoids_over_more_axes, written_from_more_axes, slices_that_are_made,
    )),
    (greatest_beside_a_tuple, (2.3,), (0,)),
    (remainders_of_a_list, (0.7,), (0,)),
    (list_by_vector, (np.array([0.3, 0.7, 0.4]),), (0,)),
    (list_that_grew_beside_a_number, (0.7,), (0,)),
    (list_less_a_number, (np.array([0.3, 0.7, 0.4]),), (0,)),
    (area_over_rows_of_places, (np.array([0.3, 0.7, 0.4]), np.array([0.0, 1.0, 3.0])), (0,)),
    (asked_for_its_class, ({'a': 0.4, 'b': [0.3, 0.2]},), (0,)),
]
