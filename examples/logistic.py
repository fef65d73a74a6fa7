"""Logistic regression: a helper and the loss around it."""
import numpy as np

from srcad import differentiate


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


@differentiate
def cross_entropy(w, x, y):
    p = sigmoid(x @ w)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


rng = np.random.default_rng(0)
arguments = rng.normal(size=3), rng.normal(size=(8, 3)), rng.integers(0, 2, 8)


if __name__ == '__main__':
    print(cross_entropy.source(*arguments))
    print(cross_entropy.value_and_grad(*arguments))
