"""What operations, tests and builtin functions give of objects, and of what class things are."""

import inspect
import itertools
import operator
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import replace
from types import FunctionType, MethodType

import gast
import numpy as np

from srcad.analysis.builtin_calls import length_of
from srcad.analysis.call_kinds import PlainCall
from srcad.analysis.elsewhere import own_method
from srcad.analysis.heap import BoundMethod, FunctionValue, label, references
from srcad.analysis.kinds import is_none_test
from srcad.analysis.marks import OPERATORS, Method, Rewritten
from srcad.analysis.types import (
    BOOL,
    BOTTOM,
    FLOAT,
    METHOD,
    NONE,
    Anything,
    Array,
    Bottom,
    Either,
    Known,
    ListOf,
    Local,
    Number,
    Ref,
    TupleOf,
    is_surely_array,
    is_text,
)
from srcad.by_memory import Closure, Generator
from srcad.holding import HOLDING, meant
from srcad.lower.operators import quotient_and_rest

# What no iterator is
NO_ITERATORS = (np.ndarray, list, tuple, dict, set, str, bool, int, float, complex)

PLAIN = {list, tuple, deque, dict, set, frozenset, defaultdict, Counter, OrderedDict}
SAMPLES = {'bool': True, 'int': 1, 'float': 1.0, 'complex': 1j}


def works(op, operands):
    """Whether Python has an operation of such values."""
    try:
        getattr(operator, f'__{OPERATORS[op]}__')(*operands)
    except TypeError:
        return False
    return True

ORDERS = (gast.Lt, gast.LtE, gast.Gt, gast.GtE)


def is_no_text(t):
    """Whether a value is surely no string: a number, or an array, that carries a derivative, or a number of Python's."""
    return isinstance(t, (Number, Array, Anything)) and t.active or isinstance(t, Number) and t.dtype is None


def numbers_where_told(op, types):
    """The types of operands: what may be a number or a string is a number beside one that carries a derivative."""
    beside = op != 'Mod' and any(isinstance(t, (Number, Array)) and t.active for t in types)
    return [FLOAT if beside and getattr(t, 'told', False) else t for t in types]


