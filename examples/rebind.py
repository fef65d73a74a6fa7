"""One name, two views."""
import numpy as np

from srcad import differentiate


@differentiate
def rebind(A):
    row = A[0]
    row *= 2
    row = row[1:]
    row[:] = row**2
    return np.sum(A)


arguments = (np.linspace(0.5, 2.0, 6).reshape(2, 3),)


if __name__ == '__main__':
    print(rebind.source(*arguments))
    print(rebind.value_and_grad(*arguments))
