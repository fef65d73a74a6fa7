"""Activations and losses, under PyTorch's names."""

import math
import warnings

import numpy as np

from srcad.tensors import reductions
from srcad.tensors.creation import GLOBAL
from srcad.tensors.elementwise import (
    abs, clamp, erf, exp, expm1, log, log1p, logaddexp, relu, renamed, sigmoid, sqrt, tanh, where
)  # fmt: skip
from srcad.tensors.products import matmul
from srcad.tensors.reductions import mean, sum
from srcad.tensors.tensor import fresh

__all__ = ['binary_cross_entropy', 'binary_cross_entropy_with_logits', 'cosine_similarity', 'cross_entropy', 'dropout',
           'elu', 'gelu', 'hardtanh', 'huber_loss', 'kl_div', 'l1_loss', 'layer_norm', 'leaky_relu', 'linear',
           'log_softmax', 'logsigmoid', 'mse_loss', 'nll_loss', 'normalize', 'one_hot', 'relu', 'relu6', 'selu',
           'sigmoid', 'silu', 'smooth_l1_loss', 'softmax', 'softmin', 'softplus', 'softsign', 'tanh']  # fmt: skip


def reduced(loss, reduction, name):
    """The mean or the sum of a loss, or the loss itself."""
    if reduction not in ('none', 'mean', 'sum'):
        raise ValueError(f'{reduction} is not a valid value for reduction')
    out = loss if reduction == 'none' else mean(loss) if reduction == 'mean' else sum(loss)
    return renamed(out, name) if name else out


def with_implied(f):
    """`softmax` or the like, which chooses an axis itself if none is given, and warns."""

    def activation(input, dim=None, _stacklevel=3, dtype=None):
        if dim is None:
            warnings.warn(
                f'Implicit dimension choice for {f.__name__} has been deprecated. Change the call to include dim=X as an '
                'argument.',
                UserWarning,
                stacklevel=_stacklevel,
            )
            dim = 0 if input.array.ndim in (0, 1, 3) else 1
        return f(input, dim, dtype)

    activation.__name__, activation.__doc__ = f.__name__, f.__doc__
    return activation


softmax, log_softmax = with_implied(reductions.softmax), with_implied(reductions.log_softmax)


def check_target(input, target):
    if target.array.shape != input.array.shape:
        warnings.warn(
            f'Using a target size ({target.shape}) that is different to the input size ({input.shape}). This will likely '
            'lead to incorrect results due to broadcasting. Please ensure they have the same size.',
            UserWarning,
            stacklevel=3,
        )


def mse_loss(input, target, reduction='mean'):
    """The mean of `(input - target)**2`, or the sum, or each.

    >>> from srcad import tensor
    >>> mse_loss(tensor([1.0, 2.0]), tensor([1.0, 4.0]))
    tensor(2.)
    """
    check_target(input, target)
    return reduced((input - target) ** 2, reduction, 'MseLossBackward0')


def l1_loss(input, target, reduction='mean'):
    """The mean of `abs(input - target)`."""
    check_target(input, target)
    return reduced(abs(input - target), reduction, None)


def smooth_l1_loss(input, target, reduction='mean', beta=1.0):
    """Squares where the difference is below `beta`, straight lines beyond."""
    check_target(input, target)
    d = input - target
    return reduced(where(abs(d) < beta, 0.5 * d * d / beta, abs(d) - 0.5 * beta), reduction, 'SmoothL1LossBackward0')


def huber_loss(input, target, reduction='mean', delta=1.0):
    """Squares where the difference is below `delta`, straight lines beyond."""
    d = input - target
    return reduced(where(abs(d) <= delta, 0.5 * d * d, delta * (abs(d) - 0.5 * delta)), reduction, 'HuberLossBackward0')


