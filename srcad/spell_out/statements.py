"""Statements that do one thing each."""

import builtins
from functools import cached_property

import gast

from srcad.analysis.holders import held_in
from srcad.analysis.subscripts import with_slices
from srcad.analysis.types import Known, Number, Ref
from srcad.of_objects import set_own
from srcad.lower.names import like
from srcad.lower.quiet import is_guarded
from srcad.names import HARMLESS
from srcad.runtime import index_of
from srcad.spell_out.nodes import asks_none, captured_in, is_number_type, renamed_in
from srcad.spell_out.unfit import raising
from srcad.tree import Ours, assign, call, clone, constant, name, placed, target, transform, unused, walk


class Statements:
    """The part of `SpellOut` for statements."""

    def split(self, statements):
        """`x = Point(x)`: where a name becomes a number after an object, or the other way, it is two names."""
        kinds = {n: is_number_type(t) for n, t in self.instance.types.items()}
        for k, s in enumerate(statements):
            to = s.targets[0] if isinstance(s, gast.Assign) else None
            if not isinstance(to, gast.Name) or s.value not in self.types:
                continue
            number = is_number_type(self.types[s.value])
            if (
                number is not None
                and kinds.get(to.id, number) not in (number, None)
                and to.id not in captured_in(statements)
            ):
                self.changed = True
                text = self.fresh(to.id)
                first = like(
                    gast.copy_location(gast.Assign([gast.copy_location(target(text), to)], s.value, None), s), s
                )
                rest = [renamed_in(r, to.id, text) for r in statements[k + 1 :]]
                return [*statements[:k], first, *rest]
            kinds[to.id] = number
        return statements

    def block(self, statements):
        out = []
        for s in statements:
            outer, self.lines, here, self.here = self.lines, [], self.here, s
            made = self.statement(s)
            lines, self.lines, self.here = self.lines, outer, here
            if hasattr(s, 'caught_by'):
                in_the_same_try(s, [*lines, *made])
            if lines:
                self.changed = True
            out += [*lines, *made]
        return out

    def statement(self, s):
        if not self.is_due(s):
            return self.inside(s)
        if self.is_blocked(s):
            return self.unblocked(s)
        do = getattr(self, 'do_' + type(s).__name__, None)
        return do(s) if do is not None else self.inside(s)

    def inside(self, s):
        """A statement with its blocks spelled out."""
        for field in ('body', 'orelse', 'finalbody'):
            if isinstance(getattr(s, field, None), list) and not isinstance(s, gast.FunctionDef):
                setattr(s, field, self.block(getattr(s, field)))
        for handler in getattr(s, 'handlers', []):
            handler.body = self.block(handler.body)
        return [s]

    def emit(self, *statements, effect=False):
        for s in statements:
            unsure = self.perhaps_none(s.iter) if isinstance(s, gast.For) and self.may_be_caught else None
            if unsure is not None and not hasattr(s, 'is_there'):
                s.is_there = True
                self.emit(raising(asks_none(unsure), "'NoneType' object is not iterable"))
            for n in walk(s):
                if isinstance(n, gast.stmt) and getattr(n, 'lineno', None) is None:
                    gast.copy_location(n, self.here)
            self.lines.append(s)
        self.effects += effect

    def made(self, *statements):
        """What takes the place of the statement."""
        self.changed = True
        for s in statements:
            for n in walk(s):
                if isinstance(n, gast.stmt) and getattr(n, 'lineno', None) is None:
                    gast.copy_location(n, self.here)
        return list(statements)

    def fresh(self, text):
        hides = hasattr(builtins, text) and text not in HARMLESS  # generated lines call it
        return unused(f'{text}_' if hides else text, self.taken)

    @cached_property
    def captured(self):
        return captured_in(self.instance.tree.body)

    @cached_property
    def is_guarded(self):
        return is_guarded(self.instance.tree.body)

    @cached_property
    def may_be_caught(self):
        """Whether something that fails may be caught, here or in another function."""
        return self.is_guarded or self.inference.program.catches

    def with_views(self, statements):
        """Statements with the calls of views in place of their names."""
        if not self.views:
            return statements
        put = lambda n: clone(self.views[n.id]) if isinstance(n, gast.Name) and n.id in self.views else None
        return [transform(s, put) for s in statements]

    def taken_lines(self):
        lines, self.lines = self.lines, []
        return lines

    def do_Return(self, s):
        if s.value is None or isinstance(s.value, gast.Constant):
            return [s]
        t = self.types.get(s.value)
        value = self.several([s.value])[0] if isinstance(t, (Number, Known)) else self.named(s.value, noun='value')
        return [s] if value is s.value else self.made(gast.Return(value))

    def do_Expr(self, s):
        if isinstance(s.value, gast.Constant):
            return [s]
        setter = getattr(self.types.get(s.value.func), 'value', None) if isinstance(s.value, gast.Call) else None
        if setter in (setattr, object.__setattr__, set_own):
            o, key, value = s.value.args
            if isinstance(self.types[key], Known):
                to = gast.Attribute(o, self.types[key].value, gast.Store())
                to.frozen = setter is not setattr  # as frozen dataclasses do it
                to.into_dict = setter is set_own
                return self.made(gast.Assign([to], value, None))
        new = self.root(s.value, None)
        if new is None:
            return []
        return [s] if new is s.value else self.made(gast.Expr(new))

    def do_With(self, s):
        """`with` an object of a class of the program: its methods around the body."""
        item = s.items[0]
        t = self.types.get(item.context_expr)
        if not isinstance(t, Ref) or not self.heap.is_object(t):
            s.body = self.block(s.body)
            return [s]
        context = self.named(item.context_expr)
        enter = call(gast.Attribute(context, '__enter__', gast.Load()))
        first = gast.Expr(enter) if item.optional_vars is None else gast.Assign([item.optional_vars], enter, None)
        leave = call(gast.Attribute(context, '__exit__', gast.Load()), *(constant(None) for _ in range(3)))
        body = s.body if len(s.items) == 1 else [gast.copy_location(gast.With(s.items[1:], s.body, None), s)]
        return self.made(first, gast.Try(body, [], [], [gast.Expr(leave)]))

    def do_Delete(self, s):
        out = []
        for to in s.targets:
            if self.inference.deletes_by_method(self.types.get(getattr(to, 'value', None)), to):
                out.append(gast.Expr(call(gast.Attribute(to.value, '__delitem__', gast.Load()), with_slices(to.slice))))
            elif isinstance(to, gast.Subscript) and self.inference.is_holding(self.types.get(to.value)):
                out.append(gast.Delete([gast.Subscript(held_in(to.value), to.slice, gast.Del())]))
            elif isinstance(to, gast.Subscript) and self.heap.is_list(self.types.get(to.value)):
                base = self.named(to.value)
                step = to.slice.step if isinstance(to.slice, gast.Slice) else None
                if step is not None and getattr(step, 'value', None) != 1:
                    places = gast.Subscript(call('range', call('len', base)), self.index(to.slice), gast.Load())
                    last_first = gast.Call(name('sorted'), [places], [gast.keyword('reverse', constant(True))])
                    k = self.fresh('k')
                    out.append(gast.For(target(k), last_first, [dropped(base, name(k))], [], None))
                elif isinstance(to.slice, gast.Slice):
                    out.append(
                        gast.Assign(
                            [gast.Subscript(base, self.index(to.slice), gast.Store())], gast.List([], gast.Load()), None
                        )
                    )
                else:
                    sure = isinstance(self.types.get(to.slice), Number)
                    k = to.slice if sure else call(Ours('index_of', index_of), to.slice)
                    out.append(dropped(base, k))
            elif isinstance(to, gast.Subscript) and not isinstance(to.value, gast.Name):
                out.append(gast.Delete([gast.Subscript(self.named(to.value), self.index(to.slice), gast.Del())]))
            elif isinstance(to, gast.Attribute) and not isinstance(to.value, gast.Name):
                out.append(gast.Delete([gast.Attribute(self.named(to.value), to.attr, gast.Del())]))
            else:
                out.append(s if len(s.targets) == 1 else gast.Delete([to]))
        if out == [s]:
            return [s]
        return self.made(*out)

    def do_If(self, s):
        both = s.test
        if isinstance(both, gast.BoolOp) and isinstance(both.op, gast.And) and both.values[0] in self.inference.telling:
            if self.needs_lines(both):  # what the first tells holds for the others, and in the body
                rest = both.values[1] if len(both.values) == 2 else gast.BoolOp(both.op, both.values[1:])
                inner, before, behind = gast.If(like(rest, both), s.body, []), [], []
                if s.orelse:
                    other = self.fresh('otherwise')
                    inner.body = [assign(other, constant(False)), *inner.body]
                    before, behind = [assign(other, constant(True))], [gast.If(name(other), s.orelse, [])]
                return self.made(*before, gast.If(both.values[0], [inner], []), *behind)
        test = self.several([s.test])[0]
        lines = self.taken_lines()
        body, orelse = self.block(s.body), self.block(s.orelse)
        if lines or test is not s.test:
            self.lines = lines
            return self.made(gast.If(test, body, orelse))
        s.body, s.orelse = body, orelse
        return [s]

    def do_Raise(self, s):
        """The text of an error may ask for properties, which are calls of their own."""
        given = [*s.exc.args, *(k.value for k in s.exc.keywords)] if isinstance(s.exc, gast.Call) else []
        if not any(map(self.calls_ours, given)):
            return [s]
        new = dict(zip(given, self.several(given)))
        lines = self.taken_lines()
        same = not lines and all(a is b for a, b in new.items())
        return [s] if same else self.made(*lines, transform(s, new.get))

    def do_Assert(self, s):
        if s.msg is not None and self.calls_ours(s.msg):
            failing = gast.Raise(gast.Call(Ours('AssertionError', AssertionError), [s.msg], []), None)
            return self.made(gast.If(gast.UnaryOp(gast.Not(), s.test), placed([failing], s), []))
        test = self.several([s.test])[0]
        return [s] if test is s.test and not self.lines else self.made(*self.taken_lines(), gast.Assert(test, s.msg))

    def do_While(self, s):
        test = self.several([s.test])[0]
        lines = self.taken_lines()
        if not lines and test is s.test:
            s.body = self.block(s.body)
            return [s]
        stop = gast.If(gast.UnaryOp(gast.Not(), test), [gast.Break()], [])
        for line in lines:
            self.made(line)
        return self.made(gast.While(constant(True), [*lines, stop, *s.body], []))


def in_the_same_try(s, made):
    """What stands in the place of a statement in a `try` is in it, too."""
    for m in made:
        for n in walk(m):
            if isinstance(n, gast.stmt) and not hasattr(n, 'caught_by'):
                n.caught_by = s.caught_by


def dropped(base, index):
    """`del base[index]` as a call of pop; the primal has it as it was."""
    taken = call(gast.Attribute(base, 'pop', gast.Load()), index)
    taken.is_del = True
    return gast.Expr(taken)
