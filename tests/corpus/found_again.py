"""Programs whose gradients were wrong once, or whose analysis had no end: a third collection."""
from dataclasses import dataclass

import numpy as np


def choices_in_parallel(a, b):
    a, b = max(a, b), min(a, b)
    return a * 3 + b * b


def choices_in_parallel_loop(a, b):
    for _ in range(3):
        a, b = b * 0.9, a * max(a, b) - min(b, 0.5) * a
    return a * b


def ternary_in_parallel(a, y):
    a, b = y * a, (a if a > y else y) * 2
    return a + b * a


def index_in_parallel(a, y):
    a, b = y * 0.5, [a, y][a > y]
    return a + b


def truth_as_index(x, y):
    return [x, y * 2][x > y] + (x, 3 * x)[x < y] * y


def flag_as_index(x, flag):
    return (x, 3 * x)[flag]


def pairs_unpacked(points):
    (a, b), (c, d) = points
    return a * d - b * c


def pairs_of_a_comprehension(x):
    q = [(x * k, k) for k in (1, 2)]
    (a, _), (b, _) = q
    return a * b


def list_of_a_helper(x):
    def rhs(x):
        return [x * x, 2 * x]

    a, b = rhs(x)
    return a * b


def parts_of_other_lengths(v):
    a, b = [v[:n] for n in (1, 3)]
    return np.sum(a + b)


class Block:
    def __init__(self, x):
        self.x = x


def block(v, n):
    return Block(v[:n])


def fields_of_other_lengths(v):
    p, q = [Block(v[:n]) for n in (1, 3)]
    return np.sum(p.x + q.x) + np.sum(block(v, 1).x * block(v, 3).x)


def field_that_shrinks(v):
    o = Block(v)
    first = o.x
    o.x = o.x[:1]
    return np.sum(first * o.x)


def items_of_other_lengths(v):
    d = [dict(x=v[:n]) for n in (1, 3)]
    return np.sum(d[0]['x'] + d[1]['x'])


def arguments_of_other_lengths(params):
    w, b = params
    return np.sum(w * b)


def objects_of_other_lengths(blocks):
    return np.sum(blocks[0].x + blocks[1].x)


def sum_of_other_lengths(xs):
    return np.sum(sum(xs)) + np.sum(sum(x * x for x in xs) ** 2) + np.sum(sum(xs, xs[0]))


def values_of_other_lengths(d):
    return np.sum(sum(d.values()))


def sum_of_a_display(v, w):
    return np.sum(sum([v, w, v * w]) ** 2)


LAYERS = [lambda v: np.ones(1) * v[0], lambda v: v]


def results_of_other_lengths(v):
    return np.sum(sum(f(v) for f in LAYERS))


class Config:
    def __init__(self, momentum):
        self.momentum = momentum


def none_until_first(m, w):
    c, v = Config(m), None
    for _ in range(3):
        if c.momentum:
            v = w if v is None else v + c.momentum
    return v


def none_until_second(m, n):
    v = None
    for t in range(n):
        if t != 1:
            v = 1.0 if v is None else m + v
    return v


class Pushed:
    last = None

    def push(self, x):
        d = 0.0 if self.last is None else x - self.last
        self.last = x
        return d


def default_of_a_class(a):
    k = Pushed()
    return sum(k.push(a * t) for t in (1.0, 2.0, 4.0))


class Machine:
    state = 'idle'

    def step(self, x, a):
        if self.state == 'idle':
            self.state = 'run'
            return x
        return x + a


def state_of_a_class(a):
    m = Machine()
    return sum(m.step(a * a, a) for _ in range(3))


class Optional:
    opt = None

    def __init__(self, a):
        if a > 1:
            self.opt = a


def perhaps_set(a):
    i = Optional(a)
    return a if i.opt is None else a * i.opt * i.opt


def cell_copied(s, v):
    s = s.copy()
    s += 1.0
    return s * v


def identity_before_a_change(x):
    xs = [x]
    ys = xs
    y = (ys is xs) * x
    xs[0] = 5.0
    return y + ys[0]


def identity_in_a_loop(x):
    xs, y = [x], 0.0
    for v in [xs, [2.0]]:
        y += (v is xs) * x * x
        v.append(x)
    return y + sum(v is xs for v in [xs, xs]) * x + sum(xs)


