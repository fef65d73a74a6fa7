"""Owners and views: which arrays and lists change in place, and through which names.

Nothing here matters for arrays that nobody writes; those are values. In a group
that is written, a name is an owner (a parameter, or always bound to a fresh
array) or a view (bound once, to a part of another name of the group).
"""

import gast

from srcad.analysis.call_kinds import ListAppend, UserCall
from srcad.analysis.flow import assigned
from srcad.analysis.liveness import is_exchange, names_of
from srcad.analysis.types import BOTTOM, Anything, Array, ListOf, Number, Struct, TupleOf
from srcad.core import Leaf, Loop, levels, nodes
from srcad.tree import Ours, base_name, walk


class Memory:
    """What a function's names stand for in memory."""

    is_lent = False  # whether a caller may still change whatever is kept
    several = frozenset()  # the names of what is a number in one case and something else in another

    @property
    def arrays(self):
        """The names of what may be an array that changes."""
        return self.written

    def __init__(self, instance, core):
        self.instance, self.inference, self.core = instance, instance.inference, core
        self.variables = self.all_types()
        for n, t in self.variables.items():
            if may_be_listed(t):
                at = next((m for m in self.inference.types if getattr(m, 'id', None) == n), instance.tree)
                self.inference.only_by_reference(f'{n} is a list and something else in turn: use two names', at)
        roots = {self.inference.groups.find(n) for n in self.inference.written}
        self.written = {n for n in self.variables if self.inference.groups.find(n) in roots}
        lists = {self.inference.groups.find(n) for n in self.inference.listed}
        self.lists = {
            n
            for n in self.variables
            if self.inference.groups.find(n) in lists and isinstance(self.variables[n], ListOf)
        }
        self.changing = self.written | self.lists
        self.swaps()
        written = {self.storage(n) for n in self.written}
        self.written = {n for n in self.variables if self.storage(n) in written}
        for n in sorted(self.written):
            if isinstance(self.variables[n], Struct):
                self.inference.only_by_reference(f'an array that the object {n} holds is written', instance.tree)
        self.changing = self.written | self.lists
        self.position = {}
        for n in [
            *instance.params,
            *(n for node in nodes(core) if isinstance(node, (Leaf, Loop)) for n in assigned(node.stmt)),
        ]:
            self.position.setdefault(n, len(self.position))
        self.definitions = {}
        for node in nodes(core):
            if isinstance(node, (Leaf, Loop)):
                for n in assigned(node.stmt):
                    if not isinstance(node.stmt, gast.AugAssign):
                        self.definitions.setdefault(n, []).append(node)
        self.writers_stand_alone()
        self.moved_names_are_the_last()
        self.params_keep_their_names()
        self.numbers_stay_numbers()
        self.views, self.grown = {}, {}
        for n in sorted(self.written):
            if self.is_active(self.group(n)):
                self.classify(n)
        for n in sorted(self.lists):
            if self.is_active(self.group(n)):
                self.classify_list(n)
        self.parts_end_with_their_arrays()

    def writers_stand_alone(self):
        """A call that writes into an argument must not stand among reads of it: their order would count."""
        for node in nodes(self.core):
            s = getattr(node, 'stmt', None)
            if s is None:
                continue
            heads = [s.test] if isinstance(s, (gast.If, gast.While)) else [s.iter] if isinstance(s, gast.For) else [s]
            heads = [] if isinstance(s, gast.Try) else heads
            for n in [n for h in heads for n in walk(h)]:
                c = self.inference.calls.get(n)
                if isinstance(c, UserCall) and c.instance.writes and not self.stands_alone(n, s):
                    self.inference.refuse(
                        f'{c.instance.name} writes into its argument {min(c.instance.writes)}: '
                        'call it in a statement of its own',
                        n,
                    )
                changed = self.inference.changed_by.get(n, set()) & self.changing
                if changed and not self.stands_alone(n, s):
                    self.inference.refuse(f'this may change {min(changed)}: call it in a statement of its own', n)

    def stands_alone(self, call, s):
        if not isinstance(s, (gast.Assign, gast.AugAssign, gast.Expr, gast.Return)) or s.value is not call:
            return False
        if isinstance(s, gast.AugAssign):
            number = isinstance(s.target, gast.Name) and isinstance(self.inference.old_types.get(s), Number)
            return number and self.inference.types[call].active  # else nothing pushes to it
        places = s.targets[0] if isinstance(s, gast.Assign) else None
        return places is None or all(isinstance(e, gast.Name) for e in getattr(places, 'elts', [places]))

    def moved_names_are_the_last(self):
        """An array or a list that changes must not take another name where a third name of it is used after that."""
        for s, live in self.inference.moves.items():
            names = names_of(s.targets[0]) | names_of(s.value)
            given = {n for t in names_of(s.targets[0]) for n in names_of(s.value) if t in self.lists}
            for n in sorted(names_of(s.value) & self.changing | given):
                third = sorted(set(self.members(self.group(n))) & live - names)
                if third:
                    self.refuse(f'{n}, which takes another name here, is {third[0]} as well: use .copy()', s)

    def numbers_stay_numbers(self):
        """A number must not give its name to an array without axes that is written: that has an adjoint of another kind."""
        for node, t in self.inference.types.items():
            n = getattr(node, 'id', None)
            if n not in self.written or not isinstance(t, Array) or t.dims:
                continue
            if isinstance(self.instance.types.get(n), Number):
                what = f'{n} is a number first, and then an array without axes that changes'
                self.refuse(f'{what}: use two names', node)
            if isinstance(self.variables.get(n), Anything):
                self.inference.only_by_reference(f'{n} is an array without axes and another in turn: use two names', node)

    def params_keep_their_names(self):
        """In a helper, an array that it was lent and that is written must not take another name."""
        if self.instance.entry:
            return
        for p in self.instance.params:
            again = self.definitions.get(p) if p in self.instance.writes and isinstance(self.variables.get(p), Array) else None
            if again:
                why = f'{self.instance.name} writes into its argument {p}, which means another array later'
                self.inference.only_by_reference(f'{why}: use another name', again[0].stmt)
        for node in nodes(self.core):
            if isinstance(node, Leaf) and node.stmt in self.inference.moves:
                names = names_of(node.stmt.targets[0]) | names_of(node.stmt.value)
                for p in self.instance.params:
                    if p in self.written and any(self.storage(n) == self.storage(p) for n in names):
                        self.refuse(
                            f'{self.instance.name} writes into its argument {p}, which takes another name here: '
                            'use .copy()',
                            node,
                        )

    def parts_end_with_their_arrays(self):
        """A part of an array must not be used where another name has taken over the array."""
        for s, live in self.inference.moves.items():
            for n in sorted(live & self.views.keys()):
                if names_of(s.value) & set(self.bases(n)):
                    self.inference.refuse(
                        f'{n}, which is used after this, is a part of an array that takes another name here: '
                        'use .copy()',
                        s,
                    )

    def all_types(self):
        """One type for each variable: that of all its values."""
        out = dict(self.instance.types)
        for node, t in self.inference.types.items():
            if (
                isinstance(node, gast.Name)
                and node.id in self.inference.locals
                and not isinstance(t, type(BOTTOM))
                and not isinstance(node, Ours)
            ):
                out[node.id] = self.inference.join(out[node.id], t, (node.id,)) if node.id in out else t
        return out

    def type_of(self, n):
        return self.variables[n]

    def group(self, n):
        return self.inference.groups.find(n)

    def members(self, group):
        return [n for n in self.variables if self.group(n) == group]

    def is_active(self, group):
        written = any(self.group(n) == group for n in self.inference.active_writes)  # of which a lender reads more
        return written or any(self.variables[n].active for n in self.members(group))

    def refuse(self, message, node):
        self.inference.refuse(message, getattr(node, 'stmt', node))

    def classify(self, n):
        """Say whether a name of a written group is an owner or a view; refuse what is neither."""
        t = self.variables[n]
        if isinstance(t, Number):
            return
        defs = self.definitions.get(n, [])
        lent = n in self.instance.params and not self.instance.entry
        if isinstance(t, Anything) and (lent or len(self.members(self.group(n))) > 1):
            why = f'srcad does not know the axes of {n}, which has another name where it is written in place'
            self.inference.only_by_reference(f'{why}: use reshape, or make a new array', defs[0].stmt if defs else self.instance.tree)
        if isinstance(t, (ListOf, TupleOf)):
            if n in self.instance.params or defs:
                self.refuse(
                    f'the arrays in {n} are written in place, which srcad does not follow through a list here: '
                    'give each array a name',
                    defs[0] if defs else self.instance.tree,
                )
        parts = [self.view_value(n, d) for d in defs]
        views = [(d, v) for d, v in zip(defs, parts) if v is not None]
        if not views:
            return
        if len(defs) > 1 or n in self.instance.params:
            self.refuse(
                f'{n} is written in place and names different arrays here: use another name, or .copy()', views[0][0]
            )
        node, value = views[0]
        if not all(is_path(side, self.inference) for side in self.sides(value, node)):
            self.refuse(
                f'{n} may or may not share its memory with another array that is written in place: use .copy()', node
            )
        for base in map(base_name, self.sides(value, node)):
            if len(self.definitions.get(base, [])) + (base in self.instance.params) > 1:
                self.refuse(
                    f'{n} is a part of {base}, which names different arrays in turn: use .copy(), or another name', node
                )
        for other in nodes(self.core):
            if (
                isinstance(other, (Leaf, Loop))
                and other is not node
                and n in names_anywhere(other.stmt)
                and (node not in levels(other) if isinstance(node, Loop) else not dominates(node, other))
            ):
                self.refuse(
                    f'{n} is a part of an array that is written, and is used where it may be an older part: '
                    'take it in the same block',
                    other,
                )
        self.views[n] = node, value

    def view_value(self, n, node):
        """The expression of which `n` becomes a view at a definition; None for a fresh array."""
        if isinstance(node, Loop):
            source = node.stmt.iter
            if not isinstance(node.stmt.target, gast.Name):
                for name, part in self.loop_parts(node.stmt):
                    if name == n:
                        return self.loop_source(part, node)
                self.refuse(f'srcad does not follow {n}, a part of an array that is written: use .copy()', node)
            return self.loop_source(source, node)
        s = node.stmt
        if isinstance(s, gast.With):
            self.refuse(
                f'srcad does not follow what is written into {n}, which a context gave: give it a value of its own',
                node,
            )
        if s in self.inference.moves:
            return None
        if isinstance(self.inference.types.get(s.value), Number):
            return None
        if isinstance(s.targets[0], gast.Name):
            others = self.inference.aliases(s.value)
            return s.value if others else None
        value = s.value
        if isinstance(value, (gast.Tuple, gast.List)):
            for e, v in zip(s.targets[0].elts, value.elts):
                if getattr(e, 'id', None) == n:
                    if self.inference.aliases(v):
                        self.refuse(f'srcad wants {n} to be assigned in a statement of its own', node)
                    return None
        if self.inference.aliases(value):
            self.refuse(f'srcad wants {n} to be assigned in a statement of its own', node)
        call = self.inference.calls.get(value)
        if isinstance(call, UserCall) and call.instance.inference.parts_share():
            self.refuse(f'{n} may share its memory with another array that this call returns: use .copy()', node)
        return None

    def loop_parts(self, s):
        if (
            isinstance(s.iter, gast.Call)
            and getattr(s.iter.func, 'id', '') == 'enumerate'
            and isinstance(s.target, gast.Tuple)
        ):
            return [(getattr(s.target.elts[1], 'id', None), s.iter.args[0])]
        if (
            isinstance(s.iter, gast.Call)
            and getattr(s.iter.func, 'id', '') == 'zip'
            and isinstance(s.target, gast.Tuple)
        ):
            return [(getattr(e, 'id', None), a) for e, a in zip(s.target.elts, s.iter.args)]
        return []

    def loop_source(self, source, node):
        if isinstance(source, gast.Call):
            if self.inference.aliases(source):
                self.refuse(
                    'srcad follows the rows of an array that is written only in a loop over the array itself: '
                    'use for k in range(len(...))',
                    node,
                )
            return None
        return source if self.inference.aliases(source) else None

    def classify_list(self, n):
        defs = self.definitions.get(n, [])
        if len(self.members(self.group(n))) > 1 and any(
            m != n and isinstance(self.variables[m], ListOf) and m in self.lists for m in self.members(self.group(n))
        ):
            self.refuse(
                f'{n} is a list with two names that changes: use one name',
                defs[0] if defs else self.instance.tree,
            )
        if len(defs) != 1:
            self.refuse(
                f'the list {n} grows and is made in {len(defs)} places: give each its own name',
                defs[0] if defs else self.instance.tree,
            )
        self.grown.setdefault(defs[0], []).append(n)

    def owners(self, n):
        """The names whose adjoints hold that of `n`: one, or several of which the run chooses one."""
        if n not in self.views:
            return [n]
        return list(dict.fromkeys(o for base in self.direct_bases(n) for o in self.owners(base)))

    def bases(self, n):
        """The names of what `n` is a part of, and of what those are parts of."""
        direct = self.direct_bases(n) if n in self.views else []
        return direct + [m for base in direct for m in self.bases(base)]

    def direct_bases(self, n):
        node, value = self.views[n]
        return [base_name(side) for side in self.sides(value, node)]

    def sides(self, value, node):
        """What a view is a part of: the value, or each side of a choice."""
        if isinstance(node, Loop) or not is_choice_of_parts(value, self.inference):
            return [value]
        return self.sides(value.body, node) + self.sides(value.orelse, node)

    def views_of(self, block):
        """The views that nodes of a block define, and that the loop defines whose body it is."""
        loop = block[0].parent if block and isinstance(block[0].parent, Loop) else None
        return [n for n, (node, _) in self.views.items() if node in block[:-1] or node is loop]

    def touched(self, leaf):
        """The names whose contents a statement changes."""
        return set().union(*map(self.mates, self.written_through(leaf)))

    def written_through(self, leaf):
        """The names with which a statement changes the contents of something."""
        s, out = leaf.stmt, set()
        for to in (s.targets if isinstance(s, gast.Assign) else [s.target] if isinstance(s, gast.AugAssign) else []):
            for e in to.elts if isinstance(to, gast.Tuple) else [to]:
                if (
                    isinstance(e, gast.Subscript)
                    or isinstance(s, gast.AugAssign)
                    and isinstance(self.inference.old_types.get(s), (Array, Anything))
                ):
                    out.add(base_name(e))
        for n in walk(s):
            c = self.inference.calls.get(n)
            if isinstance(c, UserCall):
                out |= {base_name(a) for p, a in zip(c.instance.params, c.args) if p in c.instance.writes}
            elif isinstance(c, ListAppend):
                out.add(c.items.id)
            out |= self.inference.changed_by.get(n, set())
        return out

    def is_changed(self, p):
        """Whether the array that a parameter brings changes: through it, a part of it, or a name that takes it over."""
        names, more = set(), {p}
        while more != names:
            names = more
            more = names | {
                n for n, defs in self.definitions.items() if any(self.may_pass_on(d, n, names) for d in defs)
            }
        return any(
            self.written_through(node) & (names | {None}) for node in nodes(self.core) if isinstance(node, Leaf)
        )

    def may_pass_on(self, node, n, names):
        """Whether a definition of `n` may give it memory of these names."""
        s = node.stmt
        if isinstance(s, (gast.For, gast.Assign)):
            value = s.iter if isinstance(s, gast.For) else s.value
            if is_exchange(s, self.inference.moves):
                value = dict(zip((e.id for e in s.targets[0].elts), value.elts))[n]
            return bool(self.inference.aliases(value) & names)
        return bool(names_anywhere(s) & names)

    def mates(self, n):
        """The names that may, now or in another trip, mean the memory of `n`."""
        return {m for m in self.changing if self.storage(m) == self.storage(n)}

    def storage(self, n):
        """What `n` shares its memory with, if names that change places count as one."""
        root = self.group(n)
        while root in self.swapped:
            root = self.swapped[root]
        return root

    def is_always_fresh(self, n):
        """Whether a name only ever means arrays that were made for it."""
        return (
            n not in self.instance.params
            and n not in self.views
            and all(
                isinstance(d, Leaf)
                and isinstance(d.stmt, gast.Assign)
                and isinstance(d.stmt.targets[0], gast.Name)
                and d.stmt not in self.inference.moves
                and not self.inference.aliases(d.stmt.value)
                for d in self.definitions.get(n, [])
            )
        )

    def swaps(self):
        """`A, B = B, A` and `u = new`, where new is not used again: one storage for both."""
        self.swapped = {}
        for node in nodes(self.core):
            if isinstance(node, Leaf) and node.stmt in self.inference.moves:
                names = names_of(node.stmt.targets[0]) | names_of(node.stmt.value)
                first, *rest = sorted({self.storage(n) for n in names})
                self.swapped.update({r: first for r in rest})


