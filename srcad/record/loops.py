"""What the trips of a loop keep."""

import gast

from srcad.analysis.flow import Version
from srcad.analysis.resized import resizes
from srcad.analysis.types import Number
from srcad.core import Branch, End, Failed, Flag, Loop, levels, nodes
from srcad.past import Either, For, If, Index, Past, lines_in, trees_in
from srcad.record.fields import leaves
from srcad.tree import call, name, walk


class Loops:
    """The part of `Plan` for loops."""

    def choose_loops(self):
        loops = {line.loop: line for line in lines_in(self.lines) if isinstance(line, For)}
        for loop in sorted(loops, key=lambda l: -len(list(levels(l)))):
            line = loops[loop]
            self.unwrap(loop, line)
            counted = self.counter_needed(line)
            if not counted and self.share_list(loop, line):
                continue
            if self.fields[loop]:
                if 'counter' in counted and (loop in self.skipped or len(loop.stmt.iter.args) > 1):
                    self.keep(Version(self.counts(loop), loop, frozenset([('target', loop)])))
                    counted.discard('counter')
                self.keep_list(loop, 'steps')
                self.headers[loop] = {'form': 'steps', 'counter': counted}
            else:
                self.header_without_steps(loop, counted)

    def share_list(self, loop, line):
        """Whether a loop only runs another: it is none in the adjoint then, the steps of all its trips are one list."""
        inner = line.body[0] if len(line.body) == 1 and isinstance(line.body[0], For) else None
        header = self.headers.get(inner.loop, {}) if inner is not None else {}
        if (
            header.get('form') != 'steps'
            or 'index' in header['counter']
            or set(self.fields[loop]) != {self.list_version(inner.loop)}
        ):
            return False
        if header['counter']:
            self.keep(Version(self.counts(inner.loop), inner.loop, frozenset([('target', inner.loop)])))
            header['counter'] = set()
        self.fields[loop].clear()
        del self.extra[self.lists[inner.loop]]
        self.lists[inner.loop] = self.names.fresh('steps')
        self.homes[inner.loop] = loop
        self.add_extra(self.lists[inner.loop], loop, early=True)
        self.keep(self.list_version(inner.loop))
        line.loop, line.body = inner.loop, inner.body
        return True

    def home(self, loop):
        """The loop before which the list of a loop's steps begins."""
        return self.homes.get(loop, loop)

    def list_version(self, loop):
        home = self.home(loop)
        return Version(self.lists.get(loop), home.level, frozenset([home]))

    def counter_needed(self, line):
        """What counts the trips in the lines of a loop: its own counter, the index of its items, or neither."""
        loop, used = line.loop, set()
        for tree in [*trees_in(line.body), *self.tests_in(line.body), *self.sources_in(line.body)]:
            for n in walk(tree):
                if isinstance(n, Index) and n.loop is loop:
                    used.add('index')
                if (
                    isinstance(n, Past)
                    and n.atom is None
                    and self.is_counter(self.version(n))
                    and self.version(n).level is loop
                ):
                    used.add('counter')
                if isinstance(n, Past) and n.atom is not None:
                    used |= {
                        'counter'
                        for q in walk(n.atom)
                        if isinstance(q, Past)
                        and self.atom_stands(n)
                        and self.is_counter(self.version(q))
                        and self.version(q).level is loop
                    }
                if isinstance(n, Either):
                    used |= {
                        'counter'
                        for q in self.pasts(n.choice)
                        if isinstance(q, Past)
                        and q.atom is None
                        and self.is_counter(self.version(q))
                        and self.version(q).level is loop
                    }
        return used

    def tests_in(self, lines):
        return [l.test for l in lines_in(lines) if isinstance(l, If) and l.test is not None]

    def sources_in(self, lines):
        headers = [self.headers.get(l.loop, {}) for l in lines_in(lines) if isinstance(l, For)]
        return [h['source'] for h in headers if 'source' in h]

    def keep_list(self, loop, text):
        """The list of a loop's records: a name, and a field of the level around it."""
        depth = len(list(levels(loop)))
        inner = any(isinstance(n, Loop) and n in self.lists for n in nodes(loop.body))
        text = 'inner' if depth and text == 'steps' and not inner else 'outer' if inner and not depth else text
        if text == 'steps' and not self.names.is_free('steps') and self.fields[loop]:
            plural = next(iter(sorted(self.fields[loop].values(), key=lambda f: f.order))).source
            plural = 'kept' if plural in self.atoms.values() else plural and plural + 's'
            text = plural if plural and self.names.is_free(plural) else text
        text = self.names.fresh(text)
        self.lists[loop] = text
        self.add_extra(text, loop, early=True)
        self.keep(self.list_version(loop))

    def header_without_steps(self, loop, counted):
        s = loop.stmt
        if isinstance(s, gast.For) and not self.may_leave_early(loop):
            source = self.repeatable_source(loop)
            if source is not None:
                for p in self.pasts(source):
                    self.need(p)
                self.headers[loop] = {'form': 'range', 'source': source, 'counter': counted}
                return
        if 'counter' in counted:
            v = Version(self.counts(loop), loop, frozenset([('target', loop)]))
            self.keep(v)
            self.keep_list(loop, 'steps')
            self.headers[loop] = {'form': 'steps', 'counter': counted - {'counter'}}
            return
        text = self.names.fresh('trips')
        self.add_extra(text, loop, early=True)
        self.keep(Version(text, loop.level, frozenset([loop])))
        self.headers[loop] = {'form': 'trips', 'name': text, 'counter': counted}

    def may_leave_early(self, loop):
        """Whether not every item of what a loop runs over has a trip that is recorded."""
        ends = [e for n in nodes(loop.body) if isinstance(n, End) for e in n.stmts]
        return loop in self.skipped or any(isinstance(e, (gast.Break, gast.Return)) for e in ends)

    def repeatable_source(self, loop):
        """The range to run backwards: that of the loop, or one over the length of what it runs over."""
        s = loop.stmt
        self.reverse.point, self.reverse.lazy, self.reverse.stmt = loop, 1, s
        try:
            if self.range_of(s) == 'range':
                if not all(self.reverse.may_repeat(a) for a in s.iter.args):
                    return None
                tree = call('range', *(self.reverse.tree(a) for a in s.iter.args))
            else:
                sequence = s.iter
                if (
                    isinstance(sequence, gast.Call)
                    and getattr(sequence.func, 'id', '') in ('enumerate', 'reversed')
                    and len(sequence.args) == 1
                ):
                    sequence = sequence.args[0]
                if isinstance(sequence, gast.Call) or not self.reverse.may_repeat(sequence):
                    return None
                if resizes(self.inference, s.body, self.inference.types.get(sequence)):
                    return None
                tree = call('range', call('len', self.reverse.tree(sequence)))
                if (
                    isinstance(sequence, gast.Name)
                    and self.inference.heap is not None
                    and not all(map(self.is_safe, self.pasts(tree)))
                ):
                    count = call('len', name(sequence.id))
                    return call('range', Past(sequence.id, loop, False, count, Number(kind='int')))
        finally:
            self.reverse.lazy = 0
        stands = lambda p: (p.shape or p.id not in self.reverse.restored) and (p.atom is None or self.atom_stands(p))
        return tree if all(map(stands, self.pasts(tree))) else None

    def unwrap(self, loop, line):
        """A trip that leaves before it does anything active leaves no record."""
        while True:
            rest = [l for l in line.body]
            if (
                len(rest) != 1
                or not isinstance(rest[0], If)
                or rest[0].branch is None
                or rest[0].branch.level is not loop
                or isinstance(rest[0].branch.test, (Failed, Flag))  # a failure comes after its record
                or rest[0].branch.parent is not loop
                and rest[0].branch.parent not in self.skip_path(loop)
            ):
                return
            inner = rest[0]
            branch = inner.branch
            empty, full, side = (
                (branch.body, inner.orelse, branch.orelse)
                if not inner.body
                else (branch.orelse, inner.body, branch.body)
            )
            if inner.body and inner.orelse or not leaves(empty) or 'index' in self.counter_needed(line):
                return
            first = side[0] if side else None
            if isinstance(first, Branch) and first.stmt is None:
                return
            self.skipped.setdefault(loop, set()).update(n for n in nodes(empty) if isinstance(n, End))
            self.skip_branches.setdefault(loop, []).append(branch)
            self.recorded_sides[branch] = side
            self.forget_test(inner)
            line.body = full

    def skip_path(self, loop):
        return self.skip_branches.get(loop, [])

    def forget_test(self, line):
        """A test that need not be asked gives back what was kept for it alone."""
        branch = line.branch
        if branch in self.answers:
            v = Version(self.answers[branch], branch.level, frozenset([branch]))
            self.fields[v.level].pop(v, None)
            del self.extra[self.answers.pop(branch)]
