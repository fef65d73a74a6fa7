"""Integers and truths within arguments that are differentiated: floats, and what they were where they count or point."""

import builtins
import math

import gast
import numpy as np

from srcad.analysis.created import STEPLESS
from srcad.analysis.types import Array, ListOf, Number, TupleOf, given_as
from srcad.lower.evaluation import is_in, place
from srcad.tree import Ours, call, walk

COUNTING = ('Add', 'Sub', 'Mult', 'FloorDiv', 'Mod', 'USub', 'UAdd')  # of integers, integers
OF_BITS = ('BitAnd', 'BitOr', 'BitXor', 'LShift', 'RShift', 'Invert')
OF_KINDS = (range, slice, isinstance, type, str, repr, format)  # which tell an integer from a float
COUNTED = (np.zeros, np.ones, np.empty, np.eye, np.identity, np.tri, math.factorial, math.comb, math.perm, math.gcd)
SEEDED = (np.random.default_rng, np.random.RandomState, np.random.seed)


class Given:
    """The part of `Inference` for these numbers."""

    def points(self, parts, kept=False):
        """Whether one of these parts is such a number, or an array of them: `settle` makes integers of them.

        Also of one that is an integer still if it is `kept` from the derivative here.
        """
        found = False
        for node in parts:
            if getattr(self.types.get(node), 'given', '') in ('int', 'bool', 'kept' if kept else 'int'):
                self.pend(node, 'given')
                found = True
            elif self.pending.get(node) == 'given':
                del self.pending[node]
        return found

    def points_in(self, index):
        """Whether there is one in an index."""
        parts = index.elts if isinstance(index, (gast.Tuple, gast.List)) else [index]
        bounds = [b for p in parts if isinstance(p, gast.Slice) for b in (p.lower, p.upper, p.step) if b is not None]
        return self.points([*bounds, *(p for p in parts if not isinstance(p, gast.Slice))])

    def counts(self, op, types, node):
        """Whether an operation is one of integers and lists."""
        operands = [node.left, node.right] if isinstance(node, gast.BinOp) else [getattr(node, 'operand', None)]
        listed = op == 'Mult' and any(isinstance(t, (ListOf, TupleOf)) or self.is_list(t) for t in types)
        return (listed or op in OF_BITS) and self.points(operands, listed)

    def given_to(self, f, node):
        """Whether a function that tells integers from floats is called with such numbers."""
        return is_in(f, OF_KINDS + SEEDED) and self.points(node.args, is_in(f, SEEDED))

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
    numbers = op in COUNTING and all(isinstance(t, (Number, Array)) for t in types)
    given = given_as(*types) if numbers else ''
    return 'int' if given == 'bool' else given


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
    kind = 'bool' if t.given == 'bool' else 'int'
    astype = gast.Attribute(node, 'astype', gast.Load())
    whole = call(astype, Ours(kind, getattr(builtins, kind))) if isinstance(t, Array) else call(kind, node)
    return place(whole, node)
