"""Random numbers drawn by parameters that carry a derivative, and several draws in one statement."""

import math
import random

import numpy as np


def normal(x, y):
    rng = np.random.default_rng(0)
    return rng.normal(x, y) + rng.normal(0.0, 0.3 * x, (3, 2)).sum() + rng.normal(loc=y, size=3, scale=x)[1]


def normal_of_arrays(x, y):
    rng = np.random.default_rng(0)
    v = np.array([x, y, 2.0])
    return (
        rng.normal(v, 0.1).sum() + rng.normal(v).sum() + rng.normal(scale=v).sum() + rng.normal(v, x, size=(2, 3)).sum()
    )


def of_other_kinds(x, y):
    rng = np.random.default_rng(0)
    return (
        rng.uniform(x, y)
        + rng.uniform(-x, x, 4).sum()
        + rng.uniform(high=x)
        + rng.exponential(x)
        + rng.exponential(x, 3).sum()
        + rng.lognormal(x, y)
        + rng.lognormal(sigma=x, size=2).sum()
    )


def of_python(x, y):
    r = random.Random(1)
    return (
        r.gauss(x, y)
        + r.gauss(0, x)
        + r.uniform(x, 2)
        + r.uniform(0, y * x)
        + r.normalvariate(x, y)
        + r.expovariate(x)
        + r.lognormvariate(x, y)
        + r.gauss(mu=x, sigma=0.1)
    )


def of_the_modules(x, y):
    random.seed(3)
    np.random.seed(4)
    return random.gauss(x, y) + np.random.normal(x, y) + np.random.uniform(0, x, 3).sum() + random.uniform(0, x)


class Paths:
    def __init__(self, mu, sigma, seed):
        self.mu, self.sigma = mu, sigma
        self.rng = np.random.default_rng(seed)

    def path(self, n):
        s = [1.0]
        for _ in range(n):
            s.append(s[-1] * math.exp(self.rng.normal(self.mu - 0.5 * self.sigma**2, self.sigma)))
        return s

    def all(self, n):
        return np.exp(np.cumsum(self.rng.normal(self.mu, self.sigma, size=(4, n)), axis=1))[:, -1].mean()


def paths(x, y):
    return Paths(0.1 * x, 0.2 * y, 5).path(6)[-1] + Paths(0.1 * x, 0.2 * y, 5).all(4)


def of_random_state(x, y):
    rs = np.random.RandomState(2)
    return rs.normal(x, y, 3).sum() + rs.uniform(x, y) + rs.exponential(x)


def drawn_before(x, y):
    rng = np.random.default_rng(0)
    a = rng.normal(rng.normal(), x)
    return a * rng.normal()


def size_none(x, y):
    rng = np.random.default_rng(0)
    return rng.normal(x, 1, None) + rng.uniform(x, 2, size=None)


GENERATOR = random.Random(0)


def noise():
    return GENERATOR.gauss(0.0, 1.0)


def by_a_function(x, y):
    GENERATOR.seed(1)
    return noise() + x * noise() + 2 * noise()


COUNT = [0]


def tick():
    COUNT[0] += 1
    return COUNT[0]


def counted_outside(x, y):
    COUNT[0] = 0
    total = tick() * 10 + x * tick() + 100 * tick()
    COUNT[0] = 0
    return total


class Ticking:
    def __init__(self):
        self.n = 0

    def tick(self):
        self.n += 1
        return self.n


def counted_by_an_object(x, y):
    k = Ticking()
    return k.tick() * 10 + x * k.tick() + 100 * k.tick()


def popped(x, y):
    l = [1.0, 2.0, 3.0]
    return 10 * l.pop() + x * l.pop() + 100 * l.pop()


def next_of_a_list(x, y):
    it = iter([1.0, 2.0, 3.0])
    return 10 * next(it) + x * next(it) + 100 * next(it)


def by_a_lambda(x, y):
    rng = random.Random(5)
    f = lambda: rng.random()
    return 10 * f() + x * f() + 100 * f()


def in_a_sum(x, y):
    rng = np.random.default_rng(1)
    return (
        sum(10 * rng.random() + x * rng.random() for _ in range(3))
        + [10 * rng.random() + x * rng.random() for _ in range(3)][1]
    )


def in_tests(x, y):
    rng = np.random.default_rng(1)
    s = 0.0
    if rng.random() + x * rng.random() > 0.1:
        s += 10 * rng.random() + x * rng.random()
    s += (rng.random() if rng.random() > 0.5 else 3.0) + x * rng.random()
    return s


