"""What is taken a piece at a time: loops over generators and over objects, `next`, `send` and `close`."""

import gast

from srcad.analysis.iterators import over
from srcad.analysis.marks import Iterated, Method
from srcad.analysis.types import NONE
from srcad.by_memory import iterator
from srcad.lower.loops import leaving
from srcad.spell_out.nodes import kind_of, replace_owner
from srcad.tree import Ours, assign, blocks, call, children, clone, constant, name, target, walk


class Pieces:
    """The part of `SpellOut` for iterators."""

    def over_pieces(self, s):
        """`for v in it` as the loop that Python runs, where the pieces come from calls."""
        if not self.comes_in_pieces(s.iter):
            return None
        before, first = [], []
        self.taking(s.iter, s.target, before, first)
        caught = getattr(s, 'caught', None)
        if caught:
            first = [also_caught(f, caught) if isinstance(f, gast.Try) or hasattr(f, 'advances') else f for f in first]
        after = []
        if leaving(s.body):  # where nobody else knows it, Python closes it
            its = [
                b.targets[0].id
                for b in before
                if isinstance(b, gast.Assign) and b.value in (s.iter, *over(s.iter)) and self.closes(b.value)
            ]
            after = [gast.Expr(call(gast.Attribute(name(it), 'close', gast.Load()))) for it in its]
        return self.made(*before, gast.While(constant(True), [*first, *s.body], []), *after)

    def closes(self, node):
        t = self.types.get(node)
        return (
            isinstance(node, gast.Call)
            and self.inference.is_generator(t)
            and any(k.local.node.closes for k in self.heap.kinds_of(t))
        )

    def comes_in_pieces(self, node):
        t = self.types.get(node)
        if is_joined(node) and not self.inference.is_generator(t):
            return any(map(self.comes_in_pieces, node.args))
        if self.inference.is_generator(t):
            return True
        if isinstance(self.calls.get(node), Iterated):
            inner = self.types.get(self.calls[node].made)
            return self.inference.is_generator(inner) or self.inference.has_method(inner, '__next__')
        return self.inference.has_method(t, '__getitem__') and not self.inference.has_method(t, '__iter__')

    def taking(self, node, to, before, first):
        """The lines before a loop, and those that take a piece and end the loop where there is none."""
        t = self.types.get(node)
        if is_joined(node) and not self.inference.is_generator(t):
            return self.taking_each(node, to, before, first)
        if isinstance(self.calls.get(node), Iterated):
            t = self.types.get(self.calls[node].made)
            node = replace_owner(self.calls[node].made, self.named(node))
            before += self.taken_lines()
        it, stop = self.fresh('items'), [gast.Break()]
        if self.inference.has_method(t, '__next__'):
            before.append(assign(it, node))
            value = call(gast.Attribute(name(it), '__next__', gast.Load()))
            text = to.id if isinstance(to, gast.Name) else self.fresh('item')
            first.append(attempt(assign(text, value), StopIteration, stop))
            first += [] if isinstance(to, gast.Name) else [gast.Assign([to], name(text), None)]
        elif self.inference.has_method(t, '__getitem__'):
            k, text = self.fresh('k'), self.fresh('item')
            before += [assign(it, node), assign(k, constant(0))]
            item = gast.Subscript(name(it), name(k), gast.Load())
            first.append(attempt(assign(text, item), IndexError, stop))
            first += [gast.AugAssign(target(k), gast.Add(), constant(1)), gast.Assign([to], name(text), None)]
        else:
            before.append(
                assign(it, node if self.inference.is_generator(t) else call(Ours('iterator', iterator), node))
            )
            if self.inference.is_generator(t) and self.heap.load(t, 'sent') != NONE:
                first.append(gast.Assign([gast.Attribute(name(it), 'sent', gast.Store())], constant(None), None))
            first += [*self.advanced(name(it), stop), gast.Assign([to], self.piece_of(name(it)), None)]

    def taking_each(self, node, to, before, first):
        """A piece of each source of a zip; or of one, with its number."""
        counts = node.func.id == 'enumerate'
        sources = node.args[:1] if counts else node.args
        parts = [self.fresh('piece') for _ in sources]
        for part, source in zip(parts, sources):
            self.taking(source, target(part), before, first)
        if counts:
            k = self.fresh('k')
            starts = [*node.args[1:], *(w.value for w in node.keywords), constant(0)]
            before.append(assign(k, starts[0]))
            parts = [k, *parts]
        elif node.keywords:
            self.inference.refuse('srcad does not know zip(strict=) of iterators: leave it out', node)
        if isinstance(to, (gast.Tuple, gast.List)) and len(to.elts) == len(parts):
            first += [gast.Assign([e], name(p), None) for e, p in zip(to.elts, parts)]
        else:
            first.append(gast.Assign([to], gast.Tuple([name(p) for p in parts], gast.Load()), None))
        if counts:
            first.append(gast.AugAssign(target(k), gast.Add(), constant(1)))

    def advanced(self, it, end):
        """A generator runs to its next piece, or has none."""
        step = gast.Expr(call(it))
        step.advances = True
        return [step, gast.If(gast.Attribute(it, 'over', gast.Load()), end, [])]

    def piece_of(self, it):
        return gast.Attribute(it, 'value', gast.Load())

    def ended(self):
        return [gast.Raise(Ours('StopIteration', StopIteration), None)]

    def method_next(self, node, base, to):
        """`next(it)`, `next(it, default)`, `it.__next__()`."""
        t = self.types.get(self.calls[node].owner)
        default = node.args[1:] if isinstance(node.func, gast.Name) else []
        if default:
            default, to = self.named(default[0]), to or self.fresh('item')
        if not self.inference.is_generator(t):
            value = call(gast.Attribute(base, '__next__', gast.Load()))
            self.emit(attempt(assign(to, value), StopIteration, [assign(to, default)]), effect=True)
            return None
        self.receiving(base, t, constant(None))
        if default:
            advance, test = self.advanced(base, [assign(to, default)])
            test.orelse = [assign(to, self.piece_of(base))]
            self.emit(advance, test, effect=True)
            return None
        self.emit(*self.advanced(base, self.ended()), effect=True)
        return self.piece_of(base) if to else None

    def method_send(self, node, base, to):
        self.receiving(base, self.types.get(self.calls[node].owner), self.stored(node.args[0]))
        self.emit(*self.advanced(base, self.ended()), effect=True)
        return self.piece_of(base) if to else None

    def receiving(self, base, t, value):
        if any(k.local.node.receives for k in self.heap.kinds_of(t)):
            self.emit(gast.Assign([gast.Attribute(base, 'sent', gast.Store())], value, None))

    def method_close(self, node, base, to):
        """A generator that has begun runs its `finally`."""
        if any(k.local.node.closes for k in self.heap.kinds_of(self.types.get(self.calls[node].owner))):
            begun = gast.Compare(gast.Attribute(base, 'place', gast.Load()), [gast.NotEq()], [constant(0)])
            closed = gast.Assign([gast.Attribute(base, 'closed', gast.Store())], constant(True), None)
            self.emit(gast.If(begun, [closed, gast.Expr(call(base))], []), effect=True)
        self.emit(gast.Assign([gast.Attribute(base, 'over', gast.Store())], constant(True), None), effect=True)
        return None

    def do_Try(self, s):
        """`try: v = next(it)`, which catches the end of a generator: an `if`."""
        first = s.body[0]
        handler = s.handlers[0] if len(s.handlers) == 1 and len(s.body) == 1 and not s.finalbody else None
        value = first.value if isinstance(first, (gast.Assign, gast.Expr)) else None
        c = self.calls.get(value)
        only_end = handler is not None and getattr(self.types.get(handler.type), 'value', None) is StopIteration
        plain = (
            isinstance(c, Method)
            and c.name == 'next'
            and (isinstance(value.func, gast.Attribute) or len(value.args) == 1)
        )
        if (
            not only_end
            or not plain
            or handler.name is not None
            or not self.inference.is_generator(self.types.get(c.owner))
        ):
            return self.inside(s)
        it = self.named(c.owner)
        self.receiving(it, self.types.get(c.owner), constant(None))
        advance, test = self.advanced(it, handler.body)
        got = [gast.Assign(first.targets, self.piece_of(it), None)] if isinstance(first, gast.Assign) else []
        test.orelse = [*got, *s.orelse]
        return self.made(*self.taken_lines(), advance, test)


