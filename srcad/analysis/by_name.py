"""Attributes that are meant by their names, and functions of dataclasses."""

import dataclasses
import functools
import inspect
from types import FunctionType, MethodType, ModuleType

import gast

from srcad.analysis.access import descriptor_method, setter_of
from srcad.analysis.call_kinds import PlainCall, UserCall
from srcad.analysis.heap import ITEM, BoundMethod, FunctionValue
from srcad.analysis.marks import ROUTINES, ByText, Construction, Method, Rewritten, as_site, is_super, is_view
from srcad.analysis.operations import function_of, meant_by
from srcad.analysis.outside import of_attribute
from srcad.analysis.steps import changes
from srcad.analysis.types import BOOL, BOTTOM, NONE, Anything, Array, Bottom, Either, Known, Local, Number, Ref, Text, TupleOf
from srcad.of_objects import set_own
from srcad.by_memory import LIBRARIES, Closure, is_of_library
from srcad.lower.loops import jumps
from srcad.lower.names import MISSING, like
from srcad.tree import Ours, assigned_names, call, constant, walk

MOST_NAMES = 24  # among which a text is looked for


class ByName:
    """The part of `References` for `getattr` and `setattr`, and for what dataclasses are asked."""

    def has_behind_super(self, node, env):
        """`hasattr(super(), 'name')`."""
        key = self.expr(node.args[1], env)
        if not isinstance(key, Known) or not isinstance(key.value, str):
            self.refuse('srcad cannot tell which attribute super() means here: name the class', node)
        found, _ = self.behind_super(gast.Attribute(node.args[0], key.value, gast.Load()), env)
        answers = {f is not None for f in found}
        if len(answers) > 1:
            self.refuse('srcad cannot tell which class super() means here: name the class', node)
        return self.rewritten(node, gast.Constant(answers.pop(), None), env)

    def is_function(self, t):
        """Whether this is a function of the text, or one of several."""
        kinds = self.heap.kinds_of(t) if isinstance(t, Ref) else ()
        plain = (issubclass(k, FunctionValue) or meant_by(k) in (FunctionType, MethodType) for k in kinds)
        return isinstance(t, Local) or bool(kinds) and all(plain)

    def of_function(self, f, node, env):
        """The type of `f.__name__`: what the program calls a function, which has another name in the text."""
        kinds = list(self.heap.kinds_of(f)) if isinstance(f, Ref) else [f]
        names = {called(k, node.attr) for k in kinds}
        known = all(isinstance(n, str) for n in names)
        if known and all(isinstance(k, type) and issubclass(k, FunctionValue) for k in kinds):
            return Text.of(*(Known(value=n) for n in names))
        computed = any(n in self.calls for n in walk(node.value)) or not is_plain_read(node.value)
        if not known or len(names) > 1 or computed:
            why = f'srcad does not know what .{node.attr} is of a function that is made here'
            self.refuse(f'{why}: write the text itself', node)
        return self.rewritten(node, gast.Constant(*names, None), env)

    def attribute_by_name(self, f, node, env):
        """`getattr(o, name)`, `hasattr(o, name)`, `setattr(o, name, v)`: the type of the name tells which it is."""
        self.env = env
        self.expr(node.func, env)
        if f is hasattr and is_super(node.args[0]):
            return self.has_behind_super(node, env)
        owner, key, *rest = [self.expr(a, env) for a in node.args]
        self.by_name.pop(node, None)
        if f is hasattr:
            self.has_no_say(owner, key, node)
            if self.is_asked_of_a_place(owner, key, node):
                return BOOL
            if isinstance(key, Known) and self.are_of_a_function(owner, key.value, node):
                return self.told_by_class(owner, key.value, node, env)
        if f is not getattr and f is not hasattr and isinstance(key, Text) and self.has_trips(node.args[1]):
            self.kept(node.args[2], rest[0])  # until each trip has its own
            self.by_name[node] = key
            return NONE
        if f is not hasattr and isinstance(key, Text) and key.values and isinstance(owner, (Ref, TupleOf, Known)):
            return self.one_of_names(f, key.values, node, env)
        plain = isinstance(owner, Ref) and self.heap.is_object(owner) and not any(map(has_own_say, self.heap.kinds_of(owner)))
        if f is getattr and not rest and getattr(key, 'begins', '') and plain:
            names = self.names_that_begin(owner, key.begins)
            if 0 < len(names) < MOST_NAMES:
                return self.one_of_names(f, names, node, env, others=True)
        named = isinstance(key, Known) and isinstance(owner, Known) and f is getattr
        named = named and not (rest and self.is_of_library(owner.value))
        if not named and (f is hasattr or not isinstance(owner, (Ref, TupleOf))):
            self.calls[node] = PlainCall()
            return self.has_attribute(owner, key) if f is hasattr else self.of_no_object(f, owner, rest, node)
        if not isinstance(key, Known) or not isinstance(key.value, str):
            if not isinstance(key, (TupleOf, Ref, Number, Array)):  # for those Python raises TypeError
                self.by_name[node] = key
            return NONE if rest and f is not getattr else BOTTOM
        place = lambda ctx: like(gast.Attribute(node.args[0], key.value, ctx), node)
        if f is not getattr and self.alone is not node:
            self.refuse(f'srcad follows {f.__name__}() in a statement of its own only: write o.x = v', node)
        if f is not getattr:
            to = place(gast.Store())
            to.frozen, to.into_dict = f is not setattr, f is set_own
            self.store_attribute(to, rest[0], env)
            return NONE
        if not rest:
            return self.rewritten(node, place(gast.Load()), env)
        test = gast.copy_location(gast.Call(Ours('hasattr', hasattr), node.args[:2], []), node)
        return self.rewritten(node, gast.IfExp(test, place(gast.Load()), node.args[2]), env)

    def has_trips(self, key):
        """Whether a name is the key in a loop over a dict whose keys are all known: each trip means one of them."""
        for s in walk(self.tree) if isinstance(key, gast.Name) else ():
            over = self.dict_run_over(s.iter) if isinstance(s, gast.For) else None
            if over is not None and key.id in assigned_names(s.target) and any(n is key for b in s.body for n in walk(b)):
                return not any(jumps(s.body)) and self.in_any_order(s, over[0])
        return False

    def in_any_order(self, s, owner):
        """Whether the trips of a loop over a dict may come in the order in which the program speaks of its keys."""
        same = getattr(owner, 'id', None) not in assigned_names(*s.body)
        return same and (self.heap.has_all_keys(self.types[owner]) or all(map(self.puts_by_name, s.body)))

    def puts_by_name(self, s):
        """Whether a statement gives an attribute by name what stands under that in a dict, or gives this a name."""
        if isinstance(s, gast.Assign):
            return all(isinstance(n, (gast.Name, gast.Subscript, gast.expr_context)) for n in walk(s) if n is not s)
        node = s.value if isinstance(s, gast.Expr) and isinstance(s.value, gast.Call) else None
        f = getattr(self.types.get(node.func), 'value', None) if node is not None else None
        if not any(f is setter for setter in (setattr, object.__setattr__, set_own)):
            return False
        t = self.types.get(node.args[0])
        classes = self.heap.kinds_of(t) if isinstance(t, Ref) and isinstance(node.args[2], (gast.Name, gast.Subscript)) else ()
        texts = getattr(self.types.get(node.args[1]), 'values', ())
        places = [gast.Attribute(node.args[0], text, gast.Store()) for text in texts]
        return bool(classes) and not any(setter_of(cls, place) for cls in classes for place in places)

    def dict_run_over(self, node):
        """The dict that a loop runs over, its keys, if all are known, and whether it gives what stands under them, too."""
        view = self.calls.get(node)
        if is_view(view) and view.name == 'values':
            return None
        owner, both = (view.owner, view.name == 'items') if is_view(view) else (node, False)
        keys = self.known_keys(self.types.get(owner))
        return (owner, keys, both) if keys else None

    def names_that_begin(self, owner, text):
        """The names of all attributes and methods of an object that begin so."""
        names = {n for kind in self.heap.kinds_of(owner) for n in dir(kind)}
        names |= {n for site in owner.sites for n in self.heap.fields[site] if isinstance(n, str)}
        return {n for n in names if n.startswith(text)}

    def one_of_names(self, f, values, node, env, others=False):
        """The type of what each of several names means, until the choice is spelled out; of `others` Python raises."""
        t, alone, missing = BOTTOM, self.alone, set()
        for value in sorted(values):
            made = named_by(node, value)
            made.site = *as_site(self.site(node)), value
            self.alone = made if alone is node else alone
            part = self.attribute_by_name(f, made, env)
            read = self.calls.get(made)
            part = self.kept(read.made if isinstance(read, Rewritten) else made, part)  # which may be of several kinds
            missing |= {value} if isinstance(part, Bottom) else set()
            t = self.join(t, part, (node, value))
        self.alone = alone
        self.calls.pop(node, None)
        if not missing or self.is_final():
            self.calls[node] = ByText(node.args[1], sorted(values - missing))
            self.calls[node].raises = bool(missing) or others
        else:
            self.by_name[node] = self.types[node.args[1]]
        return t

    def own_names(self, node, owner):
        """The names of an object's attributes: as many strings as may be among them."""
        if isinstance(owner, Bottom):
            return BOTTOM
        if not isinstance(owner, Ref) or not self.heap.is_object(owner) or owner.maybe or self.stands_for_another(owner):
            self.refuse('srcad cannot tell whose attributes these are: write their names', node)
        names = {k for s in owner.sites for k in self.heap.fields[s] if isinstance(k, str) and k.isidentifier()}
        self.calls[node] = PlainCall()
        return self.listed_of(node, Text.of(*(Known(value=n) for n in names)) if names else BOTTOM)

    def has_no_say(self, owner, key, node):
        """Refuse to ask for an attribute what is another thing in the text, or what changes when it is asked."""
        kinds = self.heap.kinds_of(owner) if isinstance(owner, Ref) else (None,)
        plain = all(k and (issubclass(k, (BoundMethod, FunctionValue)) or meant_by(k) is k) for k in kinds)
        if not plain and self.stands_for_another(owner):
            self.refuse('srcad cannot tell of what class this is: ask something else of it', node)
        for cls in self.heap.kinds_of(owner) if isinstance(owner, Ref) and isinstance(key, Known) else ():
            value = inspect.getattr_static(cls, str(key.value), None)
            makes_up = inspect.getattr_static(cls, '__getattr__', None) if value is None else None
            asked = value.fget if isinstance(value, property) else descriptor_method(value, '__get__') or makes_up
            if isinstance(value, functools.cached_property) or asked and changes(asked, (cls,)):
                self.refuse(f'srcad does not follow what asking for .{key.value} changes: use a method', node)

    def is_asked_of_a_place(self, owner, key, node):
        """Whether an attribute belongs to a class, a function or a module that the program gives it: a place has it or not."""
        self.moved.pop(node, None)
        if not isinstance(key, Known) or not isinstance(owner, (Known, Ref)):
            return False
        of_class = isinstance(owner, Ref)
        holders = self.heap.kinds_of(owner) if of_class else [owner.value]
        found = [of_attribute(h, str(key.value), self.places.by_key) for h in holders]
        keys = {place[0] for place in found if place and place[0] in self.places.by_key}
        if not keys or of_class and all(hasattr(h, key.value) for h in holders):
            return False
        if len(holders) > 1 or of_class and any(key.value in self.heap.fields[s] for s in owner.sites):
            self.refuse(f'srcad cannot tell whether .{key.value} is of the object or of its class: set it in __init__', node)
        self.moved[node] = self.places.by_key[keys.pop()]
        self.calls[node] = PlainCall()
        return True

    def are_of_a_function(self, owner, name, node):
        """Whether an attribute is one of a class of a function, which has another one in its place in the text."""
        made = {m.cls for source in self.program.sources.values() for m in source.inner.values()}
        kinds = [k for k in (self.heap.kinds_of(owner) if isinstance(owner, Ref) else ()) if k in made]
        if any(map(has_own_say, kinds)):
            self.refuse(f'srcad cannot tell whether .{name} is there: define the class at the top of the file', node)
        return any(hasattr(k, name) for k in kinds)

    def told_by_class(self, owner, name, node, env):
        """What hasattr answers, where the analysis knows it of each class."""
        sites = lambda k: {s for s in owner.sites if self.heap.kinds[s] is k}
        plain = lambda k: hasattr(k, name) and not hasattr(type(inspect.getattr_static(k, name)), '__get__')
        kinds = self.heap.kinds_of(owner)
        answers = {k: {True} if plain(k) else self.may_have(self.heap.ref(sites(k)), name) for k in kinds}
        if owner.maybe or any(len(a) > 1 for a in answers.values()):
            self.refuse(f'srcad cannot tell whether .{name} is there: define the class at the top of the file', node)
        if len(set.union(*answers.values())) == 1:
            return self.rewritten(node, constant(next(iter(answers.values())) == {True}), env)
        return self.by_class(node.args[0], node, lambda kind, part: Known(value=answers[kind] == {True}))

    def has_attribute(self, owner, key):
        """The type of what hasattr answers: of objects that all have an attribute, or all lack it, the answer."""
        if isinstance(owner, Known) and isinstance(key, Known) and not self.is_of_library(owner.value):
            found = getattr(owner.value, key.value, MISSING)
            self.program.attributes.append((owner.value, key.value, found))
            return Known(value=found is not MISSING)  # until a place is found, and all is asked again
        if not isinstance(owner, Ref) or not owner.sites or owner.maybe or not isinstance(key, Known):
            return BOOL
        answers = set().union(*(self.may_have(self.heap.ref({s}), key.value) for s in owner.sites))
        return Known(value=answers.pop()) if len(answers) == 1 else BOOL

    def may_have(self, t, name):
        """What hasattr may answer."""
        if not isinstance(t, Ref) or t.maybe or len(t.sites) != 1:
            return {True, False}
        (site,) = t.sites
        kind = self.heap.kinds[site]
        cls = meant_by(kind)
        if cls is None or name in self.heap.fields[site] or has_own_say(cls):
            return {True, False} if name != '__self__' or not issubclass(kind, BoundMethod) else {True}
        found = [vars(c)[name] for c in cls.__mro__ if name in vars(c)]
        surely = not found or isinstance(found[0], (*ROUTINES, staticmethod, classmethod))
        return {bool(found)} if surely else {True, False}

    def of_no_object(self, f, owner, rest, node):
        """An attribute of a module, an array or a class, by a name."""
        if isinstance(owner, Bottom):
            return BOTTOM
        if isinstance(owner, Known) and rest and not self.is_of_library(owner.value):
            self.refuse(f'srcad cannot tell whether this attribute is there: write {f.__name__}() without a default', node)
        if owner.active or any(t.active for t in rest):
            self.refuse(f'srcad does not differentiate {f.__name__}() here: write the attribute, p.x', node)
        return Anything()

    def is_of_library(self, owner):
        return owner.__name__.split('.')[0] in LIBRARIES if isinstance(owner, ModuleType) else is_of_library(owner)

    def has_fields_read(self, owner):
        """Refuse what would be made, or change something, again for each of its fields."""
        acts = lambda n: isinstance(n, gast.Call) and isinstance(self.calls.get(n), (UserCall, Construction, Method))
        again = next((n for n in walk(owner) if acts(n) or self.acts_unseen(n)), None)
        if again is not None:
            self.refuse('srcad reads the fields of this one by one: give it a name before', again)

    def replaced(self, node, env):
        """`dataclasses.replace(o, x=v)`: a new object of the same class."""
        owner = self.expr(node.args[0], env)
        self.has_fields_read(node.args[0])
        kinds = self.heap.kinds_of(owner) if isinstance(owner, Ref) else ()
        if isinstance(owner, Bottom):
            return BOTTOM
        if len(kinds) != 1 or not dataclasses.is_dataclass(next(iter(kinds))):
            self.refuse('srcad cannot tell which dataclass this is: call the class by its name', node)
        cls, given = next(iter(kinds)), {k.arg: k.value for k in node.keywords}
        kept = [f.name for f in dataclasses.fields(cls) if f.init and f.name not in given]
        own = lambda n: gast.copy_location(gast.Attribute(node.args[0], n, gast.Load()), node)
        keywords = [*node.keywords, *(gast.keyword(n, own(n)) for n in kept)]
        if None in given:  # whose keys take the place of what the object has
            pairs = [*zip(kept, map(own, kept)), *given.items()]
            whole = gast.Dict([k and gast.Constant(k, None) for k, _ in pairs], [v for _, v in pairs])
            gast.copy_location(whole, node).site = (*as_site(self.site(node)), 'fields')
            keywords = [gast.keyword(None, whole)]
        return self.rewritten(node, gast.Call(Ours(cls.__name__, cls), [], keywords), env)

    def of_dataclass(self, f, node, env):
        """`asdict(o)` and `astuple(o)` of an object that holds numbers; `fields(o)`, which a loop goes over."""
        owner = self.expr(node.args[0], env)
        self.has_fields_read(node.args[0])
        self.expr(node.func, env)
        if f is dataclasses.fields:
            self.calls[node] = PlainCall()
            return Anything()
        if isinstance(owner, Bottom):
            return BOTTOM
        kinds = self.heap.kinds_of(owner) if isinstance(owner, Ref) else ()
        names = [i.name for i in dataclasses.fields(next(iter(kinds)))] if len(kinds) == 1 else []
        types = [self.heap.load(owner, n) for n in names]
        if any(isinstance(t, Bottom) for t in types):  # until that is known
            return BOTTOM
        parts = [self.copied_field(gast.Attribute(node.args[0], n, gast.Load()), t, node) for n, t in zip(names, types)]
        if not names or None in parts or node.keywords or len(node.args) > 1:
            why = f'srcad follows {f.__name__}() of a dataclass of numbers, arrays, lists and tuples only: write the attributes'
            self.refuse(why, node)
        if f is dataclasses.astuple:
            return self.rewritten(node, gast.Tuple(parts, gast.Load()), env)
        return self.rewritten(node, gast.Dict([gast.Constant(n, None) for n in names], parts), env)

    def copied_field(self, part, t, node):
        """What `asdict` and `astuple` make of a field; None where srcad does not say it."""
        made = None
        if isinstance(t, Number) or not t.active and not isinstance(t, (Ref, Array, TupleOf, Either)):
            made = part
        elif getattr(t, 'maybe', False):
            return None
        elif isinstance(t, Array):
            made = gast.Call(gast.Attribute(part, 'copy', gast.Load()), [], [])
        elif isinstance(t, Ref) and self.heap.kinds_of(t) in ({list}, {tuple}):
            v = 'item_of_it'
            item = self.copied_field(gast.Name(v, gast.Load(), None, None), self.heap.load(t, ITEM), node)
            over = gast.comprehension(gast.Name(v, gast.Store(), None, None), part, [], 0)
            made = item and gast.ListComp(item, [over])
            made = call(Ours('tuple', tuple), made) if made and self.heap.is_tuple(t) else made
        elif isinstance(t, TupleOf) and t.of is tuple:
            items = [gast.Subscript(part, gast.Constant(k, None), gast.Load()) for k in range(len(t.items))]
            items = [self.copied_field(i, kind, node) for i, kind in zip(items, t.items)]
            made = gast.Tuple(items, gast.Load()) if None not in items else None
        elif isinstance(t, Ref) and all(map(dataclasses.is_dataclass, self.heap.kinds_of(t))):
            made = gast.Call(node.func, [part], [])
        if made is not None:
            for n in (m for m in walk(made) if getattr(m, 'site', None) is None):
                n.site = (*as_site(self.site(node)), getattr(part, 'attr', ''), type(n).__name__)
            gast.copy_location(made, node)
        return made


def named_by(node, value):
    """`getattr(o, name)` with the name as a constant."""
    return gast.copy_location(gast.Call(node.func, [node.args[0], constant(value), *node.args[2:]], []), node)


def has_own_say(cls):
    """Whether a class says itself which attributes its objects have."""
    own = inspect.getattr_static(cls, '__getattribute__') is not object.__getattribute__
    return own or inspect.getattr_static(cls, '__getattr__', None) is not None


def called(kind, attr):
    """What `attr` of a function is in the program; None where that is not known."""
    f = kind if isinstance(kind, Local) else function_of(kind)
    if isinstance(f, type) and issubclass(f, Closure):
        f = f.local
    if not isinstance(f, Local):
        return getattr(f, attr, None)
    return getattr(f.node, 'called', None) if attr == '__name__' else None


def is_plain_read(node):
    """Whether nothing is lost where `node` is not evaluated."""
    return isinstance(node, gast.Name) or isinstance(node, gast.Attribute) and is_plain_read(node.value)
