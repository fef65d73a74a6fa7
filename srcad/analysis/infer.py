"""Types, activity and shared memory: one walk over a function as its values would flow.

`Inference.types` maps every expression node to its type, `calls` every call to
what it calls. Names that may share memory form groups; a write to one name
makes all of its group active, and marks the group as written.
"""

import itertools
from dataclasses import dataclass, field, replace

import gast
import numpy as np

from srcad.analysis.attempts import Attempts
from srcad.analysis.call_kinds import RuleCall, UserCall
from srcad.analysis.calls import OUTSIDE, Calls, base_name, hashable
from srcad.analysis.elsewhere import sets_others, tree_changes
from srcad.analysis.steps import changes, sets_globals
from srcad.analysis.expressions import Expressions
from srcad.analysis.liveness import is_exchange, moves
from srcad.analysis.marks import CHANGES
from srcad.analysis.pending import Pending
from srcad.analysis.randoms import Randoms
from srcad.analysis.results import known_value
from srcad.analysis.types import (
    BOTTOM,
    NONE,
    Anything,
    Array,
    Bottom,
    Dim,
    Known,
    ListOf,
    Local,
    Number,
    Struct,
    TupleOf,
    is_complex,
    join,
    with_active,
)
from srcad.analysis.texts import Texts
from srcad.analysis.unknown import name_of
from srcad.analysis.unseen import Unseen
from srcad.errors import NoDerivative, OnlyByReference, refuse
from srcad.rules.table import RULES
from srcad.tree import COMPREHENSIONS, stored_names, walk


ENOUGH = 50  # times that a loop or a function is looked at: what still changes then has no end
ENDLESS = 'srcad finds no end of the kinds of values here, such as tuples in tuples: use objects of a class, or lists'


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


@dataclass
class Jumps:
    """The environments with which a loop's trips are left."""

    breaks: list = field(default_factory=list)
    continues: list = field(default_factory=list)


