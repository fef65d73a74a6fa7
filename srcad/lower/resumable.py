"""Generators that are taken a piece at a time: objects with a function that goes on where it left off."""

import gast

from srcad.by_memory import OWN, Generator
from srcad.lower.hoist import hoist
from srcad.lower.live import Live, asks_kind_of, reads_and_writes
from srcad.lower.loops import continues, leaving
from srcad.lower.scopes import attributes, declared, own
from srcad.lower.suspended import Suspended, yield_of
from srcad.lower.tried import has_yield
from srcad.lower.yields import is_docstring, is_generator
from srcad.tree import (
    FUNCTIONS,
    Ours,
    arguments,
    assign,
    assigned_names,
    blocks,
    blocks_of,
    call,
    clone,
    constant,
    name,
    placed,
    transform,
    tuple_of,
    walk,
    walk_here,
)


def resumable(function, means):
    """A generator function makes an object; its own statements go into a function that runs to the next `yield`.

    >>> from srcad.lower.names import Means
    >>> from srcad.parse import parse
    >>> from srcad.printer import to_source
    >>> def powers(x):
    ...     y = 1.0
    ...     while True:
    ...         y = y * x
    ...         yield y
    >>> source = parse(powers)
    >>> print(to_source(resumable(source.tree, Means(source.tree, source))), end='')
    def powers(x):
        def powers_next(state):
            if state.over:
                return
            if state.place == 0:
                state.y = 1.0
            state.y = state.y * state.x
            state.value = state.y
            state.place = 1
            return
    <BLANKLINE>
        state = Generator('powers_next', powers_next, x=x)
        return state
    """
    for f in [n for n in walk(function) if isinstance(n, gast.FunctionDef) and is_generator(n)][::-1]:
        if any(isinstance(n, gast.NamedExpr) for n in walk(f)):  # its variables become attributes, which no walrus assigns
            hoist(f, means)
        Resumable(f, means).run()
    return function


