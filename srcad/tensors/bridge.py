"""A `@differentiate` function called with tensors: one node of the graph, whose backward is the generated adjoint."""

import numpy as np

from srcad import runtime
from srcad.arguments import floated
from srcad.differentiate import Bound, Differentiable
from srcad.errors import Unfollowed
from srcad.tensors import dtypes
from srcad.tensors.graph import node_class
from srcad.tensors.mode import MODE
from srcad.tensors.tensor import Tensor, fresh

CONTAINERS = (list, tuple)
WRITES = '{} writes into {}, a tensor, which would not know: pass it an array, x.detach().numpy()'


def call(self, *args, **kwargs):
    """The function itself; with tensors among its arguments its value is a tensor, and one node of the graph."""
    for a in (*args, *kwargs.values()) if kwargs else args:
        if type(a) is Tensor or isinstance(a, CONTAINERS) and next(tensors_in(a), None) is not None:
            return call_with_tensors(self, args, kwargs)
    return self.function(*args, **kwargs)


def method(self, *args, **kwargs):
    return self.method(self.instance, *args, **kwargs)


# Only programs that have tensors pay for looking for them.
Differentiable.__call__ = call
Bound.__call__ = method


def tensors_in(a):
    """The tensors of an argument, in their order."""
    if type(a) is Tensor:
        yield a
    elif isinstance(a, CONTAINERS):
        for item in a:
            yield from tensors_in(item)


def call_with_tensors(f, args, kwargs):
    """The value of a function as a tensor, or a tuple of tensors; TypeError if it writes into a tensor."""
    plain = args, kwargs
    if kwargs or len(args) != len(f.names) or not f.all_positional:
        args = f.bound(args, kwargs)
    given = [t for a in args for t in tensors_in(a)]
    argnums = tuple(k for k, a in enumerate(args) if any(t.node is not None for t in tensors_in(a)))
    if not argnums or not MODE.enabled:
        return wrapped(f, unwritten(f, *plain), given)
    numbers = [without_tensors(a) for a in args]
    made = f.gradient(tuple(numbers), argnums)
    for name, k in made.written:
        if next(tensors_in(args[k]), None) is not None:
            raise TypeError(WRITES.format(f.__name__, name))
    numbers = [floated(a) if k in argnums else a for k, a in enumerate(numbers)]
    try:
        value, saved = made.primal(*numbers) if made.has_value else (None, made.primal(*numbers))
    except Unfollowed as error:
        raise error.refusal() from None
    out = wrapped(f, value, given)
    record(f, made, args, out, saved, given)
    return out


def unwritten(f, args, kwargs):
    """The value of a function of arrays that it cannot write into."""
    try:
        return f.function(*map(guarded, args), **{n: guarded(a) for n, a in kwargs.items()})
    except ValueError as error:
        if 'read-only' not in str(error):
            raise
        raise TypeError(WRITES.format(f.__name__, 'an argument')) from error


def record(f, made, args, out, saved, given):
    """Give each value that can be differentiated its node."""
    several = isinstance(out, tuple)
    active = [t.active for t in made.result.items] if several else [made.result.active]
    arrays = [t for t in given if t.array.ndim]
    kept = list(arrays_in(saved)) if arrays else ()
    guards = tuple(
        c for t in arrays if any(np.may_share_memory(t.array, a) for a in kept) for c in (t.counter, t.counter[0])
    )
    edges = tuple(t.node for k in made.outs for t in tensors_in(args[k]))
    values = [x for x, a in zip(out if several else (out,), active) if a]
    shapes = [x.array.shape for x in values]
    for k, x in enumerate(values):
        form = Output(f.__name__, made, [args[n] for n in made.outs], shapes, k)
        x.node = node_class(f'{f.__name__.strip("<>")}Backward')(edges, form, (saved,), guards, x.array)