def is_joined(node):
    return kind_of(node) in ('enumerate', 'zip') and bool(node.args)


def attempt(statement, error, otherwise):
    """A `try` around a statement."""
    return gast.Try([statement], [gast.ExceptHandler(Ours(error.__name__, error), None, otherwise)], [], [])


def also_caught(step, caught):
    """A step of an iterator in a `try` around the loop."""
    handler, step.of_loop = clone(caught), True
    handler.body.append(gast.Break())
    return gast.Try([step], [handler], [], [])


def without_unreached(instance):
    """Leave out what stands behind a place that a generator never stops at: it reads what nothing has set.

    To be asked when all types are known; whether anything was left out.
    """
    inference = instance.inference

    def is_unset(n):
        t = inference.types.get(n.value) if isinstance(n, gast.Attribute) and isinstance(n.ctx, gast.Load) else None
        return inference.is_generator(t) and not any(n.attr in inference.heap.fields[s] for s in t.sites)

    def rewrite(s):
        if not isinstance(s, gast.If):
            return [s]
        s.body, s.orelse = (
            [] if any(is_unset(n) for b in side for n in heads(b)) else side for side in (s.body, s.orelse)
        )
        if s.body or s.orelse:
            s.body = s.body or [gast.copy_location(gast.Pass(), s)]
            return [s]
        return []

    count = sum(1 for _ in walk(instance.tree))
    if any(is_unset(n) for n in walk(instance.tree)):
        instance.tree.body = blocks(instance.tree.body, rewrite)
    return sum(1 for _ in walk(instance.tree)) < count


def heads(s):
    """The nodes of a statement that are run whenever it is."""
    todo = [s]
    while todo:
        n = todo.pop()
        yield n
        todo += [c for c in children(n) if not isinstance(c, gast.stmt)]
