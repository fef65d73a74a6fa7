"""`x[index]` and `x[index] = value`: views for numbers and slices, copies for arrays, lists and masks."""

import warnings

import numpy as np

from srcad import elements
from srcad.tensors.record import operation, record, view, write
from srcad.tensors.tensor import Tensor, cast, fresh, kind_of, type_name

SCALAR = (
    'invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim '
    'tensor to a number'
)

NOT_A_TUPLE = (
    'Using a non-tuple sequence for multidimensional indexing is deprecated and will be changed in pytorch 2.9; use '
    'x[tuple(seq)] instead of x[seq]. In pytorch 2.9 this will be interpreted as tensor index, x[torch.tensor(seq)], '
    'which will result either in an error or a different result'
)


def getitem(x, index):
    """The elements of an index.

    >>> getitem(fresh(np.arange(3.0)), 1)
    tensor(1., dtype=srcad.float64)
    """
    index = checked(x, index)
    op = operation(elements.item)
    if elements.is_basic(index):
        if x.array.ndim or not index or any(part is None or part is ... for part in index):
            return view(op, x, as_view(index, x), name=name_of(index, x))
        raise IndexError(SCALAR)
    try:
        return record(op, x, index)
    except IndexError:
        shapes = ', '.join(str(list(p.shape)) for p in index if isinstance(p, np.ndarray))
        raise IndexError(
            f'shape mismatch: indexing tensors could not be broadcast together with shapes {shapes}'
        ) from None


def setitem(x, index, value):
    """Put a value, broadcast, in the place of the elements of an index."""
    index = checked(x, index)
    if not isinstance(value, Tensor):
        if not isinstance(value, (bool, int, float, np.integer)):
            raise TypeError(f"can't assign a {kind_of(value)} to a {type_name(x.array.dtype)}")
        value = fresh(np.asarray(value, x.array.dtype))
    if takes_all(x, index):
        copy_(x, value, 'CopyBackwards' if value.array.ndim else 'FillBackward3')
        return
    if elements.is_basic(index):
        copy_(view(operation(elements.item), x, as_view(index, x)), value)
    else:
        if value.array.ndim and value.array.dtype != x.array.dtype:
            raise RuntimeError(
                'Index put requires the source and destination dtypes match, got '
                f'{x.dtype.word} for the destination and {value.dtype.word} for the source.'
            )
        value = cast(value, x.array.dtype)
        try:
            write(operation(elements.replaced), x, index, value, name='IndexPutBackward0')
        except ValueError:
            target = list(x.array[index].shape)
            raise RuntimeError(
                f'shape mismatch: value tensor of shape {list(value.array.shape)} cannot be broadcast to indexing '
                f'result of shape {target}'
            ) from None


def copy_(x, value, name='CopyBackwards'):
    """Put the elements of another tensor, broadcast, in the place of these."""
    value = value if isinstance(value, Tensor) else fresh(np.asarray(value))
    fits(value, x.array.shape)
    if x.array.ndim < value.array.ndim:
        value = value.reshape(value.array.shape[value.array.ndim - x.array.ndim :])
    return write(operation(elements.written), x, whole, cast(value, x.array.dtype), name=name)


def whole(b):
    """All of an array or tensor, as a view of it."""
    return b


def fits(value, target):
    """Refuse a tensor that does not broadcast to a shape."""
    shape = value.array.shape
    extra = len(shape) - len(target)
    lead = [n for n in shape[: max(extra, 0)] if n != 1]
    for k in range(1, min(len(shape), len(target)) + 1):
        if shape[-k] not in (1, target[-k]):
            raise RuntimeError(
                f'The expanded size of the tensor ({target[-k]}) must match the existing size ({shape[-k]}) at '
                f'non-singleton dimension {len(target) - k}.  Target sizes: {list(target)}.  Tensor sizes: {list(shape)}'
            )
    if lead:
        raise too_few(value, target)


def takes_all(x, index):
    """Whether an index takes all elements where they are: then PyTorch writes to the tensor itself."""
    return all(p is ... or isinstance(p, slice) for p in index) and x.array[index].shape == x.array.shape


def is_tuple_meant(index):
    """Whether PyTorch takes a sequence for the parts of an index: it holds sequences, slices, `...` or None."""
    if isinstance(index, str):
        return True
    return isinstance(index, list) and any(
        isinstance(p, (list, slice)) or p is None or p is ... or isinstance(p, Tensor) and p.array.ndim for p in index
    )


