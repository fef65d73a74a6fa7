"""Calls, and what makes objects and containers."""

import inspect
import types as pytypes
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum

import gast

from srcad.analysis.by_name import named_by
from srcad.analysis.call_kinds import STARRED, UserCall
from srcad.analysis.heap import BoundMethod, FunctionValue, label
from srcad.analysis.inits import taken
from srcad.analysis.marks import ByClass, Cached, as_site, is_frozen
from srcad.analysis.types import Ref, TupleOf
from srcad.of_objects import lacks, new
from srcad.by_memory import NAMESPACES, Closure, Twins, is_of_library
from srcad.errors import Unfollowed
from srcad.holding import holder_to_begin
from srcad.lower.names import like
from srcad.parse import parse
from srcad.spell_out.nodes import ITERATORS, is_generated, kind_of, parts_of, same_call
from srcad.spell_out.nones import lacking, owner_of
from srcad.spell_out.stars import BehindStars
from srcad.spell_out.unfit import beyond, missing, unexpected
from srcad.tree import (
    COMPREHENSIONS,
    Ours,
    assign,
    call,
    clone,
    constant,
    is_written,
    name,
    named_function,
    read_names,
    target,
    transform,
    walk,
    written,
)


class Calls(BehindStars):
    """The part of `SpellOut` for calls."""

    def user_call(self, node, c):
        """A call whose arguments are numbers that are computed there, or names."""
        node = self.of_an_object(node, c) if isinstance(c, UserCall) else node
        if not isinstance(node, gast.Call) and isinstance(c, UserCall) and self.takes_all(c):
            node = self.as_function(node, c) or node
        if not isinstance(node, gast.Call):
            parts, rebuild = parts_of(node)
            new = self.items_of(parts)
            return (
                node if all(a is b for a, b in zip(new, parts)) else like(gast.copy_location(rebuild(new), node), node)
            )
        if isinstance(c, UserCall) and not getattr(node, 'bound', False) and self.needs_binding(node, c):
            node = self.bound(node, c)
        args = [*node.args, *(k.value for k in node.keywords)]
        owner = []
        if self.is_given(node.func) or isinstance(self.types.get(node.func), Ref) and self.is_value(node.func):
            owner = [node.func]
        elif isinstance(node.func, gast.Attribute) and isinstance(self.types.get(node.func.value), (Ref, TupleOf)):
            owner = [node.func.value]
        new = self.items_of([*owner, *args])
        if all(a is b for a, b in zip(new, [*owner, *args])):
            return node
        first = new[: len(owner)]
        func = node.func
        if owner:
            func = (
                first[0]
                if node.func is owner[0]
                else like(
                    gast.copy_location(gast.Attribute(first[0], node.func.attr, gast.Load()), node.func), node.func
                )
            )
        args = new[len(owner) :]
        keywords = [gast.keyword(k.arg, v) for k, v in zip(node.keywords, args[len(node.args) :])]
        return same_call(gast.copy_location(gast.Call(func, args[: len(node.args)], keywords), node), node)

    def is_given(self, func):
        """Whether what is called, a known function or class, is what another call gives."""
        return isinstance(self.calls.get(func), (UserCall, ByClass, Cached))

    def is_value(self, func):
        """Whether what is called is an object: a closure, a bound method, something with `__call__`."""
        if not isinstance(func, gast.Attribute):
            return True
        owner = self.types.get(func.value)
        found = self.inference.methods(owner, func.attr) if isinstance(owner, Ref) else []
        return not found or isinstance(found[0], property)

    def by_class(self, node, c, to):
        """A method that depends on the object's class: one call for each class."""
        owner = self.named(c.owner)
        asked = isinstance(node, (gast.BinOp, gast.UnaryOp)) or c.owner is owner_of(node)
        stops = asked and self.may_go_unnoticed(c.owner, node)
        if stops:
            self.emit(self.stop_at_none(node, c.owner, owner))
        node = transform(node, lambda n: name(owner.id) if n is c.owner else None) if owner is not c.owner else node
        classes = sorted(c.classes, key=label)
        texts = [told(k) for k in classes if issubclass(k, Closure)]
        if len(set(texts)) < len(texts):
            self.inference.refuse(
                f'srcad cannot tell two functions apart that have one name: {max(texts, key=texts.count)}', node
            )
        out = None
        for cls in reversed(classes):
            made = like(gast.copy_location(clone(node), node), node)
            made.__dict__.update({'is_there': True} if stops else {})
            side = [gast.Assign([target(to)], made, None) if to else gast.Expr(made)]
            if cls in c.unfit:
                error = c.unfit[cls].error
                side = [gast.Raise(call(Ours(error.__name__, error), constant(c.unfit[cls].msg)), None)]
            for line in side:
                gast.copy_location(line, self.here)
            test = self.tells(cls, owner)
            out = side if out is None else [gast.If(test, side, out)]
        self.emit(*out, effect=True)
        return None

    def by_text(self, node, c, to):
        """An attribute that one of several strings names: one `getattr` for each."""
        first, key, *rest = self.several(node.args, self.named)
        out = [gast.Raise(call('AttributeError', key), None)] if c.raises else None
        for value in reversed(c.classes):
            made = like(named_by(gast.copy_location(gast.Call(node.func, [first, key, *rest], []), node), value), node)
            side = [gast.Assign([target(to)], made, None) if to else gast.Expr(made)]
            test = gast.Compare(key, [gast.Eq()], [constant(value)])
            out = side if out is None else [gast.If(test, side, out)]
        self.emit(*out, effect=True)
        return None

    def cached(self, node, c):
        """An attribute that is computed if the object has none of its own: a functools.cached_property is stored, too."""
        owner = self.named(node.value)
        if self.types[node.value].maybe:
            self.emit(lacking(node, owner))
        computed, to = gast.copy_location(c.call_of(owner), node), self.fresh(node.attr)
        has_none = call(Ours('lacks', lacks), owner, constant(node.attr))
        if not c.of_its_own:
            said = constant(f'srcad did not see what gives this object a .{node.attr} of its own')
            stop = gast.Raise(call(Ours('Unfollowed', Unfollowed), said), None)
            self.emit(gast.If(gast.UnaryOp(gast.Not(), has_none), [stop], []), assign(to, computed), effect=True)
            return name(to)
        held = like(gast.copy_location(gast.Attribute(owner, node.attr, gast.Load()), node), node)
        held.is_own = True
        if c.keeps:
            to = gast.Attribute(owner, node.attr, gast.Store())
            to.frozen = True
            self.emit(gast.If(has_none, [gast.Assign([to], computed, None)], []), effect=True)
            return held
        self.emit(gast.If(has_none, [assign(to, computed)], [assign(to, held)]), effect=True)
        return name(to)

    def copied(self, node, c):
        """`copy.deepcopy(x, twins)`, where what is copied and its copies are found by the way back."""
        x = self.named(node.args[0])
        if len(node.args) == 2 or not c.deep and x is node.args[0]:
            return node
        more = []
        if c.deep:
            more = [name(self.fresh('twins'))]
            self.emit(assign(more[0].id, call(Ours('Twins', Twins))))
        return like(gast.copy_location(gast.Call(node.func, [x, *more], []), node), node)

    def tells(self, kind, owner):
        """The test for one of the kinds that an object or a function may be of."""
        if issubclass(kind, FunctionValue):
            test = gast.Compare(name(owner.id), [gast.Is()], [named_function(kind.value)])
        elif issubclass(kind, Closure):
            places = call(Ours('getattr', getattr), name(owner.id), constant('__closure__'), constant(None))
            test = gast.Compare(places, [gast.Eq()], [constant(told(kind))])
        elif issubclass(kind, BoundMethod):
            f = call(Ours('getattr', getattr), name(owner.id), constant('__func__'), constant(None))
            test = gast.Compare(f, [gast.Is()], [self.function_of(kind.function)])
        else:
            return gast.Compare(call(Ours('type', type), name(owner.id)), [gast.Is()], [Ours(kind.__name__, kind)])
        test.tells = owner.id, label(kind)
        return test

    def function_of(self, f):
        """A method's function: of a class that the program's functions define, that of the text's own class."""
        sources = self.inference.program.sources.values()
        cls = next((m.cls for s in sources for m in s.inner.values() if vars(m.cls).get(f.__name__) is f), None)
        return named_function(f) if cls is None else gast.Attribute(Ours(cls.__name__, cls), f.__name__, gast.Load())

    def construction(self, node, cls, to):
        to = to or self.fresh('made')
        if self.calls[node].done:
            return node
        if cls is tuple:
            return self.new_tuple(node)
        if cls in (list, deque):
            return self.new_list(node, cls, to)
        if cls in (dict, defaultdict, OrderedDict, Counter):
            return self.new_dict(node, to)
        if cls is set:
            return self.with_parts(node)
        plain = cls in NAMESPACES
        func = self.named(node.func) if self.is_given(node.func) else node.func
        made = assign(to, call(Ours(cls.__name__, cls)) if plain else call(Ours('new', new), func))
        made.value.site, made.value.of = getattr(node, 'site', None), cls
        args = self.items_of([*node.args, *(k.value for k in node.keywords)])
        text = to if not any(isinstance(a, gast.Name) and a.id == to for n in args for a in walk(n)) else self.fresh(to)
        made.targets = [target(text)]
        self.emit(made)
        init = inspect.getattr_static(cls, '__init__')
        if plain:
            for k, v in zip(node.keywords, args):
                self.emit(gast.Assign([gast.Attribute(name(text), k.arg, gast.Store())], v, None), effect=True)
        elif is_dataclass(cls) and is_generated(init):
            by_name = dict(zip(taken(cls), args[: len(node.args)]))
            wholes = []
            for k, v in zip(node.keywords, args[len(node.args) :]):
                if k.arg is None:
                    wholes.append((v, self.keys_behind(v, self.types[k.value], cls)))
                else:
                    by_name[k.arg] = v
            self.dataclass(text, cls, by_name, wholes)
        elif inspect.isfunction(init):
            keywords = [gast.keyword(k.arg, v) for k, v in zip(node.keywords, args[len(node.args) :])]
            begun = gast.Call(gast.Attribute(name(text), '__init__', gast.Load()), args[: len(node.args)], keywords)
            begun.site = *as_site(getattr(node, 'site', node)), 'init'
            holder = holder_to_begin(cls)
            if holder is not None:
                self.emit(gast.Expr(call(Ours('__init__', holder.__init__), name(text))), effect=True)
            self.emit(gast.Expr(begun), effect=True)
        return None if text == to else name(text)

    def keys_behind(self, whole, t, cls):
        """The keys that a dict behind two stars may hold for a dataclass; where they are not known, no others."""
        known = self.inference.known_keys(t)
        if known is None:
            self.emit(beyond(list(taken(cls)), whole, cls.__name__))
        return list(taken(cls)) if known is None else known

    def dataclass(self, text, cls, given, wholes):
        """What the `__init__` of a dataclass does; `wholes` are dicts behind two stars, with all keys they may have."""
        for whole, keys in wholes:
            for key in keys:
                if key in given or key not in taken(cls):
                    self.emit(unexpected(key, whole, cls.__name__))
        for f in fields(cls):
            if f.name in given:
                self.emit(self.set_field(text, cls, f, given[f.name]), effect=True)
                continue
            whole = next((w for w, keys in wholes if f.init and f.name in keys), None)
            default = self.default_of_field(cls, f)
            there = whole and self.set_field(text, cls, f, gast.Subscript(whole, constant(f.name), gast.Load()))
            if there and default:
                test = gast.Compare(constant(f.name), [gast.In()], [whole])
                self.emit(gast.If(test, [there], [self.set_field(text, cls, f, default)]), effect=True)
            elif there:
                self.emit(*([missing(f.name, whole, cls.__name__)] if self.may_be_caught else []), there, effect=True)
            elif default:
                self.emit(self.set_field(text, cls, f, default), effect=True)
            elif f.init:
                self.default_of(cls, f.name, MISSING)
        if hasattr(cls, '__post_init__'):
            only = {n: p for n, p in taken(cls).items() if n not in {f.name for f in fields(cls)}}
            if wholes and only:
                self.inference.refuse(STARRED, self.here)
            values = [given[n] if n in given else self.default_of(cls, n, p.default) for n, p in only.items()]
            self.emit(gast.Expr(call(gast.Attribute(name(text), '__post_init__', gast.Load()), *values)), effect=True)

    def set_field(self, text, cls, f, value):
        to = gast.Attribute(name(text), f.name, gast.Store())
        to.frozen = is_frozen(cls)
        return gast.Assign([to], value, None)

    def default_of_field(self, cls, f):
        """The value of a field that is not given; None if there is none."""
        if f.default is not MISSING and is_written(f.default):
            return written(f.default)
        if f.default is MISSING and f.default_factory is MISSING:
            return None
        if isinstance(f.default, Enum):
            return Ours(f.name, f.default)
        if f.default_factory in (list, dict, float, int):
            value = {
                list: gast.List([], gast.Load()),
                dict: gast.Dict([], []),
                float: constant(0.0),
                int: constant(0),
            }[f.default_factory]
            value.site = cls, f.name
            return value
        if f.default is not MISSING and inspect.getattr_static(cls, f.name, MISSING) is f.default:
            return gast.Attribute(Ours(cls.__name__, cls), f.name, gast.Load())
        return self.made_by_default(f.default_factory) or self.default_of(cls, f.name, MISSING)

    def default_of(self, cls, n, value):
        if not is_written(value):
            self.inference.refuse(f'srcad does not follow the default of {cls.__name__}.{n}: pass it', self.here)
        return written(value)

    def made_by_default(self, factory):
        """What a `default_factory` of the program gives: its call, or the expression of a lambda; None for others."""
        known = factory in (set, deque, OrderedDict) or inspect.isclass(factory) and not is_of_library(factory)
        if not known and (not isinstance(factory, pytypes.FunctionType) or is_of_library(factory)):
            return None
        if factory.__name__ != '<lambda>':
            return call(Ours(factory.__name__, factory))
        try:
            value = gast.copy_location(parse(factory).tree.body[-1].value, self.here)
        except (OSError, SyntaxError):
            return None
        mine = self.inference.locals | set(self.inference.params) | set(self.inference.statics)
        of_module = [factory.__globals__[n] for n in read_names(value) if n in factory.__globals__]
        at_home = factory.__globals__ is self.instance.source.function.__globals__ and mine.isdisjoint(read_names(value))
        same = at_home and all(isinstance(v, pytypes.ModuleType) for v in of_module)
        return value if same else call(Ours('factory', factory))

    def new_tuple(self, node):
        """`tuple(items)` of a list that has a name; what may be a tuple is a list first, so that this is another one."""
        source = node.args[0]
        if isinstance(self.types.get(source), Ref) and tuple in self.heap.kinds_of(self.types[source]):
            text = self.fresh('items')
            self.emit(assign(text, call(Ours('list', list), self.named(source))))
            return self.as_tuple(name(text), node)
        if isinstance(source, gast.Name) and self.heap.is_list(self.types.get(source)):
            return node
        if self.heap.is_list(self.types.get(source)) and kind_of(source) not in ITERATORS:
            return self.as_tuple(self.named(source), node)
        return self.as_tuple(self.listed_items(source, node), node)

    def as_tuple(self, items, node):
        return like(gast.copy_location(call(Ours('tuple', tuple), items), node), node)

    def listed_items(self, source, node):
        """The name of a list of what a value runs over."""
        key, items = self.fresh('item'), self.fresh('items')
        if isinstance(source, COMPREHENSIONS):
            self.loop_of(source, items)
        else:
            self.comprehension(name(key), key, source, node, items)
        return name(items)

    def new_list(self, node, cls, to):
        if cls is deque and (len(node.args) > 1 or node.keywords):
            self.holds_something(node)
        if not node.args:
            return self.with_parts(node) if node.keywords else node
        source = node.args[0]
        key = self.fresh('item')
        if cls is list:
            return self.comprehension(name(key), key, source, node, to)
        whole = self.named(source)
        text = self.fresh('items') if getattr(whole, 'id', None) == to else to
        limit = [gast.keyword('maxlen', node.args[1])] if len(node.args) > 1 else node.keywords
        empty = like(gast.copy_location(gast.Call(node.func, [], limit), node), node)
        empty.is_limited = True
        self.emit(
            assign(text, empty), gast.Expr(call(gast.Attribute(name(text), 'extend', gast.Load()), whole)), effect=True
        )
        return None if text == to else name(text)

    def holds_something(self, node):
        """Stop a run in which a deque is limited to nothing, into which all is put in vain."""
        limit = node.keywords[0].value if node.keywords else node.args[1]
        if isinstance(limit, gast.Constant) and limit.value != 0 or hasattr(node, 'is_limited'):
            return
        node.is_limited = True
        limit = self.named(limit)
        if node.keywords:
            node.keywords[0].value = limit
        else:
            node.args[1] = limit
        stop = call(Ours('Unfollowed', Unfollowed), constant('srcad does not follow a deque that holds nothing'))
        self.emit(gast.If(gast.Compare(limit, [gast.Eq()], [constant(0)]), [gast.Raise(stop, None)], []))

    def new_dict(self, node, to):
        args = node.args[1:] if self.calls[node].cls is defaultdict else node.args
        if not args and not node.keywords:
            return node
        parts = [self.source(a) for a in args]
        values = self.items_of([k.value for k in node.keywords])
        text = (
            self.fresh('items') if any(getattr(m, 'id', None) == to for p in [*parts, *values] for m in walk(p)) else to
        )
        empty = gast.Call(node.func, [node.args[0]] if self.calls[node].cls is defaultdict else [], [])
        self.emit(assign(text, like(gast.copy_location(empty, node), node)))
        for p in parts:
            self.emit(gast.Expr(call(gast.Attribute(name(text), 'update', gast.Load()), p)), effect=True)
        for k, v in zip(node.keywords, values):
            self.emit(gast.Assign([gast.Subscript(name(text), constant(k.arg), gast.Store())], v, None), effect=True)
        return None if text == to else name(text)


def told(kind):
    """The text by which a function that is a value is told from others."""
    return getattr(kind.local.node, 'told', kind.local.node.name)
