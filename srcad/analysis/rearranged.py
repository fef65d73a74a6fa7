"""What functions return that only arrange the elements of an array anew."""

import math
from dataclasses import replace

import numpy as np

from srcad import elements
from srcad.analysis.created import shaped
from srcad.analysis.results import (as_array, common, dtype_of, elementwise_result, is_axis, known_value, make, of_rank,
                                    result)
from srcad.analysis.types import Anything, Array, Dim, ListOf, Number, TupleOf, broadcast, dims_of


def integers(t, default=...):
    """The axes that an argument names, as a tuple; `...` if they are not known."""
    value = known_value(t) if t is not None else default
    return (value,) if type(value) is int else value if isinstance(value, tuple) else ...


def is_one(d):
    """Whether a size is 1; None if it is not known."""
    return False if isinstance(d, Dim) and d.many or isinstance(d, int) and d != 1 else True if d == 1 else None


@result(elements.read_first)
def read_first(a, fresh):
    return a['x']


@result(np.transpose)
def transpose(a, fresh):
    x, axes = a['x'], known_value(a.get('axes'))
    if not isinstance(x, Array) or axes is ...:
        return without_axes(x) if isinstance(x, Number) else Anything()
    if axes is None:
        return replace(x, dims=x.dims[::-1])
    return replace(x, dims=tuple(x.dims[k] for k in (axes if isinstance(axes, tuple) else (axes,))))


def without_axes(t):
    """What NumPy's functions make of a Python number: an array; a number of NumPy's stays one."""
    return t if t.dtype else Array(dims=(), dtype=dtype_of(t))


@result(np.swapaxes)
def swapaxes(a, fresh):
    x, i, j = a['x'], known_value(a['axis1']), known_value(a['axis2'])
    if not isinstance(x, Array) or not x.dims:
        return Anything()
    if i is ... or j is ...:
        return of_rank(len(x.dims), x.dtype, fresh)
    dims = list(x.dims)
    dims[i], dims[j] = dims[j], dims[i]
    return replace(x, dims=tuple(dims))


@result(getattr(np, 'matrix_transpose', None))
def matrix_transpose(a, fresh):
    x = a['x']
    return replace(x, dims=(*x.dims[:-2], x.dims[-1], x.dims[-2])) if isinstance(x, Array) else Anything()


