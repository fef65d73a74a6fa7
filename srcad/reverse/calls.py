"""Calls backwards, of functions that are differentiated too."""

import gast

from srcad.algebra import factor
from srcad.analysis.call_kinds import UserCall
from srcad.analysis.types import Number, TupleOf, dims_of
from srcad.past import Past
from srcad.reverse.parts import nothing
from srcad.shapes import subscript
from srcad.tree import base_name, call, constant, name, target


class AdjointCalls:
    """The part of `Reverse` that calls the adjoints of other functions."""

    # Calls of functions that are differentiated too

    def saved_name(self, node):
        if node not in self.saved:
            inst = self.calls[node].instance
            several = sum(isinstance(c, UserCall) and c.instance is inst for c in self.calls.values()) > 1
            named = (
                node is self.root and isinstance(self.stmt, gast.Assign) and isinstance(self.stmt.targets[0], gast.Name)
            )
            self.saved[node] = self.names.fresh(f'{self.stmt.targets[0].id if several and named else inst.name}_saved')
            self.hoists_at.setdefault(self.point, []).append(node)
        return self.saved[node]

    def push_call(self, node, b):
        c = self.calls[node]
        inst = c.instance
        if self.lazy and node not in self.saved:
            self.inference.refuse(f'srcad wants the call of {inst.name} in a statement of its own', node)
        if b is None and not self.is_reached(c):
            return
        args = [gast.Starred(Past(self.saved_name(node), self.point, True), gast.Load())]
        active = [t for t in inst.result.items if t.active] if isinstance(inst.result, TupleOf) else [inst.result]
        given = [self.not_lent(v, t) for v, t in zip(self.value_adjoints(node, inst, b), active)]
        for v in given:
            self.share(v)
        args += given
        for p, a in zip(inst.params, c.args):
            if p in inst.buffers:
                base, chain = self.path(a) or (None, None)
                if base is None:
                    self.inference.refuse(f'{inst.name} writes into its argument {p}: give the array a name first', a)
                self.ensure_owners(base)
                args.append(self.adjoint_place(chain, base))
        called = gast.Call(name(inst.adjoint_name), [*args, *map(name, self.passed)], [])
        outs = [(p, a) for p, a in zip(inst.params, c.args) if p in inst.outs]
        if not outs:
            self.out.append(gast.Expr(called))
        elif len(outs) == 1:
            p, a = outs[0]
            simple = isinstance(a, gast.Name) or self.live_names(a) <= 1
            term = factor(called, dims_of(self.types[a]))
            alone = node is self.root and isinstance(a, gast.Name) and isinstance(self.stmt, (gast.Expr, gast.Assign))
            if not self.is_safe_sum(inst, a) and not (alone and not self.passed) or not simple:
                term = self.named(term, f'b{p}')
            self.push(a, term)
        else:
            places = [self.unused(f'{inst.name}_{self.names.letter}{p}') for p, _ in outs]
            self.out.append(gast.Assign([gast.Tuple([target(t) for t in places], gast.Store())], called, None))
            for t, (p, a) in zip(places, outs):
                self.push(a, factor(name(t), dims_of(self.types[a])))

    def is_safe_sum(self, inst, a):
        """Whether `ba += adjoint(...)` is right though the call changes adjoints in place: ba is read before it."""
        return not inst.buffers or isinstance(self.types[a], Number) and isinstance(a, gast.Name)

    def is_reached(self, c):
        """Whether a call may have changed something that matters later."""
        return any(self.present(base_name(a)) for p, a in zip(c.instance.params, c.args) if p in c.instance.buffers)

    def value_adjoints(self, node, inst, b):
        """The adjoint of a call's value as arguments: one, or one for each active item of a tuple."""
        result = inst.result
        if isinstance(result, TupleOf):
            bs = (
                b
                if isinstance(b, list)
                else (
                    [None] * len(result.items)
                    if b is None
                    else [factor(subscript(b.tree(), constant(k)), dims_of(t)) for k, t in enumerate(result.items)]
                )
            )
            mine = self.types[node].items if isinstance(self.types[node], TupleOf) else result.items
            return [
                self.item_adjoint(node, k, t, bb) for k, (t, bb) in enumerate(zip(mine, bs)) if result.items[k].active
            ]
        if not result.active:
            return []
        if b is None:
            return (
                [nothing(result)]
                if isinstance(result, Number)
                else [call('zeros_like', self.hoisted_value(node, None).tree())]
            )
        return [self.apart(self.full(b, node).tree(), result)]

    def item_adjoint(self, node, k, t, b):
        if b is not None:
            return b.tree()
        if isinstance(t, Number):
            return nothing(t)
        to = (
            self.stmt.targets[0].elts[k]
            if isinstance(self.stmt, gast.Assign)
            and self.stmt.value is node
            and isinstance(self.stmt.targets[0], gast.Tuple)
            else None
        )
        if not isinstance(to, gast.Name):
            self.inference.refuse('srcad wants the items of this call as names', node)
        return call('zeros_like', Past(to.id, self.point, True, type=t))
