"""The methods and operators of a tensor: the functions of this package, installed once."""

from numbers import Real

import numpy as np

from srcad.tensors import choosing, creation, dtypes, elementwise, indexing, products, reductions, shaping
from srcad.tensors.arithmetic import matched
from srcad.tensors.calls import worded
from srcad.tensors.elementwise import renamed
from srcad.tensors.mode import MODE, warn_once
from srcad.tensors.record import check_leaf, write
from srcad.tensors.tensor import Tensor, cast, fresh, kind_of

METHODS = {
    elementwise: 'sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh exp exp2 expm1 sqrt log log2 log10 log1p '
                 'reciprocal sinc deg2rad rad2deg erf erfc floor ceil trunc sign abs absolute negative neg positive '
                 'arcsin arccos arctan arcsinh arccosh arctanh fix sgn add sub mul div pow remainder fmod floor_divide '
                 'maximum minimum fmax fmin atan2 arctan2 hypot copysign logaddexp square rsqrt sigmoid relu round frac '
                 'clamp clip clamp_min clamp_max lerp addcmul addcdiv logit xlogy nan_to_num eq ne lt le gt ge '
                 'logical_and logical_or logical_xor logical_not bitwise_and bitwise_or bitwise_xor bitwise_not isnan '
                 'isinf isfinite equal isclose allclose subtract multiply divide true_divide greater greater_equal less '
                 'less_equal not_equal',
    reductions: 'sum nansum mean prod var std max min amax amin aminmax argmax argmin all any count_nonzero logsumexp '
                'cumsum cumprod cummax cummin sort argsort topk kthvalue median norm dist softmax log_softmax',
    shaping: 'reshape view view_as reshape_as flatten ravel unflatten permute transpose swapaxes swapdims t movedim '
             'moveaxis squeeze unsqueeze expand expand_as broadcast_to contiguous clone diagonal diag tril triu trace '
             'flip fliplr flipud roll repeat tile split tensor_split chunk unbind narrow select diff',
    choosing: 'repeat_interleave gather index_select take masked_select masked_fill scatter scatter_add index_add '
              'index_fill nonzero unique bincount',
    products: 'matmul mm mv dot vdot bmm outer ger inner addmm addmv baddbmm kron cross',
}  # fmt: skip
for module, names in METHODS.items():
    for n in names.split():
        f = getattr(module, n)
        setattr(Tensor, n, f if hasattr(f, 'operation') else worded(f, n, method=True))
Tensor.nelement, Tensor.is_nonzero = Tensor.numel, Tensor.__bool__


def reflected(f):
    """The operator for a tensor that stands on the right; sequences have their own answer."""

    def method(x, y):
        return NotImplemented if isinstance(y, (str, list, tuple)) else f(y, x)

    return method


def divided_into(x, y):
    """`y / x` for a number y."""
    return renamed(elementwise.reciprocal(x) * y, 'MulBackward0')


def compared(f):
    """A comparison that leaves what is no number to Python."""

    def compare(x, y):
        if not isinstance(y, (Tensor, int, float, np.generic, np.ndarray)):
            return NotImplemented
        return f(x, y if not isinstance(y, np.ndarray) else fresh(y))

    return compare


OPERATORS = {
    'add': elementwise.plus, 'sub': elementwise.minus, 'mul': elementwise.times, 'truediv': elementwise.over,
    'pow': elementwise.pow, 'mod': elementwise.remainder, 'floordiv': elementwise.floor_divide,
    'matmul': products.matmul, 'and': elementwise.bitwise_and, 'or': elementwise.bitwise_or,
    'xor': elementwise.bitwise_xor, 'lshift': elementwise.bitwise_left_shift, 'rshift': elementwise.bitwise_right_shift,
}  # fmt: skip
for n, f in OPERATORS.items():
    setattr(Tensor, f'__{n}__', f)
    setattr(Tensor, f'__r{n}__', reflected(f))
Tensor.__radd__, Tensor.__rmul__ = (reflected(lambda y, x, f=f: f(x, y)) for f in (elementwise.plus, elementwise.times))
Tensor.__rsub__, Tensor.__rtruediv__ = elementwise.rsub, divided_into
Tensor.__neg__, Tensor.__pos__ = elementwise.neg, elementwise.positive
Tensor.__abs__, Tensor.__invert__ = elementwise.abs, elementwise.bitwise_not
for n in ('eq', 'ne', 'lt', 'le', 'gt', 'ge'):
    setattr(Tensor, f'__{n}__', compared(getattr(elementwise, n)))
Tensor.__getitem__, Tensor.__setitem__ = indexing.getitem, indexing.setitem


# In place


