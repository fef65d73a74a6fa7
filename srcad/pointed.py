"""Where a refusal points: at a line of the program, not at one of what stands in for a library function."""

import pathlib

import gast

from srcad.analysis.call_kinds import UserCall
from srcad.analysis.types import Bottom
from srcad.errors import at
from srcad.printer import expression
from srcad.tree import walk

HOME = pathlib.Path(__file__).parent
UNREACHED = 'srcad took this for a line that is never reached'
STAND_INS = (str(HOME / 'standins'), str(HOME / 'library.py'), str(HOME / 'iterators.py'))


def at_the_call(error, program):
    """A refusal in what stands in for a library function, at the program's call of that; any other as it is."""
    if not is_stand_in(error.filename):
        return error
    for instance in program.all():
        inference = instance.inference if instance is not None else None
        if inference is None or is_stand_in(instance.source.filename):
            continue
        for node, c in inference.calls.items():
            called = getattr(c, 'instance', None)
            if called is not None and is_stand_in(called.source.filename) and reaches(called, error, set()):
                return type(error)(with_arguments(node, error), at(inference.source, inference.placed(node)))
    return error


def refuse_what_only_fails(program):
    """Refuse calls of stand-ins that give no derivative, and may raise: the text would call the library's function."""
    for instance in program.all():
        inference = instance.inference
        if inference is None or instance.round != program.round or is_stand_in(instance.source.filename):
            continue
        for node, c in inference.calls.items():
            called = getattr(c, 'instance', None)
            if called is None or not called.source.filename.startswith(STAND_INS[0]):
                continue
            lost = not called.result.active and any(t.active for t in called.types.values())
            said = said_by(called) if lost or isinstance(called.result, Bottom) else None
            if said is not None:
                inference.refuse(f'{said}: it is called with other arguments here', node)


def said_by(instance):
    """What a stand-in, or one that it calls, raises; None if none of them does."""
    for s in walk(instance.tree):
        texts = [n.value for n in walk(s) if isinstance(n, gast.Constant) and isinstance(n.value, str)]
        if isinstance(s, gast.Raise) and texts and texts[0] != UNREACHED:
            return texts[0]
    called = [c.instance for c in instance.inference.calls.values() if isinstance(c, UserCall)]
    return next(filter(None, (said_by(i) for i in called if i is not instance and isinstance(i.result, Bottom))), None)


def with_arguments(node, error):
    what = expression(node.func) if isinstance(node, gast.Call) else 'this'
    return f'srcad does not differentiate {what} with these arguments: {error.msg}'


def is_stand_in(filename):
    return (filename or '').startswith(STAND_INS)


def reaches(instance, error, seen):
    """Whether a line is one of a function, or of those that it calls."""
    if instance in seen:
        return False
    seen.add(instance)
    tree = instance.source.tree
    if instance.source.filename == error.filename and tree.lineno <= error.lineno <= tree.end_lineno:
        return True
    calls = instance.inference.calls.values() if instance.inference is not None else ()
    called = [c.instance for c in calls if getattr(c, 'instance', None) is not None]
    return any(reaches(one, error, seen) for one in called)
