"""Programs whose gradients were wrong, or failed, until the last of November."""

import itertools

import numpy as np


# Loops over lists that get shorter, of which no trip keeps anything


def popped_while_run_over(y, xs):
    for w in xs:
        xs.pop()
        y *= 0.5
    return y * xs[0]


def deleted_while_counted(y, xs):
    for n, w in enumerate(xs):
        del xs[0]
        y *= 0.5
    return y * xs[0]


def popped_by_another_name(y, xs):
    same = xs
    for w in xs:
        same.pop(0)
        y *= 0.5
    return y * xs[0]


def constants_popped(y, xs):
    ks = [1, 2, 3, 4]
    for w in reversed(ks):
        ks.pop()
        y *= xs[w - 1]
    return y * ks[0] if ks else y


def array_of_what_gets_shorter(y, xs):
    v = np.array(xs)
    for n, w in enumerate(xs):
        del xs[0]
    return y * v[0] + xs[0]


def shortened_by_a_helper(y, xs):
    for w in xs:
        drop(xs)
        y *= 0.5
    return y * len(xs)


def drop(xs):
    xs.pop()


# Parts of complex arrays, changed in place


def real_part_scaled(y, xs):
    z = np.array(xs) * (1 + 2j)
    w = z.imag
    z.real *= y
    z.imag += np.array(xs)
    w *= 3.0
    return np.sum(np.abs(z)) + np.sum(w)


def imaginary_parts_in_a_list(y, xs):
    zs = [np.array(xs) * 1j, np.array(xs) * y]
    zs[0].real -= y
    zs[1] = zs[1].astype(complex)
    zs[1].imag += np.array(xs) ** 2
    return np.sum(np.abs(zs[0] * zs[1]))


class Wave:
    def __init__(self, u):
        self.z = u * (1 + 2j)

    def step(self, u):
        self.z.imag *= u
        self.z.real += self.z.imag


def wave_in_steps(y, xs):
    wave = Wave(np.array(xs))
    for k in range(3):
        wave.step(y)
    return np.sum((wave.z * wave.z.conj()).real)


# Slopes that are there


def spread_of_one(y, xs):
    a = np.array([xs])
    return np.sum(np.nanstd(a, axis=0)) * y + np.sum(np.nanstd(a, axis=1)) + np.nanstd(a[:, :1])


def values_of_a_multiple_of_one(y, xs):
    m = y * np.eye(3)
    values, vectors = np.linalg.eigh(m)
    return np.sum(values * values) + np.linalg.svd(m)[1].sum()


# Values of other kinds


def star_within_a_target(y, xs):
    [*xs, y][0], z = 1.0, y * 2
    return z


def error_of_a_deletion(y, xs):
    try:
        del xs[7]
    except IndexError as error:
        return y * len(str(error))
    return y


class Failure(Exception):
    def __init__(self, value):
        super().__init__('failed')
        self.value = value


class Low(Failure, ValueError):
    pass


def raised_of_a_kind(y):
    raise Low(y * 2)


def value_of_an_inherited_init(y, xs):
    try:
        raised_of_a_kind(y)
    except Failure as error:
        return error.value * xs[0] + len(error.args[0])


def rows_behind_a_star(y, xs):
    t = y
    for k, v in enumerate(itertools.chain(xs, *[[w, y] for w in xs], [xs[0]])):
        t += v * k
    return t


# Truths of NumPy times what is taken away


def masked_by_one_truth(y, xs):
    v = np.array(xs) * y
    w = v * 2
    any_is_large = np.any(v > 0.5)
    w -= any_is_large * (v - y)
    w -= (np.sum(v) > 0.1) * v * v
    return np.sum(w)


CASES = [
    (f, (1.3, [0.7, 0.3, 0.9, 0.4]), (0, 1))
    for f in (
        popped_while_run_over,
        deleted_while_counted,
        popped_by_another_name,
        constants_popped,
        array_of_what_gets_shorter,
        shortened_by_a_helper,
        real_part_scaled,
        imaginary_parts_in_a_list,
        wave_in_steps,
        spread_of_one,
        values_of_a_multiple_of_one,
        star_within_a_target,
        error_of_a_deletion,
        value_of_an_inherited_init,
        rows_behind_a_star,
        masked_by_one_truth,
    )
]


def median_of_nothing(y, v):
    t = v * np.median(v)
    return np.sum(t) + y


CASES += [(median_of_nothing, (1.3, np.array([])), (0, 1))]


# Functions that are made in a branch and never called; what only an early return reads of what changes


def made_and_not_called(y, xs):
    if xs[0] > 0.5:
        def g(w):
            return y
    else:
        g = lambda w: w * y  # noqa: E731
    return xs[1] * y


def length_that_an_early_return_reads(y, xs):
    g = [[y], [1.0, y], [5.0]]
    for i in range(4):
        g[-1].insert(0, y)
        if i == len(xs) - 2:
            r = g[-1]
            return y * len(r) + r[0]
    s = 0.0
    for r in g:
        s += len(r) * r[0]
    return y * s


def sum_behind_an_early_return(y, xs):
    d = {'a': 1, 'b': 2}
    for i in range(4):
        if i == len(xs):
            return y * len(list(d))
        d['a'] = 3
    return sum(d.values()) * y


CASES += [(f, (1.3, [0.7, 0.3, 0.9, 0.4]), (0, 1)) for f in (made_and_not_called, length_that_an_early_return_reads, sum_behind_an_early_return)]
CASES += [(made_and_not_called, (1.3, [0.2, 0.3]), (0, 1)), (length_that_an_early_return_reads, (1.3, [0.7] * 9), (0, 1)), (sum_behind_an_early_return, (1.3, [0.7]), (0, 1))]
