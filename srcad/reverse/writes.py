"""Writes to arrays backwards: the adjoint of what was there ends, that of what is written begins."""

from collections import Counter

import gast

from srcad.algebra import Term, combined, factor, key, product, total
from srcad.analysis.indexing import is_ellipsis
from srcad.analysis.flow import names_read
from srcad.analysis.types import Array, ListOf, Number, TupleOf, dims_of
from srcad.reverse.receive import Gain, as_argument, augmented, is_fresh, reads, stored
from srcad.shapes import copy_of, subscript
from srcad.tree import COMPREHENSIONS, assign, base_name, call, constant, name, transform, tuple_of, walk


class Writes:
    """The part of `Reverse` for arrays that change."""

    def captured_write(self, to):
        """For one write of several: its adjoint under a name, and zero in its place."""
        owner = self.path(to.value)
        if owner is None or not self.present(owner[0]):
            return None
        if self.inference.may_gather(to):
            self.inference.refuse('srcad wants this write in a statement of its own', to)
        self.ensure_owners(owner[0])
        place = self.adjoint_place(gast.Subscript(owner[1], self.index_of(to), gast.Load()), owner[0])
        t = as_element(self.types[to])
        if isinstance(t, (ListOf, TupleOf)):
            self.inference.only_by_reference('a list or tuple takes the place of another here', self.stmt)
        temporary = self.temporary('bwritten')
        self.out.append(assign(temporary, copy_of(place, t)))
        self.out.append(assign(place, constant(0.0 if isinstance(t, Number) else 0)))
        return factor(name(temporary), dims_of(t))

    def present(self, n):
        return any(owner in self.state for owner in self.groups.owners(n))

    def write(self, to, value, op):
        """`A[r] = e`, `A[r] += e`, `x += e`: the adjoint of what was there ends here, that of `e` begins."""
        if isinstance(to, gast.Name):
            base, place = to.id, name(to.id)
            if dims_of(self.types[to]) == ():
                place = subscript(place, tuple_of([]))
        else:
            owner = self.path(to.value)
            if owner is None:
                base = base_name(to)
                if base is not None and base not in self.instance.types and base not in self.inference.locals:
                    self.inference.refuse(
                        f'{base} is not a variable of this function: pass it as an argument, and write into that', to
                    )
                self.inference.refuse('srcad cannot follow this write: give the array a name first', to)
            base = owner[0]
        if not self.present(base):
            return self.effects(value)
        in_list = isinstance(to, gast.Subscript) and isinstance(self.types[to.value], ListOf)
        if in_list and op is None and not isinstance(self.types[to], Number):  # each may have a shape of its own
            self.inference.only_by_reference('an array takes the place of another in a list here', to)
        self.in_write = True
        if not isinstance(to, gast.Name):
            whole = (
                is_whole(to.slice)
                and isinstance(owner[1], (gast.Name, gast.Subscript))
                and dims_of(self.types[to.value]) not in (None, ())
            )
            place = owner[1] if whole else gast.Subscript(owner[1], self.index_of(to), gast.Load())
        self.ensure_owners(base)
        there = self.adjoint_place(place, base)
        t = as_element(self.types[to])
        b = factor(there, dims_of(t))
        gathers = isinstance(to, gast.Subscript) and self.inference.may_gather(to)
        given, self.written_key = b, None if gathers else key(there)
        self.gathered = key(there) if gathers and self.inference.is_gather(to) else None
        once = isinstance(to, gast.Subscript) and not hasattr(self.stmt, 'at')
        if once and self.inference.may_gather(to) and self.may_meet_twice(to):
            if isinstance(op, gast.MatMult):
                why = 'srcad does not follow @= of what an index may name twice'
                self.inference.refuse(f'{why}: write a[k] = a[k] @ b', to)
            given = factor(call('stayed', there.value, as_argument(there.slice)), dims_of(t))
            if not (isinstance(value, gast.Name) and isinstance(self.types[value], Number)):
                given = self.named(given, 'bwritten')
        group = self.groups.group(base)
        if self.has_lines_of_its_own(value) and any(self.groups.group(n) == group for n in names_read(value)):
            return self.settle_first(to, value, op, there, given if given is not b else None, t, base)
        same = self.push_write(to, value, op, b, given, t)
        mates = [g for g in self.gains if self.groups.group(g.base) == group or self.gives_arrays(g)]
        self.gains = [g for g in self.gains if g not in mates]
        here = key(there)
        is_here = lambda g: not g.scatter and key(self.adjoint_place(g.place or name(g.base), g.base)) == here
        same += [g.term for g in mates if is_here(g)]
        rest = [g for g in mates if not is_here(g)]
        same = combined(same) if same else []
        same = [x for x in same if x.coef != 0]
        identity = [x for x in same if x.key() == b.key()]
        if len(same) == 1 and same[0].coef != 1:  # `*= 2`
            identity = []
        elif identity:
            same = [x for x in same if x.key() != b.key()] + [
                Term(x.coef - 1, x.over, x.under) for x in identity if x.coef != 1
            ]
        lines = len(rest) + bool(same or not identity)
        several = lines > 1 or any(map(self.gives_arrays, rest))
        if several and any(reads(g.term, self.mate_names(group)) for g in rest):
            swap = None
            others = [replaced(g.term, here, constant(0)) for g in rest]
            if (
                isinstance(t, Number)
                and not any(reads(x, self.mate_names(group)) for x in others)
                and all(self.is_elsewhere(g, place, base) for g in rest)
            ):
                swap = self.after_settling(rest, same, identity, there)
            self.unread = swap is not None
            if swap is None:
                temporary = self.temporary('bwritten')
                self.out.append(assign(temporary, copy_of(there, t)))
                swap = lambda x: replaced(x, here, name(temporary))
            rest = [Gain(g.base, swap(g.term), g.type, g.place, g.scatter, g.part) for g in rest]
        self.flush()
        self.settle(there, same, bool(identity), t, base)
        self.gains = rest
        self.flush()
        self.in_write = self.unread = False

    def gives_arrays(self, gain):
        """Whether several arrays receive something, one of which may be what is written."""
        return False

    def is_elsewhere(self, g, place, base):
        """Whether what a gain changes is surely no part of the place that is written."""
        if g.place is None or g.scatter or self.instance.inference.heap is not None:
            return False
        one, other = (
            self.later.access(n, self.later.layers(p), self.point, 1) for n, p in ((base, place), (g.base, g.place))
        )
        return not self.later.solver().overlap(one, other)

    def after_settling(self, rest, same, identity, there):
        """What makes of a term with the adjoint of a written number one with its new adjoint; None if that cannot be.

        After `A[i] /= y`, `bA[i] /= y`: what y receives is `-bA[i] * A[i]`, without a division.
        """
        if identity:
            return None if same else lambda x: x
        if len(same) != 1 or same[0].coef != 1 or not all(holds(g.term, same[0]) for g in rest):
            return None
        return lambda x: product(factor(there), without(x, same[0]))

    def has_lines_of_its_own(self, value):
        """Whether the adjoint of an expression is an `if` or a loop, which hands on at once what its parts receive."""
        return any(
            isinstance(c, (gast.IfExp, gast.BoolOp) + COMPREHENSIONS)
            or getattr(self.calls.get(c), 'key', None) in (max, min)
            for c in walk(value)
        )

    def settle_first(self, to, value, op, there, given, t, base):
        """A write whose value changes the adjoint of the array at once: the written place has its new one before."""
        temporary = self.temporary('bwritten')
        self.out.append(assign(temporary, copy_of(there, t)))
        b, self.written_key = factor(name(temporary), dims_of(t)), None
        read = self.operation_of(to, value, op, t)
        same = self.place_terms(to, read, b)
        identity = any(x.key() == b.key() and x.coef == 1 for x in same)
        self.settle(there, [] if identity else same, identity, t, base)
        self.push_value(to, read, value, given or b, t)
        self.flush()
        self.in_write = False

    def index_of(self, to):
        """The index of a written place; of one element without `...`, which would make a view of it."""
        if dims_of(self.types[to]) != ():
            return self.tree(to.slice)
        index = to.slice.elts if isinstance(to.slice, gast.Tuple) else [to.slice]
        if not any(map(is_ellipsis, index)):
            return self.tree(to.slice)
        return tuple_of([self.tree(e) for e in index if not is_ellipsis(e)])

    def apart(self, tree, t):
        """In a write, what stands for the written part of an adjoint is copied: that part changes next."""
        if self.in_write and not isinstance(t, Number) and not is_fresh(tree) and key(tree) != self.gathered:
            return copy_of(tree, t)
        return tree

    def mate_names(self, group):
        return {self.names.adjoint(n) for n in self.groups.members(group)}

    def push_write(self, to, value, op, b, given, t):
        """Push the value of a write; the terms that go straight back to the place that was written."""
        read = self.operation_of(to, value, op, t)
        same = self.place_terms(to, read, b)
        self.push_value(to, read, value, given, t)
        return same

    def operation_of(self, to, value, op, t):
        """The operation that `to op= value` does, as an expression; None for a plain write."""
        if op is None:
            self.root = value
            self.types.setdefault(to, t)
            return None
        read = gast.BinOp(to, op, value)
        self.types[read] = t
        self.root = read
        return read

    def place_terms(self, to, read, b):
        """What the place that is written receives itself."""
        if read is None:
            return []
        rule, args, _ = self.operands(read)
        self.arg = to
        return [self.contribution(read, rule, args, 'x', b)] if 'x' in rule.formulas else []

    def push_value(self, to, read, value, given, t):
        """What the value of a write receives."""
        self.arg = value
        if not self.types[value].active:
            return
        if read is None:
            return self.push(value, self.narrowed(self.fit(given, to, value), t, self.types[value]))
        rule, args, _ = self.operands(read)
        if 'y' in rule.formulas:
            linking = isinstance(read.op, (gast.Mult, gast.Div))
            self.push(value, self.contribution(read, rule, args, 'y', given), chain=linking and given.dims == ())

    def settle(self, there, same, identity, t, base):
        """The line that gives the written place its new adjoint."""
        if identity:
            if same:
                self.out.append(augmented(there, same))
            return
        if not same:
            if self.later.is_first_write(self.point, base):
                return
            if isinstance(t, (ListOf, TupleOf)):
                self.inference.only_by_reference('a list or tuple takes the place of another here', self.stmt)
            zero = (
                there
                if isinstance(there, gast.Subscript)
                else gast.Subscript(there, gast.Constant(..., None), gast.Load())
            )
            self.out.append(assign(stored(zero), constant(0.0 if isinstance(t, Number) else 0)))
            return
        first = same[0]
        if len(same) == 1 and any(key(f) == key(there) for f, _ in first.over):
            over = list(first.over)
            k = next(i for i, (f, _) in enumerate(over) if key(f) == key(there))
            del over[k]
            if over or first.coef != 1:
                self.out.append(
                    gast.AugAssign(stored(there), gast.Mult(), Term(first.coef, tuple(over), first.under).tree())
                )
            else:
                self.out.append(gast.AugAssign(stored(there), gast.Div(), Term(1, first.under).tree()))
            return
        if isinstance(there, gast.Name):
            there = gast.Subscript(there, gast.Constant(..., None), gast.Load())
        self.out.append(assign(stored(there), total(same)))


def is_whole(index):
    """`...`, or a single `:`."""
    return is_ellipsis(index) or isinstance(index, gast.Slice) and index.lower is index.upper is index.step is None


def as_element(t):
    """The type of what a place without axes holds: a number."""
    return Number(t.active, t.kind, None, t.dtype) if isinstance(t, Array) and not t.dims else t


def holds(term, part):
    """Whether all factors of a part are factors of a term."""
    return all(not Counter(mine) - Counter(whole) for mine, whole in zip(part.key(), term.key()))


def without(term, part):
    """The term divided by a part of it."""
    over, under = list(term.over), list(term.under)
    for factors, gone in ((over, part.over), (under, part.under)):
        for f, _ in gone:
            del factors[next(k for k, (g, _) in enumerate(factors) if key(g) == key(f))]
    return Term(term.coef, tuple(over), tuple(under))


def replaced(term, where, by):
    swap = lambda t: transform(t, lambda n: by if isinstance(n, gast.expr) and key(n) == where else None)
    return Term(term.coef, tuple((swap(t), d) for t, d in term.over), tuple((swap(t), d) for t, d in term.under))
