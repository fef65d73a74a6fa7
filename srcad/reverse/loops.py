"""Loops, run backwards."""

import gast

from srcad.analysis.types import Array, ListOf, Number, TupleOf
from srcad.core import End, Loop, nodes
from srcad.past import For, adjoint_names
from srcad.printer import comment
from srcad.reverse.lines import collected_at_once
from srcad.shapes import copy_of
from srcad.tree import assign, call, name, tuple_of


class Loops:
    """The part of `Reverse` for loops."""

    def loop(self, node):
        collected = self.collects(node)
        if collected and self.collect_items(node, collected):
            return

        def trip():
            self.block(node.body)
            if isinstance(node.stmt, gast.For):
                self.loop_target(node)

        lines = self.repeat(trip, node)
        if lines:
            self.out.append(For(node, lines))

    def collects(self, node):
        """The list of which a loop reads every item once, and nothing has read others; its adjoint is made by items."""
        s = node.stmt
        if (
            not isinstance(s, gast.For)
            or not isinstance(s.iter, gast.Name)
            or node.level is not None
            or not all(isinstance(e, gast.Name) for e in target_names(s.target))
        ):
            return None
        n, t = s.iter.id, self.types[s.iter]
        early = any(
            isinstance(e, (gast.Break, gast.Return)) for m in nodes(node.body) if isinstance(m, End) for e in m.stmts
        )
        fits = (
            isinstance(t, ListOf)
            and t.active
            and (isinstance(s.target, gast.Name) or isinstance(t.item, TupleOf) and t.item.of is tuple)
            and all(isinstance(self.types[e], (Number, Array)) for e in target_names(s.target))
            and n in self.locals
        )
        return n if fits and not early and n not in self.state and n not in self.groups.changing else None

    def collect_items(self, node, n):
        """A loop whose trips append what the items of a list receive; False if that is nothing, or not all."""
        before, length = dict(self.state), len(self.out)
        b, target = self.names.adjoint(n), node.stmt.target

        def trip():
            self.block(node.body)
            self.point = node
            items = [self.collected(e.id, self.types[e]) for e in target_names(target)]
            if None not in items:
                header = self.instance.source.statement_text(node.stmt).rstrip(':')
                item = tuple_of(items) if isinstance(target, gast.Tuple) else items[0]
                self.out += [comment(header), gast.Expr(call(gast.Attribute(name(b), 'append', gast.Load()), item))]
                self.replenish(*(e.id for e in target_names(target)))

        lines = self.repeat(trip, node)
        appends = [
            l for l in lines if isinstance(l, gast.Expr) and isinstance(l.value, gast.Call) and b in adjoint_names([l])
        ]
        if len(appends) != 1 or b in adjoint_names([l for l in lines if l is not appends[0]]):
            self.state, self.out[length:] = before, []
            return False
        self.out += [
            assign(b, gast.List([], gast.Load())),
            For(node, collected_at_once(lines, appends[0]), collects=True),
            gast.Expr(call(gast.Attribute(name(b), 'reverse', gast.Load()))),
        ]
        self.state[n] = 'owned'
        return True

    def collected(self, n, t):
        """What an item of a list receives through the name `n`: an adjoint of its own; None if it receives nothing."""
        got = self.consume(n)
        if got is None:
            return None
        item = name(self.names.adjoint(n))
        return item if got[1] == 'owned' else copy_of(item, t)

    def repeat(self, trip, point):
        """The lines of a trip, made until what exists at its start exists at its end; and what must exist before it."""
        entry, outer = dict(self.state), self.out
        head, required, wanted_before = dict(entry), self.required, self.wanted
        demoted = set()
        while True:
            self.state, self.out, self.wanted = dict(head), [], set()
            self.required = required | set(head)
            trip()
            lines, end = self.out, self.state
            new = dict(head)
            for n, s in end.items():
                if n not in head:
                    new[n] = s
                elif s == 'shared' and head[n] == 'owned':  # a trip hands it on with a second name
                    new[n] = 'shared'
                    demoted.add(n)
            for n in self.wanted & set(head):  # one copy before the loop, instead of one in each trip
                if end.get(n) == 'owned' and n not in demoted:
                    new[n] = 'owned'
            if new == head:
                break
            head = new
        self.out, self.required, self.wanted = outer, required, wanted_before | self.wanted
        if not lines and head == entry:
            self.state = entry
            return []
        self.point = point
        for n in self.in_order(set(head) - set(end)):
            lines.append(self.zero(n))
        for n in self.in_order(set(head) - set(entry)):
            self.out.append(self.zero(n, after=isinstance(point, Loop)))
        for n in self.in_order(n for n in entry if entry[n] == 'shared' and head[n] == 'owned'):
            self.out.append(self.own(n))
        self.state = head
        return lines


def target_names(target):
    """The targets of a loop: one, or those of a tuple."""
    return target.elts if isinstance(target, gast.Tuple) else [target]
