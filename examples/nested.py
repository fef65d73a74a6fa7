"""How far the outer loop goes depends on where the inner one broke off."""
import numpy as np

from srcad import differentiate


@differentiate
def nested(x, n):
    y = x
    total = 0.0
    i = 0
    while i < n:
        for j in range(i + 2):
            y = y * x
            if y > 4.0:
                y = np.sqrt(y)
                break
            total += y
        i += j + 1
        total += i * y
    return total


arguments = 1.2, 12


if __name__ == '__main__':
    print(nested.source(*arguments))
    print(nested.value_and_grad(*arguments))
