"""Statements backwards: the adjoint of a core, one statement at a time.

`state` says of each name whether its adjoint exists at this place, and whether
the array behind it is the adjoint's own ('owned'), so that it may be changed
in place, or also has another name ('shared').
"""

import gast

from srcad.algebra import factor, key
from srcad.analysis.flow import ENTRY, assigned
from srcad.analysis.types import UNSURE, Anything, Array, ListOf, Number, TupleOf, dims_of
from srcad.core import Branch, Leaf, Loop, has_one_way, is_dead, nodes
from srcad.past import If, Index, Past, adjoint_names
from srcad.printer import comment
from srcad.reverse.calls import AdjointCalls
from srcad.reverse.lines import (
    flat,
    folded,
    handed_on,
    is_bare_pop,
    is_laid_out,
    set_first,
    shapeless,
    without_last_zeros,
    without_pops,
)
from srcad.reverse.loops import Loops
from srcad.reverse.parts import nothing
from srcad.reverse.pullback import Pullback
from srcad.reverse.receive import Receive
from srcad.reverse.restore import Restore
from srcad.reverse.settings import Settings, is_comment, settings
from srcad.reverse.statements import Statements
from srcad.reverse.writes import Writes
from srcad.shapes import copy_of
from srcad.tree import COMPREHENSIONS, assign, call, dotted, name, transform, walk

ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']


