"""float32 in place, float64 beside it."""
import numpy as np

from srcad import differentiate


@differentiate(wrt=('x', 's'))
def mixed(x, s):
    x *= s
    return np.sum(np.tanh(x * s))


arguments = np.linspace(-0.5, 1.0, 6).astype(np.float32), np.float64(1.3)


if __name__ == '__main__':
    print(mixed.source(*arguments))
    print(mixed.value_and_grad(*arguments))
