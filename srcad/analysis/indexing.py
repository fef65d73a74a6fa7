"""Items, rows and parts: the types of what stands in brackets behind a value."""

from dataclasses import replace

import gast

from srcad.analysis.of_constants import grid_of
from srcad.analysis.randoms import is_int
from srcad.analysis.results import known_value
from srcad.analysis.types import (
    BOTTOM,
    SLICE,
    UNKNOWN,
    Anything,
    Array,
    Bottom,
    Dim,
    Known,
    ListOf,
    Number,
    TupleOf,
    broadcast,
    computes_itself,
    join,
    with_active,
)

class Indexing:
    """The part of `Inference` for subscripts."""

    def item(self, owner, node):
        """The type of `owner[...]`."""
        index = node.slice.elts if isinstance(node.slice, gast.Tuple) else [node.slice]
        types = [indices(self.types[e], e) for e in index]
        if isinstance(owner, Bottom):
            return BOTTOM
        of_slices = all(isinstance(e, gast.Slice) for e in index) and (len(index) > 1 or index == [node.slice])
        if isinstance(owner, Known) and of_slices:
            bounds = [b for e in index for b in (e.lower, e.upper, e.step) if b is not None]
            found = grid_of(owner.value, len(index), [self.types[b] for b in bounds], self.fresh(node))
            if found is not None:
                return found
        self.tells_lists(owner, node)
        if isinstance(owner, (TupleOf, ListOf)):
            self.note_index(node)
        if isinstance(owner, TupleOf):
            k = known_value(types[0])
            if isinstance(k, int) and -len(owner.items) <= k < len(owner.items):
                return owner.items[k]
            return join_all(owner.items, node) if isinstance(types[0], Number) else Anything(owner.active)
        if isinstance(owner, ListOf):
            if isinstance(types[0], Known):
                return replace(owner, length=None)
            self.of_one_kind(owner.item, node)
            return self.any_item(owner.item, node) if owner.item is not None else BOTTOM
        if isinstance(owner, Array) and isinstance(node.ctx, gast.Load) and any(isinstance(t, Bottom) for t in types):
            return BOTTOM  # of a place that is not known yet
        without = isinstance(owner, Number) and owner.dtype or isinstance(owner, Array) and owner.dims == ()
        only_new = all(is_new_axis(e) or is_ellipsis(e) for e in index)
        if owner.active and without and only_new and (isinstance(owner, Number) or any(map(is_new_axis, index))):
            return self.pend(node, 'axes')
        if isinstance(owner, Array):
            if len(index) == 1 and isinstance(types[0], TupleOf) and types[0].items and all(map(is_basic, types[0].items)):
                types = types[0].items
                index = [node.slice] * len(types)
            return with_active(self.indexed(owner, index, types, node), owner.active)
        if computes_itself(owner):
            return UNKNOWN
        bounds = [self.types.get(b) for e in index if isinstance(e, gast.Slice) for b in (e.lower, e.upper, e.step)]
        if not owner.active and any(t is not None and t.active for t in types + bounds):
            self.refuse('srcad does not know what this gives for a value that carries a derivative', node)
        if isinstance(owner, Anything) or not owner.active:
            return Anything(owner.active)
        self.refuse('srcad does not know how to index this value: make an array or a list of it', node)

    def note_index(self, node):
        """Note an index of a list that may be a slice, as far as is known."""
        t = self.types[node.slice]
        if isinstance(t, Known) and t.value is slice and not isinstance(node.slice, gast.Slice):
            self.refuse('srcad follows slices of lists that are written in brackets: xs[i:j]', node)
        if isinstance(t, Anything):
            self.unsure_indices.add(node)

    def of_one_kind(self, t, node):
        """Refuse an item that is a list in one case and a number in another."""
        if self.heap is None and t is not None and t.active and getattr(t, 'listed', False):
            self.only_by_reference('this is a list in one case and a number in another: use two names', node)

    def any_item(self, t, node):
        """One item of a list: its sizes are its own."""
        if isinstance(t, Array):
            return replace(
                t,
                dims=tuple(d if d == 1 else Dim((node, k), 0, getattr(d, 'many', True)) for k, d in enumerate(t.dims)),
            )
        if isinstance(t, TupleOf):
            return replace(t, items=tuple(self.any_item_in(i, node, k) for k, i in enumerate(t.items)))
        return t

    def any_item_in(self, t, node, k):
        if isinstance(t, Array):
            return replace(
                t,
                dims=tuple(
                    d if d == 1 else Dim((node, k, j), 0, getattr(d, 'many', True)) for j, d in enumerate(t.dims)
                ),
            )
        return t

    def indexed(self, owner, index, types, node):
        if any(isinstance(t, ListOf) and t.fixed for t in types):
            return self.by_tuple(owner, types, node)
        types = list(map(as_mask, types))
        dims, out, advanced, first = list(owner.dims), [], [], None
        used = sum(1 for e, t in zip(index, types) if not is_new_axis(e) and not is_ellipsis(e))
        used += sum(len(t.dims) - 1 for t in types if isinstance(t, Array) and t.kind == 'bool')
        if used > len(dims):
            self.refuse(f'{used} subscripts for an array of {len(dims)} axes', node)
        arrays = any(isinstance(t, (Array, ListOf)) for t in types)
        for e, t in zip(index, types):
            if is_new_axis(e):
                out.append(1)
            elif is_ellipsis(e):
                for _ in range(len(dims) - max(0, used)):
                    out.append(dims.pop(0))
            elif isinstance(e, gast.Slice):
                out.append(self.sliced(dims.pop(0), e))
                used -= 1
            elif t == SLICE:
                dims.pop(0)
                out.append(Dim((node, 'slice', len(out))))
                used -= 1
            elif isinstance(t, Number) and t.kind in ('int', 'bool'):
                dims.pop(0)
                used -= 1
                if arrays:
                    advanced.append(())
            elif isinstance(t, (Array, ListOf)):
                first = len(out) if first is None else first
                if isinstance(t, Array) and t.kind == 'bool':
                    for _ in t.dims:
                        dims.pop(0)
                    used -= len(t.dims)
                    advanced.append((Dim((node, 'mask')),))
                elif isinstance(t, Array):
                    dims.pop(0)
                    used -= 1
                    advanced.append(t.dims)
                else:
                    return Anything()
            else:
                return Anything()
        if advanced:
            if first is None:
                return Anything()
            laid = ()
            for a in advanced:
                laid = broadcast(laid, a, lambda k: Dim((node, 'index', k)))
            places = [k for k, t in enumerate(types) if isinstance(t, (Array, ListOf, Number))]
            side_by_side = places[-1] - places[0] == len(places) - 1
            first = first if side_by_side else 0  # NumPy lays them first where something stands between them
            out[first:first] = laid
        out += dims
        if out or any(map(is_ellipsis, index)):  # with `...` a view, also of one element
            return Array(dims=tuple(out), dtype=owner.dtype, given=owner.given)
        return Number(kind=owner.kind, dtype=owner.dtype, given=owner.given)

    def by_tuple(self, owner, types, node):
        """`A[tuple(index)]`, who knows of how many axes."""
        return Anything()

    def sliced(self, d, s):
        bounds = [None if e is None else known_value(self.types[e]) for e in (s.lower, s.upper, s.step)]
        low, high, step = bounds
        if ... in bounds:
            return Dim((self.statement, d, text_of(s)))
        if isinstance(d, int):
            return len(range(d)[slice(low, high, step)])
        if step in (None, 1) and (low is None or low >= 0) and (high is None or high < 0):
            return d.minus((low or 0) - (high or 0)) if low or high else d
        if low is None and high is None and step == -1:
            return d
        return Dim((d, low, high, step))


