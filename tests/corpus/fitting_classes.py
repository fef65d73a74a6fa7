"""Objects of several classes, of which some lack a method or take other arguments: Python raises where it comes to those."""

import numpy as np


class Scaler:
    def fit(self, X):
        self.m = X.mean(0)
        return self

    def transform(self, X):
        return X - self.m


class Ridge:
    def __init__(self, k):
        self.k = k

    def fit(self, X, y):
        self.w = np.linalg.solve(X.T @ X + self.k * np.eye(X.shape[1]), X.T @ y)
        return self

    def predict(self, X):
        return X @ self.w


class Pipeline:
    def __init__(self, *steps):
        *self.before, self.model = steps

    def fit(self, X, y):
        for s in self.before:
            X = s.fit(X).transform(X)
        self.model.fit(X, y)
        return self

    def predict(self, X):
        for s in self.before:
            X = s.transform(X)
        return self.model.predict(X)


class Square:
    n = 1

    def __call__(self, x):
        return x * x


class Product:
    n = 2

    def __call__(self, x, y):
        return x * y

    def area(self, x):
        return x * 3.0


def pipeline(X, k):
    y = X[:, 0] * 2.0
    return float(Pipeline(Scaler(), Ridge(k)).fit(X, y).predict(X) @ y)


def stack_machine(a, b):
    stack = [a, b]
    for f in (Square(), Product(), Square()):
        args = [stack.pop() for _ in range(f.n)]
        stack.append(f(*args))
        stack.append(b)
    return stack[0] * stack[-1]


def functions_in_a_table(a, b):
    table = {'square': (1, lambda u: u * u), 'product': (2, lambda u, v: u * v)}
    t = a
    for k in ('square', 'product', 'square'):
        n, f = table[k]
        t = f(t) if n == 1 else f(t, b)
    return t


def argument_that_is_missing(a, b):
    t = a
    for f in (Square(), Product()):
        try:
            t = f(t)
        except TypeError:
            t = f(t, b) * 3.0
    return t


def method_that_is_missing(a, b):
    t = a
    for f in (Square(), Product()):
        try:
            t = f.area(t)
        except AttributeError:
            t = t * b
    return t


def told_by_their_class(a, b):
    shapes = [Square(), Product()]
    return sum(s(a, b) if isinstance(s, Product) else s(a) for s in shapes)


CASES = [(f, (0.7, 1.3), (0, 1)) for f in (
    stack_machine, functions_in_a_table, argument_that_is_missing, method_that_is_missing, told_by_their_class
)]  # fmt: skip
CASES += [(pipeline, (np.array([[1.0, 2.0], [3.0, 0.5], [0.2, 0.1]]), 0.3), (0, 1))]
