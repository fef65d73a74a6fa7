"""Sums, means, extremes and other reductions, with PyTorch's `dim` and `keepdim`."""

import builtins
import functools
import warnings
from collections import namedtuple

import numpy as np

from srcad import elements
from srcad.tensors import dtypes
from srcad.tensors.elementwise import maximum, minimum, renamed, where
from srcad.tensors.record import operation, record
from srcad.tensors.shape import axis_of
from srcad.tensors.tensor import Tensor, cast, fresh


def axes_of(dim, ndim):
    """What NumPy calls the axes `dim`: None, a number, or a tuple of them."""
    if dim is None or isinstance(dim, (tuple, list)) and not dim:
        return None
    if isinstance(dim, (tuple, list)):
        axes = tuple(axis_of(d, ndim) for d in dim)
        for k, a in enumerate(axes):
            if a in axes[:k]:
                raise RuntimeError(f'dim {a} appears multiple times in the list of dims')
        return axes if ndim else None
    axis = axis_of(dim, ndim)
    return axis if ndim else None


def named(name, *fields):
    """A named tuple that is printed as PyTorch prints it.

    >>> named('max', 'values', 'indices')(1, 2)
    srcad.return_types.max(
    values=1,
    indices=2)
    """

    def text(self):
        return f'srcad.return_types.{name}(\n' + ',\n'.join(f'{f}={v!r}' for f, v in zip(fields, self)) + ')'

    return type(name, (namedtuple(name, fields),), {'__repr__': text, '__slots__': ()})


MAX, MIN, SORT, TOPK, MEDIAN, KTH, CUMMAX, CUMMIN = (
    named(name, 'values', 'indices')
    for name in ('max', 'min', 'sort', 'topk', 'median', 'kthvalue', 'cummax', 'cummin')
)
AMINMAX = named('aminmax', 'min', 'max')


def variant(name, axis):
    """PyTorch numbers the nodes: 0 for a reduction of everything, 1 for one along axes."""
    return f'{name}Backward{0 if axis is None else 1}'


def sum(input, dim=None, keepdim=False, *, dtype=None):
    """The sum of all elements, or along `dim`; of integers and bools an int64.

    >>> sum(fresh(np.ones((2, 3))), 1)
    tensor([3., 3.], dtype=srcad.float64)
    """
    x = input if dtype is None else cast(input, dtypes.known(dtype))
    x = x if x.array.dtype.kind == 'f' or dtype is not None else cast(x, dtypes.int64.numpy)
    axis = axes_of(dim, x.array.ndim)
    return record(operation(np.sum, total), x, axis, keepdim, name=variant('Sum', None if dim is None else 1))


def total(x, axis, keepdims):
    """`np.sum` without its preparations."""
    return np.add.reduce(x, axis=axis, keepdims=keepdims)


def nansum(input, dim=None, keepdim=False):
    """The sum of the elements that are not nan."""
    return renamed(sum(where(fresh(np.isnan(input.array)), 0.0, input), dim, keepdim), 'NansumBackward0')


def mean(input, dim=None, keepdim=False, *, dtype=None):
    """The mean of all elements, or along `dim`; RuntimeError for integers."""
    x = input if dtype is None else cast(input, dtypes.known(dtype))
    if x.array.dtype.kind != 'f':
        raise RuntimeError(
            'mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: '
            + x.dtype.word
        )
    axis = axes_of(dim, x.array.ndim)
    return record(operation(np.mean, quiet_mean), x, axis, keepdim, name=variant('Mean', None if dim is None else 1))


def quiet_mean(x, axis, keepdims):
    """The mean; nan of no elements, and no warning."""
    return total(x, axis, keepdims) / x.dtype.type(count(x, axis))


def count(x, axis):
    """How many elements of an array one of a reduction stands for."""
    return x.size if axis is None else int(np.prod([x.shape[a] for a in np.atleast_1d(axis)]))


def prod(input, dim=None, keepdim=False, *, dtype=None):
    """The product of all elements, or along `dim`."""
    x = input if dtype is None else cast(input, dtypes.known(dtype))
    x = x if x.array.dtype.kind == 'f' or dtype is not None else cast(x, dtypes.int64.numpy)
    return record(operation(np.prod), x, axes_of(dim, x.array.ndim), keepdim, name=variant('Prod', dim))


