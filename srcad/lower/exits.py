"""Statements that are never reached, behind one that leaves."""

import gast

from srcad.core import EXITS
from srcad.lower.loops import leaving
from srcad.tree import assigned_names, blocks_of, read_names, stored_names, walk

SCOPE = (gast.Yield, gast.YieldFrom, gast.Global, gast.Nonlocal, gast.FunctionDef, gast.ClassDef, gast.Import, gast.ImportFrom)


def exits(function, means):
    """No statement stands behind `return`, `raise`, `break` or `continue`, or behind what surely comes to one.

    >>> from srcad.printer import to_source
    >>> tree = gast.parse('def f(x):\\n    return x\\n    y = x').body[0]
    >>> print(to_source(exits(tree, None)).strip())
    def f(x):
        return x
    """
    for block in all_blocks(function):
        end = next((k for k, s in enumerate(block[:-1]) if leaves(s)), None)
        if end is not None:
            shorten(function, block, end + 1)
    return function


def leaves(s):
    """Whether nothing behind a statement is reached: it leaves the block, on all of its ways."""
    ends = lambda block: any(map(leaves, block))
    if isinstance(s, gast.If):
        return ends(s.body) and ends(s.orelse)
    if isinstance(s, gast.Try):
        return ends(s.finalbody) or ends([*s.body, *s.orelse]) and all(ends(h.body) for h in s.handlers)
    if isinstance(s, (gast.For, gast.While)):
        endless = isinstance(s, gast.While) and getattr(s.test, 'value', False) is True
        return (endless or ends(s.orelse)) and not leaving(s.body)
    return isinstance(s, EXITS)


def all_blocks(function):
    return [function.body, *(b for s in walk(function) if isinstance(s, gast.stmt) for b in blocks_of(s))]


def shorten(function, block, end):
    """Leave out the rest of a block, unless a name is the function's own, or it a generator, by that alone."""
    rest = block[end:]
    if any(isinstance(n, SCOPE) for s in rest for n in walk(s)):
        return
    del block[end:]
    if (assigned_names(*rest) - stored_names(function)) & read_names(function):
        block += rest
