"""copy.copy and copy.deepcopy: what is shared stays shared, what is copied does not."""
import copy
from collections import defaultdict, deque
from dataclasses import dataclass, field

import numpy as np


class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = list(children)
    def total(self):
        return self.value + sum(c.total() * 0.5 for c in self.children)


@dataclass
class State:
    x: float
    v: np.ndarray
    log: list = field(default_factory=list)


def deep_rows(x, y):
    rows = [[x, y], [y, x]]
    some = copy.deepcopy(rows)
    some[0][0] = y * y
    rows[1][0] *= 3
    some.append([x])
    return rows[0][0] * 2 + some[0][0] * rows[1][1] + rows[1][0] * some[1][0] + some[2][0]


def deep_alias(x, y):
    row = [x, y]
    rows = [row, row]
    other = copy.deepcopy(rows)
    other[0][0] *= y
    row[1] = x * x
    return other[1][0] * other[0][1] + rows[0][1]


def deep_tree(x, y):
    leaf = Node(x)
    tree = Node(y, [leaf, Node(x * y), leaf])
    new = copy.deepcopy(tree)
    new.children[0].value *= 2
    tree.value = 0.0
    return tree.total() * new.total() + new.value


def deep_loop(x, n):
    state = State(x, np.array([x, 2 * x]))
    best = copy.deepcopy(state)
    for i in range(n):
        state.v *= x
        state.x += state.v[0]
        state.log.append(state.x)
        if i % 2 == 0:
            best = copy.deepcopy(state)
            best.v[1] += 1.0
    return best.x * np.sum(best.v) + sum(best.log) + state.x


def shallow_object(x, y):
    a = State(x, np.array([y, x]), [y])
    b = copy.copy(a)
    b.x = b.x * y
    b.v[0] = x * x
    b.log.append(x)
    b.v = b.v * 2
    return a.x * b.x + np.sum(a.v) + np.sum(b.v) * a.log[1]


def shallow_containers(x, y):
    xs = [x, [y]]
    ys = copy.copy([x, y, x * y])
    zs = copy.copy(ys)
    zs[0] = 3.0 * y
    d = {'a': x, 'l': [y]}
    e = copy.copy(d)
    e['a'] = e['a'] * 2
    e['l'][0] *= x
    return ys[0] * zs[0] + e['a'] * d['a'] + d['l'][0]


def deep_args(net, k):
    new = copy.deepcopy(net)
    new['w'][0] = new['w'][0] * k
    new['b'] += net['b'] * k
    old = copy.deepcopy(new['w'])
    new['w'][1] = 0.0
    return sum(old) * new['b'] + sum(net['w']) + new['layers'][0][0] * k


def deep_arrays(x, A):
    xs = [A, A.T, A * x]
    ys = copy.deepcopy(xs)
    ys[0][0, 0] = 5.0
    A[1] *= x
    b = copy.copy(A)
    c = copy.deepcopy(A[0])
    b[0] = 0.0
    return np.sum(ys[0] * ys[2]) + np.sum(ys[1][0]) * np.sum(b) + np.sum(c * c)


def deep_tuple(x, y):
    t = (x, [y, x], 3.0)
    u = copy.deepcopy(t)
    v = copy.copy(t)
    u[1][0] *= 2
    v[1].append(x * y)
    return u[0] * u[1][0] + len(t[1]) * t[1][2] + copy.copy(x) * copy.deepcopy(y)


def deep_of_deep(x, n):
    xs = [[x]]
    for i in range(n):
        ys = copy.deepcopy(xs)
        ys[0].append(x * i)
        xs = copy.deepcopy(ys)
        xs[0][0] *= 1.5
    return sum(xs[0]) * ys[0][0]


def deep_dicts(x, y):
    d = defaultdict(list)
    d['a'].append(x)
    e = copy.deepcopy(d)
    e['b'].append(y)
    e['a'].append(x * y)
    q = deque([x, y], maxlen=2)
    r = copy.deepcopy(q)
    r.append(x * x)
    return sum(e['a']) * sum(e['b']) + len(d['a']) * r[0] * q[0] + r[1]


def helper_copy(o):
    return copy.deepcopy(o)


def in_helper_twice(x):
    a = Node(x, [Node(x * x)])
    b = helper_copy(a)
    b.children[0].value += x
    c = helper_copy(b)
    c.value *= 3
    return a.total() + b.total() * c.total()


def inactive_copy(x):
    cfg = {'n': 3, 'w': [1.0, 2.0]}
    new = copy.deepcopy(cfg)
    new['w'][0] = x
    return sum(new['w']) * x + sum(cfg['w']) * new['n'] * x


A = np.array([[1.2, 0.4], [0.3, 0.8]])


CASES = [
    (deep_rows, (1.2, 0.9), (0, 1)), (deep_alias, (1.2, 0.9), (0, 1)), (deep_tree, (1.2, 0.9), (0, 1)),
    (deep_loop, (1.1, 4), (0,)), (shallow_object, (1.2, 0.9), (0, 1)), (shallow_containers, (1.2, 0.9), (0, 1)),
    (deep_args, ({'w': [1.0, 2.0], 'b': 0.5, 'layers': [[0.7]]}, 1.3), (0, 1)), (deep_arrays, (1.2, A), (0, 1)),
    (deep_tuple, (1.2, 0.9), (0, 1)), (deep_of_deep, (1.2, 3), (0,)), (deep_dicts, (1.2, 0.9), (0, 1)),
    (in_helper_twice, (1.2,), (0,)), (inactive_copy, (1.2,), (0,)),
]
