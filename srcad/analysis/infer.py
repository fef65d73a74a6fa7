"""Types, activity and shared memory: one walk over a function as its values would flow.

`Inference.types` maps every expression node to its type, `calls` every call to
what it calls. Names that may share memory form groups; a write to one name
makes all of its group active, and marks the group as written.
"""
import builtins
import types as pytypes
from dataclasses import dataclass, field, replace

import gast
import numpy as np

from srcad.analysis.results import EXTRA, RESULTS, constant, elementwise_result
from srcad.analysis.types import (BOOL, BOTTOM, FLOAT, INT, NONE, Anything, Array, Bottom, Dim, Known, ListOf, Local,
                                  Number, Struct, TupleOf, describe, dims_of, join, with_active)
from srcad.analysis.liveness import is_exchange, moves
from srcad.errors import NoDerivative, UnsupportedSyntax, refuse
from srcad.rules import ATTRIBUTES, METHODS, RULES, Rule
from srcad.tree import stored_names, walk


@dataclass(eq=False)
class RuleCall:
    """A row of the table, with the node of each parameter; a list of nodes for a variadic one."""
    rule: Rule
    args: dict
    key: object = None


@dataclass(eq=False)
class UserCall:
    """A function with source: its instance, and an argument (a node) for each of its parameters."""
    instance: object
    args: list


@dataclass(eq=False)
class ListAppend:
    """`items.append(value)`."""
    items: gast.AST
    value: gast.AST


@dataclass(eq=False)
class PlainCall:
    """A call that carries no derivative."""


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


