"""The types of calls of methods: of one class or of several, of containers and of `super()`."""

import inspect

import gast

from srcad.analysis.arity import misfit_of_method
from srcad.analysis.call_kinds import PlainCall
from srcad.analysis.heap import label
from srcad.analysis.holders import held_in
from srcad.analysis.inits import fields_of
from srcad.analysis.marks import OPERATORS, ByClass, Method, as_site
from srcad.analysis.access import acts_when_read, is_plainly_read, sets_by_itself
from srcad.analysis.objects import is_nothing_of_numbers
from srcad.analysis.steps import changes
from srcad.analysis.types import BOTTOM, Anything, Bottom, Known, Number, Ref, TupleOf
from srcad.analysis.unknown import name_of, unknown_function
from srcad.errors import NoDerivative
from srcad.holding import holding, is_of_holder, meant
from srcad.tree import Ours


# Methods in whose place Python asks for another one, where a class does not have them
FALLING_BACK = {
    *('__iter__', '__contains__', '__bool__', '__reversed__', '__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__'),
    *(f'__i{text}__' for text in OPERATORS.values()),
}


class Methods:
    """The part of `References` for methods."""

    def methods(self, owner, name):
        """What a class says of a name, for each class that an object may be of; nothing for a plain attribute."""
        found = {}
        for site in sorted(owner.sites, key=repr):
            cls = self.heap.kinds[site]
            value = inspect.getattr_static(cls, name, None)
            if acts_when_read(value):
                self.source.watch(cls, name)
            elif not sets_by_itself(value) and hasattr(cls, name):
                self.program.attributes.append((cls, name, getattr(cls, name)))
            given = inspect.isfunction(value) and any(f.name == name and f.init for f in fields_of(cls))  # a default
            if inspect.isfunction(value) and not given or isinstance(value, (property, staticmethod, classmethod)):
                if not isinstance(value, property) and name in self.heap.fields[site]:
                    self.refuse(
                        f'{name} is a method of {cls.__name__}, and an attribute that its objects are given: '
                        'use two names',
                        self.statement,
                    )
                found[cls] = value
        if len(found) == len(self.heap.kinds_of(owner)):
            return list(dict.fromkeys(found.values()))
        if found and name in FALLING_BACK:
            why = f'srcad does not tell apart the classes here that have {name} and those that do not'
            self.refuse(f'{why}: use an if for each class', self.statement)
        return []

    def some_lack(self, owner, name):
        """Whether a name is a method of some of the classes that an object may be of, and of others no attribute at all."""
        kinds = self.heap.kinds_of(owner)
        has = {cls for cls in kinds if inspect.isfunction(inspect.getattr_static(cls, name, None))}
        lacks = {cls for cls in kinds if self.lacks(cls, name)}
        return bool(has and lacks) and has | lacks == kinds

    def lacks(self, cls, name):
        """Whether no object of a class has an attribute of this name."""
        given = any(name in self.heap.fields[s] for s, kind in self.heap.kinds.items() if kind is cls)
        return not (given or hasattr(cls, name) or hasattr(cls, '__getattr__')) and is_plainly_read(cls)

    def method_call(self, node, functions, leading, env, text=None):
        """A call of the one function that is meant, with arguments before those of the call.

        `text` is the name of the method, where an operator or a function asks for it.
        """
        if not functions:
            self.refuse(unknown_function(node.func, self.source), node)
        owners = [self.types.get(a) for a in leading] if getattr(node, 'early', False) else ()
        kinds = [k for t in owners if isinstance(t, Ref) for k in self.heap.kinds_of(t)]
        if kinds and any(changes(f, kinds) for f in functions):
            why = 'srcad asks for this at another moment than Python does, and it changes things'
            self.refuse(f'{why}: write the loop', node)
        if len(functions) > 1:
            return self.choice_of(node, leading, env, text)
        f = getattr(functions[0], '__func__', functions[0])
        function = self.program.user_function(f)
        if function is None and isinstance(functions[0], staticmethod) and isinstance(node, gast.Call):
            return self.call_known(Known(value=f), node, env)
        if function is None:
            return self.opaque_call(node, leading)
        if not isinstance(node, gast.Call) or self.types.get(node.func) == Known(value=len):
            node_call = gast.copy_location(gast.Call(node, [], []), node)
            node_call.site = *as_site(self.site(node)), 'operator'
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
            leading = [Ours(cls.__name__, meant(cls))]
            self.expr(leading[0], env)
            f = f.__func__
        return self.method_call(node, [f], leading, env)

    def choice_of(self, node, leading, env, text=None):
        """One of several functions, by the class of the object."""
        return self.by_class(leading[0], node, lambda cls, part: self.choice(cls, part, node, leading, env, text))

    def by_class(self, at, node, type_of):
        """What depends on the class of an object: a type for all classes, until the choice is spelled out."""
        t, owner, unfit = BOTTOM, self.types[at], {}
        classes = self.heap.kinds_of(owner)
        for cls in sorted(classes, key=label):
            part = self.types[at] = self.heap.ref({s for s in owner.sites if self.heap.kinds[s] is cls})
            try:
                t = self.join(t, type_of(cls, part), (node, cls))
            except NoDerivative as refusal:
                if getattr(refusal, 'at', None) is not node:
                    raise
                unfit[cls] = refusal
                if len(classes) == 1:
                    raise
        self.types[at] = owner
        self.calls[node] = ByClass(at, classes, unfit)
        return t

    def choice(self, cls, owner, node, leading, env, text):
        if not self.heap.is_class_of_program(cls):
            return self.method_of_container(owner, node, env)
        f = self.function_of(cls, node, text or asked_of(node))
        of_class = isinstance(f, (staticmethod, classmethod))
        return self.method_of(f, cls, node, env) if of_class else self.method_call(node, [f], leading, env)

    def function_of(self, cls, node, text):
        """What a call, an attribute, a subscript or an operation of an object of this class runs."""
        f = inspect.getattr_static(cls, text, None)
        if f is None and self.lacks(cls, text):
            no = {'__call__': 'is not callable', '__getitem__': 'is not subscriptable'}
            by_name = text == getattr(node.func if isinstance(node, gast.Call) else node, 'attr', None)
            what = no.get(text, 'does not support this') if not by_name else f'has no attribute {text!r}'
            self.unfit(f'{cls.__name__!r} object {what}', node, AttributeError if by_name else TypeError)
        if f is None:
            self.refuse(f'srcad cannot tell what .{text} of {cls.__name__} is: define it in the class', node)
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

    def tuple_method(self, owner, node, env):
        """`t._replace(x=v)` and `t._asdict()` of a namedtuple."""
        part = lambda f: gast.copy_location(gast.Attribute(node.func.value, f, gast.Load()), node)
        self.has_fields_read(node.func.value)
        self.has_plain_fields(owner.of, owner.of._fields, node)
        if node.func.attr == '_asdict':
            return self.rewritten(
                node,
                gast.Dict([gast.Constant(f, None) for f in owner.of._fields], [part(f) for f in owner.of._fields]),
                env,
            )
        given = {k.arg for k in node.keywords}
        if not given <= {*owner.of._fields, None}:
            return BOTTOM  # Python raises ValueError
        others = [gast.keyword(f, part(f)) for f in owner.of._fields if f not in given]  # the tuple is there before
        return self.rewritten(
            node, gast.Call(Ours(owner.of.__name__, owner.of), [], [*others, *node.keywords]), env
        )

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
            if not found and self.some_lack(owner, name):
                self.types.pop(node.func, None)  # asked for as an attribute, when fewer classes were known
                return self.choice_of(node, [node.func.value], env)
            if not found and self.differs_by_class(owner, name):
                self.refuse(f'.{name} is a method of one class, and an attribute of another: use two names', node)
            if not found or isinstance(found[0], property):
                return None
            if len(found) == 1 and is_of_holder(found[0]):
                if name in ('keys', 'values', 'items') and getattr(self.statement, 'value', None) is node:
                    self.refuse(f'srcad does not follow a view of this that is kept: write .{name}() where it is used', node)
                held = gast.Attribute(held_in(node.func.value), found[0].__name__, gast.Load())
                args = [held_in(a) if self.is_holder(a, env, '__iter__', 'keys', '__getitem__') else a for a in node.args]
                args = args if found[0].__name__ in ('extend', 'update') else node.args
                return self.rewritten(node, gast.Call(held, args, node.keywords), env)
            if len(found) > 1 or len(kinds) > 1 and isinstance(found[0], classmethod):
                return self.choice_of(node, [node.func.value], env)
            return self.method_of(found[0], next(iter(kinds)), node, env)
        return self.method_of_container(owner, node, env)

    def method_of_container(self, owner, node, env):
        self.no_dict_in_turn(owner, node)
        if node.func.attr == '__getitem__' and len(node.args) == 1 and not node.keywords:
            return self.rewritten(node, gast.Subscript(node.func.value, node.args[0], gast.Load()), env)
        name, wrong = node.func.attr, misfit_of_method(node, self.heap.kinds_of(owner))
        if wrong:
            self.unfit(f'{name}() {wrong}', node)
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
        if set(found) == {object.__setattr__}:
            by_hand = gast.Attribute(Ours('object', object), '__setattr__', gast.Load())
            return self.rewritten(node, gast.Call(by_hand, [first, *node.args], node.keywords), env)
        if len(set(found)) == 1 and isinstance(found[0], classmethod) and isinstance(self.types[first], Known):
            f = found[0].__func__
            return self.rewritten(node, gast.Call(Ours(f.__name__, f), [first, *node.args], node.keywords), env)
        if len(set(found)) != 1 or not inspect.isfunction(found[0]):
            self.refuse('srcad cannot tell which function super() means here: name the class', node)
        kind = min(self.heap.kinds_of(self.types[first]), key=name_of)
        home = next(cls for cls in kind.__mro__ if vars(cls).get(node.func.attr) is found[0])
        method = gast.Attribute(Ours(home.__name__, home), node.func.attr, gast.Load())  # means the same outside of the class
        return self.rewritten(node, gast.Call(method, [first, *node.args], node.keywords), env)

    def super_property(self, node, env):
        """`super().p`."""
        found, first = self.behind_super(node, env)
        if len(set(map(id, found))) != 1 or not isinstance(found[0], property):
            self.refuse('srcad cannot tell which attribute super() means here: name the class', node)
        return self.rewritten(node, gast.Call(Ours(node.attr, found[0].fget), [first], []), env)

    def behind_super(self, node, env):
        """What `super().name` means, for each class that the object may be of, and the object."""
        f, given = self.source.function, node.value.args
        home = dict(zip(f.__code__.co_freevars, f.__closure__ or ())).get('__class__')
        home = home and holding(home.cell_contents)
        if given:
            named = self.expr(given[0], env)
            home = named.value if isinstance(named, Known) and isinstance(named.value, type) else None
        me = given[1] if given else self.tree.args.args[0] if self.tree.args.args else None
        owner = env.get(getattr(me, 'id', None))
        of_class = isinstance(owner, Known) and isinstance(owner.value, type)  # the `cls` of a classmethod
        if home is None or not of_class and (not isinstance(owner, Ref) or self.is_generator(owner)):
            self.refuse('srcad cannot tell which class super() means here: name the class', node)
        found = []
        for cls in [owner.value] if of_class else self.heap.kinds_of(owner):
            after = cls.__mro__[cls.__mro__.index(home) + 1:] if home in cls.__mro__ else ()
            found.append(next((vars(c)[node.attr] for c in after if node.attr in vars(c)), None))
        first = gast.copy_location(gast.Name(me.id, gast.Load(), None, None), node)
        self.expr(first, env)
        return found, first


def asked_of(node):
    """The name of the method that a call, an attribute or a subscript asks for."""
    if isinstance(node, gast.Call):
        return node.func.attr if isinstance(node.func, gast.Attribute) else '__call__'
    return node.attr if isinstance(node, gast.Attribute) else '__getitem__'
