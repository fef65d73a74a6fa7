"""Programs as scientists and engineers write them: simulations, filters, models, losses."""

import collections
import dataclasses
import itertools
import math
import numpy as np
from typing import NamedTuple

rng = np.random.default_rng(0)


class Pendulum:
    g = 9.81

    def __init__(self, length, damping=0.1):
        self.length = length
        self.damping = damping

    def rhs(self, t, s):
        th, om = s
        return np.array([om, -self.g / self.length * np.sin(th) - self.damping * om])


def rk4(f, y, t, h):
    k1 = f(t, y)
    k2 = f(t + h / 2, y + h / 2 * k1)
    k3 = f(t + h / 2, y + h / 2 * k2)
    k4 = f(t + h, y + h * k3)
    return y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)


def pendulum(length, th0):
    p = Pendulum(length)
    y, t = np.array([th0, 0.0]), 0.0
    while t < 0.5:
        y = rk4(p.rhs, y, t, 0.05)
        t += 0.05
    return y[0] ** 2 + 0.1 * y[1]


def hmm_forward(logA, logB, obs):
    n = logA.shape[0]
    alpha = logB[:, obs[0]] - np.log(n)
    for o in obs[1:]:
        m = alpha.max()
        alpha = np.log(np.exp(alpha - m) @ np.exp(logA)) + m + logB[:, o]
    m = np.max(alpha)
    return m + np.log(np.sum(np.exp(alpha - m)))


def lstm(params, xs):
    h = np.zeros(2)
    c = np.zeros(2)
    for x in xs:
        z = params['W'] @ np.concatenate([h, [x]]) + params['b']
        i, f, o, g = np.split(z, 4)
        i, f, o = (1 / (1 + np.exp(-u)) for u in (i, f, o))
        c = f * c + i * np.tanh(g)
        h = o * np.tanh(c)
    return float(np.sum(h * params['out']))


