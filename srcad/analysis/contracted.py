"""What sums of products, interpolations and functions of np.linalg return."""

import numpy as np

from srcad.analysis.rearranged import integers
from srcad.analysis.results import (
    as_float,
    axes_of,
    common,
    dtype_of,
    elementwise_result,
    known_value,
    make,
    reduced,
    result,
)
from srcad.analysis.types import NONE, Anything, Array, Known, ListOf, Number, TupleOf, broadcast_dim, dims_of
from srcad import factors
from srcad.standins import matrices
from srcad.contractions import explicit


def floats(*types):
    return as_float(common(*types))


@result(np.median, np.quantile, np.percentile, np.nanmean, np.ptp, np.nansum, np.nanmax, np.nanmin)
def statistic(a, fresh):
    x, q = a['x'], a.get('q')
    listed = isinstance(q, ListOf) and isinstance(q.item, Number)
    more = q.dims if isinstance(q, Array) else (q.length,) if listed else ()
    if not isinstance(x, Array) or q is not None and not isinstance(q, Number) and (not more or None in more):
        return Anything()
    found = reduced(x, a.get('axis'), a.get('keepdims'), as_float(x.dtype), fresh)
    dims = dims_of(found)
    return found if not more or dims is None else make([*more, *dims], as_float(x.dtype))


@result(np.average)
def average(a, fresh):
    x = a['x']
    types = [x] if a.get('weights') in (None, NONE) else [x, a['weights']]
    if not all(isinstance(t, Array) for t in types):
        return Anything()
    return reduced(x, a.get('axis'), a.get('keepdims'), floats(*types), fresh)


@result(np.einsum)
def einsum(a, fresh):
    items = [a[k] for k in ('x', 'y', 'w', 'v') if a.get(k) is not None]
    equation = a['equation'].value if isinstance(a['equation'], Known) else None
    if not isinstance(equation, str) or not all(isinstance(i, Array) for i in items):
        return Anything()
    inputs, output = explicit(equation, [len(i.dims) for i in items])
    sizes = {}
    for labels, item in zip(inputs, items):
        if len(labels) != len(item.dims):
            return Anything()
        for c, d in zip(labels, item.dims):
            if sizes.setdefault(c, d) == 1:
                sizes[c] = d
            elif c not in equation:  # of `...`, which broadcasts
                both = broadcast_dim(sizes[c], d)
                sizes[c] = fresh(c) if both is None else both
    return make([sizes[c] for c in output], common(*items))


@result(np.tensordot)
def tensordot(a, fresh):
    x, y, axes = a['x'], a['y'], a.get('axes')
    if not isinstance(x, Array) or not isinstance(y, Array):
        return Anything()
    count = 2 if axes is None else known_value(axes)
    if type(count) is int:
        dims = [*x.dims[: len(x.dims) - count], *y.dims[count:]]
    elif isinstance(axes, TupleOf) and len(axes.items) == 2:
        mine, theirs = map(integers, axes.items)
        if ... in (mine, theirs):
            return Anything()
        dims = [d for k, d in enumerate(x.dims) if k not in axes_of(mine, len(x.dims))]
        dims += [d for k, d in enumerate(y.dims) if k not in axes_of(theirs, len(y.dims))]
    else:
        return Anything()
    return Array(dims=tuple(dims), dtype=common(x, y))


@result(np.kron)
def kron(a, fresh):
    x, y = a['x'], a['y']
    if not isinstance(x, Array) or not isinstance(y, Array):
        return Anything()
    rank = max(len(x.dims), len(y.dims))
    return Array(dims=tuple(map(fresh, range(rank))), dtype=common(x, y))


@result(np.cross)
def cross(a, fresh):
    both = [a['x'], a['y']]
    axes = {k: known_value(a[k]) for k in ('axisa', 'axisb', 'axisc', 'axis') if a.get(k) is not None}
    kept = set(axes.values()) <= {-1, None} or axes.keys() == {'axis'} and both[0] == both[1]
    return elementwise_result(both, fresh) if kept and all(isinstance(t, Array) for t in both) else Anything()


