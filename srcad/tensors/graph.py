"""The graph: a node for each recorded operation, an edge to the node of each argument."""

import functools
import itertools
import weakref

NUMBERS = itertools.count()


class Node:
    """A recorded operation: what it keeps, and where its gradients go.

    `adjoint(bz, *saved)` answers one gradient for each of `edges`. `guards` holds
    counters of writes, each followed by its count when the value was kept.
    `shape` and `dtype` are those of the result, and so of its gradient.
    Numbers grow along the graph: a node has a greater one than those it leads to.
    """

    __slots__ = (
        'edges', 'form', 'saved', 'guards', 'shape', 'dtype', 'number', 'hooks', 'retained', '__weakref__'
    )  # fmt: skip

    def __init__(self, edges, form, saved, guards, array):
        self.edges, self.form, self.saved, self.guards = edges, form, saved, guards
        self.shape, self.dtype = array.shape, array.dtype
        self.number = next(NUMBERS)
        self.hooks = self.retained = None

    def name(self):
        """PyTorch's name for the operation."""
        name = type(self).__name__
        return f'srcad::autograd::{name}' if name in ('AccumulateGrad', 'CopySlices', 'NotImplemented') else name

    @property
    def next_functions(self):
        """The nodes that gradients go to, each with the number 0: a node has one result."""
        return tuple((e, 0) for e in self.edges)

    def __repr__(self):
        return f'<{type(self).__name__} object at {hex(id(self))}>'


@functools.lru_cache(maxsize=None)
def node_class(name):
    """The class of nodes of one name.

    >>> node_class('MulBackward0').__name__
    'MulBackward0'
    """
    return type(name, (Node,), {'__slots__': ()})


VIEWS = set()  # the classes of nodes whose results share memory with their arguments


class AccumulateGrad(Node):
    """The end of a graph: a leaf, into whose `grad` what arrives is added."""

    __slots__ = ('leaf', 'after')

    def __init__(self, leaf):
        Node.__init__(self, (), None, (), (), leaf.array)
        self.after = {}
        self.leaf = weakref.ref(leaf)

    @property
    def variable(self):
        """The leaf, or None if nothing else refers to it any more."""
        return self.leaf()


def no_leaf():
    """What stands for the leaf where a gradient goes nowhere."""


class View:
    """How a tensor came from another that has the same memory: `steps` from `base`, each a function.

    `several` says which result this is of an operation that answers several views at once, and
    `recorded` says whether operations were recorded then.
    """

    def __init__(self, base, steps, several, recorded):
        self.base, self.steps, self.several, self.recorded = base, steps, several, recorded

    def of(self, base):
        """The same view of another base: an array or a tensor."""
        for step in self.steps:
            base = step(base)
        return base


class RemovableHandle:
    """What `register_hook` returns: `remove()` takes the hook away."""

    __module__ = 'srcad.utils.hooks'

    def __init__(self, hooks, key):
        self.hooks, self.key = hooks, key

    def remove(self):
        """Take the hook away; a second time does nothing."""
        self.hooks.pop(self.key, None)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.remove()


def register(hooks, hook):
    """Add a hook to others; the handle by which it is taken away."""
    key = next(NUMBERS)
    hooks[key] = hook
    return RemovableHandle(hooks, key)
