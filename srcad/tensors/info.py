"""The limits of dtypes."""

import numpy as np

from srcad.tensors import dtypes


class finfo:
    """The limits of a dtype of floats.

    >>> finfo(dtypes.float64).eps
    2.220446049250313e-16
    """

    def __init__(self, dtype=None):
        if not dtypes.known(dtype or dtypes.DEFAULT[0]).kind == 'f':
            raise TypeError(
                "srcad.finfo() requires a floating point input type. Use srcad.iinfo to handle 'srcad.finfo'"
            )
        limits = np.finfo(dtypes.known(dtype or dtypes.DEFAULT[0]))
        self.eps, self.max, self.min, self.tiny = (float(getattr(limits, n)) for n in ('eps', 'max', 'min', 'tiny'))
        self.smallest_normal, self.bits = self.tiny, limits.bits


class iinfo:
    """The limits of a dtype of integers.

    >>> iinfo(dtypes.int8).max
    127
    """

    def __init__(self, dtype):
        if dtypes.known(dtype).kind not in 'iu':
            raise TypeError("srcad.iinfo() requires an integer input type. Use srcad.finfo to handle 'srcad.iinfo'")
        limits = np.iinfo(dtypes.known(dtype))
        self.max, self.min, self.bits = limits.max, limits.min, limits.bits