@result(np.convolve, np.correlate)
def convolved(a, fresh):
    x, y = a['x'], a['y']
    return Array(dims=(fresh(0),), dtype=common(x, y)) if isinstance(x, Array) and isinstance(y, Array) else Anything()


@result(getattr(np, 'trapezoid', None), getattr(np, 'trapz', None))
def trapezoid(a, fresh):
    y, axis = a['y'], -1 if a.get('axis') is None else known_value(a['axis'])
    steps = [dims_of(a[k]) for k in ('x', 'dx') if a.get(k) is not None and a[k] != NONE]
    if not isinstance(y, Array) or type(axis) is not int or not all(d is not None and len(d) < 2 or d == y.dims for d in steps):
        return Anything()
    gone = axis % len(y.dims)
    return make([d for k, d in enumerate(y.dims) if k != gone], as_float(y.dtype))


@result(np.interp)
def interpolated(a, fresh):
    x = a['x']
    return make(dims_of(x), 'float64') if dims_of(x) is not None else Anything()


@result(np.polyval)
def polyval(a, fresh):
    x, p = a['x'], a['p']
    known = dims_of(x) is not None and isinstance(p, Array) and len(p.dims) == 1
    return make(dims_of(x), floats(x, p)) if known else Anything()


# np.linalg

@result(np.linalg.norm)
def norm(a, fresh):
    x = a['x']
    return reduced(x, a.get('axis'), a.get('keepdims'), as_float(dtype_of(x)), fresh) if dims_of(x) is not None else Anything()


@result(np.trace)
def trace(a, fresh):
    x, axes = a['x'], [known_value(a[k]) if a.get(k) is not None else n for n, k in enumerate(('axis1', 'axis2'))]
    if not isinstance(x, Array) or ... in axes:
        return Anything()
    gone = axes_of(tuple(axes), len(x.dims))
    return make([d for k, d in enumerate(x.dims) if k not in gone], as_float(x.dtype))


@result(np.linalg.matrix_power)
def power(a, fresh):
    return a['x'] if isinstance(a['x'], Array) else Anything()


@result(np.linalg.inv, np.linalg.cholesky, matrices.eigenvectors)
def of_the_same_shape(a, fresh):
    x = a['x']
    return Array(dims=x.dims, dtype=as_float(x.dtype)) if isinstance(x, Array) else Anything()


@result(np.linalg.pinv)
def pseudoinverse(a, fresh):
    x = a['x']
    if not isinstance(x, Array):
        return Anything()
    return Array(dims=(*x.dims[:-2], x.dims[-1], x.dims[-2]), dtype=as_float(x.dtype))


@result(np.linalg.det, matrices.log_of_det, matrices.sign_of_det)
def determinant(a, fresh):
    x = a['x']
    return make(x.dims[:-2], as_float(x.dtype)) if isinstance(x, Array) else Anything()


@result(np.linalg.eigvalsh)
def eigenvalues(a, fresh):
    x = a['x']
    return Array(dims=x.dims[:-1], dtype=as_float(x.dtype)) if isinstance(x, Array) else Anything()


@result(matrices.least_squares)
def fitted(a, fresh):
    x, y = a['x'], a['y']
    if not isinstance(x, Array) or not isinstance(y, Array):
        return Anything()
    return Array(dims=(x.dims[1], *y.dims[1:]), dtype=floats(x, y))


@result(np.linalg.solve)
def solution(a, fresh):
    x, y = a['x'], a['y']
    if not isinstance(x, Array) or not isinstance(y, Array) or len(x.dims) != 2:
        return Anything()
    return Array(dims=y.dims if len(y.dims) < 3 else tuple(map(fresh, range(len(y.dims)))), dtype=floats(x, y))


@result(factors.singular_values, getattr(np.linalg, 'svdvals', None))
def singular_values(a, fresh):
    x = a['x']
    return Array(dims=(*x.dims[:-2], fresh(0)), dtype=as_float(x.dtype)) if isinstance(x, Array) else Anything()


@result(factors.left, factors.right, factors.orthogonal, factors.triangular)
def factor(a, fresh):
    x = a['x']
    if not isinstance(x, Array):
        return Anything()
    return Array(dims=(*x.dims[:-2], fresh(0), fresh(1)), dtype=as_float(x.dtype))
