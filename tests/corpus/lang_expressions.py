"""Every kind of expression of the language, with an active value in it."""
import functools
import io
import itertools
import math
import operator

import numpy as np


# Operators

def floor_division_and_remainder(x, y):
    return (x // y) * x + (x % y) * y


def remainder_of_a_negative(x):
    return (-x % 3.0) * x + (x % -2.0) ** 2


def divmod_pair(x, y):
    q, r = divmod(x, y)
    return q * y + r * r * x


def divmod_in_loop(x, n):
    total = 0.0
    for k in range(1, n):
        total += divmod(x * k, 0.7)[1] * k
    return total


def array_floor_and_remainder(v, x):
    return np.sum((v // x) * v) + np.sum((v % x) ** 2)


def wrapped_angle(theta):
    wrapped = (theta + math.pi) % (2 * math.pi) - math.pi
    return wrapped**2 + wrapped * theta


def powers_both_ways(x, y):
    return x**y + y**x + x**-2 + x**0.5 + 2**x


def power_tower(x):
    return x**x**0.5 + (x**x) ** 0.5


def negative_base_integer_power(x):
    return (-x) ** 3 * (-x) ** 2 - x**2 - -x**3 + -2**2 * x


def array_powers(v, x):
    return np.sum(v**x) + np.sum(x**v) + np.sum(2.0**v) + np.sum(v ** np.arange(len(v)))


def unary_mix(x, v):
    return -(-x) + +x * x - np.sum(-v * +v)


def number_and_array(x, v):
    return np.sum(x / v) - np.sum(v / x) + np.sum(1 - v) * np.sum(x - v)


def list_times_numpy_number(v):
    y = v[0] * np.array([1, 2, 3])
    return np.sum(y * [1.0, 0.5, 0.25])


def operator_precedence(x, y):
    return -x**2 / y * x - x / y / y + x - y - x * y % 3.0


# Walrus

def walrus_in_if(x):
    if (y := x * x) > 1.0:
        return y * x
    return y


def walrus_in_while(x):
    total = 0.0
    while (x := x / 2) > 0.1:
        total += x * x
    return total + x


def walrus_in_comprehension(v):
    ys = [y * y for a in v if (y := math.sin(a)) > 0.0]
    return sum(ys) * y


def walrus_last_of_comprehension(v, x):
    last = 1.0
    total = sum((last := last * a + x) for a in v)
    return total * last


def walrus_in_and(x, y):
    if x > 0 and (z := x * y) > 0 and (w := z * z) > z:
        return w * z
    return x


def walrus_in_or(x):
    if (small := x - 5.0) > 0 or (large := x * 3.0) > 0:
        return large * small
    return small


def walrus_evaluation_order(x):
    return x * (x := x + 1.0) + x * (x := x * 2.0) + x


def walrus_inside_call(x):
    return math.atan2(y := x * x, y + x) * y


# Text

def fstring_of_value(x):
    label = f'x = {x:.3f}, {x * x!r:>10}'
    return x * x + len(label[:4])


def fstring_with_walrus(x):
    text = f'{(y := x * 3.0):.2f}'
    return y * y + len(text[:1])


def printed_inside_loop(x, n):
    y = x
    for k in range(n):
        y = y * x + k
        print(f'{k}: {y}', file=io.StringIO())
        print('', end='')
    return y


def printed_to_buffer(v):
    log = io.StringIO()
    for a in v:
        print(a, a * a, sep=',', file=log)
    lines = log.getvalue().count('\n')
    return sum(v) * lines


def joined_names(x, names):
    label = ''.join(f'{name};' for name in names)
    return x ** label.count(';') * len(label)


def percent_and_format(x):
    text = '%d %s' % (3, 'items') + ' {:>4}'.format(2)
    return x * len(text) + x * x


# Unpacking

def starred_tail(v):
    a, *rest = v
    return a * sum(rest) + rest[-1] ** 2


def starred_middle(xs):
    first, *middle, last = xs
    return first * last + sum(m * m for m in middle)


def starred_empty(x, y):
    a, b, *nothing = x * y, x + y
    return a * b + len(nothing)


def starred_head_of_array(v):
    *head, tail = v * v
    return sum(head) * tail


def nested_targets(x, y, z):
    (a, b), c = (x * y, y), z * x
    return a * b + c


def nested_targets_in_loop(pairs):
    total = 0.0
    for (a, b), c in pairs:
        total += a * b**c
    return total


def nested_star_in_loop(rows):
    total = 1.0
    for i, (a, *others) in enumerate(rows):
        total = total * a + sum(others) * (i + 1)
    return total


def swap_inside_unpacking(x, y):
    x, y = y * x, x - y
    [x, y] = [x + y, x * y]
    return x * y


def unpack_into_elements(x, y):
    slots = [x, 0.0, 0.0]
    i = 0
    i, slots[i] = 1, x * y
    slots[i + 1], slots[i] = slots[0] * x, y
    return slots[0] + slots[1] * slots[2]


def starred_display(x, v):
    values = [x, *v, *(x * a for a in v)]
    pair = (*values[:2], x)
    return sum(values) * pair[1] + pair[0] * pair[2]


# Subscripts

def slices_every_way(v):
    return np.sum(v[::-2] * v[0::2]) + np.sum(v[-3:-1] ** 2) * v[-1] + np.sum(v[:-2:2])


def ellipsis_and_none(A, v):
    return np.sum(A[..., 1] * v) + np.sum(v[:, None] * A) + np.sum(A[None, ..., ::-1] * A)


def slice_object(v, n):
    window = slice(1, n)
    return np.sum(v[window]) * np.sum(v[slice(None, None, 2)] ** 2)


def list_slices_with_step(x, n):
    ys = [x**k for k in range(n)]
    return sum(ys[::-2]) * ys[-2] + sum(ys[1:-1:2]) + sum(ys[10:])


# Conditional values

def conditional_chain(x):
    return x * x if x < 0 else math.sin(x) if x < 2 else x**3


def conditional_picks_argument(x, y):
    big, small = (x, y) if x > y else (y, x)
    return big**2 - small * big


def conditional_guards_domain(x):
    return math.log(x) if x > 0 else -math.log(-x) * x


def or_as_value(x, y):
    z = x or y
    return z * z + y


def and_as_value(x, y):
    z = x and y
    return z * z + x


def or_falls_through(y):
    start = 0.0 or y
    default = None or y * y
    return start * default


def and_or_chain(x, y, flag):
    return (flag and x * x or y * y) * (not flag or x)


def or_default_argument(x, scale):
    scale = scale or 2.0
    return x * scale


def lazy_right_side(x):
    calls = []

    def costly(t):
        calls.append(t)
        return t * t

    y = x or costly(x)
    z = x and costly(x)
    return y * z * len(calls)


def chained_comparison(x, y):
    if 0 < x < y < 10:
        return x * y
    return x + y


def chained_comparison_calls_once(x):
    steps = []

    def middle():
        steps.append(x * x)
        return steps[-1]

    flag = 0 < middle() < 100
    return sum(steps) * 3 if flag else x


def comparison_as_number(x, y):
    return (x > y) * x + (x <= y) * y**2 + (x != y) * x * y


# Comprehensions

def list_comprehension_shadows(x, v):
    squares = [x * x for x in v]
    return x * sum(squares)


def comprehension_two_loops(xs, ys):
    return sum([a * b + a for a in xs for b in ys if b > a])


def comprehension_nested_lists(x, n):
    table = [[x**i * j for j in range(n)] for i in range(n)]
    return sum(row[1] * row[-1] for row in table) + table[2][1]


def comprehension_inner_uses_outer(rows):
    return sum(a * len(row) for row in rows for a in row if a > 0) * rows[0][0]


def dict_comprehension(x, names):
    powers = {name: x**k for k, name in enumerate(names, start=1)}
    return powers['a'] * powers['c'] + sum(powers.values())


def dict_comprehension_overwrites(v):
    last = {k % 2: a * a for k, a in enumerate(v)}
    return last[0] * 3 + last[1]


def dict_comprehension_filtered(x):
    table = {'a': x, 'b': x * x, 'c': -x}
    positive = {name: value * 2 for name, value in table.items() if value > 0}
    return sum(positive.values()) * len(positive)


def set_comprehension_of_integers(x, indices):
    distinct = {k % 3 for k in indices}
    return sum(x**k for k in sorted(distinct))


def conditional_inside_comprehension(v):
    return sum([a * a if a > 0 else -a for a in v]) * v[0]


def comprehension_of_lambdas_late(x, n):
    late = [lambda t: t * x * k for k in range(n)]
    early = [lambda t, k=k: t * x * k for k in range(n)]
    return sum(f(x) for f in late) + sum(f(2.0) for f in early)


# Generator expressions

def generator_to_sum_and_extremes(v, x):
    return sum(a * x for a in v) + max(a * x for a in v) * min(a - x for a in v)


def generator_to_containers(v, x):
    ys = list(a * x for a in v)
    zs = tuple(a + x for a in ys)
    return ys[0] * zs[-1] + sum(zs)


def generator_to_array(v):
    w = np.array([a**2 for a in v])
    u = np.array(list(math.exp(-a) for a in v))
    return np.sum(w * u)


def generator_to_fromiter(v):
    w = np.fromiter((a**2 for a in v), dtype=float)
    return np.sum(w * v)


def any_and_all(v, x):
    if any(a > 2 for a in v) and all(a < 10 for a in v):
        return x * sum(v)
    return x


def generator_sees_later_value(x, v):
    scaled = (a * x for a in v)
    x = x * x
    return sum(scaled) + x


def generator_source_bound_early(v, x):
    terms = (a * x for a in v)
    v = [1.0]
    return sum(terms) * v[0]


def generator_consumed_once(v):
    terms = (a * a for a in v)
    first = sum(terms)
    second = sum(terms)
    return first + second * 100


def generator_by_pieces(v):
    terms = (a * a for a in v)
    head = next(terms)
    nothing = next(iter(()), head)
    return head * sum(terms) + nothing


# Functions of sequences

def sorted_plain(xs):
    a, b, *_ = sorted(xs)
    return a * a + 3 * b


def sorted_by_key(points):
    ranked = sorted(points, key=lambda p: p[0] - p[1], reverse=True)
    return sum(k * x * y for k, (x, y) in enumerate(ranked))


def sorted_stable_by_integer(x, y, z):
    pairs = sorted([(2, x), (1, y), (2, z)], key=operator.itemgetter(0))
    return pairs[0][1] + 2 * pairs[1][1] ** 2 + 3 * pairs[2][1]


def sorted_keys_of_dict(x):
    table = {'b': x, 'a': x * x, 'c': 1.0}
    total = 0.0
    for name in sorted(table):
        total = total * 0.5 + table[name]
    return total


def map_and_filter(v):
    positive = filter(lambda a: a > 0, v)
    return sum(map(math.sqrt, positive)) * sum(map(operator.mul, v, v[1:]))


def filter_none(v):
    return sum(a * a for a in filter(None, v))


def zip_uneven(xs, ys):
    return sum(a * b for a, b in zip(xs, ys)) + sum(a - b for a, b in zip(xs, xs[1:]))


def zip_transpose(points):
    xs, ys = zip(*points)
    return sum(xs) * max(ys) + ys[0]


def zip_shared_iterator(xs):
    it = iter(xs)
    return sum(a * b for a, b in zip(it, it))


def enumerate_and_reversed(v):
    total = 0.0
    for k, a in enumerate(reversed(v), start=1):
        total = total * a + k
    return total


def max_by_key(points):
    x, y = max(points, key=lambda p: p[0] * p[1])
    return x**2 * y


def min_default_and_several(x, y):
    return min([], default=x) * max(x, y, 1.0) + min(x, y, key=abs)


def reduce_with_lambda(v, x):
    return functools.reduce(lambda acc, a: acc * x + a, v, 1.0)


def reduce_without_start(v):
    return functools.reduce(operator.mul, v) + functools.reduce(operator.add, v) ** 2


def weighted_power(weight, base, exponent=2):
    return weight * base**exponent


def partials(x, y):
    by_x = functools.partial(weighted_power, x)
    cube = functools.partial(by_x, exponent=3)
    x = 0.0
    return by_x(y) + cube(y) + x


def operators_as_functions(x, y):
    total = operator.sub(x, y) * operator.truediv(x, y) + operator.pow(x, 2) + operator.neg(y)
    pick = operator.itemgetter(1)
    return total * pick([x, y])


def product_of_lists(xs, ys):
    return sum(a * b**2 for a, b in itertools.product(xs, ys))


def product_repeat(xs):
    total = 0.0
    for a, b in itertools.product(xs, repeat=2):
        if a is not b:
            total += a / b
    return total


def chained_lists(xs, x):
    total = 0.0
    for a in itertools.chain(xs, [x, x * x], xs[:1]):
        total = 0.5 * total + a * a
    return total


def flattened(rows):
    return sum(a * a for a in itertools.chain.from_iterable(rows))


def accumulated(xs):
    sums = list(itertools.accumulate(xs))
    products = itertools.accumulate(xs, operator.mul)
    return sums[-1] * sums[1] + sum(products)


def accumulated_with_function(xs, x):
    path = itertools.accumulate(xs, lambda s, a: s * x + a, initial=1.0)
    return sum(s * s for s in path)


def all_pairs(xs):
    return sum((a - b) ** 2 * a for a, b in itertools.combinations(xs, 2))


def permutations_of_indices(A):
    total = 0.0
    for p in itertools.permutations(range(2)):
        total += (-1) ** p[0] * A[0, p[0]] * A[1, p[1]]
    return total


def islice_of_count(x):
    return sum(x**k / (k + 1) for k in itertools.islice(itertools.count(1), 4))


def count_with_break(x):
    total = 0.0
    for k in itertools.count(1):
        term = x**k / math.factorial(k)
        if term < 1e-3:
            break
        total += term
    return total


def cycled_weights(v):
    return sum(w * a * a for w, a in zip(itertools.cycle([1.0, -2.0]), v))


def repeated_value(x, n):
    return sum(map(operator.mul, itertools.repeat(x, n), itertools.repeat(x))) * x


def longest_with_fill(xs, ys, x):
    return sum(a * b for a, b in itertools.zip_longest(xs, ys, fillvalue=x))


def pairwise_slopes(xs, ys):
    return sum((y1 - y0) / (x1 - x0) for (x0, x1), (y0, y1) in zip(itertools.pairwise(xs), itertools.pairwise(ys)))


def starmap_of_pairs(pairs):
    return sum(itertools.starmap(math.hypot, pairs)) + sum(itertools.starmap(pow, pairs))


def takewhile_and_dropwhile(v, x):
    head = itertools.takewhile(lambda a: a < x, v)
    tail = itertools.dropwhile(lambda a: a < x, v)
    return sum(head) * sum(a * x for a in tail)


def grouped_by_sign(v):
    total = 1.0
    for positive, group in itertools.groupby(v, key=lambda a: a > 0):
        size = sum(group)
        total = total * size if positive else total - size
    return total


def tee_of_iterator(v):
    a, b = itertools.tee(x * x for x in v)
    return sum(a) * max(b)


def prod_and_fsum(xs, x):
    return math.prod(xs) + math.fsum(a * x for a in xs) + math.prod(xs[:2], start=x)


def sum_with_start(xs, x):
    return sum(xs, x) * sum((a * a for a in xs), start=1.0)


def sum_of_arrays(v, w):
    return np.sum(sum([v, w, v * w]) ** 2)


def sum_of_lists(x, y):
    flat = sum([[x], [y, x * y]], [])
    return flat[0] * flat[2] + flat[1]


def numbers_built_in(x, y):
    return abs(x - y) * pow(x, 3) + float(y) ** 2 + round(x) * y + int(y) * x


# Lambdas and tuples

def lambda_called_at_once(x, y):
    return (lambda a, b=y: a * b)(x) + (lambda *rest: sum(rest))(x, y, x * y)


def lambda_nested_call(x):
    return (lambda f: f(f(x)))(lambda t: t * t + 1)


def lambda_with_default_captured(x):
    f = lambda t, scale=x: t * scale  # noqa: E731
    x = 10.0
    return f(x) + x


def tuple_joined_and_cut(x, y):
    t = (x, y) + (x * y,)
    u = t[1:] * 2
    return sum(u) * t[-1] + u[2]


def tuple_comparison(x, y):
    if (1, x) < (1, y):
        return (x, y)[0] ** 2
    return max((x, 1), (y, 2))[0] * x


def tuple_augmented(x):
    t = (x,)
    u = t
    t += (x * x, x**3)
    return sum(t) * len(u) + u[0]


def list_repeated(x, n):
    row = [x, 1.0] * n
    row[0] = x * x
    return sum(row)


def list_of_same_list(x, n):
    rows = [[0.0] * 2] * n
    rows[0][1] = x
    return sum(row[1] * x for row in rows)


def membership(x, y, k):
    return (x * y if k in (1, 2, 3) else x) + (y**2 if k not in {5, 6} else y)


def identity_of_none(x, offset):
    return x * x + (x if offset is None else offset)


CASES = [
    (floor_division_and_remainder, (7.3, 2.1), (0, 1)),
    (floor_division_and_remainder, (-7.3, 2.1), (0, 1)),
    (remainder_of_a_negative, (1.3,), (0,)),
    (divmod_pair, (7.3, 2.1), (0, 1)),
    (divmod_in_loop, (1.23, 5), (0,)),
    (array_floor_and_remainder, (np.array([1.3, -2.2, 5.1]), 0.8), (0, 1)),
    (wrapped_angle, (7.5,), (0,)),
    (wrapped_angle, (-4.0,), (0,)),
    (powers_both_ways, (1.3, 2.2), (0, 1)),
    (power_tower, (1.7,), (0,)),
    (negative_base_integer_power, (1.2,), (0,)),
    (array_powers, (np.array([0.5, 1.5, 2.0]), 1.7), (0, 1)),
    (unary_mix, (1.4, np.array([0.5, -1.5])), (0, 1)),
    (number_and_array, (1.4, np.array([0.5, -1.5, 2.0])), (0, 1)),
    (list_times_numpy_number, (np.array([0.5, -1.5]),), (0,)),
    (operator_precedence, (1.3, 0.7), (0, 1)),
    (walrus_in_if, (1.5,), (0,)),
    (walrus_in_if, (0.5,), (0,)),
    (walrus_in_while, (3.0,), (0,)),
    (walrus_in_comprehension, (np.array([0.3, -0.4, 1.2]),), (0,)),
    (walrus_in_comprehension, ([0.3, 1.2, -0.4],), (0,)),
    (walrus_last_of_comprehension, ([0.3, 1.2, -0.4], 0.7), (0, 1)),
    (walrus_in_and, (1.5, 2.0), (0, 1)),
    (walrus_in_and, (-1.5, 2.0), (0,)),
    (walrus_in_or, (2.0,), (0,)),
    (walrus_evaluation_order, (0.5,), (0,)),
    (walrus_evaluation_order, (1.5,), (0,)),
    (walrus_inside_call, (1.5,), (0,)),
    (fstring_of_value, (1.5,), (0,)),
    (fstring_with_walrus, (1.5,), (0,)),
    (printed_inside_loop, (1.1, 4), (0,)),
    (printed_to_buffer, ([0.5, 1.5],), (0,)),
    (joined_names, (1.2, ['a', 'b']), (0,)),
    (percent_and_format, (1.2,), (0,)),
    (starred_tail, ([0.5, 1.5, 2.5],), (0,)),
    (starred_tail, (np.array([0.5, 1.5, 2.5]),), (0,)),
    (starred_middle, ((0.5, 1.5, 2.5, -1.0),), (0,)),
    (starred_middle, ([0.5, 1.5],), (0,)),
    (starred_empty, (0.5, 1.5), (0, 1)),
    (starred_head_of_array, (np.array([0.5, 1.5, 2.5]),), (0,)),
    (nested_targets, (0.5, 1.5, 2.5), (0, 1, 2)), (nested_targets, (0.5, 1.5, np.array(2.5, np.float32)), (0, 1, 2)),
    (nested_targets_in_loop, ([((1.5, 2.0), 2.0), ((0.5, 0.7), 3.0)],), (0,)),
    (nested_star_in_loop, ([[1.5, 2.0], [0.5, 0.7, 0.9]],), (0,)),
    (swap_inside_unpacking, (0.5, 1.5), (0, 1)),
    (unpack_into_elements, (0.5, 1.5), (0, 1)),
    (starred_display, (0.5, [1.5, 2.0]), (0, 1)),
    (slices_every_way, (np.array([0.5, 1.5, -0.7, 2.0, 1.1]),), (0,)),
    (ellipsis_and_none, (np.array([[1.0, 2.0], [0.5, -1.5]]), np.array([0.7, 1.2])), (0, 1)),
    (slice_object, (np.array([0.5, 1.5, -0.7, 2.0]), 3), (0,)),
    (list_slices_with_step, (1.2, 6), (0,)),
    (conditional_chain, (-1.2,), (0,)),
    (conditional_chain, (1.2,), (0,)),
    (conditional_chain, (2.2,), (0,)),
    (conditional_picks_argument, (1.2, 0.4), (0, 1)),
    (conditional_picks_argument, (0.4, 1.2), (0, 1)),
    (conditional_guards_domain, (1.2,), (0,)),
    (conditional_guards_domain, (-1.2,), (0,)),
    (or_as_value, (1.2, 0.4), (0, 1)),
    (and_as_value, (1.2, 0.4), (0, 1)),
    (or_falls_through, (1.2,), (0,)),
    (and_or_chain, (1.2, 0.4, True), (0, 1)),
    (and_or_chain, (1.2, 0.4, False), (0, 1)),
    (or_default_argument, (1.2, None), (0,)),
    (or_default_argument, (1.2, 3.0), (0, 1)),
    (lazy_right_side, (1.2,), (0,)),
    (chained_comparison, (1.2, 3.0), (0, 1)),
    (chained_comparison, (1.2, 0.3), (0, 1)),
    (chained_comparison_calls_once, (1.2,), (0,)),
    (comparison_as_number, (1.2, 0.3), (0, 1)),
    (comparison_as_number, (0.2, 0.3), (0, 1)),
    (list_comprehension_shadows, (1.2, [0.5, 2.0]), (0, 1)),
    (comprehension_two_loops, ([0.5, 1.5], [1.0, 2.0, 0.2]), (0, 1)),
    (comprehension_nested_lists, (1.2, 3), (0,)),
    (comprehension_inner_uses_outer, ([[0.5, -1.0], [2.0, 1.5, 0.3]],), (0,)),
    (dict_comprehension, (1.2, ['a', 'b', 'c']), (0,)),
    (dict_comprehension_overwrites, ([0.5, 1.5, 2.5],), (0,)),
    (dict_comprehension_filtered, (1.2,), (0,)),
    (dict_comprehension_filtered, (-1.2,), (0,)),
    (set_comprehension_of_integers, (1.2, [1, 4, 5, 8]), (0,)),
    (conditional_inside_comprehension, ([0.5, -1.5, 2.0],), (0,)),
    (comprehension_of_lambdas_late, (1.2, 4), (0,)),
    (generator_to_sum_and_extremes, ([0.5, -1.5, 2.0], 1.3), (0, 1)),
    (generator_to_containers, ([0.5, -1.5, 2.0], 1.3), (0, 1)),
    (generator_to_array, ([0.5, -1.5, 2.0],), (0,)),
    (generator_to_fromiter, (np.array([0.5, -1.5, 2.0]),), (0,)),
    (any_and_all, ([0.5, 2.5], 1.3), (0, 1)),
    (any_and_all, ([0.5, 12.5], 1.3), (1,)),
    (generator_sees_later_value, (1.3, [0.5, 2.5]), (0, 1)),
    (generator_source_bound_early, ([0.5, 2.5], 1.3), (0, 1)),
    (generator_consumed_once, ([0.5, 2.5],), (0,)),
    (generator_by_pieces, ([0.5, 2.5, 1.1],), (0,)),
    (sorted_plain, ([2.5, 0.5, 1.1],), (0,)),
    (sorted_by_key, ([(2.5, 0.5), (1.1, 3.0), (0.7, 0.2)],), (0,)),
    (sorted_stable_by_integer, (1.5, 0.5, -1.1), (0, 1, 2)),
    (sorted_keys_of_dict, (1.5,), (0,)),
    (map_and_filter, ([2.5, -0.5, 1.1],), (0,)),
    (filter_none, ([2.5, -0.5, 1.1],), (0,)),
    (zip_uneven, ([2.5, -0.5, 1.1], [0.7, 0.9]), (0, 1)),
    (zip_transpose, ([(2.5, 0.5), (1.1, 3.0)],), (0,)),
    (zip_shared_iterator, ([2.5, -0.5, 1.1, 0.7],), (0,)),
    (enumerate_and_reversed, ([2.5, -0.5, 1.1],), (0,)),
    (max_by_key, ([(2.5, 0.5), (1.1, 3.0)],), (0,)),
    (min_default_and_several, (1.4, -1.2), (0, 1)),
    (reduce_with_lambda, ([2.5, -0.5, 1.1], 0.7), (0, 1)),
    (reduce_without_start, ([2.5, -0.5, 1.1],), (0,)),
    (partials, (1.4, -2.0), (0, 1)),
    (operators_as_functions, (1.4, -2.0), (0, 1)),
    (product_of_lists, ([2.5, -0.5], [1.1, 0.3, 0.2]), (0, 1)),
    (product_repeat, ([2.5, -0.5, 1.1],), (0,)),
    (chained_lists, ([2.5, -0.5], 1.1), (0, 1)),
    (flattened, ([[2.5, -0.5], [1.1]],), (0,)),
    (accumulated, ([2.5, -0.5, 1.1],), (0,)),
    (accumulated_with_function, ([2.5, -0.5, 1.1], 0.8), (0, 1)),
    (all_pairs, ([2.5, -0.5, 1.1],), (0,)),
    (permutations_of_indices, (np.array([[1.0, 2.0], [0.5, -1.5]]),), (0,)),
    (islice_of_count, (0.8,), (0,)),
    (count_with_break, (0.8,), (0,)),
    (cycled_weights, ([2.5, -0.5, 1.1],), (0,)),
    (repeated_value, (1.1, 3), (0,)),
    (longest_with_fill, ([2.5, -0.5, 1.1], [0.4], 0.8), (0, 1, 2)),
    (pairwise_slopes, ([0.0, 1.0, 2.5], [1.0, 3.0, 2.0]), (0, 1)),
    (starmap_of_pairs, ([(2.5, 0.5), (1.1, 3.0)],), (0,)),
    (takewhile_and_dropwhile, ([0.5, 1.0, 2.5, 0.3], 1.7), (0, 1)),
    (grouped_by_sign, ([0.5, 1.0, -2.5, 0.3],), (0,)),
    (tee_of_iterator, ([0.5, 1.0, -2.5],), (0,)),
    (prod_and_fsum, ([0.5, 1.2, -2.5], 0.7), (0, 1)),
    (sum_with_start, ([0.5, 1.2, -2.5], 0.7), (0, 1)),
    (sum_of_arrays, (np.array([0.5, 1.2]), np.array([-0.3, 0.8])), (0, 1)),
    (sum_of_lists, (0.5, 1.2), (0, 1)),
    (numbers_built_in, (0.7, 1.2), (0, 1)),
    (lambda_called_at_once, (0.7, 1.2), (0, 1)),
    (lambda_nested_call, (0.7,), (0,)),
    (lambda_with_default_captured, (0.7,), (0,)),
    (tuple_joined_and_cut, (0.7, 1.2), (0, 1)),
    (tuple_comparison, (0.7, 1.2), (0,)),
    (tuple_comparison, (1.7, 1.2), (0,)),
    (tuple_augmented, (0.7,), (0,)),
    (list_repeated, (0.7, 3), (0,)),
    (list_of_same_list, (0.7, 3), (0,)),
    (membership, (0.7, 1.2, 2), (0, 1)),
    (membership, (0.7, 1.2, 5), (0, 1)),
    (identity_of_none, (0.7, None), (0,)),
    (identity_of_none, (0.7, 2.0), (0, 1)),
]
