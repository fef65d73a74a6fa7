"""What is read overlaps what is written."""
import numpy as np

from srcad import differentiate


@differentiate(wrt=('x', 'c'))
def waves(x, c, n):
    for t in range(n):
        x[1:] = x[1:] + c * x[:-1]
        x[1:] += c * x[:-1] ** 2
    return np.sum(x**2)


arguments = np.linspace(-1.0, 1.0, 6), 0.3, 3


if __name__ == '__main__':
    print(waves.source(*arguments))
    print(waves.value_and_grad(*arguments))
