"""Variables of the module whose names a text would give to its own counters: k above all."""
import numpy as np

k = 1.25
steps = 0.5


def over_a_tuple(x, y):
    t = 0.0
    for v in (x, y, x * y):
        t += k * v * v
    return t * k * steps


def of_a_comprehension(x, y):
    q = [k * v * v for v in (x, y)]
    return sum(q) * k + max(v * k for v in q)


class Spring:
    def __init__(self, v):
        self.v, self.path = v, [v]

    def move(self, a):
        self.v = self.v * a * k
        self.path.append(self.v * k)
        return self.v


def moved(x, y):
    o = Spring(x)
    for a in (y, x):
        o.move(a)
    return sum(o.path) * k + o.v * steps


def nested(x, y):
    t = 0.0
    for a in range(2):
        for b in (x, y):
            if b * a < 5:
                t += b * t * k + b
    return t * k


def in_parallel(x, y):
    t = 0.0
    for a, b in zip([x, y], [y, 2.0]):
        t += a * b * k
    for a, b in enumerate([x, y]):
        t = t * b + a * k * steps
    A = np.array([x, y, t])
    for a in range(1, 3):
        A[a] += A[a - 1] * k
    return float(A.sum())


def defaults_of_lambdas(x, y):
    fs = [lambda t, k=k: t * k for k in (1.0, 3.0)]
    return sum(f(x) for f in fs) * k * y


CASES = [(f, (1.3, 0.7), (0, 1)) for f in (over_a_tuple, of_a_comprehension, moved, nested, in_parallel, defaults_of_lambdas)]
