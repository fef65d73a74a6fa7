"""Objects that hold a list or dict in the place of being one, where Python looks at that and asks no method."""

import gast

from srcad.analysis.calls import hashable
from srcad.analysis.marks import ITERATING
from srcad.analysis.types import BOTTOM, Known, Ref
from srcad.errors import NoDerivative, refuse
from srcad.holding import HOLDING, meant
from srcad.rules.table import RULES
from srcad.tree import Ours


class Holders:
    """The part of `References` for them."""

    def is_holding(self, t):
        """Whether an object is one of a class that stands for one of the program's."""
        return isinstance(t, Ref) and self.heap.is_object(t) and all(meant(k) is not k for k in self.heap.kinds_of(t))

    def class_meant(self, t, node):
        """The program's own class of such an object."""
        kinds = self.heap.kinds_of(t)
        if len(kinds) > 1 or t.maybe:
            self.refuse('srcad cannot tell of what class this is: ask something else of it', node)
        (cls,) = map(meant, kinds)
        return Ours(cls.__name__, cls)

    def _Dict(self, node, env):
        ways = ('__iter__', 'keys', '__getitem__')
        found = {v for k, v in zip(node.keys, node.values) if k is None and self.is_holder(v, env, *ways)}
        return self.opened(found) if found else super()._Dict(node, env)

    def _Call(self, node, env):
        by_class = self.method_by_class(node, env)
        if by_class is not None:
            return self.rewritten(node, gast.Call(Ours(by_class.__name__, by_class), node.args, node.keywords), env)
        found = self.looked_into(node, env)
        return self.opened(found) if found else super()._Call(node, env)

    def opened(self, found):
        """The type of an expression until what is held stands there."""
        self.instead |= {n: gast.Attribute(n, 'held', gast.Load()) for n in found}
        return BOTTOM

    def method_by_class(self, node, env):
        """What `list.append(items, x)` asks for of such an object; None of other calls."""
        f = node.func
        if not isinstance(f, gast.Attribute) or not node.args or not self.is_holder(node.args[0], env):
            return None
        owner = self.expr(f.value, env) if isinstance(f.value, gast.Name) and f.value.id in ('list', 'dict') else None
        return vars(HOLDING[owner.value]).get(f.attr) if isinstance(owner, Known) and owner.value in HOLDING else None

    def looked_into(self, node, env):
        """The nodes of a call that mean such objects, where it looks at what they hold."""
        whole = {a for a in node.args if self.is_holder(a, env)}
        stars = {a.value for a in node.args if isinstance(a, gast.Starred) and self.is_holder(a.value, env, '__iter__')}
        pairs = [k.value for k in node.keywords if k.arg is None]
        pairs = {v for v in pairs if self.is_holder(v, env, '__iter__', 'keys', '__getitem__')}
        return stars | pairs | (whole if whole and self.is_looked_into(node, env, whole) else set())

    def is_holder(self, node, env, *ways):
        """Whether a name, or an attribute, means such an object, whose class has none of these ways of its own."""
        if not isinstance(node, (gast.Name, gast.Attribute)):
            return False
        t = env.get(node.id) if isinstance(node, gast.Name) else self.expr(node, env)
        return isinstance(t, Ref) and not t.maybe and self.is_holding(t) and not any(
            way in vars(c) for k in self.heap.kinds_of(t) for c in k.__mro__ if meant(c) is not c for way in ways
        )

    def is_looked_into(self, node, env, whole):
        """Whether a call looks at the items of such objects past their methods."""
        owner = self.expr(node.func.value, env) if isinstance(node.func, gast.Attribute) else None
        if isinstance(owner, Ref) and self.heap.is_dict(owner):
            return node.func.attr == 'update'
        if owner is not None and not isinstance(owner, Known):
            return False
        t = self.expr(node.func, env)
        f = t.value if isinstance(t, Known) and hashable(t.value) else None
        ways = ('__iter__', 'keys', '__getitem__') if f is dict else ('__reversed__',) if f is reversed else ('__iter__',)
        if f is dict or f is reversed or f in ITERATING - {list, tuple}:
            return all(self.is_holder(a, env, *ways) for a in whole)
        return f in RULES and f is not len and RULES[f].kind != 'inactive'


def none_given_back(result, heap, source):
    """Refuse to give back such an object, which is of another class than the program's."""
    for t in heap.reached(result):
        for cls in map(heap.kinds.get, getattr(t, 'sites', ())):
            if meant(cls) is not cls:
                base = next(c.__name__ for c in meant(cls).__mro__ if c in HOLDING)
                why = f'srcad does not give back a {cls.__name__}, which is a {base} by inheritance: return a plain {base}'
                refuse(NoDerivative, why, source, source.tree)
