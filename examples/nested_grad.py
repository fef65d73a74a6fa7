"""The gradient of nested(x, n), as one function."""
import numpy as np

from srcad import differentiate


@differentiate
def nested_grad(x, n):
    y = x
    i = 0
    outer = []
    while i < n:
        inner = []
        for j in range(i + 2):
            was = y
            y = y * x
            inner.append((was, y))
            if y > 4.0:
                y = np.sqrt(y)
                break
        i += j + 1
        outer.append((inner, i))
    bx = 0.0
    by = 0.0
    for inner, i in reversed(outer):
        # total += i * y
        by += i
        for was, y in reversed(inner):
            if y > 4.0:
                # y = np.sqrt(y)
                by = 0.5 * by / np.sqrt(y)
            else:
                # total += y
                by += 1.0
            # y = y * x
            bx += by * was
            by = by * x
    # y = x
    bx += by
    return bx


arguments = 1.2, 12


if __name__ == '__main__':
    print(nested_grad.source(*arguments))
    print(nested_grad.value_and_grad(*arguments))
