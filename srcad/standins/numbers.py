"""Functions of numbers and of lists of them."""

import cmath
import math
import statistics

import numpy as np

from srcad.errors import Unfollowed
from srcad.runtime import length


def polar(z):
    return abs(z), cmath.phase(z)


def dist(p, q):
    if len(p) != len(q):
        raise ValueError('both points must have the same number of dimensions')
    return length([a - b for a, b in zip(p, q)])


def modf(x):
    if math.isinf(x):
        return math.copysign(0.0, x), x
    whole = float(np.trunc(x))
    return x - whole, whole


def ldexp(x, i):
    return x * 2.0**i


def quotient_and_rest(x, y):
    return x // y, x % y


def floor_and_remainder(x, y):
    return np.floor_divide(x, y), np.remainder(x, y)


def mean(data):
    values = list(data)
    if len(values) < 1:
        raise statistics.StatisticsError('mean requires at least one data point')
    return math.fsum(values) / len(values)


def fmean(data, weights=None):
    if weights is None:
        return mean(data)
    values, shares = list(data), list(weights)
    if len(values) != len(shares):
        raise statistics.StatisticsError('data and weights must be the same length')
    total = math.fsum(shares)
    if not total:
        raise statistics.StatisticsError('sum of weights must be non-zero')
    return math.fsum([v * w for v, w in zip(values, shares)]) / total


def variance(data):
    return sum_of_squares(data, 2) / (len(list(data)) - 1)


def pvariance(data):
    return sum_of_squares(data, 1) / len(list(data))


def sum_of_squares(data, least):
    """Of what lies between numbers and their mean."""
    values = list(data)
    if len(values) < least:
        raise statistics.StatisticsError(f'variance requires at least {least} data points')
    middle = sum(values) / len(values)
    return sum([(value - middle)**2 for value in values])


def stdev(data):
    return math.sqrt(variance(data))


def pstdev(data):
    return math.sqrt(pvariance(data))


def median(data):
    values = sorted([value for value in data])
    n = len(values)
    if n < 1:
        raise statistics.StatisticsError('no median for empty data')
    return values[n // 2] if n % 2 else (values[n // 2 - 1] + values[n // 2]) / 2


def harmonic_mean(data):
    values = list(data)
    if len(values) < 1 or min(values) <= 0:
        raise Unfollowed('srcad differentiates statistics.harmonic_mean of positive numbers')
    return len(values) / sum([1 / value for value in values])


def geometric_mean(data):
    values = list(data)
    if len(values) < 1 or min(values) <= 0:
        raise Unfollowed('srcad differentiates statistics.geometric_mean of positive numbers')
    return math.exp(sum([math.log(value) for value in values]) / len(values))


def nan_to_num(x, *, nan=0.0, posinf=None, neginf=None):
    found = np.where(np.isnan(x), nan, np.nan_to_num(x))
    if posinf is not None:
        found = np.where(np.isposinf(x), posinf, found)
    if neginf is not None:
        found = np.where(np.isneginf(x), neginf, found)
    return found[()]
