"""Whether what the adjoint reads of an array that changes still stands there at the end."""

from dataclasses import replace

import gast

from srcad.analysis.call_kinds import UserCall
from srcad.analysis.dependence import Access, Dependence, trip
from srcad.analysis.flow import assigned
from srcad.analysis.liveness import names_of
from srcad.analysis.types import Array, Number
from srcad.analysis.views import dominates
from srcad.core import Leaf, Loop, levels, nodes
from srcad.past import Past
from srcad.tree import base_name, transform, walk


class Later:
    """`is_safe(p)`: no later write can meet what the Past `p` reads."""

    def __init__(self, reverse):
        self.reverse, self.memory, self.core, self.flow = reverse, reverse.groups, reverse.core, reverse.flow
        self.order = {node: k for k, node in enumerate(nodes(self.core))}
        self.ends = [n for n in nodes(self.core) if isinstance(n, Leaf) and isinstance(n.stmt, gast.Return)]
        if self.flow.ends[None] is not None:
            self.ends.append(None)
        self.dependence = None
        self.writes = {}

    def is_safe(self, p):
        v = self.flow.version(p.id, p.point, p.after, content=True)
        if v.level is None and not any('lost' in self.flow.follow(v, e) for e in self.ends):
            return True
        if p.id in self.memory.lists:
            return p.atom is not None and self.only_grows(p.id) and self.is_early_item(p.atom)
        read = self.access(p.id, self.layers(p.atom), p.point, 2 if p.after else 0)
        return not any(
            self.solver().meets_later(read, w)
            for n, w in self.writes_of(self.memory.storage(p.id))
            if self.memory.group(n) == self.memory.group(p.id) or not self.memory.is_always_fresh(n)
        )

    def is_first_write(self, leaf, n):
        """Whether what a statement overwrites of the array `n` never carried a derivative."""
        owner, *others = self.memory.owners(n)
        defs = self.memory.definitions.get(owner, [])
        if (
            others
            or owner in self.memory.instance.params
            or owner in self.memory.lists  # what is appended carries one, too
            or not self.memory.is_always_fresh(owner)
            or any(self.memory.inference.types[d.stmt.value].active for d in defs)
        ):
            return False
        if self.is_whole(owner):
            writes = [w for _, w in self.writes_of(self.memory.storage(owner))]
            mine = [w for _, w in self.leaf_writes(leaf)]
            return len(mine) == 1 and not any(self.solver().meets_earlier(mine[0], w) for w in writes)
        return len(defs) == 1 and dominates(defs[0], leaf) and (n == owner or not self.is_given_away(owner)) and \
            self.is_first_since(defs[0], leaf, owner)

    def is_given_away(self, n):
        """Whether another name takes over the array."""
        moved = [
            d.stmt for defs in self.memory.definitions.values() for d in defs if d.stmt in self.memory.inference.moves
        ]
        return any(n in names_of(s.value) for s in moved)

    def is_first_since(self, birth, leaf, owner):
        """Whether no write between the statement that makes an array, in the same trip, and this one meets this one."""
        around = [l.stmt for l in levels(birth)][::-1]
        since = lambda node: [
            replace(w, loops=w.loops[len(around):])
            for _, w in self.leaf_writes(node, owner)
            if w.array == self.memory.storage(owner) and list(w.loops[: len(around)]) == around
        ]
        mine = since(leaf)
        writes = [w for node in nodes(self.core) if isinstance(node, Leaf) for w in since(node)]
        return len(mine) == 1 and not any(self.solver().meets_earlier(mine[0], w) for w in writes)

    def only_grows(self, n):
        return not any(
            isinstance(node, Leaf)
            and (
                isinstance(node.stmt, (gast.Assign, gast.AugAssign))
                or any(c in self.memory.inference.changed_by for c in walk(node.stmt))
            )
            and n in self.memory.touched(node)
            for node in nodes(self.core)
        )

    def is_early_item(self, atom):
        """A place counted from the front, which no append changes."""
        while isinstance(atom.value, gast.Subscript):
            atom = atom.value
        k = atom.slice
        if isinstance(k, gast.Constant):
            return isinstance(k.value, int) and k.value >= 0
        if isinstance(k, Past) and k.atom is None:
            loop = next((l for l in levels(k.point) if isinstance(l.stmt, gast.For) and k.id in assigned(l.stmt)), None)
            return loop is not None and self.counts_up(loop, k.id)
        return False

    def counts_up(self, loop, n):
        s = loop.stmt
        if not (isinstance(s.iter, gast.Call) and isinstance(s.iter.func, gast.Name)) or any(
            n in self.flow.defs.get(node, ()) for node in nodes(loop.body)
        ):
            return False
        args = s.iter.args
        if s.iter.keywords or any(isinstance(a, gast.Starred) for a in args):
            return False
        if s.iter.func.id == 'enumerate' and len(args) == 1 and isinstance(s.target, gast.Tuple):
            return getattr(s.target.elts[0], 'id', None) == n
        return s.iter.func.id == 'range' and (
            len(args) == 1 or isinstance(args[0], gast.Constant) and args[0].value >= 0 and len(args) == 2
        )

    # For the solver

    def solver(self):
        if self.dependence is None:
            function = self.memory.instance.tree
            single = {
                n
                for n, d in self.memory.definitions.items()
                if len(d) == 1
                and isinstance(d[0], Leaf)
                and d[0].level is None
                and n not in self.memory.instance.params
            }
            fixed = {
                p for p in self.memory.instance.params if p not in self.memory.definitions and not self.is_augmented(p)
            }
            ints = {
                n
                for n in single | fixed
                if isinstance(self.memory.variables.get(n), Number)
                and self.memory.variables[n].kind == 'int'
                and not self.is_augmented(n)
            }
            values = {
                n: self.memory.definitions[n][0].stmt.value
                for n in ints & single
                if isinstance(self.memory.definitions[n][0].stmt.targets[0], gast.Name)
            }
            sizes = {
                n: self.memory.storage(n)
                for n in single | fixed
                if isinstance(self.memory.variables.get(n), Array) and n not in self.memory.views and self.is_whole(n)
            }
            self.dependence = Dependence(function, ints, sizes, values)
        return self.dependence

    def is_augmented(self, n):
        return any(
            isinstance(node, Leaf)
            and isinstance(node.stmt, gast.AugAssign)
            and getattr(node.stmt.target, 'id', None) == n
            and isinstance(self.memory.variables.get(n), Number)
            for node in nodes(self.core)
        )

    def is_whole(self, n):
        """Whether a name is the only owner in its storage, bound once."""
        owners = {o for m in self.memory.mates(n) for o in self.memory.owners(m)} | {n}
        return owners == {n} and len(self.memory.definitions.get(n, [])) + (n in self.memory.instance.params) == 1

    def layers(self, atom):
        out = []
        while isinstance(atom, gast.Subscript):
            index = atom.slice.elts if isinstance(atom.slice, gast.Tuple) else [atom.slice]
            out.insert(0, tuple(self.plain(e) for e in index))
            atom = atom.value
        return tuple(out) if isinstance(atom, gast.Name) or atom is None else None

    def plain(self, tree):
        return transform(tree, lambda n: gast.Name(n.id, gast.Load(), None, None) if isinstance(n, Past) else None)

    def access(self, n, layers, node, late, alone=None):
        """An access through the name `n`; through views to their owner, if that stays one array or is `alone`."""
        view = n
        owner, *others = self.memory.owners(n)
        while layers is not None and not others and view in self.memory.views:
            at, value = self.memory.views[view]
            if at not in levels(node) if isinstance(at, Loop) else not dominates(at, node):
                layers = None
                break
            layers = self.through(at, value, layers)
            view = base_name(value)
        if others or owner != alone and not self.is_whole(owner):
            layers = None
        around = [l.stmt for l in levels(node)][::-1]
        return Access(self.memory.storage(n), layers, (self.order[node], late), tuple(around))

    def through(self, at, value, layers):
        """The layers of subscripts below a view, as those below what it is a part of; None if they are not known."""
        if (
            isinstance(at, Loop)
            and isinstance(value, gast.Attribute)
            and value.attr == 'T'
            and isinstance(value.value, gast.Name)
        ):
            # a row of A.T is A[..., k]; what is below it may be all of it
            return ((gast.Constant(..., None), trip(at.stmt)),)
        above = self.layers(value) if not has_attribute(value) else None
        if above is None:
            return None
        return (*above, (trip(at.stmt),), *layers) if isinstance(at, Loop) else above + layers

    def writes_of(self, storage):
        if storage not in self.writes:
            self.writes[storage] = [
                (n, w)
                for node in nodes(self.core)
                if isinstance(node, Leaf)
                for n, w in self.leaf_writes(node)
                if w.array == storage
            ]
        return self.writes[storage]

    def leaf_writes(self, node, alone=None):
        s = node.stmt
        targets = s.targets if isinstance(s, gast.Assign) else [s.target] if isinstance(s, gast.AugAssign) else []
        for to in targets:
            for e in to.elts if isinstance(to, gast.Tuple) else [to]:
                n = base_name(e)
                if isinstance(e, gast.Subscript) and n in self.memory.changing:
                    yield n, self.access(n, self.layers(e) if not has_attribute(e) else None, node, 1, alone)
                elif isinstance(s, gast.AugAssign) and n in self.memory.written:
                    yield n, self.access(n, (), node, 1, alone)
        for c in walk(s):
            found = self.memory.inference.calls.get(c)
            if isinstance(found, UserCall):
                for p, a in zip(found.instance.params, found.args):
                    if p in found.instance.writes:
                        yield base_name(a), self.access(base_name(a), None, node, 1, alone)
            for n in self.memory.inference.changed_by.get(c, ()):
                if n in self.memory.changing:
                    yield n, self.access(n, None, node, 1, alone)


def has_attribute(node):
    while isinstance(node, (gast.Subscript, gast.Attribute)):
        if isinstance(node, gast.Attribute):
            return True
        node = node.value
    return False
