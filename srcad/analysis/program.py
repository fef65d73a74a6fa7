"""The functions that one gradient needs: each once for each signature."""

import functools
import inspect
import types as pytypes
from dataclasses import replace

import gast
import numpy as np

from srcad import subset
from srcad.analysis.calls import hashable, is_of_numbers
from srcad.analysis.constants import have_one_name
from srcad.analysis.described import describe, of_class
from srcad.analysis.infer import Inference
from srcad.analysis.parameters import Parameters
from srcad.analysis.references import References
from srcad.analysis.types import (
    BOTTOM,
    Anything,
    Array,
    Dim,
    Known,
    ListOf,
    Local,
    Number,
    Struct,
    Text,
    TupleOf,
    is_complex,
    is_text,
)
from srcad.analysis.marks import MUTATING
from srcad.by_memory import LIBRARIES, is_of_library
from srcad.library import IN_PYTHON
from srcad.parse import parse
from srcad.lower import lowered
from srcad.lower.names import MISSING, Means, runs_program
from srcad.lower.pieces import refuse_pieces
from srcad.lower.quiet import is_guarded
from srcad.standins import STANDINS, WITH_MORE
from srcad.shadows import names_inside
from srcad.unreached import surely_run
from srcad.tree import FUNCTIONS, Ours, arguments, base_name, clone, stored_names, transform, walk


GROWING = 8  # signatures of a function that calls itself, from which on its arguments are taken to grow


class Instance:
    """One function for one signature: what is known of it before its gradient is written."""

    def __init__(self, name, source, tree, params, types, captured, statics, module):
        self.name, self.source, self.tree = name, source, tree
        self.params, self.types, self.captured, self.statics = params, types, captured, statics
        self.module = module  # the globals that its names mean
        self.inference, self.result = None, BOTTOM
        self.writes = self.unseen = self.within = frozenset()  # parameters: arrays, what unknown calls or writes may change
        self.round, self.running, self.recursive = 0, False, False
        self.given = {}  # parameter -> the name of what it held at the start
        self.guarded = False  # called where failures are caught
        self.may_stop = False  # its text, or that of what it calls, stops a run that comes to an unreached line
        self.outside = None  # the name of the object that holds what is written outside, if it gets that
        self.shared = ()  # parameters that may be given memory of one array, a tuple for each array

    @property
    def active(self):
        """The parameters whose adjoints it hands back."""
        return [p for p in self.params if self.types[p].active]


