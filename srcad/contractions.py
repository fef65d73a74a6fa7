"""Adjoints of sums of products: part of srcad.runtime."""

import numpy as np

from srcad import elements
from srcad.broadcasting import unbroadcast
from srcad.errors import Unfollowed


def explicit(equation, ranks):
    """The labels of each operand and of the result of np.einsum; capital letters from the end for the axes of `...`.

    >>> explicit('ij,jk', [2, 2]), explicit('...i,i', [2, 1])
    ((['ij', 'jk'], 'ik'), (['Zi', 'i'], 'Z'))
    """
    left, arrow, output = equation.replace(' ', '').partition('->')
    inputs, wide = left.split(','), 0
    free = [c for c in 'ZYXWVUTSRQPONMLKJIHGFEDCBA' if c not in equation]
    for k, labels in enumerate(inputs):
        if '...' in labels:
            n = ranks[k] - len(labels) + 3
            wide, inputs[k] = max(wide, n), labels.replace('...', ''.join(free[:n][::-1]))
    dots = ''.join(free[:wide][::-1])
    if not arrow:
        letters = [c for c in ''.join(inputs) if c not in dots]
        output = dots + ''.join(sorted(c for c in set(letters) if letters.count(c) == 1))
    return inputs, output.replace('...', dots)


def einsum_part(bz, k, equation, items):
    """What the k-th array receives from np.einsum(equation, *items).

    >>> einsum_part(np.array([1.0, 2.0]), 0, 'ii->i', [np.zeros((2, 2))])
    array([[1., 0.],
           [0., 2.]])
    """
    inputs, output = explicit(equation, [np.ndim(item) for item in items])
    mine, x = inputs[k], items[k]
    sizes = {}
    for labels, item in zip(inputs, items):
        for c, n in zip(labels, np.shape(item)):
            sizes[c] = max(n, sizes.get(c, 1)) if n else 0
    once = ''.join(dict.fromkeys(mine))
    whole = np.broadcast_to(0.0, [sizes[c] for c in once])
    equation = ','.join([*inputs[:k], once, *inputs[k + 1 :]]) + '->' + output
    bz = np.broadcast_to(bz, [sizes[c] for c in output])
    b = elements.einsum_dx(bz, k, equation, [*items[:k], whole, *items[k + 1 :]], elements.einsum)
    if len(once) == len(mine):
        b = unbroadcast(b, x)
        laid_out = isinstance(b, np.ndarray) and not b.flags.writeable  # along axes that are summed
        return b.copy() if laid_out else b
    bx = np.zeros([sizes[c] for c in mine], np.result_type(b))
    np.einsum(f'{mine}->{once}', bx)[...] = b  # a view of the diagonal
    return unbroadcast(bx, x)


def einsum_dx(bz, equation, x, y=None, w=None, v=None):
    """What the first array receives from np.einsum.

    >>> einsum_dx(2.0, 'i,i', np.zeros(2), np.array([3.0, 4.0]))
    array([6., 8.])
    """
    return einsum_part(bz, 0, equation, [item for item in (x, y, w, v) if item is not None])


def einsum_dy(bz, equation, x, y, w=None, v=None):
    """What the second array receives from np.einsum."""
    return einsum_part(bz, 1, equation, [item for item in (x, y, w, v) if item is not None])


def einsum_dw(bz, equation, x, y, w, v=None):
    """What the third array receives from np.einsum."""
    return einsum_part(bz, 2, equation, [item for item in (x, y, w, v) if item is not None])


def einsum_dv(bz, equation, x, y, w, v):
    """What the fourth array receives from np.einsum."""
    return einsum_part(bz, 3, equation, [x, y, w, v])


def paired(axes, x, y):
    """The axes of x and of y that np.tensordot sums over, none negative."""
    if np.ndim(axes) == 0:
        mine, theirs = range(np.ndim(x) - axes, np.ndim(x)), range(axes)
    else:
        mine, theirs = ([a] if np.ndim(a) == 0 else a for a in axes)
    return [a % np.ndim(x) for a in mine], [a % np.ndim(y) for a in theirs]


