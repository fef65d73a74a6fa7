"""NumPy's functions called on tensors: `np.sin(t)` is the operation of its row."""

import ast

import numpy as np

from srcad import linalg
from srcad.rules.table import RULES
from srcad.tensors import elementwise, products, reductions, shaping
from srcad.tensors.arithmetic import matched
from srcad.tensors.derive import unparse
from srcad.tensors.record import operation, plain, record
from srcad.tensors.tensor import Tensor, fresh

# What tensors have under another name, or with other arguments
SAME = {
    np.add: elementwise.plus, np.subtract: elementwise.minus, np.multiply: elementwise.times,
    np.divide: elementwise.over, np.power: elementwise.pow, np.negative: elementwise.neg, np.matmul: products.matmul,
    np.positive: elementwise.positive, np.remainder: elementwise.remainder, np.floor_divide: elementwise.floor_divide,
    np.clip: elementwise.clamp, np.square: elementwise.square,
    np.expand_dims: lambda x, axis: expanded(x, axis), np.squeeze: shaping.squeeze, np.reshape: shaping.reshape,
    np.broadcast_to: lambda x, shape: shaping.expand(x, *shape), np.swapaxes: shaping.transpose,
    np.moveaxis: shaping.movedim, np.concatenate: shaping.cat, np.stack: shaping.stack, np.copy: shaping.clone,
    np.cumprod: lambda x, axis: reductions.cumprod(x, axis), np.linalg.inv: linalg.inv, np.linalg.det: linalg.det, np.flip: shaping.flip,
    np.linalg.solve: linalg.solve, np.linalg.norm: linalg.norm, np.ravel: shaping.ravel, np.dot: products.matmul,
    np.abs: elementwise.abs, np.transpose: lambda x, axes=None: shaping.permute(x, *(range(x.ndim)[::-1] if axes is None else axes)),
    np.take: lambda x, k, axis: shaping.select(x, axis, k),
    np.tensordot: products.tensordot, np.outer: products.outer, np.einsum: products.einsum,
    np.where: lambda c, x, y: where(c, x, y),
    np.equal: elementwise.eq, np.not_equal: elementwise.ne, np.less: elementwise.lt, np.less_equal: elementwise.le,
    np.bitwise_and: elementwise.bitwise_and, np.bitwise_or: elementwise.bitwise_or,
    np.greater: elementwise.gt, np.greater_equal: elementwise.ge, np.zeros_like: lambda x: fresh(np.zeros_like(x.array)),
    np.ones_like: lambda x: fresh(np.ones_like(x.array)), np.sum: lambda x, axis=None, keepdims=False: reductions.sum(
        x, axis, keepdims), np.mean: lambda x, axis=None, keepdims=False: reductions.mean(x, axis, keepdims),
    np.shape: lambda x: x.array.shape, np.size: lambda x: x.array.size, np.ndim: lambda x: x.array.ndim,
    np.iscomplexobj: lambda x: False,
}  # fmt: skip


def where(c, x, y):
    """`np.where`; of numbers alone it keeps their precision."""
    if type(x) is not Tensor and type(y) is not Tensor:
        return fresh(np.where(plain(c), x, y))
    return elementwise.where(c if type(c) is Tensor else fresh(np.asarray(c)), x, y)


def expanded(x, axis):
    """New axes at these places of the result."""
    rank = x.array.ndim + (len(axis) if isinstance(axis, tuple) else 1)
    for a in sorted(a % rank for a in (axis if isinstance(axis, tuple) else (axis,))):
        x = shaping.unsqueeze(x, a)
    return x


def array_ufunc(self, ufunc, method, *inputs, **kwargs):
    """A ufunc of NumPy with a tensor among its arguments."""
    if method != '__call__' or kwargs:
        return NotImplemented
    return call(ufunc, inputs, {})


def array_function(self, function, types, args, kwargs):
    """Another function of NumPy with a tensor among its arguments."""
    return call(function, args, kwargs)


def call(function, args, kwargs):
    """Do what NumPy's function means: by the tensors' own function, else by its row."""
    if function in SAME:
        return SAME[function](*map(as_operand, args), **kwargs)
    rule = RULES.get(function)
    if rule is None:
        raise TypeError(
            f'srcad has no {function.__name__} of tensors: use np.asarray(x.detach()) if no gradient is meant'
        )
    if rule.kind == 'inactive':
        if isinstance(function, np.ufunc) and function in STEPS:
            return STEPS[function](*args)
        found = function(*plain(args), **{k: plain(v) for k, v in kwargs.items()})
        return fresh(np.asarray(found)) if isinstance(found, (np.ndarray, np.generic)) else found
    names = list(rule.params)
    given = dict(zip(names, map(as_operand, args)), **kwargs)
    values = [given[p] if p in given else default_of(rule, p) for p in names]
    if set(given) - set(names) or rule.variadic:
        raise TypeError(f'srcad does not know these arguments of {function.__name__} for tensors')
    if rule.kind == 'elementwise':
        values = matched(*values, floats=True)
    out = record(operation(function), *values)
    if out.array.dtype.kind == 'c':
        raise TypeError(f'srcad has no complex tensors: {function.__name__} gives one')
    return out


STEPS = {
    np.floor: elementwise.floor, np.ceil: elementwise.ceil, np.trunc: elementwise.trunc, np.sign: elementwise.sign,
    np.rint: elementwise.rounded,
}  # fmt: skip


def default_of(rule, name):
    """The default of a parameter that the row gives."""
    tree = rule.params[name]
    if tree is None:
        raise TypeError(f'{rule.name} is missing its argument {name}')
    return ast.literal_eval(unparse(tree))


def as_operand(value):
    return fresh(value) if isinstance(value, np.ndarray) else value


Tensor.__array_ufunc__, Tensor.__array_function__ = array_ufunc, array_function
