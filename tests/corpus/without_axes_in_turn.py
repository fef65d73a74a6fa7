"""Arrays without axes in turn with numbers and other arrays: the state of optimizers, lists of parameters, attributes."""
from dataclasses import dataclass

import numpy as np


def adam(params, x, y):
    m = {k: np.zeros_like(v) for k, v in params.items()}
    v = {k: np.zeros_like(p) for k, p in params.items()}
    p = dict(params)
    for t in range(1, 4):
        r = x @ p['w'] + p['b'] - y
        g = {'w': x.T @ r, 'b': np.sum(r)}
        for k in p:
            m[k] = 0.9 * m[k] + 0.1 * g[k]
            v[k] = 0.99 * v[k] + 0.01 * g[k] ** 2
            mh = m[k] / (1 - 0.9 ** t)
            vh = v[k] / (1 - 0.99 ** t)
            p[k] = p[k] - 0.1 * mh / (np.sqrt(vh) + 1e-3)
    r = x @ p['w'] + p['b'] - y
    return float(np.sum(r * r))


def momentum(w, b, x, y):
    params = [w, b]
    vel = [np.zeros_like(p) for p in params]
    for t in range(3):
        r = x @ params[0] + params[1] - y
        grads = [x.T @ r, r.sum()]
        for i, (p, g) in enumerate(zip(params, grads)):
            vel[i] = 0.9 * vel[i] - 0.01 * g
            params[i] = p + vel[i]
    return float(np.sum((x @ params[0] + params[1]) ** 2))


def momentum_in_place(w, b, x, y):
    params = [w.copy(), b]
    vel = [np.zeros_like(p) for p in params]
    for t in range(3):
        r = x @ params[0] + params[1] - y
        grads = [x.T @ r, r.sum()]
        for i in range(2):
            vel[i] *= 0.9
            vel[i] -= 0.01 * grads[i]
            params[i] += vel[i]
    return float(np.sum((x @ params[0] + params[1]) ** 2))


def written_under_two_names(x, v):
    cells = [np.zeros_like(x), np.zeros_like(v)]
    same = cells[0]
    for k in range(2):
        c = cells[k]
        c += x * v.sum()
    same *= 2.0
    return float(cells[0] * x + cells[1] @ v + same)


def cell_then_number(x, v):
    d = {'a': np.zeros_like(x), 'b': np.zeros_like(v)}
    other = d['a']
    for k in d:
        d[k] = d[k] + x
    other += 3.0 * x
    return float(d['a'] * 2 + d['b'] @ v + other * x)


def asked_for_axes(x, v):
    total = 0.0
    for p in [np.array(x), v, x]:
        q = p * p
        if np.ndim(p):
            total += np.sum(q)
        else:
            total += 3 * q
    return float(total)


def in_an_attribute(x, v):
    class State:
        pass
    s = State()
    s.value = np.array(x)
    for k in range(3):
        if k == 2:
            s.value = s.value * v
        else:
            s.value = s.value * x
    return float(np.sum(s.value))


@dataclass
class Slot:
    value: object
    moment: object = None

    def step(self, g, rate):
        if self.moment is None:
            self.moment = np.zeros_like(self.value)
        self.moment = 0.9 * self.moment + g
        self.value = self.value - rate * self.moment


def slots(x, v):
    all_of_them = [Slot(x), Slot(v.copy())]
    for k in range(3):
        for s in all_of_them:
            s.step(2 * s.value, 0.1)
    return float(all_of_them[0].value * np.sum(all_of_them[1].value))


@dataclass
class Held:
    value: object
    moment: object = None

    def step(self, g, rate):
        if self.moment is None:
            self.moment = np.zeros_like(self.value)
        self.moment *= 0.9
        self.moment += g
        self.value -= rate * self.moment


def held(x, v):
    all_of_them = [Held(x), Held(v.copy())]
    for k in range(3):
        for s in all_of_them:
            s.step(2 * s.value, 0.1)
    return float(all_of_them[0].value * np.sum(all_of_them[1].value))


def sgd(params, rate):
    """The state of an optimizer, of the shape of each parameter."""
    state = {k: np.zeros_like(p) for k, p in params.items()}

    def step(grads):
        for k in params:
            state[k] = 0.5 * state[k] + grads[k]
            params[k] = params[k] - rate * state[k]

    return step