class Operations:
    """The part of `References` for operations on objects, and for what is asked of them."""

    def operation(self, op, args, node):
        if isinstance(node, gast.BinOp) and self.lists_beside_array((node.left, node.right)):
            return BOTTOM  # until they are spelled out as arrays
        types = numbers_where_told(op, args.values())
        args = dict(zip(args, types))
        refs = [t for t in types if isinstance(t, Ref)]
        if any(isinstance(t, Bottom) or t == NONE for t in types):  # of None Python makes a TypeError
            return BOTTOM
        if self.counts(op, types, node):
            return BOTTOM
        if any(self.heap.is_object(t) for t in refs):
            return self.object_operation(op, types, node)
        if any(isinstance(t, TupleOf) and self.has_operator(t, op) for t in types):
            return self.object_operation(op, types, node)
        if op == 'DivMod':
            return self.rewritten(node, quotient_and_rest(node.left, node.right), self.env)
        if self.never_works(op, types):
            return BOTTOM
        if (refs or any(isinstance(t, TupleOf) for t in types)) and not is_text(types[0]):
            return self.sequence_type(op, types, node)
        t = super().operation(op, args, node)
        unclear = isinstance(t, Anything) and any(isinstance(a, Anything) and (a.array or a.active) for a in types)
        return self.elementwise(types, t) if unclear and op != 'MatMult' and not self.program.has_complex else t

    def lists_beside_array(self, operands):
        """Those operands that are lists or tuples, where another is an array: NumPy makes arrays of them."""
        types = {e: self.types.get(e) for e in operands}
        is_array = lambda t: isinstance(t, Array) or isinstance(t, Anything) and is_surely_array(t)
        is_tuple = lambda t: isinstance(t, TupleOf) and t.of is tuple
        is_row = lambda t: is_tuple(t) or self.heap.is_list(t) and deque not in self.heap.kinds_of(t)
        return [e for e, t in types.items() if is_row(t)] if any(map(is_array, types.values())) else []

    def never_works(self, op, types):
        """Whether Python has no such operation of containers, strings and its own numbers."""
        if any(map(is_text, types)) and any(t.active and is_no_text(t) for t in types):
            return op != 'Mod' or not is_text(types[0])  # what carries a derivative is a number, or an array of such
        array = lambda t: isinstance(t, Array) or isinstance(t, Anything) and (t.active or t.array)
        if any(map(self.heap.is_dict, types)) and any(map(array, types)):
            return not any(self.operator_methods(t, f'__{side}{OPERATORS[op]}__') for t in types for side in ('', 'r'))
        samples = [self.samples(t) for t in types]
        held = any(s and not isinstance(s[0], (int, float, complex)) for s in samples)
        if not held or not all(samples) or is_text(types[0]) and op == 'Mod':
            return False
        if op == 'BitOr' and {} in samples[0]:  # in place it takes pairs, too
            return False
        if op == 'Mult' and any(getattr(t, 'whole', False) for t in types) and any(map(self.heap.is_list, types)):
            return False  # [x] * pair[1], of a float and an int
        return not any(works(op, operands) for operands in itertools.product(*samples))

    def samples(self, t):
        """A value of each kind that Python's own operations would tell from others; none where that is not known."""
        if is_text(t):
            return ['']
        if isinstance(t, Number) and t.dtype is None:
            return [SAMPLES[t.kind]]
        if isinstance(t, TupleOf):
            return [()]
        kinds = self.heap.kinds_of(t) if isinstance(t, Ref) else set()
        return [k() for k in kinds] if kinds <= PLAIN else []

    def object_operation(self, op, types, node):
        operands = [node.left, node.right] if isinstance(node, gast.BinOp) else [node.operand]
        self.no_array_first(types, node)
        order = [(f'__{OPERATORS[op]}__', 0), (f'__r{OPERATORS[op]}__', len(operands) - 1)]
        if len(operands) == 2 and self.goes_first(types, order[1][0], node):
            order.reverse()
        for text, first in order:
            found = self.operator_methods(types[first], text)
            if found:
                given = operands if first == 0 else operands[::-1]
                t = self.method_call(node, found, given, dict(self.env), text)
                if first == order[-1][1] or not self.operator_methods(types[order[-1][1]], order[-1][0]):  # else Python raises TypeError
                    t = self.types[node] = without_not_implemented(t)
                if t != Known(value=NotImplemented):  # then Python asks the other operand
                    return t
        self.refuse('srcad does not know this operation of an object: call a method', node)

    def operator_methods(self, t, text):
        """What the class of an object, or a class of tuples, says of an operator."""
        if isinstance(t, TupleOf):
            f = own_method(t.of, (text,))
            return [f] if f is not None else []
        return self.methods(t, text) if self.heap.is_object(t) else []

    def has_operator(self, t, op):
        """Whether a class of tuples says itself what an operation gives, on either side of it."""
        return any(self.operator_methods(t, f'__{side}{OPERATORS[op]}__') for side in ('', 'r'))

    def no_array_first(self, types, node):
        """Refuse what NumPy answers for an array, or its number, before an object: each element asks the object."""
        first, last = types[0], types[-1]
        array = isinstance(first, Array) or getattr(first, 'array', False)
        if not array and not (isinstance(first, Number) and first.dtype):
            return
        for cls in [last.of] if isinstance(last, TupleOf) else self.heap.kinds_of(last):
            if getattr(cls, '__array_ufunc__', None) is not None:
                self.refuse(f'NumPy asks {cls.__name__}.__array_ufunc__ for this: call a method of the object', node)
            apart = any(hasattr(cls, n) for n in ('__array_ufunc__', '__array_priority__'))
            if not apart and (array or hasattr(cls, '__len__') and hasattr(cls, '__getitem__')):
                self.refuse(
                    f'of an array before it NumPy asks {cls.__name__} for each element: put the object first, or write '
                    '__array_ufunc__ = None in its class',
                    node,
                )

    def goes_first(self, types, text, node):
        """Whether the right operand is asked first: it is of a subclass that says itself what the operation gives."""
        if not all(isinstance(t, Ref) and self.heap.is_object(t) for t in types):
            return False
        one, other = map(self.heap.kinds_of, types)
        said = lambda cls: inspect.getattr_static(cls, text, None)
        first = {issubclass(b, a) and said(b) is not None and said(b) is not said(a) for a in one for b in other}
        if len(first) > 1:
            self.refuse('srcad cannot tell which operand Python asks first here: call a method', node)
        return first == {True}

    def _BinOp(self, node, env):
        self.env = env
        t = super()._BinOp(node, env)
        self.no_views([node.left, node.right])
        return t

    def no_views(self, operands):
        """Refuse operations of `d.items()` and `d.values()`, which the text has as lists."""
        for e in operands:
            call = self.calls.get(e)
            if isinstance(call, Method) and call.name in ('items', 'values') and self.heap.is_dict(self.types.get(call.owner)):
                self.refuse(f'srcad follows .{call.name}() in loops and functions: compare the dicts, or lists or sets', e)

    def _UnaryOp(self, node, env):
        self.env = env
        if isinstance(self.expr(node.operand, env), TupleOf) and isinstance(node.op, gast.Not):
            return Known(value=not self.types[node.operand].items)
        if isinstance(self.types[node.operand], Ref):
            return (
                BOOL
                if isinstance(node.op, gast.Not)
                else self.operation(type(node.op).__name__, {'x': self.types[node.operand]}, node)
            )
        return super()._UnaryOp(node, env)

    def _Compare(self, node, env):
        if is_none_test(node):
            self.asked.add(node.left)
        types = [self.expr(e, env) for e in (node.left, *node.comparators)]
        self.no_views([node.left, *(e for e, op in zip(node.comparators, node.ops) if not isinstance(op, (gast.In, gast.NotIn)))])
        if isinstance(node.ops[0], ORDERS) and any(map(is_text, types[:2])) and any(map(is_no_text, types[:2])):
            return BOTTOM  # of a string and a number Python makes a TypeError
        if METHOD in types and any(isinstance(op, (gast.Eq, gast.NotEq)) for op in node.ops):
            self.refuse('srcad does not compare methods: compare the objects, or names', node)
        if any(isinstance(op, (gast.Is, gast.IsNot)) for op in node.ops):
            if not {NONE} & set(types):
                self.heap.arrays_compared |= any(isinstance(t, Array) or getattr(t, 'array', False) for t in types)
        answers = self.answers(node, env)
        if answers is not None:
            return Known(value=answers.pop()) if len(answers) == 1 else BOOL
        if not isinstance(node.ops[0], (gast.Is, gast.IsNot, gast.In, gast.NotIn)):
            whole = [replace(t, maybe=False) if isinstance(t, (Number, Array)) else t for t in types]
            if any(isinstance(t, (Array, Anything, Either)) or getattr(t, 'dtype', None) for t in whole):
                if all(isinstance(t, (Number, Array, Anything)) for t in whole):
                    may_be_bool = whole != types and isinstance(node.ops[0], (gast.Eq, gast.NotEq))  # None == x
                    return Anything() if may_be_bool else self.compared(whole, node)
                return Anything()
        if any(isinstance(t, (Ref, TupleOf)) or getattr(t, 'maybe', False) for t in types):
            if (
                len(types) == 2
                and types[1] == NONE
                and isinstance(types[0], (Ref, TupleOf))
                and not getattr(types[0], 'maybe', False)
            ):
                if isinstance(node.ops[0], (gast.Is, gast.IsNot)):
                    return Known(value=isinstance(node.ops[0], gast.IsNot))
            return BOOL
        return super()._Compare(node, env)

    def call_len(self, node, args, keywords):
        if isinstance(args[0], Ref) and self.heap.is_object(args[0]):
            return self.method_call(node, self.methods(args[0], '__len__'), [node.args[0]], {}, '__len__')
        self.calls[node] = PlainCall()
        return Number(kind='int', size=length_of(args[0]))

    def call_iter(self, node, args, keywords):
        """`return iter(...)` in an `__iter__`: what it goes over."""
        if (
            self.tree.name == '__iter__'
            and len(args) == 1
            and (isinstance(args[0], TupleOf) or self.heap.is_list(args[0]))
        ):
            self.calls[node] = Rewritten(node.args[0])
            return args[0]
        if len(args) > 1:
            self.refuse('srcad does not follow iter() with a last value: write the loop', node)
        return self.iterator(node, self.env)

    def call_next(self, node, args, keywords):
        return super().call_next(node, args, keywords) or self.next_piece(node, self.env)

    def class_of(self, t):
        out = BOTTOM
        for kind in sorted(self.heap.kinds_of(t), key=label):
            out = self.heap.join(out, Known(value=kind), 'class')
        return out

    def call_type(self, node, args, keywords):
        if self.is_holding(args[0]):
            return self.rewritten(node, self.class_meant(args[0], node), self.env)
        if self.stands_for_another(args[0]):
            self.refuse('srcad cannot tell of what class this is: ask something else of it', node)
        self.calls[node] = PlainCall()
        if isinstance(args[0], TupleOf) and args[0].of is tuple:
            return Known(value=tuple)
        return self.class_of(args[0]) if isinstance(args[0], Ref) and not args[0].maybe else Anything()

    def call_isinstance(self, node, args, keywords):
        self.calls[node] = PlainCall()
        verdicts = self.answers(node, self.env) or self.is_instance(args[0], args[1])
        return self.answer(verdicts, args[0], node)

    def call_callable(self, node, args, keywords):
        self.calls[node] = PlainCall()
        verdicts = self.answers(node, self.env) or self.may_be_called(args[0])
        return self.answer(verdicts, args[0], node)

    def may_be_called(self, t):
        if isinstance(t, Local):
            return {True}
        if isinstance(t, Ref) and t.sites and not t.maybe:
            kinds = [meant_by(kind) or kind for kind in self.heap.kinds_of(t)]
            return {any('__call__' in vars(c) for c in kind.__mro__) for kind in kinds}
        return super().may_be_called(t)

    def answer(self, verdicts, t, node):
        """The type of a test for what a value is; of what is of another class in the text, the answer itself."""
        if self.stands_for_another(t):
            if len(verdicts) > 1 and self.are_functions(t):
                return BOOL
            if len(verdicts) > 1:
                self.refuse('srcad cannot tell of what class this is: ask something else of it', node)
            return self.rewritten(node, gast.Constant(next(iter(verdicts)), None), self.env)
        return Known(value=verdicts.pop()) if len(verdicts) == 1 else BOOL

    def are_functions(self, t):
        """Whether a value is one of functions and classes that the text has as they are."""
        return isinstance(t, Ref) and all(issubclass(k, FunctionValue) for k in self.heap.kinds_of(t))

    def stands_for_another(self, t):
        """Whether a value is of another class in the text than in the program: an iterator, a view, a function."""
        if isinstance(t, (Either, Anything)):
            refs = references(t) if isinstance(t, Either) else [t]
            return any(meant(self.heap.kinds[s]) is not self.heap.kinds[s] for r in refs for s in r.sites)
        kinds = self.heap.kinds_of(t) if isinstance(t, Ref) else ()
        return isinstance(t, (ListOf, Local)) or t == METHOD or any(meant_by(k) is not k for k in kinds)

    def is_instance(self, t, kinds):
        of_one_class = isinstance(kinds, Known) and isinstance(kinds.value, type)
        if of_one_class and isinstance(t, Ref) and t.sites and not t.maybe:
            real = [meant_by(kind) for kind in self.heap.kinds_of(t)]
            unclear = {False} if kinds.value in NO_ITERATORS else {True, False}
            if kinds.value in HOLDING.values():  # asked by what stands for list and dict
                return {issubclass(kind, kinds.value) for kind in self.heap.kinds_of(t)}
            return set().union(*(unclear if kind is None else {issubclass(kind, kinds.value)} for kind in real))
        return super().is_instance(t, kinds)


def function_of(kind):
    """What an object of a kind runs: a function, or the methods of its class."""
    return kind.value if issubclass(kind, FunctionValue) else kind.function if issubclass(kind, BoundMethod) else kind


def meant_by(kind):
    """The class of Python's that a kind of the heap stands for; None if that is not known."""
    if issubclass(kind, Generator):
        return None
    if issubclass(kind, FunctionValue):
        return type(kind.value)
    if issubclass(kind, Closure):
        return getattr(kind.local.node, 'stands_for', FunctionType)
    return MethodType if issubclass(kind, BoundMethod) else meant(kind)


def without_not_implemented(t):
    """The type of what an operator answers where nobody else is asked."""
    if not isinstance(t, Either) or t.of('other') != Known(value=NotImplemented):
        return t
    return t.only({k for k, _ in t.kinds if k != 'other'})