def may_be_listed(t):
    """Whether a value that carries a derivative is a list in one case and not in another, or holds such a value."""
    if isinstance(t, Anything):
        return t.active and t.listed
    return any(map(may_be_listed, t.items if isinstance(t, TupleOf) else [t.item] if isinstance(t, ListOf) else ()))


def names_anywhere(s):
    """The names of a statement; of a loop, those of its head."""
    part = (
        gast.Tuple([s.target, s.iter], gast.Load())
        if isinstance(s, gast.For)
        else s.test if isinstance(s, gast.While) else s
    )
    return {n.id for n in walk(part) if isinstance(n, gast.Name)}


def dominates(node, other):
    """Whether `node` runs before `other` in each trip and on each way that gets there."""
    while other is not None:
        if node is other.parent or other.block is node.block and other.block.index(node) < other.block.index(other):
            return True
        other = other.parent
    return False


def is_choice_of_parts(node, inference):
    """Whether an expression is one of two arrays or parts of arrays, as a test says that carries no derivative."""
    return (
        isinstance(node, gast.IfExp)
        and isinstance(inference.types.get(node), Array)
        and not inference.types[node.test].active
        and all(is_choice_of_parts(side, inference) or is_path(side, inference) for side in (node.body, node.orelse))
    )


def is_path(node, inference):
    """Whether an expression is a name, or basic subscripts and transposes of one."""
    if isinstance(node, gast.Name):
        return True
    if isinstance(node, gast.Subscript):
        return not inference.may_gather(node) and is_path(node.value, inference)
    t = inference.types.get(getattr(node, 'value', None))
    part = (
        node.attr == 'T' or node.attr in ('real', 'imag') and isinstance(t, Array)
        if isinstance(node, gast.Attribute)
        else False
    )
    return part and is_path(node.value, inference)
