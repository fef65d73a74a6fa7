"""Elements that a mask and an index name, one of them three times."""
import numpy as np

from srcad import differentiate


@differentiate(wrt=('x', 's'))
def masks(x, s, idx):
    y = x.copy()
    y[x > 1] = 2 * y[x > 1] - 1
    y[idx] *= s
    return np.sum(y**3)


arguments = np.array([0.3, 1.4, -0.7, 2.2, 0.9]), 1.3, np.array([3, 0, 3, 2, 3])


if __name__ == '__main__':
    print(masks.source(*arguments))
    print(masks.value_and_grad(*arguments))
