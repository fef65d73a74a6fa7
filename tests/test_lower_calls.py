"""Calls that are lowered: the new text does what the old one did, bit by bit, in its order."""

import copy
import functools
import itertools
import math
import operator

import numpy as np
import pytest

import srcad
from srcad.lower.functional import functional
from srcad.lower.held import held
from srcad.lower.names import Means
from srcad.lower.nested_arrays import nested_arrays
from srcad.lower.operators import operators
from srcad.lower.targets import targets
from srcad.parse import parse
from srcad.printer import to_source
from srcad.tree import clone
from tests.checking import assert_gradient, same

SEEN = []


def seen(x):
    """A function with an effect: it notes its calls."""
    SEEN.append(x)
    return x * 2


def text_of(f):
    source = parse(f)
    tree = clone(source.tree)
    for run in (targets, held, operators, functional, nested_arrays):
        tree = run(tree, Means(tree, source))
    return to_source(tree)


def outcome(f, args):
    """What a call gives: the value or the kind of error, the arguments after it, the calls of `seen` in their order."""
    SEEN.clear()
    args = copy.deepcopy(args)
    try:
        value = f(*args)
    except Exception as error:
        value = type(error)
    return value, args, list(SEEN)


def check(f, *cases, changes=True):
    """The lowered text of f does what f does, for each tuple of arguments."""
    text = text_of(f)
    assert (text.strip() != to_source(parse(f).tree).strip()) == changes, text
    names = dict(f.__globals__, **{n: c.cell_contents for n, c in zip(f.__code__.co_freevars, f.__closure__ or ())})
    exec(text, names)
    for args in cases:
        want, got = outcome(f, args), outcome(names[f.__name__], args)
        assert all(map(same, got, want)), f'{args}: {got} instead of {want} by\n{text}'


LISTS = ([1.5, -0.25, 3.0],), ([2.0],), ([],), (np.array([0.3, 1.0, -2.0]),)
PAIRS = (
    ([1.5, -0.25, 3.0], [2.0, 0.5]),
    ([2.0], [0.1, 0.7, 3.0]),
    ([], [1.0]),
    ([1.0], []),
    (np.arange(3.0), [1.0, 2.0, 0.5]),
)


def test_map_and_filter():
    def f(xs):
        positive = filter(lambda a: a > 0, xs)
        total = sum(map(math.sqrt, positive))
        return total * sum(map(operator.mul, xs, xs)) + len(list(map(lambda a: a + total, xs)))

    check(f, *LISTS)


def test_map_calls_in_the_order_of_its_consumer():
    def f(xs):
        total = 0.0
        for a in map(seen, xs):
            total += seen(a)
            if total > 5:
                break
        return total, any(b > 2 for b in map(seen, xs))

    check(f, *LISTS)


def test_functions_that_change_their_names():
    class Holder:
        def scaled(self, a):
            return a * 2

    def f(xs):
        holder = Holder()
        out = []
        for a in map(holder.scaled, xs):
            holder = None
            out.append(a)
        return out

    check(f, *LISTS, changes=False)


def test_map_unpacked():
    def f(xs):
        a, b, c = map(lambda v: v * 2, xs)
        return a, c

    check(f, *LISTS)


def test_map_used_twice_stays():
    def f(xs):
        a = map(seen, xs)
        return sum(a) + sum(a)

    check(f, *LISTS, changes=False)


def test_map_named_and_used_later():
    def f(xs, k):
        scaled = map(lambda a: a * k, xs)
        k = k + 1
        xs = [1.0]
        return sum(scaled) + len(xs)

    check(f, ([1.0, 2.0], 3.0), ([], 1.0))


def test_map_over_several():
    def f(xs, ys):
        return [a + b for a, b in zip(xs, ys)], list(map(lambda a, b: a - b * b, xs, ys)), sum(map(max, xs, ys))

    check(f, *PAIRS)


def test_map_in_a_comprehension_over_other_names():
    def f(xs, ys):
        a = 10.0
        return [b * a for b in map(lambda v: v + a, xs) for a in ys]

    check(f, *PAIRS)


