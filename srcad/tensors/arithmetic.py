"""Operators and elementwise functions of one and of two tensors: the short way, and the one for all else.

The short way is for tensors of floats of one dtype, and for a tensor and a
Python number. It does what `record` does, with forms that were looked up once.
"""

from numbers import Real

import numpy as np

from srcad.tensors import derive, dtypes
from srcad.tensors.mode import MODE
from srcad.tensors.record import operation, record
from srcad.tensors.tensor import Tensor, cast, fresh, kind_of

ndarray, asarray = np.ndarray, np.asarray


def unary(key, name=None, integers=False, evaluate=None):
    """A function of one tensor, from its row; integers become floats first unless they stay integers."""
    op = operation(key, evaluate or key)
    function, form, node = op.evaluate, derive.form(op.rule, 'a'), op.node_class(name)

    def apply(input):
        x = input if type(input) is Tensor else as_input(input, op)
        if x.array.dtype.kind != 'f' and not integers:
            x = cast(x, dtypes.DEFAULT[0].numpy)
        z = MODE.quietly(function, x.array)
        out = fresh(z if type(z) is ndarray else asarray(z))
        if x.node is not None and MODE.enabled:
            saved, guards = form.keep(x, out)
            out.node = node((x.node,), form, saved, guards, out.array)
        return out

    apply.operation, apply.integers = op, integers
    apply.__name__ = apply.__qualname__ = op.name.lower()
    return apply


def binary(key, numeric, name=None, with_number=None, numbers=True):
    """A function of two tensors, or of a tensor and a number, from its row.

    `numeric` computes it for arrays; `name` is that of its nodes, `with_number`
    that of nodes whose second argument is a number, if it may be one.
    """
    op = operation(key, numeric)
    forms = {kinds: derive.form(op.rule, kinds) for kinds in ('aa', 'at', 'ta', 'av')}
    node = op.node_class(name)
    numbered = op.node_class(with_number or name)

    def apply(x, y):
        if type(x) is not Tensor:
            return general(op, x, y, name)
        a, kind = x.array, type(y)
        if kind is Tensor:
            b = y.array
            if a.dtype is not b.dtype or a.dtype.kind != 'f':
                return general(op, x, y, name)
        elif not numbers:
            raise TypeError(
                f"{numeric.__name__.replace('arctan', 'atan')}(): argument 'other' (position 2) must be Tensor, not "
                f'{kind.__name__}'
            )
        elif kind is float or kind is int:
            if a.dtype.kind != 'f':
                return general(op, x, y, with_number or name)
            b = y
        else:
            return general(op, x, y, name)
        try:
            z = MODE.quietly(numeric, a, b)
        except ValueError:
            raise mismatch(a.shape, b.shape) from None
        out = fresh(z if type(z) is ndarray else asarray(z))
        if MODE.enabled:
            m = x.node
            if kind is Tensor:
                n = y.node
                if m is not None or n is not None:
                    form = forms['aa' if n is not None and m is not None else 'at' if n is None else 'ta']
                    saved, guards = form.keep(x, y, out)
                    out.node = node((m, n), form, saved, guards, out.array)
            elif m is not None:
                form = forms['av']
                saved, guards = form.keep(x, y, out)
                out.node = numbered((m, None), form, saved, guards, out.array)
        return out

    apply.operation = op
    return apply


def from_number(key, numeric, name):
    """The function of a tensor and a number that stands before it: `1 - x`."""
    op = operation(key, numeric)
    form, node = derive.form(op.rule, 'va'), op.node_class(name)

    def apply(y, x):
        if type(x) not in (float, int) or y.array.dtype.kind != 'f':
            return general(op, x, y, name)
        z = MODE.quietly(numeric, x, y.array)
        out = fresh(z if type(z) is ndarray else asarray(z))
        if MODE.enabled and y.node is not None:
            saved, guards = form.keep(x, y, out)
            out.node = node((None, y.node), form, saved, guards, out.array)
        return out

    return apply


def general(op, x, y, name=None):
    """The long way: dtypes that differ, integers, a number that comes first."""
    x, y = operand(x, y, op), operand(y, x, op)
    refuse_bools(op.rule.name, x, y)
    x, y = matched(x, y, floats=op.rule.name in ('Div', 'np.arctan2', 'np.hypot', 'np.copysign', 'np.logaddexp'))
    try:
        return record(op, x, y, name=name)
    except ValueError as error:
        if 'broadcast' not in str(error):
            raise
        raise mismatch(np.shape(getattr(x, 'array', x)), np.shape(getattr(y, 'array', y))) from None


def refuse_bools(name, x, y):
    """Raise where PyTorch has no such operation on bools."""
    bools = [(v.array.dtype if type(v) is Tensor else np.asarray(v).dtype).kind == 'b' for v in (x, y)]
    if name == 'Sub' and any(bools):
        which = 'two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.'
        if not all(bools):
            which = (
                'a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` '
                'operator instead.'
            )
        raise RuntimeError('Subtraction, the `-` operator, with ' + which)
    if all(bools) and name in NOT_FOR_BOOLS:
        raise NotImplementedError(f'"{NOT_FOR_BOOLS[name]}" not implemented for \'Bool\'')


def operand(x, other, op):
    """What can stand beside a tensor: another, a number, an array."""
    if isinstance(x, (Tensor, Real, np.bool_)):
        return x
    if isinstance(x, np.ndarray):
        return fresh(x)
    if op.rule.name in SIGNS:
        raise TypeError(
            f"unsupported operand type(s) for {SIGNS[op.rule.name]}: '{type(other).__name__}' and '{type(x).__name__}'"
        )
    raise TypeError(f"{op.name.lower()}(): argument 'other' must be Tensor, not {kind_of(x)}")


NOT_FOR_BOOLS = {'Pow': 'pow', 'Mod': 'remainder_cpu'}
SIGNS = {'Add': '+', 'Sub': '-', 'Mult': '*', 'Div': '/', 'Pow': '** or pow()', 'Mod': '%', 'FloorDiv': '//'}


def matched(*values, floats=False):
    """The arguments of an operation in the dtype that it computes in; numbers become that too."""
    arrays = [v.array for v in values if type(v) is Tensor]
    d = dtypes.result_dtype(arrays, [v for v in values if type(v) is not Tensor and v is not None])
    if floats and d.kind != 'f':
        d = dtypes.DEFAULT[0].numpy
    return tuple(cast(v, d) if type(v) is Tensor else v if v is None else number_in(v, d) for v in values)


def number_in(v, d):
    """A Python number in a dtype; integers that are too large begin again from the other end."""
    if not isinstance(v, (Real, np.bool_)):
        raise TypeError(f'a {kind_of(v)} is no number')
    return np.asarray(v).astype(d).item()


def as_input(x, op):
    raise TypeError(f"{op.name.lower()}(): argument 'input' (position 1) must be Tensor, not {kind_of(x)}")


def mismatch(a, b):
    """The error for two shapes that do not broadcast.

    >>> mismatch((3,), (2,))
    RuntimeError('The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 0')
    """
    rank = max(len(a), len(b))
    for k in range(-1, -rank - 1, -1):
        m, n = (s[k] if -k <= len(s) else 1 for s in (a, b))
        if m != n and 1 not in (m, n):
            return RuntimeError(
                f'The size of tensor a ({m}) must match the size of tensor b ({n}) at non-singleton dimension {rank + k}'
            )
    return RuntimeError(f'shapes {list(a)} and {list(b)} do not fit')
