"""Functions that change nothing but what they have made themselves."""

import collections
import functools

import gast
import numpy as np

from srcad.parse import parse
from srcad.tree import FUNCTIONS, arguments, walk

DISPLAYS = (gast.List, gast.Dict, gast.Set, gast.ListComp, gast.DictComp, gast.SetComp, gast.Constant, gast.JoinedStr)
MAKERS = (
    list, dict, set, sorted, collections.deque, collections.defaultdict, collections.Counter, collections.OrderedDict,
    np.zeros, np.ones, np.empty, np.full, np.eye, np.identity, np.arange, np.linspace, np.zeros_like, np.ones_like,
    np.empty_like, np.full_like, np.array, np.copy,
)  # fmt: skip
YIELDS = (gast.Yield, gast.YieldFrom)
FIRST = {'heappush', 'heappop', 'heapify', 'heapreplace', 'insort', 'copyto', 'place', 'putmask', 'fill_diagonal', 'setitem'}


@functools.lru_cache(maxsize=None)
def changes_only_its_own(f, changing):
    """Whether all that a function changes, by methods with names in `changing` and by assignments, are its own new things.

    >>> def powers(n):
    ...     out = []
    ...     for k in range(n):
    ...         out.append(2**k)
    ...     return tuple(out)
    >>> changes_only_its_own(powers, frozenset({'append'}))
    True
    >>> changes_only_its_own(lambda xs: xs.append(1), frozenset({'append'}))
    False
    """
    try:
        source = parse(f)
    except (OSError, SyntaxError):
        return False
    tree, mine = source.tree, made_names(source)
    if any(isinstance(n, YIELDS) for n in walk(tree)):  # what it has made may be seen from outside, but for constants
        mine &= constants_in(tree)
    inner = any(isinstance(n, (*FUNCTIONS, gast.Lambda, gast.ClassDef)) and n is not tree for n in walk(tree))
    return not inner and all(is_mine(n, mine, changing) for n in walk(tree) if n is not tree)


def made_names(source):
    """The names that are only ever given what is made there."""
    tree = source.tree
    given = {a.id for a in arguments(tree)}
    given_now = [pair for n in walk(tree) if isinstance(n, gast.Assign) for t in n.targets for pair in pairs(t, n.value)]
    new = [t for t, value in given_now if isinstance(t, gast.Name) and is_new(value, source)]
    changed = [n.target for n in walk(tree) if isinstance(n, gast.AugAssign)]
    stored = [n for n in walk(tree) if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Store)]
    others = {n.id for n in stored if not any(n is t for t in (*new, *changed))}
    return {t.id for t in new} - others - given


def constants_in(tree):
    """The names that are given constants alone, and changed by constants."""
    given = [(t, n.value) for n in walk(tree) if isinstance(n, gast.Assign) for t in n.targets]
    given += [(n.target, n.value) for n in walk(tree) if isinstance(n, gast.AugAssign)]
    other = {getattr(t, 'id', None) for t, value in given if not isinstance(value, gast.Constant)}
    return {t.id for t, _ in given if isinstance(t, gast.Name)} - other


def pairs(to, value):
    """What is assigned to what, one by one where both are written so."""
    if isinstance(to, gast.Tuple) and isinstance(value, gast.Tuple) and len(to.elts) == len(value.elts):
        return zip(to.elts, value.elts)
    return [(to, value)]


def is_new(value, source):
    """Whether an expression gives a new object each time, or one that cannot change."""
    if isinstance(value, gast.Call):
        f = value.func
        owner = source.meaning(f.value.id) if isinstance(f, gast.Attribute) and isinstance(f.value, gast.Name) else None
        meant = source.meaning(f.id) if isinstance(f, gast.Name) else getattr(owner, getattr(f, 'attr', ''), None)
        return any(meant is g for g in MAKERS) and all(k.arg not in ('copy', None) for k in value.keywords)
    if isinstance(value, gast.BinOp) and isinstance(value.op, (gast.Mult, gast.Add)):  # `[0.0] * n`
        return any(isinstance(side, gast.List) for side in (value.left, value.right))
    return isinstance(value, DISPLAYS)


def is_mine(n, mine, changing):
    """Whether a node changes nothing, or a name of its own."""
    if isinstance(n, (gast.Global, gast.Nonlocal, gast.Await, gast.With)):
        return False
    if isinstance(n, gast.AugAssign):
        return base(n.target) in mine
    if isinstance(n, (gast.Subscript, gast.Attribute)) and not isinstance(n.ctx, gast.Load):
        return isinstance(n, gast.Subscript) and base(n) in mine
    if not isinstance(n, gast.Call):
        return True
    name = n.func.attr if isinstance(n.func, gast.Attribute) else getattr(n.func, 'id', None)
    if any(k.arg == 'out' for k in n.keywords) or name is None:
        return False
    if name not in changing:
        return True
    if name in FIRST and n.args:
        return getattr(n.args[0], 'id', None) in mine
    return isinstance(n.func, gast.Attribute) and getattr(n.func.value, 'id', None) in mine


def base(node):
    """The name of a variable, or of the one whose item this is."""
    return getattr(node.value if isinstance(node, gast.Subscript) else node, 'id', None)
