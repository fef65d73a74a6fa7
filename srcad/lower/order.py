"""The parts of an expression in the order in which Python evaluates them."""

import gast

from srcad.lower.comprehensions import KINDS
from srcad.tree import FUNCTIONS


class Slot:
    """A place in the tree that holds an expression."""

    def __init__(self, owner, field, index=None):
        self.owner, self.field, self.index = owner, field, index

    def get(self):
        held = getattr(self.owner, self.field)
        return held if self.index is None else held[self.index]

    def set(self, value):
        if self.index is None:
            setattr(self.owner, self.field, value)
        else:
            getattr(self.owner, self.field)[self.index] = value


EXPRESSIONS = (gast.expr, gast.Slice)  # which is none of them


def slots(node):
    """The places whose expressions are always evaluated, in their order; displays and slices are looked into.

    >>> call = gast.parse('f.g(a, (b, c), k=[d])').body[0].value
    >>> [s.get().id for s in slots(call)]
    ['f', 'a', 'b', 'c', 'd']
    >>> [s.get().id for s in slots(gast.parse('x[a:b, c]').body[0].value)]
    ['x', 'a', 'b', 'c']
    """
    out = []
    for slot in direct(node):
        value = slot.get()
        see_through = isinstance(value, (gast.Tuple, gast.List, gast.Slice)) and not has_star(value)
        method = isinstance(node, gast.Call) and slot.field == 'func' and isinstance(value, gast.Attribute)
        out += slots(value) if see_through or method else [slot]
    return out


def direct(node):
    if isinstance(node, KINDS):
        return [Slot(node.generators[0], 'iter')]
    if isinstance(node, gast.IfExp):
        return [Slot(node, 'test')]
    if isinstance(node, gast.BoolOp):
        return [Slot(node, 'values', 0)]
    if isinstance(node, gast.Compare):
        return [Slot(node, 'left'), Slot(node, 'comparators', 0)]
    if isinstance(node, gast.Dict):
        places = [Slot(node, field, k) for k in range(len(node.values)) for field in ('keys', 'values')]
        return [p for p in places if p.get() is not None]
    if isinstance(node, FUNCTIONS):
        return []
    out = []
    for field in node._fields:
        held = getattr(node, field, None)
        if isinstance(held, EXPRESSIONS):
            out.append(Slot(node, field))
        elif isinstance(held, list):
            for k, one in enumerate(held):
                if isinstance(one, gast.keyword):
                    out.append(Slot(one, 'value'))
                elif isinstance(one, EXPRESSIONS):
                    out.append(Slot(node, field, k))
    return out


def has_star(node):
    return any(isinstance(e, gast.Starred) for e in getattr(node, 'elts', ()))
