"""Eager tensors with PyTorch's semantics of leaves, on the derivative table of srcad.

`NAMES` holds what `import srcad as torch` offers of them.
"""

import math
from types import SimpleNamespace

import srcad
from srcad import autograd, linalg, nn
from srcad.tensors import choosing, creation, dtypes, elementwise, mode, printing, products, reductions, shaping
from srcad.tensors import bridge, methods, protocols  # noqa: F401  (they complete the Tensor)
from srcad.tensors.calls import worded
from srcad.tensors.info import finfo, iinfo
from srcad.tensors.shape import Device, Size
from srcad.tensors.tensor import Tensor


def public(module):
    """The functions that a module defines for its users."""
    return {
        n: v if hasattr(v, 'operation') else worded(v, n)
        for n, v in vars(module).items()
        if not n.startswith('_') and callable(v) and not isinstance(v, type) and n in OFFERED
    }


OFFERED = {n for names in methods.METHODS.values() for n in names.split()} | set(
    'tensor as_tensor from_numpy zeros ones empty full eye arange linspace logspace rand randn randint randperm '
    'zeros_like ones_like empty_like full_like rand_like randn_like manual_seed is_tensor where var_mean std_mean '
    'stack cat concat concatenate vstack hstack dstack column_stack meshgrid numel einsum tensordot set_printoptions '
    'set_default_dtype get_default_dtype broadcast_tensors atleast_1d atleast_2d promote_types result_type can_cast bitwise_left_shift bitwise_right_shift '
    'scalar_tensor tril_indices triu_indices normal bernoulli'.split()
)
NAMES = {}
for module in (elementwise, reductions, shaping, choosing, products, creation, printing, dtypes):
    NAMES.update(public(module))
NAMES.update(dtypes.NAMES)
IN_PLACE = methods.UNARY + ['neg', 'clamp', 'round', 'square']
NAMES.update({n + '_': getattr(Tensor, n + '_') for n in IN_PLACE})
NAMES.update(
    Tensor=Tensor, Size=Size, dtype=dtypes.dtype, Generator=creation.Generator, autograd=autograd, linalg=linalg, nn=nn,
    no_grad=mode.no_grad, enable_grad=mode.enable_grad, set_grad_enabled=mode.set_grad_enabled,
    device=lambda name='cpu': Device(), detach=Tensor.detach, is_floating_point=Tensor.is_floating_point,
    FloatTensor=creation.of_dtype(dtypes.float32), DoubleTensor=creation.of_dtype(dtypes.float64),
    LongTensor=creation.of_dtype(dtypes.int64), BoolTensor=creation.of_dtype(dtypes.bool_),
    inference_mode=mode.no_grad, is_grad_enabled=mode.is_grad_enabled, finfo=finfo, iinfo=iinfo, pi=math.pi, e=math.e,
    inf=math.inf, nan=math.nan, newaxis=None, get_default_dtype=dtypes.get_default_dtype,
    is_nonzero=Tensor.__bool__, cuda=SimpleNamespace(is_available=lambda: False), det=linalg.det, logdet=linalg.logdet, slogdet=linalg.slogdet, inverse=linalg.inv, pinverse=linalg.pinv,
    cholesky=linalg.cholesky, qr=linalg.qr, matrix_power=linalg.matrix_power,
)  # fmt: skip
for name, value in NAMES.items():
    if name in vars(srcad):  # srcad.spell_out: a module of the same name would hide the function
        setattr(srcad, name, value)
