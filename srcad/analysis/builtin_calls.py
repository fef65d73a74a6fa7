"""Builtins whose results depend on more than a row of the table says."""

import builtins
import itertools
from dataclasses import replace
from types import ModuleType

import gast
import numpy as np

from srcad.analysis.call_kinds import STARRED, PlainCall, RuleCall
from srcad.analysis.types import (
    BOOL,
    BOTTOM,
    INT,
    NONE,
    SLICE,
    Anything,
    Array,
    Bottom,
    Either,
    Fields,
    Known,
    ListOf,
    Number,
    Struct,
    TupleOf,
    is_surely_array,
    is_text,
    join,
    kind_of_value,
    with_active,
)
from srcad.analysis.unknown import name_of
from srcad.by_memory import LIBRARIES
from srcad.rules.table import RULES

# What a number of a kind may be, where several are joined: integers are among floats, NumPy's among Python's
TRUTHS, INTS, FLOATS = [bool, np.bool_], [int, np.int64, np.int32], [float, np.float64, np.float32]
CLASSES = {
    'bool': TRUTHS, 'int': TRUTHS + INTS, 'float': TRUTHS + INTS + FLOATS,
    'complex': TRUTHS + INTS + FLOATS + [complex, np.complex128, np.complex64],
}  # fmt: skip
NUMBERS = {int, float, complex, np.number}


