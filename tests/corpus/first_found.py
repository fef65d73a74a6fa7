"""The first of what a generator expression gives, `next(...)` with a default or without; generators with a walrus."""


class Named:
    def __init__(self, n, v):
        self.n, self.v = n, v


def place_of_the_first(xs, q):
    n = len(xs)
    k = next((i for i in range(n) if q < xs[i]), n - 1)
    return xs[k] * q


def first_or_an_error(xs, q):
    return next(v * q for v in xs if v > q) + q


def default_that_is_computed(xs, q):
    return next((v * q for v in xs if v > 100.0), q * q) + next((w for w in xs), None)


def none_as_default(xs, q):
    best = next((v for v in xs if v > 100.0), None)
    return q if best is None else best


def first_of_a_map(xs, q):
    def scaled(d):
        return d * q

    return next((w * q for w in map(scaled, xs) if w > 1.0), scaled(3.0)) if xs else 0.0


def first_in_each_round(xs, q):
    t = 0.0
    for k in range(3):
        t += next((v * k for v in xs[k:] if v > q), -1.0) * q
    return t


def error_that_is_caught(xs, q):
    try:
        return next(v for v in xs if v > 100.0)
    except StopIteration:
        return q * xs[0]


def first_in_a_sum(xs, q):
    return sum(next((v for v in xs if v > w), w) * w for w in (q, 2.0, 0.1))


def first_while_there_is_one(xs, q):
    while next((v for v in xs if v > q), None) is not None:
        q = q * 1.5
    return q


def object_by_its_name(x, q):
    items = [Named('a', x), Named('b', x * q)]
    found = next((i for i in items if i.n == 'b'), None)
    return found.v if found is not None else q


def default_before_the_search(x, q):
    """The default is computed before the search, which changes what it is computed from."""
    a = [x]
    v = next((k for k in range(5) if a.append(a[-1] * 2.0) is None and a[-1] > 2.0), a[0])
    return v * a[-1] + q * len(a)


def walrus_in_the_test(x, q):
    a = x
    v = next((k for k in range(5) if (a := a * 2.0) > 2.0), 0.0)
    return v * a * q


def walrus_in_the_item(x, q):
    a = x
    v = next((a := a * 2.0) for k in range(5))
    return v * a * q


class Powers:
    def __init__(self, x, k):
        self.x, self.k = x, k

    def __iter__(self):
        s = self.x
        while (s := s * self.k) < 3:
            yield s


def walrus_in_a_while_of_a_generator(x, k):
    def gen(s):
        while (s := s * k) < 3:
            yield s

    g = gen(x)
    return next(g) * next(g)


def walrus_in_an_if_of_a_generator(x, k):
    def gen(vs):
        for v in vs:
            if (w := v * k) > 1:
                yield w

    t = 0.0
    for a, b in zip(gen([x, 2.0, 3.0]), [x, k]):
        t += a * b
    return t


def walrus_of_what_is_sent(x, k):
    def gen(s):
        while (cmd := (yield s)) is not None:
            s = s * cmd * k

    g = gen(x)
    t = next(g)
    t += g.send(2.0) + g.send(k)
    return t


def walrus_in_a_comprehension_of_a_generator(x, k):
    def gen(s):
        t = [(u := s * k + j) for j in range(2)]
        yield t[0] * u
        yield u * 2

    t = 0.0
    for i, v in enumerate(gen(x)):
        t += v * (i + 1)
    return t


def walrus_in_an_iter(x, k):
    return sum(v * v for v in Powers(x, k)) + max(Powers(x, k))


def walrus_within_what_is_sent(x, k):
    def gen(s):
        while True:
            if (cmd := (yield s)) is None:
                break
            y = (c := cmd * k) * 2
            s = y + c

    g = gen(x)
    t = next(g) + g.send(1.5) * g.send(k)
    return t


CASES = [(f, ([0.3, 1.2, 2.2], 0.9), (0, 1)) for f in (
    place_of_the_first, first_or_an_error, default_that_is_computed, none_as_default, first_of_a_map,
    first_in_each_round, error_that_is_caught, first_in_a_sum, first_while_there_is_one,
)]  # fmt: skip
CASES += [(f, (0.7, 1.3), (0, 1)) for f in (
    object_by_its_name, default_before_the_search, walrus_in_the_test, walrus_in_the_item
)]  # fmt: skip
CASES += [(f, (0.5, 1.3), (0, 1)) for f in (
    walrus_in_a_while_of_a_generator, walrus_in_an_if_of_a_generator, walrus_of_what_is_sent,
    walrus_in_a_comprehension_of_a_generator, walrus_in_an_iter, walrus_within_what_is_sent,
)]  # fmt: skip
