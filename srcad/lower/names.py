"""What the names of a program stand for, and new names."""

import builtins

import gast

from srcad.tree import all_names, stored_names, walk

MISSING = object()


class Means:
    """`means(node)`: the object that a dotted name of a function stands for outside it, or MISSING.

    >>> import math
    >>> def f(x):
    ...     return math.sin(x)
    >>> from srcad.parse import parse
    >>> tree = parse(f).tree
    >>> Means(tree, f)(tree.body[0].value.func) is math.sin
    True
    """

    def __init__(self, tree, function):
        self.function, self.taken = function, all_names(tree)
        self.local = set().union(*(stored_names(n) for n in walk(tree) if isinstance(n, gast.FunctionDef)))

    def __call__(self, node):
        if isinstance(node, gast.Attribute):
            owner = self(node.value)
            return MISSING if owner is MISSING else getattr(owner, node.attr, MISSING)
        if not isinstance(node, gast.Name) or node.id in self.local:
            return MISSING
        code = self.function.__code__
        if node.id in code.co_freevars:
            cell = self.function.__closure__[code.co_freevars.index(node.id)]
            try:
                return cell.cell_contents
            except ValueError:
                return MISSING
        return self.function.__globals__.get(node.id, getattr(builtins, node.id, MISSING))

    def fresh(self, text):
        """A name that the function does not use yet: `text`, or `text_2` and so on."""
        return unused(text, self.taken)


def unused(text, taken):
    out, k = text, 2
    while out in taken:
        out, k = f'{text}_{k}', k + 1
    taken.add(out)
    return out
