"""Arguments of library functions that are None in some runs: bounds, weights, functions, places."""

import itertools

import numpy as np


def large(a):
    return a > 1.0


def product(a, b):
    return a * b


def bound_from_above(v, flag):
    high = 2.0 if flag else None
    return np.sum(np.clip(v, 0.1, high) ** 2)


def bound_that_is_given(v, low, flag):
    bound = low if flag else None
    return np.sum(np.clip(v, bound, 3.0) ** 2)


def bounds_from_a_list(v, flag):
    total = 0.0
    for low in [None, 0.5, 2.0]:
        for high in (None, 3.0):
            if low is None and high is None:
                continue
            total += np.sum(np.clip(v, low, high) ** 2)
    return total


def bounds_in_turn(v, flag):
    for low, high in [(0.5, None), (None, 2.0)]:
        v = v.clip(low, high) * 2
    return v.sum()


class Clip:
    def __init__(self, low=None, high=None):
        self.low, self.high = low, high

    def __call__(self, v):
        return np.clip(v, self.low, self.high)


def bounds_of_an_object(v, flag):
    total = 0.0
    for clip in [Clip(0.5), Clip(high=2.0), Clip(0.5, 2.0)]:
        total += np.sum(clip(v) ** 2)
    return total


def weights_or_none(v, w, flag):
    return np.average(v, weights=w if flag else None)


def weights_made(v, w, flag):
    weights = None
    if flag:
        weights = w * 2
    return np.average(v, weights=weights) ** 2


def mean(v, w=None, axis=None):
    return np.average(v, axis=axis, weights=w)


def mean_of_many_ways(v, flag):
    return mean(v) + mean(v, v**2) + np.sum(mean(v.reshape(2, 2), axis=0) ** 2)


def counted_with_weights(v, w, flag):
    weights = w if flag else None
    return np.sum(np.bincount(np.array([0, 1, 1, 2]), weights=weights) * np.arange(3.0)) + v[0]


def norm_of_an_order(v, flag):
    order = 1 if flag else None
    return np.linalg.norm(v, order)


def accumulated_by(v, flag):
    f = (lambda a, b: a * b) if flag else None
    return sum(itertools.accumulate([x for x in v], f))


def accumulated_from(v, flag):
    first = 2.0 if flag else None
    return sum(itertools.accumulate([x for x in v], initial=first))


def accumulated_in_a_helper(v, f):
    return sum(itertools.accumulate(v, f))


def accumulated_both_ways(v, flag):
    return accumulated_in_a_helper(list(v), None) + accumulated_in_a_helper(list(v), product)


def accumulated_from_a_dict(v, flag):
    total = 0.0
    for key, f in {'a': None, 'b': product}.items():
        total += sum(itertools.accumulate(v, f)) * (2 if key == 'a' else 3)
    return total


class Chosen:
    def __init__(self, f=None):
        self.f = f

    def kept(self, v):
        return sum(x * x for x in filter(self.f, v))

    def sums(self, v):
        return sum(itertools.accumulate(v, func=self.f))

    def groups(self, v):
        return sum(sum(group) ** 2 for _, group in itertools.groupby(v, key=self.f))


def filtered_by_an_attribute(v, flag):
    return Chosen(large if flag else None).kept(list(v))


def accumulated_by_an_attribute(v, flag):
    return Chosen(product if flag else None).sums(list(v))


def grouped_by_an_attribute(v, flag):
    return Chosen(large if flag else None).groups(list(v))


def grouped_or_not(v, flag):
    key = (lambda a: a > 1) if flag else None
    total = 0.0
    for _, group in itertools.groupby(v, key):
        total += sum(group) ** 2
    return total


def all_with_one_function(v, flag):
    total = 0.0
    for f in (None, large):
        total += sum(filter(f, v)) + sorted(v, key=f)[1] + min(v, key=f)
    return total


def as_far_as(v, flag):
    end = 3 if flag else None
    return sum(x * x for x in v[:end]) + sum(list(v)[end:]) + sum(itertools.islice(v, end))


def put_into_an_array_or_not(x, v, flag):
    out = np.zeros(4) if flag else None
    r = np.multiply(v, x, out=out)
    return np.sum(r**2) + (out[0] if flag else 0.0) + np.sum(np.cumsum(v * x, out=np.empty(4) if flag else None))


def moved(v, x, out=None):
    return np.add(v, x, out=out)


def put_into_what_is_given(x, v, flag):
    given = np.zeros(4)
    return np.sum(moved(v, x) * moved(v, x, given)) + given[1]


def from_where(x, v, flag):
    start = 1 if flag else None
    return sum(itertools.islice(v * x, start, 3, 1 if flag else None))


def put_nowhere_in_a_row(x, v, flag):
    return sum(np.sum(np.add(v * u, u, out=np.empty(4) if flag else None) + np.add(v, u, out=None)) for u in (1.0, x))


def asked_for_truth(x, flag):
    y = 2 * x if flag else None
    items = [x, y] if y else None
    total = 0.0
    if items:
        for item in items:
            total += item**2
    return total + (y or x) * x


V, W = np.array([1.3, 0.7, 2.4, 0.4]), np.array([0.2, 0.3, 0.4, 0.1])
ONE = (
    bound_from_above, bounds_from_a_list, bounds_in_turn, bounds_of_an_object, mean_of_many_ways, norm_of_an_order,
    accumulated_by, accumulated_from, accumulated_both_ways, accumulated_from_a_dict, filtered_by_an_attribute,
    accumulated_by_an_attribute, grouped_by_an_attribute, grouped_or_not, all_with_one_function, as_far_as,
)  # fmt: skip
CASES = [(f, (V, flag), (0,)) for f in ONE for flag in (True, False)]
CASES += [(f, (V, W, flag), (0, 1)) for f in (weights_or_none, weights_made, counted_with_weights) for flag in (True, False)]
CASES += [(bound_that_is_given, (V, 0.5, flag), (0, 1)) for flag in (True, False)]
CASES += [(f, (1.3, V, flag), (0, 1)) for f in (put_nowhere_in_a_row, put_into_an_array_or_not, put_into_what_is_given, from_where) for flag in (True, False)]
CASES += [(asked_for_truth, (0.8, flag), (0,)) for flag in (True, False)]
