"""Sets of objects, and dicts whose keys are objects: micrograd, graphs, searches."""
import math
from collections import defaultdict

import numpy as np


class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.grad = 0.0
        self.children = set(children)


def nodes(x, y):
    a, b = Node(x), Node(y)
    return a, b, Node(x * y, (a, b))


def looped(x, y):
    a, b, c = nodes(x, y)
    total = 0.0
    for n in c.children:
        total += n.value ** 2
    return total * c.value


def summed(x, y):
    a, b, c = nodes(x, y)
    return sum(n.value ** 3 for n in c.children)


def popped(x, y):
    a, b, c = nodes(x, y)
    todo = {c}
    total = 0.0
    while todo:
        n = todo.pop()
        total += n.value ** 2
        for m in n.children:
            todo.add(m)
    return total


def united(x, y):
    a, b, c = nodes(x, y)
    total = 0.0
    for n in c.children | {c}:
        total += n.value ** 2
    return total


def updated(x, y):
    a, b, c = nodes(x, y)
    s = set()
    s.update(c.children)
    s |= {c}
    total = 0.0
    for n in s:
        total += n.value ** 2
    return total


def gradients(x, y):
    a, b, c = nodes(x, y)
    for n in c.children:
        n.grad += c.value * n.value
    return a.grad * 2 + b.grad


def listed(x, y):
    a, b, c = nodes(x, y)
    L = list(c.children)
    return sum(n.value for n in L) * c.value


def ordered(x, y):
    a, b, c = nodes(x, y)
    L = sorted(c.children, key=lambda n: n.value)
    return L[0].value * 2 + L[1].value


def best_of_a_set(x, y):
    a, b, c = nodes(x, y)
    return max(c.children, key=lambda n: n.value).value * c.value


def first_of_a_set(x, y):
    a, b, c = nodes(x, y)
    c.children.discard(b)
    n = next(iter(c.children))
    return n.value * c.value


def made(x, y):
    a, b, c = nodes(x, y)
    s = {n for n in (a, b, c) if n.value > 0}
    t = {*s, a}
    return sum(n.value ** 2 for n in s) + sum(n.value for n in t)


def with_arrays(v, x):
    a, b = Node(v), Node(v * x)
    s = {a, b}
    for n in s:
        n.value *= 2
        n.value[0] += x
    return a.value.sum() * b.value @ v


def removed(x, y):
    a, b, c = nodes(x, y)
    s = {a, b, c}
    s.remove(a)
    t = 0.0
    while len(s) > 0:
        n = s.pop()
        t += n.value
    return t * x


def items_of_dict(x, y):
    a, b, c = nodes(x, y)
    d = {'a': {a, b}, 'b': {c}}
    t = 0.0
    for k, s in d.items():
        for n in s:
            t += n.value * len(s)
    return t


def enumerated(x, y):
    a, b, c = nodes(x, y)
    t = 0.0
    for k, n in enumerate({c}):
        t += n.value * (k + 1)
    for n, m in zip({a}, {b}):
        t += n.value / m.value
    return t


def graph(x, y):
    class V:
        def __init__(self, h):
            self.h = h
            self.near = set()
    vs = [V(x), V(y), V(x * y)]
    for i, j in [(0, 1), (1, 2)]:
        vs[i].near.add(vs[j])
        vs[j].near.add(vs[i])
    for _ in range(3):
        new = [v.h + sum(math.tanh(u.h) for u in v.near) / len(v.near) for v in vs]
        for v, h in zip(vs, new):
            v.h = h
    return sum(v.h ** 2 for v in vs)


def plain_sets(x, n):
    s = {1, 2}
    s.update([3, n])
    s |= {7}
    t = s | {9}
    u = t - {1}
    s.update(range(2), (11,))
    return x * sum(s) + x ** 2 * len(u)


def changed_while_listed(x, y):
    a, b, c = nodes(x, y)
    s = {a, b}
    t = 0.0
    for n in list(s):
        t += n.value * x
        s.discard(n)
        s.add(c)
    for n in s:
        t += n.value ** 2
    return t


def changed_behind(x, y):
    a, b, c = nodes(x, y)
    s = {a, b}
    t = 0.0
    for n in s:
        t += n.value * n.value
    s.clear()
    s.add(c)
    for n in s:
        n.value *= x
        t += n.value ** 3
    return t


def self_update(x, y):
    a, b, c = nodes(x, y)
    s = {c}
    s.update(s)
    s.update(m for n in (a, c) for m in n.children)
    s |= s
    return sum(n.value ** 2 for n in s)


def searched(x, y, z):
    """Breadth first, with a set of what has been seen."""
    root = Node(x * y, [Node(x, [Node(z)]), Node(y, [Node(z * z)])])
    seen, todo, total, depth = {root}, [root], 0.0, 0
    while todo:
        depth += 1
        later = []
        for n in todo:
            total += n.value ** depth
            for m in n.children:
                if m not in seen:
                    seen.add(m)
                    later.append(m)
        todo = later
    return total * len(seen)


