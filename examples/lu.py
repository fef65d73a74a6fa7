"""LU factorisation in place, element by element."""
import numpy as np

from srcad import differentiate


@differentiate
def lu(A):
    n = len(A)
    for i in range(n):
        for j in range(i):
            for k in range(j):
                A[i, j] -= A[i, k] * A[k, j]
            A[i, j] /= A[j, j]
        for j in range(i, n):
            for k in range(i):
                A[i, j] -= A[i, k] * A[k, j]
    return np.sum(A**2)


arguments = (np.eye(5) * 4 + np.sin(np.arange(25.0)).reshape(5, 5),)


if __name__ == '__main__':
    print(lu.source(*arguments))
    print(lu.value_and_grad(*arguments))
