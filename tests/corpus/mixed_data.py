"""Programs of the size people write: finance, likelihoods, regressions, small networks."""
import math

import numpy as np


def normal_cdf(x):
    return 0.5 * (1 + math.erf(x / math.sqrt(2)))


def black_scholes(s, k, t, r, sigma):
    d1 = (math.log(s / k) + (r + sigma**2 / 2) * t) / (sigma * math.sqrt(t))
    d2 = d1 - sigma * math.sqrt(t)
    return s * normal_cdf(d1) - k * math.exp(-r * t) * normal_cdf(d2)


def implied_volatility(price, s, k, t, r):
    vol = 0.3
    for i in range(40):
        gap = black_scholes(s, k, t, r, vol) - price
        if abs(gap) < 1e-12:
            break
        d1 = (math.log(s / k) + (r + vol**2 / 2) * t) / (vol * math.sqrt(t))
        vega = s * math.exp(-d1**2 / 2) / math.sqrt(2 * math.pi) * math.sqrt(t)
        vol = vol - gap / vega
    return vol


def binomial_option(s, k, r, sigma, n, american):
    dt = 1.0 / n
    u = math.exp(sigma * math.sqrt(dt))
    d = 1 / u
    disc = math.exp(-r * dt)
    p = (1 / disc - d) / (u - d)
    values = []
    for j in range(n + 1):
        values.append(max(k - s * u**j * d**(n - j), 0.0))
    for i in range(n - 1, -1, -1):
        for j in range(i + 1):
            values[j] = disc * (p * values[j + 1] + (1 - p) * values[j])
            if american:
                exercise = k - s * u**j * d**(i - j)
                if exercise > values[j]:
                    values[j] = exercise
    return values[0]


def bond_price(rate, coupon, years, face=100.0):
    price = 0.0
    discount = 1.0
    for year in range(1, years + 1):
        discount /= 1 + rate
        price += coupon * discount
    return price + face * discount


def bond_yield(price, coupon, years):
    y = 0.05
    steps = 0
    while steps < 30:
        steps += 1
        value = bond_price(y, coupon, years)
        if abs(value - price) < 1e-11:
            break
        slope = (bond_price(y + 1e-5, coupon, years) - value) / 1e-5
        y = y - (value - price) / slope
    return y


def mortgage(principal, rate, payment):
    months = 0
    paid = 0.0
    balance = principal
    while balance > 0 and months < 60:
        interest = balance * rate / 12
        if payment >= balance + interest:
            paid += balance + interest
            balance = 0.0
        else:
            balance = balance + interest - payment
            paid += payment
        months += 1
    return paid + balance


def present_value(flows, rates):
    total = 0.0
    discount = 1.0
    for flow, rate in zip(flows, rates):
        discount = discount / (1 + rate)
        total += flow * discount
    return total


def garch_likelihood(returns, omega, alpha, beta):
    var = omega / (1 - alpha - beta)
    loglik = 0.0
    for r in returns:
        loglik -= 0.5 * (math.log(2 * math.pi * var) + r * r / var)
        var = omega + alpha * r * r + beta * var
    return loglik


def gaussian_likelihood(data, mu, log_sigma):
    sigma = np.exp(log_sigma)
    z = (data - mu) / sigma
    return -0.5 * np.sum(z**2) - len(data) * (log_sigma + 0.5 * np.log(2 * np.pi))


def mixture_likelihood(data, weights, means, sigmas):
    w = np.exp(weights) / np.sum(np.exp(weights))
    total = 0.0
    for x in data:
        density = w * np.exp(-0.5 * ((x - means) / sigmas)**2) / sigmas
        total += np.log(np.sum(density))
    return total / len(data)


def poisson_regression(beta, X, counts):
    eta = X @ beta
    total = 0.0
    for i in range(len(counts)):
        total += counts[i] * eta[i] - math.exp(eta[i])
    return total - 0.1 * np.sum(beta**2)


def logistic_regression(w, b, X, y):
    total = 0.0
    for i in range(X.shape[0]):
        z = b
        for j in range(X.shape[1]):
            z += w[j] * X[i, j]
        if z > 0:
            p = 1 / (1 + math.exp(-z))
        else:
            e = math.exp(z)
            p = e / (1 + e)
        total -= y[i] * math.log(p) + (1 - y[i]) * math.log(1 - p)
    return total / len(y) + 0.01 * np.dot(w, w)