def spread_of(name, key, evaluate):
    def reduce(input, dim=None, unbiased=True, keepdim=False, *, correction=None):
        if isinstance(dim, bool):
            dim, unbiased = None, dim
        if input.array.dtype.kind != 'f':
            raise RuntimeError('std and var only support floating point and complex dtypes')
        axis, ddof = axes_of(dim, input.array.ndim), int(unbiased) if correction is None else correction
        if count(input.array, axis) <= ddof:
            warnings.warn(
                f'{name.lower()}(): degrees of freedom is <= 0. Correction should be strictly less than the reduction '
                'factor (input numel divided by output numel).',
                UserWarning,
                stacklevel=4,
            )
        return record(operation(key, evaluate), input, axis, ddof, keepdim, name=f'{name}Backward0')

    reduce.__name__ = name.lower()
    reduce.__doc__ = f'NumPy\'s `{name.lower()}`, unbiased unless told otherwise.'
    return reduce


def variance(x, axis, ddof, keepdims):
    """The variance by its definition; nan of too few elements, and no warning."""
    m = quiet_mean(x, axis, True)
    n = builtins.max(count(x, axis) - ddof, 0)
    return np.sum((x - m) ** 2, axis=axis, keepdims=keepdims) / x.dtype.type(n)


def deviation(x, axis, ddof, keepdims):
    """The square root of the variance."""
    return np.sqrt(variance(x, axis, ddof, keepdims))


var, std = spread_of('Var', np.var, variance), spread_of('Std', np.std, deviation)


def var_mean(input, dim=None, **more):
    """The variance and the mean."""
    pair = var(input, dim, **more), mean(input, dim, more.get('keepdim', False))
    return tuple(renamed(x, 'VarMeanBackward0') for x in pair)


def std_mean(input, dim=None, **more):
    """The standard deviation and the mean."""
    pair = std(input, dim, **more), mean(input, dim, more.get('keepdim', False))
    return tuple(renamed(x, 'StdMeanBackward0') for x in pair)


def along(x, indices, axis, keepdim, name):
    """The elements that indices with all axes choose along one."""
    out = record(operation(np.take_along_axis), x, indices, axis, name=name)
    return out if keepdim else renamed(out.squeeze(axis), name)


def chosen_by(choose, x, dim, keepdim, name, kind):
    """Values and indices of one element chosen along `dim`."""
    axis = axis_of(dim, x.array.ndim)
    if x.array.ndim and not x.array.shape[axis]:
        raise IndexError(f'{kind.__name__}(): Expected reduction dim {axis} to have non-zero size.')
    if not x.array.ndim:
        return kind(renamed(x.clone(), name), fresh(np.zeros((), int)))
    indices = np.expand_dims(choose(x.array, axis), axis)
    return kind(along(x, indices, axis, keepdim, name), fresh(indices if keepdim else np.squeeze(indices, axis)))


def extreme(name, key, choose, two, kind):
    def reduce(input, dim=None, keepdim=False, **more):
        if isinstance(dim, Tensor) or 'other' in more:
            return two(input, more.get('other', dim))
        if dim is None:
            if not input.array.size:
                raise RuntimeError(
                    f"{name}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction "
                    "dim with the 'dim' argument."
                )
            return record(operation(key), input, None, False, name=f'{name.capitalize()}Backward1')
        return chosen_by(choose, input, dim, keepdim, f'{name.capitalize()}Backward0', kind)

    reduce.__name__ = name
    reduce.__doc__ = f'The {name}imum of all; with `dim` values and indices along it; with a tensor that of each pair.'
    return reduce


max = extreme('max', np.max, np.argmax, maximum, MAX)
min = extreme('min', np.min, np.argmin, minimum, MIN)


def amax(input, dim=None, keepdim=False):
    """The maximum; equal ones share the gradient."""
    return record(operation(np.max), input, axes_of(dim, input.array.ndim), keepdim, name='AmaxBackward0')


def amin(input, dim=None, keepdim=False):
    """The minimum; equal ones share the gradient."""
    return record(operation(np.min), input, axes_of(dim, input.array.ndim), keepdim, name='AminBackward0')


