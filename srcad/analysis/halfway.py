"""Whether a call whose failure is caught may have changed something before it failed, where things are known by reference."""

from collections import Counter

import gast
import numpy as np

from srcad.analysis.marks import Construction, Method
from srcad.analysis.types import Number
from srcad.tree import walk

READING = {'index', 'count', 'keys', 'values', 'items', 'get', 'copy'}
MAKERS = {np.zeros, np.ones, np.empty, np.full, np.zeros_like, np.ones_like, np.empty_like, np.full_like, np.array, np.copy}


def changes_nothing(caller, statement, instance):
    """Refuse a call whose failure is caught if it changes what was there before: it may have done half of it."""
    todo, seen = [instance], set()
    while todo:
        one = todo.pop()
        if one in seen or one.inference is None:
            continue
        seen.add(one)
        todo += [c.instance for c in user_calls(one, one.tree)]
        changed = first_change(one)
        if changed is not None:
            own = one is instance and changed in one.params
            what = f'writes into its argument {changed}' if own else f'changes {changed}'
            what = 'changes what lies outside of it' if changed == one.outside else what
            caller.inference.refuse(f'{instance.name} {what}, and may fail halfway: call it outside the try', statement)


def first_change(instance):
    """The name of something that a function changes and has not made itself."""
    inference = instance.inference
    made = Counter(s.targets[0].id for s in walk(instance.tree) if is_making(s, inference))
    stored = Counter(n.id for n in walk(instance.tree) if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Store))
    own = {n for n in made if made[n] == stored[n]} - set(instance.params)
    if instance.tree.name in ('__init__', '__post_init__'):
        own |= set(instance.params[:1])
    for n in walk(instance.tree):
        if isinstance(n, (gast.Subscript, gast.Attribute)) and not isinstance(n.ctx, gast.Load):
            base = n.value
        elif isinstance(n, gast.AugAssign) and isinstance(n.target, gast.Name):
            base = n.target if not isinstance(inference.old_types.get(n), Number) else None
        elif isinstance(n, gast.Call) and isinstance(inference.calls.get(n), Method) and n.func.attr not in READING:
            base = n.func.value
        else:
            continue
        if base is not None and getattr(base, 'id', None) not in own:
            return getattr(base, 'id', 'something')
    return None


def is_making(s, inference):
    """Whether a statement gives a name to something new."""
    if not isinstance(s, gast.Assign) or not isinstance(s.targets[0], gast.Name):
        return False
    if isinstance(s.value, (gast.List, gast.Dict, gast.Set)) or isinstance(inference.calls.get(s.value), Construction):
        return True
    made_by = getattr(inference.types.get(getattr(s.value, 'func', None)), 'value', None)
    return any(made_by is f for f in MAKERS)


def user_calls(instance, tree):
    found = [instance.inference.calls.get(n) for n in walk(tree)]
    return [c for c in found if getattr(c, 'instance', None) is not None]
