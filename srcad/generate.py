"""From a function and a signature to the text of its gradient module.

The passes, in order: infer (types decide everything else), core (exits gone),
flow and memory (what reaches, what changes in place), reverse (the adjoint's
lines), plan (what is kept), and the two functions' texts.
"""

import builtins
import types as pytypes
from dataclasses import replace
from functools import cached_property

import gast

from srcad import core as cores
from srcad import subset
from srcad.adjoint import ADJOINTS, RUNTIME, Adjoint
from srcad.analysis.call_kinds import UserCall
from srcad.analysis.elsewhere import run_by_python
from srcad.analysis.flow import Flow
from srcad.analysis.halfway import refuse_half_changes, refuse_unseen_failures, user_calls
from srcad.analysis.holders import refuse_what_is_told
from srcad.analysis.outside import Again, Places
from srcad.analysis.program import Instance, Program, canonical
from srcad.analysis.reads import Later
from srcad.analysis.shared import AtTheEnd, ByReference, as_variable
from srcad.analysis.sights import refuse_attributes, refuse_hidden, refuse_sights
from srcad.analysis.described import given_kind
from srcad.analysis.late import not_too_late
from srcad.analysis.texts import read_back
from srcad.analysis.types import (
    BOOL,
    BOTTOM,
    NONE,
    Array,
    Bottom,
    Fields,
    Known,
    ListOf,
    Local,
    Number,
    Ref,
    TupleOf,
    with_active,
)
from srcad.analysis.results import truth
from srcad.analysis.views import Memory
from srcad.apart import named_apart
from srcad.attempted import attempted, handed_on, not_seen, unguarded
from srcad.bindings import Bindings
from srcad.errors import NoDerivative, UnsupportedSyntax
from srcad.heading import heading
from srcad.marked import without_marks
from srcad.moved import all_moved, hand_on, moved
from srcad.names import Names
from srcad.pointed import refuse_what_only_fails
from srcad.primal import Primal
from srcad.notes import told
from srcad.printer import with_lines
from srcad.record.plan import Plan
from srcad.reverse.memory import ByMemory
from srcad.reverse.restore import worth_restoring
from srcad.reverse.reverse import Reverse
from srcad.spell_out import spell_out, spell_out_known_objects, spell_out_objects
from srcad.spell_out.pieces import without_unreached
from srcad.lower.comprehensions import KINDS
from srcad.lower.live import reads
from srcad.indices import checked_indices
from srcad.instead import all_instead, put_instead
from srcad.lasting import lasting
from srcad.lower.names import MISSING
from srcad.settle import settle
from srcad.superfluous import fetched_once, with_primals, without_bars
from srcad.tidy import tidy
from srcad.unreached import guarded, without_ruled_out
from srcad.tree import all_names, arguments, clone, free_names, name, placed, stored_names, transform, unused, walk
from srcad.twins import without_twins

ROUNDS = 500  # of rewriting, each of which types all functions again


