"""Inner functions called _, and parameters that a def in a branch binds again."""


def underscores(x, y):
    def a():
        def _(v):
            return v * x

        return _

    def _(v):
        return v * y

    return a()(x) * _(y)


def one_underscore(x, y):
    def _(v):
        return v * y

    return _(x) * _(y)


def parameter_rebound_in_if(x, y):
    z = x * y
    if z > 0:

        def x(v):
            return z * v

        return x(y)
    return z


CASES = [(f, (1.3, 0.8), (0, 1)) for f in (underscores, one_underscore, parameter_rebound_in_if)]
