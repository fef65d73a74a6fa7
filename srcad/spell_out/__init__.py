"""Statements that do one thing each, for programs whose containers and objects are known by reference.

After it every list, dict, object and array that is taken out of another has a name, every call of a function that is
differentiated stands in a statement of its own, and comprehensions, concatenations and unpackings are loops and
elements. What is computed, and in which order, stays the same.
"""

from functools import cached_property

import gast

from srcad.analysis.call_kinds import UserCall
from srcad.analysis.apart import IN_TURN
from srcad.analysis.marks import ByClass, Cached
from srcad.analysis.types import Local
from srcad.lower.exceptions import exceptions
from srcad.lower.names import Means
from srcad.spell_out.assignments import Assignments
from srcad.spell_out.calls import Calls
from srcad.spell_out.expressions import Expressions
from srcad.spell_out.kinds import Kinds
from srcad.spell_out.loops import Loops
from srcad.spell_out.methods import Methods
from srcad.spell_out.naming import Naming
from srcad.spell_out.nones import Nones
from srcad.spell_out.pieces import Pieces
from srcad.spell_out.statements import Statements
from srcad.spell_out.unrolled import Unrolled
from srcad.tree import all_names, free_names, head_nodes, walk


def spell_out(instance, last=False):
    """Rewrite an instance's tree; whether anything changed. `last` when nothing else does: types are final."""
    flat = SpellOut(instance, last)
    instance.tree.body = flat.told_apart(flat.split(instance.tree.body))
    told = flat.changed
    if not told:
        instance.tree.body = flat.with_views(flat.block(instance.tree.body))
    if flat.changed:  # a `try` has one statement again
        exceptions(instance.tree, Means(instance.tree, instance.source))
    if told:
        return True
    if last and not flat.changed:
        refuse_the_rest(instance.inference)
        stand_alone(instance)
    return flat.changed


def spell_out_objects(instance, known=False):
    """Spell out the statements that make objects: what these hold is known when their `__init__` stands there.

    Those of classes that are `known` come first: which class an attribute holds may depend on what they set.
    """
    inference = instance.inference
    begun = {n for n in inference.calls if inference.is_begun(n) and not (known and inference.is_chosen(n))}
    flat = SpellOut(instance, False, lambda s: not begun.isdisjoint(head_nodes(s)))
    if begun:
        instance.tree.body = flat.block(instance.tree.body)
    if flat.changed:
        exceptions(instance.tree, Means(instance.tree, instance.source))
    return flat.changed


def spell_out_known_objects(instance):
    return spell_out_objects(instance, known=True)


def refuse_the_rest(inference):
    """What should have become something simpler."""
    for node in inference.by_name:
        inference.refuse('srcad cannot tell which attribute this is: write its name, or a loop over names', node)
    for node in inference.in_turn:
        inference.refuse(IN_TURN, node)
    for node in inference.on_demand:
        inference.refuse('srcad does not follow what makes this item: put it into the dict before', node)


def stand_alone(instance):
    """Refuse calls of differentiated functions within expressions: of those the way back would know nothing.

    Nor may one call have become two, as that of a property that is read again for each part of what was written.
    """
    seen = set()
    for s in walk(gast.Module(instance.tree.body, [])):
        whole = getattr(s, 'value', None) if isinstance(s, gast.stmt) else None
        for m in head_nodes(s) if isinstance(s, gast.stmt) and not isinstance(s, gast.FunctionDef) else ():
            if m is not whole and isinstance(instance.inference.calls.get(m), (UserCall, ByClass, Cached)):
                instance.inference.refuse('srcad wants this call in a statement of its own: give its value a name', m)
            if m in seen:
                instance.inference.refuse('srcad would evaluate this twice: give it a name first', m)
            seen |= {m} if isinstance(instance.inference.calls.get(m), (UserCall, ByClass, Cached)) else set()


class SpellOut(Statements, Assignments, Loops, Pieces, Unrolled, Naming, Nones, Expressions, Calls, Methods, Kinds):
    def __init__(self, instance, last, is_due=None):
        self.is_due, self.objects_only = is_due or (lambda s: True), is_due is not None
        self.instance, self.inference, self.last = instance, instance.inference, last
        self.types, self.calls, self.heap = self.inference.types, self.inference.calls, self.inference.heap
        self.changed, self.lines, self.effects, self.here = False, [], 0, None
        self.views = {}  # names of views of dicts -> the calls that they stand for

    @cached_property
    def taken(self):
        called = [t.node for t in self.instance.statics.values() if isinstance(t, Local)]  # they capture what has their names
        return set(self.instance.params).union(all_names(self.instance.tree), *map(free_names, called))
