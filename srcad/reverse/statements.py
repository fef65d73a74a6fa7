"""Statements backwards."""

import gast

from srcad.algebra import factor, key
from srcad.analysis.call_kinds import ListAppend, RuleCall, TupleCall, UserCall
from srcad.analysis.flow import names_read
from srcad.analysis.liveness import is_exchange
from srcad.analysis.types import Anything, Array, Dim, Number, TupleOf, dims_of, is_complex
from srcad.past import BLOCKS, Index, adjoint_names
from srcad.printer import comment
from srcad.shapes import subscript
from srcad.tidy import sources
from srcad.reverse.receive import Gain, is_fresh, renamed_in
from srcad.tree import COMPREHENSIONS, assign, assigned_names, call, constant, name, target, transform, tuple_of, walk


class Statements:
    """The part of `Reverse` that takes one statement at a time."""

    # Statements

    def leaf(self, node):
        outer, self.out, self.gains, self.used, self.same = self.out, [], [], set(), {}
        self.point, self.stmt, self.lazy = node, node.stmt, 0
        self.in_write, self.written_key, self.gathered = False, None, None
        self.facts(node.stmt)
        handler = getattr(self, 'do_' + type(node.stmt).__name__, None)
        if handler:
            handler(node.stmt)
        lines, self.out = self.with_old_value(node, self.one_name(self.out)), outer
        if lines:
            self.out += [self.said(node.stmt), *self.opening(), *lines]

    def said(self, stmt):
        """The comment that says which statement the lines below it differentiate."""
        text = self.instance.source.statement_text(stmt)
        return gast.copy_location(comment(text.rstrip(':') if isinstance(stmt, gast.For) else text), stmt)

    def one_name(self, lines):
        """Lines without `blap = bsum`, where bsum is this statement's own: what made bsum makes blap."""
        adjoints = {self.names.adjoint(n): n for n, s in self.state.items() if isinstance(self.type_of(n), Array)}
        if any(isinstance(l, BLOCKS) for l in lines):
            return lines
        for line in lines:
            to, alias = (line.targets[0], copied_name(line.value)) if isinstance(line, gast.Assign) else (None, None)
            if alias not in self.used or not isinstance(to, gast.Name) or to.id not in adjoints:
                continue
            uses = [l for l in lines if l is not line and alias in adjoint_names([l])]
            first = next((k for k, l in enumerate(lines) if any(l is u for u in uses)), None)
            if (
                first is None
                or not all(isinstance(l, (gast.Assign, gast.AugAssign)) and is_fresh(l.value) for l in uses)
                or sum(alias in assigned_names(l) for l in lines) != 1
                or alias not in assigned_names(*uses[:1])
                or to.id in adjoint_names(l for l in lines[first:] if l is not line)
                or to.id in assigned_names(*(l for l in lines if l is not line))
            ):
                continue
            self.state[adjoints[to.id]] = 'owned'
            return self.one_name(renamed_in([l for l in lines if l is not line], alias, to.id))
        return lines

    def opening(self):
        """Lines that a statement's others count on."""
        return []

    def facts(self, stmt):
        """Sizes that must be equal because the statement ran."""
        for n in walk(stmt):
            if isinstance(n, gast.BinOp) and not isinstance(n.op, gast.MatMult):
                self.equate(self.types.get(n.left), self.types.get(n.right))
            c = self.calls.get(n)
            if isinstance(c, RuleCall) and c.rule.kind == 'elementwise' and {'x', 'y'} <= c.args.keys():
                self.equate(self.types.get(c.args['x']), self.types.get(c.args['y']))
        if isinstance(stmt, (gast.Assign, gast.AugAssign)):
            to = stmt.targets[0] if isinstance(stmt, gast.Assign) else stmt.target
            if isinstance(to, gast.Subscript):
                self.equate_masks(to, stmt.value)
            if isinstance(to, gast.Subscript) or isinstance(stmt, gast.AugAssign):
                self.equate(self.types.get(to), self.types.get(stmt.value))

    def equate_masks(self, to, value):
        """`y[m] = f(y[m])`: as many elements are read as are written."""
        if any(isinstance(self.calls.get(n), UserCall) for n in walk(self.stmt)) or not self.inference.is_gather(to):
            return
        for n in walk(value):
            if isinstance(n, gast.Subscript) and n is not to and key(n) == key(reads_as(to)):
                for x, y in zip(dims_of(self.types[n]) or (), dims_of(self.types[to]) or ()):
                    if self.canon(x) != self.canon(y) and isinstance(x, Dim):
                        self.same[self.canon(x)] = self.canon(y)

    def equate(self, a, b):
        if isinstance(a, Array) and isinstance(b, Array):
            for x, y in zip(reversed(a.dims), reversed(b.dims)):
                x, y = self.canon(x), self.canon(y)
                if x == y:
                    continue
                if isinstance(x, Dim) and (isinstance(y, int) and y != 1 or isinstance(y, Dim) and y.many):
                    if (
                        x.many
                        or isinstance(self.stmt, (gast.Assign, gast.AugAssign))
                        and a is self.types.get(target_of(self.stmt))
                    ):
                        self.same[x] = y
                elif isinstance(y, Dim) and y.many and x != 1:
                    self.same[y] = x

    def consume(self, n):
        """The adjoint of a name that is assigned here, used up; None if there is none."""
        old = self.state.pop(n, None)
        if old is None:
            return None
        b = name(self.names.adjoint(n))
        return factor(subscript(b, tuple_of([])) if self.is_cell(n) else b, dims_of(self.groups.type_of(n))), old

    def do_Return(self, s):
        if s.value is None or isinstance(s.value, gast.Constant):
            return
        self.root = s.value
        t = self.types[s.value]
        if isinstance(self.instance.result, TupleOf):
            bs = [factor(name(v), dims_of(i)) if v else None for v, i in zip(self.values, self.instance.result.items)]
            self.push_parts(s.value, bs, t)
        elif self.values:
            alone = self.instance.entry and isinstance(t, Anything)  # the value of the whole is one number
            b = factor(name(self.values[0]), () if alone else dims_of(t))
            if self.instance.entry and is_complex(t):  # the gradient begins with a real number
                b = factor(gast.BinOp(b.tree(), gast.Add(), constant(0j)), b.dims)
            self.push(s.value, self.narrowed(b, self.instance.result, t))
        else:
            self.effects(s.value)
        self.flush()

    def push_parts(self, node, bs, t, owned=False):
        """The adjoints of a tuple's items, each to its own; all at once, if they are `owned` and the first it gets."""
        built = self.calls.get(node)
        if isinstance(node, gast.Tuple) or isinstance(built, TupleCall):
            for e, b in zip(node.elts if isinstance(node, gast.Tuple) else built.items, bs):
                if b is not None:
                    self.push(e, self.narrowed(b, None, self.types[e]))
        elif isinstance(self.calls.get(node), UserCall):
            if not isinstance(t, TupleOf):
                what = 'a list that a function returns is taken apart here'
                self.inference.only_by_reference(f'{what}: return a tuple', node)
            self.push_call(node, bs)
        else:
            owner = self.path(node)
            if owner is None:
                self.inference.refuse('srcad cannot take this apart: give it a name first', node)
            if owned and isinstance(node, gast.Name) and type(t) is TupleOf and node.id not in self.state:
                if len(bs) == len(t.items) and node.id not in self.bound.values():
                    self.out.append(assign(self.names.adjoint(node.id), gast.List([b.tree() for b in bs], gast.Load())))
                    self.state[node.id] = 'owned'
                    return
            for k, b in enumerate(bs):
                if b is not None:
                    part = t.items[k] if isinstance(t, TupleOf) else getattr(t, 'item', None)
                    self.gain(Gain(owner[0], b, self.base_type(node), subscript(owner[1], constant(k)), part=part))

    def do_Expr(self, s):
        c = self.calls.get(s.value)
        if isinstance(c, ListAppend):
            return self.append(c)
        if isinstance(c, UserCall):
            self.root = s.value
            self.push_call(s.value, None)
            self.flush()

    def append(self, c):
        """`ys.append(v)`: v receives the last item of the list's adjoint, which goes away."""
        n = c.items.id
        if n not in self.state:
            return
        popped = call(gast.Attribute(name(self.names.adjoint(n)), 'pop', gast.Load()))
        t = self.types[c.value]
        if not t.active:
            self.out.append(gast.Expr(popped))
            return
        self.root = c.value
        single = n[:-1] if n.endswith('s') and len(n) > 1 else 'item'
        temporary = self.temporary('b' + (single if single not in self.locals else 'item'))
        start = len(self.out)
        self.out.append(assign(temporary, popped))
        self.push(c.value, self.narrowed(factor(name(temporary), dims_of(t)), None, t))
        self.flush()
        if len(self.out) == start + 1:
            self.out[start:] = [gast.Expr(popped)]
        else:
            self.pop_where_read(start)

    def pop_where_read(self, start):
        """`b = bys.pop()` is written into the next line, where only that reads b, once, and not bys."""
        if len(self.out) < start + 2 or isinstance(self.out[start + 1], BLOCKS):
            return
        made, reader, *rest = self.out[start:]
        popped, text = made.value, made.targets[0].id
        names = [n.id for n in walk(reader) if type(n) is gast.Name]
        if popped.func.attr != 'pop':  # of an array, which is copied
            return
        several = [n for n in walk(reader) if isinstance(n, (gast.IfExp, gast.BoolOp) + COMPREHENSIONS)]
        if any(type(n) is gast.Name and n.id == text for part in several for n in walk(part)):  # not exactly once
            return
        if names.count(text) == 1 and popped.func.value.id not in names and text not in adjoint_names(rest):
            swap = lambda n: popped if type(n) is gast.Name and n.id == text else None
            self.out[start : start + 2] = [transform(reader, swap)]

    def do_Assign(self, s):
        to, value = s.targets[0], s.value
        self.root = value
        if isinstance(to, gast.Name):
            if to.id in self.groups.views:
                return
            self.assign_name(to.id, value)
        elif isinstance(to, gast.Subscript):
            self.write(to, value, None)
        else:
            self.assign_tuple(to, value)

    def assign_name(self, n, value):
        found = self.consume(n)
        if found is None:
            return self.effects(value)
        b, old = found
        if self.forks(value) and n in names_read(value):
            b = self.set_aside(n, b)
        if dims_of(self.types[value]) is None and dims_of(self.groups.type_of(n)) is not None:
            b = factor(b.over[0][0], None)
        elif isinstance(self.types[value], (Number, Array)):
            b = factor(b.over[0][0], dims_of(self.types[value]))
        self.push(value, self.narrowed(b, self.groups.type_of(n), self.types[value]))
        self.flush((n, old))
        self.replenish(n)

    def forks(self, value):
        """Whether the adjoint of a value has lines of its own, before those by which names receive it."""
        return any(
            isinstance(c, (gast.IfExp, gast.BoolOp) + COMPREHENSIONS)
            or getattr(self.calls.get(c), 'key', None) in (max, min)
            for c in walk(value)
        )

    def set_aside(self, n, b):
        """The adjoint of a name under another, as the name's own is made anew while it is read."""
        b = factor(name(self.temporary('bresult')), b.dims)
        self.out.append(assign(b.over[0][0].id, name(self.names.adjoint(n))))
        return b

    def replenish(self, *names, alike=False):
        """Zeros for an adjoint that was used up, and that the trip before expects; `alike` if all its values are.

        Before the first trip there may be no value that has the shape; what was used up has it then.
        """
        for n in names:
            if n in self.required and n not in self.state:
                b = name(self.names.adjoint(n))
                new = alike and isinstance(self.type_of(n), Array) and not self.surely_exists(n, False)
                self.out.append(assign(b.id, call('np.zeros_like', b)) if new else self.zero(n))
                self.state[n] = 'owned'

    def effects(self, value):
        """The adjoint of a call whose value nobody needs, for what it wrote."""
        for c in walk(value):
            if isinstance(self.calls.get(c), UserCall) and self.calls[c].instance.buffers:
                self.push_call(c, None)
                self.flush()

    def assign_tuple(self, to, value):
        if is_exchange(self.stmt, self.inference.moves):
            return self.permute(to, value)
        t = self.types[value]
        parts = value.elts if isinstance(value, (gast.Tuple, gast.List)) else None
        found = []
        for k, e in reversed(list(enumerate(to.elts))):
            if isinstance(e, gast.Name):
                if e.id in self.groups.views:
                    self.inference.refuse(
                        'srcad differentiates a view that is written to only if it is assigned by itself', e
                    )
                got = self.consume(e.id)
                if got is not None:
                    found.append((k, e, got))
            elif isinstance(e, gast.Subscript):
                part = self.types[parts[k]] if parts is not None else t.items[k] if isinstance(t, TupleOf) else None
                if isinstance(self.types[e], Array) and dims_of(self.types[e]) != dims_of(part):
                    self.inference.refuse(
                        'srcad does not differentiate what fills a part of an array here: write it by itself', e
                    )
                b = self.captured_write(e)
                if b is not None:
                    found.append((k, e, (b, 'owned')))
            else:
                self.inference.refuse('srcad does not differentiate nested targets here: take it apart in two steps', e)
        found.reverse()
        if not found:
            return self.effects(value)
        same = [e.id for _, e, _ in found if isinstance(e, gast.Name)]
        if len(set(same)) < len(same):
            self.inference.refuse('one name is assigned twice here: use two names', to)
        if self.forks(value):
            read = set(same) & names_read(value)
            aside = lambda e, b: self.set_aside(e.id, b) if getattr(e, 'id', None) in read else b
            found = [(k, e, (aside(e, b), old)) for k, e, (b, old) in found]
        if parts is not None:
            for k, e, (b, old) in found:
                self.root = parts[k]
                b = (
                    factor(b.tree(), dims_of(self.types[parts[k]]))
                    if isinstance(self.types[parts[k]], (Number, Array))
                    else b
                )
                self.push(parts[k], self.narrowed(b, None, self.types[parts[k]]))
            self.root = None
        else:
            count = len(to.elts)
            bs = [None] * count
            for k, e, (b, old) in found:
                bs[k] = b
            self.push_parts(value, bs, t, None not in bs and all(old == 'owned' for *_, (_, old) in found))
        self.flush(*[(e.id, old) for _, e, (b, old) in found if isinstance(e, gast.Name)])
        self.replenish(*same)

    def permute(self, to, value):
        """`A, B = B, A`: the adjoints change places the other way."""
        pairs = [(v.id, e.id) for e, v in zip(to.elts, value.elts) if e.id in self.state]
        if not pairs:
            return
        b = self.names.adjoint
        old = {e: self.state.pop(e) for _, e in pairs}
        active = {v.id for v in value.elts if self.types[v].active}
        pairs = [(v, e) for v, e in pairs if v in active]
        self.state.update({v: old[e] for v, e in pairs})
        if len(pairs) == 1:
            self.out.append(assign(b(pairs[0][0]), name(b(pairs[0][1]))))
        elif pairs:
            places = gast.Tuple([target(b(v)) for v, _ in pairs], gast.Store())
            self.out.append(gast.Assign([places], tuple_of([name(b(e)) for _, e in pairs]), None))
        self.replenish(*old)

    def do_AugAssign(self, s):
        to = s.target
        t = self.types[to]
        if isinstance(to, gast.Name) and not isinstance(self.inference.old_types.get(s, t), Array):
            left = gast.Name(to.id, gast.Load(), None, None)
            whole = gast.BinOp(left, s.op, s.value)
            self.types[left], self.types[whole] = self.inference.old_types.get(s, t), t
            self.root = whole
            return self.assign_name(to.id, whole)
        self.write(to, s.value, s.op)

    # Loops over values

    def loop_target(self, node):
        """What the items of the sequence receive from the names that a trip begins with."""
        outer, self.out, self.gains, self.used, self.same = self.out, [], [], set(), {}
        self.point, self.stmt, self.lazy = node, node.stmt, 0
        for e in walk(node.stmt.target):
            if isinstance(e, (gast.Subscript, gast.Attribute)):
                self.inference.refuse(
                    'srcad does not differentiate a loop that counts in a part of something: use a name', e
                )
        index = Index(node)
        consumed = []
        for n in walk(node.stmt.target):
            if isinstance(n, gast.Name) and n.id in self.state and n.id not in self.groups.views:
                b, old = self.consume(n.id)
                consumed.append(n.id)
                if self.types[n].active:
                    b = self.narrowed(
                        factor(b.tree(), dims_of(self.types[n])), self.groups.type_of(n.id), self.types[n]
                    )
                    self.push_item(node.stmt.iter, node.stmt.target, n, b, index)
        self.flush()
        rows = all(isinstance(self.types.get(a), Array) for a in sources(node.stmt.iter))
        self.replenish(*consumed, alike=rows)
        lines, self.out = self.out, outer
        if lines:
            self.out += [self.said(node.stmt), *self.opening(), *lines]


def copied_name(tree):
    """The name that `b` or `b.copy()` hands on."""
    if isinstance(tree, gast.Call) and getattr(tree.func, 'attr', '') == 'copy':
        tree = tree.func.value
    return tree.id if type(tree) is gast.Name else None


def reads_as(to):
    """A target as the expression that reads it."""
    return gast.Subscript(to.value, to.slice, gast.Load())


def target_of(s):
    return s.targets[0] if isinstance(s, gast.Assign) else s.target
