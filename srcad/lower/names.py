"""What the names of a program stand for, and new names."""

import gast

from srcad.errors import UnsupportedSyntax, refuse
from srcad.parse import Bound
from srcad.tree import all_names, stored_names, walk

MISSING = object()


class Means:
    """`means(node)`: the object that a dotted name of a function stands for outside it, or MISSING.

    >>> import math
    >>> def f(x):
    ...     return math.sin(x)
    >>> from srcad.parse import parse
    >>> source = parse(f)
    >>> Means(source.tree, source)(source.tree.body[0].value.func) is math.sin
    True
    """

    def __init__(self, tree, source):
        self.source, self.taken = source, all_names(tree)
        self.local = set().union(*(stored_names(n) for n in walk(tree) if isinstance(n, gast.FunctionDef)))

    def __call__(self, node):
        if isinstance(node, gast.Attribute):
            owner = self(node.value)
            return MISSING if owner is MISSING else getattr(owner, node.attr, MISSING)
        if not isinstance(node, gast.Name) or node.id in self.local:
            return MISSING
        return self.source.meaning(node.id, MISSING)

    def fresh(self, text):
        """A name that the function does not use yet: `text`, or `text_2` and so on."""
        return unused(text, self.taken)

    def bind(self, value):
        """A name that stands for an object of srcad or of the standard library."""
        name, home = value.__name__, value.__module__
        for n, known in self.source.bound.items():
            if known.value is value:
                return n
        text = self.fresh(name)
        self.source.bound[text] = Bound(value, home, name)
        return text

    def refuse(self, message, node):
        refuse(UnsupportedSyntax, f'srcad does not differentiate {message}', self.source, node)


def unused(text, taken):
    out, k = text, 2
    while out in taken:
        out, k = f'{text}_{k}', k + 1
    taken.add(out)
    return out


def like(new, old):
    """A new node at the place of an old one."""
    if getattr(old, 'site', None) is not None:
        new.site = old.site
    if getattr(new, 'lineno', None) is None and getattr(old, 'lineno', None) is not None:
        gast.copy_location(new, old)
    return new
