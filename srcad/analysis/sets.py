"""Sets, and what may be in one."""

import gast

from srcad.analysis.heap import ITEM
from srcad.analysis.marks import as_site
from srcad.analysis.types import NONE, Anything, ListOf, Ref, TupleOf
from srcad.tree import Ours, all_names, unused

# Methods after which nothing else is in a set
OF_PLACES = {'discard', 'remove', 'clear', 'pop', 'difference_update', 'intersection_update'}
OF_PLACES |= {'isdisjoint', 'issubset', 'issuperset'}
IN_PLACE = {'BitOr': 'update', 'Sub': 'difference_update', 'BitAnd': 'intersection_update'}
IN_PLACE['BitXor'] = 'symmetric_difference_update'
SIFTING = {'intersection': gast.In, 'difference': gast.NotIn, 'BitAnd': gast.In, 'Sub': gast.NotIn}
AS_KEY = 'a value that carries a derivative is the key of a dict that was there before: use int(...) of it, or another dict'
FROM_KEYS = 'the keys of this dict carry a derivative, which is lost in them: keep a list of pairs beside it'
SET = 'srcad does not differentiate sets of values that carry a derivative: use a list'


class Sets:
    """The part of `References` for sets."""

    def _Set(self, node, env):
        types = [self.expr(e, env) for e in node.elts]
        if any(t.active or isinstance(e, gast.Starred) for t, e in zip(types, node.elts)):
            return self.set_of(node, self.chained(node.elts, node), env)
        return self.filled(set, node, types)

    def _SetComp(self, node, env):
        item = super()._ListComp(node, env).item
        if item.active:
            return self.set_of(node, gast.ListComp(node.elt, node.generators), env)
        return self.filled(set, node, [item])

    def set_of(self, node, listed, env):
        """A set of objects that carry derivatives, which have a list of their own first."""
        listed.site = *as_site(self.site(node)), 'listed'
        return self.rewritten(node, gast.Call(Ours('set', set), [gast.copy_location(listed, node)], []), env)

    def not_by_value(self, t, node, message=SET):
        """Sets, and dicts as keys, may hold what carries a derivative where each object is like itself only."""
        if isinstance(t, TupleOf):
            for i in t.items:
                self.not_by_value(i, node, message)
            return
        like_itself = lambda cls: cls.__eq__ is object.__eq__ and cls.__hash__ is object.__hash__
        if t.active and not (self.heap.is_object(t) and all(map(like_itself, self.heap.kinds_of(t)))):
            self.refuse(message, node)

    def set_method(self, node, owner, name):
        """Sets hold no numbers that carry a derivative: what is in them has its adjoint under its own name."""
        self.is_method_of_all(owner, name, node)
        if name == 'add':
            self.not_by_value(self.types[node.args[0]], node)
            self.put(owner, ITEM, self.types[node.args[0]], node)
        elif name == 'update':
            for a in node.args:
                self.put(owner, ITEM, self.item_of(self.types[a], node), node)
        elif name == 'copy':
            return self.copied_as(None, owner, node)
        elif name == 'union' and any(t.active for t in (owner, *map(self.types.get, node.args))):
            return self.set_of(node, self.joined([node.func.value, *node.args], node), self.env)
        elif name in SIFTING and len(node.args) == 1 and self.holds_objects(owner):
            return self.sifted(node, node.func.value, node.args[0], SIFTING[name])
        elif name not in OF_PLACES and any(t.active for t in (owner, *map(self.types.get, node.args))):
            self.refuse(f'srcad does not follow the method .{name}() of a set of objects: use a loop', node)
        if not hasattr(frozenset, name):
            self.changes(owner, node)
        if name == 'pop':
            self.not_by_value(self.heap.load(owner, ITEM), node)
            return self.fresh_sizes(self.heap.load(owner, ITEM), node)
        return NONE if name in ('add', 'discard', 'remove', 'clear', 'update') else Anything()

    def sifted(self, node, one, other, op):
        """`s & t`, `s - t` of sets of objects: what is in s and in t, or not in t, which is asked for each."""
        read = other.elts if isinstance(other, gast.Set) else [other]  # again for each
        if not all(isinstance(e, (gast.Name, gast.Attribute)) for e in read) or isinstance(self.types[other], ListOf):
            self.refuse('srcad wants the second of these sets to have a name', other)
        text = unused('member', all_names(self.tree))
        test = gast.Compare(gast.Name(text, gast.Load(), None, None), [op()], [other])
        each = gast.comprehension(gast.Name(text, gast.Store(), None, None), one, [test], 0)
        return self.set_of(node, gast.ListComp(gast.Name(text, gast.Load(), None, None), [each]), self.env)

    def holds_objects(self, t):
        return t.active or isinstance(self.heap.load(t, ITEM), Ref)

    def is_set(self, t):
        return isinstance(t, Ref) and self.heap.kinds_of(t) == {set}
