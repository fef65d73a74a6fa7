"""The types of copies: `copy.copy(x)`, `copy.deepcopy(x)`."""

import copy
from dataclasses import replace

import gast

from srcad.analysis.call_kinds import PlainCall
from srcad.analysis.heap import KEY, BoundMethod, FunctionValue, references
from srcad.analysis.marks import Copied, Rewritten, as_site
from srcad.analysis.types import Array, Bottom, Either, Number, Ref, TupleOf
from srcad.by_memory import Closure
from srcad.holding import meant
from srcad.tree import Ours

# With which a class says how it is copied
OWN_WAYS = [f'__{n}__' for n in 'copy deepcopy reduce reduce_ex getstate setstate getnewargs getnewargs_ex'.split()]


class Copies:
    """The part of `References` for copies."""

    def copied(self, f, node, env):
        """The type of a copy."""
        self.env = env
        self.expr(node.func, env)
        t, deep, x = self.expr(node.args[0], env), f is copy.deepcopy, node.args[0]
        for a in node.args[1:]:
            self.expr(a, env)
        if isinstance(t, Bottom):
            return t
        if not deep and getattr(t, 'maybe', False):
            self.refuse(f'srcad does not follow {f.__name__}() of what may be None: ask before whether it is', node)
        if isinstance(t, Array):
            return self.rewritten(node, gast.Call(gast.Attribute(x, 'copy', gast.Load()), [], []), env)
        if isinstance(t, Number) or isinstance(t, TupleOf) and not deep:
            self.calls[node] = Rewritten(x)
            return t
        if not isinstance(t, (Ref, TupleOf)):
            if t.active:
                self.refuse(f'srcad cannot tell what {f.__name__}() copies here: copy its parts', node)
            self.calls[node] = PlainCall()
            return t
        kinds = self.heap.kinds_of(t) if isinstance(t, Ref) else set()
        if not deep and kinds == {tuple}:
            self.calls[node] = Rewritten(x)
            return t
        if tuple in kinds and len(kinds) > 1:
            self.refuse(f'srcad cannot tell what {f.__name__}() copies here, a tuple or another: copy its parts', node)
        if not deep and kinds == {list}:
            return self.rewritten(node, gast.Call(Ours('list', list), [x], []), env)
        if not deep and kinds == {dict}:
            return self.rewritten(node, gast.Call(gast.Attribute(x, 'copy', gast.Load()), [], []), env)
        if not deep and any(meant(k) is not k for k in kinds):
            self.refuse('srcad does not follow copy.copy() of this: make a new one of its items', node)
        self.calls[node] = Copied(deep)
        return self.type_of_copy(t, as_site(self.site(node)), deep, node, {})

    def type_of_copy(self, t, here, deep, node, seen):
        """The type of what a copy holds in place of something: what was made at one place has one for its copies."""
        if isinstance(t, TupleOf):
            return replace(t, items=tuple(self.type_of_copy(i, here, deep, node, seen) for i in t.items))
        if isinstance(t, Either):
            return t.map(lambda i: self.type_of_copy(i, here, deep, node, seen))
        if not isinstance(t, Ref):
            return t
        return self.heap.ref({self.site_of_copy(s, here, deep, node, seen) for s in t.sites}, t.maybe)

    def site_of_copy(self, site, here, deep, node, seen):
        if site in seen:
            return seen[site]
        kind = self.heap.kinds[site]
        if issubclass(kind, FunctionValue):
            return site
        self.is_copied_plainly(kind, node)
        known = copied_at(site, here)
        made = self.heap.make(kind, ('copy', here, site)) if known is None else self.heap.ref({known})
        seen[site], = made.sites
        if not self.heap.has_all_keys(self.heap.ref({site})):
            self.heap.poured |= made.sites
        for key, value in list(self.heap.fields[site].items()):
            if deep and key == KEY and references(value):
                self.refuse('srcad does not follow copy.deepcopy of a dict whose keys are objects: fill a new one', node)
            self.heap.store(made, key, self.type_of_copy(value, here, deep, node, seen) if deep else value)
        return seen[site]

    def is_copied_plainly(self, kind, node):
        """Refuse classes that say themselves how they are copied."""
        own = any(getattr(kind, n, None) is not getattr(object, n, None) for n in OWN_WAYS)
        if own and self.heap.is_class_of_program(kind) or issubclass(kind, (Closure, BoundMethod)):
            self.refuse(f'srcad does not follow how {kind.__name__} is copied: make the new object yourself', node)


def copied_at(site, here):
    """A place of copies that a copy of a copy would be at again, as in a loop."""
    while isinstance(site, tuple) and isinstance(site[0], tuple) and site[0][:1] == ('copy',):
        if site[0][1] == here:
            return site
        site = site[0][2]
    return None