def swapped(x, y):
    a, b, c = nodes(x, y)
    s, t = {a}, {b, c}
    s, t = t, s
    tot = 0.0
    for n in s:
        tot += n.value * 2
    for n in t:
        tot += n.value * y
    return tot


def attribute_objects(x, y):
    class G:
        def __init__(self):
            self.members = set()
            self.k = 0.0
        def add(self, n):
            self.members.add(n)
            return self
        def total(self):
            return sum(m.value for m in self.members) + self.k
        def __iter__(self):
            return iter(self.members)
    a, b, c = nodes(x, y)
    g = G().add(a).add(b).add(c)
    g.k = x * y
    t = g.total()
    for m in g:
        m.value = m.value * t
    return g.total()


def in_a_list(x, y):
    a, b, c = nodes(x, y)
    L = [set(), {a}, {b, c}]
    L[0] |= L[1]
    L[0].add(b)
    t = 0.0
    for s in L:
        for n in s:
            t += n.value * len(s)
    return t


def kinds_in_set(x, y):
    a, b, c = nodes(x, y)
    s = {a, None}
    t = 0.0
    for n in s:
        if n is not None:
            t += n.value
    return t


def as_argument(s):
    return sum(n.value for n in s)


def given_to_helper(x, y):
    a, b, c = nodes(x, y)
    return as_argument({a, b}) * as_argument({c})


# Dicts


def relaxed(x, y):
    a, b, c = nodes(x, y)
    dist = {c: 1.0}
    todo = [c]
    while todo:
        n = todo.pop()
        for m in sorted(n.children, key=lambda n: n.value):
            d = dist[n] * m.value
            if m not in dist or d < dist[m]:
                dist[m] = d
                todo.append(m)
    return sum(dist.values()) + sum(k.value * v for k, v in dist.items())


def memo(x, y):
    a, b, c = nodes(x, y)
    cache = {}
    def value(n):
        if n not in cache:
            cache[n] = n.value + sum(value(m) for m in n.children)
        return cache[n]
    return value(c) * value(a)


def counted(x, y):
    a, b, c = nodes(x, y)
    d = {}
    for n in (a, b, a, c, a):
        d[n] = d.get(n, 0) + 1
    return sum(n.value ** k for n, k in d.items())


def adjoints_by_node(x, y):
    a, b, c = nodes(x, y)
    g = {n: 0.0 for n in (a, b, c)}
    g[c] += 1.0
    g[a] += g[c] * b.value
    g[b] += g[c] * a.value
    del g[c]
    return g[a] * x + g[b] ** 2 + g.pop(a) * len(g)


def arrays_by_node(v, x):
    a, b = Node(v), Node(v * x)
    buf = {a: np.zeros_like(v), b: v.copy()}
    for n in buf:
        buf[n] += n.value * x
        n.value = buf[n]
    buf[a][0] = x
    return a.value.sum() + b.value @ v


def keys_written(x, y):
    a, b, c = nodes(x, y)
    d = {a: 1, c: 2}
    for n, k in d.items():
        n.value *= k * x
    for n in d.keys():
        n.grad += n.value
    for n in list(d):
        if d[n] == 1:
            del d[n]
    (n,) = d
    return a.grad + c.grad * n.value


def class_graph(x, y):
    class Graph:
        def __init__(self):
            self.edges = {}
        def edge(self, a, b, w):
            self.edges.setdefault(a, {})[b] = w
            self.edges.setdefault(b, {})[a] = w
        def total(self, start, seen=None):
            seen = set() if seen is None else seen
            seen.add(start)
            t = start.value
            for other, w in self.edges[start].items():
                if other not in seen:
                    t += w * self.total(other, seen)
            return t
    a, b, c = nodes(x, y)
    g = Graph()
    g.edge(a, b, x)
    g.edge(b, c, y)
    g.edge(a, c, 2.0)
    return g.total(a)


def defaults(x, y):
    a, b, c = nodes(x, y)
    d = defaultdict(float)
    for n in (a, b, a, c):
        d[n] += n.value * x
    e = defaultdict(list)
    for n in (a, b, a, c):
        e[n].append(n.value)
    return sum(d.values()) * d[a] + sum(sum(l) * n.value for n, l in e.items())


def tuple_key(x, y):
    a, b, c = nodes(x, y)
    d = {(a, b): x, (b, c): y}
    return sum(k[0].value * v for k, v in d.items())


def edges(x, y):
    a, b, c = nodes(x, y)
    w = {}
    for p, q in [(a, b), (b, c), (c, a)]:
        w[p, q] = p.value * q.value
        w[q, p] = w[p, q] * x
    t = w[a, b] + w[c, b]
    for (p, q), v in w.items():
        t += v * p.value - q.value
    seen = set()
    for p, q in w:
        if (q, p) not in seen:
            seen.add((p, q))
            t += w[p, q]
    return t


def mapping(x, y):
    a, b, c = nodes(x, y)
    w = {a: x, b: y}
    w[c] = 1.0
    t = 0.0
    for n in w:
        t += n.value * w[n]
    return t


# micrograd


