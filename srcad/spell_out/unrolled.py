"""Loops over the names of attributes: one trip after the other, each with the attribute that it means."""

import dataclasses

import gast

from srcad.analysis.types import Known, Ref, TupleOf
from srcad.by_fields import matched
from srcad.lower.loops import jumps
from srcad.lower.names import like
from srcad.spell_out.nodes import item
from srcad.tree import Ours, clone, constant, transform, walk


class Unrolled:
    """The part of `SpellOut` for `for name in ('x', 'y'): ... getattr(o, name)`."""

    def by_names(self, s):
        """The trips of a loop whose target says which attribute is read or set; None for other loops."""
        names = {n.id for n in walk(s.target) if isinstance(n, gast.Name)}
        asked = [n for b in s.body for n in walk(b) if n in self.inference.by_name]
        if not any(isinstance(m, gast.Name) and m.id in names for n in asked for m in walk(n.args[1])):
            return None
        trips = self.trips(s.iter)
        if trips is None or any(jumps(s.body)):
            return None
        inside = set(walk(s))
        outside = [n for n in walk(self.instance.tree) if isinstance(n, gast.Name) and n not in inside]
        kept = names & {n.id for n in outside}
        rebound = any(stores(b, names) for b in s.body)
        over = self.inference.dict_run_over(s.iter)
        if over is not None and not self.inference.in_any_order(s, over[0]):
            return None
        out = []
        for trip in trips:
            given = None if rebound else constants(matched(s.target, trip))
            named = [gast.Assign([clone(s.target)], clone(trip), None)] if given is None or kept else []
            body = [*named, *(put_in(clone(b), {} if given is None else given) for b in s.body)]
            asked = getattr(trip, 'asked', None)
            out += body if asked is None else [gast.If(asked, body, [])]
        return self.made(*out)

    def trips(self, node):
        """What a loop's target is in each trip; None where that is not known."""
        t = self.types.get(node)
        if isinstance(node, (gast.Tuple, gast.List)):
            return node.elts if all(map(is_plain, node.elts)) else None
        if isinstance(t, TupleOf) and isinstance(node, gast.Name):
            return [constant(i.value) if is_text(i) else item(node, k) for k, i in enumerate(t.items)]
        found = self.inference.dict_run_over(node)
        if found is not None and isinstance(found[0], gast.Name):
            return self.pairs(*found)
        if not isinstance(node, gast.Call) or node.keywords:
            return None
        f = getattr(self.types.get(node.func), 'value', None)
        if f is dataclasses.fields and len(node.args) == 1:
            return [Ours(f.name, f) for f in self.fields_of(node.args[0])]
        if f in (enumerate, zip) and len(node.args) == (1 if f is enumerate else len(node.args)):
            each = [self.trips(a) for a in node.args]
            if None in each:
                return None
            rows = [[constant(k), e] for k, e in enumerate(each[0])] if f is enumerate else zip(*each)
            return [gast.Tuple(list(row), gast.Load()) for row in rows]
        return None

    def pairs(self, owner, keys, both):
        """What a loop over a dict gets whose keys are all known, each if it is there."""
        out = []
        for key in keys:
            pair = gast.Tuple([constant(key), item(owner, constant(key))], gast.Load())
            out.append(pair if both else constant(key))
            out[-1].asked = gast.Compare(constant(key), [gast.In()], [owner])
        return out

    def fields_of(self, node):
        """The fields of a dataclass, or of an object of one."""
        t = self.types.get(node)
        kinds = self.heap.kinds_of(t) if isinstance(t, Ref) else {t.value} if isinstance(t, Known) else set()
        if len(kinds) != 1 or not all(map(dataclasses.is_dataclass, kinds)):
            self.inference.refuse('srcad cannot tell which dataclass this is: write the names of its fields', node)
        return dataclasses.fields(next(iter(kinds)))


def is_plain(node):
    whole = isinstance(node, gast.Tuple) and all(map(is_plain, node.elts))
    return whole or isinstance(node, (gast.Constant, gast.Name))


def is_text(t):
    return isinstance(t, Known) and isinstance(t.value, str)


def stores(tree, names):
    return any(isinstance(n, gast.Name) and n.id in names and not isinstance(n.ctx, gast.Load) for n in walk(tree))


def constants(given):
    """What each name of a target is in a trip, if that is a constant or a field; None if something is not."""
    plain = given is not None and all(isinstance(e, (gast.Constant, Ours)) for e in given.values())
    return given if plain else None


def put_in(tree, given):
    """A statement with what the names mean in place of them; the `name` of a field is a text."""

    def put(n):
        field = given.get(getattr(n.value, 'id', None)) if isinstance(n, gast.Attribute) else None
        if isinstance(field, Ours) and n.attr == 'name':
            return like(gast.copy_location(constant(field.value_of.name), n), n)
        if isinstance(n, gast.Name) and n.id in given and isinstance(n.ctx, gast.Load):
            return gast.copy_location(clone(given[n.id]), n)
        return None

    return transform(tree, put)
