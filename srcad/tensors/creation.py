"""Tensors made of Python's numbers, of arrays, of a shape."""

import functools
import itertools
import warnings

import numpy as np

from srcad.tensors import dtypes
from srcad.tensors.graph import AccumulateGrad
from srcad.tensors.tensor import Tensor, cast, fresh, kind_of

FROM_TENSOR = (
    'To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or '
    'sourceTensor.detach().clone().requires_grad_(True), rather than srcad.tensor(sourceTensor).'
)


def leaf(array, requires_grad):
    """A tensor around an array, that asks for a gradient or not."""
    made = fresh(array)
    if requires_grad:
        if array.dtype.kind != 'f':
            raise RuntimeError('Only Tensors of floating point and complex dtype can require gradients')
        made.node = AccumulateGrad(made)
    return made


def tensor(data, *, dtype=None, device=None, requires_grad=False):
    """A new tensor of a number, of nested sequences of numbers, or of an array: always a copy.

    Floats become the default dtype, integers int64; arrays keep their dtype.
    ValueError for sequences of unequal length, TypeError for what is no number.

    >>> tensor([[1, 2], [3, 4]]), tensor(4.3, requires_grad=True)
    (tensor([[1, 2],
            [3, 4]]), tensor(4.3000, requires_grad=True))
    """
    check_device(device)
    if isinstance(data, Tensor):
        warnings.warn(FROM_TENSOR, UserWarning, stacklevel=2)
    return leaf(array_of(data, dtype), requires_grad)


def array_of(data, dtype=None):
    """A new array of numbers in any nesting."""
    d = None if dtype is None else dtypes.known(dtype)
    if isinstance(data, Tensor):
        return np.array(data.array, d)
    if isinstance(data, (np.ndarray, np.generic)) and not isinstance(data, (float, bool)):
        dtypes.supported(np.asarray(data).dtype)
        return np.array(data, d)
    if isinstance(data, (list, tuple)) and data and isinstance(data[0], str):
        raise ValueError("too many dimensions 'str'")
    check_lengths(data)
    leaves = list(flat(data))
    if d is None:
        d = inferred(leaves)
    check_range(leaves, d, d.name)
    return np.array(plain(data), d)


def check_range(numbers, d, word):
    """Refuse integers that a dtype cannot hold."""
    if d.kind not in 'iu':
        return
    for n in numbers:
        if type(n) is int and not np.iinfo(d).min - (d.kind == 'u') * (np.iinfo(d).max + 1) <= n <= np.iinfo(d).max:
            if abs(n) >= 1 << 63:
                raise ValueError('Overflow when unpacking long long')
            raise RuntimeError(f'value cannot be converted to type {word} without overflow')


def plain(data):
    """Nested sequences without tensors in them."""
    if isinstance(data, (list, tuple, range)):
        return [plain(item) for item in data]
    if isinstance(data, Tensor):
        if data.requires_grad and data.array.size == 1:
            data.number(float)  # warns: what is made has no part in the graph
        if data.array.size != 1:
            raise ValueError('only one element tensors can be converted to Python scalars')
        return data.array.item()
    return data


def flat(data):
    if isinstance(data, (list, tuple, range)):
        return itertools.chain.from_iterable(map(flat, data))
    return iter((data,))


def inferred(leaves):
    """The NumPy dtype that numbers want."""
    for item in leaves:
        if isinstance(item, str):
            raise TypeError("new(): invalid data type 'str'")
        if not isinstance(item, (bool, int, float, np.generic, np.ndarray, Tensor)):
            raise RuntimeError(f'Could not infer dtype of {type(item).__name__}')
    if not leaves:
        return dtypes.DEFAULT[0].numpy
    found = {dtypes.PYTHON[t].numpy if t in dtypes.PYTHON else None for t in map(type, leaves)} - {None}
    found |= {np.asarray(getattr(v, 'array', v)).dtype for v in leaves if type(v) not in dtypes.PYTHON}
    return functools.reduce(dtypes.promote, found)