class Value:
    def __init__(self, data, _children=(), _op=''):
        self.data = data
        self.grad = 0
        self._backward = lambda: None
        self._prev = set(_children)
        self._op = _op
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), '+')
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out
    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), '*')
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out
    def __pow__(self, other):
        assert isinstance(other, (int, float)), "only supporting int/float powers for now"
        out = Value(self.data**other, (self,), f'**{other}')
        def _backward():
            self.grad += (other * self.data**(other-1)) * out.grad
        out._backward = _backward
        return out
    def relu(self):
        out = Value(0 if self.data < 0 else self.data, (self,), 'ReLU')
        def _backward():
            self.grad += (out.data > 0) * out.grad
        out._backward = _backward
        return out
    def backward(self):
        topo = []
        visited = set()
        def build_topo(v):
            if v not in visited:
                visited.add(v)
                for child in v._prev:
                    build_topo(child)
                topo.append(v)
        build_topo(self)
        self.grad = 1
        for v in reversed(topo):
            v._backward()
    def __neg__(self):
        return self * -1
    def __radd__(self, other):
        return self + other
    def __sub__(self, other):
        return self + (-other)
    def __rsub__(self, other):
        return other + (-self)
    def __rmul__(self, other):
        return self * other
    def __truediv__(self, other):
        return self * other**-1
    def __rtruediv__(self, other):
        return other * self**-1


def of_micrograd(a, b):
    x, y = Value(a), Value(b)
    z = x * y + x
    w = z.relu() + (x * y) ** 2
    return w.data


def backward_of_micrograd(a, b):
    x, y = Value(a), Value(b)
    z = x * y + x
    w = z.relu() + (x * y) ** 2
    w.backward()
    return x.grad + 2 * y.grad


# Parts of sets, and sets that change in place


def common(x, y):
    a, b, c = nodes(x, y)
    s, t = {a, c}, {c, b}
    total = 0.0
    for n in s & t:
        total += n.value ** 2
    for n in s - t:
        total += n.value * y
    for n in s - {a}:
        total += n.value ** 3
    for n in s.intersection(t):
        total += n.value * x
    for n in c.children.difference({b}):
        total += n.value
    return total * s.isdisjoint({b}) + len(s & t) * x


def unvisited(x, y):
    a, b, c = nodes(x, y)
    todo, seen = {a, b, c}, set()
    total = 0.0
    while todo - seen:
        n = min(todo - seen, key=lambda n: n.value)
        seen.add(n)
        total += n.value * len(seen)
    todo -= seen
    return total + len(todo)


def member_named(x, y):
    a, b, c = nodes(x, y)
    member = {a, b}
    item = {b}
    return sum(n.value for n in member - item) * x + sum(n.value for n in member & item)


def cut(x, y):
    a, b, c = nodes(x, y)
    s = {a, b, c}
    s &= {a, b}
    s -= {a}
    return sum(n.value for n in s) * y


def shared_sets(x, y):
    a, b, c = nodes(x, y)
    s = {a, b}
    t = s
    s |= {c}
    s -= {a}
    u = t
    u &= {b, a}
    return sum(n.value for n in t) * len(t) + sum(n.value for n in s) * x + len(u) * y


class Frontier:
    def __init__(self):
        self.open = set()


def sets_in_attributes(x, y):
    a, b, c = nodes(x, y)
    g = Frontier()
    g.open |= {a, b}
    h = g.open
    g.open -= {a}
    g.open |= {c}
    d = {'k': g.open}
    d['k'] -= {b}
    return sum(n.value for n in h) * x + sum(n.value for n in g.open) * len(d['k'])


def sets_of_numbers_in_place(x, n):
    s = {1, 2, n}
    t = s
    s -= {1}
    s |= {9}
    s ^= {2, 11}
    s &= {9, 11, 5}
    L = [x]
    L.append(x * len(t))
    return L[1] * sum(t)


_u = np.array([0.3, 0.5])

CASES = [
    (f, (1.5, 0.5), (0, 1))  # whose sums are exact in any order
    for f in (
        looped, summed, popped, united, updated, gradients, listed, ordered, made, removed, items_of_dict,
        enumerated, graph, changed_while_listed, changed_behind, self_update, swapped, attribute_objects,
        in_a_list, kinds_in_set, given_to_helper, first_of_a_set, best_of_a_set, memo, counted, keys_written,
        class_graph, defaults, tuple_key, edges, mapping, relaxed, adjoints_by_node,
    )
]
CASES += [
    (with_arrays, (_u, 1.2), (0, 1)), (arrays_by_node, (_u, 1.2), (0, 1)), (plain_sets, (1.3, 5), (0,)),
    (searched, (1.3, 0.5, 0.8), (0, 1, 2)), (of_micrograd, (1.5, 0.7), (0, 1)),
    (backward_of_micrograd, (1.5, 0.7), (0, 1)),
]
CASES += [
    (f, (1.5, 0.5), (0, 1))
    for f in (common, unvisited, member_named, cut, shared_sets, sets_in_attributes)
]
CASES += [(sets_of_numbers_in_place, (1.3, 5), (0,))]
