"""What discrete Fourier transforms return."""

import numpy as np

from srcad.analysis.results import result
from srcad.analysis.types import NONE, Anything, Array


@result(np.fft.fft, np.fft.ifft, np.fft.fft2, np.fft.ifft2, np.fft.fftn, np.fft.ifftn)
def transformed(a, fresh):
    x = a['x']
    if not isinstance(x, Array) or not x.dims:
        return Anything()
    resized = a.get('n') not in (None, NONE) or a.get('s') not in (None, NONE)
    dims = tuple(map(fresh, range(len(x.dims)))) if resized else x.dims
    return Array(dims=dims, dtype=np.fft.fft(np.zeros(1, x.dtype)).dtype.name)


@result(np.fft.rfft, np.fft.irfft)
def half_transformed(a, fresh):
    x = a['x']
    if not isinstance(x, Array) or not x.dims:
        return Anything()
    dtype = np.fft.fft(np.zeros(1, x.dtype)).dtype
    return Array(dims=tuple(map(fresh, range(len(x.dims)))), dtype=dtype.name)
