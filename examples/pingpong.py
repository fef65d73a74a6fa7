"""A population that spreads and grows: two buffers that change places."""
import numpy as np

from srcad import differentiate


@differentiate
def pingpong(u, steps, dt):
    A = u.copy()
    B = u.copy()
    for t in range(steps):
        lap = A[2:] - 2 * A[1:-1] + A[:-2]
        B[1:-1] = A[1:-1] + dt * (lap + A[1:-1] * (1 - A[1:-1]))
        A, B = B, A
    return np.sum(A)


arguments = np.linspace(0.1, 1.0, 8) ** 2, 5, 0.2


if __name__ == '__main__':
    print(pingpong.source(*arguments))
    print(pingpong.value_and_grad(*arguments))
