"""Values of several kinds in one place: numbers, arrays, containers, None in turn; and what a test tells of them."""

from collections.abc import Sequence

import gast

import numpy as np

from srcad.analysis.call_kinds import PlainCall
from srcad.analysis.heap import label
from srcad.analysis.marks import class_test
from srcad.analysis.types import (
    BOOL,
    BOTTOM,
    NONE,
    TEXT,
    Anything,
    Array,
    Bottom,
    Either,
    Known,
    Number,
    Ref,
    Text,
    TupleOf,
    is_surely_array,
    is_text,
    with_active,
    with_unknown_axes,
)
from srcad.holding import meant
from srcad.runtime import is_array, is_flat, is_sequence
from srcad.tree import blocks_of, head_nodes, walk


MANY = 4  # values of several kinds in one statement, which are looked at together
DEEP = 1  # statements with such values in one another


class Kinds:
    """The part of `References` for values of several kinds.

    A statement that uses one is looked at once for each kind, so that all that may come out of it is known. Then
    `spell_out` puts a test before the statement, and it is looked at again.
    """

    def __init__(self, *args):
        super().__init__(*args)
        self.unsure = {}  # expressions of several kinds that a statement uses -> their types
        self.within = 0  # how many statements around this one are looked at by kinds
        self.met, self.assumed = {}, {}  # those of one statement; the kind that is looked at
        self.asked = set()  # names in tests that tell their kind
        self.telling = set()  # those tests

    def block(self, statements, env):
        for s in statements:
            if env is None:
                return None
            self.statement = s
            env = self.each_kind(s, env)
        return env

    def each_kind(self, s, env):
        """The names' types after a statement that is run with each kind of what it uses."""
        outer, self.met = self.met, {}
        out = getattr(self, type(s).__name__)(s, dict(env))
        met, self.met = self.met, outer
        if not met:
            return out
        node, t = next(iter(met.items()))
        if len(self.assumed) > MANY or self.within > DEEP:
            return out  # the rest when those have names
        by_name = isinstance(node, gast.Name) and is_loosely(env.get(node.id), t)
        ends = []
        self.within += bool(blocks_of(s))
        for _, part in t.kinds:
            if by_name:
                ends.append(self.each_kind(s, {**env, node.id: part}))
            else:
                self.assumed[node] = part
                ends.append(self.each_kind(s, env))
                del self.assumed[node]
        self.within -= bool(blocks_of(s))
        for m in head_nodes(s):
            if any(n in met for n in walk(m)):
                self.types[m] = BOTTOM  # until a test has told the kind
                self.calls.pop(m, None)
                self.pending.pop(m, None)
        return self.merge(ends)

    def of_several(self, node, t):
        self.unsure[node] = self.met[node] = t
        self.types[node] = BOTTOM
        return BOTTOM

    def kept(self, node, t):
        """The type of a value that only gets another name or place: it may stay of several kinds."""
        if node not in self.unsure:
            return self.named(t)
        self.met.pop(node, None)
        self.types[node] = self.unsure.pop(node)
        return self.types[node]

    def elementwise(self, types, t):
        """The type of an operation some of whose operands have unknown axes."""
        numbers = [i for i in types if isinstance(i, (Number, Anything)) or isinstance(i, Array) and not i.dims]
        unclear = any(i.active and not getattr(i, 'array', False) for i in numbers)
        return (
            t if unclear and not any(map(is_surely_array, types)) else with_active(with_unknown_axes(types), t.active)
        )

    def named(self, t):
        """The type of a value that gets a name or a place: of an unclear one the run tells whether it is a number."""
        if isinstance(t, Anything) and t.active and not t.array and not self.program.has_complex:
            return Either(kinds=(('array', Anything(True, array=True)), ('number', Number(True))))
        return t

    # Tests

    def If(self, s, env):
        self.asks_truth(s.test, env)
        return super().If(s, env)

    def While(self, s, env):
        self.asks_truth(s.test, env)
        return super().While(s, env)

    def asks_truth(self, test, env):
        """A test of a name needs no kind, unless the class of an object says what is true."""
        while isinstance(test, gast.UnaryOp) and isinstance(test.op, gast.Not):
            test = test.operand
        t = env.get(test.id) if isinstance(test, gast.Name) else None
        if isinstance(t, Either) and not any(isinstance(p, Ref) and self.heap.is_object(p) for _, p in t.kinds):
            self.asked.add(test)

    def asks(self, f, node):
        """A call of `f` asks only for the kind of its first argument."""
        if any(f is g for g in (isinstance, callable, is_sequence, is_array, is_flat)) and node.args:
            self.asked.add(node.args[0])

    def sequence_test(self, node, t):
        answers = self.answers(node, self.env)
        if answers is None and isinstance(t, Either):
            answers = set().union(*(self.may_be_sequence(part) for _, part in t.kinds))
        if answers is None:
            return super().sequence_test(node, t)
        self.calls[node] = PlainCall()
        return Known(value=answers.pop()) if len(answers) == 1 else BOOL

    def question(self, test, env):
        """The name whose kind a test asks for, its type, and what the test answers for a type; None for other tests."""
        node, answer, asks_sequence = None, None, False
        if isinstance(test, gast.Call) and test.args:
            f = getattr(self.types.get(test.func), 'value', None)
            if f is isinstance and len(test.args) == 2:
                node, answer = test.args[0], lambda t: self.is_instance(t, self.types[test.args[1]])
            elif f is callable:
                node, answer = test.args[0], self.may_be_called
            elif f is is_array:
                node = test.args[0]
                answer = lambda t: {True} if isinstance(t, Array) else self.is_instance(t, Known(value=np.ndarray))
            elif f is is_flat:
                node, answer = test.args[0], lambda t: {isinstance(t, Array) and not t.dims}
            elif f is is_sequence:
                node, answer, asks_sequence = test.args[0], self.may_be_sequence, True
            elif f is hasattr and isinstance(getattr(self.types.get(test.args[1]), 'value', None), str):
                node, answer = test.args[0], lambda t: self.may_have(t, self.types[test.args[1]].value)
        elif isinstance(env.get(class_test(test, self.types)[0]), Either):
            n, cls = class_test(test, self.types)
            node = next(m for m in walk(test) if getattr(m, 'id', None) == n)
            answer = lambda t: self.is_exactly(t, cls)
        elif is_none_test(test):
            node = test.left
            answer = lambda t: is_none(t) if isinstance(test.ops[0], gast.Is) else {not a for a in is_none(t)}
        elif getattr(env.get(getattr(test, 'id', None)), 'maybe', False):  # `if t:`
            node, answer = test, lambda t: {False} if t == NONE else {True, False}
        t = env.get(node.id) if isinstance(node, gast.Name) else None
        if getattr(t, 'loose', False):
            t = Either.loosely(t)
        if getattr(t, 'maybe', False) and (test is node or is_none_test(test) or asks_sequence or not isinstance(t, Ref)):
            t = Either.or_none(t)
        several = isinstance(t, Either) or isinstance(t, Ref) and not t.maybe and len(self.heap.kinds_of(t)) > 1
        return (node.id, t, answer) if several else None

    def may_be_sequence(self, t):
        if isinstance(t, Ref) and any(meant(kind) is not kind for kind in self.heap.kinds_of(t)):
            self.refuse('srcad does not match a pattern in brackets against this: make a list of it', self.statement)
        if isinstance(t, Ref) and t.sites:
            return {issubclass(kind, Sequence) for kind in self.heap.kinds_of(t)}
        return {isinstance(t, TupleOf)}

    def answers(self, test, env):
        """What a test that asks for a kind may answer."""
        found = self.question(test, env)
        if found is None:
            return None
        _, t, answer = found
        return set().union(*(answer(part) for part in ([p for _, p in t.kinds] if isinstance(t, Either) else [t])))

    def sides(self, test, env):
        """The types of names where a test is true and where it is not; None where nothing gets."""
        if isinstance(test, gast.UnaryOp) and isinstance(test.op, gast.Not):
            return self.sides(test.operand, env)[::-1]
        if isinstance(test, gast.BoolOp):
            return self.sides_of_several(test, env)
        found = self.question(test, env)
        if found is not None:
            n, t, answer = found
            if not getattr(env[n], 'maybe', False):
                self.telling.add(test)
            kinds = [part for _, part in t.kinds] if isinstance(t, Either) else []
            known = any(covers(part) and answer(part) == {True} for part in kinds)
            yes = self.only(t, lambda part: True in answer(part) and not (known and is_unknown(part)))
            if is_text(yes) and any(map(is_unknown, kinds)):
                yes = TEXT  # which it may be, too
            parts = yes, self.only(t, lambda part: False in answer(part))
            return tuple(None if isinstance(p, Bottom) else {**env, n: p} for p in parts)
        n, values, is_one = self.text_test(test)
        t = env.get(n)
        if isinstance(t, Text):
            parts = [t.only(values, side is is_one) for side in (True, False)]
            return tuple(None if isinstance(p, Bottom) else {**env, n: p} for p in parts)
        n, cls = class_test(test, self.types)
        t = env.get(n)
        if not isinstance(t, Ref):
            return super().sides(test, env)
        mine = {site for site in t.sites if cls in (self.heap.kinds[site], label(self.heap.kinds[site]))}
        nothing = t.maybe and cls is type(None)
        sides = (mine, nothing), (t.sites - mine, t.maybe and not nothing)
        parts = [self.heap.ref(sites, maybe) if sites else NONE if maybe else None for sites, maybe in sides]
        return tuple(None if part is None else {**env, n: part} for part in parts)

    def is_exactly(self, t, cls):
        """Whether a value of several kinds is of a class itself, or is the function that a test tells from others."""
        if isinstance(t, Ref) and t.sites and not t.maybe:
            return {cls in (kind, label(kind)) for kind in self.heap.kinds_of(t)}
        return {t.of is cls} if isinstance(t, TupleOf) else {False} if t == NONE else {True, False}

    def text_test(self, test):
        """The name of what a test compares with strings, the strings, and whether it is one of them where that is so."""
        if not isinstance(test, gast.Compare) or len(test.ops) > 1 or not isinstance(test.left, gast.Name):
            return None, (), None
        (op,), (other,) = test.ops, test.comparators
        parts = [other] if isinstance(op, (gast.Eq, gast.NotEq)) else getattr(other, 'elts', ())
        values = [getattr(self.types.get(p), 'value', None) for p in parts]
        asks = isinstance(op, (gast.Eq, gast.NotEq, gast.In, gast.NotIn))
        if not asks or not values or not all(isinstance(v, str) for v in values):
            return None, (), None
        return test.left.id, frozenset(values), isinstance(op, (gast.Eq, gast.In))

    def only(self, t, fits):
        """The type of a value that is of kinds, and classes of objects, that fit."""
        if isinstance(t, Ref):
            sites = {s for s in t.sites if fits(self.heap.ref({s}))}
            return self.heap.ref(sites) if sites else BOTTOM
        left = {
            k: self.only(part, fits) if isinstance(part, Ref) else part if fits(part) else BOTTOM for k, part in t.kinds
        }
        return Either(kinds=tuple(left.items())).only({k for k, part in left.items() if not isinstance(part, Bottom)})

    def sides_of_several(self, test, env):
        """All parts of an `and` hold on its one side, of an `or` none on its other; else it was left with some part."""
        k, left = isinstance(test.op, gast.Or), []
        for part in test.values:
            sides = self.sides(part, env)
            env = sides[k]
            left.append(sides[not k])
            if env is None:
                break
        return (self.merge(left), env) if k else (env, self.merge(left))


def is_unknown(t):
    """Whether a value may be anything that carries no derivative."""
    return isinstance(t, Anything) and not (t.active or t.array or t.told)


def covers(t):
    """Whether a type is that of all numbers, of all arrays, or of texts: what else turns out to be one is of it, too."""
    return isinstance(t, (Number, Anything)) and t.active or is_text(t)


def is_loosely(a, b):
    """Whether a name's type is what is looked at, as it is or told apart."""
    told = Either.loosely(a) if getattr(a, 'loose', False) else Either.or_none(a) if getattr(a, 'maybe', False) else a
    return b in (a, told)


def is_none_test(test):
    return (
        isinstance(test, gast.Compare)
        and len(test.ops) == 1
        and isinstance(test.ops[0], (gast.Is, gast.IsNot))
        and isinstance(test.comparators[0], gast.Constant)
        and test.comparators[0].value is None
    )


def is_none(t):
    if getattr(t, 'maybe', False) or isinstance(t, Anything) and not t.array:
        return {True, False}
    return {t == NONE}
