"""A dict of arrays and a dataclass with a method."""
from dataclasses import dataclass

import numpy as np

from srcad import differentiate


@dataclass
class Line:
    slope: float
    offset: float

    def at(self, x):
        return self.slope * x + self.offset


@differentiate(wrt=('params', 'line'))
def structures(params, line, x):
    h = np.tanh(params['W'] @ x + params['b'])
    err = h - line.at(x)
    penalty = sum(np.sum(p**2) for p in params.values())
    return np.mean(err**2) + 0.01 * penalty + line.slope**2


rng = np.random.default_rng(0)
arguments = {'W': rng.normal(size=(3, 3)), 'b': rng.normal(size=3)}, Line(0.7, -0.2), rng.normal(size=3)


if __name__ == '__main__':
    print(structures.source(*arguments))
    print(structures.value_and_grad(*arguments))
