"""Names that hold a number without a derivative first and an array later: chosen from, kept, and written in place."""
import numpy as np


class Holder:
    def __init__(self, v):
        self.v = v


def chosen_or_half(v, w, n):
    a = 0
    if n > 0:
        a = v * w
    b = a if n > 1 else 0.5
    b += 1
    return float(np.sum(b))


def average(t, n):
    return t / n if n > 5 else t


def averaged_total(v, w, n):
    a = 0
    for i in range(n):
        a = a + v * w[i]
    b = average(a, n)
    b[0] = 1.0
    return float(np.sum(b * w))


def chosen_by_and(v, w, n):
    a = 0
    if n > 0:
        a = v * w
    b = n > 1 and a
    b += 1
    return float(np.sum(b))


def given_chosen(v, w, n):
    a = 0
    if n > 0:
        a = v * w

    def f(t):
        t += 1
        return t

    return float(np.sum(f(a if n > 1 else 1.0)))


def chosen_into_containers(v, w, n):
    a = 0
    for k in range(n):
        a = a + v * w[k]
    d, o, rows = {'k': a if n > 1 else 0.0}, Holder(a if n > 2 else 0.0), []
    rows.append(a if n else 0.5)
    a *= 2.0
    return float(np.sum(d['k'] * o.v) + np.sum(rows[0] * w))


def chosen_of_itself(v, w, n):
    b = 0
    for i in range(n):
        b = b + v * w[i]
    try:
        b = b if n > 5 else b
        b += w
    except ValueError:
        b = b if n > 5 else 0.0
    return float(np.sum(b))


def last_two(x, n):
    a = b = 0.0
    for i in range(1, n + 1):
        a, b = x * i, a
    r = x * a
    a -= b
    return float(np.sum(r))


def last_two_in_branches(x, n):
    a = 0.0
    if n > 1:
        a = x * 2
    b = a
    if n > 2:
        a = x * 3
    r = x * a
    a -= b
    return float(np.sum(r))


def change_of_a_total(v, w, n):
    total = 0
    before = 0
    for i in range(n):
        before = total
        total = total + v * w[i]
    change = total**2
    total -= before
    return float(np.sum(change))


def older_in_a_list(v, w, n):
    a, kept = 0, [0]
    for i in range(n):
        kept.append(a)
        a = a + v * w[i]
    r = np.sin(a)
    a *= kept[-1]
    return float(np.sum(r * a))


def older_in_an_attribute(v, w, n):
    a, o = 0, Holder(0)
    for i in range(n):
        o.v = a
        a = a + v * w[i]
    r = np.exp(a)
    a -= o.v
    return float(np.sum(r))


def weighted_or_twice(v, w, n):
    c = 2.0
    if n > 0:
        c = w
    x = v * c
    x[0] = 1.0
    x = np.sum(x)
    return float(x)


def where_chosen(v, w, n):
    x = np.where(n > 2 and w > 0.3, v, w)
    x[0] += v[1]
    x = np.sum(x)
    return float(x)


def rolled_number(v):
    k = np.roll(v[1], 1)
    s = k
    s *= 1.5
    return float(k * s)


V, W, X = np.array([0.5, 1.2, -0.3]), np.array([1.0, 0.2, 0.4]), np.array([1.1, 0.4])
CASES = [
    (f, (V, W, n), (0, 1))
    for f in (
        chosen_or_half, averaged_total, given_chosen, chosen_into_containers, change_of_a_total,
        older_in_a_list, older_in_an_attribute, weighted_or_twice, where_chosen,
    )
    for n in (1, 3)
] + [
    (chosen_by_and, (V, W, 3), (0, 1)),
    (chosen_of_itself, (V, W, 2), (0, 1)),
    (last_two, (X, 3), (0,)),
    (last_two_in_branches, (X, 3), (0,)),
    (last_two_in_branches, (X, 2), (0,)),
    (rolled_number, (V,), (0,)),
]  # fmt: skip