def test_map_element_read_twice():
    def f(xs):
        return [b * b + b for b in map(seen, xs)], sum(a - k for k, a in enumerate(map(math.exp, xs), 1))

    check(f, *LISTS)


def test_zip_of_iterators():
    def f(xs, ys):
        return sum(a * b for a, b in zip(xs, map(seen, ys)))

    check(f, *PAIRS)


def test_zip_that_would_call_too_often_stays():
    def f(xs, ys):
        return sum(a * b for a, b in zip(map(seen, xs), ys))

    check(f, *PAIRS, changes=False)


def test_filters():
    def f(xs):
        total = 0.0
        for a in filter(None, xs):
            total = total * 0.5 + a
        for a in itertools.filterfalse(lambda v: v > 1, xs):
            total = total * 0.5 + a
        return total, sum(itertools.compress(xs, [True, False, True])), a

    check(f, *LISTS)


def test_starmap():
    def f(xs, ys):
        return sum(itertools.starmap(lambda a, b: a * b, zip(xs, ys))), list(
            itertools.starmap(operator.sub, zip(ys, xs))
        )

    check(f, *PAIRS)


def test_product():
    def f(xs, ys):
        total = 0.0
        for a, b in itertools.product(xs, ys):
            if a > b:
                continue
            total = total * 0.5 + a * b
        for p in itertools.product(xs, repeat=2):
            total += p[0] / (p[1] + 10)
        return total, sum(a * b for a, b in itertools.product(xs, ys))

    check(f, *PAIRS)


def test_product_of_iterators_and_break():
    def f(xs, ys):
        last = None
        for a, b in itertools.product(map(seen, xs), iter(ys)):
            last = a, b
            if a * b > 1:
                break
        return last

    check(f, *PAIRS)


def test_product_with_names_bound_anew():
    def f(xs, ys):
        out = []
        for a, b in itertools.product(xs, ys):
            a = a + 1
            out.append(a * b)
        a = 0.0
        for a, b in itertools.product(xs, ys):
            out.append(a)
        return out, a

    check(f, *PAIRS)


@pytest.mark.parametrize(
    'made', [itertools.combinations, itertools.permutations, itertools.combinations_with_replacement]
)
def test_choices(made):
    def f(xs):
        total = 0.0
        for a, b in made(xs, 2):
            total = total * 0.5 + a * b
        return total, [p for p in made(xs, 3)], sum((a - b) ** 2 for a, b in made(xs, 2))

    check(f, *LISTS)


def test_pairwise_and_longest():
    def f(xs, ys):
        steps = [b - a for a, b in itertools.pairwise(xs)]
        both = sum(a * b for a, b in itertools.zip_longest(xs, ys, fillvalue=0.5))
        slopes = sum((q - p) * (v - u) for (p, q), (u, v) in zip(itertools.pairwise(xs), itertools.pairwise(ys)))
        return steps, both, slopes

    check(f, *PAIRS)


def test_pairwise_of_what_the_loop_changes_stays():
    def f(xs):
        for a, b in itertools.pairwise(xs):
            xs[-1] = xs[-1] + a * b
        return xs

    check(f, *LISTS, changes=False)


def test_a_list_that_grows_in_the_loop():
    def f(xs):
        steps = []
        for a, b in itertools.pairwise(xs):
            steps.append(b - a)
        return steps

    check(f, *LISTS)


def test_a_list_that_grows_while_it_is_gone_over_stays():
    def f(xs):
        steps = [a * 2 for a in xs]
        other = steps
        for a, b in itertools.pairwise(steps):
            if len(steps) < 10:
                other.append(a * b)
        return steps

    check(f, *LISTS, changes=False)


def test_a_list_with_two_names_is_copied():
    def f(xs):
        ys = [a * 2 for a in xs]
        zs = ys
        for a, b in itertools.product(ys, ys):
            zs[0] = zs[0] + a * b
        return ys

    check(f, *LISTS)


def test_arguments_are_evaluated_in_their_order():
    def f(xs):
        a = functools.reduce(operator.add, [seen(1.0), *xs], seen(2.0))
        return a, list(itertools.chain([seen(3.0)], [seen(4.0)], xs))

    check(f, *LISTS)


