"""Programs as projects have them: simulations, parsers, networks from scratch, books of orders, pipelines, caches."""

import collections
import enum
import heapq
import itertools
import math
import re
from dataclasses import asdict, dataclass, field, replace

import numpy as np


class Body:
    G = 0.8

    def __init__(self, name, mass, pos, vel):
        self.name = name
        self.mass = mass
        self.pos = np.array(pos, dtype=float)
        self.vel = np.array(vel, dtype=float)
        self.force = np.zeros(2)

    def attract(self, other):
        d = other.pos - self.pos
        r2 = float(d @ d) + 0.05
        f = self.G * self.mass * other.mass * d / r2**1.5
        self.force += f
        other.force -= f

    def step(self, dt):
        self.vel += dt * self.force / self.mass
        self.pos += dt * self.vel
        self.force[:] = 0.0

    @property
    def kinetic(self):
        return 0.5 * self.mass * np.dot(self.vel, self.vel)


class Universe:
    def __init__(self):
        self.bodies = {}

    def add(self, body):
        self.bodies[body.name] = body
        return self

    def run(self, steps, dt):
        for _ in range(steps):
            for a, b in itertools.combinations(self.bodies.values(), 2):
                a.attract(b)
            for body in self.bodies.values():
                body.step(dt)
        return self


def three_bodies(m, v):
    u = Universe()
    u.add(Body('sun', m, [0.0, 0.0], [0.0, 0.0]))
    u.add(Body('earth', 0.3, [1.0, 0.0], [0.0, v])).add(Body('moon', 0.1, [1.3, 0.1], [0.1, 1.2 * v]))
    u.run(6, 0.05)
    return sum(b.kinetic for b in u.bodies.values()) + u.bodies['moon'].pos[1]


class Parser:
    TOKEN = re.compile(r'\s*(?:(\d+\.?\d*)|(.))')

    def __init__(self, text, env):
        self.tokens = [(num, op) for num, op in self.TOKEN.findall(text)]
        self.pos = 0
        self.env = env

    def peek(self):
        return self.tokens[self.pos][1] if self.pos < len(self.tokens) else ''

    def take(self):
        tok = self.tokens[self.pos]
        self.pos += 1
        return tok

    def expr(self):
        value = self.term()
        while self.peek() in ('+', '-'):
            _, op = self.take()
            rhs = self.term()
            value = value + rhs if op == '+' else value - rhs
        return value

    def term(self):
        value = self.factor()
        while self.peek() in ('*', '/'):
            _, op = self.take()
            rhs = self.factor()
            if op == '*':
                value *= rhs
            else:
                value /= rhs
        return value

    def factor(self):
        num, op = self.take()
        if num:
            return float(num)
        if op == '(':
            value = self.expr()
            self.take()
            return value
        if op == '-':
            return -self.factor()
        return self.env[op]


def calculator(x, y):
    env = {'x': x, 'y': y}
    return Parser('2*x + (y - 3) * x / (1 + y) - -x*x', env).expr()


class Adam:
    def __init__(self, lr, b1=0.9, b2=0.99):
        self.lr, self.b1, self.b2 = lr, b1, b2
        self.state = collections.defaultdict(lambda: [0.0, 0.0])
        self.t = 0

    def step(self, params, grads):
        self.t += 1
        for k in params:
            m, v = self.state[k]
            m = self.b1 * m + (1 - self.b1) * grads[k]
            v = self.b2 * v + (1 - self.b2) * grads[k] ** 2
            self.state[k] = [m, v]
            mh = m / (1 - self.b1**self.t)
            vh = v / (1 - self.b2**self.t)
            params[k] -= self.lr * mh / (math.sqrt(vh) + 1e-3)


def adam_rosenbrock(lr, x0):
    p = {'x': x0, 'y': 0.5}
    opt = Adam(lr)
    for epoch in range(5):
        g = {'x': -2 * (1 - p['x']) - 4 * p['x'] * (p['y'] - p['x'] ** 2), 'y': 2 * (p['y'] - p['x'] ** 2)}
        opt.step(p, g)
        if epoch % 2:
            opt.lr *= 0.7
    return (1 - p['x']) ** 2 + (p['y'] - p['x'] ** 2) ** 2


