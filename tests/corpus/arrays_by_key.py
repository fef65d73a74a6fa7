"""Arrays of a dict under keys that are one of several texts: of as many axes as those have, each of its own size."""

import numpy as np


def layers(p, x):
    for n in ('1', '2'):
        x = np.tanh(x @ p['W' + n] + p['b' + n])
    return x.sum()


def attention(p, x):
    q, k = (x @ p[n] for n in ('Wq', 'Wk'))
    total = 0.0
    for n in ('Wq', 'Wk'):
        total += p[n].T[0].sum()
    for n in ['g', 'h']:
        total = total * p[n][0]
    return (q @ k.transpose(1, 0)).sum() * p['g'].sum() + total + sum(p[n].sum() for n in p)


def one_beside_the_last(p):
    last, total = None, 0.0
    for n in ('a', 'b', 'c'):
        v = p[n]
        if last is not None:
            total = total + (last * v).sum() + (last + v).sum() ** 2
        last = v
    return total


def each_with_each(p):
    total = 0.0
    for n in ('a', 'b', 'c'):
        for m in ('a', 'b', 'c'):
            total += (p[n] * p[m]).sum()
    items = [p[n] for n in ('a', 'b')]
    return total + (items[0] * items[1]).sum()


class Map:
    def __init__(self):
        self.mean = np.zeros(3)

    def move(self, v):
        x, y, turn = self.mean[:3]
        self.mean[0] = x + v

    def observe(self, r):
        self.mean = np.append(self.mean, self.mean[:2] + r)
        self.mean = np.insert(self.mean, 1, r)
        self.mean = np.delete(self.mean, 2)


def grown_attribute(r):
    m = Map()
    for _ in range(2):
        m.move(r)
        m.observe(r)
    return (m.mean * np.arange(len(m.mean))).sum()


_net = {
    'W1': np.full((2, 3), 0.3), 'b1': np.zeros(3), 'W2': np.linspace(0.1, 0.3, 3).reshape(3, 1), 'b2': np.zeros(1),
}  # fmt: skip
_heads = {'Wq': np.full((2, 2), 0.7), 'Wk': np.eye(2), 'g': np.ones(2), 'h': np.array([1.0, 2.0, 3.0])}
_sizes = {'a': np.array([0.4]), 'b': np.arange(3.0) + 0.2, 'c': np.arange(3.0) * 0.3 + 1}
_x = np.array([[1.0, 2.5], [0.0, 1.0]])

CASES = [
    (layers, (_net, _x), (0, 1)), (attention, (_heads, _x), (0, 1)), (one_beside_the_last, (_sizes,), (0,)),
    (each_with_each, (_sizes,), (0,)), (grown_attribute, (0.7,), (0,)),
]  # fmt: skip
