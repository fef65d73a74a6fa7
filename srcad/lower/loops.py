"""What leaves a loop, and the `else` of loops."""

import gast

from srcad.tree import assign, blocks, constant, name, placed, walk


def loop_ends(function, means):
    """The `else` of a loop is an `if` after it, on whether the loop was left early.

    >>> from srcad.lower.names import Means
    >>> from srcad.printer import to_source
    >>> f = gast.parse('def f(x):\\n for a in x:\\n  if a > 1:\\n   break\\n else:\\n  a = 0.0\\n return a').body[0]
    >>> print(to_source(loop_ends(f, Means(f, None))), end='')
    def f(x):
        broke = False
        for a in x:
            if a > 1:
                broke = True
                break
        if not broke:
            a = 0.0
        return a
    """

    def rewrite(s):
        if not isinstance(s, (gast.For, gast.While)) or not s.orelse:
            return [s]
        rest, s.orelse = s.orelse, []
        if not leaving(s.body):
            return [s, *rest]
        broke = means.fresh('broke')
        s.body = left_by(s.body, broke)
        test = gast.UnaryOp(gast.Not(), name(broke))
        return placed([assign(broke, constant(False)), s, gast.If(test, rest, [])], s)

    function.body = blocks(function.body, rewrite)
    return function


def jumps(statements):
    """The breaks and continues of the loop around these statements."""
    for s in statements:
        if isinstance(s, (gast.Break, gast.Continue)):
            yield s
        for block in of_trip(s):
            yield from jumps(block)


def of_trip(s):
    """The blocks of a statement whose breaks leave the loop around it."""
    if isinstance(s, (gast.FunctionDef, gast.AsyncFunctionDef, gast.ClassDef)):
        return []
    fields = ('orelse',) if isinstance(s, (gast.For, gast.AsyncFor, gast.While)) else ('body', 'orelse', 'finalbody')
    parts = [s, *getattr(s, 'handlers', ()), *getattr(s, 'cases', ())]
    return [getattr(part, field) for part in parts for field in fields if getattr(part, field, None)]


def leaving(statements):
    """Whether a loop's body leaves the loop by `break`."""
    return any(isinstance(n, gast.Break) for n in jumps(statements))


def continues(statements):
    return any(isinstance(n, gast.Continue) for n in jumps(statements))


def left_by(statements, flag, last=False):
    """Statements whose breaks also set a flag; a `continue` in a `finally`, which comes `last`, takes a break back."""
    out = []
    for s in statements:
        for handler in getattr(s, 'handlers', ()):  # what a `finally` raises takes a break back, too
            if any(isinstance(t, gast.Try) and t.finalbody and leaving([t]) for b in s.body for t in walk(b)):
                handler.body[:0] = placed([assign(flag, constant(False))], handler)
        for block in of_trip(s):
            block[:] = left_by(block, flag, last or block is getattr(s, 'finalbody', None))
        if isinstance(s, gast.Break) or last and isinstance(s, gast.Continue):
            out += placed([assign(flag, constant(isinstance(s, gast.Break)))], s)
        out.append(s)
    return out