def in_place(op, name=None, integers=True):
    """The method that puts the result of an operation in the place of its first argument."""

    def method(x, *others):
        values = matched(x, *others) if others else (x,)
        kind = values[0].array.dtype
        if kind.kind == 'f' != x.array.dtype.kind or not integers and x.array.dtype.kind != 'f':
            word = fresh(np.empty((), kind if kind.kind == 'f' else dtypes.DEFAULT[0].numpy)).dtype.word
            raise RuntimeError(f"result type {word} can't be cast to the desired output type {x.dtype.word}")
        others = tuple(cast(v, x.array.dtype) if type(v) is Tensor else v for v in values[1:])
        try:
            return write(op, x, *others, name=name)
        except ValueError:
            shapes = [np.shape(getattr(v, 'array', v)) for v in (x, *others)]
            raise elementwise.mismatch(*shapes) from None

    return method


def copied_from(f):
    """The method that puts the result of a function in the place of its first argument."""

    def method(x, *args, **kwargs):
        if MODE.enabled:
            check_leaf(x)
        before = fresh(x.array.copy())  # what f keeps of it is not written over
        before.node = x.node
        out = f(before, *args, **kwargs)
        indexing.copy_(x, out)
        if x.view_of is None and not out.is_leaf:
            x.node.__class__ = type(out.node)
        return x

    return method


UNARY = ('sin cos tan asin acos atan sinh cosh tanh exp exp2 expm1 sqrt log log2 log10 log1p reciprocal floor ceil trunc '
         'sign abs erf sigmoid relu').split()  # fmt: skip
for n in UNARY:
    f = getattr(elementwise, n)
    setattr(Tensor, n + '_', in_place(f.operation, integers=f.integers))
Tensor.neg_ = Tensor.negative_ = in_place(elementwise.negative.operation)
times_, over_ = in_place(elementwise.times.operation), in_place(elementwise.over.operation, integers=False)
plus_, minus_ = in_place(elementwise.plus.operation), in_place(elementwise.minus.operation)
power_, modulo_ = in_place(elementwise.power.operation), in_place(elementwise.modulo.operation)


def add_(x, other, *, alpha=1):
    """`x += alpha * other`."""
    return plus_(x, other if alpha == 1 else other * alpha)


def sub_(x, other, *, alpha=1):
    """`x -= alpha * other`."""
    return minus_(x, other if alpha == 1 else other * alpha)


def with_value(f, sign):
    """The operator in place, of a tensor or a number; an array makes a new tensor."""

    def method(x, other):
        if isinstance(other, (Tensor, Real, np.bool_)):
            return f(x, other)
        if isinstance(other, np.ndarray):
            return NotImplemented
        raise TypeError(f"unsupported operand type(s) for {sign}=: 'Tensor' and '{kind_of(other)}'")

    return method


def under_name(f):
    """The same as a method, whose argument has a name."""
    return lambda input, other: f(input, other)


for n, f in dict(add=add_, sub=sub_, mul=times_, div=over_, pow=power_, remainder=modulo_).items():
    setattr(Tensor, n + '_', worded(f if f in (add_, sub_) else under_name(f), n + '_', method=True))
IN_PLACE = {
    'add': (plus_, '+'), 'sub': (minus_, '-'), 'mul': (times_, '*'), 'truediv': (over_, '/'), 'pow': (power_, '**'),
    'mod': (modulo_, '%'),
}  # fmt: skip
for n, (f, sign) in IN_PLACE.items():
    setattr(Tensor, f'__i{n}__', with_value(f, sign))
for n in ('clamp clip clamp_min clamp_max square lerp addcmul addcdiv nan_to_num round rsqrt masked_fill '
          'scatter scatter_add index_add index_fill tril triu floor_divide fmod cumsum cumprod').split():  # fmt: skip
    setattr(Tensor, n + '_', copied_from(getattr(Tensor, n)))


def fill_(x, value, name=None):
    """Every element becomes `value`."""
    name = name or f'FillBackward{3 if isinstance(value, Tensor) else 2}'
    value = value if isinstance(value, Tensor) else fresh(np.asarray(value, x.array.dtype))
    if value.array.ndim:
        raise RuntimeError(
            f'fill_ only supports 0-dimension value tensor but got tensor with {value.array.ndim} dimensions.'
        )
    return indexing.copy_(x, value, name)


def copy_(x, other, non_blocking=False):
    """Every element becomes that of another tensor, which is broadcast."""
    if not isinstance(other, (Tensor, Real)):
        raise TypeError(f"copy_(): argument 'other' (position 1) must be Tensor, not {kind_of(other)}")
    one, two = x.array.shape, np.shape(getattr(other, 'array', other))
    if not elementwise.fit(one, two):
        raise elementwise.mismatch(one, two)
    if np.broadcast_shapes(one, two) != one:
        raise RuntimeError(
            f"output with shape {list(one)} doesn't match the broadcast shape {list(np.broadcast_shapes(one, two))}"
        )
    return indexing.copy_(x, other)


