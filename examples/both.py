"""Written through one name, read through the other."""
import numpy as np

from srcad import differentiate


@differentiate
def both(a):
    b = a.reshape(-1)
    b[::2] = np.sin(b[::2])
    return np.sum(a[0] * a[1])


arguments = (np.linspace(-1.0, 2.0, 6).reshape(2, 3),)


if __name__ == '__main__':
    print(both.source(*arguments))
    print(both.value_and_grad(*arguments))