class Doubling:
    def __init__(self, v):
        self.v = v

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.v *= 2


def context_bound_anew(x):
    t = Doubling(x)
    u = t
    with t:
        t = Doubling(5 * x)
    with u as a:
        u = Doubling(3 * x)
    return t.v + 3 * a.v + u.v


def dict_bound_anew(x):
    d, r = {'a': x, 'b': 2 * x}, 0
    for k, v in d.items():
        d = {'a': 5.0, 'b': 7 * x}
        r += v
    return r * d['b']


def keys_before_values(x):
    log = []

    def said(n, v):
        log.append(n)
        return v

    d = {said(6 * x, 'a'): said(7 * x, x), **{'b': x}}
    return sum(k * v for k, v in enumerate(log, 1)) + d['a'] * d['b']


class Counting:
    def __init__(self, v):
        self.v, self.reads = v, 0.0

    @property
    def p(self):
        self.reads += self.v
        return self.reads


def compared_in_turn(x):
    e = Counting(x)
    return (5 < e.p < e.p) * x + e.reads


def last_or_first(x):
    r, t = [], 0.0
    for k in range(4):
        r.append(x if not r else r[-1] * x)
        t += (r[-1] * x if r else 0.0) * (r[0] if len(r) > 1 else x)
    return t


def element_or_nothing(x):
    v, t = np.ones(3) * x, 0.0
    for i in range(5):
        t += v[i] * v[i] if i < 3 else 0.0
        v[i % 3] = t * x
    return t


def extremes_of_generators(x):
    return min((x * k for k in range(1, 3)), default=0) + max((v * x for v in [1, 2]), key=abs)


def functions_named_as_ours(x, first):
    g = scaled if first else squared
    return [g, squared][0](x) + squared(x)


def scaled(v):
    return 3 * v


def squared(v):
    return v * v


def false_until_set(x):
    d = {'s': False}
    if x > 0:
        d['s'] = x
    return d['s'] * x


def generators_in_turn(v):
    def doubled(items):
        for x in items:
            yield 2 * x

    for _ in range(2):
        v = doubled(v)
    return sum(v)


class Steps:
    def __init__(self, v):
        self.v = v

    def __iter__(self):
        for k in range(2):
            yield self.v * k + 1


def loops_over_objects(x):
    g, h, t = Steps(x), Steps(x * x), 0.0
    for a in g:
        for b in h:
            t += a * b
            for c in g:
                t += c * x
    return t


@dataclass
class Quaternion:
    w: float
    x: float


def star_of_a_dataclass(v):
    return Quaternion(0.0, *v).x * 2


def copied_at_once(v, w):
    v = v.copy()
    v[0] = v[1] * w[0]
    return np.sum(v * w)


def list_that_moves_to_a_third_name(x):
    xs = [x]
    ys = xs
    zs = xs
    xs = [3 * x]
    zs.append(xs[0])
    return sum(ys) * x


def lists_taken_over_in_a_loop(x):
    xs = [x]
    ys = xs
    for _ in range(2):
        zs = xs
        xs = [3 * x]
        zs.append(xs[0])
    return sum(ys) * sum(xs)


def item_written_after_append(v, w):
    out = []
    for k in range(3):
        out.append(v * k)
    out[2] = w * w
    out[-2] = out[0] + out[1] * w
    return sum(out)


def items_exchanged_while_growing(x):
    a, b = [], []
    for k in range(3):
        a.append(x * k)
        b.append(x)
        a[0], b[0] = b[0] * x, a[0]
    return sum(a) * sum(b)


def list_that_replaces_a_list(x):
    out = []
    out.append([x, x * 2])
    out[0] = [x * x, 1.0]
    return sum(out[0])


def clipped_the_other_way(v, low, high):
    return np.sum(np.clip(v, low, high) * np.array([1.0, 2.0, 3.0]))


def truths_as_numbers(v, x):
    return np.sum(v * x * ((v > 0) * 1 + (v < 1) * 1)) + x * x * ((v[0] > 0) * 1 + (v[0] < 1) / 1)


def truth_as_number_in_an_index(v, x):
    o = v * x
    o[(v[0] > 0) * 1] = 3.0
    return np.sum(o)


