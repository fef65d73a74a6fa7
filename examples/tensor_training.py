"""A training loop of tensors, with a hot function in it that is one node of their graph."""
import time

import numpy as np

from srcad import differentiate


@differentiate(wrt=('stiffness', 'damping'))
def misfit(stiffness, damping, observed):
    x = 1.0
    v = 0.0
    total = 0.0
    for o in observed:
        v = v - 0.1 * (stiffness * x + damping * v)
        x = x + 0.1 * v
        total += (x - o)**2
    return total / len(observed)


def spring(stiffness, damping, steps):
    """How such a spring swings: what is observed."""
    x, v, out = 1.0, 0.0, []
    for _ in range(steps):
        v = v - 0.1 * (stiffness * x + damping * v)
        x = x + 0.1 * v
        out.append(x)
    return np.array(out)


arguments = (1.0, 0.1, spring(2.0, 0.3, 200))


def train(function, observed, steps):
    """Parameters that are positive by softplus, found by gradient descent."""
    import srcad as torch

    raw = torch.tensor([0.5, -2.0], dtype=torch.float64, requires_grad=True)
    for _ in range(steps):
        stiffness, damping = torch.nn.functional.softplus(raw)
        loss = function(stiffness, damping, observed) + 1e-4 * (raw**2).sum()
        loss.backward()
        with torch.no_grad():
            raw -= 0.3 * raw.grad
            raw.grad.zero_()
    return torch.nn.functional.softplus(raw).detach(), loss


def seconds(function, steps):
    start = time.process_time()
    train(function, arguments[2], steps)
    return (time.process_time() - start) / steps


if __name__ == '__main__':
    print(misfit.source(*arguments))
    print(*train(misfit, arguments[2], 200))
    one, many = seconds(misfit, 20), seconds(misfit.__wrapped__, 2)
    print(f'a step with one node for the function: {1e3 * one:.2f} ms')
    print(f'with a node for each operation: {1e3 * many:.1f} ms, {many / one:.0f} times as much')