class Program(Parameters):
    """All instances behind one entry, in the order in which they are first called."""

    def __init__(self, heap=None, places=None):
        self.instances, self.sources, self.attributes, self.places = {}, {}, [], places
        self.round, self.changed, self.heap = 0, False, heap
        self.inference = Inference if heap is None else References
        self.final = self.waits = False  # whether types are those of all there is; whether something waits for that
        self.incomplete = True  # whether objects are made of which it is not known yet what they hold
        self.made_up = {}  # (site, attribute) that a `__getattr__` answers -> where that is asked
        self.kinds = {}  # of functions that are values
        self.missing = []  # names that nobody defines, each with the module that might
        self.attempts = {}  # (function, what is caught, whether it gives a value) -> what hands that on beside the value
        self.hand_on = set()  # the names of those
        self.dispatched = {}  # functions that `functools.singledispatch` chooses from -> the name of the whole
        self.used_up = set()  # the places of generators with `finally` that run to their end
        self.run_over = []  # objects of which an iterator is asked for later than Python does: where, and their types
        self.entry = None
        self.suspects_complex = False
        self.has_complex = False  # a program without complex numbers is written as if there were none

    def all(self):
        """Every instance, the entry first."""
        return list(dict.fromkeys([self.entry, *self.instances.values()]))

    @property
    def catches(self):
        """Whether something that fails may be caught."""
        return any(is_guarded(i.tree.body) for i in self.all())

    @property
    def catches_misfits(self):
        """Whether a TypeError may be caught, which a call with other arguments than the function takes is."""
        found = [(i, n) for i in self.all() for n in walk(i.tree) if isinstance(n, (gast.ExceptHandler, gast.With))]
        caught = [(i, e) for i, n in found for t in [getattr(n, 'type', None)] for e in getattr(t, 'elts', [t])]
        return any(e is None or may_be_misfit(e, i.source) for i, e in caught)

    def settle(self, entry):
        """Infer until nothing changes: recursive calls use what the round before found."""
        while True:
            self.round += 1
            self.changed = False
            if self.heap is not None:  # what it is given may have come to hold what carries a derivative
                entry.types = {p: self.heap.current(t) for p, t in entry.types.items()}
            self.infer(entry)
            if self.heap is not None:
                self.places.confirm()
                self.changed, self.heap.changed = self.changed or self.heap.changed, False
            if not self.changed:
                return

    def infer(self, instance):
        if instance.round == self.round or instance.running:
            instance.recursive = instance.recursive or instance.running
            return
        instance.round, instance.running = self.round, True
        before = instance.result, instance.writes, instance.unseen
        inference = self.inference(self, instance.source, instance.tree, dict(instance.types), instance.statics)
        instance.inference = instance.inference or inference
        inference.instance = instance
        for first, *others in instance.shared:
            for p in others:
                inference.groups.union(first, p)
        inference.run()
        instance.inference, instance.result, instance.running = inference, inference.result, False
        roots = {inference.storage(n) for n in inference.written}
        instance.writes = frozenset(
            p
            for p in instance.params
            if inference.storage(p) in roots
            and isinstance(instance.types[p], (Array, Anything))
            and not inference.copies_first(p)
        )
        instance.within = frozenset(p for p in instance.params if inference.storage(p) in roots)
        unseen = {inference.storage(n) for n in inference.unseen}
        instance.unseen = frozenset(p for p in instance.params if inference.storage(p) in unseen)
        for node, names in inference.opaque:
            for n in names:
                if inference.groups.find(n) in inference.active_groups():
                    inference.refuse(
                        f'srcad cannot see what this call does to {n}, which carries a derivative: give it a copy', node
                    )
        if self.heap is None:
            have_one_name(instance)
        for p in instance.params:
            holds = not isinstance(instance.types[p], (Array, Anything, Number, Known, Local))
            if holds and inference.storage(p) in roots and instance is not self.entry:
                message = f'{instance.name} writes into arrays of its argument {p}: give it the arrays, each by itself'
                inference.only_by_reference(message, instance.tree)
            lists = {inference.storage(n) for n in inference.listed - inference.holders_of(p)} if holds else ()
            if inference.storage(p) in lists and not is_of_numbers(instance.types[p]):
                message = f'{instance.name} changes its argument {p}, a list: return a new list instead'
                inference.only_by_reference(message, instance.tree)
            t = instance.types[p]
            if p in instance.unseen and isinstance(t, Struct) and not is_of_library(t.cls):
                inference.only_by_reference(f'srcad follows what changes in {p} by reference', instance.tree)
        if instance.recursive and before != (instance.result, instance.writes, instance.unseen):
            self.changed = True

    def meets_complex(self):
        """Note that a complex number takes part somewhere; True when that is first seen."""
        found = [i.inference for i in self.all() if i is not None and i.inference is not None]
        before = self.has_complex
        self.has_complex = (
            before
            or self.suspects_complex
            or any(is_complex(t) for inference in found for t in inference.types.values())
        )
        return self.has_complex and not before

    # What names mean

    def outside_name(self, inference, node):
        """The type of a name that the function does not define."""
        if inference.source.meaning(node.id, MISSING) is MISSING and not self.surely_asked(inference, node):
            self.missing.append((inference.source.function.__globals__, node.id))
            return BOTTOM  # Python raises NameError, if it comes here
        value = self.lookup(inference, node)
        return Number() if type(value) in (float, np.float64) else self.describe(value, ('outside', node.id))

    def surely_asked(self, inference, node):
        """Whether a run comes to a name for certain, as far as that is seen: then it is wrong, and no more."""
        own = names_inside(inference.source.tree) | {*inference.source.function.__code__.co_freevars}
        for s in [b for t in walk(inference.tree) if isinstance(t, gast.Try) for b in t.body]:
            if any(n is node for n in walk(s)) and not called_first(node.id, s):
                return True
        always = [s for s in inference.tree.body if not isinstance(s, gast.Try)]
        return node.id in own or any(n is node for s in always for n in surely_run(s))

    def describe(self, value, path):
        """The type of a value of outside."""
        return describe(value, path) if self.heap is None else self.heap.describe(value, path)

    def lookup(self, inference, node):
        source = inference.source
        value = source.meaning(node.id, MISSING)
        if value is not MISSING:
            return value
        if node.id in source.function.__code__.co_freevars:
            inference.refuse(f'{node.id} has no value here', node)
        inference.refuse(f"name '{node.id}' is not defined", node)

    def attribute(self, inference, owner, node):
        """The type of an attribute of a module, class or other known object."""
        if runs_program(owner.value, node.attr):
            refuse = inference.only_by_reference if self.heap is None else inference.refuse
            refuse(f'srcad does not follow what reading .{node.attr} of this runs: call a method', node)
        try:
            value = getattr(owner.value, node.attr)
            if getattr(owner.value, '__name__', '').split('.')[0] not in LIBRARIES:
                self.attributes.append((owner.value, node.attr, value))
        except AttributeError:
            inference.refuse(f'{getattr(owner.value, "__name__", owner.value)!s} has no attribute {node.attr!r}', node)
        return self.describe(value, ('outside', node.attr, id(owner.value)))

    def changes_objects(self, cls):
        """Whether the program may change objects of a class after they are made, as far as its text tells."""
        own = {k for site, kind in self.heap.kinds.items() if kind is cls for k in self.heap.fields[site]}
        changing = [s.tree for f, s in self.sources.items() if f.__name__ not in ('__init__', '__new__', '__post_init__')]
        changed = [n for tree in changing for n in walk(tree) if changes_parts(n)]
        return bool(own & {m.attr for n in changed for m in walk(n) if isinstance(m, gast.Attribute)})

    def of_class(self, cls, name):
        """The type of an attribute that an object has from its class, or None."""
        t = of_class(cls, name)
        if t is not None:
            self.attributes.append((cls, name, getattr(cls, name)))
        return t

    def user_function(self, f):
        """The function that a call of `f` runs, if its source is to be differentiated."""
        f = getattr(f, 'py_func', f)
        f = f.__wrapped__ if isinstance(f, functools._lru_cache_wrapper) else f  # what it computes, without the cache
        f = getattr(f, '__wrapped__', f) if is_ours(f) else f
        if hashable(f) and self.heap is not None:
            f = IN_PYTHON.get(f, f)
        return Known(value=f) if isinstance(f, pytypes.FunctionType) and not is_of_library(f) else None

    def stand_in(self, f, more=False):
        """A function in Python for one of a library that has no row, or one that knows less."""
        if not hashable(f):
            return None
        found = more and WITH_MORE.get(f) or STANDINS.get(f)
        return Known(value=found) if found is not None else None

    def user_method(self, owner, name):
        f = inspect.getattr_static(owner.cls, name, None)
        self.attributes.append((owner.cls, name, getattr(owner.cls, name, None)))
        f = getattr(f, 'function', f) if is_ours(f) else f
        return Known(value=f) if isinstance(f, pytypes.FunctionType) and not is_of_library(f) else None

    # Calls

    def source(self, function):
        if function not in self.sources:
            source = parse(function)
            subset.check(source, lambda: self.lowered(source))
            self.check_pieces(source)
            self.sources[function] = source
        return self.sources[function]

    def lowered(self, source):
        """The tree of a function in the simpler language; the methods of classes in it are functions of the program."""
        tree = lowered(source, self.heap is not None, self.places.managers if self.places is not None else {})
        for made in source.inner.values():
            self.sources.update(made.sources)
        return tree

    def check_pieces(self, source):
        if self.heap is None and any(isinstance(n, gast.GeneratorExp) for n in walk(source.tree)):
            tree = lowered(source)
            refuse_pieces(tree, Means(tree, source))

    def parsed(self, function):
        """The tree of a function of the program, as it was written."""
        return clone(self.source(function).tree) if function in self.sources else clone(parse(function).tree)

    def definition(self, function, inference):
        """The source and tree of a known or a local function."""
        if isinstance(function, Local):
            return function.source or inference.source, function.node
        source = self.source(function.value)
        return source, source.tree

    def instance(self, function, types, inference, env, shared=()):
        """The instance of a function for these argument types, inferred as far as it goes.

        `shared` are the parameters that may be given memory of one array, a tuple for each array.
        """
        source, tree = self.definition(function, inference)
        captured, statics = [], {}
        if isinstance(function, Local):
            captured, statics = self.captures(tree, env)
            captured = [n for n in captured if self.places is None or n != self.places.name_in(source)]
            clash = set(captured) & stored_names(tree)
            if clash:
                inference.refuse(f'{min(clash)} is a name of {tree.name} and of a function it calls: rename one', tree)
        outside, before = None, [env[n] for n in captured]
        if self.places is not None and self.places.by_key:
            outside = self.places.name_in(source)
            captured, before = [outside, *captured], [inference.run_object(), *before]
        params = [*captured, *(a.id for a in arguments(tree))]
        types = before + list(types)
        which = tree if isinstance(function, Local) else function.value
        same = [i for key, i in self.instances.items() if key[0] is which]
        if len(same) >= GROWING and any(i.running for i in same):
            types = [self.of_any_size(t, p) for p, t in zip(params, types)]
        types = canonical(params, types)
        meant = tuple((n, meaning_of(statics[n])) for n in sorted(statics))
        key = (which, tuple(types), meant, shared)
        if key not in self.instances:
            self.instances[key] = Instance(
                self.dispatched.get(getattr(function, 'value', None), tree.name),
                source,
                # an inner function is lowered with its outer one
                self.with_library(clone(tree), statics) if isinstance(function, Local) else self.lowered(source),
                params,
                dict(zip(params, types)),
                captured,
                statics,
                source.function,
            )
            self.instances[key].outside, self.instances[key].shared = outside, shared
        self.infer(self.instances[key])
        return self.instances[key]

    def of_any_size(self, t, p):
        """The type of what may grow from call to call: of a text, or of a tuple of texts and numbers, any."""
        if is_text(t):
            return Text()
        if self.heap is not None and isinstance(t, TupleOf) and t.of is tuple and t.items and not t.active:
            return self.heap.of_any_length(t, t, p)
        return t

    def with_library(self, tree, statics):
        """An inner function with functions as what they are: the names are those of another function.

        A function of the program keeps its name where it is called: it has a text under it.
        """
        known = {n: t.value for n, t in statics.items() if isinstance(t, Known)}
        mine = {n for n, f in known.items() if self.user_function(f) is not None}
        called = {n.func for n in walk(tree) if isinstance(n, gast.Call) and getattr(n.func, 'id', None) in mine}
        tree.body = [with_meanings(s, known, called) for s in tree.body] if known else tree.body
        return tree

    def kind_of_closure(self, site, local, cls):
        """The kind of the objects that a function becomes at one place."""
        if site not in self.kinds:
            text = f'{local.node.name}_{len(self.kinds)}'
            self.kinds[site] = type(text, (cls,), {'__module__': 'closures', '__qualname__': text})
        self.kinds[site].local = local
        return self.kinds[site]

    def number_of(self, instance):
        """Which of its function's instances this is: what each of the first makes is told apart."""
        same = [i for i in self.instances.values() if i.source is instance.source and i.tree.name == instance.tree.name]
        return min(same.index(instance), 4) if instance in same else 0

    def function_of(self, instance):
        """The function that an instance comes from; None of a function in another, and of a generator."""
        found = next((key[0] for key, i in self.instances.items() if i is instance), None)
        return found if isinstance(found, pytypes.FunctionType) and not inspect.isgeneratorfunction(found) else None

    def result(self, instance, inference, call, node):
        """The type of a call's value, in the caller's sizes."""
        back = {}
        for p, a in zip(instance.params, call.args):
            pair_sizes(instance.types[p], inference.types[a], back)
        return renamed(instance.result, lambda d: back.get(d, Dim((node, d))) if isinstance(d, Dim) else d)

    def note(self, inference, node):
        """A list is changed in a way that is seen by nothing else."""
        inference.refuse(
            'srcad differentiates append() of a list, and no other change of it here: make a new list', node
        )


