"""Variables of generator expressions that have the name of another variable of the function: each is its own."""

import itertools
from functools import reduce


def second_of_a_zip(x, y):
    l, q, r = [x, y], 2.0 * x, 0.0
    for w, v in zip(l, (p * q for p, q in zip(l, [y, 3.0]))):
        r += w * v
    return r * q


def counted(x, y):
    l, q, r = [x, y], 2.0 * x, 0.0
    for k, v in enumerate(p * q for p, q in zip(l, [y, 3.0])):
        r += v * k
    return r * q


def filtered(x, y):
    l, q, r = [x, y], 2.0 * x, 0.0
    for v in filter(lambda t: t > 0.0, (q * y for q in l)):
        r += v
    return r * q


def in_a_sum(x, y):
    l, q = [x, y], 2.0 * x
    r = sum(w * v for w, v in zip(l, (q * y for q in l)))
    return r * q


def both_of_a_zip(x, y):
    l, q, r = [x, y], 2.0 * x, 0.0
    for w, v in zip((q * y for q in l), (q * x for q in l)):
        r += w * v
    return r * q


def rows_flattened(x, y):
    l, q, r = [x, y], 2.0 * x, 0.0
    for v in itertools.chain.from_iterable([q * y, q] for q in l):
        r += v
    return r * q


def loop_in_a_loop(x, y):
    l, q, r = [x, y], 2.0 * x, 0.0
    for q2 in (q * y for q in l):
        for q3 in (q * q2 for q in l):
            r += q3 * q2
    return r * q


def generator_with_a_name(x, y):
    l, q = [x, y], 2.0 * x
    it = (q * y for q in l)
    r = 0.0
    for v in it:
        r += v * q
    return r * q


def greatest_and_first(x, y):
    l, q = [x, y], 2.0 * x
    r = max((q * y for q in l), key=lambda q: -q) + next(q * y for q in l)
    return r * q


def accumulated_and_in_pairs(x, y):
    l, q, r = [x, y], 2.0 * x, 0.0
    for v in itertools.accumulate(q * y for q in l):
        r += v * q
    for a, b in itertools.pairwise(q * y for q in l):
        r += a * b * q
    return r * q


def same_variable_twice(x, y):
    l = [x, y]
    return sum(a * b for a, b in zip((q * y for q in l), (q * x for q in l)))


def same_variable_in_a_loop(x, y):
    l, r = [x, y], 0.0
    for w, v in zip((q * y for q in l), (q * x for q in l)):
        r += w * v
    return r


def parameter_of_an_inner_function(x, y):
    l = [x, y]

    def f(q):
        t = 0.0
        for w, v in zip(l, (q * y for q in l)):
            t += v * q * w
        return t * q

    return f(x) * f(y)


def variable_of_the_loop_itself(x, y):
    l, t = [x, y], 0.0
    for v, w in zip(l, (v * w for v, w in zip(l, l))):
        t = t * v + w
    return t


def read_beside_it(x, y):
    l, k = [x, y], x * y
    return sum(a * b * k for a, b in zip((k * y for k in l), l)) + k


def reduced(x, y):
    l, k = [x, y], x * y
    return reduce(lambda a, b: a * b, (k * y for k in l), 1.0) + k


def product_of_two(x, y):
    l, k, t = [x, y], x * y, 0.0
    for a, b in itertools.product((k * y for k in l), (k + x for k in l)):
        t += a * b * k
    return t


def chained_and_taken(x, y):
    l, k, t = [x, y], x * y, 0.0
    for a in itertools.chain((k * y for k in l), (k + x for k in l)):
        t += a * k
    for a in itertools.takewhile(lambda k: k < 9.0, (k * y for k in l)):
        t += a * k
    for k2, a in enumerate(k * y for k in l):
        t += a * k * k2
    return t


CASES = [(f, (1.3, 0.7), (0, 1)) for f in (
    second_of_a_zip, counted, filtered, in_a_sum, both_of_a_zip, rows_flattened, loop_in_a_loop,
    generator_with_a_name, greatest_and_first, accumulated_and_in_pairs, same_variable_twice,
    same_variable_in_a_loop, parameter_of_an_inner_function, variable_of_the_loop_itself, read_beside_it, reduced,
    product_of_two, chained_and_taken,
)]  # fmt: skip