class Inference:
    def __init__(self, program, source, tree, params, statics):
        self.program, self.source, self.tree, self.params, self.statics = program, source, tree, params, statics
        self.locals = stored_names(tree)
        self.types, self.calls = {}, {}
        self.groups, self.written, self.listed = Groups(), set(), set()
        self.old_types, self.active_writes = {}, set()
        self.result, self.result_names, self.returns = BOTTOM, set(), []
        self.loops = []
        self.statement, self.moves, self.opaque = None, moves(tree), []

    def run(self):
        while True:
            self.groups.changed, before = False, set(self.written)
            self.result, self.returns = BOTTOM, []
            env = self.block(self.tree.body, {**self.statics, **self.params})
            if env is not None:
                self.result = join(self.result, NONE, ('result',)) if not isinstance(self.result, Bottom) else NONE
            if not self.groups.changed and before == self.written:
                return self

    def refuse(self, message, node):
        refuse(NoDerivative, message, self.source, node)

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
        self.expr(s.value, env)
        return env

    def Assert(self, s, env):
        self.expr(s.test, env)
        if s.msg is not None:
            self.expr(s.msg, env)
        return env

    def Raise(self, s, env):
        if s.exc is not None:
            self.expr(s.exc, env)
        return None

    def Return(self, s, env):
        t = self.expr(s.value, env) if s.value is not None else NONE
        self.returns.append(s)
        self.result = join(self.result, t, ('result',))
        self.result_names |= self.aliases(s.value) if s.value is not None and not isinstance(t, Number) else set()
        return None

    def FunctionDef(self, s, env):
        env[s.name] = Local(node=s)
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
        else:
            self.store(s.target, new, env)
        return env

    def no_truncation(self, old, t, node):
        if t.active and isinstance(old, Array) and old.kind in ('int', 'bool'):
            self.refuse(f'an active value is written into an array of {old.dtype}, which truncates it: '
                        'make the array of floats', node)

    def If(self, s, env):
        self.expr(s.test, env)
        value = constant(self.types[s.test])
        then = self.block(s.body, dict(env)) if value is not False or value is ... else None
        other = self.block(s.orelse, dict(env))
        return self.merge([then, other])

    def merge(self, envs):
        envs = [e for e in envs if e is not None]
        if not envs:
            return None
        names = sorted({n for e in envs for n in e})
        out = {}
        for n in names:
            t = BOTTOM
            for e in envs:
                t = join(t, e.get(n, BOTTOM), (n,))
            out[n] = t
        return out

    def aged(self, env, inside):
        """Sizes made inside a loop mean other sizes in the next trip."""
        def age(t, name):
            if isinstance(t, Array) and any(stale(d, inside) for d in t.dims):
                return replace(t, dims=tuple(Dim((name, k), 0, d.many) if stale(d, inside) else d for k, d in enumerate(t.dims)))
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
        while True:
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
            if isinstance(n, gast.Attribute) and n.attr in CHANGES and isinstance(n.value, gast.Name) and n.value.id in over:
                self.refuse(f'the list {n.value.id} changes while the loop goes over it: loop over a copy', n)

    def While(self, s, env):
        def trip(env):
            self.expr(s.test, env)
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
            if not isinstance(t, (Number, Known, Local)) and self.statement not in self.moves:
                for name in self.aliases(value):
                    self.groups.union(target.id, name)
            env[target.id] = t
        elif isinstance(target, (gast.Tuple, gast.List)):
            self.unpack(target, t, value, env, element)
        elif isinstance(target, gast.Subscript):
            self.store(target, t, env)
            self.written_alias(target, value, t)
        else:
            self.refuse('srcad cannot differentiate an assignment to an attribute', target)

    def written_alias(self, target, value, t):
        name = base_name(target)
        if isinstance(self.types.get(target.value), ListOf) and not isinstance(t, Number):
            for other in self.aliases(value):
                self.groups.union(name, other)

    def unpack(self, target, t, value, env, element):
        parts = value.elts if isinstance(value, (gast.Tuple, gast.List)) and not element else [value] * len(target.elts)
        if len(parts) != len(target.elts) or isinstance(t, TupleOf) and len(t.items) != len(target.elts):
            self.refuse(f'{len(target.elts)} names are assigned a different number of values', target)
        if element and isinstance(value, gast.Call) and isinstance(value.func, gast.Name):
            if value.func.id == 'enumerate':
                parts = [value.args[0]] * 2
            elif value.func.id == 'zip' and len(value.args) == len(parts):
                parts = value.args
        swap = not element and is_exchange(self.statement, self.moves)
        for k, (e, p) in enumerate(zip(target.elts, parts)):
            item = t.items[k] if isinstance(t, TupleOf) else self.item_of(t, target)
            if swap and isinstance(e, gast.Name):
                self.types[e] = env[e.id] = item
            else:
                self.bind(e, item, p, env, element)

    def store(self, target, t, env):
        """`target[...] = value`, or `+=`: the group is written."""
        owner = self.expr(target.value, env)
        self.expr(target.slice, env)
        self.types[target] = self.item(owner, target)
        name = base_name(target)
        if name is None:
            self.refuse('srcad cannot tell which array this writes to: give it a name first', target)
        if name not in env:
            self.refuse(f'{name} is not a variable of this function: srcad refuses to differentiate writes to the arrays of '
                        'others; pass it as an argument', target)
        if isinstance(owner, TupleOf) or isinstance(owner, (Number, Known, Struct)):
            self.refuse('srcad does not know what is written here', target)
        self.no_truncation(owner, t, target)
        if isinstance(owner, ListOf):
            self.lengthen(name, t, env)
        else:
            self.wrote(name, t.active, env)

    def wrote(self, name, active, env):
        self.written.add(self.groups.find(name))
        self.written |= {self.groups.find(n) for n in self.written}
        if active:
            self.active_writes.add(name)
            self.active_writes |= {self.groups.find(n) for n in self.active_writes}
            for n in self.groups.members(name, env):
                env[n] = with_active(env[n], True)

    def lengthen(self, name, t, env):
        """A list gets an item of type `t`."""
        self.listed.add(name)
        for n in self.groups.members(name, list(env)):
            if isinstance(env[n], ListOf):
                item = join(env[n].item, t, (n, 'item')) if env[n].item is not None else t
                env[n] = ListOf(item=item, active=item.active)

    def aliases(self, node):
        """The names with whose memory the value of `node` may share its own."""
        if isinstance(node, gast.Name):
            return {node.id} if node.id in self.locals or node.id in self.params else set()
        if isinstance(node, (gast.Subscript, gast.Attribute, gast.Starred)):
            if isinstance(node, gast.Subscript) and self.is_gather(node):
                return set()
            return self.aliases(node.value)
        if isinstance(node, gast.IfExp):
            return self.aliases(node.body) | self.aliases(node.orelse)
        if isinstance(node, gast.BoolOp):
            return set().union(*map(self.aliases, node.values))
        if isinstance(node, (gast.Tuple, gast.List)):
            return set().union(*(self.aliases(e) for e in node.elts if not isinstance(self.types.get(e), Number)))
        if isinstance(node, (gast.ListComp, gast.GeneratorExp)):
            return self.aliases(node.elt) | set().union(*(self.aliases(g.iter) for g in node.generators)) \
                if not isinstance(self.types.get(node.elt), Number) else set()
        if isinstance(node, gast.Call):
            return self.call_aliases(node)
        return set()

    def call_aliases(self, node):
        call = self.calls.get(node)
        if isinstance(call, UserCall):
            shared = call.instance.inference.result_params if call.instance.inference else set()
            return set().union(*(self.aliases(a) for p, a in zip(call.instance.params, call.args) if p in shared))
        if isinstance(call, RuleCall):
            if call.key in VIEWS:
                return self.aliases(call.args['x'])
            return set()
        if isinstance(self.types.get(node), Number) or self.is_known_function(node):
            return set()
        return set().union(*map(self.aliases, node.args))

    def active_groups(self):
        """The groups in which some array or list carries a derivative at some time."""
        return {self.groups.find(n.id) for n, t in self.types.items() if isinstance(n, gast.Name) and t.active and not isinstance(t, Number)}

    def is_known_function(self, node):
        """A function of the table, none of which returns what it was given except those of VIEWS."""
        f = getattr(self.types.get(node.func), 'value', None)
        return hashable(f) and f in RULES

    @property
    def result_params(self):
        """The parameters with which the result may share memory."""
        roots = {self.groups.find(n) for n in self.result_names}
        return {p for p in self.params if self.groups.find(p) in roots}

    def is_gather(self, node):
        index = node.slice.elts if isinstance(node.slice, gast.Tuple) else [node.slice]
        return isinstance(self.types.get(node.value), Array) and any(
            isinstance(self.types.get(e), (Array, ListOf)) for e in index)

    # Expressions

    def expr(self, node, env):
        t = getattr(self, '_' + type(node).__name__)(node, env)
        self.types[node] = t
        return t

    def fresh(self, node):
        return lambda axis: Dim((node, axis))

    def _Constant(self, node, env):
        v = node.value
        if isinstance(v, bool) or v is None or isinstance(v, (str, bytes)) or v is ...:
            return Known(value=v) if not isinstance(v, bool) else Known(value=v)
        if isinstance(v, int):
            return Number(kind='int', size=v)
        return Number(kind='complex' if isinstance(v, complex) else 'float')

    def _Name(self, node, env):
        if node.id in env:
            return env[node.id]
        if node.id in self.locals:
            return BOTTOM
        return self.program.outside(self, node)

    def _JoinedStr(self, node, env):
        return Known(value='')

    def _Tuple(self, node, env):
        return TupleOf(items=tuple(self.expr(e, env) for e in node.elts))

    def _List(self, node, env):
        item = None
        for e in node.elts:
            t = self.expr(e, env)
            item = join(item, t, (node, 'item')) if item is not None else t
        return ListOf(item=item, active=bool(item and item.active), length=len(node.elts))

    def _Slice(self, node, env):
        for e in (node.lower, node.upper, node.step):
            if e is not None:
                self.expr(e, env)
        return Known(value=slice)

    def _UnaryOp(self, node, env):
        x = self.expr(node.operand, env)
        if isinstance(node.op, gast.Not):
            return BOOL
        if isinstance(node.op, gast.USub) and isinstance(constant(x), int):
            return replace(x, size=-x.size) if isinstance(x, Number) else INT
        return self.operation(type(node.op).__name__, {'x': x}, node)

    def _BinOp(self, node, env):
        x, y = self.expr(node.left, env), self.expr(node.right, env)
        return self.operation(type(node.op).__name__, {'x': x, 'y': y}, node)

    def operation(self, op, args, node):
        types = list(args.values())
        if any(isinstance(t, Bottom) for t in types):
            return BOTTOM
        active = any(t.active for t in types)
        if any(isinstance(t, (ListOf, TupleOf, Known, Struct, Local)) for t in types):
            types = [BOOL if isinstance(t, Known) and isinstance(t.value, bool) else t for t in types]
            if any(isinstance(t, (ListOf, TupleOf, Known, Struct, Local)) for t in types):
                if active:
                    self.refuse(f'srcad cannot differentiate {words(op)} of these operands: '
                                'lists and objects have no arithmetic of their own here', node)
                return self.sequence_operation(op, types)
            args = dict(zip(args, types))
        if op == 'MatMult':
            t = RESULTS['MatMult'](args, self.fresh(node))
        else:
            t = elementwise_result(types, self.fresh(node), floats=op == 'Div')
            if isinstance(t, Number) and t.kind == 'int':
                t = replace(t, size=int_size(op, types))
        if active and op in ('FloorDiv', 'BitAnd', 'BitOr', 'BitXor', 'LShift', 'RShift'):
            active = False
        return with_active(t, active)

    def sequence_operation(self, op, types):
        lists = [t for t in types if isinstance(t, ListOf)]
        return ListOf(item=lists[0].item) if lists else Anything()

    def _Compare(self, node, env):
        types = [self.expr(e, env) for e in (node.left, *node.comparators)]
        if any(isinstance(t, (Array, Anything)) for t in types) and not isinstance(node.ops[0], (gast.Is, gast.IsNot, gast.In, gast.NotIn)):
            t = elementwise_result([t for t in types], self.fresh(node)) if all(dims_of(t) is not None for t in types) else Anything()
            return replace(t, dtype='bool') if isinstance(t, Array) else t
        return BOOL

    def _BoolOp(self, node, env):
        t = BOTTOM
        for e in node.values:
            t = join(t, as_number(self.expr(e, env)), (node,))
        return t

    def _IfExp(self, node, env):
        self.expr(node.test, env)
        return join(as_number(self.expr(node.body, env)), as_number(self.expr(node.orelse, env)), (node,))

    def _Lambda(self, node, env):
        self.refuse('srcad differentiates a lambda only where it has a name: write `name = lambda ...`', node)

    def _Attribute(self, node, env):
        owner = self.expr(node.value, env)
        if isinstance(owner, Known):
            return self.program.attribute(self, owner, node)
        if isinstance(owner, Array):
            if node.attr == 'shape':
                return TupleOf(items=tuple(Number(kind='int', size=d) for d in owner.dims))
            if node.attr in ('size', 'ndim', 'nbytes', 'itemsize'):
                return Number(kind='int', size=len(owner.dims) if node.attr == 'ndim' else None)
            if node.attr in ATTRIBUTES:
                rule = RULES[getattr(np, ATTRIBUTES[node.attr])]
                self.calls[node] = RuleCall(rule, {'x': node.value}, getattr(np, ATTRIBUTES[node.attr]))
                return with_active(self.call_result(self.calls[node], {'x': owner}, node), owner.active)
            if node.attr == 'dtype':
                return Known(value=np.dtype(owner.dtype))
            if owner.active:
                self.refuse(f'srcad does not know the attribute .{node.attr} of an array', node)
        if isinstance(owner, Struct):
            return dict(owner.attrs).get(node.attr, Anything())
        if isinstance(owner, TupleOf) and hasattr(owner.of, '_fields') and node.attr in owner.of._fields:
            return owner.items[owner.of._fields.index(node.attr)]
        if owner.active:
            if isinstance(owner, Anything) and node.attr in ('shape', 'size', 'ndim', 'dtype'):
                return Anything()
            if isinstance(owner, Number) and node.attr in ('shape', 'size', 'ndim', 'dtype'):
                return Anything()
            self.refuse(f'srcad does not know the attribute .{node.attr} of this value', node)
        return Anything()

    def _Subscript(self, node, env):
        owner = self.expr(node.value, env)
        self.expr(node.slice, env)
        return self.item(owner, node)

    def item(self, owner, node):
        """The type of `owner[...]`."""
        index = node.slice.elts if isinstance(node.slice, gast.Tuple) else [node.slice]
        types = [indices(self.types[e], e) for e in index]
        if isinstance(owner, Bottom):
            return BOTTOM
        if isinstance(owner, TupleOf):
            k = constant(types[0])
            if isinstance(k, int) and -len(owner.items) <= k < len(owner.items):
                return owner.items[k]
            return join_all(owner.items, node) if isinstance(types[0], Number) else Anything(owner.active)
        if isinstance(owner, ListOf):
            if isinstance(types[0], Known):
                return replace(owner, length=None)
            return self.any_item(owner.item, node) if owner.item is not None else BOTTOM
        if isinstance(owner, Array):
            return with_active(self.indexed(owner, index, types, node), owner.active)
        if isinstance(owner, Anything) or not owner.active:
            return Anything(owner.active)
        self.refuse('srcad does not know how to index this value', node)

    def any_item(self, t, node):
        """One item of a list: its sizes are its own."""
        if isinstance(t, Array):
            return replace(t, dims=tuple(d if d == 1 else Dim((node, k), 0, getattr(d, 'many', True)) for k, d in enumerate(t.dims)))
        if isinstance(t, TupleOf):
            return replace(t, items=tuple(self.any_item_in(i, node, k) for k, i in enumerate(t.items)))
        return t

    def any_item_in(self, t, node, k):
        if isinstance(t, Array):
            return replace(t, dims=tuple(d if d == 1 else Dim((node, k, j), 0, getattr(d, 'many', True)) for j, d in enumerate(t.dims)))
        return t

    def indexed(self, owner, index, types, node):
        dims, out, advanced, first = list(owner.dims), [], [], None
        used = sum(1 for e, t in zip(index, types) if not is_new_axis(e) and not is_ellipsis(e))
        used += sum(len(t.dims) - 1 for t in types if isinstance(t, Array) and t.kind == 'bool')
        if used > len(dims):
            self.refuse(f'{used} subscripts for an array of {len(dims)} axes', node)
        arrays = any(isinstance(t, (Array, ListOf)) for t in types)
        for e, t in zip(index, types):
            if is_new_axis(e):
                out.append(1)
            elif is_ellipsis(e):
                for _ in range(len(dims) - max(0, used)):
                    out.append(dims.pop(0))
            elif isinstance(e, gast.Slice):
                out.append(self.sliced(dims.pop(0), e))
                used -= 1
            elif isinstance(t, Number) and t.kind in ('int', 'bool'):
                dims.pop(0)
                used -= 1
                if arrays:
                    advanced.append(())
            elif isinstance(t, (Array, ListOf)):
                first = len(out) if first is None else first
                if isinstance(t, Array) and t.kind == 'bool':
                    for _ in t.dims:
                        dims.pop(0)
                    used -= len(t.dims)
                    advanced.append((Dim((node, 'mask')),))
                elif isinstance(t, Array):
                    dims.pop(0)
                    used -= 1
                    advanced.append(t.dims)
                else:
                    return Anything()
            else:
                return Anything()
        if advanced:
            if len(advanced) > 1 or first is None:
                return Anything()
            out[first:first] = advanced[0]
        out += dims
        return Array(dims=tuple(out), dtype=owner.dtype) if out else Number(kind=owner.kind, dtype=owner.dtype)

    def sliced(self, d, s):
        bounds = [None if e is None else constant(self.types[e]) for e in (s.lower, s.upper, s.step)]
        low, high, step = bounds
        if ... in bounds:
            return Dim((self.statement, d, text_of(s)))
        if isinstance(d, int):
            return len(range(d)[slice(low, high, step)])
        if step in (None, 1) and (low is None or low >= 0) and (high is None or high < 0):
            return d.minus((low or 0) - (high or 0)) if low or high else d
        if low is None and high is None and step == -1:
            return d
        return Dim((d, low, high, step))

    def _ListComp(self, node, env):
        inner = dict(env)
        for g in node.generators:
            item = self.item_of(self.expr(g.iter, inner), g.iter)
            self.bind(g.target, item, g.iter, inner, element=True)
            for test in g.ifs:
                self.expr(test, inner)
        t = self.expr(node.elt, inner)
        length = None
        if len(node.generators) == 1 and not node.generators[0].ifs:
            length = length_of(self.types[node.generators[0].iter])
        return ListOf(item=t, active=t.active, length=length)

    _GeneratorExp = _ListComp

    def item_of(self, t, node):
        """The type of what a loop over a value of type `t` gets."""
        if isinstance(t, Bottom):
            return BOTTOM
        if isinstance(t, Array) and t.dims:
            return replace(t, dims=t.dims[1:]) if len(t.dims) > 1 else Number(t.active, t.kind, None, t.dtype)
        if isinstance(t, ListOf):
            return self.any_item(t.item, node) if t.item is not None else BOTTOM
        if isinstance(t, TupleOf):
            return join_all(t.items, node)
        if t.active and not isinstance(t, Anything):
            self.refuse('srcad cannot loop over this value', node)
        return Anything(t.active)

    # Calls

    def _Call(self, node, env):
        method = self.method(node, env)
        if method is not None:
            return method
        callee = self.expr(node.func, env)
        args = [self.expr(a, env) for a in node.args]
        keywords = {k.arg: self.expr(k.value, env) for k in node.keywords}
        active = any(t.active for t in [*args, *keywords.values()])
        if isinstance(callee, Local):
            return self.user_call(callee, node, env)
        if isinstance(callee, Known):
            f = callee.value
            special = getattr(self, 'call_' + getattr(f, '__name__', ''), None) if getattr(builtins, getattr(f, '__name__', ''), None) is f else None
            if special:
                return special(node, args, keywords)
            if f in RULES if hashable(f) else False:
                return self.rule_call(f, node, {})
            function = self.program.user_function(f)
            if function is not None:
                return self.user_call(function, node, env)
            if active:
                self.refuse(f'srcad has no derivative for {name_of(f)}; declare it with srcad.rules.elementwise or linear, '
                            'or write it in Python', node)
        elif active:
            self.refuse('srcad cannot tell which function is called here', node)
        if isinstance(callee, Known) and hashable(callee.value) and callee.value in SEEING:
            self.refuse(f'srcad cannot see what {callee.value.__name__}() reads or changes', node)
        self.opaque.append((node, [n for a in [*node.args, *(k.value for k in node.keywords)] for n in self.aliases(a)]))
        self.calls[node] = PlainCall()
        return Anything()

    def method(self, node, env):
        """The type of `value.name(...)` where value is an array or a list; None for other calls."""
        if not isinstance(node.func, gast.Attribute):
            return None
        owner = self.expr(node.func.value, env)
        name = node.func.attr
        if isinstance(owner, ListOf):
            return self.list_method(node, owner, name, env)
        if isinstance(owner, Struct):
            function = self.program.user_method(owner, name)
            if function is not None:
                for a in [*node.args, *(k.value for k in node.keywords)]:
                    self.expr(a, env)
                return self.user_call(function, node, env, [node.func.value])
        if not isinstance(owner, (Array, Number, Anything)) or isinstance(owner, Anything) and not owner.active:
            return None
        for a in [*node.args, *(k.value for k in node.keywords)]:
            self.expr(a, env)
        if name == 'flatten':
            name = 'ravel'
        if name == 'item' and not node.args and isinstance(owner, Number):
            name = 'copy'
        key = getattr(np, name, None)
        if name in METHODS and key in RULES:
            return self.rule_call(key, node, {'x': node.func.value})
        if not owner.active and name not in ('fill', 'sort', 'resize', 'put', 'partition', 'itemset', 'setfield', 'byteswap'):
            self.calls[node] = PlainCall()
            return Anything()
        self.refuse(f'srcad does not differentiate the method .{name}() yet', node)

    def list_method(self, node, owner, name, env):
        if name == 'append' and len(node.args) == 1 and isinstance(node.func.value, gast.Name) and node.func.value.id in env:
            t = self.expr(node.args[0], env)
            self.lengthen(node.func.value.id, t, env)
            if not isinstance(t, Number):
                for other in self.aliases(node.args[0]):
                    self.groups.union(node.func.value.id, other)
            self.calls[node] = ListAppend(node.func.value, node.args[0])
            return NONE
        for a in node.args:
            if self.expr(a, env).active:
                self.refuse(f'srcad does not differentiate the method .{name}() of a list yet', node)
        if owner.active and name not in ('index', 'count', 'copy') or name == 'copy' and owner.active:
            self.refuse(f'srcad does not differentiate the method .{name}() of a list yet', node)
        if name in ('pop', 'insert', 'extend', 'remove', 'clear', 'sort', 'reverse'):
            self.program.note(self, node)
        self.calls[node] = PlainCall()
        if name == 'pop' and owner.item is not None:
            return owner.item
        return Anything() if name != 'copy' else owner

    def bind_rule(self, rule, key, node, given):
        """The node of each parameter of a row; refuses arguments that the row does not know."""
        params = list(rule.params) if rule.kind != 'inactive' else EXTRA.get(key, 'x y').split()
        out, rest = dict(given), [p for p in params if p not in given]
        positional = list(node.args)
        if key is np.transpose and given and len(positional) > 1:  # x.transpose(1, 0)
            positional = [gast.Tuple(positional, gast.Load())]
            self.types[positional[0]] = TupleOf(items=tuple(self.types[a] for a in node.args))
        if rule.variadic:
            fixed = rest.index(rule.variadic)
            out.update(zip(rest[:fixed], positional))
            out[rule.variadic] = positional[fixed:]
            positional, rest = [], []
        if len(positional) > len(rest):
            if rule.kind == 'inactive':
                positional = positional[:len(rest)]
            else:
                self.refuse(f'srcad knows {rule.name} with the arguments {", ".join(rule.params)} only', node)
        out.update(zip(rest, positional))
        for k in node.keywords:
            if k.arg in ('a', 'object', 'arr', 'm', 'array') and params and params[0] not in out:
                out[params[0]] = k.value
            elif k.arg in SPELLINGS and SPELLINGS[k.arg] in params:
                out[SPELLINGS[k.arg]] = k.value
            elif k.arg in params and k.arg not in out:
                out[k.arg] = k.value
            elif k.arg == 'dtype' and (rule.kind == 'inactive' or self.is_float(k.value)):
                out['dtype'] = k.value
            elif rule.kind != 'inactive':
                self.refuse(f'srcad does not know the argument {k.arg} of {rule.name}', k.value)
        return out

    def is_float(self, node):
        t = self.types[node]
        return isinstance(t, Known) and t.value in (float, np.float64, None)

    def rule_call(self, f, node, given):
        rule = RULES[f]
        rule = rule.others.get(len(given) + len(node.args) + len(node.keywords), rule)
        args = self.bind_rule(rule, f, node, given)
        types = {p: [self.types[n] for n in a] if isinstance(a, list) else self.types[a] for p, a in args.items()}
        types = {p: flattened_number(t) if p in rule.formulas else t for p, t in types.items()}
        flat = [t for a in types.values() for t in (a if isinstance(a, list) else [a])]
        if any(isinstance(t, Bottom) for t in flat):
            return BOTTOM
        call = RuleCall(rule, args, f)
        missing = [p for p, d in rule.params.items() if d is None and p not in args and p != rule.variadic]
        if f is np.where and missing:
            self.calls[node] = PlainCall()
            return Anything()
        if missing and not (f in (np.clip,)):
            if not any(t.active for t in flat):
                self.calls[node] = PlainCall()
                return Anything()
            self.refuse(f'srcad knows {rule.name} with the arguments {", ".join(rule.params)} only', node)
        t = self.call_result(call, types, node)
        active = rule.kind != 'inactive' and any(self.carries(types[p]) for p in rule.formulas if p in types)
        if not active and rule.kind != 'inactive' and any(t.active for t in flat) and f not in (np.where, np.full_like):
            bad = next(p for p, t in types.items() if not isinstance(t, list) and t.active)
            if rule.kind == 'linear':
                self.refuse(f'srcad does not differentiate {rule.name} by its argument {bad}', node)
        if rule.kind == 'inactive' and any(t.active for t in flat) and f in (np.arange,):
            self.refuse(f'srcad does not differentiate {rule.name}: use np.linspace, or multiply', node)
        self.calls[node] = call if rule.kind != 'inactive' else PlainCall()
        return with_active(t, active)

    def carries(self, t):
        return any(i.active for i in t) if isinstance(t, list) else t.active

    def call_result(self, call, types, node):
        known = RESULTS.get(call.key)
        if known is None and call.rule.kind == 'elementwise':
            floats = call.rule.name.startswith('math.') or call.rule.name in FLOATING
            flat = [t for p, t in types.items() if p in call.rule.params]
            if call.rule.name.startswith('math.') or call.rule.name in ('float',):
                return FLOAT
            t = elementwise_result([t for t in flat if not isinstance(t, Known)], self.fresh(node), floats)
            if isinstance(t, Number) and call.rule.name.startswith('np.'):
                t = replace(t, dtype=t.dtype or ('float64' if t.kind == 'float' else None))
            return t
        return known(types, self.fresh(node)) if known else Anything()

    def user_call(self, function, node, env, leading=()):
        args = self.program.bind(self, function, node, leading, env)
        for a in args:
            if a not in self.types:
                self.expr(a, env)
        types = [self.types[a] for a in args]
        if any(isinstance(t, Bottom) for t in types):
            return BOTTOM
        instance = self.program.instance(function, types, self, env)
        captured = [gast.Name(n, gast.Load(), None, None) for n in instance.captured]
        for c in captured:
            self.types[c] = env[c.id]
        call = UserCall(instance, [*captured, *args])
        self.calls[node] = call
        self.no_twins(instance, call, node)
        for p, a in zip(instance.params, call.args):
            if p in instance.writes:
                name = base_name(a)
                if name is None or name not in env:
                    self.refuse(f'{instance.name} writes into its argument {p}: give the array a name first', a)
                self.wrote(name, any(t.active for t in types), env)
        return self.program.result(instance, self, call, node)

    def no_twins(self, instance, call, node):
        """An array that a function writes must not be given to it twice."""
        roots = {}
        for p, a in zip(instance.params, call.args):
            if isinstance(self.types[a], (Array, Anything, ListOf)):
                for n in self.aliases(a):
                    roots.setdefault(self.groups.find(n), set()).add(p)
        for params in roots.values():
            if len(params) > 1 and params & instance.writes:
                first = sorted(params & instance.writes)[0]
                self.refuse(f'{instance.name} writes into its argument {first}, which may share memory with '
                            f'{sorted(params - {first})[0]}: pass a copy', node)

    # Builtins whose results depend on more than a row says

    def call_len(self, node, args, keywords):
        self.calls[node] = PlainCall()
        return Number(kind='int', size=length_of(args[0]))

    def call_range(self, node, args, keywords):
        self.calls[node] = PlainCall()
        size = args[0].size if len(args) == 1 and isinstance(args[0], Number) else None
        return ListOf(item=INT, length=size)

    def call_enumerate(self, node, args, keywords):
        self.calls[node] = PlainCall()
        item = self.item_of(args[0], node)
        return ListOf(item=TupleOf(items=(INT, item)), active=item.active)

    def call_zip(self, node, args, keywords):
        self.calls[node] = PlainCall()
        items = tuple(self.item_of(t, a) for t, a in zip(args, node.args))
        if any(isinstance(i, Bottom) for i in items):
            return ListOf(item=None)
        return ListOf(item=TupleOf(items=items), active=any(i.active for i in items))

    def call_reversed(self, node, args, keywords):
        self.calls[node] = PlainCall()
        return args[0]

    def call_list(self, node, args, keywords):
        if args and args[0].active:
            self.refuse('srcad does not differentiate list(...) yet: use a comprehension', node)
        self.calls[node] = PlainCall()
        return ListOf(item=self.item_of(args[0], node) if args else None, length=length_of(args[0]) if args else 0)

    call_tuple = call_list

    def call_sum(self, node, args, keywords):
        t = args[0]
        item = self.item_of(t, node.args[0])
        if isinstance(item, Bottom):
            return INT
        start = args[1] if len(args) > 1 else keywords.get('start', Number(kind='int', size=0))
        self.calls[node] = RuleCall(RULES[sum], {'items': node.args[0], **({'start': node.args[1]} if len(args) > 1 else {})}, sum)
        if 'start' in keywords:
            self.calls[node].args['start'] = node.keywords[0].value
        if isinstance(item, (TupleOf, ListOf)):
            self.refuse('srcad does not differentiate the sum of these items', node)
        out = self.operation('Add', {'x': start, 'y': item}, node) if isinstance(item, (Number, Array, Anything)) else Anything()
        out = join(out, start, (node,)) if not isinstance(out, Array) else out
        return with_active(out, item.active or start.active)

    def extreme(self, node, args, keywords):
        f = self.types[node.func].value
        if keywords and any(t.active for t in args):
            self.refuse(f'srcad does not know the keyword arguments of {f.__name__}', node)
        if len(args) == 1 and isinstance(node.args[0], (gast.Tuple, gast.List)) and len(node.args[0].elts) > 1:
            return self.several(node, f, node.args[0].elts)
        if len(args) == 1:
            item = self.item_of(args[0], node.args[0])
            if isinstance(item, Bottom):
                return BOTTOM
            if item.active and not isinstance(item, Number):
                self.refuse(f'srcad differentiates {f.__name__} of numbers only', node)
            self.calls[node] = RuleCall(RULES[f], {'items': node.args[0]}, f)
            return item
        return self.several(node, f, node.args)

    def several(self, node, f, nodes):
        args = [self.types[n] for n in nodes]
        if any(isinstance(t, Bottom) for t in args):
            return BOTTOM
        if any(isinstance(t, (Array, ListOf)) and t.active for t in args):
            self.refuse(f'srcad differentiates {f.__name__} of numbers only: use np.{f.__name__}imum', node)
        self.calls[node] = RuleCall(RULES[f], {'many': list(nodes)}, f)
        t = BOTTOM
        for a in args:
            t = join(t, a, (node,))
        return replace(t, size=None) if isinstance(t, Number) else t

    call_max = call_min = extreme