def test_chains():
    def f(xs, ys):
        total = 0.0
        for a in itertools.chain(xs, [7.0, total], map(math.exp, ys)):
            total = total * 0.5 + a
        rows = [xs, ys]
        for a in itertools.chain.from_iterable(rows):
            total = total * 0.5 + a
            if total > 10:
                break
        return total, sum(a * a for a in itertools.chain.from_iterable(rows)), sum(itertools.chain(ys, xs))

    check(f, *PAIRS)


def test_accumulate():
    def f(xs):
        sums = list(itertools.accumulate(xs))
        products = itertools.accumulate(xs, operator.mul)
        path = itertools.accumulate(xs, lambda s, a: s * 0.5 + a, initial=1.0)
        return sums, sum(products), [p * p for p in path], list(itertools.accumulate(xs, max))

    check(f, *LISTS)


def test_accumulate_of_a_function_with_effects_stays_lazy():
    def f(xs):
        for s in itertools.accumulate(xs, lambda s, a: s + seen(a)):
            if seen(s) > 2:
                return s

    check(f, *LISTS, changes=False)


def test_while_iterators():
    def f(xs, x):
        head = itertools.takewhile(lambda a: a < x, xs)
        tail = itertools.dropwhile(lambda a: a < x, xs)
        return sum(head), sum(a * x for a in tail), list(itertools.islice(xs, 2)), sum(itertools.islice(xs, 1, None, 2))

    check(f, ([0.5, 1.0, 2.5, 0.3], 1.7), ([], 1.0), ([3.0, 0.1], 1.0))


def test_repeat_and_endless():
    def f(x, n):
        total = sum(map(operator.mul, itertools.repeat(x, n), itertools.repeat(x)))
        for k in itertools.count(1):
            total += x**k
            if k > n:
                break
        return total + sum(itertools.accumulate(itertools.repeat(x, n)))

    check(f, (0.5, 3), (2.0, 0))


def test_reduce():
    def f(xs):
        a = functools.reduce(operator.mul, xs, 2.0)
        b = seen(a) + functools.reduce(lambda s, v: s * a + v, xs)
        return a, b, functools.reduce(max, map(abs, xs))

    check(f, *LISTS)


def test_reduce_keeps_the_order_of_calls():
    def f(xs):
        return seen(1.0) - functools.reduce(lambda s, v: s + seen(v), xs, seen(2.0)) * seen(3.0)

    check(f, *LISTS)


def test_reduce_in_a_branch_of_an_expression_stays():
    def f(xs):
        return functools.reduce(operator.mul, xs) if xs else 0.0

    check(f, ([1.0, 2.0],), ([],), changes=False)


def test_operators():
    def f(x, y):
        total = operator.sub(x, y) * operator.truediv(x, y) + operator.pow(x, 2) + operator.neg(y)
        pick = operator.itemgetter(1)
        both = operator.itemgetter(0, 1)
        real = operator.attrgetter('real')
        return (
            total * pick([x, y]),
            both((x, y)),
            real(x),
            operator.lt(x, y),
            operator.not_(x),
            operator.getitem([x], 0),
        )

    check(f, (1.5, 2.5), (-1.0, 4.0), (1.0, 0.0))


def test_divmod():
    def f(x, y):
        q, r = divmod(x, y)
        a, b = divmod(seen(x), seen(y) + q)
        return q, r, a, b, divmod(x * 3, 0.7)[1], divmod(x, 2.0)

    check(f, (7.3, 2.1), (-7, 3), (1.0, 0.0), (np.array([5.0, -3.0]), 2.0))


def test_lambdas_called_at_once():
    def f(x, y):
        z = (lambda a, b=y: a * b)(x) + (lambda a: a * a + a)(seen(x))
        return z, (lambda g: g(g(x)))(lambda t: t * t + 1), (lambda: y)()

    check(f, (1.5, 2.5), (0.0, -1.0))


def test_lambda_with_names_that_others_bind():
    def f(x, ys):
        return (lambda a: sum(a * x for x in ys))(x)

    check(f, (1.5, [1.0, 2.0]), changes=False)


