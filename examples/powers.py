"""An array, filled one row at a time."""
import numpy as np

from srcad import differentiate


@differentiate
def powers(x):
    arr = np.zeros((10, 1))
    for i in range(10):
        arr[i] = x**i
    return arr.sum()


arguments = (4.3,)


if __name__ == '__main__':
    print(powers.source(*arguments))
    print(powers.value_and_grad(*arguments))
