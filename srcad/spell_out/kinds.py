"""Tests before what uses a value of one of several kinds: a number, an array, a container."""

from functools import cached_property

import gast
import numpy as np

from srcad.analysis.heap import BoundMethod, FunctionValue, label
from srcad.analysis.calls import hashable
from srcad.analysis.types import NONE, Anything, Array, Bottom, Either, Known, Number, Ref, TupleOf, is_named_tuple, kind_of_value
from srcad.by_memory import Closure
from srcad.lower.names import like
from srcad.rules.table import RULES
from srcad.spell_out.nodes import LOOPS, noun_of, renamed_in
from srcad.runtime import is_array, is_flat
from srcad.tree import Ours, assign, blocks_of, call, clone, constant, head_nodes, name, placed, transform, walk

NOUNS = {'array': 'array', 'flat': 'scalar', 'reference': 'object', 'text': 'text', 'none': 'none', 'other': 'value'}
TESTS = {'flat': is_flat, 'array': is_array}


class Kinds:
    """The part of `SpellOut` that tells kinds apart: `if isinstance(w, np.ndarray): w_array = w; ...`."""

    def told_apart(self, statements, tested=frozenset()):
        """`tested` are the names whose kinds tests around the statements tell."""
        out = []
        while statements:
            s = statements[0]
            found = self.unsure_names(s)
            if found:
                self.changed, self.here = True, s
                if found[0] in tested:
                    self.inference.refuse(
                        f'srcad cannot tell which kind of value {found[0]} is here: use a name for each kind', s
                    )
                made, count = self.in_parts(s, found), 1
                if made is None:
                    count = self.reach(statements, found)
                    made = self.by_kind(statements[:count], found[0])
            else:
                count = 1
                for block in blocks_of(s):
                    block[:] = self.told_apart(block, tested | {getattr(s, 'tests', None)})
                made = self.by_its_kind(s)
            out, statements = [*out, *placed(made, s)], statements[count:]
            if isinstance(s, gast.AugAssign):  # a number plus an array is of another kind
                tested = tested - {getattr(s.target, 'id', None)}
        return out

    def unsure_names(self, s):
        """The names in a statement itself that are of several kinds there; comprehensions wait until they are loops."""
        inside = {m for c in head_nodes(s) if isinstance(c, LOOPS) for m in walk(c)}
        found = [
            m.id for m in head_nodes(s) if isinstance(m, gast.Name) and m in self.inference.unsure and m not in inside
        ]
        return list(dict.fromkeys(found))

    def reach(self, statements, found):
        """How many statements have one test: simple ones that use this name alone, before it means something else."""
        count = 1
        for k, s in enumerate(statements):
            if k and (blocks_of(s) or isinstance(s, gast.FunctionDef) or self.unsure_names(s) not in ([], found)):
                break
            count = k + 1 if self.unsure_names(s) else count
            if blocks_of(s) or found[0] in assigned_in(s):
                break
        return count

    def in_parts(self, s, found):
        """A statement that uses several such names, with a name for each part that uses one: one test each."""
        if len(found) == 1 or not isinstance(getattr(s, 'value', None), gast.expr) or not self.is_pure(s.value):
            return None
        made = []

        def part(node):
            if isinstance(node, (gast.BoolOp, gast.IfExp, gast.Lambda) + LOOPS):
                return node
            used = {m.id for m in walk(node) if isinstance(m, gast.Name) and m in self.inference.unsure}
            if len(used) != 1 or not isinstance(node, (gast.BinOp, gast.UnaryOp, gast.Call)):
                return None
            made.append(assign(self.fresh(noun_of(node)), node))
            return name(made[-1].targets[0].id)

        value = transform(s.value, part)
        if not made:
            return None
        s = clone_statement(s)
        s.value = value
        return [*made, s]

    def is_pure(self, tree):
        """Whether an expression only calculates: its parts may be worked out in another order."""
        return all(
            isinstance(self.types.get(n.func), Known)
            and hashable(self.types[n.func].value)
            and self.types[n.func].value in RULES
            for n in walk(tree)
            if isinstance(n, gast.Call)
        )

    def by_kind(self, statements, n):
        """Statements as often as there are kinds, each after its test."""
        s = statements[0]
        if blocks_of(s) and len(statements) == 1 and (n in assigned_in(s) or isinstance(s, gast.While)):
            return self.head_apart(s)
        heads = {h for s in statements for h in head_nodes(s)}
        t = next(t for m, t in self.inference.unsure.items() if getattr(m, 'id', None) == n and m in heads)
        first, *rest = self.ordered(t, statements, n)
        out = None
        for kind in reversed([first, *rest]):
            mine = [clone(b) for b in statements]
            if out is None:
                out = mine
            else:
                out = [gast.If(self.test_of(n, kind, t.of(kind)), mine, out)]
                out[0].tests = n
        return out

    def head_apart(self, s):
        """A statement around others whose head uses such a value: what the head computes gets a name before."""
        if isinstance(s, gast.While):
            test = self.fresh('test')
            stop = gast.If(gast.UnaryOp(gast.Not(), name(test)), [gast.Break()], [])
            return [gast.While(constant(True), [assign(test, s.test), stop, *s.body], [])]
        if isinstance(s, gast.With):
            self.inference.refuse('srcad cannot tell which kind of context this is: use a name for each kind', s)
        field = 'test' if isinstance(s, gast.If) else 'iter'
        text = self.fresh('test' if field == 'test' else 'items')
        first = assign(text, getattr(s, field))
        setattr(s, field, name(text))
        return [first, s]

    def ordered(self, t, statements, n):
        """The kinds that are told apart: numbers last, but for what no test can tell; None only where it would not raise."""
        unknown = lambda k: isinstance(t.of(k), Anything)
        order = lambda k: (k == 'other' and unknown(k), k == 'number', k != 'flat', unknown(k), -ancestors(t.of(k)), k)
        kinds = sorted((k for k, _ in t.kinds if k != 'none'), key=order)
        if t.of('none') is None or isinstance(t.of(kinds[-1]), (Number, Array, Ref)) and self.raises(statements[0], n):
            return kinds
        return ['none', *kinds]

    def raises(self, s, n):
        """Whether a name that is None makes a statement fail: it calculates with it."""
        return any(
            isinstance(m, gast.BinOp) and n in (getattr(m.left, 'id', None), getattr(m.right, 'id', None))
            for m in self.surely_evaluated(s)
        )

    def surely_evaluated(self, s):
        """The expressions of a statement itself, but for those that are evaluated only sometimes, or for each item."""
        later = {m for c in head_nodes(s) if isinstance(c, (gast.BoolOp, gast.IfExp) + LOOPS) for m in walk(c)}
        return [m for m in head_nodes(s) if m not in later]

    def by_its_kind(self, s):
        """A name of several kinds that is no number here gets a name for what it is."""
        node = self.other_than_number(s)
        if node is None or is_renaming(s):
            return [s]
        self.changed, self.here = True, s
        t = self.inference.old_types[s] if node is getattr(s, 'target', None) else self.types[node]
        text = self.fresh(f'{node.id}_{noun(t)}')
        first = assign(text, name(node.id))
        if isinstance(s, gast.AugAssign) and getattr(s.target, 'id', None) == node.id:
            return [first, renamed_in(s, node.id, text), assign(node.id, name(text))]
        if not blocks_of(s):
            return [first, *self.by_its_kind(loads_renamed(s, node.id, text))]
        if isinstance(s, gast.While):
            return self.head_apart(s)
        field = 'test' if isinstance(s, gast.If) else 'iter' if isinstance(s, gast.For) else 'items'
        old = getattr(s, field)
        setattr(
            s,
            field,
            [renamed_in(i, node.id, text) for i in old] if field == 'items' else renamed_in(old, node.id, text),
        )
        return [first, *self.by_its_kind(s)]

    def other_than_number(self, s):
        """The first name of several kinds that is known to be no number where the statement itself reads it.

        What is evaluated only sometimes waits until it is a statement.
        """
        for m in self.surely_evaluated(s):
            if isinstance(m, gast.Name) and m.id in self.mixed and m not in self.inference.asked:
                changed = isinstance(s, gast.AugAssign) and m is s.target
                t = self.inference.old_types.get(s) if changed else self.types.get(m)
                if (changed or isinstance(m.ctx, gast.Load)) and is_no_number(t):
                    return m
        return None

    @cached_property
    def mixed(self):
        """The names that are of several kinds, one of them a number."""
        out = {}
        for m, t in self.types.items():
            if isinstance(m, gast.Name) and not isinstance(t, Bottom):
                t = self.inference.unsure.get(m, t)
                kinds = [k for k, _ in t.kinds] if isinstance(t, Either) else [kind_of_value(t)]
                out.setdefault(m.id, set()).update(kinds)
        mine = self.inference.locals | set(self.instance.params)
        return {n for n, kinds in out.items() if len(kinds - {'none'}) > 1 and 'number' in kinds} & mine

    def test_of(self, n, kind, t):
        """The test that a name is of this kind."""
        if t == NONE:
            return gast.Compare(name(n), [gast.Is()], [constant(None)])
        if kind in TESTS:
            return call(Ours(TESTS[kind].__name__, TESTS[kind]), name(n))
        if kind == 'number':
            numbers = [Ours(k.__name__, k) for k in (int, float, complex)]
            what = gast.Tuple([*numbers, gast.Attribute(Ours('np', np), 'number', gast.Load())], gast.Load())
        elif is_named_tuple(t):
            what = Ours(t.of.__name__, t.of)
        elif isinstance(t, TupleOf):
            what = Ours('tuple', tuple)
        elif kind == 'text':
            what = Ours('str', str)
        else:
            classes = sorted(self.heap.kinds_of(t), key=label) if kind == 'reference' else []
            functions = [c for c in classes if issubclass(c, (Closure, FunctionValue, BoundMethod))]
            if functions and functions == classes:  # what else may stand here is no object
                return call(Ours('callable', callable), name(n))
            if not classes or functions:
                self.inference.refuse(
                    f'srcad cannot tell which kind of value {n} is here: use a name for each kind', self.here
                )
            what = [Ours(c.__name__, c) for c in classes]
            what = what[0] if len(what) == 1 else gast.Tuple(what, gast.Load())
        return call(Ours('isinstance', isinstance), name(n), what)

    # Statements some of whose expressions, without a name as yet, are of several kinds

    def is_blocked(self, s):
        return any(m in self.inference.unsure for m in head_nodes(s))

    def unblocked(self, s):
        """The statement with a name for each such expression; the rest of it waits until its types are known."""
        if isinstance(s, gast.With):
            self.inference.refuse('srcad cannot tell which kind of context this is: use a name for each kind', s)
        if blocks_of(s):
            return self.made(*self.head_apart(s))
        if isinstance(s, gast.AugAssign) and not isinstance(s.target, gast.Name) and self.calls_ours(s):
            return self.in_turn(s)
        field = next((f for f in ('value', 'test', 'exc') if isinstance(getattr(s, f, None), gast.AST)), None)
        if field is None:
            self.inference.refuse('srcad cannot tell which kind of value this is: use a name for each kind', s)
        value = self.flat(getattr(s, field))
        made = clone_statement(s)
        setattr(made, field, value)
        if isinstance(s, gast.AugAssign) and s.target in self.inference.unsure:
            return self.do_AugAssign(made)
        if isinstance(s, (gast.Assign, gast.AugAssign)) and value is s.value:
            return self.with_owner_named(s)
        return self.made(made)

    def with_owner_named(self, s):
        """`rows[i][j] = v` with a name for the row, of which a test can tell the kind."""
        to = s.target if isinstance(s, gast.AugAssign) else s.targets[0]
        several = isinstance(s, gast.Assign) and len(s.targets) > 1
        if several or not isinstance(to, (gast.Attribute, gast.Subscript)) or isinstance(to.value, gast.Name):
            self.inference.refuse(
                'srcad cannot tell which kind of value is written to here: use a name for each kind', s
            )
        made, new = clone_statement(s), clone_statement(to)
        if isinstance(s, gast.Assign) and not isinstance(s.value, (gast.Name, gast.Constant)):
            made.value = self.named(s.value)  # Python works it out before the place
        new.value = self.named(to.value)
        setattr(made, *('target', new) if isinstance(s, gast.AugAssign) else ('targets', [new]))
        return self.made(made)


