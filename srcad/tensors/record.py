"""An operation on tensors: NumPy computes it, and a node of the graph remembers it."""

import functools
import weakref
from dataclasses import replace

import numpy as np

from srcad import elements, factors, runtime
from srcad.rules.table import RULES, parse
from srcad.tensors import derive
from srcad.tensors.graph import VIEWS, AccumulateGrad, View, no_leaf, node_class
from srcad.tensors.mode import MODE
from srcad.tensors.tensor import Tensor, fresh

# PyTorch's names where they are not the function's own
NAMES = {
    'Add': 'Add', 'Sub': 'Sub', 'Mult': 'Mul', 'Div': 'Div', 'Pow': 'Pow', 'USub': 'Neg', 'MatMult': 'Mm', 'Mod': 'Remainder',
    'np.add': 'Add', 'np.subtract': 'Sub', 'np.multiply': 'Mul', 'np.divide': 'Div', 'np.power': 'Pow',
    'np.negative': 'Neg', 'np.absolute': 'Abs', 'np.log1p': 'Log1P', 'np.arcsin': 'Asin', 'np.arccos': 'Acos',
    'np.arctan': 'Atan', 'np.arcsinh': 'Asinh', 'np.arccosh': 'Acosh', 'np.arctanh': 'Atanh', 'np.arctan2': 'Atan2',
    'np.deg2rad': 'Deg2Rad', 'np.rad2deg': 'Rad2Deg', 'np.concatenate': 'Cat', 'elements.diagonal': 'Diagonal', 'elements.rectified': 'Relu', 'np.clip': 'Clamp', 'np.reshape': 'View',
    'np.expand_dims': 'Unsqueeze', 'np.broadcast_to': 'Expand', 'np.matmul': 'Mm', 'np.swapaxes': 'Transpose',
    'np.transpose': 'Permute', 'np.moveaxis': 'Permute', 'np.nan_to_num': 'NanToNum', 'elements.item': 'Index',
    'np.abs': 'Abs', 'math.erf': 'Erf', 'math.erfc': 'Erfc', 'elements.replaced': 'IndexPut', 'elements.written': 'CopySlices', 'np.copy': 'Clone', 'np.float_power': 'Pow',
}  # fmt: skip


CONSTANT = parse('np.zeros_like(bz)')


class Operation:
    """A row of the table as something that can be done with tensors.

    >>> operation(np.sin)
    <operation np.sin>
    """

    def __init__(self, key, evaluate=None):
        self.rule = RULES[key]
        if self.rule.kind == 'inactive':  # constant in pieces
            self.rule = replace(self.rule, params={'x': None}, kind='linear', formulas={'x': (CONSTANT,)})
        self.evaluate = evaluate or derive.caller(self.rule)
        self.name = NAMES.get(self.rule.name) or self.rule.name.split('.')[-1].capitalize()

    def __repr__(self):
        return f'<operation {self.rule.name}>'

    def node_class(self, name):
        return node_class(name or self.name + 'Backward0')

    def form(self, values):
        """The form for these arguments; None if none of them takes a gradient."""
        kinds = ''
        for p, v in zip(self.rule.params, values):
            if type(v) is Tensor:
                kinds += 'a' if v.node is not None and p in self.rule.formulas else 't'
            elif p == 'items':
                kinds += 'i' if any(t.node is not None for t in v) else 't'
            else:
                kinds += 'v'
        return derive.form(self.rule, kinds) if 'a' in kinds or 'i' in kinds else None


@functools.lru_cache(maxsize=None)
def operation(key, evaluate=None):
    """The operation of a function of the table, or of an operator's row."""
    return Operation(key, evaluate)


def record(op, *values, name=None):
    """Do an operation: `values` for all parameters of its row, in their order.

    >>> record(operation(np.sum), fresh(np.ones(3)), None, False)
    tensor(3., dtype=srcad.float64)
    """
    z = MODE.quietly(op.evaluate, *map(plain, values))
    out = fresh(z if type(z) is np.ndarray else np.asarray(z))
    if MODE.enabled:
        form = op.form(values)
        if form is not None:
            if out.array.dtype.kind != 'f':
                raise TypeError(
                    f'srcad has no {op.rule.name} of tensors that require gradients: it gives {out.array.dtype}'
                )
            saved, guards = form.keep(*values, out)
            out.node = op.node_class(name)(form.edges(op.rule, values), form, saved, guards, out.array)
    return out


def dispatching(f):
    """A function of the runtime that has a row itself, for arrays and for tensors."""
    op = operation(f)

    def either(*values):
        return record(op, *values) if any(type(v) is Tensor for v in values) else f(*values)

    return either


for module in (runtime, elements, factors):
    derive.NAMESPACE.update({n: dispatching(f) for n, f in vars(module).items() if callable(f) and f in RULES})


def to_dtype(x, d):
    """A copy of `x` in a NumPy dtype; recorded, unless that cannot carry a gradient."""
    if d.kind == 'f':
        return record(operation(elements.astype), x, d, name='ToCopyBackward0')
    return fresh(x.array.astype(d))


def plain(value):
    """The array of a tensor, also within a list."""
    if type(value) is Tensor:
        return value.array
    if type(value) in (list, tuple):
        return type(value)([plain(v) for v in value])
    return value


def view(op, x, *rest, name=None, several=None):
    """Do an operation whose result may share the memory of `x`, and link the two if it does."""
    out = record(op, x, *rest, name=name)
    if np.may_share_memory(out.array, x.array):
        link(out, x, functools.partial(step, op, rest, name), several)
    return out


