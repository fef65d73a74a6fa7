"""`try` in simple pieces: after this pass there are only guarded statements and wrappers.

A guarded statement is a `try` around one simple statement, with one `except`: the statement completes, or it raises and
has changed nothing. What follows it in the body stands in its `else`. A wrapper is a `try` that an exception never
leaves by the front: all its handlers raise, or it has a quiet `finally` only; it says nothing about order.

A body of several statements marks in a variable that one of them failed; its handlers stand behind it.
"""

import gast

from srcad.core import always_leaves
from srcad.lower.carried import carried_by, carry, may_be_of_the_program
from srcad.lower.contexts import sees_exception, why_unknown
from srcad.lower.handlers import (
    in_context, instance_of, is_read, passes_only_failed, raises, under_name, with_body, without_bare_raise,
)  # fmt: skip
from srcad.lower.names import MISSING
from srcad.lower.parts import Parts
from srcad.lower.quiet import at, bound_by, handled_names, is_quiet, only_raises
from srcad.shadows import own_names
from srcad.tree import Ours, arguments, assign, clone, constant, leaves, name, raises_always, target, tuple_of, walk

LOOP = 'loop'  # among the things still to be done before an exit: those behind it belong to the loop
SIMPLE = (gast.Assign, gast.AugAssign, gast.Expr, gast.Assert, gast.Raise, gast.Delete)


def exceptions(function, means):
    """Guarded statements and wrappers in the place of `try`.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def f(x):
    ...     try:
    ...         y = g(x)
    ...         z = h(y)
    ...     except E:
    ...         z = x
    ...     return z
    >>> source = parse(f)
    >>> print(to_source(exceptions(source.tree, Means(source.tree, source))).strip())
    def f(x):
        failed = False
        try:
            y = g(x)
        except E:
            failed = True
        else:
            try:
                z = h(y)
            except E:
                failed = True
        if failed:
            z = x
        return z
    """
    if any(isinstance(n, gast.Try) for n in walk(function)):
        function.body = Exceptions(function, means).block(function.body, (), {a.id for a in arguments(function)})[0]
    return function


class Nest:
    """The outermost `try` around some statements, with the variables that say which of its `except` was reached."""

    def __init__(self, means):
        self.means, self.failed, self.error = means, means.fresh('failed'), None
        self.count, self.constants = 0, []

    def mark(self, number):
        value = gast.Constant(number, None)
        self.constants.append(value)
        return assign(self.failed, value)

    def error_name(self):
        self.error = self.error or self.means.fresh('error')
        return self.error

    def close(self):
        """One `except` needs no numbers."""
        if self.count == 1:
            for c in self.constants:
                c.value = bool(c.value)


class Catch:
    """One `try` of a nest: its number, the classes it catches (None: all), and whether it asks for the exception.

    What it catches leaves the function where it is a `finally`, and nothing around it catches that.
    """

    def __init__(self, nest, types, wants_error, carries=()):
        nest.count += 1
        self.nest, self.number, self.types, self.wants_error = nest, nest.count, types, wants_error
        self.carries, self.used, self.leaves_function = carries, False, False


class Final:
    """A `finally` that is to run before an exit: its statements, and what is around it."""

    def __init__(self, body, stack, outer):
        self.body, self.stack, self.outer, self.leaked = body, stack, outer, False


