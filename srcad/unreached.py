"""What the analysis takes for never reached stops the program if it is: it would get no derivative."""

import gast

from srcad.analysis.results import truth
from srcad.analysis.types import Bottom, Known
from srcad.errors import Unfollowed
from srcad.lower.comprehensions import KINDS
from srcad.lower.exits import exits
from srcad.pointed import UNREACHED, is_stand_in
from srcad.tree import Ours, all_names, assign, blocks, call, children, constant, placed, raises_always, unused, walk, walk_here


def guarded(instance):
    """Put a `raise` behind each value that has no type, and into each loop over nothing; whether there was any.

    To be asked when all types are known. What is in a `try` may fail, and is left as it is.
    """
    inference, found = instance.inference, []

    def has_no_type(s):
        if hasattr(getattr(s, 'value', None), 'is_unset'):
            return False
        return any(isinstance(inference.types.get(n), Bottom) and not hasattr(n, 'is_unset') for n in surely_run(s))

    def rewrite(s):
        if isinstance(s, gast.Try):
            s.body = [b for b in s.body if not is_guard(b)]
        elif isinstance(s, gast.If) and (dead := never_led_to(s, inference)):
            found.append(s)
            dead[:] = placed([guard()], s)
        elif isinstance(s, gast.For) and not is_guard(s.body[0]) and runs_over_nothing(s, inference):
            found.append(s)
            s.body[:0] = placed([guard()], s)
        elif isinstance(s, (gast.If, gast.While)) and has_no_type(s) and not is_guard(s.body[0]):
            found.append(s)
            s.body[:0] = placed([guard()], s)
            s.orelse[:0] = placed([guard()], s)
        elif isinstance(s, (gast.Assign, gast.AugAssign, gast.Expr)) and has_no_type(s) and not hasattr(s, 'stops'):
            found.append(s)
            s.stops = True
            return [s, *placed([guard()], s)]
        elif isinstance(s, gast.Return) and s.value is not None and has_no_type(s):
            found.append(s)
            made = placed([assign(unused('value', all_names(instance.tree)), s.value)], s)[0]
            made.stops = True
            return [made, *placed([guard()], s)]
        return [s]

    instance.tree.body = blocks(instance.tree.body, rewrite)
    if found:
        exits(instance.tree, None)
        instance.may_stop = True
    return bool(found)


def without_ruled_out(instance):
    """Leave out of what stands in for a library function what its arguments rule out; whether there was any.

    To be asked when all types are known. The program's own functions keep what their author wrote.
    """
    found = []

    def rewrite(s):
        t = instance.inference.types.get(s.test) if isinstance(s, gast.If) else None
        if not isinstance(t, Known) or not isinstance(t.value, bool):
            return [s]
        found.append(s)
        return s.body if t.value else s.orelse

    if is_stand_in(instance.source.filename):
        instance.tree.body = blocks(instance.tree.body, rewrite)
    if found:
        exits(instance.tree, None)
    return bool(found)


def surely_run(s):
    """The expressions in a statement that are evaluated whenever it is."""
    todo = [c for c in children(s) if isinstance(c, gast.expr)]
    while todo:
        n = todo.pop()
        yield n
        if isinstance(n, gast.IfExp):
            todo.append(n.test)
        elif isinstance(n, gast.BoolOp):
            todo.append(n.values[0])
        elif not isinstance(n, (gast.Lambda, *KINDS)):
            todo += [c for c in children(n) if isinstance(c, gast.expr)]


def never_led_to(s, inference):
    """The side of a test that no value leads to, as its kinds tell, though the test is asked; None if both may be run."""
    if s.test not in inference.types or truth(inference.types[s.test]) is not None:
        return None
    seen = lambda side: any(n in inference.types for b in side for n in walk(b))
    here = lambda side: walk_here(gast.Module(side, []))  # without what functions do that are only made there
    says = lambda side: any(isinstance(n, gast.expr) for n in here(side)) and not raises_always(side)
    dead = [side for side in (s.body, s.orelse) if says(side) and not seen(side)]
    return dead[0] if len(dead) == 1 else None


def runs_over_nothing(s, inference):
    t = inference.types.get(s.iter)
    return t is not None and not isinstance(t, Bottom) and isinstance(inference.item_of(t, s.iter), Bottom)


def guard():
    return gast.Raise(call(Ours('Unfollowed', Unfollowed), constant(UNREACHED)), None)


def is_guard(s):
    said = getattr(s.exc, 'args', []) if isinstance(s, gast.Raise) else []
    return bool(said) and getattr(said[0], 'value', None) == UNREACHED