def indices(t, node):
    """A list of ints as a subscript is an array of ints; a tuple has an index for each axis, who knows how many."""
    if isinstance(t, ListOf) and not t.fixed and isinstance(t.item, Number) and t.item.kind in ('int', 'bool'):
        return Array(
            dims=(t.length if t.length is not None else Dim((node, 'list')),),
            dtype='int64' if t.item.kind == 'int' else 'bool',
        )
    return t


def as_mask(t):
    """To an array one truth is a mask without axes: its part has a new axis of length 1, or 0."""
    if isinstance(t, Number) and t.kind == 'int' and t.whole:
        return Anything()  # a truth or a place, as only the run knows
    one = isinstance(t, Number) and t.kind == 'bool' or isinstance(t, Known) and isinstance(t.value, bool)
    return Array(dims=(), dtype='bool') if one else t


def is_place(t):
    """Whether an index of this type is surely a whole number, and no truth."""
    return isinstance(t, Number) and t.kind == 'int' and not t.whole


def is_basic(t):
    """Whether an index of this type leaves an axis whole, in part, or takes a place of it."""
    return is_int(t) or t == SLICE


def is_new_axis(e):
    return isinstance(e, gast.Constant) and e.value is None or isinstance(e, gast.Attribute) and e.attr == 'newaxis'


def is_ellipsis(e):
    return isinstance(e, gast.Constant) and e.value is ...


def text_of(node):
    return gast.dump(node)


def join_all(types, node):
    t = BOTTOM
    for k, i in enumerate(types):
        t = join(t, i, (node, k))
    return t