def one_that_is_not_needed(x, y):
    rng = random.Random(5)
    return math.exp(x * rng.random()) + rng.random() * 10 + math.sin(x + rng.random())


def next_in_a_function(x, y):
    it = iter([1.0, 2.0, 3.0])

    def g():
        return next(it)

    return 10 * g() + x * g() + 100 * g()


def of_several_kinds(x, y):
    rng = random.Random(5)
    p = [x, y, 2.0]
    return 10 * rng.choice([1, 2, 3]) + x * rng.randint(1, 5) + rng.choice(p) + 3 * rng.random()


def of_random_state_in_turn(x, y):
    q = np.random.RandomState(3)
    return 10 * q.rand() + x * q.randn() + q.randint(5) * 3


def beside_what_is_popped(x, y):
    rng = random.Random(1)
    l = [1.0, 2.0, 3.0]
    return rng.random() * l.pop() + x * rng.random() * l.pop()


def in_a_choice(x, y):
    rng = random.Random(1)
    return (x * rng.random() if rng.random() > 0.0 else rng.random()) + rng.random()


def as_several_values(x, y):
    rng = random.Random(1)
    a, b = rng.random(), x * rng.random()
    return a * b + rng.random()


def in_lists_and_dicts(x, y):
    rng = random.Random(1)
    xs = [rng.random() * x for _ in range(3)]
    d = {'a': rng.random(), 'b': x * rng.random()}
    return sum(xs) + d['a'] * 10 + d['b'] + (rng.random() and x * rng.random())


def as_arguments(x, y):
    rng = random.Random(1)

    def f(u, v=0.0):
        return u * 10 + v

    return f(rng.random(), x * rng.random()) + f(v=rng.random(), u=x * rng.random())


def in_a_text(x, y):
    rng = random.Random(1)
    s = f'{rng.random():.3f}'
    t = x * rng.random() + len(s) * rng.random()
    while t < 5:
        t += rng.random() + x * rng.random()
    return t


def arrays_of_them(x, y):
    rng = np.random.default_rng(2)
    v = rng.normal(size=3) * x + rng.normal(size=3)
    v += rng.random(3) * x + rng.random(3)
    return v @ rng.random(3) + rng.random() * x


def left_by_a_return(x, y):
    rng = random.Random(1)
    for k in range(3):
        if rng.random() * x > rng.random():
            return x * rng.random() + rng.random()
    return rng.random()


class Noisy:
    def __init__(self, seed):
        self.rng = random.Random(seed)

    def step(self, x):
        return x * self.rng.random() + self.rng.random()

    def noise(self):
        return self.rng.gauss(0, 1)


def by_methods(x, y):
    w = Noisy(3)
    return w.step(x) + w.noise() * 5 + x * w.noise() + w.step(y * x)


def next_of_a_range(x, y):
    it = iter(range(5))
    a = next(it) + x * next(it) + 10 * next(it)
    return a * next(it)


def in_a_try(x, y):
    rng = random.Random(1)
    try:
        return x * rng.random() + math.log(rng.random() - 2.0) * rng.random()
    except ValueError:
        return x * rng.random() + rng.random()


def in_comparisons(x, y):
    rng = random.Random(1)
    return (
        max(x * rng.random(), rng.random())
        + min(rng.random(), rng.random() * x)
        + (rng.random() < x * rng.random() < rng.random() + 5)
    )


def of_numpys_choice(x, y):
    rng = np.random.default_rng(2)
    return rng.choice([1.0, 2.0, 3.0]) + x * rng.choice([1.0, 2.0, 3.0]) + rng.integers(5) + rng.permutation(3)[0] * x


def of_a_generator(x, y):
    rng = random.Random(1)
    g = (rng.random() * x for _ in range(3))
    return next(g) + rng.random() + x * next(g)


def drawn_by_what_is_drawn(x, y):
    rng = random.Random(1)
    mu = rng.gauss(x, 1.0) + rng.gauss(rng.gauss(0, 1), x)
    return mu * rng.uniform(x, x + 1) + rng.random()


def matrices(x, y):
    rng = np.random.default_rng(2)
    m = rng.normal(x, 0.1, (2, 2)) @ rng.normal(0.0, y, 2)
    return m.sum() + rng.normal()


def in_a_population(x, y):
    r = random.Random(7)
    pop = [[r.uniform(-x, x), r.gauss(y, x)] for _ in range(4)]
    return sum(a * b for a, b in pop) + r.random()


