"""The types of objects of classes: attributes, methods, operators, construction, and what tests say of them."""

import functools
import inspect
from collections import deque
from types import FunctionType, MethodType, SimpleNamespace

import gast
import numpy as np

from srcad.analysis.builtin_calls import length_of
from srcad.analysis.call_kinds import PlainCall
from srcad.analysis.calls import hashable
from srcad.analysis.elsewhere import ARITHMETIC, own_method
from srcad.analysis.heap import BoundMethod, FunctionValue, label
from srcad.analysis.kinds import is_none_test
from srcad.analysis.marks import (
    CONTAINERS,
    OPERATORS,
    ByClass,
    Cached,
    Construction,
    Method,
    Rewritten,
    as_site,
    is_frozen,
    is_super,
)
from srcad.analysis.types import (
    BOOL,
    BOTTOM,
    METHOD,
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
    is_text,
    kind_of_value,
    with_active,
)
from srcad.analysis.unknown import name_of
from srcad.by_memory import Closure, Generator, Outside, is_of_library, new
from srcad.rules.table import RULES
from srcad.runtime import Scope
from srcad.tree import Ours, arguments, walk


# What a Python number of a kind may be: integers are among floats where several are joined

CLASSES = {'bool': [bool], 'int': [int], 'float': [int, float], 'complex': [int, float, complex]}