def too_few(x, target):
    """The error for a shape that has fewer axes than the tensor it is asked of."""
    return RuntimeError(
        f'expand({type_name(x.array.dtype)}{{{list(x.shape)}}}, size={list(target)}): the number of sizes provided '
        f'({len(target)}) must be greater or equal to the number of dimensions in the tensor ({x.array.ndim})'
    )


def checked(x, index):
    """An index as NumPy wants it, a tuple; IndexError and TypeError as PyTorch words them."""
    if is_tuple_meant(index):
        warnings.warn(NOT_A_TUPLE, UserWarning, stacklevel=4)
        index = tuple(index)
    given = index if isinstance(index, tuple) else (index,)
    parts = tuple(part_of(p) for p in given)
    parts = tuple(p for k, p in enumerate(parts) if p is not ... or not any(q is ... for q in parts[:k]))
    if x.array.ndim == 0 and not all(p is None or p is ... or is_bool(p) for p in parts):
        raise IndexError(SCALAR)
    axis, used = 0, sum(p is not None and p is not ... and (np.ndim(p) if is_mask(p) else 1) for p in parts)
    if used > x.array.ndim:
        raise IndexError(f'too many indices for tensor of dimension {x.array.ndim}')
    for p in parts:
        if p is ...:
            axis += x.array.ndim - used
        elif p is not None:
            check_part(x, p, axis)
            axis += np.ndim(p) if is_mask(p) else 1
    return parts


def part_of(p):
    """One part of an index: tensors and lists become arrays, tensors of one integer numbers."""
    if isinstance(p, Tensor):
        if p.array.dtype.kind not in 'iub':
            raise IndexError('tensors used as indices must be long, int, byte or bool tensors')
        if p.array.dtype == np.uint8:
            warnings.warn(
                'indexing with dtype srcad.uint8 is now deprecated, please use a dtype srcad.bool instead.',
                UserWarning,
                stacklevel=5,
            )
            return p.array.astype(bool)
        return int(p.array) if p.array.ndim == 0 and p.array.dtype.kind != 'b' else p.array
    if isinstance(p, np.ndarray) and p.dtype == np.uint8:
        return part_of(fresh(p))
    if isinstance(p, (list, range)):
        if any(isinstance(item, str) for item in p):
            raise TypeError("new(): invalid data type 'str'")
        return np.asarray([getattr(item, 'array', item) for item in p], None if len(p) else int)
    if isinstance(p, str):
        raise TypeError("new(): invalid data type 'str'")
    if isinstance(p, slice):
        return slice(*(None if s is None else bound(s) for s in (p.start, p.stop, p.step)))
    if not (p is None or p is ... or isinstance(p, (int, np.integer, np.bool_, np.ndarray))):
        raise IndexError(
            'only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got '
            f'{type(p).__name__})'
        )
    return p


def bound(s):
    """An end or the step of a slice."""
    if not hasattr(s, '__index__'):
        raise TypeError('slice indices must be integers or None or have an __index__ method')
    return s.__index__()


def is_bool(p):
    return isinstance(p, (bool, np.bool_)) or is_mask(p)


def is_mask(p):
    return isinstance(p, np.ndarray) and p.dtype.kind == 'b'


def check_part(x, p, axis):
    """Refuse what is outside of an axis."""
    n = x.array.shape[axis] if axis < x.array.ndim else 1
    if isinstance(p, slice):
        if p.step is not None and p.step <= 0:
            raise ValueError('step must be greater than zero')
    elif is_mask(p):
        for k, m in enumerate(p.shape):
            if m != x.array.shape[axis + k]:
                raise IndexError(
                    f'The shape of the mask {list(p.shape)} at index {k} does not match the shape of the indexed tensor '
                    f'{list(x.array.shape)} at index {axis + k}'
                )
    elif not isinstance(p, (bool, np.bool_)):
        wrong = [int(k) for k in np.ravel(p) if not -n <= k < n]
        if wrong:
            raise IndexError(f'index {wrong[0]} is out of bounds for dimension {axis} with size {n}')


def as_view(index, x):
    """An index that NumPy answers with a view, also where all axes have numbers."""
    return index if any(p is ... for p in index) else (*index, ...)


def name_of(index, x):
    """PyTorch takes the parts of an index one after the other: the last gives the name."""
    last = next((p for p in reversed(index) if p is not ... and p != slice(None)), None if index else ...)
    if all(p is ... for p in index):
        return 'AliasBackward0'
    if isinstance(last, (int, np.integer)):
        return 'SelectBackward0'
    if last is None and any(p is None for p in index):
        return 'UnsqueezeBackward0'
    return 'SliceBackward0'
