"""How a call is refused that does not fit: in PyTorch's words instead of Python's."""

import functools
import inspect

from srcad.tensors.tensor import Tensor, kind_of

TENSORS = frozenset('input other index mask vec vec2 tensor mat1 mat2 tensor1 tensor2 source condition'.split())


def worded(f, name, method=False):
    """`f`, whose wrong calls are refused in PyTorch's words; a method does not count its own tensor.

    >>> worded(lambda input, dim: input.array, 'f')(2.0, 0)
    Traceback (most recent call last):
    TypeError: f(): argument 'input' (position 1) must be Tensor, not float
    """

    @functools.wraps(f)
    def call(*args, **kwargs):
        try:
            return f(*args, **kwargs)
        except (AttributeError, TypeError):
            refuse(f, name, args, kwargs, method)
            raise

    return call


def refuse(f, name, args, kwargs, method):
    """Raise TypeError if a call lacks an argument, or if something else stands where a tensor must."""
    signature = inspect.signature(f)
    try:
        given = signature.bind_partial(*args, **kwargs).arguments
    except TypeError:
        return
    for k, p in enumerate(signature.parameters.values()):
        if p.default is p.empty and p.name not in given and p.kind is p.POSITIONAL_OR_KEYWORD:
            missing = [q.name for q in list(signature.parameters.values())[k:] if q.default is q.empty]
            raise TypeError(
                f'{name}() missing {len(missing)} required positional arguments: '
                + ', '.join(f'"{n}"' for n in missing)
            ) from None
        if p.name in TENSORS and p.name in given and not isinstance(given[p.name], Tensor):
            raise TypeError(
                f"{name}(): argument '{p.name}' (position {k + (not method)}) must be Tensor, not {kind_of(given[p.name])}"
            ) from None