class PID:
    def __init__(self, kp, ki, kd, limits=(-2.0, 2.0)):
        self.gains = kp, ki, kd
        self.lo, self.hi = limits
        self.integral = 0.0
        self.previous = None

    def __call__(self, error, dt):
        kp, ki, kd = self.gains
        self.integral += error * dt
        derivative = 0.0 if self.previous is None else (error - self.previous) / dt
        self.previous = error
        u = kp * error + ki * self.integral + kd * derivative
        if not self.lo <= u <= self.hi:
            self.integral -= error * dt
        return min(max(u, self.lo), self.hi)


def pid_cost(kp, ki, kd):
    pid = PID(kp, ki, kd)
    x, v, cost = 0.0, 0.0, 0.0
    for _ in range(20):
        e = 1.0 - x
        u = pid(e, 0.1)
        v += 0.1 * (u - 0.5 * v - x)
        x += 0.1 * v
        cost += e * e + 0.01 * u * u
    return cost


def read_records(values):
    for i, v in enumerate(values):
        yield {'id': i, 'value': v, 'group': 'even' if i % 2 == 0 else 'odd'}


def drop_small(records, threshold):
    for r in records:
        if abs(r['value']) >= threshold:
            yield r


def scaled(records, factor):
    for r in records:
        yield {**r, 'value': r['value'] * factor}


def pipeline(values, factor):
    groups = collections.defaultdict(list)
    for r in scaled(drop_small(read_records(values), 0.2), factor):
        groups[r['group']].append(r['value'])
    stats = {g: (sum(v) / len(v), max(v)) for g, v in groups.items()}
    return stats['even'][0] * stats['odd'][1] + sum(m for m, _ in stats.values())


@dataclass(order=True)
class Event:
    time: float
    kind: str = field(compare=False)
    amount: float = field(compare=False, default=0.0)


def simulate_queue(rate, size):
    events = [Event(1.0 * k / rate, 'arrive', size * (1 + k % 2)) for k in range(5)]
    heapq.heapify(events)
    free_at, waited, served = 0.0, 0.0, 0
    while events:
        e = heapq.heappop(events)
        if e.kind == 'arrive':
            start = max(e.time, free_at)
            waited += start - e.time
            free_at = start + e.amount
            heapq.heappush(events, Event(free_at, 'leave'))
        else:
            served += 1
    return waited / served + free_at


def levinson(r, y):
    n = len(r) - 1
    a = np.zeros(n + 1)
    a[0] = 1.0
    e = r[0]
    for i in range(1, n + 1):
        acc = r[i]
        for j in range(1, i):
            acc = acc + a[j] * r[i - j]
        k = -acc / e
        tmp = a[1:i].copy()
        a[1:i] += k * tmp[::-1]
        a[i] = k
        e *= 1 - k * k
    return e + (a * y).sum()


class DisjointSet:
    def __init__(self, n):
        self.parent = list(range(n))
        self.rank = [0] * n

    def find(self, i):
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def union(self, i, j):
        i, j = self.find(i), self.find(j)
        if i == j:
            return False
        if self.rank[i] < self.rank[j]:
            i, j = j, i
        self.parent[j] = i
        self.rank[i] += self.rank[i] == self.rank[j]
        return True


def minimum_spanning_tree(points, scale):
    edges = sorted((math.hypot(p[0] - q[0], scale * (p[1] - q[1])), i, j)
                   for (i, p), (j, q) in itertools.combinations(enumerate(points), 2))
    ds = DisjointSet(len(points))
    return sum(w * w for w, i, j in edges if ds.union(i, j))


def hmm_loglik(stay, emit):
    states = ('rain', 'sun')
    trans = {s: {t: stay if s == t else 1 - stay for t in states} for s in states}
    emission = {'rain': {'u': emit, 'n': 1 - emit}, 'sun': {'u': 0.2, 'n': 0.8}}
    alpha = {s: 0.5 for s in states}
    loglik = 0.0
    for obs in 'uunun':
        new = {}
        for t in states:
            new[t] = emission[t][obs] * sum(alpha[s] * trans[s][t] for s in states)
        norm = sum(new.values())
        loglik += math.log(norm)
        alpha = {s: p / norm for s, p in new.items()}
    return loglik


class Move(enum.Enum):
    C = 0
    D = 1


class TitForTat:
    def play(self, own, other):
        return other[-1] if other else Move.C


