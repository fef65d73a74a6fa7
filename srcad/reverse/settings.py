"""The adjoint's lines stand under the settings that held for their statements: `with np.errstate(...)`."""

import gast

from srcad.analysis.flow import names_read
from srcad.core import Leaf, nodes
from srcad.lower.contexts import SETTINGS
from srcad.past import Within
from srcad.printer import Comment
from srcad.tree import walk, blocks_of


class Settings:
    """The part of `Reverse` that puts lines under a `with`."""

    def setting(self, node):
        """The `with` whose settings hold for all of a node; None if there is none."""
        if isinstance(node, Leaf):
            return self.around.get(node.stmt)
        inner = {self.setting(n) for n in nodes([node]) if isinstance(n, Leaf)}
        return inner.pop() if len(inner) == 1 else None

    def stand_within(self, here, above, start):
        """Put the lines from `start` on under the `with` that they came from."""
        lines = self.out[start:]
        if here is not above and any(not is_comment(l) for l in lines):
            self.out[start:] = [Within(here, lines)]


def settings(statements, inference):
    """For each statement under a `with` of NumPy's settings, that `with`."""
    out = {}
    for s in statements:
        for block in blocks_of(s):
            out.update(settings(block, inference))
        head = s.items[0].context_expr if isinstance(s, gast.With) else None
        known = getattr(inference.types.get(getattr(head, 'func', None)), 'value', None) in SETTINGS
        if known and not names_read(head) & inference.locals:
            out.update({n: s for b in s.body for n in walk(b) if n not in out})
    return out


def is_comment(line):
    return isinstance(line, gast.Expr) and isinstance(getattr(line.value, 'value', None), Comment)
