"""Methods as textbooks have them: sampling, searching, factorising, sorting, text."""

import collections
import itertools
import math
import random

import numpy as np

V = np.array([0.3, -0.7, 1.1, 0.5])
A = np.array([[1.2, 0.3], [-0.4, 0.8]])


def simulated_annealing(x, seed):
    r = random.Random(seed)
    best, cur = x * x, x
    for k in range(6):
        cand = cur + r.gauss(0, 0.3)
        e = cand * cand + math.sin(cand)
        if e < best or r.random() < 0.2:
            cur, best = cand, e
    return best + cur


def sgd_minibatch(w, X, y):
    rng = np.random.default_rng(0)
    n = len(X)
    for epoch in range(2):
        order = rng.permutation(n)
        for start in range(0, n, 2):
            b = order[start : start + 2]
            err = X[b] * w - y[b]
            w = w - 0.1 * np.mean(err * X[b])
    return w * w


def dropout(v, p):
    rng = np.random.RandomState(0)
    mask = rng.rand(4) > p
    h = np.where(mask, v, 0.0) / (1 - p)
    return np.sum(h**2)


def gibbs(a, n):
    rng = np.random.default_rng(5)
    x = y = 0.0
    trace = []
    for _ in range(n):
        x = a * y + rng.normal()
        y = a * x + rng.normal()
        trace.append((x, y))
    return sum(p * q for p, q in trace) / n


def counter_words(x, text):
    c = collections.Counter(text.split())
    total = 0.0
    for w, n in c.items():
        total += x**n * len(w)
    return total


def bfs(w, graph):
    q, dist = collections.deque([0]), {0: 0.0}
    while q:
        u = q.popleft()
        for v, k in graph[u]:
            if v not in dist:
                dist[v] = dist[u] + w[k]
                q.append(v)
    return sum(d * d for d in dist.values())


def prime_sum(x):
    ps = []
    n = 2
    while len(ps) < 5:
        if all(n % p for p in ps):
            ps.append(n)
        n += 1
    return sum(x**0.5 / p for p in ps)


def string_state(x, s):
    st = []
    y = x
    for ch in s:
        if ch == '(':
            st.append(y)
            y = y * 0.5
        elif ch == ')':
            y = y + st.pop()
        else:
            y = y * y
    return y


def inverse_perm(v):
    order = np.argsort(v)
    inv = np.empty_like(order)
    inv[order] = np.arange(len(v))
    s = v[order]
    s = np.cumsum(s)
    return np.sum(s[inv] * v)


def running_max(v):
    m = v[0]
    out = np.empty_like(v)
    for k, a in enumerate(v):
        m = a if a > m else m
        out[k] = m
    return np.sum(out * v)


def histogram_like(v):
    bins = [[] for _ in range(3)]
    for a in v:
        bins[min(2, max(0, int((a + 1) * 1.5)))].append(a)
    return sum(sum(b) ** 2 for b in bins)


def matrix_chain(A):
    p = np.eye(2)
    out = []
    for k in range(3):
        p = p @ A
        out.append(p.copy())
        p[0, 0] *= 0.5
    return sum(np.sum(o) * (k + 1) for k, o in enumerate(out))


def jacobi(A, b):
    x = np.zeros(2)
    D = np.diag(A)
    R = A - np.diagflat(D)
    for _ in range(5):
        x = (b - R @ x) / D
    return np.dot(x, x)


def gram_schmidt(A):
    Q = np.zeros_like(A)
    for j in range(2):
        q = A[:, j].copy()
        for i in range(j):
            q -= np.dot(Q[:, i], A[:, j]) * Q[:, i]
        Q[:, j] = q / np.linalg.norm(q)
    return Q[0, 0] * Q[1, 1] + Q[0, 1]


def power_iter(A):
    v = np.ones(2)
    for _ in range(6):
        v = A @ v
        v /= np.linalg.norm(v)
    return v @ A @ v