def step(op, rest, name, base):
    """A view taken once more, of an array or of a tensor."""
    return view(op, base, *rest, name=name) if type(base) is Tensor else op.evaluate(base, *rest)


def link(out, x, taken, several=None):
    """Make `out` a view of `x`: what is written to one is seen by the other."""
    out.counter = x.counter
    VIEWS.add(type(out.node))
    before = x.view_of or View(x, (), None, True)
    recorded = MODE.enabled and before.recorded
    out.view_of = View(before.base, (*before.steps, taken), several or before.several, recorded)
    if not MODE.enabled and x.node is not None:  # in PyTorch a leaf, whose gradient goes nowhere
        out.node = AccumulateGrad(out)
        out.node.leaf = no_leaf
    if before.base.views is None:
        before.base.views = weakref.WeakValueDictionary()
    before.base.views[id(out)] = out


def write(op, t, *values, name=None):
    """Do an operation in place: its result takes the place of the elements of `t`."""
    form = None
    if MODE.enabled:
        form = op.form((t, *values))
        if form is not None or t.node is not None:
            check_view(t)
        check_leaf(t)
    before = fresh(t.array)
    before.node = t.node
    if form is not None:
        if next(iter(op.rule.params)) in form.names:  # the old elements are wanted by backward
            before.array = t.array.copy()
        saved, guards = form.keep(before, *values, t)
    z = MODE.quietly(op.evaluate, before.array, *map(plain, values))
    overwrite(t, z)
    outdate(t if t.view_of is None else t.view_of.base)
    if form is not None:
        if 'z' in form.names:  # the result is kept as it is now
            guards = (*guards[:-1], t.counter[0])
        node = op.node_class(name)(form.edges(op.rule, (before, *values)), form, saved, guards, t.array)
        rebase(t, node)
    return t


def overwrite(t, z):
    """Put an array in the place of the elements of `t`, and count that."""
    shape, d = np.shape(z), np.asarray(z).dtype
    if d.kind == 'f' and t.array.dtype.kind != 'f' or d.kind in 'iu' and t.array.dtype.kind == 'b':
        raise RuntimeError(
            f"result type {fresh(np.asarray(z)).dtype.word} can't be cast to the desired output type {t.dtype.word}"
        )
    if shape != t.array.shape and np.broadcast_shapes(shape, t.array.shape) != t.array.shape:
        raise RuntimeError(
            f"output with shape {list(t.array.shape)} doesn't match the broadcast shape "
            f'{list(np.broadcast_shapes(shape, t.array.shape))}'
        )
    if not t.array.flags.writeable:
        raise RuntimeError(
            'unsupported operation: more than one element of the written-to tensor refers to a single memory '
            'location. Please clone() the tensor before performing the operation.'
        )
    np.copyto(t.array, z, casting='unsafe')
    t.counter[0] += 1


def check_leaf(t):
    """Refuse to write into a leaf whose gradient is wanted, itself or through a view."""
    base = t.view_of.base if t.view_of is not None else t
    if t.node is not None and base.is_leaf:
        which = 'a leaf' if base is t else 'a view of a leaf'
        raise RuntimeError(f'{which} Variable that requires grad is being used in an in-place operation.')


def check_view(t):
    """Refuse to record a write into a view that was made where that could not be followed."""
    if t.view_of is not None and cannot_follow(t.view_of):
        raise RuntimeError(cannot_follow(t.view_of, 'is being modified inplace'))


def cannot_follow(view, why=''):
    """What is said of a view whose gradient cannot follow what is written; None of others."""
    if not view.recorded:
        return (
            f'A view was created in no_grad mode and {why} with grad mode enabled. Given that this use case is ambiguous '
            'and error-prone, it is forbidden. You can clarify your code by moving both the view and the inplace either '
            'both inside the no_grad block (if you don\'t want the inplace to be tracked) or both outside (if you want '
            'the inplace to be tracked).'
        )
    if view.several:
        return (
            f'Output {view.several} is a view and {why}. This view is the output of a function that returns multiple '
            'views. Such functions do not allow the output views to be modified inplace. You should replace the inplace '
            'operation by an out-of-place one.'
        )
    return None


def outdate(base):
    """Refuse the gradients of the views of `base` that cannot follow what has been written."""
    for v in list((base.views or {}).values()):
        if base.node is not None and v.node is not None and cannot_follow(v.view_of):
            why = 'its base or another view of its base has been modified inplace'
            refusal = derive.Refusal(cannot_follow(v.view_of, why))
            v.node = node_class('Invalid')((base.node,), refusal, (), (), v.array)


def rebase(t, node):
    """The elements of `t` come from `node` from now on, and so do those of its base and all its views."""
    base = t
    if t.view_of is not None:
        base = t.view_of.base
        rule = RULES[elements.written]
        form = derive.form(rule, ('a' if base.node is not None else 't') + 'va')
        node = node_class('CopySlices')((base.node, node), form, (t.view_of.of,), (), base.array)
    if base.node is not None and base.node.retained is not None:
        node.retained, base.node.retained = base.node.retained, None
    base.node = node
    t.counter[1:] = [node.name()]
    for v in list((base.views or {}).values()):
        if not cannot_follow(v.view_of):
            v.node = v.view_of.of(base).node
            v.node.__class__ = node_class('AsStridedBackward0')
