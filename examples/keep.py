"""A helper keeps its argument for its adjoint, and the caller changes it afterwards."""
import numpy as np

from srcad import differentiate


def wave(u):
    return np.sum(u * np.sin(u))


@differentiate
def keep(x):
    total = wave(x)
    x[1:] *= x[:-1]
    return total + wave(x)


arguments = (np.linspace(-1.0, 1.5, 5),)


if __name__ == '__main__':
    print(keep.source(*arguments))
    print(keep.value_and_grad(*arguments))
