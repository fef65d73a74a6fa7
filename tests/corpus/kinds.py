"""Values of one of several kinds: numbers, arrays and containers in one place, one after the other."""

import dataclasses

import numpy as np

_W = np.array([[0.3, -0.5, 0.8], [0.7, 0.2, -0.4]])
_v = np.array([0.4, -0.9, 1.3])


def norms_of_parameters(params):
    return sum(np.sum(p**2) for p in params.values())


def descent_in_place(params, x, rate):
    for name in params:
        params[name] -= rate * params[name] ** 2
    return np.sum(np.tanh(params['W'] * x)) * np.sum(params['scale']) + np.sum(params['b'])


def carried_from_trip_to_trip(x, v):
    before = x
    total = 0.0
    for k in range(4):
        total += np.sum(before * x)
        before = before * v if k % 2 else before + k * x
    return total


def stack_of_several_kinds(x, v):
    stack, total = [x, v, [x, x * x]], 1.0
    while stack:
        top = stack.pop()
        if isinstance(top, list):
            stack.extend(top)
        elif isinstance(top, np.ndarray):
            stack.append(np.sum(top) * total)
        else:
            total = total * 0.5 + top * top
    return total


def leaves(tree):
    if isinstance(tree, list):
        return sum(leaves(t) for t in tree)
    return tree**2 if not isinstance(tree, np.ndarray) else np.sum(tree**3)


def sum_of_leaves(tree):
    return leaves(tree) * leaves(tree[0])


@dataclasses.dataclass
class Term:
    weight: object = 1.0
    centre: object = None


def attribute_of_any_kind(x, v):
    terms = [Term(x), Term(v, x), Term(2.0, v), Term(x * v)]
    total = 0.0
    for term in terms:
        part = term.weight * x
        if term.centre is not None:
            part = part - term.centre
        total += np.sum(part * part)
    return total


def swapped_kinds(x, v):
    a, b = x, v
    for _ in range(3):
        a, b = b * 0.5, a
    return np.sum(a * b) + np.sum(a)


def left_early(things, x):
    total = 0.0
    for thing in things:
        if np.sum(thing) > 2.0:
            continue
        total += np.sum(thing * x)
        if total < -0.5:
            break
    else:
        return total * x
    return total


def written_under_either_name(things, x):
    first = things[0]
    for thing in things:
        if isinstance(thing, np.ndarray):
            thing[0] = thing[1] * x
            thing *= x
    return np.sum(first**2) + sum(np.sum(t) for t in things)


def scaled(thing, s):
    return np.sum(thing * s)


def given_to_a_helper(things, s):
    return sum(scaled(t, s) * k for k, t in enumerate(things, 1))


def chosen_by_a_number(x, v):
    y = v if x > 0 else x
    z = x * y if np.sum(y) > 0 else 3.0 * v
    return np.sum(z * z) + np.sum(y)


def kept_under_keys(x, v):
    cache = {}
    for k in range(4):
        cache[k] = x * k if k % 2 else v * k
    cache[1] = cache[2] * cache[1]
    total = 0.0
    for k, item in cache.items():
        total += np.sum(item) * k
    return total


def replaced_in_place(xs, v):
    for k in range(len(xs)):
        xs[k] = xs[k] * v if k == 1 else xs[k] ** 2
    last = xs[-1]
    xs[0] = last
    xs[0] += 1.0
    return np.sum(np.sum(xs[1]) * xs[0] + last)


def compared_and_negated(things):
    total = 0.0
    for thing in things:
        size = np.max(np.abs(thing))
        if not isinstance(thing, np.ndarray) and thing < 0:
            total -= 2 * thing
        else:
            total += size * np.sum(-thing)
    return total


def times(t, s):
    return t * s


def helper_returns_either(things, x):
    total = 0.0
    for t in things:
        y = times(t, x)
        total += np.sum(y * y)
    return total


def stored_unclear(things, x):
    d = {}
    for k, t in enumerate(things):
        d[k] = t * x
    total = 0.0
    for k in d:
        total += np.sum(d[k] ** 2) * (k + 1)
    return total


def loose_then_active(v, rate):
    m = 0.0
    for _ in range(3):
        m = 0.9 * m + v
        v = v - rate * m
    return np.sum(v * m)


class Momentum:
    def __init__(self, rate):
        self.rate, self.m = rate, 0.0

    def step(self, p, g):
        self.m = 0.9 * self.m + g
        return p - self.rate * self.m


def optimizer_of_both(w, b, x, rate):
    ow, ob = Momentum(rate), Momentum(rate)
    for _ in range(3):
        e = np.sum(w * x) + b - 1.0
        w = ow.step(w, 2 * e * x)
        b = ob.step(b, 2 * e)
    return np.sum(w) * b


def params_list(params, x):
    h = x
    for p in params:
        h = h * p + p
    return np.sum(h)


def augmented(things, x):
    acc = 0.0
    for t in things:
        acc += t * x
    return np.sum(acc**2)


def augmented_list(things, x):
    ys = [0.0, 0.0]
    for k, t in enumerate(things):
        ys[k % 2] += t * x
    return sum(np.sum(y) ** 2 for y in ys)


