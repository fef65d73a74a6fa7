"""What the primal keeps for the adjoint, where, and under which names.

The adjoint's lines say what they read as `Past` names. Here each becomes a
version (flow.py), each version a field: of `saved` if the function has it at
its end, else of the record of a step of the loop whose trips change it.
"""
import gast

from srcad.analysis.flow import ENTRY, Flow, Version, assigned, names_read, surely_assigned
from srcad.analysis.infer import PlainCall, RuleCall, UserCall
from srcad.analysis.types import Anything, Array, ListOf, Number
from srcad.core import Branch, Dead, End, Flag, Leaf, Loop, at_level, levels, nodes
from srcad.past import Each, Either, For, If, Index, Past, lines_in
from srcad.tree import call, name, transform, walk


class Field:
    """A version that is kept: `source` is what the primal calls it, `var` what the adjoint does."""

    def __init__(self, version, order, type=None, flag=None):
        self.version, self.order, self.type, self.flag = version, order, type, flag
        self.source = version.name if version else None
        self.var, self.copied = None, False


class Plan:
    """All that is kept by one function."""

    def __init__(self, reverse, lines, names):
        self.reverse, self.lines, self.names = reverse, lines, names
        self.flow, self.core, self.memory = reverse.flow, reverse.core, reverse.groups
        self.inference, self.instance = reverse.inference, reverse.instance
        self.order = {node: k for k, node in enumerate(nodes(self.core))}
        self.extra, self.early = {}, set()  # names that the primal adds: where; those that stand before the statement
        self.fields = {None: {}}
        for node in nodes(self.core):
            if isinstance(node, Loop):
                self.fields[node] = {}
        self.captures, self.atoms, self.inits, self.answers, self.again = {}, {}, [], {}, {}
        self.flags, self.lists, self.headers, self.skipped, self.modes = {}, {}, {}, {}, {}
        self.positive = {}
        self.make()

    def make(self):
        for node, made in self.reverse.hoists_at.items():
            for n in made:
                for text in (self.reverse.hoisted.get(n), self.reverse.saved.get(n)):
                    if text:
                        self.add_extra(text, node)
        self.mandatory(self.lines)
        self.choose_either()
        self.choose_tests(self.lines)
        self.choose_loops()
        self.recompute()
        self.thin()
        self.sure = surely_assigned(self.core, self.instance.params, self.extra_at())
        for level in self.fields:
            if self.fields[level] or level in self.lists or level is None:
                self.place(level)
        self.name_fields()

    # Versions

    def add_extra(self, text, node, early=False):
        self.extra[text] = node
        if early:
            self.early.add(text)
        self.flow.defs[node] = self.flow.defs.get(node, frozenset()) | {text} if isinstance(node, Leaf) else self.flow.defs.get(node, frozenset())
        for loop in ([node] if isinstance(node, Loop) else []) + list(levels(node)):
            if loop in self.flow.inside:
                self.flow.inside[loop] = self.flow.inside[loop] | {text}

    def extra_at(self):
        out = {}
        for text, node in self.extra.items():
            out.setdefault(node, set()).add(text)
        return out

    def version(self, p):
        """The version that a Past reads; `content` for what changes in place and may change later."""
        if p.id in self.extra:
            node = self.extra[p.id]
            return Version(p.id, node.level, frozenset([node]))
        if p.id not in self.memory.changing or p.shape and p.id not in self.memory.lists or self.is_safe(p):
            return self.binding.version(p.id, p.point, p.after)
        return self.flow.version(p.id, p.point, p.after, content=True)

    @property
    def binding(self):
        """The flow of names alone, for what no write changes."""
        if not hasattr(self, '_binding'):
            self._binding = Flow(self.core)
        return self._binding

    def flow_of(self, version):
        return self.flow if version.content or version.name in self.extra else self.binding

    def follow(self, v, end):
        """What became of a version on the ways to an end; what is lifted out of the end itself is there."""
        return {'kept'} if v.name in self.extra and end in v.defs else self.flow_of(v).follow(v, end)

    def is_safe(self, p):
        """Whether what is read still stands there at the end of the function."""
        k = (p.id, p.point, p.after, id(p.atom))
        if k not in self.positive:
            self.positive[k] = self.reverse.later.is_safe(p)
        return self.positive[k]

    def pasts(self, tree):
        return [n for n in walk(tree) if isinstance(n, (Past, Either))]

    def mandatory(self, lines):
        for tree in self.trees(lines):
            for n in self.pasts(tree):
                if isinstance(n, Past):
                    self.need(n)

    def trees(self, lines):
        for line in lines_in(lines):
            if isinstance(line, If):
                if line.test is not None:
                    yield line.test
            elif isinstance(line, Each):
                yield line.iter
            elif not isinstance(line, For):
                yield line

    def need(self, p):
        """Keep what a Past reads; returns its field, or None for a counter or a place that is read as it stands."""
        if p.atom is not None:
            if self.atom_stands(p):
                for inner in self.atom_parts(p):
                    self.need(inner)
                return None
            return self.keep_atom(p)
        v = self.version(p)
        if self.is_counter(v):
            return None
        return self.keep(v, p.type)

    def keep(self, v, t=None):
        fields = self.fields[v.level]
        if v not in fields:
            fields[v] = Field(v, self.version_order(v), t)
        return fields[v]

    def version_order(self, v):
        places = [self.order[d] for d in v.defs if not isinstance(d, (str, tuple))]
        entry = any(isinstance(d, (str, tuple)) for d in v.defs)
        first = -1 if entry and not places else max(places, default=-1)
        return first, self.memory.position.get(v.name, 10 ** 6 if v.name not in self.extra else 10 ** 5), v.name

    def is_counter(self, v):
        """Whether a version is the counter of a loop over a range, as the loop sets it."""
        return v.level is not None and v.defs == frozenset([('target', v.level)]) and \
            isinstance(v.level.stmt, gast.For) and self.counts(v.level) == v.name

    def counts(self, loop):
        """The name that counts the trips of `for i in range(...)` or `for i, x in enumerate(...)`."""
        s = loop.stmt
        kind = self.range_of(s)
        if kind == 'range' and isinstance(s.target, gast.Name):
            return s.target.id
        return None

    def range_of(self, s):
        if isinstance(s, gast.For) and isinstance(s.iter, gast.Call) and not s.iter.keywords:
            f = self.inference.types.get(s.iter.func)
            return 'range' if getattr(f, 'value', None) is range else None
        return None

    # Elements of what changes in place

    def atom_stands(self, p):
        """Whether an element may be read where it is, at the end."""
        k = ('stands', id(p))
        if k not in self.positive:
            self.positive[k] = self.is_safe(p)
        return self.positive[k]

    def atom_parts(self, p):
        """The Pasts inside a place that is read as it stands, its array too."""
        base = Past(p.id, p.point, p.after, type=self.memory.type_of(p.id))
        self.positive[(base.id, base.point, base.after, id(None))] = True
        v = self.binding.version(p.id, p.point, p.after)
        self.keep(v, base.type)
        return [n for n in walk(p.atom) if isinstance(n, Past)]

    def keep_atom(self, p):
        """Keep the value of an element, under a name of its own."""
        from srcad.algebra import key
        k = (key(p.atom), p.point, p.after)
        if k not in self.atoms:
            text = self.names.fresh('was')
            self.atoms[k] = text
            self.add_extra(text, p.point, early=not p.after)
            copied = isinstance(p.type, (Array, Anything)) and p.id in self.memory.written
            self.captures.setdefault((p.point, p.after), []).append((text, plain(p.atom), copied, p.type))
        return self.keep(Version(self.atoms[k], p.point.level, frozenset([p.point])), p.type)

    # Choices: read or compute again, ask again or keep the answer

    def asked_anyway(self):
        """The versions of single names that tests of the adjoint's lines ask for."""
        out = set()
        for line in lines_in(self.lines):
            if isinstance(line, If) and line.branch is not None and not isinstance(line.branch.test, Flag) and self.is_askable(line.branch.test):
                pasts = self.pasts(self.asked(line.branch))
                if all(p.atom is None for p in pasts):
                    versions = {self.version(p) for p in pasts}
                    out |= versions if len(versions) == 1 else set()
        return out

    def asked(self, branch):
        """The test of a branch as the adjoint asks it again."""
        self.reverse.point, self.reverse.lazy, self.reverse.stmt = branch, 1, branch.stmt
        tree = self.reverse.tree(branch.test)
        self.reverse.lazy = 0
        return tree

    def available(self, tree, soft=()):
        """Whether all that a tree reads is kept anyway, or costs nothing to keep."""
        for p in self.pasts(tree):
            if isinstance(p, Either):
                return False
            if p.atom is not None:
                if not self.atom_stands(p) or not all(self.available(q) for q in self.atom_parts(p)):
                    return False
                continue
            v = self.version(p)
            if v in self.fields[v.level] or v in soft or self.is_counter(v):
                continue
            if v.level is None and not v.content and self.stands(v):
                continue
            return False
        return True

    def stands(self, v):
        """Whether a version of the function is current wherever the function ends."""
        ends = self.ends(None)
        states = [self.follow(v, e) for e in ends]
        return bool(ends) and all('lost' not in s and 'other' not in s for s in states)

    def choose_either(self):
        soft = self.asked_anyway()
        for tree in self.trees(self.lines):
            for n in self.pasts(tree):
                if isinstance(n, Either):
                    kept = self.version(n.kept)
                    if kept in self.fields[kept.level] or self.stands_cheaply(kept) or n.again is None or not self.available(n.again, soft):
                        n.choice = n.kept
                    else:
                        n.choice = n.again
                    for p in self.pasts(n.choice):
                        self.need(p)

    def stands_cheaply(self, v):
        return v.level is None and self.stands(v)

    def choose_tests(self, lines):
        for line in lines:
            if isinstance(line, If) and line.branch is not None:
                self.choose_test(line)
            for f in ('body', 'orelse'):
                self.choose_tests(getattr(line, f, None) or [])if isinstance(line, (If, For, Each)) else None

    def choose_test(self, line):
        branch = line.branch
        if isinstance(branch.test, Flag):
            level = branch.level
            if branch.test not in self.flags:
                self.flags[branch.test] = Field(None, (10 ** 7, 0, ''), flag=branch.test)
                self.fields[level][branch.test] = self.flags[branch.test]
            return
        if self.is_askable(branch.test):
            tree = self.asked(branch)
            if self.available(tree):
                for p in self.pasts(tree):
                    self.need(p)
                line.test = tree
                return
        if branch not in self.answers:
            text = self.names.fresh('taken')
            self.answers[branch] = text
            self.add_extra(text, branch, early=True)
        line.test = Past(self.answers[branch], branch, True)
        self.keep(Version(self.answers[branch], branch.level, frozenset([branch])))

    def is_askable(self, test):
        """Comparisons and arithmetic of numbers, and known functions of them."""
        for n in walk(test):
            if isinstance(n, gast.Call) and not isinstance(self.inference.calls.get(n), RuleCall) and \
                    getattr(self.inference.types.get(n.func), 'value', None) not in (len, abs, float, int):
                return False
            if isinstance(n, (gast.ListComp, gast.GeneratorExp, gast.NamedExpr, gast.MatMult)):
                return False
            if isinstance(n, (gast.BinOp, gast.Call, gast.UnaryOp)) and isinstance(self.inference.types.get(n), (Array, Anything)):
                return False
        return True

    # Loops

    def choose_loops(self):
        loops = {line.loop: line for line in lines_in(self.lines) if isinstance(line, For)}
        for loop in sorted(loops, key=lambda l: -len(list(levels(l)))):
            line = loops[loop]
            self.unwrap(loop, line)
            counted = self.counter_needed(line)
            if self.fields[loop]:
                if 'counter' in counted and (loop in self.skipped or len(loop.stmt.iter.args) > 1):
                    self.keep(Version(self.counts(loop), loop, frozenset([('target', loop)])))
                    counted.discard('counter')
                self.keep_list(loop, 'steps')
                self.headers[loop] = {'form': 'steps', 'counter': counted}
            else:
                self.header_without_steps(loop, counted)

    def counter_needed(self, line):
        """What counts the trips in the lines of a loop: its own counter, the index of its items, or neither."""
        loop, used = line.loop, set()
        for tree in [*self.trees(line.body), *self.tests_in(line.body)]:
            for n in walk(tree):
                if isinstance(n, Index) and n.loop is loop:
                    used.add('index')
                if isinstance(n, Past) and n.atom is None and self.is_counter(self.version(n)) and self.version(n).level is loop:
                    used.add('counter')
                if isinstance(n, Past) and n.atom is not None:
                    used |= {'counter' for q in walk(n.atom) if isinstance(q, Past) and self.atom_stands(n)
                             and self.is_counter(self.version(q)) and self.version(q).level is loop}
                if isinstance(n, Either):
                    used |= {'counter' for q in self.pasts(n.choice) if isinstance(q, Past) and q.atom is None
                             and self.is_counter(self.version(q)) and self.version(q).level is loop}
        return used

    def tests_in(self, lines):
        return [l.test for l in lines_in(lines) if isinstance(l, If) and l.test is not None]

    def keep_list(self, loop, text):
        """The list of a loop's records: a name, and a field of the level around it."""
        depth = len(list(levels(loop)))
        inner = any(isinstance(n, Loop) and n in self.lists for n in nodes(loop.body))
        text = 'inner' if depth and text == 'steps' and not inner else 'outer' if inner and not depth else text
        if text == 'steps' and not self.names.is_free('steps') and self.fields[loop]:
            plural = next(iter(sorted(self.fields[loop].values(), key=lambda f: f.order))).source
            text = plural + 's' if plural and self.names.is_free(plural + 's') else text
        text = self.names.fresh(text)
        self.lists[loop] = text
        self.add_extra(text, loop, early=True)
        self.keep(Version(text, loop.level, frozenset([loop])))

    def header_without_steps(self, loop, counted):
        s = loop.stmt
        leaves_early = any(isinstance(e, (gast.Break, gast.Return)) for n in nodes(loop.body) if isinstance(n, End)
                           for e in n.stmts) and True
        iterable = isinstance(s, gast.For) and (self.range_of(s) == 'range' or 'index' in counted or True)
        if iterable and not leaves_early and loop not in self.skipped and isinstance(s, gast.For):
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
                if isinstance(sequence, gast.Call) and getattr(sequence.func, 'id', '') in ('enumerate', 'reversed') and len(sequence.args) == 1:
                    sequence = sequence.args[0]
                if isinstance(sequence, gast.Call) or not self.reverse.may_repeat(sequence):
                    return None
                tree = call('range', call('len', self.reverse.tree(sequence)))
        finally:
            self.reverse.lazy = 0
        return tree if all(p.atom is None or self.atom_stands(p) for p in self.pasts(tree)) else None

    def unwrap(self, loop, line):
        """A trip that leaves before it does anything active leaves no record."""
        while True:
            rest = [l for l in line.body]
            if len(rest) != 1 or not isinstance(rest[0], If) or rest[0].branch is None or rest[0].branch.level is not loop \
                    or isinstance(rest[0].branch.test, Flag) or rest[0].branch.parent is not loop and rest[0].branch.parent not in self.skip_path(loop):
                return
            inner = rest[0]
            branch = inner.branch
            empty, full, side = (branch.body, inner.orelse, branch.orelse) if not inner.body else (branch.orelse, inner.body, branch.body)
            if inner.body and inner.orelse or not leaves(empty) or any('index' in self.counter_needed(line) for _ in [0]):
                return
            used_test = inner.test is not None and any(True for _ in [0])
            self.skipped.setdefault(loop, set()).update(n for n in nodes(empty) if isinstance(n, End))
            self.skip_branches.setdefault(loop, []).append(branch)
            self.forget_test(inner)
            line.body = full

    @property
    def skip_branches(self):
        if not hasattr(self, '_skips'):
            self._skips = {}
        return self._skips

    def skip_path(self, loop):
        return self.skip_branches.get(loop, [])

    def forget_test(self, line):
        """A test that need not be asked gives back what was kept for it alone."""
        branch = line.branch
        if branch in self.answers:
            v = Version(self.answers[branch], branch.level, frozenset([branch]))
            self.fields[v.level].pop(v, None)
            del self.extra[self.answers.pop(branch)]

    # Computing again

    def recompute(self):
        """A number that one side of a branch computes from what is kept is computed again there."""
        for level, fields in self.fields.items():
            for v, f in list(fields.items()):
                if f.flag is not None or v.content or v.name in self.extra or len(v.defs) != 1:
                    continue
                leaf = next(iter(v.defs))
                if not isinstance(leaf, Leaf) or not isinstance(leaf.parent, Branch) or leaf.parent in self.skip_path(leaf.level) \
                        or not isinstance(leaf.stmt, gast.Assign):
                    continue
                s = leaf.stmt
                if not isinstance(s.targets[0], gast.Name) or not isinstance(self.inference.types.get(s.value), Number) \
                        or not self.reverse.may_repeat(s.value) or self.used_outside(v, leaf):
                    continue
                self.reverse.point, self.reverse.lazy, self.reverse.stmt = leaf, 1, s
                tree = self.reverse.tree(s.value)
                self.reverse.lazy = 0
                if self.available(tree) and not any(self.version(p) == v for p in self.pasts(tree) if p.atom is None):
                    for p in self.pasts(tree):
                        self.need(p)
                    del fields[v]
                    self.again.setdefault((leaf.parent, leaf in leaf.parent.body), []).append((f, leaf, tree))

    def thin(self):
        """A step that keeps one number is a number, not a tuple: what cheap arithmetic gives again is not kept beside it."""
        for level, fields in self.fields.items():
            again = [(f, *self.cheap_again(v)) for v, f in fields.items() if level is not None and f.flag is None and self.cheap_again(v)]
            kept = [v for v, f in fields.items() if not any(f is g for g, _, _ in again)]
            if len(kept) != 1 or not again or isinstance(kept[0], Flag):
                continue
            rest = [f.version for f, _, _ in again]
            if all(self.version(p) in kept or self.version(p).level is not level and self.available(p) for _, _, tree in again for p in self.pasts(tree)):
                for f, leaf, tree in again:
                    for p in self.pasts(tree):
                        self.need(p)
                    del fields[f.version]
                    self.again.setdefault(level, []).append((f, leaf, tree))

    def cheap_again(self, v):
        """The leaf and the tree that give a version of a number again by a little arithmetic; None if they do not."""
        leaf = next(iter(v.defs)) if len(v.defs) == 1 else None
        if v.content or v.name in self.extra or not isinstance(leaf, Leaf) or not isinstance(leaf.stmt, gast.Assign) or leaf.block is not v.level.body:
            return None
        s = leaf.stmt
        t = self.inference.types.get(s.value)
        if not isinstance(s.targets[0], gast.Name) or not isinstance(t, Number) or t.dtype or not is_arithmetic(s.value):
            return None
        self.reverse.point, self.reverse.lazy, self.reverse.stmt = leaf, 1, s
        tree = self.reverse.tree(s.value)
        self.reverse.lazy = 0
        return None if any(p.atom is not None for p in self.pasts(tree)) else (leaf, tree)

    def used_outside(self, v, leaf):
        """Whether a version is read outside the side of the branch that makes it."""
        block = leaf.parent.body if leaf in leaf.parent.body else leaf.parent.orelse
        inside = set(nodes(block))
        for tree in [*self.trees(self.lines), *self.tests_in(self.lines)]:
            for p in self.pasts(tree):
                if isinstance(p, Past) and p.atom is None and p.id == v.name and self.version(p) == v and p.point not in inside:
                    return True
        return False

    # Where records are written

    def ends(self, level):
        """The nodes at which a trip of a level ends, and None for the end of its block."""
        block = level.body if level else self.core
        out = [n for n in nodes(block) if n.level is level and (isinstance(n, End) if level else
               isinstance(n, Leaf) and isinstance(n.stmt, gast.Return))]
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
        """The first node of the trip's straight line before which every field has its value; the end of the block last."""
        line = self.straight_line(level)
        latest = max((self.born(f) for f in fields), default=(-1, 0))
        for node in line:
            k = self.order[node] if node is not None else 10 ** 9
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
                    block = node.orelse if leaves(node.body) else node.body
                    line = []
                    break
                line.append(node)
            else:
                return line + [None]

    def secure(self, f, ends, level):
        """See to it that a field's name holds its version where the record is written."""
        v = f.version
        states = [self.follow(v, e) for e in ends]
        sure = [v.name in self.early and e in v.defs or v.name in (self.sure.get(e if e is not None else (level, 'end') if level else None) or ()) for e in ends]
        lost = any('lost' in s for s in states)
        missing = any('kept' in s and not known for s, known in zip(states, sure))
        if v.content and isinstance(f.type, (Array, Anything, ListOf)) and (lost or level is not None):
            f.copied = True
        if missing and not lost and (v.name in self.extra or self.never_assigned(v)):
            self.init_before(v.name, self.first_def(v), level if v.name in self.extra else None)
        elif lost or missing:
            self.capture(f, level)
            if missing or not all(self.dominates(v, e) for e in ends):
                self.init_before(f.source, self.first_def(v), level)

    def never_assigned(self, v):
        """Whether a name surely has no value before the statement of the function that first gives it one."""
        node = self.outermost(self.first_def(v), None)
        before = self.binding.version(v.name, node)
        return before.level is None and before.defs == frozenset([ENTRY]) and v.name not in self.instance.params and \
            self.first_mention(v.name, node)

    def first_mention(self, n, node):
        return not any(n in names_read(other.stmt) for other in nodes(self.core) if isinstance(other, (Leaf, Loop)) and other.stmt is not None
                       and self.order[other] < self.order[node])

    def outermost(self, node, level):
        """The node at a level, outside all branches, that holds a node."""
        node = at_level(node, level)
        while node.parent is not None and node.parent is not level:
            node = node.parent
        return node

    def dominates(self, v, end):
        return all(isinstance(d, (str, tuple)) or d.parent is (v.level if v.level else None) for d in v.defs)

    def first_def(self, v):
        real = [d for d in v.defs if not isinstance(d, (str, tuple))]
        return min(real, key=self.order.get) if real else None

    def capture(self, f, level):
        """A version that is overwritten before its record waits under another name."""
        v = f.version
        text = self.names.fresh('was') if self.names.is_free('was') else self.names.fresh(f'{v.name}_was')
        f.source = text
        for d in sorted(self.single_defs(v), key=lambda d: -1 if isinstance(d, (str, tuple)) else self.order[d]):
            where = ('start', d[1] if isinstance(d, tuple) else v.level) if isinstance(d, (str, tuple)) else (d, True)
            if where[0] == 'start' and v.level is None and v.name not in self.instance.params:
                continue
            self.captures.setdefault(where, []).append((text, name(v.name), f.copied, f.type))
        f.copied = False

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
        while node.stmt is None:  # a flag's branch has no statement of its own
            block = node.body
            if not block:
                return
            node = block[0]
        if (node, text) not in self.inits:
            self.inits.append((node, text))

    # Names in the adjoint

    def name_fields(self):
        items, self.counters = [], {}
        for level, fields in self.fields.items():
            for f in fields.values():
                items.append((level, f))
        for loop, header in self.headers.items():
            if header.get('counter') or header.get('form') == 'range':
                v = Version(self.counts(loop) or 'k', loop, frozenset([('target', loop) if self.counts(loop) else 'index']))
                if v not in self.fields[loop]:
                    self.counters[loop] = Field(v, (-2, 0, ''))
                    items.append((loop, self.counters[loop]))
        times, spans = self.times()
        for where, made in self.again.items():
            for f, leaf, tree in made:
                items.append((where if isinstance(where, Loop) else where[0], f))
        taken = []
        rank = lambda item: (item[1].flag is not None, item[1].version is not None and item[1].source != item[1].version.name, item[1].order)
        for level, f in sorted(items, key=rank):
            span = self.span(level, f, times, spans)
            want = f.flag.name if f.flag is not None else f.version.name
            if f.flag is not None:
                want = self.names.fresh(want)
            options = [want] + ([f.source] if f.source and f.source != want else [])
            f.var = next((o for o in options if not any(n == o and meet(span, s) for n, s in taken)), None)
            if f.var is None:
                f.var = self.names.fresh('was') if self.names.is_free('was') else self.names.fresh(f'{want}_was')
            taken.append((f.var, span))
        self.index_names = {loop: f.var for loop, f in self.counters.items()}

    def times(self):
        """For each field the moments, in the adjoint's order, at which it is read; and the span of each loop."""
        uses, spans, clock = {}, {}, [0]

        def note(tree, loops):
            for n in walk(tree):
                if isinstance(n, Index) and n.loop in self.counters:
                    uses.setdefault(self.counters[n.loop].version, []).append((clock[0], tuple(loops)))
            for p in self.pasts(tree):
                if isinstance(p, Either):
                    note(p.choice, loops)
                elif p.atom is not None and self.atom_stands(p):
                    for q in self.atom_parts(p):
                        note(q, loops)
                    v = self.binding.version(p.id, p.point, p.after)
                    uses.setdefault(v, []).append((clock[0], tuple(loops)))
                else:
                    v = self.resolve(p)
                    uses.setdefault(v, []).append((clock[0], tuple(loops)))

        def follow(lines, loops):
            for line in lines:
                clock[0] += 1
                if isinstance(line, For):
                    start = clock[0]
                    header = self.headers.get(line.loop, {})
                    if 'source' in header:
                        note(header['source'], loops)
                    for extra in (self.lists.get(line.loop), header.get('name')):
                        if extra:
                            uses.setdefault(Version(extra, line.loop.level, frozenset([line.loop])), []).append((clock[0], tuple(loops)))
                    for f, leaf, tree in self.again.get(line.loop, ()):
                        note(tree, [*loops, line.loop])
                    follow(line.body, [*loops, line.loop])
                    clock[0] += 1
                    spans[line.loop] = (start, clock[0])
                elif isinstance(line, If):
                    if line.test is not None:
                        note(line.test, loops)
                    if line.branch is not None and isinstance(line.branch.test, Flag):
                        uses.setdefault(line.branch.test, []).append((clock[0], tuple(loops)))
                    for side, block in ((True, line.body), (False, line.orelse)):
                        if line.branch is not None:
                            spans[line.branch, side] = (clock[0], None)
                            for f, leaf, tree in self.again.get((line.branch, side), ()):
                                note(tree, loops)
                        follow(block, loops)
                elif isinstance(line, Each):
                    note(line.iter, loops)
                    start = clock[0]
                    before = {k: len(u) for k, u in uses.items()}
                    follow(line.body, loops)
                    clock[0] += 1
                    for k, u in uses.items():  # what is read in the loop is read until its end
                        if len(u) > before.get(k, 0):
                            u.append((clock[0], tuple(loops)))
                else:
                    note(line, loops)
        follow(self.lines, [])
        return uses, spans

    def resolve(self, p):
        """The version under which what a Past reads is kept."""
        if p.atom is not None:
            from srcad.algebra import key
            return Version(self.atoms[key(p.atom), p.point, p.after], p.point.level, frozenset([p.point]))
        return self.version(p)

    def span(self, level, f, uses, spans):
        start = 0 if level is None else spans.get(level, (0, 0))[0] if isinstance(level, Loop) else 0
        end = start
        for time, loops in uses.get(f.flag if f.flag is not None else f.version, ()):
            inner = [l for l in loops if l is not level and (level is None or not isinstance(level, Loop) or level in loops[:loops.index(l)])]
            outermost = inner[0] if inner else None
            end = max(end, spans[outermost][1] if outermost is not None and outermost in spans else time)
        return start, end

    def var(self, p):
        """What the adjoint calls what a Past reads."""
        v = self.resolve(p)
        if v.level in self.counters and self.counters[v.level].version == v:
            return self.counters[v.level].var
        field = self.fields[v.level].get(v)
        if field is None:
            field = next((f for made in self.again.values() for f, _, _ in made if f.version == v), None)
        return field.var if field is not None else v.name


def is_arithmetic(node):
    """At most four sums and products of names and numbers."""
    inner = [n for n in walk(node) if isinstance(n, (gast.BinOp, gast.UnaryOp))]
    return 0 < len(inner) <= 4 and all(isinstance(n, (gast.BinOp, gast.UnaryOp, gast.Name, gast.Constant, gast.operator, gast.unaryop,
                                                     gast.expr_context)) for n in walk(node)) and \
        all(isinstance(n.op, (gast.Add, gast.Sub, gast.Mult, gast.USub)) for n in inner)


def leaves(block):
    """Whether every way through a block of the core ends the trip."""
    if not block:
        return False
    last = block[-1]
    return isinstance(last, End) and all(isinstance(s, (gast.Break, gast.Continue)) for s in last.stmts) or \
        isinstance(last, Branch) and leaves(last.body) and leaves(last.orelse)


def meet(a, b):
    return a[0] <= b[1] and b[0] <= a[1]


def plain(tree):
    """A tree of Pasts as the primal writes it."""
    return transform(tree, lambda n: name(n.id) if isinstance(n, Past) and n.atom is None else plain(n.atom) if isinstance(n, Past) else None)
