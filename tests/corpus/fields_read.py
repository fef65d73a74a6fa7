"""Dicts and objects as arguments of which fields are read, and what goes beyond that."""
from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np


@dataclass
class Layer:
    W: np.ndarray
    b: np.ndarray

    def __call__(self, x):
        return np.tanh(self.W @ x + self.b)

    def penalty(self):
        return np.sum(self.W**2) + self.scale()

    def scale(self):
        return np.sum(self.b) ** 2


@dataclass
class Net:
    first: Layer
    second: Layer
    gain: float


class Plain:
    factor = 3.0

    def __init__(self, a, v):
        self.a, self.v = a, v

    @property
    def twice(self):
        return 2 * self.a


@dataclass
class Config:
    a: float
    v: np.ndarray
    kind: str = 'relu'
    bias: float = None
    on: bool = True
    n: int = 3


def objects_in_objects(net, x):
    return np.sum(net.second(net.first(x))) * net.gain + net.first.penalty()


def layer(p, x):
    return np.tanh(p['W'] @ x + p['b'])


def dicts_in_dicts(p, x):
    h = layer(p['one'], x)
    h = layer(p['two'], h) + layer(p['one'], h)
    return np.sum(h**2) * p['gain']


def array_under_a_name(p, x):
    W = p['W']
    h = W @ x
    return np.sum(h * p['b']) + p['s'] ** 2


def in_a_loop(p, n):
    t = 0.0
    for k in range(n):
        t = t * p['a'] + p['v'][k % 2] * k
        if t > 3:
            t = t - p['a']
    return t


def class_attributes(o, x):
    return o.a * x + np.sum(o.v) * o.factor


def property_of_it(o, x):
    return o.a * x + np.sum(o.v) + o.twice


def captured(p, x):
    def inner(y):
        return y * p['a'] + np.sum(p['v'])

    return inner(inner(x))


def handed_to_a_lambda(p, x):
    f = lambda q: q['a'] * np.sum(q['v'])
    return f(p) * x + f(p) ** 2


def values_summed(p, x):
    return sum(np.sum(v) ** 2 * (i + 1) for i, v in enumerate(p.values())) * x


def items_with_a_test(p, x):
    return sum(np.sum(v) ** 2 * len(k) for k, v in p.items() if k != 'a') * x


def values_joined(p, x):
    return np.sum(np.concatenate([np.ravel(v) for v in p.values()]) ** 2) * x


def loops_over_it(p, x):
    t = 0.0
    for k, v in p.items():
        t += np.sum(v * v) * len(k)
    for k in p:
        t = t * x + np.sum(p[k])
    return t * np.sum(p[k])


def loop_that_is_left(p, x):
    t = 0.0
    for v in p.values():
        if np.sum(v) > 1.9:
            break
        t += np.sum(v) ** 2
    return t * x


def keys_asked_for(p, x):
    if 'a' in p:
        x = x * p['a']
    if 'z' not in p:
        x = x * len(p)
    return x * np.sum(p['v'])


def under_another_name(p, x):
    q = p
    return q['a'] * x * p['a']


def item_written(p, x):
    p['a'] = p['a'] * x
    return p['a'] * np.sum(p['v'])


def array_written(p, x):
    v = p['v']
    v[0] = x
    return np.sum(p['v']) * p['a']


def got(p, x):
    return p.get('a', 1.0) * x + p.get('zz', 2.0) * np.sum(p['v'])


def one_of_two(p, x):
    return (p if x > 0 else {'a': 1.0, 'v': np.array([1.0, 2.0])})['a'] * x


def made_anew(p, x):
    new = {k: v - 0.1 * v * v for k, v in p.items()}
    return new['a'] * np.sum(new['v'] ** 2) * x


def unpacked_values(p, x):
    a, v = p.values()
    return a * np.sum(v) * x


