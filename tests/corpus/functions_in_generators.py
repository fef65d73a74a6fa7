"""Generators that define a function anew in each trip of a loop around a `yield`."""


class Scaled:
    def __init__(self, factors):
        self.factors = factors

    def __iter__(self):
        for a in self.factors:
            f = lambda t: t * a  # noqa: E731
            yield f(2.0)


def summed(x, y):
    return sum(Scaled([x, 1.0, y]))


def in_a_loop(x, y):
    s = 0.0
    for v in Scaled([x, 1.0, y]):
        s = s * x + v
    return s


def of_inner_generators(x, y):
    def steps(a):
        for k in range(3):
            f = lambda t: t * x + k  # noqa: E731
            a = f(a)
            yield a

    return sum(steps(y))


def one_after_the_other(x, y):
    def steps(a):
        for k in range(3):
            def f(t):
                return t * x + k

            a = f(a)
            yield a

    it = steps(y)
    return next(it) * next(it) + next(it)


def another_from_some_trip_on(x, y):
    def steps(a):
        f = lambda t: t * x  # noqa: E731
        for k in range(3):
            a = f(a)
            yield a
            if k == 1:
                f = lambda t: t * x * y  # noqa: E731

    it = steps(y)
    return next(it) * next(it) + next(it)


CASES = [(f, (1.3, 0.8), (0, 1)) for f in (
    summed, in_a_loop, of_inner_generators, one_after_the_other, another_from_some_trip_on,
)]  # fmt: skip