CHANGES = {'append', 'extend', 'insert', 'pop', 'remove', 'clear', 'sort', 'reverse'}
SEEING = {eval, exec, locals, globals, vars, setattr, delattr, compile, __import__}
VIEWS = {np.transpose, np.reshape, np.ravel, np.squeeze, np.swapaxes, np.asarray, np.diag, np.expand_dims, np.atleast_1d,
         np.flip, np.real, np.broadcast_to, np.diagonal}
SPELLINGS = {'newshape': 'shape', 'fill_value': 'x', 'start': 'x', 'stop': 'y', 'arrays': 'items', 'tup': 'items',
             'min': 'a_min', 'max': 'a_max', 'condition': 'c', 'x1': 'x', 'x2': 'y', 'b': 'y', 'v': 'x', 'object': 'items'}
FLOATING = {f'np.{n}' for n in 'exp expm1 exp2 log log2 log10 log1p sqrt cbrt sin cos tan sinh cosh tanh arcsin arccos arctan '
            'arcsinh arccosh arctanh degrees radians deg2rad rad2deg divide hypot arctan2 logaddexp logaddexp2 sinc '
            'float_power copysign heaviside true_divide'.split()}


def stale(d, inside):
    if not isinstance(d, Dim):
        return False
    base = d.base if isinstance(d.base, tuple) else (d.base,)
    return any(b in inside if isinstance(b, gast.AST) else stale(b, inside) for b in base)