class Output:
    """The form of the node of one of a function's values: its gradients come from the generated adjoint."""

    names, targets, several = [None], [], False

    def __init__(self, name, made, arguments, shapes, place):
        self.name, self.made, self.shapes, self.place = name, made, shapes, place
        self.pattern = [pattern(a) for a in arguments]

    def keeps(self, saved):
        """What the primal kept is freed by backward."""
        return True

    def adjoint(self, bz, saved):
        if MODE.creating:
            raise NotImplementedError(
                f'srcad has no second derivative through {self.name}, a differentiated function called with tensors: '
                f'call {self.name}.__wrapped__'
            )
        try:
            grads = self.made.adjoint(*saved, *self.seeds(bz, float))
        except ZeroDivisionError:  # NumPy says inf or nan here
            grads = self.made.adjoint(*runtime.as_numpy(saved), *self.seeds(bz, np.float64))
        grads = grads if len(self.made.outs) > 1 else (grads,)
        return tuple(part for p, g in zip(self.pattern, grads) for part in parts(p, g))

    def seeds(self, bz, kind):
        """The adjoint of this value, and zeros for the others."""
        zeros = [np.zeros(shape) if shape else kind(0.0) for shape in self.shapes]
        zeros[self.place] = np.asarray(bz) if self.shapes[self.place] else kind(bz)
        return zeros


def pattern(a):
    """Where an argument has tensors: True, False, or a list of those."""
    return [pattern(item) for item in a] if isinstance(a, CONTAINERS) else type(a) is Tensor


def parts(p, g):
    """The gradients of the tensors of an argument, in their order."""
    if isinstance(p, list):
        for one, part in zip(p, g):
            yield from parts(one, part)
    elif p:
        yield g


def without_tensors(a):
    """An argument with arrays for tensors, and with numbers for tensors without axes."""
    return mapped(lambda t: t.array if t.array.ndim else t.array.item(), a)


def guarded(a):
    """The same, and nobody can write into the arrays: their tensors would not know."""
    return mapped(lambda t: read_only(t.array) if t.array.ndim else t.array.item(), a)


def read_only(array):
    array = array.view()
    array.flags.writeable = False
    return array


def mapped(f, a):
    """An argument with `f` of each of its tensors in the place of that."""
    if type(a) is Tensor:
        return f(a)
    if isinstance(a, CONTAINERS):
        items = [mapped(f, item) for item in a]
        return type(a)(*items) if hasattr(a, '_fields') else type(a)(items)
    if isinstance(a, dict) and any(type(v) is Tensor for v in a.values()):
        raise TypeError('a differentiated function takes tensors as arguments, and in lists and tuples: not in dicts')
    return a


def arrays_in(saved):
    if isinstance(saved, np.ndarray):
        yield saved
    elif isinstance(saved, CONTAINERS):
        for item in saved:
            yield from arrays_in(item)


def wrapped(f, value, given):
    """The value as a tensor with memory of its own, in the dtype of the tensors where it is a plain number."""
    if type(value) is tuple:
        return tuple(wrapped_one(f, v, given) for v in value)
    return wrapped_one(f, value, given)


def wrapped_one(f, value, given):
    if isinstance(value, np.ndarray):
        shared = any(np.may_share_memory(value, t.array) for t in given)
        return fresh(value.copy() if shared or not value.flags.writeable else value)
    if isinstance(value, (bool, np.bool_)) or isinstance(value, (int, np.integer)):
        return fresh(np.asarray(value))
    if isinstance(value, (float, np.floating)):
        d = value.dtype if isinstance(value, np.float32) else float_of(given)
        return fresh(np.asarray(value, d))
    raise TypeError(
        f'{f.__name__} called with tensors returned a {type(value).__name__}: it may return numbers, arrays, or a tuple of them'
    )


def float_of(given):
    """The dtype of the floats among tensors."""
    floats = [t.array for t in given if t.array.dtype.kind == 'f']
    return dtypes.result_dtype(floats, []) if floats else dtypes.DEFAULT[0].numpy
