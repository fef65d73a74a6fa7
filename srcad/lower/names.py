"""What the names of a program stand for, and new names."""

import functools
import inspect
from functools import cached_property
from types import ModuleType

import gast
import numpy as np

from srcad.analysis.steps import acts_unseen
from srcad.by_memory import is_of_library
from srcad.errors import UnsupportedSyntax, refuse
from srcad.parse import Bound
from srcad.tree import Ours, all_names, arguments, name, names_made, unused, walk

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

    def __init__(self, tree, source, by_reference=False, managers={}):
        self.source, self.tree, self.by_reference = source, tree, by_reference
        self.managers = managers  # the methods that make contexts, by the places of their calls

    @cached_property
    def taken(self):
        return all_names(self.tree)

    @cached_property
    def operators_act(self):
        """Whether the module has classes whose operators, conversions or items change their objects."""
        values = self.source.function.__globals__.values() if self.source is not None else ()
        return any(isinstance(v, type) and not is_of_library(v) and acts_unseen(v) for v in list(values))

    @cached_property
    def local(self):
        return names_made(self.tree)

    @property
    def home(self):
        """The qualified name of the function, from the function on that it is defined in."""
        return self.source.function.__qualname__.rpartition('<locals>.')[2] if self.source is not None else self.tree.name

    def __call__(self, node):
        if isinstance(node, Ours):
            return node.value_of
        if isinstance(node, gast.Attribute):
            owner = self(node.value)
            return MISSING if owner is MISSING or runs_program(owner, node.attr) else getattr(owner, node.attr, MISSING)
        if not isinstance(node, gast.Name) or node.id in self.local or self.source is None:
            return MISSING
        return self.source.meaning(node.id, MISSING)

    def fresh(self, text):
        """A name that the function does not use yet: `text`, or `text_2` and so on."""
        return unused(text, self.taken)

    def numpy(self):
        """The name under which the function knows NumPy, or None."""
        return next((n for n in ('np', 'numpy') if self(name(n)) is np), None)

    def values(self, text):
        """What a local name is assigned, all of it; None among them for what no single expression says."""
        out = [None for n in walk(self.tree) if isinstance(n, gast.FunctionDef) for a in arguments(n) if a.id == text]
        for n in walk(self.tree):
            if isinstance(n, gast.Assign):
                for t in n.targets:
                    if isinstance(t, gast.Name):
                        out += [n.value] * (t.id == text)
                    else:
                        out += [None for m in walk(t) if is_stored(m, text)]
            elif isinstance(n, (gast.For, gast.comprehension, gast.With)):
                heads = [n.target] if not isinstance(n, gast.With) else n.items
                out += [None for h in heads for m in walk(h) if is_stored(m, text)]
            elif isinstance(n, gast.FunctionDef) and n.name == text:
                out.append(n)
            elif isinstance(n, gast.NamedExpr) and n.target.id == text:
                out.append(n.value)
        return out

    def is_bound_once(self, text):
        """Whether a local name gets one value, which no `+=` makes another."""
        changed = (n.target for n in walk(self.tree) if isinstance(n, gast.AugAssign))
        return len(self.values(text)) == 1 and not any(is_stored(to, text) for to in changed)

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


def runs_program(value, name):
    """Whether to read an attribute of an object runs a property of the program, or its `__getattr__`."""
    if isinstance(value, (type, ModuleType)) or is_of_library(type(value)):
        return False
    found = inspect.getattr_static(value, name, MISSING)
    return isinstance(found, (property, functools.cached_property)) or found is MISSING and hasattr(type(value), '__getattr__')


def is_stored(n, text):
    return isinstance(n, gast.Name) and n.id == text and not isinstance(n.ctx, gast.Load)


def like(new, old):
    """A new node at the place of an old one."""
    if getattr(old, 'site', None) is not None:
        new.site = old.site
    if getattr(new, 'lineno', None) is None and getattr(old, 'lineno', None) is not None:
        gast.copy_location(new, old)
    return new
