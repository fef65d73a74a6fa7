"""Types, activity and shared memory: one walk over a function as its values would flow.

`Inference.types` maps every expression node to its type, `calls` every call to
what it calls.
"""

import itertools
from dataclasses import dataclass, field, replace

import gast

from srcad.analysis.attempts import Attempts
from srcad.analysis.binding import Binding, Groups
from srcad.analysis.call_kinds import PlainCall, UserCall
from srcad.analysis.calls import Calls
from srcad.analysis.elsewhere import sets_others, tree_changes
from srcad.analysis.steps import changes, sets_globals
from srcad.analysis.expressions import Expressions
from srcad.analysis.given import Given
from srcad.analysis.indexing import Indexing
from srcad.analysis.liveness import moves
from srcad.analysis.marks import CHANGES
from srcad.analysis.overlaps import Overlaps
from srcad.analysis.pending import Pending
from srcad.analysis.randoms import Randoms
from srcad.lower.closures import names_of_several
from srcad.analysis.results import truth
from srcad.analysis.types import (
    BOTTOM,
    UNSURE,
    NONE,
    Anything,
    Array,
    Bottom,
    Dim,
    Fields,
    Known,
    ListOf,
    Local,
    Number,
    TupleOf,
    is_complex,
    join,
    with_active,
)
from srcad.analysis.texts import Texts
from srcad.analysis.unknown import name_of
from srcad.analysis.unseen import Unseen
from srcad.errors import NoDerivative, refuse
from srcad.tree import COMPREHENSIONS, free_names, head_nodes, stored_names, walk, walk_here


ENOUGH = 50  # times that a loop or a function is looked at: what still changes then has no end
ENDLESS = 'srcad finds no end of the kinds of values here, such as tuples in tuples: use objects of a class, or lists'


@dataclass
class Jumps:
    """The environments with which a loop's trips are left."""

    breaks: list = field(default_factory=list)
    continues: list = field(default_factory=list)


