"""Programs of the size people write: solvers, factorisations, filters, dynamic programming, splines."""
import math

import numpy as np


def newton_solver(a, b):
    x = 1.0
    for it in range(50):
        f = x**3 - a * x - b
        df = 3 * x**2 - a
        dx = f / df
        x -= dx
        if abs(dx) < 1e-13:
            break
    return x


def newton_system(a, b):
    x = 1.0
    y = 1.0
    steps = 0
    while steps < 20:
        f = x * x + y * y - a
        g = x * y - b
        det = 2 * x * x - 2 * y * y
        if abs(det) < 1e-12:
            det = 1.0
        dx = (x * f - 2 * y * g) / det
        dy = (2 * x * g - y * f) / det
        x, y = x - dx, y - dy
        steps += 1
    return x * 2 + y


def secant(c):
    x0 = 1.0
    x1 = 2.0
    f0 = x0 * math.exp(x0) - c
    while True:
        f1 = x1 * math.exp(x1) - c
        if abs(f1) < 1e-13 or x1 == x0:
            return x1
        x0, x1, f0 = x1, x1 - f1 * (x1 - x0) / (f1 - f0), f1


def power_iteration(A, n):
    v = np.ones(len(A))
    value = 0.0
    for _ in range(n):
        w = A @ v
        value = np.sqrt(w @ w)
        v = w / value
    return value + v[0]


def conjugate_gradient(A, b):
    x = np.zeros(len(b))
    r = b - A @ x
    p = r
    rs = r @ r
    for i in range(len(b)):
        Ap = A @ p
        alpha = rs / (p @ Ap)
        x = x + alpha * p
        r = r - alpha * Ap
        rs_new = r @ r
        if rs_new < 1e-20:
            break
        p = r + (rs_new / rs) * p
        rs = rs_new
    return np.sum(x**2) + b @ x


def jacobi(A, b, n):
    x = np.zeros_like(b)
    for sweep in range(n):
        new = np.zeros_like(b)
        for i in range(len(b)):
            s = 0.0
            for j in range(len(b)):
                if j != i:
                    s += A[i, j] * x[j]
            new[i] = (b[i] - s) / A[i, i]
        x = new
    return x @ x


def gram_schmidt(A):
    m, n = A.shape
    Q = np.zeros((m, n))
    R = np.zeros((n, n))
    for j in range(n):
        v = A[:, j].copy()
        for i in range(j):
            R[i, j] = Q[:, i] @ A[:, j]
            v -= R[i, j] * Q[:, i]
        R[j, j] = np.sqrt(np.sum(v**2))
        Q[:, j] = v / R[j, j]
    return np.sum(R**3) + Q[0, 1]


def kalman_scalar(z, q, r, x0, p0):
    x = x0
    p = p0
    loglik = 0.0
    for obs in z:
        p = p + q
        s = p + r
        k = p / s
        innovation = obs - x
        loglik -= 0.5 * (innovation**2 / s + math.log(s))
        x = x + k * innovation
        p = (1 - k) * p
    return loglik + 0.1 * x


def kalman_two_states(z, q, r):
    F = np.array([[1.0, 0.1], [0.0, 1.0]])
    x = np.zeros(2)
    P = np.array([[1.0, 0.0], [0.0, 1.0]])
    total = 0.0
    for obs in z:
        x = F @ x
        P = F @ P @ F.T
        P[1, 1] += q
        s = P[0, 0] + r
        gain = P[:, 0] / s
        e = obs - x[0]
        total += e**2 / s + np.log(s)
        x = x + gain * e
        P = P - np.outer(gain, P[0])
    return total


def exponential_smoothing(series, alpha, beta):
    level = series[0]
    trend = series[1] - series[0]
    sse = 0.0
    for value in series[2:]:
        forecast = level + trend
        err = value - forecast
        sse += err * err
        last = level
        level = alpha * value + (1 - alpha) * forecast
        trend = beta * (level - last) + (1 - beta) * trend
    return sse


def low_pass(signal, a):
    out = np.empty_like(signal)
    out[0] = signal[0]
    for i in range(1, len(signal)):
        out[i] = a * signal[i] + (1 - a) * out[i - 1]
    return np.sum((out - signal)**2)


def biquad(signal, b0, b1, a1, a2):
    x1 = x2 = y1 = y2 = 0.0
    energy = 0.0
    for x in signal:
        y = b0 * x + b1 * x1 - a1 * y1 - a2 * y2
        x2, x1 = x1, x
        y2, y1 = y1, y
        energy += y * y
    return energy + x2


def median_filter(signal):
    total = 0.0
    for i in range(1, len(signal) - 1):
        a, b, c = signal[i - 1], signal[i], signal[i + 1]
        if a > b:
            a, b = b, a
        if b > c:
            b, c = c, b
        if a > b:
            a, b = b, a
        total += (b - signal[i])**2 + b
    return total


