"""Adjoints of real arrays where complex ones take their places in turn: of a complex number they receive the real part."""

import numpy as np

from srcad.by_memory import Adjoints, Overlapping


class AdjointsOfBoth(Adjoints):
    """As `Adjoints`; what an array of real numbers receives is real.

    >>> bars, x = AdjointsOfBoth(), np.zeros(2)
    >>> b = bars[x]; b += 1.0 + 2.0j; b[0] -= 3.0j; bars[x] * 1.0
    array([1., 1.])
    """

    def view(self, x):
        b = super().view(x)
        if x.dtype.kind != 'f':
            return b
        if isinstance(b, Overlapping):
            return Overlapping(b.zeros.view(RealPart), b.places)
        return b.view(RealPart)


class RealPart(np.ndarray):
    """An adjoint in which real parts are added up; what is computed from it is an ordinary array."""

    def __array_ufunc__(self, ufunc, method, *given, out=None, **options):
        given = [plain(g) for g in given]
        if method == 'at':
            return ufunc.at(given[0], given[1], *(np.real(g) for g in given[2:]), **options)
        if out is None:
            return getattr(ufunc, method)(*given, **options)
        plain(out[0])[...] = np.real(getattr(ufunc, method)(*given, **options))
        return out[0]

    def __setitem__(self, k, value):
        plain(self)[k] = np.real(value)

    def copy(self, order='C'):
        return plain(self).copy(order)


def plain(x):
    return x.view(np.ndarray) if isinstance(x, RealPart) else x
