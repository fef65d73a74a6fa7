"""Springs between particles i and j; a particle has many springs."""
import numpy as np

from srcad import differentiate


@differentiate(wrt=('x', 'w'))
def forces(x, w, i, j):
    d = x[i] - x[j]
    f = np.zeros_like(x)
    np.add.at(f, i, w * d)
    np.add.at(f, j, -w * d)
    return np.sum(f**2)


rng = np.random.default_rng(0)
arguments = rng.normal(size=5), rng.uniform(1, 2, size=7), np.array([0, 0, 1, 1, 3, 0, 2]), np.array([1, 1, 2, 4, 4, 4, 2])


if __name__ == '__main__':
    print(forces.source(*arguments))
    print(forces.value_and_grad(*arguments))
