"""Statements backwards: the adjoint of a core, one statement at a time.

`state` says of each name whether its adjoint exists at this place, and whether
the array behind it is the adjoint's own ('owned'), so that it may be changed
in place, or also has another name ('shared').
"""
import gast

from srcad.algebra import ONE, Term, combined, factor, key, negative, total
from srcad.analysis.flow import assigned, names_read
from srcad.analysis.infer import ListAppend, UserCall, base_name
from srcad.analysis.liveness import is_exchange
from srcad.analysis.types import NONE, Anything, Array, Dim, Known, ListOf, Number, TupleOf, dims_of
from srcad.core import Branch, Dead, End, Leaf, Loop, nodes
from srcad.past import Each, For, If, Index, Past, adjoint_names
from srcad.printer import Comment, comment
from srcad.pullback import Gain, Pullback
from srcad.shapes import subscript
from srcad.tree import COMPREHENSIONS, assign, call, constant, name, target, transform, tuple_of, walk


class Reverse(Pullback):
    def __init__(self, instance, core, flow, names, groups):
        self.instance, self.inference, self.core, self.flow, self.names = instance, instance.inference, core, flow, names
        self.types, self.calls, self.locals = dict(self.inference.types), self.inference.calls, self.inference.locals | set(instance.params)
        self.tree_of_function, self.groups = instance.tree, groups
        self.changing = groups.changing
        self.hoisted, self.hoists_at, self.saved = {}, {}, {}
        self.bound, self.lazy, self.used, self.same, self.required = {}, 0, set(), {}, set()
        self.state, self.out, self.gains, self.wanted, self.views_bound = {}, [], [], set(), set()
        self.stmt = self.root = self.arg = self.point = None
        self.in_write, self.written_key, self.sinks = False, None, {}
        self.comprehended = {n for c in walk(instance.tree) if isinstance(c, COMPREHENSIONS) for n in walk(c)}

    def run(self):
        """The adjoint's lines; `state` then says which adjoints exist at the end."""
        self.start()
        self.block(self.core)
        return self.out

    def start(self):
        """What the adjoint is handed: the adjoint of the value, and the buffers of arrays that were written."""
        inst = self.instance
        self.state = {p: 'owned' for p in inst.buffers}
        returns = self.inference.returns
        named = {getattr(r.value, 'id', None) for r in returns}
        self.values = []
        result = inst.result
        if isinstance(result, TupleOf):
            parts = [getattr(r.value, 'elts', None) for r in returns]
            for k, t in enumerate(result.items):
                word = ORDINALS[k] if k < len(ORDINALS) else f'item_{k}'
                self.values.append(self.names.fresh(self.names.letter + word) if t.active else None)
        elif result.active:
            only = named.pop() if len(named) == 1 else None
            simple = isinstance(result, (Number, Array)) and only in self.locals and only not in self.groups.views and only not in inst.buffers
            self.values = [self.names.adjoint(only) if simple else self.names.fresh(self.names.letter + 'value')]

    def finish(self):
        """Zeros for what does not matter."""
        self.point = self.core[0]
        for p in self.instance.outs:
            if p not in self.state:
                self.out.append(self.zero(p))

    # Blocks

    def block(self, block):
        born = self.births(block)
        bound = set(self.views_bound)
        for k in reversed(range(len(block))):
            self.one(block[k], [n for n in self.in_order(self.groups.views_of(block[:k + 1])) if n not in self.views_bound])
        self.views_bound = bound
        self.unborn(born)

    def one(self, node, views):
        """The adjoint of a node, with the views it uses bound before it."""
        snapshot = dict(self.state), len(self.out)
        self.node(node)
        used = adjoint_names(self.out[snapshot[1]:])
        needed = [v for v in views if self.names.adjoint(v) in used]
        if needed:
            self.state, self.out[snapshot[1]:] = snapshot[0], []
            for v in views:  # a view of a view stands after what it views
                if v in needed or any(v in self.groups.bases(w) for w in needed):
                    self.bind_view(v)
            self.node(node)

    def bind_view(self, view):
        node, value = self.groups.views[view]
        self.point = node
        owner = self.groups.owner(view)
        self.ensure(owner, self.groups.type_of(owner))
        if isinstance(node, Loop):
            tree = gast.Subscript(self.adjoint_place(self.path(value)[1], self.path(value)[0]), Index(node), gast.Load())
            self.out.append(assign(self.names.adjoint(view), tree))
        else:
            base, chain = self.path(value)
            self.out += [comment(self.instance.source.statement_text(node.stmt)),
                         assign(self.names.adjoint(view), self.adjoint_place(chain, base))]
        self.views_bound.add(view)

    def adjoint_place(self, chain, base):
        """A path with the adjoint's name in the place of the array's."""
        return transform(chain, lambda n: name(self.names.adjoint(base)) if isinstance(n, gast.Name) and n.id == base
                         and not isinstance(n, (Past, Index)) else None)

    def births(self, block):
        """Lists that grow get their adjoints at the end of the block they are made in, in their final length."""
        born = []
        for node in block:
            for n in self.groups.grown.get(node, ()):
                if n not in self.state:
                    self.point = block[-1]
                    t = self.groups.type_of(n)
                    line = assign(self.names.adjoint(n), self.zeros(n, t, after=True))
                    self.out.append(line)
                    self.state[n] = 'owned'
                    born.append((n, line, len(self.out)))
        return born

    def unborn(self, born):
        """Drop the adjoints of lists that nobody read."""
        for n, line, start in born:
            k = next(i for i, l in enumerate(self.out) if l is line)
            rest = self.out[k + 1:]
            mine = self.names.adjoint(n)
            if not any(mine in adjoint_names([l]) and not is_bare_pop(l, mine) for l in flat(rest)):
                self.out[k:] = without_pops(rest, mine)

    def node(self, node):
        if isinstance(node, Leaf):
            self.leaf(node)
        elif isinstance(node, Branch):
            self.branch(node)
        elif isinstance(node, Loop):
            self.loop(node)

    def branch(self, node):
        before, outer = dict(self.state), self.out
        self.before_branch, sides = before, []
        for block in (node.body, node.orelse):
            self.state, self.out = dict(before), []
            self.block(block)
            dead = bool(block) and isinstance(block[-1], Dead) and node.stmt is not None
            sides.append((self.out, None if dead else self.state))
        self.out, self.before_branch = outer, before
        for block, (lines, state) in zip((node.body, node.orelse), sides):
            if block and isinstance(block[-1], Leaf) and isinstance(block[-1].stmt, gast.Return) and not lines:
                lines.append(comment(self.instance.source.statement_text(block[-1].stmt)))
        body, orelse = self.merge(*sides, node)
        body, orelse = (l if any(not is_comment(x) for x in l) else [] for l in (body, orelse))
        if body or orelse:
            self.out.append(If(node, None, body, orelse))

    def merge(self, one, other, point):
        """The lines of two sides, with zeros where only the other side made an adjoint."""
        (body, a), (orelse, b) = one, other
        if a is None or b is None:
            self.state = b if a is None else a
            return body, orelse
        self.point = point
        for lines, others, mine, theirs in ((body, orelse, a, b), (orelse, body, b, a)):
            for n in self.in_order(set(theirs) - set(mine)):
                made = self.made_as_zeros(n, others)
                if made is not None:
                    others.remove(made)
                    self.out.append(self.zero(n))
                else:
                    lines.append(self.zero(n))
        both = [n for n in self.in_order(set(a) & set(b) - set(self.before_branch)) if self.made_as_zeros(n, body) and self.made_as_zeros(n, orelse)]
        for n in both:
            body.remove(self.made_as_zeros(n, body))
            orelse.remove(self.made_as_zeros(n, orelse))
            self.out.append(self.zero(n))
        self.state = {n: 'owned' if a.get(n, 'owned') == b.get(n, 'owned') == 'owned' else 'shared' for n in {**a, **b}}
        return body, orelse

    def made_as_zeros(self, n, lines):
        """The line of a block that makes an adjoint as zeros, if its first mention is that."""
        b = self.names.adjoint(n)
        for line in lines:
            if b in adjoint_names([line]):
                zeros = isinstance(line, gast.Assign) and isinstance(line.targets[0], gast.Name) and line.targets[0].id == b and \
                    not isinstance(self.type_of(n), Number) and key(shapeless(line.value)) == key(shapeless(self.zero(n).value))
                return line if zeros else None
        return None

    def in_order(self, names):
        return sorted(names, key=lambda n: (self.groups.position.get(n, 10 ** 6), n))

    def loop(self, node):
        collected = self.collects(node)
        if collected and self.collect_items(node, collected):
            return

        def trip():
            self.block(node.body)
            if isinstance(node.stmt, gast.For):
                self.loop_target(node)
        lines = self.repeat(trip, node)
        if lines:
            self.out.append(For(node, lines))

    def collects(self, node):
        """The list of which a loop reads every item once, and nothing has read another yet; its adjoint is made item by item."""
        s = node.stmt
        if not isinstance(s, gast.For) or not isinstance(s.target, gast.Name) or not isinstance(s.iter, gast.Name) or node.level is not None:
            return None
        n, t = s.iter.id, self.types[s.iter]
        early = any(isinstance(e, (gast.Break, gast.Return)) for m in nodes(node.body) if isinstance(m, End) for e in m.stmts)
        fits = isinstance(t, ListOf) and t.active and isinstance(self.types[s.target], (Number, Array)) and n in self.locals
        return n if fits and not early and n not in self.state and n not in self.groups.changing else None

    def collect_items(self, node, n):
        """A loop whose trips append what the items of a list receive; False if they receive nothing, or more than that."""
        before, length = dict(self.state), len(self.out)
        b, c = self.names.adjoint(n), node.stmt.target.id

        def trip():
            self.block(node.body)
            got = self.consume(c)
            if got is not None:
                item = name(self.names.adjoint(c))
                item = item if got[1] == 'owned' else call(gast.Attribute(item, 'copy', gast.Load()))
                header = self.instance.source.statement_text(node.stmt).rstrip(':')
                self.out += [comment(header), gast.Expr(call(gast.Attribute(name(b), 'append', gast.Load()), item))]
                self.replenish(c)
        lines = self.repeat(trip, node)
        appends = [l for l in lines if isinstance(l, gast.Expr) and isinstance(l.value, gast.Call) and b in adjoint_names([l])]
        if len(appends) != 1 or b in adjoint_names([l for l in lines if l is not appends[0]]):
            self.state, self.out[length:] = before, []
            return False
        self.out += [assign(b, gast.List([], gast.Load())), For(node, lines, collects=True),
                     gast.Expr(call(gast.Attribute(name(b), 'reverse', gast.Load())))]
        self.state[n] = 'owned'
        return True

    def repeat(self, trip, point):
        """The lines of a trip, made until what exists at its start exists at its end; and what must exist before it."""
        entry, outer = dict(self.state), self.out
        head, required, wanted_before = dict(entry), self.required, self.wanted
        while True:
            self.state, self.out, self.wanted = dict(head), [], set()
            self.required = required | set(head)
            trip()
            lines, end = self.out, self.state
            new = dict(head)
            for n, s in end.items():
                new[n] = s if n not in head or s == 'shared' and n not in self.wanted else new[n]
            for n in self.wanted & set(head):
                new[n] = 'owned'
            new.update({n: 'owned' for n in new if n not in entry and new[n] == 'shared' and n in self.wanted})
            if new == head:
                break
            head = new
        self.out, self.required, self.wanted = outer, required, wanted_before | self.wanted
        if not lines and head == entry:
            self.state = entry
            return []
        self.point = point
        for n in self.in_order(set(head) - set(end)):
            lines.append(self.zero(n))
        for n in self.in_order(set(head) - set(entry)):
            self.out.append(self.zero(n, after=isinstance(point, Loop)))
        for n in self.in_order(n for n in entry if entry[n] == 'shared' and head[n] == 'owned'):
            self.out.append(self.own(n))
        self.state = head
        return lines

    def own(self, n):
        b = self.names.adjoint(n)
        return assign(b, call(gast.Attribute(name(b), 'copy', gast.Load())))

    def zero(self, n, after=False):
        return assign(self.names.adjoint(n), self.zeros(n, self.type_of(n), after))

    def type_of(self, n):
        return self.bound_types.get(n) or self.groups.type_of(n)

    @property
    def bound_types(self):
        return {v: self.types[m] for c in self.comprehended for m in [c] if isinstance(c, gast.Name) and c.id in self.bound
                for v in [self.bound[c.id]] if m in self.types}

    def zeros(self, n, t, after=False):
        """Zeros in the shape of the variable `n`."""
        if isinstance(t, Number):
            return constant(0.0)
        shape = name(n) if n in self.bound.values() else Past(n, self.point, after, type=t, shape=True)
        if isinstance(t, ListOf) and isinstance(t.item, Number):
            return gast.BinOp(gast.List([constant(0.0)], gast.Load()), gast.Mult(), call('len', shape))
        return call('np.zeros_like' if isinstance(t, Array) else 'zeros_like', shape)

    # Statements

    def leaf(self, node):
        outer, self.out, self.gains, self.used, self.same = self.out, [], [], set(), {}
        self.point, self.stmt, self.lazy, self.in_write, self.written_key = node, node.stmt, 0, False, None
        self.facts(node.stmt)
        handler = getattr(self, 'do_' + type(node.stmt).__name__, None)
        if handler:
            handler(node.stmt)
        lines, self.out = self.out, outer
        if lines:
            self.out += [comment(self.instance.source.statement_text(node.stmt)), *lines]

    def facts(self, stmt):
        """Sizes that must be equal because the statement ran."""
        for n in walk(stmt):
            if isinstance(n, gast.BinOp) and not isinstance(n.op, gast.MatMult):
                self.equate(self.types.get(n.left), self.types.get(n.right))
        if isinstance(stmt, (gast.Assign, gast.AugAssign)):
            to = stmt.targets[0] if isinstance(stmt, gast.Assign) else stmt.target
            if isinstance(to, gast.Subscript) or isinstance(stmt, gast.AugAssign):
                self.equate(self.types.get(to), self.types.get(stmt.value))

    def equate(self, a, b):
        if isinstance(a, Array) and isinstance(b, Array):
            for x, y in zip(reversed(a.dims), reversed(b.dims)):
                x, y = self.canon(x), self.canon(y)
                if x == y:
                    continue
                if isinstance(x, Dim) and (isinstance(y, int) and y != 1 or isinstance(y, Dim) and y.many):
                    if x.many or isinstance(self.stmt, (gast.Assign, gast.AugAssign)) and a is self.types.get(target_of(self.stmt)):
                        self.same[x] = y
                elif isinstance(y, Dim) and y.many and x != 1:
                    self.same[y] = x

    def consume(self, n):
        """The adjoint of a name that is assigned here, used up; None if there is none."""
        old = self.state.pop(n, None)
        return None if old is None else (factor(name(self.names.adjoint(n)), dims_of(self.groups.type_of(n))), old)

    def do_Return(self, s):
        if s.value is None or isinstance(s.value, gast.Constant):
            return
        self.root = s.value
        t = self.types[s.value]
        if isinstance(self.instance.result, TupleOf):
            bs = [factor(name(v), dims_of(i)) if v else None for v, i in zip(self.values, self.instance.result.items)]
            self.push_parts(s.value, bs, t)
        elif self.values:
            self.push(s.value, factor(name(self.values[0]), dims_of(t)))
        self.flush()

    def push_parts(self, node, bs, t):
        """The adjoints of a tuple's items, each to its own."""
        if isinstance(node, gast.Tuple):
            for e, b in zip(node.elts, bs):
                if b is not None:
                    self.push(e, b)
        elif isinstance(self.calls.get(node), UserCall):
            self.push_call(node, bs)
        else:
            owner = self.path(node)
            if owner is None:
                self.inference.refuse('srcad cannot take this apart: give it a name first', node)
            for k, b in enumerate(bs):
                if b is not None:
                    part = t.items[k] if isinstance(t, TupleOf) else None
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
        b = self.names.letter + single
        clash = single in self.locals
        temporary = self.temporary('b' + (single if not clash else 'item'))
        start = len(self.out)
        self.out.append(assign(temporary, popped))
        self.push(c.value, factor(name(temporary), dims_of(t)))
        self.flush()
        if len(self.out) == start + 1:
            self.out[start:] = [gast.Expr(popped)]

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
        if any(isinstance(c, (gast.IfExp, gast.BoolOp) + COMPREHENSIONS) or
               getattr(self.calls.get(c), 'key', None) in (max, min) for c in walk(value)) \
                and n in names_read(value):
            b = factor(name(self.temporary('bresult')), b.dims)
            self.out.append(assign(b.over[0][0].id, name(self.names.adjoint(n))))
        if dims_of(self.types[value]) is None and dims_of(self.groups.type_of(n)) is not None:
            b = factor(b.over[0][0], None)
        elif isinstance(self.types[value], (Number, Array)):
            b = factor(b.over[0][0], dims_of(self.types[value]))
        self.push(value, b)
        self.flush((n, old))
        self.replenish(n)

    def replenish(self, *names):
        """Zeros for an adjoint that was used up, and that the trip before expects."""
        for n in names:
            if n in self.required and n not in self.state:
                self.out.append(self.zero(n))
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
                    self.inference.refuse('srcad differentiates a view that is written to only if it is assigned by itself', e)
                got = self.consume(e.id)
                if got is not None:
                    found.append((k, e, got))
            elif isinstance(e, gast.Subscript):
                b = self.captured_write(e)
                if b is not None:
                    found.append((k, e, (b, 'owned')))
            else:
                self.inference.refuse('srcad does not differentiate nested targets yet: take it apart in two steps', e)
        found.reverse()
        if not found:
            return self.effects(value)
        same = [e.id for _, e, _ in found if isinstance(e, gast.Name)]
        if len(set(same)) < len(same):
            self.inference.refuse('one name is assigned twice here', to)
        if any(isinstance(c, (gast.IfExp, gast.BoolOp) + COMPREHENSIONS) for c in walk(value)) and set(same) & names_read(value):
            self.inference.refuse('srcad wants this choice in a statement of its own', value)
        if parts is not None:
            for k, e, (b, old) in found:
                self.root = parts[k]
                b = factor(b.tree(), dims_of(self.types[parts[k]])) if isinstance(self.types[parts[k]], (Number, Array)) else b
                self.push(parts[k], b)
            self.root = None
        else:
            count = len(to.elts)
            bs = [None] * count
            for k, e, (b, old) in found:
                bs[k] = b
            self.push_parts(value, bs, t)
        self.flush(*[(e.id, old) for _, e, (b, old) in found if isinstance(e, gast.Name)])
        self.replenish(*same)

    def permute(self, to, value):
        """`A, B = B, A`: the adjoints change places the other way."""
        pairs = [(v.id, e.id) for e, v in zip(to.elts, value.elts) if e.id in self.state]
        if not pairs:
            return
        b = self.names.adjoint
        old = {e: self.state.pop(e) for _, e in pairs}
        self.state.update({v: old[e] for v, e in pairs})
        places, values = [target(b(v)) for v, _ in pairs], [name(b(e)) for _, e in pairs]
        self.out.append(gast.Assign([gast.Tuple(places, gast.Store())], tuple_of(values), None) if len(pairs) > 1 else
                        assign(places[0], values[0]))
        self.replenish(*(e for _, e in pairs))

    def captured_write(self, to):
        """For one write of several: its adjoint under a name, and zero in its place."""
        owner = self.path(to.value)
        if owner is None or not self.present(owner[0]):
            return None
        if self.inference.is_gather(to):
            self.inference.refuse('srcad wants this write in a statement of its own', to)
        self.ensure(self.groups.owner(owner[0]), self.groups.type_of(self.groups.owner(owner[0])))
        place = self.adjoint_place(gast.Subscript(owner[1], self.tree(to.slice), gast.Load()), owner[0])
        t = self.types[to]
        temporary = self.temporary('bwritten')
        self.out.append(assign(temporary, place if isinstance(t, Number) else call(gast.Attribute(place, 'copy', gast.Load()))))
        self.out.append(assign(place, constant(0.0 if isinstance(t, Number) else 0)))
        return factor(name(temporary), dims_of(t))

    def present(self, n):
        return self.groups.owner(n) in self.state

    def do_AugAssign(self, s):
        to = s.target
        t = self.types[to]
        if isinstance(to, gast.Name) and not isinstance(t, Array):
            left = gast.Name(to.id, gast.Load(), None, None)
            whole = gast.BinOp(left, s.op, s.value)
            self.types[left], self.types[whole] = self.inference.old_types.get(s, t), t
            self.root = whole
            return self.assign_name(to.id, whole)
        self.write(to, s.value, s.op)

    def write(self, to, value, op):
        """`A[r] = e`, `A[r] += e`, `x += e`: the adjoint of what was there ends here, that of `e` begins."""
        if isinstance(to, gast.Name):
            base, place = to.id, name(to.id)
        else:
            owner = self.path(to.value)
            if owner is None:
                self.inference.refuse('srcad cannot follow this write: give the array a name first', to)
            base = owner[0]
        if not self.present(base):
            return self.effects(value)
        mine, self.in_write = self.groups.owner(base), True
        if not isinstance(to, gast.Name):
            place = gast.Subscript(owner[1], self.tree(to.slice), gast.Load())
        self.ensure(mine, self.groups.type_of(mine))
        there = self.adjoint_place(place, base)
        t = self.types[to]
        b = factor(there, dims_of(t))
        given, self.written_key = b, key(there)
        if isinstance(to, gast.Subscript) and self.inference.is_gather(to) and self.may_meet_twice(to):
            given = self.named(factor(call('stayed', there.value, there.slice), dims_of(t)), 'bwritten')
        same = self.push_write(to, value, op, b, given, t)
        group = self.groups.group(mine)
        mates = [g for g in self.gains if self.groups.group(g.base) == group]
        self.gains = [g for g in self.gains if self.groups.group(g.base) != group]
        here = key(there)
        same += [g.term for g in mates if g.place is not None and not g.scatter and key(self.adjoint_place(g.place, g.base)) == here]
        rest = [g for g in mates if g.place is None or g.scatter or key(self.adjoint_place(g.place, g.base)) != here]
        same = combined(same) if same else []
        same = [x for x in same if x.coef != 0]
        identity = [x for x in same if x.key() == b.key()]
        same = [x for x in same if x.key() != b.key()] + [Term(x.coef - 1, x.over, x.under) for x in identity if x.coef != 1]
        lines = len(rest) + bool(same or not identity)
        if lines > 1 and any(reads(x, self.mate_names(group)) for x in [*same, *(g.term for g in rest)]):
            temporary = self.temporary('bwritten')
            copy = there if isinstance(t, Number) else call(gast.Attribute(there, 'copy', gast.Load()))
            self.out.append(assign(temporary, copy))
            swap = lambda x: replaced(x, here, name(temporary))
            same, rest = [swap(x) for x in same], [Gain(g.base, swap(g.term), g.type, g.place, g.scatter, g.part) for g in rest]
        self.flush()
        self.settle(there, same, bool(identity), t, base)
        self.gains = rest
        self.flush()
        self.in_write = False

    def apart(self, tree, t):
        """In a write, what stands for the written part of an adjoint is copied: that part changes next."""
        if self.in_write and not isinstance(t, Number) and not is_fresh(tree):
            return call('copied', tree) if t is None else call(gast.Attribute(tree, 'copy', gast.Load()))
        return tree

    def mate_names(self, group):
        return {self.names.adjoint(n) for n in self.groups.members(group)}

    def push_write(self, to, value, op, b, given, t):
        """Push the value of a write; the terms that go straight back to the place that was written."""
        if op is None:
            self.root = value
            self.types.setdefault(to, t)
            self.arg = value
            if self.types[value].active:
                self.push(value, self.fit(given, to, value))
            return []
        left = gast.Name('', gast.Load(), None, None) if isinstance(to, gast.Name) else None
        read = gast.BinOp(to, op, value)
        self.types[read] = t
        self.root = read
        rule, args, _ = self.operands(read)
        same = []
        if 'x' in rule.formulas:
            self.arg = to
            same.append(self.contribution(read, rule, args, 'x', b))
        if 'y' in rule.formulas and self.types[value].active:
            self.arg = value
            linking = isinstance(op, (gast.Mult, gast.Div))
            self.push(value, self.contribution(read, rule, args, 'y', given), chain=linking and b.dims == ())
        return same

    def settle(self, there, same, identity, t, base):
        """The line that gives the written place its new adjoint."""
        if identity:
            if same:
                self.out.append(augmented(there, same))
            return
        if not same:
            if self.later.is_first_write(self.point, base):
                return
            zero = there if isinstance(there, gast.Subscript) else gast.Subscript(there, gast.Constant(..., None), gast.Load())
            self.out.append(assign(stored(zero), constant(0.0 if isinstance(t, Number) else 0)))
            return
        first = same[0]
        if len(same) == 1 and first.over and key(first.over[0][0]) == key(there) or \
                len(same) == 1 and any(key(f) == key(there) for f, _ in first.over):
            over = list(first.over)
            k = next(i for i, (f, _) in enumerate(over) if key(f) == key(there))
            del over[k]
            times = Term(first.coef, tuple(over), first.under)
            if over or first.coef != 1 or not first.under:
                if not over and first.under and first.coef == 1:
                    pass
                elif first.under and not over and first.coef == 1:
                    pass
                else:
                    self.out.append(gast.AugAssign(stored(there), gast.Mult(), times.tree()))
                    return
            self.out.append(gast.AugAssign(stored(there), gast.Div(), Term(1, first.under).tree()))
            return
        if isinstance(there, gast.Name):
            there = gast.Subscript(there, gast.Constant(..., None), gast.Load())
        self.out.append(assign(stored(there), total(same)))

    # Loops over values

    def loop_target(self, node):
        """What the items of the sequence receive from the names that a trip begins with."""
        outer, self.out, self.gains, self.used, self.same = self.out, [], [], set(), {}
        self.point, self.stmt, self.lazy = node, node.stmt, 0
        index = Index(node)
        consumed = []
        for n in walk(node.stmt.target):
            if isinstance(n, gast.Name) and n.id in self.state and n.id not in self.groups.views:
                b, old = self.consume(n.id)
                consumed.append(n.id)
                if self.types[n].active:
                    self.push_item(node.stmt.iter, node.stmt.target, n, factor(b.tree(), dims_of(self.types[n])), index)
        self.flush()
        self.replenish(*consumed)
        lines, self.out = self.out, outer
        if lines:
            header = self.instance.source.statement_text(node.stmt).rstrip(':')
            self.out += [comment(header), *lines]

    # Calls of functions that are differentiated too

    def saved_name(self, node):
        if node not in self.saved:
            inst = self.calls[node].instance
            several = sum(isinstance(c, UserCall) and c.instance is inst for c in self.calls.values()) > 1
            named = node is self.root and isinstance(self.stmt, gast.Assign) and isinstance(self.stmt.targets[0], gast.Name)
            self.saved[node] = self.names.fresh(f'{self.stmt.targets[0].id if several and named else inst.name}_saved')
            self.hoists_at.setdefault(self.point, []).append(node)
        return self.saved[node]

    def push_call(self, node, b):
        c = self.calls[node]
        inst = c.instance
        if self.lazy:
            self.inference.refuse(f'srcad wants the call of {inst.name} in a statement of its own', node)
        if b is None and not any(self.present(base_name(a)) for p, a in zip(inst.params, c.args) if p in inst.buffers):
            return
        args = [gast.Starred(Past(self.saved_name(node), self.point, True), gast.Load())]
        args += [v for v in self.value_adjoints(node, inst, b)]
        for p, a in zip(inst.params, c.args):
            if p in inst.buffers:
                base, chain = self.path(a) or (None, None)
                if base is None:
                    self.inference.refuse(f'{inst.name} writes into its argument {p}: give the array a name first', a)
                owner = self.groups.owner(base)
                self.ensure(owner, self.groups.type_of(owner))
                args.append(self.adjoint_place(chain, base))
        called = gast.Call(name(inst.adjoint_name), args, [])
        outs = [(p, a) for p, a in zip(inst.params, c.args) if p in inst.outs]
        if not outs:
            self.out.append(gast.Expr(called))
        elif len(outs) == 1:
            p, a = outs[0]
            simple = isinstance(a, gast.Name) or self.live_names(a) <= 1
            term = factor(called, dims_of(self.types[a]))
            alone = node is self.root and isinstance(a, gast.Name) and isinstance(self.stmt, (gast.Expr, gast.Assign))
            if inst.buffers and not alone or not simple:
                term = self.named(term, f'b{p}')
            self.push(a, term)
        else:
            places = [self.unused(f'{inst.name}_{self.names.letter}{p}') for p, _ in outs]
            self.out.append(gast.Assign([gast.Tuple([target(t) for t in places], gast.Store())], called, None))
            for t, (p, a) in zip(places, outs):
                self.push(a, factor(name(t), dims_of(self.types[a])))

    def value_adjoints(self, node, inst, b):
        """The adjoint of a call's value as arguments: one, or one for each active item of a tuple."""
        result = inst.result
        if isinstance(result, TupleOf):
            bs = b if isinstance(b, list) else [None] * len(result.items) if b is None else \
                [factor(subscript(b.tree(), constant(k)), dims_of(t)) for k, t in enumerate(result.items)]
            mine = self.types[node].items if isinstance(self.types[node], TupleOf) else result.items
            return [self.item_adjoint(node, k, t, bb) for k, (t, bb) in enumerate(zip(mine, bs)) if result.items[k].active]
        if not result.active:
            return []
        if b is None:
            return [constant(0.0)] if isinstance(result, Number) else [call('zeros_like', self.hoisted_value(node, None).tree())]
        return [self.apart(self.full(b, node).tree(), result)]

    def item_adjoint(self, node, k, t, b):
        if b is not None:
            return b.tree()
        if isinstance(t, Number):
            return constant(0.0)
        to = self.stmt.targets[0].elts[k] if isinstance(self.stmt, gast.Assign) and isinstance(self.stmt.targets[0], gast.Tuple) else None
        if not isinstance(to, gast.Name):
            self.inference.refuse('srcad wants the items of this call as names', node)
        return call('zeros_like', Past(to.id, self.point, True, type=t))

    # What names receive

    def gain(self, g):
        self.gains.append(g)

    def ensure(self, n, t):
        """Make the adjoint of an array or a list exist, as the adjoint's own."""
        if n not in self.state:
            self.out.append(assign(self.names.adjoint(n), self.zeros(n, t)))
            self.state[n] = 'owned'
        elif self.state[n] == 'shared' and isinstance(t, (Array, Anything)):
            self.wanted.add(n)
            self.out.append(self.own(n))
            self.state[n] = 'owned'

    def flush(self, *consumed):
        """Write the lines by which names receive what the statement gives them."""
        gains, self.gains = self.gains, []
        entries = {}
        for g in gains:
            place = g.place
            if place is None and g.base in self.groups.views:
                place = name(g.base)
            kind = 'all' if g.scatter == 'all' else 'scatter' if g.scatter else None
            k = (g.base, key(place) if place is not None else None, kind)
            entries.setdefault(k, Entry(g.base, place, g.scatter, g.type, g.part)).terms.append(g.term)
        entries = list(entries.values())
        for e in entries:
            e.terms = e.terms if e.structured else combined(e.terms)
        for n, old in consumed:
            self.identity(n, old, entries)
        entries = [e for e in entries if e.terms]
        self.direct(entries)
        for n, _ in consumed:
            b = self.names.adjoint(n)
            if n not in self.state and any(e.base == n and e.place is not None for e in entries) and \
                    any(b in tree_names(t) for e in entries for t in e.terms):
                temporary = self.temporary('bresult')
                self.out.append(assign(temporary, name(b)))
                for e in entries:
                    e.terms = [renamed(t, b, temporary) for t in e.terms]
        while entries:
            e = self.next_entry(entries, dict(consumed))
            entries.remove(e)
            self.emit(e, dict(consumed))

    def identity(self, n, old, entries):
        """`y = y + ...`: the adjoint of y stays as it is."""
        b = self.names.adjoint(n)
        for e in entries:
            if e.base == n and e.place is None:
                same = [t for t in e.terms if t.is_name and t.over[0][0].id == b and not isinstance(t.over[0][0], Past)]
                if same and same[0].coef == 1 and n not in self.state:
                    e.terms.remove(same[0])
                    self.state[n] = old

    def direct(self, entries):
        """What a call's adjoint hands back for a name alone is assigned to that name at once."""
        for line in self.out:
            if not (isinstance(line, gast.Assign) and isinstance(line.targets[0], gast.Tuple)):
                continue
            for t in line.targets[0].elts:
                uses = [e for e in entries if any(t.id in tree_names(x) for x in e.terms)]
                if len(uses) == 1 and len(uses[0].terms) == 1 and uses[0].place is None and uses[0].base not in self.state:
                    term, e = uses[0].terms[0], uses[0]
                    b = self.names.adjoint(e.base)
                    if term.is_name and term.coef == 1 and b not in {x.id for x in line.targets[0].elts} \
                            and b not in adjoint_names(self.out[self.out.index(line) + 1:]) \
                            and not any(b in tree_names(x) for f in entries if f is not e for x in f.terms) \
                            and b not in self.values:
                        t.id = b
                        self.state[e.base] = 'shared' if isinstance(e.type, (Array, Anything)) else 'owned'
                        e.terms = []
        entries[:] = [e for e in entries if e.terms]

    def next_entry(self, entries, consumed):
        """The first entry whose adjoint no other entry still reads; in a circle, one is set aside first."""
        for e in sorted(entries, key=lambda e: e.base in consumed and e.place is None):
            b = self.names.adjoint(e.base)
            if not any(b in tree_names(t) for f in entries if f is not e for t in f.terms):
                return e
        e = entries[0]
        b = self.names.adjoint(e.base)
        temporary = self.temporary('bwas')
        copy = name(b) if isinstance(e.type, Number) else call(gast.Attribute(name(b), 'copy', gast.Load()))
        self.out.append(assign(temporary, copy))
        for f in entries:
            if f is not e:
                f.terms = [renamed(t, b, temporary) for t in f.terms]
        return e

    def emit(self, e, consumed):
        b = self.names.adjoint(e.base)
        if e.place is not None:
            return self.emit_place(e)
        if e.base not in self.state:
            return self.first(e, b, consumed)
        if isinstance(e.type, (ListOf, TupleOf)):
            self.out += [gast.Expr(call('add_to', name(b), t.tree())) for t in e.terms]
        elif isinstance(e.type, Number) or isinstance(e.type, Array) and self.state[e.base] == 'owned':
            self.out.append(augmented(name(b), e.terms))
        else:
            self.wanted.add(e.base)
            self.out.append(assign(b, total([factor(name(b)), *e.terms])))
            self.state[e.base] = 'owned'

    def emit_place(self, e):
        owner = self.groups.owner(e.base)
        self.ensure(owner, self.groups.type_of(owner) if owner != e.base else e.type)
        if e.structured:
            self.out += [gast.Expr(call('add_to', self.adjoint_place(e.place, e.base), t.tree())) for t in e.terms]
        elif e.scatter:
            array, index = e.scatter
            self.out.append(gast.Expr(call('np.add.at', self.adjoint_place(array, e.base), index, total(e.terms))))
        else:
            self.out.append(augmented(self.adjoint_place(e.place, e.base), e.terms))

    def first(self, e, b, consumed):
        """The first contribution to an adjoint is assigned."""
        want = dims_of(e.type)
        have = () 
        for t in e.terms:
            have = None if have is None or t.dims is None else have if len(have) >= len(t.dims) and have else t.dims
        sizes = [self.term_sizes(t) for t in e.terms]
        if isinstance(e.type, (ListOf, TupleOf)):
            first, *rest = e.terms
            self.out.append(assign(b, first.tree()))
            self.out += [gast.Expr(call('add_to', name(b), t.tree())) for t in rest]
            self.state[e.base] = 'owned'
            return
        if isinstance(e.type, Array) and self.sizes(e.type) not in sizes:
            if all(s == () for s in sizes):
                tree = call('np.full_like', self.shape_of(e), total(e.terms))
            elif want is not None and None not in sizes:
                tree = gast.BinOp(call('np.zeros_like', self.shape_of(e)), gast.Add(), total(e.terms))
            else:
                tree = call('expanded', total(e.terms), self.shape_of(e))
            self.out.append(assign(b, tree))
            self.state[e.base] = 'owned' if not isinstance(tree, gast.Call) or tree.func.__class__ is gast.Attribute else 'shared'
            return
        tree = total(e.terms)
        if isinstance(tree, gast.Name) and tree.id == b and not isinstance(tree, Past):
            self.state[e.base] = 'shared' if isinstance(e.type, Array) else 'owned'
            return
        tree = self.apart(tree, e.type)
        self.out.append(assign(b, tree))
        moved = len(e.terms) == 1 and e.terms[0].is_name and e.terms[0].coef == 1 and \
            any(self.names.adjoint(n) == e.terms[0].over[0][0].id and old == 'owned' and n not in self.state
                for n, old in consumed.items()) and not any(e.terms[0].over[0][0].id in adjoint_names([l]) for l in self.out[:-1])
        self.state[e.base] = 'owned' if isinstance(e.type, Number) or is_fresh(tree) or moved else 'shared'

    def shape_of(self, e):
        if e.base in self.bound.values():
            return name(e.base)
        return Past(e.base, self.point, type=e.type, shape=True)


ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']


