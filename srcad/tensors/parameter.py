"""A leaf that is printed as a parameter."""

from srcad.tensors.creation import leaf
from srcad.tensors.tensor import Tensor


class ParameterType(type):
    """A parameter is a tensor that is marked as one."""

    def __instancecheck__(cls, x):
        return isinstance(x, Tensor) and getattr(x, 'is_parameter', False)


class Parameter(metaclass=ParameterType):
    """A leaf around the memory of a tensor, which asks for a gradient.

    >>> from srcad import tensor
    >>> Parameter(tensor([1.0]))
    Parameter containing:
    tensor([1.], requires_grad=True)
    """

    def __new__(cls, data, requires_grad=True):
        made = leaf(data.array, requires_grad)
        made.is_parameter = True
        return made
