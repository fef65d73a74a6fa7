"""Functions that give a number in one case, and a list, a dict or an object in another."""

import numpy as np


def pick(x, k):
    r = x * k if k % 2 else [x, x * x]
    return r


def picked_through(x, k):
    return pick(x, k)


def area(r):
    return r[0] * r[1] if isinstance(r, list) else r * r


def number_or_dict(x):
    def made(k):
        if k == 0:
            return {'w': x}
        return x * 2.0

    total = 0.0
    for k in range(2):
        v = made(k)
        total += v['w'] * 3 if isinstance(v, dict) else v * v
    return total


def called_through_another(x):
    return sum(area(picked_through(x, k)) for k in range(4))


def kept_in_containers(x):
    rows = [pick(x, k) for k in range(4)]
    table = {k: pick(x, k) for k in range(3)}
    table[9] = pick(x, 9)
    return sum(area(r) for r in rows) + sum(area(r) for r in table.values())


def beside_another(x):
    def both(k):
        return pick(x, k), x

    total = 0.0
    for k in range(3):
        r, y = both(k)
        total += area(r) * y
    return total


def one_of_five(x, k):
    if k == 0:
        return x * x
    if k == 1:
        return [x, x * x]
    if k == 2:
        return np.array([x, 2 * x])
    if k == 3:
        return {'a': x}
    return None


def of_five_kinds(x):
    total = 0.0
    for k in range(5):
        r = one_of_five(x, k)
        if r is None:
            total += x
        elif isinstance(r, list):
            total += r[0] * r[1]
        elif isinstance(r, dict):
            total += r['a'] ** 3
        elif isinstance(r, np.ndarray):
            total += r.sum() * x
        else:
            total += r * r
    return total


def folded(x, depth):
    if depth == 0:
        return x
    r = folded(x * 0.8, depth - 1)
    return [r, r] if depth % 2 else area(r)


def recursive(x):
    odd, even = folded(x, 3), folded(x, 4)
    return odd[0] * even if isinstance(odd, list) else odd


def tree(x, depth):
    return x * (depth + 1) if depth == 0 else [tree(x, depth - 1), tree(2 * x, depth - 1)]


def squares(t):
    return sum(map(squares, t)) if isinstance(t, list) else t * t


def leaves_and_branches(x):
    return squares(tree(x, 2) + [x])


class Poly:
    def __init__(self, c):
        self.c = c

    def __add__(self, other):
        if isinstance(other, Poly):
            return Poly([a + b for a, b in zip(self.c, other.c)])
        return Poly([self.c[0] + other, *self.c[1:]])

    def simplified(self):
        return self.c[0] if len(self.c) == 1 else self

    def __call__(self, t):
        return sum(c * t**k for k, c in enumerate(self.c))


def simplified(x):
    total = 0.0
    for cs in ([x], [x, 2 * x]):
        p = (Poly(cs) + x).simplified()
        total += p(x) if isinstance(p, Poly) else p
    return total


def in_other_ways(x):
    made = lambda k: x * k if k else [x]
    total = 0.0
    for k in range(3):
        r = made(k)
        total += r if k else r[0]

    def each():
        for k in range(3):
            yield pick(x, k)

    total += sum(area(r) for r in each())
    try:
        r = pick(x, 2)
    except ValueError:
        r = 0.0
    return total * area(r)


def changed_afterwards(x):
    r = pick(x, 0)
    r[0] = 5 * x
    r.append(x)
    return sum(r) * pick(x, 1)


CASES = [(f, (1.3,), (0,)) for f in (
    number_or_dict, called_through_another, kept_in_containers, beside_another, of_five_kinds, recursive, leaves_and_branches,
    simplified, in_other_ways, changed_afterwards,
)]  # fmt: skip
