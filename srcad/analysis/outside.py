"""What a program writes of what lies outside its functions: variables of modules, attributes of classes, objects.

Each such place is an attribute of one object, which the entry makes of what the places hold at the time of the call,
and which every function gets that reads or writes one of them. Whatever else of outside leads to an object that is
written is such a place too. Which they are is found on the way: after one that was not known inference begins again.
"""

import inspect
import sys
import types as pytypes
from dataclasses import replace

import gast

from srcad.analysis.call_kinds import RuleCall
from srcad.analysis.elsewhere import uses
from srcad.analysis.heap import BoundMethod, FunctionValue, label
from srcad.analysis.inits import is_field, is_own, reads_attribute
from srcad.analysis.marks import Construction
from srcad.analysis.operations import function_of
from srcad.analysis.steps import is_made
from srcad.analysis.types import NONE, SLICE, Anything, Array, Known, Local, Ref
from srcad.analysis.unknown import name_of
from srcad.by_memory import Closure, Outside, is_changeable
from srcad.holding import meant
from srcad.lower.names import MISSING
from srcad.lower.scopes import Captured, Variables
from srcad.tree import Ours, all_names, arguments, assign, call, children, constant, free_names, name, unused, walk

RUN = ('run',)  # where the object is made


class Again(Exception):
    """Something was taken for a constant so far, and is written."""


class Place:
    """One place: its name on the object, the tree that says what it holds when a run begins, and what reads that."""

    def __init__(self, text, tree, read):
        self.text, self.tree, self.read = text, tree, read


class Places:
    """The places of one program, by what they are, and the objects of outside that are written, by id."""

    def __init__(self):
        self.by_key, self.written, self.names = {}, {}, {}
        self.incomplete = False  # something was met that was not known
        self.arrays = None  # whether arrays of outside are written, once that is known
        self.traced = False  # while it is found out
        self.managers = {}  # methods that make contexts, by the places of their calls

    def add(self, key, build):
        text, tree, read = build()
        self.by_key[key] = Place(unused(text, {p.text for p in self.by_key.values()}), tree, read)
        self.incomplete = True

    def write(self, held):
        """Objects of outside, by id, are changed."""
        if not held.keys() <= self.written.keys():
            self.written.update(held)
            self.incomplete = True

    def manage(self, where, generator):
        """What makes the context of a `with`: its text is put there."""
        self.managers[where] = generator
        self.incomplete = True
        raise Again

    def name_in(self, source):
        """What the object is called in a function."""
        if source.function not in self.names:
            self.names[source.function] = unused('outside', all_names(source.tree))
        return self.names[source.function]

    def start(self, source):
        """The line that makes the object."""
        made = call(Ours('Outside', Outside))
        made.keywords = [gast.keyword(p.text, p.tree) for p in self.by_key.values() if p.read() is not MISSING]
        return assign(self.name_in(source), made)

    def confirm(self):
        """Begin again unless all is known."""
        if self.incomplete:
            raise Again

    def ask_of_arrays(self, heap):
        """Whether arrays of outside are written: all is done once more, with a mark on each of them."""
        if self.arrays is None and heap.arrays_written and heap.has_outside_arrays:
            self.incomplete, self.arrays = True, False if self.traced else None
            self.traced = not self.traced
        self.confirm()


# Each place by a key, with what makes its name, its tree and what reads it


def is_method_of(t, owner):
    return isinstance(t, Known) and getattr(t.value, '__self__', None) is owner


def of_variable(source, n):
    """The place of a variable that a function reads and does not make."""
    f = source.function
    if n not in f.__code__.co_freevars:
        return of_global(f.__globals__, n, f)
    k = f.__code__.co_freevars.index(n)
    cell = f.__closure__[k]

    def build():
        cells = gast.Attribute(named(f), '__closure__', gast.Load())
        tree = gast.Attribute(subscripted(cells, k), 'cell_contents', gast.Load())
        return n, tree, lambda: getattr(cell, 'cell_contents', MISSING)

    return ('cell', id(cell)), build


def of_global(names, n, f=None):
    def build():
        module = sys.modules.get(names.get('__name__'))
        if module is not None and vars(module) is names:
            text = module.__name__.rpartition('.')[2]
            tree = gast.Attribute(Ours(text if text.isidentifier() else 'module', module), n, gast.Load())
        else:
            tree = subscripted(gast.Attribute(named(f), '__globals__', gast.Load()), n)
        return n, tree, lambda: names.get(n, MISSING)

    return ('global', id(names), n), build


