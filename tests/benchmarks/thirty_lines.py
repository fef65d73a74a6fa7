"""A function of thirty lines, for the time that it takes to write its gradient."""
import numpy as np


def thirty_lines(x, w, n):
    scale = np.sqrt(x * x + 1.0)
    shift = 0.5 * x - 2.0 / scale
    y = x
    total = 0.0
    history = []
    for i in range(n):
        if y > 2.0:
            y = np.log(y) + shift
        elif i % 3 == 0:
            mean = 0.5 * (y + scale)
            y = mean * mean - y
        else:
            y = y + np.sin(x * i)
            total += y * shift
        history.append(y)
    u = w.copy()
    for t in range(3):
        u[1:-1] = u[1:-1] + 0.1 * (u[2:] - 2 * u[1:-1] + u[:-2])
    h = np.tanh(u * y + shift)
    norm = np.sqrt(np.sum(h**2) + 1e-3)
    h = h / norm
    energy = 0.0
    for value in history:
        energy += 0.5 * value * value
    steps = 0
    while abs(y) > 1e-2 and steps < 20:
        y = 0.5 * y + 0.01 * scale
        steps += 1
        total += y * energy
    return total * np.mean(h) + energy / (1.0 + x * x)


arguments = 1.3, np.linspace(-1.0, 1.0, 9), 12
