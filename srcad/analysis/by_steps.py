"""Iterators of the program for which it matters how far they are run."""

import functools
import inspect

import gast

from srcad.analysis.steps import is_object
from srcad.by_memory import Generator, is_of_library
from srcad.parse import parse
from srcad.tree import walk

PURE = (range, len, enumerate, zip, reversed, sorted, iter, min, max, sum, abs, list, tuple, float, int)
VIEWS = {'items', 'keys', 'values'}
STEPS = (gast.While, gast.Raise, gast.Try, gast.With, gast.Div, gast.FloorDiv, gast.Mod, gast.Pow)


def acts_by_steps(f, classes, seen=()):
    """Whether it may matter how far a generator is run: it may have no end, fail, or do more than read and compute.

    >>> class Held:
    ...     def __iter__(self):
    ...         for k in range(3):
    ...             yield self.items[k]
    >>> acts_by_steps(Held.__iter__, {Held})
    False
    """
    try:
        source = parse(f)
    except (OSError, SyntaxError):
        return True
    for n in walk(source.tree):
        store = isinstance(n, (gast.Attribute, gast.Subscript)) and not isinstance(n.ctx, gast.Load)
        if store or isinstance(n, (*STEPS, gast.Global, gast.Nonlocal)):
            return True
        if isinstance(n, gast.Call) and not calls_plainly(n, source, classes, (*seen, f)):
            return True
        if isinstance(n, gast.Attribute) and reads_by_steps(n.attr, classes, (*seen, f)):
            return True
        if runs_over(n) and any(steps_by_steps(cls, classes, (*seen, f)) for cls in classes):
            return True
    return False


def reads_by_steps(attr, classes, seen):
    """Whether reading an attribute may do more than read and compute, in one of these classes."""
    for found in (inspect.getattr_static(c, attr, None) for c in classes):
        computed = found.fget if isinstance(found, property) else None
        if computed is not None and computed not in seen and acts_by_steps(computed, classes, seen):
            return True
        if isinstance(found, functools.cached_property) or is_object(found) and hasattr(type(found), '__get__'):
            return True
    return False


def runs_over(n):
    """Whether a node runs over what may be an object of another class."""
    if isinstance(n, gast.Call):
        return getattr(n.func, 'id', None) in {f.__name__ for f in PURE} - {'range', 'len', 'abs', 'float', 'int'}
    over = n.iter if isinstance(n, (gast.For, gast.comprehension)) else n if isinstance(n, gast.YieldFrom) else None
    return over is not None and not (isinstance(over, gast.Call) and isinstance(over.func, gast.Name))


def steps_by_steps(cls, classes, seen):
    """Whether running over an object of a class may do more than hand out what it holds."""
    own = [inspect.getattr_static(cls, text, None) for text in ('__iter__', '__getitem__')]
    own = [f for f in own if inspect.isfunction(f) and f not in seen and not is_of_library(f)]
    return issubclass(cls, Generator) or hasattr(cls, '__next__') or any(acts_by_steps(f, classes, seen) for f in own)


def calls_plainly(n, source, classes, seen):
    """Whether a call only reads and computes: of a builtin, of a view of a dict, of a method or function that does so."""
    if isinstance(n.func, gast.Attribute):
        found = [inspect.getattr_static(c, n.func.attr, None) for c in classes if not is_of_library(c)]
        found = [g for g in found if g is not None] or [n.func.attr if n.func.attr in VIEWS else None]
    else:
        found = [source.meaning(getattr(n.func, 'id', ''))]
    return all(
        g in VIEWS
        if isinstance(g, str)
        else g in PURE
        if isinstance(g, type) or inspect.isbuiltin(g)
        else inspect.isfunction(g) and (g in seen or not acts_by_steps(g, classes, seen))
        for g in found
    )
