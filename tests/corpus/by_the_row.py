"""Functions whose rows, or stand-ins, forgot a kind of adjoint or of argument: found by trying each with all of them."""
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


CASES = [(f, (np.array([0.7, -0.3, 1.2, 0.41]),), (0,)) for f in (
    triangle_by_a_column, triangle_beside_a_row, triangle_of_a_vector, triangle_that_is_written, rest_of_a_helper, rest_by_nothing,
    windowed_spectrum, slopes_of_a_list, slopes_as_a_tuple, greatest_of_a_column_of_lists, greatest_of_none, greatest_of_some,
    too_many_masks, spread_without_enough, at_the_ends, no_interval, put_into_nothing, from_nothing,
)]
