"""Functions of neural networks: `srcad.nn.functional`."""

from srcad.nn import functional
from srcad.tensors.parameter import Parameter

__all__ = ['Parameter', 'functional']