def called_first(text, s):
    """Whether a statement calls what a name leads to, and nothing before: all that it does in a `try` is to fail."""
    plain = not isinstance(s, gast.Assign) or all(isinstance(t, gast.Name) for t in s.targets)
    roots = [base_name(n.func) or getattr(n.func, 'id', None) for n in walk(s) if isinstance(n, gast.Call)]
    return isinstance(s, (gast.Assign, gast.Return, gast.Expr)) and plain and bool(roots) and set(roots) == {text}


def canonical(params, types):
    """The types of arguments with sizes named after the parameters, equal ones alike."""
    seen = {}

    def size(d, where):
        if d is None or d == 1 and isinstance(d, int):
            return d
        return seen.setdefault(d, Dim(where, 0, not isinstance(d, Dim) or d.many and d.less == 0))

    def visit(t, where):
        if isinstance(t, Array):
            return replace(t, dims=tuple(size(d, (where, k)) for k, d in enumerate(t.dims)))
        if isinstance(t, Number) and t.kind == 'float':
            return replace(t, dtype=None if t.dtype == 'float64' else t.dtype)
        if isinstance(t, Number) and t.kind == 'int':
            known = seen.get(t.size) if isinstance(t.size, Dim) and t.size in seen else Dim((where,))
            return replace(t, dtype=None if t.dtype == 'int64' else t.dtype, size=known)
        if isinstance(t, TupleOf):
            return replace(t, items=tuple(visit(i, (where, k)) for k, i in enumerate(t.items)))
        if isinstance(t, ListOf):
            return replace(t, item=visit(t.item, (where, 'item')) if t.item is not None else None, length=None)
        return t

    return [visit(t, ('given', p)) for p, t in zip(params, types)]  # of the name there may be others later