class Reverse(Settings, Statements, Loops, Restore, Writes, AdjointCalls, Receive, Pullback):
    def __init__(self, instance, core, flow, names, groups):
        self.instance, self.inference, self.core, self.flow, self.names = (
            instance,
            instance.inference,
            core,
            flow,
            names,
        )
        self.types, self.calls, self.locals = (
            dict(self.inference.types),
            self.inference.calls,
            self.inference.locals | set(instance.params),
        )
        self.tree_of_function, self.groups = instance.tree, groups
        self.changing = groups.changing
        self.hoisted, self.hoists_at, self.saved = {}, {}, {}
        self.bound, self.lazy, self.used, self.same, self.required = {}, 0, set(), {}, set()
        self.surely = False  # whether the test of a choice is looked at that is surely made
        self.state, self.out, self.gains, self.wanted, self.views_bound = {}, [], [], set(), set()
        self.stmt = self.root = self.arg = self.point = None
        self.in_write, self.written_key, self.gathered, self.sinks = False, None, None, {}
        self.unread = False  # whether no gain reads what another changes
        self.has_complex, self.conjugates = self.inference.program.has_complex, ()
        self.handed = self.passed = []  # what this adjoint is handed last, and what it hands on
        self.settings, self.around = None, settings(instance.tree.body, self.inference)
        self.comprehended = {n for c in walk(instance.tree) if isinstance(c, COMPREHENSIONS) for n in walk(c)}

    def run(self):
        """The adjoint's lines; `state` then says which adjoints exist at the end."""
        self.start()
        self.block(self.core)
        self.out = set_first(folded(self.out))
        return self.out

    def start(self):
        """What the adjoint is handed: the adjoint of the value, and the buffers of arrays that were written."""
        inst = self.instance
        self.state = {p: 'owned' for p in inst.buffers}
        self.values = []
        result = inst.result
        if isinstance(result, TupleOf):
            for k, t in enumerate(result.items):
                word = ORDINALS[k] if k < len(ORDINALS) else f'item_{k}'
                self.values.append(self.names.fresh(self.names.letter + word) if t.active else None)
        elif result.active:
            only = self.returned()
            simple = (
                isinstance(result, (Number, Array))
                and only in self.locals
                and only not in self.groups.views
                and only not in inst.buffers
                and not self.is_cell(only)
            )
            self.values = [self.names.adjoint(only) if simple else self.names.fresh(self.names.letter + 'value')]

    def returned(self):
        """The one name that all returns give, or None; the adjoint of the value may be called after it.

        It may not where the adjoint passes lines that did not run, with zeros, before it gets to the return that did.
        """
        named = {getattr(r.value, 'id', None) for r in self.inference.returns}
        flagged = [n for n in nodes(self.core) if isinstance(n, Branch) and n.stmt is None]
        passed = any(is_dead(n.orelse) for n in flagged)
        return named.pop() if len(named) == 1 and not passed else None

    def finish(self):
        """Zeros for what does not matter."""
        self.point = self.core[0] if self.core else None
        for p in self.instance.outs:
            if p not in self.state:
                self.out.append(self.zero(p))
                continue
            if self.has_complex:
                self.keep_real(p)
            shared = self.state[p] == 'shared' and isinstance(self.type_of(p), (Array, Anything))
            if shared and (not self.instance.entry or is_laid_out(self.names.adjoint(p), self.out)):
                self.out.append(self.own(p))  # whoever calls may change it
            if self.instance.entry and self.is_widened(p):
                b = self.names.adjoint(p)
                kept = f'np.{self.instance.types[p].dtype}'
                whole = call(gast.Attribute(name(b), 'astype', gast.Load()), dotted(kept))
                narrow = whole if dims_of(self.instance.types[p]) else call(kept, name(b))
                self.out.append(assign(b, narrow))
        self.out = without_last_zeros(self.out, self.own_arrays())
        self.out = handed_on(self.out, self.values, {self.names.adjoint(p) for p in self.instance.outs})

    def own_arrays(self):
        """The names of adjoints that nobody sees when this one ends."""
        if self.inference.heap is not None:
            return set()
        handed = {*self.instance.outs, *self.instance.buffers}
        return {
            self.names.adjoint(n)
            for n, t in self.groups.variables.items()
            if isinstance(t, Array) and n not in handed and n not in self.groups.views
        } - {self.names.adjoint(n) for n in handed}

    def is_widened(self, p):
        """Whether the adjoint of an argument of float32 may have met float64; a number that is given may be one."""
        t, given = self.instance.types[p], self.instance.types.values()
        wide = lambda u, more: isinstance(u, (Array, Number)) and u.kind == 'float' and u.dtype not in (t.dtype, more)
        narrow = isinstance(t, Array) and t.kind == 'float' and t.dtype not in ('float64', UNSURE)
        return narrow and (any(wide(u, t.dtype) for u in given) or any(wide(u, None) for u in self.types.values()))

    def keep_real(self, p):
        """An argument that was real may share its name with a complex number."""
        b = factor(name(self.names.adjoint(p)))
        part = self.narrowed(b, self.groups.type_of(p), self.instance.types[p])
        if part is not b:
            self.out.append(assign(self.names.adjoint(p), part.tree()))

    # Blocks

    def block(self, block):
        born = self.births(block)
        bound, start, above, here = set(self.views_bound), len(self.out), self.settings, self.settings
        for k in reversed(range(len(block))):
            around = self.setting(block[k]) if above is None else above
            if around is not here:
                self.stand_within(here, above, start)
                start, here = len(self.out), around
            self.settings = here
            self.one(
                block[k], [n for n in self.in_order(self.groups.views_of(block[: k + 1])) if n not in self.views_bound]
            )
        self.stand_within(here, above, start)
        self.views_bound, self.settings = bound, above
        self.unborn(born)

    def one(self, node, views):
        """The adjoint of a node, with the views it uses bound before it."""
        snapshot = dict(self.state), len(self.out)
        self.node(node)
        used = adjoint_names(self.out[snapshot[1] :])
        needed = [v for v in views if self.names.adjoint(v) in used]
        if needed:
            self.state, self.out[snapshot[1] :] = snapshot[0], []
            for v in views:  # a view of a view stands after what it views
                if v in needed or any(v in self.groups.bases(w) for w in needed):
                    self.bind_view(v)
            self.node(node)

    def bind_view(self, view):
        node, value = self.groups.views[view]
        self.point = node
        self.ensure_owners(view)
        if not isinstance(node, Loop):
            self.out.append(comment(self.instance.source.statement_text(node.stmt)))
        self.out.append(self.laid_out(view))
        self.views_bound.add(view)

    def laid_out(self, view):
        node, value = self.groups.views[view]
        if not isinstance(node, Loop):
            return assign(self.names.adjoint(view), self.adjoint_part(value))
        base, chain = self.path(value)
        tree = gast.Subscript(self.adjoint_place(chain, base), Index(node), gast.Load())
        return assign(self.names.adjoint(view), tree)

    def adjoint_part(self, value):
        """The part of an adjoint that belongs to a part of an array, or to one of two."""
        if isinstance(value, gast.IfExp):
            return gast.IfExp(self.tree(value.test), self.adjoint_part(value.body), self.adjoint_part(value.orelse))
        base, chain = self.path(value)
        return self.adjoint_place(chain, base)

    def adjoint_place(self, chain, base):
        """A path with the adjoint's name in the place of the array's."""
        return transform(
            chain,
            lambda n: (
                name(self.names.adjoint(base))
                if isinstance(n, gast.Name) and n.id == base and not isinstance(n, (Past, Index))
                else None
            ),
        )

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
            rest = self.out[k + 1 :]
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
        if node.stmt is None and is_dead(node.body):
            return  # what follows an exit only raises: who comes back has left by the exit
        if has_one_way(node):
            self.block(node.orelse if is_dead(node.body) else node.body)
            return
        before, outer = dict(self.state), self.out
        self.before_branch, sides = before, []
        for block in (node.body, node.orelse):
            self.state, self.out = dict(before), []
            self.block(block)
            sides.append((self.out, None if is_dead(block) and node.stmt is not None else self.state))
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
        if a is None and b is None:
            self.state = dict(self.before_branch)
            return body, orelse
        self.point, left = point, point.stmt is None  # left before, with what a name was there
        for n in [n for n in {**a, **b} if self.never_before(n, point)]:
            a.pop(n, None)
            b.pop(n, None)
        for lines, others, mine, theirs in ((body, orelse, a, b), (orelse, body, b, a)):
            for n in self.in_order(set(theirs) - set(mine)):
                made = self.made_as_zeros(n, others) if not self.is_made_anew(n, point) else None
                if made is not None:
                    others.remove(made)
                    self.out.append(self.zero(n, left))
                else:
                    lines.append(self.zero(n, left))
        both = [
            n
            for n in self.in_order(set(a) & set(b) - set(self.before_branch))
            if self.made_as_zeros(n, body) and self.made_as_zeros(n, orelse) and not self.is_made_anew(n, point)
        ]
        for n in both:
            body.remove(self.made_as_zeros(n, body))
            orelse.remove(self.made_as_zeros(n, orelse))
            self.out.append(self.zero(n, left))
        self.state = {n: 'owned' if a.get(n, 'owned') == b.get(n, 'owned') == 'owned' else 'shared' for n in {**a, **b}}
        return body, orelse

    def is_made_anew(self, n, point):
        """Whether a branch gives a name another value, or a list another length: its zeros are not of one shape."""
        listed = not isinstance(self.type_of(n), Array)
        for m in nodes([point]):
            if isinstance(m, (Leaf, Loop)) and n in (self.flow.defs[m] if listed else assigned(m.stmt)):
                if listed or not isinstance(m.stmt, gast.AugAssign):
                    return True
        return False

    def never_before(self, n, point):
        """Whether a name surely has no value yet where a branch begins."""
        if n in self.instance.params or n in self.bound.values() or n not in self.locals:
            return False
        version = self.flow.version(n, point)
        return version.level is None and version.defs == frozenset([ENTRY])

    def made_as_zeros(self, n, lines):
        """The line of a block that makes an adjoint as zeros, if its first mention is that."""
        b = self.names.adjoint(n)
        for line in lines:
            if b in adjoint_names([line]):
                zeros = (
                    isinstance(line, gast.Assign)
                    and isinstance(line.targets[0], gast.Name)
                    and line.targets[0].id == b
                    and not isinstance(self.type_of(n), Number)
                    and key(shapeless(line.value)) == key(shapeless(self.zero(n).value))
                )
                return line if zeros else None
        return None

    def in_order(self, names):
        return sorted(names, key=lambda n: (self.groups.position.get(n, 10**6), n))

    def own(self, n):
        b, t = self.names.adjoint(n), self.type_of(n)
        if n in self.changing and isinstance(t, (Array, Anything)) and not dims_of(t):  # it may be a number's
            return assign(b, call('np.array', name(b)))
        return assign(b, copy_of(name(b), t))

    def zero(self, n, after=False):
        return assign(self.names.adjoint(n), self.zeros(n, self.type_of(n), after))

    def type_of(self, n):
        return self.bound_types.get(n) or self.groups.type_of(n)

    @property
    def bound_types(self):
        return {
            v: self.types[m]
            for c in self.comprehended
            for m in [c]
            if isinstance(c, gast.Name) and c.id in self.bound
            for v in [self.bound[c.id]]
            if m in self.types
        }

    def surely_exists(self, n, after):
        """Whether a name has a value here on every way."""
        return (
            n in self.bound.values()
            or n in self.instance.params
            or ENTRY not in self.flow.version(n, self.point, after).defs
        )

    def zeros(self, n, t, after=False):
        """Zeros in the shape of the variable `n`."""
        if isinstance(t, Number):
            return nothing(t)
        shape = name(n) if n in self.bound.values() else Past(n, self.point, after, type=t, shape=True)
        if isinstance(t, ListOf) and isinstance(t.item, Number) and self.surely_exists(n, after):
            return gast.BinOp(gast.List([nothing(t.item)], gast.Load()), gast.Mult(), call('len', shape))
        return self.like('np.zeros_like' if isinstance(t, Array) else 'zeros_like', t, shape)
