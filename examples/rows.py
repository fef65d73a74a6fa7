"""Each row is changed through a name of its own."""
import numpy as np

from srcad import differentiate


@differentiate(wrt=('A', 's'))
def rows(A, s):
    for i in range(len(A)):
        row = A[i]
        row *= s
        row[1:] += row[:-1] ** 2
    return np.sum(A**2)


arguments = np.linspace(-1.0, 1.0, 12).reshape(3, 4) ** 3, 0.8


if __name__ == '__main__':
    print(rows.source(*arguments))
    print(rows.value_and_grad(*arguments))
