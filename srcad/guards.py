"""`try` and `with` in the primal, and the order in which it evaluates where failures are caught."""

import gast

from srcad.core import Dead, Branch, End, Leaf, is_wrapper, nodes
from srcad.errors import Unfollowed
from srcad.lower.quiet import calm
from srcad.tree import Ours, assign, constant, name, walk


class Guards:
    """The part of `Primal` that keeps failures where they were."""

    def context(self, s):
        """A `with`: what is kept of what it gives is taken inside."""
        head = self.heads.get(s.items[0])
        before = [line.line if isinstance(line, Spot) else line for line in self.before.get(head, [])]
        body = [*self.after.get(head, []), *self.block(s.body)]
        return [*before, gast.With(s.items, body or [gast.Pass()], None)]

    def guarded(self, s):
        """A `try`; where the adjoint asks, it notes whether its statement failed."""
        if is_wrapper(s):
            return gast.Try(self.block(s.body) or [gast.Pass()], s.handlers, [], self.block(s.finalbody))
        (handler,) = s.handlers
        node = self.point_of.get(s)
        answer = self.plan.answers.get(node)
        body, caught = self.statement(s.body[0]), self.block(handler.body)
        if answer:
            body = [*body, assign(answer, constant(False))]
            note, early = (
                [assign(answer, constant(True))],
                any(isinstance(n, End) or ends([n]) for n in nodes(node.body)),
            )
            caught = [*note, *caught] if early else [*(c for c in caught if not isinstance(c, gast.Pass)), *note]
        handler = gast.ExceptHandler(handler.type, handler.name, caught or [gast.Pass()])
        return gast.Try(body, [*refusals(handler.type, body), handler], self.block(s.orelse), [])

    def in_order(self, parts, lifted):
        """Expressions that are evaluated one after the other; where failures are caught, it stays that order."""
        out = []
        for node in parts:
            lines = []
            new = self.expr(node, lines)
            if lines and self.ordered:
                out = [self.lifted_too(tree, lifted) for tree in out]
            lifted += lines
            out.append(new)
        return out

    def lifted_too(self, tree, lifted):
        if isinstance(tree, gast.Slice):
            bounds = [b and self.lifted_too(b, lifted) for b in (tree.lower, tree.upper, tree.step)]
            return gast.Slice(*bounds)
        if isinstance(tree, (gast.keyword, gast.operator, gast.cmpop)) or calm(tree, lambda n: True):
            return tree
        if isinstance(tree, gast.Attribute) and calm(tree.value, lambda n: True):
            return tree
        text = self.names.fresh('part')
        lifted.append(assign(text, tree))
        return name(text)

    def stored_last(self, s, new, before, lifted):
        """Where failures are caught: an element is read after what replaces it."""
        if not self.ordered or not isinstance(s, gast.Assign) or not isinstance(new[-1], gast.Assign):
            return
        if isinstance(new[-1].targets[0], gast.Subscript) and not calm(new[-1].value, lambda n: True) and before:
            text = self.names.fresh('value')
            lifted.append(assign(text, new[-1].value))
            new[-1].value = name(text)
            moved, before[:] = list(before), []
            lifted += moved


class Spot:
    """A record's line, which stands after what else goes before a statement."""

    def __init__(self, line):
        self.line = line


def ends(block):
    last = block[-1] if block else None
    return (
        isinstance(last, (End, Dead))
        or isinstance(last, Leaf)
        and isinstance(last.stmt, gast.Return)
        or isinstance(last, Branch)
        and ends(last.body)
        and ends(last.orelse)
    )


def refusals(kinds, body):
    """The handler before one that catches everything, which lets pass what the run of a function may refuse."""
    whole = kinds is None or any(getattr(n, 'id', None) == 'BaseException' for n in walk(kinds))
    called = [n.func for s in body for n in walk(s) if isinstance(n, gast.Call)]
    if not whole or not any(isinstance(f, Ours) or getattr(f, 'id', '').endswith('_primal') for f in called):
        return []
    return [gast.ExceptHandler(Ours('Unfollowed', Unfollowed), None, [gast.Raise(None, None)])]
