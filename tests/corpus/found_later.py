"""More programs whose gradients were wrong once, or that ended in an error of srcad's own."""

import collections
import contextlib
import copy
import functools
import math
import types
from dataclasses import dataclass

import numpy as np

_u, _v = np.array([0.3, -0.7, 1.1]), np.array([1.1, 2.3])
_square = np.arange(1.0, 17.0).reshape(4, 4) / 10


# Keys, and what is written where nothing active was

def keys_made_by_default(x):
    groups = collections.defaultdict(list)
    groups[1].append(x)
    groups[2].append(x * x)
    total = 0.0
    for n in list(groups):
        for w in groups[n]:
            total += w * n
    return total


class Edges:
    def __init__(self):
        self.edges = collections.defaultdict(list)

    def __iter__(self):
        return iter(self.edges)


def nodes_of_a_graph(x):
    graph = Edges()
    graph.edges[1].append(x)
    graph.edges[2].append(x * x)
    return sum(w * node for node in graph for w in graph.edges[node])


def into_a_list_that_was_given(x, items):
    items.append(x)
    items[0] += x
    return items[0] * items[-1]


def into_a_default(x, known={}):  # noqa: B006
    known['a'] = x
    return known['a'] ** 2


def into_an_object_that_was_given(x, o):
    def more():
        o.v = o.v + x
    more()
    more()
    o.w[0] = x
    return o.v * o.w.sum()


def _put(items, v):
    items.append(v)


def into_a_list_by_a_helper(x, pair):
    _put(pair[0], x * x)
    _put(pair[0], len(pair[0]) * x)
    return sum(pair[0]) * pair[1]


@dataclass(frozen=True)
class Place:
    n: int


class Plain:
    pass


def objects_as_keys(x):
    a, b = Plain(), Plain()
    held = {a: x, b: 1.0, Place(1): x * x}
    held[a] += x * held[b]
    return held[a] * held[b] * held[Place(1)]


# Lists where arrays are wanted, and lists among arrays

def list_among_joined_arrays(x, weights):
    h = np.zeros(2)
    for k in range(3):
        both = weights * np.concatenate([h, [x * k]])
        first, last = np.split(both[1:], 2)
        h = np.array([first[0], last[0]]) + np.hstack([[0.5], x])
    return np.sum(h * both[:2])


def rows_by_index_tricks(x, v):
    return np.sum(np.r_[0.0, x, v, [x * x]] ** 2) + np.sum(np.c_[v, [x, x]] ** 2) + np.r_[x] @ np.r_[x]


def lists_given_to_numpy(x):
    v = [x, 2 * x]
    for k in range(3):
        v.append(x * k + 1)
    total = np.dot(v, v) + np.std(v) + np.cumsum(v)[1] + np.linalg.norm(v) + np.exp(v)[0]
    return total + np.sum([[x, 1], [x, x]], axis=0)[0] + np.linalg.det([[x, 1.0], [2.0, x]])


def lists_beside_arrays(x):
    a = np.ones(2) * x
    a *= (2.0, 3.0)
    return a[1] + ([2.0, 3.0] * np.ones(2) * x)[0] + np.where([True, False], a, 1.0)[0] + (a @ [x, 1.0])


def arrays_made_longer_and_shorter(x):
    h = np.zeros(0)
    for k in range(3):
        h = np.append(h, x * k)
    h = np.insert(h, 1, [x, x * x])
    return np.sum(np.delete(h, [0, 2]) ** 2 * np.arange(3.0)) + np.append([1.0, x], x * x)[2]


def range_as_an_index(weights, x):
    h = x
    for w in weights[:-1]:
        h = h @ w
    return h[range(2), [0, 1]].sum()


# Arrays under several names

def under_a_name_from_a_branch(x):
    y = x * 1
    a = y
    if x[0] > 0:
        t = a
    else:
        t = x * 2
    t *= 3
    return y.sum()


def under_the_name_of_the_last_trip(x):
    y, last = x.copy(), None
    for k in range(2):
        row = y[k:k + 1]
        if last is not None:
            last *= 2
        last = row
    return y.sum()