class Resumable(Suspended):
    """Turns one generator function into the function that makes its object.

    Where it stopped is `state.place`: 0 before the first statement, then the number of a yield. `block` makes
    statements that go on from any of the places in them: those before it are under a test, and so is the way to it.
    """

    def __init__(self, f, means):
        self.f, self.means, self.count, self.finals, self.closing = f, means, 0, [], set()
        self.state, self.place = means.fresh('state'), means.fresh('place')

    def run(self):
        f = self.f
        text = [s for s in f.body if is_docstring(s)]
        outer = [n for n in f.body if isinstance(n, gast.Nonlocal)]
        body = self.plain([s for s in f.body if s not in text + outer])
        self.number(body)
        given = {a.id: a.id for a in arguments(f)}
        body = self.with_parameters(body, given)
        variables = self.variables(body, given)
        body, variables = self.without_clashes(body, variables)
        inner = [s for s in body if isinstance(s, gast.FunctionDef)]
        made = self.block([s for s in body if s not in inner], {0}, False)
        if not always_returns(made):
            made.append(self.set('over', constant(True)))
        start = [gast.If(self.own('over'), [gast.Return(None)], [])]
        if self.closing:
            outside = gast.Compare(self.own('place'), [gast.NotIn()], [tuple_of(map(constant, sorted(self.closing)))])
            closed = gast.BoolOp(gast.And(), [self.own('closed'), outside])
            start.append(gast.If(closed, [self.set('over', constant(True)), gast.Return(None)], []))
        made = [*start, *self.with_place(made)]
        env = {n: name(self.state) for n in variables.values()}
        made = blocks([transform(s, lambda n: self.attribute(n, env)) for s in [*inner, *made]], with_needed_nonlocals)
        step_name = self.means.fresh(f'{f.name}_next')
        params = gast.arguments([gast.Name(self.state, gast.Param(), None, None)], [], None, [], [], None, [])
        step = gast.FunctionDef(step_name, params, [*outer, *made], [], None, None, [])
        step.receives = any(isinstance(n, gast.Attribute) and n.attr == 'sent' for s in made for n in walk(s))
        step.closes = any(isinstance(n, gast.Attribute) and n.attr == 'closed' for s in made for n in walk(s))
        step.delegates = self.delegates
        step.told = f'{self.means.home}_next' if f is self.means.tree else f'{self.means.home}.{step_name}'
        new = call(Ours('Generator', Generator), constant(step.told), name(step_name))
        new.keywords = [gast.keyword(variables[attr], name(p)) for p, attr in given.items()]
        f.body = [*text, *placed([step, assign(self.state, new), gast.Return(name(self.state))], f)]

    def attribute(self, n, env):
        return None if isinstance(n, Ours) else attributes(n, env, {}, {}, self.means, {})

    # Places

    def number(self, statements):
        """A number for each yield; a loop that comes round at one of its yields goes on at its head."""
        for s in statements:
            if isinstance(s, gast.FunctionDef):
                continue
            y = yield_of(s)
            if y is not None:
                self.count += 1
                y.place = self.count
            for b in blocks_of(s):
                self.number(b)

    def head(self, loop):
        """Where in a loop's body the yield stands after which it only comes round; None without one."""
        last = next(k for k in reversed(range(len(loop.body))) if has_yield(loop.body[k]))
        rest = loop.body[last + 1 :]
        goes_on = self.finals or yield_of(loop.body[last]) is None or leaving(rest) or continues(rest)
        return None if goes_on else last

    def places(self, s):
        return (
            {n.place for n in walk_here(s) if isinstance(n, gast.Yield)}
            if not isinstance(s, gast.FunctionDef)
            else set()
        )

    def places_of(self, statements):
        return set().union(*map(self.places, statements))

    # Statements that go on from any place in them

    def block(self, statements, run, in_loop):
        """`run` are the values of `place` with which the block is run from its start."""
        out, before = [], []
        possible = run | self.places_of(statements)
        for k, s in enumerate(statements):
            mine = self.places(s)
            if not mine:
                before += self.running(s)
                continue
            later = self.places_of(statements[k + 1 :])
            start = possible - mine - later
            if yield_of(s) is not None:
                made = [*before, *self.stop(yield_of(s))]
                out += [self.when(made, start, mine | later, in_loop)] if start else []
                possible, (place,) = mine | later, mine
                again = [*self.again(s), *([assign(self.place, constant(0))] if in_loop else [])]
                if again:
                    out += again if not later else [gast.If(self.at({place}), again, [])]
                if in_loop:
                    possible = {0} | later
            else:
                do = {gast.If: self.branch, gast.While: self.loop, gast.Try: self.final, gast.With: self.context}[type(s)]
                out += do(s, before, start, later, in_loop)
            before = []
        return merged([*out, *before], self.place)

    def stop(self, y):
        value = y.value if y.value is not None else constant(None)
        return [self.set('value', value), self.set('place', constant(y.place)), gast.Return(None)]

    def again(self, s):
        """What is done first when a generator goes on at a yield."""
        out = []
        if self.finals:
            left = [
                *clone([b for final in reversed(self.finals) for b in final]),
                self.set('over', constant(True)),
                gast.Return(None),
            ]
            out.append(gast.If(self.own('closed'), left, []))
            self.closing.add(yield_of(s).place)
        if isinstance(s, gast.Assign):
            out.append(gast.Assign(s.targets, self.own('sent'), None))
        return out

    def when(self, statements, start, others, in_loop):
        """Statements for the values of `place` with which they are run from the start."""
        return gast.If(self.from_start(start, others, in_loop), statements, [])

    def from_start(self, start, others, in_loop):
        """The test for the values of `place` that are no others'; in a loop they may be any that it had before."""
        return self.at(start) if len(start) == 1 and not in_loop else self.not_at(others)

    def at(self, places):
        return self.compare(gast.Eq() if len(places) == 1 else gast.In(), places)

    def not_at(self, places):
        return self.compare(gast.NotEq() if len(places) == 1 else gast.NotIn(), places)

    def compare(self, op, places):
        numbers = [constant(p) for p in sorted(places)]
        return gast.Compare(name(self.place), [op], [numbers[0] if len(numbers) == 1 else tuple_of(numbers)])

    def unless(self, later, made):
        """Statements that are passed by on the way to places behind them."""
        return [gast.If(self.not_at(later), made, [])] if later else made

    def branch(self, s, before, start, later, in_loop):
        """An `if`: the statements of each side up to its first place, then those with places, by themselves."""
        sides = [self.begun(side) for side in (s.body, s.orelse)]
        clear = [assign(self.place, constant(0))] if in_loop and any(run for *_, run in sides) else []
        test = gast.If(s.test, *(first for first, *_ in sides))
        out = [self.when([*clear, *before, test], start, self.places(s) | later, in_loop)]
        for _, rest, run in sides:
            again = self.block(rest, run, in_loop)
            out += [gast.If(self.at(self.places_of(rest) | run), again, [])] if again else []
        return out

    def begun(self, side):
        """What a side of an `if` begins with, and the rest, with the value of `place` that stands for its start."""
        k = next((k for k, b in enumerate(side) if self.places(b)), None)
        first = [b for s in side[:k] for b in self.running(s)]
        if k is None:
            return first, [], set()
        rest = side[k:]
        if yield_of(rest[0]) is not None:
            return [*first, *self.stop(yield_of(rest[0]))], rest, set()
        cut = self.head(rest[0]) if isinstance(rest[0], gast.While) else None
        if cut is not None and cut + 1 == len(rest[0].body) and not isinstance(rest[0].body[cut], gast.Assign):
            return [*first, assign(self.place, constant(yield_of(rest[0].body[cut]).place))], rest, set()
        self.count += 1
        return [*first, assign(self.place, constant(self.count))], rest, {self.count}

    def loop(self, s, before, start, later, in_loop):
        cut, mine = self.head(s), self.places(s)
        head = {yield_of(s.body[cut]).place} if cut is not None else set()
        inner = mine - head
        out = [self.when(before, start, mine | later, in_loop)] if before else []
        test = gast.BoolOp(gast.Or(), [self.at(inner), s.test]) if inner and not is_true(s.test) else s.test
        if cut is None:
            return [*out, *self.unless(later, [gast.While(test, self.block(s.body, {0}, True), [])])]
        rest = [b for r in s.body[cut + 1 :] for b in self.running(r)]
        rest = [*self.again(s.body[cut]), *rest]
        if in_loop and not rest and not inner and not later:
            out.append(assign(self.place, constant(0)))
        elif before and rest and not inner and not later:
            out[0].orelse = [*rest, *([assign(self.place, constant(0))] if in_loop else [])]
        elif rest or in_loop:
            out.append(gast.If(self.at(head), [*rest, *([assign(self.place, constant(0))] if in_loop else [])], []))
        body = [*self.block(s.body[:cut], {0}, True), *self.stop(yield_of(s.body[cut]))]
        return [*out, *self.unless(later, once(test, body))]

    def final(self, s, before, start, later, in_loop):
        """`try: ... finally: last`, whose body is left and entered again at its yields."""
        out = [self.when(before, start, self.places(s) | later, in_loop)] if before else []
        self.finals.append(s.finalbody)
        body = self.block(s.body, start, in_loop)
        self.finals.pop()
        failing = gast.ExceptHandler(name('BaseException'), None, [*clone(s.finalbody), gast.Raise(None, None)])
        made = [gast.Try(body, [failing], [], []), *(b for r in s.finalbody for b in self.running(r))]
        made[0].of_finally = True
        return [*out, *self.unless(later, made)]

    def context(self, s, before, start, later, in_loop):
        """A `with` that is left at its yields and entered again."""
        out = [self.when(before, start, self.places(s) | later, in_loop)] if before else []
        return [*out, *self.unless(later, [gast.With(s.items, self.block(s.body, start, in_loop), None)])]

    def running(self, s):
        """A statement without yields, with its returns as ends."""
        if isinstance(s, gast.Return):
            finals = clone([b for final in reversed(self.finals) for b in final])
            result = [self.set('result', s.value)] if s.value is not None else []
            return [*result, *finals, self.set('over', constant(True)), gast.Return(None)]
        for block in blocks_of(s):
            block[:] = [b for r in block for b in self.running(r)]
        return [s]

    def with_place(self, made):
        """The local variable for the place, or none where it is looked at once."""
        uses = [n for s in made for n in walk(s) if isinstance(n, gast.Name) and n.id == self.place]
        if not uses:
            return made
        if len(uses) == 1:
            return [transform(s, lambda n: self.own('place') if n is uses[0] else None) for s in made]
        return [assign(self.place, self.own('place')), *made]

    def own(self, attr):
        return gast.Attribute(name(self.state), attr, gast.Load())

    def set(self, attr, value):
        return gast.Assign([gast.Attribute(name(self.state), attr, gast.Store())], value, None)

    # Variables

    def with_parameters(self, body, given):
        """Parameters that are named anew: in `given`, the names of what was given.

        `source = iter(source)` before the first yield makes something else of one; what is asked for its kind is told
        apart as a variable.
        """
        inner = {
            n.id for s in body for f in walk(s) if isinstance(f, FUNCTIONS) for n in walk(f) if isinstance(n, gast.Name)
        }
        for p in [p for p in given if p not in inner]:
            if any(asks_kind_of(n, p) for s in body for n in walk(s)) and p not in assigned_names(*body):
                given[p] = self.means.fresh(f'{p}_given')
                body = [assign(p, name(given[p])), *body]
                continue
            k = next((k for k, s in enumerate(body) if p in assigned_names(s) | reads_and_writes(s)), None)
            first = body[k] if k is not None else None
            plain = (
                isinstance(first, gast.Assign) and isinstance(first.targets[0], gast.Name) and first.targets[0].id == p
            )
            if not plain or any(map(has_yield, body[: k + 1])):
                continue
            given[p] = self.means.fresh(f'{p}_given')
            renamed = lambda n: (
                gast.copy_location(name(given[p]), n) if isinstance(n, gast.Name) and n.id == p else None
            )
            before = [transform(s, renamed) for s in body[:k]]
            body = [
                *before,
                gast.copy_location(gast.Assign(first.targets, transform(first.value, renamed), None), first),
                *body[k + 1 :],
            ]
        return body

    def variables(self, body, given):
        """Parameter or variable that is needed after a yield -> its attribute."""
        local, params = own(self.f), list(given.values())
        made = {n.id for s in body for n in walk_here(s) if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Store)}
        local |= made - declared(self.f)
        live = Live()
        live.block(body, set(), set(), set())
        deferred = {
            n.id
            for f in (n for s in body for n in walk(s))
            if isinstance(f, FUNCTIONS)
            for n in walk(f)
            if isinstance(n, gast.Name)
        }
        defined = {s.name for s in body if isinstance(s, gast.FunctionDef)}
        nested = {n.name for s in body for n in walk_here(s) if isinstance(n, gast.FunctionDef)} - defined
        kept = (live.needed | deferred) & local - defined
        simple = all(
            not (d.args.defaults or d.args.kw_defaults or d.decorator_list)
            for d in body
            if isinstance(d, gast.FunctionDef)
        )
        if nested & kept or not simple:
            self.means.refuse(
                'a function that a generator defines and needs after a yield: define it outside the generator', self.f
            )
        for h in [n for s in body for n in walk_here(s) if isinstance(n, gast.ExceptHandler)]:
            if getattr(h.name, 'id', None) in kept:
                self.means.refuse('an exception that a generator has a name for: keep what you need of it', h)
        return {n: n for n in [*params, *sorted(kept - set(params))]}

    def without_clashes(self, body, variables):
        """Variables whose names every generator has for itself get others."""
        renames = {n: self.means.fresh(f'{n}_') for n in variables if n in OWN}
        if not renames:
            return body, variables
        hidden = {a.id for s in body for f in walk(s) if isinstance(f, FUNCTIONS) for a in arguments(f)}
        if hidden & set(renames):
            self.means.refuse(
                f'{min(hidden & set(renames))} as a name of a generator and of a function in it: rename one', self.f
            )
        renamed = lambda n: (
            gast.copy_location(gast.Name(renames[n.id], n.ctx, None, None), n)
            if isinstance(n, gast.Name) and n.id in renames and not isinstance(n, Ours)
            else None
        )
        return [transform(s, renamed) for s in body], {n: renames.get(n, n) for n in variables}


