"""The types of objects of classes: attributes, methods, construction."""

import functools
import inspect
from collections import deque
from types import SimpleNamespace

import gast
import numpy as np

from srcad.analysis.call_kinds import PlainCall
from srcad.analysis.calls import hashable
from srcad.analysis.inits import is_set_at_once
from srcad.analysis.marks import (
    CONTAINERS,
    ROUTINES,
    ByClass,
    Cached,
    Construction,
    Method,
    Rewritten,
    as_site,
    is_frozen,
    is_super,
)
from srcad.analysis.operations import meant_by
from srcad.analysis.types import (
    BOTTOM,
    METHOD,
    NONE,
    Anything,
    Array,
    Bottom,
    Known,
    Number,
    Ref,
    TupleOf,
    with_active,
)
from srcad.analysis.unknown import name_of
from srcad.lower.closures import OF_PARTIAL
from srcad.by_memory import Outside, is_of_library, new
from srcad.lower.names import MISSING
from srcad.rules.table import RULES
from srcad.runtime import Scope
from srcad.tree import Ours, arguments, walk


class Objects:
    """The part of `References` for objects."""

    def store_attribute(self, target, t, env):
        owner = self.having(self.expr(target.value, env), target.attr, target)
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
            if hasattr(found, '__get__') and getattr(target, 'into_dict', False):
                self.refuse(f'srcad does not follow what is put behind .{target.attr} into __dict__', target)
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
        if isinstance(owner, Number) and is_nothing_of_numbers(node.attr):
            return BOTTOM
        if isinstance(owner, TupleOf):
            f = inspect.getattr_static(owner.of, node.attr, None)
            if isinstance(f, property) and node.attr not in getattr(owner.of, '_fields', ()):
                return self.method_call(node, [f.fget], [node.value], env)
            if type(owner) is TupleOf and not hasattr(owner.of, node.attr):
                return BOTTOM  # Python raises
        if isinstance(owner, Known):
            return self.attribute_of_known(node, owner)
        if not isinstance(owner, Ref):
            return super()._Attribute(node, env)
        owner = self.having(owner, node.attr, node)
        if self.heap.is_dict(owner) and node.attr == 'default_factory':
            return self.heap.load(owner, 'default')
        found = self.methods(owner, node.attr)
        if not self.heap.is_object(owner) and node.attr != 'maxlen':
            return METHOD
        if node.attr == '__class__':
            return self.class_of(owner)
        if node.attr in OF_PARTIAL and any(meant_by(k) is functools.partial for k in self.heap.kinds_of(owner)):
            self.refuse(f'srcad does not follow .{node.attr} of a partial function: give what it is given a name', node)
        if self.is_made_up(owner, node):
            made = gast.Call(gast.Attribute(node.value, '__getattr__', gast.Load()), [gast.Constant(node.attr, None)], [])
            gast.copy_location(made.func, node)
            return self.rewritten(node, made, env)
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
            self.is_in_the_text(found[0], node)
            made = self.heap.make(self.program.kind_of_method(found[0]), (*as_site(self.site(node)), 'method'))
            self.heap.store(made, '__self__', owner)
            return self.heap.ref(made.sites)
        if found:
            return Anything()
        of_class = self.attribute_of_class(node, owner)
        if of_class is not None:
            return of_class
        t = self.heap.load(owner, node.attr)
        return t if self.heap.is_steady(owner, node.attr) else self.fresh_sizes(t, node)

    def is_made_up(self, owner, node):
        """Whether an attribute is what the class's `__getattr__` says; refuses what only the run could tell."""
        kinds = self.heap.kinds_of(owner) - {SimpleNamespace} if self.heap.is_object(owner) else ()
        made_up = set()
        for cls in kinds:
            asks = inspect.getattr_static(cls, '__getattr__', None)
            plain = inspect.getattr_static(cls, '__getattribute__') is object.__getattribute__
            sure = asks is None or is_surely_there(cls, node.attr)
            if not plain or not sure and (len(kinds) > 1 or not inspect.isfunction(asks)):
                self.refuse(
                    f'srcad does not follow how {cls.__name__} finds its attributes: '
                    'use a plain attribute, or a method',
                    node,
                )
            made_up |= set() if sure else owner.sites
        for site in made_up:
            self.program.made_up.setdefault((site, node.attr), (self, node))
        return bool(made_up)

    def cached(self, owner, node):
        """The functools.cached_property that an attribute is of, before it is spelled out."""
        kinds = [inspect.getattr_static(k, node.attr, None) for k in self.heap.kinds_of(owner)]
        for value in kinds:
            if isinstance(value, functools.cached_property):
                return None if getattr(node, 'is_there', False) or len(kinds) > 1 else value
            if hasattr(type(value), '__get__') and not isinstance(value, (*ROUTINES, type)):
                plain = type(value).__get__ in (property.__get__, staticmethod.__get__, classmethod.__get__)
                if not plain and type(value).__name__ not in ('member_descriptor', 'getset_descriptor'):
                    self.refuse(
                        f'srcad does not follow what reading .{node.attr} runs: use a property or a method', node
                    )
        return None

    def is_in_the_text(self, method, node):
        """Refuse as a value a method of a class within a function that captures variables: the class has it no more."""
        for source in self.program.sources.values():
            for m in source.inner.values():
                names = {getattr(s, 'name', None) for s in m.tree.body}
                if vars(m.cls).get(method.__name__) is method and method.__name__ not in names:
                    self.refuse('srcad calls this method where it stands only: define its class at the top', node)

    def methods(self, owner, name):
        """What a class says of a name, for each class that an object may be of; nothing for a plain attribute."""
        found = {}
        for site in sorted(owner.sites, key=repr):
            cls = self.heap.kinds[site]
            value = inspect.getattr_static(cls, name, None)
            if hasattr(cls, name):
                self.program.attributes.append((cls, name, getattr(cls, name)))
            if inspect.isfunction(value) or isinstance(value, (property, staticmethod, classmethod)):
                if not isinstance(value, property) and name in self.heap.fields[site]:
                    self.refuse(
                        f'{name} is a method of {cls.__name__}, and an attribute that its objects are given: '
                        'use two names',
                        self.statement,
                    )
                found[cls] = value
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

    def method_of(self, f, cls, node, env):
        """A call of what a class has under the name of a method."""
        leading = [node.func.value] if isinstance(node.func, gast.Attribute) else [node.func]
        if isinstance(f, staticmethod):
            leading = []
        if isinstance(f, classmethod):
            leading = [Ours(cls.__name__, cls)]
            self.expr(leading[0], env)
            f = f.__func__
        return self.method_call(node, [f], leading, env)

    def choice_of(self, node, leading, env):
        """One of several functions, by the class of the object: a type for all, until the choice is spelled out."""
        t = BOTTOM
        owner = self.types[leading[0]]
        for cls in sorted(self.heap.kinds_of(owner), key=name_of):
            part = self.heap.ref({s for s in owner.sites if self.heap.kinds[s] is cls})
            self.types[leading[0]] = part
            t = self.join(t, self.choice(cls, part, node, leading, env), (node, cls))
        self.types[leading[0]] = owner
        self.calls[node] = ByClass(leading[0], self.heap.kinds_of(owner))
        return t

    def choice(self, cls, owner, node, leading, env):
        if not self.heap.is_class_of_program(cls):
            return self.method_of_container(owner, node, env)
        f = self.function_of(cls, node)
        of_class = isinstance(f, (staticmethod, classmethod))
        return self.method_of(f, cls, node, env) if of_class else self.method_call(node, [f], leading, env)

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
        if f is SimpleNamespace and not node.args and all(k.arg is not None for k in node.keywords):
            for k in node.keywords:
                self.expr(k.value, env)
            self.calls[node] = Construction(f, done=not node.keywords)
            return self.heap.make(f, self.site(node))
        if f in RULES or is_of_library(f) or issubclass(f, (tuple, BaseException, type)):
            return None
        maker = inspect.getattr_static(f, '__new__')
        if isinstance(maker, staticmethod) and not is_of_library(maker.__func__):
            self.refuse(f'srcad does not follow {f.__name__}.__new__: do it in __init__, or in a function', node)
        if maker is not object.__new__ and not isinstance(maker, staticmethod):
            return None
        for a in [*node.args, *(k.value for k in node.keywords)]:
            self.expr(a, env)
        self.calls[node] = Construction(f)
        return self.heap.make(f, self.site(node))

    def is_begun(self, node):
        """Whether a call makes an object of which it is not known yet what it holds."""
        made = self.calls.get(node)
        return isinstance(made, Construction) and not made.done and made.cls not in CONTAINERS

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
        if isinstance(owner, Number) and is_nothing_of_numbers(node.func.attr):
            return BOTTOM
        if not isinstance(owner, Ref):
            return super().method(node, env)
        for a in [*node.args, *(k.value for k in node.keywords)]:
            self.expr(a, env)
        name = node.func.attr
        owner = self.having(owner, name, node.func)
        if self.is_in_turn(owner):
            self.in_turn.remove(node.func)
            return self.choice_of(node, [node.func.value], env)
        if self.is_generator(owner):
            return self.generator_method(owner, node, env)
        if self.heap.is_object(owner):
            found, kinds = self.methods(owner, name), self.heap.kinds_of(owner)
            if not found or isinstance(found[0], property):
                return None
            if len(found) > 1 or len(kinds) > 1 and isinstance(found[0], classmethod):
                return self.choice_of(node, [node.func.value], env)
            return self.method_of(found[0], next(iter(kinds)), node, env)
        return self.method_of_container(owner, node, env)

    def method_of_container(self, owner, node, env):
        self.no_dict_in_turn(owner, node)
        name = node.func.attr
        self.calls[node] = Method(node.func.value, name)
        if self.heap.is_dict(owner):
            return self.dict_method(node, owner, name, env)
        if self.heap.is_list(owner):
            return self.list_method(node, owner, name, env)
        return self.set_method(node, owner, name)

    def super_call(self, node, env):
        """`super().method(...)`: the next class after the one the function was written in."""
        found, first = self.behind_super(node.func, env)
        if set(found) == {object.__init__}:
            return self.rewritten(node, gast.Constant(None, None), env)
        if len(set(found)) != 1 or not inspect.isfunction(found[0]):
            self.refuse('srcad cannot tell which function super() means here: name the class', node)
        kind = min(self.heap.kinds_of(self.types[first]), key=name_of)
        home = next(cls for cls in kind.__mro__ if vars(cls).get(node.func.attr) is found[0])
        method = gast.Attribute(Ours(home.__name__, home), node.func.attr, gast.Load())  # means the same outside of the class
        return self.rewritten(node, gast.Call(method, [first, *node.args], node.keywords), env)

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


def is_nothing_of_numbers(name):
    """Whether Python raises AttributeError for this attribute of a number."""
    return not any(hasattr(cls, name) for cls in (complex, float, int, np.float64))


def is_surely_there(cls, name):
    """Whether each object of a class has an attribute: its class says what it is, or `__init__` sets it first of all."""
    return inspect.getattr_static(cls, name, MISSING) is not MISSING or is_set_at_once(cls, name)
