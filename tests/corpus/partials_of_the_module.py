"""Partial functions that a module has made: of lambdas and methods, with arrays and objects, in tables."""

import functools

import numpy as np

W = np.array([1.0, 2.0])


def dot(w, x, k=1.0):
    return (w * x).sum() * k


class Scale:
    s = 2.0

    def scaled(self, x, k=1.0):
        return self.s * x * k


scale = Scale()
of_an_array = functools.partial(dot, W, k=2.0)
of_a_lambda = functools.partial(lambda v, k: v * k, k=3.0)
of_another = functools.partial(of_a_lambda, k=4.0)
of_a_method = functools.partial(scale.scaled, k=3.0)
of_a_class = functools.partial(Scale.scaled, scale)
clipped = functools.partial(np.clip, a_min=0.0, a_max=5.0)
TABLE = {'times': functools.partial(lambda v, k: v * k, k=3.0), 'square': functools.partial(lambda k, v: v**k, 2), 'dot': of_an_array}


def pairs(f, x):
    return f(x) + f(2 * x)


def called(x):
    return of_an_array(x) * of_a_lambda(x) + of_another(x) * of_a_method(x) + of_a_class(x) * clipped(x)


def handed_on(x):
    return pairs(of_an_array, x) * pairs(of_a_lambda, x) + pairs(of_a_method, x) + sum(map(of_a_lambda, [x, 2 * x]))


def by_name(x):
    total = 0.0
    for n in ('times', 'dot', 'square'):
        total += TABLE[n](x) * total + x
    return total + sum(f(x) for f in TABLE.values()) + of_an_array(x, k=x)


CASES = [(f, (1.3,), (0,)) for f in (called, handed_on, by_name)]
