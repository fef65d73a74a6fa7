"""Programs that draw random numbers: the same in every run, with the axes that were asked for."""

import random

import numpy as np

_v = np.array([0.3, -0.7, 1.1, 0.5])


def mc(mu, sigma):
    rng = np.random.default_rng(3)
    total = 0.0
    for _ in range(5):
        z = rng.standard_normal(4)
        path = np.cumsum(mu * 0.1 + sigma * z)
        total += np.maximum(np.exp(path[-1]) - 1.0, 0.0)
    return total / 5


def mc2(mu, n):
    np.random.seed(1)
    z = np.random.normal(0.0, 1.0, size=(n, 3))
    u = np.random.rand(3)
    k = np.random.randint(0, 3)
    return np.mean((z * mu + u)[:, k] ** 2)


def dropout(W, x, p):
    rng = np.random.RandomState(0)
    for _ in range(3):
        mask = rng.random_sample(x.shape) > p
        x = np.tanh(W @ x) * mask / (1 - p)
    return x.sum()


def perm(v):
    rng = np.random.default_rng(2)
    total = 0.0
    for k in range(3):
        idx = rng.permutation(len(v))
        total += v[idx][0] * v[idx[1]] ** 2
        total *= rng.uniform()
    return total


def walk(x, n):
    rng = np.random.default_rng(0)
    y = x
    while abs(y) < 2.0 and n > 0:
        y = y + x * rng.normal()
        if rng.random() < 0.3:
            y = y * 0.9
        n -= 1
    return y


def in_helper(rng, s):
    return rng.normal(size=2) * s


def helper(x):
    rng = np.random.default_rng(7)
    a = in_helper(rng, x)
    b = in_helper(rng, x * x)
    return np.sum(a * b)


def bootstrap(v):
    rng = np.random.default_rng(0)
    total = 0.0
    for _ in range(4):
        total += np.median(rng.choice(v, size=len(v))) ** 2
    return total + rng.choice(v) * rng.choice(v, size=2, replace=False)[1]


def rows(m):
    rng = np.random.default_rng(0)
    m = rng.permutation(m)
    rng.shuffle(m)
    w = rng.choice(m, size=2, replace=False)
    return m[0, 0] * m[1, 1] ** 2 + w[0, 1] * w[1, 0]


def in_the_old_way(x):
    np.random.seed(1)
    v = x * np.arange(5.0)
    b = np.random.choice(v, size=(2, 3), replace=True, p=[0.1, 0.2, 0.3, 0.3, 0.1])
    np.random.shuffle(v)
    return b.sum() * v[0] + v[1]


def hands(x):
    rng = random.Random(5)
    v = [x, 2 * x, x * x]
    rng.shuffle(v)
    a, b = rng.sample(v, 2)
    c = rng.choices(v, k=4, weights=[1, 2, 3])
    return a * b * b + c[0] * c[1] * x * rng.choice(v) + rng.random()


def lists_by_numpy(x):
    rng = np.random.RandomState(1)
    v = [x, 2 * x, x * x]
    rng.shuffle(v)
    w = rng.choice(v, 2, p=[0.1, 0.5, 0.4])
    u = rng.permutation(v)
    return w[0] * w[1] * u[0] + v[0]


def objects(x):
    random.seed(4)
    made = [{'w': x * i} for i in range(4)]
    random.shuffle(made)
    return random.choice(made)['w'] + made[0]['w'] * x


class Bootstrap:
    def __init__(self, data, seed):
        self.data, self.rng = data, np.random.default_rng(seed)

    def once(self):
        return self.rng.choice(self.data, size=len(self.data)).mean()


def of_an_object(v):
    b = Bootstrap(v, 3)
    r = np.array([b.once() for _ in range(5)])
    return r.std() + r[0]


def drawn_from_nothing(xs):
    place = xs
    random.seed(3)
    try:
        return random.choice(xs[4:])
    except IndexError:
        return random.sample(place, 1)[0] * xs[0]


def greatest_of_drawn(s):
    r = random.Random(3)
    xs = [s * r.gauss(0.0, 1.0) for _ in range(5)]
    return max(xs) - min([0.0, *xs]) + r.expovariate(2.0) * s


def rows_are_copies(x):
    rng = np.random.default_rng(1)
    m = np.arange(12.0).reshape(3, 2, 2) * x
    r, few, other = rng.choice(m), rng.choice(m, size=2), rng.permutation(m)
    r[0] = 0.0
    few[0] *= 2
    other[0] = 0.0
    rows = [[x, 2 * x], [3 * x, x]]
    row = rng.choice(rows)
    row[0] = 0.0
    return m.sum() * r[1, 0] + few.sum() * other.sum() + sum(map(sum, rows)) * row[1]


def constants(x):
    rng = np.random.default_rng(0)
    total = 0.0
    for _ in range(3):
        total += np.mean(rng.choice(_v, size=2)) * x + rng.permutation(_v)[0] * x**2 + rng.choice(_v)
    return total


def chosen_from_lists(x):
    """An array where a size is asked for, as `triangular` of NumPy gives, a number otherwise."""
    rng, own = np.random.default_rng(3), random.Random(3)
    k, grid = rng.choice([1, 2, 3], size=4), np.random.RandomState(3).choice([1, 2, 3], (2, 2))
    weights = rng.triangular(0.0, 0.5, 1.0, 4)
    alone = rng.choice([1, 2, 3]) * own.choice([1, 2, 3]) * rng.triangular(0.0, 0.5, 1.0) * own.triangular(0.0, 1.0, 0.5)
    return np.sum((x * k) ** 2 * weights) + np.sum(x * grid) + x * alone


CASES = [
    (mc, (0.1, 0.2), (0, 1)),
    (mc2, (0.7, 4), (0,)),
    (dropout, (np.eye(4) * 0.7 + 0.1, _v, 0.3), (0, 1)),
    (perm, (_v,), (0,)),
    (walk, (0.5, 12), (0,)),
    (helper, (0.7,), (0,)),
    (bootstrap, (_v,), (0,)),
    (rows, (np.arange(10.0).reshape(5, 2) + 0.5,), (0,)),
    (in_the_old_way, (1.3,), (0,)),
    (hands, (1.3,), (0,)),
    (lists_by_numpy, (1.3,), (0,)),
    (objects, (1.3,), (0,)),
    (of_an_object, (_v,), (0,)),
    (rows_are_copies, (0.3,), (0,)),
    (greatest_of_drawn, (0.3,), (0,)),
    (drawn_from_nothing, ([1.3, 0.7],), (0,)),
    (constants, (1.3,), (0,)),
    (chosen_from_lists, (1.3,), (0,)),
]
