"""Do all variables that statements read have a value? Where NameError is caught, this must be known."""

import gast

from srcad.analysis.call_kinds import UserCall
from srcad.analysis.flow import assigned
from srcad.tree import COMPREHENSIONS, FUNCTIONS, arguments, blocks_of, children, stored_names, walk

LEAVING = (gast.Return, gast.Raise, gast.Break, gast.Continue)


def all_have_values(inference, place=None, inside=()):
    """Whether the variables that a statement reads surely have values, and those of the functions that it calls.

    Of all statements of a function, if `place` is None.
    """
    tree = inference.tree
    look = Look(stored_names(tree), place)
    look.block(tree.body, {a.id for a in arguments(tree)} | set(inference.params))
    if not look.sure:
        return False
    calls = [inference.calls.get(n) for s in ([place] if place is not None else tree.body) for n in walk(s)]
    called = {c.instance for c in calls if isinstance(c, UserCall)} - {*inside}
    return all(
        i.inference is not None and all_have_values(i.inference, None, (*inside, *called)) for i in called
    )


class Look:
    """A walk through statements in their order, with the names that have a value."""

    def __init__(self, local, place):
        self.local, self.place, self.sure = local, place, True

    def block(self, statements, known):
        """The names that have a value behind a block; None if nothing comes there."""
        for s in statements:
            if known is None:
                break
            known = self.statement(s, known)
        return known

    def statement(self, s, known):
        head = {c for c in children(s) if not isinstance(c, (gast.stmt, gast.ExceptHandler))}
        if self.place is None or any(s is n for n in walk(self.place)):
            self.reads([c for c in head if not isinstance(c, FUNCTIONS)], known)
            self.sure = self.sure and not isinstance(s, (gast.Delete, *FUNCTIONS))
        if isinstance(s, LEAVING):
            return None
        known = known | set(assigned(s)) | ({s.name} if isinstance(s, gast.FunctionDef) else set())
        if isinstance(s, (gast.For, gast.While)):
            self.block(s.body, known)
            return known if not isinstance(s, gast.For) else known - set(assigned(s))
        if isinstance(s, gast.Try):
            ends = [self.block([*s.body, *s.orelse], known), *(self.block(h.body, known) for h in s.handlers)]
        elif isinstance(s, gast.If):
            ends = [self.block(s.body, known), self.block(s.orelse, known)]
        else:
            return self.block([x for b in blocks_of(s) for x in b], known)
        ends = [e for e in ends if e is not None]
        return set.intersection(*ends) if ends else None

    def reads(self, nodes, known):
        loops = [n for c in nodes for n in walk(c) if isinstance(n, COMPREHENSIONS)]
        made = {n.id for c in loops for n in walk(c) if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Store)}
        read = {n.id for c in nodes for n in walk(c) if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Load)}
        self.sure = self.sure and not (read & self.local - known - made)