def cross_entropy(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def ridge(w, X, y, lam):
    residual = X @ w - y
    return np.mean(residual**2) + lam * np.sum(w**2)


def gradient_descent(w, X, y, rate, n):
    for t in range(n):
        residual = X @ w - y
        w = w - rate * (X.T @ residual) / len(y)
    return np.sum((X @ w - y)**2)


def correlation(x, y):
    n = len(x)
    mx = sum(x) / n
    my = sum(y) / n
    sxy = 0.0
    sxx = 0.0
    syy = 0.0
    for a, b in zip(x, y):
        sxy += (a - mx) * (b - my)
        sxx += (a - mx)**2
        syy += (b - my)**2
    return sxy / math.sqrt(sxx * syy)


def kernel_density(x, samples, h):
    total = 0.0
    for s in samples:
        u = (x - s) / h
        if abs(u) < 1:
            total += 0.75 * (1 - u * u)
    return total / (len(samples) * h)


def gaussian_process_energy(x, y, length):
    n = len(x)
    K = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            K[i, j] = np.exp(-0.5 * (x[i] - x[j])**2 / length**2)
        K[i, i] += 0.5
    z = y.copy()
    for i in range(n):
        for j in range(i):
            K[i, j] = (K[i, j] - K[i, :j] @ K[j, :j]) / K[j, j]
            z[i] -= K[i, j] * z[j]
        K[i, i] = np.sqrt(K[i, i] - K[i, :i] @ K[i, :i])
        z[i] /= K[i, i]
    logdet = 0.0
    for i in range(n):
        logdet += np.log(K[i, i])
    return 0.5 * z @ z + logdet


def two_layer_network(x, y, W1, b1, W2, b2):
    h = np.tanh(x @ W1 + b1)
    err = h @ W2 + b2 - y
    return np.mean(err**2)


def relu_network(x, layers):
    h = x
    for k, (W, b) in enumerate(layers):
        h = W @ h + b
        if k < len(layers) - 1:
            h = np.maximum(h, 0.0)
    return np.sum(h**2)


def classifier(X, labels, W, b):
    scores = X @ W + b
    loss = 0.0
    for i in range(len(labels)):
        row = scores[i]
        top = np.max(row)
        norm = np.log(np.sum(np.exp(row - top))) + top
        loss += norm - row[labels[i]]
    return loss / len(labels) + 0.001 * np.sum(W * W)


def recurrent_network(inputs, Wx, Wh, h0):
    h = h0
    outputs = []
    for x in inputs:
        h = np.tanh(Wx * x + Wh @ h)
        outputs.append(np.sum(h))
    total = 0.0
    for a, b in zip(outputs, inputs):
        total += (a - b)**2
    return total


def lstm_cell_by_hand(x, h, c, w):
    for t in range(3):
        gate_in = 1 / (1 + math.exp(-(w[0] * x + w[1] * h)))
        gate_forget = 1 / (1 + math.exp(-(w[2] * x + w[3] * h)))
        gate_out = 1 / (1 + math.exp(-(w[4] * x + w[5] * h)))
        cand = math.tanh(w[6] * x + w[7] * h)
        c = gate_forget * c + gate_in * cand
        h = gate_out * math.tanh(c)
        x = x * 0.9
    return h + c


def convolution(signal, kernel):
    n = len(signal)
    m = len(kernel)
    out = np.zeros(n - m + 1)
    for i in range(len(out)):
        for j in range(m):
            out[i] += signal[i + j] * kernel[m - 1 - j]
    return np.sum(np.maximum(out, 0.0) ** 2)


def max_pool(image):
    rows, cols = image.shape
    total = 0.0
    for i in range(0, rows - 1, 2):
        for j in range(0, cols - 1, 2):
            total += np.max(image[i:i + 2, j:j + 2]) ** 2
    return total


def attention(Q, K, V):
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    scores = scores - np.max(scores, axis=1, keepdims=True)
    weights = np.exp(scores)
    weights = weights / np.sum(weights, axis=1, keepdims=True)
    return np.sum((weights @ V)**2)


def layer_norm(x, gain, bias):
    mu = np.mean(x, axis=1, keepdims=True)
    var = np.mean((x - mu)**2, axis=1, keepdims=True)
    y = gain * (x - mu) / np.sqrt(var + 1e-3) + bias
    return np.sum(y**3)


def adam_on_quadratic(x, rate, n):
    m = 0.0
    v = 0.0
    for t in range(1, n + 1):
        g = 2 * (x - 3.0)
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        mhat = m / (1 - 0.9**t)
        vhat = v / (1 - 0.999**t)
        x = x - rate * mhat / (math.sqrt(vhat) + 1e-8)
    return x * x


def huber_regression(w, x, y, delta):
    loss = 0.0
    for xi, yi in zip(x, y):
        r = abs(w[0] + w[1] * xi - yi)
        loss += 0.5 * r * r if r < delta else delta * (r - 0.5 * delta)
    return loss / len(x)


def survival_likelihood(times, events, shape, scale):
    total = 0.0
    for t, event in zip(times, events):
        z = t / scale
        if event:
            total += math.log(shape / scale) + (shape - 1) * math.log(z)
        total -= z**shape
    return total


def ar_process(phi, noise, order):
    values = [0.1 * k for k in range(order)]
    for e in noise:
        nxt = e
        for k in range(order):
            nxt += phi[k] * values[-1 - k]
        values.append(nxt)
    tail = values[order]
    for v in values:
        tail = 0.7 * tail + 0.3 * v
    return tail


def image_blur_loss(image, kernel, target):
    rows, cols = image.shape
    loss = 0.0
    for i in range(1, rows - 1):
        for j in range(1, cols - 1):
            patch = image[i - 1:i + 2, j - 1:j + 2]
            loss += (np.sum(patch * kernel) - target[i, j])**2
    return loss / ((rows - 2) * (cols - 2))


_r = np.random.default_rng(11)
_data = np.array([0.3, -1.1, 0.8, 2.1, -0.4, 0.9])
_series = np.array([1.0, 1.4, 1.3, 1.9, 2.4, 2.2, 3.1])
_X = _r.normal(size=(6, 3))
_w3 = np.array([0.4, -0.7, 0.2])
_labels = np.array([0, 1, 1, 0, 1, 0])
_SPD = np.eye(3) * 3 + np.outer(_w3, _w3)
_image = _r.normal(size=(5, 4))
_layers = [(_r.normal(size=(4, 3)), _r.normal(size=4)), (_r.normal(size=(2, 4)), _r.normal(size=2))]

CASES = [
    (black_scholes, (1.0, 1.1, 0.5, 0.03, 0.25), (0, 1, 2, 3, 4)),
    (implied_volatility, (0.08, 1.0, 1.1, 0.9, 0.03), (0, 1, 2, 3, 4)),
    (binomial_option, (1.0, 1.1, 0.03, 0.25, 6, False), (0, 1, 2, 3)),
    (binomial_option, (1.0, 1.1, 0.03, 0.25, 6, True), (0, 1, 2, 3)), (bond_price, (0.04, 5.0, 6), (0, 1)),
    (bond_price, (0.04, 5, 0, 90.0), (0, 1, 3)), (bond_yield, (104.0, 5.0, 6), (0, 1)),
    (mortgage, (10.0, 0.06, 0.9), (0, 1, 2)), (mortgage, (10.0, 0.06, 0.1), (0, 1, 2)),
    (present_value, ([-10.0, 4.0, 5.0, 6.0], _series[:4] / 20), (0, 1)),
    (garch_likelihood, (_data, 0.2, 0.15, 0.7), (0, 1, 2, 3)), (gaussian_likelihood, (_data, 0.3, -0.2), (0, 1, 2)),
    (mixture_likelihood, (_data, np.array([0.1, -0.4]), np.array([-0.5, 1.2]), np.array([0.8, 0.6])), (0, 1, 2, 3)),
    (poisson_regression, (_w3, _X, np.array([1, 0, 2, 1, 3, 0])), (0, 1)),
    (logistic_regression, (_w3, 0.1, _X, _labels), (0, 1, 2)), (cross_entropy, (_w3, _X, _labels), (0, 1)),
    (ridge, (_w3, _X, _data, 0.3), (0, 1, 2, 3)), (gradient_descent, (_w3, _X, _data, 0.1, 3), (0, 1, 2, 3)),
    (correlation, (_series[:6], _data), (0, 1)), (correlation, ([1.0, 2.0, 4.0], [1, 3, 2]), (0, 1)),
    (kernel_density, (0.5, _data, 0.7), (0, 1, 2)),
    (gaussian_process_energy, (_data[:4], _series[:4], 0.8), (0, 1, 2)),
    (two_layer_network, (_X, _X[:, :2] * 0.5, _X[:3].T * 0.3, _w3, _X[3:, :2], np.array([0.1, 0.2])), (0, 2, 3, 4, 5)),
    (relu_network, (_w3, _layers), (0, 1)), (classifier, (_X, _labels, _X[:3, :2], np.array([0.1, -0.2])), (0, 2, 3)),
    (recurrent_network, (_data[:4], _w3, _SPD * 0.2, _w3 * 0.5), (0, 1, 2, 3)),
    (lstm_cell_by_hand, (0.7, 0.1, -0.2, np.linspace(-1, 1.3, 8)), (0, 1, 2, 3)), (convolution, (_data, _w3), (0, 1)),
    (max_pool, (_image,), (0,)), (attention, (_X[:2], _X[2:5], _X[1:4]), (0, 1, 2)),
    (layer_norm, (_X, _w3, 0.1), (0, 1, 2)), (adam_on_quadratic, (1.0, 0.1, 5), (0, 1)),
    (huber_regression, (np.array([0.2, 0.9]), _series[:6], _data, 1.5), (0, 1, 2, 3)),
    (survival_likelihood, (_series, [True, False, True, True, False, True, False], 1.4, 2.0), (0, 2, 3)),
    (ar_process, (_w3, _data, 3), (0, 1)),
    (image_blur_loss, (_image, np.ones((3, 3)) / 9, _image[::-1] * 0.5), (0, 1, 2)),
]