def eulerian(u):
    du = np.zeros_like(u)
    for t in range(3):
        du[1:-1] = u[2:] - 2 * u[1:-1] + u[:-2]
        du[0] = du[-1] = 0.0
        u = u + 0.1 * du
    return np.sum(u**3)


def life(u):
    g = np.pad(u, 1)
    return float(np.sum(g[:-2] * g[2:]) + g[1:-1].max())


def lookup_table(x):
    table = {k: math.exp(-k * x) for k in range(4)}
    table[4] = table.pop(0) + table[1]
    del table[2]
    return sum(v * k for k, v in sorted(table.items()))


def zip_longest_sum(a, b):
    return sum(p * q for p, q in itertools.zip_longest(a, b, fillvalue=1.0))


def accumulate_prod(v):
    return sum(itertools.accumulate(v, lambda a, b: a * b + 1))


def chained_cmp(x, y):
    return x * y if 0 < x < y < 2 else x + y


def walrus(x):
    if (y := x * x) > 0.1:
        return y * (z := y + x) + z
    return x


def nested_comp(v):
    m = [[a * b for b in v] for a in v]
    return sum(m[i][j] for i in range(len(v)) for j in range(len(v)) if i != j)


def slices(xs):
    ys = xs[::-1]
    ys[1:3] = [ys[2] * 2, ys[1]]
    zs = xs[:2] + ys[2:]
    zs += [xs[-1]] * 2
    return sum(z * (k + 1) for k, z in enumerate(zs))


def try_parse(items, x):
    total = x
    for it in items:
        try:
            total = total * float(it)
        except ValueError:
            total = total + x * len(it)
        finally:
            total = total * 0.9
    return total


def format_used(x):
    s = '%.2f|%d' % (x, 3)
    return x * len(s)


def complex_path(x):
    z = complex(x, 1.0)
    for _ in range(3):
        z = z * z / abs(z) + 0.1
    return abs(z) + z.real


def integer_inputs(n, x):
    return sum(x**k / math.factorial(k) for k in range(n))


def global_const(x):
    return x * SCALE + TABLE[1] * x**2


SCALE = 1.7
TABLE = [0.1, 0.7]
CASES = [
    (simulated_annealing, (0.7, 1), (0,)),
    (sgd_minibatch, (0.5, V, V * 2), (0, 1, 2)),
    (dropout, (V, 0.3), (0, 1)),
    (gibbs, (0.4, 5), (0,)),
    (counter_words, (0.7, 'a bb a ccc a bb'), (0,)),
    (bfs, ([0.3, 0.7, 1.1, 0.2], {0: [(1, 0), (2, 1)], 1: [(3, 2)], 2: [(3, 3)], 3: []}), (0,)),
    (prime_sum, (0.7,), (0,)),
    (string_state, (0.7, 'a(b(c)d)e'), (1 - 1,)),
    (inverse_perm, (V,), (0,)),
    (running_max, (V,), (0,)),
    (histogram_like, ([0.3, -0.7, 0.9, 0.5],), (0,)),
    (matrix_chain, (A,), (0,)),
    (jacobi, (A, np.array([0.3, 0.9])), (0, 1)),
    (gram_schmidt, (A,), (0,)),
    (power_iter, (A,), (0,)),
    (eulerian, (V,), (0,)),
    (life, (V,), (0,)),
    (lookup_table, (0.7,), (0,)),
    (zip_longest_sum, ([0.3, 0.7, 0.2], [0.5, 0.1]), (0, 1)),
    (accumulate_prod, ([0.3, 0.7, 0.2],), (0,)),
    (chained_cmp, (0.5, 0.9), (0, 1)),
    (walrus, (0.7,), (0,)),
    (nested_comp, ([0.3, 0.7, 0.2],), (0,)),
    (slices, ([0.3, 0.7, 0.2, 0.9],), (0,)),
    (try_parse, (['2', 'x', '0.5'], 0.7), (1,)),
    (format_used, (0.7,), (0,)),
    (complex_path, (0.7,), (0,)),
    (integer_inputs, (5, 0.7), (1,)),
    (global_const, (0.7,), (0,)),
]
