"""A return out of the middle of two loops."""
import numpy as np

from srcad import differentiate


@differentiate
def search(x, n):
    y = x
    for i in range(n):
        for j in range(3):
            y = y * x
            if y > 10.0:
                return y * x
            y = y + np.sin(y)
        y = 0.5 * y * y
    return np.tanh(y)


arguments = 1.2, 4


if __name__ == '__main__':
    print(search.source(*arguments))
    print(search.value_and_grad(*arguments))
