"""Reading, writing and choosing elements, as functions: what tensors do by index and by view.

A function here is right for arrays; where it must be for tensors too, it is
written in NumPy functions, or is a row of the table itself.
"""

import numpy as np

from srcad.errors import Unfollowed


def item(x, index):
    """`x[index]`, under a name.

    >>> item(np.arange(3.0), 1)
    np.float64(1.0)
    """
    return x[index]


def placed(bz, x, index):
    """What `x` receives from z = x[index]: `bz` there, and added up where one place was read twice.

    >>> placed(np.ones(2), np.zeros(3), np.array([1, 1]))
    array([0., 2., 0.])
    """
    bx = np.zeros(np.shape(x), bz.dtype)
    if is_basic(index):
        bx[index] = bz
    else:
        np.add.at(bx, index, bz)
    return bx


def read_first(x, place):
    """A copy of `x`, with which `place` is then written.

    NumPy goes through parts of one axis that overlap, without a copy: it may read there what it has just written.

    >>> x = np.arange(4.0); read_first(x[:2], x[2:])
    array([0., 1.])
    >>> read_first(x[:2], x[::2])
    Traceback (most recent call last):
    srcad.errors.Unfollowed: NumPy may read what it has just written, where parts of one array overlap: write a copy
    """
    if np.ndim(x) == np.ndim(place) == 1 < len(x):
        (step,), (other,) = x.strides, place.strides
        if step != other and step * other > 0 and np.shares_memory(x, place):
            raise Unfollowed(
                'NumPy may read what it has just written, where parts of one array overlap: write a copy'
            )
    return np.copy(x)


def is_basic(index):
    """Whether an index of NumPy takes a view: numbers, slices, `...`, None.

    >>> is_basic((0, slice(None))), is_basic(np.array([0]))
    (True, False)
    """
    parts = index if isinstance(index, tuple) else (index,)
    return all(
        part is None or part is ... or isinstance(part, (slice, int, np.integer)) and not isinstance(part, bool)
        for part in parts
    )


def replaced(x, index, y):
    """A copy of `x` in which `x[index]` is `y`.

    >>> replaced(np.zeros(3), 1, 5.0)
    array([0., 5., 0.])
    """
    z = x.copy()
    z[index] = y
    return z


def written(x, view, y):
    """A copy of `x` in which the part that `view(x)` takes, a view, is `y`.

    >>> written(np.zeros((2, 2)), np.transpose, np.array([1.0, 2.0]))
    array([[1., 1.],
           [2., 2.]])
    """
    z = x.copy()
    part = view(z)
    if not np.may_share_memory(part, z):
        raise ValueError('the elements of a copy lie in another order than those that were written')
    part[...] = y
    return z


def astype(x, dtype):
    """A copy of `x` in another dtype.

    >>> astype(np.ones(1), int)
    array([1])
    """
    return np.array(x, dtype)


def diagonal(x, offset, axis1, axis2):
    """The diagonal of two axes, as a view that may be written.

    >>> diagonal(np.eye(2), 0, 0, 1)
    array([1., 1.])
    """
    d = np.diagonal(x, offset, axis1, axis2)
    d.flags.writeable = x.flags.writeable
    return d


def diagonal_dx(bz, x, offset, axis1, axis2):
    """What `x` receives from its diagonal.

    >>> diagonal_dx(np.ones(2), np.zeros((2, 2)), 0, 0, 1)
    array([[1., 0.],
           [0., 1.]])
    """
    bx = np.zeros(np.shape(x), bz.dtype)
    diagonal(bx, offset, axis1, axis2)[...] = bz
    return bx


def trace(x):
    """The sum of the main diagonal of a matrix, as an array.

    >>> trace(np.eye(2))
    array(2.)
    """
    return np.asarray(np.trace(x))


def packed(x):
    """A copy whose elements lie in memory in their order.

    >>> packed(np.ones((2, 3)).T).strides
    (16, 8)
    """
    return np.array(x, order='C')


