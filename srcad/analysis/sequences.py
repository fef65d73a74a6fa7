"""The types of what is made of lists, tuples, deques and dicts by operators: sums, multiples, joined ones."""

import itertools
from collections import Counter, deque

import gast
import numpy as np

from srcad.analysis.heap import ITEM
from srcad.analysis.marks import as_site
from srcad.analysis.sets import SIFTING
from srcad.analysis.types import Anything, Array, Bottom, ListOf, Number, Ref, TupleOf, is_surely_array
from srcad.library import extended, merged
from srcad.lower.evaluation import is_in
from srcad.lower.held import POOLED
from srcad.tree import Ours, call


class Sequences:
    """The part of `Containers` for operators."""

    def picked(self, f, args, node):
        """Tuples of any length, of numbers."""
        items = args[0] if args and is_in(f, POOLED) and f is not itertools.product else None
        if not isinstance(items, ListOf) or not isinstance(items.item, Number) or items.active:
            return None
        one = self.heap.make(tuple, (*as_site(self.site(node)), 'picked'))
        self.heap.store(one, ITEM, items.item)
        return ListOf(item=self.heap.ref(one.sites))

    def holds_references(self, t):
        items = t.items if isinstance(t, TupleOf) else [self.heap.load(t, ITEM)] if self.heap.is_list(t) else []
        return any(isinstance(i, (Ref, Bottom)) for i in items)

    def sequence_type(self, op, types, node):
        """`xs + ys`, `xs * n` of lists and tuples."""
        if all(isinstance(t, TupleOf) for t in types) and op == 'Add':
            return TupleOf(items=types[0].items + types[1].items)
        lists = [t for t in types if self.heap.is_list(t)]
        listed = lists + [t for t in types if isinstance(t, TupleOf)]
        has_axes = lambda t: bool(t.dims) if isinstance(t, Array) else is_surely_array(t)
        if len(listed) == 1 and any(map(has_axes, types)):
            return self.with_array(node, types[0] is listed[0])
        if any(isinstance(t, (Array, Anything)) for t in types) and any(t.active for t in types):
            self.refuse('srcad does not calculate with an array and a list: make an array of the list', node)
        if op == 'BitOr' and all(self.heap.is_dict(t) and Counter not in self.heap.kinds_of(t) for t in types):
            self.surely_there(types, node)
            return self.dicts_joined(*map(self.heap.kinds_of, types), node)
        if op == 'BitOr' and all(self.is_set(t) for t in types):
            return self.set_of(node, self.joined([node.left, node.right], node), self.env)
        if op in SIFTING and all(self.is_set(t) for t in types) and self.holds_objects(types[0]):
            return self.sifted(node, node.left, node.right, SIFTING[op])
        if (
            op == 'Mult'
            and lists
            and any(isinstance(t, Number) and (t.kind not in ('int', 'bool') and not t.whole or t.dtype) for t in types)
        ):
            self.refuse('srcad does not multiply a list by this: make an array of it', node)
        if op == 'Add' and len(lists) == 2 and all(self.heap.kinds_of(t) == {deque} for t in lists):
            self.surely_there(lists, node)
            return self.rewritten(node, call(Ours('extended', extended), node.left, node.right), self.env)
        for t, operand in zip(types, [node.left, node.right] if isinstance(node, gast.BinOp) else ()):
            if self.heap.is_list(t) and self.heap.kinds_of(t) == {list, tuple}:
                self.surely_there([t], node)
                part = lambda kind, one: self.sequence_type(op, [one if i is t else i for i in types], node)
                return self.by_class(operand, node, part)
        if op == 'Mult' and len(lists) == 1 or op == 'Add' and len(lists) == 2:
            self.no_deques(lists, node)
            return self.filled(self.kind_like(lists), node, [self.heap.load(t, ITEM) for t in lists])
        if op == 'Add' and all(isinstance(t, TupleOf) or self.heap.is_tuple(t) for t in types):
            return self.filled(tuple, node, [self.item_of(t, node) for t in types])
        if op == 'Mult' and any(isinstance(t, TupleOf) for t in types):
            times = next((t.size for t in types if isinstance(t, Number)), None)
            t = next(t for t in types if isinstance(t, TupleOf))
            if isinstance(times, int):
                return TupleOf(items=t.items * times)
        if any(t.active for t in types):
            self.refuse(
                'srcad cannot differentiate this operation of lists, tuples or objects: '
                'write it for the items, in a loop',
                node,
            )
        return Anything()

    def surely_there(self, types, node):
        if any(t.maybe for t in types):
            self.refuse('srcad does not follow this of what may be None: ask before whether it is', node)

    def dicts_joined(self, kinds, others, node):
        if kinds == {dict} != others:
            self.refuse('srcad does not follow which kind of dict this is: copy one, and update it', node)
        if kinds == {dict}:
            return self.rewritten(node, gast.Dict([None, None], [node.left, node.right]), self.env)
        return self.rewritten(node, call(Ours('merged', merged), node.left, node.right), self.env)

    def with_array(self, node, first):
        """`a * [1.0, 2.0]` of an array: with an array of the list."""
        items = node.left if first else node.right
        func = gast.Attribute(Ours('np', np), 'array', gast.Load())
        array = gast.copy_location(gast.Call(func, [items], []), items)
        pair = (array, node.right) if first else (node.left, array)
        return self.rewritten(node, gast.BinOp(pair[0], node.op, pair[1]), self.env)

    def kind_like(self, types):
        """The kind of what is made of parts of lists, or of tuples of any length."""
        return tuple if all(map(self.heap.is_tuple, types)) else list

    def no_deques(self, types, node):
        if any(deque in self.heap.kinds_of(t) for t in types):
            self.refuse('srcad does not follow this of a deque: extend or copy it, or make a list of it', node)
