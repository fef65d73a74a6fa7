"""Names of builtins for other things: variables and functions of the program."""

import math

import numpy as np

_v = np.array([0.3, -0.7, 1.1])


def n1(x, n):
    sum = 0.0
    for k in range(n):
        sum += x * sum + k * x
    return sum


def n2(v):
    list = [a * a for a in v]
    len = 3
    total = 0.0
    for k in range(len):
        total += list[k] * v[k]
    return total


def n3(x, n):
    reversed = x * x
    steps = reversed * 2
    for range in (1, 2, 3):
        steps = steps * reversed + range
    return steps


def n4(xs):
    zip = xs[0]
    enumerate = xs[1]
    ys = list(xs)
    ys[0:2] = [zip * enumerate, zip]
    slice = ys[1]
    ys[1:] = [slice * 2]
    return ys[0] * ys[1]


def n5(d):
    bool = d['a']
    isinstance = d['b']
    if bool > 0:
        isinstance = isinstance * bool
    d['a'] = isinstance
    return d['a'] * bool


def n6(v):
    bars = v * 2
    saved = v[0]
    bvalue = 3.0
    copied = v * 1.0
    copied[0] = saved * bvalue
    return np.sum(bars * copied)


def n7(x):
    abs = x * x
    min = abs + 1
    max = min * abs
    float = max**2
    int = float + x
    type = int * 2
    print_ = type
    return print_


def n8(v, n):
    range = np.arange(3)
    w = v * 1.0
    for i in range:
        w[i] *= w[0]
    tuple = (w[0], w[1])
    a, b = tuple
    return a * b + w[2]


def n9(xs):
    append = []
    for len in xs:
        append.append(len * len)
    getattr = append[0]
    new = append[1]
    return getattr * new


_A = [
    (n1, (0.7, 4), (0,)),
    (n2, (_v,), (0,)),
    (n3, (0.7, 3), (0,)),
    (n4, ([0.3, 0.7, 1.1],), (0,)),
    (n5, ({'a': 0.3, 'b': 0.7},), (0,)),
    (n6, (_v,), (0,)),
    (n7, (0.7,), (0,)),
    (n8, (_v, 3), (0,)),
    (n9, ([0.3, 0.7, 1.1],), (0,)),
]


def len(xs):
    return 7


def reversed(x):
    return []


def enumerate(x):
    return []


def g1(v, n):
    y = v[0]
    for k in range(n):
        y = y * v[k] + k
    ys = [y * a for a in v]
    return ys[0] * ys[1]


def g2(xs):
    ys = [x * x for x in xs]
    ys.append(ys[0] * xs[1])
    total = 0.0
    for y in ys:
        total = total * y + y
    return total * len(xs)


_B = [(g1, (_v, 3), (0,)), (g2, ([0.3, 0.7, 1.1],), (0,))]

# Variables of comprehensions called as functions of srcad.runtime, which the gradient calls, too


def filtered_by_chosen(x, s):
    return sum(v * s for v, chosen in zip(x, [1, 0, 1]) if chosen) + np.max(x, axis=0)


def filtered_by_centered(x, s):
    return sum(v * s for v, centered in zip(x, [1, 0, 1]) if centered) + np.std(x)


def spread_of_each(x, s):
    spread = [spread * s for spread in x if spread > -0.5]
    return spread[0] * spread[1] + np.mean(x)


def counted(x, s):
    kept = [v * s * count for v, count in zip(x, [2, 3, 4])]
    return kept[0] * kept[1] + kept[2] + np.prod(x)


def unbroadcast_in_turn(x, s):
    kept = [unbroadcast * np.sum(x) for unbroadcast in x]
    return kept[0] * kept[1] + np.sum(x * s)


_OURS = (filtered_by_chosen, filtered_by_centered, spread_of_each, counted, unbroadcast_in_turn)
_C = [(f, (_v, 0.8), (0, 1)) for f in _OURS]

CASES = _A + _B + _C


# Names that formulas once called as builtins: min of np.hstack, round of math.remainder


def joined_beside_min(x, s):
    min = x[0] * s
    joined = np.hstack([x, x * s, min])
    return np.sum(joined**2) * min


class Least:
    def __init__(self, v):
        self.v = v

    def min(self):
        return self.v[0] * 2

    def round(self):
        return self.v[0] * 3


def joined_beside_a_method(x, s):
    least = Least(x)
    joined = np.hstack([least.v, least.v * s])
    return np.sum(joined**2) * least.min() ** 2


def remainder_beside_round(x, s):
    round = math.remainder(x[0] * x[0], s)
    return round**2 * math.remainder(5 * s, x[1]) * Least(x).round()


CASES += [(f, (_v, 0.8), (0, 1)) for f in (joined_beside_min, joined_beside_a_method, remainder_beside_round)]
