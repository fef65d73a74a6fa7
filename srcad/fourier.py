"""What arguments of discrete Fourier transforms receive: the conjugate transpose of a transform is the other way round.

Without its factor 1/n the inverse transform is the conjugate transpose of the forward one; NumPy's names for where
the factor stands, 'backward' and 'forward', change places with it.
"""

import numpy as np

ADJOINT_NORM = {None: 'forward', 'backward': 'forward', 'forward': 'backward', 'ortho': 'ortho'}


def fft_dx(bz, x, n, axis, norm):
    """What `x` receives from z = np.fft.fft(x, n, axis, norm).

    >>> fft_dx(np.array([1.0, 0.0]), np.zeros(3), 2, -1, None)
    array([1.+0.j, 1.+0.j, 0.+0.j])
    """
    return resized(np.fft.ifft(bz, None, axis, ADJOINT_NORM[norm]), np.shape(x)[axis], axis)


def ifft_dx(bz, x, n, axis, norm):
    """What `x` receives from z = np.fft.ifft(x, n, axis, norm).

    >>> ifft_dx(np.array([1.0, 0.0]), np.zeros(2), None, -1, None)
    array([0.5+0.j, 0.5+0.j])
    """
    return resized(np.fft.fft(bz, None, axis, ADJOINT_NORM[norm]), np.shape(x)[axis], axis)


def rfft_dx(bz, x, n, axis, norm):
    """What `x` receives from z = np.fft.rfft(x, n, axis, norm): the frequencies left out receive nothing.

    >>> rfft_dx(np.array([0.0, 1.0]), np.zeros(3), None, -1, None).real.round(6)
    array([ 1. , -0.5, -0.5])
    """
    whole = resized(bz, np.shape(x)[axis] if n is None else n, axis)
    return fft_dx(whole, x, n, axis, norm)


def irfft_dx(bz, x, n, axis, norm):
    """What `x` receives from z = irfft(x, n, axis, norm): all but the first and the middle frequency count twice.

    >>> irfft_dx(np.array([1.0, 0.0, 0.0]), np.zeros(2, complex), 3, -1, None) * 3
    array([1.+0.j, 2.+0.j])
    """
    size = np.shape(bz)[axis]
    times = np.where((np.arange(size // 2 + 1) * 2) % size == 0, 1, 2)
    b = np.moveaxis(np.moveaxis(np.fft.rfft(bz, None, axis, ADJOINT_NORM[norm]), axis, -1) * times, -1, axis)
    b = resized(b, np.shape(x)[axis], axis)
    return b if np.iscomplexobj(x) else b.real


def fftn_dx(bz, x, s, axes, norm):
    """What `x` receives from z = np.fft.fftn(x, s, axes, norm), or fft2.

    >>> fftn_dx(np.array([[1.0, 0.0]]), np.zeros((1, 2)), None, None, None)
    array([[1.+0.j, 1.+0.j]])
    """
    return resized_axes(np.fft.ifftn(bz, None, axes_of(x, s, axes), ADJOINT_NORM[norm]), x)


def ifftn_dx(bz, x, s, axes, norm):
    """What `x` receives from z = np.fft.ifftn(x, s, axes, norm), or ifft2.

    >>> ifftn_dx(np.array([[1.0, 0.0]]), np.zeros((1, 2)), None, None, None)
    array([[0.5+0.j, 0.5+0.j]])
    """
    return resized_axes(np.fft.fftn(bz, None, axes_of(x, s, axes), ADJOINT_NORM[norm]), x)


def axes_of(x, s, axes):
    """The axes of a transform of several.

    >>> axes_of(np.zeros((1, 2, 3)), (4, 4), None)
    (-2, -1)
    """
    return axes if axes is not None else tuple(range(-(np.ndim(x) if s is None else len(s)), 0))


def resized_axes(b, x):
    """`b` cut, or filled up with zeros, to the shape of `x`.

    >>> resized_axes(np.ones((1, 2)), np.zeros((2, 1)))
    array([[1.],
           [0.]])
    """
    for axis, size in enumerate(np.shape(x)):
        b = resized(b, size, axis)
    return b


def resized(b, size, axis):
    """`b` cut, or filled up with zeros, to a size along an axis.

    >>> resized(np.ones(2), 3, -1)
    array([1., 1., 0.])
    """
    have = np.shape(b)[axis]
    if have >= size:
        return np.moveaxis(np.moveaxis(b, axis, 0)[:size], 0, axis)
    zeros = np.zeros([size - have if k == axis % np.ndim(b) else d for k, d in enumerate(np.shape(b))], b.dtype)
    return np.concatenate((b, zeros), axis)