class Exceptions(Parts):
    """`block` rewrites statements; `stack` are the catches around them, innermost first, `sure` the names with values.

    With the statements it answers whether they may end with a failure that is marked and not yet handled.
    """

    def __init__(self, function, means):
        self.function, self.means, self.finals = function, means, []
        self.values = set()  # names of what is returned
        self.local, self.handled, self.own = means.local, handled_names(function), own_names(function)

    def block(self, statements, stack, sure):
        out, sure, fails = [], set(sure), False
        for k, s in enumerate(statements):
            rest = statements[k + 1 :]
            parts = self.parts(s, stack, sure) if stack or self.finals else [s]
            if parts != [s]:
                for part in parts if hasattr(s, 'caught_by') else ():
                    part.caught_by = s.caught_by
                made, failing = self.block([*parts, *rest], stack, sure)
                return [*out, *made], fails or failing
            if isinstance(s, SIMPLE) and stack and not self.is_calm_statement(s, sure):
                then, _ = self.block(rest, stack, sure | bound_by(s))
                return [*out, self.guarded(s, self.clause(stack, s)[0], then)], True
            made, failing = self.compound(s, stack, sure)
            kinds = [*getattr(s, 'caught_by', ()), *(t for c in stack for t in c.types or [name('BaseException')])]
            for m in made if kinds else ():
                known = getattr(m, 'caught_by', [])  # of a `try` within this one
                m.caught_by = [*known, *(t for t in kinds if all(t is not k for k in known))]
            out += made
            if failing:
                fails = True
                then, _ = self.block(rest, stack, sure)
                return [*out, *self.unless_failed(stack, then, s)], True
            sure |= bound_by(s) if isinstance(s, gast.Assign) else set()
        return out, fails

    # Compound statements

    def compound(self, s, stack, sure):
        if isinstance(s, gast.If):
            body, one = self.block(s.body, stack, sure)
            orelse, other = self.block(s.orelse, stack, sure)
            made = at(gast.If(s.test, body, orelse), s)
            made.tests = getattr(s, 'tests', None)
            return [made], one or other
        if isinstance(s, (gast.For, gast.While)):
            return self.loop(s, stack, sure)
        if isinstance(s, gast.With):
            head = s.items[0].context_expr
            if why_unknown(head, self.means, self.function) is None:
                told = bool(stack) and sees_exception(head, self.means, self.function)
                if told or self.is_in_final() and leaves(s.body):
                    return self.block(self.by_hand(s, told), stack, sure)
            body, fails = self.block(s.body, stack, sure | bound_by(s))
            return [at(gast.With(s.items, body, None), s)], fails
        if isinstance(s, gast.Try):
            return self.tried(s, stack, sure)
        if isinstance(s, (gast.Return, gast.Break, gast.Continue)):
            return self.exit(s)
        return [s], False

    def is_in_final(self):
        return any(f is not LOOP for f in self.finals)

    def loop(self, s, stack, sure):
        outer, self.finals = self.finals, [*self.finals, LOOP]
        body, fails = self.block(s.body, stack, sure | (bound_by(s) if isinstance(s, gast.For) else set()))
        self.finals = outer
        orelse, more = self.block(s.orelse, stack, sure)
        fails = fails or bool(stack) and may_take_steps(s)
        if fails:
            body = [*body, at(gast.If(self.failed(stack), [at(gast.Break(), s)], []), s)]
        if isinstance(s, gast.For):
            made = at(gast.For(s.target, s.iter, body, orelse, None), s)
            # for an iterator whose steps turn out to be calls
            made.caught = self.clause(stack, s)[0] if fails and stack else getattr(s, 'caught', None)
            made.__dict__.update({'is_there': True} if hasattr(s, 'is_there') else {})
            return [made], fails or more
        return [at(gast.While(s.test, body, orelse), s)], fails or more

    def exit(self, s):
        """An exit, behind what each `finally` that it leaves has to do."""
        finals = list(self.finals)
        while finals and (finals[-1] is LOOP) and isinstance(s, gast.Return):
            finals.pop()
        if not finals or finals[-1] is LOOP:
            return [s], False
        final, outer = finals[-1], self.finals
        self.finals = finals[:-1]
        out, fails = self.block(clone(final.body), final.stack, ())
        then, more = self.exit(s)
        self.finals = outer
        final.leaked = final.leaked or fails or more
        return [*out, *(self.unless_failed(final.stack, then, s) if fails else then)], fails or more

    # try

    def tried(self, s, stack, sure):
        if hasattr(s, 'if_left'):
            return self.with_rest(s.body, s.finalbody, stack, sure, s)
        if s.finalbody:
            inner = [at(gast.Try(s.body, s.handlers, s.orelse, []), s)]
            inner[0].carries = getattr(s, 'carries', [])
            return self.with_finally(inner if s.handlers else s.body, s.finalbody, stack, sure, s)
        return self.with_except(s, stack, sure)

    def with_finally(self, inner, final, stack, sure, s):
        alone = not stack and not self.is_in_final()
        if alone and is_quiet(final, self.means):
            return [at(gast.Try(self.block(inner, (), sure)[0], [], [], final), s)], False
        if alone and not leaves(inner) and not leaves(final):
            failing = at(
                gast.ExceptHandler(name('BaseException'), None, [*clone(final), at(gast.Raise(None, None), s)]), s
            )
            wrapper = at(gast.Try(self.block(inner, (), sure)[0], [failing], [], []), s)
            wrapper.of_finally = True
            return [wrapper, *self.block(final, (), sure)[0]], False
        catch = self.enter(stack, None, True)
        catch.leaves_function = not self.is_in_final() and not leaves(final) and all(c.leaves_function for c in stack)
        around = Final(final, stack, self.finals)
        self.finals = [*self.finals, around]
        body, fails = self.block(inner, (catch, *stack), sure)
        self.finals = around.outer
        after, more = self.block(final, stack, sure)
        if not catch.used:
            after = self.unless_failed(stack, after, s) if around.leaked and stack else after
            return self.leave(catch, stack, [*body, *after], s), bool(stack) and (fails or more)
        error = catch.nest.error_name()
        again, _ = self.block([at(gast.Raise(name(error), None), s)], stack, {error})
        if not stack:
            again = [at(gast.If(name(catch.nest.failed), again, []), s)]
            return self.leave(catch, stack, [*body, *after, *again], s), False
        return [*body, *self.between(catch, after, again, stack, around.leaked, more, s)], True

    def with_rest(self, inner, rest, stack, sure, s):
        """Statements with others that follow them, also where they are left by an exit."""
        around = Final(rest, stack, self.finals)
        self.finals = [*self.finals, around]
        body, fails = self.block(inner, stack, sure)
        self.finals = around.outer
        after, more = self.block(rest, stack, sure)
        after = self.unless_failed(stack, after, s) if fails else after
        return [*body, *after], fails or more

    def between(self, catch, final, again, stack, leaked, fails, s):
        """A `finally` in another `try`: what was marked waits until it has run."""
        kept, error = self.means.fresh('failed'), self.means.fresh('error')
        mine = gast.Compare(name(kept), [gast.Eq()], [constant(catch.number)])
        back = at(assign(catch.nest.error_name(), name(error)), s)
        wait = at(assign(error, name(catch.nest.error_name())), s)
        again = [at(gast.If(mine, [back, *again], []), s)]
        tail = [at(catch.nest.mark(0), s), *final, *(self.unless_failed(stack, again, s) if fails else again)]
        if leaked:  # a copy of it, before an exit, has failed: it has run
            inside = gast.Compare(name(kept), [gast.In()], [tuple_of([constant(0), constant(catch.number)])])
            tail = [at(gast.If(inside, tail, []), s)]
        return [at(assign(kept, name(catch.nest.failed)), s), at(gast.If(clone(mine), [wait], []), s), *tail]

    def with_except(self, s, stack, sure):
        passes = all(raises_always(h.body) for h in s.handlers)
        calm = hasattr(s, 'of_finally') or all(only_raises(h.body, self.means, self.own) for h in s.handlers)
        if not stack and not self.is_in_final() and passes and calm:
            wrapper = at(gast.Try(self.block(s.body, (), sure)[0], s.handlers, [], []), s)
            wrapper.__dict__.update({'of_finally': True} if hasattr(s, 'of_finally') else {})
            return [wrapper, *self.block(s.orelse, (), sure)[0]], False
        s.carries = [*getattr(s, 'carries', []), *carried_by(s.handlers)]
        found = self.one_statement(s, stack, sure) if not passes or calm else None  # else it would be a wrapper
        if found is not None:
            return found
        types = self.types(s.handlers)
        wants = len(s.handlers) > 1 or any(self.asks(h) or raises(h.body) for h in s.handlers)
        catch = self.enter(stack, types, wants, s.carries)
        catch.leaves_function = all(getattr(h, 'leaves_function', False) for h in s.handlers)
        body, fails = self.block(s.body, (catch, *stack), sure)
        orelse, other = self.block(s.orelse, stack, sure)
        failed = name(catch.nest.failed)
        if not catch.used:
            orelse = self.unless_failed(stack, orelse, s) if fails and stack else orelse
            return self.leave(catch, stack, [*body, *orelse], s), bool(stack) and (fails or other)
        then, _ = self.block(self.handling(s.handlers, catch, s), stack, sure)
        if stack:
            mine = gast.Compare(failed, [gast.Eq()], [constant(catch.number)])
            otherwise = [at(gast.If(gast.UnaryOp(gast.Not(), failed), orelse, []), s)] if orelse else []
            body.append(at(gast.If(mine, [at(catch.nest.mark(0), s), *then], otherwise), s))
        elif then and not orelse and (passes_only_failed(body, catch.nest.failed) or always_leaves(s.body)):
            body += then
        elif then or orelse:
            body.append(
                at(gast.If(failed, then, orelse), s)
                if then
                else at(gast.If(gast.UnaryOp(gast.Not(), failed), orelse, []), s)
            )
        return self.leave(catch, stack, body, s), bool(stack)

    def one_statement(self, s, stack, sure):
        """A body of which one statement may raise: the handlers stay where they are. None if there are more."""
        todo, body, known = list(s.body), [], set(sure)
        while todo:
            b, *todo = todo
            parts = self.parts(b, (True,), known)
            if parts != [b]:
                todo = [*parts, *todo]
                continue
            body.append(b)
            known |= bound_by(b) if isinstance(b, gast.Assign) else set()
        known, risky = set(sure), []
        for k, b in enumerate(body):
            if not self.is_calm_statement(b, known):
                risky.append(k)
            known |= bound_by(b) if isinstance(b, gast.Assign) else set()
        calm = [b for k, b in enumerate(body) if k not in risky]
        if len(risky) < 2:
            for b in (m for part in calm for m in walk(part) if isinstance(m, gast.stmt)):  # by kinds they may fail after all
                b.caught_by = [*(self.types(s.handlers) or [name('BaseException')]), *getattr(b, 'caught_by', ())]
        if not risky:
            return self.block([*body, *s.orelse], stack, sure)
        k = risky[0]
        if len(risky) > 1 or not isinstance(body[k], SIMPLE):
            return None
        then, one = self.block([*body[k + 1 :], *s.orelse], stack, known)
        if not stack and len(s.handlers) == 1 and not is_read(s.handlers[0]) and not s.carries:
            first = s.handlers[0]
            inside, other = self.block(first.body, (), sure)
            handler = with_body(first, first.name, inside or [at(gast.Pass(), s)])
        else:
            handler, other = self.clause(stack, body[k], s.handlers, sure, s.carries)
        before, _ = self.block(body[:k], stack, sure)
        return [*before, self.guarded(body[k], handler, then)], one or other

    def guarded(self, s, handler, then):
        return at(gast.Try([s], [handler], then, []), s)

    # What catches

    def enter(self, stack, types, wants_error, carries=()):
        return Catch(stack[0].nest if stack else Nest(self.means), types, wants_error, carries)

    def leave(self, catch, stack, body, s):
        if stack or not catch.nest.constants:
            return body
        body = [at(catch.nest.mark(0), s), *body]
        catch.nest.close()
        return body

    def failed(self, stack):
        return name(stack[0].nest.failed)

    def unless_failed(self, stack, then, s):
        return [at(gast.If(gast.UnaryOp(gast.Not(), self.failed(stack)), then, []), s)] if then else []

    def types(self, handlers):
        """The classes that handlers catch, as trees; None: all."""
        out = []
        for h in handlers:
            if h.type is None:
                return None
            known = self.means(h.type) if not isinstance(h.type, gast.Tuple) else None
            if isinstance(known, tuple):
                out += [at(Ours(c.__name__, c), h.type) for c in known]
                continue
            if known is MISSING and len(handlers) > 1:
                self.means.refuse('`except` of a variable beside another handler: write the classes', h.type)
            h.type.may_be_several = known is MISSING
            out += h.type.elts if isinstance(h.type, gast.Tuple) else [h.type]
        return out

    def clause(self, stack, s, handlers=(), sure=(), carries=()):
        """The `except` of a guarded statement: the handlers of its own `try`, else a mark for one around it."""
        if not stack and len(handlers) == 1:
            first, text = handlers[0], self.means.fresh('caught')
            body = [*self.brought(carries, text, s), *under_name(first.name.id, text, first.body, first)]
            inside, fails = self.block(body, (), sure)
            return with_body(first, at(target(text), first), inside), fails
        own = [(self.types([h]), h) for h in handlers]
        cases = [*own, *((c.types, c) for c in stack)]
        cases = cases[: next((k + 1 for k, (types, _) in enumerate(cases) if types is None), len(cases))]
        trees = [t for types, _ in cases for t in types or [name('BaseException')]]
        caught = len(cases) > 1 or any(
            isinstance(c, Catch) and c.wants_error or not isinstance(c, Catch) for _, c in cases
        )
        nest = stack[0].nest if stack else None
        error = nest.error_name() if nest else self.means.fresh('error')
        body, fails = [], False
        for types, c in reversed(cases):
            if isinstance(c, Catch):
                c.used = True
                made = [at(nest.mark(c.number), s)]
                carries = [*carries, *c.carries]
                fails = True
            else:
                made, more = self.block(self.named(c, error), stack, sure)
                fails = fails or more
            last = types is cases[-1][0]
            body = made if last else [at(gast.If(instance_of(error, types), made, body), s)]
        if caught:
            text = self.means.fresh('caught')
            body = [at(assign(error, name(text)), s), *self.brought(carries, error, s), *body]
        made = self.handler(trees, text if caught else None, body, s)
        made.leaves_function = all(getattr(c, 'leaves_function', False) for _, c in cases)
        return made, fails

    def brought(self, carries, error, s):
        """What handlers read of the exception, handed on by what `s` calls; a `raise` has set it."""
        if isinstance(s, gast.Raise):
            return []
        caught = [c for keys, _ in carries for key in keys for c in key.classes or (Exception,)]
        calls = any(may_be_of_the_program(n, self.means, caught) for n in walk(s))
        return [line for c in carries for line in carry(c, error, s, calls)]

    def handler(self, trees, text, body, s):
        variable = next((t for t in trees if getattr(t, 'may_be_several', False)), None)
        if variable is not None and len(trees) > 1:
            self.means.refuse('`except` of a variable within another `try`: write the classes', variable)
        kind = clone(trees[0]) if len(trees) == 1 else at(gast.Tuple(clone(trees), gast.Load()), s)
        return at(gast.ExceptHandler(kind, at(target(text), s) if text else None, body or [at(gast.Pass(), s)]), s)

    def handling(self, handlers, catch, s):
        """The handlers of a `try` whose statements were marked."""
        out = []
        for k, h in reversed(list(enumerate(handlers))):
            body = self.named(h, catch.nest.error_name()) if catch.wants_error else h.body
            alias = h.name.id if h.name is not None else None
            if catch.nest.count == 1 and not self.is_in_final():
                body = in_context(body, catch.nest.error, alias)
            last = k == len(handlers) - 1
            out = body if last else [at(gast.If(instance_of(catch.nest.error, self.types([h])), body, out), s)]
        return [b for b in out if not isinstance(b, gast.Pass)]

    def named(self, h, error):
        """A handler's body that finds its exception under its own name."""
        if not self.asks(h):
            return h.body
        text = h.name.id if h.name is not None else self.means.fresh('error')
        return under_name(text, error, without_bare_raise(h.body, text), h)

    def asks(self, h):
        """Whether a handler needs its exception."""
        return h.name is not None or without_bare_raise(h.body, '') != h.body


def may_take_steps(s):
    """Whether a loop may run over an iterator, whose steps may fail where nothing else in the loop does."""
    known = getattr(getattr(s.iter, 'func', None), 'id', '') == 'range' if isinstance(s, gast.For) else True
    return not known and not isinstance(s.iter, (gast.List, gast.Tuple, gast.Constant))