def test_partials():
    def f(x, y):
        g = functools.partial(pow, x)
        h = functools.partial(g, 2)
        x = 5.0
        return g(y), h(), x, list(map(functools.partial(operator.mul, x), [1.0, y]))

    check(f, (1.5, 2), (3.0, 0))


def test_partial_that_a_later_call_sees_stays():
    def f(xs):
        out, g = [], None
        for k in xs:
            if g is not None:
                out.append(g())
            p = functools.partial(operator.mul, k)

            def g():
                return p(2.0)

        return out

    check(f, *LISTS, changes=False)


def test_names_of_others_stay():
    def f(xs, map):
        return map(lambda a: a, xs)

    check(f, ([1.0], lambda g, xs: 3.0), changes=False)


# What needs types: the generated text computes the same value, and a gradient that differences confirm


def differentiates(f, args, wrt):
    assert_gradient(lambda f, wrt: srcad.value_and_grad(f, argnums=wrt), f, args, wrt)
    made = srcad.differentiate(f, wrt=wrt).generated(*args)
    primal = getattr(made, f'{f.__name__}_primal')
    assert same(float(primal(*copy.deepcopy(args))[0]), float(f(*copy.deepcopy(args))))


U, V = np.array([0.5, -1.2, 2.0, 0.3]), np.array([1.1, 0.4, 0.7, 1.6])
M = np.array([[0.5, -1.2, 2.0], [1.1, 0.4, -0.7]])
S = np.eye(3) * 4 + np.arange(9.0).reshape(3, 3) / 7
TWICE = np.array([1, 3, 1])


def products(xs, x):
    return (
        math.prod(a * x for a in xs) + math.prod(xs, start=x) + math.fsum(a * a * x for a in xs) + math.prod((x, xs[0]))
    )


def sorted_and_extremes(xs, w):
    ys = sorted(xs, key=lambda a: (a - w) ** 2, reverse=True)
    best = max(xs, key=lambda a: a * w)
    near = min(xs[0], xs[1], w, key=abs)
    total = 0.0
    for k, y in enumerate(ys):
        total += y * y * k
    return total + best * near + sum(a * k for k, a in enumerate(sorted(xs)))


def order_by_key(xs):
    order = sorted(range(len(xs)), key=lambda i: xs[i])
    return sum(xs[i] * n for n, i in enumerate(order))


def extremes_with_default(xs, d):
    return max(xs, default=d) * 2 + min([], default=d) ** 2


def copies_of_lists(xs, v):
    ys = list(xs)
    ys.append(2.0)
    zs = tuple(a * v[0] for a in xs)
    return sum(y * y for y in ys) + list(v)[-1] * zs[-1] + sum(zs) * len(zs) + sum(list(map(math.sin, xs)))


def reduced_rows(v, A):
    t = functools.reduce(lambda s, row: s + row * row, A)
    return np.sum(t) + functools.reduce(operator.mul, v)


def endless_and_one_shot(v):
    it = iter([1.0, 2.0, 3.0, 4.0])
    return sum(w * a * a for w, a in zip(itertools.cycle([1.0, -2.0]), v)) + sum(a * b for a, b in zip(v, it))


def nested_rows(xs, y):
    A = np.array([[x * y * k for x in xs] for k in range(3)])
    B = np.array([[x, y] for x in xs])
    return np.sum(A * A) + np.sum(B[:, 0] * B[:, 1] ** 2) + np.sum(np.fromiter(map(math.exp, xs), dtype=float))


def divided(x, y):
    q, r = divmod(x * 3, y)
    return q * x + r * r + [divmod(x * k, y)[0] * x + divmod(x * k, y)[1] for k in range(3)][2]


def multiplied_at(x, k, s):
    np.multiply.at(x, k, s)
    np.divide.at(x, k, 2.0)
    return np.sum(x**2)


def added_at(x, k, A):
    np.add.at(x, k, x[:3] ** 2)
    np.subtract.at(A, k % 2, A[0, 0] * A[1])
    np.add.at(A[0], [0, 0], x[0])
    return np.sum(x**3) + np.sum(A**2)


def filled_by_methods(A, x):
    s = np.empty(3)
    A.sum(axis=0, out=s)
    c = np.multiply(s, x, out=s)
    s.fill(c[0])
    s[1:] *= x[0]
    return np.sum(c**2) + np.sum(s * x)


