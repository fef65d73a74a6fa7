"""A branch in a loop that calls a helper: each step keeps which way it went."""
import numpy as np

from srcad import differentiate


def half_square(x):
    return 0.5 * x * x


@differentiate
def settle(x, n):
    for i in range(n):
        if x > 1:
            x = np.log(x) + 1
        else:
            x = half_square(x) + 0.7
    return x


arguments = (3.0, 6)


if __name__ == '__main__':
    print(settle.source(*arguments))
    print(settle.value_and_grad(*arguments))
