"""Elements that are read and written by tensors of indices and of bools."""

import numpy as np

from srcad import elements
from srcad.tensors.elementwise import renamed, where
from srcad.tensors.indexing import getitem
from srcad.tensors.record import operation, record
from srcad.tensors.shaping import expand, ravel, reshape
from srcad.tensors.shape import axis_of
from srcad.tensors.tensor import WORDS, Tensor, cast, fresh


def gather(input, dim, index):
    """The elements that `index` chooses along `dim`; elsewhere they stay where they are."""
    axis = axis_of(dim, input.array.ndim)
    check_index(index, 'gather()')
    if index.array.ndim != input.array.ndim:
        raise RuntimeError('Index tensor must have the same number of dimensions as input tensor')
    n = input.array.shape[axis] if input.array.ndim else 1
    check_range(index.array, n, axis)
    part = tuple(slice(None) if k == axis else slice(m) for k, m in enumerate(index.array.shape))
    x = input if index.array.shape == input.array.shape else getitem(input, part)
    return record(operation(np.take_along_axis), x, index.array, axis, name='GatherBackward0')


def check_index(index, name):
    if index.array.dtype.kind not in 'iu':
        raise RuntimeError(f'{name}: Expected dtype int32/int64 for index')


def check_range(indices, n, axis):
    wrong = indices[(indices < 0) | (indices >= n)]
    if wrong.size:
        raise RuntimeError(f'index {wrong.flat[0]} is out of bounds for dimension {axis} with size {n}')


def index_select(input, dim, index):
    """The elements at these places along `dim`."""
    axis = axis_of(dim, input.array.ndim)
    if index.array.ndim > 1:
        raise IndexError('index_select(): Index is supposed to be a vector')
    place = (slice(None),) * axis + (np.atleast_1d(index.array),)
    if index.array.size and (index.array.max() >= input.array.shape[axis] or index.array.min() < 0):
        raise IndexError('index out of range in self')
    return record(operation(elements.item), input, place, name='IndexSelectBackward0')


def take(input, index):
    """Elements by their number in the flat order."""
    return record(operation(elements.item), reshape(input, -1), index.array, name='TakeBackward0')


def masked_select(input, mask):
    """The elements where the mask holds."""
    x, m = np.broadcast_arrays(input.array, mask.array)
    return record(operation(elements.item), expand(input, *x.shape), m.copy(), name='MaskedSelectBackward0')


def masked_fill(input, mask, value):
    """`value` where the mask holds, else `input`."""
    if mask.array.dtype.kind != 'b':
        raise RuntimeError(
            f'masked_fill_ only supports boolean masks, but got mask with dtype {WORDS[mask.dtype.name]}'
        )
    value = value if isinstance(value, Tensor) else fresh(np.asarray(value))
    if value.array.ndim:
        raise RuntimeError(
            'masked_fill_ only supports a 0-dimensional value tensor, but got tensor with '
            f'{value.array.ndim} dimension(s).'
        )
    return renamed(where(mask, cast(value, input.array.dtype), input), 'MaskedFillBackward0')


def places(index, axis):
    """The index of NumPy for places along one axis."""
    grids = list(np.indices(index.shape, sparse=True))
    grids[axis] = index
    return tuple(grids)


def scatter(input, dim, index, src=None, value=None):
    """A copy of `input` in which the places that `index` chooses along `dim` hold `src`."""
    check_index(index, 'scatter()')
    axis = axis_of(dim, input.array.ndim)
    src = value if src is None else src
    if isinstance(src, Tensor):
        src = getitem(src, tuple(slice(n) for n in index.array.shape)) if src.array.shape != index.array.shape else src
    check_range(index.array, input.array.shape[axis], axis)
    op = operation(elements.replaced)
    return record(op, input, places(index.array, axis), src, name='ScatterBackward0')


def scatter_add(input, dim, index, src):
    """`src` added to the places that `index` chooses along `dim`."""
    axis = axis_of(dim, input.array.ndim)
    check_range(index.array, input.array.shape[axis], axis)
    src = getitem(src, tuple(slice(n) for n in index.array.shape)) if src.array.shape != index.array.shape else src
    added = record(operation(elements.placed), src, input.array, places(index.array, axis))
    return renamed(input + added, 'ScatterAddBackward0')


def index_add(input, dim, index, source, *, alpha=1):
    """`alpha * source` added to these places along `dim`."""
    place = (slice(None),) * axis_of(dim, input.array.ndim) + (index.array,)
    added = record(operation(elements.placed), source * alpha, input.array, place)
    return renamed(input + added, 'IndexAddBackward0')


def index_fill(input, dim, index, value):
    """A number at these places along `dim`."""
    place = (slice(None),) * axis_of(dim, input.array.ndim) + (index.array,)
    return record(operation(elements.replaced), input, place, value, name='IndexFillBackward0')


def nonzero(input, *, as_tuple=False):
    """The indices of the elements that are not zero."""
    found = np.nonzero(input.array)
    return tuple(map(fresh, found)) if as_tuple else fresh(np.stack(found, -1) if found else np.zeros((0, 0), int))


def unique(input, sorted=True, return_inverse=False, return_counts=False):
    """The different elements, sorted; with their places and counts if asked."""
    values, inverse, counts = np.unique(input.array, return_inverse=True, return_counts=True)
    out = (
        [fresh(values)] + [fresh(inverse.reshape(input.array.shape))] * return_inverse + [fresh(counts)] * return_counts
    )
    return tuple(out) if len(out) > 1 else out[0]


def bincount(input, weights=None, minlength=0):
    """How often each number occurs."""
    return fresh(np.bincount(input.array, None if weights is None else weights.array, minlength))


def repeat_interleave(input, repeats, dim=None):
    """Each element several times, one after the other."""
    if dim is None:
        input, dim = ravel(input), 0
    count = repeats.array if isinstance(repeats, Tensor) else repeats
    indices = np.repeat(np.arange(input.array.shape[dim]), count)
    return renamed(index_select(input, dim, fresh(indices)), 'ViewBackward0')