def filled_between_reads(x):
    y = x.copy()
    return y[0] * np.sum(np.multiply(y, y, out=y)) + y[0]


def chosen_and_filled(x, y):
    r = np.ones(4)
    np.divide(y, x, out=r, where=x > 0)
    np.sqrt(y, r, where=y > 1)
    return np.sum(r * y)


def zero_where_it_is_not_computed(x, y):
    r = np.zeros(4)
    np.divide(y, x, out=r, where=x != 0)
    return np.sum(r)


def put_and_placed(x, v):
    np.put(x, [0, 1, 2], v)
    np.place(x, x > 0.45, v)
    np.putmask(x, x < 0.55, v * 2)
    np.copyto(x, x * x, where=x > 1)
    return np.sum(x * x * np.arange(1.0, 5.0))


def diagonals(A, v):
    np.fill_diagonal(A, v)
    np.put_along_axis(A, np.array([[1, 0, 1]]), v[0], axis=0)
    return np.sum(A @ A)


def splits(x, A):
    a, b = np.split(x, 2)
    p, q = np.hsplit(A, [1])
    c, d, e = np.array_split(x * 2, [1, 2])
    a *= b
    return np.sum(x * x) + np.sum(p * q) + np.sum(c * d) + np.sum(e)


@pytest.mark.parametrize(
    'f, args, wrt',
    [
        (products, ([0.5, 1.2, -0.4], 0.7), (0, 1)), (products, (U, 0.7), (0, 1)), (products, ([0.5, 0.0], 0.7), (0, 1)),
        (sorted_and_extremes, ([0.5, 1.2, -3.0], 0.7), (0, 1)), (sorted_and_extremes, (U, 0.8), (0, 1)),
        (order_by_key, ([0.5, -1.2, 3.0],), (0,)), (extremes_with_default, ([1.0, 2.0], 3.0), (0, 1)),
        (extremes_with_default, ([], 3.0), (1,)), (copies_of_lists, ([1.0, 2.0], U), (0, 1)), (reduced_rows, (V, M), (0, 1)),
        (endless_and_one_shot, ([0.5, 1.2, 3.0],), (0,)), (nested_rows, ([1.0, 2.0], 0.7), (0, 1)),
        (divided, (2.3, 0.7), (0, 1)), (multiplied_at, (U, TWICE, 0.7), (0, 2)), (multiplied_at, (U, TWICE, V[:3]), (0, 2)),
        (added_at, (U, TWICE, S), (0, 2)), (filled_by_methods, (M, V[:3]), (0, 1)), (filled_between_reads, (U,), (0,)),
        (chosen_and_filled, (U, V), (0, 1)), (put_and_placed, (U, V[:2]), (0, 1)), (put_and_placed, (U, V), (0, 1)),
        (zero_where_it_is_not_computed, (np.array([0.0, 1.0, 2.0, 0.0]), V), (1,)),
        (diagonals, (S, V[:2]), (0, 1)), (diagonals, (S, V[:3]), (0, 1)),
        (splits, (U, M), (0, 1)),
    ],
    ids=lambda value: getattr(value, '__name__', None),
)  # fmt: skip
def test_with_types(f, args, wrt):
    differentiates(f, args, wrt)


def in_a_branch(x, y):
    return np.sum(x) if x[0] > 0 else np.sum(np.multiply(x, y, out=y))


def of_a_view_that_is_a_copy(x, y, k):
    np.multiply(x, 2.0, out=y[k])
    return np.sum(y)


def into_single_precision(x):
    s = np.zeros(1, dtype=np.float32)
    np.sum(x, axis=0, keepdims=True, out=s)
    return np.sum(s)


@pytest.mark.parametrize(
    'f, args',
    [(in_a_branch, (U, V)), (of_a_view_that_is_a_copy, (U[:2], V, np.array([0, 1]))), (into_single_precision, (U,))],
)
def test_refused(f, args):
    with pytest.raises(srcad.NoDerivative, match='with these arguments, or in this place'):
        srcad.grad(f)(*args)
