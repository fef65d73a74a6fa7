"""The Tensor: an array, the node of the graph that it comes from, and what goes with them."""

import copy
import warnings
import weakref

import numpy as np

from srcad.tensors import dtypes
from srcad.tensors.graph import AccumulateGrad, register
from srcad.tensors.mode import MODE, warn_once
from srcad.tensors.shape import Device, Layout, Size, axis_of

NOT_A_LEAF = (
    'The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won\'t be '
    'populated during autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, '
    'use .retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the '
    'leaf Tensor instead. See github.com/pytorch/pytorch/pull/30531 for more information.'
)
NO_NUMPY = "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead."


class Tensor:
    """An array with a gradient.

    `array` is its memory, without axes for a number; `node` the operation that
    it comes from, or where its gradient gathers if it is a leaf, None if it
    requires no gradient. `counter` holds the number of writes to the memory, and
    is shared by all who share that.

    >>> from srcad.tensors.creation import tensor
    >>> x = tensor(3.0, requires_grad=True)
    >>> (x * x).backward(); x.grad
    tensor(6.)
    """

    __slots__ = ('array', 'node', 'counter', 'gradient', 'view_of', 'views', 'is_parameter', '__weakref__')
    __module__ = 'srcad'
    __array_priority__ = 1000

    def __new__(cls, *data):
        """A tensor of the default dtype: of a sequence of numbers, or of a shape."""
        from srcad.tensors import creation

        if len(data) == 1 and not isinstance(data[0], int):
            return creation.tensor(data[0], dtype=dtypes.DEFAULT[0])
        return creation.empty(*data or (0,))

    # What it is made of

    @property
    def shape(self):
        return Size(self.array.shape)

    @property
    def dtype(self):
        return dtypes.BY_NUMPY[self.array.dtype]

    @property
    def ndim(self):
        return self.array.ndim

    @property
    def itemsize(self):
        return self.array.itemsize

    @property
    def device(self):
        return Device()

    @property
    def layout(self):
        return Layout()

    @property
    def is_cuda(self):
        return False

    def size(self, dim=None):
        """The shape, or the length of one axis."""
        return self.shape if dim is None else self.array.shape[axis_of(dim, self.array.ndim)]

    def dim(self):
        """The number of axes."""
        return self.array.ndim

    ndimension = dim

    def numel(self):
        """The number of elements."""
        return self.array.size

    def element_size(self):
        """The bytes of one element."""
        return self.array.itemsize

    def stride(self, dim=None):
        """The step in memory along each axis, in elements."""
        steps = tuple(s // self.array.itemsize for s in self.array.strides)
        return steps if dim is None else steps[dim]

    def is_contiguous(self):
        """Whether the elements lie in memory in their order."""
        return self.array.flags.c_contiguous

    def data_ptr(self):
        """The address of the first element."""
        return self.array.ctypes.data

    def storage_offset(self):
        """How many elements of the base lie before the first."""
        base = self.view_of.base.array if self.view_of else self.array
        return (self.array.ctypes.data - base.ctypes.data) // self.array.itemsize

    @property
    def nbytes(self):
        return self.array.nbytes

    def is_floating_point(self):
        """Whether the elements are floats."""
        return self.array.dtype.kind == 'f'

    def is_complex(self):
        """Whether the elements are complex: never."""
        return False

    def type(self, dtype=None):
        """The name of the kind of tensor; with a dtype, the tensor in that."""
        return type_name(self.array.dtype) if dtype is None else cast(self, dtypes.known(dtype))

    # Its place in the graph

    @property
    def requires_grad(self):
        return self.node is not None

    @requires_grad.setter
    def requires_grad(self, wanted):
        if not isinstance(wanted, bool):
            raise RuntimeError('requires_grad must be a bool')
        if wanted and not self.is_leaf:
            raise RuntimeError('you can only change requires_grad flags of leaf variables.')
        if wanted and self.array.dtype.kind != 'f':
            raise RuntimeError('only Tensors of floating point and complex dtype can require gradients')
        self.requires_grad_(wanted)

    def requires_grad_(self, requires_grad=True):
        """Ask for a gradient, or no longer; RuntimeError unless it is a leaf of floats."""
        if not isinstance(requires_grad, bool):
            raise TypeError(
                "requires_grad_(): argument 'requires_grad' (position 1) must be bool, not " + kind_of(requires_grad)
            )
        if not self.is_leaf:
            if not requires_grad:
                raise RuntimeError(
                    'you can only change requires_grad flags of leaf variables. If you want to use a computed variable '
                    'in a subgraph that doesn\'t require differentiation use var_no_grad = var.detach().'
                )
        elif not requires_grad:
            self.node = None
        elif self.node is None:
            if self.array.dtype.kind != 'f':
                raise RuntimeError('only Tensors of floating point dtype can require gradients')
            self.node = AccumulateGrad(self)
        return self

    @property
    def is_leaf(self):
        return self.node is None or type(self.node) is AccumulateGrad

    @property
    def grad_fn(self):
        if type(self.node).__name__ == 'Invalid':
            raise RuntimeError(self.node.form.message)
        return None if self.is_leaf else self.node

    @property
    def output_nr(self):
        return 0

    @property
    def grad(self):
        if self.gradient is None and not self.is_leaf and self.node.retained is None:
            warnings.warn(NOT_A_LEAF, UserWarning, stacklevel=2)
        return self.gradient

    @grad.setter
    def grad(self, value):
        if value is not None:
            check_gradient(self, value)
        self.gradient = value

    @grad.deleter
    def grad(self):
        self.gradient = None

    @property
    def retains_grad(self):
        return not self.is_leaf and self.node.retained is not None

    def retain_grad(self):
        """Have `grad` filled by backward, though this is no leaf."""
        if self.node is None:
            raise RuntimeError("can't retain_grad on Tensor that has requires_grad=False")
        if not self.is_leaf:
            self.node.retained = weakref.ref(self)

    def register_hook(self, hook):
        """Have `hook(gradient)` called in backward; what it returns, unless None, takes the gradient's place."""
        if self.node is None:
            raise RuntimeError("cannot register a hook on a tensor that doesn't require gradient")
        if self.node.hooks is None:
            self.node.hooks = {}
        return register(self.node.hooks, hook)

    def register_post_accumulate_grad_hook(self, hook):
        """Have `hook(leaf)` called when backward has added to its `grad`."""
        if self.node is None:
            raise RuntimeError("cannot register a hook on a tensor that doesn't require gradient")
        if not self.is_leaf:
            raise RuntimeError('post accumulate grad hooks cannot be registered on non-leaf tensors')
        return register(self.node.after, hook)

    def backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None):
        """Add to the `grad` of each leaf, or of each of `inputs`, its gradient of this tensor.

        A tensor of several elements wants `gradient`, what its own gradient is.
        """
        from srcad import autograd

        autograd.backward(self, gradient, retain_graph, create_graph, inputs=inputs)

    # Memory that is shared, and copies

    @property
    def _version(self):
        return self.counter[0]

    @property
    def _base(self):
        return self.view_of and self.view_of.base

    def _is_view(self):
        return self.view_of is not None

    def detach(self):
        """A tensor of the same memory that requires no gradient."""
        made = fresh(self.array)
        made.counter = self.counter
        return made

    def detach_(self):
        """Cut this tensor off from where it comes from."""
        if self.view_of is not None:
            raise RuntimeError(
                "Can't detach views in-place. Use detach() instead. If you are using DistributedDataParallel (DDP) for "
                'training, and gradient_as_bucket_view is set as True, gradients are views of DDP buckets, and hence '
                'detach_() cannot be called on these gradients. To fix this error, please refer to the '
                'Optimizer.zero_grad() function in torch/optim/optimizer.py as the solution.'
            )
        self.node = None
        return self

    @property
    def data(self):
        return fresh(self.array)

    @data.setter
    def data(self, value):
        if not isinstance(value, Tensor):
            raise TypeError(f'Variable data has to be a tensor, but got {type(value).__name__}')
        if self.node is not None and value.array.dtype.kind != 'f':
            raise RuntimeError('data set to a tensor that requires gradients must be floating point or complex dtype')
        self.array = value.array
        if self.node is not None:
            self.node.shape, self.node.dtype = value.array.shape, value.array.dtype

    def __deepcopy__(self, memo):
        if not self.is_leaf:
            raise RuntimeError(
                'Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the '
                'moment.  If you were attempting to deepcopy a module, this may be because of a srcad.nn.utils.'
                'weight_norm usage, see https://github.com/pytorch/pytorch/pull/103001'
            )
        if id(self) not in memo:
            made = memo[id(self)] = fresh(self.array.copy())
            made.requires_grad_(self.requires_grad)
            made.gradient = copy.deepcopy(self.gradient, memo)
        return memo[id(self)]

    def __reduce_ex__(self, protocol):
        return rebuilt, (self.array, self.requires_grad)

    # Out to Python and NumPy

    def numpy(self, *, force=False):
        """The memory as an array; RuntimeError if a gradient is required, unless `force` or in `no_grad`."""
        if self.node is not None and MODE.enabled and not force:
            raise RuntimeError(NO_NUMPY)
        return self.array

    def __array__(self, dtype=None, copy=None):
        return np.array(self.numpy(), dtype, copy=copy)

    def item(self):
        """The one element, as a Python number."""
        if self.array.size != 1:
            raise RuntimeError(f'a Tensor with {self.array.size} elements cannot be converted to Scalar')
        return self.array.item()

    def tolist(self):
        """The elements in lists, as Python numbers."""
        return self.array.tolist()

    def __bool__(self):
        if self.array.size != 1:
            few = 'more than one value' if self.array.size else 'no values'
            raise RuntimeError(f'Boolean value of Tensor with {few} is ambiguous')
        return bool(self.array.item())

    def number(self, kind):
        """A Python number; a tensor whose gradient is being recorded must not become one unseen."""
        if MODE.creating and self.node is not None:
            raise NotImplementedError('srcad has no second derivative here: a formula made a number of a tensor')
        if self.node is not None and self.array.size == 1:
            warn_once(
                'Converting a tensor with requires_grad=True to a scalar may lead to unexpected behavior.\nConsider '
                'using tensor.detach() first.'
            )
        if self.array.size != 1:
            raise ValueError('only one element tensors can be converted to Python scalars')
        return kind(self.array.item())

    def __float__(self):
        return self.number(float)

    def __int__(self):
        return self.number(int)

    def __index__(self):
        if self.array.dtype.kind not in 'iub' or self.array.size != 1:
            raise TypeError('only integer tensors of a single element can be converted to an index')
        return int(self.array.item())

    def __len__(self):
        if not self.array.ndim:
            raise TypeError('len() of a 0-d tensor')
        return len(self.array)

    def __format__(self, spec):
        return format(self.item(), spec) if not self.array.ndim else object.__format__(self, spec)

    def __hash__(self):
        return id(self)

    def __delitem__(self, index):
        raise TypeError('Tensor does not support deleting items')

    def __repr__(self):
        from srcad.tensors.printing import text

        return text(self)


