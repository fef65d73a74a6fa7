"""Views, joins and selections, under PyTorch's names."""

import builtins
import math

import numpy as np

from srcad import elements
from srcad.tensors import dtypes
from srcad.tensors.elementwise import renamed
from srcad.tensors.indexing import getitem, too_few
from srcad.tensors.mode import warn_once
from srcad.tensors.record import operation, record
from srcad.tensors.record import view as viewed
from srcad.tensors.shape import axis_of
from srcad.tensors.tensor import Tensor, cast, fresh, kind_of


def sizes(given):
    """Numbers, or one sequence of them."""
    if len(given) == 1 and isinstance(given[0], (list, tuple)):
        given = given[0]
    return tuple(int(n) for n in given)


def filled_in(shape, n):
    """A shape whose -1 is what is left of n elements; RuntimeError if they do not fit."""
    known = math.prod(s for s in shape if s != -1)
    full = tuple(n // known if s == -1 and known else s for s in shape)
    if shape.count(-1) > 1:
        raise RuntimeError('only one dimension can be inferred')
    if math.prod(full) != n or any_negative(full):
        raise RuntimeError(f"shape '{list(shape)}' is invalid for input of size {n}")
    return full


def any_negative(shape):
    return builtins.any(n < 0 for n in shape)


def reshape(input, *shape):
    """The elements in another shape: a view where memory allows, else a copy.

    >>> reshape(fresh(np.arange(4.0)), 2, 2)
    tensor([[0., 1.],
            [2., 3.]], dtype=srcad.float64)
    """
    return viewed(operation(np.reshape), input, filled_in(sizes(shape), input.array.size))


def view(input, *shape):
    """The elements in another shape, always a view; RuntimeError where memory does not allow it."""
    if len(shape) == 1 and isinstance(shape[0], dtypes.dtype):
        raise NotImplementedError('srcad has no view of a tensor in another dtype: use .to(dtype)')
    full = filled_in(sizes(shape), input.array.size)
    if input.array.size and not np.may_share_memory(np.reshape(input.array, full), input.array):
        raise RuntimeError(
            "view size is not compatible with input tensor's size and stride (at least one dimension spans across two "
            'contiguous subspaces). Use .reshape(...) instead.'
        )
    return reshape(input, full)


def view_as(input, other):
    """`view` in the shape of another."""
    return view(input, *other.shape)


def reshape_as(input, other):
    """`reshape` in the shape of another."""
    return reshape(input, *other.shape)


def flatten(input, start_dim=0, end_dim=-1):
    """Axes from one to another made one."""
    n = input.array.ndim
    first, last = axis_of(start_dim, n), axis_of(end_dim, n)
    if first > last:
        raise RuntimeError('flatten() has invalid args: start_dim cannot come after end_dim')
    if first == last and n:
        return input
    s = input.array.shape
    return reshape(input, s[:first] + (math.prod(s[first : last + 1]),) + s[last + 1 :])


def ravel(input):
    """All axes made one."""
    return reshape(input, -1)


def unflatten(input, dim, sizes):
    """One axis made several."""
    axis, s = axis_of(dim, input.array.ndim), input.array.shape
    return reshape(input, s[:axis] + filled_in(tuple(sizes), s[axis]) + s[axis + 1 :])


def permute(input, *dims):
    """The axes in another order."""
    dims = sizes(dims)
    if len(dims) != input.array.ndim:
        raise RuntimeError(
            'permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired '
            f'ordering of dimensions i.e. input.dim() = {input.array.ndim} is not equal to len(dims) = {len(dims)}'
        )
    axes = tuple(axis_of(d, input.array.ndim) for d in dims)
    if len(set(axes)) != len(axes):
        raise RuntimeError('permute(): duplicate dims are not allowed.')
    return viewed(operation(np.transpose), input, axes)


def transpose(input, dim0, dim1, name=None):
    """Two axes exchanged."""
    n = input.array.ndim
    return viewed(operation(np.swapaxes), input, axis_of(dim0, n), axis_of(dim1, n), name=name) if n else input


swapaxes = swapdims = transpose


def t(input):
    """A matrix transposed; a vector is its own."""
    if input.array.ndim > 2:
        raise RuntimeError(f't() expects a tensor with <= 2 dimensions, but self is {input.array.ndim}D')
    return viewed(operation(np.transpose), input, tuple(range(input.array.ndim))[::-1], name='TBackward0')


def movedim(input, source, destination):
    """Axes moved to other places."""
    return viewed(operation(np.moveaxis), input, source, destination)


moveaxis = movedim


def squeeze(input, dim=None):
    """Without the axes of length one, or without `dim` if that is one."""
    s = input.array.shape
    if dim is None:
        kept = tuple(n for n in s if n != 1)
    else:
        axes = [axis_of(d, len(s)) for d in (dim if isinstance(dim, (tuple, list)) else (dim,))]
        kept = tuple(n for k, n in enumerate(s) if n != 1 or k not in axes)
    return viewed(operation(np.reshape), input, kept, name=f'SqueezeBackward{0 if dim is None else 1}')


def unsqueeze(input, dim):
    """With a new axis of length one at `dim`."""
    return viewed(operation(np.expand_dims), input, axis_of(dim, input.array.ndim + 1))


def expand(input, *shape):
    """Axes of length one repeated without memory; -1 leaves an axis as it is."""
    shape, s = sizes(shape), input.array.shape
    offset = len(shape) - len(s)
    if offset < 0:
        raise too_few(input, shape)
    full = tuple(s[k - offset] if n == -1 and k >= offset else n for k, n in enumerate(shape))
    for k in range(len(shape) - 1, -1, -1):
        if full[k] == -1:
            raise RuntimeError(
                f"The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension {k}"
            )
        old = s[k - offset] if 0 <= k - offset < len(s) else 1
        if full[k] != old and old != 1:
            raise RuntimeError(
                f'The expanded size of the tensor ({full[k]}) must match the existing size ({old}) at non-singleton '
                f'dimension {k}.  Target sizes: {list(shape)}.  Tensor sizes: {list(s)}'
            )
    return viewed(operation(np.broadcast_to), input, full)


def expand_as(input, other):
    """`expand` to the shape of another."""
    return expand(input, *other.shape)


broadcast_to = expand


def contiguous(input):
    """The tensor itself if its elements lie in their order, else a copy where they do."""
    if input.array.flags.c_contiguous:
        return input
    return record(operation(elements.packed), input, name='CloneBackward0')


def clone(input):
    """A copy, through which gradients pass."""
    return record(operation(np.copy), input)


def diagonal(input, offset=0, dim1=0, dim2=1):
    """The diagonal of two axes, as the last axis."""
    return viewed(operation(elements.diagonal), input, offset, dim1, dim2)


get_diagonal = diagonal


def diag(input, diagonal=0):
    """A matrix with this diagonal, or the diagonal of a matrix."""
    if input.array.ndim == 2:
        return record(operation(np.copy), get_diagonal(input, diagonal), name='DiagonalBackward0_copy')
    n = len(input.array) + builtins.abs(diagonal)
    rows = np.arange(len(input.array)) + builtins.max(-diagonal, 0)
    columns = np.arange(len(input.array)) + builtins.max(diagonal, 0)
    blank = fresh(np.zeros((n, n), input.array.dtype))
    return record(operation(elements.replaced), blank, (rows, columns), input, name='DiagEmbedBackward0')


def tril(input, diagonal=0):
    """The lower triangle, zeros above."""
    return record(operation(np.tril), input, diagonal)


def triu(input, diagonal=0):
    """The upper triangle, zeros below."""
    return record(operation(np.triu), input, diagonal)


def trace(input):
    """The sum of the diagonal of a matrix."""
    if input.array.ndim != 2:
        raise RuntimeError('trace: expected a matrix, but got tensor with dim ' + str(input.array.ndim))
    return record(operation(elements.trace), input, name='TraceBackward0')


def fliplr(input):
    """The columns in reverse order."""
    return flip(input, 1)


def flipud(input):
    """The rows in reverse order."""
    return flip(input, 0)


def flip(input, *dims):
    """The order of the elements reversed along axes."""
    axes = tuple(axis_of(d, input.array.ndim) for d in sizes(dims))
    return record(operation(np.flip), input, axes)


def roll(input, shifts, dims=None):
    """The elements moved along axes, those that fall out put in at the other end."""
    if isinstance(shifts, (tuple, list)):
        for s, d in zip(shifts, dims):
            input = roll(input, s, d)
        return input
    dims = dims[0] if isinstance(dims, (tuple, list)) else dims
    return record(operation(np.roll), input, shifts, dims)


def repeat(input, *times):
    """Copies laid side by side along each axis."""
    times = sizes(times)
    if len(times) < input.array.ndim:
        raise RuntimeError('Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor')
    shape = (1,) * (len(times) - input.array.ndim) + input.array.shape
    split = [n for pair in zip([1] * len(shape), shape) for n in pair]
    wide = [n for pair in zip(times, shape) for n in pair]
    out = expand(reshape(input, split), wide)
    return renamed(reshape(clone(out), [t * n for t, n in zip(times, shape)]), 'RepeatBackward0')


def tile(input, *dims):
    """`repeat`, of the last axes if fewer numbers are given."""
    dims = sizes(dims)
    return repeat(input, *((1,) * (input.array.ndim - len(dims)) + dims))


# Joins


def together(tensors):
    """The tensors in one dtype."""
    d = tensors[0].array.dtype
    for x in tensors[1:]:
        d = dtypes.promote(d, x.array.dtype)
    return [cast(x, d) for x in tensors]


def listed(tensors, name):
    """Tensors in a list; TypeError as PyTorch words it."""
    if isinstance(tensors, Tensor):
        raise TypeError(f"{name}(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor")
    if not hasattr(tensors, '__iter__'):
        raise TypeError(f"{name}(): argument 'tensors' (position 1) must be tuple of Tensors, not {kind_of(tensors)}")
    tensors = list(tensors)
    for k, x in enumerate(tensors):
        if not isinstance(x, Tensor):
            raise TypeError(f'expected Tensor as element {k} in argument 0, but got {type(x).__name__}')
    return tensors


def stack(tensors, dim=0):
    """Tensors of one shape along a new axis."""
    tensors = listed(tensors, 'stack')
    if not tensors:
        raise RuntimeError('stack expects a non-empty TensorList')
    for k, x in enumerate(tensors):
        if x.array.shape != tensors[0].array.shape:
            raise RuntimeError(
                f'stack expects each tensor to be equal size, but got {list(tensors[0].shape)} at entry 0 and '
                f'{list(x.shape)} at entry {k}'
            )
    axis = axis_of(dim, tensors[0].array.ndim + 1)
    return record(operation(np.stack), together(tensors), axis)


def cat(tensors, dim=0):
    """Tensors one after the other along an axis."""
    tensors = listed(tensors, 'cat')
    if not tensors:
        raise ValueError('srcad.cat(): expected a non-empty list of Tensors')
    for x in tensors:
        if not x.array.ndim:
            raise RuntimeError('zero-dimensional tensor (at position 0) cannot be concatenated')
    whole = [x for x in tensors if x.array.shape != (0,)] or tensors[:1]
    first, axis = whole[0].array, axis_of(dim, whole[0].array.ndim)
    for k, x in enumerate(whole):
        if x.array.ndim != first.ndim:
            raise RuntimeError(f'Tensors must have same number of dimensions: got {first.ndim} and {x.array.ndim}')
        for a in range(first.ndim):
            if a != axis and x.array.shape[a] != first.shape[a]:
                raise RuntimeError(
                    f'Sizes of tensors must match except in dimension {axis}. Expected size {first.shape[a]} but got '
                    f'size {x.array.shape[a]} for tensor number {k} in the list.'
                )
    return record(operation(np.concatenate), together(whole), axis)


concat = concatenate = cat


def vstack(tensors):
    """Tensors one below the other."""
    return cat([x if x.array.ndim > 1 else reshape(x, 1, -1) for x in tensors])


def hstack(tensors):
    """Tensors side by side."""
    tensors = [x if x.array.ndim else reshape(x, 1) for x in tensors]
    return cat(tensors, 0 if tensors[0].array.ndim == 1 else 1)


def dstack(tensors):
    """Tensors one behind the other."""
    return cat([x if x.array.ndim > 2 else unsqueeze(atleast_2d(x), 2) for x in tensors], 2)


def column_stack(tensors):
    """Vectors as the columns of a matrix."""
    return cat([x if x.array.ndim > 1 else reshape(x, -1, 1) for x in tensors], 1)


# Parts


def parts(input, lengths, dim, name):
    """Views of consecutive parts."""
    axis, out, start = axis_of(dim, input.array.ndim), [], 0
    for k, n in enumerate(lengths):
        index = (slice(None),) * axis + (slice(start, start + n),)
        out.append(viewed(operation(elements.item), input, index, name=name + 'Backward0', several=f'{k} of {name}'))
        start += n
    return tuple(out)


def split(tensor, split_size_or_sections, dim=0):
    """Views of parts of one length, or of these lengths."""
    n, size = tensor.array.shape[axis_of(dim, tensor.array.ndim)], split_size_or_sections
    if isinstance(size, int):
        if size < 0:
            raise RuntimeError(f'split expects split_size be non-negative, but got split_size={size}')
        if not size and n:
            raise RuntimeError(f'split_size can only be 0 if dimension size is 0, but got dimension size of {n}')
        return parts(tensor, [builtins.min(size, n - k) for k in range(0, n, size)], dim, 'Split')
    if builtins.sum(size) != n:
        raise RuntimeError(
            f'split_with_sizes expects split_sizes to sum exactly to {n} (input tensor\'s size at dimension '
            f'{axis_of(dim, tensor.array.ndim)}), but got split_sizes={list(size)}'
        )
    return parts(tensor, size, dim, 'SplitWithSizes')


def tensor_split(input, indices_or_sections, dim=0):
    """Views of so many parts of about one length, or of what lies between these indices."""
    n, given = input.array.shape[axis_of(dim, input.array.ndim)], indices_or_sections
    if isinstance(given, int):
        lengths = [n // given + (k < n % given) for k in range(given)]
    else:
        ends = [0, *(builtins.min(k % n if k < 0 else k, n) for k in given), n]
        lengths = [builtins.max(j - i, 0) for i, j in zip(ends, ends[1:])]
    return parts(input, lengths, dim, 'Slice')


def chunk(input, chunks, dim=0):
    """Views of no more than `chunks` parts of one length; the last may be shorter."""
    if chunks < 1:
        raise RuntimeError(f'chunk expects `chunks` to be greater than 0, got: {chunks}')
    n = input.array.shape[axis_of(dim, input.array.ndim)]
    return split(input, builtins.max(-(-n // chunks), 1), dim)


def unbind(input, dim=0):
    """Views along an axis, without it."""
    axis = axis_of(dim, input.array.ndim)
    if not input.array.ndim:
        raise IndexError('Dimension specified as 0 but tensor has no dimensions')
    op, before = operation(elements.item), (slice(None),) * axis
    return tuple(
        viewed(op, input, (*before, k, ...), name='UnbindBackward0', several=f'{k} of Unbind')
        for k in range(input.array.shape[axis])
    )


def narrow(input, dim, start, length):
    """A view of `length` elements from `start` along `dim`."""
    axis = axis_of(dim, input.array.ndim)
    n = input.array.shape[axis]
    if start + length > n:
        raise RuntimeError(f'start ({start}) + length ({length}) exceeds dimension size ({n}).')
    return getitem(input, (slice(None),) * axis + (slice(start, start + length),))


def select(input, dim, index):
    """A view of one element along `dim`, without that axis."""
    axis = axis_of(dim, input.array.ndim)
    n = input.array.shape[axis]
    if not -n <= index < n:
        raise IndexError(
            f'select(): index {int(index)} out of range for tensor of size {list(input.shape)} at dimension {axis}'
        )
    return getitem(input, (slice(None),) * axis + (index,))


def meshgrid(*tensors, indexing=None):
    """The coordinates of a grid."""
    if indexing is None:
        warn_once('srcad.meshgrid: in an upcoming release, it will be required to pass the indexing argument.')
    tensors = tensors[0] if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)) else tensors
    shape = [x.array.size for x in tensors]
    out = [expand(reshape(x, [-1 if k == j else 1 for j in range(len(shape))]), shape) for k, x in enumerate(tensors)]
    return tuple(transpose(x, 0, 1) if indexing == 'xy' and len(shape) > 1 else x for x in out)


def broadcast_tensors(*tensors):
    """Views of the tensors in the shape that they broadcast to."""
    shape = np.broadcast_shapes(*(x.array.shape for x in tensors))
    return tuple(expand(x, *shape) for x in tensors)


def atleast_1d(input):
    """With one axis at least."""
    return input if input.array.ndim else reshape(input, 1)


def atleast_2d(input):
    """With two axes at least."""
    return input if input.array.ndim > 1 else unsqueeze(atleast_1d(input), 0)


def numel(input):
    """The number of elements."""
    return input.array.size


def diff(input, n=1, dim=-1):
    """Differences of neighbours along `dim`, n times."""
    for _ in range(n):
        m = input.array.shape[dim]
        input = narrow(input, dim, 1, m - 1) - narrow(input, dim, 0, m - 1)
    return input
