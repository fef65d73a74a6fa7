"""The primal: the user's statements, with the lines that keep what the adjoint reads."""

import inspect

import gast

from srcad.algebra import key
from srcad.analysis.call_kinds import UserCall
from srcad.analysis.flow import ENTRY
from srcad.analysis.types import Anything, Array, Either, Ref, TupleOf
from srcad.by_memory import structure
from srcad.copied import separated
from srcad.core import Branch, Dead, End, Failed, Leaf, Loop, levels, nodes
from srcad.guards import Guards, Spot, ends
from srcad.restated import Restated
from srcad.reverse.receive import as_argument
from srcad.shapes import copy_of
from srcad.tree import Ours, assign, call, constant, name, target, transform, tuple_of, walk


class Primal(Restated, Guards):
    def __init__(self, plan, entry):
        self.plan, self.reverse, self.instance, self.entry = plan, plan.reverse, plan.instance, entry
        self.names, self.types, self.calls = plan.names, plan.inference.types, plan.inference.calls
        self.before, self.after, self.starts, self.tails = {}, {}, {}, {}
        self.point_of, self.heads, self.ordered, self.needed = {}, {}, False, set()
        self.guarded_statements = {
            n.stmt.body[0] for n in nodes(plan.core) if isinstance(n, Branch) and isinstance(n.test, Failed)
        }
        for node in nodes(plan.core):
            if isinstance(node, (Leaf, Loop, Branch)) and node.stmt is not None:
                self.point_of[node.stmt] = node
                if isinstance(node.stmt, gast.With):
                    self.heads[node.stmt.items[0]] = node.stmt

    def function(self):
        """The definition of the primal."""
        self.lay_out()
        body = [*self.copies(), *self.starts.get(None, []), *self.block(without_docstring(self.instance.tree.body))]
        if self.plan.flow.ends[None] is not None:
            body.append(self.return_of(None, None))
        args = gast.arguments(
            [gast.Name(p, gast.Param(), None, None) for p in self.instance.params], [], None, [], [], None, []
        )
        return gast.FunctionDef(self.instance.primal_name, args, body, [], None, None, [])

    def copies(self):
        """The caller's arrays are never written: the entry copies them first."""
        if not self.entry:
            return []
        if self.instance.inference.heap is not None:
            return self.separate()
        return [
            *(assign(text, name(p)) for p, text in self.as_given().items()),
            *(assign(p, call(gast.Attribute(name(p), 'copy', gast.Load()))) for p in self.copied()),
        ]

    def copied(self):
        """The arguments that the entry copies."""
        return [p for p in self.instance.params if p in self.instance.writes and self.plan.memory.is_changed(p)]

    def as_given(self):
        """What is kept of arguments as the caller gave them: those arrays themselves, which are never written."""
        if not self.entry or self.instance.inference.heap is not None:
            return {}
        copied = self.copied()
        starts = self.plan.captures.get(('start', None), ())
        return {
            tree.id: text for text, tree, is_copied, _ in starts if is_copied and getattr(tree, 'id', None) in copied
        }

    def separate(self):
        """Copies of arguments, where several names may mean one array; and what containers hold at the start."""
        out = []
        for p in self.instance.params:
            t = self.instance.types[p]
            if isinstance(t, (Array, Ref, TupleOf)) and (t.active or self.may_change(t)):
                out.append(assign(p, call(Ours('separated', separated), name(p))))
        return out + [assign(text, call(Ours('structure', structure), name(p))) for p, text in self.instance.given.items()]

    def may_change(self, t):
        """Whether an argument of this type may be an array that is written, or a container that changes, or hold such."""
        heap = self.instance.inference.heap
        for part in heap.reached(t):
            if heap.arrays_written and isinstance(part, (Array, Anything)):
                return True
            if heap.containers_written and isinstance(part, Ref) and part.sites & heap.touched:
                return True
        return False

    def put(self, table, key, line):
        table.setdefault(key, []).append(line)

    def lay_out(self):
        """Find the place of every line that is added."""
        plan = self.plan
        texts = [t for made in plan.captures.values() for t, *_ in made]
        self.single = {t for t in texts if texts.count(t) == 1}
        for node, text in plan.inits:
            self.put(self.before, node.stmt, assign(text, constant(None)))
        for loop, header in plan.headers.items():
            if header.get('form') == 'trips':
                self.put(self.before, loop.stmt, assign(header['name'], constant(0)))
                count = gast.AugAssign(target(header['name']), gast.Add(), constant(1))
                first = plan.straight_line(loop)[0] if plan.skip_path(loop) else loop
                if first is None:
                    self.put(self.tails, loop, count)
                elif first is loop:
                    self.put(self.starts, loop, count)
                else:
                    self.put(self.before, first.stmt, count)
        for loop, text in plan.lists.items():
            self.put(self.before, plan.home(loop).stmt, assign(text, gast.List([], gast.Load())))
        begin_as_none = {text for _, text in plan.inits}
        for where, made in plan.captures.items():
            for text, tree, copied, t in made:
                maybe = isinstance(tree, gast.Name) and (tree.id in begin_as_none or self.may_be_none(tree.id))
                value = copy_of(tree, None if maybe else t) if copied else tree
                if where == ('start', None) and text in self.as_given().values():
                    continue
                if where[0] == 'start':
                    self.put(self.starts, where[1], assign(text, value))
                else:
                    self.put(self.after if where[1] else self.before, where[0].stmt, assign(text, value))
        asked = ((branch, text) for branch, text in plan.answers.items() if not isinstance(branch.test, Failed))
        for branch, text in asked:
            test = self.asked(branch.test)
            if self.plan.may_change(branch.test):
                test = gast.IfExp(test, constant(True), constant(False))
            self.put(self.before, branch.stmt, assign(text, test))
        for level in sorted((l for l in plan.modes if l is not None), key=lambda l: -len(list(levels(l)))):
            kind, where = plan.modes[level]
            if level not in plan.lists:
                continue
            for e in where if kind == 'ends' else [where]:
                self.append(level, e)

    def append(self, level, end):
        if isinstance(end, Dead):
            return
        values = [self.field_value(f, end, level) for f in self.fields(level)]
        record = values[0] if len(values) == 1 else tuple_of(values)
        line = gast.Expr(call(gast.Attribute(name(self.plan.lists[level]), 'append', gast.Load()), record))
        if end is None:
            self.put(self.tails, level, line)
        elif isinstance(end, End):
            for s in end.stmts:
                self.put(self.before, s, line)
        else:
            self.put(self.before, end.stmt, Spot(line))

    def fields(self, level):
        return sorted(self.plan.fields[level].values(), key=lambda f: f.order)

    def field_value(self, f, end, level):
        """What is written for a field where a path ends."""
        if f.flag is not None:
            return constant(self.flag_value(f.flag, end, level))
        v = f.version
        if self.plan.modes[level][0] == 'ends':
            if not self.plan.follow(v, end) & {'kept', 'lost'}:
                return constant(None)
            if f.source != v.name and self.plan.is_read_as_it_is(f, end):
                return copy_of(name(v.name), f.type) if f.changes and level is not None else name(v.name)
        value = name(f.source)
        maybe = f.maybe or ENTRY in v.defs and v.name not in self.plan.given or self.may_be_none(f.source)
        return copy_of(value, None if maybe else f.type) if f.copied else value

    def may_be_none(self, n):
        """Whether a name is None, or of another kind, at other times."""
        whole = self.plan.memory.variables.get(n)
        return getattr(whole, 'maybe', False) or isinstance(whole, Either)

    def flag_value(self, flag, end, level):
        block = level.body if level else self.plan.core
        branches = [n for n in nodes(block) if isinstance(n, Branch) and n.test is flag]
        none = flag.cases if flag.cases > 1 else not branches[0].value
        for b in branches:
            inside = set(nodes(b.body))
            after = end is None or self.plan.order[end] > max(self.plan.order[n] for n in nodes([b]))
            if end in inside or after and not ends(b.body):
                return b.value
        return (
            none
            if end is None or any(end in set(nodes(b.orelse)) for b in branches)
            else (flag.cases if flag.cases > 1 else False)
        )

    # Statements

    def block(self, statements):
        out = []
        for s in statements:
            out += self.statement(s)
        return self.joined(out)

    def joined(self, lines):
        """What is kept for a record alone is written into the record."""
        out = []
        for line in lines:
            last = out[-1] if out else None
            if (
                is_append(line)
                and isinstance(last, gast.Assign)
                and isinstance(last.targets[0], gast.Name)
                and self.is_ours_alone(last.targets[0].id)
            ):
                text, record = last.targets[0].id, line.value.args[0]
                used = [n for n in walk(record) if isinstance(n, gast.Name) and n.id == text]
                if len(used) == 1 and (record is used[0] or self.may_move(last.value, record, used[0])):
                    out[-1] = transform(line, lambda n: last.value if n is used[0] else None)
                    continue
            out.append(line)
        return out

    def may_move(self, value, record, place):
        """Whether a value may be worked out after the items of a record before its own: not if one may write."""
        if not isinstance(record, gast.Tuple) or place not in record.elts:
            return False
        earlier = [e for e in record.elts[: record.elts.index(place)] if not isinstance(e, (gast.Name, gast.Constant))]
        called = [n.func for e in (value, *earlier) for n in walk(e) if isinstance(n, gast.Call)]
        return not earlier or not any(isinstance(f, gast.Name) and f.id.endswith('_primal') for f in called)

    def is_ours_alone(self, text):
        """A name that was made to keep something, and that no statement of the program reads."""
        captured = [made for where, made in self.plan.captures.items() if any(t == text for t, *_ in made)]
        inits = any(t == text for _, t in self.plan.inits)
        return not inits and (len(captured) == 1 and text in self.single or text in self.reverse.saved.values())

    def statement(self, s):
        self.current = self.point_of.get(s, getattr(self, 'current', None))
        self.ordered = self.instance.guarded or s in self.guarded_statements
        if isinstance(s, gast.FunctionDef):
            return [s] if self.still_called(s) else []
        if isinstance(s, gast.With):
            return self.context(s)
        before, spot = [], []
        for line in self.before.get(s, []):
            (spot if isinstance(line, Spot) else before).append(line.line if isinstance(line, Spot) else line)
        lifted = []
        new = self.rewritten(s, lifted)
        self.stored_last(s, new, before, lifted)
        made = {
            n.id for line in lifted for t in getattr(line, 'targets', ()) for n in walk(t) if isinstance(n, gast.Name)
        }
        late = [line for line in before if any(isinstance(n, gast.Name) and n.id in made for n in walk(line))]
        early = [line for line in before if line not in late]
        return [*early, *lifted, *late, *spot, *new, *self.after.get(s, [])]

    def rewritten(self, s, lifted):
        if isinstance(s, gast.Return):
            value = self.expr(s.value, lifted) if s.value is not None else None
            node = self.point_of.get(s)
            return [self.return_of(value, node)]
        if isinstance(s, gast.Expr) and isinstance(self.calls.get(s.value), UserCall) and self.is_saved(s.value):
            return self.bare_call(s.value, lifted)
        if isinstance(s, gast.Expr) and self.needs_primal(s.value):
            self.needed.add(s.value)
            return [gast.Expr(self.primal_call(s.value, lifted))]
        if isinstance(s, gast.Assign) and isinstance(s.targets[0], (gast.Name, gast.Tuple)) and self.is_saved(s.value):
            called = self.primal_call(s.value, lifted)
            if not self.calls[s.value].instance.has_value:
                return [assign(self.reverse.saved[s.value], called), gast.Assign(s.targets, constant(None), None)]
            own = [
                assign(e.id, copy_of(name(e.id), self.plan.memory.type_of(e.id)))
                for e in getattr(s.targets[0], 'elts', s.targets)
                if isinstance(e, gast.Name) and e.id in self.plan.memory.written
            ]  # the callee may have kept it
            if (
                s.value in self.reverse.hoisted
                and self.is_kept(self.reverse.hoisted[s.value])
                or isinstance(s.targets[0], gast.Tuple)
                and any(not isinstance(e, gast.Name) for e in s.targets[0].elts)
            ):
                lifted.append(self.pair(self.value_name(s.value), s.value, called))
                return [gast.Assign(s.targets, name(self.value_name(s.value)), None), *own]
            to = s.targets[0] if isinstance(s.targets[0], gast.Name) else gast.Tuple(s.targets[0].elts, gast.Store())
            return [
                gast.Assign([gast.Tuple([to, target(self.reverse.saved[s.value])], gast.Store())], called, None),
                *own,
            ]
        if isinstance(s, gast.If):
            node = self.point_of.get(s)
            answer = self.plan.answers.get(node)
            test = name(answer) if answer else self.asked(s.test)
            return [gast.If(test, self.block(s.body) or [gast.Pass()], self.block(s.orelse))]
        if isinstance(s, gast.Try):
            return [self.guarded(s)]
        if isinstance(s, (gast.For, gast.While)):
            node = self.point_of[s] if s in self.point_of else None
            body = self.joined([*self.starts.get(node, []), *self.block(s.body), *self.tails.get(node, [])]) or [
                gast.Pass()
            ]
            if isinstance(s, gast.For):
                return [gast.For(s.target, self.expr(s.iter, lifted), body, [], None)]
            return [gast.While(self.asked(s.test), body, [])]
        if (
            isinstance(s, gast.Assign)
            and getattr(s.targets[0], 'frozen', False)
            and is_frozen_type(self.types.get(s.targets[0].value), self.instance)
        ):
            to = s.targets[0]
            return [gast.Expr(call('object.__setattr__', to.value, constant(to.attr), self.expr(s.value, lifted)))]
        if isinstance(s, (gast.Assign, gast.AugAssign, gast.Expr)):
            new = s.__class__.__new__(s.__class__)
            new.__dict__.update(s.__dict__)
            if isinstance(s, gast.AugAssign):
                return [self.augmented(s, new, lifted)]
            new.value = self.expr(s.value, lifted)
            if getattr(new.value, 'is_del', False):
                return [gast.Delete([gast.Subscript(new.value.func.value, new.value.args[0], gast.Del())])]
            if isinstance(s, gast.Assign):
                new.targets = [self.place(t, lifted) for t in s.targets]
            return [new]
        return [s]

    def augmented(self, s, new, lifted):
        """Where failures are caught, an element is read before what is added to it."""
        later = []
        to = self.place(s.target, lifted)
        value = self.expr(s.value, later)
        read = gast.Subscript(to.value, to.slice, gast.Load()) if isinstance(to, gast.Subscript) else None
        hoist = self.reverse.hoisted.get(s.target)
        if hoist and self.is_kept(hoist):  # what stood there before
            lifted.append(assign(hoist, copy_of(read, self.types.get(s.target))))
        lifted += [gast.Expr(read)] * bool(later and self.ordered and read) + later
        if self.meets_itself(s):  # as NumPy does it, whoever runs it
            return gast.Assign([to], gast.BinOp(read, s.op, value), None)
        if hasattr(s, 'at'):  # np.add.at
            return gast.Expr(call(s.at, to.value, as_argument(to.slice), value))
        new.target, new.value = to, value
        return new

    def meets_itself(self, s):
        """`x[1:] *= x[:-1]`: a view of what changes, read while it changes."""
        to, value = s.target, s.value
        return (
            isinstance(to, gast.Subscript)
            and isinstance(value, gast.Subscript)
            and not hasattr(s, 'at')
            and isinstance(to.value, gast.Name)
            and isinstance(value.value, gast.Name)
            and to.value.id == value.value.id
            and isinstance(self.types.get(value), Array)
            and isinstance(self.types.get(to), Array)
            and self.types[to].kind == 'float'
            and not self.plan.inference.may_gather(to)
            and not self.plan.inference.may_gather(value)
            and key(to.slice) != key(value.slice)
        )

    def return_of(self, value, node):
        """`return value, (what is kept)`."""
        saved = tuple_of([self.kept_apart(f, self.field_value(f, node, None)) for f in self.fields(None)])
        if not self.instance.has_value:
            return gast.Return(saved)
        value = value if value is not None else constant(None)
        return gast.Return(gast.Tuple([value, saved], gast.Load()))

    def kept_apart(self, f, tree):
        """A helper copies what it keeps of an array that it was lent and has written."""
        memory = self.plan.memory
        lent = {memory.storage(p) for p in self.instance.writes}
        if (
            not self.entry
            and f.version is not None
            and f.source in memory.written
            and memory.storage(f.source) in lent
            and isinstance(tree, gast.Name)
        ):
            return call(gast.Attribute(tree, 'copy', gast.Load()))
        return tree


def is_frozen_type(t, instance):
    """Whether an attribute of an object cannot simply be assigned."""
    heap = instance.inference.heap
    return isinstance(t, Ref) and any(
        inspect.getattr_static(k, '__setattr__') is not object.__setattr__ for k in heap.kinds_of(t)
    )


def is_append(line):
    return (
        isinstance(line, gast.Expr)
        and isinstance(line.value, gast.Call)
        and isinstance(line.value.func, gast.Attribute)
        and line.value.func.attr == 'append'
        and len(line.value.args) == 1
    )


def without_docstring(body):
    first = body[0] if body else None
    if isinstance(first, gast.Expr) and isinstance(first.value, gast.Constant) and isinstance(first.value.value, str):
        return body[1:]
    return body