class Writer(Bindings):
    """Writes the module of one entry function for one signature."""

    def __init__(self, source, types, argnums, heap=None):
        self.heap, self.argnums = heap, argnums
        self.places = Places() if heap is not None else None
        if heap is not None:
            heap.written_outside = self.places.written
        self.begin(source, types, {source.function: source})
        self.taken = set()
        self.queue, self.origins = [], {}
        self.imports, self.values, self.runtime = {}, {}, set()

    def begin(self, source, types, sources):
        """A program with its entry; with what is written outside as far as that is known."""
        heap, argnums = self.heap, self.argnums
        self.program = Program(heap, self.places)
        self.program.sources = sources
        tree = self.program.lowered(source)
        subset.check(source, lambda: tree)
        self.program.check_pieces(source)
        params = [a.id for a in arguments(tree)]
        if heap is None:
            types = [with_active(as_float(t), True) if k in argnums else t for k, t in enumerate(types)]
        types = canonical(params, types)
        self.entry = Instance(tree.name, source, tree, params, dict(zip(params, types)), [], {}, source.function)
        self.program.entry = self.entry
        # A recursive call is one of the entry itself; by reference, the entry alone separates what it is given
        if heap is None:
            self.program.instances[source.function, tuple(types), (), ()] = self.entry
        elif self.places.by_key:
            tree.body[has_docstring(tree):0] = placed([self.places.start(source)], tree.body[0])
            self.entry.outside = self.places.name_in(source)

    def write(self):
        """Return the text of the module."""
        self.infer()
        refuse_what_only_fails(self.program)
        self.enlist(self.entry)
        definitions = []
        while self.queue:
            instance = self.queue.pop(0)
            definitions += self.functions(instance)
        if self.heap is not None:
            definitions = self.plainer(definitions)
        definitions = without_twins(definitions)
        printed = [(d, *with_lines(d)) for d in [*self.classes(), *definitions]]
        imports = self.import_lines()
        text = heading(self.entry, self.argnums) + (imports + '\n' if imports else '') + '\n'
        self.lines = {}
        for definition, part, statements in printed:
            self.lines |= told(self.origins.get(definition.name), definition, statements, text.count('\n') + 1)
            text += '\n' + part.strip('\n') + '\n\n'
        return text[:-1]

    def plainer(self, definitions):
        """Definitions by reference with what they need only for its identity, or not at all, left out."""
        less = without_bars(definitions)
        if less is not definitions:
            self.runtime -= ADJOINTS
        less = fetched_once(less)
        mine = {
            i.source.function: i.primal_name for i in self.program.all() if hasattr(i, 'primal_name') and not i.statics
        }
        tokens = {
            n: mine[f]
            for n, f in self.imports.items()
            if isinstance(f, pytypes.FunctionType) and mine.get(f) in {d.name for d in definitions}
        }
        found = with_primals(less, tokens) if tokens else None
        if found is None:
            return less
        for n in tokens:
            del self.imports[n], self.values[n]
        return found

    def infer(self):
        """Types of all functions; once more from the start where something of outside turns out to be written."""
        while True:
            try:
                return self.infer_all()
            except (Again, UnsupportedSyntax, NoDerivative):
                if self.heap is None or not self.places.incomplete:
                    raise
            self.heap.reset()
            self.heap.marks, self.places.incomplete = self.places.traced, False
            self.begin(self.entry.source, list(self.entry.types.values()), self.program.sources)

    def infer_all(self):
        """Types of all functions; what can be differentiated only in another form is rewritten, and typed again."""
        for _ in range(ROUNDS):
            self.program.settle(self.entry)
            live = [i for i in self.program.all() if i.inference is not None and i.round == self.program.round]
            if self.heap is not None:
                self.program.incomplete = any(i.inference.is_begun(n) for i in live for n in i.inference.calls)
            changed = self.rewritten(live)
            self.program.final, self.program.waits = not changed and self.program.waits, False
            if not changed and self.heap is not None and not self.program.final:
                changed = [i for i in live if spell_out(i, last=True)]
            if not self.program.meets_complex() and not changed and not self.program.final:
                reached = [i for i in self.program.all() if i.inference is not None and i.round == self.program.round]
                changed = [i for i in reached if self.heap is not None and handed_on(i, self.program)]
                changed = changed or [i for i in reached if not_seen(i)]
                changed = changed or [i for i in reached if self.heap is not None and without_unreached(i)]
                changed = changed or [i for i in reached if without_ruled_out(i)] or [i for i in reached if guarded(i)]
                changed = changed or [i for i in reached if unguarded(i)]
                if not changed and self.heap is not None:
                    changed = [i for i in reached if attempted(i, self.program)]
                changed = changed or [i for i in reached if without_marks(i)]
                if not changed:
                    self.all_known()
                    if self.heap is not None:
                        self.places.ask_of_arrays(self.heap)
                    return self.guard()
            for i in self.program.all():
                i.round = 0
            if self.heap is not None:
                self.heap.reset()
                for i in self.program.all():
                    i.result = BOTTOM
        raise RecursionError  # as where the kinds of values find no end

    def rewritten(self, live):
        """The instances that were rewritten: by reference first where what waits, or an object, is not complete yet."""
        if self.heap is None:
            steps = put_instead, settle, tidy, lasting, named_apart, checked_indices
            return [i for i in live if any(step(i) for step in steps)]
        steps = moved, put_instead, settle, spell_out_known_objects, spell_out_objects, spell_out, checked_indices
        return next(filter(None, ([i for i in live if step(i)] for step in steps)), [])

    def all_known(self):
        """Refuse a call in a loop of which recursion alone says what it returns: there may be no trips, so a value."""
        for i in self.program.all():
            current = i.inference is not None and i.round == self.program.round
            loops = [s for s in walk(i.tree) if isinstance(s, (gast.For, gast.While) + KINDS)] if current else []
            inside = {m for s in loops for m in walk(s)}
            for node, c in i.inference.calls.items() if current else ():
                if (
                    node in inside
                    and isinstance(c, UserCall)
                    and isinstance(i.inference.types.get(node), Bottom)
                    and c.instance.inference.returns
                ):
                    i.inference.refuse(
                        f'srcad cannot tell what {c.instance.name} returns: begin with a value of its kind', node
                    )

    def guard(self):
        """Find the functions that are called where failures are caught."""
        now = [i for i in self.program.all() if i.inference is not None and i.round == self.program.round]
        for (site, attr), (inference, node) in self.program.made_up.items():
            if attr in self.heap.fields.get(site, ()):
                inference.refuse(f'srcad cannot tell whether .{attr} is set, or what __getattr__ makes up', node)
        read_back(now)
        if self.heap is not None:
            not_too_late(self.program.run_over, now)
            refuse_what_is_told(now, self.heap)
        for i in now:
            all_instead(i)
        self.callers_stop(now)
        for i in now if self.heap is not None else ():
            run_by_python(i, self.places.by_key)
        for i in now:
            refuse_unseen_failures(i)
        if self.entry.outside is not None:
            refuse_attributes(self.entry.inference, self.places)
            refuse_hidden(self.entry.inference, self.places)
            for i in now:
                all_moved(i)
                refuse_sights(i, self.lookup, self.places)
            hand_on(now, self.places)
        caught = [(i, s, c) for i in now for s in guarded_statements(i.tree) for c in user_calls(i, s.body[0])]
        if self.heap is not None:
            for i, s, c in caught:
                refuse_half_changes(i, s, c.instance)
        todo = [c.instance for _, _, c in caught]
        while todo:
            instance = todo.pop()
            if not instance.guarded and instance.inference is not None:
                instance.guarded = True
                todo += [c.instance for c in user_calls(instance, instance.tree)]

    def callers_stop(self, now):
        """What calls a function that may stop the run may stop it too."""
        called = {i: [c.instance for c in user_calls(i, i.tree)] for i in now} if any(i.may_stop for i in now) else {}
        while found := [i for i in called if not i.may_stop and any(other.may_stop for other in called[i])]:
            for i in found:
                i.may_stop = True

    def enlist(self, instance):
        """Give an instance its names in the module, and its turn."""
        if hasattr(instance, 'primal_name'):
            return
        instance.entry = instance is self.entry
        base, k = instance.name, 2
        text = base
        while text in self.taken or {f'{text}_primal', f'{text}_adjoint'} & self.names_of_all:
            text, k = f'{base}_{k}', k + 1
        self.taken.add(text)
        instance.primal_name, instance.adjoint_name = f'{text}_primal', f'{text}_adjoint'
        instance.has_value = instance.result != NONE
        inference = instance.inference
        matter = {inference.storage(n) for n in inference.active_writes}
        instance.buffers = [
            p for p in instance.params if p in instance.writes and (instance.types[p].active or inference.storage(p) in matter)
        ]
        if instance.entry or self.heap is not None:
            instance.buffers = []
        instance.outs = [p for p in instance.params if instance.types[p].active and p not in instance.buffers]
        if self.heap is not None:
            self.references(instance)
        self.queue.append(instance)

    @cached_property
    def names_of_all(self):
        return set().union(*(all_names(i.tree) for i in self.program.all()))

    def references(self, instance):
        """What is handed on by memory, and what by name."""
        not_numbers = [
            t for t in (*map(instance.types.get, instance.active), instance.result) if not isinstance(t, Number)
        ]
        led_to = instance.outside is not None or not all(isinstance(t, (Number, Known)) for t in instance.types.values())
        writes = self.heap.arrays_active and led_to  # into arrays that carry no derivative as yet, maybe
        instance.reaches = writes or any(t.active for t in not_numbers)
        instance.matters = writes or bool(instance.outs) or instance.result.active
        instance.types = {p: as_variable(t) for p, t in instance.types.items()}
        instance.result = as_variable(instance.result)
        if instance.entry:  # what is only given may hold adjoints, which nobody asks for
            instance.outs = [p for k, p in enumerate(instance.params) if p in instance.outs and k in self.argnums]
        by_memory = [p for p in instance.outs if not isinstance(instance.types[p], Number)]
        if not instance.entry:
            instance.outs = [p for p in instance.outs if p not in by_memory]
        else:
            users = all_names(instance.tree) | set(instance.params)
            for p in by_memory:
                if not isinstance(instance.types[p], Array):
                    instance.given[p] = unused(f'{p}_given', users)

    def functions(self, instance):
        """The primal and the adjoint of an instance, as trees."""
        avoid = set()
        while True:
            found = self.attempt(instance, avoid)
            if not isinstance(found, set):
                return found
            avoid |= found

    def attempt(self, instance, avoid):
        """The two functions, or the names of functions that a value has taken though they are still called."""
        for c in instance.inference.calls.values():
            inner = getattr(c, 'instance', None)
            if inner is not None:
                self.prepare(inner)
        plan, called = self.planned(instance, avoid)
        restored = worth_restoring(plan)
        if restored:
            other, _ = self.planned(instance, avoid, restored)
            plan = other if other.reverse.has_gone_back() else plan
        primal = Primal(plan, instance.entry)
        first = primal.function()
        clash = (
            {n.func.id for n in walk(first) if isinstance(n, gast.Call) and isinstance(n.func, gast.Name)}
            & stored_names(first)
            & called
        )
        if clash:
            return clash
        second = Adjoint(plan, plan.reverse).function()
        for c, call in instance.inference.calls.items():
            if getattr(call, 'instance', None) is not None and (c in primal.needed or primal.is_saved(c)):
                self.confirm(call.instance)
        self.origins |= {f.name: instance.source for f in (first, second)}
        return [self.outside(instance, with_inner(f, instance)) for f in (first, second)]

    def planned(self, instance, avoid, restored=frozenset()):
        """The adjoint's lines with what is kept for them, and the names of functions that are called as they stand."""
        core = cores.build(instance.tree, lambda test: truth(instance.inference.types.get(test)))
        memory = Memory(instance, core) if self.heap is None else ByReference(instance, core)
        flow = Flow(core, memory.touched, instance.params)
        functions = {
            c.func
            for c, f in instance.inference.calls.items()
            if getattr(f, 'instance', None) is not None and isinstance(getattr(c, 'func', None), gast.Name)
            and not isinstance(instance.inference.types.get(c.func), Ref)  # an object that is called stays
        }
        values = {n.id for n in walk(instance.tree) if isinstance(n, gast.Name) and n not in functions}
        called = {f.id for f in functions} - avoid - values  # which may also be called like one of ours
        users = all_names(instance.tree) - called | set(instance.params) | set(instance.given.values())
        names = Names(
            users,
            {'np', 'math'} | {f'{t}_{kind}' for t in self.taken for kind in ('primal', 'adjoint')} | RUNTIME,
            reads(instance.tree),
        )
        reverse = (Reverse if self.heap is None else ByMemory)(instance, core, flow, names, memory)
        reverse.later = Later(reverse) if self.heap is None else AtTheEnd(reverse)
        reverse.restored = restored
        reverse.run()
        reverse.finish()
        return Plan(reverse, reverse.out, names), called

    def prepare(self, instance):
        """Names for a callee, before it is known whether its gradient is called."""
        if not hasattr(instance, 'primal_name'):
            queue, self.queue = self.queue, []
            self.enlist(instance)
            self.queue = queue
            instance.confirmed = False

    def confirm(self, instance):
        if not getattr(instance, 'confirmed', True):
            instance.confirmed = True
            self.queue.append(instance)

    def classes(self):
        """The classes that functions of the program define, as far as the text needs them, in the order of their lines.

        What one of them is made of may be another one.
        """
        every = [(source, made) for source in self.program.sources.values() for made in source.inner.values()]
        trees = {}
        while missing := {n: (s, m) for n, value in self.imports.items() for s, m in every if m.cls is value}:
            for n, (source, made) in missing.items():
                del self.imports[n], self.values[n]
                tree = clone(made.tree)
                tree.name = n
                trees[made] = self.filled_in(tree, source)
        return [trees[made] for _, made in every if made in trees]

    def filled_in(self, tree, source):
        """A class with the names that it takes from elsewhere."""
        holder = gast.FunctionDef('', gast.arguments([], [], None, [], [], None, []), [tree], [], None, None, [])
        instance, renames = Instance('', source, holder, [], {}, [], {}, source.function), {}
        for n in sorted(free_names(holder)):
            value = self.lookup(instance, n)
            if value is not MISSING and getattr(builtins, n, MISSING) is not value:
                renames.update(self.take(n, value, instance, all_names(tree)))
        return transform(tree, lambda m: name(renames[m.id]) if isinstance(m, gast.Name) and m.id in renames else None)


