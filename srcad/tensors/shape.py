"""What tensors say of themselves: shapes, axes, where they are."""

import numpy as np


class Size(tuple):
    """A shape.

    >>> Size((2, 3)), Size((2, 3)).numel()
    (srcad.Size([2, 3]), 6)
    """

    def __repr__(self):
        return f'srcad.Size({list(self)})'

    def numel(self):
        """The number of elements of such a tensor."""
        return int(np.prod(self, dtype=int))

    def __getitem__(self, k):
        found = tuple.__getitem__(self, k)
        return Size(found) if isinstance(k, slice) else found

    def __add__(self, other):
        return Size(tuple.__add__(self, other))


def axis_of(dim, ndim):
    """A number of an axis, counted from the front; IndexError as PyTorch words it.

    >>> axis_of(-1, 3)
    2
    """
    if hasattr(dim, 'item'):
        dim = dim.item()
    reach = max(ndim, 1)
    if not -reach <= dim < reach:
        raise IndexError(f'Dimension out of range (expected to be in range of [{-reach}, {reach - 1}], but got {dim})')
    return dim % reach


class Device:
    """Where tensors are: in the memory of the processor."""

    type, index = 'cpu', None

    def __repr__(self):
        return "device(type='cpu')"

    def __str__(self):
        return 'cpu'

    def __eq__(self, other):
        return str(other) == 'cpu'


class Layout:
    """How elements lie in memory: by strides."""

    def __repr__(self):
        return 'srcad.strided'