def conv2d(img, ker):
    H, W = img.shape
    kh, kw = ker.shape
    out = np.zeros((H - kh + 1, W - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(img[i : i + kh, j : j + kw] * ker)
    out[out < 0] *= 0.1
    return np.mean(out**2)


def thomas(a, b, c, d):
    n = len(d)
    cp, dp = np.zeros(n), np.zeros(n)
    cp[0], dp[0] = c[0] / b[0], d[0] / b[0]
    for i in range(1, n):
        m = b[i] - a[i] * cp[i - 1]
        cp[i] = c[i] / m
        dp[i] = (d[i] - a[i] * dp[i - 1]) / m
    x = dp.copy()
    for i in reversed(range(n - 1)):
        x[i] -= cp[i] * x[i + 1]
    return np.sum(x**2)


@dataclasses.dataclass
class State:
    pos: np.ndarray
    vel: np.ndarray
    mass: float = 1.0

    def kick(self, acc, dt):
        self.vel += acc * dt

    def drift(self, dt):
        self.pos += self.vel * dt


def nbody(pos, vel, G):
    bodies = [State(p.copy(), v.copy(), 1.0 + k) for k, (p, v) in enumerate(zip(pos, vel))]
    for _ in range(3):
        for a in bodies:
            acc = np.zeros(2)
            for b in bodies:
                if a is b:
                    continue
                r = b.pos - a.pos
                acc += G * b.mass * r / (np.dot(r, r) + 0.1) ** 1.5
            a.kick(acc, 0.1)
        for a in bodies:
            a.drift(0.1)
    return sum(0.5 * b.mass * np.dot(b.vel, b.vel) for b in bodies)


def sir(beta, gamma, n):
    s, i, r = 0.99, 0.01, 0.0
    history = [(s, i, r)]
    for _ in range(n):
        new, rec = beta * s * i, gamma * i
        s, i, r = s - new, i + new - rec, r + rec
        history.append((s, i, r))
    peak = max(h[1] for h in history)
    return peak + sum(h[2] for h in history) / len(history)


class PID:
    def __init__(self, kp, ki, kd, size=4):
        self.kp, self.ki, self.kd = kp, ki, kd
        self.errors = collections.deque(maxlen=size)
        self.total = 0.0

    def __call__(self, e):
        self.total += e
        d = e - self.errors[-1] if self.errors else 0.0
        self.errors.append(e)
        return self.kp * e + self.ki * self.total + self.kd * d


def pid(kp, ki, kd):
    c = PID(kp, ki, kd)
    y, v, cost = 0.0, 0.0, 0.0
    for t in range(8):
        u = c(1.0 - y)
        v += (u - 0.5 * v) * 0.1
        y += v * 0.1
        cost += (1.0 - y) ** 2 + 0.01 * abs(u)
    return cost


def soft_edit(a, b, w):
    n, m = len(a), len(b)
    D = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(1, n + 1):
        D[i][0] = i * w
    for j in range(1, m + 1):
        D[0][j] = j * w
    for i, j in itertools.product(range(1, n + 1), range(1, m + 1)):
        sub = D[i - 1][j - 1] + (0.0 if a[i - 1] == b[j - 1] else 1.3 * w)
        xs = [sub, D[i - 1][j] + w, D[i][j - 1] + w * 1.1]
        D[i][j] = -math.log(sum(math.exp(-x) for x in xs))
    return D[n][m]


def monte_carlo(mu, sigma):
    rng = np.random.default_rng(3)
    total = 0.0
    for _ in range(5):
        z = rng.standard_normal(4)
        path = np.cumsum(mu * 0.1 + sigma * z)
        total += np.maximum(np.exp(path[-1]) - 1.0, 0.0)
    return total / 5


def expm(A, t):
    term = np.eye(len(A))
    out = term.copy()
    for k in range(1, 12):
        term = term @ (A * t) / k
        out += term
    return np.trace(out @ out.T)


class Vec(NamedTuple):
    x: float
    y: float
    z: float

    def dot(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def scale(self, s):
        return Vec(self.x * s, self.y * s, self.z * s)

    def sub(self, o):
        return Vec(self.x - o.x, self.y - o.y, self.z - o.z)


def ray_sphere(ox, oy, r):
    o, d, c = Vec(ox, oy, -3.0), Vec(0.0, 0.0, 1.0), Vec(0.1, 0.2, 0.5)
    oc = o.sub(c)
    b = oc.dot(d)
    q = oc.dot(oc) - r * r
    disc = b * b - q
    if disc < 0:
        return 0.0
    t = -b - math.sqrt(disc)
    n = Vec(o.x + t * d.x, o.y + t * d.y, o.z + t * d.z).sub(c).scale(1 / r)
    return max(0.0, n.dot(Vec(0.0, 0.6, -0.8))) + 0.1 * t


def attention(q, k, v):
    s = q @ k.T / math.sqrt(q.shape[-1])
    s = s - s.max(axis=-1, keepdims=True)
    p = np.exp(s)
    p /= p.sum(axis=-1, keepdims=True)
    return float(((p @ v) ** 2).sum())


def gp_loglik(x, y, ell, sig):
    n = len(x)
    K = np.array([[math.exp(-((a - b) ** 2) / (2 * ell**2)) for b in x] for a in x]) + sig**2 * np.eye(n)
    L = np.zeros((n, n))
    for i in range(n):
        for j in range(i + 1):
            s = K[i, j] - np.dot(L[i, :j], L[j, :j])
            L[i, j] = math.sqrt(s) if i == j else s / L[j, j]
    z = np.zeros(n)
    for i in range(n):
        z[i] = (y[i] - L[i, :i] @ z[:i]) / L[i, i]
    return -0.5 * z @ z - np.sum(np.log(np.diag(L)))


def particle_filter(a, obs):
    rng = np.random.default_rng(1)
    parts = rng.normal(size=6)
    ll = 0.0
    for y in obs:
        parts = a * parts + 0.1 * rng.normal(size=6)
        w = np.exp(-0.5 * (y - parts) ** 2)
        ll += np.log(np.mean(w))
        idx = np.argsort(w)[::-1][:3]
        parts = np.concatenate([parts[idx], parts[idx] * 1.01])
    return ll


def upwind(u, c, n):
    for _ in range(n):
        flux = np.where(c > 0, c * u, c * np.roll(u, -1))
        u = u - 0.1 * (flux - np.roll(flux, 1))
    return np.sum(u**2 * np.arange(len(u)))


class Graph:
    def __init__(self):
        self.edges = collections.defaultdict(list)

    def add(self, a, b, w):
        self.edges[a].append((b, w))
        self.edges[b].append((a, w))

    def __iter__(self):
        return iter(self.edges)


def laplacian_energy(w, vals):
    g = Graph()
    for k, (a, b) in enumerate([(0, 1), (1, 2), (2, 0)]):
        g.add(a, b, w[k])
    e = 0.0
    for node in g:
        for other, weight in g.edges[node]:
            e += 0.5 * weight * (vals[node] - vals[other]) ** 2
    return e


def neural_ode(theta, y0):
    def f(y):
        h = np.tanh(theta[:, :2] @ y + theta[:, 2])
        return np.array([h[0] - y[0], h[1] - y[1]])

    ys = [y0]
    for _ in range(4):
        ys.append(ys[-1] + 0.2 * f(ys[-1]))
    return sum(np.sum(y**2) for y in ys[1:]) / len(ys)


def config_model(cfg, x):
    y = x
    for layer in cfg['layers']:
        kind, p = layer['type'], layer.get('p', 1.0)
        if kind == 'scale':
            y = y * p
        elif kind == 'bias':
            y = y + p
        elif kind in ('tanh', 'sin'):
            y = getattr(np, kind)(y)
        else:
            raise ValueError(f'unknown layer {kind!r}')
    return np.sum(y) * cfg['gain']


def spline(knots, vals, t):
    total = 0.0
    for u in t:
        k = int(np.clip(np.searchsorted(knots, u) - 1, 0, len(knots) - 2))
        s = (u - knots[k]) / (knots[k + 1] - knots[k])
        total += (1 - s) * vals[k] + s * vals[k + 1] ** 2
    return total


def perplexity(emb, ids):
    loss = 0.0
    for a, b in zip(ids, ids[1:]):
        scores = emb @ emb[a]
        loss -= scores[b] - np.log(np.sum(np.exp(scores)))
    return loss / (len(ids) - 1)


def logistic_reg(W, X, y):
    z = X @ W
    p = np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))
    eps = 1e-9
    return -np.mean(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps)) + 0.01 * np.linalg.norm(W) ** 2


