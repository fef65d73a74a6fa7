"""Which names are read again: an array that takes another name for good is moved, not shared."""

import gast

from srcad.lower.quiet import bound_by
from srcad.tree import FUNCTIONS, read_names, stored_names, walk


def moves(function):
    """The statements `a = b` after which `b` is assigned anew before it is read, each with the names that may be read.

    >>> text = 'def f(u):\\n    for k in range(3):\\n        new = u * 2\\n        u = new\\n    return u'
    >>> f = gast.parse(text).body[0]
    >>> len(moves(f))
    1
    """
    found, own = live_in(function).renamings, stored_names(function)
    captured = read_later(function)
    return {
        s: live | captured
        for s, live in found.items()
        if given_away(s) <= own and not given_away(s) & (live | captured)  # what is not its own, others read
    }


def outlive(function):
    """The `for` loops of whose variables some may be read behind them, each with their names.

    >>> text = 'def f(u):\\n    for k in u:\\n        for j in k:\\n            pass\\n    return k'
    >>> [sorted(names) for names in outlive(gast.parse(text).body[0]).values()]
    [['k']]
    """
    found, captured = live_in(function).behind, read_later(function)
    bound = {s: {n.id for n in walk(s.target) if isinstance(n, gast.Name)} & (live | captured) for s, live in found.items()}
    return {s: names for s, names in bound.items() if names}


def live_in(function):
    made = Liveness()
    made.block(function.body, frozenset(), frozenset(), frozenset())
    return made


def read_later(function):
    """The names that functions in a function capture: a call may read them at any time."""
    inner = [f for f in walk(function) if isinstance(f, FUNCTIONS) and f is not function]
    return frozenset().union(*map(reads, inner))


def given_away(s):
    """The names that an exchange of names reads and does not assign."""
    return names_of(s.value) - names_of(s.targets[0])


def names_of(node):
    return {n.id for n in (node.elts if isinstance(node, gast.Tuple) else [node])}


def is_renaming(s):
    """`a = b`, or `a, b = b, c`: only names, each read once and assigned once."""
    if not isinstance(s, gast.Assign) or len(s.targets) != 1:
        return False
    sides = [n.elts if isinstance(n, gast.Tuple) else [n] for n in (s.targets[0], s.value)]
    return (
        len(sides[0]) == len(sides[1])
        and isinstance(s.targets[0], gast.Tuple) == isinstance(s.value, gast.Tuple)
        and all(
            all(isinstance(e, gast.Name) for e in side) and len({e.id for e in side}) == len(side) for side in sides
        )
    )


def is_exchange(s, moved):
    """Whether a tuple of names only changes what they are called: `A, B = B, A`, or with names not read again."""
    return s in moved and isinstance(s.value, gast.Tuple)


class Liveness:
    """Walks backwards; `live` are the names that may be read before they are assigned.

    What is live behind each statement that only renames, and behind each `for`, is noted.
    """

    def __init__(self):
        self.renamings, self.behind = {}, {}

    def block(self, statements, live, on_break, on_continue):
        for s in reversed(statements):
            live = self.statement(s, live, on_break, on_continue)
        return live

    def statement(self, s, live, on_break, on_continue):
        if isinstance(s, gast.If):
            return (
                self.block(s.body, live, on_break, on_continue)
                | self.block(s.orelse, live, on_break, on_continue)
                | reads(s.test)
            )
        if isinstance(s, (gast.For, gast.While)):
            return self.loop(s, live)
        if isinstance(s, gast.With):
            inner = self.block(s.body, live, on_break, on_continue)
            heads = [item.context_expr for item in s.items]
            return (inner - bound_by(s)).union(*map(reads, heads))
        if isinstance(s, gast.Try):
            return self.guarded(s, live, on_break, on_continue)
        if isinstance(s, gast.Break):
            return on_break
        if isinstance(s, gast.Continue):
            return on_continue
        if isinstance(s, (gast.Return, gast.Raise)):
            return reads(s)
        if isinstance(s, gast.Assign):
            if is_renaming(s):
                self.renamings[s] = self.renamings.get(s, frozenset()) | live
            bound = {
                n.id
                for t in s.targets
                for n in walk(t)
                if isinstance(n, gast.Name) and not isinstance(n.ctx, gast.Load)
            }
            return live - bound | reads(s)
        if isinstance(s, gast.AugAssign):
            return live | reads(s) | {n.id for n in walk(s.target) if isinstance(n, gast.Name)}
        return live | reads(s)

    def guarded(self, s, live, on_break, on_continue):
        """Any statement of the body may be the last one before a handler."""
        live = self.block(s.finalbody, live, on_break, on_continue)
        caught = frozenset().union(*(self.block(h.body, live, on_break, on_continue) for h in s.handlers))
        inner = self.block([*s.body, *s.orelse], live, on_break, on_continue)
        if s.handlers or s.finalbody:
            inner |= caught | frozenset().union(*map(reads, s.finalbody))
        return inner.union(*(reads(h.type) for h in s.handlers if h.type is not None))

    def loop(self, s, after):
        head = after | reads(s.test if isinstance(s, gast.While) else s.iter)
        bound = {n.id for n in walk(s.target) if isinstance(n, gast.Name)} if isinstance(s, gast.For) else set()
        if isinstance(s, gast.For):
            self.behind[s] = self.behind.get(s, frozenset()) | after
        while True:
            new = head | (self.block(s.body, head, after, head) - bound)
            if new == head:
                return head
            head = new


def reads(node):
    """The names that a node reads, those of functions defined in it too."""
    return frozenset(read_names(node))