class Builtins:
    """The part of `Calls` for calls of builtins."""

    def of_builtin(self, f, node):
        """The method for calls of a builtin function; None for other functions."""
        if f is np.isscalar:
            return self.call_isscalar
        special = getattr(self, f'call_{name_of(f)}', None) if getattr(builtins, name_of(f), None) is f else None
        if special and f not in (range, slice, zip) and any(isinstance(a, gast.Starred) for a in node.args):
            self.refuse(STARRED, node)
        return special

    def call_len(self, node, args, keywords):
        self.calls[node] = PlainCall()
        if isinstance(args[0], Fields) and args[0].of is dict:
            self.field_owners.add(node.args[0])
        return Number(kind='int', size=length_of(args[0]))

    def sequence_test(self, node, t):
        """Whether a pattern in brackets may fit: the type tells it."""
        if isinstance(t, (Bottom, Struct, Anything)):
            if t.active:
                self.refuse('srcad cannot tell whether this is a sequence: use a name for each kind', node)
            return BOOL
        self.calls[node] = PlainCall()
        return Known(value=isinstance(t, (ListOf, TupleOf)) or self.heap is not None and self.heap.is_list(t))

    def call_isinstance(self, node, args, keywords):
        verdicts = self.is_instance(args[0], args[1])
        if len(verdicts) > 1:
            return None
        self.calls[node] = PlainCall()
        return Known(value=verdicts.pop())

    def call_isscalar(self, node, args, keywords):
        """`np.isscalar(x)`, which an array is not, though it may have no axes."""
        t = args[0]
        if not isinstance(t, (Number, Array)) or t.maybe or isinstance(t, Number) and t.kind == 'bool':
            return None
        self.calls[node] = PlainCall()
        return Known(value=isinstance(t, Number))

    def call_callable(self, node, args, keywords):
        verdicts = self.may_be_called(args[0])
        if len(verdicts) > 1:
            return None
        self.calls[node] = PlainCall()
        return Known(value=verdicts.pop())

    def may_be_called(self, t):
        """What `callable` may answer for a value."""
        if isinstance(t, Known) and not isinstance(t.value, bool):
            return {callable(t.value)}
        if isinstance(t, TupleOf):
            return {any('__call__' in vars(cls) for cls in t.of.__mro__)}
        surely_not = isinstance(t, (Number, Array)) and not t.maybe or is_text(t)
        return {False} if surely_not else {True, False}

    def call_hasattr(self, node, args, keywords):
        """Of a library's module: what an older version may lack."""
        if not all(isinstance(t, Known) for t in args) or not isinstance(args[0].value, ModuleType):
            return None
        if args[0].value.__name__.split('.')[0] not in LIBRARIES:  # one of the program's may get it later
            return None
        self.calls[node] = PlainCall()
        return Known(value=hasattr(args[0].value, args[1].value))

    def call_next(self, node, args, keywords):
        """`next(_ids)` of a count outside, which goes on from run to run; None of others."""
        if not isinstance(args[0], Struct) or args[0].cls is not itertools.count:
            return None
        self.calls[node] = PlainCall()
        self.draws.add(node)
        return INT

    def is_instance(self, t, kinds):
        """What isinstance may answer."""
        if isinstance(kinds, TupleOf):
            if isinstance(t, Number) and not t.maybe and t.active:  # among others numpy.bool is one
                if NUMBERS <= {getattr(k, 'value', None) for k in kinds.items}:
                    return {True}
            each = [self.is_instance(t, k) for k in kinds.items]
            return {True} if {True} in each else {False} if all(e == {False} for e in each) else {True, False}
        if not isinstance(kinds, Known) or not isinstance(kinds.value, type):
            return {True, False}
        if isinstance(t, Number) and not t.maybe:
            own_class = issubclass(kinds.value, (int, float, complex)) and kinds.value not in CLASSES['complex']
            if t.dtype is None and (own_class or issubclass(kinds.value, np.generic)):
                return {True, False}
            own = [np.dtype(t.dtype).type] if t.dtype else CLASSES[t.kind]
            return {issubclass(cls, kinds.value) for cls in own}
        if isinstance(t, Array) and not t.maybe and t.dims or is_surely_array(t) and not isinstance(t, Array):
            return {issubclass(np.ndarray, kinds.value)}
        if isinstance(t, TupleOf):
            return {issubclass(t.of, kinds.value)}
        if t == SLICE:
            return {issubclass(slice, kinds.value)}
        if isinstance(t, Known):
            return {isinstance(t.value, kinds.value)}
        if t == NONE or kind_of_value(t) == 'text':
            return {issubclass(type(None) if t == NONE else str, kinds.value)}
        return {True, False}

    def call_slice(self, node, args, keywords):
        self.calls[node] = PlainCall()
        return SLICE

    def call_range(self, node, args, keywords):
        self.calls[node] = PlainCall()
        alone = len(args) == 1 and isinstance(args[0], Number) and not isinstance(node.args[0], gast.Starred)
        size = args[0].size if alone else None
        return ListOf(item=INT, length=size)

    def call_enumerate(self, node, args, keywords):
        self.calls[node] = PlainCall()
        item = self.item_of(args[0], node.args[0])
        return ListOf(item=TupleOf(items=(INT, item)), active=item.active)

    def call_any(self, node, args, keywords):
        self.calls[node] = PlainCall()
        return BOOL

    call_all = call_any

    def call_zip(self, node, args, keywords):
        self.calls[node] = PlainCall()
        items = tuple(self.item_of(t, a) for t, a in zip(args, node.args))
        if any(isinstance(i, Bottom) for i in items):
            return ListOf(item=None)
        return ListOf(item=TupleOf(items=items), active=any(i.active for i in items))

    def call_reversed(self, node, args, keywords):
        self.calls[node] = PlainCall()
        t = args[0]
        return TupleOf(items=t.items[::-1]) if isinstance(t, TupleOf) else t

    def call_list(self, node, args, keywords):
        self.calls[node] = PlainCall()
        return ListOf(item=self.item_of(args[0], node) if args else None, length=length_of(args[0]) if args else 0)

    def call_tuple(self, node, args, keywords):
        t = self.call_list(node, args, keywords)
        return replace(t, fixed=True) if isinstance(t, ListOf) else t

    def call_sum(self, node, args, keywords):
        t = args[0]
        item = self.item_of(t, node.args[0])
        start = args[1] if len(args) > 1 else keywords.get('start')
        if isinstance(item, Bottom):
            if start is None:
                return INT
            item = INT
        if self.may_be_its_start(node):
            self.only_by_reference('sum() of nothing gives the array that it begins with: copy that', node)
        start = start or Number(kind='int', size=0)
        self.calls[node] = RuleCall(
            RULES[sum], {'items': node.args[0], **({'start': node.args[1]} if len(args) > 1 else {})}, sum
        )
        if 'start' in keywords:
            self.calls[node].args['start'] = node.keywords[0].value
        if isinstance(item, (TupleOf, ListOf)) or isinstance(start, (TupleOf, ListOf)):
            self.refuse('srcad does not differentiate the sum of these items: add them in a loop', node)
        out = (
            self.operation('Add', {'x': start, 'y': item}, node)
            if isinstance(item, (Number, Array, Anything))
            else Anything()
        )
        out = join(out, start, (node,)) if not isinstance(out, Array) else out
        return with_active(out, item.active or start.active)

    def may_be_its_start(self, node):
        """Whether a sum may be the array that it begins with, which it gives where there is nothing to add."""
        given = [*node.args[1:], *(k.value for k in node.keywords)]
        adds = any(not isinstance(e, gast.Starred) for e in getattr(node.args[0], 'elts', ()))
        return not adds and any(isinstance(self.types[e], (Array, Anything)) and self.may_be_there(e) for e in given)

    def may_be_there(self, e):
        """Whether a value may be, or show, what was there before: by reference any that is not made here."""
        return bool(self.aliases(e)) if self.heap is None else not self.is_new(e)

    def extreme(self, node, args, keywords):
        f = self.types[node.func].value
        if keywords and any(t.active for t in [*args, *keywords.values()]):
            self.refuse(f'srcad does not know the keyword arguments of {f.__name__}: write the loop', node)
        if len(args) == 1 and isinstance(node.args[0], (gast.Tuple, gast.List)) and len(node.args[0].elts) > 1:
            return self.several(node, f, node.args[0].elts)
        if len(args) == 1:
            item = self.item_of(args[0], node.args[0])
            self.may_give_back([item], node)
            if isinstance(item, Bottom):
                self.may_give_back(list(keywords.values()), node)
                other = keywords.get('default', BOTTOM)  # of nothing
                return replace(other, size=None) if isinstance(other, Number) else other
            if item.active and not isinstance(item, Number):
                if self.heap is not None and isinstance(item, (Anything, Either)) and not keywords:
                    return self.one_after_the_other(f, node.args[0], node)
                self.refuse(f'srcad differentiates {f.__name__} of numbers only: write the loop', node)
            self.calls[node] = RuleCall(RULES[f], {'items': node.args[0]}, f)
            return item
        return self.several(node, f, node.args)

    def several(self, node, f, nodes):
        args = [self.types[n] for n in nodes]
        if any(isinstance(t, Bottom) for t in args) or any(map(is_text, args)) and any(t.active for t in args):
            return BOTTOM
        if any(isinstance(t, (Array, ListOf)) and t.active for t in args):
            if self.heap is not None and not any(isinstance(t, ListOf) for t in args):
                return self.one_after_the_other(f, gast.List(list(nodes), gast.Load()), node)
            self.refuse(f'srcad differentiates {f.__name__} of numbers only: use np.{f.__name__}imum', node)
        self.may_give_back(args, node)
        self.calls[node] = RuleCall(RULES[f], {'many': list(nodes)}, f)
        t = BOTTOM
        for a in args:
            t = join(t, a, (node,))
        return replace(t, size=None) if isinstance(t, Number) else t

    call_max = call_min = extreme


def length_of(t):
    if isinstance(t, Array) and t.dims:
        return t.dims[0]
    return len(t.items) if isinstance(t, TupleOf) else t.length if isinstance(t, ListOf) else None