def int_size(op, types):
    """The value of an int sum or difference, as a size."""
    x, y = (getattr(t, 'size', None) for t in types) if len(types) == 2 else (None, None)
    if isinstance(x, int) and isinstance(y, int):
        return {'Add': x + y, 'Sub': x - y, 'Mult': x * y}.get(op)
    if isinstance(x, Dim) and isinstance(y, int) and op in ('Add', 'Sub'):
        k = y if op == 'Sub' else -y
        return x.minus(k) if k > 0 or x.less + k >= 0 and k else x if not k else None
    return None


def as_number(t):
    return BOOL if isinstance(t, Known) and isinstance(t.value, bool) else t


def flattened_number(t):
    return BOOL if isinstance(t, Known) and isinstance(t.value, bool) else t


def join_all(types, node):
    t = BOTTOM
    for k, i in enumerate(types):
        t = join(t, i, (node, k))
    return t


def length_of(t):
    if isinstance(t, Array) and t.dims:
        return t.dims[0]
    return len(t.items) if isinstance(t, TupleOf) else t.length if isinstance(t, ListOf) else None


def base_name(node):
    """The name of the variable that a chain of subscripts and attributes starts from."""
    while isinstance(node, (gast.Subscript, gast.Attribute)):
        node = node.value
    return node.id if isinstance(node, gast.Name) else None


def indices(t, node):
    """A list of ints as a subscript is an array of ints."""
    if isinstance(t, ListOf) and isinstance(t.item, Number) and t.item.kind in ('int', 'bool'):
        return Array(dims=(t.length if t.length is not None else Dim((node, 'list')),), dtype='int64' if t.item.kind == 'int' else 'bool')
    return t


def is_new_axis(e):
    return isinstance(e, gast.Constant) and e.value is None or isinstance(e, gast.Attribute) and e.attr == 'newaxis'


def is_ellipsis(e):
    return isinstance(e, gast.Constant) and e.value is ...


def text_of(node):
    return gast.dump(node)


def words(op):
    return {'Add': 'the sum', 'Sub': 'the difference', 'Mult': 'the product', 'Div': 'the quotient'}.get(op, op)


def hashable(f):
    try:
        hash(f)
    except TypeError:
        return False
    return True


def name_of(f):
    module = getattr(f, '__module__', None)
    name = getattr(f, '__qualname__', None) or getattr(f, '__name__', None) or repr(f)
    return f'{module}.{name}' if module and module != 'builtins' else name
