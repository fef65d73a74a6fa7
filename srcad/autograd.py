"""Gradients of tensors: `backward` and `grad`, as PyTorch has them."""

import warnings

import numpy as np

from srcad.tensors import engine
from srcad.tensors.mode import MODE, enable_grad, is_grad_enabled, no_grad, set_grad_enabled, warn_once
from srcad.tensors.shaping import stack
from srcad.tensors.tensor import Tensor, cast, fresh

__all__ = [
    'backward',
    'detect_anomaly',
    'enable_grad',
    'functional',
    'grad',
    'is_grad_enabled',
    'no_grad',
    'set_detect_anomaly',
    'set_grad_enabled',
]


def backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, inputs=None):
    """Add to the `grad` of each leaf its gradient of the sum of `tensors`.

    `grad_tensors` are their own gradients, which tensors of several elements
    want. With `inputs` only those receive one. The graph is freed unless
    `retain_graph`; with `create_graph` the gradients can be differentiated again.

    >>> from srcad import tensor
    >>> x = tensor(3.0, requires_grad=True)
    >>> backward(x * x); x.grad
    tensor(6.)
    """
    outputs = sequence(tensors)
    if inputs is not None:
        inputs = sequence(inputs)
        if not inputs:
            raise RuntimeError('`inputs` argument to `backward()` cannot be empty.')
        for t in inputs:
            t.retain_grad()
    seeds = gradients_of(outputs, grad_tensors, create_graph)
    if create_graph:
        warn_once(
            'Using backward() with create_graph=True will create a reference cycle between the parameter and its '
            'gradient which can cause a memory leak. We recommend using autograd.grad when creating the graph to avoid '
            'this. If you have to use this function, make sure to reset the .grad fields of your parameters to None '
            'after use to break the cycle and avoid the leak.'
        )
    nodes = None if inputs is None else [t.node for t in inputs]
    engine.run([t.node for t in outputs], seeds, bool(retain_graph or create_graph), create_graph, nodes)


def grad(
    outputs,
    inputs,
    grad_outputs=None,
    retain_graph=None,
    create_graph=False,
    allow_unused=None,
    is_grads_batched=False,
    materialize_grads=False,
):
    """The gradients of the sum of `outputs` by each of `inputs`, in a tuple.

    None for an input that was not used, if `allow_unused`, else RuntimeError;
    zeros with `materialize_grads`.

    >>> from srcad import tensor
    >>> x = tensor(3.0, requires_grad=True)
    >>> grad(x * x, x)
    (tensor(6.),)
    """
    if is_grads_batched:
        raise NotImplementedError('srcad.autograd.grad has no is_grads_batched')
    outputs, inputs = sequence(outputs), sequence(inputs)
    if materialize_grads and allow_unused is False:
        raise ValueError(
            'Expected allow_unused to be True or not passed when materialize_grads=True, but got: allow_unused=False.'
        )
    if not inputs:
        raise RuntimeError('`inputs` argument to `grad()` cannot be empty.')
    seeds = gradients_of(outputs, grad_outputs, create_graph)
    for t in inputs:
        if t.node is None:
            raise RuntimeError('One of the differentiated Tensors does not require grad')
    keep = create_graph if retain_graph is None else retain_graph
    nodes = [t.node for t in inputs]
    found = engine.run([t.node for t in outputs], seeds, keep, create_graph, nodes, accumulate=False)
    return tuple(
        finished(found[t.node], t, k, create_graph, allow_unused, materialize_grads) for k, t in enumerate(inputs)
    )


def finished(g, t, k, create_graph, allow_unused, materialize):
    """The gradient that was found for the k-th input, as a tensor."""
    if g is None:
        if materialize:
            return fresh(np.zeros_like(t.array))
        if not allow_unused:
            raise RuntimeError(
                f'The differentiated Tensor at index {k} appears to not have been used in the graph. Set '
                'allow_unused=True if this is the desired behavior.'
            )
        return None
    return g if create_graph else fresh(np.array(g))


