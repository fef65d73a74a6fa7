"""Functions that the module has made of others, and what only looks like a variable without a value."""

import functools
import operator

import numpy as np
from numpy import newaxis


def times(a, b):
    return a * b


double = functools.partial(times, 2.0)
named = functools.partial(times, b=3.0)
second_field = operator.itemgetter('b')
its_a = operator.attrgetter('a')
swapped = operator.itemgetter(1, 0)
thrice = operator.methodcaller('scaled', 3.0)


class Held:
    def __init__(self, a):
        self.a = a

    def scaled(self, k):
        return self.a * k


def cubed(v):
    return v * v * v


squares = np.vectorize(lambda v: v * v)
cubes = np.vectorize(cubed)


kept = {'k': 2.0}


def reads_kept(k):
    return kept['k'] * k


thrice_kept = functools.partial(reads_kept, 3.0)


def partial_that_reads_outside(x):
    kept['k'] = x
    return thrice_kept() * x


def partial_functions(x):
    return double(x) + second_field({'b': x}) * named(x)


def getters_of_objects(x):
    return its_a(Held(x)) * 3 + thrice(Held(x))


def handed_to_map(x):
    return sum(map(double, [x, x * x])) + sum(map(its_a, [Held(x), Held(2 * x)]))


def as_keys(x):
    return sorted([Held(3 * x), Held(x)], key=its_a)[0].a * max([(x, 2.0), (x * x, 1.0)], key=operator.itemgetter(0))[0]


def several_at_once(x):
    a, b = swapped([x, x * x])
    return a - 2 * b


def over_elements(x):
    return squares(np.array([1.0, 2.0]) * x).sum() + cubes(np.array([1.0, 2.0]) * x).sum()


def new_axis_by_name(x):
    a = np.array([1.0, 2.0]) * x
    return np.sum(a[:, newaxis] * a)


def one_of_two(x):
    return double(x) if x > 5 else named(x) * double(x)


def told_in_an_error(x):
    v = [x, 2.0]
    if len(v) > 5:
        raise ValueError('too many: ' + ', '.join(map(str, v)))
    return v[0] * v[1]


def array_if_there(x):
    try:
        x = np.asarray(x)
    except NameError:
        pass
    return np.sum(x * 2)


def named_in_a_table(x):
    table = {'a': x}

    def look(k):
        if k not in table:
            raise NameError(k)
        return table[k]

    try:
        return look('b')
    except NameError:
        return look('a') * 2


class Base:
    def __init__(self, *args, **options):
        self.a, self.k = args[0], options.get('k', 1.0)

    def value(self, *a):
        return self.a * a[0]


class Derived(Base):
    def __init__(self, *args, **options):
        super(Derived, self).__init__(*args, **options)
        self.b = self.a * 2

    def value(self, *a):
        return super(Derived, self).value(*a) * 2


def stars_to_the_base(x):
    d = Derived(x, k=3.0)
    return d.b * d.k * d.value(x)


def only_read_nonlocal(x):
    xs, n = [x], 2.0

    def add(y):
        nonlocal xs, n
        xs.append(y * n)
        xs = xs + [y]
        return xs[0]

    return add(2 * x) + xs[1] * x + sum(map(lambda v: v * 2, xs))


def least_if(x):
    xs = [3 * x, x, 2 * x]
    return sorted(xs)[0] if x > 1 else 0.0


def least_in_a_test(x):
    xs = [3 * x, x, 2 * x]
    while sorted(xs)[0] < 5:
        xs = [v * 2 for v in xs]
    y = x > 5 and sorted(xs)[0] or max(xs, key=lambda v: -v)
    return y * (x if x > 1 and sorted(xs)[1] > 2 else 1.0)


def places_of_a_tuple(x):
    t = (x, 2 * x, 3.0)
    return t.index(2 * x) * x + t.count(x) * t[t.index(2 * x)] + (x, 0, x).count(0) * x


def diagonal_places(x):
    K = np.eye(2) * x
    K[np.diag_indices_from(K)] += 0.1 * x
    return np.sum(K * K)


def root_of_nothing(x):
    return max(x - 3, 0) ** 0.5 + x * x


CASES = [(f, (1.3,), (0,)) for f in (
    partial_that_reads_outside, partial_functions, getters_of_objects, handed_to_map, as_keys, several_at_once, over_elements, new_axis_by_name,
    one_of_two, told_in_an_error, array_if_there, named_in_a_table, stars_to_the_base, only_read_nonlocal, least_if,
    least_in_a_test, places_of_a_tuple, diagonal_places, root_of_nothing,
)]  # fmt: skip


# Partial functions as values


def powered(a, t, s=1.0):
    return a * t * t * s


PARTS = {'g': functools.partial(powered, 2.0), 'h': {'in': functools.partial(powered, s=3.0, a=2.0)}}


def partial_of_an_argument(x, p, d):
    return p(x) * d['f'](x, s=x)


def partials_of_the_module(x):
    return PARTS['g'](x) + PARTS['h']['in'](t=x)


def partial_in_many_ways(x, p):
    return p(x, s=x) + list(map(p, [x, 2 * x]))[1] + sum(map(p, [x])) + max([x, 2.0], key=p)


class Applies:
    act = functools.partial(powered, 4.0)

    def __init__(self, f):
        self.f = f

    def go(self, x):
        return self.f(x) + self.act(x)


def partial_of_an_object(x, p):
    return Applies(p).go(x)


def partial_as_a_default(x, p=functools.partial(powered, 5.0)):
    return p(x)


CASES += [
    (partial_of_an_argument, (1.3, functools.partial(powered, 2.0), {'f': functools.partial(powered, 3.0)}), (0,)),
    (partials_of_the_module, (1.3,), (0,)),
    (partial_in_many_ways, (1.3, functools.partial(powered, 2.0)), (0,)),
    (partial_of_an_object, (1.3, functools.partial(powered, 2.0)), (0,)),
    (partial_of_an_object, (1.3, functools.partial(np.multiply, 3.0)), (0,)),
    (partial_as_a_default, (1.3,), (0,)),
]


same_trebled = trebled = functools.partial(powered, s=3.0)


def partial_that_is_compared(x):
    g = trebled
    return g(x, x) * (2.0 if g is same_trebled else 3.0)


CASES += [(partial_that_is_compared, (1.3,), (0,))]
