"""Values that are lists in some runs, and arrays, numbers or None in others; loops that leave None out."""

import numpy as np


def items_of_both(x, v, k):
    total = 0.0
    for row in [v if k else None, [x] if k else None]:
        if row is not None:
            for t in row:
                total += t * t
    return total + x


def array_then_list(x, v, k):
    row = v if k < 5 else None
    total = np.sum(row)
    row = [x, total] if k else None
    if row is not None:
        total += sum(row[:1]) * row[1]
    return total * x


def tuple_or_list(x, v, k):
    row = (x, 2.0) if k else [0.5, x]
    return np.sum(row[1:]) + sum(row[:1]) * x + row[0] * 2


def without_none(x, v, k):
    w = x if k else None
    return np.mean([u for u in (x * x, w) if u is not None]) + max(u for u in [x, w, 0.2] if u is not None)


def by_key_without_none(x, v, k):
    given = {'a': x, 'b': v[0] if k else None}
    kept = {n: u * 2 for n, u in given.items() if u is not None}
    return sum(kept.values()) * x


def number_list_or_none(x, v, k):
    try:
        t = x if k == 1 else [x, 0.2]
    except KeyError:
        t = None
    try:
        return np.sum(t) * x
    except TypeError:
        return x


def at_least_one_axis(x, v, k):
    row, total = (v if k else None), x
    total += np.sum(np.atleast_1d(x if row is None else row))
    return total * x


_v = np.array([0.4, 1.7, 0.9])
FOUND = (
    items_of_both, array_then_list, tuple_or_list, without_none, by_key_without_none, number_list_or_none, at_least_one_axis,
)  # fmt: skip
CASES = [(f, (1.3, _v, k), (0, 1)) for f in FOUND for k in (0, 1)]
