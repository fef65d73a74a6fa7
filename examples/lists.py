"""A list that grows, a comprehension, and a sum over a generator."""
import numpy as np

from srcad import differentiate


@differentiate
def lists(x, n):
    ys = []
    for i in range(n):
        ys.append(np.sin(x * i) + x)
    big = [y * y for y in ys if y > 1.0]
    total = sum(y * x for y in ys)
    if big:
        total += big[0] * big[-1]
    return total


arguments = 0.6, 6


if __name__ == '__main__':
    print(lists.source(*arguments))
    print(lists.value_and_grad(*arguments))
