"""Teaches Numba what generated code calls: `import srcad.numba_support`, then `numba.njit` on the generated functions.

Plain Python functions of the runtime are compiled as they stand. Those that ask `np.ndim(x)` are told apart here by
type, since compiled code has one type on every path. Numba itself lacks `reversed`, `np.add.at`, `np.subtract.at`.
"""
import inspect

import numpy as np
from numba import types
from numba.core.registry import cpu_target
from numba.extending import overload, overload_method, register_jitable

from srcad import arranged, broadcasting, products, runtime


def is_array(t):
    return isinstance(t, types.Array)


def is_list(t):
    return isinstance(t, (types.List, types.ListType))


TOLD_APART = set()


def told_apart(function):
    """overload(function), and the function is not taken as it stands."""
    TOLD_APART.add(function)
    return overload(function)


# What Numba lacks

@overload(reversed)
def reversed_(seq):
    if isinstance(seq, types.RangeType):
        return lambda seq: range(seq.start + (len(seq) - 1) * seq.step, seq.start - seq.step, -seq.step)
    return lambda seq: seq[::-1]


def teach_at(ufunc, sign):
    """ufunc.at(a, index, b) for one array of indices."""
    typing = cpu_target.typing_context
    typing.refresh()

    @overload_method(typing.resolve_value_type(ufunc), 'at')
    def at(self, a, index, b):
        def each(self, a, index, b):
            for k in range(len(index)):
                a[index[k]] += sign * b[k]

        def number(self, a, index, b):
            for k in index.flat:
                a[k] += sign * b

        if not is_array(index):
            return None
        if not is_array(b):
            return number
        return each if index.ndim == 1 and b.ndim == a.ndim else None


teach_at(np.add, 1)
teach_at(np.subtract, -1)


# The runtime, where types decide

@register_jitable
def fold_vector(b, x):
    return np.full(1, np.sum(b)) if len(x) == 1 and len(b) != 1 else b


def fold(axis):
    """b summed over this axis, where x has one element along it and b more."""
    @register_jitable
    def one(b, x):
        if x.shape[axis] == 1 and b.shape[axis] != 1:
            return np.expand_dims(np.sum(b, axis=axis), axis)
        return b
    return one


def in_turn(first, second):
    @register_jitable
    def both(b, x):
        return second(first(b, x), x)
    return both


# FOLDS[n] sums over all axes that x, of n axes, has one element along.
FOLDS = [None, fold_vector, in_turn(fold(0), fold(1))]
for axis in (2, 3):
    FOLDS.append(in_turn(FOLDS[-1], fold(axis)))


@told_apart(runtime.unbroadcast)
def unbroadcast(b, x):
    if not is_array(x):
        return (lambda b, x: np.sum(b)) if is_array(b) else (lambda b, x: b)
    if not is_array(b):
        return lambda b, x: np.full(x.shape, b)
    if b.ndim > x.ndim:
        return lambda b, x: runtime.unbroadcast(np.sum(b, axis=0), x)
    if b.ndim < x.ndim:
        return lambda b, x: np.broadcast_to(b, x.shape).copy()
    folded = FOLDS[x.ndim]

    def same_axes(b, x):
        b = folded(b, x)
        return b if b.shape == x.shape else np.broadcast_to(b, x.shape).copy()
    return same_axes


@told_apart(runtime.expanded)
def expanded(b, z):
    if not is_array(z):
        return lambda b, z: b
    if not is_array(b):
        return lambda b, z: np.full(z.shape, b)
    return lambda b, z: np.broadcast_to(b, z.shape).copy()


@told_apart(runtime.spread)
def spread(bz, x, axis, keepdims):
    if isinstance(axis, types.NoneType) or not is_array(x):
        return lambda bz, x, axis, keepdims: bz
    if isinstance(axis, types.Integer) and is_array(bz):
        # keepdims is no type: with it, the number of axes says that bz has them all.
        if bz.ndim == x.ndim:
            return lambda bz, x, axis, keepdims: bz
        if bz.ndim == x.ndim - 1:
            return lambda bz, x, axis, keepdims: np.expand_dims(bz, axis % x.ndim)
    return None


@told_apart(runtime.count)
def count(x, axis):
    if isinstance(axis, types.NoneType):
        return lambda x, axis: np.size(x)
    return (lambda x, axis: x.shape[axis]) if isinstance(axis, types.Integer) else None


@told_apart(runtime.pow_dx)
def pow_dx(x, y):
    if not is_array(x) and not is_array(y):
        return lambda x, y: y * x ** (y - 1) if y != 0 else 0.0
    return lambda x, y: np.where(np.equal(y, 0), 0.0, y * np.power(np.where(np.equal(y, 0), 1.0, x), y - 1.0))


@told_apart(runtime.pow_dy)
def pow_dy(x, y, z):
    if not is_array(x) and not is_array(y):
        return lambda x, y, z: z * np.log(x) if x != 0 or y < 0 else 0.0
    return lambda x, y, z: z * np.log(np.where(np.equal(x, 0) & np.greater_equal(y, 0), 1.0, x))


@told_apart(runtime.sign)
def sign(x):
    return (lambda x: np.sign(x)) if is_array(x) else (lambda x: (x > 0) - (x < 0))


