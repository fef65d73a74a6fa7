"""newton5_grad(a), differentiated by a.

Written by srcad from examples/newton5_grad.py.
"""


def newton5_grad_primal(a):
    x = a
    steps = []
    steps_2 = []
    for i in range(5):
        steps_2.append(x)
        steps.append(x)
        x = 0.5 * (x + a / x)
    bx = 1.0
    ba = 0.0
    xs = []
    for x in reversed(steps):
        bsum = 0.5 * bx
        xs.append((x, bsum))
        ba += bsum / x
        bx = bsum - bsum * a / x**2
    ba += bx
    return ba, (a, steps, steps_2, xs)


def newton5_grad_adjoint(a, steps, steps_2, xs, cba):
    csteps = [0.0] * len(steps)
    # ba += bx
    cbx = cba
    ca = 0.0
    for k, (x, bsum) in reversed(list(enumerate(xs))):
        # bx = bsum - bsum * a / x**2
        cproduct = -cbx / x**2
        cbsum = cbx + cproduct * a
        ca += cproduct * bsum
        cx = 2 * cbx * bsum * a * x / (x**2) ** 2
        # ba += bsum / x
        cbsum += cba / x
        cx -= cba * bsum / x**2
        # bsum = 0.5 * bx
        cbx = 0.5 * cbsum
        # for x in reversed(steps)
        csteps[-1 - k] += cx
    cx = 0.0
    for x in reversed(steps_2):
        # x = 0.5 * (x + a / x)
        csum = 0.5 * cx
        ca += csum / x
        cx = csum - csum * a / x**2
        # steps.append(x)
        cx += csteps.pop()
    # x = a
    ca += cx
    return ca
