"""Two functions that call each other."""
import numpy as np

from srcad import differentiate


@differentiate
def even(x, n):
    if n == 0:
        return x
    return x * odd(x, n - 1)


def odd(x, n):
    if n == 0:
        return 1.0
    return np.sin(even(x, n - 1)) + x


arguments = 0.8, 5


if __name__ == '__main__':
    print(even.source(*arguments))
    print(even.value_and_grad(*arguments))
