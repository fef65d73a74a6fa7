"""Comprehensions whose variable has the name of what they run over, within functions that have the name from elsewhere."""

WEIGHTS = [1.0, 2.0, 4.0]


def captured(x):
    b = [1.0, x]

    def total():
        return sum(b * x for b in b)

    return total() + x


def captured_pairs(x):
    b = [[1, 2], [3, 1]]

    def total():
        return sum(a * b * x for a, b in zip(b[0], b[1]))

    return total()


def captured_items(x):
    d = {'a': 1.0, 'b': 2.0}

    def total():
        return sum(d * x for k, d in d.items())

    return total() + x


def captured_argument(x, v):
    def total():
        return sum(v * v for v in v) + [v * 2 for v in v][-1]

    return total() * x


def captured_count(x):
    k = 3

    def total():
        return sum(x**k for k in range(k)) + [k * x for k in range(3)][1]

    return total() + x


def captured_by_a_lambda(x):
    b = [1.0, x]
    total = lambda: sum(b * x for b in b)
    rows = [b, [x]]
    nested = lambda: sum(row * x for rows in rows for row in rows)
    return total() * nested()


def global_helper(x):
    return sum([WEIGHTS * x for WEIGHTS in WEIGHTS if WEIGHTS > 1])


def of_the_module(x):
    return global_helper(x) * x + sum(WEIGHTS * x for WEIGHTS in WEIGHTS)


def generator_given_a_function_in_turn(x, y):
    def g(f):
        yield f(1.0)

    for v in g(lambda u: x * u):
        pass
    it = g(lambda u: -5 * x * u)
    return next(it)


def comprehension_over_functions(x, y):
    def f(u):
        return x * u

    def g(fs):
        return [f for f in fs][0](2.0)

    return g([lambda u: -5 * x * u])


def comprehension_before_the_function(x, y):
    def g(fs):
        return [f(2.0) for f in fs][0]

    def f(u):
        return x * u

    return g([lambda u: -5 * x * u]) + f(2.0)


def class_that_reads_its_own(x, y):
    a = x

    class C:
        a = 2.0
        b = a * x

    return C.b + a


CASES = [
    *[
        (f, (1.3,), (0,))
        for f in (captured, captured_pairs, captured_items, captured_count, captured_by_a_lambda, of_the_module)
    ],
    *[(captured_argument, (1.3, [1.0, 2.0]), wrt) for wrt in ((0,), (0, 1))],
]


# The adjoints under another name in one function than in the others

_settings = {'a': 0.5}


def _set_back():
    _settings.clear()
    _settings.update(a=0.5)


def _written_beside_bars(x):
    def unused(p):
        return sum(bars for bars in p)

    _settings['c'] = 2.0
    return x * 0.7 + _settings['a']


def adjoints_under_another_name(x):
    _set_back()
    y = _written_beside_bars(x)
    _set_back()
    return y


CASES += [
    (adjoints_under_another_name, (1.3,), (0,)),
    (generator_given_a_function_in_turn, (1.3, 0.8), (0, 1)),
    (comprehension_over_functions, (1.3, 0.8), (0, 1)),
    (comprehension_before_the_function, (1.3, 0.8), (0, 1)),
    (class_that_reads_its_own, (1.3, 0.8), (0, 1)),
]
