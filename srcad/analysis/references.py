"""Types where lists, dicts and objects are known by reference: what they hold is in the program's heap."""

import dataclasses
import functools
import inspect
from collections import OrderedDict, defaultdict, deque
from dataclasses import replace

import gast
import numpy as np

from srcad.analysis.calls import STARRED, ListAppend, NotYet, PlainCall, UserCall, hashable, length_of
from srcad.analysis.expressions import join_all
from srcad.analysis.heap import ITEM, KEY
from srcad.analysis.infer import Inference
from srcad.analysis.results import known_value
from srcad.analysis.types import (
    BOOL,
    BOTTOM,
    INT,
    NONE,
    Anything,
    Array,
    Bottom,
    Known,
    ListOf,
    Local,
    Number,
    Ref,
    TupleOf,
    join,
    with_active,
)
from srcad.analysis.heap import BoundMethod, FunctionValue, label
from srcad.analysis.unknown import name_of, no_rule
from srcad.by_memory import LIBRARIES, Closure, lacks, new
from srcad.runtime import Scope
from srcad.rules.table import RULES
from srcad.tree import COMPREHENSIONS, Ours, arguments, walk

OPERATORS = {
    'Add': 'add', 'Sub': 'sub', 'Mult': 'mul', 'Div': 'truediv', 'FloorDiv': 'floordiv', 'Mod': 'mod', 'Pow': 'pow',
    'MatMult': 'matmul', 'BitAnd': 'and', 'BitOr': 'or', 'BitXor': 'xor', 'LShift': 'lshift', 'RShift': 'rshift',
    'USub': 'neg', 'UAdd': 'pos', 'Invert': 'invert',
}
# Functions of all elements of an array
TO_ONE = {np.sum, np.mean, np.prod, np.max, np.min, np.var, np.std, np.linalg.norm, np.trace, np.vdot}
ITERATING = {sum, max, min, list, tuple, sorted, set, any, all}  # which run over what they are given
CONVERSIONS = {float: '__float__', int: '__int__', abs: '__abs__', len: '__len__', bool: '__bool__', round: '__round__'}
CONTAINERS = {list: list, dict: dict, set: set, deque: deque, defaultdict: defaultdict, OrderedDict: OrderedDict}


