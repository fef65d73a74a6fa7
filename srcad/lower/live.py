"""Which variables of a generator are read after a yield."""

import gast

from srcad.lower.suspended import yield_of
from srcad.tree import assigned_names, walk


class Live:
    """The variables that are read after a yield before they are assigned: `needed`."""

    def __init__(self):
        self.needed, self.finals = set(), []  # what each `finally` around reads

    def block(self, statements, after, broken, continued):
        """What is live before statements, from what is live after them."""
        for s in reversed(statements):
            after = self.statement(s, after, broken, continued)
        return after

    def statement(self, s, after, broken, continued):
        if isinstance(s, gast.Break):
            return broken
        if isinstance(s, gast.Continue):
            return continued
        if isinstance(s, (gast.Return, gast.Raise)):
            return reads(s).union(*self.finals)
        if isinstance(s, gast.If):
            sides = (self.block(b, after, broken, continued) for b in (s.body, s.orelse))
            return reads(s.test).union(*sides)
        if isinstance(s, (gast.While, gast.For)):
            first = reads(s.test if isinstance(s, gast.While) else s.iter) | after
            while True:
                bound = assigned_names(s.target) if isinstance(s, gast.For) else set()
                found = first | self.block(s.body, first, after, first) - bound
                if found == first:
                    return first
                first = found
        if isinstance(s, (gast.Try, gast.With)):
            last = self.block(getattr(s, 'finalbody', []), after, broken, continued) | after
            self.finals.append(self.block(getattr(s, 'finalbody', []), set(), set(), set()))
            self.block(s.body, last | reads(s), broken | last, continued | last)
            self.finals.pop()
            return after | reads(s)
        to = assigned_names(*s.targets) if isinstance(s, gast.Assign) else {s.name} if isinstance(s, gast.FunctionDef) else set()
        if yield_of(s) is not None:
            self.needed |= after - to
        return after - to | reads(s)


def reads(node):
    """The names that are read in a node; those of `n += 1` too."""
    out = {n.id for n in walk(node) if isinstance(n, gast.Name) and not isinstance(n.ctx, gast.Store)}
    return out | reads_and_writes(node)


def reads_and_writes(node):
    return {n.target.id for n in walk(node) if isinstance(n, gast.AugAssign) and isinstance(n.target, gast.Name)}


def asks_kind_of(n, text):
    return (
        isinstance(n, gast.Call) and getattr(n.func, 'id', '') == 'isinstance' and getattr(n.args[0], 'id', '') == text
    )
