"""Iterators whose items and whose steps, keys and starts change what the other reads: one after the other, as Python takes them."""

import itertools
from functools import reduce

import numpy as np


class Wheel:
    def __init__(self, x):
        self.a = x

    def turn(self, v):
        self.a = self.a * v + 0.1
        return self.a

    def turns(self, vs):
        for v in vs:
            yield self.turn(v)


def turned(o, vs):
    for v in vs:
        o.a = o.a * v
        yield o.a


def start_behind_a_generator(x, y):
    o = Wheel(x)
    return sum(turned(o, [y, 0.5]), o.a)


def start_behind_a_method(x, y):
    o = Wheel(x)
    return sum(o.turns([y, 0.5]), o.a)


def start_behind_an_inner_generator(x, y):
    o = Wheel(x)

    def both():
        yield o.turn(y)
        yield o.turn(x)

    return sum(both(), o.a)


def reduced_without_start(x, y):
    o = Wheel(x)
    return reduce(lambda s, v: s * v + o.turn(s), (v * o.a for v in [y, x, 0.5]))


def reduced_from_a_generator(x, y):
    o = Wheel(x)

    def step(s, v):
        o.a = o.a + s
        return s * v

    return reduce(step, turned(o, [y, x, 0.5]))


def reduced_from_numbers(x, y):
    """A start that changes what the items are made of, which Python has read before."""
    o = Wheel(x)
    return reduce(lambda a, b: a * b, [o.a, y], o.turn(y))


def accumulated_with_steps(x, y):
    o = Wheel(x)

    def step(s, v):
        o.a = o.a + s
        return s * v

    return sum(itertools.accumulate(turned(o, [y, x, 0.5]), step))


def accumulated_from_none(x, y):
    o = Wheel(x)
    return sum(itertools.accumulate(turned(o, [y, x]), lambda a, b: a * b + o.a, initial=None))


def accumulated_in_pieces(x, y):
    o = Wheel(x)
    t = 0.0
    for v in itertools.accumulate(turned(o, [y, x, 0.4])):
        o.a = o.a * v
        t += v
    return t


def accumulated_and_read(x, y):
    o = Wheel(x)
    turn = o.turn
    return sum(v * o.a for v in itertools.accumulate(turn(v) for v in (x, y)))


def pairs_and_read(x, y):
    o = Wheel(x)
    turn = o.turn
    return sum(a * b * o.a for a, b in itertools.pairwise(map(turn, [y, 0.5, x])))


def greatest_by_a_key_that_acts(x, y):
    o = Wheel(x)

    def key(v):
        o.a = o.a * 1.1
        return -v

    return max((o.turn(v) for v in [y, x, 0.5]), key=key)


def greatest_by_a_key_that_acts_or_a_default(x, y):
    o = Wheel(x)
    a = max((o.turn(v) for v in [2.0, y, 0.5]), key=lambda v: -o.turn(v), default=0.0)
    b = min((o.turn(v) for v in [2.0, y, 0.5] if v > 5), default=o.turn(y), key=lambda v: -o.turn(v))
    return a * b + max(turned(o, [y, x][2:]), key=lambda v: v * o.a, default=x * y)


def greatest_of_a_generator(x, y):
    o = Wheel(x)

    def key(v):
        o.a = o.a * 1.1
        return -v

    return max(turned(o, [y, x, 0.5]), key=key) + o.a


def least_of_a_map(x, y):
    o = Wheel(x)
    return min(map(o.turn, [y, x, 0.5]), key=lambda v: o.turn(v))


def nearest_to_what_changes(x, y):
    s = np.array([x, y])

    def turn(v):
        s[0] = s[0] * v
        return s[0] + 0.3 * v

    return max((turn(v) for v in [y, 0.5, x]), key=lambda v: -abs(v - s[0]))


def product_behind_a_generator(x, y):
    o = Wheel(x)
    return sum(a * b for a, b in itertools.product(turned(o, [x, y]), [o.a, 0.3]))


def product_behind_a_method(x, y):
    o = Wheel(x)
    return sum(a * b for a, b in itertools.product(o.turns([x, y]), [o.a, 0.3]))


def chained_behind_a_map(x, y):
    s = [x]

    def turn(v):
        s[0] = s[0] * v
        return s[0]

    return sum(itertools.chain(map(turn, [y, 0.5]), [s[0]]))


def taken_while_it_changes(x, y):
    s = [x]

    def turn(v):
        s[0] = s[0] * v
        return s[0]

    return sum(v * s[0] for v in itertools.takewhile(lambda v: v > s[0] * 0.1, [turn(v) for v in [y, 0.5, x]]))


def dropped_while_it_changes(x, y):
    s = [x]

    def turn(v):
        s[0] = s[0] * v
        return s[0]

    return sum(v * s[0] for v in itertools.dropwhile(lambda v: v < s[0] * 0.9, (turn(v) * s[0] for v in [s[0], y])))


CASES = [(f, (0.7, 1.3), (0, 1)) for f in (
    start_behind_a_generator, start_behind_a_method, start_behind_an_inner_generator, reduced_without_start,
    reduced_from_a_generator, reduced_from_numbers, accumulated_with_steps, accumulated_from_none,
    accumulated_in_pieces, accumulated_and_read, pairs_and_read, greatest_by_a_key_that_acts,
    greatest_by_a_key_that_acts_or_a_default, greatest_of_a_generator, least_of_a_map, nearest_to_what_changes,
    product_behind_a_generator, product_behind_a_method, chained_behind_a_map, taken_while_it_changes,
    dropped_while_it_changes,
)]  # fmt: skip
