"""A function inside the function, which reads a name that changes."""
import numpy as np

from srcad import differentiate


@differentiate
def closure(x):
    scale = x

    def damp(v):
        return np.exp(-scale * v)

    a = damp(x)
    scale = scale + a
    b = damp(a)
    return a * b


arguments = (0.7,)


if __name__ == '__main__':
    print(closure.source(*arguments))
    print(closure.value_and_grad(*arguments))