@told_apart(runtime.zeros_like)
def zeros_like(x):
    # Called, never written out: Numba takes `x *= s` on arrays of a comprehension in the same function for dead code.
    if is_list(x):
        return lambda x: [runtime.zeros_like(item) for item in x]
    return (lambda x: np.zeros_like(x)) if is_array(x) else (lambda x: 0.0)


@told_apart(runtime.add_to)
def add_to(items, bz):
    if is_array(bz) or is_list(bz):
        def each(items, bz):
            for k in range(len(items)):
                items[k] = items[k] + bz[k]
        return each

    def all_the_same(items, bz):
        for k in range(len(items)):
            items[k] = items[k] + bz
    return all_the_same


@told_apart(runtime.matmul_dx)
def matmul_dx(bz, x, y):
    if x.ndim == 1:
        return (lambda bz, x, y: y @ bz) if is_array(bz) else (lambda bz, x, y: bz * y)
    return (lambda bz, x, y: np.outer(bz, y)) if y.ndim == 1 else (lambda bz, x, y: bz @ y.T)


@told_apart(runtime.matmul_dy)
def matmul_dy(bz, x, y):
    if y.ndim == 1:
        return (lambda bz, x, y: bz @ x) if is_array(bz) else (lambda bz, x, y: bz * x)
    return (lambda bz, x, y: np.outer(x, bz)) if x.ndim == 1 else (lambda bz, x, y: x.T @ bz)


@told_apart(runtime.diag_dx)
def diag_dx(bz, x, k=0):
    if x.ndim == 1:
        return lambda bz, x, k=0: np.diag(bz, k)

    def onto_the_diagonal(bz, x, k=0):
        bx = np.zeros(x.shape)
        for i in range(len(bz)):
            bx[i + max(-k, 0), i + max(k, 0)] = bz[i]
        return bx
    return onto_the_diagonal


@told_apart(runtime.dot_dx)
def dot_dx(bz, x, y):
    if not is_array(x) or not is_array(y):
        return lambda bz, x, y: runtime.unbroadcast(bz * y, x)
    return lambda bz, x, y: runtime.matmul_dx(bz, x, y)


@told_apart(runtime.dot_dy)
def dot_dy(bz, x, y):
    if not is_array(x) or not is_array(y):
        return lambda bz, x, y: runtime.unbroadcast(bz * x, y)
    return lambda bz, x, y: runtime.matmul_dy(bz, x, y)


@told_apart(runtime.inner_dx)
def inner_dx(bz, x, y):
    if not is_array(x) or not is_array(y):
        return lambda bz, x, y: runtime.unbroadcast(bz * y, x)
    if y.ndim == 1:
        return lambda bz, x, y: runtime.matmul_dx(bz, x, y)
    return lambda bz, x, y: bz @ y


@told_apart(runtime.inner_dy)
def inner_dy(bz, x, y):
    if not is_array(x) or not is_array(y):
        return lambda bz, x, y: runtime.unbroadcast(bz * x, y)
    if is_array(bz):
        return lambda bz, x, y: runtime.inner_dx(np.transpose(bz), y, x)
    return lambda bz, x, y: runtime.inner_dx(bz, y, x)


@told_apart(runtime.inside)
def inside(x, low, high):
    if isinstance(low, types.NoneType):
        return lambda x, low, high: x <= high
    if isinstance(high, types.NoneType):
        return lambda x, low, high: low <= x
    return lambda x, low, high: (low <= x) & (x <= high)


@told_apart(runtime.centered)
def centered(x, axis):
    return (lambda x, axis: x - np.mean(x)) if isinstance(axis, types.NoneType) else None


@told_apart(runtime.chosen)
def chosen(x, z, axis, keepdims):
    def of_all(x, z, axis, keepdims):
        hits = (x == z).astype(np.float64)
        return hits / np.sum(hits)
    return of_all if isinstance(axis, types.NoneType) else None


@told_apart(runtime.others)
def others(x, axis):
    def of_all(x, axis):
        flat, after = np.ravel(x), 1.0
        products = np.ones_like(flat)
        for k in range(1, len(flat)):
            products[k] = products[k - 1] * flat[k - 1]
        for k in range(len(flat) - 1, -1, -1):
            products[k] *= after
            after *= flat[k]
        return products.reshape(x.shape)
    return of_all if isinstance(axis, types.NoneType) else None


@told_apart(runtime.cumsum_dx)
def cumsum_dx(bz, x, axis):
    def of_all(bz, x, axis):
        return np.cumsum(bz[::-1])[::-1].copy().reshape(x.shape)
    return of_all if isinstance(axis, types.NoneType) else None


@told_apart(runtime.part)
def part(bz, k, items, axis):
    if not isinstance(items, types.UniTuple) or not is_array(items.dtype) or items.dtype.ndim != bz.ndim:
        return None

    def along_the_first(bz, k, items, axis):
        if axis != 0:
            raise ValueError('compiled: arrays joined along the first axis only')
        start = 0
        for j in range(k):
            start += len(items[j])
        return bz[start:start + len(items[k])]
    return along_the_first


for function in vars(runtime).values():
    ours = getattr(function, '__module__', None) in [m.__name__ for m in (runtime, broadcasting, products, arranged)]
    if inspect.isfunction(function) and ours and function not in TOLD_APART:
        register_jitable(function)