def with_needed_nonlocals(s):
    """A function without `nonlocal` of names that have become attributes."""
    if not isinstance(s, gast.FunctionDef):
        return [s]
    used = {n.id for b in s.body for n in walk(b) if isinstance(n, gast.Name)}

    def kept(b):
        if isinstance(b, gast.Nonlocal):
            b.names = [n for n in b.names if n in used]
        return [b] if not isinstance(b, gast.Nonlocal) or b.names else []

    s.body = [b for part in s.body for b in kept(part)]
    return [s]


def merged(statements, place):
    """Statements with one `if` for those under the same test of `place`."""
    out = []
    for s in statements:
        last = out[-1] if out else None
        if is_test(last, place) and is_test(s, place) and gast.dump(last.test) == gast.dump(s.test):
            away = isinstance(s.test.ops[0], (gast.NotEq, gast.NotIn))  # it stays true when `place` becomes 0
            if away or place not in assigned_names(*last.body):
                last.body += s.body
                continue
        out.append(s)
    return out


def is_test(s, place):
    """Whether a statement is an `if` on nothing but the place."""
    plain = isinstance(s, gast.If) and not s.orelse and isinstance(s.test, gast.Compare)
    return plain and getattr(s.test.left, 'id', None) == place


def is_true(test):
    return isinstance(test, gast.Constant) and test.value is True


def always_returns(statements):
    return bool(statements) and isinstance(statements[-1], gast.Return)


def once(test, body):
    """A loop whose trip ends with a return, as an `if` where nothing else ends it."""
    made = without_stops(body)
    if made is None or made is not body and not is_true(test):
        return [gast.While(test, body, [])]
    return made if is_true(test) else [gast.If(test, made, [])]


def without_stops(body):
    """`if over: break` and what follows as `if not over: ...`; None if there are other ways out of a trip."""
    k = next((k for k, b in enumerate(body) if is_stop(b)), None)
    if leaving(body[:k]) or continues(body[:k]):
        return None
    if k is None:
        return body
    rest = without_stops(body[k + 1 :])
    return rest and [*body[:k], gast.If(gast.UnaryOp(gast.Not(), body[k].test), rest, [])]


def is_stop(s):
    return isinstance(s, gast.If) and not s.orelse and len(s.body) == 1 and isinstance(s.body[0], gast.Break)
