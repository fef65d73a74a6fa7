"""Functions of numbers and of lists of them."""

import cmath
import math


def polar(z):
    return abs(z), cmath.phase(z)


def dist(p, q):
    square = sum([(a - b)**2 for a, b in zip(p, q)])
    return math.sqrt(square) if square > 0 else 0.0


def quotient_and_rest(x, y):
    return x // y, x % y


def mean(data):
    values = list(data)
    return sum(values) / len(values)


def variance(data):
    values = list(data)
    middle = sum(values) / len(values)
    return sum([(value - middle)**2 for value in values]) / (len(values) - 1)


def pvariance(data):
    values = list(data)
    middle = sum(values) / len(values)
    return sum([(value - middle)**2 for value in values]) / len(values)


def stdev(data):
    return math.sqrt(variance(data))


def pstdev(data):
    return math.sqrt(pvariance(data))
