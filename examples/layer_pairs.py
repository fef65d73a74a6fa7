"""A list of pairs of arrays."""
import numpy as np

from srcad import differentiate


@differentiate(wrt=('params', 'x'))
def layer_pairs(params, x):
    for W, b in params:
        x = np.tanh(W @ x + b)
    return np.sum(x**2)


rng = np.random.default_rng(0)
arguments = [(rng.normal(size=(m, n)), rng.normal(size=m)) for m, n in ((4, 3), (2, 4), (2, 2))], rng.normal(size=3)


if __name__ == '__main__':
    print(layer_pairs.source(*arguments))
    print(layer_pairs.value_and_grad(*arguments))
