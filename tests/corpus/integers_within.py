"""Integers within what is differentiated: they carry a derivative as floats do, and point and count as integers."""

from collections import namedtuple
from dataclasses import dataclass, field

import numpy as np

Config = namedtuple('Config', 'steps rate start')


def euler(c):
    x = c.start
    for _ in range(c.steps):
        x = x - c.rate * x * x
    return x


def counted_twice(c):
    x = c.start
    for k in range(1, c.steps + 1):
        x += c.rate / (k + c.steps // 2)
    return x * (2.0 if isinstance(c.steps, int) else 3.0) + len(str(c.steps))


def springs(edges, p):
    e = 0.0
    for u, v, k in edges:
        e += k * (p[u] - p[v] - 0.3) ** 2
    return e


def springs_by_row(edges, p):
    force = np.zeros(len(p))
    for e in edges:
        pull = e[2] * (p[e[1]] - p[e[0]]) ** 2
        force[e[0]] += pull
        force[e[1]] -= 0.5 * pull
    return np.sum(force * p)


def shortest(edges, n):
    far = [1e3] * n
    far[0] = 0.0
    for _ in range(n - 1):
        for u, v, length in edges:
            if far[u] + length < far[v]:
                far[v] = far[u] + length
    return far[-1]


def place_and_factor(p, xs):
    k, w = p
    return xs[k] * k * w


def places_computed(p, xs):
    k, w = p
    return xs[k + 1] * w + xs[2 * k - 1] ** 2 + xs[-k] + xs[k % 2] * xs[k // 2]


def parts_and_shapes(p, xs):
    n, w = p
    z = np.zeros((n, 2))
    z[: n - 1, 0] = xs[:n - 1] * w
    z[n - 1] = xs[0]
    padded = [w] * n
    return np.sum(z * z) + sum(padded) + np.sum(np.reshape(xs, (n, -1))[:, 0])


def bits_of_it(p):
    n, x = p
    while n > 0:
        if n & 1:
            x = x * 1.5
        x, n = x + 0.2, n >> 1
    return x


def powers(p):
    n, x = p
    y = 1.0
    while n:
        if n % 2 == 1:
            y = y * x
        x, n = x * x, n // 2
    return y


def looked_up(p, table):
    kind, x = p
    return table[kind] * x + {1: 2.0, 3: 4.0}.get(kind, 0.0) * x


class Mesh:
    def __init__(self, nodes, links, stiff):
        self.nodes, self.links, self.stiff = nodes, links, stiff

    def energy(self):
        e = 0.0
        for k, (i, j) in enumerate(self.links):
            e += self.stiff[k] * (self.nodes[i] - self.nodes[j]) ** 2
        return e


def mesh_energy(m):
    return m.energy() * 0.5


def mesh_at_once(m):
    d = m.nodes[m.links[:, 0]] - m.nodes[m.links[:, 1]]
    return np.sum(m.stiff * d * d) + np.sum(m.nodes[m.links[0]])


class Sparse:
    def __init__(self, data, indices, starts):
        self.data, self.indices, self.starts = data, indices, starts

    def times(self, x):
        y = np.zeros(len(self.starts) - 1)
        for i in range(len(y)):
            for k in range(self.starts[i], self.starts[i + 1]):
                y[i] += self.data[k] * x[self.indices[k]]
        return y


def sparse_product(a, x):
    y = a.times(x)
    return np.sum(y * y)


def sparse_by_rows(a, x):
    t = 0.0
    for i in range(len(a.starts) - 1):
        part = slice(a.starts[i], a.starts[i + 1])
        t += np.sum(a.data[part] * x[a.indices[part]]) ** 2
    return t


@dataclass
class Groups:
    means: np.ndarray
    group: np.ndarray
    count: int = 3
    sizes: list = field(default_factory=lambda: [2, 1])


def group_totals(g, y):
    total = np.zeros(g.count)
    np.add.at(total, g.group, y * g.means[g.group])
    return np.sum(total**2) + g.sizes[0] * total[g.sizes[1]]


def groups_counted(g, y):
    weight = np.bincount(g.group, weights=y, minlength=g.count)
    return np.sum(weight * g.means)


def integers_below(d):
    w, v = d['layer']['w'], d['layers'][0]['w']
    t = 0.0
    for k in range(3):
        t += 0.25 * w[k] ** 2 * v[k]
    return t


def integers_in_lists_of_dicts(d):
    return np.sum(d['rows'][1] * 0.5) * d['pair'][0][1]


def counts_in_a_dict(d):
    n, x = d['n'], d['x']
    z = np.zeros((n, 2)) + np.full((n, 2), x) * np.eye(n)
    z[: d['n'], 0] += np.repeat(x, d['n']) + np.linspace(0, x, num=n)
    return np.sum(z * z) + sum([x] * d['n']) + np.sum(np.arange(d['n']) * x)


def places_in_a_dict(d):
    v, k = d['v'], d['k']
    y = np.roll(v, d['n']) * v + np.take(v, d['n']) + np.cumsum(v, axis=k)
    return np.sum(np.tile(y, d['n'])) + np.sum(v.repeat(d['n'])) * np.sum(np.diag(v, k)) + np.sum(v, axis=d['k'])


def drawn_in_a_dict(d):
    rng = np.random.default_rng(d['seed'])
    return np.sum(rng.normal(size=d['n']) * d['x']) + np.sum(rng.random((d['n'], 2))) * d['x']


def counts_in_a_tuple(p):
    n, x = p
    z = np.linspace(0.0, x, n) + np.repeat(x, n) + np.zeros(n)
    bins = np.bincount(np.array([0, 1, 1]), weights=z, minlength=n)
    return np.sum(z * np.roll(z, n - 2)) + np.sum(bins**2)


def mask_or_another(m, v):
    s = m if v[0] < 1 else v > 0.5
    t = v > 0.5 if v[0] < 1 else m
    return np.sum(v[s] ** 2) + np.sum(v[t]) + np.sum(v[m & (v > 0.5)]) + np.sum(v[~m])


def mask_set_anew(d):
    d['m'] = d['v'] > 0.5
    return np.sum(d['v'][d['m']] ** 2)


def masks_in_turn(m, i, v):
    return sum(np.sum(v[s] ** 2) for s in (m, v > 0.5)) + np.sum(v[i])


EDGES = [(0, 1, 0.7), (1, 2, 1.1), (0, 2, 2.5), (2, 3, 0.4)]
P = np.array([0.2, 0.9, 1.4, 0.3])
MESH = (np.array([0.1, 0.8, 1.7]), np.array([[0, 1], [1, 2], [0, 2]]), np.array([1.0, 2.0, 0.5]))
SPARSE = (np.array([1.0, 2.0, 3.0, 4.0]), np.array([0, 2, 1, 2]), np.array([0, 2, 3, 4]))
GROUPS = (np.array([0.3, 0.5, 0.9]), np.array([0, 1, 1, 2]))
V, MASK = np.array([0.2, 0.9, 1.4, 0.3, 0.7]), np.array([True, False, True, True, False])
Y = np.array([1.0, 0.4, 0.6, 0.8])

CASES = [
    (euler, (Config(4, 0.1, 0.8),), (0,)),
    (counted_twice, (Config(4, 0.1, 0.8),), (0,)),
    (springs, (EDGES, P), (0, 1)),
    (springs_by_row, (EDGES, P), (0, 1)),
    (shortest, (EDGES, 4), (0,)),
    (place_and_factor, ((2, 0.7), [0.5, 0.6, 0.8]), (1,)),
    (places_computed, ((2, 0.7), P), (0, 1)),
    (parts_and_shapes, ((2, 0.7), P), (0, 1)),
    (bits_of_it, ((5, 0.7),), (0,)),
    (powers, ((5, 0.7),), (0,)),
    (looked_up, ((1, 0.7), P), (0, 1)),
    (mesh_energy, (Mesh(*MESH),), (0,)),
    (mesh_at_once, (Mesh(*MESH),), (0,)),
    (sparse_product, (Sparse(*SPARSE), P[:3]), (0, 1)),
    (sparse_by_rows, (Sparse(*SPARSE), P[:3]), (0, 1)),
    (group_totals, (Groups(*GROUPS), Y), (0, 1)),
    (groups_counted, (Groups(*GROUPS), Y), (0, 1)),
    (mask_or_another, (MASK, V), (1,)),
    (mask_set_anew, ({'m': MASK, 'v': V},), (0,)),
    (masks_in_turn, (MASK, np.array([2, 0, 1]), V), (2,)),
    (counts_in_a_dict, ({'x': 1.5, 'n': 2},), (0,)),
    (places_in_a_dict, ({'v': P, 'k': 0, 'n': 2},), (0,)),
    (drawn_in_a_dict, ({'x': 1.5, 'n': 3, 'seed': 4},), (0,)),
    (counts_in_a_tuple, ((3, 0.7),), (0,)),
    (integers_below, ({'layer': {'w': np.array([1, 2, 3])}, 'layers': [{'w': np.array([3, 1, 2])}]},), (0,)),
    (integers_in_lists_of_dicts, ({'rows': [np.array([1, 2]), np.array([2, 3])], 'pair': [(1, np.array([2, 5])[1])]},), (0,)),
]