class Inference(Texts, Randoms, Expressions, Calls, Pending, Attempts, Unseen):
    def __init__(self, program, source, tree, params, statics):
        self.program, self.source, self.tree, self.params, self.statics = program, source, tree, params, statics
        self.locals = stored_names(tree)
        self.types, self.calls, self.pending = {}, {}, {}
        self.from_caches = {}  # calls of functions that keep what they have returned -> its type
        self.unclear = set()  # calls without derivative, of whose arguments not all are known to the rows
        self.groups, self.written, self.listed = Groups(), set(), set()
        self.alone = None  # the expression that is a statement
        self.alike, self.holds = Groups(), {}  # names that may be one list; list -> the lists to which it was appended
        self.stores = Groups()  # groups, and names that an exchange gives the same memory at another time
        self.old_types, self.active_writes = {}, set()
        self.result, self.result_names, self.returns = BOTTOM, set(), []
        self.loops = []
        self.statement, self.moves, self.opaque = None, moves(tree), []
        self.unseen, self.changed_by = set(), {}  # names of things that unknown calls may change; call -> names

    def run(self):
        for k in itertools.count():
            if k > ENOUGH:
                self.refuse(ENDLESS, self.tree)
            self.groups.changed = self.alike.changed = False
            before = set(self.written)
            self.result, self.returns = BOTTOM, []
            env = self.block(self.tree.body, {**self.functions_below(), **self.statics, **self.params})
            if env is not None:
                self.result = self.join(self.result, NONE, ('result',)) if not isinstance(self.result, Bottom) else NONE
            if not self.groups.changed and not self.alike.changed and before == self.written:
                return self

    join = staticmethod(join)
    heap = None

    def functions_below(self):
        """The functions that are defined in this one, once: others may call them that are defined before."""
        stored = [m.id for m in walk(self.tree) if isinstance(m, gast.Name) and not isinstance(m.ctx, gast.Load)]
        stored += [m.name for m in walk(self.tree) if isinstance(m, gast.FunctionDef)]
        inner = [s for s in self.tree.body if isinstance(s, gast.FunctionDef) and stored.count(s.name) == 1]
        return {s.name: Local(node=s, source=self.source) for s in inner}

    def spread(self, positional, keywords, tree, default):
        """The arguments of a call, with those behind stars."""
        return positional, [(k.arg, k.value) for k in keywords]

    def runs_elsewhere(self, t, node):
        """Refuse a function that runs as it stands, out of srcad's sight, if it changes what others see."""
        if isinstance(t, Local) and (sets_others(t.node) or tree_changes(t.node)):
            self.refuse(
                f'srcad cannot follow what {t.node.name} changes, where it is called from here: write the loop', node
            )
        if isinstance(t, Known) and (sets_globals(t.value) or changes(t.value)):
            what = f'{name_of(t.value)} changes, where it is called from here'
            self.refuse(f'srcad cannot follow what {what}: write the loop', node)

    def refuse(self, message, node):
        refuse(NoDerivative, message, self.source, self.placed(node))

    def placed(self, node):
        """The node, or where srcad has made it something that it came from: a part of it, or the statement."""
        for n in (node, self.statement):
            found = None if n is None else next((m for m in walk(n) if getattr(m, 'lineno', None) is not None), None)
            if found is not None and found is not self.tree:
                return found
        return node

    # Statements: each takes the types of the names and gives those after it, or None if it never gets there

    def block(self, statements, env):
        for s in statements:
            if env is None:
                return None
            self.statement = s
            env = getattr(self, type(s).__name__)(s, env)
        return env

    def Pass(self, s, env):
        return env

    def Expr(self, s, env):
        self.alone = s.value
        self.expr(s.value, env)
        return env

    def Assert(self, s, env):
        self.expr(s.test, env)
        if s.msg is not None:
            self.expr(s.msg, env)
        return self.sides(s.test, env)[0]

    def Delete(self, s, env):
        self.refuse('srcad does not differentiate this del: make a container without the item', s)

    def Raise(self, s, env):
        parts = (
            []
            if s.exc is None
            else [*s.exc.args, *(k.value for k in s.exc.keywords)] if isinstance(s.exc, gast.Call) else [s.exc]
        )
        for part in parts:  # what an exception carries is not read again: see _Attribute
            self.expr(part, env)
        return None

    def Return(self, s, env):
        t = self.kept(s.value, self.expr(s.value, env)) if s.value is not None else NONE
        self.stays_here(t, env, s)
        self.returns.append(s)
        self.result = self.join(self.result, t, ('result',))
        self.result_names |= self.sources(s.value) if s.value is not None and not isinstance(t, Number) else set()
        return None

    def FunctionDef(self, s, env):
        env[s.name] = Local(node=s, source=self.source)
        return env

    def Assign(self, s, env):
        t = self.expr(s.value, env)
        for target in s.targets:
            self.bind(target, t, s.value, env)
        return env

    def AugAssign(self, s, env):
        read = gast.BinOp(s.target, s.op, s.value)
        old, t = self.expr(s.target, env), self.expr(s.value, env)
        self.old_types[s] = old
        new = self.operation(type(s.op).__name__, {'x': old, 'y': t}, read)
        if isinstance(old, ListOf):
            self.refuse('srcad cannot differentiate += on a list: use append', s)
        if isinstance(s.target, gast.Name):
            if isinstance(old, (Array, Anything)):
                self.wrote(s.target.id, new.active, env)
                if isinstance(old, Array):  # in place: shape and dtype stay
                    self.no_truncation(old, t, s)
                    new = with_active(old, new.active or old.active)
            env[s.target.id] = new
            self.types[s.target] = new
        elif isinstance(old, Array) and isinstance(self.types.get(s.target.value), ListOf):
            self.refuse(
                'srcad cannot tell which names this array of a list has besides: give it a name first', s.target
            )
        else:
            (self.store_attribute if isinstance(s.target, gast.Attribute) else self.store)(s.target, new, env)
        return env

    def no_truncation(self, old, t, node):
        if t.active and isinstance(old, Array) and old.kind != 'complex' and is_complex(t):
            self.refuse(
                'an active complex value is written among real numbers, which drops a part of it: '
                'make the array complex, or write .real or .imag of it',
                node,
            )
        if t.active and isinstance(old, Array) and old.kind == 'object':
            self.refuse(
                f'an active value is written into an array of {old.dtype}: use an array of floats, or a list', node
            )
        if t.active and isinstance(old, Array) and old.kind in ('int', 'bool'):
            self.refuse(
                f'an active value is written into an array of {old.dtype}, which truncates it: '
                'make the array of floats',
                node,
            )

    def If(self, s, env):
        self.expr(s.test, env)
        value = known_value(self.types[s.test])
        then, other = self.sides(s.test, env)
        then = self.block(s.body, dict(then)) if then is not None and value is not False else None
        other = self.block(s.orelse, dict(other)) if other is not None and value is not True else None
        return self.merge([then, other])

    def kept(self, node, t):
        """The type of a value that only gets another name or place."""
        return t

    def sides(self, test, env):
        """The types of names where a test is true, and where it is not."""
        return env, env

    def merge(self, envs):
        envs = [e for e in envs if e is not None]
        if not envs:
            return None
        names = sorted({n for e in envs for n in e})
        out = {}
        for n in names:
            t = BOTTOM
            for e in envs:
                t = self.join(t, e.get(n, BOTTOM), (n,))
            out[n] = t
        return out

    def aged(self, env, inside):
        """Sizes made inside a loop mean other sizes in the next trip."""

        def age(t, name):
            if isinstance(t, Array) and any(stale(d, inside) for d in t.dims):
                return replace(
                    t, dims=tuple(Dim((name, k), 0, d.many) if stale(d, inside) else d for k, d in enumerate(t.dims))
                )
            if isinstance(t, Number) and stale(t.size, inside):
                return replace(t, size=None)
            if isinstance(t, TupleOf):
                return replace(t, items=tuple(age(i, (name, k)) for k, i in enumerate(t.items)))
            if isinstance(t, ListOf) and t.item is not None:
                length = None if stale(t.length, inside) else t.length
                return replace(t, item=age(t.item, (name, 'item')), length=length)
            return t

        return env and {n: age(t, n) for n, t in env.items()}

    def loop(self, s, env, trip):
        inside = set(walk(s))
        head = dict(env)
        for k in itertools.count():
            if k > ENOUGH:
                self.refuse(ENDLESS, s)
            self.loops.append(Jumps())
            end = trip(dict(head))
            jumps = self.loops.pop()
            after = self.merge([head, *(self.aged(e, inside) for e in [end, *jumps.continues])])
            if after == head:
                return self.merge([head, *(self.aged(e, inside) for e in jumps.breaks)])
            head = after

    def For(self, s, env):
        item = self.item_of(self.expr(s.iter, env), s.iter)
        self.not_while_iterated(s)

        def trip(env):
            self.bind(s.target, item, s.iter, env, element=True)
            return self.block(s.body, env)

        return self.loop(s, env, trip)

    def not_while_iterated(self, s):
        """A list that grows while a loop goes over it."""
        over = {n.id for n in walk(s.iter) if isinstance(n, gast.Name) and isinstance(self.types.get(n), ListOf)}
        if isinstance(s.iter, gast.Call) and getattr(s.iter.func, 'id', '') == 'range':
            return
        for n in walk(gast.Module(s.body, [])):
            if (
                isinstance(n, gast.Attribute)
                and n.attr in CHANGES
                and isinstance(n.value, gast.Name)
                and n.value.id in over
            ):
                self.refuse(f'the list {n.value.id} changes while the loop goes over it: loop over a copy', n)

    def While(self, s, env):
        def trip(env):
            self.expr(s.test, env)
            env, _ = self.sides(s.test, env)
            return self.block(s.body, env)

        out = self.loop(s, env, trip)
        if isinstance(s.test, gast.Constant) and s.test.value and not any(isinstance(n, gast.Break) for n in walk(s)):
            return None
        return out

    def Break(self, s, env):
        self.loops[-1].breaks.append(dict(env))
        return None

    def Continue(self, s, env):
        self.loops[-1].continues.append(dict(env))
        return None

    # Names and what they are bound to

    def bind(self, target, t, value, env, element=False):
        self.types[target] = t
        if isinstance(target, gast.Name):
            if not isinstance(t, (Number, Known, Local)):
                for name in self.sources(value):
                    if not element and not isinstance(value, (gast.Subscript, gast.Tuple, gast.List) + COMPREHENSIONS):
                        self.alike.union(target.id, name)
                    self.stores.union(target.id, name)
                    if self.statement not in self.moves:
                        self.groups.union(target.id, name)
            env[target.id] = t
        elif isinstance(target, (gast.Tuple, gast.List)):
            self.unpack(target, t, value, env, element)
        elif isinstance(target, gast.Subscript):
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
            item = t.items[k] if isinstance(t, TupleOf) else self.item_of(t, e)  # whose sizes are its own
            if swap and isinstance(e, gast.Name):
                self.types[e] = env[e.id] = item
                if not isinstance(item, (Number, Known, Local)):
                    self.stores.union(e.id, p.id)
            else:
                self.bind(e, item, p, env, element)

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
        self.no_truncation(owner, t, target)
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
                continue
            item = grown(env[n], n)
            if n in holders and new is not None:
                item = env[n].item and lengthened(env[n].item, new, (n, 'item')) or (item if env[n].item else None)
            env[n] = ListOf(item=item, active=bool(item and item.active))

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
        """Whether all that a function does with what it is given as `p` is to copy it: `p = p.copy()`."""
        first = next((s for s in self.tree.body if any(getattr(n, 'id', None) == p for n in walk(s))), None)
        if not isinstance(first, gast.Assign) or not isinstance(first.targets[0], gast.Name):
            return False
        c = self.calls.get(first.value)
        copies = isinstance(c, RuleCall) and c.key in (np.copy, np.array) and isinstance(c.args.get('x', c.args.get('items')), gast.Name)
        return copies and first.targets[0].id == p

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

    @property
    def result_params(self):
        """The parameters with which the result may share memory."""
        roots = {self.storage(n) for n in self.result_names}
        return {p for p in self.params if self.storage(p) in roots}

    def is_gather(self, node):
        index = node.slice.elts if isinstance(node.slice, gast.Tuple) else [node.slice]
        return isinstance(self.types.get(node.value), Array) and any(
            picks(self.types.get(e)) for e in index
        )

    def may_gather(self, node):
        """A gather, or a part of an array by an index of which nothing is known: it may be one."""
        index = node.slice.elts if isinstance(node.slice, gast.Tuple) else [node.slice]
        unclear = isinstance(self.types.get(node.value), Array) and any(
            isinstance(self.types.get(e), Anything) for e in index
        )
        return unclear or self.is_gather(node)


def picks(t):
    """Whether an index of this type picks elements one by one, so that it may name one of them twice."""
    return isinstance(t, (Array, ListOf)) or isinstance(t, TupleOf) and any(map(picks, t.items))


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


def stale(d, inside):
    if not isinstance(d, Dim):
        return False
    base = d.base if isinstance(d.base, tuple) else (d.base,)
    return any(b in inside if isinstance(b, gast.AST) else stale(b, inside) for b in base)
