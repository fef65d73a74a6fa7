"""Results are written into a buffer that the caller lends."""
import numpy as np

from srcad import differentiate


@differentiate(wrt=('x', 'y'))
def scratch(x, y, buf):
    np.multiply(x, y, out=buf)
    np.exp(buf, out=buf)
    return np.sum(buf * x)


rng = np.random.default_rng(0)
arguments = rng.normal(size=6), rng.normal(size=6), np.full(6, np.nan)


if __name__ == '__main__':
    print(scratch.source(*arguments))
    print(scratch.value_and_grad(*arguments))
