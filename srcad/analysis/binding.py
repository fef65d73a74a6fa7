"""What names are bound to, and which of them may share memory.

Names that may share memory form groups; a write to one name makes all of its group active, and marks the group as
written.
"""

from types import FunctionType, MethodType

import gast
import numpy as np

from srcad.analysis.call_kinds import PlainCall, RuleCall, UserCall
from srcad.analysis.calls import OUTSIDE, hashable, is_of_numbers
from srcad.analysis.indexing import as_mask
from srcad.analysis.liveness import is_exchange
from srcad.analysis.types import (
    Anything,
    Array,
    Known,
    ListOf,
    Local,
    Number,
    Struct,
    TupleOf,
    is_surely_array,
    join,
    with_active,
)
from srcad.by_memory import is_of_library
from srcad.errors import OnlyByReference, refuse
from srcad.rules.table import RULES
from srcad.tree import COMPREHENSIONS, base_name, walk


class Groups:
    """Names that may share memory: union and find."""

    def __init__(self):
        self.parent, self.changed = {}, False

    def find(self, name):
        while self.parent.get(name, name) != name:
            name = self.parent[name]
        return name

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a != b:
            self.parent[max(a, b)] = min(a, b)
            self.changed = True

    def members(self, name, names):
        root = self.find(name)
        return [n for n in names if self.find(n) == root]


