"""Integers and truths within arguments that are differentiated: floats, and what they were where they count or point."""

import builtins
import collections
import itertools
import math

import gast
import numpy as np

from srcad.analysis.created import STEPLESS
from srcad.analysis.types import INT, TRUTHS, Array, ListOf, Number, TupleOf, given_as, is_text, kinds_given
from srcad.lower.evaluation import is_in, place
from srcad.tree import Ours, call, walk

COUNTING = ('Add', 'Sub', 'Mult', 'FloorDiv', 'Mod', 'USub', 'UAdd')  # of integers, integers
OF_BITS = ('BitAnd', 'BitOr', 'BitXor', 'LShift', 'RShift', 'Invert')
OF_CLASSES = (isinstance, type, str, repr, format, hasattr)  # which tell an integer from a float
SHOWING = {  # which give what they are given
    np.copy, np.array, np.asarray, np.sort, np.flip, np.roll, np.concatenate, np.stack, np.take, np.repeat, np.tile,
}  # fmt: skip
COUNTED = (np.zeros, np.ones, np.empty, np.eye, np.identity, np.tri, math.factorial, math.comb, math.perm, math.gcd)
BEHIND_FIRST = (
    enumerate, collections.deque, round, int, itertools.islice, itertools.repeat, itertools.combinations,
    np.around, np.round, np.partition, np.argpartition,
)  # fmt: skip
FIRST = ('a', 'iterable', 'number', 'object', 'x')  # what these call their first argument
SEEDED = (np.random.default_rng, np.random.RandomState, np.random.seed)


class Given:
    """The part of `Inference` for these numbers."""

    def points(self, parts, kept=False):
        """Whether one of these parts is such a number, or an array of them: `settle` makes integers of them.

        Also of one that is an integer still if it is `kept` from the derivative here.
        """
        found = False
        for node in parts:
            given = getattr(self.types.get(node), 'given', '')
            if given == 'mixed':
                self.refuse('srcad cannot tell whether these are truths or integers: write .astype(bool), or .astype(int)', node)
            if given and (kept or given != 'kept'):
                self.pend(node, 'given')
                found = True
            elif self.pending.get(node) == 'given':
                del self.pending[node]
        return found

    def points_in(self, index):
        """Whether there is one in an index."""
        parts = index.elts if isinstance(index, (gast.Tuple, gast.List)) else [index]
        bounds = [b for p in parts if isinstance(p, gast.Slice) for b in (p.lower, p.upper, p.step) if b is not None]
        places = [*bounds, *(p for p in parts if not isinstance(p, gast.Slice))]
        for node in places:
            if getattr(self.types.get(node), 'given', '') == 'kept':
                self.types[node] = INT
        return self.points(places)

    def counts(self, op, types, node):
        """Whether an operation is one of integers and lists, or of texts that show them."""
        operands = [node.left, node.right] if isinstance(node, gast.BinOp) else [getattr(node, 'operand', None)]
        if op == 'Mod' and is_text(types[0]):
            return self.points(getattr(operands[-1], 'elts', operands[1:]))
        masks = [isinstance(t, Array) and bool(kinds_given([t]) & TRUTHS) for t in types]
        if op in ('Add', 'Sub', 'USub') and all(masks) and any(getattr(t, 'given', '') for t in types):
            self.refuse('srcad takes masks that are differentiated for floats: write m | k, or .astype(float) of them', node)
        listed = op == 'Mult' and any(isinstance(t, (ListOf, TupleOf)) or self.is_list(t) or is_text(t) for t in types)
        if op in OF_BITS and self.has_other_bits(op, types):
            self.refuse('srcad does not know the bits that this has before it is a float: keep it out of what is differentiated', node)
        if (listed or op in OF_BITS) and operands[0] is getattr(self.statement, 'target', None):
            return self.in_place(types, node, listed)
        return (listed or op in OF_BITS) and self.points(operands, listed)

    def in_place(self, types, node, listed):
        """An operation in place: the number that counts is no float then."""
        if getattr(types[0], 'given', '') and not listed:
            self.refuse('srcad knows this operation of integers that are differentiated as x = x & y, with a new name', node)
        return self.points([node.right], listed)

    def has_other_bits(self, op, types):
        """Whether NumPy's operation would be another one than that of integers, or of arrays of truths."""
        given = [t for t in types if getattr(t, 'given', '')]
        truths = [t for t in given if t.given in TRUTHS]
        shift = op in ('LShift', 'RShift')
        return any(t.given == 'other' for t in given) or bool(truths) and (
            shift or op == 'Invert' and isinstance(truths[0], Number)
        )

    def given_to(self, f, node):
        """Whether a function that tells integers from floats is called with such numbers."""
        if is_in(f, OF_CLASSES):
            for a in node.args:
                if getattr(self.types.get(a), 'given', '') in ('int64', 'bool_', 'other', 'mixed'):
                    self.refuse('srcad does not know of which class of NumPy this number is: write int(...) of it', a)
        if is_in(f, BEHIND_FIRST):
            return self.points([*node.args[1:], *(k.value for k in node.keywords if k.arg not in FIRST)], True)
        return is_in(f, (*OF_CLASSES, range, slice, *SEEDED)) and self.points(node.args, is_in(f, SEEDED))

    def places_given_to(self, name, node):
        """Whether a method of a list is given such a number as a place."""
        return name in ('insert', 'pop', 'rotate') and self.points(node.args[:1], True)

    def counted_by_row(self, f, rule, args):
        """Whether a function has such numbers where its row has no derivative: a shape, an axis, places."""
        if rule.kind == 'inactive' and f not in STEPLESS and not is_in(f, COUNTED):
            return False
        known = {*rule.formulas, *rule.flat}
        nodes = [n for p, a in args.items() if p not in known for n in (a if isinstance(a, list) else [a])]
        parts = [e for a in nodes for e in (a.elts if isinstance(a, gast.Tuple) else [a])]
        return self.points(parts, rule.kind != 'inactive' or f in STEPLESS)


def given_by(op, types):
    """What the result of an operation on such numbers is to the caller: an integer, or just a float ('')."""
    if op not in COUNTING or not all(isinstance(t, (Number, Array)) for t in types) or not given_as(*types):
        return ''
    if kinds_given(types).isdisjoint(TRUTHS | {'mixed'}):
        return given_as(*types)
    return 'mixed' if any(isinstance(t, Array) or t.given == 'mixed' for t in types) else 'int'


def as_given(instance):
    """Make the numbers that count or point integers in a program's text; whether there were any.

    `w[u]`, where the edge (u, v, length) is differentiated, is `w[int(u)]`.
    """
    types, pending = instance.inference.types, instance.inference.pending
    made = {n: converted(n, types[n]) for n, what in pending.items() if what == 'given'}
    done = False
    for parent in list(walk(instance.tree)) if made else ():
        for field, value in gast.iter_fields(parent):
            if isinstance(value, gast.AST) and value in made:
                setattr(parent, field, made[value])
                done = True
            elif isinstance(value, list) and not made.keys().isdisjoint(v for v in value if isinstance(v, gast.AST)):
                value[:] = [made.get(v, v) for v in value]
                done = True
    return done


def converted(node, t):
    kind = 'bool' if t.given in TRUTHS else 'int'
    astype = gast.Attribute(node, 'astype', gast.Load())
    whole = call(astype, Ours(kind, getattr(builtins, kind))) if isinstance(t, Array) else call(kind, node)
    return place(whole, node)
