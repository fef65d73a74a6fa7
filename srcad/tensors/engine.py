"""The walk backwards over a graph: no recursion, each node once, when all of its gradient has arrived."""

import heapq

import numpy as np

from srcad import runtime
from srcad.errors import Unfollowed
from srcad.tensors.derive import outline
from srcad.tensors.graph import VIEWS
from srcad.tensors.mode import MODE
from srcad.tensors.record import operation, record
from srcad.tensors.tensor import Tensor, cast, fresh, type_name

FREED = (
    'Trying to backward through the graph a second time (or directly access saved tensors after they have already '
    'been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). '
    'Specify retain_graph=True if you need to backward through the graph a second time or if you need to access '
    'saved tensors after calling backward.'
)


def run(roots, seeds, keep, create, inputs=None, accumulate=True):
    """Send `seeds` backwards from `roots`; the gradients of the nodes `inputs`, None where none arrived.

    Without `inputs` every leaf accumulates. With them only what leads there is
    computed, and it is accumulated only if `accumulate` says so.
    """
    pending = consumers(roots)
    needed = None if inputs is None else leading_to(inputs, pending)
    before, MODE.enabled = MODE.enabled, create
    try:
        return Walk(pending, needed, keep, create, inputs, accumulate).run(roots, seeds)
    except Unfollowed as error:
        raise error.refusal() from None
    finally:
        MODE.enabled = before


def consumers(roots):
    """How many gradients each node will receive from others."""
    pending = dict.fromkeys(roots, 0)
    stack = list(pending)
    while stack:
        for edge in stack.pop().edges:
            if edge is not None:
                if edge in pending:
                    pending[edge] += 1
                else:
                    pending[edge] = 1
                    stack.append(edge)
    return pending


def leading_to(inputs, nodes):
    """Those of the nodes from which one of `inputs` can be reached."""
    found = set(inputs)
    for node in sorted(nodes, key=lambda n: n.number):
        if any(edge in found for edge in node.edges):
            found.add(node)
    return found


class Walk:
    """One walk: the gradients that have arrived, and the nodes that are ready."""

    def __init__(self, pending, needed, keep, create, inputs, accumulate):
        self.pending, self.needed, self.keep, self.create = pending, needed, keep, create
        self.accumulates, self.arrived, self.ready = accumulate, {}, []
        self.captured = {} if inputs is None else dict.fromkeys(inputs)

    def run(self, roots, seeds):
        arrived, ready, captured, needed = self.arrived, self.ready, self.captured, self.needed
        for root, seed in zip(roots, seeds):
            arrived[root] = arrived[root] + seed if root in arrived else seed
        for root in arrived:
            if not self.pending[root]:
                heapq.heappush(ready, rank(root))
        while ready:
            node = heapq.heappop(ready)[1]
            bz = arrived.pop(node, None)
            if bz is not None:
                if node.hooks:
                    bz = self.hooked(node, bz)
                if node in captured:
                    captured[node] = bz
                if node.retained is not None:
                    self.retain(node, bz)
            if node.edges:
                if needed is None or node in needed:
                    self.step(node, bz)
            elif bz is not None and self.accumulates and (needed is None or node in captured):
                self.accumulate(node, bz)
        return captured

    def step(self, node, bz):
        """Give the arguments of a node what they receive from `bz`, the gradient of its result."""
        arrived, pending, needed = self.arrived, self.pending, self.needed
        parts = (None,) * len(node.edges) if bz is None else self.gradients(node, bz)
        if MODE.anomaly:
            refuse_nan(node, parts)
        for edge, part in zip(node.edges, parts):
            if edge is None:
                continue
            if part is not None and (needed is None or edge in needed):
                if type(part) is float or part.shape != edge.shape or part.dtype is not edge.dtype:
                    part = conform(part, edge)
                arrived[edge] = self.sum(arrived[edge], part) if edge in arrived else part
            pending[edge] -= 1
            if not pending[edge]:
                heapq.heappush(self.ready, rank(edge))

    def gradients(self, node, bz):
        """What the arguments of a node receive; what it keeps is freed, if it is not wanted again."""
        saved, guards = node.saved, node.guards
        if saved is None:
            raise RuntimeError(FREED)
        for k in range(0, len(guards), 2):
            if guards[k][0] != guards[k + 1]:
                raise RuntimeError(written_since(node, k))
        if self.create:
            saved = tensors(node)
        if not self.keep and saved and (node.guards or node.form.keeps(node.saved)):
            node.saved = None
        if node.form.several:
            saved = (len(node.edges), *saved)
        if self.create:
            with DERIVING:
                return node.form.adjoint(bz, *saved)
        return MODE.quietly(node.form.adjoint, bz, *saved)

    def hooked(self, node, bz):
        """The gradient after the hooks of a node have seen it, and perhaps replaced it."""
        given = bz if self.create else fresh(np.asarray(bz))
        for hook in tuple(node.hooks.values()):
            answer = hook(given)
            if answer is not None:
                given = checked(answer, node, hook)
        return given if self.create else given.array

    def sum(self, one, other):
        """Two gradients together."""
        return one + other if self.create else MODE.quietly(np.add, one, other)

    def retain(self, node, bz):
        """Give a tensor that is no leaf its gradient, as `retain_grad` asked for."""
        owner = node.retained()
        if owner is not None:
            self.add_to(owner, bz)

    def accumulate(self, node, bz):
        """Add a gradient to that of a leaf."""
        leaf = node.leaf()
        if leaf is not None and leaf.node is not None:
            self.add_to(leaf, bz)
            for hook in tuple(node.after.values()):
                hook(leaf)

    def add_to(self, owner, bz):
        known = owner.gradient
        if self.create:
            owner.gradient = copied(bz) if known is None else self.sum(known, bz)
        elif known is None:
            owner.gradient = fresh(np.array(bz))
        else:
            known.array[...] = self.sum(known.array, bz)
            known.counter[0] += 1