def from_values_and_numbers(x, y):
    r = random.Random(2)
    p = [x, y, 2.0 * x]
    return r.choice(p) * 10 + r.choice(p) * x + r.random() + r.sample([1.0, 2.0, 3.0], 2)[0] * x


def from_arrays(x, y):
    r = np.random.default_rng(1)
    v = np.array([x, y, 3.0])
    return r.choice(v) + r.choice(v) * x + r.permutation(v)[0] * 10 + r.random()


def shuffled_and_drawn(x, y):
    r = random.Random(2)
    k = [1, 2, 3]
    r.shuffle(k)
    return k[0] * x + r.randint(1, 9) + x * r.randrange(5) + r.choices([1.0, 5.0], k=2)[1]


def of_numpys_module(x, y):
    np.random.seed(1)
    return np.random.rand() + x * np.random.randn() + np.random.choice(5) * 2 + np.random.random() * x


def of_pythons_module(x, y):
    random.seed(1)
    return random.random() + x * random.gauss(0, 1) + random.choice([1.0, 2.0]) * 2 + random.uniform(0, 1) * x


class Environment:
    def __init__(self):
        self.rng = np.random.default_rng(5)

    def obs(self, x):
        return x + self.rng.normal(0, 0.1)

    def go(self, x):
        return self.rng.random() * 10 + self.obs(x) * self.rng.random() + self.rng.choice([1.0, 2.0]) * x


def in_an_environment(x, y):
    return Environment().go(x) + Environment().go(y * x)


CASES = [
    (normal, (1.3, 0.8), (0, 1)),
    (normal_of_arrays, (1.3, 0.8), (0, 1)),
    (of_other_kinds, (0.8, 1.3), (0, 1)),
    (of_python, (1.3, 0.8), (0, 1)),
    (of_the_modules, (1.3, 0.8), (0, 1)),
    (paths, (1.3, 0.8), (0, 1)),
    (of_random_state, (1.3, 0.8), (0, 1)),
    (drawn_before, (1.3, 0.8), (0, 1)),
    (size_none, (1.3, 0.8), (0, 1)),
    (by_a_function, (1.3, 0.8), (0, 1)),
    (counted_outside, (1.3, 0.8), (0, 1)),
    (counted_by_an_object, (1.3, 0.8), (0, 1)),
    (popped, (1.3, 0.8), (0, 1)),
    (next_of_a_list, (1.3, 0.8), (0, 1)),
    (by_a_lambda, (1.3, 0.8), (0, 1)),
    (in_a_sum, (1.3, 0.8), (0, 1)),
    (in_tests, (1.3, 0.8), (0, 1)),
    (one_that_is_not_needed, (1.3, 0.8), (0, 1)),
    (next_in_a_function, (1.3, 0.8), (0, 1)),
    (of_several_kinds, (1.3, 0.8), (0, 1)),
    (of_random_state_in_turn, (1.3, 0.8), (0, 1)),
    (beside_what_is_popped, (1.3, 0.8), (0, 1)),
    (in_a_choice, (1.3, 0.8), (0, 1)),
    (as_several_values, (1.3, 0.8), (0, 1)),
    (in_lists_and_dicts, (1.3, 0.8), (0, 1)),
    (as_arguments, (1.3, 0.8), (0, 1)),
    (in_a_text, (1.3, 0.8), (0, 1)),
    (arrays_of_them, (1.3, 0.8), (0, 1)),
    (left_by_a_return, (1.3, 0.8), (0, 1)),
    (by_methods, (1.3, 0.8), (0, 1)),
    (next_of_a_range, (1.3, 0.8), (0, 1)),
    (in_a_try, (1.3, 0.8), (0, 1)),
    (in_comparisons, (1.3, 0.8), (0, 1)),
    (of_numpys_choice, (1.3, 0.8), (0, 1)),
    (of_a_generator, (1.3, 0.8), (0, 1)),
    (drawn_by_what_is_drawn, (1.3, 0.8), (0, 1)),
    (matrices, (1.3, 0.8), (0, 1)),
    (in_a_population, (1.3, 0.8), (0, 1)),
    (from_values_and_numbers, (1.3, 0.8), (0, 1)),
    (from_arrays, (1.3, 0.8), (0, 1)),
    (shuffled_and_drawn, (1.3, 0.8), (0, 1)),
    (of_numpys_module, (1.3, 0.8), (0, 1)),
    (of_pythons_module, (1.3, 0.8), (0, 1)),
    (in_an_environment, (1.3, 0.8), (0, 1)),
]