def edit_distance(u, v, gap):
    m = len(u)
    n = len(v)
    D = np.zeros((m + 1, n + 1))
    for i in range(1, m + 1):
        D[i, 0] = i * gap
    for j in range(1, n + 1):
        D[0, j] = j * gap
    for i in range(1, m + 1):
        for j in range(1, n + 1):
            match = D[i - 1, j - 1] + (u[i - 1] - v[j - 1])**2
            D[i, j] = min(match, D[i - 1, j] + gap, D[i, j - 1] + gap)
    return D[m, n]


def dynamic_time_warping(a, b):
    n, m = len(a), len(b)
    row = [0.0]
    for j in range(m):
        row.append(1e3)
    for i in range(n):
        new = [1e3]
        for j in range(m):
            best = row[j]
            if row[j + 1] < best:
                best = row[j + 1]
            if new[j] < best:
                best = new[j]
            new.append(abs(a[i] - b[j]) + best)
        row = new
    return row[m]


def viterbi(log_start, log_trans, log_emit):
    steps, states = log_emit.shape
    score = log_start + log_emit[0]
    for t in range(1, steps):
        new = np.zeros(states)
        for j in range(states):
            best = score[0] + log_trans[0, j]
            for i in range(1, states):
                cand = score[i] + log_trans[i, j]
                if cand > best:
                    best = cand
            new[j] = best + log_emit[t, j]
        score = new
    return np.max(score)


def forward_algorithm(start, trans, emit):
    alpha = start * emit[0]
    loglik = 0.0
    for t in range(1, len(emit)):
        scale = np.sum(alpha)
        loglik += np.log(scale)
        alpha = (alpha / scale) @ trans * emit[t]
    return loglik + np.log(np.sum(alpha))


def knapsack_relaxed(values, weights, capacity):
    best = np.zeros(capacity + 1)
    for i in range(len(values)):
        for c in range(capacity, weights[i] - 1, -1):
            take = best[c - weights[i]] + values[i]
            if take > best[c]:
                best[c] = take
    return best[capacity]


def shortest_path(W):
    n = len(W)
    D = W.copy()
    for k in range(n):
        for i in range(n):
            for j in range(n):
                through = D[i, k] + D[k, j]
                if through < D[i, j]:
                    D[i, j] = through
    return D[0, n - 1] + 0.5 * D[n - 1, 0]


def cubic_spline(x, y, t):
    n = len(x)
    h = x[1:] - x[:-1]
    a = np.zeros(n)
    b = np.ones(n)
    c = np.zeros(n)
    d = np.zeros(n)
    for i in range(1, n - 1):
        a[i] = h[i - 1]
        b[i] = 2 * (h[i - 1] + h[i])
        c[i] = h[i]
        d[i] = 6 * ((y[i + 1] - y[i]) / h[i] - (y[i] - y[i - 1]) / h[i - 1])
    for i in range(1, n):
        w = a[i] / b[i - 1]
        b[i] -= w * c[i - 1]
        d[i] -= w * d[i - 1]
    m = np.zeros(n)
    m[-1] = d[-1] / b[-1]
    for i in range(n - 2, -1, -1):
        m[i] = (d[i] - c[i] * m[i + 1]) / b[i]
    k = 0
    while k < n - 2 and x[k + 1] < t:
        k += 1
    left = x[k + 1] - t
    right = t - x[k]
    return (m[k] * left**3 + m[k + 1] * right**3) / (6 * h[k]) + (
        y[k] / h[k] - m[k] * h[k] / 6) * left + (y[k + 1] / h[k] - m[k + 1] * h[k] / 6) * right


def b_spline_basis(i, degree, t, knots):
    if degree == 0:
        return 1.0 if knots[i] <= t < knots[i + 1] else 0.0
    value = 0.0
    span = knots[i + degree] - knots[i]
    if span > 0:
        value += (t - knots[i]) / span * b_spline_basis(i, degree - 1, t, knots)
    span = knots[i + degree + 1] - knots[i + 1]
    if span > 0:
        value += (knots[i + degree + 1] - t) / span * b_spline_basis(i + 1, degree - 1, t, knots)
    return value


def b_spline_curve(control, t, knots):
    total = 0.0
    for i in range(len(control)):
        total += control[i] * b_spline_basis(i, 2, t, knots)
    return total


def lagrange(xs, ys, x):
    total = 0.0
    for i in range(len(xs)):
        term = ys[i]
        for j in range(len(xs)):
            if j == i:
                continue
            term *= (x - xs[j]) / (xs[i] - xs[j])
        total += term
    return total


def romberg(a, b, levels):
    R = np.zeros((levels, levels))
    h = b - a
    R[0, 0] = 0.5 * h * (math.sin(a) * a + math.sin(b) * b)
    for i in range(1, levels):
        h = h / 2
        s = 0.0
        for k in range(1, 2**i, 2):
            x = a + k * h
            s += math.sin(x) * x
        R[i, 0] = 0.5 * R[i - 1, 0] + h * s
        for j in range(1, i + 1):
            R[i, j] = R[i, j - 1] + (R[i, j - 1] - R[i - 1, j - 1]) / (4**j - 1)
    return R[levels - 1, levels - 1]