def copied(x):
    """A recorded copy."""
    return record(operation(np.copy), x, name='CopyBackwards')


def refuse_nan(node, parts):
    """Raise RuntimeError if a gradient is nan."""
    for k, part in enumerate(parts):
        if part is not None and np.isnan(getattr(part, 'array', part)).any():
            raise RuntimeError(f"Function '{node.name()}' returned nan values in its {k}th output.")


class Deriving:
    """The time in which formulas of the table are evaluated with tensors."""

    def __enter__(self):
        MODE.creating = True

    def __exit__(self, *error):
        MODE.creating = False


DERIVING = Deriving()


def rank(node):
    """Leaves first, then the latest operation: the order in which nodes that are ready are taken."""
    return (-node.number if node.edges else -node.number - (1 << 62), node)


def tensors(node):
    """What a node keeps, as tensors that are part of the graph again."""
    form = node.form
    nodes = dict(zip(form.targets, node.edges), z=node)
    again = []
    for name, value in zip(form.names, node.saved):
        if name == 'items':
            value = [with_node(a, edge) for a, edge in zip(value, node.edges)]
        elif name is not None and isinstance(value, np.ndarray):
            value = with_node(value, nodes.get(name))
        again.append(value)
    return again


def with_node(array, node):
    made = fresh(array)
    made.node = node
    return made


def conform(part, node):
    """A gradient in the shape and the dtype of what it is the gradient of."""
    if isinstance(part, Tensor):
        part = runtime.unbroadcast(part, outline(node)) if part.shape != node.shape else part
        return part if part.array.dtype == node.dtype else cast(part, node.dtype)
    if np.shape(part) != node.shape:
        part = runtime.unbroadcast(part, outline(node))
    return np.asarray(part, node.dtype)


def checked(answer, node, hook):
    """What a hook answered, if it can stand for the gradient."""
    if not isinstance(answer, Tensor):
        raise TypeError(f"expected Variable, but hook returned '{type(answer).__name__}'")
    if answer.array.shape != node.shape:
        raise RuntimeError(f"hook '{hook.__name__}' has changed the size of value")
    if answer.array.dtype != node.dtype:
        raise RuntimeError(
            f"hook '{hook.__name__}' has changed the type of value (was {type_name(node.dtype)} got {answer.type()})"
        )
    return answer


def written_since(node, k):
    """The message for a kept value that has been written to since."""
    counter, version = node.guards[k], node.guards[k + 1]
    return (
        'one of the variables needed for gradient computation has been modified by an inplace operation: '
        f'[{described(node, k)} is at version {counter[0]}; expected version {version} instead. Hint: enable anomaly '
        'detection to find the operation that failed to compute its gradient, with '
        'srcad.autograd.set_detect_anomaly(True, check_nan=False).'
    )


def described(node, k):
    """The kept value of a guard: its type, its shape, and which operation it comes from."""
    if not node.form.targets:  # a differentiated function, whose arguments have no names here
        return f'an argument of {node.name()}]'
    name = node.form.guarded[min(k // 2, len(node.form.guarded) - 1)]
    value = node.saved[node.form.names.index(name)]
    if isinstance(value, list):  # of the arrays that an einsum was given
        value, source = value[k // 2], node.edges[k // 2]
    else:
        source = node if name == 'z' else dict(zip(node.form.targets, node.edges)).get(name)
    text = f'{type_name(value.dtype)} {list(value.shape)}'
    written_by = node.guards[k][1:]
    if written_by and source is not node and type(source) not in VIEWS:
        name = written_by[0]
    elif source is None or not source.edges:
        return text + ']'
    else:
        name = 'AsStrided' if type(source) in VIEWS else source.name()
    return f'{text}], which is output 0 of {name.removesuffix("Backward0")},'