def configured(c, x):
    h = c.a * x * np.sum(c.v)
    if c.kind == 'relu':
        h = max(h, 0.0)
    elif c.kind == 'tanh':
        h = np.tanh(h)
    if c.bias is not None:
        h = h + c.bias
    for k in range(c.n):
        h = h * c.a + k * c.v[c.n - 2]
    return h * 2 if c.on else h


def lists_in_it(p, x):
    h = x
    for W, b in zip(p['Ws'], p['bs']):
        h = np.tanh(W @ h + b)
    return np.sum(h) * p['c'][0] + sum(np.sum(W**2) for W in p['Ws']) + max(p['c']) * sum(p['c'])


def list_in_it_grows(p, x):
    p['c'].append(np.sum(x))
    return sum(p['c'])


def two_of_them(p, q, x):
    return np.sum(p['v'] * q['v']) * p['a'] * x


def unused_field(o, x):
    return o.a * x


def counted_from_one(p, x):
    return sum(np.sum(v) * i for i, v in enumerate(p.values(), start=1)) * x


def truths_counted(p, x):
    return x * sum(np.sum(v) > 0 for v in p.values()) + p['a']


def truth_as_a_place(p, w):
    return np.sum(w[sum(v > 1 for v in p.values())] * p['a'])


def name_of_the_dict_bound_anew(p):
    s, k = 0.0, 'a'
    for k, v in p[k].items():
        s = s * 2 + v
    for k in p:
        for k, v in p[k].items():
            s = s * 0.5 + v
    return s


def key_with_quotes(p, x):
    for k, v in p.items():
        x = x + v * len(f'{k}!')
    return x


rng = np.random.default_rng(3)
_p, _x = {'a': 1.3, 'v': np.array([0.5, 1.5])}, np.array([0.3, 0.7])


def _layer():
    return {'W': rng.normal(size=(2, 2)), 'b': rng.normal(size=2)}


_lists = {'Ws': [rng.normal(size=(2, 2)), rng.normal(size=(1, 2))], 'bs': [_x, np.array([0.5])], 'c': [1.0, 0.5, 0.25]}


CASES = [
    (objects_in_objects, (Net(Layer(**_layer()), Layer(**_layer()), 2.0), _x), (0, 1)),
    (dicts_in_dicts, ({'one': _layer(), 'two': _layer(), 'gain': 1.5}, _x), (0, 1)),
    (array_under_a_name, ({**_layer(), 's': 0.7}, _x), (0, 1)), (in_a_loop, (_p, 4), (0,)),
    (class_attributes, (Plain(**_p), 0.7), (0, 1)), (class_attributes, (SimpleNamespace(**_p, factor=1.5), 0.7), (0, 1)),
    (property_of_it, (Plain(**_p), 0.7), (0, 1)), *((f, (_p, 0.7), (0, 1)) for f in (
        captured, handed_to_a_lambda, values_summed, items_with_a_test, values_joined, loops_over_it, loop_that_is_left,
        keys_asked_for, under_another_name, item_written, array_written, got, one_of_two, made_anew, unpacked_values,
    )),
    (configured, (Config(1.3, _x), 0.7), (0, 1)), (configured, (Config(1.3, _x, 'tanh', 0.3, False), 0.7), (0, 1)),
    (lists_in_it, (_lists, _x), (0, 1)), (list_in_it_grows, (_lists, _x), (0, 1)),
    (counted_from_one, (_p, 0.7), (0, 1)), (truths_counted, (_p, 0.7), (0, 1)),
    (truth_as_a_place, ({'a': 1.5}, _x), (0, 1)), (key_with_quotes, ({'q\'"': 1.2, 'b': 2.0}, 0.7), (0, 1)),
    (name_of_the_dict_bound_anew, ({'a': {'a': 1.0, 'b': 2.0}, 'b': {'a': 3.0, 'b': 4.0}},), (0,)), (two_of_them, (_p, {'v': _x}, 0.7), (0, 1, 2)), (unused_field, (SimpleNamespace(**_p), 0.7), (0, 1)),
]
