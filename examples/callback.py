"""A function that is chosen by a branch, and handed on."""
import numpy as np

from srcad import differentiate


def cube(v):
    return v**3


def wave(v):
    return v + np.sin(v)


def twice(g, v):
    return g(g(v))


@differentiate
def callback(x):
    if x > 1.0:
        g = wave
    else:
        g = cube
    return x * twice(g, x)


arguments = (0.7,)


if __name__ == '__main__':
    print(callback.source(*arguments))
    print(callback.value_and_grad(*arguments))