def made_by_a_factory(w, b, x):
    params = {'w': w, 'b': b}
    step = sgd(params, 0.1)
    for _ in range(3):
        r = x @ params['w'] + params['b'] - 1.0
        step({'w': x.T @ r, 'b': np.sum(r)})
    return float(np.sum((x @ params['w'] + params['b']) ** 2))


def returned_by_a_helper(x, v):
    def scale(p, s):
        return p * s
    out = [scale(p, q) for p, q in zip([np.array(x), v], [x, 2.0])]
    return float(out[0] + np.sum(out[1]))


def summed_up(x, v):
    total = np.array(0.0)
    for p in [x, v, np.array(x)]:
        total = total + p
    return float(np.sum(total * v))


def filled(x, v):
    rows = [np.empty(()), np.empty(3)]
    for r in rows:
        r[...] = x
    rows[1][0] *= 2.0
    return float(rows[0] * rows[1].sum())


def by_key(x, v, key):
    table = {'point': np.array(x), 'line': v * x, 'number': x}
    p = table[key]
    p = p * p + x
    return float(np.sum(p))


def copied(x, v):
    ps = [np.array(x), v]
    qs = [p.copy() for p in ps]
    for q in qs:
        q *= x
    return float(qs[0] + qs[1].sum() + ps[0])


def norm_of_all(x, v):
    return float(sum(np.sqrt(np.sum(p ** 2)) for p in (np.array(x), v)))


def clipped(x, v):
    grads = [np.asarray(x), v]
    total = np.sqrt(sum(np.sum(g * g) for g in grads))
    grads = [g / (total + 1e-6) for g in grads]
    return float(grads[0] * 2 + grads[1] @ v)


def grads_by_element(w, b, X, y):
    params = [w, b]
    grads = [np.zeros_like(p) for p in params]
    for xi, yi in zip(X, y):
        e = xi @ params[0] + params[1] - yi
        for j in range(len(xi)):
            grads[0][j] += 2 * e * xi[j]
        grads[1] += 2 * e
    new = [p - 0.1 * g for p, g in zip(params, grads)]
    return float(sum((xi @ new[0] + new[1] - yi) ** 2 for xi, yi in zip(X, y)))


def grads_by_key(w, b, X, y):
    params = dict(w=w, b=b)
    grads = {k: np.zeros_like(p) for k, p in params.items()}
    for xi, yi in zip(X, y):
        e = xi @ params['w'] + params['b'] - yi
        for j in range(len(xi)):
            grads['w'][j] += 2 * e * xi[j]
        grads['b'] += 2 * e
    for k in params:
        params[k] = params[k] - 0.1 * grads[k]
    return float(sum((xi @ params['w'] + params['b'] - yi) ** 2 for xi, yi in zip(X, y)))


def mixed(v, s):
    rows = [s, v.copy(), np.array(s)]
    rows[1][0] = s * rows[0]
    rows[2][...] = rows[0] * 2
    rows[1][1:] *= rows[2]
    return float(sum(np.sum(r) for r in rows))


def first_of(v, s, k):
    rows = [s, v.copy(), np.array(s)]
    try:
        rows[k][0] = s * s
    except TypeError:
        rows[k] = s * 3
    except IndexError:
        rows[k] += s
    return float(sum(np.sum(r) for r in rows))


def rmsprop(params, target):
    cache = {name: np.zeros_like(value) for name, value in params.items()}
    for step in range(3):
        grads = {name: 2 * (value - target) for name, value in params.items()}
        for name in params:
            cache[name] += 0.1 * grads[name] ** 2
            params[name] = params[name] - 0.05 * grads[name] / np.sqrt(cache[name] + 1e-3)
    return float(sum(np.sum(value ** 2) for value in params.values()))


class Adam:
    def __init__(self, params, lr=0.1):
        self.params, self.lr, self.t = params, lr, 0
        self.m = [np.zeros_like(p) for p in params]
        self.v = [np.zeros_like(p) for p in params]
    def step(self, grads):
        self.t += 1
        for i, g in enumerate(grads):
            self.m[i] = 0.9 * self.m[i] + 0.1 * g
            self.v[i] = 0.99 * self.v[i] + 0.01 * g * g
            m = self.m[i] / (1 - 0.9 ** self.t)
            v = self.v[i] / (1 - 0.99 ** self.t)
            self.params[i] = self.params[i] - self.lr * m / (np.sqrt(v) + 1e-2)


