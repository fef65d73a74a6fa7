"""srcad differentiates Python by rewriting it: the gradient of a function, as Python that reads as if written by hand."""

from srcad.differentiate import differentiate, grad, source, value_and_grad
from srcad.errors import NoDerivative, UnsupportedSyntax

__all__ = ['NoDerivative', 'UnsupportedSyntax', 'differentiate', 'grad', 'source', 'value_and_grad']
