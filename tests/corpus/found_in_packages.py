"""What packages of others do: defaults that are nan, lambdas as defaults, rows that lack a field, weights."""

import math
import statistics
import sys
from collections import namedtuple

import numpy as np


def lim(x, lo=math.nan):
    if math.isnan(lo):
        lo = 2.0
    return x * lo


def default_nan(a):
    return lim(a)


class Bounds:
    def __init__(self, x, lo=float('nan')):
        self.x, self.lo = x, lo

    def go(self, *, hi=np.nan):
        return self.x * (2.0 if math.isnan(self.lo) else self.lo) + (hi if hi == hi else 1.0)


def defaults_nan(a):
    return Bounds(a).go()


def opt_fn(v, **kw):
    return kw['scale'] * v


def retry(on, step=lambda i: i + 1):
    def deco(f):
        def w(*a, **kw):
            t = 0.0
            for i in range(3):
                try:
                    return f(*a, **kw) + t
                except on:
                    t += step(i) * 0.5
            return t

        return w

    return deco


def lambda_as_default(x):
    return retry(KeyError)(opt_fn)(x, scale=2.0)


Row = namedtuple('Row', 'a b', defaults=[2.0])


def row_lacks_a_field(x):
    t = 0.0
    for r in [{'a': x}, {'b': x}]:
        try:
            t += Row(**r).b * x
        except KeyError:
            t += 100
        except TypeError:
            t += x * 7
    return t


def hypot_of_a_list(x):
    return math.hypot(*[x, 2.0])


def weighted_mean(x):
    return statistics.fmean([x, 2.0, 3.0], weights=[1.0, x, 2.0])


def turned_or_not(v, how='no'):
    return float((np.rot90(v) if how == 'rot' else v * 2).sum())


CASES = [(f, (0.8,), (0,)) for f in (default_nan, defaults_nan, lambda_as_default, row_lacks_a_field, hypot_of_a_list)]
CASES += [(turned_or_not, (np.array([1.0, 2.0]),), (0,))]


def four_arrays_broadcast(x):
    r, n, p, q = np.broadcast_arrays(np.array([x, 2.0]), x, 3.0, 1)
    return float((r * n * p * q).sum())


def two_arrays_broadcast(x):
    r, n = np.broadcast_arrays(np.array([x, 2.0]), x)
    return float((r * n).sum())


def axes_broadcast(v):
    a, b, c = np.broadcast_arrays(v[:, None], v, 2.0)
    return (a * b * c).sum()


def arrays_of_a_broadcast(x):
    out = np.broadcast_arrays(x, np.array([1.0, x]), np.array([[x], [2.0]]))
    return sum(float(o.sum()) for o in out) + out[2][1, 0]


CASES += [(f, (0.8,), (0,)) for f in (four_arrays_broadcast, two_arrays_broadcast, arrays_of_a_broadcast)]
CASES += [(axes_broadcast, (np.array([1.0, 2.0]),), (0,))]
if sys.version_info >= (3, 11):  # which knows weights
    CASES += [(weighted_mean, (0.8,), (0,))]
