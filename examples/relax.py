"""One element changes at a time, and all of them are read."""
import numpy as np

from srcad import differentiate


@differentiate(wrt=('x', 'A'))
def relax(x, A, n):
    for t in range(n):
        for i in range(len(x)):
            x[i] = np.tanh(A[i] @ x)
    return np.sum(x**2)


rng = np.random.default_rng(0)
arguments = rng.normal(size=4), rng.normal(size=(4, 4)), 3


if __name__ == '__main__':
    print(relax.source(*arguments))
    print(relax.value_and_grad(*arguments))
