"""Views of a transpose, as a loop hands them out."""
import numpy as np

from srcad import differentiate


@differentiate
def columns(A):
    for col in A.T:
        total = np.sum(col)
        col /= total
    return np.sum(A**3)


arguments = (np.linspace(0.5, 2.0, 6).reshape(3, 2) ** 2,)


if __name__ == '__main__':
    print(columns.source(*arguments))
    print(columns.value_and_grad(*arguments))
