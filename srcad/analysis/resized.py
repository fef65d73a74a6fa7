"""Containers that change while a loop runs over them: lists that get longer or shorter, items that become others."""

import gast

from srcad.analysis.call_kinds import UserCall
from srcad.analysis.marks import MUTATING, ByClass, Method, Rewritten
from srcad.analysis.types import Array, Ref
from srcad.tree import walk

RESIZING = {
    'append', 'appendleft', 'insert', 'extend', 'extendleft', 'pop', 'popleft', 'remove', 'clear', 'popitem', 'update'
}  # fmt: skip


def resizes(inference, statements, items):
    """Whether statements, or functions that they call, may change the length of a list that has the type `items`."""
    return changes(inference, statements, items, resized_by, set())


def sets(inference, statements, whole):
    """Whether they may change an item of what has the type `whole`: of arrays, whether they write into any."""
    return changes(inference, statements, whole, set_by, set())


def changes(inference, statements, whole, changed_by, seen):
    for n in (m for s in statements for m in walk(s)):
        c = inference.calls.get(n)
        if isinstance(c, ByClass) and changed_by is set_by:  # which of several functions this calls is not known yet
            return True
        if isinstance(c, Rewritten) and changes(inference, [c.made], whole, changed_by, seen):
            return True
        if isinstance(c, UserCall) and c.instance not in seen and c.instance.inference is not None:
            seen.add(c.instance)
            if changes(c.instance.inference, c.instance.tree.body, whole, changed_by, seen):
                return True
        t = inference.types.get(changed_by(n, c))
        both = isinstance(t, Ref) and isinstance(whole, Ref)
        if t is not None and (t.sites & whole.sites if both else isinstance(t, Array) and isinstance(whole, Array)):
            return True
    return False


def set_by(n, c):
    """The container, or the array, of which a node may change an item; None if it changes none."""
    if isinstance(c, Method):
        return c.owner if c.name in MUTATING else None
    if isinstance(n, gast.AugAssign):
        return n.target
    return n.value if isinstance(n, gast.Subscript) and not isinstance(n.ctx, gast.Load) else None


def resized_by(n, c):
    """The container whose length a node may change; None if it changes none."""
    if isinstance(c, Method):
        return c.owner if c.name in RESIZING else None
    if isinstance(n, gast.AugAssign):
        return n.target if not isinstance(n.target, gast.Subscript) or isinstance(n.target.slice, gast.Slice) else None
    part = isinstance(n, gast.Subscript) and not isinstance(n.ctx, gast.Load)
    return n.value if part and (isinstance(n.slice, gast.Slice) or isinstance(n.ctx, gast.Del)) else None