def nll_loss(input, target, weight=None, ignore_index=-100, reduction='mean'):
    """Minus the log-probabilities of the target classes; classes along axis 1, or 0 of a vector."""
    if target.array.dtype.kind not in 'iu':
        raise RuntimeError(f'expected target dtype to be Long or Byte, but got {target.dtype.word}')
    if weight is not None and weight.requires_grad:
        raise RuntimeError(
            "The function 'nll_loss_forward' is not differentiable with respect to argument 'weight'. This input cannot "
            'have requires_grad True.'
        )
    axis = min(input.array.ndim - 1, 1)
    n, t = input.array.shape[axis], target.array
    if input.array.shape[:axis] + input.array.shape[axis + 1 :] != t.shape:
        raise ValueError(
            f'Expected input batch_size ({input.array.shape[0]}) to match target batch_size ({t.shape[0] if t.ndim else 1}).'
        )
    used = t != ignore_index
    wrong = t[used & ((t < 0) | (t >= n))]
    if wrong.size:
        raise IndexError(f'Target {wrong.flat[0]} is out of bounds.')
    chosen = fresh(np.expand_dims(np.where(used, t, 0), axis))
    weights = np.ones(n, input.array.dtype) if weight is None else weight.array
    scale = fresh(np.where(used, weights[np.where(used, t, 0)], 0).astype(input.array.dtype))
    loss = -(input.gather(axis, chosen).squeeze(axis) * scale)
    name = 'NllLossBackward0' if input.array.ndim < 3 else 'NllLoss2DBackward0'
    if reduction == 'mean':
        return renamed(sum(loss) / sum(scale), name)
    return reduced(loss, reduction, name)


def cross_entropy(input, target, weight=None, ignore_index=-100, reduction='mean', label_smoothing=0.0):
    """`nll_loss` of `log_softmax`; a target of floats is one probability for each class."""
    axis = min(input.array.ndim - 1, 1)
    logs = log_softmax(input, axis)
    if target.array.shape != input.array.shape:
        if not label_smoothing:
            return nll_loss(logs, target, weight, ignore_index, reduction)
        target = one_hot(target, input.array.shape[axis]).to(input.dtype)
    n = input.array.shape[axis]
    target = target * (1 - label_smoothing) + label_smoothing / n if label_smoothing else target
    loss = -sum(logs * target * (1 if weight is None else weight), axis)
    name = 'AddBackward0' if label_smoothing else 'DivBackward1'
    return renamed(sum(loss) / max(loss.array.size, 1), name) if reduction == 'mean' else reduced(loss, reduction, None)


def binary_cross_entropy(input, target, weight=None, reduction='mean'):
    """`-(target log(input) + (1 - target) log(1 - input))`; logarithms end at -100."""
    if input.array.shape != target.array.shape:
        raise ValueError(
            f'Using a target size ({target.shape}) that is different to the input size ({input.shape}) is deprecated. '
            'Please ensure they have the same size.'
        )
    for name, x in (('input', input), ('target', target)):
        if not np.all((x.array >= 0) & (x.array <= 1)):
            raise RuntimeError(f'all elements of {name} should be between 0 and 1')
    loss = -(target * clamp(log(input), min=-100.0) + (1 - target) * clamp(log(1 - input), min=-100.0))
    loss = loss if weight is None else loss * weight
    return reduced(loss, reduction, 'BinaryCrossEntropyBackward0')


def binary_cross_entropy_with_logits(input, target, weight=None, reduction='mean', pos_weight=None):
    """`binary_cross_entropy` of `sigmoid(input)`, for numbers of any size."""
    factor = 1 if pos_weight is None else 1 + (pos_weight - 1) * target
    loss = (1 - target) * input + factor * logaddexp(fresh(np.zeros_like(input.array)), -input)
    loss = loss if weight is None else loss * weight
    return reduced(loss, reduction, 'BinaryCrossEntropyWithLogitsBackward0')


def kl_div(input, target, reduction='mean', log_target=False):
    """`target (log(target) - input)`; 'batchmean' divides the sum by the first axis."""
    loss = exp(target) * (target - input) if log_target else x_log_x(target) - target * input
    if reduction == 'batchmean':
        return sum(loss) / input.array.shape[0]
    if reduction == 'mean':
        warnings.warn(BATCHMEAN, UserWarning, stacklevel=2)
    return reduced(loss, reduction, None)


BATCHMEAN = (
    "reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' divides only by "
    "the batch size, and aligns with the KL div math definition.'mean' will be changed to behave the same as 'batchmean' "
    'in the next major release.'
)


def x_log_x(x):
    """`x log(x)`, and 0 at 0."""
    zero = x == 0
    return where(zero, 0.0, x * log(where(zero, 1.0, x)))


def linear(input, weight, bias=None):
    """`input @ weight.T + bias`."""
    out = matmul(input, weight.t())
    return out if bias is None else renamed(out + bias, 'AddmmBackward0' if input.array.ndim == 2 else 'ViewBackward0')


def leaky_relu(input, negative_slope=0.01):
    """`input` where it is positive, else `negative_slope * input`."""
    return renamed(where(input > 0, input, negative_slope * input), 'LeakyReluBackward0')


def elu(input, alpha=1.0):
    """`input` where it is positive, else `alpha * (exp(input) - 1)`."""
    return renamed(where(input > 0, input, alpha * expm1(where(input > 0, 0.0, input))), 'EluBackward0')


