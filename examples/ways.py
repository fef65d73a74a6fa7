"""Two ways through a trip that keep records of different kinds."""
import numpy as np

from srcad import differentiate


def halve(x, times):
    for i in range(times):
        x = 0.5 * (x + np.sin(x))
    return x


def raised(x):
    return x * x + 0.9


@differentiate
def ways(x, n):
    for i in range(n):
        if x > 1.0:
            x = halve(x, i + 1)
        else:
            x = raised(x)
    return x


arguments = 1.7, 5


if __name__ == '__main__':
    print(ways.source(*arguments))
    print(ways.value_and_grad(*arguments))
