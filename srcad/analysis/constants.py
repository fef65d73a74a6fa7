"""Containers of constants that change: only by reference it is known what a second name of one holds at any time."""

import gast

from srcad.analysis.call_kinds import UserCall
from srcad.analysis.types import Anything, Known, Local, Number, is_text
from srcad.tree import walk

HAS_TWO = 'srcad follows by reference what changes under one name and is read under another'


def have_one_name(instance):
    """Refuse, in the short way, a change of a container of constants that has, or may have, another name."""
    inference = instance.inference
    active = inference.active_groups()
    unknown = {n.id for n, t in inference.types.items() if isinstance(n, gast.Name) and type(t) is Anything and not t.array}
    unseen = inference.unseen | inference.written & unknown
    changed = {n for n in inference.listed | unseen if inference.groups.find(n) not in active}
    if not changed:
        return
    holding = {n.id for n, t in inference.types.items() if isinstance(n, gast.Name) and may_hold(t)}
    holding &= inference.locals | set(inference.params)
    roots = [inference.storage(n) for n in sorted(holding)]
    twice = {root for root in roots if roots.count(root) > 1}
    if any(inference.storage(n) in twice for n in changed) or changed & from_calls(instance) or is_handed_on(unseen, inference):
        inference.only_by_reference(HAS_TWO, instance.tree)


def may_hold(t):
    return not isinstance(t, (Number, Known, Local)) and not is_text(t)


def from_calls(instance):
    """The names that a function of the program gives what it may keep in its record."""
    inference = instance.inference
    return {
        n.id
        for s in walk(instance.tree)
        if isinstance(s, gast.Assign) and any(isinstance(inference.calls.get(c), UserCall) for c in walk(s.value))
        for to in s.targets
        for n in walk(to)
        if isinstance(n, gast.Name)
    }


def is_handed_on(unseen, inference):
    """Whether what an unknown call may change is given to a function of the program, whose record may keep it."""
    roots = {inference.storage(n) for n in unseen}
    calls = [c for c in inference.calls.values() if isinstance(c, UserCall)]
    return any(inference.storage(n) in roots for c in calls for a in c.args for n in inference.aliases(a))
