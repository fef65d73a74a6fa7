"""Functions of each element, under PyTorch's names; each stands on a row of the table."""

import builtins
import itertools
import math

import numpy as np

from srcad import elements
from srcad.tensors import dtypes
from srcad.tensors.arithmetic import binary, from_number, matched, mismatch, unary
from srcad.tensors.derive import Refusal
from srcad.tensors.graph import node_class
from srcad.tensors.mode import MODE
from srcad.tensors.record import operation, record
from srcad.tensors.tensor import Tensor, fresh


def each(f):
    """A function of numbers as one of arrays."""
    of_all = np.vectorize(f, otypes=[float])
    return lambda x: np.asarray(of_all(x), x.dtype)


ERF = {f: each(f) for f in (math.erf, math.erfc)}


def renamed(x, name):
    """A tensor that several operations made, under the name of the whole."""
    if not x.is_leaf:
        x.node.__class__ = node_class(name)
    return x


# Of one tensor
sin, cos, tan = unary(np.sin), unary(np.cos), unary(np.tan)
asin, acos, atan = unary(np.arcsin), unary(np.arccos), unary(np.arctan)
sinh, cosh, tanh = unary(np.sinh), unary(np.cosh), unary(np.tanh)
asinh, acosh, atanh = unary(np.arcsinh), unary(np.arccosh), unary(np.arctanh)
exp, exp2, expm1, sqrt = unary(np.exp), unary(np.exp2), unary(np.expm1), unary(np.sqrt)
log, log2, log10, log1p = unary(np.log), unary(np.log2), unary(np.log10), unary(np.log1p)
reciprocal, sinc, deg2rad, rad2deg = unary(np.reciprocal), unary(np.sinc), unary(np.deg2rad), unary(np.rad2deg)
erf, erfc = (unary(f, evaluate=ERF[f]) for f in ERF)
floor, ceil, trunc, sign = (unary(f, integers=True) for f in (np.floor, np.ceil, np.trunc, np.sign))
magnitude = unary(np.abs, integers=True)
negative = unary(np.negative, integers=True)
sigmoid = unary(elements.sigmoid)
relu = unary(elements.rectified, 'ReluBackward0', integers=True)
arcsin, arccos, arctan, arcsinh, arccosh, arctanh, fix, sgn = asin, acos, atan, asinh, acosh, atanh, trunc, sign

# Of two
plus, minus, times = binary('Add', np.add), binary('Sub', np.subtract), binary('Mult', np.multiply)
over = binary('Div', np.true_divide)
power = binary('Pow', np.power, 'PowBackward1', 'PowBackward0')
modulo, fmod = (
    binary(key, f, name + '1', name + '0')
    for key, f, name in (('Mod', np.remainder, 'RemainderBackward'), (np.fmod, np.fmod, 'FmodBackward'))
)
maximum, minimum, fmax, fmin, atan2, hypot, logaddexp = (
    binary(f, f, numbers=False) for f in (np.maximum, np.minimum, np.fmax, np.fmin, np.arctan2, np.hypot, np.logaddexp)
)
arctan2, copysign = atan2, binary(np.copysign, np.copysign)


def neg(input):
    """`-input`; RuntimeError for bools.

    >>> neg(fresh(np.ones(1)))
    tensor([-1.], dtype=srcad.float64)
    """
    if input.array.dtype.kind == 'b':
        raise RuntimeError(
            'Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use '
            'the `~` or `logical_not()` operator instead.'
        )
    return negative(input)


def abs(input):
    """The absolute value; NotImplementedError for bools."""
    if type(input) is Tensor and input.array.dtype.kind == 'b':
        raise NotImplementedError('"abs_cpu" not implemented for \'Bool\'')
    return magnitude(input)


abs.operation, abs.integers = magnitude.operation, True
absolute = abs


def positive(input):
    """The tensor itself."""
    return input


def add(input, other, *, alpha=1):
    """`input + alpha * other`."""
    check_alpha(alpha, input, other)
    return plus(input, other if type(alpha) is int and alpha == 1 else times(as_tensor_like(other, input), alpha))


def sub(input, other, *, alpha=1):
    """`input - alpha * other`; RuntimeError for bools."""
    check_alpha(alpha, input, other)
    return minus(input, other if type(alpha) is int and alpha == 1 else times(as_tensor_like(other, input), alpha))


def check_alpha(alpha, *values):
    """Refuse a float that integers would be multiplied by."""
    if type(alpha) is float and not floats(*values):
        raise RuntimeError('For integral input tensors, argument alpha must not be a floating point number.')


def as_tensor_like(value, like):
    """A number as a tensor of no axes that counts as little as a number."""
    return value if type(value) is Tensor else fresh(np.asarray(value, like.array.dtype))


def mul(input, other):
    """`input * other`."""
    return times(input, other)