def check_lengths(data, depth=0):
    """Refuse sequences of unequal lengths, as PyTorch words it."""
    if not isinstance(data, (list, tuple)) or not data:
        return
    lengths = [len(item) if isinstance(item, (list, tuple)) else None for item in data]
    for n in lengths:
        if n != lengths[0] and None not in (n, lengths[0]):
            raise ValueError(f'expected sequence of length {lengths[0]} at dim {depth + 1} (got {n})')
        if (n is None) != (lengths[0] is None):
            if n is None:
                raise TypeError('not a sequence')
            wanted = 'must be real number, not list'
            raise TypeError(wanted if type(data[0]) is float else "'list' object cannot be interpreted as an integer")
    for item in data:
        check_lengths(item, depth + 1)


def as_tensor(data, dtype=None, device=None):
    """A tensor of `data`; a tensor, and the memory of an array, stay what they are if the dtype is right.

    >>> as_tensor([1.0, 2.0])
    tensor([1., 2.])
    """
    check_device(device)
    if isinstance(data, Tensor):
        return data if dtype is None else cast(data, dtypes.known(dtype))
    if isinstance(data, np.ndarray):
        dtypes.supported(data.dtype)
        return fresh(data if dtype is None else np.asarray(data, dtypes.known(dtype)))
    return fresh(array_of(data, dtype))


def from_numpy(array):
    """A tensor that shares the memory of an array.

    >>> from_numpy(np.zeros(2))
    tensor([0., 0.], dtype=srcad.float64)
    """
    if not isinstance(array, np.ndarray):
        raise TypeError(f'expected np.ndarray (got {type(array).__name__})')
    dtypes.supported(array.dtype)
    return fresh(array)


def check_device(device):
    if device is not None and not str(device).startswith('cpu'):
        raise AssertionError('Torch not compiled with CUDA enabled')


def shape_of(size, name):
    """A shape given as numbers or as one sequence."""
    many = len(size) == 1 and isinstance(size[0], (list, tuple))
    size = size[0] if many else size
    for k, n in enumerate(size):
        if isinstance(n, bool) or not hasattr(n, '__index__'):
            which = f"argument 'size' (position 1) must be tuple of ints, not {kind_of(n)}"
            if many:
                which = f"argument 'size' (position 1) must be tuple of ints, but found element of type {kind_of(n)} at pos 0"
            if k:
                which = (
                    f"argument 'size' failed to unpack the object at pos {k + 1} with error \"type must be tuple of "
                    f'ints,but got {kind_of(n)}"'
                )
            raise TypeError(f'{name}(): {which}')
        if n < 0:
            raise RuntimeError(f'{name}: Dimension size must be non-negative.')
    return tuple(int(n) for n in size)


def given_size(size, more, name):
    """The numbers of a shape, which may have come as `size=`."""
    if not size and 'size' not in more:
        raise TypeError(f'{name}() missing 1 required positional arguments: "size"')
    return size or (more.pop('size'),)


def filled(name, value, doc):
    """A function of a shape, that fills it."""

    def create(*size, dtype=None, device=None, requires_grad=False, **more):
        d = (dtypes.DEFAULT[0].numpy) if dtype is None else dtypes.known(dtype)
        check_device(device)
        shape = shape_of(given_size(size, more, name), name)
        return leaf(np.full(shape, value, d), requires_grad)

    create.__name__, create.__doc__ = name, doc
    return create


zeros = filled('zeros', 0, 'Zeros of a shape.\n\n    >>> zeros(2)\n    tensor([0., 0.])\n    ')
ones = filled('ones', 1, 'Ones of a shape.\n\n    >>> ones(2, dtype=int)\n    tensor([1, 1])\n    ')
empty = filled(
    'empty', 0, 'A tensor to be filled; it begins with zeros.\n\n    >>> empty(2, 0)\n    tensor([], size=(2, 0))\n    '
)


