"""Whether one name sees what is written through the other depends on the layout of a."""
import numpy as np

from srcad import differentiate


@differentiate
def both_any(a):
    b = a.reshape(-1)
    b[::2] = np.sin(b[::2])
    return np.sum(a[0] * a[1]) + np.sum(b**3)


arguments = (np.linspace(-1.0, 2.0, 6).reshape(3, 2).T,)


if __name__ == '__main__':
    print(both_any.source(*arguments))
    print(both_any.value_and_grad(*arguments))
