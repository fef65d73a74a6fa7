"""The loss of a small neural network: known shapes leave plain matrix code."""
import numpy as np

from srcad import differentiate


@differentiate(wrt=('W1', 'b1', 'W2', 'b2'))
def loss(x, y, W1, b1, W2, b2):
    h = np.tanh(x @ W1 + b1)
    err = h @ W2 + b2 - y
    return np.mean(err**2)


rng = np.random.default_rng(0)
arguments = tuple(rng.normal(size=s) for s in [(8, 3), (8, 2), (3, 5), (5,), (5, 2), (2,)])


if __name__ == '__main__':
    print(loss.source(*arguments))
    print(loss.value_and_grad(*arguments))