def tensordot_dx(bz, x, y, axes):
    """What `x` receives from z = np.tensordot(x, y, axes).

    >>> tensordot_dx(np.ones((2, 1)), np.zeros((2, 2)), np.array([[3.0], [4.0]]), 1)
    array([[3., 4.],
           [3., 4.]])
    """
    mine, theirs = paired(axes, x, y)
    rest = [k for k in range(np.ndim(y)) if k not in theirs]
    kept = [k for k in range(np.ndim(x)) if k not in mine]
    b = np.tensordot(bz, y, (list(range(len(kept), np.ndim(bz))), rest))
    # The axes that are left of x, then those of y in their order
    order = [*kept, *(mine[theirs.index(k)] for k in sorted(theirs))]
    return np.transpose(b, np.argsort(order))


def tensordot_dy(bz, x, y, axes):
    """What `y` receives from z = np.tensordot(x, y, axes).

    >>> tensordot_dy(np.ones((1, 2)), np.array([[3.0, 4.0]]), np.zeros((2, 2)), 1)
    array([[3., 3.],
           [4., 4.]])
    """
    mine, theirs = paired(axes, x, y)
    kept = np.ndim(x) - len(mine)
    turned = np.transpose(bz, [*range(kept, np.ndim(bz)), *range(kept)])
    return tensordot_dx(turned, y, x, (theirs, mine))


def kron_dx(bz, x, y):
    """What `x` receives from z = np.kron(x, y).

    >>> kron_dx(np.ones(4), np.zeros(2), np.array([3.0, 4.0]))
    array([7., 7.])
    """
    rank, (one, other) = max(np.ndim(x), np.ndim(y)), in_blocks(bz, x, y)
    return np.reshape(np.sum(one * other, axis=tuple(range(1, 2 * rank, 2))), np.shape(x))


def kron_dy(bz, x, y):
    """What `y` receives from z = np.kron(x, y).

    >>> kron_dy(np.ones(4), np.array([3.0, 4.0]), np.zeros(2))
    array([7., 7.])
    """
    rank, shape = max(np.ndim(x), np.ndim(y)), np.shape(y)
    wide = lambda a: (1,) * (rank - np.ndim(a)) + np.shape(a)
    parts = np.reshape(bz, [n for pair in zip(wide(x), wide(y)) for n in pair])
    spread_x = np.reshape(x, [n for size in wide(x) for n in (size, 1)])
    return np.reshape(np.sum(parts * spread_x, axis=tuple(range(0, 2 * rank, 2))), shape)


def in_blocks(bz, x, y):
    """The adjoint of a Kronecker product with two axes for each, and y with axes of one between its own."""
    rank = max(np.ndim(x), np.ndim(y))
    wide = lambda a: (1,) * (rank - np.ndim(a)) + np.shape(a)
    parts = np.reshape(bz, [n for pair in zip(wide(x), wide(y)) for n in pair])
    return parts, np.reshape(y, [n for size in wide(y) for n in (1, size)])