def shapeless(tree):
    """A tree with the places forgotten at which arrays are asked for their shapes."""
    return transform(tree, lambda n: name(n.id) if isinstance(n, Past) and n.shape else None)


def is_comment(line):
    return isinstance(line, gast.Expr) and isinstance(getattr(line.value, 'value', None), Comment)


class Entry:
    """All that one name, or one place of it, receives from a statement."""

    def __init__(self, base, place, scatter, type, part):
        self.base, self.place, self.scatter, self.type, self.part, self.terms = base, place, scatter, type, part, []
        self.structured = scatter == 'all' or isinstance(part if place is not None else type, (ListOf, TupleOf))


def augmented(place, terms):
    """`place += terms`; a single negative term is subtracted."""
    if len(terms) == 1 and terms[0].coef < 0:
        return gast.AugAssign(stored(place), gast.Sub(), negative(terms[0]).tree())
    return gast.AugAssign(stored(place), gast.Add(), total(terms))


def stored(tree):
    new = tree.__class__.__new__(tree.__class__)
    new.__dict__.update(tree.__dict__)
    new.ctx = gast.Store()
    return new


def target_of(s):
    return s.targets[0] if isinstance(s, gast.Assign) else s.target


def is_fresh(tree):
    """Whether an expression surely makes a new array."""
    if isinstance(tree, (gast.BinOp, gast.UnaryOp)):
        return True
    return isinstance(tree, gast.Call) and getattr(tree.func, 'attr', getattr(tree.func, 'id', '')) in FRESH