def selu(input):
    """A scaled `elu`."""
    scale, alpha = 1.0507009873554805, 1.6732632423543772
    return renamed(scale * elu(input, alpha), 'EluBackward0')


def gelu(input, approximate='none'):
    """`input` times the normal distribution function at `input`."""
    if approximate == 'tanh':
        inner = math.sqrt(2 / math.pi) * (input + 0.044715 * input**3)
        return renamed(0.5 * input * (1 + tanh(inner)), 'GeluBackward0')
    return renamed(0.5 * input * (1 + erf(input / math.sqrt(2))), 'GeluBackward0')


def silu(input):
    """`input * sigmoid(input)`."""
    return renamed(input * sigmoid(input), 'SiluBackward0')


def softplus(input, beta=1.0, threshold=20.0):
    """`log(1 + exp(beta * input)) / beta`; the input itself where that is large."""
    large = input * beta > threshold
    small = where(large, 0.0, input * beta)
    return renamed(where(large, input, log1p(exp(small)) / beta), 'SoftplusBackward0')


def logsigmoid(input):
    """`log(sigmoid(input))`, for numbers of any size."""
    return renamed(-logaddexp(fresh(np.zeros_like(input.array)), -input), 'LogSigmoidBackward0')


def softsign(input):
    """`input / (1 + abs(input))`."""
    return input / (1 + abs(input))


def hardtanh(input, min_val=-1.0, max_val=1.0):
    """`input` between two numbers; no gradient at and beyond them."""
    inside = (input > min_val) & (input < max_val)
    bounded = fresh(np.clip(input.array, min_val, max_val))
    return renamed(where(inside, input, bounded), 'HardtanhBackward0')


def relu6(input):
    """`input` between 0 and 6."""
    return hardtanh(input, 0.0, 6.0)


def threshold(input, threshold, value):
    """`input` where it is above the threshold, else `value`."""
    return renamed(where(input > threshold, input, value), 'ThresholdBackward0')


def softmin(input, dim=None):
    """`softmax(-input)`."""
    return softmax(-input, dim)


def normalize(input, p=2.0, dim=1, eps=1e-12):
    """`input` over its norm along `dim`, which counts as no less than `eps`."""
    return input / clamp(reductions.norm(input, p, dim, True), min=eps)


def cosine_similarity(x1, x2, dim=1, eps=1e-8):
    """The cosine of the angle between vectors along `dim`."""
    lengths = [clamp(reductions.norm(x, 2, dim, True), min=eps) for x in (x1, x2)]
    return renamed(sum((x1 / lengths[0]) * (x2 / lengths[1]), dim), 'SumBackward1')


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-05):
    """`input` less its mean, over its deviation, along the last axes."""
    axes = tuple(range(-len(tuple(normalized_shape)), 0))
    centered = input - mean(input, axes, True)
    out = centered / sqrt(mean(centered * centered, axes, True) + eps)
    out = out if weight is None else out * weight
    return renamed(out if bias is None else out + bias, 'NativeLayerNormBackward0')


def dropout(input, p=0.5, training=True, inplace=False):
    """Zeros at random places, the others larger in turn."""
    if not 0 <= p <= 1:
        raise ValueError(f'dropout probability has to be between 0 and 1, but got {p}')
    if not training or not p:
        return input
    kept = GLOBAL.stream.random(input.array.shape) >= p
    return input * fresh(np.asarray(kept / max(1 - p, 1e-300), input.array.dtype))


def one_hot(tensor, num_classes=-1):
    """Rows of zeros with a one at each class."""
    n = int(tensor.array.max()) + 1 if num_classes == -1 else num_classes
    return fresh((np.expand_dims(tensor.array, -1) == np.arange(n)).astype(np.int64))


def pad(input, pad, mode='constant', value=None):
    """A constant laid around: `pad` has two lengths for each axis, the last axis first."""
    if mode != 'constant':
        raise NotImplementedError(f'srcad has no pad of mode={mode!r}')
    pairs = [(pad[k], pad[k + 1]) for k in range(0, len(pad), 2)][::-1]
    pairs = [(0, 0)] * (input.array.ndim - len(pairs)) + pairs
    shape = [n + before + after for n, (before, after) in zip(input.array.shape, pairs)]
    out = fresh(np.full(shape, value or 0, input.array.dtype))
    out[tuple(slice(b, b + n) for (b, _), n in zip(pairs, input.array.shape))] = input
    return renamed(out, 'ConstantPadNdBackward0')
