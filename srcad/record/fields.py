"""What a plan is made of."""
import gast

from srcad.core import Branch, End


class Field:
    """A version that is kept: `source` is what the primal calls it, `var` what the adjoint does."""

    def __init__(self, version, order, type=None, flag=None):
        self.version, self.order, self.type, self.flag = version, order, type, flag
        self.source = version.name if version else None
        self.var, self.maybe = None, False  # maybe: it may be None
        self.changes, self.copied = False, False  # what it names may change later; it is copied into the record


def leaves(block):
    """Whether every way through a block of the core ends the trip."""
    if not block:
        return False
    last = block[-1]
    return isinstance(last, End) and all(isinstance(s, (gast.Break, gast.Continue)) for s in last.stmts) or \
        isinstance(last, Branch) and leaves(last.body) and leaves(last.orelse)