def whole_convolution(bz, n, m, mode):
    """The adjoint of the whole of a convolution of n and m numbers, of which `mode` has kept a part."""
    short, long = sorted((n, m))
    parts = {'full': (0, n + m - 1), 'same': ((short - 1) // 2, long), 'valid': (short - 1, long - short + 1)}
    start, size = parts[mode]
    whole = np.zeros(n + m - 1, bz.dtype)
    whole[start : start + size] = bz
    return whole


def convolve_dx(bz, x, y, mode):
    """What `x` receives from z = np.convolve(x, y, mode).

    >>> convolve_dx(np.array([1.0, 0.0, 0.0]), np.zeros(2), np.array([3.0, 4.0]), 'full')
    array([3., 0.])
    """
    y, n = np.atleast_1d(y), np.size(x)
    bx = np.convolve(whole_convolution(bz, n, len(y), mode), y[::-1], 'full')[len(y) - 1 :][:n]
    return unbroadcast(bx, x)


def correlate_dx(bz, x, y, mode):
    """What `x` receives from z = np.correlate(x, y, mode).

    >>> correlate_dx(np.array([1.0]), np.zeros(2), np.array([3.0, 4.0]), 'valid')
    array([3., 4.])
    """
    if mode != 'full' and len(y) > len(x):  # then NumPy correlates the other way round, and turns the result
        return correlate_dy(bz[::-1], y, x, mode)
    return convolve_dx(bz, x, y[::-1], mode)


def correlate_dy(bz, x, y, mode):
    """What `y` receives from z = np.correlate(x, y, mode).

    >>> correlate_dy(np.array([1.0]), np.array([3.0, 4.0]), np.zeros(2), 'valid')
    array([3., 4.])
    """
    if mode != 'full' and len(y) > len(x):
        return correlate_dx(bz[::-1], y, x, mode)
    return convolve_dx(bz, y, x, mode)[::-1]


def trapezoid_dy(bz, y, x, dx, axis):
    """What `y` receives from z = np.trapezoid(y, x, dx, axis).

    >>> trapezoid_dy(1.0, np.zeros(3), None, 1.0, -1)
    array([0.5, 1. , 0.5])
    """
    if np.shape(y)[axis] == 0:
        return np.zeros_like(y)
    moved, b = np.moveaxis(y, axis, -1), np.expand_dims(bz, -1)
    half = 0.5 * b * widths(x, dx, np.ndim(y), axis) * np.ones((*np.shape(moved)[:-1], np.shape(moved)[-1] - 1))
    zero = np.zeros((*np.shape(half)[:-1], 1))
    return unbroadcast(np.moveaxis(np.concatenate((half, zero), -1) + np.concatenate((zero, half), -1), -1, axis), y)


def widths(x, dx, rank, axis):
    if x is None:
        if np.ndim(dx) > 0 and rank > 1:
            raise Unfollowed('srcad differentiates np.trapezoid of several axes with one distance dx')
        return dx
    if np.ndim(x) not in (1, rank) and axis >= 0:
        raise ValueError('srcad wants a negative axis of np.trapezoid here, for that of x is another')
    return np.diff(x) if np.ndim(x) == 1 else np.diff(np.moveaxis(x, axis, -1))


def trapezoid_dx(bz, y, x, axis):
    """What `x` receives from z = np.trapezoid(y, x, axis=axis).

    >>> trapezoid_dx(1.0, np.array([1.0, 3.0]), np.zeros(2), -1)
    array([-2.,  2.])
    """
    y, b = np.moveaxis(y, axis, -1), np.expand_dims(bz, -1)
    mean = b * (y[..., 1:] + y[..., :-1]) / 2
    zero = np.zeros((*np.shape(mean)[:-1], 1))
    whole = np.concatenate((zero, mean), -1) - np.concatenate((mean, zero), -1)
    return unbroadcast(whole if np.ndim(x) == 1 else np.moveaxis(whole, -1, axis), x)


def trapezoid_dh(bz, y, x, dx, axis):
    """What the distance dx receives from z = np.trapezoid(y, dx=dx, axis=axis).

    >>> trapezoid_dh(1.0, np.array([1.0, 3.0]), None, 0.5, -1)
    2.0
    """
    if x is not None:
        return np.zeros_like(dx)
    y, b = np.moveaxis(y, axis, -1), np.expand_dims(bz, -1)
    return unbroadcast(b * (y[..., 1:] + y[..., :-1]) / 2, dx)


def intervals(x, xp):
    """For each x its interval of xp, the right one at a knot; how far in it, from 0 to 1; and its width."""
    xp = np.asarray(xp, float)
    if np.any(xp[1:] < xp[:-1]):
        raise Unfollowed('srcad differentiates np.interp at points that increase: sort them')
    k = np.clip(np.searchsorted(xp, x, side='right') - 1, 0, max(len(xp) - 2, 0))
    width = xp[k + 1] - xp[k] if len(xp) > 1 else 1.0
    return k, np.clip((x - xp[k]) / width, 0.0, 1.0), width


def interp_dx(bz, x, xp, fp):
    """What `x` receives from z = np.interp(x, xp, fp).

    >>> interp_dx(1.0, 0.5, np.array([0.0, 1.0]), np.array([3.0, 5.0]))
    2.0
    """
    fp, (k, _, width) = np.asarray(fp, float), intervals(x, xp)
    slope = (fp[k + 1] - fp[k]) / width if len(xp) > 1 else np.zeros(np.shape(x))
    b = np.where((x < xp[0]) | (x > xp[-1]), 0.0, bz * slope)
    return b if np.ndim(x) else float(b)


def interp_dxp(bz, x, xp, fp):
    """What `xp` receives from z = np.interp(x, xp, fp).

    >>> interp_dxp(1.0, 0.5, np.array([0.0, 1.0]), np.array([3.0, 5.0]))
    array([-1., -1.])
    """
    k, t, _ = intervals(x, xp)
    b, bxp = interp_dx(bz, np.asarray(x), xp, fp), np.zeros(np.shape(xp))
    np.add.at(bxp, k, -b * (1 - t))
    np.add.at(bxp, np.minimum(k + 1, len(xp) - 1), -b * t)
    return bxp


def interp_dfp(bz, x, xp, fp):
    """What `fp` receives from z = np.interp(x, xp, fp).

    >>> interp_dfp(1.0, 0.25, np.array([0.0, 1.0]), np.array([3.0, 5.0]))
    array([0.75, 0.25])
    """
    k, t, _ = intervals(x, xp)
    bfp = np.zeros(np.shape(fp))
    np.add.at(bfp, k, bz * (1 - t))
    np.add.at(bfp, np.minimum(k + 1, len(xp) - 1), bz * t)
    return bfp


def one_axis(p):
    """The coefficients of a polynomial, which stand along one axis."""
    if np.ndim(p) != 1:
        raise Unfollowed('srcad differentiates np.polyval of coefficients along one axis')
    return p


def cross_dx(bz, x, y, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """What `x` receives from z = np.cross(x, y), for vectors of three numbers along an axis.

    >>> cross_dx(np.array([1.0, 0.0, 0.0]), np.zeros(3), np.array([0.0, 2.0, 0.0]))
    array([ 0.,  0., -2.])
    """
    mine, theirs, to = (axisa, axisb, axisc) if axis is None else (axis, axis, axis)
    x, y = np.moveaxis(x, mine, -1), np.moveaxis(y, theirs, -1)
    if x.shape[-1] != 3 or y.shape[-1] != 3:
        raise Unfollowed('srcad differentiates np.cross of vectors of three numbers')
    return np.moveaxis(unbroadcast(np.cross(y, np.moveaxis(bz, to, -1)), x), -1, mine)


def polyval_dp(bz, p, x):
    """What the coefficients receive from z = np.polyval(p, x).

    >>> polyval_dp(1.0, np.zeros(3), 2.0)
    array([4., 2., 1.])
    """
    one_axis(p)
    return np.array([np.sum(bz * x**k) for k in range(len(p) - 1, -1, -1)])


def average_dx(bz, x, axis, weights, keepdims):
    """What `x` receives from z = np.average(x, axis, weights)."""
    return along(bz, x, axis, keepdims) * shares(x, axis, weights)


def average_dw(bz, x, z, axis, weights, keepdims):
    """What `weights` receive from z = np.average(x, axis, weights).

    >>> average_dw(1.0, np.array([1.0, 3.0]), 2.0, None, np.ones(2), False)
    array([-0.5,  0.5])
    """
    w, axes = weights_like(x, axis, weights), None if axis is None else axis
    b = along(bz, x, axis, keepdims) * (x - along(z, x, axis, keepdims)) / np.sum(w, axis=axes, keepdims=True)
    if np.shape(weights) == np.shape(x):
        return b
    own = np.atleast_1d(axis) % np.ndim(x)
    rest = np.sum(b, axis=tuple(k for k in range(np.ndim(x)) if k not in own))
    return np.transpose(rest, np.argsort(np.argsort(own)))


def along(b, x, axis, keepdims):
    return b if axis is None or keepdims else np.expand_dims(b, axis)


def weights_like(x, axis, weights):
    """The weights with the axes of `x`."""
    weights = np.asarray(weights)
    if np.shape(weights) == np.shape(x):
        return weights
    own = np.atleast_1d(axis) % np.ndim(x)
    shape = [n if k in own else 1 for k, n in enumerate(np.shape(x))]
    return np.broadcast_to(np.reshape(np.transpose(weights, np.argsort(own)), shape), np.shape(x))


def shares(x, axis, weights):
    """The share that each element has in the average."""
    w = np.ones(np.shape(x)) if weights is None else weights_like(x, axis, weights)
    return w / np.sum(w, axis=axis, keepdims=True)