def aminmax(input, *, dim=None, keepdim=False):
    """The minimum and the maximum."""
    return AMINMAX(*(renamed(f(input, dim, keepdim), 'AminmaxBackward0') for f in (amin, amax)))


def place(name, f):
    def choose(input, dim=None, keepdim=False):
        if not input.array.size and dim is None:
            raise IndexError(f'{name}(): Expected reduction dim to be specified for input.numel() == 0.')
        axis = axes_of(dim, input.array.ndim)
        if axis is not None and not input.array.shape[axis]:
            raise IndexError(f'{name}(): Expected reduction dim {axis} to have non-zero size.')
        return fresh(np.asarray(f(input.array, axis=axis, keepdims=keepdim)))

    choose.__name__, choose.__doc__ = name, f'The index of the {name[3:]}imum, of all or along `dim`.'
    return choose


argmax, argmin = place('argmax', np.argmax), place('argmin', np.argmin)


def decision(name, f):
    def decide(input, dim=None, keepdim=False):
        return fresh(np.asarray(f(input.array, axis=axes_of(dim, input.array.ndim), keepdims=keepdim)))

    decide.__name__, decide.__doc__ = name, f'NumPy\'s `{name}`.'
    return decide


all, any, count_nonzero = (decision(f.__name__, f) for f in (np.all, np.any, np.count_nonzero))


def logsumexp(input, dim, keepdim=False):
    """`log(sum(exp(input)))` along `dim`, for numbers of any size."""
    axis = axes_of(dim, input.array.ndim)
    return record(operation(elements.log_sum_exp), floating(input), axis, keepdim, name='LogsumexpBackward0')


def floating(x):
    """A tensor of floats."""
    return x if x.array.dtype.kind == 'f' else cast(x, dtypes.DEFAULT[0].numpy)


def only_floats(x, name, axis):
    if x.array.dtype.kind != 'f':
        which = '_lastdim' if axis == x.array.ndim - 1 else ''
        raise NotImplementedError(f'"{name}{which}_kernel_impl" not implemented for \'{x.dtype.word}\'')
    return x


def cumsum(input, dim, *, dtype=None):
    """Sums of the elements up to each along `dim`."""
    x = input if dtype is None else cast(input, dtypes.known(dtype))
    x = x if x.array.dtype.kind == 'f' else cast(x, dtypes.int64.numpy)
    return record(operation(np.cumsum), x, axis_of(dim, x.array.ndim))


def cumprod(input, dim, *, dtype=None):
    """Products of the elements up to each along `dim`."""
    x = input if dtype is None else cast(input, dtypes.known(dtype))
    x = x if x.array.dtype.kind == 'f' else cast(x, dtypes.int64.numpy)
    return record(operation(np.cumprod), x, axis_of(dim, x.array.ndim), name='CumprodBackward0')


def sorted_by(x, dim, descending):
    """The indices that sort along `dim`; equal elements keep their order."""
    a = np.flip(x.array, dim) if descending else x.array
    order = np.argsort(a, axis=dim, kind='stable')
    return np.flip(a.shape[dim] - 1 - order, dim) if descending else order


def sort(input, dim=-1, descending=False, stable=False):
    """The elements in order along `dim`, and where they were."""
    if not input.array.ndim:
        return SORT(renamed(input.clone(), 'SortBackward0'), fresh(np.zeros((), int)))
    axis = axis_of(dim, input.array.ndim)
    order = sorted_by(input, axis, descending)
    return SORT(record(operation(np.take_along_axis), input, order, axis, name='SortBackward0'), fresh(order))


def argsort(input, dim=-1, descending=False, stable=False):
    """The indices that sort along `dim`."""
    return fresh(sorted_by(input, axis_of(dim, input.array.ndim), descending))


def topk(input, k, dim=-1, largest=True, sorted=True):
    """The k largest elements along `dim`, or the smallest, and where they are."""
    axis = axis_of(dim, input.array.ndim)
    if k > (input.array.shape[axis] if input.array.ndim else 1):
        raise RuntimeError('selected index k out of range')
    order = np.take(sorted_by(input, axis, largest), range(k), axis)
    return TOPK(record(operation(np.take_along_axis), input, order, axis, name='TopkBackward0'), fresh(order))


