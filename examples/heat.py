"""Diffusion in a rod, in place."""
import numpy as np

from srcad import differentiate


@differentiate
def heat(u, steps):
    for t in range(steps):
        u[1:-1] = u[1:-1] + 0.1 * (u[2:] - 2 * u[1:-1] + u[:-2])
    return np.sum(u**2)


arguments = np.linspace(-1.0, 1.0, 9) ** 3, 5


if __name__ == '__main__':
    print(heat.source(*arguments))
    print(heat.value_and_grad(*arguments))
