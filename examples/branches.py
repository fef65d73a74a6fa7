"""Branches outside a loop and inside it."""
import numpy as np

from srcad import differentiate


@differentiate
def branches(x, n):
    if x > 2.0:
        rate = np.sqrt(x)
    elif x > 0.0:
        wave = np.sin(x)
        rate = wave * x
    else:
        rate = 0.5 - x
    y = x
    last = rate
    total = 0.0
    for i in range(n):
        if y > 1.5:
            last = y * rate
            y = np.log(y)
        elif i % 2 == 0:
            mean = 0.5 * (y + rate)
            y = mean * mean + 1.0
        else:
            y = y + last
        total += last * x
    return total * rate


arguments = 1.3, 7


if __name__ == '__main__':
    print(branches.source(*arguments))
    print(branches.value_and_grad(*arguments))
