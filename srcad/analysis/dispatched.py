"""Functions of `functools.singledispatch`: which of several runs, by the class of the first argument."""

import functools
import inspect

import gast
import numpy as np

from srcad.analysis.call_kinds import STARRED
from srcad.analysis.operations import meant_by
from srcad.analysis.types import NONE, ORDER, Array, Bottom, Known, Number, Ref, TupleOf, is_text
from srcad.tree import Ours

DISPATCHER = functools.singledispatch(lambda x: x).__code__
NUMBERS = {'bool': (bool, np.bool_), 'int': (int, np.int64), 'float': (float, np.float64), 'complex': (complex, np.complex128)}


class Dispatched:
    """The part of `References` for such functions."""

    def dispatched(self, f, node, env):
        """The type of a call of one, where the class of its first argument is known."""
        if isinstance(node.args[0], gast.Starred):
            self.refuse(STARRED, node.args[0])
        t = self.expr(node.args[0], env)
        if isinstance(t, Bottom):
            return t
        kinds = self.heap.kinds_of(t) if isinstance(t, Ref) and not t.maybe else ()
        if len(kinds) > 1:
            return self.by_class(node.args[0], node, lambda cls, part: self.one_of(f, [meant_by(cls)], node, env))
        return self.one_of(f, list(map(meant_by, kinds)) or classes_of(t), node, env)

    def one_of(self, f, classes, node, env):
        chosen = {f.dispatch(cls) for cls in classes if cls is not None}
        if len(chosen) != 1 or None in classes:
            self.refuse('srcad cannot tell which of the registered functions runs here: call it by its name', node)
        (g,) = chosen
        self.program.dispatched[g] = f.__name__
        self.program.attributes += [(Choice(f, cls), 'function', g) for cls in classes]
        return self.rewritten(node, gast.Call(Ours(g.__name__, g), node.args, node.keywords), env)


class Choice:
    """What a dispatcher chooses for a class: another function may be registered later."""

    def __init__(self, f, cls):
        self.f, self.cls = f, cls

    @property
    def function(self):
        return self.f.dispatch(self.cls)


def is_dispatcher(f):
    return inspect.isfunction(f) and f.__code__ is DISPATCHER


def classes_of(t):
    """The classes of which a value may be that is no reference."""
    if isinstance(t, Number) and not t.maybe and not t.given:
        kinds = ORDER[: ORDER.index(t.kind) + 1] if t.whole else [t.kind]
        return [cls for k in kinds for cls in NUMBERS[k]] if t.dtype is None else [np.dtype(t.dtype).type]
    if isinstance(t, Array) and t.dims and not t.maybe:
        return [np.ndarray]
    if isinstance(t, TupleOf):
        return [t.of]
    return [type(None)] if t == NONE else [type(t.value)] if isinstance(t, Known) else [str] if is_text(t) else []
