"""Three buffers in turn."""
import numpy as np

from srcad import differentiate


@differentiate
def leapfrog(u, c, n):
    old = u.copy()
    now = u.copy()
    new = np.zeros_like(u)
    for t in range(n):
        new[1:-1] = 2 * now[1:-1] - old[1:-1] + c * (now[2:] - 2 * now[1:-1] + now[:-2])
        old, now, new = now, new, old
    return np.sum(now**2)


arguments = np.sin(np.linspace(0.0, 3.0, 7)), 0.3, 5


if __name__ == '__main__':
    print(leapfrog.source(*arguments))
    print(leapfrog.value_and_grad(*arguments))
