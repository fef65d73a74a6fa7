"""Objects that hold a list or dict in the place of being one, where Python looks at that and asks no method."""

import inspect
from types import FunctionType

import gast

from srcad.analysis.call_kinds import PlainCall
from srcad.analysis.calls import hashable
from srcad.analysis.marks import ITERATING
from srcad.analysis.steps import is_made, names_in
from srcad.analysis.types import BOTTOM, Known, Ref
from srcad.by_memory import is_of_library
from srcad.errors import NoDerivative, refuse
from srcad.holding import HOLDING, HoldsList, meant
from srcad.rules.table import RULES
from srcad.tree import FUNCTIONS, Ours, walk


FOLLOWED = ('builtins', 'itertools', 'functools', 'operator')  # what these do with an object is known, or refused


class Holders:
    """The part of `References` for them."""

    def is_holding(self, t):
        """Whether an object is one of a class that stands for one of the program's."""
        return isinstance(t, Ref) and self.heap.is_object(t) and all(meant(k) is not k for k in self.heap.kinds_of(t))

    def sequence_test(self, node, t):
        if self.is_holding(t):
            self.refuse('srcad does not match a pattern in brackets against this: make a list of it', node)
        return super().sequence_test(node, t)

    def For(self, s, env):
        if hasattr(s, 'caught_by') and self.is_holder(s.iter, env):
            self.refuse('srcad does not run over this in a try: loop over a list of it', s.iter)
        return super().For(s, env)

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
        if found:
            return self.opened(found)
        t = super()._Call(node, env)
        given = [*node.args, *(k.value for k in node.keywords)]
        opaque = isinstance(self.calls.get(node), PlainCall) and any(self.is_holding(self.types.get(a)) for a in given)
        f = getattr(self.types.get(node.func), 'value', None)
        if opaque and (f is None or (getattr(f, '__module__', None) or '') not in FOLLOWED):
            self.refuse('srcad does not hand this to a function that it does not follow: make a list or dict of it', node)
        return t

    def opened(self, found):
        """The type of an expression until what is held stands there."""
        self.instead |= {n: held_in(n) for n in found}
        return BOTTOM

    def _Attribute(self, node, env):
        if hasattr(node, 'is_held'):
            owner = self.expr(node.value, env)
            if isinstance(owner, Ref) and owner.sites and not self.is_holding(owner):
                self.refuse('this is of a class in one case, and a list or dict in another: use two names', node)
        return super()._Attribute(node, env)

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
        rule = f in RULES and f is not len and RULES[f].kind != 'inactive'
        return rule and all(self.is_holder(a, env, '__iter__', '__getitem__', '__len__') for a in whole)


def none_given_back(result, heap, source):
    """Refuse to give back such an object, which is of another class than the program's."""
    for t in heap.reached(result):
        for cls in map(heap.kinds.get, getattr(t, 'sites', ())):
            if meant(cls) is not cls:
                base = next(c.__name__ for c in meant(cls).__mro__ if c in HOLDING)
                why = f'srcad does not give back a {cls.__name__}, which is a {base} by inheritance: return a plain {base}'
                refuse(NoDerivative, why, source, source.tree)


def held_in(node):
    """What an object holds, as an attribute."""
    made = gast.copy_location(gast.Attribute(node, 'items_held', gast.Load()), node)
    made.is_held = True
    return made


# What Python runs by itself of a class, and what in it tells such an object from that of the program
RUN_BY_PYTHON = {
    *(f'__{n}__' for n in 'eq ne lt le gt ge bool len contains str repr format hash iter next index int float'.split()),
}  # fmt: skip
ASKING = {'isinstance', 'issubclass', 'type', 'super', '__class__', 'list', 'dict'}


def asks_of_class(f, classes, seen):
    """Whether a function, or one that it may call, asks of what class an object is."""
    f = getattr(f, '__func__', getattr(f, 'fget', f))
    if not isinstance(f, FunctionType) or is_of_library(f) or is_made(f) or f in seen:
        return False
    seen.add(f)
    words = names_in(f.__code__)
    others = [f.__globals__.get(n) for n in words] + [inspect.getattr_static(c, n, None) for c in classes for n in words]
    return bool(words & ASKING) or any(asks_of_class(g, classes, seen) for g in others)


def refuse_what_is_told(instances, heap):
    """Refuse code that Python runs as it is and that asks of what class an object is, where one is of another class."""
    classes = [k for k in heap.kinds.values() if isinstance(k, type) and not is_of_library(k)]
    holding = next((k for k in classes if meant(k) is not k), None)
    if holding is None:
        return
    why = f'which may tell what stands for {holding.__name__} from it: keep the list or dict in an attribute'
    for cls in classes:
        for text in sorted(RUN_BY_PYTHON):
            f = inspect.getattr_static(cls, text, None)
            if getattr(f, '__module__', None) != HoldsList.__module__ and asks_of_class(f, classes, set()):
                instances[0].inference.refuse(f'srcad does not follow {cls.__name__}.{text}, {why}', instances[0].tree)
    for i in instances:
        if i.source.function.__module__.startswith('srcad.'):
            continue
        for n in walk(i.tree):
            inner = isinstance(n, (*FUNCTIONS, gast.Lambda)) and n is not i.tree
            if inner and {getattr(m, 'id', getattr(m, 'attr', None)) for m in walk(n)} & ASKING:
                i.inference.refuse(f'srcad does not follow a function within this one, {why}', n)
            given = [*n.args, *(k.value for k in n.keywords)] if isinstance(n, gast.Call) else []
            for f in (getattr(i.inference.types.get(a), 'value', None) for a in given):
                if isinstance(f, FunctionType) and asks_of_class(f, classes, set()):
                    i.inference.refuse(f'srcad does not follow {f.__name__} here, {why}', n)
