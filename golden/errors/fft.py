"""A NumPy function without a derivative here, in the middle of a line."""
import numpy as np

from srcad import differentiate


@differentiate
def fft(x):
    return np.sum(x) + np.sum(np.abs(np.fft.hfft(x)))


arguments = (np.ones((4, 4)),)
