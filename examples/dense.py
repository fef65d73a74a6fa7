"""A network of any depth, its weights in lists of a dict: the gradient is a dict of lists, too."""
import numpy as np

from srcad import differentiate


@differentiate
def dense(params, x, y):
    h = x
    for W, b in zip(params['weights'], params['biases']):
        h = np.tanh(h @ W + b)
    return params['gain'] * np.mean((h - y) ** 2)


rng = np.random.default_rng(0)
sizes = [3, 4, 4, 2]
arguments = (
    {
        'weights': [rng.normal(size=s) for s in zip(sizes, sizes[1:])],
        'biases': [rng.normal(size=n) for n in sizes[1:]],
        'gain': 1.5,
    },
    rng.normal(size=(8, 3)),
    rng.normal(size=(8, 2)),
)


if __name__ == '__main__':
    print(dense.source(*arguments))
    print(dense.value_and_grad(*arguments))