class Grudger:
    def __init__(self, patience):
        self.patience = patience

    def play(self, own, other):
        return Move.D if other.count(Move.D) > self.patience else Move.C


class Alternator:
    def play(self, own, other):
        return Move.C if len(own) % 2 == 0 else Move.D


def tournament(reward, tempt, discount):
    payoff = {(Move.C, Move.C): (reward, reward), (Move.C, Move.D): (0.0, tempt),
              (Move.D, Move.C): (tempt, 0.0), (Move.D, Move.D): (1.0, 1.0)}
    scores = collections.Counter()
    players = {'tft': TitForTat(), 'grudge': Grudger(1), 'alt': Alternator()}
    for (na, a), (nb, b) in itertools.permutations(players.items(), 2):
        ha, hb = [], []
        for r in range(4):
            ma, mb = a.play(ha, hb), b.play(hb, ha)
            ha.append(ma)
            hb.append(mb)
            pa, pb = payoff[ma, mb]
            scores[na] += pa * discount**r
            scores[nb] += pb * discount**r
    return max(scores.values()) - 0.5 * min(scores.values())


def huffman(freqs, extra):
    heap = [(f, i, str(i)) for i, f in enumerate(freqs)]
    heapq.heapify(heap)
    cost = 0.0
    n = len(freqs)
    while len(heap) > 1:
        fa, _, a = heapq.heappop(heap)
        fb, _, b = heapq.heappop(heap)
        merged = fa + fb
        cost += merged * (1 + extra * len(a + b))
        n += 1
        heapq.heappush(heap, (merged, n, f'({a}{b})'))
    return cost


@dataclass
class Base:
    lr: float = 0.1
    decay: float = 0.9

    def __post_init__(self):
        self.effective = self.lr * self.decay

    def at(self, t):
        return self.effective * self.decay**t


@dataclass
class Warm(Base):
    warm: int = 2

    def __post_init__(self):
        super().__post_init__()
        self.peak = self.effective * 2

    def at(self, t):
        if t < self.warm:
            return self.peak * (t + 1) / self.warm
        return super().at(t - self.warm)


def scheduled(lr, decay):
    base = Warm(lr, decay)
    other = replace(base, lr=lr * 2)
    x = 1.0
    for t in range(5):
        x -= base.at(t) * x - 0.1 * other.at(t)
    d = asdict(other)
    return x * d['lr'] + d['decay']


def pagerank(damping, boost):
    links = {'a': ['b', 'c'], 'b': ['c'], 'c': ['a'], 'd': ['c', 'a']}
    rank = dict.fromkeys(links, 1 / len(links))
    for _ in range(5):
        new = {p: (1 - damping) / len(links) for p in links}
        for page, outs in links.items():
            share = rank[page] / len(outs)
            for o in outs:
                new[o] += damping * share
        new['a'] += boost
        rank = new
    return rank['a'] * rank['c'] + rank['d']


def unpack(theta):
    W = theta[:6].reshape(3, 2)
    b = theta[6:9]
    V = theta[9:].reshape(2, 3)
    return W, b, V


def neural_ode(theta, x0):
    W, b, V = unpack(theta)
    x = x0.copy()
    traj = np.zeros((5, 2))
    for k in range(5):
        traj[k] = x
        h = np.tanh(W @ x + b)
        x += 0.2 * (V @ h)
    return np.sum((traj - 0.3) ** 2) + x[0]


class MarketError(Exception):
    pass


class NoBid(MarketError):
    pass


def quote(price, i):
    if i == 2:
        raise NoBid('none')
    if price < 0.5:
        raise MarketError('low')
    return price * 1.01


def trade(p, vol):
    cash, position, fees = 10.0, 0.0, 0.0
    for i in range(5):
        p *= 1 + vol * math.sin(i + 1)
        try:
            q = quote(p, i)
        except NoBid:
            continue
        except MarketError:
            cash -= 0.1 * p
            break
        else:
            position += 1 / q
            cash -= 1.0 * q
        finally:
            fees += 0.01 * p
    return cash + position * p - fees


