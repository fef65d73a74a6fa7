"""Loops and sums over the fields of a dict, whose keys are known: one field after the other."""

import gast

from srcad.analysis.types import Fields
from srcad.lower.names import like
from srcad.tree import COMPREHENSIONS, Ours, assign, assigned_names, clone, constant, placed, read_names, transform, walk

MOST = 8  # fields: of more there would be too much text
VIEWS = ('items', 'values', 'keys')


def by_fields(s, inference, means):
    """A statement without loops over a dict known by its fields; None if there is none that could go.

    `sum(np.sum(p**2) for p in params.values())` is `np.sum(params['w'] ** 2) + np.sum(params['b'] ** 2)`.
    """
    if isinstance(s, gast.For) and inference.pending.keys() & set(walk(s.iter)):
        return in_turn(s, inference)
    made = []

    def rewritten(node):
        whole = node.args[0] if is_sum(node, means) else node
        if not isinstance(whole, COMPREHENSIONS) or len(whole.generators) != 1:
            return None
        g = whole.generators[0]
        trips = trips_of(g.iter, inference, assigned_names(g.target)) if not g.ifs else None
        given = [matched(g.target, trip) for trip in trips or ()]
        if not given or None in given or binds(whole.elt):
            return None
        made.append(node)
        elements = [put_in(whole.elt, names) for names in given]
        if whole is node:
            return like(gast.copy_location(gast.List(elements, gast.Load()), node), node)
        total = elements[0] if is_number(whole.elt) else constant(0)
        for e in elements if total is not elements[0] else elements[1:]:
            total = gast.copy_location(gast.BinOp(total, gast.Add(), e), node)
        return total

    value = getattr(s, 'value', None)
    if not isinstance(value, gast.AST) or not inference.pending.keys() & set(walk(value)):
        return None
    s.value = transform(value, rewritten)
    return [s] if made else None


def in_turn(s, inference):
    """The trips of a loop, one after the other."""
    trips = trips_of(s.iter, inference, assigned_names(s.target, *s.body))
    if trips is None or s.orelse or any(isinstance(n, (gast.Break, gast.Continue, gast.Return)) for n in walk(s)):
        return None
    out, inside = [], set(walk(s))
    later = {n.id for n in walk(inference.tree) if isinstance(n, gast.Name) and n not in inside}
    for trip in trips:
        given = matched(s.target, trip)
        if given is None:
            return None
        keys = {n: e for n, e in given.items() if isinstance(e, gast.Constant) and n not in assigned_names(*s.body)}
        out += [placed([assign(n, e)], s)[0] for n, e in given.items() if n not in keys or n in later]
        out += [put_in(b, keys) for b in s.body]
    return out


def is_sum(node, means):
    plain = isinstance(node, gast.Call) and len(node.args) == 1 and not node.keywords
    return plain and means(node.func) is sum and isinstance(node.args[0], COMPREHENSIONS)


def is_number(e):
    """Whether an expression is arithmetic, or a sum: more than a truth, of which Python makes a number by `0 + e`."""
    truths = any(isinstance(n, (gast.Compare, gast.BoolOp, gast.Not)) for n in walk(e))
    if isinstance(e, gast.Call):
        kinds = ('sum', 'mean', 'norm') if truths else ('sum', 'mean', 'norm', 'dot', 'vdot')
        return isinstance(e.func, gast.Attribute) and e.func.attr in kinds
    calls = [n for n in (getattr(e, 'left', None), getattr(e, 'right', None)) if isinstance(n, gast.Call)]
    return isinstance(e, gast.BinOp) and not truths and all(map(is_number, calls))


def trips_of(over, inference, bound):
    """What a loop over a dict, or over a view of one, gets in each trip; None if that is not known.

    `bound` are the names that are bound meanwhile: the dict is found again by its own in each trip.
    """
    if isinstance(over, gast.Call) and getattr(inference.types.get(over.func), 'value', None) is enumerate:
        trips = trips_of(over.args[0], inference, bound) if len(over.args) == 1 and not over.keywords else None
        return trips and [gast.Tuple([constant(k), trip], gast.Load()) for k, trip in enumerate(trips)]
    view = isinstance(over, gast.Call) and isinstance(over.func, gast.Attribute) and over.func.attr in VIEWS
    d = over.func.value if view else over
    t = inference.types.get(d)
    if over not in inference.pending or not isinstance(t, Fields) or t.of is not dict or len(t.names) > MOST:
        return None
    if read_names(d) & bound or any(set(n) & set('\'"\\\n{}') for n in t.names):
        return None
    part = lambda n: gast.copy_location(gast.Subscript(clone(d), constant(n), gast.Load()), over)
    kind = over.func.attr if view else 'keys'
    pair = {'items': lambda n: gast.Tuple([constant(n), part(n)], gast.Load()), 'values': part, 'keys': constant}[kind]
    return [pair(n) for n in t.names]


def matched(to, trip):
    """What each name of a target is in a trip; None where that is not known."""
    if isinstance(to, gast.Name):
        return {to.id: trip}
    if not isinstance(to, gast.Tuple) or not isinstance(trip, gast.Tuple) or len(to.elts) != len(trip.elts):
        return None
    parts = [matched(e, p) for e, p in zip(to.elts, trip.elts)]
    return None if None in parts else {n: e for p in parts for n, e in p.items()}


def binds(tree):
    """Whether an expression has names of its own."""
    return any(isinstance(n, (gast.Lambda, gast.NamedExpr, *COMPREHENSIONS)) for n in walk(tree))


def put_in(tree, given):
    """A tree with expressions in the place of names."""

    def put(n):
        if isinstance(n, gast.Name) and n.id in given and isinstance(n.ctx, gast.Load) and not isinstance(n, Ours):
            return gast.copy_location(clone(given[n.id]), n)
        return None

    return transform(clone(tree), put)
