"""The types of parts of containers, and of arrays by indices of every kind."""

from collections import Counter, defaultdict
from dataclasses import replace

import gast

from srcad.analysis.heap import ITEM
from srcad.analysis.holders import held_in
from srcad.analysis.indexing import is_ellipsis, is_new_axis, is_place
from srcad.analysis.marks import CONTAINERS, field_of
from srcad.analysis.results import known_value
from srcad.analysis.types import (
    BOTTOM,
    INT,
    SLICE,
    Anything,
    Array,
    Bottom,
    Either,
    Known,
    ListOf,
    Number,
    Ref,
    TupleOf,
    dims_of,
    is_surely_array,
    is_text,
)
from srcad.holding import is_of_holder
from srcad.tree import Ours, call


class Subscripts:
    """The part of `References` for subscripts."""

    def _Subscript(self, node, env):
        owner = self.expr(node.value, env)
        self.literally(node.slice, env)
        if self.points_in(node.slice):
            return BOTTOM
        self.no_object(owner, node.slice)
        if self.heap.is_object(owner) if isinstance(owner, Ref) else False:
            found = self.methods(owner, '__getitem__')
            if not found and all(self.lacks(kind, '__getitem__') for kind in self.heap.kinds_of(owner)):
                return BOTTOM  # Python raises TypeError
            if len(found) == 1 and is_of_holder(found[0]):
                return self.rewritten(node, gast.Subscript(held_in(node.value), node.slice, gast.Load()), env)
            if has_slice(node.slice):
                getitem = gast.copy_location(gast.Attribute(node.value, '__getitem__', gast.Load()), node)
                return self.rewritten(node, gast.Call(getitem, [with_slices(node.slice)], []), env)
            return self.method_call(node, found, [node.value, node.slice], env)
        owner = self.types[node.value] = self.with_items(owner)
        own = filter(self.heap.is_class_of_program, self.heap.kinds_of(owner) if isinstance(owner, Ref) else ())
        if self.is_in_turn(owner) and any(hasattr(kind, '__getitem__') for kind in own):
            self.in_turn.append(node)  # unless a test tells which, before the types are final
        listed = isinstance(owner, TupleOf) or isinstance(owner, Ref) and self.heap.is_list(owner)
        if listed and self.types[node.slice] == SLICE and isinstance(node.slice, gast.Name):
            bounds = [gast.Attribute(node.slice, word, gast.Load()) for word in ('start', 'stop', 'step')]
            return self.rewritten(node, gast.Subscript(node.value, gast.Slice(*bounds), gast.Load()), env)
        return self.item(owner, node)

    def with_items(self, owner):
        """What the owner of a subscript may be: of the others Python raises TypeError."""
        if not self.is_in_turn(owner):
            return owner
        sites = {s for s in owner.sites if hasattr(self.heap.kinds[s], '__getitem__')}
        return self.heap.ref(sites, owner.maybe) if sites else BOTTOM

    def no_object(self, owner, index):
        """Refuse an object as a place, which Python asks for a number: it may say another one later."""
        if isinstance(owner, Ref) and not self.heap.is_list(owner):
            return
        for e in getattr(index, 'elts', [index]):
            for part in (e.lower, e.upper, e.step) if isinstance(e, gast.Slice) else (e,):
                if self.has_method(self.types.get(part), '__index__'):
                    self.refuse('srcad does not index by an object: let a method of it give the number', part)

    def index_lists(self, owner, node):
        """A list in the index of an array is an array there; `spell_out` makes one of it."""
        if isinstance(owner, (Array, Anything)):
            for e in node.slice.elts if isinstance(node.slice, gast.Tuple) else [node.slice]:
                t = self.types[e]
                if self.heap.is_list(t):
                    self.types[e] = replace(self.as_known_to_rules(t), fixed=tuple in self.heap.kinds_of(t))
                elif isinstance(self.types[e], TupleOf) and any(isinstance(i, Ref) for i in self.types[e].items):
                    self.refuse('srcad wants the lists of an index in its brackets: A[rows, columns]', node)

    def by_tuple(self, owner, types, node):
        """A view, or a number if the tuple has a place for each axis; slices leave each axis."""
        if not owner.active or len(types) > 1:
            return Anything()
        if types[0].item == SLICE:
            return self.any_item(owner, node)
        number = Number(True, owner.kind, dtype=owner.dtype)
        return Either(kinds=(('array', Anything(True, array=True)), ('number', number)))

    def never_fits(self, owner, index):
        """Whether Python raises for such an index, or nothing is known of it yet: a text for a list or an array, a place
        for a number."""
        text = is_text(index)
        if isinstance(owner, Number):
            places = isinstance(index, Number) and not (owner.dtype and index.kind == 'bool')
            return text or places or isinstance(index, (Bottom, Ref))
        of_numbers = isinstance(owner, Anything) and owner.active and owner.array
        return text and (of_numbers or isinstance(owner, (Array, TupleOf)) or self.heap.is_list(owner))

    def has_places(self, node):
        """Whether a subscript has a place or a slice, for which Python raises where there are no axes."""
        index = getattr(node.slice, 'elts', [node.slice])
        return any(isinstance(e, gast.Slice) or is_place(self.types[e]) for e in index)

    def item(self, owner, node):
        if isinstance(self.types[node.slice], Ref) and self.types[node.slice].maybe and not self.heap.is_dict(owner):
            self.refuse('srcad does not follow an index that may be None: ask before whether it is', node)
        if isinstance(owner, Array) and owner.dtype.startswith('void') and is_text(self.types[node.slice]):
            self.refuse('srcad does not follow arrays with fields: use an array for each field', node)
        if self.never_fits(owner, self.types[node.slice]) or dims_of(owner) == () and self.has_places(node):
            return BOTTOM
        if isinstance(owner, Ref):
            if self.heap.is_dict(owner):
                t, field = self.load_key(owner, node.slice), field_of(node.slice)
                if field == 'other' or not self.heap.is_steady(owner, field):  # one item, and then another
                    t = self.fresh_sizes(t, node)
                kinds = self.heap.kinds_of(owner)
                if len(kinds) > 1 and kinds & {Counter, defaultdict}:
                    self.refuse('srcad does not tell apart what a missing key does here: use dicts of one kind', node)
                if kinds == {Counter}:
                    return self.join(t, INT, node)
                return self.default_item(owner, t, node) if kinds == {defaultdict} else t
            self.note_index(node)
            if isinstance(node.slice, gast.Slice) and self.heap.kinds_of(owner) == {list, tuple}:
                return self.by_class(node.value, node, lambda kind, part: self.filled(kind, node, [self.heap.load(part, ITEM)]))
            if isinstance(node.slice, gast.Slice):
                if not self.heap.is_list(owner) and not any(map(self.heap.is_class_of_program, self.heap.kinds_of(owner))):
                    self.refuse('srcad takes slices of lists and tuples: use an if for each kind', node)
                self.no_deques([owner], node)
                return self.filled(self.kind_like([owner]), node, [self.heap.load(owner, ITEM)])
            place = self.place_of(node)
            t = self.heap.load(owner, ITEM) if place is None else self.heap.load_at(owner, place)
            return self.fresh_sizes(t, node)
        if isinstance(owner, TupleOf) and isinstance(node.slice, gast.Slice):
            written = [node.slice.lower, node.slice.upper, node.slice.step]
            bounds = [None if e is None else known_value(self.types[e]) for e in written]
            if not all(b is None and e is None or type(b) is int for b, e in zip(bounds, written)):
                return self.filled(tuple, node, owner.items)
            return TupleOf(items=owner.items[slice(*bounds)])
        if isinstance(owner, TupleOf) and not isinstance(known_value(self.types[node.slice]), int):
            self.note_index(node)
            return self.item_of(owner, node)
        self.index_lists(owner, node)
        if isinstance(owner, Anything) and owner.active and owner.array:
            return self.part_of_unknown_axes(node)
        return super().item(owner, node)

    def part_of_unknown_axes(self, node):
        index = getattr(node.slice, 'elts', [node.slice])
        keeps = lambda e: isinstance(e, gast.Slice) or is_ellipsis(e) or is_new_axis(e)
        places = [self.types[e] for e in index if not keeps(e)]
        part, arrays = Anything(True, array=True), [t for t in places if is_index_array(t)]
        if not all(is_place(t) or t in arrays for t in places):
            return Anything(True)
        if arrays:
            return part
        return Either(kinds=(('array', part), ('number', Number(True)))) if places else part

    def default_item(self, owner, t, node):
        for site in owner.sites:
            made = self.heap.fields[site].get('default')
            if made is not None:
                if not isinstance(made, Known) or made.value not in (*CONTAINERS, float, int):
                    if not getattr(node, 'is_there', False):
                        self.on_demand[node] = made
                    continue
                if isinstance(made, Known):
                    made = (
                        self.heap.make(made.value, (self.site(node), 'default'))
                        if made.value in CONTAINERS
                        else Number(kind='float' if made.value is float else 'int')
                    )
                    self.put(owner, 'other', made, node)
                    self.put(owner, ITEM, made, node)
                    self.note_key(owner, node.slice, node)
                t = self.join(t, made, node)
        return t


def is_index_array(t):
    """Whether an index surely takes elements one by one: an array, or a list, of places or truths."""
    if isinstance(t, ListOf):
        return not t.fixed and isinstance(t.item, Number) and not t.item.active
    return is_surely_array(t) and not t.active


def has_slice(index):
    return any(isinstance(e, gast.Slice) for e in (index, *getattr(index, 'elts', ())))


def with_slices(index):
    """An index as it is handed to `__getitem__` and `__setitem__`: `slice(a, b, None)` for `a:b`."""
    if isinstance(index, gast.Tuple):
        return gast.copy_location(gast.Tuple([with_slices(e) for e in index.elts], gast.Load()), index)
    if not isinstance(index, gast.Slice):
        return index
    bounds = [gast.Constant(None, None) if e is None else e for e in (index.lower, index.upper, index.step)]
    return gast.copy_location(call(Ours('slice', slice), *bounds), index)
