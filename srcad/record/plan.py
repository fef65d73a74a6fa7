"""What the primal keeps for the adjoint, where, and under which names.

The adjoint's lines say what they read as `Past` names. Here each becomes a
version (flow.py), each version a field: of `saved` if the function has it at
its end, else of the record of a step of the loop whose trips change it.
"""

import gast

from srcad.algebra import key
from srcad.analysis.flow import Flow, Version, surely_assigned, surely_read
from srcad.analysis.types import Anything, Array, Number
from srcad.core import Leaf, Loop, levels, nodes
from srcad.past import Either, Past, Theirs, trees_in
from srcad.record.choices import Choices
from srcad.record.fields import Field
from srcad.record.loops import Loops
from srcad.record.naming import Naming
from srcad.record.places import Places
from srcad.tree import name, transform, walk


class Plan(Loops, Choices, Places, Naming):
    """All that is kept by one function."""

    def __init__(self, reverse, lines, names):
        self.reverse, self.lines, self.names = reverse, lines, names
        self.flow, self.core, self.memory = reverse.flow, reverse.core, reverse.groups
        self.inference, self.instance = reverse.inference, reverse.instance
        self.order = {node: k for k, node in enumerate(nodes(self.core))}
        self.extra, self.early = {}, set()  # names that the primal adds: where; those that stand before the statement
        self.in_places = set()  # those of them that say which elements are kept
        self.fields = {None: {}}
        for node in nodes(self.core):
            if isinstance(node, Loop):
                self.fields[node] = {}
        self.captures, self.atoms, self.inits, self.answers, self.again = {}, {}, [], {}, {}
        self.flags, self.lists, self.headers, self.skipped, self.modes = {}, {}, {}, {}, {}
        self.skip_branches = {}  # loop -> the branches by which its trips leave before they do anything active
        self.recorded_sides = {}  # such a branch -> its other side
        self.homes = {}  # loops whose steps are in one list with those of loops around them -> the outermost of these
        self.positive = {}
        self.make()

    @property
    def given(self):
        """The names that have a value when the function begins."""
        return [*self.instance.params, *self.instance.given.values()]

    def make(self):
        for node, made in self.reverse.hoists_at.items():
            for n in made:
                for text in (self.reverse.hoisted.get(n), self.reverse.saved.get(n)):
                    if text:
                        self.add_extra(text, node)
        self.find_wholes()
        self.mandatory(self.lines)
        self.choose_either()
        self.choose_tests(self.lines)
        self.choose_loops()
        self.recompute()
        self.thin()
        self.uses = self.points_of_use()
        catches = any(isinstance(n, gast.Try) for n in walk(self.instance.tree))
        self.sure = surely_assigned(self.core, self.given, self.extra_at(), (lambda node: set()) if catches else surely_read)
        for level in self.fields:
            if self.fields[level] or level in self.lists or level is None:
                self.place(level)
        self.begin_what_is_captured()
        self.name_fields()

    # Versions

    def add_extra(self, text, node, early=False):
        self.extra[text] = node
        if early:
            self.early.add(text)
        self.flow.defs[node] = (
            self.flow.defs.get(node, frozenset()) | {text}
            if isinstance(node, Leaf)
            else self.flow.defs.get(node, frozenset())
        )
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
        if p.id not in self.memory.changing or p.ref or p.shape and p.id not in self.memory.lists or self.is_safe(p):
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
        """Whether what is read still stands there at the end of the function, or again where the adjoint reads it."""
        if p.id in self.reverse.restored:
            return not p.is_kept
        k = (p.id, p.point, p.after, id(p.atom), p.ref)
        if k not in self.positive:
            self.positive[k] = self.reverse.later.is_safe(p)
        return self.positive[k]

    def pasts(self, tree):
        return [n for n in walk(tree) if isinstance(n, (Past, Either))]

    def mandatory(self, lines):
        for tree in trees_in(lines):
            for n in self.pasts(tree):
                if isinstance(n, Past):
                    self.need(n)

    def need(self, p):
        """Keep what a Past reads; returns its field, or None for a counter or a place that is read as it stands."""
        if p.atom is not None:
            if self.is_of_whole(p):
                self.need(self.whole_of(p))
                return None
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
        return first, self.memory.position.get(v.name, 10**6 if v.name not in self.extra else 10**5), v.name

    def is_counter(self, v):
        """Whether a version is the counter of a loop over a range, as the loop sets it."""
        return (
            v.level is not None
            and v.defs == frozenset([('target', v.level)])
            and isinstance(v.level.stmt, gast.For)
            and self.counts(v.level) == v.name
        )

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
            if any(isinstance(a, gast.Starred) for a in s.iter.args):
                return None
            return 'range' if getattr(f, 'value', None) is range else None
        return None

    # Elements of what changes in place

    def atom_stands(self, p):
        """Whether an element may be read where it is, at the end."""
        k = ('stands', id(p))
        if k not in self.positive:
            self.positive[k] = self.is_safe(p) and not self.is_lent_number(p)
        return self.positive[k]

    def is_lent_number(self, p):
        """An element of an array that a helper was lent and has written: it would have to keep the whole array."""
        memory = self.memory
        return (
            not self.instance.entry
            and self.inference.heap is None
            and isinstance(p.type, Number)
            and p.point.level is None
            and p.id in memory.written
            and memory.storage(p.id) in {memory.storage(q) for q in self.instance.writes}
        )

    def atom_parts(self, p):
        """The Pasts inside a place that is read as it stands, its array too."""
        self.keep(self.binding.version(p.id, p.point, p.after), self.memory.type_of(p.id))
        return [n for n in walk(p.atom) if isinstance(n, Past)]

    def find_wholes(self):
        """Where parts that lie over one another are read of what changes, the whole is kept, once."""
        parts = {}
        for tree in trees_in(self.lines):
            for p in self.pasts(tree):
                if isinstance(p, Past) and p.atom is not None and is_most(p.atom) and not self.atom_stands(p):
                    parts.setdefault((p.id, p.point, p.after), set()).add(key(p.atom))
        self.wholes = {where for where, atoms in parts.items() if len(atoms) > 1}

    def is_of_whole(self, p):
        """Whether a part is read of the whole array, which is kept."""
        return is_most(p.atom) and (p.id, p.point, p.after) in self.wholes

    def whole_of(self, p):
        return Past(p.id, p.point, p.after, type=self.memory.type_of(p.id))

    def base_of(self, p):
        """The version of the array that the adjoint reads a place of; None if the place is kept by itself."""
        if self.is_of_whole(p):
            return self.version(self.whole_of(p))
        return self.binding.version(p.id, p.point, p.after) if self.atom_stands(p) else None

    def keep_atom(self, p):
        """Keep the value of an element, under a name of its own."""
        k = (key(p.atom), p.point, p.after)
        if k not in self.atoms:
            text = self.names.fresh('was')
            self.atoms[k] = text
            self.in_places |= {q.id for q in self.pasts(p.atom) if isinstance(q, Past) and q.id in self.extra}
            self.add_extra(text, p.point, early=not p.after)
            copied = isinstance(p.type, (Array, Anything)) and p.id in self.memory.arrays and not p.gathered
            self.captures.setdefault((p.point, p.after), []).append((text, plain(p.atom), copied, p.type))
        return self.keep(Version(self.atoms[k], p.point.level, frozenset([p.point])), p.type)

    def points_of_use(self):
        """For each version the places, (node, after), at which it is read."""
        out = {}
        made = [tree for lines in self.again.values() for _, _, tree in lines]
        for tree in [*trees_in(self.lines), *self.tests_in(self.lines), *self.sources_in(self.lines), *made]:
            for p in self.pasts(tree):
                for q in self.pasts(p.choice) if isinstance(p, Either) else [p]:
                    v = self.version(q) if q.atom is None else self.base_of(q)
                    out.setdefault(v, set()).add((q.point, q.after))
        return out


def is_most(atom):
    """`x[1:]`, `x[:-1, 2:]`: a part that holds most of an array."""
    if not isinstance(atom, gast.Subscript) or not isinstance(atom.value, gast.Name):
        return False
    index = atom.slice.elts if isinstance(atom.slice, gast.Tuple) else [atom.slice]
    return all(isinstance(e, gast.Slice) and is_trimmed(e) for e in index)


def is_trimmed(part):
    """Whether a slice leaves out only a few places at the ends."""
    few = lambda e: isinstance(e, gast.Constant) and isinstance(e.value, int) and e.value < 4
    low, high = part.lower, part.upper
    return part.step is None and (low is None or few(low)) and (
        high is None or isinstance(high, gast.UnaryOp) and isinstance(high.op, gast.USub) and few(high.operand)
    )


def plain(tree):
    """A tree of Pasts as the primal writes it."""

    def written(n):
        if isinstance(n, Past):
            return name(n.id) if n.atom is None else plain(n.atom)
        return name(n.id) if isinstance(n, Theirs) else None

    return transform(tree, written)
