"""Generators, factories of fields and lambdas that take names of their module, where who runs over them has the same names."""

import functools
from dataclasses import dataclass, field

import numpy as np

from tests.made_there import Rated, RatedByDefault, rated

rate, steps = 0.5, [0.1]
arr, xs = np.array([0.5, 0.2]), [0.5, 0.2]
options = {'k': 0.5}


def as_it_was():
    arr[:], xs[:], options['k'] = [0.5, 0.2], [0.5, 0.2], 0.5


def growing(n):
    for k in range(n):
        yield rate * k


def loop_over_a_generator(x, y):
    rate = x
    r = 0.0
    for v in growing(3):
        r += v * y
    return r * rate


def sums_of_a_generator(x, rate):
    return sum(growing(3)) * x * rate + sum(v * rate for v in growing(3)) + max(growing(2))


def of_another_module(x, y):
    return sum(Rated()) * x * y + rate * len(steps) * x


def function_of_another_module(x, rate):
    steps = x
    return sum(rated(3)) * steps * rate


@dataclass
class Kept:
    r: float = field(default_factory=lambda: rate)
    each: list = field(default_factory=lambda: [rate * k for k in range(3)])
    options: dict = field(default_factory=lambda: options)


def fields_made_by_lambdas(x, rate):
    k = x
    kept = Kept()
    return kept.r * x * rate + sum(kept.each) * k


def fields_of_another_module(x, rate):
    return RatedByDefault().r * x * rate + sum(RatedByDefault().each) * x


def field_that_is_written_outside(x, y):
    options['k'] = y
    return Kept().options['k'] * options['k'] * x


class Two:
    def __init__(self, s=1.0):
        self.s = s

    def __iter__(self):
        yield rate * self.s
        yield 0.3


def iterators_of_a_class(x, rate):
    return [*Two(x)][0] * rate + max(Two(rate)) + sum(v * rate for v in Two(x)) + functools.reduce(np.add, Two()) * x


def iterator_beside_a_loop(x, y):
    s = 0.0
    for rate in (x, y):
        for v in Two(y):
            s += v * rate
    return s + sum(sum(Two()) * rate for rate in (x, y))


def inner_generators(x, y):
    rate = x

    def own(t):
        yield rate * t

    def run(rate, t):
        r = 0.0
        for v in own(t * 2):
            r += v * t
        return r * rate

    return run(y, x)


class Scaled:
    def __init__(self, v):
        self.v = v

    def __iter__(self):
        for q in self.v:
            yield q * rate


def iterators_in_an_inner_function(x, y):
    rate = 3.0

    def run():
        s = 0.0
        for q in Scaled([x, y]):
            s += q * rate
        return s

    return run() * x + max(Scaled([x, y]))


result, value = 0.5, 0.25


def names_of_what_generators_are(n):
    for k in range(n):
        if result:
            yield result * k + value
        else:
            yield 7.0


def generator_that_reads_such_names(x, y):
    it = names_of_what_generators_are(4)
    next(it)
    return next(it) * x + functools.reduce(lambda p, q: p + q, it) * y


def doubled(v):
    return v * 2


def calls_of_the_module(n):
    for k in range(n):
        yield doubled(k * 0.5)


def calls_by_a_generator(x, y):
    doubled = x * y
    return sum(calls_of_the_module(3)) * doubled


# Arrays and lists of the module under a second name, read by another way


class Holding:
    def __init__(self):
        self.arr, self.xs = arr, xs


holding, by_name, view = Holding(), {'a': arr, 'x': xs}, arr[:1]


def list_under_a_second_name(x, y):
    c = xs
    c[0] = x
    return holding.xs[0] * y + x


def array_under_two_names(x, y):
    c = d = arr
    d[0] = x
    return arr[0] * y


def array_of_a_lambda(x, y):
    c = (lambda: arr)()
    c[0] = x
    return by_name['a'][0] * y


def array_in_turn_with_another(x, y):
    a, b = arr, np.zeros(2)
    a, b = b, a
    b[0] = x
    return holding.arr[0] * y + a[1]


def view_of_the_module(x, y):
    v = view
    v[0] = x
    return arr[0] * y


def array_seen_by_a_view(x, y):
    h = arr
    h[:] = x * x
    return view[0] * y


def captured_by_match(x, y):
    match xs:
        case c:
            c[0] = x
    return by_name['x'][0] * y


# Containers of arrays into one of which is written under its own name


both = [arr, np.array([1.5, 2.2])]


def functions_of_lists_of_arrays(x, y):
    arr[0] = x * y
    return (
        np.sum(both) * y
        + np.linalg.norm(both)
        + np.mean((arr, both[1]))
        + sum(both)[0]
        + np.inner(both, both)[0, 0]
        + np.matmul(both, both[1])[0]
    )


def least_of_a_list_of_arrays(x, y):
    arr[0] = x * y
    return min(both, key=np.sum)[0] * y + np.cumsum(both)[0] + np.average(both, axis=0)[0]


def lists_made_here(x, y):
    first, second = np.array([0.5, 0.2]), np.array([1.5, 2.2])
    rows = [first, second]
    first[0] = x * y
    return np.sum(rows) * y + np.linalg.norm(rows) + np.asarray(rows)[0, 0]


def deep_copies_of_what_is_written(x, y):
    import copy

    arr[0] = x
    return copy.deepcopy(holding).arr[0] * y + copy.deepcopy(by_name)['a'][0] * x


CASES = [
    (f, (0.7, 0.4), (0, 1))
    for f in (
        loop_over_a_generator,
        sums_of_a_generator,
        of_another_module,
        function_of_another_module,
        fields_made_by_lambdas,
        fields_of_another_module,
        field_that_is_written_outside,
        iterators_of_a_class,
        iterator_beside_a_loop,
        inner_generators,
        calls_by_a_generator,
        iterators_in_an_inner_function,
        generator_that_reads_such_names,
        list_under_a_second_name,
        array_under_two_names,
        array_of_a_lambda,
        array_in_turn_with_another,
        view_of_the_module,
        array_seen_by_a_view,
        captured_by_match,
        functions_of_lists_of_arrays,
        least_of_a_list_of_arrays,
        lists_made_here,
        deep_copies_of_what_is_written,
    )
]