def full(size, fill_value, *, dtype=None, device=None, requires_grad=False):
    """A shape filled with one number, whose dtype it takes.

    >>> full((2,), 7)
    tensor([7, 7])
    """
    if isinstance(fill_value, Tensor):
        fill_value, dtype = fill_value.item(), dtype or fill_value.dtype
    if not isinstance(fill_value, (bool, int, float)):
        raise TypeError(f"full(): argument 'fill_value' (position 2) must be Number, not {type(fill_value).__name__}")
    d = dtypes.PYTHON[dtypes.plain_type(fill_value)].numpy if dtype is None else dtypes.known(dtype)
    if not isinstance(size, (list, tuple)):
        raise TypeError(f"full(): argument 'size' (position 1) must be tuple of ints, not {kind_of(size)}")
    check_range([fill_value], d, 'uint8_t' if d == np.uint8 else f'{d.name}_t')
    return leaf(np.full(shape_of((size,), 'full'), fill_value, d), requires_grad)


def scalar_tensor(value, *, dtype=None, device=None, requires_grad=False):
    """A number without axes, in the default dtype.

    >>> scalar_tensor(3)
    tensor(3.)
    """
    return full((), value, dtype=dtype or dtypes.DEFAULT[0], device=device, requires_grad=requires_grad)


def triangle(of):
    """The function of the places in a triangle, of rows and columns."""

    def indices(row, col, offset=0, *, device=None):
        return fresh(np.array(of(row, offset, col)))

    indices.__doc__ = 'The rows and the columns of the places in a triangle.'
    return indices


tril_indices, triu_indices = triangle(np.tril_indices), triangle(np.triu_indices)


def eye(n, m=None, *, dtype=None, device=None, requires_grad=False):
    """Ones on the diagonal of n by m.

    >>> eye(2)
    tensor([[1., 0.],
            [0., 1.]])
    """
    if n < 0:
        raise RuntimeError(f'n must be greater or equal to 0, got {n}')
    return leaf(np.eye(n, m, dtype=dtypes.known(dtype or dtypes.DEFAULT[0])), requires_grad)


def arange(start=0, end=None, step=1, *, dtype=None, device=None, requires_grad=False):
    """Numbers from `start`, below `end`, `step` apart: int64 if all three are integers.

    >>> arange(3), arange(0, 1, 0.5)
    (tensor([0, 1, 2]), tensor([0.0000, 0.5000]))
    """
    start, end = (0, start) if end is None else (start, end)
    for name, v in (('start', start), ('end', end), ('step', step)):
        if not isinstance(v, (int, float, np.number, Tensor)):
            raise TypeError(f"arange(): argument '{name}' (position 1) must be Number, not {kind_of(v)}")
    start, end, step = (v.item() if isinstance(v, Tensor) else v for v in (start, end, step))
    if step == 0:
        raise RuntimeError('step must be nonzero')
    if (end - start) / step < 0:
        raise RuntimeError('upper bound and lower bound inconsistent with step sign')
    d = inferred([start, end, step]) if dtype is None else dtypes.known(dtype)
    return leaf(np.arange(start, end, step).astype(d), requires_grad)


def linspace(start, end, steps, *, dtype=None, device=None, requires_grad=False):
    """`steps` numbers from `start` to `end`, evenly apart.

    >>> linspace(0, 1, 3)
    tensor([0.0000, 0.5000, 1.0000])
    """
    if steps < 0:
        raise RuntimeError('number of steps must be non-negative')
    return leaf(np.linspace(start, end, steps).astype(dtypes.known(dtype or dtypes.DEFAULT[0])), requires_grad)


def logspace(start, end, steps, base=10.0, *, dtype=None, device=None, requires_grad=False):
    """`base` to the power of evenly spaced numbers.

    >>> logspace(0, 2, 3)
    tensor([  1.,  10., 100.])
    """
    made = np.logspace(start, end, steps, base=base)
    return leaf(made.astype(dtypes.known(dtype or dtypes.DEFAULT[0])), requires_grad)


# Random numbers: a stream of NumPy's, not PyTorch's.


