"""A logarithm where there is one, and something else where Python raises."""
import math

import numpy as np

from srcad import differentiate


@differentiate
def guarded(x, n):
    y = x
    for i in range(n):
        try:
            y = 2.0 * math.log(y)
        except ValueError:
            y = y * y + 0.5
    with np.errstate(divide='ignore'):
        z = np.log(y * y)
    return x * z


arguments = 1.7, 6


if __name__ == '__main__':
    print(guarded.source(*arguments))
    print(guarded.value_and_grad(*arguments))
