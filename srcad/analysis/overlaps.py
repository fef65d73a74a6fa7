"""A part of an array that is written with another part of it: NumPy may read there what it has just written.

It copies parts of several axes first; those of one axis it goes through, unless their steps are the same.
"""

import gast

from srcad.analysis.indexing import is_ellipsis, is_new_axis
from srcad.analysis.types import Array
from srcad.printer import expression
from srcad.tree import walk

WHY = 'NumPy may read what it has just written, where parts of one array overlap'


class Overlaps:
    """The part of `Inference` for such writes."""

    def not_into_itself(self, target, value, t, s):
        """Refuse `v[::2] = v[:2]`, by one name or by several."""
        if not isinstance(target, gast.Subscript) or not isinstance(t, Array) or len(t.dims) != 1:
            return
        if self.is_gathered(target) or self.is_gathered(value) or not isinstance(self.types.get(target.value), Array):
            return
        if is_direct(target, value):
            if not same_steps(steps_of(target), steps_of(value)):
                self.refuse(f'{WHY}: write .copy() behind the part that is read', s)
        elif self.share(target.value, value):
            to, of = self.layout(target), self.layout(value)
            if to is None or of is None or to[0] != of[0] or not same_steps(to[1], of[1]):
                self.only_by_reference(f'{WHY}: write .copy() behind the part that is read', s)

    def is_gathered(self, part):
        return isinstance(part, gast.Subscript) and self.may_gather(part)

    def share(self, a, b):
        """Whether two arrays may share memory."""
        roots = lambda node: {self.groups.find(n) for n in self.aliases(node)}
        return bool(roots(a) & roots(b))

    def layout(self, node):
        """(name, steps) of a part of an array, whatever names its parts have; None if they are not known."""
        parts = []
        while isinstance(node, (gast.Subscript, gast.Name)):
            if isinstance(node, gast.Subscript):
                parts.append(steps_of(node))
                node = node.value
                continue
            stored = [m for m in walk(self.tree) if getattr(m, 'id', None) == node.id and isinstance(m.ctx, gast.Store)]
            made = [s for s in walk(self.tree) if isinstance(s, gast.Assign) and s.targets[0] in stored]
            if len(stored) + (node.id in self.params) != 1 or len(made) != len(stored):
                return None
            if not made or not isinstance(made[0].value, (gast.Subscript, gast.Name)) or self.is_gathered(made[0].value):
                steps = composed(parts[::-1])
                return (node.id, steps) if all(isinstance(k, int) for k in steps) else None
            node = made[0].value
        return None


def is_direct(target, value):
    """Whether a part is written with a part of the array of the same name."""
    names = [e.value for e in (target, value) if isinstance(e, gast.Subscript) and isinstance(e.value, gast.Name)]
    return len(names) == 2 and names[0].id == names[1].id


def same_steps(to, of):
    """Whether NumPy goes through two parts of one array by the same steps, or copies the one first: opposite ones."""
    to, of = (without_wholes(steps) or [1] for steps in (to, of))
    opposite = len(to) == len(of) == 1 and all(isinstance(k, int) for k in to + of) and to[0] * of[0] < 0
    return to == of or opposite


def without_wholes(steps):
    """`A[i, :]` is `A[i]`."""
    return without_wholes(steps[:-1]) if steps and steps[-1] == 1 else steps


def composed(parts):
    """The steps of a part of a part of an array: those of the second go along the axes that the first has left."""
    steps = []
    for part in parts:
        left = [k for k, step in enumerate(steps) if step != 0]
        for k, step in enumerate(part):
            known = isinstance(step, int) and '...' not in steps
            if k >= len(left):
                steps.append(step)
            else:
                steps[left[k]] = steps[left[k]] * step if known else '...'
    return steps


def steps_of(node):
    """For each axis of a subscript, as far as it has one: 0 for a number, the step of a slice; its text, if not known."""
    out = []
    for e in node.slice.elts if isinstance(node.slice, gast.Tuple) else [node.slice]:
        step = e.step if isinstance(e, gast.Slice) else None
        sign = -1 if isinstance(step, gast.UnaryOp) and isinstance(step.op, gast.USub) else 1
        number = step.operand if sign < 0 else step
        plain = isinstance(number, gast.Constant) and isinstance(number.value, int)
        if not isinstance(e, gast.Slice):
            out.append('...' if is_ellipsis(e) or is_new_axis(e) else 0)
        else:
            out.append(1 if step is None else sign * number.value if plain else expression(step))
    return out
