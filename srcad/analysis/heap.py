"""What lists, dicts and objects of a program may hold: one type for each field of all that is made at one place.

Flow does not matter here, and types only grow; so that what one function stores is known where another reads it.
"""

import functools
import inspect
from collections import deque
from dataclasses import replace
from types import BuiltinFunctionType, FunctionType, MethodType

import numpy as np

from srcad.analysis.at_hand import ITEM, KEY, AtHand, BoundMethod
from srcad.analysis.described import of_class
from srcad.analysis.inits import is_set_at_once
from srcad.analysis.item_places import Places
from srcad.analysis.types import (
    BOOL,
    BOTTOM,
    FLOAT,
    NONE,
    Anything,
    Array,
    Bottom,
    Dim,
    Either,
    Known,
    METHOD,
    Number,
    Ref,
    Text,
    TupleOf,
    enum_of,
    is_alike,
    is_named_tuple,
    is_text,
    join,
    kind_of_value,
    with_active,
)
from srcad.analysis.unknown import has_operators
from srcad.by_memory import is_changeable
from srcad.tree import walk

SEQUENCES = (list, deque, tuple)
FUNCTIONS = (FunctionType, BuiltinFunctionType, np.ufunc)


class FunctionValue:
    """The kind of a function that is one of several; `value` is the function."""


def path_of(site):
    """How what is given is reached; a path with an item in it stands for all the items."""
    return site[0] if isinstance(site[0], tuple) else site


def label(kind):
    """What a kind is told by, and sorted by."""
    return f'{kind.__module__}.{kind.__qualname__}'


def may_be_written(t):
    """Whether a value is, or has in it, an array that carries a derivative if one is written into it."""
    if isinstance(t, TupleOf):
        return any(map(may_be_written, t.items))
    if isinstance(t, Either):
        return any(may_be_written(i) for _, i in t.kinds)
    return isinstance(t, Array) and t.kind in ('float', 'complex') or isinstance(t, Anything) and t.array


def holds_others(types, tree):
    """Whether an expression reads a list or an object, of which a copy keeps the very arrays that may change."""
    return any(isinstance(types.get(n), (Ref, Either)) for n in walk(tree))


