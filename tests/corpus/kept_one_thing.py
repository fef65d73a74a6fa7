"""Programs whose way back divides by zero or overflows in Python's numbers: it is run again, with NumPy's.

What was one list, dict or object under two names is one thing then, too.
"""
import math
from collections import deque


class Point:
    def __init__(self, x):
        self.x = x
        self.around = []

    def moved(self, y):
        return self.x * y


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


def object_under_two_names(x, y):
    p = Point(x)
    q = p
    s = sigmoid(-400.0 * y)
    q.x = q.x * y
    return s + p.x * y


def dict_under_two_names(x, y):
    d = {'a': x, 'b': y}
    e = d
    s = sigmoid(-400.0 * y)
    e['a'] *= y
    return s + d['a'] * e['b']


def lists_swapped(x, y):
    a, b = [x, y], [y, x * y]
    s = sigmoid(-400.0 * y)
    a, b = b, a
    a[0] *= x
    return s + a[0] * b[1] + a[1]


def saturated_layers(w, x):
    layers = [{'w': [w, -w], 'out': []} for _ in range(2)]
    for layer in layers:
        for k in layer['w']:
            layer['out'].append(1 / (1 + math.exp(-k * x * 300)))
        x = sum(layer['out']) * layer['w'][0]
    return x + sum(sum(layer['out']) for layer in layers)


def rows_eliminated(A, y):
    A = [row[:] for row in A]
    s = sigmoid(-400 * y)
    for i in (1, 2):
        f = A[i][0] / A[0][0]
        for j in range(3):
            A[i][j] -= f * A[0][j]
    return A[1][1] * A[2][2] + s


def neighbours_in_a_circle(x, y):
    p, q = Point(x), Point(y)
    p.around.append(q)
    q.around.append(p)
    s = sigmoid(-400.0 * y)
    for n in p.around:
        n.x *= n.around[0].x
    return s + q.x * p.x


def deque_within_a_dict(x, y):
    d = {'q': deque([x, y], 3), 'n': 1}
    q = d['q']
    s = sigmoid(-400.0 * y)
    q.append(x * y)
    q[0] *= y
    return s + d['q'][0] * d['q'][2]


def method_kept(x, y):
    p = Point(x)
    f = p.moved
    s = sigmoid(-400.0 * y)
    p.x *= y
    return s + f(y)


def tuple_of_lists(x, y):
    pair = ([x, y], [y])
    both = [pair, pair]
    s = sigmoid(-400.0 * y)
    both[0][0][1] *= x
    return s + both[1][0][1] * pair[1][0]


CASES = [
    (f, (0.4, 0.9), (0, 1))
    for f in (
        object_under_two_names, dict_under_two_names, lists_swapped, neighbours_in_a_circle, deque_within_a_dict,
        method_kept, tuple_of_lists,
    )
] + [
    (saturated_layers, (-1.5, 1.1), (0, 1)),
    (rows_eliminated, ([[2.0, 0.5, 0.3], [0.4, 1.5, 0.7], [0.9, 0.2, 1.1]], 0.9), (0, 1)),
]  # fmt: skip
