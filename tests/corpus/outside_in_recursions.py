"""Inner functions that call themselves and read, in a branch, what is written outside."""

import types

import numpy as np

numbers = [2.0]
array = np.array([2.0, 1.0])
settings = types.SimpleNamespace(b=2.0)


def list_in_a_test(x):
    numbers[0] = x

    def inner(x, depth):
        if x < 0.6:
            w = numbers[0]
        else:
            w = x if numbers else 3.0
        if depth > 0:
            return w * x * inner(x * 0.9, depth - 1)
        return w

    y = inner(x, 2) * numbers[0]
    numbers[0] = 2.0
    return y


def array_that_is_none(x):
    array[0] = x

    def go(x, n):
        if x < 0.6:
            w = array[0]
        else:
            w = 3.0 if array is not None else x
        return w * go(x * 0.9, n - 1) if n else w

    y = go(x, 3) * array[0]
    array[0] = 2.0
    return y


def attribute_in_turn(x):
    settings.b = x

    def inner(x, depth):
        w = settings.b if x < 0.65 else 0.5 * settings.b
        return w * x * inner(x * 0.9, depth - 1) if depth > 0 else w

    y = inner(x, 2)
    settings.b = 2.0
    return y


CASES = [(f, (x,), (0,)) for f in (list_in_a_test, array_that_is_none, attribute_in_turn) for x in (0.7, 0.5, 0.9)]
