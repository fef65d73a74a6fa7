"""Calls that waited for types, rewritten: orders of lists, and functions that write into arrays."""

import gast
import numpy as np

from srcad.by_fields import by_fields
from srcad.axes import Flat, squeezed, with_axes
from srcad.in_place import InPlace
from srcad.lower.exceptions import exceptions
from srcad.lower.names import Means
from srcad.lower.evaluation import Rewrite, is_atom, is_in
from srcad.orders import Orders
from srcad.parts import split
from srcad.standins import SPLIT
from srcad.analysis.given import as_given
from srcad.analysis.marks import as_site
from srcad.analysis.types import ListOf, TupleOf
from srcad.tree import Ours, assign, blocks, call, constant, name, placed, walk


def settle(instance):
    """Rewrite the calls of an instance that wait; whether there were any."""
    if not instance.inference.pending:
        return False
    if as_given(instance):
        return True
    means = Means(instance.tree, instance.source)
    means.local |= set(instance.params) | set(instance.statics)
    rules, done, flat = [Orders(instance, means), InPlace(instance, means)], [], Flat(instance, means)

    def rule(node, plain):
        what = instance.inference.pending.get(node)
        if plain and isinstance(node, (gast.IfExp, gast.BoolOp)) and waiting.intersection(walk(node)):
            done.append(node)
            return spelled_out(node, rewrite)
        if what is None or what in ('flat', 'fields'):
            return None
        if what == 'draw':
            if plain:
                done.append(node)
            return rewrite.assigned('drawn', node, node) if plain else None
        if what in ('squeeze', np.squeeze):
            done.append(node)
            return squeezed(node, instance.inference.types)
        if what == 'axes':
            done.append(node)
            return with_axes(node)
        if is_in(what, SPLIT):
            done.append(node)
            return gast.Call(Ours(what.__name__, SPLIT[what]), node.args, node.keywords)
        if what is np.array:
            done.append(node)
            return of_arrays(node, instance.inference)
        for r in rules:
            r.before = []
            new = r.expression(node, what, plain)
            if new is not None:
                done.append(node)
                settled_at(node, [*r.before, new])
                rewrite.before += r.before
                return new
        return None

    rewrite = Rewrite(means, rule)
    waiting = {n for n, what in instance.inference.pending.items() if what in (sorted, max, min, 'draw')}

    def statement(s):
        if instance.inference.pending.get(s) == 'part':
            done.append(s)
            return placed(part_changed(s, means), s)
        parts = by_fields(s, instance.inference, means) or split(s, instance.inference, means)
        parts = parts if parts is not None else flat.statement(s)
        if parts is not None:
            done.append(s)
            return parts
        if isinstance(s, gast.While) and waiting.intersection(walk(s.test)):
            done.append(s)
            leave = gast.If(gast.UnaryOp(gast.Not(), s.test), [gast.Break()], [])
            s.test, s.body = constant(True), [*placed([leave], s), *s.body]
            return [s]
        known = len(done)
        made = rewrite.statement(s)
        if rewrite.is_stuck:
            del done[known:]
        return without_rest(made)

    body = blocks(instance.tree.body, statement)
    if not done:
        node, what = next(iter(instance.inference.pending.items()))
        name = what if isinstance(what, str) else getattr(what, '__name__', str(what))
        if what == 'fields':
            instance.inference.only_by_reference('srcad follows this dict by reference', node)
        if what == 'flat':
            why = 'srcad knows .flat with an index, and in loops: use np.ravel(...), or indices'
            instance.inference.refuse(why, node)
        if what == 'draw':
            instance.inference.refuse('srcad wants names for what is drawn here', node)
        if isinstance(what, str):
            instance.inference.refuse(
                f'srcad does not differentiate the method .{name}() of these arguments: '
                'use the function of NumPy, or write the loop',
                node,
            )
        instance.inference.refuse(
            f'srcad does not differentiate {name}() with these arguments, or in this place: '
            'give its result a name of its own, or write the loop',
            node,
        )
    instance.tree.body = body
    if any(isinstance(n, gast.Try) for n in walk(instance.tree)):  # around single statements only
        exceptions(instance.tree, Means(instance.tree, instance.source))
    return True


def part_changed(s, means):
    """`z.imag += v` as `z.imag = z.imag + v`; of the z that there is before v is computed."""
    whole, attr, first = s.target.value, s.target.attr, []
    if any(isinstance(n, (gast.Call, gast.NamedExpr)) for n in walk(s.value)):
        text = means.fresh('whole')
        whole, first = name(text), [assign(text, whole)]
    changed = gast.BinOp(gast.Attribute(whole, attr, gast.Load()), s.op, s.value)
    return [*first, gast.Assign([gast.Attribute(whole, attr, gast.Store())], changed, None)]


def spelled_out(node, rewrite):
    """A name for `a if test else b`, `a and b` or `a or b`, whose parts have statements of their own from here on."""
    text = rewrite.means.fresh('choice')
    if isinstance(node, gast.IfExp):
        made = [gast.If(node.test, [assign(text, node.body)], [assign(text, node.orelse)])]
    else:
        first, *others = node.values
        made = [assign(text, others[-1])]
        for value in (*reversed(others[:-1]), first):
            test = name(text) if isinstance(node.op, gast.And) else gast.UnaryOp(gast.Not(), name(text))
            made = [assign(text, value), gast.If(test, made, [])]
    settled_at(node, made)
    rewrite.before += made
    return name(text)


def settled_at(node, made):
    """What a call that waited makes is made at its place, in each round and for each caller."""
    site = getattr(node, 'site', None)
    for k, n in enumerate(n for tree in made for n in walk(tree)):
        if site is not None and getattr(n, 'site', None) is None:
            n.site = (*as_site(site), 'settled', k)


def of_arrays(node, inference):
    """A call with arrays in place of the lists that carry a derivative."""
    array = gast.Attribute(Ours('np', np), 'array', gast.Load())

    def made(a):
        t = inference.argument_type(a)
        return call(array, a) if t.active and isinstance(t, (ListOf, TupleOf)) else a

    keywords = [gast.keyword(k.arg, made(k.value)) for k in node.keywords]
    return gast.Call(node.func, [made(a) for a in node.args], keywords)


def without_rest(made):
    """Statements without one that only names what those before it wrote."""
    last = made[-1] if made else None
    idle = isinstance(last, gast.Expr) and (is_atom(last.value) or isinstance(last.value, gast.Subscript))
    return made[:-1] if len(made) > 1 and idle else made