def of_attribute(owner, attr, places):
    """The place of an attribute of a module, a class or a function; None for that of another object."""
    if isinstance(owner, Variables):
        return of_variable(owner.source, attr)
    if isinstance(owner, Captured):
        return ('captured', id(owner), attr), lambda: (attr, None, lambda: MISSING)
    if isinstance(owner, pytypes.ModuleType):
        return of_global(vars(owner), attr)
    if not isinstance(owner, (type, pytypes.FunctionType, pytypes.MethodType)):
        return None
    owner = meant(owner) if isinstance(owner, type) else owner  # the program's own class, not what stands for it
    home = home_of(owner, attr, places) if isinstance(owner, type) else owner

    def build():
        tree = gast.Attribute(named(home), attr, gast.Load())
        return f'{noun_of(home)}_{attr}', tree, lambda: inspect.getattr_static(home, attr, MISSING)

    return ('attribute', id(home), attr), build


def home_of(cls, attr, places):
    """The class from which a class has an attribute, also one that it is given on the way."""
    mine = (c for c in cls.__mro__ if attr in vars(c) or ('attribute', id(c), attr) in places)
    return next(mine, cls)


def of_default(f, n):
    """The place of the default of a parameter."""

    def build():
        field, k = '__kwdefaults__', n
        if n not in (f.__kwdefaults__ or {}):
            names = f.__code__.co_varnames[: f.__code__.co_argcount]
            field, k = '__defaults__', names.index(n) - len(names) + len(f.__defaults__)
        tree = subscripted(gast.Attribute(named(f), field, gast.Load()), k)
        return f'{noun_of(f)}_{n}', tree, lambda: getattr(f, field)[k]

    return ('default', id(f), n), build


def subscripted(tree, k):
    return gast.Subscript(tree, constant(k), gast.Load())


def named(owner):
    return Ours(noun_of(owner), owner)


def noun_of(owner):
    """What a class or a function is called in the text: a lambda has no name."""
    return owner.__name__ if owner.__name__.isidentifier() else 'function'


