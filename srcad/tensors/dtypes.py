"""The dtypes of tensors, and which of them an operation computes in."""

import functools

import numpy as np


class dtype:
    """A dtype: its name, NumPy's dtype, and PyTorch's word for tensors of it.

    >>> float64, float64.is_floating_point, float64.itemsize
    (srcad.float64, True, 8)
    """

    def __init__(self, name, word):
        self.name, self.word, self.numpy = name, word, np.dtype(name)
        self.is_floating_point = self.numpy.kind == 'f'
        self.is_complex, self.is_signed = False, self.numpy.kind in 'fi'
        self.itemsize = self.numpy.itemsize

    def __repr__(self):
        return f'srcad.{self.name}'

    def __reduce__(self):
        return self.name


float16, float32, float64 = dtype('float16', 'Half'), dtype('float32', 'Float'), dtype('float64', 'Double')
int8, int16, int32, int64 = (
    dtype('int8', 'Char'),
    dtype('int16', 'Short'),
    dtype('int32', 'Int'),
    dtype('int64', 'Long'),
)
uint8, bool_ = dtype('uint8', 'Byte'), dtype('bool', 'Bool')
NAMES = {
    'half': float16,
    'float': float32,
    'double': float64,
    'short': int16,
    'int': int32,
    'long': int64,
    'bool': bool_,
}
NAMES.update({d.name: d for d in (float16, float32, float64, int8, int16, int32, int64, uint8)})
BY_NUMPY = {d.numpy: d for d in NAMES.values()}
PYTHON = {float: float32, int: int64, bool: bool_}
DEFAULT = [float32]


def set_default_dtype(d):
    """Choose the dtype of tensors made of Python floats.

    >>> set_default_dtype(float64); get_default_dtype()
    srcad.float64
    >>> set_default_dtype(float32)
    """
    if not isinstance(d, dtype) or not d.is_floating_point:
        raise TypeError('only floating-point types are supported as the default type')
    DEFAULT[0] = PYTHON[float] = d


def get_default_dtype():
    """The dtype of tensors made of Python floats.

    >>> get_default_dtype()
    srcad.float32
    """
    return DEFAULT[0]


def known(d):
    """The NumPy dtype that a dtype of srcad, of NumPy or of Python means."""
    if isinstance(d, dtype):
        return d.numpy
    if d in PYTHON:
        return (float64 if d is float else PYTHON[d]).numpy
    found = np.dtype(d)
    supported(found)
    return found


def supported(d):
    """The dtype of srcad for one of NumPy's; TypeError if there is none."""
    if d not in BY_NUMPY:
        raise TypeError(
            f"can't convert np.ndarray of type numpy.{d.type.__name__}. The only supported types are: "
            'float64, float32, float16, complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, '
            'uint8, and bool.'
        )
    return BY_NUMPY[d]


def promote(a, b):
    """The NumPy dtype that holds two others; a float absorbs any integer.

    >>> promote(np.dtype('int64'), np.dtype('float32'))
    dtype('float32')
    """
    if a is b or a == b:
        return a
    if (a.kind == 'f') != (b.kind == 'f'):
        return a if a.kind == 'f' else b
    return np.promote_types(a, b)


def promote_types(type1, type2):
    """The dtype that holds two others; a float absorbs any integer.

    >>> promote_types(int64, float32)
    srcad.float32
    """
    return BY_NUMPY[promote(type1.numpy, type2.numpy)]


def can_cast(from_, to):
    """Whether an operation may turn one dtype into another: no float into an integer, no number into a bool.

    >>> can_cast(float64, float32), can_cast(float32, int64)
    (True, False)
    """
    return CATEGORY[from_.numpy.kind] <= CATEGORY[to.numpy.kind] and not (from_.is_signed and to == uint8)


def result_type(a, b):
    """The dtype of an operation on two tensors or numbers.

    >>> result_type(1, 2.5)
    srcad.float32
    """
    arrays = [x.array for x in (a, b) if hasattr(x, 'array')]
    return BY_NUMPY[result_dtype(arrays, [x for x in (a, b) if not hasattr(x, 'array')])]


CATEGORY = {'b': 0, 'i': 1, 'u': 1, 'f': 2}


def result_dtype(arrays, numbers):
    """The NumPy dtype of an operation on these arrays and Python numbers.

    Arrays with axes come before those without, and those before numbers: what
    comes later counts only if it is of a higher kind (bool, integer, float).

    >>> result_dtype([np.ones(2, 'f4'), np.ones((), 'f8')], [2])
    dtype('float32')
    """
    found = None
    for group in (
        [a.dtype for a in arrays if a.ndim],
        [a.dtype for a in arrays if not a.ndim],
        [PYTHON[plain_type(n)].numpy for n in numbers],
    ):
        if group:
            own = functools.reduce(promote, group)
            if found is None or CATEGORY[own.kind] > CATEGORY[found.kind]:
                found = own
    return found


def plain_type(number):
    """bool, int or float: what a Python or NumPy number counts as."""
    if isinstance(number, (bool, np.bool_)):
        return bool
    return int if isinstance(number, (int, np.integer)) else float