def renamed(t, f):
    """A type with its sizes mapped by `f`."""
    if isinstance(t, Array):
        return replace(t, dims=tuple(map(f, t.dims)))
    if isinstance(t, Number):
        return replace(t, size=f(t.size)) if t.size is not None else t
    if isinstance(t, TupleOf):
        return replace(t, items=tuple(renamed(i, f) for i in t.items))
    if isinstance(t, ListOf):
        return replace(t, item=renamed(t.item, f) if t.item is not None else None, length=None)
    return t


def pair_sizes(callee, caller, out):
    if isinstance(callee, Array) and isinstance(caller, Array):
        out.update({d: e for d, e in zip(callee.dims, caller.dims) if isinstance(d, Dim)})
    elif isinstance(callee, Number) and isinstance(caller, Number) and isinstance(callee.size, Dim):
        if caller.size is not None:
            out.setdefault(callee.size, caller.size)
    elif isinstance(callee, TupleOf) and isinstance(caller, TupleOf):
        for a, b in zip(callee.items, caller.items):
            pair_sizes(a, b, out)


def meaning_of(t):
    """What tells one function, or class, that a name stands for from another."""
    return t.node if isinstance(t, Local) else id(t.value)


def with_meanings(tree, known, but=()):
    """A tree in which names mean what they are known to mean, but where a function in it has one of its own."""

    def ours(m):
        if isinstance(m, FUNCTIONS):
            own = stored_names(m) if isinstance(m, gast.FunctionDef) else {a.id for a in arguments(m)}
            inner = {n: f for n, f in known.items() if n not in own}
            return transform(m, lambda n: None if n is m else with_meanings(n, inner, but)) if inner != known else None
        named = isinstance(m, gast.Name) and isinstance(m.ctx, gast.Load) and m.id in known and m not in but
        if not named:
            return None
        text = known[m.id].__name__
        return gast.copy_location(Ours(text if text.isidentifier() else m.id, known[m.id]), m)

    return transform(tree, ours)


def may_be_misfit(node, source):
    """Whether a handler of this class catches a TypeError, as far as is known."""
    cls = node.value_of if isinstance(node, Ours) else source.meaning(node.id) if isinstance(node, gast.Name) else None
    return not isinstance(cls, type) or issubclass(TypeError, cls)


def changes_parts(n):
    """Whether a node is a place that is written to, or a method that changes its owner."""
    if isinstance(n, (gast.Attribute, gast.Subscript)):
        return not isinstance(n.ctx, gast.Load)
    return isinstance(n, gast.Call) and isinstance(n.func, gast.Attribute) and n.func.attr in MUTATING


def is_ours(f):
    """Whether a value is of a class of srcad; a class may have anything as its `__module__`, as Cython's functions do."""
    return str(type(f).__module__).startswith('srcad.')
