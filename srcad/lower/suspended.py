"""Yields as statements of their own, and the loops that hold them as `while`."""

import inspect

import gast

from srcad.by_memory import iterator
from srcad.lower.contexts import LOCKS, enter_and_exit, is_entered_again, sees_exception, why_unknown
from srcad.lower.evaluation import Rewrite, builtin
from srcad.lower.loops import continues, leaving
from srcad.lower.scopes import own
from srcad.lower.tried import YIELDS, Tried, has_yield
from srcad.tree import (
    FUNCTIONS,
    Ours,
    arguments,
    assign,
    assigned_names,
    call,
    constant,
    name,
    placed,
    read_names,
    target,
    tuple_of,
    walk,
)



class Suspended:
    """The part of `Resumable` that makes statements of yields."""

    delegates = False

    def plain(self, statements):
        return [made for s in statements for made in self.as_plain(s)]

    def as_plain(self, s):
        if isinstance(s, FUNCTIONS) or not has_yield(s):
            return [s]
        if isinstance(s, gast.For):
            before, s.iter = self.taken_out(s, 'iter')
            return [*before, *placed(self.while_of(s), s)]
        if isinstance(s, gast.While):
            if has_yield(s.test):
                text = self.means.fresh('test')
                stop = gast.If(gast.UnaryOp(gast.Not(), name(text)), [gast.Break()], [])
                body = placed([assign(text, s.test), stop], s)
                return self.as_plain(gast.copy_location(gast.While(constant(True), [*body, *s.body], []), s))
            return [gast.copy_location(gast.While(s.test, self.plain(s.body), []), s)]
        if isinstance(s, gast.If):
            before, test = self.taken_out(s, 'test')
            return [*before, gast.copy_location(gast.If(test, self.plain(s.body), self.plain(s.orelse)), s)]
        if isinstance(s, gast.Try):
            return self.plain_try(s)
        if isinstance(s, gast.With):
            return self.plain_with(s)
        return placed(self.simple(s), s)

    def plain_try(self, s):
        if s.handlers:
            parts = gast.Try(self.plain(s.body), s.handlers, self.plain(s.orelse), [])
            for h in s.handlers:
                h.body = self.plain(h.body)
            tried = Tried(gast.copy_location(parts, s), self.means, self.means.fresh)
            if (why := tried.why_not()) is not None:
                self.means.refuse(*why)
            made = placed(tried.statements(), s)
            if not s.finalbody:
                return made
            s = gast.copy_location(gast.Try(made, [], [], s.finalbody), s)
        if leaving(s.body) or continues(s.body) or any(map(has_yield, s.finalbody)):
            self.means.refuse('a yield in a try with finally that break or continue leave: yield behind the try', s)
        return [gast.copy_location(gast.Try(self.plain(s.body), [], [], s.finalbody), s)]

    def plain_with(self, s):
        """A context with yields in it, by its methods, or as one that may be left and entered again at a yield."""
        (item,) = s.items
        head, means, tree = item.context_expr, self.means, self.means.tree
        if why_unknown(head, means, tree) is not None or sees_exception(head, means, tree):
            means.refuse('a yield inside a with that may do more than srcad sees: yield behind it', s)
        if all(map(inspect.isfunction, enter_and_exit(head, means, tree))):
            text = means.fresh('manager')
            enter, leave = (gast.Attribute(name(text), f'__{word}__', gast.Load()) for word in ('enter', 'exit'))
            given = call(enter)
            done = gast.Expr(call(leave, *(constant(None) for _ in range(3))))
            made = [
                assign(text, head),
                gast.Assign([item.optional_vars], given, None) if item.optional_vars is not None else gast.Expr(given),
                gast.Try(s.body, [], [], [done]),
            ]
            return self.plain(placed(made, s))
        if isinstance(means(head), LOCKS) and item.optional_vars is None:  # held while the generator waits
            begin, end = (gast.Expr(call(gast.Attribute(head, word, gast.Load()))) for word in ('acquire', 'release'))
            return self.plain(placed([begin, gast.Try(s.body, [], [], [end])], s))
        if item.optional_vars is not None or leaving(s.body) or continues(s.body) or not is_entered_again(head, means):
            means.refuse('a yield inside this with, which must not be entered again: yield behind it', s)
        return [gast.copy_location(gast.With([item], self.plain(s.body), None), s)]

    def simple(self, s):
        """A statement with yields in its expression: `x = yield v` for each, then the rest."""
        value = getattr(s, 'value', None)
        if isinstance(value, YIELDS) and (
            isinstance(s, gast.Expr) or isinstance(s, gast.Assign) and isinstance(s.targets[0], gast.Name)
        ):
            if value.value is not None and has_yield(value.value):
                before, value.value = self.taken_out(value, 'value')
                return [*before, *self.simple(s)]
            return self.delegated(s, value) if isinstance(value, gast.YieldFrom) else [s]
        if isinstance(s, gast.AugAssign) and isinstance(s.target, gast.Name) and has_yield(value):
            text = self.means.fresh('before')
            before, value = self.taken_out(s, 'value')
            return [
                assign(text, name(s.target.id)),
                *before,
                gast.AugAssign(target(text), s.op, value),
                assign(s.target.id, name(text)),
            ]
        if value is None or isinstance(s, gast.AugAssign) or any(map(has_yield, getattr(s, 'targets', ()))):
            self.means.refuse('a yield in this statement: give what it receives a name', s)
        before, s.value = self.taken_out(s, 'value')
        return [*before, s]

    def taken_out(self, s, field):
        """The statements for the yields in an expression, and the expression with names in their place."""
        value = getattr(s, field)
        if not has_yield(value):
            return [], value
        holder = gast.copy_location(gast.Expr(value), value)
        *before, last = TakeOut(self.means, self.f).statement(holder)
        if has_yield(last):
            self.means.refuse('a yield inside this expression: give what it receives a name', value)
        return self.plain(placed(before, value)), last.value

    def delegated(self, s, value):
        """`v = yield from e`: what e gives is yielded, v is what it returns."""
        self.delegates = True
        it = self.means.fresh('inner')
        pieces, piece = self.taken(it)
        loop = gast.While(constant(True), [*pieces, gast.Expr(gast.Yield(piece))], [])
        made = [assign(it, call(Ours('iterator', iterator), value.value)), loop]
        if isinstance(s, gast.Assign):
            made.append(gast.Assign(s.targets, gast.Attribute(name(it), 'result', gast.Load()), None))
        return made

    def taken(self, it):
        """The statements that take a piece of an iterator or end the loop, and the piece."""
        here = self.means.fresh('items')
        over, value = (gast.Attribute(name(here), attr, gast.Load()) for attr in ('over', 'value'))
        return [assign(here, name(it)), gast.Expr(call(name(here))), gast.If(over, [gast.Break()], [])], value

    def while_of(self, s):
        counted = self.counted(s)
        if counted is not None:
            return counted
        start, first, inside = [], [], set(walk(s))
        self.read_later = {getattr(n, 'id', None) for n in walk(self.f) if n not in inside}
        self.pieces(s.target, s.iter, start, first)
        return [*start, gast.While(constant(True), [*first, *self.plain(s.body)], [])]

    def pieces(self, to, source, start, first):
        """What stands before a loop over a source, and the statements that take a piece of it at each trip."""
        f = getattr(source.func, 'id', '') if isinstance(source, gast.Call) else ''
        joined = (
            f in ('enumerate', 'zip')
            and builtin(self.means, f)
            and not any(isinstance(a, gast.Starred) for a in source.args)
        )
        if not joined or f == 'zip' and source.keywords:
            it = self.means.fresh('source')
            start.append(assign(it, call(Ours('iterator', iterator), source)))
            pieces, value = self.taken(it)
            first += [*pieces, gast.Assign([to], value, None)]
            return
        sources = source.args[:1] if f == 'enumerate' else source.args
        apart = isinstance(to, (gast.Tuple, gast.List)) and len(to.elts) == len(sources) + (f == 'enumerate')
        if f == 'zip' and apart:  # of a trip that ends before all have a piece, none is seen
            apart = all(isinstance(e, gast.Name) and e.id not in self.read_later for e in to.elts[:-1])
        places = (
            to.elts if apart else [target(self.means.fresh('piece')) for _ in range(len(sources) + (f == 'enumerate'))]
        )
        end = []
        if f == 'enumerate':
            k, number = (
                self.means.fresh('count'),
                [*source.args[1:], *(w.value for w in source.keywords), constant(0)][0],
            )
            end = [gast.Assign([places[0]], name(k), None), gast.AugAssign(target(k), gast.Add(), constant(1))]
            places = places[1:]
        for place, part in zip(places, sources):
            self.pieces(place, part, start, first)
        if end:
            start.append(assign(k, number))
        first += end
        if not apart:
            parts = [name(n.id) for n in ([end[0].targets[0]] if end else []) + places]
            first.append(gast.Assign([to], tuple_of(parts), None))

    def counted(self, s):
        """`for k in range(a, b)` as a loop that counts; None for other loops."""
        c = s.iter
        plain = isinstance(c, gast.Call) and isinstance(c.func, gast.Name) and c.func.id == 'range' and not c.keywords
        if (
            not plain
            or not builtin(self.means, 'range')
            or len(c.args) not in (1, 2)
            or any(isinstance(a, gast.Starred) for a in c.args)
            or not isinstance(s.target, gast.Name)
        ):
            return None
        used = s.target.id in read_names(self.f)
        k, stop = self.means.fresh(f'next_{s.target.id}' if used else 'trip'), c.args[-1]
        start = [assign(k, c.args[0] if len(c.args) == 2 else constant(0))]
        if not isinstance(stop, gast.Constant) and not self.is_steady(stop):
            text = self.means.fresh('stop')
            start, stop = [*start, assign(text, stop)], name(text)
        first = [assign(s.target, name(k))] if used else []
        body = [*first, gast.AugAssign(target(k), gast.Add(), constant(1)), *self.plain(s.body)]
        return [*start, gast.While(gast.Compare(name(k), [gast.Lt()], [stop]), body, [])]

    def is_steady(self, node):
        """Whether a tree is a parameter that keeps its value."""
        text = getattr(node, 'id', None)
        return text in {a.id for a in arguments(self.f)} and text not in assigned_names(*self.f.body)


class TakeOut(Rewrite):
    """Gives each yield in an expression a statement of its own, everything else in its order."""

    def __init__(self, means, f):
        super().__init__(means, self.received)
        self.local = own(f)

    def received(self, node, plain):
        return self.assigned('sent', node, node) if isinstance(node, YIELDS) and plain else None

    def commutes(self, node, statements):
        return isinstance(node, (gast.Constant, gast.Lambda)) or isinstance(node, gast.Name) and node.id in self.local


def yield_of(s):
    """The yield that a statement is."""
    value = s.value if isinstance(s, (gast.Expr, gast.Assign)) else None
    return value if isinstance(value, gast.Yield) else None