class References(Inference):
    """`Inference` of a program whose containers and objects are references into its heap."""

    def __init__(self, *args):
        super().__init__(*args)
        self.heap, self.literal, self.literals = self.program.heap, False, set()

    def join(self, a, b, where):
        return self.heap.join(a, b, where)

    def expr(self, node, env):
        self.env = env
        t = super().expr(node, env)
        if self.heap.arrays_active and isinstance(t, Array) and not t.active:
            t = self.types[node] = with_active(t, True)
        return t

    def site(self, node):
        return getattr(node, 'site', node)

    # What a name is bound to

    def bind(self, target, t, value, env, element=False):
        if isinstance(target, gast.Name):
            if isinstance(t, Anything) and t.active and not t.array:
                self.refuse(f'srcad cannot tell whether {target.id} is a number or an array here: use a name for each kind', target)
            self.types[target] = env[target.id] = t
        else:
            super().bind(target, t, value, env, element)

    def aliases(self, node):
        return set()

    def wrote(self, name, active, env):
        self.heap.changed |= not self.heap.arrays_written or active and not self.heap.arrays_active
        self.heap.arrays_written = True
        self.heap.arrays_active |= active

    def has_axes(self, t, node):
        if isinstance(t, Array) and not t.dims:
            self.refuse('srcad does not differentiate writes to an array without axes: use a number', node)

    def Delete(self, s, env):
        for to in s.targets:
            if isinstance(to, gast.Name):
                env = {n: t for n, t in env.items() if n != to.id}
            else:
                self.expr(to.value, env)
                if isinstance(to, gast.Subscript):
                    self.literally(to.slice, env)
                self.changes()
        return env

    def changes(self):
        self.heap.changed |= not self.heap.containers_written
        self.heap.containers_written = True

    def not_while_iterated(self, s):
        pass

    def no_twins(self, instance, call, node):
        pass

    def store_attribute(self, target, t, env):
        owner = self.expr(target.value, env)
        if isinstance(owner, Bottom):
            return
        if isinstance(owner, Array) and owner.kind == 'complex' and target.attr in ('real', 'imag'):
            self.types[target] = with_active(self.expr(gast.Attribute(target.value, target.attr, gast.Load()), env), t.active)
            return self.wrote(None, t.active, env)
        if not isinstance(owner, Ref) or not self.heap.is_object(owner):
            if isinstance(owner, Array):
                self.refuse(f'srcad does not differentiate an assignment to .{target.attr} of an array: make a new array', target)
            if isinstance(owner, Known):
                self.refuse('srcad does not differentiate what sets attributes of a class or a module: use an object, or an argument', target)
            self.refuse('srcad cannot tell which object this writes to: give the object a name first', target)
        for cls in self.heap.kinds_of(owner):
            found = inspect.getattr_static(cls, target.attr, None)
            if isinstance(found, property) and found.fset is not None:
                return  # a call, once it is spelled out
            setter = inspect.getattr_static(cls, '__setattr__')
            if setter is not object.__setattr__ and not (is_frozen(cls) and getattr(target, 'frozen', False)):
                self.refuse(f'srcad does not follow what {cls.__name__} does when this attribute is set: write a method that sets it', target)
        self.put(owner, target.attr, t, target)
        self.types[target] = t

    def put(self, owner, key, t, node):
        """Something is stored in a container or an object."""
        if any(s[0][0] == 'outside' for s in owner.sites if isinstance(s[0], tuple)):
            self.refuse('srcad refuses to differentiate what changes an object of the module, or of others: pass it as an argument', node)
        if isinstance(t, Local):
            self.refuse('srcad does not follow a function that is defined inside another into a container or an object: define it at the top of the file', node)
        if isinstance(t, Anything) and t.active and not t.array:
            self.refuse('srcad cannot tell whether this is a number or an array: use a name for each kind', node)
        self.heap.store(owner, key, t)
        self.changes()

    def For(self, s, env):
        self.env = env
        return super().For(s, env)

    def With(self, s, env):
        item = s.items[0]
        t = self.expr(item.context_expr, env)
        if not isinstance(t, (Ref, Bottom)) or isinstance(t, Ref) and not self.heap.is_object(t):
            return super().With(s, env)
        if isinstance(t, Bottom):
            return env
        self.lets_exceptions_pass(t, item.context_expr)
        enter = gast.copy_location(gast.Call(gast.Attribute(item.context_expr, '__enter__', gast.Load()), [], []), item.context_expr)
        given = self.method_call(enter, self.methods(t, '__enter__'), [item.context_expr], env)
        if item.optional_vars is not None:
            self.bind(item.optional_vars, given, item.context_expr, env)
        return self.block(s.body, env)

    def lets_exceptions_pass(self, t, node):
        """Refuse a context that may swallow exceptions, or that asks for them."""
        for kind in self.heap.kinds_of(t):
            f = inspect.getattr_static(kind, '__exit__', None)
            if not inspect.isfunction(f):
                self.refuse(f'srcad does not know what {kind.__name__} does around these lines: use try and finally', node)
            tree = self.program.parsed(f)
            asked = {a.id for a in arguments(tree)[1:]} & {n.id for s in tree.body for n in walk(s) if isinstance(n, gast.Name)}
            swallows = [r for r in walk(tree) if isinstance(r, gast.Return) and not (r.value is None or isinstance(r.value, gast.Constant) and not r.value.value)]
            if asked or swallows:
                self.refuse(f'srcad does not know what {kind.__name__} does with an exception: use try and except', node)

    def AugAssign(self, s, env):
        self.env = env
        old = self.expr(s.target, env)
        t = self.expr(s.value, env)
        self.old_types[s] = old
        op = type(s.op).__name__
        own = f'__i{OPERATORS[op]}__'
        if isinstance(old, Ref) and self.heap.is_object(old) and self.methods(old, own):
            new = BOTTOM  # until it is spelled out as a call
        elif self.heap.is_list(old):
            self.put(old, ITEM, self.item_of(t, s), s)
            new = old
        else:
            new = self.operation(op, {'x': old, 'y': t}, gast.copy_location(gast.BinOp(s.target, s.op, s.value), s))
        if isinstance(old, Array) or isinstance(old, Anything) and old.active:
            self.has_axes(old, s.target)
            self.no_truncation(old, t, s)
            self.wrote(None, new.active, env)
            if isinstance(old, Array):  # in place: shape and dtype stay
                new = with_active(old, new.active or old.active)
        if isinstance(s.target, gast.Name):
            self.types[s.target] = env[s.target.id] = new
        elif isinstance(s.target, gast.Attribute):
            self.store_attribute(s.target, new, env)
        else:
            self.store(s.target, new, env)
        return env

    def store(self, target, t, env):
        owner = self.expr(target.value, env)
        self.expr(target.slice, env)
        if isinstance(owner, Bottom):
            return
        if isinstance(owner, Array):
            self.types[target] = self.item(owner, target)
            self.has_axes(owner, target)
            self.no_truncation(owner, t, target)
            return self.wrote(None, t.active, env)
        if self.heap.is_list(owner):
            if isinstance(target.slice, gast.Slice):
                self.put(owner, ITEM, self.item_of(t, target), target)
            else:
                self.put(owner, ITEM, t, target)
            self.types[target] = t
        elif self.heap.is_dict(owner):
            self.put_key(owner, target.slice, t, target)
            self.types[target] = t
        elif self.heap.is_object(owner) and self.methods(owner, '__setitem__'):
            self.types[target] = t
        else:
            self.refuse('srcad does not know what is written here: write a number or an array', target)

    def put_key(self, owner, key, t, node):
        kt = self.types[key]
        if kt.active:
            self.refuse('a value that carries a derivative is the key of a dict: use int(...) of it, or a list of pairs', key)
        self.put(owner, field_of(key), t, node)
        self.put(owner, ITEM, t, node)
        self.put(owner, KEY, replace(kt, size=None) if isinstance(kt, Number) else kt, node)

    def load_key(self, owner, key):
        if field_of(key) == 'other':
            return self.heap.load(owner, ITEM)
        return self.heap.join(self.heap.load(owner, field_of(key)), self.heap.load(owner, 'other'), 'item')

    def If(self, s, env):
        """A test for the class of an object tells what it is on that side."""
        self.expr(s.test, env)
        n, cls = class_test(s.test, self.types)
        t = env.get(n)
        if not isinstance(t, Ref):
            return super().If(s, env)
        mine = {site for site in t.sites if self.heap.kinds[site] is cls or label(self.heap.kinds[site]) == cls}
        sides = ((s.body, mine), (s.orelse, t.sites - mine))
        return self.merge([self.block(block, {**env, n: self.heap.ref(sites)}) if sites else None for block, sites in sides])

    # Expressions

    def literally(self, node, env):
        """The type of a display whose items are looked at and not kept: the argument of np.array."""
        before, self.literal = self.literal, True
        t = self.expr(node, env)
        self.literal = before
        return t

    def _List(self, node, env):
        if self.literal or node in self.literals:
            return super()._List(node, env)
        return self.filled(list, node, [self.expr(e, env) for e in node.elts])

    def _Set(self, node, env):
        return self.filled(set, node, [self.expr(e, env) for e in node.elts])

    def filled(self, kind, node, items):
        made = self.heap.make(kind, self.site(node))
        for t in items:
            if kind is set and t.active:
                self.refuse('srcad does not differentiate sets of values that carry a derivative: use a list', node)
            if not isinstance(t, Bottom):
                self.heap.store(made, ITEM, t)
        return self.heap.ref(made.sites)

    def _Tuple(self, node, env):
        if not any(isinstance(e, gast.Starred) for e in node.elts):
            return super()._Tuple(node, env)
        parts = []
        for e in node.elts:
            t = self.expr(e, env)
            if isinstance(e, gast.Starred) and isinstance(t, TupleOf):
                parts += [self.part(e.value, k, i) for k, i in enumerate(t.items)]
            elif isinstance(e, gast.Starred) and not isinstance(t, Bottom):
                self.refuse(STARRED, e)
            else:
                parts.append(e)
        return self.rewritten(node, gast.Tuple(parts, gast.Load()), env)

    def _IfExp(self, node, env):
        side = known_value(self.expr(node.test, env))
        if side is True or side is False:
            chosen = node.body if side else node.orelse
            t = self.expr(chosen, env)
            self.calls[node] = Rewritten(chosen)
            return t
        self.calls.pop(node, None)
        return super()._IfExp(node, env)

    def _Dict(self, node, env):
        made = self.heap.make(dict, self.site(node))
        for k, v in zip(node.keys, node.values):
            if k is None:
                self.pour(made, self.expr(v, env), v)
                continue
            self.expr(k, env)
            self.store_pair(made, k, self.expr(v, env))
        return self.heap.ref(made.sites)

    def store_pair(self, made, key, t):
        kt = self.types[key]
        self.heap.store(made, field_of(key), t)
        self.heap.store(made, ITEM, t)
        self.heap.store(made, KEY, replace(kt, size=None) if isinstance(kt, Number) else kt)

    def pour(self, made, t, node):
        """All that is in one dict is put into another."""
        if not self.heap.is_dict(t):
            self.refuse('srcad does not know what is put into this dict: write d[key] = value for each', node)
        for site in t.sites:
            for key, value in self.heap.fields[site].items():
                self.heap.store(made, key, value)

    def _ListComp(self, node, env):
        t = super()._ListComp(node, env)
        return t if self.literal or node in self.literals or isinstance(node, gast.GeneratorExp) else self.filled(list, node, [t.item])

    def _GeneratorExp(self, node, env):
        return super()._ListComp(node, env)

    def _SetComp(self, node, env):
        return self.filled(set, node, [super()._ListComp(node, env).item])

    def _DictComp(self, node, env):
        inner = dict(env)
        for g in node.generators:
            self.bind(g.target, self.item_of(self.expr(g.iter, inner), g.iter), g.iter, inner, element=True)
            for test in g.ifs:
                self.expr(test, inner)
        made = self.heap.make(dict, self.site(node))
        self.expr(node.key, inner)
        self.store_pair(made, node.key, self.expr(node.value, inner))
        return self.heap.ref(made.sites)

    def _Attribute(self, node, env):
        owner = self.expr(node.value, env)
        if isinstance(owner, Bottom) or owner == NONE:
            return BOTTOM
        if isinstance(owner, TupleOf):
            f = inspect.getattr_static(owner.of, node.attr, None)
            if isinstance(f, property) and node.attr not in getattr(owner.of, '_fields', ()):
                return self.method_call(node, [f.fget], [node.value], env)
        if not isinstance(owner, Ref):
            return super()._Attribute(node, env)
        found = self.methods(owner, node.attr)
        if not self.heap.is_object(owner) and node.attr != 'maxlen':
            return Anything()
        if node.attr == '__class__':
            return self.class_of(owner)
        for cls in self.heap.kinds_of(owner) if self.heap.is_object(owner) else ():
            if inspect.getattr_static(cls, '__getattribute__') is not object.__getattribute__ or inspect.getattr_static(cls, '__getattr__', None):
                self.refuse(f'srcad does not follow how {cls.__name__} finds its attributes: use a plain attribute, or a method', node)
        cached = self.cached(owner, node)
        if cached is not None:
            t = self.heap.join(self.heap.load(owner, node.attr), self.method_call(node, [cached.func], [node.value], env), node.attr)
            self.calls[node] = Cached(cached)
            return t
        if found and isinstance(found[0], property):
            return self.method_call(node, [p.fget for p in found], [node.value], env)
        if self.heap.kinds_of(owner) == {deque} and node.attr == 'maxlen':
            return Anything()
        if found and inspect.isfunction(found[0]) and len(found) == 1:
            made = self.heap.make(self.program.kind_of_method(found[0]), (*as_site(self.site(node)), 'method'))
            self.heap.store(made, '__self__', owner)
            return self.heap.ref(made.sites)
        if found:
            return Anything()
        return self.heap.load(owner, node.attr)

    def cached(self, owner, node):
        """The functools.cached_property that an attribute is of, before it is spelled out."""
        kinds = [inspect.getattr_static(k, node.attr, None) for k in self.heap.kinds_of(owner)]
        for value in kinds:
            if isinstance(value, functools.cached_property):
                return None if getattr(node, 'is_there', False) or len(kinds) > 1 else value
            if hasattr(type(value), '__get__') and not inspect.isroutine(value) and not isinstance(value, (property, staticmethod, classmethod)):
                if type(value).__name__ not in ('member_descriptor', 'getset_descriptor') and not isinstance(value, type):
                    self.refuse(f'srcad does not follow what reading .{node.attr} runs: use a property or a method', node)
        return None

    def methods(self, owner, name):
        """What a class says of a name, for each class that an object may be of; nothing where it is a plain attribute."""
        found = {}
        for site in sorted(owner.sites, key=repr):
            cls = self.heap.kinds[site]
            value = inspect.getattr_static(cls, name, None)
            if inspect.isfunction(value) or isinstance(value, (property, staticmethod, classmethod)):
                found[cls] = value
                self.program.attributes.append((cls, name, getattr(cls, name, None)))
        return list(dict.fromkeys(found.values())) if len(found) == len(self.heap.kinds_of(owner)) else []

    def method_call(self, node, functions, leading, env):
        """A call of the one function that is meant, with arguments before those of the call."""
        if not functions:
            self.refuse('srcad cannot tell which function is called here: call it by its name, in an if for each choice', node)
        if len(functions) > 1:
            return self.choice_of(node, functions, leading, env)
        f = getattr(functions[0], '__func__', functions[0])
        function = self.program.user_function(f)
        if function is None:
            return self.opaque_call(node, leading)
        if not isinstance(node, gast.Call) or self.types.get(node.func) == Known(value=len):
            node_call = gast.copy_location(gast.Call(node, [], []), node)
            return self.user_call(function, node_call, env, leading, key=node)
        for a in [*node.args, *(k.value for k in node.keywords)]:
            self.expr(a, env)
        return self.user_call(function, node, env, leading)

    def choice_of(self, node, functions, leading, env):
        """One of several functions, by the class of the object: a type for all, until the choice is spelled out."""
        t = BOTTOM
        owner = self.types[leading[0]]
        for cls in sorted(self.heap.kinds_of(owner), key=name_of):
            part = self.heap.ref({s for s in owner.sites if self.heap.kinds[s] is cls})
            self.types[leading[0]] = part
            t = self.join(t, self.method_call(node, [self.function_of(cls, node)], leading, env), (node, cls))
        self.types[leading[0]] = owner
        self.calls[node] = ByClass(leading[0], self.heap.kinds_of(owner))
        return t

    def function_of(self, cls, node):
        """What a call, an attribute or a subscript of an object of this class runs."""
        if isinstance(node, gast.Call):
            text = node.func.attr if isinstance(node.func, gast.Attribute) else '__call__'
        else:
            text = node.attr if isinstance(node, gast.Attribute) else '__getitem__'
        f = inspect.getattr_static(cls, text)
        return f.fget if isinstance(f, property) else f

    def opaque_call(self, node, leading):
        if any(self.types[a].active for a in leading):
            self.refuse('srcad cannot see what this call does with values that carry a derivative: call a function that is written in Python', node)
        self.calls[node] = PlainCall()
        return Anything()

    def operation(self, op, args, node):
        types = list(args.values())
        refs = [t for t in types if isinstance(t, Ref)]
        if any(isinstance(t, Bottom) for t in types):
            return BOTTOM
        if any(self.heap.is_object(t) for t in refs):
            return self.object_operation(op, types, node)
        if refs or any(isinstance(t, TupleOf) for t in types):
            return self.sequence_type(op, types, node)
        t = super().operation(op, args, node)
        if isinstance(t, Anything) and any(isinstance(a, Array) or getattr(a, 'array', False) for a in types):
            t = replace(t, array=True)
        return t

    def object_operation(self, op, types, node):
        operands = [node.left, node.right] if isinstance(node, gast.BinOp) else [node.operand]
        for text, first in ((f'__{OPERATORS[op]}__', 0), (f'__r{OPERATORS[op]}__', len(operands) - 1)):
            owner = types[first]
            found = self.methods(owner, text) if self.heap.is_object(owner) else []
            if found:
                order = operands if first == 0 else operands[::-1]
                return self.method_call(node, found, order, dict(self.env))
        self.refuse('srcad does not know this operation of an object: call a method', node)

    def _BinOp(self, node, env):
        self.env = env
        return super()._BinOp(node, env)

    def _UnaryOp(self, node, env):
        self.env = env
        if isinstance(self.expr(node.operand, env), Ref):
            return BOOL if isinstance(node.op, gast.Not) else self.operation(type(node.op).__name__, {'x': self.types[node.operand]}, node)
        return super()._UnaryOp(node, env)

    def sequence_type(self, op, types, node):
        """`xs + ys`, `xs * n` of lists and tuples."""
        if all(isinstance(t, TupleOf) for t in types) and op == 'Add':
            return TupleOf(items=types[0].items + types[1].items)
        lists = [t for t in types if self.heap.is_list(t)]
        if any(isinstance(t, (Array, Anything)) for t in types) and any(t.active for t in types):
            self.refuse('srcad does not calculate with an array and a list: make an array of the list', node)
        if op == 'BitOr' and all(self.heap.is_dict(t) for t in types):
            return self.rewritten(node, gast.Dict([None, None], [node.left, node.right]), self.env)
        if op == 'Mult' and lists and any(isinstance(t, Number) and (t.kind not in ('int', 'bool') or t.dtype) for t in types):
            self.refuse('srcad does not multiply a list by this: make an array of it', node)
        if op == 'Mult' and len(lists) == 1 or op == 'Add' and len(lists) == 2:
            return self.filled(list, node, [self.heap.load(t, ITEM) for t in lists])
        if op == 'Mult' and any(isinstance(t, TupleOf) for t in types):
            times = next((t.size for t in types if isinstance(t, Number)), None)
            t = next(t for t in types if isinstance(t, TupleOf))
            if isinstance(times, int):
                return TupleOf(items=t.items * times)
        if any(t.active for t in types):
            self.refuse('srcad cannot differentiate this operation of lists, tuples or objects: write it for the items, in a loop', node)
        return Anything()

    def _Compare(self, node, env):
        types = [self.expr(e, env) for e in (node.left, *node.comparators)]
        if any(isinstance(t, (Ref, TupleOf)) or getattr(t, 'maybe', False) for t in types):
            if len(types) == 2 and types[1] == NONE and isinstance(types[0], (Ref, TupleOf)) and not getattr(types[0], 'maybe', False):
                if isinstance(node.ops[0], (gast.Is, gast.IsNot)):
                    return Known(value=isinstance(node.ops[0], gast.IsNot))
            return BOOL
        return super()._Compare(node, env)

    def _Subscript(self, node, env):
        owner = self.expr(node.value, env)
        self.literally(node.slice, env)
        if self.heap.is_object(owner) if isinstance(owner, Ref) else False:
            return self.method_call(node, self.methods(owner, '__getitem__'), [node.value, node.slice], env)
        return self.item(owner, node)

    def item(self, owner, node):
        if isinstance(owner, Ref):
            if self.heap.is_dict(owner):
                t = self.load_key(owner, node.slice)
                kinds = self.heap.kinds_of(owner)
                return self.default_item(owner, t, node) if kinds == {defaultdict} else t
            if isinstance(node.slice, gast.Slice):
                return self.filled(list, node, [self.heap.load(owner, ITEM)])
            return self.fresh_sizes(self.heap.load(owner, ITEM), node)
        if isinstance(owner, TupleOf) and isinstance(node.slice, gast.Slice):
            bounds = [self.types[e].size if e is not None and isinstance(self.types.get(e), Number) else None for e in (node.slice.lower, node.slice.upper, node.slice.step)]
            return TupleOf(items=owner.items[slice(*bounds)])
        if isinstance(owner, TupleOf) and not isinstance(known_value(self.types[node.slice]), int):
            return self.item_of(owner, node)
        return super().item(owner, node)

    def default_item(self, owner, t, node):
        for site in owner.sites:
            made = self.heap.fields[site].get('default')
            if made is not None:
                if isinstance(made, Known):
                    made = self.heap.make(made.value, (self.site(node), 'default')) if made.value in CONTAINERS else Number(kind='float' if made.value is float else 'int')
                    self.put(owner, 'other', made, node)
                    self.put(owner, ITEM, made, node)
                t = self.join(t, made, node)
        return t

    def fresh_sizes(self, t, node):
        return self.any_item(t, node)

    def item_of(self, t, node):
        if isinstance(t, Ref):
            if self.heap.is_dict(t):
                return self.heap.load(t, KEY)
            if self.heap.is_object(t):
                return self.iterated(t, node)
            return self.fresh_sizes(self.heap.load(t, ITEM), node)
        if isinstance(t, TupleOf):
            out = BOTTOM
            for k, i in enumerate(t.items):
                out = self.join(out, i, (node, k))
            return out
        return super().item_of(t, node)

    def iterated(self, t, node):
        found = self.methods(t, '__iter__')
        f = found[0] if len(found) == 1 else None
        if inspect.isgeneratorfunction(f):
            return BOTTOM  # until the loop runs the generator's statements
        if f is not None and isinstance(node, gast.expr):
            made = gast.copy_location(gast.Call(gast.Attribute(node, '__iter__', gast.Load()), [], []), node)
            made.site = (*as_site(self.site(node)), 'iter')
            inner = self.expr(made, self.env)
            if not self.heap.is_object(inner) if isinstance(inner, Ref) else not isinstance(inner, Bottom):
                self.calls[node] = Iterated(made)
                return self.item_of(inner, made)
            if isinstance(inner, Bottom):
                return BOTTOM
        self.refuse('srcad does not run over this object: loop over a list, a tuple or an array that it holds', node)

    def argument_type(self, node):
        return self.as_known_to_rules(self.types[node])

    def as_known_to_rules(self, t):
        """A list as the rules of functions know it."""
        if self.heap.is_list(t):
            item = self.as_known_to_rules(self.heap.load(t, ITEM))
            return ListOf(item=item if not isinstance(item, Bottom) else None, active=item.active)
        if isinstance(t, TupleOf):
            return replace(t, items=tuple(map(self.as_known_to_rules, t.items)))
        return t

    def _Ours(self, node, env):
        value = node.value_of
        return Known(value=value) if callable(value) or inspect.ismodule(value) else self.program.describe(value, ('outside', node.id))

    # Calls

    def call_result(self, call, types, node):
        t = super().call_result(call, types, node)
        x = types.get('x')
        if isinstance(t, Anything) and getattr(x, 'array', False):
            if call.key in TO_ONE and types.get('axis') is None:
                return Number(dtype='float64')
            return replace(t, array=True)
        return t

    def _Call(self, node, env):
        before, self.literal = self.literal, False
        t = self.call(node, env)
        self.literal = before
        return t

    def function_value(self, node, env):
        """`Closure('g', g, x=x)`: an object with the variables that the function captures."""
        local = self.expr(node.args[1], env)
        kind = self.program.kind_of_closure(self.site(node), local)
        kind.statics = self.program.captures(local.node, env)[1]
        made = self.heap.make(kind, self.site(node))
        for k in node.keywords:
            self.heap.store(made, k.arg, self.expr(k.value, env))
        for a in (node.func, node.args[0]):
            self.expr(a, env)
        self.calls[node] = Construction(kind, done=True)
        return self.heap.ref(made.sites)

    def call_value(self, callee, node, env):
        """A call of a function that is a value: of a closure, of one of several functions, of an object."""
        kinds = self.heap.kinds_of(callee)
        args = [*node.args, *(k.value for k in node.keywords)]
        if len(kinds) > 1:
            t = BOTTOM
            for kind in sorted(kinds, key=label):
                part = self.heap.ref({s for s in callee.sites if self.heap.kinds[s] is kind})
                self.types[node.func] = part
                t = self.join(t, self.call_value(part, node, env), (node, label(kind)))
            self.types[node.func] = callee
            self.calls[node] = ByClass(node.func, kinds)
            return t
        kind = next(iter(kinds))
        if issubclass(kind, FunctionValue):
            return self.call_known(Known(value=kind.value), node, env)
        for a in args:
            self.expr(a, env)
        if issubclass(kind, BoundMethod):
            me = gast.copy_location(gast.Attribute(node.func, '__self__', gast.Load()), node.func)
            self.types[me] = self.heap.load(callee, '__self__')
            return self.method_call(node, [kind.function], [me], env)
        if not issubclass(kind, Closure):
            return self.method_call(node, self.methods(callee, '__call__'), [node.func], env)
        inner = {**kind.statics, **{n: self.heap.load(callee, n) for s in callee.sites for n in self.heap.fields[s]}}
        return self.user_call(kind.local, node, env, closure=node.func, kept=inner)

    def rule_call(self, f, node, given):
        given_here = [*node.args, *(k.value for k in node.keywords)] if isinstance(node, gast.Call) else []
        for a in [*given.values(), *given_here]:
            t = self.types.get(a)
            if isinstance(t, Ref) and not self.heap.is_list(t) and t.sites and RULES[f].kind != 'inactive':
                self.refuse(f'srcad does not know what {RULES[f].name} does with this object: give it numbers or arrays', a)
        return super().rule_call(f, node, given)

    def call_known(self, known, node, env):
        """A call through a name of what is one known function there."""
        self.types[node.func] = known
        f = known.value
        for a in [*node.args, *(k.value for k in node.keywords)]:
            self.expr(a, env)
        if hashable(f) and f in RULES:
            return self.rule_call(f, node, {})
        made = self.constructed(f, node, env)
        if made is not None:
            return made
        function = self.program.user_function(f)
        if function is not None:
            return self.user_call(function, node, env)
        self.refuse(no_rule(f, node, [self.types[a].active for a in node.args], self.source), node)

    def call(self, node, env):
        if isinstance(node.func, Ours) and node.func.value_of is Closure:
            return self.function_value(node, env)
        if isinstance(node.func, Ours) and node.func.value_of in (getattr, lacks, type):
            for a in node.args:
                self.expr(a, env)
            self.expr(node.func, env)
            self.calls[node] = PlainCall()
            return Anything()
        if any(isinstance(a, gast.Starred) for a in node.args):
            made = self.without_stars(node, env)
            if made is not node:
                t = self.expr(made, env)
                self.calls[node] = Rewritten(made)
                return t
        callee = self.expr(node.func, env) if not isinstance(node.func, gast.Attribute) else None
        if isinstance(callee, Ref):
            return self.call_value(callee, node, env)
        if isinstance(node.func, gast.Attribute) and not is_super(node.func.value):
            owner = self.expr(node.func.value, env)
            if isinstance(owner, Ref) and self.heap.is_object(owner) and not self.methods(owner, node.func.attr):
                callee = self.expr(node.func, env)
                if isinstance(callee, Ref):
                    return self.call_value(callee, node, env)
        if isinstance(callee, Known) and hashable(callee.value) and callee.value in ITERATING and node.args:
            t = self.expr(node.args[0], env)
            if isinstance(t, Ref) and self.heap.is_object(t) and t.sites:
                item = gast.Name('item_of_it', gast.Load(), None, None)
                over = gast.comprehension(gast.Name('item_of_it', gast.Store(), None, None), node.args[0], [], 0)
                listed = gast.copy_location(gast.ListComp(item, [over]), node)
                listed.site = (*as_site(self.site(node)), 'listed')
                self.env = env
                return self.rewritten(node, gast.Call(node.func, [listed, *node.args[1:]], node.keywords), env)
        own = CONVERSIONS.get(getattr(callee, 'value', None)) if isinstance(callee, Known) and hashable(callee.value) else None
        if own and len(node.args) == 1:
            t = self.expr(node.args[0], env)
            if isinstance(t, Ref) and self.heap.is_object(t) and self.methods(t, own):
                made = gast.copy_location(gast.Call(gast.Attribute(node.args[0], own, gast.Load()), [], []), node)
                found = self.expr(made, env)
                self.calls[node] = Rewritten(made)
                return found
        if isinstance(callee, Known) or isinstance(node.func, gast.Attribute) and isinstance(self.expr(node.func.value, env), Known):
            f = getattr(callee or self.expr(node.func, env), 'value', None)
            if hashable(f) and f in RULES:
                for a in node.args:
                    if isinstance(a, (gast.List, gast.Tuple) + COMPREHENSIONS):
                        self.kept_types(a)
            made = self.constructed(f, node, env)
            if made is not None:
                return made
            if f is dataclasses.replace:
                return self.replaced(node, env)
            if hashable(f) and f == object.__setattr__ and isinstance(node.args[1], gast.Constant):
                to = gast.copy_location(gast.Attribute(node.args[0], node.args[1].value, gast.Store()), node)
                to.frozen = True
                self.store_attribute(to, self.expr(node.args[2], env), env)
                self.expr(node.func, env)
                return NONE
            if inspect.ismethod(f) and isinstance(f.__self__, type) and self.program.user_function(f.__func__) is not None:
                cls = Ours(f.__self__.__name__, f.__self__)
                self.expr(cls, env)
                return self.method_call(node, [f.__func__], [cls], env)
        t = super()._Call(node, env)
        return t

    def without_stars(self, node, env):
        """A call of a library function with the items of tuples in place of those behind stars."""
        f = self.expr(node.func, env) if not isinstance(node.func, gast.Attribute) or isinstance(self.expr(node.func.value, env), Known) else None
        if not isinstance(f, Known) or self.program.user_function(f.value) is not None or inspect.isclass(f.value) and f.value not in CONTAINERS:
            return node
        args = []
        for a in node.args:
            t = self.expr(a, env)
            if isinstance(a, gast.Starred) and isinstance(t, TupleOf):
                args += [self.part(a.value, k, i) for k, i in enumerate(t.items)]
            elif isinstance(a, gast.Starred) and self.heap.is_list(t) and f.value in (max, min) and len(node.args) == 1:
                args.append(a.value)
            elif isinstance(a, gast.Starred) and t.active:
                self.refuse(STARRED, a)
            elif isinstance(a, gast.Starred):
                return node
            else:
                args.append(a)
        made = gast.copy_location(gast.Call(node.func, args, node.keywords), node)
        made.site = self.site(node)
        return made

    def replaced(self, node, env):
        """`dataclasses.replace(o, x=v)`: a new object of the same class."""
        owner = self.expr(node.args[0], env)
        kinds = self.heap.kinds_of(owner) if isinstance(owner, Ref) else ()
        if isinstance(owner, Bottom):
            return BOTTOM
        if len(kinds) != 1 or not dataclasses.is_dataclass(next(iter(kinds))):
            self.refuse('srcad cannot tell which dataclass this is: call the class by its name', node)
        cls, given = next(iter(kinds)), {k.arg: k.value for k in node.keywords}
        keywords = [
            gast.keyword(f.name, given.get(f.name) or gast.copy_location(gast.Attribute(node.args[0], f.name, gast.Load()), node))
            for f in dataclasses.fields(cls)
            if f.init
        ]
        return self.rewritten(node, gast.Call(Ours(cls.__name__, cls), [], keywords), env)

    def rewritten(self, node, made, env):
        gast.copy_location(made, node)
        made.site = self.site(node)
        t = self.expr(made, env)
        self.calls[node] = Rewritten(made)
        return t

    def tuple_method(self, owner, node, env):
        """`t._replace(x=v)` and `t._asdict()` of a namedtuple."""
        part = lambda f: gast.copy_location(gast.Attribute(node.func.value, f, gast.Load()), node)
        if node.func.attr == '_asdict':
            return self.rewritten(node, gast.Dict([gast.Constant(f, None) for f in owner.of._fields], [part(f) for f in owner.of._fields]), env)
        given = {k.arg: k.value for k in node.keywords}
        return self.rewritten(node, gast.Call(Ours(owner.of.__name__, owner.of), [given.get(f) or part(f) for f in owner.of._fields], []), env)

    def kept_types(self, a):
        """A display that is only looked at, and those right in it."""
        self.literals.add(a)
        for e in getattr(a, 'elts', [getattr(a, 'elt', None)]):
            if isinstance(e, (gast.List, gast.Tuple) + COMPREHENSIONS):
                self.kept_types(e)

    def constructed(self, f, node, env):
        """The type of a new container or object; None for other calls."""
        if f is new:
            self.expr(node.func, env)
            cls = self.expr(node.args[0], env)
            cls = next(iter(self.heap.kinds_of(cls))).value if isinstance(cls, Ref) else cls.value
            self.calls[node] = Construction(cls, done=True)
            return self.heap.ref(self.heap.make(cls, self.site(node)).sites)
        if not isinstance(f, type) or not hashable(f):
            return None
        if f in CONTAINERS:
            return self.new_container(f, node, env)
        if f is Scope:
            self.calls[node] = Construction(f, done=True)
            return self.heap.ref(self.heap.make(f, self.site(node)).sites)
        if f in RULES or f.__module__.split('.')[0] in LIBRARIES or issubclass(f, (tuple, BaseException, type)):
            return None
        if inspect.getattr_static(f, '__new__') is not object.__new__ and not isinstance(inspect.getattr_static(f, '__new__'), staticmethod):
            return None
        for a in [*node.args, *(k.value for k in node.keywords)]:
            self.expr(a, env)
        self.calls[node] = Construction(f)
        return self.heap.make(f, self.site(node))

    def new_container(self, kind, node, env):
        args = [self.expr(a, env) for a in node.args]
        made = self.heap.make(kind, self.site(node))
        self.calls[node] = Construction(kind)
        if kind is defaultdict:
            if node.args:
                self.heap.store(made, 'default', args[0])
            args = args[1:]
        if issubclass(kind, dict):
            for k in node.keywords:
                t = self.expr(k.value, env)
                self.heap.store(made, ('key', k.arg), t)
                self.heap.store(made, ITEM, t)
                self.heap.store(made, KEY, Known(value=k.arg))
            if args and self.heap.is_dict(args[0]):
                self.pour(made, args[0], node)
            elif args:
                pair = self.item_of(args[0], node)
                if isinstance(pair, TupleOf) and len(pair.items) == 2:
                    self.heap.store(made, 'other', pair.items[1])
                    self.heap.store(made, ITEM, pair.items[1])
                    self.heap.store(made, KEY, pair.items[0])
                elif not isinstance(pair, Bottom):
                    self.refuse('srcad cannot tell what this dict is made of: write {key: value, ...}', node)
            return self.heap.ref(made.sites)
        for k in node.keywords:
            self.expr(k.value, env)
        if kind is deque and (len(args) > 1 or node.keywords):
            self.heap.store(made, 'limited', NONE)
        if args:
            item = self.item_of(args[0], node)
            if not isinstance(item, Bottom):
                self.heap.store(made, ITEM, item)
        return self.heap.ref(made.sites)

    def call_list(self, node, args, keywords):
        return self.new_container(list, node, self.env_of(node))

    def call_tuple(self, node, args, keywords):
        self.calls[node] = PlainCall()
        if not args:
            return TupleOf()
        if isinstance(args[0], TupleOf):
            return args[0]
        if any(t.active for t in args):
            self.refuse('srcad cannot tell how long this tuple is: use a list', node)
        return Anything()

    def call_len(self, node, args, keywords):
        if isinstance(args[0], Ref) and self.heap.is_object(args[0]):
            return self.method_call(node, self.methods(args[0], '__len__'), [node.args[0]], {})
        self.calls[node] = PlainCall()
        return Number(kind='int', size=length_of(args[0]))

    def call_iter(self, node, args, keywords):
        """`return iter(...)` in an `__iter__`: what it goes over."""
        if self.tree.name == '__iter__' and len(args) == 1 and (isinstance(args[0], TupleOf) or self.heap.is_list(args[0])):
            self.calls[node] = Rewritten(node.args[0])
            return args[0]
        if any(t.active for t in args):
            self.refuse('srcad does not follow an iterator that is kept: loop over the values themselves', node)
        self.calls[node] = PlainCall()
        return Anything()

    def class_of(self, t):
        out = BOTTOM
        for kind in sorted(self.heap.kinds_of(t), key=label):
            out = self.heap.join(out, Known(value=kind), 'class')
        return out

    def call_type(self, node, args, keywords):
        self.calls[node] = PlainCall()
        return self.class_of(args[0]) if isinstance(args[0], Ref) and not args[0].maybe else Anything()

    def call_isinstance(self, node, args, keywords):
        self.calls[node] = PlainCall()
        verdicts = self.is_instance(args[0], args[1])
        return Known(value=verdicts.pop()) if len(verdicts) == 1 else BOOL

    def is_instance(self, t, kinds):
        """What isinstance may answer."""
        if isinstance(kinds, TupleOf):
            each = [self.is_instance(t, k) for k in kinds.items]
            return {True} if {True} in each else {False} if all(e == {False} for e in each) else {True, False}
        if not isinstance(kinds, Known) or not isinstance(kinds.value, type):
            return {True, False}
        if isinstance(t, Ref) and t.sites and not t.maybe:
            return {issubclass(kind, kinds.value) for kind in self.heap.kinds_of(t)}
        if isinstance(t, Number) and not t.maybe:
            own = {'bool': bool, 'int': int, 'float': float, 'complex': complex}[t.kind]
            return {issubclass(own, kinds.value)} if not kinds.value.__module__.startswith('numpy') else {True, False} if t.dtype is None else {issubclass(np.dtype(t.dtype).type, kinds.value)}
        if isinstance(t, Array) and not t.maybe and t.dims:
            return {kinds.value is np.ndarray or kinds.value is object}
        if isinstance(t, TupleOf):
            return {issubclass(t.of, kinds.value)}
        if t == NONE:
            return {kinds.value in (type(None), object)}
        return {True, False}

    def call_sum(self, node, args, keywords):
        t = args[0]
        if self.heap.is_list(t):
            item = self.heap.load(t, ITEM)
            if isinstance(item, Bottom):
                return INT
        return super().call_sum(node, args, keywords)

    def method(self, node, env):
        if not isinstance(node.func, gast.Attribute):
            return None
        if is_super(node.func.value):
            return self.super_call(node, env)
        owner = self.expr(node.func.value, env)
        if isinstance(owner, Bottom):
            return BOTTOM
        if isinstance(owner, TupleOf) and hasattr(owner.of, '_fields') and node.func.attr in ('_replace', '_asdict'):
            return self.tuple_method(owner, node, env)
        if isinstance(owner, TupleOf) and owner.of is not tuple:
            f = inspect.getattr_static(owner.of, node.func.attr, None)
            if inspect.isfunction(f):
                return self.method_call(node, [f], [node.func.value], env)
        if not isinstance(owner, Ref):
            return super().method(node, env)
        for a in [*node.args, *(k.value for k in node.keywords)]:
            self.expr(a, env)
        name = node.func.attr
        if self.heap.is_object(owner):
            found = self.methods(owner, name)
            if not found:
                return None
            if isinstance(found[0], staticmethod):
                return self.method_call(node, found, [], env)
            if isinstance(found[0], classmethod):
                cls = min(self.heap.kinds_of(owner), key=name_of)
                ours = Ours(cls.__name__, cls)
                self.expr(ours, env)
                return self.method_call(node, [found[0].__func__], [ours], env)
            return self.method_call(node, found, [node.func.value], env)
        self.calls[node] = Method(node.func.value, name)
        if self.heap.is_dict(owner):
            return self.dict_method(node, owner, name, env)
        if self.heap.is_list(owner):
            return self.list_method(node, owner, name, env)
        if any(self.types[a].active for a in node.args):
            self.refuse(f'srcad does not differentiate the method .{name}() here: use indices and assignments', node)
        return Anything()

    def _Starred(self, node, env):
        return self.expr(node.value, env)

    def spread(self, positional, keywords, tree):
        """The arguments of a call one by one: the items of a tuple behind a star, what a dict with known keys holds."""
        out, names = [], [a.id for a in [*tree.args.posonlyargs, *tree.args.args]]
        for a in positional:
            if not isinstance(a, gast.Starred):
                out.append(a)
                continue
            t = self.types[a.value]
            if isinstance(t, Bottom):
                raise NotYet
            if isinstance(t, TupleOf):
                out += [self.part(a.value, k, i) for k, i in enumerate(t.items)]
            elif (self.heap.is_list(t) or isinstance(t, Array) and t.dims) and a is positional[-1]:
                given = {k.arg for k in keywords}
                missing = [n for n in names[len(out):] if n not in given]
                if tree.args.defaults and missing:
                    self.refuse(STARRED, a)
                item = self.item_of(t, a) if isinstance(t, Array) else self.heap.load(t, ITEM)
                out += [self.part(a.value, k, item) for k in range(len(missing))]
                if tree.args.vararg:
                    rest = a.value
                    if missing:
                        rest = gast.copy_location(gast.Subscript(rest, gast.Slice(gast.Constant(len(missing), None), None, None), gast.Load()), a)
                        rest.site = *as_site(self.site(a)), 'rest'  # the same place in every round
                    out.append(gast.copy_location(gast.Starred(rest, gast.Load()), a))
            elif not isinstance(t, Bottom):
                self.refuse(STARRED, a)
        pairs = []
        for k in keywords:
            if k.arg is not None:
                pairs.append((k.arg, k.value))
                continue
            t = self.types[k.value]
            if isinstance(t, Bottom):
                raise NotYet
            keys = self.known_keys(t)
            if keys is None:
                self.refuse(STARRED, k.value)
            pairs += [(key, self.part(k.value, key, self.heap.load(t, ('key', key)))) for key in keys]
        return out, pairs

    def known_keys(self, t):
        """The keys of a dict, if all it ever holds was put there under a constant."""
        if not self.heap.is_dict(t) or any('other' in self.heap.fields[s] for s in t.sites):
            return None
        return list(dict.fromkeys(f[1] for s in sorted(t.sites, key=repr) for f in self.heap.fields[s] if isinstance(f, tuple)))

    def part(self, whole, key, t):
        made = gast.copy_location(gast.Subscript(whole, gast.Constant(key, None), gast.Load()), whole)
        self.types[made], self.types[made.slice] = t, Known(value=key) if isinstance(key, str) else Number(kind='int', size=key)
        return made

    def rest_of(self, nodes, node):
        """What a parameter `*args` gets."""
        if nodes and isinstance(nodes[-1], gast.Starred):
            if len(nodes) > 1:
                self.refuse(STARRED, nodes[-1])
            made = gast.copy_location(gast.Call(Ours('list', list), [nodes[0].value], []), node)
        else:
            made = gast.copy_location(gast.Tuple(list(nodes), gast.Load()), node)
        made.site = (*as_site(self.site(node)), 'star')
        return made

    def options_of(self, pairs, node):
        """What a parameter `**options` gets."""
        made = gast.copy_location(gast.Dict([gast.Constant(k, None) for k, _ in pairs], [v for _, v in pairs]), node)
        made.site = (*as_site(self.site(node)), 'options')
        return made

    def super_call(self, node, env):
        """`super().method(...)`: the next class after the one the function was written in."""
        f = self.source.function
        home = dict(zip(f.__code__.co_freevars, f.__closure__ or ())).get('__class__')
        me = self.tree.args.args[0] if self.tree.args.args else None
        owner = env.get(me.id) if me is not None else None
        if home is None or not isinstance(owner, Ref):
            self.refuse('srcad cannot tell which class super() means here: name the class', node)
        found = []
        for cls in self.heap.kinds_of(owner):
            after = cls.__mro__[cls.__mro__.index(home.cell_contents) + 1:]
            f = next((vars(c)[node.func.attr] for c in after if node.func.attr in vars(c)), None)
            found.append(f)
        first = gast.copy_location(gast.Name(me.id, gast.Load(), None, None), node)
        self.expr(first, env)
        if set(found) == {object.__init__}:
            self.calls[node] = PlainCall()
            return NONE
        if len(set(found)) != 1 or not inspect.isfunction(found[0]):
            self.refuse('srcad cannot tell which function super() means here: name the class', node)
        return self.method_call(node, found[:1], [first], env)

    def list_method(self, node, owner, name, env):
        types = [self.types[a] for a in node.args]
        if name in ('append', 'appendleft'):
            self.put(owner, ITEM, types[0], node)
            return NONE
        if name == 'insert':
            self.put(owner, ITEM, types[1], node)
            return NONE
        if name in ('extend', 'extendleft'):
            self.put(owner, ITEM, self.item_of(types[0], node), node)
            return NONE
        if name in ('pop', 'popleft'):
            self.changes()
            return self.fresh_sizes(self.heap.load(owner, ITEM), node)
        if name in ('reverse', 'clear', 'sort', 'remove', 'rotate'):
            self.changes()
            return NONE
        if name == 'copy':
            return self.filled(list, node, [self.heap.load(owner, ITEM)])
        if name in ('index', 'count'):
            return INT
        self.refuse(f'srcad does not differentiate the method .{name}() of a list: use append, pop, indices and assignments', node)

    def dict_method(self, node, owner, name, env):
        types = [self.types[a] for a in node.args]
        key, value = self.heap.load(owner, KEY), self.heap.load(owner, ITEM)
        if name == 'items':
            return ListOf(item=TupleOf(items=(key, value)), active=value.active)
        if name in ('keys', 'values'):
            t = key if name == 'keys' else value
            return ListOf(item=t, active=t.active)
        if name in ('get', 'pop', 'setdefault'):
            found = self.load_key(owner, node.args[0])
            if name != 'get':
                self.changes()
            if name == 'setdefault' and len(types) > 1:
                self.put_key(owner, node.args[0], types[1], node)
            if len(types) > 1:
                return self.join(found, types[1], (node,))
            return self.join(found, NONE, (node,)) if name == 'get' else found
        if name == 'update':
            for k in node.keywords:
                self.put(owner, ('key', k.arg), self.types[k.value], node)
                self.put(owner, ITEM, self.types[k.value], node)
                self.put(owner, KEY, Known(value=k.arg), node)
            if types and self.heap.is_dict(types[0]):
                self.pour(owner, types[0], node)
            elif types:
                pair = self.item_of(types[0], node)
                if isinstance(pair, TupleOf):
                    self.put(owner, 'other', pair.items[1], node)
                    self.put(owner, ITEM, pair.items[1], node)
                    self.put(owner, KEY, pair.items[0], node)
                elif not isinstance(pair, Bottom):
                    self.refuse('srcad cannot tell what is put into this dict: write d[key] = value for each', node)
            self.changes()
            return NONE
        if name == 'clear':
            self.changes()
            return NONE
        if name == 'copy':
            made = self.heap.make(dict, self.site(node))
            self.pour(made, owner, node)
            return self.heap.ref(made.sites)
        self.refuse(f'srcad does not differentiate the method .{name}() of a dict: use keys and assignments', node)

    def env_of(self, node):
        return {}