class Heap(AtHand, Places):
    def __init__(self):
        self.kinds, self.fields, self.changed, self.first = {}, {}, False, None
        self.arrays_written = self.arrays_active = self.unclear_active = False
        self.containers_written = self.arrays_compared = False
        self.unclear_changed = False  # whether something is changed that is a container, or no container
        self.real_or_complex = False  # whether a place holds real arrays, and complex ones at other times
        self.functions = {}  # those that are values, by module and name, of which there may be several
        self.touched = set()  # the sites of what is changed
        self.poured = set()  # the sites of dicts that are filled with what another holds
        self.rows, self.loosened = {}, set()  # the lengths of lists with items of several kinds; those that change it
        self.stored, self.describing = set(), False  # the fields that the program gives values
        self.lists_only = True  # whether what is described stands in lists and tuples alone, whose numbers are floats
        self.known, self.held = {}, {}  # containers of outside: id -> reference, site -> those that are there
        self.dicts = {}  # of objects, and of themselves: id -> whose they are
        self.around = {}  # what of an argument is being described: id -> reference
        self.methods = {}  # the kinds of methods that are values, by their functions
        self.given_methods = False  # whether an argument holds methods of its own
        self.written_outside = {}  # those of them that the program writes, by id
        self.has_outside_arrays, self.marks = False, False
        self.active = {}  # what is_active has found, until a field changes

    def reset(self):
        """Forget all but the arguments."""
        self.fields = {site: dict(fields) for site, fields in self.first[1].items()}
        self.kinds = dict(self.first[0])
        self.active.clear()
        self.arrays_written = self.arrays_active = self.unclear_active = False
        self.containers_written = self.arrays_compared = False
        self.touched, self.stored, self.poured = set(), set(), set()
        self.known, self.held = {}, {}

    def remember(self):
        self.first = dict(self.kinds), {site: dict(fields) for site, fields in self.fields.items()}

    # Containers

    def make(self, kind, site):
        site = site, kind
        self.kinds[site] = kind
        self.fields.setdefault(site, {})
        return self.ref({site})

    def ref(self, sites, maybe=False):
        sites = frozenset(sites)
        return Ref(self.is_active(sites), sites, maybe)

    def is_active(self, sites):
        """Whether something that is reached from there carries a derivative, or may since some array does."""
        key = frozenset(sites), self.arrays_active
        if key not in self.active:
            held = [t for site in self.reachable(Ref(sites=key[0])) for t in self.fields.get(site, {}).values()]
            self.active[key] = any(t.active for t in held) or self.arrays_active and any(map(may_be_written, held))
        return self.active[key]

    def reachable(self, t):
        """The sites of a reference, and of all that is in it."""
        seen, todo = set(), list(t.sites)
        while todo:
            site = todo.pop()
            if site not in seen:
                seen.add(site)
                todo += [s for i in self.fields.get(site, {}).values() for r in references(i) for s in r.sites]
        return frozenset(seen)

    def reached(self, t):
        """The types of all that a value of this type may be, or may hold."""
        seen, todo = set(), [t]
        while todo:
            t = todo.pop()
            yield t
            if isinstance(t, TupleOf):
                todo += t.items
            elif isinstance(t, Either):
                todo += [i for _, i in t.kinds]
            elif isinstance(t, Anything) and t.sites:
                todo.append(Ref(sites=t.sites))
            elif isinstance(t, Ref):
                todo += [i for site in t.sites - seen for i in self.fields[site].values()]
                seen |= t.sites

    def kinds_of(self, t):
        return {self.kinds[s] for s in t.sites}

    def is_list(self, t):
        return isinstance(t, Ref) and bool(t.sites) and all(self.kinds[s] in SEQUENCES for s in t.sites)

    def is_class_of_program(self, kind):
        """Whether a kind is a class with attributes, and no container."""
        return not issubclass(kind, (list, tuple, deque, dict, set))

    def is_tuple(self, t):
        """Whether a value is a tuple of any length."""
        return isinstance(t, Ref) and self.kinds_of(t) == {tuple}

    def is_limited(self, t):
        """Whether a deque may be of limited length."""
        return any('limited' in self.fields[s] for s in t.sites)

    def is_dict(self, t):
        return isinstance(t, Ref) and bool(t.sites) and all(issubclass(self.kinds[s], dict) for s in t.sites)

    def has_all_keys(self, t):
        """Whether a dict surely has all keys that are known of it."""
        return len(t.sites) == 1 and not t.sites & (self.touched | self.poured) and ITEM not in path_of(*t.sites)

    def was_there(self, t):
        """Whether a value may be one that was there before this run: it is given, or of outside."""
        return any(path_of(s)[0] in ('argument', 'outside') for s in t.sites)

    def is_of_outside(self, t):
        return any(path_of(s)[0] == 'outside' for s in t.sites)

    def is_object(self, t):
        kinds = self.kinds_of(t) if isinstance(t, Ref) else ()
        return bool(kinds) and not any(issubclass(k, (list, tuple, deque, dict, set)) for k in kinds)

    # Fields

    def store(self, t, key, value):
        for site in t.sites:
            if not self.describing and (site, key) not in self.stored:
                self.stored.add((site, key))
                self.changed = True
            old = self.fields[site].get(key)
            new = (
                self.join(old, self.general(value, (site, key)), (site, key))
                if old is not None
                else self.general(value, (site, key))
            )
            if new != old:
                self.fields[site][key] = new
                self.active.clear()
                self.changed = True

    def is_steady(self, t, key):
        """Whether a field is one of one object that is given, and stays what it is: so do the sizes of its array."""
        if len(t.sites) != 1:
            return False
        (site,) = t.sites
        path = path_of(site)
        given = path[0] == 'argument' or path[0] == 'outside' and len(self.held.get(site, ())) == 1
        return given and ITEM not in path and not {(site, key), (site, 'other')} & self.stored

    def load(self, t, *keys):
        """The type of a field; of the first of the keys that is known."""
        out = BOTTOM
        for site in sorted(t.sites, key=repr):
            fields = self.fields[site]
            found = next((fields[k] for k in keys if k in fields), None)
            if inspect.isclass(self.kinds[site]) and isinstance(keys[0], str) and not self.is_set(site, keys[0]):
                found = self.join(found, of_class(self.kinds[site], keys[0]), keys[0])
            if found is not None:
                out = self.join(out, self.current(found), keys[0])
        return out

    def is_set(self, site, name):
        """Whether an object surely has an attribute of its own: its class may have one of that name, too."""
        given = self.first[1].get(site, {}) if self.first else {}
        return name in given and ITEM not in path_of(site) or is_set_at_once(self.kinds[site], name)

    def current(self, t):
        """A type as it is known now: a container carries a derivative as soon as something in it does, any array as
        soon as one is written into some array."""
        if isinstance(t, Ref):
            return self.ref(t.sites, t.maybe)
        if isinstance(t, TupleOf):
            return replace(t, items=tuple(map(self.current, t.items)))
        if isinstance(t, Either):
            parts = [self.current(part) for _, part in t.kinds]
            same = not any(isinstance(part, Either) for part in parts)
            return t.map(self.current) if same else functools.reduce(lambda a, b: self.either(a, b, 'current'), parts)
        if isinstance(t, Anything) and t.sites and not t.active and self.is_active(t.sites):  # told apart from now on
            return Either(kinds=(('number', FLOAT), ('reference', self.ref(t.sites))))
        return with_active(t, True) if self.arrays_active and may_be_written(t) else t

    def general(self, t, where):
        """The type of what is stored, without what holds for this one value only."""
        if isinstance(t, Array):
            return replace(
                t,
                dims=tuple(1 if d == 1 else Dim((where, k), 0, getattr(d, 'many', True)) for k, d in enumerate(t.dims)),
            )
        if isinstance(t, Number):
            return replace(t, size=None)
        if isinstance(t, TupleOf):
            return replace(t, items=tuple(self.general(i, (where, k)) for k, i in enumerate(t.items)))
        return t.map(lambda i: self.general(i, where)) if isinstance(t, Either) else t

    def join(self, a, b, name):
        """As `join` of types, where None beside another type is that type or None."""
        if a is None or isinstance(a, Bottom) or a == b:
            return replace(b, sites=a.sites | b.sites) if isinstance(a, Anything) and a == b else b
        if b is None or isinstance(b, Bottom):
            return a
        if isinstance(a, Either) or isinstance(b, Either):
            return self.either(a, b, name)
        if enum_of(a) is not None and enum_of(a) is enum_of(b) or METHOD in (a, b):
            return join(a, b, name)
        if NONE not in (a, b) and any(isinstance(t, (Number, Array)) and t.maybe for t in (a, b)):
            value = self.join(*(replace(t, maybe=False) if hasattr(t, 'maybe') else t for t in (a, b)), name)
            if hasattr(value, 'maybe'):
                return replace(value, maybe=True)
            return self.either(value, NONE, name) if value.active else value
        for one, other in ((a, b), (b, a)):
            if one == NONE and isinstance(other, (Number, Array, Ref)):
                return replace(other, maybe=True)
            function = isinstance(other, Known) and isinstance(other.value, (*FUNCTIONS, type))
            if one == NONE and function and not is_changeable(getattr(other.value, '__self__', None)):
                return replace(self.one_of_several(other, other), maybe=True)
            if isinstance(one, Anything) and not one.active and isinstance(other, Known):
                return one
            if (
                isinstance(one, Number)
                and not one.active
                and (isinstance(other, Array) and other.dims or getattr(other, 'array', False))
            ):
                return Anything(other.active, array=True, loose=True)
        if isinstance(a, Ref) and isinstance(b, Ref):
            return self.ref(a.sites | b.sites, a.maybe or b.maybe)
        if is_named_tuple(a) or is_named_tuple(b):
            if not is_alike(a, b):
                return self.either(a, b, name) if kind_of_value(a) != kind_of_value(b) else Anything(True)
        if is_alike(a, b):
            return TupleOf(
                items=tuple(self.join(x, y, (name, k)) for k, (x, y) in enumerate(zip(a.items, b.items))), of=a.of
            )
        a, b = self.of_any_length(a, b, name), self.of_any_length(b, a, name)
        if isinstance(a, Ref) and isinstance(b, Ref):
            return self.ref(a.sites | b.sites, a.maybe or b.maybe)
        a, b = self.one_of_several(a, b), self.one_of_several(b, a)
        if isinstance(a, Ref) and isinstance(b, Ref):
            return self.ref(a.sites | b.sites, a.maybe or b.maybe)
        if all(t == BOOL or isinstance(t, Known) and isinstance(t.value, bool) for t in (a, b)):
            return BOOL
        if isinstance(a, Known) and isinstance(b, Known) and not (is_text(a) and is_text(b)):
            return Anything()
        for one, other in ((a, b), (b, a)):
            if is_text(one) and isinstance(other, (Ref, TupleOf)):  # a tree of tuples, with names as its leaves
                return self.either(a, b, name)
            told = getattr(one, 'told', False)
            if (told or is_text(one)) and (is_number(other) and not other.active or told and is_text(other)):
                return Anything(told=True)
            if told and is_number(other):
                return self.either(a, b, name)
        joined = join(a, b, name)
        if isinstance(joined, Array) and {a.kind, b.kind} == {'float', 'complex'}:
            self.real_or_complex = True
        changes = any(isinstance(t, Ref) and t.sites for t in (a, b)) and any(isinstance(t, Array) for t in (a, b))
        changes |= any(kind_of_value(t) == 'flat' or self.may_be_changed(t) or self.calculates(t) for t in (a, b))
        several = isinstance(joined, Anything) and not joined.array and (joined.active or changes)
        held = frozenset().union(*(t.sites for t in (a, b) if isinstance(t, (Ref, Anything))))
        if isinstance(joined, Anything) and held:
            joined = replace(joined, listed=True, sites=held)
        return self.either(a, b, name) if several else joined

    def may_be_changed(self, t):
        """Whether a value is, or leads to, a container that the program may change, not knowing it from other things, or
        one of outside that it changes."""
        sites = {s for r in self.reached(t) if isinstance(r, Ref) for s in r.sites}
        return bool(sites) and self.unclear_changed or any(k in self.written_outside for s in sites for k in self.held.get(s, ()))

    def calculates(self, t):
        """Whether a value is an object whose class says itself what operations give: a number calculates in another way."""
        return isinstance(t, Ref) and any(has_operators(kind) for kind in self.kinds_of(t))

    def is_written_outside(self, t):
        """Whether something of outside is, or leads to, what the program writes."""
        return isinstance(t, Ref) and any(k in self.written_outside for s in self.reachable(t) for k in self.held.get(s, ()))

    def changes_unclear(self):
        """What may be a container or something else is changed: from now on containers are told from what is none.

        Not in arguments, whose types are known once: False if there are such.
        """
        self.unclear_changed = True
        return not any(getattr(t, 'listed', False) for fields in self.first[1].values() for t in fields.values())

    def either(self, a, b, name):
        """A type of several kinds; anything at all, if a test cannot tell them."""
        kinds = {}
        for t in (a, b):
            found = [p for _, p in t.kinds] if isinstance(t, Either) else parts_of(t)
            for part in [p for f in found for p in ((FLOAT, Text()) if getattr(f, 'told', False) else (f,))]:
                k = kind_of_value(part)
                different = k in kinds and kinds[k] != part
                kinds[k] = self.join(kinds[k], part, (name, k)) if different else part
        others = kinds.get('other')
        if isinstance(others, Ref) or isinstance(others, TupleOf) and self.may_be_list(kinds.get('reference')):
            listed = self.of_any_length(kinds.pop('other'), others, name)
            kinds['reference'] = self.join(kinds.get('reference'), listed, (name, 'reference'))
        if getattr(kinds.get('array'), 'loose', False):
            kinds['array'] = replace(kinds['array'], loose=False)
            kinds.setdefault('number', FLOAT)  # what carries no derivative may be one
        if any(isinstance(t, Either) or isinstance(t, Anything) and t.active and not t.array for t in kinds.values()):
            return Anything(True)
        return Either(kinds=tuple(sorted(kinds.items()))) if len(kinds) > 1 else next(iter(kinds.values()))

    def may_be_list(self, t):
        """Whether one of the things that a reference may mean is a list, or a tuple of any length."""
        return isinstance(t, Ref) and any(self.is_list(self.ref(frozenset({s}))) for s in t.sites)

    def of_any_length(self, t, other, name):
        """A tuple, where it is one of several lengths, or a list instead."""
        if not isinstance(t, TupleOf) or not (isinstance(other, TupleOf) or self.is_list(other)):
            return t
        made = self.make(tuple, ('tuple', str(name) if isinstance(name, str) else ''))
        for i in t.items:
            self.store(made, ITEM, i)
        return self.ref(made.sites)

    def one_of_several(self, t, other):
        """A known function, where it is one of several."""
        if not (isinstance(t, Known) and callable(t.value)):
            return t
        if not isinstance(other, Ref) and not (isinstance(other, Known) and callable(other.value)):
            return t
        f = t.value
        module, text = getattr(f, '__module__', ''), getattr(f, '__qualname__', type(f).__name__)
        alike = self.functions.setdefault((module, text), [])
        k = next((k for k, g in enumerate(alike) if g is f or isinstance(f, MethodType) and g == f), len(alike))
        alike += [f] if k == len(alike) else []
        site = 'function', module, f'{text} {k + 1}' if k else text
        if site not in self.kinds:
            self.kinds[site] = type(
                site[2], (FunctionValue,), {'value': staticmethod(f), '__module__': site[1], '__qualname__': site[2]}
            )
            self.fields.setdefault(site, {})
        return Ref(False, frozenset({site}))


def parts_of(t):
    """The types of which each has one kind."""
    if isinstance(t, Known) and isinstance(t.value, bool):
        return [BOOL]
    return [replace(t, maybe=False), NONE] if getattr(t, 'maybe', False) else [t]


def references(t):
    """The references that a value of this type may be or hold itself."""
    if isinstance(t, TupleOf):
        return [r for i in t.items for r in references(i)]
    if isinstance(t, Either):
        return [r for _, i in t.kinds for r in references(i)]
    return [t] if isinstance(t, Ref) else []


def is_number(t):
    return isinstance(t, Number)


__all__ = ['BoundMethod', 'FLOAT', 'Heap', 'ITEM', 'KEY', 'SEQUENCES', 'is_number']