class Binding:
    """The part of `Inference` for names: what they get, and what changes through them."""

    def bind(self, target, t, value, env, element=False):
        self.types[target] = t
        if isinstance(target, gast.Name):
            if not isinstance(t, (Number, Known, Local)):
                for name in self.sources(value):
                    if not element and not isinstance(value, (gast.Subscript, gast.Tuple, gast.List) + COMPREHENSIONS):
                        self.alike.union(target.id, name)
                    self.stores.union(target.id, name)
                    if self.statement not in self.moves or self.is_outside({name}):
                        self.groups.union(target.id, name)
            env[target.id] = t
        elif isinstance(target, (gast.Tuple, gast.List)):
            self.unpack(target, t, value, env, element)
        elif isinstance(target, gast.Subscript):
            self.expr(target.slice, env)
            if self.points_in(target.slice):
                return
            self.stays_of_a_kind(target, t, env)
            self.store(target, t, env)
            self.written_alias(target, value, t)
        else:
            self.store_attribute(target, t, env)

    def store_attribute(self, target, t, env):
        owner = self.expr(target.value, env)
        (self.only_by_reference if isinstance(owner, Known) else self.refuse)(
            'srcad does not differentiate an assignment to this attribute: make a new value', target
        )

    def stays_of_a_kind(self, target, t, env):
        """Refuse to put an array where a list has a number, or nothing."""
        owner = self.expr(target.value, env)
        if isinstance(owner, ListOf) and owner.item is not None and (t.active or owner.active):
            if type(owner.item) is not type(t) or isinstance(t, Anything) and not t.array:
                self.only_by_reference('srcad does not follow a list whose items change in kind: use names', target)

    def written_alias(self, target, value, t):
        name = base_name(target)
        if isinstance(self.types.get(target.value), ListOf) and not isinstance(t, Number):
            for other in self.aliases(value):
                self.groups.union(name, other)

    def unpack(self, target, t, value, env, element):
        if any(isinstance(e, gast.Starred) for e in target.elts):
            self.refuse('srcad does not unpack with a star within this expression: make a list of it before', target)
        written = isinstance(value, (gast.Tuple, gast.List)) and not any(
            isinstance(e, gast.Starred) for e in value.elts
        )
        parts = value.elts if written and not element else self.unpacked(value, len(target.elts))
        if len(parts) != len(target.elts) or isinstance(t, TupleOf) and len(t.items) != len(target.elts):
            self.refuse(f'{len(target.elts)} names are assigned a different number of values', target)
        if element and isinstance(value, gast.Call) and isinstance(value.func, gast.Name):
            if value.func.id == 'enumerate':
                parts = [value.args[0]] * 2
            elif value.func.id == 'zip' and len(value.args) == len(parts):
                parts = value.args
        swap = not element and is_exchange(self.statement, self.moves)
        if parts is getattr(value, 'elts', None):
            self.not_written_meanwhile(target.elts, parts)
        for k, (e, p) in enumerate(zip(target.elts, parts)):
            item = self.item_at(t, k, len(target.elts), e)
            if swap and isinstance(e, gast.Name):
                self.types[e] = env[e.id] = item
                if not isinstance(item, (Number, Known, Local)):
                    self.stores.union(e.id, p.id)
                    if self.is_outside({p.id}):
                        self.groups.union(e.id, p.id)
            else:
                self.bind(e, item, p, env, element)

    def item_at(self, t, k, count, node):
        """The type of one of as many items as a value is taken apart into, with sizes of its own."""
        return t.items[k] if isinstance(t, TupleOf) else self.item_of(t, node)

    def unpacked(self, value, count):
        """What each of several names is bound to a part of."""
        return [value] * count

    def not_written_meanwhile(self, targets, parts):
        """`A[0], A[1] = A[1], A[0]`: the second part is a view of what the first target has changed."""
        written = set()
        for to, part in zip(targets, parts):
            if isinstance(self.types.get(part), Array) and written & set(map(self.groups.find, self.aliases(part))):
                self.refuse('this view is read after what it shows is written: take a .copy() of it', part)
            if isinstance(to, gast.Subscript):
                written.add(self.groups.find(base_name(to)))

    def store(self, target, t, env):
        """`target[...] = value`, or `+=`: the group is written."""
        if not isinstance(target, gast.Subscript):
            self.refuse('srcad does not know what is written here', target)
        owner = self.expr(target.value, env)
        self.expr(target.slice, env)
        self.types[target] = self.item(owner, target)
        name = base_name(target)
        if name is None:
            self.refuse('srcad cannot tell which array this writes to: give it a name first', target)
        if name not in env:
            self.stays_inside({OUTSIDE}, target)
        if isinstance(owner, TupleOf) or isinstance(owner, (Number, Known, Struct)):
            self.refuse('srcad does not know what is written here: write a number or an array', target)
        self.holds_fractions(owner, t, target)
        if isinstance(owner, ListOf):
            if isinstance(target.slice, gast.Slice):
                self.refuse('srcad does not know how long this list becomes: make a new list', target)
            self.lengthen(name, t, env)
        else:
            self.wrote(name, t.active, env)

    def wrote(self, name, active, env):
        self.stays_inside({name}, self.statement)
        self.written.add(self.groups.find(name))
        self.written |= {self.groups.find(n) for n in self.written}
        if active:
            self.active_writes.add(name)
            self.active_writes |= {self.groups.find(n) for n in self.active_writes}
            for n in self.groups.members(name, env):
                env[n] = with_active(env[n], True)

    def lengthen(self, name, t, env):
        """A list gets an item of type `t`."""
        self.stays_inside({name}, self.statement)
        self.listed.add(name)
        holders = self.holders_of(name)
        grown = lambda old, n: join(old.item, t, (n, 'item')) if old.item is not None else t
        new = ListOf(item=grown(env[name], name)) if isinstance(env[name], ListOf) else None
        for n in self.groups.members(name, list(env)):
            if not isinstance(env[n], ListOf):
                self.holds_no_list(env[n])
                continue
            item = grown(env[n], n)
            if n in holders and new is not None:
                item = env[n].item and lengthened(env[n].item, new, (n, 'item')) or (item if env[n].item else None)
            env[n] = ListOf(item=item, active=bool(item and item.active))

    def holds_no_list(self, t):
        """Refuse what may hold a list that is changed under another name."""
        if not isinstance(t, (Array, Known, Local)) and not is_of_numbers(t):
            message = 'srcad does not follow a change of a list that a tuple or an object holds: give it its list anew'
            self.only_by_reference(message, self.statement)

    def holders_of(self, name):
        """The lists that hold the list `name`, at some depth, and are never the same as it."""
        found, todo = set(), [name]
        while todo:
            new = self.holds.get(todo.pop(), set()) - found
            found |= new
            todo += sorted(new)
        return {n for n in found if self.alike.find(n) != self.alike.find(name)}

    def aliases(self, node):
        """The names with whose memory the value of `node` may share its own."""
        return self.sources(node) - {OUTSIDE}

    def sources(self, node):
        """The same, with OUTSIDE for what may be an array or a container of the module, or of others."""
        if isinstance(node, gast.Name) and (node.id in self.locals or node.id in self.params):
            return {node.id}
        t = self.types.get(node)
        if isinstance(node, (gast.Name, gast.Attribute)) and not isinstance(t, (Number, Known, Local)):
            if isinstance(node, gast.Name) or isinstance(self.types.get(node.value), Known):
                return {OUTSIDE} if node.__dict__.get('id') not in self.statics else set()
        if isinstance(node, (gast.Subscript, gast.Attribute, gast.Starred)):
            if isinstance(node, gast.Subscript) and self.is_gather(node):
                return set()
            return self.sources(node.value)
        if isinstance(node, gast.IfExp):
            return self.sources(node.body) | self.sources(node.orelse)
        if isinstance(node, gast.BinOp):
            of_numbers = isinstance(t, ListOf) and isinstance(t.item, Number)
            shows = self.may_join(node) and not of_numbers
            return self.sources(node.left) | self.sources(node.right) if shows else set()
        if isinstance(node, gast.BoolOp):
            return set().union(*map(self.sources, node.values))
        if isinstance(node, (gast.Tuple, gast.List)):
            return set().union(*(self.sources(e) for e in node.elts if not isinstance(self.types.get(e), Number)))
        if isinstance(node, (gast.ListComp, gast.GeneratorExp)):
            return (
                self.sources(node.elt) | set().union(*(self.sources(g.iter) for g in node.generators))
                if not isinstance(self.types.get(node.elt), Number)
                else set()
            )
        if isinstance(node, gast.Call):
            return self.call_sources(node)
        return set()

    def may_join(self, node):
        """Whether an operation may be the sum of lists, or a multiple of one: it has their items."""
        sides = [self.types.get(e) for e in (node.left, node.right)]
        whole = [isinstance(t, Number) and t.kind in ('bool', 'int') and isinstance(node.op, gast.Mult) for t in sides]
        unknown = lambda t: isinstance(t, Anything) and not t.active and not t.array
        joins = [isinstance(t, (ListOf, TupleOf, Struct)) or unknown(t) for t in sides]
        return isinstance(node.op, (gast.Add, gast.Mult)) and any(joins) and all(map(any, zip(joins, whole)))

    def call_sources(self, node):
        call = self.calls.get(node)
        if isinstance(call, UserCall):
            inner = call.instance.inference
            shared = inner.result_params if inner else set()
            is_outside = node in self.from_caches or inner and inner.is_outside(inner.result_names)
            outside = {OUTSIDE} if is_outside else set()
            return outside.union(*(self.sources(a) for p, a in zip(call.instance.params, call.args) if p in shared))
        if isinstance(call, RuleCall):
            if call.views and not isinstance(self.types[call.args['x']], Number):
                return self.sources(call.args['x'])
            return set()
        if isinstance(self.types.get(node), Number) or self.is_known_function(node):
            return set()
        f = getattr(self.types.get(node.func), 'value', None)
        if isinstance(f, (FunctionType, MethodType)) and not is_of_library(f):  # which may give what it reads outside
            return {OUTSIDE}.union(*map(self.sources, node.args))
        shown = isinstance(node.func, gast.Attribute) and isinstance(self.types.get(node.func.value), Anything)
        owner = [node.func.value] if shown else []  # d.values(), which shows d
        return set().union(*map(self.sources, [*owner, *node.args]))

    def is_outside(self, names):
        """Whether one of some names may be that of an array or a container of the module, or of others."""
        return OUTSIDE in names or any(self.groups.find(n) == self.groups.find(OUTSIDE) for n in names)

    def stays_inside(self, names, node):
        """Refuse a change of what lies outside: this run would see it, and so would others."""
        if self.is_outside(names):
            self.only_by_reference(
                'srcad does not follow what changes arrays or containers of the module, or of others: '
                'pass it as an argument',
                node,
            )

    def only_by_reference(self, message, node):
        """Refuse what the second way of writing a gradient knows: if that refuses too, it says why."""
        refuse(OnlyByReference, message, self.source, self.placed(node))

    def copies_first(self, p):
        """Whether all that a function does with what it is given as `p` is to make another of it: `p = p * 1.0`."""
        first = next((s for s in self.tree.body if any(getattr(n, 'id', None) == p for n in walk(s))), None)
        if not isinstance(first, gast.Assign) or not isinstance(first.targets[0], gast.Name):
            return False
        c = self.calls.get(first.value)
        copies = isinstance(c, RuleCall) and c.key in (np.copy, np.array)
        whole = copies and isinstance(c.args.get('x', c.args.get('items')), gast.Name)
        return (whole or isinstance(first.value, gast.BinOp)) and first.targets[0].id == p

    def storage(self, n):
        """What names that share memory, now or in turn, have in common."""
        for a in self.locals | set(self.params):
            self.stores.union(a, self.groups.find(a))
        return self.stores.find(n)

    def active_groups(self):
        """The groups in which some array or list carries a derivative at some time."""
        return {
            self.groups.find(n.id)
            for n, t in self.types.items()
            if isinstance(n, gast.Name) and t.active and not isinstance(t, Number)
        }

    def is_known_function(self, node):
        """A function of the table, none of which returns what it was given except those of VIEWS."""
        f = getattr(self.types.get(node.func), 'value', None)
        return hashable(f) and f in RULES

    def is_new(self, node):
        """Whether a value is surely a new one: of arithmetic, or of a function that shows no argument."""
        made = self.calls.get(node)
        plain = isinstance(made, PlainCall) and self.is_known_function(node)
        return isinstance(node, (gast.BinOp, gast.UnaryOp)) or plain or isinstance(made, RuleCall) and not made.views

    @property
    def result_params(self):
        """The parameters with which the result may share memory."""
        roots = {self.storage(n) for n in self.result_names}
        return {p for p in self.params if self.storage(p) in roots}

    def parts_share(self, seen=()):
        """Whether two of the arrays that are returned in a tuple may share memory."""
        return any(r.value is not None and self.may_share(r.value, (*seen, self)) for r in self.returns)

    def may_share(self, value, seen):
        call = self.calls.get(value)
        if isinstance(call, UserCall):
            inner = call.instance.inference
            return inner is None or inner in seen or inner.parts_share(seen)
        if not isinstance(value, (gast.Tuple, gast.List)):
            return not isinstance(self.types.get(value), (Number, Array)) and bool(self.sources(value))
        groups = [{self.groups.find(n) for n in self.sources(e)} for e in value.elts]
        return any(a & b for k, a in enumerate(groups) for b in groups[:k]) or any(self.may_share(e, seen) for e in value.elts)

    def is_gather(self, node):
        """Whether an index picks elements one by one, so that it may name one of them twice."""
        owner = self.types.get(node.value)
        array = isinstance(owner, Array) or isinstance(owner, Anything) and owner.active
        picks = lambda t: isinstance(t, (Array, ListOf, TupleOf)) or t is not None and is_surely_array(t)
        return array and any(map(picks, self.index_types(node)))

    def may_gather(self, node):
        """A gather, or a part of an array by an index of which nothing is known: it may be one."""
        unclear = any(isinstance(t, Anything) for t in self.index_types(node))
        return unclear and isinstance(self.types.get(node.value), Array) or self.is_gather(node)

    def index_types(self, node):
        """The types of what stands for each axis in a subscript; of a tuple of any length, those of all."""
        t = self.types.get(node.slice)
        if isinstance(node.slice, gast.Tuple):
            types = [self.types.get(e) for e in node.slice.elts]
        elif isinstance(t, ListOf) and t.fixed:
            types = [t.item]
        else:
            types = t.items if isinstance(t, TupleOf) else [t]
        return list(map(as_mask, types)) if isinstance(self.types.get(node.value), Array) else types


def lengthened(t, new, name):
    """The type of an item that holds a list, where that list may be of type `new` from now on; or None."""
    if isinstance(t, TupleOf):
        items = [lengthened(i, new, (name, k)) for k, i in enumerate(t.items)]
        return TupleOf(items=tuple(n or i for n, i in zip(items, t.items)), of=t.of) if any(items) else None
    if not isinstance(t, ListOf):
        return None
    if t.item is None or depth(t) == depth(new):
        return join(t, new, name)
    item = lengthened(t.item, new, (name, 'item'))
    return item and ListOf(item=item, active=item.active)


def depth(t):
    """How many lists are in each other."""
    if isinstance(t, TupleOf):
        return max(map(depth, t.items), default=0)
    return 1 + depth(t.item) if isinstance(t, ListOf) else 0