def field_of(key):
    """The field of a dict that a key means: its own if it is written as a constant."""
    if isinstance(key, gast.Constant) and isinstance(key.value, (str, int)):
        return 'key', key.value
    return 'other'


def as_site(site):
    return site if isinstance(site, tuple) else (site,)


def is_super(node):
    return isinstance(node, gast.Call) and isinstance(node.func, gast.Name) and node.func.id == 'super' and not node.args


def is_frozen(cls):
    return getattr(getattr(cls, '__dataclass_params__', None), 'frozen', False)


def class_test(test, types):
    """The name and the class of `type(name) is cls`, or what tells one function from others."""
    if getattr(test, 'tells', None) is not None:
        return test.tells
    if isinstance(test, gast.Compare) and isinstance(test.ops[0], gast.Is) and isinstance(test.left, gast.Call):
        f, cls = getattr(types.get(test.left.func), 'value', None), getattr(types.get(test.comparators[0]), 'value', None)
        if f is type and isinstance(test.left.args[0], gast.Name) and isinstance(cls, type):
            return test.left.args[0].id, cls
    return None, None


class Construction:
    """A call that makes a container or an object; `done` if that is all it does."""

    def __init__(self, cls, done=False):
        self.cls, self.done = cls, done


class Rewritten:
    """An expression that is computed as another, which takes its place."""

    def __init__(self, made):
        self.made = made


class Cached:
    """A functools.cached_property that is read."""

    def __init__(self, value):
        self.value = value


class Iterated:
    """An object that is run over: what its `__iter__` returns."""

    def __init__(self, made):
        self.made = made


class Method:
    """A method of a list, a dict or another container."""

    def __init__(self, owner, name):
        self.owner, self.name = owner, name


class ByClass:
    """A call whose function depends on the class of an object."""

    def __init__(self, owner, classes):
        self.owner, self.classes = owner, classes


__all__ = ['ByClass', 'Construction', 'Method', 'References', 'ListAppend', 'UserCall', 'join_all', 'join']
