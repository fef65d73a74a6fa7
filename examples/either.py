"""Which array is written is decided at run time."""
import numpy as np

from srcad import differentiate


@differentiate(wrt=('A', 'B'))
def either(A, B, c):
    w = A if c > 0 else B
    w[1:] *= w[:-1]
    return np.sum(A * B)


arguments = np.linspace(-1.0, 1.5, 5), np.linspace(2.0, 0.5, 5), 1


if __name__ == '__main__':
    print(either.source(*arguments))
    print(either.value_and_grad(*arguments))