FRESH = {'stayed', 'diag_dx', 'diff_dx', 'outer', 'full_like', 'zeros_like', 'copy', 'where', 'sum', 'sin', 'cos', 'exp'}


def tree_names(term):
    return {n.id for t, _ in (*term.over, *term.under) for n in walk(t) if isinstance(n, gast.Name) and not isinstance(n, (Past, Index))}


def reads(term, names):
    return bool(tree_names(term) & names)


def replaced(term, where, by):
    swap = lambda t: transform(t, lambda n: by if isinstance(n, gast.expr) and key(n) == where else None)
    return Term(term.coef, tuple((swap(t), d) for t, d in term.over), tuple((swap(t), d) for t, d in term.under))


def renamed(term, old, new):
    swap = lambda t: transform(t, lambda n: name(new) if isinstance(n, gast.Name) and n.id == old and not isinstance(n, Past) else None)
    return Term(term.coef, tuple((swap(t), d) for t, d in term.over), tuple((swap(t), d) for t, d in term.under))


def flat(lines):
    from srcad.past import lines_in
    return [l for l in lines_in(lines) if not isinstance(l, (If, For, Each))]


def is_bare_pop(line, b):
    v = line.value if isinstance(line, (gast.Expr, gast.Assign)) else None
    return isinstance(v, gast.Call) and isinstance(v.func, gast.Attribute) and v.func.attr == 'pop' and getattr(v.func.value, 'id', '') == b \
        and isinstance(line, gast.Expr)


def without_pops(lines, b):
    out = []
    for l in lines:
        if isinstance(l, (If, For, Each)):
            for field in ('body', 'orelse'):
                if hasattr(l, field):
                    setattr(l, field, without_pops(getattr(l, field), b))
            if l.body or getattr(l, 'orelse', None):
                out.append(l)
        elif not is_bare_pop(l, b):
            out.append(l)
    while out and isinstance(getattr(getattr(out[-1], 'value', None), 'value', None), Comment):
        out.pop()
    return out
