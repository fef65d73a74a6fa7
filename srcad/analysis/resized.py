"""Lists that get longer or shorter while a loop runs over them."""

import gast

from srcad.analysis.call_kinds import UserCall
from srcad.analysis.marks import Method
from srcad.analysis.types import Ref
from srcad.tree import walk

RESIZING = {
    'append', 'appendleft', 'insert', 'extend', 'extendleft', 'pop', 'popleft', 'remove', 'clear', 'popitem', 'update'
}  # fmt: skip


def resizes(inference, statements, items, seen=None):
    """Whether statements, or functions that they call, may change the length of a list that has the type `items`."""
    seen = set() if seen is None else seen
    for n in (m for s in statements for m in walk(s)):
        c = inference.calls.get(n)
        if isinstance(c, UserCall) and c.instance not in seen and c.instance.inference is not None:
            seen.add(c.instance)
            if resizes(c.instance.inference, c.instance.tree.body, items, seen):
                return True
        t = inference.types.get(resized_by(n, c))
        if isinstance(t, Ref) and t.sites & items.sites:
            return True
    return False


def resized_by(n, c):
    """The container whose length a node may change; None if it changes none."""
    if isinstance(c, Method):
        return c.owner if c.name in RESIZING else None
    if isinstance(n, gast.AugAssign):
        return n.target if not isinstance(n.target, gast.Subscript) or isinstance(n.target.slice, gast.Slice) else None
    part = isinstance(n, gast.Subscript) and not isinstance(n.ctx, gast.Load)
    return n.value if part and (isinstance(n.slice, gast.Slice) or isinstance(n.ctx, gast.Del)) else None
