"""One target for each assignment."""

import itertools
from inspect import isgeneratorfunction

import gast

from srcad.lower.apply import is_steady
from srcad.lower.evaluation import is_in, may_change
from srcad.lower.lazy import makes_generator
from srcad.lower.names import MISSING
from srcad.tree import assign, assigned_names, blocks, call, clone, name, read_names, target, unused, walk

LISTING = {'split', 'rsplit', 'splitlines', 'tolist', 'values', 'items', 'keys'}  # methods whose results are run over again


def targets(function, means):
    """One target for each assignment; a lambda that is given a name is a def.

    >>> from srcad.lower.names import Means
    >>> from srcad.printer import to_source
    >>> f = gast.parse('def f(x):\\n    a = b = x\\n    g = lambda v: v * a\\n    return g(b)').body[0]
    >>> print(to_source(targets(f, Means(f, None))).strip())
    def f(x):
        a = x
        b = a
    <BLANKLINE>
        def g(v):
            return v * a
    <BLANKLINE>
        return g(b)
    """
    taken = means.taken
    tries = any(isinstance(n, gast.Try) for n in walk(function))
    read = {n.id for n in walk(function) if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Load)}
    for n in walk(function):
        if isinstance(n, (gast.Tuple, gast.List)) and isinstance(n.ctx, gast.Store):
            last_stays(n, read, taken)

    caught = {s for n in walk(function) if isinstance(n, gast.Try) and n.handlers for b in n.body for s in walk(b)}

    def rewrite(s):
        if s in caught:
            takes_as_many(s, means)
        listed_before(s, means)
        parts = [made for part in simple_statement(s, taken) for made in flat_targets(part, taken, tries)]
        return [made for part in parts for made in out_of_itself(part, taken)]

    function.body = blocks(function.body, rewrite)
    return function


def listed_before(s, means):
    """`a, b = zip(xs, ys)` as `a, b = list(zip(xs, ys))`: names take what can be run over once."""
    alone = isinstance(s, gast.Assign) and len(s.targets) == 1  # else the iterator has a name, too
    apart = alone and isinstance(s.targets[0], (gast.Tuple, gast.List)) and isinstance(s.value, gast.Call)
    if not apart or not is_in(means(s.value.func), (zip, enumerate, reversed, map)) or means(name('list')) is not list:
        return
    if means(s.value.func) is map and (each := one_by_one(s, means)) is not None:
        s.value = each
    elif not any(isinstance(a, gast.Starred) or may_be_iterator(a, means) for a in s.value.args):  # columns have a pass
        s.value = gast.copy_location(call('list', s.value), s.value)


def takes_as_many(s, means):
    """Refuse an iterator that changes things, of which Python takes one item more than there are names, and then fails."""
    value = s.value if isinstance(s, gast.Assign) and any(map(is_nested, s.targets)) else None
    f = means(value.func) if isinstance(value, gast.Call) else None
    known = is_in(f, (zip, enumerate, *vars(itertools).values()))
    iterates = f is not None and (known or makes_generator(value.func, means))
    generator = iterates and (f is MISSING or may_change(value, means) or isgeneratorfunction(f))
    if generator or isinstance(value, gast.GeneratorExp) and may_change(value, means):
        means.refuse('an iterator that changes things, taken by names in a `try`: make a list of it first', value)


def one_by_one(s, means):
    """`f(u), f(v)` for the value of `a, b = map(f, (u, v))`; None for other values."""
    f, items = s.value.args if len(s.value.args) == 2 else (None, None)
    items = getattr(items, 'elts', ())
    names = s.targets[0].elts
    same = is_steady(f, means) or isinstance(f, (gast.Name, gast.Attribute)) and means(f) is not MISSING
    if not items or not same or any(isinstance(e, gast.Starred) for e in names) or len(items) != len(names):
        return None
    if not all(is_written_out(e, means) for e in items):  # what the first call changes, the second must not see
        return None
    return gast.copy_location(gast.Tuple([call(clone(f), e) for e in items], gast.Load()), s.value)


def is_written_out(node, means):
    """Whether an expression is a number or a name that stays, or a list or tuple of such."""
    if isinstance(node, (gast.List, gast.Tuple)):
        return all(is_written_out(e, means) for e in node.elts)
    return isinstance(node, gast.Constant) or is_steady(node, means)


def may_be_iterator(node, means):
    """Whether an expression may be an iterator, of which names take one item too many at most."""
    if isinstance(node, gast.Name):
        return any(v is not None and may_be_iterator(v, means) for v in means.values(node.id))
    listed = isinstance(node, gast.Call) and (
        is_in(means(node.func), (list, tuple, sorted, range)) or getattr(node.func, 'attr', None) in LISTING
    )
    return isinstance(node, (gast.Call, gast.GeneratorExp, gast.Name)) and not listed