class Generator:
    """A stream of random numbers.

    >>> Generator().manual_seed(0)
    <srcad Generator>
    """

    def __init__(self, device='cpu'):
        self.stream = np.random.default_rng()

    def manual_seed(self, seed):
        """Begin the stream that a number names."""
        self.stream = np.random.default_rng(seed)
        return self

    def __repr__(self):
        return '<srcad Generator>'


GLOBAL = Generator()


def manual_seed(seed):
    """Begin the stream of random numbers that a number names.

    >>> _ = manual_seed(0); a = rand(2); _ = manual_seed(0); bool((a == rand(2)).all())
    True
    """
    return GLOBAL.manual_seed(seed)


def random(name, draw, doc):
    """A function of a shape, that fills it from the stream."""

    def create(*size, generator=None, dtype=None, device=None, requires_grad=False, **more):
        shape = shape_of(given_size(size, more, name), name)
        made = draw((generator or GLOBAL).stream, shape)
        return leaf(np.asarray(made, dtypes.known(dtype or dtypes.DEFAULT[0])), requires_grad)

    create.__name__, create.__doc__ = name, doc
    return create


rand = random(
    'rand',
    lambda stream, shape: stream.random(shape, np.float32),
    'Numbers in [0, 1).\n\n    >>> rand(2, 3).shape\n    srcad.Size([2, 3])\n    ',
)
randn = random(
    'randn',
    lambda stream, shape: stream.standard_normal(shape),
    'Normal numbers.\n\n    >>> randn(2).shape\n    srcad.Size([2])\n    ',
)


def randint(low, high=None, size=None, *, generator=None, dtype=None, device=None, requires_grad=False):
    """Integers from `low`, below `high`; with two arguments the first is `high`.

    >>> randint(5, (2,)).dtype
    srcad.int64
    """
    if size is None:
        low, high, size = 0, low, high
    if low >= high:
        raise RuntimeError(f"random_ expects 'from' to be less than 'to', but got from={low} >= to={high}")
    made = (generator or GLOBAL).stream.integers(low, high, shape_of((size,), 'randint'))
    return leaf(made.astype(dtypes.known(dtype or dtypes.int64)), requires_grad)


def normal(mean=0.0, std=1.0, size=None, *, generator=None):
    """Normal numbers of this mean and deviation, each a number or a tensor.

    >>> normal(0.0, 1.0, (2,)).shape
    srcad.Size([2])
    """
    x, y = (v.array if isinstance(v, Tensor) else v for v in (mean, std))
    made = (generator or GLOBAL).stream.normal(x, y, None if size is None else shape_of((size,), 'normal'))
    return fresh(np.asarray(made, dtypes.DEFAULT[0].numpy))


def bernoulli(input, *, generator=None):
    """1 with the probability that each element says, else 0.

    >>> bernoulli(ones(2))
    tensor([1., 1.])
    """
    return fresh(((generator or GLOBAL).stream.random(input.array.shape) < input.array).astype(input.array.dtype))


def randperm(n, *, generator=None, dtype=None, device=None):
    """The numbers below n in a random order.

    >>> int(randperm(4).sum())
    6
    """
    return fresh((generator or GLOBAL).stream.permutation(n).astype(dtypes.known(dtype or dtypes.int64)))


def like(create):
    """The function that takes shape and dtype from a tensor."""

    def create_like(input, *value, dtype=None, device=None, requires_grad=False, **more):
        value = (*value, *more.values())
        d = dtype or input.dtype
        return create(tuple(input.shape), *value, dtype=d, device=device, requires_grad=requires_grad)

    create_like.__name__ = create.__name__ + '_like'
    create_like.__doc__ = f'`{create.__name__}` in the shape and the dtype of a tensor.'
    return create_like


zeros_like, ones_like, empty_like, full_like = map(like, (zeros, ones, empty, full))
rand_like, randn_like = like(rand), like(randn)


def of_dtype(d):
    """The constructor that PyTorch has for tensors of one dtype: FloatTensor([1, 2])."""
    return lambda data=(): tensor(data, dtype=d)


def is_tensor(x):
    """Whether something is a tensor.

    >>> is_tensor(1.0)
    False
    """
    return isinstance(x, Tensor)