def div(input, other, *, rounding_mode=None):
    """`input / other`; rounded down ('floor') or towards zero ('trunc') if asked."""
    if rounding_mode not in (None, 'floor', 'trunc'):
        raise RuntimeError(
            f"div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '{rounding_mode}'"
        )
    if rounding_mode == 'floor':
        return floor(over(input, other)) if floats(input, other) else floor_divide(input, other)
    return over(input, other) if rounding_mode is None else trunc(over(input, other))


def floats(*values):
    return any(type(v) is float or type(v) is Tensor and v.array.dtype.kind == 'f' for v in values)


def pow(input, exponent):
    """`input ** exponent`; RuntimeError for integers to negative integers."""
    if type(input) is not Tensor:
        return number_to_the(exponent, input)
    if type(exponent) is int and exponent < 0 and input.array.dtype.kind in 'iu':
        raise RuntimeError('Integers to negative integer powers are not allowed.')
    return power(input, exponent)


def remainder(input, other):
    """`input % other`, with the sign of `other`."""
    refuse_zero(input, other)
    return modulo(input, other)


def floor_divide(input, other):
    """`input // other`. Its gradient is refused in backward, as in PyTorch."""
    refuse_zero(input, other)
    x, y = matched(input, other)
    out = fresh(np.asarray(MODE.quietly(np.floor_divide, *(getattr(v, 'array', v) for v in (x, y)))))
    edges = tuple(getattr(v, 'node', None) for v in (x, y))
    if MODE.enabled and not MODE.creating and any(e is not None for e in edges):
        out.node = node_class('NotImplemented')(edges, NO_FLOOR, (), (), out.array)
    return out


NO_FLOOR = Refusal('derivative for aten::floor_divide is not implemented')


def refuse_zero(x, y):
    """Integers are not divided by zero."""
    if not floats(x, y) and not np.all(getattr(y, 'array', y)):
        raise RuntimeError('ZeroDivisionError')


rsub = from_number('Sub', np.subtract, 'RsubBackward1')
number_to_the = from_number('Pow', np.power, 'PowBackward2')


def square(input):
    """`input ** 2`."""
    return power(input, 2)


def rsqrt(input):
    """`1 / sqrt(input)`."""
    return renamed(power(input if floats(input) else input + 0.0, -0.5), 'RsqrtBackward0')


def round(input, *, decimals=0):
    """To the nearest whole number, halves to even ones."""
    scaled = input * 10**decimals if decimals else input
    out = rounded(scaled)
    return out / 10**decimals if decimals else out


rounded = unary(np.rint, 'RoundBackward0', True, lambda x: np.rint(x) if x.dtype.kind == 'f' else x.copy())


def frac(input):
    """What is behind the point."""
    return renamed(input - trunc(input), 'FracBackward0')


def where(condition, input=None, other=None):
    """`input` where the condition holds, else `other`; with the condition alone, where it holds."""
    if input is None:
        return tuple(fresh(a) for a in np.nonzero(condition.array))
    if condition.array.dtype.kind != 'b':
        raise RuntimeError(
            f'where expected condition to be a boolean tensor, but got a tensor with dtype {condition.dtype.word}'
        )
    given = [v if type(v) is Tensor else as_number(v) for v in (input, other)]
    try:
        return record(operation(np.where), condition, *matched(*given))
    except ValueError:
        shapes = [v.array.shape for v in (condition, *given)]
        x, y = next(p for p in itertools.combinations(shapes, 2) if not fit(*p))
        raise mismatch(x, y) from None


def fit(one, other):
    """Whether two shapes broadcast."""
    return builtins.all(m == n or 1 in (m, n) for m, n in zip(one[::-1], other[::-1]))


def as_number(v):
    """A Python number as the tensor that `where` takes it for."""
    return fresh(np.asarray(v, dtypes.PYTHON[dtypes.plain_type(v)].numpy)) if type(v) is not Tensor else v


def clamp(input, min=None, max=None):
    """No less than `min`, no more than `max`: numbers or tensors, or None."""
    if min is None and max is None:
        raise RuntimeError("srcad.clamp: At least one of 'min' or 'max' must not be None")
    x, low, high = matched(input, min, max)
    tensors = type(low) is Tensor or type(high) is Tensor
    name = 'ClampBackward0' if tensors else 'ClampBackward1'
    if not tensors:
        return record(operation(np.clip), x, low, high, name=name)
    if low is not None:
        x = where(x < low, low, x)
    return renamed(x if high is None else where(x > high, high, x), name)


clip = clamp


def clamp_min(input, min):
    """No less than `min`."""
    return renamed(clamp(input, min=min), 'ClampMinBackward0')


def clamp_max(input, max):
    """No more than `max`."""
    return renamed(clamp(input, max=max), 'ClampMaxBackward0')


