"""Containers of constants that change: only by reference it is known what a second name of one holds at any time."""

import gast

from srcad.analysis.call_kinds import UserCall
from srcad.analysis.marks import MUTATING
from srcad.analysis.types import Anything, Fields, Known, ListOf, Local, Number, Struct, TupleOf, is_text
from srcad.tree import walk

INSIDE = 'srcad follows by reference what changes within a container'
HAS_TWO = 'srcad follows by reference what changes under one name and is read under another'


def have_one_name(instance):
    """Refuse, in the short way, a change of a container of constants that has, or may have, another name, or of what it
    holds: a copy in the record would hold the same."""
    inference = instance.inference
    for n in walk(instance.tree):
        if any(is_inside(base, inference) for base in changed_by(n, inference)):
            inference.only_by_reference(INSIDE, n)
        if isinstance(n, gast.Subscript) and isinstance(n.ctx, gast.Store) and inference.is_unseen(n.slice):
            inference.only_by_reference(INSIDE, n)
    active = inference.active_groups()
    unknown = {n.id for n, t in inference.types.items() if isinstance(n, gast.Name) and type(t) is Anything and not t.array}
    unseen = inference.unseen | inference.written & unknown
    changed = {n for n in inference.listed | unseen if inference.groups.find(n) not in active}
    own = inference.locals | set(inference.params)
    types = {n.id: t for n, t in inference.types.items() if isinstance(n, gast.Name) and n.id in own}
    within = {inference.storage(n) for n, t in types.items() if is_container(t)}
    if any(inference.storage(n) in within for n in inference.written & own if inference.groups.find(n) not in active):
        inference.only_by_reference(INSIDE, instance.tree)
    if not changed:
        return
    holding = {n for n, t in types.items() if may_hold(t)}
    roots = [inference.storage(n) for n in sorted(holding)]
    twice = {root for root in roots if roots.count(root) > 1}
    if any(inference.storage(n) in twice for n in changed) or changed & from_calls(instance) or is_handed_on(unseen, inference):
        inference.only_by_reference(HAS_TWO, instance.tree)


def changed_by(n, inference):
    """The expressions of what a node may change in place."""
    if isinstance(n, (gast.Subscript, gast.Attribute)) and not isinstance(n.ctx, gast.Load):
        return [n.value]
    c = inference.calls.get(n)
    if isinstance(c, UserCall):
        changed = c.instance.writes | c.instance.within | c.instance.unseen
        return [a for p, a in zip(c.instance.params, c.args) if p in changed]
    if isinstance(n, gast.Call) and getattr(n.func, 'attr', None) in MUTATING:
        return [n.func.value]
    return []


def is_inside(base, inference):
    """Whether an expression is a part of a container that carries no derivative."""
    t = inference.types.get(base)
    if t is None or t.active or isinstance(t, (Number, Known, Local)) or is_text(t):
        return False
    while isinstance(base, (gast.Subscript, gast.Attribute)):
        owner = inference.types.get(base.value)
        if is_container(owner) or type(owner) is Anything and not owner.array:
            return True
        base = base.value
    return False


def is_container(t):
    return isinstance(t, (ListOf, TupleOf, Struct, Fields))


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