def fourier_energy(signal):
    n = len(signal)
    total = 0.0
    for k in range(n // 2):
        re = 0.0
        im = 0.0
        for t in range(n):
            angle = 2 * math.pi * k * t / n
            re += signal[t] * math.cos(angle)
            im -= signal[t] * math.sin(angle)
        total += math.sqrt(re * re + im * im + 0.01) / (k + 1)
    return total


def horner_with_derivatives(coefficients, x):
    p = 0.0
    dp = 0.0
    ddp = 0.0
    for c in coefficients:
        ddp = ddp * x + 2 * dp
        dp = dp * x + p
        p = p * x + c
    return p + dp * ddp


def halley(a):
    x = 1.0 if a < 10 else 3.0
    for _ in range(6):
        f = x**3 - a
        df = 3 * x * x
        ddf = 6 * x
        x = x - 2 * f * df / (2 * df * df - f * ddf)
    return x


def simplex_projection(v):
    u = v.copy()
    n = len(u)
    for i in range(n):
        for j in range(i + 1, n):
            if u[j] > u[i]:
                u[i], u[j] = u[j], u[i]
    total = 0.0
    theta = 0.0
    for k in range(n):
        total += u[k]
        cand = (total - 1) / (k + 1)
        if u[k] - cand > 0:
            theta = cand
    w = np.maximum(v - theta, 0.0)
    return np.sum(w**2 * np.arange(1.0, n + 1))


_r = np.random.default_rng(11)
_data = np.array([0.3, -1.1, 0.8, 2.1, -0.4, 0.9])
_series = np.array([1.0, 1.4, 1.3, 1.9, 2.4, 2.2, 3.1])
_X = _r.normal(size=(6, 3))
_w3 = np.array([0.4, -0.7, 0.2])
_SPD = np.eye(3) * 3 + np.outer(_w3, _w3)
_knots = np.array([0.0, 0.0, 0.0, 1.0, 2.0, 3.0, 3.0, 3.0])
_stochastic = np.array([[0.7, 0.3], [0.2, 0.8]])
_emit = np.array([[0.9, 0.2], [0.3, 0.6], [0.8, 0.1], [0.4, 0.7]])
_graph = np.array([[0.3, 1.0, 4.2, 9.0], [1.3, 0.2, 2.1, 6.5], [3.9, 2.4, 0.4, 1.7], [7.1, 5.3, 1.9, 0.3]])

CASES = [
    (newton_solver, (0.5, 2.0), (0, 1)), (newton_system, (5.0, 1.7), (0, 1)), (secant, (3.0,), (0,)),
    (power_iteration, (_SPD, 8), (0,)), (conjugate_gradient, (_SPD + np.diag([0.0, 1.0, 2.5]), _w3 + 1), (0, 1)),
    (jacobi, (_SPD, _w3 + 1, 6), (0, 1)), (gram_schmidt, (_X[:4],), (0,)),
    (kalman_scalar, (_series, 0.2, 0.5, 0.8, 1.0), (0, 1, 2, 3, 4)),
    (kalman_two_states, (_series, 0.2, 0.5), (0, 1, 2)), (exponential_smoothing, (_series, 0.4, 0.2), (0, 1, 2)),
    (low_pass, (_series, 0.3), (0, 1)), (biquad, (_data, 0.6, 0.2, -0.4, 0.1), (0, 1, 2, 3, 4)),
    (median_filter, (_data,), (0,)), (edit_distance, (_data[:4], _series[:3], 0.7), (0, 1, 2)),
    (dynamic_time_warping, (_data[:4], _series[:3]), (0, 1)),
    (viterbi, (np.log([0.6, 0.4]), np.log(_stochastic), np.log(_emit)), (0, 1, 2)),
    (forward_algorithm, (np.array([0.6, 0.4]), _stochastic, _emit), (0, 1, 2)),
    (knapsack_relaxed, (np.array([1.5, 2.2, 3.1, 0.9]), np.array([1, 2, 3, 1]), 5), (0,)),
    (shortest_path, (_graph,), (0,)),
    (cubic_spline, (np.array([0.0, 0.7, 1.5, 2.6, 3.0]), _series[:5], 1.9), (0, 1, 2)),
    (b_spline_curve, (_series[:5], 1.4, _knots), (0, 1)),
    (lagrange, (np.array([0.0, 0.7, 1.5, 2.6]), _series[:4], 1.1), (0, 1, 2)), (romberg, (0.2, 1.9, 4), (0, 1)),
    (fourier_energy, (_data,), (0,)), (horner_with_derivatives, (_w3, 0.7), (0, 1)), (halley, (5.0,), (0,)),
    (halley, (25.0,), (0,)), (simplex_projection, (np.array([0.6, 0.9, -0.4, 0.3]),), (0,)),
]
