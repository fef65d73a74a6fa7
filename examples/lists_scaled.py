"""The arrays of a list change in place."""
import numpy as np

from srcad import differentiate


@differentiate(wrt=('xs', 's'))
def lists_scaled(xs, s):
    for x in xs:
        x *= s
    return np.sum(xs[0] * xs[-1])


arguments = [np.linspace(0.0, 1.0, 3), np.ones(2), np.linspace(-1.0, 2.0, 3)], 1.2


if __name__ == '__main__':
    print(lists_scaled.source(*arguments))
    print(lists_scaled.value_and_grad(*arguments))
