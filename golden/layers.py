"""layers(x[:, :], Ws: list[[:, :]]), differentiated by x, Ws.

Written by srcad from examples/layers.py.
"""
import numpy as np

from srcad.runtime import zeros_like


def layers_primal(x, Ws):
    hs = [x]
    steps = []
    for W in Ws:
        was = hs[-1]
        tanh = np.tanh(hs[-1] @ W)
        hs.append(tanh)
        steps.append((W, tanh, was))
    return np.sum(hs[-1]) + 0.1 * np.sum(hs[1] ** 2), (hs, steps)


def layers_adjoint(hs, steps, bvalue):
    bhs = zeros_like(hs)
    # return np.sum(hs[-1]) + 0.1 * np.sum(hs[1] ** 2)
    bhs[-1] += bvalue
    bhs[1] += 0.2 * bvalue * hs[1]
    bWs = []
    for W, tanh, was in reversed(steps):
        # hs.append(np.tanh(hs[-1] @ W))
        bproduct = bhs.pop() * (1 - tanh**2)
        bhs[-1] += bproduct @ W.T
        bWs.append(was.T @ bproduct)
    bWs.reverse()
    # hs = [x]
    bx = bhs[0]
    return bx, bWs
