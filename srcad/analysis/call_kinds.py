"""What a call turns out to be, for all that comes after the types."""

from dataclasses import dataclass

import gast
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from srcad.rules.table import Rule

KEYED = 'srcad cannot tell which arguments stand behind these two stars: name each of them'
STARRED = 'srcad cannot tell how many values stand behind this star: name each of them, or use one list'

VIEWS = {
    np.transpose,
    np.reshape,
    np.ravel,
    np.squeeze,
    np.swapaxes,
    *filter(None, [getattr(np, 'matrix_transpose', None)]),
    np.asarray,
    np.diag,
    np.expand_dims,
    np.atleast_1d,
    np.atleast_2d,
    np.atleast_3d,
    np.moveaxis,
    np.rollaxis,
    np.flip,
    np.flipud,
    np.fliplr,
    np.rot90,
    np.real,
    np.imag,
    np.broadcast_to,
    np.diagonal,
    sliding_window_view,
}
# Views of which several elements may be one of the argument, which are read only
OVERLAPPING = {np.broadcast_to, sliding_window_view}
# Functions whose value is a view of their argument only if its memory, or another argument, says so
MAYBE = {np.reshape, np.ravel, np.asarray, np.flip, np.einsum, np.diff, np.linalg.matrix_power}


@dataclass(eq=False)
class RuleCall:
    """A row of the table, with the node of each parameter; a list of nodes for a variadic one."""

    rule: Rule
    args: dict
    key: object = None

    @property
    def views(self):
        """Whether the value may share its memory with the argument x."""
        return self.key in VIEWS or self.may_view

    @property
    def may_view(self):
        """Whether only the run tells that."""
        if self.key is np.einsum:
            return 'y' not in self.args
        if self.key in (np.diff, np.linalg.matrix_power):  # x itself, if n is 0, or 1
            n = self.args.get('n', gast.Constant(1, None))
            return not isinstance(n, gast.Constant) or n.value == (0 if self.key is np.diff else 1)
        return self.key in MAYBE


@dataclass(eq=False)
class UserCall:
    """A function with source: its instance, and an argument (a node) for each of its parameters."""

    instance: object
    args: list
    leading: int = 0  # how many of them stand elsewhere than among the call's arguments


@dataclass(eq=False)
class ListAppend:
    """`items.append(value)`."""

    items: gast.AST
    value: gast.AST


@dataclass(eq=False)
class TupleCall:
    """A namedtuple that is built from its items."""

    items: list


@dataclass(eq=False)
class PlainCall:
    """A call that carries no derivative."""
