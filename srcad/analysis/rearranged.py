"""What functions return that only arrange the elements of an array anew."""

import numpy as np

from srcad.analysis.results import dtype_of, known_value, make, result
from srcad.analysis.types import Anything, Array, Dim, Number, dims_of


def integers(t, default=...):
    """The axes that an argument names, as a tuple; `...` if they are not known."""
    value = known_value(t) if t is not None else default
    return (value,) if type(value) is int else value if isinstance(value, tuple) else ...


def is_one(d):
    """Whether a size is 1; None if it is not known."""
    return False if isinstance(d, Dim) and d.many or isinstance(d, int) and d != 1 else True if d == 1 else None


@result(np.squeeze)
def squeezed(a, fresh):
    x, axes = a['x'], integers(a.get('axis'), None)
    if not isinstance(x, Array):
        return x if isinstance(x, Number) else Anything()
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
    if not isinstance(x, Array) or ... in (source, destination) or len(source) != len(destination):
        return Anything()
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


@result(np.rot90)
def turned(a, fresh):
    x, k = a['x'], known_value(a['k']) if a.get('k') is not None else 1
    axes = integers(a.get('axes'), (0, 1))
    if not isinstance(x, Array) or type(k) is not int or axes is ...:
        return Anything()
    dims = list(x.dims)
    if k % 2:
        i, j = axes
        dims[i], dims[j] = dims[j], dims[i]
    return Array(dims=tuple(dims), dtype=x.dtype)


@result(np.flipud, np.fliplr)
def flipped(a, fresh):
    return a['x'] if isinstance(a['x'], Array) else Anything()