def fill_diagonal_(x, value):
    """The elements of the diagonal become `value`."""
    fill_(x.diagonal(), value)
    return x


def zero_(x):
    """Every element becomes 0."""
    return fill_(x, 0, 'ZeroBackward0')


def random_(draw):
    def method(x, *args):
        return indexing.copy_(x, fresh(np.asarray(draw(creation.GLOBAL.stream, x.array.shape, *args), x.array.dtype)))

    return method


def reshaped_(name):
    """A method that gives a tensor another shape, in place."""

    def method(x, *args):
        if x.node is not None:
            raise NotImplementedError(f'srcad has no {name}_ of a tensor that requires gradients: x = x.{name}(...)')
        x.array = getattr(x, name)(*args).array
        return x

    return method


def new(create):
    """A creation method: in the dtype of the tensor."""

    def method(x, *args, dtype=None, **more):
        return create(*args, dtype=dtype or x.dtype, **more)

    return method


def to(x, *target, dtype=None, copy=False, **more):
    """The tensor in a dtype, or in that of another tensor; itself if it has that. There is one device."""
    for t in target:
        if isinstance(t, Tensor):
            dtype = t.dtype
        elif isinstance(t, dtypes.dtype) or t in dtypes.PYTHON:
            dtype = t
        else:
            creation.check_device(t)
    creation.check_device(more.get('device'))
    d = x.array.dtype if dtype is None else dtypes.known(dtype)
    return cast(x, d) if d != x.array.dtype or not copy else x.clone()


def in_dtype(d):
    return lambda x: cast(x, d.numpy)


def reversed_(x):
    """The elements in reverse order along all axes."""
    return x.flip(tuple(range(x.array.ndim)))


def contains(x, value):
    """Whether some element equals a value."""
    if not isinstance(value, (Tensor, int, float)):
        raise RuntimeError(f'Tensor.__contains__ only supports Tensor or scalar, but you passed in a {type(value)}.')
    return bool(np.any((x == value).array))


def iterate(x):
    """The parts along the first axis."""
    if not x.array.ndim:
        raise TypeError('iteration over a 0-d tensor')
    return iter(x.unbind(0))


def matrix_transposed(x):
    """The last two axes exchanged."""
    return x.transpose(-2, -1)


def all_transposed(x):
    """The axes in reverse order; PyTorch deprecates it but for matrices."""
    if x.array.ndim == 0:
        warn_once('Tensor.T is deprecated on 0-D tensors. This function is the identity in these cases.')
    elif x.array.ndim != 2:
        warn_once(
            'The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and it will '
            'throw an error in a future release. Consider `x.mT` to transpose batches of matrices or '
            '`x.permute(*srcad.arange(x.ndim - 1, -1, -1))` to reverse the dimensions of a tensor.'
        )
    return x.permute(*range(x.array.ndim)[::-1])


Tensor.T, Tensor.mT = property(all_transposed), property(matrix_transposed)
Tensor.fill_, Tensor.zero_, Tensor.copy_ = fill_, zero_, copy_
Tensor.fill_diagonal_ = fill_diagonal_
Tensor.uniform_ = random_(lambda stream, shape, low=0, high=1: stream.uniform(low, high, shape))
Tensor.normal_ = random_(lambda stream, shape, mean=0, std=1: stream.normal(mean, std, shape))
Tensor.squeeze_, Tensor.unsqueeze_, Tensor.t_ = map(reshaped_, ('squeeze', 'unsqueeze', 't'))
Tensor.new_zeros, Tensor.new_ones, Tensor.new_empty, Tensor.new_full = map(
    new, (creation.zeros, creation.ones, creation.empty, creation.full)
)
Tensor.new_tensor = new(creation.tensor)
Tensor.to, Tensor.cpu = to, elementwise.positive
for n in ('half', 'float', 'double', 'short', 'int', 'long', 'bool'):
    setattr(Tensor, n, in_dtype(dtypes.NAMES[n]))
Tensor.type_as = lambda x, other: cast(x, other.array.dtype)
Tensor.where = lambda x, condition, other: elementwise.where(condition, x, other)
Tensor.__reversed__, Tensor.__contains__, Tensor.__iter__ = reversed_, contains, iterate


def linear_algebra(name):
    def method(x, *args, **kwargs):
        from srcad import linalg

        return getattr(linalg, name)(x, *args, **kwargs)

    method.__name__ = name
    return method


for n in ('det', 'logdet', 'slogdet', 'cholesky', 'inverse', 'matrix_power', 'svd', 'qr'):
    setattr(Tensor, n, linear_algebra(n))
Tensor.pinverse = linear_algebra('pinv')