def kthvalue(input, k, dim=-1, keepdim=False):
    """The k-th smallest element along `dim`, counted from 1, and where it is."""
    choose = lambda a, axis: np.take(sorted_by(fresh(a), axis, False), k - 1, axis)
    return chosen_by(choose, input, dim, keepdim, 'KthvalueBackward0', KTH)


def median(input, dim=None, keepdim=False):
    """The middle element, the lower of two; with `dim` values and indices along it."""
    choose = lambda a, axis: np.take(sorted_by(fresh(a), axis, False), (a.shape[axis] - 1) // 2, axis)
    if dim is None:
        flat = input.array.ravel()
        value = flat[choose(flat, 0)]  # shared by all that are equal to it
        below = fresh(np.asarray(-np.inf if input.array.dtype.kind == 'f' else np.iinfo(input.array.dtype).min))
        return renamed(amax(where(fresh(input.array == value), input, below.to(input.dtype))), 'MedianBackward0')
    return chosen_by(choose, input, dim, keepdim, 'MedianBackward1', MEDIAN)


def running(name, better, kind):
    def scan(input, dim):
        axis = axis_of(dim, input.array.ndim)
        a = np.moveaxis(input.array, axis, 0)
        indices = np.zeros(a.shape, int)
        for k in range(1, len(a)):
            last = np.take_along_axis(a, indices[k - 1 : k], 0)[0]
            indices[k] = np.where(better(a[k], last), k, indices[k - 1])
        indices = np.ascontiguousarray(np.moveaxis(indices, 0, axis))
        op = operation(np.take_along_axis)
        return kind(record(op, input, indices, axis, name=f'{name.capitalize()}Backward0'), fresh(indices))

    scan.__name__, scan.__doc__ = name, f'The {name[3:]}imum of the elements up to each along `dim`, and where it is.'
    return scan


cummax, cummin = running('cummax', np.greater_equal, CUMMAX), running('cummin', np.less_equal, CUMMIN)


def norm(input, p='fro', dim=None, keepdim=False, dtype=None):
    """The p-norm of all elements, or along `dim`: `(sum abs(x)**p)**(1/p)`; p may be inf, 0, 'fro', 'nuc'."""
    from srcad import linalg

    if p == 'nuc':
        return linalg.matrix_norm(input, 'nuc', dim or (-2, -1), keepdim)
    return linalg.vector_norm(input, 2 if p in (None, 'fro') else p, dim, keepdim)


def dist(input, other, p=2):
    """The p-norm of the difference."""
    return renamed(norm(input - other, p), 'DistBackward0')


def softmax(input, dim=None, dtype=None):
    """`exp(input)` over its sum along `dim`."""
    x = input if dtype is None else cast(input, dtypes.known(dtype))
    axis = axes_of(require_dim(dim, 'softmax'), x.array.ndim)
    return record(operation(elements.softmax), only_floats(x, 'softmax', axis), axis)


def log_softmax(input, dim=None, dtype=None):
    """The logarithm of `softmax`, for numbers of any size."""
    x = input if dtype is None else cast(input, dtypes.known(dtype))
    axis = axes_of(require_dim(dim, 'log_softmax'), x.array.ndim)
    return record(
        operation(elements.log_softmax), only_floats(x, 'log_softmax', axis), axis, name='LogSoftmaxBackward0'
    )


def require_dim(dim, name):
    if dim is None:
        raise TypeError(f'{name}() missing 1 required positional arguments: "dim"')
    return dim


def with_numpy_names(f):
    """The function, which understands NumPy's `axis` and `keepdims` too."""

    @functools.wraps(f)
    def either(*args, axis=None, keepdims=None, **kwargs):
        if axis is not None:
            kwargs['dim'] = axis
        if keepdims is not None:
            kwargs['keepdim'] = keepdims
        return f(*args, **kwargs)

    return either


sum, mean, prod, var, std, max, min, amax, amin, argmax, argmin, any, all, logsumexp, cumsum, cumprod, softmax = map(
    with_numpy_names,
    (sum, mean, prod, var, std, max, min, amax, amin, argmax, argmin, any, all, logsumexp, cumsum, cumprod, softmax),
)