def lerp(input, end, weight):
    """`input + weight * (end - input)`."""
    return renamed(input + weight * (end - input), 'LerpBackward0')


def addcmul(input, tensor1, tensor2, *, value=1):
    """`input + value * tensor1 * tensor2`."""
    return renamed(input + value * tensor1 * tensor2, 'AddcmulBackward0')


def addcdiv(input, tensor1, tensor2, *, value=1):
    """`input + value * tensor1 / tensor2`."""
    return renamed(input + value * (tensor1 / tensor2), 'AddcdivBackward0')


def logit(input, eps=None):
    """`log(input / (1 - input))`, of what is clamped to [eps, 1 - eps] before."""
    x = input if eps is None else clamp(input, eps, 1 - eps)
    return renamed(log(x / (1 - x)), 'LogitBackward0')


def xlogy(input, other):
    """`input * log(other)`, and 0 where `input` is."""
    zero = logical_and(matched(input, other)[0] == 0, other <= 0)
    return renamed(where(zero, 0.0, input * log(where(zero, 1.0, other))), 'XlogyBackward0')


def nan_to_num(input, nan=0.0, posinf=None, neginf=None):
    """Numbers in the place of nan and of the infinities."""
    limits = np.finfo(input.array.dtype)
    x = where(isnan(input), 0.0 if nan is None else nan, input)
    x = where(input == np.inf, float(limits.max) if posinf is None else posinf, x)
    return renamed(where(input == -np.inf, float(limits.min) if neginf is None else neginf, x), 'NanToNumBackward0')


# Comparisons and logic: no gradient passes


def comparison(f, doc):
    def compare(input, other):
        x, y = matched(input, other)
        try:
            return fresh(np.asarray(f(getattr(x, 'array', x), getattr(y, 'array', y))))
        except ValueError:
            raise mismatch(np.shape(input.array), np.shape(getattr(other, 'array', other))) from None

    compare.__name__, compare.__doc__ = f.__name__, doc
    return compare


eq, ne = comparison(np.equal, '`input == other`.'), comparison(np.not_equal, '`input != other`.')
lt, le = comparison(np.less, '`input < other`.'), comparison(np.less_equal, '`input <= other`.')
gt, ge = comparison(np.greater, '`input > other`.'), comparison(np.greater_equal, '`input >= other`.')


OF_ALL = {np.logical_and, np.logical_or, np.logical_xor, np.logical_not, np.isnan, np.isinf, np.isfinite}


def logic(f, doc):
    def decide(input, other=None):
        values = [getattr(v, 'array', v) for v in (input, other)[: f.nin]]
        if f not in OF_ALL and builtins.any(np.asarray(v).dtype.kind == 'f' for v in values):
            raise NotImplementedError(f'"{f.__name__}_cpu" not implemented for \'{dtypes.DEFAULT[0].word}\'')
        return fresh(np.asarray(f(*values)))

    decide.__name__, decide.__doc__ = f.__name__, doc
    return decide


logical_and, logical_or = logic(np.logical_and, '`and`.'), logic(np.logical_or, '`or`.')
logical_xor, logical_not = logic(np.logical_xor, 'One of the two.'), logic(np.logical_not, '`not`.')
bitwise_and, bitwise_or = logic(np.bitwise_and, '`&`.'), logic(np.bitwise_or, '`|`.')
bitwise_xor = logic(np.bitwise_xor, '`^`.')
bitwise_left_shift, bitwise_right_shift = logic(np.left_shift, '`<<`.'), logic(np.right_shift, '`>>`.')
isnan, isinf, isfinite = logic(np.isnan, 'Where nan is.'), logic(np.isinf, 'Infinities.'), logic(np.isfinite, 'Finite.')


def bitwise_not(input):
    """`~`; TypeError for floats."""
    if input.array.dtype.kind == 'f':
        raise TypeError('~ (operator.invert) is only implemented on integer and Boolean-type tensors')
    return fresh(~input.array)


def equal(input, other):
    """Whether two tensors have one shape and the same elements.

    >>> equal(fresh(np.ones(2)), fresh(np.ones(2)))
    True
    """
    return input.array.shape == other.array.shape and bool(np.all(input.array == other.array))


def isclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Where two tensors differ by no more than `atol + rtol * abs(other)`."""
    return fresh(np.isclose(input.array, other.array, rtol, atol, equal_nan))


def allclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Whether all elements of two tensors are close.

    >>> allclose(fresh(np.ones(2)), fresh(np.ones(2)))
    True
    """
    if input.array.dtype != other.array.dtype:
        raise RuntimeError(f'{input.dtype.word} did not match {other.dtype.word}')
    return bool(np.allclose(input.array, other.array, rtol, atol, equal_nan))


subtract, multiply, divide, true_divide = sub, mul, div, over
greater, greater_equal, less, less_equal, not_equal = gt, ge, lt, le, ne