def has_docstring(tree):
    first = getattr(tree.body[0], 'value', None) if isinstance(tree.body[0], gast.Expr) else None
    return isinstance(first, gast.Constant) and isinstance(first.value, str)


def guarded_statements(tree):
    return [s for s in walk(tree) if isinstance(s, gast.Try) and not cores.is_wrapper(s)]


def with_inner(function, instance):
    """A function with those of the functions around it that it hands on as they stand: `map(fmt, xs)`."""
    found, todo = {}, [function]
    while todo:
        for n in sorted(free_names(todo.pop()) - set(found)):
            if isinstance(instance.statics.get(n), Local):
                found[n] = clone(instance.statics[n].node)
                todo.append(found[n])
    for n, inner in found.items():
        if not free_names(inner).isdisjoint(set(instance.params) - stored_names(function)):
            instance.inference.refuse(f'srcad does not hand on {n}, which captures variables, here', instance.tree)
    function.body[:0] = found.values()
    return function


def as_float(t, kept=False):
    """An argument that is differentiated is of floats: integers are taken as such; those in dicts and objects are `kept`."""
    if isinstance(t, Number) and t.kind in ('int', 'bool'):
        return Number(given='kept' if kept else given_kind(t))
    if isinstance(t, Array) and t.kind in ('int', 'bool'):
        return Array(dims=t.dims, given=given_kind(t))
    if isinstance(t, ListOf) and t.item is not None:
        return ListOf(item=as_float(t.item, kept))
    if isinstance(t, Fields):
        return replace(t, items=tuple(i if i == BOOL else as_float(i, True) for i in t.items))
    if isinstance(t, TupleOf):
        return replace(t, items=tuple(as_float(i, kept) for i in t.items))
    return t
