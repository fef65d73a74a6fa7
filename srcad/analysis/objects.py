"""The types of objects of classes: attributes, construction."""

import dataclasses
import functools
import inspect
import typing
from collections import deque

import gast
import numpy as np

from srcad.analysis.access import (
    descriptor_method,
    getter_of,
    is_by_hand,
    is_plainly_read,
    is_surely_there,
    may_be_given,
    setter_of,
    sets_by_itself,
)
from srcad.analysis.calls import hashable
from srcad.analysis.followed import NotYet
from srcad.analysis.heap import FunctionValue, label
from srcad.analysis.inits import taken
from srcad.analysis.marks import (
    CONTAINERS,
    OF_FUNCTIONS,
    ROUTINES,
    Cached,
    Construction,
    Rewritten,
    as_site,
    is_super,
)
from srcad.analysis.operations import meant_by
from srcad.analysis.steps import is_made
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
    property_of_member,
    with_active,
)
from srcad.holding import holding
from srcad.lower.closures import OF_PARTIAL
from srcad.of_objects import new
from srcad.by_memory import NAMESPACES, Outside, is_of_library
from srcad.rules.table import RULES
from srcad.runtime import Scope
from srcad.tree import Ours, walk
from srcad.unreached import surely_run


class Objects:
    """The part of `References` for objects."""

    def store_attribute(self, target, t, env):
        owner = self.having(self.expr(target.value, env), target.attr, target)
        if isinstance(owner, Bottom) or owner == NONE:  # of None, Python raises AttributeError
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
        if target.attr in ('__class__', '__dict__', '__defaults__', '__kwdefaults__', '__code__'):
            self.refuse(f'srcad does not follow what {target.attr} changes: make another object, or function', target)
        kinds = self.heap.kinds_of(owner)
        if any(issubclass(k, FunctionValue) for k in kinds):
            self.refuse(f'srcad cannot tell whose .{target.attr} this sets: use an if for each class or function', target)
        setters = [setter_of(cls, target) for cls in sorted(kinds, key=label)]
        if len({f and (f[0], getattr(f[1][0], 'value_of', None)) for f in setters}) > 1:  # or of two descriptors
            self.refuse(f'srcad cannot tell which class sets .{target.attr} here: call a method that sets it', target)
        for cls in kinds:
            found = inspect.getattr_static(cls, target.attr, None)
            comes_first = hasattr(found, '__set__') or inspect.isfunction(found) or descriptor_method(found, '__get__') is None
            if hasattr(found, '__get__') and comes_first and getattr(target, 'into_dict', False):
                self.refuse(f'srcad does not follow what is put behind .{target.attr} into __dict__', target)
            if setters[0] is None and sets_by_itself(found) and not getattr(target, 'into_dict', False):
                self.refuse(f'srcad does not follow what setting .{target.attr} runs: use a property or a method', target)
            if isinstance(found, property) and setters[0] is None:
                self.unfit(f'property {target.attr!r} of {cls.__name__!r} object has no setter', target, AttributeError)
            setter = inspect.getattr_static(cls, '__setattr__')
            plain = setter is object.__setattr__ or cls in NAMESPACES
            if setters[0] is None and not plain and not is_by_hand(target):
                self.refuse(
                    f'srcad does not follow what {cls.__name__} does when this attribute is set: '
                    'write a method that sets it',
                    target,
                )
        self.watch(kinds, target.attr)
        if setters[0] is not None:
            return self.set_by_call(*setters[0], target, t, env)
        self.put(owner, target.attr, t, target)
        self.types[target] = t

    def watch(self, kinds, attr):
        """Note what the classes say of an attribute that is set, or read by a descriptor: they may say another thing later."""
        for cls in kinds:
            self.source.watch(cls, '__setattr__')
            self.source.watch(cls, attr)
            found = inspect.getattr_static(cls, attr, None)
            for text in ('__get__', '__set__') if descriptor_method(found, '__get__') or sets_by_itself(found) else ():
                self.source.watch(type(found), text)

    def set_by_call(self, setter, given, target, t, env):
        """What the class does when an attribute is set, which is called once this is spelled out."""
        value = gast.copy_location(gast.Constant(None, None), target)
        self.assumed[value] = t
        made = gast.copy_location(gast.Call(gast.Attribute(target.value, target.attr, gast.Load()), [value], []), target)
        made.site = *as_site(self.site(target)), 'set'
        for n in given:
            self.expr(n, env)
        self.method_call(made, [setter], given, env)
        del self.assumed[value]

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
            if isinstance(f, property):
                return self.method_call(node, [f.fget], [node.value], env)
            if type(owner) is TupleOf and not hasattr(owner.of, node.attr):
                return BOTTOM  # Python raises
        said = property_of_member(owner, node.attr)
        if said is not None:
            return self.method_call(node, [said.fget], [node.value], env)
        if hasattr(node, 'carries'):
            return BOTTOM  # until it is handed on
        if node.attr in OF_FUNCTIONS and self.is_function(owner):
            return self.of_function(owner, node, env)
        if isinstance(owner, Known):
            return self.attribute_of_known(node, owner)
        if not isinstance(owner, Ref):
            return super()._Attribute(node, env)
        chosen = self.of_chosen_class(node, node, owner, env) if not node.attr.startswith('__') else None
        if chosen is not None:
            return chosen
        owner = self.having(owner, node.attr, node)
        if self.heap.is_object(owner) and self.differs_by_class(owner, node.attr):
            return self.by_class(node.value, node, lambda cls, part: self.attribute_of(part, node, env))
        return self.attribute_of(owner, node, env)

    def differs_by_class(self, owner, attr):
        """Whether an attribute is computed by some classes, and what others have given their objects."""
        values = [inspect.getattr_static(cls, attr, None) for cls in self.heap.kinds_of(owner)]
        computed = {isinstance(v, (property, functools.cached_property)) or inspect.isroutine(v) for v in values}
        asks = any(isinstance(v, functools.cached_property) or descriptor_method(v, '__get__') is not None for v in values)
        return len(computed) > 1 or len(values) > 1 and asks

    def attribute_of(self, owner, node, env):
        if self.heap.is_dict(owner) and node.attr == 'default_factory':
            return self.heap.load(owner, 'default')
        found = self.methods(owner, node.attr)
        if not self.heap.is_object(owner) and node.attr != 'maxlen':
            has = any(hasattr(kind, node.attr) for kind in self.heap.kinds_of(owner))
            return METHOD if has else BOTTOM  # Python raises
        if self.is_generator(owner) and node.attr in ('__next__', '__iter__', 'send', 'close', 'throw'):
            return METHOD
        if node.attr == '__class__' and self.is_holding(owner):
            return self.rewritten(node, self.class_meant(owner, node), env)
        if node.attr == '__class__':
            return self.class_of(owner)
        if node.attr in OF_PARTIAL and any(meant_by(k) is functools.partial for k in self.heap.kinds_of(owner)):
            self.refuse(f'srcad does not follow .{node.attr} of a partial function: give what it is given a name', node)
        if self.is_made_up(owner, node):
            made = gast.Call(gast.Attribute(node.value, '__getattr__', gast.Load()), [gast.Constant(node.attr, None)], [])
            gast.copy_location(made.func, node)
            return self.rewritten(node, made, env)
        computed = self.computed(owner, node)
        if computed is not None:
            return self.computed_or_own(owner, computed, node, env)
        if found and isinstance(found[0], property):
            return self.method_call(node, [p.fget for p in found], [node.value], env)
        if self.heap.kinds_of(owner) == {deque} and node.attr == 'maxlen':
            return Anything()
        if any(map(inspect.isfunction, found)):
            return self.bound_methods(found, owner, node)
        if found:
            return self.method_of_the_class(owner, node, env)
        of_class = self.attribute_of_class(node, owner) if not hasattr(node, 'is_own') else None
        if of_class is not None:
            return of_class
        t = self.heap.load(owner, node.attr)
        return t if self.heap.is_steady(owner, node.attr) else self.fresh_sizes(t, node)

    def bound_methods(self, found, owner, node):
        """The methods that an attribute is, as values: one for each of the functions that the classes have there."""
        if not all(map(inspect.isfunction, found)):
            self.refuse('srcad cannot tell which function this is: call it where it stands', node)
        out = BOTTOM
        for f in found:
            self.is_in_the_text(f, node)
            mine = {s for s in owner.sites if inspect.getattr_static(self.heap.kinds[s], node.attr) is f}
            method = self.heap.bound_method(f, (*as_site(self.site(node)), 'method'), self.heap.ref(mine))
            out = self.join(out, method, node)
        return out

    def method_of_the_class(self, owner, node, env):
        """A static or a class method as a value."""
        kinds = self.heap.kinds_of(owner)
        if len(kinds) > 1 or not isinstance(node.value, gast.Name):
            self.refuse('srcad cannot tell which function this is: call it where it stands', node)
        (cls,) = kinds
        return self.rewritten(node, gast.Attribute(Ours(cls.__name__, cls), node.attr, gast.Load()), env)

    def is_made_up(self, owner, node):
        """Whether an attribute is what the class's `__getattr__` says; refuses what only the run could tell."""
        kinds = self.heap.kinds_of(owner) - set(NAMESPACES) if self.heap.is_object(owner) else ()
        made_up = set()
        for cls in kinds:
            asks = inspect.getattr_static(cls, '__getattr__', None)
            plain = is_plainly_read(cls)
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

    def computed(self, owner, node):
        """What a descriptor of the program, or a functools.cached_property, computes where an attribute is read; None
        without one, or once the object is known to have the attribute."""
        kinds = self.heap.kinds_of(owner)
        for cls in () if hasattr(node, 'is_own') else kinds:
            found = inspect.getattr_static(cls, node.attr, None)
            if isinstance(found, functools.cached_property):
                return Cached(found.func, [node.value], node.value, True)
            getter = getter_of(cls, node)
            if getter is not None and (len(kinds) > 1 or getattr(node, 'early', False)):
                self.refuse(f'srcad does not follow what reading .{node.attr} runs here: call a method', node)
            if getter is not None:
                self.watch(kinds, node.attr)
                return Cached(*getter, node.value, False)
            self.follows_reading(found, node)
        return None

    def computed_or_own(self, owner, computed, node, env):
        """The type of an attribute that is computed where the object has none of its own."""
        own, there = self.heap.load(owner, node.attr), gast.copy_location(gast.Constant(None, None), node)
        computed.of_its_own |= not isinstance(own, Bottom)
        later = any(may_be_given(cls, node.attr) for cls in self.heap.kinds_of(owner))
        if not computed.of_its_own and not owner.maybe and not later:
            return self.rewritten(node, computed.call_of(node.value), env)
        self.assumed[there] = self.heap.ref(owner.sites)  # None has no attributes
        t = self.rewritten(node, computed.call_of(there), env)
        del self.assumed[there]
        self.calls[node] = computed
        return self.join(own, t, node)

    def follows_reading(self, found, node):
        """Refuse what a class has under a name if reading it runs what srcad does not follow."""
        if isinstance(found, functools._lru_cache_wrapper):
            said = f'whether .{node.attr}() runs here, or is in its cache: keep what it gives in a dict of the object'
            self.refuse(f'srcad cannot tell {said}', node)
        if hasattr(type(found), '__get__') and not isinstance(found, (*ROUTINES, type)):
            plain = type(found).__get__ in (property.__get__, staticmethod.__get__, classmethod.__get__)
            if not plain and type(found).__name__ not in ('member_descriptor', 'getset_descriptor'):
                self.refuse(f'srcad does not follow what reading .{node.attr} runs: use a property or a method', node)

    def is_in_the_text(self, method, node):
        """Refuse as a value a method of a class within a function that captures variables: the class has it no more."""
        for source in self.program.sources.values():
            for m in source.inner.values():
                names = {getattr(s, 'name', None) for s in m.tree.body}
                if vars(m.cls).get(method.__name__) is method and method.__name__ not in names:
                    self.refuse('srcad calls this method where it stands only: define its class at the top', node)

    def rewritten(self, node, made, env):
        gast.copy_location(made, node)
        made.site = self.site(node)
        self.alone = made if self.alone is node else self.alone
        t = self.expr(made, env)
        self.calls[node] = Rewritten(made)
        return t

    def constructed(self, f, node, env):
        """The type of a new container or object; None for other calls."""
        if f is new:
            self.expr(node.func, env)
            cls = self.expr(node.args[0], env)
            found = {k.value for k in self.heap.kinds_of(cls)} if isinstance(cls, Ref) else {cls.value}
            cls = getattr(node, 'of', next(iter(found)))
            if cls not in found:
                return BOTTOM  # as long as nothing comes here
            if len(found) > 1:
                self.refuse('srcad cannot tell of which class this object is: make it in an if for each class', node)
            self.calls[node] = Construction(cls, done=True)
            return self.heap.ref(self.heap.make(cls, self.site(node)).sites)
        if f is object.__new__ and len(node.args) == 1 and not node.keywords:
            cls = getattr(self.expr(node.args[0], env), 'value', None)
            if inspect.isclass(cls) and not is_of_library(cls) and cls.__new__ is f:
                return self.rewritten(node, gast.Call(Ours('new', new), node.args, []), env)
        if not isinstance(f, type) or not hashable(f):
            return None
        if f in CONTAINERS:
            return self.new_container(f, node, env)
        if typing.is_typeddict(f):  # which makes a plain dict
            return self.rewritten(node, gast.Call(Ours('dict', dict), node.args, node.keywords), env)
        if holding(f) is not f:
            return self.rewritten(node, gast.Call(Ours(f.__name__, holding(f)), node.args, node.keywords), env)
        self.has_no_own_ways(f, node)
        if f is Outside:
            return self.run_made(node)
        if f is Scope:
            self.calls[node] = Construction(f, done=True)
            return self.heap.ref(self.heap.make(f, self.site(node)).sites)
        if f in NAMESPACES and not node.args and all(k.arg is not None for k in node.keywords):
            for k in node.keywords:
                self.expr(k.value, env)
            self.calls[node] = Construction(f, done=not node.keywords)
            return self.heap.make(f, self.site(node))
        if f in RULES or is_of_library(f) or issubclass(f, (tuple, BaseException, type)):
            return None
        base = next((c for c in f.__mro__ if c in CONTAINERS), None)
        if base is not None:
            why = f'srcad does not follow {f.__name__}, which is a {base.__name__} by inheritance'
            self.refuse(f'{why}: keep the {base.__name__} in an attribute', node)
        maker = inspect.getattr_static(f, '__new__')
        if isinstance(maker, staticmethod) and not is_of_library(maker.__func__):
            self.refuse(f'srcad does not follow {f.__name__}.__new__: do it in __init__, or in a function', node)
        if maker is not object.__new__ and not isinstance(maker, staticmethod):
            return None
        for a in [*node.args, *(k.value for k in node.keywords)]:
            self.expr(a, env)
        if any(map(self.asks_a_number, surely_run(node))):  # on a way that this value does not go
            return BOTTOM
        made = self.heap.make(f, self.site(node))
        self.fits(f, node, made, env)
        self.calls[node] = Construction(f)
        return made

    def asks_a_number(self, n):
        """Whether this is an attribute that no number has, of a number: Python raises AttributeError."""
        t = self.types.get(n.value) if isinstance(n, gast.Attribute) else None
        return isinstance(t, Number) and not t.maybe and is_nothing_of_numbers(n.attr)

    def fits(self, cls, node, made, env):
        """Refuse arguments that the `__init__` of a class does not take: of several classes this may be the wrong one."""
        if dataclasses.is_dataclass(cls) and inspect.isfunction(cls.__init__) and is_made(cls.__init__):
            return self.fits_fields(cls, node)
        init = self.program.user_function(inspect.getattr_static(cls, '__init__'))
        if init is None or is_made(init.value):
            return
        me = gast.Name('self', gast.Load(), None, None)
        self.types[me] = made
        try:
            self.program.bind(self, init, node, [me], env)
        except NotYet:
            pass

    def fits_fields(self, cls, node):
        """The same for the `__init__` that a dataclass is given."""
        params = taken(cls)
        by_place = [n for n, p in params.items() if p.kind is not p.KEYWORD_ONLY]
        given, stars = by_place[: len(node.args)], any(isinstance(a, gast.Starred) for a in node.args)
        for k in node.keywords:
            if k.arg is not None and (k.arg not in params or k.arg in given):
                self.unfit(f'{cls.__name__}() got an unexpected or repeated argument {k.arg!r}', node)
        if not stars and len(node.args) > len(by_place):
            self.unfit(f'{cls.__name__}() takes {len(by_place)} arguments but {len(node.args)} were given', node)
        by_name = {k.arg for k in node.keywords}
        lacks = [n for n, p in params.items() if p.default is p.empty and n not in given and n not in by_name]
        if lacks and not stars and None not in by_name:
            self.unfit(f'{cls.__name__}() is missing its argument {lacks[0]!r}', node)

    def is_begun(self, node):
        """Whether a call makes an object of which it is not known yet what it holds."""
        made = self.calls.get(node)
        if isinstance(made, Rewritten):
            return any(map(self.is_begun, walk(made.made)))
        return isinstance(made, Construction) and not made.done and made.cls not in CONTAINERS

    def is_chosen(self, node):
        """Whether the class that such a call means is what an attribute or a variable holds."""
        made = self.calls.get(node)
        if isinstance(made, Rewritten):
            return any(self.is_begun(n) and self.is_chosen(n) for n in walk(made.made))
        func, own = node.func, self.locals - set(self.params)
        return not (isinstance(func, Ours) or isinstance(func, gast.Name) and func.id not in own)


def is_nothing_of_numbers(name):
    """Whether Python raises AttributeError for this attribute of a number."""
    return not any(hasattr(cls, name) for cls in (complex, float, int, np.float64))