def running_product_dx(bz, x, z, axis, products):
    """What `x` receives from its running products; right also where some elements are zero.

    `products` computes such products, also of tensors.

    >>> x = np.array([2.0, 0.0, 3.0])
    >>> running_product_dx(np.ones(3), x, np.cumprod(x), 0, np.cumprod)
    array([1., 8., 0.])
    """
    if np.all(x != 0):
        return np.flip(np.cumsum(np.flip(bz * z, axis), axis), axis) / x
    n = np.shape(x)[axis]
    rows, b = np.expand_dims(np.moveaxis(x, axis, -1), -2), np.expand_dims(np.moveaxis(bz, axis, -1), -2)
    without = np.where(np.eye(n, dtype=bool), 1.0, rows)  # in its k-th row the k-th element is one
    ahead = np.triu(np.ones((n, n)))
    return np.moveaxis(np.sum(products(without, np.ndim(without) - 1) * ahead * b, -1), -1, axis)


def einsum(equation, items):
    """Sums of products of arrays in a list.

    >>> einsum('i,i->', [np.ones(2), np.ones(2)])
    np.float64(2.0)
    """
    return np.einsum(equation, *items)


def einsum_dx(bz, k, equation, items, sums):
    """What the k-th array receives; `sums` is `einsum`, also of tensors. No label may be twice in one array.

    >>> einsum_dx(np.array(1.0), 0, 'i,i->', [np.zeros(2), np.array([3.0, 4.0])], einsum)
    array([3., 4.])
    """
    left, output = equation.split('->')
    labels = left.split(',')
    mine, others = labels[k], labels[:k] + labels[k + 1 :]
    reached = ''.join(c for c in mine if c in output or any(c in o for o in others))
    b = sums(','.join([output, *others]) + '->' + reached, [bz, *items[:k], *items[k + 1 :]])
    # What no other array and no axis of the result has, was summed: all of its elements receive the same.
    sizes = dict(zip(reached, np.shape(b)))
    b = np.reshape(b, tuple(sizes.get(c, 1) for c in mine))
    return np.broadcast_to(b, np.shape(items[k]))


def length(x, axis, keepdims):
    """The 2-norm along axes.

    >>> length(np.array([3.0, 4.0]), None, False)
    np.float64(5.0)
    """
    return np.sqrt(np.sum(x * x, axis=axis, keepdims=keepdims))


def direction(x, z):
    """`x / z`, and 0 where the length `z` is 0.

    >>> direction(np.zeros(2), 0.0)
    array([0., 0.])
    """
    return np.where(np.equal(z, 0), 0.0, x / np.where(np.equal(z, 0), np.nan, z))


def sigmoid(x):
    """1 / (1 + exp(-x)).

    >>> sigmoid(np.zeros(1))
    array([0.5])
    """
    return 1 / (1 + np.exp(-x))


def rectified(x):
    """The elements that are positive, and zeros.

    >>> rectified(np.array([-1.0, 2.0]))
    array([0., 2.])
    """
    return np.where(x <= 0, 0, x)


def log_sum_exp(x, axis, keepdims):
    """The logarithm of the sum of exponentials, for numbers of any size.

    >>> log_sum_exp(np.array([1000.0, 1000.0]), 0, False)
    array(1000.69314718)
    """
    top = np.max(x, axis=axis, keepdims=True)
    top = np.where(np.isfinite(top), top, 0)
    out = np.log(np.sum(np.exp(x - top), axis=axis, keepdims=True)) + top
    return out if keepdims else np.squeeze(out, axis)


def softmax(x, axis):
    """Exponentials over their sum.

    >>> softmax(np.zeros(2), 0)
    array([0.5, 0.5])
    """
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)


def log_softmax(x, axis):
    """The logarithm of `softmax`.

    >>> log_softmax(np.zeros(2), 0)
    array([-0.69314718, -0.69314718])
    """
    return x - log_sum_exp(x, axis, True)