class Conv1d:
    def __init__(self, w, stride=1):
        self.w, self.stride = w, stride

    def forward(self, x):
        k = len(self.w)
        n = (len(x) - k) // self.stride + 1
        out = np.zeros(n)
        for i in range(n):
            s = i * self.stride
            out[i] = np.dot(x[s:s + k], self.w)
        self.x = x
        return out

    def backward(self, g):
        k = len(self.w)
        dx = np.zeros_like(self.x)
        self.dw = np.zeros_like(self.w)
        for i, gi in enumerate(g):
            s = i * self.stride
            self.dw += gi * self.x[s:s + k]
            dx[s:s + k] += gi * self.w
        return dx


class MaxPool:
    def __init__(self, size):
        self.size = size

    def forward(self, x):
        self.idx = []
        out = []
        for s in range(0, len(x) - self.size + 1, self.size):
            j = s + int(np.argmax(x[s:s + self.size]))
            self.idx.append(j)
            out.append(x[j])
        self.n = len(x)
        return np.array(out)

    def backward(self, g):
        dx = np.zeros(self.n)
        dx[self.idx] = g
        return dx


class ReLU:
    def forward(self, x):
        self.mask = x > 0
        return x * self.mask

    def backward(self, g):
        return g * self.mask


def convnet_step(w, x, lr):
    layers = [Conv1d(w.copy()), ReLU(), MaxPool(2)]
    for step in range(2):
        h = x
        for layer in layers:
            h = layer.forward(h)
        g = 2 * (h - 1)
        for layer in layers[::-1]:
            g = layer.backward(g)
        layers[0].w -= lr * layers[0].dw
    return ((h - 1) ** 2).sum() + layers[0].w.sum()


class Graph:
    def __init__(self):
        self.adj = {}
        self.h = {}

    def edge(self, u, v, w=1.0):
        self.adj.setdefault(u, {})[v] = w
        self.adj.setdefault(v, {})[u] = w

    def propagate(self, act):
        new = {}
        for u, nbrs in self.adj.items():
            msg = sum(w * self.h[v] for v, w in nbrs.items())
            new[u] = act(self.h[u] + msg / len(nbrs))
        self.h = new


def gnn(w, h0):
    g = Graph()
    g.edge('a', 'b', w)
    g.edge('b', 'c')
    g.edge('c', 'a', w * 0.5)
    g.edge('c', 'd', 2.0)
    g.h = dict(zip('abcd', h0))
    for _ in range(3):
        g.propagate(math.tanh)
    return sum(g.h.values()) + g.h['a'] * g.h['d']


class CSR:
    def __init__(self, data, indices, indptr):
        self.data, self.indices, self.indptr = data, indices, indptr

    @classmethod
    def from_dense(cls, rows):
        data, indices, indptr = [], [], [0]
        for row in rows:
            for j, v in enumerate(row):
                if v != 0:
                    data.append(v)
                    indices.append(j)
            indptr.append(len(data))
        return cls(np.array(data), np.array(indices), indptr)

    def __matmul__(self, x):
        y = np.zeros(len(self.indptr) - 1)
        for i in range(len(y)):
            lo, hi = self.indptr[i], self.indptr[i + 1]
            y[i] = self.data[lo:hi] @ x[self.indices[lo:hi]]
        return y


def conjugate_gradient(d, b):
    A = CSR.from_dense([[d, 1.0, 0], [1.0, d + 1, 0.5], [0, 0.5, d]])
    x = np.zeros(3)
    r = b - A @ x
    p = r.copy()
    rs = r @ r
    for _ in range(3):
        Ap = A @ p
        alpha = rs / (p @ Ap)
        x += alpha * p
        r -= alpha * Ap
        new = r @ r
        if np.sqrt(new) < 1e-8:
            break
        p = r + (new / rs) * p
        rs = new
    return x @ b + x[1]


def critical_path(durations, buffer):
    tasks = {'a': (), 'b': ('a',), 'c': ('a',), 'd': ('b', 'c'), 'e': ('c',)}
    length = dict(zip(tasks, durations))
    order, seen = [], set()

    def visit(t):
        if t in seen:
            return
        seen.add(t)
        for dep in tasks[t]:
            visit(dep)
        order.append(t)

    for t in tasks:
        visit(t)
    finish = {}
    for t in order:
        start = max((finish[d] for d in tasks[t]), default=0.0)
        finish[t] = start + length[t] * (1 + buffer)
    return max(finish.values()) + 0.1 * finish['b']


