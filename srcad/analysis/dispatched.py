"""What `functools` wraps: functions of singledispatch, of which the class of an argument chooses; methods with caches."""

import functools
import inspect

import gast
import numpy as np

from srcad.analysis.call_kinds import STARRED
from srcad.analysis.heap import label
from srcad.analysis.marks import is_frozen
from srcad.analysis.operations import meant_by
from srcad.analysis.steps import changes
from srcad.analysis.types import NONE, ORDER, Array, Bottom, Known, Number, Ref, TupleOf, is_text
from srcad.analysis.unknown import changing_cache
from srcad.standins.caches import kept_by_object
from srcad.tree import Ours, constant

DISPATCHER = functools.singledispatch(lambda x: x).__code__
WRAPPED = (functools.singledispatchmethod, functools._lru_cache_wrapper)
NUMBERS = {'bool': (bool, np.bool_), 'int': (int, np.int64), 'float': (float, np.float64), 'complex': (complex, np.complex128)}


class Dispatched:
    """The part of `References` for them."""

    def wrapped_method(self, owner, node, env):
        """The type of a call of a method that functools has wrapped: of a singledispatchmethod, or one with a cache."""
        found = {cls: inspect.getattr_static(cls, node.func.attr, None) for cls in self.heap.kinds_of(owner)}
        if not any(isinstance(f, WRAPPED) for f in found.values()):
            return None

        def of(cls, part):
            if isinstance(found[cls], functools.singledispatchmethod) and node.args:
                return self.dispatched(found[cls].dispatcher, node, env, [node.func.value])
            if isinstance(found[cls], functools._lru_cache_wrapper):
                return self.from_own_cache(found[cls], cls, part, node, env)
            return self.choice(cls, part, node, [node.func.value], env, None)

        several = len(set(found.values())) > 1
        return self.by_class(node.func.value, node, of) if several else of(min(found, key=label), owner)

    def from_own_cache(self, f, cls, owner, node, env):
        """The type of a call of a method with a cache, each of whose results its object keeps."""
        if node.keywords or self.heap.is_of_outside(owner) or not is_its_own_key(cls):
            said = f'whether .{node.func.attr}() runs here, or is in its cache: keep what it gives in a dict of the object'
            self.refuse(f'srcad cannot tell {said}', node)
        if changes(f.__wrapped__, (cls,)):
            self.refuse(changing_cache(f), node)
        text = constant(f'{f.__name__}_kept')
        given = [Ours(f.__name__, f.__wrapped__), text, node.func.value, *node.args]
        return self.rewritten(node, gast.Call(Ours('kept_by_object', kept_by_object), given, []), env)

    def dispatched(self, f, node, env, leading=()):
        """The type of a call of one, where the class of its first argument (but for the object) is known."""
        if isinstance(node.args[0], gast.Starred):
            self.refuse(STARRED, node.args[0])
        t = self.expr(node.args[0], env)
        if isinstance(t, Bottom):
            return t
        kinds = self.heap.kinds_of(t) if isinstance(t, Ref) and not t.maybe else ()
        if len(kinds) > 1:
            return self.by_class(node.args[0], node, lambda cls, part: self.one_of(f, [meant_by(cls)], node, env, leading))
        written = [type(node.args[0].value)] if isinstance(node.args[0], gast.Constant) else []
        return self.one_of(f, written or list(map(meant_by, kinds)) or classes_of(t), node, env, leading)

    def one_of(self, f, classes, node, env, leading):
        chosen = {f.dispatch(cls) for cls in classes if cls is not None}
        if len(chosen) != 1 or None in classes:
            self.refuse('srcad cannot tell which of the registered functions runs here: call it by its name', node)
        (g,) = chosen
        self.program.attributes += [(Choice(f, cls), 'function', g) for cls in classes]
        g, leading = (g.__func__, []) if isinstance(g, staticmethod) else (g, leading)
        if not inspect.isfunction(g):
            self.refuse('srcad does not follow this registered function: register a plain one', node)
        self.program.dispatched[g] = f.__name__
        return self.rewritten(node, gast.Call(Ours(g.__name__, g), [*leading, *node.args], node.keywords), env)


def is_its_own_key(cls):
    """Whether a cache tells objects of a class apart, or those that are alike for good."""
    by_identity = cls.__hash__ is object.__hash__ and cls.__eq__ is object.__eq__
    return (by_identity or is_frozen(cls)) and cls.__dictoffset__


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
