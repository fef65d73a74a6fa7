"""What is kept and what is computed or asked again."""

import gast

from srcad.analysis.call_kinds import RuleCall
from srcad.analysis.flow import Version
from srcad.analysis.heap import holds_others
from srcad.analysis.types import Anything, Array, Either as SeveralKinds, ListOf, Number, Ref
from srcad.core import Branch, Failed, Flag, Leaf, has_one_way, nodes
from srcad.past import BLOCKS, Either, If, Past, lines_in, trees_in
from srcad.record.fields import Field
from srcad.runtime import is_array, is_flat
from srcad.tree import COMPREHENSIONS, constant, walk


LAZY = (gast.IfExp, gast.BoolOp, gast.Compare) + COMPREHENSIONS  # some of whose parts may not be evaluated

# Functions that only ask
ASKING = (len, abs, float, int, isinstance, is_array, is_flat)


class Choices:
    """The part of `Plan` that chooses."""

    # Choices: read or compute again, ask again or keep the answer

    def asked_anyway(self):
        """The versions of single names that tests of the adjoint's lines ask for."""
        out = set()
        for line in lines_in(self.lines):
            if (
                isinstance(line, If)
                and line.branch is not None
                and not isinstance(line.branch.test, (Flag, Failed))
                and self.is_askable(line.branch.test)
            ):
                pasts = self.pasts(self.asked(line.branch))
                if all(p.atom is None for p in pasts):
                    versions = {self.version(p) for p in pasts}
                    out |= versions if len(versions) == 1 else set()
        return out

    def asked(self, branch):
        """The test of a branch as the adjoint asks it again."""
        self.reverse.point, self.reverse.lazy, self.reverse.stmt = branch, 1, branch.stmt
        tree = self.reverse.tree(branch.test)
        self.reverse.lazy = 0
        return tree

    def available(self, tree, soft=()):
        """Whether all that a tree reads is kept anyway, or costs nothing to keep."""
        for p in self.pasts(tree):
            if isinstance(p, Either) or p.id in self.reverse.restored and not p.shape:
                return False
            if p.atom is not None:
                if (
                    self.is_of_whole(p)
                    or not self.atom_stands(p)
                    or not all(self.available(q) for q in self.atom_parts(p))
                ):
                    return False
                continue
            v = self.version(p)
            if v in self.fields[v.level] or v in soft or self.is_counter(v) and v.level not in self.homes.values():
                continue
            if v.level is None and not v.content and self.stands(v):
                continue
            return False
        return True

    def stands(self, v):
        """Whether a version of the function is current wherever the function ends."""
        ends = self.ends(None)
        states = [self.follow(v, e) for e in ends]
        return bool(ends) and all('lost' not in s and 'other' not in s for s in states)

    def choose_either(self):
        soft = self.asked_anyway()
        for tree in trees_in(self.lines):
            for n in self.pasts(tree):
                if isinstance(n, Either):
                    kept = self.version(n.kept)
                    if (
                        kept in self.fields[kept.level]
                        or self.stands_cheaply(kept)
                        or n.again is None
                        or not self.available(n.again, soft)
                    ):
                        n.choice = n.kept
                    else:
                        n.choice = n.again
                    for p in self.pasts(n.choice):
                        self.need(p)

    def stands_cheaply(self, v):
        return v.level is None and self.stands(v)

    def choose_tests(self, lines):
        for line in lines:
            if isinstance(line, If) and line.branch is not None:
                self.choose_test(line)
            for f in ('body', 'orelse'):
                self.choose_tests(getattr(line, f, None) or []) if isinstance(line, BLOCKS) else None

    def choose_test(self, line):
        branch = line.branch
        if isinstance(branch.test, Flag):
            level = branch.level
            if branch.test not in self.flags:
                self.flags[branch.test] = Field(None, (10**7, 0, ''), flag=branch.test)
                self.fields[level][branch.test] = self.flags[branch.test]
            return
        guarded = isinstance(branch.test, Failed)
        if not guarded and self.is_askable(branch.test):
            tree = self.asked(branch)
            if self.available(tree):
                for p in self.pasts(tree):
                    self.need(p)
                line.test = tree
                return
        if not guarded:
            line.test = self.told_by_record(branch)
            if line.test is not None:
                return
        if branch not in self.answers:
            text = self.names.fresh('failed' if guarded else 'taken')
            self.answers[branch] = text
            self.add_extra(text, branch, early=not guarded)
        line.test = Past(self.answers[branch], branch, True)
        self.keep(Version(self.answers[branch], branch.level, frozenset([branch])))

    def told_by_record(self, branch):
        """Which way a branch went, told by the record of a call on one of them, which is None on the other; or None."""
        for text in self.reverse.saved.values():
            node = self.extra.get(text)
            if node is None or node.level is not branch.level or any(isinstance(n, LAZY) for n in walk(node.stmt)):
                continue
            if Version(text, node.level, frozenset([node])) not in self.fields[node.level]:
                continue
            for block, op in ((branch.body, gast.IsNot()), (branch.orelse, gast.Is())):
                if node.block is block:
                    return gast.Compare(Past(text, branch, True), [op], [constant(None)])
        return None

    def is_askable(self, test):
        """Comparisons and arithmetic of numbers, and known functions of them."""
        if self.inference.is_unseen(test) or self.may_change(test):
            return False
        for n in walk(test):
            if isinstance(n, gast.Compare) and self.reverse.asks_now(n):
                return False
            if (
                isinstance(n, gast.Call)
                and not isinstance(self.inference.calls.get(n), RuleCall)
                and getattr(self.inference.types.get(n.func), 'value', None) not in ASKING
            ):
                return False
            if isinstance(n, (gast.ListComp, gast.GeneratorExp, gast.NamedExpr, gast.MatMult)):
                return False
            if isinstance(n, (gast.BinOp, gast.Call, gast.UnaryOp)) and isinstance(
                self.inference.types.get(n), (Array, Anything)
            ):
                return False
        return True

    def may_change(self, test):
        """Whether a test asks for the truth of a container or an array, which may be another one later."""
        if isinstance(test, gast.BoolOp):
            return any(map(self.may_change, test.values))
        if isinstance(test, gast.UnaryOp) and isinstance(test.op, gast.Not):
            return self.may_change(test.operand)
        if isinstance(test, gast.Name) and test.id in self.memory.several:
            return True
        if isinstance(test, gast.Name):
            types = [t for n, t in self.inference.types.items() if getattr(n, 'id', None) == test.id]
            several = len({type(t) for t in types}) > 1  # `test = items`, and then `test = items[-1] > 0`
            if not several and test.id not in self.memory.changing and not self.inference.is_unseen(test):
                return isinstance(self.inference.types.get(test), (Anything, SeveralKinds))
        else:
            types = [] if isinstance(test, gast.Compare) else [self.inference.types.get(test)]
        return any(isinstance(t, (Array, Anything, SeveralKinds, ListOf, Ref)) for t in types)

    # Computing again

    def recompute(self):
        """A number that one side of a branch computes from what is kept is computed again there."""
        for level, fields in self.fields.items():
            for v, f in list(fields.items()):
                if f.flag is not None or v.content or v.name in self.extra or len(v.defs) != 1:
                    continue
                leaf = next(iter(v.defs))
                if (
                    not isinstance(leaf, Leaf)
                    or not isinstance(leaf.parent, Branch)
                    or has_one_way(leaf.parent)
                    or leaf.parent in self.skip_path(leaf.level)
                    or not isinstance(leaf.stmt, gast.Assign)
                ):
                    continue
                s = leaf.stmt
                if (
                    not isinstance(s.targets[0], gast.Name)
                    or not isinstance(self.inference.types.get(s.value), Number)
                    or not self.reverse.may_repeat(s.value)
                    or holds_others(self.inference.types, s.value)
                    or self.used_outside(v, leaf)
                ):
                    continue
                self.reverse.point, self.reverse.lazy, self.reverse.stmt = leaf, 1, s
                tree = self.reverse.tree(s.value)
                self.reverse.lazy = 0
                again = self.available(tree) and self.are_counted(tree)
                if again and not any(self.version(p) == v for p in self.pasts(tree) if p.atom is None):
                    for p in self.pasts(tree):
                        self.need(p)
                    del fields[v]
                    self.again.setdefault((leaf.parent, leaf in leaf.parent.body), []).append((f, leaf, tree))

    def are_counted(self, tree):
        """Whether the loops count what a tree reads of their counters."""
        for p in self.pasts(tree):
            if p.atom is not None:
                if not all(map(self.are_counted, self.atom_parts(p))):
                    return False
                continue
            v = self.version(p)
            counted = self.headers.get(v.level, {}).get('counter', ())
            if self.is_counter(v) and v not in self.fields[v.level] and 'counter' not in counted:
                return False
        return True

    def thin(self):
        """A step that keeps one number is a number, not a tuple: what cheap arithmetic gives again is not kept."""
        for level, fields in self.fields.items():
            again = [
                (f, *self.cheap_again(v))
                for v, f in fields.items()
                if level is not None and f.flag is None and self.cheap_again(v)
            ]
            kept = [v for v, f in fields.items() if not any(f is g for g, _, _ in again)]
            if len(kept) != 1 or not again or isinstance(kept[0], Flag):
                continue
            if all(
                self.version(p) in kept or self.version(p).level is not level and self.available(p)
                for _, _, tree in again
                for p in self.pasts(tree)
            ) and all(self.are_counted(tree) for _, _, tree in again):
                for f, leaf, tree in again:
                    for p in self.pasts(tree):
                        self.need(p)
                    del fields[f.version]
                    self.again.setdefault(level, []).append((f, leaf, tree))

    def cheap_again(self, v):
        """The leaf and the tree that give a version of a number again by a little arithmetic; None if they do not."""
        leaf = next(iter(v.defs)) if len(v.defs) == 1 else None
        if (
            v.content
            or v.name in self.extra
            or not isinstance(leaf, Leaf)
            or not isinstance(leaf.stmt, gast.Assign)
            or leaf.block is not v.level.body
        ):
            return None
        s = leaf.stmt
        t = self.inference.types.get(s.value)
        if (
            not isinstance(s.targets[0], gast.Name)
            or not isinstance(t, Number)
            or t.dtype
            or not is_arithmetic(s.value)
        ):
            return None
        self.reverse.point, self.reverse.lazy, self.reverse.stmt = leaf, 1, s
        tree = self.reverse.tree(s.value)
        self.reverse.lazy = 0
        return None if any(p.atom is not None for p in self.pasts(tree)) else (leaf, tree)

    def used_outside(self, v, leaf):
        """Whether a version is read outside the side of the branch that makes it."""
        block = leaf.parent.body if leaf in leaf.parent.body else leaf.parent.orelse
        inside = set(nodes(block))
        for tree in [*trees_in(self.lines), *self.tests_in(self.lines)]:
            for p in self.pasts(tree):
                if (
                    isinstance(p, Past)
                    and p.atom is None
                    and p.id == v.name
                    and self.version(p) == v
                    and p.point not in inside
                ):
                    return True
        return False


def is_arithmetic(node):
    """At most four sums and products of names and numbers."""
    inner = [n for n in walk(node) if isinstance(n, (gast.BinOp, gast.UnaryOp))]
    return (
        0 < len(inner) <= 4
        and all(
            isinstance(
                n, (gast.BinOp, gast.UnaryOp, gast.Name, gast.Constant, gast.operator, gast.unaryop, gast.expr_context)
            )
            for n in walk(node)
        )
        and all(isinstance(n.op, (gast.Add, gast.Sub, gast.Mult, gast.USub)) for n in inner)
    )