def make_accumulator(scale):
    total, count = 0.0, 0

    def add(v):
        nonlocal total, count
        total += scale * v
        count += 1
        return total / count

    def reset():
        nonlocal total, count
        total, count = total * 0.5, 0

    return add, reset


def callbacks(x, y):
    add, reset = make_accumulator(y)
    history = []
    hooks = {'on_step': [lambda v: history.append(v * v), add], 'on_end': [lambda v: reset()]}
    for k in range(4):
        x = math.sin(x) + y
        for hook in hooks['on_step']:
            hook(x)
        if k == 2:
            for hook in hooks['on_end']:
                hook(x)
    return add(x) + sum(history)


class Signal:
    def __init__(self, value):
        self._value = value
        self._watchers = []

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        old, self._value = self._value, new
        for w in self._watchers:
            w(old, new)

    def watch(self, f):
        self._watchers.append(f)
        return f


def reactive(x, rate):
    s = Signal(x)
    log = []
    s.watch(lambda old, new: log.append(new - old))

    @s.watch
    def damp(old, new):
        if abs(new) > 1.5:
            log.append(0.1 * new * old)

    for k in range(4):
        s.value = s.value * rate + math.sin(k)
    return sum(v * v for v in log) + s.value


class Field:
    def __init__(self, n):
        self.buffer = np.zeros(n + 2)
        self.interior = self.buffer[1:-1]
        self.left, self.right = self.buffer[:-2], self.buffer[2:]

    def wrap(self):
        self.buffer[0] = self.buffer[-2]
        self.buffer[-1] = self.buffer[1]

    def laplacian(self):
        self.wrap()
        return self.left - 2 * self.interior + self.right


def gray_scott(f, k):
    u, v = Field(6), Field(6)
    u.interior[:] = 1.0
    v.interior[2:4] = 0.4
    for _ in range(4):
        uvv = u.interior * v.interior**2
        du = 0.2 * u.laplacian() - uvv + f * (1 - u.interior)
        dv = 0.1 * v.laplacian() + uvv - (f + k) * v.interior
        u.interior += du
        v.interior += dv
    return np.sum(u.interior * v.interior) + v.buffer[3]


class Loss:
    registry = {}

    def __init_subclass__(cls, key, **kw):
        super().__init_subclass__(**kw)
        Loss.registry[key] = cls

    def __init__(self, **options):
        self.options = options

    def __call__(self, pred, true):
        return sum(self.one(p - t) for p, t in zip(pred, true)) / len(pred)


class Huber(Loss, key='huber'):
    def one(self, e):
        d = self.options['delta']
        return 0.5 * e * e if abs(e) <= d else d * (abs(e) - 0.5 * d)


class Quantile(Loss, key='quantile'):
    def one(self, e):
        q = self.options.get('q', 0.5)
        return max(q * e, (q - 1) * e)


def losses(pred, delta):
    true = [0.5, 1.0, 2.0]
    total = 0.0
    for key, opts in [('huber', {'delta': delta}), ('quantile', {'q': delta / 2}), ('quantile', {})]:
        total += Loss.registry[key](**opts)(pred, true)
    return total


class Mass:
    def __init__(self, x, m, fixed=False):
        self.x, self.v, self.m, self.fixed = x, 0.0, m, fixed
        self.springs = []


class Spring:
    def __init__(self, a, b, k, rest=1.0):
        self.a, self.b, self.k, self.rest = a, b, k, rest
        a.springs.append(self)
        b.springs.append(self)

    def pull(self, on):
        f = self.k * (self.b.x - self.a.x - self.rest)
        return f if on is self.a else -f


def chain_energy(k, m):
    masses = [Mass(i * 1.1, m * (1 + 0.1 * i), fixed=i == 0) for i in range(4)]
    springs = [Spring(a, b, k / (1 + i)) for i, (a, b) in enumerate(zip(masses, masses[1:]))]
    for _ in range(3):
        forces = [sum(s.pull(p) for s in p.springs) for p in masses]
        for p, f in zip(masses, forces):
            if p.fixed:
                continue
            p.v += 0.1 * f / p.m
            p.x += 0.1 * p.v
    return sum(0.5 * p.m * p.v**2 for p in masses) + sum(s.k * (s.b.x - s.a.x) for s in springs)