def ancestors(t):
    """How many classes a named tuple's has above it: those with more are asked for first."""
    return len(t.of.__mro__) if is_named_tuple(t) else 0


def noun(t):
    return t.of.__name__.lower() if is_named_tuple(t) else NOUNS[kind_of_value(t)]


def is_renaming(s):
    """Whether a statement gives a value another name, and does nothing else."""
    return isinstance(s, gast.Assign) and isinstance(s.value, gast.Name) and isinstance(s.targets[0], gast.Name)


def assigned_in(s):
    """The names that get another value in a statement; not those that are changed in place, or as `n += 1`."""
    inside = [t for a in walk(s) if isinstance(a, gast.AugAssign) for t in walk(a.target)]
    return {m.id for m in walk(s) if isinstance(m, gast.Name) and not isinstance(m.ctx, gast.Load) and m not in inside}


def loads_renamed(s, old, new):
    """A statement that reads a value under another name; `old += 1` changes it under that name."""
    if old in assigned_in(s) and isinstance(s, gast.Assign):
        return like(gast.copy_location(gast.Assign(s.targets, renamed_in(s.value, old, new), None), s), s)
    return renamed_in(s, old, new)


def is_no_number(t):
    return isinstance(t, (Array, Ref, TupleOf)) or getattr(t, 'array', False) and not getattr(t, 'loose', False)


def clone_statement(s):
    """A statement that shares its parts with another."""
    new = s.__class__.__new__(s.__class__)
    new.__dict__.update(s.__dict__)
    return new