new = object.__new__


def fresh(array):
    """A tensor around an array, of which nothing else is known."""
    made = new(Tensor)
    made.array, made.counter = array, [0]
    made.node = made.gradient = made.view_of = made.views = None
    return made


def rebuilt(array, requires_grad):
    """A pickled tensor."""
    return fresh(array).requires_grad_(requires_grad)


def cast(x, d):
    """`x` in a NumPy dtype: itself if it has that, else a recorded copy.

    >>> cast(fresh(np.ones(2)), np.dtype('f4')).dtype
    srcad.float32
    """
    from srcad.tensors.record import to_dtype

    return x if x.array.dtype == d else to_dtype(x, d)


def kind_of(x):
    """What PyTorch calls the type of something that is not what it should be.

    >>> kind_of(1), kind_of(np.ones(1))
    ('int', 'numpy.ndarray')
    """
    kind = type(x)
    return f'numpy.{kind.__name__}' if kind.__module__ == 'numpy' else kind.__name__


def type_name(d):
    """PyTorch's name for tensors of a NumPy dtype, here.

    >>> type_name(np.dtype('f4'))
    'srcad.FloatTensor'
    """
    return f'srcad.{dtypes.supported(d).word}Tensor'


def check_gradient(owner, value):
    """Refuse what cannot be the gradient of a tensor."""
    if not isinstance(value, Tensor):
        raise TypeError(f'assigned grad expected to be a Tensor or None but got grad of type {kind_of(value)}')
    if value is owner:
        raise RuntimeError("can't assign Variable as its own grad")
    if value.array.dtype != owner.array.dtype:
        raise RuntimeError(
            f"attempting to assign a gradient with dtype '{WORDS[value.array.dtype.name]}' to a tensor with grad_dtype "
            f"'{owner.dtype.word}'. The gradient must match the tensor's grad_dtype (defaults to the tensor's dtype). "
            "You can set the tensor's grad_dtype attribute with a specific dtype, or None to allow any dtype. Set "
            'grad_dtype with caution. Diverging the dtypes of a tensor and its gradient may break downstream systems '
            'that assume they match.'
        )
    if value.array.shape != owner.array.shape:
        raise RuntimeError(
            f"attempting to assign a gradient of size '{list(value.shape)}' to a tensor of size '{list(owner.shape)}'. "
            'Please ensure that the gradient and the tensor are the same size'
        )


# What PyTorch calls a dtype in that message
WORDS = {
    'float64': 'double', 'float32': 'float', 'float16': 'c10::Half', 'int64': 'long int', 'int32': 'int',
    'int16': 'short int', 'int8': 'signed char', 'uint8': 'unsigned char', 'bool': 'bool',
}  # fmt: skip
