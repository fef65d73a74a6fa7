"""Which names are read again: an array that takes another name for good is moved, not shared."""
import gast

from srcad.tree import walk, walk_here


def moves(function):
    """The statements `a = b` after which `b` is not read before it is assigned anew.

    >>> f = gast.parse('def f(u):\\n    for k in range(3):\\n        new = u * 2\\n        u = new\\n    return u').body[0]
    >>> len(moves(f))
    1
    """
    found = {}
    Liveness(found).block(function.body, frozenset(), None, None)
    return {s for s, live in found.items() if s.value.id not in live}


class Liveness:
    """Walks backwards; `live` are the names that may be read before they are assigned."""

    def __init__(self, found):
        self.found = found

    def block(self, statements, live, on_break, on_continue):
        for s in reversed(statements):
            live = self.statement(s, live, on_break, on_continue)
        return live

    def statement(self, s, live, on_break, on_continue):
        if isinstance(s, gast.If):
            return self.block(s.body, live, on_break, on_continue) | self.block(s.orelse, live, on_break, on_continue) | reads(s.test)
        if isinstance(s, (gast.For, gast.While)):
            return self.loop(s, live)
        if isinstance(s, gast.Break):
            return on_break
        if isinstance(s, gast.Continue):
            return on_continue
        if isinstance(s, (gast.Return, gast.Raise)):
            return reads(s)
        if isinstance(s, gast.Assign):
            if isinstance(s.value, gast.Name) and isinstance(s.targets[0], gast.Name):
                self.found[s] = self.found.get(s, frozenset()) | live
            bound = {n.id for t in s.targets for n in walk(t) if isinstance(n, gast.Name) and not isinstance(n.ctx, gast.Load)}
            return live - bound | reads(s)
        if isinstance(s, gast.AugAssign):
            return live | reads(s) | {n.id for n in walk(s.target) if isinstance(n, gast.Name)}
        return live | reads(s)

    def loop(self, s, after):
        head = after | reads(s.test if isinstance(s, gast.While) else s.iter)
        bound = {n.id for n in walk(s.target) if isinstance(n, gast.Name)} if isinstance(s, gast.For) else set()
        while True:
            new = head | (self.block(s.body, head, after, head) - bound)
            if new == head:
                return head
            head = new


def reads(node):
    """The names that a node reads, those of functions defined in it too."""
    return frozenset(n.id for n in walk(node) if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Load))