def maybe_none(things, x):
    best = None
    for t in things:
        if best is None or np.sum(t) > np.sum(best):
            best = t * x
    return np.sum(best) * x


def flat_sum(t):
    if isinstance(t, dict):
        return sum(flat_sum(v) for v in t.values())
    if isinstance(t, list):
        return sum(flat_sum(v) for v in t)
    return np.sum(t**2)


def norm_of_tree(t):
    return flat_sum(t) ** 0.5


def swap_in_loop(a, b):
    for _ in range(3):
        a, b = b * a, a
    return np.sum(a) + np.sum(b)


def early(thing, x):
    if isinstance(thing, float):
        return thing * x
    return np.sum(thing * x)


def use_early(things, x):
    return early(things[0], x) * early(things[1], x)


def ternary_kind(x, v, c):
    w = x if c else v
    w = w * 2.0
    if c:
        w = w + v
    return np.sum(w * w)


def written_array_or_number(x, v):
    things = [x, v.copy()]
    for k in range(2):
        t = things[k]
        t *= 2.0
        things[k] = t + 1.0
    return things[0] * np.sum(things[1])


def alias_kind(x, v):
    w = v * 1.0
    things = [x, w]
    t = things[1]
    if isinstance(t, np.ndarray):
        t[0] = x * x
    return np.sum(w) * things[0]


def zero_d(things):
    total = 1.0
    for t in things:
        total = total * np.max(t)
    return total


@dataclasses.dataclass
class Node:
    value: object
    left: object = None
    right: object = None


def depth_sum(n, w):
    if n is None:
        return 0.0
    if isinstance(n, Node):
        return np.sum(n.value) * w + depth_sum(n.left, w * 0.5) + depth_sum(n.right, w * 0.25)
    return n * w


def node_tree(x, v):
    return depth_sum(Node(x, Node(v, None, x * x), 3.0), x)


def string_or_number(items, x):
    total = x
    for i in items:
        if isinstance(i, str):
            total = total * (2.0 if i == 'double' else 0.5)
        else:
            total = total + i * x
    return total


def matrix_or_vector(ms, x):
    total = 0.0
    for m in ms:
        total += np.sum(m @ x)
    return total


def dots(ms, x):
    return sum(np.dot(m, x) for m in ms)


def unclear_twice(things, x):
    a = things[0] * x
    b = things[1] * x
    c = a * b
    return np.sum(c) + np.sum(a)


def unclear_if(things, x):
    y = x
    for t in things:
        z = t * y
        if np.sum(z) > 0:
            y = np.sum(z) * 0.3
        else:
            y = y + np.sum(z**2)
    return y


def while_either(x, v):
    y = v
    n = 0
    while np.sum(y) < 20.0:
        y = y * x if n else np.sum(y * y)
        n += 1
    return y


def captured_in_loop(things, x):
    total = 0.0
    for t in things.values():

        def g(s):
            return np.sum(t * s)

        total += g(x) * x
    return total


def captured_once(things, x):
    t = things['b']

    def g(s):
        return np.sum(t * s)

    return g(x) + g(2.0)


def captured_value(things, x):
    t = things['a']
    g = lambda s: np.sum(t * s)
    return sum(f(x) for f in [g, g])


def captured_assigned(things, x):
    best = 0.0

    def update(t):
        nonlocal best
        best = best + t

    for t in things.values():
        update(t * x)
    return np.sum(best)


def default_kind(things, x):
    t = things['a']

    def g(s, t=t):
        return np.sum(t) * s

    return g(x)


def any_of(things, k):
    for key in things:
        if key == k:
            return things[key]


def helper_either(things, x):
    t = any_of(things, 'a')
    u = any_of(things, 'b')
    return np.sum(t) * x + np.sum(u * u)


def passed(t, s):
    return t


def identity_either(things, x):
    total = 0.0
    for k in things:
        u = passed(things[k], x)
        total += np.sum(u * u) * x
    return total


def tuple_either(things, x):
    pairs = [(things[k], x) for k in things]
    total = 0.0
    for t, s in pairs:
        total += np.sum(t * s)
    return total


def tuple_unpacked(things, x):
    total = 0.0
    for k in things:
        pair = (things[k], x * 2)
        t, s = pair
        total += np.sum(t * s * t)
    return total


def popped(things, x):
    stack = [things[k] for k in things]
    total = 1.0
    while stack:
        t = stack.pop()
        total = total * np.sum(t) + x
    return total


def rebound(things, x):
    t = x
    for k in things:
        t = things[k] * 1.0
    t = np.sum(t) * x
    return t * t


def conditional(things, x):
    t = things['a'] if x > 0 else things['b']
    u = t if np.sum(t) > 0 else x
    return np.sum(u * t)


def deleted(things, x):
    t = things.pop('a')
    s = sum(np.sum(v) for v in things.values())
    return np.sum(t) * s * x


class Holder:
    def __init__(self, v):
        self.v = v

    def total(self):
        return np.sum(self.v)

    def scale(self, s):
        self.v = self.v * s
        return self


