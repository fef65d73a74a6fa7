"""Old values that the adjoint puts back: one number for each write, instead of a copy of the array for each read."""

import gast

from srcad.analysis.types import Array, Number
from srcad.core import Branch, Failed, Leaf, levels, nodes
from srcad.past import Either, Past, trees_in
from srcad.tree import name, walk


class Restore:
    """The part of `Reverse` that goes back with arrays whose single elements change (`restored`) as it walks."""

    restored = frozenset()
    goes_back = True  # whether that has been possible so far

    def with_old_value(self, node, lines):
        """The lines of a statement; an element that it wrote is new before one of them, old after it."""
        for line in lines:
            for p in pasts([line], self.restored):
                p.in_place = p.point is node
        to = written_element(node)
        if to is None or to.value.id not in self.restored:
            return lines
        reading = lambda after: [
            k for k, l in enumerate(lines) if any(p.after is after for p in pasts([l], self.restored))
        ]
        new, old = reading(True), reading(False)
        at = min(old, default=len(lines))
        self.goes_back = self.goes_back and max(new, default=-1) < at
        index = self.index_of(to)
        place = gast.Subscript(name(to.value.id), index, gast.Load())
        array, was = Past(to.value.id, node), Past(to.value.id, node, atom=place, type=self.types[to])
        self.goes_back = self.goes_back and not any(isinstance(n, Past) and n.id in self.restored for n in walk(index))
        array.in_place = was.in_place = was.is_kept = True
        return [*lines[:at], gast.Assign([gast.Subscript(array, index, gast.Store())], was, None), *lines[at:]]

    def has_gone_back(self):
        """Whether each line reads a restored array where that stands as it stood."""
        return self.goes_back and all(p.in_place for p in pasts(self.out, self.restored))


def pasts(lines, names):
    """What lines read of the contents of arrays."""
    for tree in trees_in(lines):
        for n in walk(tree):
            found = [n.kept, *walk(n.again)] if isinstance(n, Either) and n.again is not None else [n]
            yield from (p for p in found if isinstance(p, Past) and p.id in names and not p.shape)


def written_element(node):
    """The target `x[i]` of a statement that writes into an array with a name."""
    s = node.stmt
    to = s.targets[0] if isinstance(s, gast.Assign) else s.target if isinstance(s, gast.AugAssign) else None
    return to if isinstance(to, gast.Subscript) and isinstance(to.value, gast.Name) else None


def worth_restoring(plan):
    """The arrays of which single elements change, at no place more often than the array would be copied."""
    memory = plan.memory
    if plan.inference.heap is not None or any(
        isinstance(n, Branch) and isinstance(n.test, Failed) for n in nodes(plan.core)
    ):
        return set()
    copied = {}
    for level, fields in plan.fields.items():
        for v, f in fields.items():
            if level is not None and f.changes and isinstance(f.type, Array):
                copied.setdefault(v.name, []).append(level)
    return {n for n, at in copied.items() if n in memory.written and is_restorable(plan, n, at)}


def is_restorable(plan, n, copied_at):
    """Whether every write into the array `n` is one of a number, by its only name, in a loop that copies the array."""
    memory = plan.memory
    defs = memory.definitions.get(n, [])
    if memory.mates(n) != {n} or len(defs) + (n in plan.instance.params) != 1 or any(d.level is not None for d in defs):
        return False
    if n in plan.instance.params and not plan.instance.entry:
        return False
    around = {l for level in copied_at for l in (level, *levels(level))} | {None}
    for node in nodes(plan.core):
        if isinstance(node, Leaf) and n in memory.written_through(node):
            to = written_element(node)
            if (
                to is None
                or to.value.id != n
                or node.level not in around
                or hasattr(node.stmt, 'at')
                or not isinstance(plan.inference.types.get(to), Number)
            ):
                return False
    return True
