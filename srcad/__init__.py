"""srcad differentiates Python by rewriting it: the gradient of a function, as Python that reads as if written by hand.

`import srcad as torch` has eager tensors beside that; they are imported when the first of their names is asked for.
"""

from importlib import import_module
from importlib.util import find_spec

from srcad.differentiate import differentiate, grad, source, value_and_grad
from srcad.errors import NoDerivative, UnsupportedSyntax

__all__ = ['NoDerivative', 'UnsupportedSyntax', 'differentiate', 'grad', 'source', 'value_and_grad']


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    if find_spec(f'srcad.{name}') is not None:
        return import_module(f'srcad.{name}')
    found = import_module('srcad.tensors').NAMES
    if name not in found:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    globals()[name] = found[name]
    return found[name]
