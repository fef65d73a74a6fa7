"""Statements in parts of which each is calm, guarded or compound."""

import gast

from srcad.lower.names import MISSING
from srcad.lower.quiet import asks_truth, at, calm, calm_statement
from srcad.tree import assign, call, constant, name, target, walk

LAZY_SEQUENCES = {'range', 'enumerate', 'zip', 'reversed'}


class Parts:
    """The part of `Exceptions` that takes statements apart."""

    def is_calm(self, node, sure):
        return calm(node, lambda n: n in sure and n not in self.handled or n not in self.local and self.is_defined(n))

    def is_defined(self, n):
        """Whether the module, or Python, has a name that the function does not make."""
        unasked = self.means.source is None or n in self.means.local  # or it is a name of a function around this one
        return unasked or n not in self.means.source.function.__code__.co_names or self.means(name(n)) is not MISSING

    def is_calm_value(self, node, sure):
        return self.is_calm(node, sure) and not any(map(asks_truth, walk(node)))

    def is_calm_statement(self, s, sure):
        return calm_statement(s, lambda node: self.is_calm_value(node, sure))

    def parts(self, s, stack, sure):
        """A statement whose head may raise, with the head in a statement of its own."""
        if isinstance(s, gast.Return):
            kept = s.value is None or isinstance(s.value, gast.Constant) or getattr(s.value, 'id', None) in self.values
            if not kept and (not self.is_calm_value(s.value, sure) or self.is_in_final()):
                text = self.means.fresh('value')
                self.values.add(text)
                return [at(assign(text, s.value), s), at(gast.Return(at(name(text), s.value)), s)]
        elif not stack:
            return [s]
        elif isinstance(s, gast.If) and getattr(s, 'tests', None) is None and not self.is_calm(s.test, sure):
            text = self.means.fresh('test')
            return [at(assign(text, s.test), s), at(gast.If(at(name(text), s), s.body, s.orelse), s)]
        elif isinstance(s, gast.While) and not self.is_calm(s.test, sure):
            text = self.means.fresh('test')
            stop = at(gast.If(gast.UnaryOp(gast.Not(), name(text)), [*s.orelse, at(gast.Break(), s)], []), s)
            return [at(gast.While(constant(True), [at(assign(text, s.test), s), stop, *s.body], []), s)]
        elif isinstance(s, gast.For):
            return self.iterated(s, sure)
        elif isinstance(s, gast.With) and not is_quiet_head(s.items[0].context_expr):
            text = self.means.fresh('manager')
            item = gast.withitem(at(name(text), s), s.items[0].optional_vars)
            return [at(assign(text, s.items[0].context_expr), s), at(gast.With([item, *s.items[1:]], s.body, None), s)]
        elif isinstance(s, gast.Assign) and isinstance(s.targets[0], (gast.Tuple, gast.List)):
            return self.taken_apart(s)
        return [s]

    def iterated(self, s, sure):
        """What a loop runs over has a name, if it may raise."""
        lazy = (
            isinstance(s.iter, gast.Call) and getattr(s.iter.func, 'id', '') in LAZY_SEQUENCES and not s.iter.keywords
        )
        loose = [a for a in (s.iter.args if lazy else [s.iter]) if not self.is_calm(a, sure)]
        if not loose:
            return [s]
        made, names = [], {}
        for a in loose:
            text = self.means.fresh('items')
            made.append(at(assign(text, a), s))
            names[a] = at(name(text), a)
        over = at(gast.Call(s.iter.func, [names.get(a, a) for a in s.iter.args], []), s.iter) if lazy else names[s.iter]
        return [*made, at(gast.For(s.target, over, s.body, s.orelse, None), s)]

    def taken_apart(self, s):
        """Several places at once: each place is written by itself, for the second may fail."""
        places = s.targets[0].elts
        if all(isinstance(e, gast.Name) for e in places):
            return [s]
        texts = [self.means.fresh('item') for _ in places]
        whole = at(gast.Tuple([at(target(t), s) for t in texts], gast.Store()), s.targets[0])
        return [
            at(gast.Assign([whole], s.value, None), s),
            *(at(gast.Assign([e], at(name(t), e), None), s) for e, t in zip(places, texts)),
        ]

    def by_hand(self, s, told):
        """A `with` that is left before a `finally` around it runs; `told` with what, if a `try` around catches that."""
        text, item, body = self.means.fresh('manager'), s.items[0], s.body
        enter, leave = (gast.Attribute(name(text), f'__{word}__', gast.Load()) for word in ('enter', 'exit'))
        value = call(enter)
        out = [
            at(assign(text, item.context_expr), s),
            at(gast.Expr(value) if item.optional_vars is None else gast.Assign([item.optional_vars], value, None), s),
        ]
        final = at(gast.Expr(call(leave, *(constant(None) for _ in range(3)))), s)
        if told:
            error, caught = self.means.fresh('error'), self.means.fresh('caught')
            out.append(at(assign(error, constant(None)), s))
            keep = [at(assign(error, name(caught)), s), at(gast.Raise(None, None), s)]
            handler = at(gast.ExceptHandler(name('BaseException'), at(target(caught), s), keep), s)
            body = [at(gast.Try(body, [handler], [], []), s)]
            trace = gast.Attribute(name(error), '__traceback__', gast.Load())
            telling = at(gast.Expr(call(leave, call('type', name(error)), name(error), trace)), s)
            is_none = gast.Compare(name(error), [gast.Is()], [constant(None)])
            final = at(gast.If(is_none, [final], [telling]), s)
        return [*out, at(gast.Try(body, [], [], [final]), s)]


def is_quiet_head(node):
    """A context that is surely made: a name, or one of settings."""
    return (
        isinstance(node, gast.Name)
        or isinstance(node, gast.Call)
        and not node.args
        and all(isinstance(k.value, gast.Constant) for k in node.keywords)
    )
