"""Calls of functions that srcad does not look into: what they are given may be something else afterwards."""

import builtins
import types as pytypes

import gast

from srcad.analysis.types import Array, Known, ListOf, Local, Number, is_text
from srcad.by_memory import is_changeable

# Modules whose functions change nothing that they are given, but for these
CALM = set(
    'numpy scipy math cmath copy time statistics json logging warnings itertools functools collections '
    'numbers fractions decimal'.split()
)
CHANGING = {'shuffle', 'put', 'place', 'copyto', 'putmask', 'fill_diagonal', 'put_along_axis', 'at', 'setfield'}


class Unseen:
    """The part of `Inference` that asks what an unknown call may change."""

    def seen(self, node, f, env):
        """Note what a call may have changed: what it was given, and the object whose method it is."""
        if changes_nothing(f) and not any(
            k.arg == 'out' or (k.arg or '').startswith('overwrite') for k in node.keywords
        ):
            return
        owner = node.func.value if isinstance(node.func, gast.Attribute) else node.func
        whole = [] if isinstance(self.types.get(owner), Known) else [owner]
        for part in [*whole, *node.args, *(k.value for k in node.keywords)]:
            self.may_change(part, node, env)

    def may_change(self, part, node, env):
        if self.is_changeable_outside(part):
            self.stays_inside(self.sources(part), node)
        for name in self.aliases(part):
            t = env.get(name)
            if t is None or isinstance(t, (Number, Known, Local)) or is_text(t):
                continue
            if isinstance(t, Array):
                self.wrote(name, False, env)
            elif isinstance(t, ListOf):
                self.listed.add(name)
            else:
                self.unseen.add(name)
            self.changed_by.setdefault(node, set()).add(name)

    def is_changeable_outside(self, part):
        """Whether a value may be an array or a container of the module: no generator of random numbers, or file."""
        if isinstance(self.types.get(part), (Array, ListOf)):
            return True
        mine = not isinstance(part, gast.Name) or part.id in self.locals or part.id in self.params
        return not mine and is_changeable(self.source.meaning(part.id))

    def is_unseen(self, tree):
        """Whether an expression reads what an unknown call may change."""
        if not self.unseen:
            return False
        roots = {self.groups.find(n) for n in self.unseen}
        return any(isinstance(n, gast.Name) and self.groups.find(n.id) in roots for n in gast.walk(tree))


def changes_nothing(f):
    """Whether a function changes nothing that it is given.

    >>> import random, bisect
    >>> [changes_nothing(f) for f in (len, bisect.insort, random.Random().shuffle, None)]
    [True, False, False, False]
    """
    if f is None or isinstance(f, type) and f.__module__ != 'builtins' and f.__module__.split('.')[0] not in CALM:
        return False
    text = getattr(f, '__name__', '')
    if getattr(builtins, text, None) is f:
        return text not in ('next', 'setattr', 'delattr', 'exec', 'eval', 'map', 'filter')
    if isinstance(getattr(f, '__self__', None), pytypes.ModuleType) or getattr(f, '__self__', None) is None:
        return (getattr(f, '__module__', None) or '').split('.')[0] in CALM and text not in CHANGING
    return False