class Objects:
    """The part of `References` for objects."""

    def store_attribute(self, target, t, env):
        owner = self.expr(target.value, env)
        if isinstance(owner, Bottom):
            return
        if isinstance(owner, Array) and owner.kind == 'complex' and target.attr in ('real', 'imag'):
            self.types[target] = with_active(
                self.expr(gast.Attribute(target.value, target.attr, gast.Load()), env), t.active
            )
            self.writes_array(owner)
            return self.wrote(None, t.active, env)
        if not isinstance(owner, Ref) or not self.heap.is_object(owner):
            if isinstance(owner, Array):
                self.refuse(
                    f'srcad does not differentiate an assignment to .{target.attr} of an array: make a new array',
                    target,
                )
            if isinstance(owner, Known):
                return self.store_outside(target, owner, t)
            self.refuse('srcad cannot tell which object this writes to: give the object a name first', target)
        for cls in self.heap.kinds_of(owner):
            found = inspect.getattr_static(cls, target.attr, None)
            if isinstance(found, property) and found.fset is not None:
                return  # a call, once it is spelled out
            setter = inspect.getattr_static(cls, '__setattr__')
            frozen = is_frozen(cls) and getattr(target, 'frozen', False)
            if setter is not object.__setattr__ and cls is not SimpleNamespace and not frozen:
                self.refuse(
                    f'srcad does not follow what {cls.__name__} does when this attribute is set: '
                    'write a method that sets it',
                    target,
                )
        self.put(owner, target.attr, t, target)
        self.types[target] = t

    def With(self, s, env):
        item = s.items[0]
        t = self.expr(item.context_expr, env)
        if not isinstance(t, (Ref, Bottom)) or isinstance(t, Ref) and not self.heap.is_object(t):
            return super().With(s, env)
        if isinstance(t, Bottom):
            return env
        self.lets_exceptions_pass(t, item.context_expr)
        enter = gast.copy_location(
            gast.Call(gast.Attribute(item.context_expr, '__enter__', gast.Load()), [], []), item.context_expr
        )
        given = self.method_call(enter, self.methods(t, '__enter__'), [item.context_expr], env)
        if item.optional_vars is not None:
            self.bind(item.optional_vars, given, item.context_expr, env)
        return self.block(s.body, env)

    def lets_exceptions_pass(self, t, node):
        """Refuse a context that may swallow exceptions, or that asks for them."""
        for kind in self.heap.kinds_of(t):
            f = inspect.getattr_static(kind, '__exit__', None)
            if not inspect.isfunction(f):
                self.refuse(
                    f'srcad does not know what {kind.__name__} does around these lines: use try and finally', node
                )
            tree = self.program.parsed(f)
            asked = {a.id for a in arguments(tree)[1:]} & {
                n.id for s in tree.body for n in walk(s) if isinstance(n, gast.Name)
            }
            swallows = [
                r
                for r in walk(tree)
                if isinstance(r, gast.Return)
                and not (r.value is None or isinstance(r.value, gast.Constant) and not r.value.value)
            ]
            if asked or swallows:
                self.refuse(
                    f'srcad does not know what {kind.__name__} does with an exception: use try and except', node
                )

    def _Attribute(self, node, env):
        if is_super(node.value):
            return self.super_property(node, env)
        owner = self.expr(node.value, env)
        if isinstance(owner, Bottom) or owner == NONE:
            return BOTTOM
        if isinstance(owner, Number) and not any(hasattr(cls, node.attr) for cls in (complex, float, int, np.float64)):
            return BOTTOM  # Python raises AttributeError
        if isinstance(owner, TupleOf):
            f = inspect.getattr_static(owner.of, node.attr, None)
            if isinstance(f, property) and node.attr not in getattr(owner.of, '_fields', ()):
                return self.method_call(node, [f.fget], [node.value], env)
        if isinstance(owner, Known):
            return self.attribute_of_known(node, owner)
        if not isinstance(owner, Ref):
            return super()._Attribute(node, env)
        if self.heap.is_dict(owner) and node.attr == 'default_factory':
            return self.heap.load(owner, 'default')
        found = self.methods(owner, node.attr)
        if not self.heap.is_object(owner) and node.attr != 'maxlen':
            return METHOD
        if node.attr == '__class__':
            return self.class_of(owner)
        for cls in self.heap.kinds_of(owner) - {SimpleNamespace} if self.heap.is_object(owner) else ():
            reads = inspect.getattr_static(cls, '__getattribute__')
            if reads is not object.__getattribute__ or inspect.getattr_static(cls, '__getattr__', None):
                self.refuse(
                    f'srcad does not follow how {cls.__name__} finds its attributes: '
                    'use a plain attribute, or a method',
                    node,
                )
        cached = self.cached(owner, node)
        if cached is not None:
            t = self.heap.join(
                self.heap.load(owner, node.attr), self.method_call(node, [cached.func], [node.value], env), node.attr
            )
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
        of_class = self.attribute_of_class(node, owner)
        return of_class if of_class is not None else self.heap.load(owner, node.attr)

    def cached(self, owner, node):
        """The functools.cached_property that an attribute is of, before it is spelled out."""
        kinds = [inspect.getattr_static(k, node.attr, None) for k in self.heap.kinds_of(owner)]
        for value in kinds:
            if isinstance(value, functools.cached_property):
                return None if getattr(node, 'is_there', False) or len(kinds) > 1 else value
            if (
                hasattr(type(value), '__get__')
                and not inspect.isroutine(value)
                and not isinstance(value, (property, staticmethod, classmethod))
            ):
                slot = type(value).__name__ in ('member_descriptor', 'getset_descriptor')
                if not slot and not isinstance(value, type):
                    self.refuse(
                        f'srcad does not follow what reading .{node.attr} runs: use a property or a method', node
                    )
        return None

    def methods(self, owner, name):
        """What a class says of a name, for each class that an object may be of; nothing for a plain attribute."""
        found = {}
        for site in sorted(owner.sites, key=repr):
            cls = self.heap.kinds[site]
            value = inspect.getattr_static(cls, name, None)
            if inspect.isfunction(value) or isinstance(value, (property, staticmethod, classmethod)):
                if not isinstance(value, property) and name in self.heap.fields[site]:
                    self.refuse(
                        f'{name} is a method of {cls.__name__}, and an attribute that its objects are given: '
                        'use two names',
                        self.statement,
                    )
                found[cls] = value
                self.program.attributes.append((cls, name, getattr(cls, name, None)))
        return list(dict.fromkeys(found.values())) if len(found) == len(self.heap.kinds_of(owner)) else []

    def method_call(self, node, functions, leading, env):
        """A call of the one function that is meant, with arguments before those of the call."""
        if not functions:
            self.refuse(
                'srcad cannot tell which function is called here: call it by its name, in an if for each choice', node
            )
        if len(functions) > 1:
            return self.choice_of(node, leading, env)
        f = getattr(functions[0], '__func__', functions[0])
        function = self.program.user_function(f)
        if function is None and isinstance(functions[0], staticmethod) and isinstance(node, gast.Call):
            return self.call_known(Known(value=f), node, env)
        if function is None:
            return self.opaque_call(node, leading)
        if not isinstance(node, gast.Call) or self.types.get(node.func) == Known(value=len):
            node_call = gast.copy_location(gast.Call(node, [], []), node)
            return self.user_call(function, node_call, env, leading, key=node)
        for a in [*node.args, *(k.value for k in node.keywords)]:
            self.expr(a, env)
        return self.user_call(function, node, env, leading)

    def choice_of(self, node, leading, env):
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
        given = [*node.args, *(k.value for k in node.keywords)] if isinstance(node, gast.Call) else []
        if any((self.types[a] if a in self.types else self.expr(a, self.env)).active for a in [*leading, *given]):
            self.refuse(
                'srcad cannot see what this call does with values that carry a derivative: '
                'call a function that is written in Python',
                node,
            )
        for a in leading:
            self.may_change(a, node, self.env)
        self.calls[node] = PlainCall()
        return Anything()

    def operation(self, op, args, node):
        types = list(args.values())
        refs = [t for t in types if isinstance(t, Ref)]
        if any(isinstance(t, Bottom) or t == NONE for t in types):  # of None Python makes a TypeError
            return BOTTOM
        if any(self.heap.is_object(t) for t in refs):
            return self.object_operation(op, types, node)
        own = (own_method(t.of, ARITHMETIC) for t in types if isinstance(t, TupleOf))
        if any(own):
            self.refuse('srcad takes a namedtuple for a tuple, which has no arithmetic of its own: call a method', node)
        if (refs or any(isinstance(t, TupleOf) for t in types)) and not is_text(types[0]):
            return self.sequence_type(op, types, node)
        t = super().operation(op, args, node)
        unclear = isinstance(t, Anything) and any(isinstance(a, Anything) and (a.array or a.active) for a in types)
        return self.elementwise(types, t) if unclear and op != 'MatMult' and not self.program.has_complex else t

    def object_operation(self, op, types, node):
        operands = [node.left, node.right] if isinstance(node, gast.BinOp) else [node.operand]
        order = [(f'__{OPERATORS[op]}__', 0), (f'__r{OPERATORS[op]}__', len(operands) - 1)]
        if len(operands) == 2 and self.goes_first(types, order[1][0], node):
            order.reverse()
        for text, first in order:
            owner = types[first]
            found = self.methods(owner, text) if self.heap.is_object(owner) else []
            if found:
                order = operands if first == 0 else operands[::-1]
                return self.method_call(node, found, order, dict(self.env))
        self.refuse('srcad does not know this operation of an object: call a method', node)

    def goes_first(self, types, text, node):
        """Whether the right operand is asked first: it is of a subclass that says itself what the operation gives."""
        if not all(isinstance(t, Ref) and self.heap.is_object(t) for t in types):
            return False
        one, other = map(self.heap.kinds_of, types)
        said = lambda cls: inspect.getattr_static(cls, text, None)
        first = {issubclass(b, a) and said(b) is not None and said(b) is not said(a) for a in one for b in other}
        if len(first) > 1:
            self.refuse('srcad cannot tell which operand Python asks first here: call a method', node)
        return first == {True}

    def _BinOp(self, node, env):
        self.env = env
        return super()._BinOp(node, env)

    def _UnaryOp(self, node, env):
        self.env = env
        if isinstance(self.expr(node.operand, env), TupleOf) and isinstance(node.op, gast.Not):
            return Known(value=not self.types[node.operand].items)
        if isinstance(self.types[node.operand], Ref):
            return (
                BOOL
                if isinstance(node.op, gast.Not)
                else self.operation(type(node.op).__name__, {'x': self.types[node.operand]}, node)
            )
        return super()._UnaryOp(node, env)

    def _Compare(self, node, env):
        if is_none_test(node):
            self.asked.add(node.left)
        types = [self.expr(e, env) for e in (node.left, *node.comparators)]
        if any(isinstance(op, (gast.Is, gast.IsNot)) for op in node.ops):
            if not {NONE} & set(types):
                self.heap.touched |= {s for t in types if isinstance(t, Ref) for s in t.sites}
        answers = self.answers(node, env)
        if answers is not None:
            return Known(value=answers.pop()) if len(answers) == 1 else BOOL
        if any(isinstance(t, (Ref, TupleOf)) or getattr(t, 'maybe', False) for t in types):
            if (
                len(types) == 2
                and types[1] == NONE
                and isinstance(types[0], (Ref, TupleOf))
                and not getattr(types[0], 'maybe', False)
            ):
                if isinstance(node.ops[0], (gast.Is, gast.IsNot)):
                    return Known(value=isinstance(node.ops[0], gast.IsNot))
            return BOOL
        return super()._Compare(node, env)


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
            return self.rewritten(
                node,
                gast.Dict([gast.Constant(f, None) for f in owner.of._fields], [part(f) for f in owner.of._fields]),
                env,
            )
        given = {k.arg: k.value for k in node.keywords}
        return self.rewritten(
            node,
            gast.Call(Ours(owner.of.__name__, owner.of), [given.get(f) or part(f) for f in owner.of._fields], []),
            env,
        )

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
        self.has_no_own_ways(f, node)
        if f is Outside:
            return self.run_made(node)
        if f is Scope:
            self.calls[node] = Construction(f, done=True)
            return self.heap.ref(self.heap.make(f, self.site(node)).sites)
        if f in RULES or is_of_library(f) or issubclass(f, (tuple, BaseException, type)):
            return None
        maker = inspect.getattr_static(f, '__new__')
        if maker is not object.__new__ and not isinstance(maker, staticmethod):
            return None
        for a in [*node.args, *(k.value for k in node.keywords)]:
            self.expr(a, env)
        self.calls[node] = Construction(f)
        return self.heap.make(f, self.site(node))

    def call_len(self, node, args, keywords):
        if isinstance(args[0], Ref) and self.heap.is_object(args[0]):
            return self.method_call(node, self.methods(args[0], '__len__'), [node.args[0]], {})
        self.calls[node] = PlainCall()
        return Number(kind='int', size=length_of(args[0]))

    def call_iter(self, node, args, keywords):
        """`return iter(...)` in an `__iter__`: what it goes over."""
        if (
            self.tree.name == '__iter__'
            and len(args) == 1
            and (isinstance(args[0], TupleOf) or self.heap.is_list(args[0]))
        ):
            self.calls[node] = Rewritten(node.args[0])
            return args[0]
        if len(args) > 1:
            self.refuse('srcad does not follow iter() with a last value: write the loop', node)
        return self.iterator(node, self.env)

    def call_next(self, node, args, keywords):
        return self.next_piece(node, self.env)

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
        verdicts = self.answers(node, self.env) or self.is_instance(args[0], args[1])
        if len(verdicts) > 1 and self.stands_for_another(args[0]):
            self.refuse('srcad cannot tell of what class this is: ask something else of it', node)
        return Known(value=verdicts.pop()) if len(verdicts) == 1 else BOOL

    def call_callable(self, node, args, keywords):
        self.calls[node] = PlainCall()
        if isinstance(args[0], Local):
            return Known(value=True)
        if isinstance(args[0], Ref) and args[0].sites and not args[0].maybe:
            verdicts = {hasattr(meant_by(kind) or kind, '__call__') for kind in self.heap.kinds_of(args[0])}
            return Known(value=verdicts.pop()) if len(verdicts) == 1 else BOOL
        return BOOL

    def stands_for_another(self, t):
        """Whether a value is of another class in the text than in the program: an iterator, a view, a function."""
        kinds = self.heap.kinds_of(t) if isinstance(t, Ref) else ()
        return isinstance(t, (ListOf, Local)) or t == METHOD or any(meant_by(k) is not k for k in kinds)

    def is_instance(self, t, kinds):
        """What isinstance may answer."""
        if isinstance(kinds, TupleOf):
            each = [self.is_instance(t, k) for k in kinds.items]
            return {True} if {True} in each else {False} if all(e == {False} for e in each) else {True, False}
        if not isinstance(kinds, Known) or not isinstance(kinds.value, type):
            return {True, False}
        if isinstance(t, Ref) and t.sites and not t.maybe:
            real = [meant_by(kind) for kind in self.heap.kinds_of(t)]
            return {True, False} if None in real else {issubclass(kind, kinds.value) for kind in real}
        if isinstance(t, Number) and not t.maybe:
            if t.dtype is None and issubclass(kinds.value, np.generic):
                return {True, False}
            own = [np.dtype(t.dtype).type] if t.dtype else CLASSES[t.kind]
            return {issubclass(cls, kinds.value) for cls in own}
        if isinstance(t, Array) and not t.maybe and t.dims or isinstance(t, Anything) and t.array:
            return {kinds.value is np.ndarray or kinds.value is object}
        if isinstance(t, TupleOf):
            return {issubclass(t.of, kinds.value)}
        if t == NONE or kind_of_value(t) == 'text':
            return {issubclass(type(None) if t == NONE else str, kinds.value)}
        return {True, False}

    def method(self, node, env):
        if not isinstance(node.func, gast.Attribute):
            return None
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
        if self.is_generator(owner):
            return self.generator_method(owner, node, env)
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
        if not hasattr(frozenset, name):
            self.changes(owner, node)
        return Anything()

    def super_call(self, node, env):
        """`super().method(...)`: the next class after the one the function was written in."""
        found, first = self.behind_super(node.func, env)
        if set(found) == {object.__init__}:
            self.calls[node] = PlainCall()
            return NONE
        if len(set(found)) != 1 or not inspect.isfunction(found[0]):
            self.refuse('srcad cannot tell which function super() means here: name the class', node)
        return self.method_call(node, found[:1], [first], env)

    def super_property(self, node, env):
        """`super().p`."""
        found, first = self.behind_super(node, env)
        if len(set(found)) != 1 or not isinstance(found[0], property):
            self.refuse('srcad cannot tell which attribute super() means here: name the class', node)
        return self.rewritten(node, gast.Call(Ours(node.attr, found[0].fget), [first], []), env)

    def behind_super(self, node, env):
        """What `super().name` means, for each class that the object may be of, and the object."""
        f, given = self.source.function, node.value.args
        home = dict(zip(f.__code__.co_freevars, f.__closure__ or ())).get('__class__')
        home = home and home.cell_contents
        if given:
            named = self.expr(given[0], env)
            home = named.value if isinstance(named, Known) and isinstance(named.value, type) else None
        me = given[1] if given else self.tree.args.args[0] if self.tree.args.args else None
        owner = env.get(getattr(me, 'id', None))
        if home is None or not isinstance(owner, Ref) or self.is_generator(owner):
            self.refuse('srcad cannot tell which class super() means here: name the class', node)
        found = []
        for cls in self.heap.kinds_of(owner):
            after = cls.__mro__[cls.__mro__.index(home) + 1:] if home in cls.__mro__ else ()
            found.append(next((vars(c)[node.attr] for c in after if node.attr in vars(c)), None))
        first = gast.copy_location(gast.Name(me.id, gast.Load(), None, None), node)
        self.expr(first, env)
        return found, first


def meant_by(kind):
    """The class of Python's that a kind of the heap stands for; None if that is not known."""
    if issubclass(kind, Generator):
        return None
    if issubclass(kind, FunctionValue):
        return type(kind.value)
    return FunctionType if issubclass(kind, Closure) else MethodType if issubclass(kind, BoundMethod) else kind
