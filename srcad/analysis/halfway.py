"""Whether a call that fails may have changed something before it failed, for functions that change things by reference."""

import gast
import numpy as np

from srcad.analysis.calls import base_name
from srcad.analysis.types import Known, Number
from srcad.by_memory import new
from srcad.tree import COMPREHENSIONS, Ours, walk

MUTATING = (
    'append appendleft extend extendleft insert pop popleft popitem remove clear sort reverse rotate update setdefault '
    'add discard fill put resize partition'
).split()
SURE = {'append', 'appendleft', 'add', 'clear', 'reverse', 'fill'}  # which do not fail
MAKERS = {
    list,
    dict,
    set,
    np.zeros,
    np.ones,
    np.empty,
    np.full,
    np.zeros_like,
    np.ones_like,
    np.empty_like,
    np.array,
    np.copy,
    new,
}
DISPLAYS = (gast.List, gast.Dict, gast.Set, gast.BinOp, *COMPREHENSIONS, gast.DictComp, gast.SetComp)


def halfway(instance, seen=()):
    """A statement of the instance that changes what others see, where something after it may fail; or None."""
    look = Halfway(instance, seen)
    look.block(instance.tree.body, None)
    return look.found


def changes(instance, seen=()):
    """Whether a call of the instance changes what others see."""
    look = Halfway(instance, seen)
    return any(look.write_in(s) for s in instance.tree.body)


class Halfway:
    def __init__(self, instance, seen):
        self.instance, self.inference, self.seen, self.found = instance, instance.inference, (*seen, instance), None
        made, other = set(), set(instance.params)
        for s in walk(instance.tree):
            for to in getattr(s, 'targets', [s.target] if isinstance(s, (gast.For, gast.comprehension)) else []):
                for n in walk(to):
                    if isinstance(n, gast.Name):
                        (made if isinstance(s, gast.Assign) and n is to and self.makes(s.value) else other).add(n.id)
        self.mine = made - other | ({instance.params[0]} if instance.name == '__init__' and instance.params else set())

    def makes(self, value):
        if not isinstance(value, gast.Call):
            return isinstance(value, DISPLAYS)
        f = value.func
        known = f.value_of if isinstance(f, Ours) else getattr(self.inference.types.get(f), 'value', None)
        return any(known is m for m in MAKERS) or (isinstance(f, gast.Attribute) and f.attr == 'copy')

    def block(self, statements, written):
        """What has been changed when the block is left at its end; False if it never is."""
        for s in statements:
            if written is False:
                return False
            written = self.statement(s, written)
        return written

    def statement(self, s, written):
        if isinstance(s, gast.FunctionDef):
            return written
        if isinstance(s, gast.If):
            written = self.leaf(s.test, written)
            sides = [self.block(s.body, written), self.block(s.orelse, written)]
            return next((w for w in sides if w), None if None in sides else False)
        if isinstance(s, (gast.For, gast.While)):
            first = written = self.leaf(s.iter if isinstance(s, gast.For) else s.test, written)
            for _ in range(2):
                written = self.block(s.body, written) or self.first_write(s) or first
            return self.block(s.orelse, written) or written
        if isinstance(s, (gast.With, gast.Try)):
            bodies = [
                s.body,
                *(h.body for h in getattr(s, 'handlers', [])),
                getattr(s, 'orelse', []),
                getattr(s, 'finalbody', []),
            ]
            for body in bodies:
                written = self.block(body, written) or written or self.first_write(s)
            return written
        written = self.leaf(s, written)
        return False if isinstance(s, (gast.Return, gast.Raise)) else written

    def first_write(self, s):
        return next((n for n in getattr(s, 'body', []) if self.write_in(n)), None)

    def leaf(self, s, written):
        if written and not self.found and self.may_fail(s):
            self.found = written
        return s if self.write_in(s) else written

    def callees(self, s):
        found = [getattr(self.inference.calls.get(n), 'instance', None) for n in walk(s)]
        return [i for i in found if i is not None and i not in self.seen and i.inference is not None]

    def write_in(self, s):
        for n in walk(s):
            stored = isinstance(n, (gast.Subscript, gast.Attribute)) and not isinstance(n.ctx, gast.Load)
            place = n if stored else None
            if isinstance(n, gast.AugAssign) and not isinstance(
                self.inference.types.get(n.target), (Number, type(None))
            ):
                place = n.target
            if isinstance(n, gast.Call) and isinstance(n.func, gast.Attribute) and n.func.attr in MUTATING:
                place = n.func.value
            if isinstance(n, gast.Expr) and isinstance(n.value, gast.Call) and not is_method(n.value, self.inference):
                place = n.value if self.is_unknown(n.value) else place
            if isinstance(n, gast.Call) and any(k.arg == 'out' for k in n.keywords):
                place = n
            if place is not None and base_name(place) not in self.mine:
                return True
        return any(changes(i, self.seen) for i in self.callees(s))

    def is_unknown(self, call):
        """Whether a call whose result nobody takes may be there for what it changes."""
        known = getattr(self.inference.types.get(call.func), 'value', None)
        return getattr(self.inference.calls.get(call), 'instance', None) is None and known is not print

    def may_fail(self, s):
        if any(halfway(i, self.seen) for i in self.callees(s)):
            return True
        for n in walk(s):
            if (
                isinstance(n, (gast.Raise, gast.Assert))
                or isinstance(n, gast.Subscript)
                and isinstance(n.ctx, gast.Load)
            ):
                return True
            if isinstance(n, (gast.BinOp, gast.AugAssign)) and not isinstance(n.op, (gast.Add, gast.Sub, gast.Mult)):
                return True
            if isinstance(n, gast.Call) and not (isinstance(n.func, gast.Attribute) and n.func.attr in SURE):
                return True
        return False


def is_method(call, inference):
    return isinstance(call.func, gast.Attribute) and not isinstance(inference.types.get(call.func), Known)
