"""Conditional expressions, and `and` and `or` as values."""
import numpy as np

from srcad import differentiate


@differentiate
def choose(x):
    y = x if x > 1 else np.log(x) if x > 0 else 0.0
    z = (x > 0 and x * x) or 1.0
    return y * z


arguments = (0.5,)


if __name__ == '__main__':
    print(choose.source(*arguments))
    print(choose.value_and_grad(*arguments))