class Inference(Binding, Texts, Randoms, Expressions, Indexing, Calls, Pending, Overlaps, Attempts, Unseen, Given):
    def __init__(self, program, source, tree, params, statics):
        self.program, self.source, self.tree, self.params, self.statics = program, source, tree, params, statics
        self.locals = stored_names(tree)
        self.types, self.calls, self.pending = {}, {}, {}
        self.field_owners = set()  # dicts and objects of which a field is read, or that a function is given
        self.from_caches = {}  # calls of functions that keep what they have returned -> its type
        self.unsure_indices = set()  # items of lists whose index may be a slice, as far as is known
        self.unclear = set()  # calls without derivative, of whose arguments not all are known to the rows
        self.groups, self.written, self.listed = Groups(), set(), set()
        self.alone = None  # the expression that is a statement
        self.instead = {}  # what is to stand in the place of a node
        self.alike, self.holds = Groups(), {}  # names that may be one list; list -> the lists to which it was appended
        self.stores = Groups()  # groups, and names that an exchange gives the same memory at another time
        self.old_types, self.active_writes = {}, set()
        self.result, self.result_names, self.returns = BOTTOM, set(), []
        self.loops = []
        self.draws = set()  # calls that give another value each time: what is drawn, the next of a count
        self.statement, self.moves, self.opaque = None, moves(tree), []
        self.unseen, self.changed_by = set(), {}  # names of things that unknown calls may change; call -> names

    def run(self):
        for k in itertools.count():
            if k > ENOUGH:
                self.refuse(ENDLESS, self.tree)
            self.groups.changed = self.alike.changed = False
            before = set(self.written)
            self.result, self.returns = BOTTOM, []
            env = self.block(self.tree.body, {**self.functions_below(), **self.statics, **self.params})
            if env is not None:
                self.result = self.join(self.result, NONE, ('result',)) if not isinstance(self.result, Bottom) else NONE
            if not self.groups.changed and not self.alike.changed and before == self.written:
                self.reads_fields_only()
                if not self.pending:
                    self.draw_in_turn()
                return self

    def draw_in_turn(self):
        """Have what a statement draws given names, in its order: of a part that is needed again, one comes before it."""
        for s in walk_here(gast.Module(self.tree.body, [])):
            if not isinstance(s, gast.stmt) or isinstance(s, (gast.While, gast.FunctionDef)):
                continue
            heads = head_nodes(s)
            loops = (*COMPREHENSIONS, gast.SetComp, gast.DictComp, gast.Lambda)
            later = {m for n in heads if isinstance(n, loops) for m in walk(n)}
            later |= {m for t in s.targets for m in walk(t)} if isinstance(s, gast.Assign) else set()
            draws = [n for n in heads if n not in later and self.draws_now(n)]
            if len(draws) > 1 and any(n in self.types and self.types[n].active for n in heads):
                self.pending |= dict.fromkeys(draws, 'draw')

    def draws_now(self, node):
        """Whether a call draws something, or takes the next item of an iterator, and carries no derivative."""
        c = self.calls.get(node)
        if isinstance(c, UserCall):
            return not self.types[node].active and may_draw(c.instance, set())
        return self.draws_itself(node)

    def draws_itself(self, node):
        plain = isinstance(node, gast.Call) and isinstance(self.calls.get(node), PlainCall)
        return node in self.draws or plain and getattr(self.types.get(node.func), 'value', None) is next

    def reads_fields_only(self):
        """A dict or an object whose fields alone are read is known by them; what else is done with it, by reference."""
        of_fields = {p for p, t in self.params.items() if isinstance(t, Fields)}
        for node, t in self.types.items():
            if isinstance(t, Fields) and node not in self.field_owners:
                self.only_by_reference('srcad follows this dict or object by reference', node)
        if any(n in self.listed or self.groups.find(n) in self.written for n in of_fields):
            self.only_by_reference('srcad follows this dict or object by reference', self.tree)

    join = staticmethod(join)
    heap = None

    def functions_below(self):
        """The functions that are defined in this one, once: others may call them that are defined before."""
        inner = [s for s in self.tree.body if isinstance(s, gast.FunctionDef)]
        if inner:
            stored = [m.id for m in walk(self.tree) if isinstance(m, gast.Name) and not isinstance(m.ctx, gast.Load)]
            stored += [m.name for m in walk(self.tree) if isinstance(m, gast.FunctionDef)]
            inner = [s for s in inner if stored.count(s.name) == 1]
        return {s.name: Local(node=s, source=self.source) for s in inner}

    def spread(self, positional, keywords, tree, default):
        """The arguments of a call, with those behind stars."""
        return positional, [(k.arg, k.value) for k in keywords]

    def runs_elsewhere(self, t, node):
        """Refuse a function that runs as it stands, out of srcad's sight, if it changes what others see."""
        calls = lambda: any(sets_globals(self.source.meaning(n)) for n in free_names(t.node))
        if isinstance(t, Local) and (sets_others(t.node) or tree_changes(t.node) or calls()):
            self.refuse(
                f'srcad cannot follow what {t.node.name} changes, where it is called from here: write the loop', node
            )
        if isinstance(t, Known) and (sets_globals(t.value) or changes(t.value)):
            what = f'{name_of(t.value)} changes, where it is called from here'
            self.refuse(f'srcad cannot follow what {what}: write the loop', node)

    def refuse(self, message, node):
        refuse(NoDerivative, message, self.source, self.placed(node))

    def unfit(self, message, node, error=TypeError):
        """Refuse what Python refuses with `error`; where an object may be of several classes, it may never come to this."""
        try:
            self.refuse(message, node)
        except NoDerivative as refusal:
            refusal.error, refusal.at = error, node
            raise

    def placed(self, node):
        """The node, or where srcad has made it something that it came from: a part of it, or the statement."""
        for n in (node, self.statement):
            found = None if n is None else next((m for m in walk(n) if getattr(m, 'lineno', None) is not None), None)
            if found is not None and found is not self.tree:
                return found
        return node

    # Statements: each takes the types of the names and gives those after it, or None if it never gets there

    def block(self, statements, env):
        for s in statements:
            if env is None:
                return None
            self.statement = s
            env = getattr(self, type(s).__name__)(s, env)
        return env

    def Pass(self, s, env):
        return env

    def Expr(self, s, env):
        self.alone = s.value
        self.kept(s.value, self.expr(s.value, env))  # of whatever kind: nobody reads it
        return env

    def Assert(self, s, env):
        self.expr(s.test, env)
        if s.msg is not None:
            self.expr(s.msg, env)
        return self.sides(s.test, env)[0]

    def Delete(self, s, env):
        self.refuse('srcad does not differentiate this del: make a container without the item', s)

    handled = False  # whether an `except` stands around

    def Raise(self, s, env):
        if s.exc is None and not self.handled:
            self.refuse('srcad follows `raise` alone in the except around it only: raise what you mean by its name', s)
        parts = (
            []
            if s.exc is None
            else [*s.exc.args, *(k.value for k in s.exc.keywords)] if isinstance(s.exc, gast.Call) else [s.exc]
        )
        for part in parts:  # what an exception carries is not read again: see _Attribute
            self.expr(part, env)
        return None

    def Return(self, s, env):
        t = self.kept(s.value, self.expr(s.value, env)) if s.value is not None else NONE
        self.stays_here(t, env, s)
        self.returns.append(s)
        self.result = self.join(self.result, t, ('result',))
        self.result_names |= self.sources(s.value) if s.value is not None and not isinstance(t, Number) else set()
        return None

    def FunctionDef(self, s, env):
        if self.heap is None and s.name in names_of_several(self.tree):
            self.only_by_reference(f'srcad follows by reference what {s.name} is in turn', s)
        env[s.name] = Local(node=s, source=self.source)
        return env

    def Assign(self, s, env):
        t = self.expr(s.value, env)
        if isinstance(s.value, gast.List):
            self.of_kinds_in_turn([self.types[e] for e in s.value.elts], s.value)
        for target in s.targets:
            self.bind(target, t, s.value, env)
            self.not_into_itself(target, s.value, t, s)
        return env

    def AugAssign(self, s, env):
        read = gast.BinOp(s.target, s.op, s.value)
        old, t = self.expr(s.target, env), self.expr(s.value, env)
        self.old_types[s] = old
        if self.is_part(s.target):
            self.pend(s, 'part')
            return env
        new = self.operation(type(s.op).__name__, {'x': old, 'y': t}, read)
        if isinstance(old, ListOf):
            self.refuse('srcad cannot differentiate += on a list: use append', s)
        if isinstance(old, Array):  # in place: shape and dtype stay
            self.no_truncation(old, t, s)
            new = with_active(old, new.active or old.active)
        if isinstance(s.target, gast.Name):
            if isinstance(old, (Array, Anything)):
                self.wrote(s.target.id, new.active, env)
            env[s.target.id] = new
            self.types[s.target] = new
        elif isinstance(self.types.get(s.target.value), ListOf) and isinstance(old, (Array, Anything)):
            self.refuse(
                'srcad cannot tell which names this array of a list has besides: give it a name first', s.target
            )
        else:
            if isinstance(s.target, gast.Subscript):
                self.stays_of_a_kind(s.target, new, env)
            (self.store_attribute if isinstance(s.target, gast.Attribute) else self.store)(s.target, new, env)
        return env

    def is_part(self, target):
        """`z.imag` of an array, which is assigned as a whole."""
        of_array = isinstance(target, gast.Attribute) and isinstance(self.types.get(target.value), Array)
        if of_array and any(isinstance(n, (gast.Call, gast.NamedExpr)) for n in walk(target)):
            self.refuse(f'srcad does not follow what .{target.attr} is a part of: give the array a name first', target)
        return of_array

    def holds_fractions(self, owner, t, node):
        """Refuse an active value in an array of which it is not known that it does not cut it off."""
        unknown = isinstance(owner, Anything) and not owner.active or getattr(owner, 'dtype', None) == UNSURE
        if t.active and unknown:
            why = 'srcad does not know whether this array holds whole numbers: make it of floats'
            self.only_by_reference(why, node)
        self.no_truncation(owner, t, node)

    def no_truncation(self, old, t, node):
        if t.active and isinstance(old, Array) and old.kind != 'complex' and is_complex(t):
            self.refuse(
                'an active complex value is written among real numbers, which drops a part of it: '
                'make the array complex, or write .real or .imag of it',
                node,
            )
        if t.active and isinstance(old, Array) and old.kind == 'object':
            self.refuse(
                f'an active value is written into an array of {old.dtype}: use an array of floats, or a list', node
            )
        if t.active and isinstance(old, Array) and old.kind in ('int', 'bool'):
            self.refuse(
                f'an active value is written into an array of {old.dtype}, which truncates it: '
                'make the array of floats',
                node,
            )

    def If(self, s, env):
        self.expr(s.test, env)
        value = truth(self.types[s.test])
        then, other = self.sides(s.test, env)
        then = self.block(s.body, dict(then)) if then is not None and value is not False else None
        other = self.block(s.orelse, dict(other)) if other is not None and value is not True else None
        return self.merge([then, other])

    def kept(self, node, t):
        """The type of a value that only gets another name or place."""
        return t

    def sides(self, test, env):
        """The types of names where a test is true, and where it is not."""
        return env, env

    def merge(self, envs):
        envs = [e for e in envs if e is not None]
        if not envs:
            return None
        names = sorted({n for e in envs for n in e})
        out = {}
        for n in names:
            t = BOTTOM
            for e in envs:
                t = self.join(t, e.get(n, BOTTOM), (n,))
            out[n] = t
        return out

    def aged(self, env, inside):
        """Sizes made inside a loop mean other sizes in the next trip."""

        def age(t, name):
            if isinstance(t, Array) and any(stale(d, inside) for d in t.dims):
                return replace(
                    t, dims=tuple(Dim((name, k), 0, d.many) if stale(d, inside) else d for k, d in enumerate(t.dims))
                )
            if isinstance(t, Number) and stale(t.size, inside):
                return replace(t, size=None)
            if isinstance(t, TupleOf):
                return replace(t, items=tuple(age(i, (name, k)) for k, i in enumerate(t.items)))
            if isinstance(t, ListOf) and t.item is not None:
                length = None if stale(t.length, inside) else t.length
                return replace(t, item=age(t.item, (name, 'item')), length=length)
            return t

        return env and {n: age(t, n) for n, t in env.items()}

    def loop(self, s, env, trip, endless=False):
        """What holds behind a loop; an `endless` one is only left by `break`."""
        inside = set(walk(s))
        head = dict(env)
        for k in itertools.count():
            if k > ENOUGH:
                self.refuse(ENDLESS, s)
            self.loops.append(Jumps())
            end = trip(dict(head))
            jumps = self.loops.pop()
            after = self.merge([head, *(self.aged(e, inside) for e in [end, *jumps.continues])])
            if after == head:
                return self.merge([*([] if endless else [head]), *(self.aged(e, inside) for e in jumps.breaks)])
            head = after

    def For(self, s, env):
        item = self.item_of(self.expr(s.iter, env), s.iter)
        self.not_while_iterated(s)

        def trip(env):
            self.bind(s.target, item, s.iter, env, element=True)
            return self.block(s.body, env)

        return self.loop(s, env, trip)

    def not_while_iterated(self, s):
        """A list that grows while a loop goes over it."""
        over = {n.id for n in walk(s.iter) if isinstance(n, gast.Name) and isinstance(self.types.get(n), ListOf)}
        if isinstance(s.iter, gast.Call) and getattr(s.iter.func, 'id', '') == 'range':
            return
        for n in walk(gast.Module(s.body, [])):
            if (
                isinstance(n, gast.Attribute)
                and n.attr in CHANGES
                and isinstance(n.value, gast.Name)
                and n.value.id in over
            ):
                self.refuse(f'the list {n.value.id} changes while the loop goes over it: loop over a copy', n)

    def While(self, s, env):
        def trip(env):
            self.expr(s.test, env)
            env, _ = self.sides(s.test, env)
            return self.block(s.body, env)

        return self.loop(s, env, trip, isinstance(s.test, gast.Constant) and bool(s.test.value))

    def Break(self, s, env):
        self.loops[-1].breaks.append(dict(env))
        return None

    def Continue(self, s, env):
        self.loops[-1].continues.append(dict(env))
        return None


def stale(d, inside):
    if not isinstance(d, Dim):
        return False
    base = d.base if isinstance(d.base, tuple) else (d.base,)
    return any(b in inside if isinstance(b, gast.AST) else stale(b, inside) for b in base)


def may_draw(instance, seen):
    """Whether a function, or one that it calls, draws something or takes the next item of an iterator."""
    inference = instance.inference
    if inference is None or instance in seen:
        return False
    seen.add(instance)
    called = [c.instance for c in inference.calls.values() if isinstance(c, UserCall)]
    return any(map(inference.draws_itself, inference.calls)) or any(may_draw(i, seen) for i in called)
