"""Functions and classes of the program that begin by taking all that they are given to run over."""

import inspect

import gast

from srcad.by_memory import is_of_library
from srcad.lower.comprehensions import KINDS
from srcad.lower.evaluation import asks_objects, is_calm
from srcad.lower.names import MISSING, Means
from srcad.parse import parse
from srcad.tree import walk

TAKERS = (list, tuple, sorted, dict, set, sum, max, min)  # take all that an iterator gives, at once


def written(f):
    """The function of the program that a call of `f` runs, if there is one."""
    f = getattr(f, '__wrapped__', f)
    f = inspect.getattr_static(f, '__init__', None) if inspect.isclass(f) and not is_of_library(f) else f
    return f if inspect.isfunction(f) and not is_of_library(f) else None


def methods(text, means):
    """What classes of the module have under the name of a method."""
    classes = [c for c in means.source.function.__globals__.values() if inspect.isclass(c) and not is_of_library(c)]
    found = [inspect.getattr_static(c, text, None) for c in classes]
    return [f for f in found if inspect.isfunction(f) or isinstance(f, (classmethod, staticmethod))]


def takes_at_once(item, call, means):
    """Whether it makes no difference that a function gets a list of what `item`, its argument, gives.

    So it is where the function takes all of it before it changes anything, and asks for it nowhere else: `self.rows =
    [list(r) for r in rows]`.
    """
    if not isinstance(call, gast.Call) or item not in call.args or any(isinstance(a, gast.Starred) for a in call.args):
        return False
    if not is_calm(item, means) or any(asks_objects(part, means) for part in later(item)):
        return False
    place, called = call.args.index(item), means(call.func)
    if hasattr(called, '__wrapped__'):  # what stands around it gets a generator
        return False
    if called is MISSING and isinstance(call.func, gast.Attribute):
        found = [(getattr(f, '__func__', f), not isinstance(f, staticmethod)) for f in methods(call.func.attr, means)]
    else:
        found = [(written(called), inspect.isclass(called))]
    return bool(found) and all(f is not None and begins_with(f, place + before) for f, before in found)


def begins_with(f, place):
    """Whether a function begins by taking all that its argument gives."""
    if not inspect.isfunction(f) or f.__code__.co_filename.startswith('<'):
        return False
    source = parse(f)
    names = source.tree.args.posonlyargs + source.tree.args.args
    if place >= len(names):
        return False
    inside, text = Means(source.tree, source), names[place].id
    uses = [n for n in walk(source.tree) if isinstance(n, gast.Name) and n.id == text and n not in names]
    first = next((s for s in source.tree.body if not is_plain(s, inside)), None)
    return len(uses) == 1 and first is not None and is_calm(first, inside) and takes(first, uses[0], inside)


def later(item):
    """What a generator evaluates when it is asked."""
    if not isinstance(item, gast.GeneratorExp):
        return []
    return [item.elt, *(t for g in item.generators for t in g.ifs), *(g.iter for g in item.generators[1:])]


def is_plain(s, means):
    """Whether a statement only gives names and attributes to what it computes, and runs over nothing."""
    if not isinstance(s, (gast.Assign, gast.Expr)) or not is_calm(s.value, means):
        return False
    places = all(isinstance(t, (gast.Name, gast.Attribute)) for t in getattr(s, 'targets', []))
    return places and not any(isinstance(n, (gast.Call, *KINDS)) for n in walk(s.value))


def takes(s, use, means):
    """Whether a statement takes all that a name gives, with no more than computations in between."""
    if not isinstance(s, (gast.Assign, gast.Return, gast.Expr)) or s.value is None:
        return False
    for n in walk(s.value):
        if isinstance(n, gast.Call) and n.args[:1] == [use] and any(means(n.func) is f for f in TAKERS):
            return True
        if isinstance(n, (gast.ListComp, gast.SetComp, gast.DictComp)) and n.generators[0].iter is use:
            return True
    return False
