"""Where the adjoint of a part of an array or a list goes."""

import gast

from srcad.algebra import factor
from srcad.analysis.call_kinds import UserCall
from srcad.analysis.indexing import is_place
from srcad.analysis.results import known_value
from srcad.analysis.subscripts import is_index_array
from srcad.analysis.types import BASIC, Anything, Array, Fields, Known, ListOf, Number, TupleOf, dims_of
from srcad.reverse.receive import Gain, as_argument
from srcad.shapes import subscript
from srcad.tree import assign, call, constant, name, tuple_of

TRUE, FALSE = Known(value=True), Known(value=False)


class Places:
    """The part of `Pullback` for parts of arrays and lists."""

    def is_gathered(self, node):
        while isinstance(node, gast.Subscript):
            if self.inference.may_gather(node):
                return True
            node = node.value
        return False

    def path(self, node):
        """The base name of a chain of views and the chain as a tree over a placeholder; None if it is no such chain."""
        if isinstance(node, gast.Name):
            return (node.id, name(node.id)) if node.id in self.locals and node.id not in self.bound else None
        if isinstance(node, gast.Subscript) and not self.inference.may_gather(node):
            if isinstance(self.types[node.value], (ListOf, TupleOf)) and isinstance(node.slice, gast.Slice):
                return None
            inner = self.path(node.value)
            return inner and (inner[0], subscript(inner[1], self.tree(node.slice)))
        if isinstance(node, gast.Attribute) and isinstance(self.types.get(node.value), Fields):
            inner = self.path(node.value)
            return inner and (inner[0], gast.Attribute(inner[1], node.attr, gast.Load()))
        if isinstance(node, gast.Attribute) and isinstance(self.types.get(node.value), TupleOf):
            inner = self.path(node.value)
            return inner and (
                inner[0],
                subscript(inner[1], constant(self.types[node.value].of._fields.index(node.attr))),
            )
        if (
            isinstance(node, gast.Attribute)
            and node.attr in ('T', 'real', 'imag')
            and isinstance(self.types[node.value], Array)
        ):
            inner = self.path(node.value)
            return inner and (inner[0], gast.Attribute(inner[1], node.attr, gast.Load()))
        return None

    def push_part(self, node, b):
        """The adjoint of `x[...]` goes to that part of the adjoint of x."""
        t = self.types[node.value]
        if isinstance(t, Array) and not t.dims:
            return self.push(node.value, b)
        owner = self.path(node.value)
        gather = self.inference.may_gather(node)
        b = self.with_all_axes(b, node) if gather else b
        if isinstance(t, TupleOf) and isinstance(node.slice, gast.Slice) and self.inference.heap is None:
            self.inference.only_by_reference('srcad follows slices of tuples by reference', node)
        if isinstance(t, (ListOf, TupleOf)) and isinstance(self.types[node], (ListOf,)):
            self.inference.refuse('srcad does not differentiate slices of lists here: make an array of the list', node)
        sure = self.is_basic(node) or self.takes_elements(node)
        if isinstance(t, Anything) and not (t.array and self.inference.heap is not None and sure):
            self.inference.refuse(
                'srcad does not know the axes of this array, and cannot differentiate its parts: '
                'use reshape, or take all of it',
                node,
            )
        if owner is None and isinstance(t, TupleOf) and isinstance(self.calls.get(node.value), UserCall):
            return self.push_one_of(node, b, t)
        if owner is None:
            items = t.items if isinstance(t, TupleOf) else [t.item] if isinstance(t, ListOf) else ()
            if not all(isinstance(i, Number) for i in items):
                self.inference.refuse(
                    'srcad does not differentiate an item of this: give what it is an item of a name first', node
                )
            w = self.witness(node.value, True)
            temporary = self.temporary('b' + self.noun(node.value))
            index, of = self.tree(node.slice), self.types.get(node.slice)
            if isinstance(t, (ListOf, TupleOf)) and (of in (TRUE, FALSE) or getattr(of, 'kind', '') == 'bool'):
                index = call('int', index)  # for an array it would be a mask
            self.out.append(assign(temporary, self.like('np.zeros_like', t, w)))
            self.out.append(
                self.added(
                    subscript(name(temporary), index), b, gather and self.may_meet_twice(node), name(temporary), index
                )
            )
            self.push(node.value, factor(name(temporary), dims_of(t)))
            return
        base, chain = owner
        index = self.tree(node.slice)
        scatter = (chain, as_argument(index)) if gather and self.may_meet_twice(node) else None
        self.gain(Gain(base, b, self.base_type(node), subscript(chain, index), scatter, self.types[node]))

    def with_all_axes(self, b, node):
        """`b` with as many axes as the value of `node`: `np.add.at` takes fewer for other values (NumPy 2.4)."""
        want, have = dims_of(self.types[node]), b.dims
        if not have or want is not None and len(have) >= len(want):
            return b
        if want is None:
            return self.full(b, node)
        lacking = [constant(None)] * (len(want) - len(have))
        index = lacking[0] if len(lacking) == 1 else tuple_of(lacking)
        return factor(subscript(b.tree(), index), (1,) * len(lacking) + tuple(have))

    def push_one_of(self, node, b, t):
        """One item of the tuple that a call gives."""
        k = known_value(self.types[node.slice])
        if type(k) is not int or not -len(t.items) <= k < len(t.items):
            self.inference.refuse('srcad cannot take this apart: give it a name first', node)
        bs = [None] * len(t.items)
        bs[k] = self.full(b, node)  # the adjoint of what is called takes it whole
        self.push_call(node.value, bs)

    def base_type(self, node):
        while not isinstance(node, gast.Name):
            node = node.value
        return self.types[node]

    def added(self, place, b, scatter, array=None, index=None):
        if scatter:
            return gast.Expr(call('np.add.at', array, as_argument(index), b.tree()))
        return gast.AugAssign(place, gast.Add(), b.tree())

    def is_basic(self, node):
        """Whether an index surely has slices and places only: the part is a view, or a number."""
        types = self.inference.index_types(node)
        known = [t for t in types if isinstance(t, Known) and any(t.value is v for v in (slice, None, ...))]
        places = [t for t in types if is_place(t) or t in (None, BASIC)]
        return len(known) + len(places) == len(types)

    def takes_elements(self, node):
        """Whether an index surely takes elements one by one: the part is a new array."""
        known = lambda t: t in (None, BASIC) or is_place(t) or isinstance(t, Known) or is_index_array(t)
        types = self.inference.index_types(node)
        return all(map(known, types)) and any(t not in (None, BASIC) and is_index_array(t) for t in types)

    def may_meet_twice(self, node):
        """Whether an index array may name one place twice; masks do not."""
        return any(
            isinstance(t, (Anything, Array, ListOf, TupleOf)) and getattr(t, 'kind', '') != 'bool'
            for t in self.inference.index_types(node)
        )
