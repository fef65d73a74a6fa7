"""`any` and `all` of what changes something, as loops."""

import gast

from srcad.lower.comprehensions import movable
from srcad.lower.hoist import Hoist
from srcad.tree import FUNCTIONS, blocks, children, walk


def searches(function, means):
    """`any(...)` and `all(...)` of what changes something become loops that stop where these stop.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(xs, x):
    ...     return x if any(xs.pop() > 1.0 for k in range(3)) else 0.0
    >>> source = parse(f)
    >>> print(to_source(searches(source.tree, Means(source.tree, source))), end='')
    def f(xs, x):
        found = False
        for k in range(3):
            if xs.pop() > 1.0:
                found = True
                break
        return x if found else 0.0
    """
    function.body = blocks(function.body, Searches(function, means).statement)
    return function


class Searches(Hoist):
    """As `Hoist`, for `any` and `all` alone: before generators are spelled out, which would give all they have."""

    def needs(self, node):
        if isinstance(node, FUNCTIONS):
            return False
        return isinstance(node, gast.Call) and self.stops_early(node) or any(map(self.needs, children(node)))

    def stops_early(self, node):
        whole = node.args[0] if len(node.args) == 1 else None
        f = self.means(node.func) if isinstance(whole, gast.GeneratorExp) and movable(whole, self.means) else None
        return (f is any or f is all) and (self.acts(whole) or any(map(self.asks_an_object, walk(whole))))

    def statement(self, s):
        return [s] if isinstance(s, gast.While) and s.orelse else super().statement(s)