def holders(things, x):
    hs = [Holder(things[k]) for k in things]
    for h in hs:
        h.scale(x).scale(2.0)
    return hs[0].total() * hs[1].total()


def inplace_either(things, x):
    for k in things:
        things[k] *= x
    return np.sum(things['a']) + np.sum(things['b'] ** 2)


def inplace_name(things, x):
    total = 0.0
    for k in things:
        t = things[k]
        t *= x
        total += np.sum(t)
    return total + np.sum(things['a']) * np.sum(things['b'])


def try_kind(things, x):
    total = 0.0
    for k in things:
        t = things[k]
        try:
            n = len(t)
        except TypeError:
            n = 1
        total += np.sum(t) / n
    return total * x


_params = {'W': _W, 'b': _v, 'scale': 0.7}

CASES = [
    (norms_of_parameters, (_params,), (0,)),
    (descent_in_place, (_params, _v * 0.5, 0.1), (0, 1, 2)),
    (carried_from_trip_to_trip, (0.8, _v), (0, 1)),
    (stack_of_several_kinds, (0.8, _v), (0, 1)),
    (sum_of_leaves, ([0.5, [1.5, [0.3, -0.2], 0.7], 1.1],), (0,)),
    (sum_of_leaves, ([[0.5], _v, [1.5, [0.3, _W]]],), (0,)),
    (attribute_of_any_kind, (0.8, _v), (0, 1)),
    (swapped_kinds, (0.8, _v), (0, 1)),
    (left_early, ([0.3, _v, 4.0, _W, -0.9], 0.6), (0, 1)),
    (left_early, ([0.3, _W, -3.0, _v], 0.6), (0, 1)),
    (written_under_either_name, ([_v, 0.5, _v * 2], 0.6), (0, 1)),
    (given_to_a_helper, ([0.3, _v, 4.0, _W], 0.6), (0, 1)),
    (chosen_by_a_number, (0.8, _v), (0, 1)),
    (chosen_by_a_number, (-0.8, _v), (0, 1)),
    (kept_under_keys, (0.8, _v), (0, 1)),
    (replaced_in_place, ([0.5, 0.7, -0.3], _v), (0, 1)),
    (compared_and_negated, ([0.3, -0.4, _v, _W],), (0,)),
    (helper_returns_either, ([0.5, _v, 2.0, _W], 0.7), (0, 1)),
    (stored_unclear, ([0.5, _v, 2.0, _W], 0.7), (0, 1)),
    (loose_then_active, (_v, 0.3), (0, 1)),
    (loose_then_active, (0.7, 0.3), (0, 1)),
    (optimizer_of_both, (_v, 0.3, _v * 0.5, 0.1), (0, 1, 2, 3)),
    (params_list, ([0.5, _v, 2.0], 0.7), (0, 1)),
    (augmented, ([0.5, _v, 2.0], 0.7), (0, 1)),
    (augmented, ([0.5, 2.0, _v], 0.7), (0, 1)),
    (augmented_list, ([0.5, _v, 2.0, _v * 2], 0.7), (0, 1)),
    (maybe_none, ([0.5, _v, 2.0], 0.7), (0, 1)),
    (norm_of_tree, ({'a': _v, 'b': [0.5, {'c': _W}]},), (0,)),
    (swap_in_loop, (0.7, _v), (0, 1)),
    (use_early, ([0.5, _v], 0.7), (0, 1)),
    (ternary_kind, (0.7, _v, True), (0, 1)),
    (ternary_kind, (0.7, _v, False), (0, 1)),
    (written_array_or_number, (0.7, _v), (0, 1)),
    (alias_kind, (0.7, _v), (0, 1)),
    (zero_d, ([0.5, _v, 2.0, _W],), (0,)),
    (node_tree, (0.7, _v), (0, 1)),
    (string_or_number, (['double', 0.5, 'x', 2.0], 0.7), (0, 1)),
    (matrix_or_vector, ([_W, _v], _v), (0, 1)),
    (dots, ([_v, _v * 2], _v * 3), (0, 1)),
    (unclear_twice, ([0.5, _v], 0.7), (0, 1)),
    (unclear_twice, ([_v, 0.5], 0.7), (0, 1)),
    (unclear_if, ([0.5, _v, -2.0, _W], 0.7), (0, 1)),
    (while_either, (1.7, _v), (0, 1)),
    (captured_in_loop, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (captured_in_loop, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
    (captured_once, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (captured_once, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
    (captured_value, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (captured_value, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
    (captured_assigned, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (captured_assigned, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
    (default_kind, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (default_kind, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
    (helper_either, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (helper_either, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
    (identity_either, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (identity_either, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
    (tuple_either, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (tuple_either, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
    (tuple_unpacked, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (tuple_unpacked, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
    (popped, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (popped, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
    (rebound, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (rebound, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
    (conditional, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (conditional, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
    (deleted, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (deleted, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
    (holders, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (holders, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
    (inplace_either, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (inplace_either, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
    (inplace_name, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (inplace_name, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
    (try_kind, ({'a': 0.5, 'b': _v}, 0.7), (0, 1)),
    (try_kind, ({'a': _v, 'b': 0.5}, 0.7), (0, 1)),
]
