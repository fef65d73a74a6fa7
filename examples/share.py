"""A helper gets the same array twice, and writes it."""
import numpy as np

from srcad import differentiate


def blend(u, v):
    u *= 2
    u += v**2


@differentiate
def share(x):
    blend(x, x)
    return np.sum(x)


arguments = (np.linspace(-1.0, 1.5, 4),)


if __name__ == '__main__':
    print(share.source(*arguments))
    print(share.value_and_grad(*arguments))