class LRU:
    def __init__(self, size):
        self.size = size
        self.data = collections.OrderedDict()
        self.hits = 0

    def get(self, key, compute):
        if key in self.data:
            self.hits += 1
            value = self.data.pop(key)
        else:
            value = compute(key)
            if len(self.data) >= self.size:
                oldest = next(iter(self.data))
                del self.data[oldest]
        self.data[key] = value
        return value


def cached_series(x, y):
    cache = LRU(2)
    total = 0.0
    for k in (1, 2, 1, 3, 2, 3, 3):
        total += cache.get(k, lambda n: x**n + y / n) * (1 + 0.1 * k)
    return total / (1 + cache.hits) + sum(cache.data.values())


class LogMixin:
    def __init__(self, *args, **kwargs):
        self.log = []
        super().__init__(*args, **kwargs)

    def step(self, x):
        y = super().step(x)
        self.log.append(y - x)
        return y


class ClipMixin:
    limit = 1.5

    def step(self, x):
        y = super().step(x)
        return max(-self.limit, min(self.limit, y))


class Euler:
    def __init__(self, rate, h=0.1):
        self.rate, self.h = rate, h

    def step(self, x):
        return x + self.h * (self.rate * x - x**3)


class Tracked(LogMixin, ClipMixin, Euler):
    limit = 1.2


def mixin_integrate(rate, x0):
    s = Tracked(rate, h=0.3)
    x = x0
    for _ in range(5):
        x = s.step(x)
    return x + sum(v**2 for v in s.log)


def running():
    total, n = 0.0, 0
    avg = None
    while True:
        x = yield avg
        total += x
        n += 1
        avg = total / n


def averages(xs, w):
    g = running()
    next(g)
    out = [g.send(x * w) for x in xs]
    return sum(itertools.starmap(lambda a, b: a * b, zip(out, xs))) + out[-1]


CASES = [
    (three_bodies, (1.5, 0.9), (0, 1)),
    (calculator, (1.3, 0.6), (0, 1)),
    (adam_rosenbrock, (0.1, -0.4), (0, 1)),
    (pid_cost, (3.0, 1.2, 0.2), (0, 1, 2)),
    (pipeline, ([0.5, 0.1, -0.7, 1.2, 0.9, 0.05], 1.4), (0, 1)),
    (simulate_queue, (1.3, 0.6), (0, 1)),
    (levinson, (np.array([2.0, 0.7, 0.3, 0.2]), np.array([0.1, 0.5, 0.2, 0.9])), (0, 1)),
    (minimum_spanning_tree, ([(0.0, 0.1), (1.0, 0.4), (0.4, 1.3), (1.5, 1.7)], 1.2), (0, 1)),
    (hmm_loglik, (0.7, 0.9), (0, 1)),
    (tournament, (3.0, 5.0, 0.9), (0, 1, 2)),
    (huffman, ([0.4, 0.1, 0.2, 0.3, 0.15], 0.02), (0, 1)),
    (scheduled, (0.1, 0.9), (0, 1)),
    (pagerank, (0.85, 0.02), (0, 1)),
    (neural_ode, (np.sin(np.arange(15.0)), np.array([0.4, -0.7])), (0, 1)),
    (trade, (1.2, 0.2), (0, 1)),
    (trade, (0.6, 0.4), (0, 1)),
    (convnet_step, (np.array([0.4, -0.3, 0.8]), np.cos(np.arange(8.0)), 0.1), (0, 1, 2)),
    (gnn, (0.4, [0.1, 0.7, -0.4, 0.9]), (0, 1)),
    (conjugate_gradient, (3.0, np.array([0.3, 1.2, -0.4])), (0, 1)),
    (critical_path, ([1.0, 2.0, 3.0, 1.5, 0.7], 0.1), (0, 1)),
    (callbacks, (0.4, 0.9), (0, 1)),
    (reactive, (0.8, 1.3), (0, 1)),
    (gray_scott, (0.04, 0.06), (0, 1)),
    (losses, ([0.3, 1.9, 1.6], 0.7), (0, 1)),
    (chain_energy, (2.0, 0.7), (0, 1)),
    (cached_series, (0.8, 1.3), (0, 1)),
    (mixin_integrate, (1.3, 0.6), (0, 1)),
    (averages, ([0.4, 1.1, 0.7], 1.3), (0, 1)),
]
