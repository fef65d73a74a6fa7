"""An early return, and much to do where it is not taken."""
import numpy as np

from srcad import differentiate


def halve(x, times):
    for i in range(times):
        x = 0.5 * (x + np.sin(x))
    return x


@differentiate
def rest(x, n):
    y = x
    for i in range(n):
        y = y * x
        if y > 10.0:
            return y * 2.0
    z = halve(y, n)
    return z * z * x


arguments = 1.3, 4


if __name__ == '__main__':
    print(rest.source(*arguments))
    print(rest.value_and_grad(*arguments))
