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


class Base0:
    def __init__(self, v):
        self.v = v


class Derived0(Base0):
    pass


def told_by_type(x):
    c = Base0(x)
    if type(c) is Base0:
        y = x * x
    else:
        y = x
    return y


def typed(cls, x):
    c = Base0(x)
    if type(c) is cls:
        y = x * x
    else:
        y = x
    return y


def told_by_a_class_given(x):
    return typed(Base0, x) + typed(Derived0, x)


def typed3(cls, x):
    c = Base0(x)
    y = x * x if type(c) is cls else x
    return y


def told_in_an_expression(x):
    return typed3(Base0, x)


def typed4(cls, x):
    if cls is Base0:
        y = x * x
    else:
        y = x
    return y


def class_is_the_class(x):
    return typed4(Base0, x) + typed4(Derived0, x)


def typed5(x):
    t = 0.0
    for v in (x, 2 * x):
        c = Base0(v)
        if type(c) is Base0:
            y = v * v
        else:
            y = v
        t += y
    return t


def told_in_a_loop(x):
    return typed5(x)


def typed6(cls, x):
    g = ((v * v if type(Base0(v)) is cls else v) for v in (x, 2 * x))
    return sum(g)


def told_in_a_generator(x):
    return typed6(Base0, x)


def typed7(cls, x):
    g = ((v * v if type(Base0(v)) is cls else v) for v in (x, 2 * x))
    return next(g) + next(g)


def told_piece_by_piece(x):
    return typed7(Base0, x)


def typed8(cls, x):
    t = 0.0
    for v in (x, 2 * x):
        t += v * v if type(Base0(v)) is cls else v
    return t


def told_of_what_is_made(x):
    return typed8(Base0, x)


CASES += [
    (f, (0.8,), (0,))
    for f in (
        told_by_type,
        told_by_a_class_given,
        told_in_an_expression,
        class_is_the_class,
        told_in_a_loop,
        told_in_a_generator,
        told_piece_by_piece,
        told_of_what_is_made,
    )
]