BYTES, LARGE = np.array([200, 100], np.uint8), np.array([70000, 2], np.int32)


def small_integers_as_floats(v, x):
    return np.sum(v * x * (BYTES * 1.0 + BYTES * 1.0)) + np.sum(v * (LARGE * 1.0) ** 2) * 1e-9


def sorted_where_failures_are_caught(xs):
    k, y = 3.0, [2.0]
    try:
        k = len(sorted(xs))
        y = sorted(xs)
    except ValueError:
        pass
    return k * xs[0] * y[-1] + len(y)


def best_where_failures_are_caught(xs):
    try:
        m = max(xs, key=abs)
        if max(xs, key=abs) > 5:
            raise ValueError
        return sorted(xs)[2] * m
    except IndexError:
        return xs[0] * m
    except ValueError:
        return xs[1] * m * 2


def array_that_replaces_a_longer_one(v, w):
    out = [v, w]
    out[0] = out[1] * 2
    return np.sum(sum(out))


def arrays_replaced_while_growing(v, w):
    out = []
    for x in (v, w):
        out.append(x * 2)
        out[0] = out[-1] * 3
    return np.sum(sum(out))


def cell_through_a_helper(z, x):
    def g(z, x):
        if z > 1:
            return z
        return z * x

    return g(z, x) * x


def slice_beside_a_choice(m, x, pair, k, xs):
    q = m[:, int(1.3 < x < pair[0] and not k)]
    xs[k % 2] += x
    return x * np.sum(q) + sum(xs)


SETTINGS = {'kind': 'relu', 'sizes': [3, 4], 'n': 2, 'opts': {'a': 1}}


def settings_of_all_kinds(x):
    t = 0.0
    for k, v in SETTINGS.items():
        if k == 'sizes':
            t += sum(v) * x
        elif k == 'n':
            t += v * x * x
    return t


def settings_told_apart(x):
    cfg = {'kind': 'relu', 'sizes': [3, 4], 'n': 2}
    t = x
    for k, v in cfg.items():
        if isinstance(v, list):
            for s in v:
                t = t * x + s
        elif isinstance(v, str):
            t = t + len(v) * x
        else:
            t = t * v
    return t


def list_of_all_kinds(x):
    spec = ['lin', 2, 'sq', 3, ['lin', 1]]
    t = x
    for s in spec:
        if s == 'lin':
            t = t * 2
        elif s == 'sq':
            t = t * t
        elif isinstance(s, list):
            t = t + len(s)
        else:
            t = t + s * x
    return t


def tree_of_tuples(x):
    tree = ('+', ('*', 'x', 2.0), ('-', 'x', ('*', 'x', 'x')))
    def ev(n):
        if n == 'x':
            return x
        if isinstance(n, float):
            return n
        op, a, b = n
        a, b = ev(a), ev(b)
        if op == '+':
            return a + b
        if op == '*':
            return a * b
        return a - b
    return ev(tree)


class Gain:
    last = None

    def __init__(self, g):
        self.g = g


def defaults_among_objects(gains, x):
    t = 0.0
    for k in gains:
        t = t * 2 + (k.g if k.last is None else k.last * x)
    return t


first_gain, second_gain = Gain(1.0), Gain(2.0)
first_gain.last = 3.0

_v, _one = np.array([1.0, 2.0, 3.0]), np.array([0.7])


