"""Names that nobody defines, and imports that fail, where a run does not come to them or catches what Python raises."""

import math

try:
    import no_such_package
    HAS_IT = True
except ImportError:
    HAS_IT = False


def behind_a_flag(x):
    if HAS_IT and isinstance(x, no_such_package.Expr):
        return x * 2
    return x * x


def in_a_side_that_does_not_run(x):
    y = 2.0 if x > 1 else no_such_value
    for _ in range(3):
        if x > 50:
            y = no_such_package.sin(y)
        else:
            y = y * 1.1
    return x * y


def caught(x):
    try:
        y = no_such_function(x)
    except NameError:
        y = x * x
    try:
        return no_such_module.f(x) * y
    except Exception:
        return x * y


def import_that_fails(x):
    try:
        import no_such_package as package
        there = True
    except ImportError:
        there = False
    if there:
        return package.sin(x)
    return math.sin(x)


def import_from(x):
    try:
        from math import no_such_sine as sine
    except ImportError:
        from math import sin as sine
    return sine(x)


def import_that_leaves(x):
    try:
        import no_such_package
        return no_such_package.erf(x)
    except (ImportError, NameError):
        return x**3


def import_of_some(x):
    sine = abs
    try:
        from math import sin as sine, no_such_sine
    except ImportError:
        pass
    return sine(x)


CASES = [(f, (1.3,), (0,)) for f in (
    import_of_some,
    behind_a_flag, in_a_side_that_does_not_run, caught, import_that_fails, import_from, import_that_leaves,
)]  # fmt: skip
