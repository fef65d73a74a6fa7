"""A list of arrays that grows."""
import numpy as np

from srcad import differentiate


@differentiate(wrt=('x', 'Ws'))
def layers(x, Ws):
    hs = [x]
    for W in Ws:
        hs.append(np.tanh(hs[-1] @ W))
    return np.sum(hs[-1]) + 0.1 * np.sum(hs[1] ** 2)


rng = np.random.default_rng(0)
arguments = rng.normal(size=(4, 3)), [rng.normal(size=s) for s in [(3, 5), (5, 5), (5, 2)]]


if __name__ == '__main__':
    print(layers.source(*arguments))
    print(layers.value_and_grad(*arguments))