CASES = [
    (choices_in_parallel, (0.83, 0.47), (0, 1)), (choices_in_parallel, (0.47, 0.83), (0, 1)),
    (choices_in_parallel_loop, (0.83, 0.47), (0, 1)), (ternary_in_parallel, (0.83, 0.47), (0, 1)),
    (ternary_in_parallel, (0.47, 0.83), (0, 1)), (index_in_parallel, (0.83, 0.47), (0, 1)),
    (index_in_parallel, (0.47, 0.83), (0, 1)), (truth_as_index, (0.83, 0.47), (0, 1)),
    (truth_as_index, (0.47, 0.83), (0, 1)), (flag_as_index, (0.83, False), (0,)), (flag_as_index, (0.83, True), (0,)), (flag_as_index, (np.array(0.83), False), (0,)),
    (pairs_unpacked, ([(1.0, 2.0), (3.0, 4.0)],), (0,)), (pairs_of_a_comprehension, (3.0,), (0,)),
    (list_of_a_helper, (3.0,), (0,)), (parts_of_other_lengths, (_v,), (0,)), (fields_of_other_lengths, (_v,), (0,)),
    (field_that_shrinks, (_v,), (0,)), (items_of_other_lengths, (_v,), (0,)),
    (arguments_of_other_lengths, ([_v, _one],), (0,)), (arguments_of_other_lengths, ([_one, _v],), (0,)),
    (objects_of_other_lengths, ([Block(_v), Block(_one)],), (0,)), (sum_of_other_lengths, ([_v, _one],), (0,)),
    (sum_of_other_lengths, ([_one, _v],), (0,)), (values_of_other_lengths, ({'a': _v, 'b': _one},), (0,)),
    (sum_of_a_display, (_v, _one), (0, 1)), (results_of_other_lengths, (_v,), (0,)),
    (none_until_first, (0.9, 1.3), (0, 1)), (none_until_second, (1.3, 3), (0,)), (default_of_a_class, (0.5,), (0,)),
    (state_of_a_class, (0.5,), (0,)), (perhaps_set, (0.5,), (0,)), (perhaps_set, (1.5,), (0,)),
    (cell_copied, (np.array(2.0), 3.0), (0, 1)), (identity_before_a_change, (1.3,), (0,)),
    (identity_in_a_loop, (1.3,), (0,)), (context_bound_anew, (1.3,), (0,)), (dict_bound_anew, (1.3,), (0,)),
    (keys_before_values, (1.3,), (0,)), (compared_in_turn, (1.3,), (0,)), (last_or_first, (1.3,), (0,)),
    (element_or_nothing, (0.8,), (0,)), (extremes_of_generators, (1.3,), (0,)),
    (functions_named_as_ours, (2.0, True), (0,)), (functions_named_as_ours, (2.0, False), (0,)),
    (false_until_set, (2.0,), (0,)), (generators_in_turn, (_v,), (0,)), (loops_over_objects, (1.3,), (0,)),
    (list_that_moves_to_a_third_name, (1.3,), (0,)), (lists_taken_over_in_a_loop, (1.3,), (0,)),
    (cell_through_a_helper, (np.array(0.7), 0.3), (0, 1)), (cell_through_a_helper, (np.array(1.7), 0.3), (0, 1)),
    (slice_beside_a_choice, (np.eye(3), 0.2, (1.7, 2.0), 2, [0.3, 0.4]), (0, 1, 2, 4)),
    (truths_as_numbers, (np.array([0.7, 1.2]), 0.3), (0, 1)), (small_integers_as_floats, (np.array([0.7, 1.2]), 0.3), (0, 1)),
    (truth_as_number_in_an_index, (np.array([0.7, 1.2]), 0.3), (0, 1)),
    *((sorted_where_failures_are_caught, (xs,), (0,)) for xs in ([0.3, 0.1], [0.3, 9.0])),
    *((best_where_failures_are_caught, (xs,), (0,)) for xs in ([0.3, 0.1], [0.3, 9.0], [0.3, 0.1, 0.2])),
    (array_that_replaces_a_longer_one, (_v, _one), (0, 1)), (arrays_replaced_while_growing, (_v, _one), (0, 1)),
    (arrays_replaced_while_growing, (_one, _v), (0, 1)), (clipped_the_other_way, (_v, 2.5, 1.5), (0, 1, 2)), (clipped_the_other_way, (_v, 1.5, 2.5), (0, 1, 2)),
    (item_written_after_append, (0.3, 0.4), (0, 1)), (items_exchanged_while_growing, (1.3,), (0,)),
    (list_that_replaces_a_list, (1.3,), (0,)), (settings_of_all_kinds, (1.3,), (0,)), (settings_told_apart, (1.3,), (0,)), (list_of_all_kinds, (1.3,), (0,)),
    (tree_of_tuples, (1.3,), (0,)), (star_of_a_dataclass, ((1.0,),), (0,)), (copied_at_once, (_v, _v), (0, 1)), (copied_at_once, (_v, _v + 1), (0, 1)),
    (defaults_among_objects, ([first_gain, second_gain], 0.7), (1,)), (defaults_among_objects, ([second_gain, first_gain], 0.7), (1,)),
]
