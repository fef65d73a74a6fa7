"""Where a record is written, and what waits until then."""

import gast

from srcad.analysis.flow import ENTRY, assigned, names_read
from srcad.analysis.types import Anything, Array, ListOf, Number, Ref
from srcad.analysis.views import dominates
from srcad.core import Branch, End, Leaf, Loop, at_level, nodes
from srcad.tree import constant, name, walk


class Places:
    """The part of `Plan` that finds the place of each record."""

    # Where records are written

    def ends(self, level):
        """The nodes at which a trip of a level ends, and None for the end of its block."""
        block = level.body if level else self.core
        out = [
            n
            for n in nodes(block)
            if n.level is level
            and (isinstance(n, End) if level else isinstance(n, Leaf) and isinstance(n.stmt, gast.Return))
        ]
        reached = self.flow.ends.get(level)
        return out + ([None] if reached is not None else [])

    def place(self, level):
        fields = list(self.fields[level].values())
        flags = [f for f in fields if f.flag is not None]
        ends = [e for e in self.ends(level) if e not in self.skipped.get(level, ())]
        if level is not None and not flags:
            spot = self.first_spot(level, [f for f in fields if f.flag is None], ends)
            if spot is not None:
                self.modes[level] = ('spot', spot)
                for f in fields:
                    self.secure(f, [spot], level)
                return
        self.modes[level] = ('ends', ends)
        for f in fields:
            if f.flag is None:
                self.secure(f, ends, level)

    def first_spot(self, level, fields, ends):
        """The first node of the trip's straight line before which every field has its value; at the latest the end."""
        line = self.straight_line(level)
        latest = max((self.born(f) for f in fields), default=(-1, 0))
        for node in line:
            k = self.order[node] if node is not None else 10**9
            if isinstance(node, Branch) and node.stmt is None:
                return None
            if any(self.order[e] < k for e in ends if e is not None):
                return None
            if (k, 0) >= latest if node is not None else True:
                return node
        return None

    def born(self, f):
        """When a field has its value: (position, 0) before a node, (position, 1) after it."""
        v = f.version
        spots = [self.last_position(d) for d in v.defs if not isinstance(d, (str, tuple))]
        if v.name in self.early and all(not isinstance(d, Loop) for d in v.defs):
            spots = [(self.order[d], 0) for d in v.defs]
        return max(spots, default=(-1, 0))

    def last_position(self, d):
        inside = [self.order[d], *(self.order[n] for n in nodes([d]))]
        return max(inside) + 1, 0

    def straight_line(self, level):
        """The nodes that every recorded trip passes, in order; None is the end of the block."""
        line, block = [], level.body
        while True:
            for node in block:
                if isinstance(node, Branch) and node in self.skip_path(level):
                    block = self.recorded_sides[node]
                    line = []
                    break
                line.append(node)
            else:
                return line + [None]

    def secure(self, f, ends, level):
        """See to it that a field's name holds its version where the record is written."""
        v = f.version
        states = [self.follow(v, e) for e in ends]
        sure = [
            v.name in self.early
            and e in v.defs
            or v.name in (self.sure.get(e if e is not None else (level, 'end') if level else None) or ())
            for e in ends
        ]
        lost = any('lost' in s for s in states)
        f.maybe = missing = any('kept' in s and not known for s, known in zip(states, sure))
        f.type = self.type_at_other_times(f)
        if (
            v.content
            and isinstance(f.type, (Array, Anything, ListOf, Ref))
            and (lost or level is not None or self.memory.is_lent)
        ):
            f.changes = f.copied = True
        if missing and not lost and (v.name in self.extra or self.never_assigned(v)):
            self.init_before(v.name, self.first_def(v), level if v.name in self.extra else None)
        elif lost or missing:
            self.capture(f, ends)

    def type_at_other_times(self, f):
        """The type of a version whose value may be of another kind than a test has told where it is read first."""
        whole = self.memory.variables.get(f.version.name)
        if isinstance(f.type, Number) and f.version.name in self.memory.arrays:
            return Anything(True, array=True, loose=True)
        return whole if isinstance(f.type, Ref) and isinstance(whole, (Ref, Anything)) else f.type

    def never_assigned(self, v):
        """Whether a name surely has no value before the statement of the function that first gives it one."""
        if self.first_def(v) is None:
            return False
        node = self.outermost(self.first_def(v), None)
        before = self.binding.version(v.name, node)
        return (
            before.level is None
            and before.defs == frozenset([ENTRY])
            and v.name not in self.given
            and self.first_mention(v.name, node)
        )

    def first_mention(self, n, node):
        return not any(
            n in names_read(other.stmt)
            for other in nodes(self.core)
            if isinstance(other, (Leaf, Loop)) and other.stmt is not None and self.order[other] < self.order[node]
        )

    def outermost(self, node, level):
        """The node at a level, outside all branches, that holds a node."""
        node = at_level(node, level)
        while node.parent is not None and node.parent is not level:
            node = node.parent
        return node

    def first_def(self, v):
        """The first node that gives a name this version."""
        real = [d[1] if isinstance(d, tuple) else d for d in v.defs if d != ENTRY]
        return min(real, key=self.order.get) if real else None

    def capture(self, f, ends):
        """A version that is overwritten before its record waits under another name."""
        v = f.version
        text = self.names.fresh('was') if self.names.is_free('was') else self.names.fresh(f'{v.name}_was')
        f.source = text
        if self.capture_where_read(f, text, ends):
            f.copied = False
            return
        defs = list(self.single_defs(v))
        block = v.level.body if v.level else self.core
        always = any(isinstance(d, Leaf) and d.block is block for d in defs)
        start = (
            [] if always or ENTRY in v.defs and self.has_value_at_start(v) else [(text, constant(None), False, None)]
        )
        for d in sorted(
            defs,
            key=lambda d: (
                -1 if d == ENTRY or d == ('target', v.level) else self.order[d[1] if isinstance(d, tuple) else d]
            ),
        ):
            made = (text, name(v.name), f.copied, f.type if v.name in self.instance.params or d != ENTRY else None)
            if d == ENTRY:
                start = [made] if self.has_value_at_start(v) else start
            elif d == ('target', v.level):
                start = [made]
            elif isinstance(d, tuple):
                self.captures.setdefault(('start', d[1]), []).append(made)
            else:
                self.captures.setdefault((d, True), []).append(made)
        if start:
            self.captures.setdefault(('start', v.level), [])[:0] = start
        f.copied = False

    def capture_where_read(self, f, text, ends):
        """Let a version that several statements make wait from the first on that reads it; False if none does."""
        v = f.version
        points = {point for point, after in self.uses.get(v, ()) if not after and point.stmt is not None}
        first = min(points, key=self.order.get, default=None)
        if (
            first is None
            or v.name not in self.sure.get(first, ())
            or len(points) < len(self.uses[v])
            or first.level is not v.level
            or len(list(self.single_defs(v))) < 2
            or not all(p is first or dominates(first, p) for p in points)
        ):
            return False
        if not all(self.is_read_as_it_is(f, e) or self.has_passed(first, e) for e in ends):
            return False
        self.captures.setdefault((first, False), []).append((text, name(v.name), f.copied, f.type))
        return True

    def has_passed(self, node, end):
        """Whether every way to the end of a trip passes a node, as their statements stand."""
        body = node.level.stmt.body if node.level else self.instance.tree.body
        k = next((k for k, s in enumerate(body) if s is node.stmt), None)
        if k is None or end is None or end is node:
            return k is not None
        inside = {n for s in body[k + 1 :] for n in walk(s)}
        return all(s in inside for s in (end.stmts if isinstance(end, End) else [end.stmt]))

    def is_read_as_it_is(self, f, end):
        """Whether a field is written from its own name where a path ends, or is None there."""
        state = self.follow(f.version, end)
        if not state & {'kept', 'lost'}:
            return True
        sure = end is not None and state == {'kept'} and f.version.name in self.sure.get(end, ())
        return sure and (not f.version.content or f.changes and not self.memory.is_lent)

    def has_value_at_start(self, v):
        """Whether a name surely has a value where the trip, or the function, begins."""
        if v.level is None:
            return v.name in self.given
        if v.name in self.sure.get(v.level, ()):
            return True
        if ENTRY in v.defs:  # from a trip before, perhaps
            outer = [
                d for d in nodes(self.core) if isinstance(d, (Leaf, Loop)) and v.name in self.binding.defs.get(d, ())
            ]
            first = min(outer, key=self.order.get)
            node = self.outermost(first, None)
            before = self.binding.version(v.name, node)
            if not (before.level is None and before.defs == frozenset([ENTRY]) and self.first_mention(v.name, node)):
                self.inference.refuse(
                    f'srcad cannot tell whether {v.name} has a value where this loop begins: give it one before',
                    v.level.stmt,
                )
            self.init_before(v.name, first, None)
            return True
        return False

    def begin_what_is_captured(self):
        """A value that is kept beside a statement before its name surely has one: the name begins as None."""
        for (where, after), made in self.captures.items():
            node = after if where == 'start' else where
            known = self.sure.get(node) or () if node is not None else self.given
            bound = set(assigned(node.stmt)) if node is not None and after and where != 'start' else set()
            for _, tree, _, _ in made:
                if isinstance(tree, gast.Name) and tree.id not in bound and tree.id not in known:
                    defs = [d for d in self.order if isinstance(d, (Leaf, Loop)) and tree.id in self.binding.defs.get(d, ())]
                    if defs and tree.id not in self.given:
                        self.init_before(tree.id, defs[0], None)

    def single_defs(self, v):
        """The assignments of a version, those inside loops one by one."""
        flow = self.flow_of(v)
        for d in v.defs:
            if not isinstance(d, Loop):
                yield d
                continue
            if v.name in assigned(d.stmt):
                yield 'target', d
            for n in nodes(d.body):
                if isinstance(n, Leaf) and v.name in flow.defs[n]:
                    yield n
                elif isinstance(n, Loop) and v.name in assigned(n.stmt):
                    yield 'target', n

    def init_before(self, text, node, level):
        """`text = None` before the outermost branch, at its level, that holds its first value."""
        if node is None:
            return
        node = self.outermost(node, level)
        while node.stmt is None:  # a flag's branch has no statement of its own: before what it asks about
            node = node.block[node.block.index(node) - 1]
        if (node, text) not in self.inits:
            self.inits.append((node, text))