def kmeans_soft(X, C, beta):
    for _ in range(2):
        d = np.sum((X[:, None, :] - C[None]) ** 2, axis=2)
        r = np.exp(-beta * d)
        r = r / r.sum(1, keepdims=True)
        C = (r.T @ X) / r.sum(0)[:, None]
    return np.sum(r * d)


X = rng.normal(size=(5, 2))
M = rng.normal(size=(3, 3))
CASES = [
    (pendulum, (1.3, 0.4), (0, 1)),
    (
        hmm_forward,
        (np.log(np.array([[0.7, 0.3], [0.4, 0.6]])), np.log(np.array([[0.5, 0.5], [0.2, 0.8]])), [0, 1, 1, 0]),
        (0, 1),
    ),
    (
        lstm,
        ({'W': rng.normal(size=(8, 3)), 'b': rng.normal(size=8), 'out': rng.normal(size=2)}, [0.3, -0.5, 1.0]),
        (0,),
    ),
    (conv2d, (rng.normal(size=(4, 5)), rng.normal(size=(2, 2))), (0, 1)),
    (thomas, (np.full(4, 0.2), np.full(4, 2.0), np.full(4, 0.3), rng.normal(size=4)), (0, 1, 2, 3)),
    (nbody, (rng.normal(size=(3, 2)), rng.normal(size=(3, 2)), 0.7), (0, 1, 2)),
    (sir, (0.9, 0.2, 10), (0, 1)),
    (pid, (2.0, 0.3, 0.1), (0, 1, 2)),
    (soft_edit, ('kitten', 'sitting', 0.8), (2,)),
    (monte_carlo, (0.1, 0.2), (0, 1)),
    (expm, (M * 0.3, 0.7), (0, 1)),
    (ray_sphere, (0.2, 0.1, 1.0), (0, 1, 2)),
    (attention, (rng.normal(size=(3, 2)), rng.normal(size=(4, 2)), rng.normal(size=(4, 2))), (0, 1, 2)),
    (gp_loglik, (np.array([0.0, 0.5, 1.2]), np.array([0.1, 0.4, -0.2]), 0.8, 0.3), (0, 1, 2, 3)),
    (particle_filter, (0.8, [0.1, 0.5, -0.2]), (0,)),
    (upwind, (rng.normal(size=6), rng.normal(size=6), 3), (0, 1)),
    (laplacian_energy, ([0.5, 1.0, 2.0], [0.1, 0.7, -0.4]), (0, 1)),
    (neural_ode, (rng.normal(size=(2, 3)), np.array([0.3, -0.2])), (0, 1)),
    (
        config_model,
        ({'layers': [{'type': 'scale', 'p': 0.7}, {'type': 'tanh'}, {'type': 'bias', 'p': 0.2}], 'gain': 2.0}, 0.8),
        (0, 1),
    ),
    (spline, (np.array([0.0, 0.4, 1.1, 2.0]), np.array([0.3, 0.8, -0.2, 0.5]), [0.2, 0.9, 1.7]), (0, 1, 2)),
    (perplexity, (rng.normal(size=(4, 3)) * 0.5, [0, 2, 1, 3]), (0,)),
    (logistic_reg, (rng.normal(size=2), X, np.array([0, 1, 1, 0, 1.0])), (0,)),
    (kmeans_soft, (X, X[:2] * 1.1, 1.3), (0, 1, 2)),
]
