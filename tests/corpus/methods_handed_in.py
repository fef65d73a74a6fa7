"""Bound methods as arguments: what their objects keep between calls, and what is read of these objects afterwards."""


class Model:
    def __init__(self, w):
        self.w, self.n, self.log = w, 0, []

    def plain(self, x):
        return self.w * x

    def counting(self, x):
        self.n += 1
        return self.w * x * self.n

    def recording(self, x):
        self.log.append(x)
        return sum(self.log) * self.w


class Account:
    def __init__(self):
        self.s = 0.0

    def add(self, v):
        self.s += v
        return self


def twice(g, x):
    return g(g(x))


def product(x, f):
    return f(x) * f(x)


def handed_on(x, f):
    return twice(f, x)


def object_of_a_method(x, f):
    f(x)
    f(x * x)
    return f.__self__.s * x


def object_given_back(x, f):
    return f(x * x).s * x


CASES = [
    *[
        (f, (1.3, m), (0,))
        for f in (product, handed_on)
        for m in (Model(2.0).plain, Model(2.0).counting, Model(2.0).recording)
    ],
    *[(f, (1.3, Account().add), (0,)) for f in (object_of_a_method, object_given_back)],
]
