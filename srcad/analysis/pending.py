"""Calls that are rewritten as soon as the types of their arguments are known; until then they have no value."""

import gast
import numpy as np

from srcad.by_memory import is_of_library
from srcad.axes import is_unsure_squeeze
from srcad.lower.evaluation import is_in
from srcad.parts import SPLITS
from srcad.analysis.types import BOTTOM, INT, NONE, Array, Bottom, Either, Known, ListOf, Local, Ref

METHODS = ('fill', 'sort', 'put')
WRITERS = {np.copyto, np.put, np.putmask, np.place, np.put_along_axis, np.fill_diagonal}

# Functions with a row that can put their result into an array that is there, and the place of that argument
FILLERS = {
    np.sum: None, np.mean: None, np.prod: None, np.max: None, np.min: None, np.cumsum: None, np.std: None, np.var: None,
    np.clip: 3, np.dot: 2, np.take: None, np.concatenate: None, np.stack: None,
}  # fmt: skip
UFUNCS_AT = {np.add: gast.Add, np.subtract: gast.Sub, np.multiply: gast.Mult, np.divide: gast.Div}


class Pending:
    """The part of `Inference` for calls that wait."""

    def pend(self, node, what):
        """Note a call, and what it calls; everything that is made of its value waits too."""
        self.pending[node] = what
        return BOTTOM

    def pending_call(self, node, f, args, env):
        """BOTTOM for a call that is to be rewritten, None for others."""
        if f in (list, tuple) and node.args and args[0].active and not node.keywords:
            return self.pend(node, f)
        if f is np.squeeze and len(args) == 1 and is_unsure_squeeze(args[0]):
            return self.pend(node, f)
        if is_in(f, SPLITS) and args and args[0].active:
            return self.pend(node, f)
        out = out_of(f, node)
        if out is not None and (self.types[out] == NONE or getattr(self.types[out], 'maybe', False)):
            return self.into_nothing(node, out, env)
        writes = arrays(f) or at(f) is not None or out is not None
        if not writes:
            return None
        return self.pend(node, f) if not any(isinstance(t, Bottom) for t in args) else BOTTOM

    def into_nothing(self, node, out, env):
        """A call with `out=` None, in some runs or in all."""
        if self.heap is None:
            self.only_by_reference('srcad does not know whether this array is None', node)
        if self.types[out] != NONE:
            return self.of_several(out, Either.or_none(self.types[out]))
        given = [k for k in node.keywords if k.value is not out]
        return self.rewritten(node, gast.Call(node.func, [a for a in node.args if a is not out], given), env)

    def pending_method(self, node, owner, name):
        """BOTTOM for a method that is to be rewritten, None for others."""
        if name == 'squeeze' and not node.args and not node.keywords and is_unsure_squeeze(owner):
            return self.pend(node, name)
        if name == 'tolist' and isinstance(owner, Array) and owner.kind == 'float' and len(owner.dims) in (1, 2):
            return self.pend(node, name)
        writes = isinstance(owner, Array) and (name in METHODS or any(k.arg == 'out' for k in node.keywords))
        if writes and any(isinstance(self.types.get(a), Bottom) for a in node.args):
            return BOTTOM  # until its kind is told
        return self.pend(node, name) if writes else None

    def ordered(self, node, env):
        """The type of `sorted`, `max` and `min` of active values, or by a key written there; None for others."""
        callee = self.program_value(node.func, env)
        if callee not in (sorted, max, min) or not node.args or any(isinstance(a, gast.Starred) for a in node.args):
            return None
        given = {k.arg: k.value for k in node.keywords}
        key = given.pop('key', None)
        args = [self.as_known_now(self.expr(a, env)) for a in [*node.args, *given.values()]]
        objects = self.compares_objects(node)
        by = self.expr(key, env) if key is not None else None
        if self.may_widen(key) or self.is_empty_as_yet(args):
            return BOTTOM
        if by == NONE:
            return self.pend(node, callee)
        if (
            callee is not sorted
            and key is None
            and 'default' not in given
            and not objects
        ):
            return None
        if self.is_order(node, key, env):
            self.expr(node.func, env)
            return self.listed_of(node, INT) if callee is sorted else INT
        if any(isinstance(t, Bottom) for t in [*args, by]):
            return BOTTOM
        written = isinstance(key, gast.Lambda) or isinstance(key, gast.Name) and isinstance(by, (Local, Ref))
        if objects or any(t.active for t in args) or written:
            return self.pend(node, callee)
        if by is not None:
            self.runs_elsewhere(by, node)
        return None

    def may_widen(self, key):
        """Whether a key may turn out to be None as well, or not to be: objects are not complete yet."""
        given = isinstance(key, gast.Name) and (key.id in self.params or key.id not in self.locals)
        made = isinstance(key, gast.Call) and is_of_library(getattr(self.types.get(key.func), 'value', None))
        said = key is None or isinstance(key, (gast.Constant, gast.Lambda)) or made
        if self.heap is None or not self.program.incomplete or given or said:
            return False
        self.program.waits = self.program.waits or not self.program.final
        return not self.program.final

    def as_known_now(self, t):
        """A type with what has been put into a list since it was made."""
        return t if self.heap is None else self.heap.current(t)

    def is_empty_as_yet(self, args):
        """Whether nothing is known to be in a list that is ordered: what is put there is met later."""
        if self.heap is None or not any(self.is_list(t) and isinstance(self.heap.load(t, '*'), Bottom) for t in args):
            return False
        self.program.waits = self.program.waits or not self.program.final
        return not self.program.final

    def listed_of(self, node, item):
        return ListOf(item=item)

    def is_list(self, t):
        return isinstance(t, ListOf)

    def compares_objects(self, node):
        """Whether sorted, max or min is one of objects, lists or tuples."""
        return False

    def program_value(self, f, env):
        """What a plain name that is called means, if it is a builtin."""
        if not isinstance(f, gast.Name) or f.id in env or f.id in self.locals or f.id not in ('sorted', 'max', 'min'):
            return None
        t = self.expr(f, env)
        return t.value if isinstance(t, Known) else None

    def is_order(self, node, key, env):
        """`sorted(range(...), key=keys.__getitem__)`: an order, which carries no derivative, by values that may."""
        by_items = isinstance(key, gast.Attribute) and key.attr == '__getitem__' and isinstance(key.value, gast.Name)
        if not by_items or not self.is_list(env.get(key.value.id)):
            return False
        f = getattr(node.args[0], 'func', None)
        self.expr(key.value, env)
        return len(node.args) == 1 and isinstance(f, gast.Name) and getattr(self.types.get(f), 'value', None) is range


def arrays(f):
    return any(f is w for w in WRITERS)


def at(f):
    """The ufunc of `ufunc.at`, where that has a derivative; None for all else."""
    owner = getattr(f, '__self__', None)
    return owner if isinstance(owner, np.ufunc) and f.__name__ == 'at' and owner in UFUNCS_AT else None


def out_of(f, node):
    """The tree of the array into which a call of NumPy puts its result, or None."""
    if not isinstance(f, np.ufunc) and (getattr(f, '__module__', None) or '').split('.')[0] != 'numpy':
        return None
    for k in node.keywords:
        if k.arg == 'out':
            return None if isinstance(k.value, gast.Constant) else k.value
    place = f.nin if isinstance(f, np.ufunc) else next((p for g, p in FILLERS.items() if g is f), None)
    return node.args[place] if place is not None and len(node.args) > place else None
