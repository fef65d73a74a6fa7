"""The log-determinant of a positive definite matrix, by an in-place Cholesky factorisation."""
import numpy as np

from srcad import differentiate


@differentiate
def logdet(A):
    for i in range(len(A)):
        for j in range(i):
            A[i, j] = (A[i, j] - A[i, :j] @ A[j, :j]) / A[j, j]
        A[i, i] = np.sqrt(A[i, i] - A[i, :i] @ A[i, :i])
    return 2 * np.sum(np.log(np.diag(A)))


arguments = np.eye(5) * 5 + np.outer(np.arange(5.0), np.arange(5.0)) / 10,


if __name__ == '__main__':
    print(logdet.source(*arguments))
    print(logdet.value_and_grad(*arguments))