@result(np.reshape)
def reshape(a, fresh):
    shape, x = a['shape'], a['x']
    if isinstance(shape, list):
        shape = shape[0] if len(shape) == 1 else TupleOf(items=tuple(shape))
    shape = TupleOf(items=(shape,)) if isinstance(shape, Number) else shape
    if isinstance(x, Number) and shape == TupleOf():  # NumPy's number is one again, of Python's an array is made
        return make((), x.dtype) if x.dtype else Anything()
    if not isinstance(shape, TupleOf) or not all(isinstance(i, Number) for i in shape.items) or dims_of(x) is None:
        return Anything()
    if -1 in [known_value(i) for i in shape.items]:
        sizes = [i.size if known_value(i) != -1 else None for i in shape.items]
        known = dims_of(x)
        given = [s for i, s in zip(shape.items, sizes) if known_value(i) != -1]
        if all(isinstance(d, int) for d in known) and all(isinstance(s, int) for s in given):
            rest = math.prod(s for s in sizes if s is not None)
            sizes = [s if s is not None else math.prod(known) // max(rest, 1) for s in sizes]
        elif len(sizes) == 1 and len(known) == 1:
            sizes = [known[0]]
        return Array(dims=tuple(fresh(k) if s is None else s for k, s in enumerate(sizes)), dtype=dtype_of(x))
    return shaped(shape, fresh, dtype_of(x))


@result(np.ravel)
def ravel(a, fresh):
    x = a['x']
    if dims_of(x) is None:
        return Anything()
    dims = dims_of(x)
    known = all(isinstance(d, int) for d in dims)
    return Array(dims=(math.prod(dims) if known else dims[0] if len(dims) == 1 else fresh(0),), dtype=dtype_of(x))


@result(np.atleast_1d)
def atleast_1d(a, fresh):
    return (
        a['x'] if dims_of(a['x']) else Array(dims=(1,), dtype=dtype_of(a['x'])) if dims_of(a['x']) == () else Anything()
    )


@result(np.expand_dims)
def expand_dims(a, fresh):
    x, axis = a['x'], known_value(a['axis'])
    axes = axis if isinstance(axis, tuple) else (axis,)
    if dims_of(x) is not None and axis is ... and is_axis(a['axis']):
        return of_rank(len(dims_of(x)) + 1, dtype_of(x), fresh)
    if dims_of(x) is None or not all(isinstance(k, int) for k in axes):
        return Anything()
    dims = list(dims_of(x))
    for k in sorted(k % (len(dims_of(x)) + len(axes)) for k in axes):
        dims.insert(k, 1)
    return Array(dims=tuple(dims), dtype=dtype_of(x))


@result(np.fft.fftshift, np.fft.ifftshift, np.roll)
def same(a, fresh):
    x = a['x']
    return Array(dims=(), dtype=dtype_of(x)) if isinstance(x, Number) else x


@result(np.flip, np.nan_to_num, np.conj)
def of_the_same_axes(a, fresh):
    x = a['x']
    return make(x.dims, x.dtype) if isinstance(x, Array) else x


@result(np.real, np.imag)
def parts(a, fresh):
    x = a['x']
    return x if isinstance(x, Array) else elementwise_result([x], fresh)


@result(np.triu, np.tril)
def triangle(a, fresh):
    x = a['x']  # a vector is the row of a square matrix, again and again
    return replace(x, dims=x.dims * 2) if isinstance(x, Array) and len(x.dims) == 1 else x


@result(np.sort)
def in_order(a, fresh):
    x, axis = a['x'], a.get('axis')
    return x if isinstance(x, Array) and (axis is None or is_axis(axis)) else Anything()


@result(np.take_along_axis)
def taken_along(a, fresh):
    x, k = a['x'], a['indices']
    same = isinstance(x, Array) and isinstance(k, Array) and len(x.dims) == len(k.dims)
    axis = known_value(a.get('axis')) if a.get('axis') is not None else -1
    if same and axis is ... and is_axis(a['axis']):
        return of_rank(len(x.dims), x.dtype, fresh)
    if not same or not isinstance(axis, int):
        return Anything()
    sizes = list(x.dims)
    sizes[axis] = 1
    dims = list(broadcast(sizes, k.dims, fresh))
    dims[axis] = k.dims[axis]
    return replace(x, dims=tuple(dims))


@result(np.take)
def taken(a, fresh):
    x, k, axis = a['x'], as_array(a['indices'], lambda k: fresh(('places', k))), known_value(a.get('axis'))
    if not isinstance(x, Array) or dims_of(k) is None or axis is ... and not is_axis(a['axis']):
        return Anything()
    if axis is ...:
        return of_rank(len(x.dims) - 1 + len(dims_of(k)), x.dtype, fresh)
    if axis is None:
        return make(dims_of(k), x.dtype)
    axis = axis % len(x.dims)
    return make((*x.dims[:axis], *dims_of(k), *x.dims[axis + 1 :]), x.dtype)


@result(np.diag)
def diag(a, fresh):
    x, main = a['x'], a.get('k') is None or known_value(a['k']) == 0
    if not isinstance(x, Array):
        return Anything()
    if len(x.dims) == 1:
        return replace(x, dims=(x.dims[0], x.dims[0]) if main else (fresh(0), fresh(0)))
    return replace(x, dims=(x.dims[0] if main and x.dims[0] == x.dims[1] else fresh(0),))


@result(np.stack)
def stack(a, fresh):
    items, axis = a['items'], known_value(a.get('axis')) or 0
    t = as_array(items, fresh)
    if not isinstance(t, Array):
        return Anything()
    if axis is ...:
        return of_rank(len(t.dims), t.dtype, fresh) if is_axis(a['axis']) else Anything()
    dims = list(t.dims)
    first = dims.pop(0)
    dims.insert(axis % len(t.dims), len(items.items) if isinstance(items, TupleOf) else first)
    return replace(t, dims=tuple(dims))


@result(np.squeeze)
def squeezed(a, fresh):
    x, axes = a['x'], integers(a.get('axis'), None)
    if not isinstance(x, Array):
        return without_axes(x) if isinstance(x, Number) else Anything()
    if known_value(a.get('axis')) is None:
        gone = [is_one(d) for d in x.dims]
    elif axes is not ...:
        gone = [k in {i % len(x.dims) for i in axes} for k in range(len(x.dims))]
    else:
        return Anything()
    if None in gone:
        return Anything(array=False in gone)
    return Array(dims=tuple(d for d, g in zip(x.dims, gone) if not g), dtype=x.dtype)


@result(np.moveaxis)
def moved(a, fresh):
    x, source, destination = a['x'], integers(a['source']), integers(a['destination'])
    if not isinstance(x, Array):
        return Anything()
    if ... in (source, destination) or len(source) != len(destination):
        return of_rank(len(x.dims), x.dtype, fresh)
    rank = len(x.dims)
    source, destination = [k % rank for k in source], [k % rank for k in destination]
    order = [k for k in range(rank) if k not in source]
    for to, k in sorted(zip(destination, source)):
        order.insert(to, k)
    return Array(dims=tuple(x.dims[k] for k in order), dtype=x.dtype)


@result(np.rollaxis)
def rolled_axis(a, fresh):
    x, axis, start = a['x'], known_value(a['axis']), known_value(a['start']) if a.get('start') is not None else 0
    if not isinstance(x, Array) or type(axis) is not int or type(start) is not int:
        return Anything()
    rest = list(x.dims)
    size = rest.pop(axis % len(x.dims))
    start = start + len(x.dims) if start < 0 else start
    rest.insert(start - 1 if axis % len(x.dims) < start else start, size)
    return Array(dims=tuple(rest), dtype=x.dtype)


@result(np.atleast_2d)
def at_least_two(a, fresh):
    dims = dims_of(a['x'])
    return Anything() if dims is None else Array(dims=(1,) * (2 - len(dims)) + dims, dtype=dtype_of(a['x']))


@result(np.atleast_3d)
def at_least_three(a, fresh):
    dims = dims_of(a['x'])
    if dims is None:
        return Anything()
    whole = {0: (1, 1, 1), 1: (1, *dims, 1), 2: (*dims, 1)}.get(len(dims), dims)
    return Array(dims=whole, dtype=dtype_of(a['x']))


@result(np.diagonal)
def diagonal(a, fresh):
    x, axes = a['x'], [known_value(a[k]) if a.get(k) is not None else n for n, k in enumerate(('axis1', 'axis2'))]
    if not isinstance(x, Array) or not all(type(k) is int for k in axes):
        return Anything()
    i, j = (k % len(x.dims) for k in axes)
    main = a.get('offset') is None or known_value(a['offset']) == 0
    size = x.dims[i] if main and x.dims[i] == x.dims[j] else fresh(0)
    return make((*(d for k, d in enumerate(x.dims) if k not in (i, j)), size), x.dtype)


@result(np.lib.stride_tricks.sliding_window_view)
def windows(a, fresh):
    x, window, axis = a['x'], a['window_shape'], a.get('axis')
    axis = None if axis is None else known_value(axis)
    if not isinstance(x, Array) or not isinstance(window, (Number, TupleOf)) or axis is ...:
        return Anything()
    count = 1 if isinstance(window, Number) else len(window.items)
    moved = tuple(range(len(x.dims))) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    dims = list(x.dims)
    for k in moved:
        dims[k] = fresh(k)
    return Array(dims=(*dims, *(fresh(('window', k)) for k in range(count))), dtype=x.dtype)


@result(np.rot90)
def turned(a, fresh):
    x, k = a['x'], known_value(a['k']) if a.get('k') is not None else 1
    axes = integers(a.get('axes'), (0, 1))
    if not isinstance(x, Array) or type(k) is not int or axes is ...:
        return Anything()
    dims = list(x.dims)
    if not all(-len(dims) <= i < len(dims) for i in axes):
        return Anything()
    if k % 2:
        i, j = axes
        dims[i], dims[j] = dims[j], dims[i]
    return Array(dims=tuple(dims), dtype=x.dtype)


@result(np.flipud, np.fliplr)
def flipped(a, fresh):
    return a['x'] if isinstance(a['x'], Array) else Anything()


@result(np.repeat)
def repeated(a, fresh):
    x, n, axis = a['x'], known_value(a['repeats']), known_value(a.get('axis'))
    if isinstance(x, Number) and axis is None:
        return Array(dims=(fresh(0),), dtype=dtype_of(x))
    if not isinstance(x, Array) or axis is ...:
        return Anything()
    if axis is None:
        return Array(dims=(fresh(0),), dtype=x.dtype)
    dims = list(x.dims)
    dims[axis] = dims[axis] * n if type(n) is int and isinstance(dims[axis], int) else fresh(axis)
    return Array(dims=tuple(dims), dtype=x.dtype)


@result(np.tile)
def tiled(a, fresh):
    x, reps = a['x'], integers(a['reps'])
    x = Array(dims=(1,), dtype=dtype_of(x)) if isinstance(x, Number) else x
    if not isinstance(x, Array) or reps is ... and not isinstance(a['reps'], Number):
        return Anything()
    reps = (None,) if reps is ... else reps
    rank = max(len(reps), len(x.dims))
    reps, dims = (1,) * (rank - len(reps)) + reps, (1,) * (rank - len(x.dims)) + x.dims
    whole = [fresh(k) for k in range(rank)]
    for k, (r, d) in enumerate(zip(reps, dims)):
        whole[k] = d if r == 1 else d * r if isinstance(d, int) and r else whole[k]
    return Array(dims=tuple(whole), dtype=x.dtype)


@result(np.pad)
def padded(a, fresh):
    x = a['x']
    return Array(dims=tuple(map(fresh, range(len(x.dims)))), dtype=x.dtype) if isinstance(x, Array) else Anything()


@result(np.diff)
def differences(a, fresh):
    x, n = a['x'], 1 if a.get('n') is None else known_value(a['n'])
    axis = -1 if a.get('axis') is None else known_value(a['axis'])
    if not isinstance(x, Array) or not x.dims or axis is ... and not is_axis(a['axis']):
        return Anything()
    if axis is ...:
        return of_rank(len(x.dims), x.dtype, fresh)
    dims = list(x.dims)
    if type(n) is not int:
        dims[axis] = fresh(axis)
    else:
        dims[axis] = max(dims[axis] - n, 0) if isinstance(dims[axis], int) else dims[axis].minus(n)
    return Array(dims=tuple(dims), dtype=x.dtype)


@result(np.ediff1d)
def all_differences(a, fresh):
    x = a['x']
    return Array(dims=(fresh(0),), dtype=x.dtype) if isinstance(x, Array) else Anything()


def joined(items, fresh, numbers=False):
    """The types of arrays that are joined, each once, lists and `numbers` as arrays; None if not all are known."""
    given = items.items if isinstance(items, TupleOf) else [items.item] if isinstance(items, ListOf) else rows_of(items)
    types = [as_array(t, lambda axis, k=k: fresh((k, axis))) for k, t in enumerate(given) if t is not None]
    if numbers:
        types = [Array(dims=(1,), dtype=dtype_of(t)) if isinstance(t, Number) else t for t in types]
    return types if types and all(isinstance(t, Array) for t in types) else None


def rows_of(t):
    return [make(t.dims[1:], t.dtype)] if isinstance(t, Array) and t.dims else []


def joined_along(types, axis, items, fresh):
    """The type of arrays of the same axes that are joined along one of them."""
    sizes = [t.dims[axis] for t in types]
    known = isinstance(items, TupleOf) and all(isinstance(d, int) for d in sizes)
    dims = list(types[0].dims)
    dims[axis] = sum(sizes) if known else fresh('joined')
    return Array(dims=tuple(dims), dtype=common(*types))


def ranks(types):
    return {len(t.dims) for t in types}


@result(np.concatenate)
def concatenated(a, fresh):
    types, axis = joined(a['items'], fresh), known_value(a['axis']) if a.get('axis') is not None else 0
    if types is None or len(ranks(types)) > 1 or 0 in ranks(types):
        return Anything()
    if axis is None or axis is ... and is_axis(a['axis']):
        return of_rank(1 if axis is None else len(types[0].dims), common(*types), fresh)
    return joined_along(types, axis % len(types[0].dims), a['items'], fresh) if type(axis) is int else Anything()


@result(np.vstack)
def vstacked(a, fresh):
    types = joined(a['items'], fresh)
    if types is None:
        return Anything()
    rows = [Array(dims=(1,) * (2 - len(t.dims)) + t.dims, dtype=t.dtype) for t in types]
    return joined_along(rows, 0, a['items'], fresh) if len(ranks(rows)) == 1 else Anything()


@result(np.hstack)
def hstacked(a, fresh):
    types = joined(a['items'], fresh, numbers=True)
    if types is None or len(ranks(types)) > 1 or 0 in ranks(types):
        return Anything()
    return joined_along(types, min(1, len(types[0].dims) - 1), a['items'], fresh)


@result(np.column_stack)
def side_by_side(a, fresh):
    types = joined(a['items'], fresh)
    if types is None or not ranks(types) <= {1, 2}:
        return Anything()
    columns = [t if len(t.dims) == 2 else Array(dims=(*t.dims, 1), dtype=t.dtype) for t in types]
    return joined_along(columns, 1, a['items'], fresh)