def part_of_a_flat_view_in_a_list(x):
    held = [np.stack([x, x * 2])]
    part = held[0].ravel()[1:3]
    part *= 3
    held[0].reshape(-1)[:2] *= 2
    return held[0].sum()


def sums_of_unknown_length(y, mask):
    k1 = y[mask]
    k2 = (y + k1)[mask]
    y = y + (k1 + k2)
    return (y * y).sum()


def none_then_arrays(x):
    st = [None] * 2
    st[0] = x
    st[1] = x * 2
    t = [x * 1, 0.0]
    t[1] = t[0] * 2
    return (st[0] * st[1]).sum() + t[1].sum()


class Layer:
    def __init__(self, weights):
        self.weights = weights

    def __call__(self, x):
        return x @ self.weights


def last_layer_gives_a_number(w1, w2, x):
    for layer in [Layer(w1), Layer(w2)]:
        x = layer(x)
    return np.tanh(x)


class Joins:
    def __getitem__(self, parts):
        return np.concatenate(parts)


class Squares:
    def __getitem__(self, v):
        return v ** 2


_joins, _squares = Joins(), Squares()


def indices_that_carry_a_derivative(x):
    return _joins[x, x].sum() * _squares[x[0]]


def axes_that_count_from_behind(x):
    a = np.ones((2, 1, 1)) * x[0] + np.ones((1, 2, 3)) * x[1] * np.arange(3.0)
    turned = a.transpose(-1, 0, 1)
    return turned[0, 0, 1] * 2.0 + turned[2, 1, 0] + np.transpose(a, (1, -1, 0))[0, 1, 1]


def axes_that_are_kept(x, s):
    a = np.outer(x, [1.0, 2.0])
    w = np.zeros((2, 2))
    w += s * np.argmax(a, axis=1, keepdims=True) + s * np.count_nonzero(a, axis=1, keepdims=True)
    w[0] *= 2
    return (w ** 2).sum() + (np.argsort(a, axis=None) * a.ravel()).sum() + np.sum(np.roll(a, (1, 1), axis=(0, 1)) * a)


# What tests do, and how often they are asked

def _twice(r):
    r *= 2
    return True


class Scaled:
    def __init__(self, v):
        self.v = v

    def doubled(self):
        self.v = self.v * 2
        return True

    def close(self):
        self.v = self.v * 3


def tests_that_write_arrays(x):
    y = x.copy()
    assert _twice(y)
    s = 1.0 if _twice(y) else 2.0
    if _twice(y):
        s = s * x[0]
    return y.sum() * s if _twice(y) else 0.0


def tests_that_change_objects(x):
    o, items = Scaled(x), [x, x * x, 2.0]
    assert o.doubled()
    s = 1.0 if o.doubled() else 5.0
    r = 1.0 if items.pop() is not None else 2.0
    assert items.pop() > 0
    return o.v * s * r * sum(items)


def tests_that_stop_early(x):
    y, seen, items = x.copy(), [], [x[0], x[1] * x[0], x[1]]

    def look(v):
        seen.append(v)
        return v > 0

    found = any(_twice(y[i:i + 1]) for i in range(2))
    held = all(look(v) for v in (x[0], -x[1], x[0]))
    chain = 2 < items.pop(0) < items.pop(0)
    inner = any(look(v * w) for v in (x[0], x[1]) for w in (-1.0, 1.0))
    return y.sum() * found + sum(seen) + sum(items) + held + chain + inner


def closed_at_the_end(x):
    o = Scaled(x)
    try:
        y = o.v * 2
    finally:
        o.close()
    with contextlib.closing(o):
        y = y * o.v
    return o.v * y


# Functions as values

_steps = [lambda a: a + 1, lambda a: a * 5, math.sin]
_plus, _times = lambda a, b: a + b, lambda a, b: a * b  # noqa: E731
_operations = {'+': _plus, '*': _times}


def _multiplier(k):
    return lambda a: a * k


