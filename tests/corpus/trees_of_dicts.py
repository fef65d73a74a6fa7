"""Trees of dicts, lists and objects, by recursion; functions that a library may have or not."""

import numpy as np


def scaled_by_statement(d, y):
    r = {}
    for k, v in d.items():
        if isinstance(v, dict):
            r[k] = scaled_by_statement(v, y)
        else:
            r[k] = v * y
    return r


def by_statement(x, y):
    r = scaled_by_statement({'a': x, 'b': {'c': y, 'd': 2.0}}, y)
    return r['a'] * r['b']['c']


def scaled_by_variable(d, y):
    r = {}
    for k, v in d.items():
        w = scaled_by_variable(v, y) if isinstance(v, dict) else v * y
        r[k] = w
    return r


def by_variable(x, y):
    r = scaled_by_variable({'a': x, 'b': {'c': y, 'd': 2.0}}, y)
    return r['a'] * r['b']['c']


def scaled_by_comprehension(d, y):
    return {k: scaled_by_comprehension(v, y) if isinstance(v, dict) else v * y for k, v in d.items()}


def by_comprehension(x, y):
    r = scaled_by_comprehension({'a': x, 'b': {'c': y, 'd': 2.0}}, y)
    return r['a'] * r['b']['c']


def scaled_by_list_comprehension(d, y):
    return [scaled_by_list_comprehension(v, y) if isinstance(v, list) else v * y for v in d]


def by_list_comprehension(x, y):
    r = scaled_by_list_comprehension([x, [y, 2.0]], y)
    return r[0] * r[1][0]


def scaled_by_kinds_of_one(d, y):
    if isinstance(d, dict):
        return {k: scaled_by_kinds_of_one(v, y) for k, v in d.items()}
    return d * y


def by_kinds_of_one(x, y):
    r = scaled_by_kinds_of_one({'a': x, 'b': {'c': y, 'd': 2.0}}, y)
    return r['a'] * r['b']['c']


def scaled_by_kinds_of_sequences(d, y):
    if isinstance(d, (list, tuple)):
        return [scaled_by_kinds_of_sequences(v, y) for v in d]
    return d * y


def by_kinds_of_sequences(x, y):
    r = scaled_by_kinds_of_sequences([x, (y, 2.0)], y)
    return r[0] * r[1][0]


class Link:
    def __init__(self, v, nxt=None):
        self.v, self.next = v, nxt


class LinkedList:
    def __init__(self):
        self.head = None

    def push(self, v):
        self.head = Link(v, self.head)

    def __iter__(self):
        n = self.head
        while n is not None:
            yield n
            n = n.next


class Node:
    def __init__(self, w, parent=None):
        self.w, self.parent = w, parent

    def up(self):
        return self.w + (self.parent.up() * 0.5 if self.parent else 0.0)


def linked_list(x, y):
    l = LinkedList()
    for k in range(3):
        l.push(x * k + y)
    s = 0.0
    for n in l:
        s += n.v * n.v
    return s


def linked_list_changed(x, y):
    l = LinkedList()
    for k in range(3):
        l.push(x * k + y)
    for n in l:
        n.v *= x
    return sum(n.v for n in l) * max(n.v for n in l)


def parents(x, y):
    return Node(x, Node(y)).up()


def of_newer_versions(x, y):
    v = np.array([x, y, x * y])
    return float(np.trapezoid(v) if hasattr(np, 'trapezoid') else np.trapz(v))


def of_some_versions(x, y):
    v = np.array([x, y, x * y])
    if hasattr(np, 'trapezoid'):
        t = np.trapezoid(v)
    else:
        t = np.trapz(v)
    if not hasattr(np, 'no_such_thing'):
        t = t * x
    f = np.sum if hasattr(np, 'sum') else None
    return float(t) + (np.nothing(v) if hasattr(np, 'nothing') else f(v))


CASES = [(f, (1.3, 0.8), (0, 1)) for f in (
    by_statement, by_variable, by_comprehension, by_list_comprehension, by_kinds_of_one, by_kinds_of_sequences,
    linked_list, linked_list_changed, parents, of_newer_versions, of_some_versions,
)]  # fmt: skip