def adam_class(w, b, X, y):
    opt = Adam([w, b])
    for _ in range(2):
        w, b = opt.params
        r = X @ w + b - y
        opt.step([X.T @ r, np.sum(r)])
    w, b = opt.params
    return float(np.sum((X @ w + b - y) ** 2))


class AdamInPlace(Adam):
    def step(self, grads):
        self.t += 1
        for p, m, v, g in zip(self.params, self.m, self.v, grads):
            m *= 0.9
            m += 0.1 * g
            v *= 0.99
            v += 0.01 * g ** 2
            p -= self.lr * m / (np.sqrt(v) + 1e-2)


def adam_in_place(w, b, X, y):
    opt = AdamInPlace([w.copy(), np.array(b)])
    for _ in range(2):
        w, b = opt.params
        r = X @ w + b - y
        opt.step([X.T @ r, np.sum(r)])
    w, b = opt.params
    return float(np.sum((X @ w + b - y) ** 2))


class Holder:
    def __init__(self, v):
        self.v = v


def array_without_axes_in_a_dict(x):
    held = {'a': np.array(2.0), 'b': 2.0}
    for k in held:
        held[k] = held[k] * x
    return held['a'] * held['b']


def array_without_axes_of_an_object(x):
    o = Holder(np.zeros(()))
    o.v = o.v + x
    return o.v * x


def kinds_that_tests_do_not_tell(x):
    x, A = np.array([x[0], 2 * x[0]]), np.ones((2, 2))
    b = np.mean(A)
    for k in range(1):
        np.add(x, x.squeeze(), out=x[...])
        f1 = x.squeeze()
        b = np.array(f1[1])
    b, x = x, b
    return np.sum(np.sin(f1)) + 1.3 * x


def number_or_array_without_axes(x):
    return array_without_axes_at_times(x, x[0])


def array_without_axes_at_times(y, s):
    items = [y, s]
    items[0] = s * 2
    if s > -0.2:
        y = np.array(1.0)
    x = y.astype(float)
    return x + 0.7 * s


_X = np.arange(6.0).reshape(3, 2) / 5
_y, _w, _v = np.array([0.3, 1.0, -0.4]), np.array([0.2, -0.6]), np.array([0.4, -0.7, 1.1])
_params = {'w': _w, 'b': 0.3, 'c': _X}
_of_points = (
    written_under_two_names, cell_then_number, asked_for_axes, in_an_attribute, slots, held, returned_by_a_helper,
    summed_up, filled, copied, norm_of_all, clipped,
)
_of_layers = (momentum, momentum_in_place, grads_by_element, grads_by_key, adam_class, adam_in_place)

CASES = [(f, (s, _v), (0, 1)) for f in _of_points for s in (1.3, np.array(1.3))]
CASES += [(f, (_w, 0.3, _X, _y), (0, 1, 2, 3)) for f in _of_layers]
CASES += [(f, (_w, np.array(0.3), _X, _y), (0, 1)) for f in (momentum, momentum_in_place)]
CASES += [(f, (1.3,), (0,)) for f in (array_without_axes_in_a_dict, array_without_axes_of_an_object)]
CASES += [
    (f, (np.array([0.7, -0.3, 1.2, 0.41]),), (0,)) for f in (kinds_that_tests_do_not_tell, number_or_array_without_axes)
]
CASES += [(by_key, (1.3, _v, k), (0, 1)) for k in ('point', 'line', 'number')]
CASES += [(first_of, (_v, 1.2, k), (0, 1)) for k in range(3)]
CASES += [
    (adam, ({'w': _w, 'b': 0.3}, _X, _y), (0,)), (adam, ({'w': _w, 'b': np.array(0.3)}, _X, _y), (0,)),
    (made_by_a_factory, (_w, 0.3, _X), (0, 1)), (mixed, (_v, 1.2), (0, 1)), (rmsprop, (_params, 0.3), (0, 1)),
]