def last_stays(targets, read, taken):
    """`a, a = 1.0, x` as `unused, a = 1.0, x`; not the first of `i, x[i], i`, which a place reads."""
    names = [n for n in walk(targets) if isinstance(n, gast.Name)]
    for k, n in enumerate(names):
        again = next((m for m in names[k + 1 :] if m.id == n.id), None)
        if isinstance(n.ctx, gast.Store) and n.id in read and again is not None and isinstance(again.ctx, gast.Store):
            n.id = unused('unused', taken)


def flat_targets(s, taken, tries=False):
    """`(a, b), c = e` as `part, c = e` and `a, b = part`; where failures are caught, c is assigned behind them too."""
    if not isinstance(s, gast.Assign) or not isinstance(s.targets[0], (gast.Tuple, gast.List)):
        return [s]
    all_elts = s.targets[0].elts
    is_first = lambda k, e: (
        is_nested(e) or read_names(e) & assigned_names(*all_elts[:k]) or any(may_say(t, e) for t in all_elts[:k])
    )
    first = next((k for k, e in enumerate(all_elts) if is_first(k, e)), None)
    if first is None:
        return [s]
    rest = all_elts[first:]
    names = [n for e in rest for n in stored(e)]
    every = tries or len(set(names)) < len(names) or any(not isinstance(e, gast.Name) for e in places(rest))
    out, elts = [], list(all_elts[:first])
    for e in rest:
        if every and not isinstance(e, gast.Starred) or is_nested(e):
            text = unused('part', taken)
            elts.append(gast.copy_location(target(text), e))
            out += flat_targets(gast.copy_location(gast.Assign([e], gast.copy_location(name(text), e), None), s), taken, tries)
        else:
            elts.append(e)
    whole = gast.copy_location(gast.Tuple(elts, gast.Store()), s.targets[0])
    return [gast.copy_location(gast.Assign([whole], s.value, None), s), *out]


def may_say(earlier, place):
    """Whether what is written to one place may say where another is: `t[0], x[t[0]] = 2, v`."""
    if not isinstance(earlier, (gast.Subscript, gast.Attribute)):
        return False
    attr = getattr(earlier, 'attr', None)
    inside = [n for n in walk(place) if n is not place]
    return any(isinstance(n, gast.Call) or type(n) is type(earlier) and getattr(n, 'attr', None) == attr for n in inside)


def out_of_itself(s, taken):
    """`v, n = n` as `whole = n` and `v, n = whole`: what is unpacked keeps a name."""
    to = s.targets[0] if isinstance(s, gast.Assign) else None
    if not isinstance(to, (gast.Tuple, gast.List)):
        return [s]
    rebound = isinstance(s.value, gast.Name) and s.value.id in stored(to)
    placed = isinstance(s.value, (gast.Attribute, gast.Subscript)) and not all(isinstance(e, gast.Name) for e in to.elts)
    if not rebound and not placed:
        return [s]
    text = unused('whole', taken)
    first, s.value = gast.copy_location(assign(text, s.value), s), gast.copy_location(name(text), s.value)
    return [first, s]


def is_nested(e):
    return isinstance(e, (gast.Tuple, gast.List))


def places(elts):
    """What is assigned in the end, in its order."""
    for e in elts:
        if isinstance(e, gast.Starred):
            yield from places([e.value])
        elif is_nested(e):
            yield from places(e.elts)
        else:
            yield e


def stored(e):
    return [n.id for n in walk(e) if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Store)]


def simple_statement(s, taken):
    if isinstance(s, gast.AnnAssign):
        return [gast.copy_location(gast.Assign([s.target], s.value, None), s)] if s.value is not None else []
    if isinstance(s, gast.Assign) and len(s.targets) > 1:
        first, *rest = s.targets
        if all(isinstance(t, gast.Name) for t in s.targets):
            out = [gast.Assign([first], s.value, None), *(gast.Assign([t], name(first.id), None) for t in rest)]
        else:  # the targets are assigned from left to right, and may read each other
            text = unused('item', taken)
            out = [assign(text, s.value), *(gast.Assign([t], name(text), None) for t in s.targets)]
        return [made for o in out for made in simple_statement(gast.copy_location(o, s), taken)]
    if isinstance(s, gast.Assign) and isinstance(s.value, gast.Lambda) and isinstance(s.targets[0], gast.Name):
        body = [gast.copy_location(gast.Return(s.value.body), s)]
        made = gast.FunctionDef(s.targets[0].id, s.value.args, body, [], None, None, [])
        made.path = getattr(s.value, 'path', None)
        return [gast.copy_location(made, s)]
    return [s]