def sequence(tensors):
    return (tensors,) if isinstance(tensors, Tensor) else tuple(tensors)


def gradients_of(outputs, given, create_graph):
    """The gradients that backward begins with: arrays, or tensors if the graph goes on."""
    given = (None,) * len(outputs) if given is None else sequence(given)
    for g in given:
        if g is not None and not isinstance(g, Tensor):
            raise TypeError(f'gradients can be either Tensors or None, but got {type(g).__name__}')
    if len(given) != len(outputs):
        raise RuntimeError(f'got {len(outputs)} tensors and {len(given)} gradients')
    seeds = []
    for k, (t, g) in enumerate(zip(outputs, given)):
        if g is None:
            if t.node is not None and t.array.size != 1:
                raise RuntimeError('grad can be implicitly created only for scalar outputs')
            g = fresh(np.ones_like(t.array))
        elif g.array.shape != t.array.shape:
            raise RuntimeError(
                f'Mismatch in shape: grad_output[{k}] has a shape of {g.shape} and output[{k}] has a shape of {t.shape}.'
            )
        if t.node is None:
            raise RuntimeError(f'element {k} of tensors does not require grad and does not have a grad_fn')
        g = cast(g, t.array.dtype)
        seeds.append(g if create_graph else g.array)
    return seeds


class set_detect_anomaly:
    """Have backward refuse nan, now or within a `with`: RuntimeError that names the operation.

    >>> with set_detect_anomaly(False):
    ...     pass
    """

    def __init__(self, mode, check_nan=True):
        self.before, MODE.anomaly = MODE.anomaly, mode and check_nan

    def __enter__(self):
        return self

    def __exit__(self, *error):
        MODE.anomaly = self.before


class detect_anomaly(set_detect_anomaly):
    """`set_detect_anomaly(True)`, which says so."""

    def __init__(self, check_nan=True):
        warnings.warn(
            'Anomaly Detection has been enabled. This mode will increase the runtime and should only be enabled for '
            'debugging.',
            UserWarning,
            stacklevel=2,
        )
        super().__init__(True, check_nan)


class functional:
    """Derivatives of functions of tensors: `jacobian`, `hessian`, `vjp`."""

    @staticmethod
    def jacobian(func, inputs, create_graph=False):
        """The derivatives of each element of `func(inputs)` by each of a tensor, in the shape of one after the other.

        Of several inputs, which are given in a tuple, one for each.

        >>> from srcad import tensor
        >>> functional.jacobian(lambda x: x**2, tensor([1.0, 2.0]))
        tensor([[2., 0.],
                [0., 4.]])
        """
        leaves = [x.detach().requires_grad_() for x in sequence(inputs)]
        y = func(*leaves)
        rows = [
            grad(v, leaves, retain_graph=True, create_graph=create_graph, materialize_grads=True) for v in y.reshape(-1)
        ]
        found = tuple(stack(parts).reshape(*y.shape, *x.shape) for parts, x in zip(zip(*rows), leaves))
        return found[0] if isinstance(inputs, Tensor) else found

    @staticmethod
    def hessian(func, inputs):
        """The second derivatives of a function with one value.

        >>> from srcad import tensor
        >>> functional.hessian(lambda x: (x**3).sum(), tensor([1.0, 2.0]))
        tensor([[ 6.,  0.],
                [ 0., 12.]])
        """
        return functional.jacobian(lambda x: grad(func(x), x, create_graph=True)[0], inputs)

    @staticmethod
    def vjp(func, inputs, v=None):
        """The value, and `v` times the Jacobian.

        >>> from srcad import tensor
        >>> functional.vjp(lambda x: x**2, tensor([3.0]), tensor([1.0]))
        (tensor([9.]), tensor([6.]))
        """
        x = inputs.detach().requires_grad_()
        y = func(x)
        return y.detach(), grad(y, x, v)[0]
