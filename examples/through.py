"""A helper is given a view, writes through it, and returns a number."""
import numpy as np

from srcad import differentiate


def push(row, v):
    row[1:] = v * row[1:] * row[:-1]
    return row[-1] ** 2


@differentiate(wrt=('A', 'v'))
def through(A, v):
    total = 0.0
    for row in A:
        total += push(row, v)
    return total + np.sum(A[0] * A[-1])


arguments = np.linspace(0.5, 1.5, 6).reshape(2, 3), 1.2


if __name__ == '__main__':
    print(through.source(*arguments))
    print(through.value_and_grad(*arguments))