class OfOutside:
    """The part of `References` for what lies outside the functions of the program."""

    @property
    def places(self):
        return self.program.places

    def run_object(self):
        return self.heap.make(Outside, RUN)

    def run_made(self, node):
        """The type of the object that holds the places: what they hold at the start."""
        self.calls[node] = Construction(Outside, done=True)
        for place in self.places.by_key.values():
            value = place.read()
            if value is not MISSING:
                self.heap.store(self.run_object(), place.text, self.heap.describe(value, ('outside', place.text)))
        return self.heap.ref(self.run_object().sites)

    def _Name(self, node, env):
        if node.id in env or node.id in self.locals or node.id in self.source.bound:
            return super()._Name(node, env)
        return self.held_at(node, *of_variable(self.source, node.id), lambda: self.program.outside_name(self, node))

    def held_at(self, node, key, build, read):
        """The type of what a node reads at a place: that of a constant, unless it is written."""
        self.moved.pop(node, None)
        if key not in self.places.by_key:
            t = read()
            if self.leads_to_written(t):
                self.places.add(key, build)
            return t
        self.moved[node] = self.places.by_key[key]
        return self.heap.load(self.run_object(), self.places.by_key[key].text)

    def leads_to_written(self, t):
        """Whether a value of outside is, or holds, something that is written."""
        held = list(self.heap.reached(t))
        arrays = self.places.arrays and any(isinstance(p, Array) or getattr(p, 'array', False) for p in held)
        return arrays or any(map(self.heap.is_written_outside, held))

    def changes(self, owner, node, place=None):
        """A container or an object is changed: of outside, from now on, it is the copy of this run.

        `place` is where an item takes the place of another in a list, if that is known.
        """
        if place is None and isinstance(owner, Ref):
            self.heap.loosen(owner)
        self.heap.changed |= not self.heap.containers_written
        self.heap.containers_written = True
        for site in owner.sites if isinstance(owner, Ref) else ():
            self.heap.touched.add(site)
            self.places.write(self.heap.held.get(site, {}))

    def writes_array(self, t):
        if self.places.traced and (isinstance(t, Anything) or t.outside):
            self.places.arrays, self.places.traced = True, False
            self.places.incomplete = True

    def expr(self, node, env):
        """A view of an array of outside is one of outside."""
        t = super().expr(node, env)
        if self.places.traced and isinstance(t, Array) and not t.outside and isinstance(node, VIEWING):
            c = self.calls.get(node)
            parts = c.args.values() if isinstance(c, RuleCall) and c.views else children(node)
            if any(getattr(self.types.get(p), 'outside', False) for p in parts if isinstance(p, gast.AST)):
                t = self.types[node] = replace(t, outside=True)
        return t

    def default_value(self, function, n, value):
        """What a parameter gets that is not given."""
        if isinstance(function, Known) and is_changeable(value):
            key, build = of_default(function.value, n)
            if key in self.places.by_key:
                return gast.Attribute(name(self.places.name_in(self.source)), self.places.by_key[key].text, gast.Load())
            if self.leads_to_written(self.heap.describe(value, ('outside', n))):
                self.places.add(key, build)
        return Ours(n, value)

    def attribute_of_known(self, node, owner):
        """The type of an attribute of a module, a class or a function; of `method.__self__`."""
        if owner == SLICE and node.attr in ('start', 'stop', 'step'):
            return Anything()
        if node.attr == '__self__' and is_changeable(owner.value.__self__):
            found = self.of_owner(node.value, owner.value.__self__)
        else:
            found = of_attribute(owner.value, node.attr, self.places.by_key)
        read = lambda: self.program.attribute(self, owner, node)
        if found:
            return self.held_at(node, *found, read)
        t = read()
        if self.leads_to_written(t):
            self.refuse(f'srcad does not follow a change of .{node.attr} of this: keep it in a variable of the module', node)
        return t

    def of_owner(self, node, owner):
        """The place of the object to which a method belongs that outside has a name."""

        given = next((p for p, t in self.program.entry.types.items() if is_method_of(t, owner)), None)

        def build():
            if given is not None:
                return f'{given}_owner', gast.Attribute(name(given), '__self__', gast.Load()), lambda: owner
            held = self.types.get(getattr(node, 'value', None), NONE)
            attribute = node.attr if isinstance(node, gast.Attribute) else None
            if not isinstance(held, Known) or attribute and of_attribute(held.value, attribute, self.places.by_key) is None:
                self.refuse('srcad does not follow what this method changes: hand in its object, and call it here', node)
            if isinstance(node, gast.Name) and node.id in self.locals | set(self.params):
                self.refuse(f'srcad does not follow what {node.id} changes: call the method of its object here', node)
            if isinstance(node, gast.Name):
                text, tree, _ = of_variable(self.source, node.id)[1]()
            else:
                text, tree, _ = of_attribute(held.value, node.attr, self.places.by_key)[1]()
            return f'{text}_owner', gast.Attribute(tree, '__self__', gast.Load()), lambda: owner

        return ('owner', id(owner)), build

    def call_of_bound(self, f, node, env):
        """A call of a method of an object of outside that has a name of its own: `push = items.append`."""
        if not is_changeable(getattr(f, '__self__', None)):
            return None
        me = gast.copy_location(gast.Attribute(node.func, '__self__', gast.Load()), node)
        method = gast.Attribute(me, f.__name__, gast.Load())
        return self.rewritten(node, gast.Call(method, node.args, node.keywords), env)

    def runs_elsewhere(self, t, node):
        super().runs_elsewhere(t, node)
        if isinstance(t, Local) and self.places.by_key:
            read = free_names(t.node)
            place = any(of_variable(self.source, n)[0] in self.places.by_key for n in read)
            if place or any(uses(self.source.meaning(n), self.places.by_key) for n in read):
                what = f'{t.node.name} reads or sets outside, where it is called from here'
                self.refuse(f'srcad cannot follow what {what}: write the loop', node)
        for kind in self.heap.kinds_of(t) if isinstance(t, Ref) else ():
            self.runs_elsewhere(kind.local if issubclass(kind, Closure) else Known(value=function_of(kind)), node)
        if isinstance(t, Known) and uses(t.value, self.places.by_key):
            what = f'{name_of(t.value)} reads or sets outside, where it is called from here'
            self.refuse(f'srcad cannot follow what {what}: write the loop', node)

    def attribute_of_class(self, node, owner):
        """The type of what an object has from its class, if that may change; None for a constant, or for its own."""
        kinds = sorted(self.heap.kinds_of(owner), key=label)
        own = any(node.attr in self.heap.fields[s] for s in owner.sites)
        own = own or any(self.sets_in_init(cls, node.attr) for cls in kinds)  # before its fields are known, too
        for cls in kinds:
            key, build = of_attribute(cls, node.attr, self.places.by_key)
            value = inspect.getattr_static(meant(cls), node.attr, None)
            if key not in self.places.by_key and not is_changeable(value) or own and self.always_sets(cls, node.attr):
                continue
            path = 'outside', node.attr, cls.__name__
            if not own and len(kinds) == 1:
                return self.held_at(node, key, build, lambda: self.heap.describe(value, path))
            t = self.heap.describe(value, path)
            if key in self.places.by_key or self.leads_to_written(t):
                self.refuse(
                    f'.{node.attr} is of an object and of its class in turn, or of several classes: set it in __init__',
                    node,
                )
        return None

    def always_sets(self, cls, attr):
        """Whether every object of a class has an attribute of its own, before anything may read that of the class."""
        if is_field(cls, attr):
            return True
        me, body = self.init_of(cls)
        for s in body:
            if any(reads_attribute(n, attr, me) for n in walk(s)):
                return False
            if isinstance(s, gast.Assign) and any(is_own(t, attr, me) for t in s.targets):
                return True
        return False

    def sets_in_init(self, cls, attr):
        """Whether the `__init__` of a class gives an object an attribute of its own, on some way."""
        if is_field(cls, attr):
            return True
        me, body = self.init_of(cls)
        return any(is_own(n, attr, me) and isinstance(n.ctx, gast.Store) for s in body for n in walk(s))

    def init_of(self, cls):
        """What the `__init__` of a class calls the object, and its statements."""
        init = inspect.getattr_static(cls, '__init__')
        if not inspect.isfunction(init) or is_made(init) or self.program.user_function(init) is None:
            return None, []
        tree = self.program.parsed(init)
        return arguments(tree)[0].id, tree.body

    def store_outside(self, target, owner, t):
        """`module.x = v`, `Class.x = v`, and what was `global x; x = v`."""
        found = of_attribute(owner.value, target.attr, self.places.by_key)
        if found is None:
            self.refuse(
                'srcad does not know what sets attributes of this: use an object of a class of your own', target
            )
        self.happens_once(target, owner.value)
        if isinstance(owner.value, type):
            self.sets_plainly(target, owner.value, t)
        key, build = found
        if key not in self.places.by_key:
            return self.places.add(key, build)
        self.moved[target] = self.places.by_key[key]
        self.put(self.run_object(), self.moved[target].text, t, target)
        self.types[target] = t

    def happens_once(self, target, owner):
        """Refuse what belongs to a class of a function that may run twice: each time it makes a class of its own."""
        for source in self.program.sources.values():
            mine = [made.cls for made in source.inner.values()]
            if any(owner is cls for cls in mine) or mine and owner is source.captured.get('all'):
                again = any(i.source is source for i in self.program.instances.values())
                if again or source is not self.program.entry.source:
                    self.refuse(
                        f'srcad does not follow the class {mine[0].__name__} of a function that is called: '
                        'define it at the top of the file',
                        target,
                    )

    def sets_plainly(self, target, cls, t):
        """Refuse an attribute of a class that is more than a value."""
        attr, home = target.attr, home_of(cls, target.attr, self.places.by_key)
        found = vars(home).get(attr)
        if home is not cls:
            self.refuse(f'{cls.__name__} has {attr} from {home.__name__}: write {home.__name__}.{attr}', target)
        if type(cls).__setattr__ is not type.__setattr__ or getattr(type(cls), attr, found) is not found:
            what = f'{type(cls).__name__} does when this attribute is set'
            self.refuse(f'srcad does not follow what {what}: use an object', target)
        function = isinstance(t, Local) or isinstance(t, Known) and callable(t.value)
        kinds = self.heap.kinds_of(t) if isinstance(t, Ref) else ()
        function |= any(issubclass(k, (FunctionValue, BoundMethod, Closure)) for k in kinds)
        if function or hasattr(type(found), '__get__'):
            self.refuse(
                'srcad does not differentiate a class whose methods change: use an object that holds the function',
                target,
            )


# Expressions whose value may be a part of what they are made of
VIEWING = (gast.Subscript, gast.Attribute, gast.Call, gast.IfExp, gast.BoolOp, gast.NamedExpr, gast.Starred)
