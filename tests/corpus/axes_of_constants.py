"""Axes of what NumPy's functions without a derivative give, and elements by comprehensions of what is written later."""

import math

import numpy as np

X = np.array([0.0, 1.0, 2.0, 3.0])
_v = np.array([1.0, 2.2, 2.9, 4.5])


def other_rows(a):
    rows = np.setdiff1d(np.arange(4), [1])
    y = a[rows]
    return (y @ y.T).sum()


def line(v):
    slope, start = np.polyfit(X, v, 1)
    return slope * start + np.polyfit(X, v, 2)[0]


class Grid:
    def __init__(self):
        xs, ys = np.meshgrid(np.linspace(0, 1, 3), np.linspace(0, 1, 4))
        self.x, self.y = xs, ys


def on_a_grid(k):
    grid = Grid()
    f = np.zeros_like(grid.x)
    f[0] = k * grid.y[1]
    return f.sum() + (np.exp(-k * (grid.x**2 + grid.y**2))).T[0].sum()


def pairs_of_points(t):
    x = np.arange(3.0)
    total = sum(t * k for k in (np.exp(-(x[:, None] - x[None, :]) ** 2), np.abs(np.subtract.outer(x, x))))
    return total.T[0].sum()


def upper(a):
    i, j = np.triu_indices(3)
    counts, edges = np.histogram(X, 2)
    return (a[i, j].T * np.arange(6)).sum() * counts.T[0] * edges[1] + a[np.unique(np.array([2, 0, 2]))].T[1].sum()


def no_scalar(x):
    h, p = np.array([[1.0, 0.0]]), np.eye(2) * x
    if np.isscalar(h):
        h = np.array([h])
    k = np.dot(p, h.T)
    return np.dot(k, h).T.sum() * (x if np.isscalar(x) else 0.0)


def decomposed(a):
    lower, upper = np.eye(3), np.zeros((3, 3))
    for i in range(3):
        for j in range(i, 3):
            upper[i][j] = a[i][j] - sum(lower[i][k] * upper[k][j] for k in range(i))
        for j in range(i + 1, 3):
            lower[j][i] = (a[j][i] - sum([lower[j][k] * upper[k][i] for k in range(i)])) / upper[i][i]
    return upper[0, 0] * upper[1, 1] * upper[2, 2]


def filled(t):
    u = np.ones((3, 3, 2))
    for i in range(3):
        try:
            s = sum(t[i] * u[k, 1][0] for k in range(3) if k != i)
        except IndexError:
            s = 0.0
        u[i][1][0] = t[i] + s
    return u[2, 1, 0]


def far_apart(p, q):
    return math.dist(p, q) + math.hypot(*[a - b for a, b in zip(p, q)])


def texts_beside_tuples(x):
    said = 'at %g' % x
    if x > 5:
        raise ValueError(said)
    return np.sum(np.hstack((x * np.ones(2), np.ones(1))))


def several_at_once(x):
    w = np.ones((2, 1, 1)) * x
    a, b = np.atleast_1d(x, [x, 2.0])
    c, d, e = np.atleast_1d(w[0, 0, 0], w, 2.0)
    return (a * b).sum() + (c * d * e).sum()


def with_more_axes(x):
    w = np.ones(2) * x
    copied, shown = np.array(w, copy=True, ndmin=2), np.array(w, copy=False, ndmin=2)
    copied[0, 0] = 3 * x
    shown[0, 1] = x * x
    return (copied @ shown.T).sum() + (w * w).sum()


def perhaps_a_copy(x):
    s = np.zeros(2)
    t = np.array(s, copy=None)
    t += x
    u = np.array([x, 2.0], copy=None)
    u[0] *= x
    return np.sum((s + 1) * t) + u.sum()


def of_complex_numbers(x):
    z = np.array([x, 1j * x])
    v = np.array([x, 2.0])
    total = (z.real if np.iscomplexobj(z) else z).sum() * (x if x.is_integer() else 3 * x)
    return total + (v.imag if np.iscomplexobj(v) else v).sum()


CASES = [
    (several_at_once, (1.3,), (0,)), (with_more_axes, (1.3,), (0,)), (perhaps_a_copy, (1.3,), (0,)), (of_complex_numbers, (1.3,), (0,)),
    (other_rows, (np.arange(8.0).reshape(4, 2) + 0.3,), (0,)), (line, (_v,), (0,)), (on_a_grid, (0.5,), (0,)),
    (pairs_of_points, (0.7,), (0,)), (upper, (np.arange(9.0).reshape(3, 3),), (0,)), (no_scalar, (1.3,), (0,)),
    (decomposed, (np.array([[2.0, -2.0, 1.0], [0.5, 1.0, 2.0], [5.0, 3.0, 1.0]]),), (0,)), (filled, (_v[:3],), (0,)),
    (far_apart, ([0.3, 0.5, 1.0], [0.1, 0.9, 2.0]), (0, 1)), (texts_beside_tuples, (0.3,), (0,)),
]  # fmt: skip