_multipliers = [_multiplier(2.0), _multiplier(3.0), _multiplier(5.0)]


def lambdas_of_a_table(x, i):
    y = _steps[i](x) * _multipliers[i](x)
    for f in _steps:
        y = f(y)
    for f in _operations.values():
        y = f(y, x)
    for k in (0, 2, 1):
        y = y + _multipliers[k](x)
    return y


class Held:
    sine, size = staticmethod(math.sin), staticmethod(abs)

    def go(self, v):
        return self.sine(v) + self.size(-v)


def library_functions_of_a_class(x):
    return Held().go(x) * Held().sine(x)


class Odd:
    factor = 2.0

    def __ror__(self, v):
        return v * self.factor

    def __rsub__(self, v):
        return v * self.factor

    def __floordiv__(self, v):
        return v * 3

    def __add__(self, v):
        return v * 7

    def __rpow__(self, v):
        return v * 5

    def __matmul__(self, v):
        return v * 4


def operations_of_an_object_without_values(x):
    return (x | Odd()) + (x - Odd()) * (Odd() // x) + (Odd() + x) + (x ** Odd()) + (Odd() @ x)


class Base:
    def __init__(self, v):
        self.v = v

    def __add__(self, other):
        return self.v + other.v

    @property
    def p(self):
        return self.v * 2

    def m(self, y):
        return self.v * y


class Derived(Base):
    def __radd__(self, other):
        return 100 * self.v * other.v

    @property
    def p(self):
        return super().p * super(Derived, self).p

    def m(self, y):
        return super(Derived, self).m(y) + super().m(y)


def the_subclass_is_asked_first(x):
    return (Base(x) + Derived(x)) + Derived(x).p * Derived(x).m(x)


def asked_what_it_is(x):
    def h():
        return x
    y = x if callable(h) else x * x
    y = y * (x if isinstance(h, types.FunctionType) else x * x)
    return y * (x if isinstance(Base(x).m, types.MethodType) else x * x)


def asked_in_a_statement(x):
    def h():
        return x
    known = callable(h)
    if isinstance(h, types.FunctionType):
        y = x * 2
    else:
        y = x * x
    return y if known else y * y


def none_until_an_object_is_made(y, items):
    best = None
    for t in items:
        best = t * copy.copy(Base(y)).v if best is None else best + t
    return best * y


def captured_under_another_name(x):
    a = x * 1

    def total():
        return a.sum()
    t = a
    t *= 3
    return total()


class Defaults:
    def __init__(self, v):
        self.v = v

    def __getattr__(self, name):
        return self.v * len(name) if name != 'rate' else 0.5


def attributes_made_up(x):
    o = Defaults(x)
    return o.twos * o.v + o.rate * o.odd


def _running(n):
    total = 0.0
    for k in range(n):
        received = yield total + k
        if received is not None:
            total += received


def sent_once(x):
    it, other = _running(4), _running(5)
    next(it)
    it.send(x)
    next(other)
    other.send(x * x)
    return sum(it) + sum([v * x for v in other])


@functools.cache
def _table(n):
    return [1.0 / (k + 1) for k in range(n)]


def read_from_a_cache(x):
    return sum(t * x for t in _table(3)) * _table(3)[1]


def number_or_list_as_a_test(x):
    waiting, free, total = [], True, 0.0
    for t in [0.5, 1.0]:
        waiting.append(t * x)
        if free and waiting:
            total += waiting.pop()
            free = False
    return total


class Labels:
    def __init__(self):
        self.t = None


def axes_that_change_under_one_name(x):
    y, labels = np.ones((3, 3)) * x, Labels()
    labels.t = np.eye(3)
    t = labels.t
    if t.size == y.size:
        t = t.argmax(axis=1)
    return np.sum(y[np.arange(3), t])


def dict_of_a_dict(x):
    given = {'a': x, 'b': x * x}
    return dict(**{k: v * 2 for k, v in given.items()})['a'] * dict(c=x, **given)['b']


def pairs_under_one_name(x):
    items, total = [x, x * x], 0.0
    for p in zip(items, [1.0, 2.0]):
        total += p[0] * p[1]
    for p in enumerate(items):
        total += sum(p)
    return total + sum([r[0] * r[1] for r in zip(items, items)]) + max([r[1] * x for r in enumerate(items)])


def each_of_few(x):
    def logistic(v):
        return 1 / (1 + math.exp(-v))
    i, f, o = x, x * x, 2.0
    i, f, o = map(logistic, (i, f, o))
    return i * f + o * i


def none_or_a_row(x):
    y, last = np.outer(x, [1.0, 2.0]), None
    before = row = None
    for i in range(2):
        q = last
        if q is not None:
            q /= x[0]
        last = y[i]
        before, row = row, y[i]
        if before is not None:
            row += before ** 2
    return y.sum()


class Node:
    pass


_root, _kid = Node(), Node()
_kid.parent, _root.kids, _root.v, _kid.v = _root, [_kid], 2.0, 3.0
_itself = {'k': 2.0}
_itself['me'] = _itself


def values_that_hold_themselves(x):
    return _root.kids[0].v * x * _root.v + _itself['k'] * x


class Settings(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


_settings = Settings(rate=2.0)


def settings_by_attribute(x):
    return _settings['rate'] * x * _settings.rate


def class_of_an_object(x):
    return Base(x).__class__(x * x).v


def overflows_on_the_way(x):
    c = 1e300
    for _ in range(2):
        c = 1.0 + x / c
    return c


def behind_what_leaves(x):
    if x < 0:
        raise ValueError('negative')
        x = Plain(x).unknown  # noqa
    return x * x
    x = undefined(x)  # noqa


# What is unpacked, chosen and shown under a name that changes

def unpacked_into_itself(x):
    pair = (2 * x, Base(x))
    v, pair = pair
    pair.v *= x
    rows = [[x, 2 * x]]
    [rows] = rows
    a, b = rows
    nested = [(x, 2 * x), (3 * x, x)]
    c, nested = nested
    d, nested = nested
    return v * pair.v + a * b + c[0] * d + nested


def partial_functions_of_a_loop(x):
    def times(k, v):
        return k * v
    made, by_key = [], {k: functools.partial(times, k) for k in (2, 3)}
    for k in (2, 3):
        made.append(functools.partial(times, k))
    return sum(f(x) for f in made) * by_key[2](x)


def keys_that_are_one(x):
    k = 'a'
    return {'a': x, 'a': 2 * x}['a'] * {k: x, 'a': 3 * x}['a'] * {1: x, True: 2 * x, 1.0: 5 * x}[1]  # noqa: F601


class Shared:
    items, n = [], 0.0

    @classmethod
    def add(cls, v):
        cls.items.append(v)
        return cls

    @classmethod
    def more(cls, v):
        cls.n += v
        return cls


def chained_calls_of_a_class(x):
    Shared.items, Shared.n = [], 0.0
    Shared.add(x).add(2 * x)
    Shared.more(x).more(x)
    return sum(Shared.items) * Shared.n


class Count:
    def __init__(self, n):
        self.n = n

    def __bool__(self):
        return self.n > 0

    def __eq__(self, other):
        return self.n == other

    def __contains__(self, k):
        return self.n == k


def asked_before_it_changes(x):
    c = Count(2)
    r = (x * x if c else x) + (x * x if c == 2 else x) + x ** (5 if 2 in c else 2)
    c.n = 3
    while c:
        r = r * x if c else r
        c.n -= 1
    return r


def added_by_a_look(x):
    found = collections.defaultdict(int)
    y = x if 'a' in found else x * x
    found['a']
    lists = collections.defaultdict(list)
    lists['b'].append(x * len(found))
    return y * lists['b'][0]


def view_before_the_write(x, held):
    values, items = held.values(), held.items()
    held['a'] = x
    return sum(values) + sum(v for _, v in items)


def functions_found_with_effects(x):
    o, items = Scaled(x), [x]
    y = (np.sin if items.append(x) is None else np.cos)(x) + (math.sin if o.doubled() else math.cos)(x)
    y = y + {True: math.exp}[o.doubled()](x) + getattr(o, 'v' if o.doubled() else 'w')
    held = {'a': 1.0, 'b': 2.0}
    del held['a' if o.doubled() else 'b']
    return y + o.v * sum(items) * len(held)


def effects_of_what_is_raised(x):
    o = Base(x)

    def up():
        o.v *= 2
        return o.v
    try:
        raise ValueError(up())
    except ValueError:
        pass
    try:
        assert x < 0, up()
    except AssertionError:
        pass
    return o.v


def stopped_generators(x):
    y, seen = x * 1, []

    def doubled():
        for i in range(3):
            y[i] *= 2
            yield y[i]

    def looked():
        for i in range(3):
            seen.append(x[i])
            yield x[i]
    found = any(v > 0.5 for v in doubled())
    return y.sum() * found + (sum(seen) if all(v < 0.4 for v in looked()) else 2 * sum(seen))


class Parts:
    def __init__(self, whole):
        self.whole = whole * 1


def views_of_views(x):
    m, held = Parts(x), {'x': x * 1}
    total = m.whole.reshape(2, 2, 2, 2).swapaxes(1, 2)[0].sum() + m.whole.ravel()[2:6].sum()
    m.turned = m.whole.reshape(2, 8).T
    for v in held['x'].reshape(2, 8)[1]:
        total += v * m.turned[0, 0]
    return total


def views_of_views_written(x):
    y = x * 1
    blocks = y.reshape(2, 2, 2, 2).swapaxes(1, 2)
    blocks *= 2
    flat = np.atleast_2d(y.ravel())
    flat *= 2
    turned = np.flip(np.asarray(y), 0)
    turned[0] *= 3
    apart = np.expand_dims(y, (0, 3))
    y *= x[0, 0]
    return (y ** 2).sum() + apart.sum() + y.reshape(2, 8).squeeze()[0, 1]


def items_of_other_sizes(x):
    held = {'w': x * 2, 'b': x[:1] * 2}
    held = {k: v * 2 for k, v in held.items()}
    return (held['w'] * held['b']).sum()


class Adds:
    def __init__(self, v):
        super().__init__()
        self.v = v
        self.times = lambda k: k * v

    def __add__(self, other):
        return Adds(self.v + other.v) if isinstance(other, Adds) else NotImplemented


class AddsToo:
    def __init__(self, v):
        self.v = v

    def __radd__(self, other):
        return self.v * 3 * other.v


def asked_in_turn(x):
    larger = max if x > 1 else min
    return (Adds(x) + AddsToo(x)) * (Adds(x) + Adds(2 * x)).v * larger(x, 2 * x) * Adds(x).times(x)


_log = types.SimpleNamespace(lines=[])


def shuffled_beside_a_log(x, v):
    _log.lines.clear()
    order = np.arange(3)
    np.random.default_rng(1).shuffle(order)
    y = x * x
    for k in order:
        y = 0.7 * y + v[k] * x
    _log.lines.append(x)
    return y * _log.lines[0]


def method_of_a_class_inside(x, first):
    class Gains:
        def __init__(self, k):
            self.k = k

        def scaled(self, v):
            return v * self.k

        def raised(self, v):
            return v + self.k**2

    gains = Gains(x)
    g = gains.scaled if first else gains.raised
    return g(x * x)


CASES = [
    (keys_made_by_default, (1.3,), (0,)),
    (nodes_of_a_graph, (1.3,), (0,)),
    (into_a_list_that_was_given, (1.3, [2.0, 3.0]), (0,)),
    (into_a_default, (1.3,), (0,)),
    (into_an_object_that_was_given, (1.3, types.SimpleNamespace(v=2.0, w=np.ones(2))), (0,)),
    (into_a_list_by_a_helper, (1.3, ([], 2.0)), (0,)),
    (objects_as_keys, (1.3,), (0,)),
    (list_among_joined_arrays, (0.7, _u), (0, 1)),
    (rows_by_index_tricks, (0.7, _v), (0, 1)),
    (lists_given_to_numpy, (1.3,), (0,)),
    (lists_beside_arrays, (1.3,), (0,)),
    (arrays_made_longer_and_shorter, (1.3,), (0,)),
    (range_as_an_index, ([np.ones((2, 2)), np.ones((2, 2))], np.array([[0.3, 0.7], [1.1, 0.2]])), (0, 1)),
    (under_a_name_from_a_branch, (_v,), (0,)),
    (under_a_name_from_a_branch, (-_v,), (0,)),
    (under_the_name_of_the_last_trip, (_v,), (0,)),
    (part_of_a_flat_view_in_a_list, (_v,), (0,)),
    (sums_of_unknown_length, (_v, np.array([True, True])), (0,)),
    (none_then_arrays, (_v,), (0,)),
    (last_layer_gives_a_number, (np.array([[0.3, 0.1], [0.2, 0.4]]), _v, np.array([0.2, 0.3])), (0, 1, 2)),
    (indices_that_carry_a_derivative, (_v,), (0,)),
    (axes_that_count_from_behind, (_v,), (0,)),
    (axes_that_are_kept, (_v, 1.5), (0, 1)),
    (tests_that_write_arrays, (_v,), (0,)),
    (tests_that_change_objects, (1.3,), (0,)),
    (tests_that_stop_early, (_v,), (0,)),
    (closed_at_the_end, (1.3,), (0,)),
    (lambdas_of_a_table, (0.7, 0), (0,)),
    (lambdas_of_a_table, (0.7, 1), (0,)),
    (lambdas_of_a_table, (0.7, 2), (0,)),
    (library_functions_of_a_class, (1.3,), (0,)),
    (operations_of_an_object_without_values, (1.3,), (0,)),
    (the_subclass_is_asked_first, (1.3,), (0,)),
    (asked_what_it_is, (1.3,), (0,)),
    (sent_once, (1.3,), (0,)),
    (read_from_a_cache, (1.3,), (0,)),
    (number_or_list_as_a_test, (1.3,), (0,)),
    (axes_that_change_under_one_name, (1.3,), (0,)),
    (dict_of_a_dict, (1.3,), (0,)),
    (overflows_on_the_way, (1.3,), (0,)),
    (pairs_under_one_name, (1.3,), (0,)),
    (each_of_few, (1.3,), (0,)),
    (none_or_a_row, (_v,), (0,)),
    (values_that_hold_themselves, (1.3,), (0,)),
    (settings_by_attribute, (1.3,), (0,)),
    (class_of_an_object, (1.3,), (0,)),
    (asked_in_a_statement, (1.3,), (0,)),
    (none_until_an_object_is_made, (0.8, [0.4, -0.6]), (0, 1)),
    (captured_under_another_name, (_v,), (0,)),
    (attributes_made_up, (1.3,), (0,)),
    (behind_what_leaves, (1.3,), (0,)),
    (unpacked_into_itself, (1.3,), (0,)),
    (partial_functions_of_a_loop, (1.3,), (0,)),
    (keys_that_are_one, (1.3,), (0,)),
    (chained_calls_of_a_class, (1.3,), (0,)),
    (asked_before_it_changes, (1.3,), (0,)),
    (added_by_a_look, (1.3,), (0,)),
    (view_before_the_write, (1.3, {'a': 1.0}), (0,)),
    (functions_found_with_effects, (1.3,), (0,)),
    (effects_of_what_is_raised, (1.3,), (0,)),
    (stopped_generators, (np.array([0.3, 0.9, 1.2]),), (0,)),
    (views_of_views, (_square,), (0,)),
    (views_of_views_written, (_square,), (0,)),
    (items_of_other_sizes, (_u,), (0,)),
    (asked_in_turn, (1.3,), (0,)),
    (shuffled_beside_a_log, (1.3, _u), (0, 1)),
    (method_of_a_class_inside, (2.0, True), (0,)), (method_of_a_class_inside, (2.0, False), (0,)),
]
