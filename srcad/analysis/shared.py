"""What a statement may change, where arrays, containers and objects are known by reference: all of a kind."""

from collections import defaultdict

import gast

from srcad.analysis.call_kinds import UserCall
from srcad.analysis.flow import assigned
from srcad.analysis.halfway import READING
from srcad.analysis.marks import Method
from srcad.analysis.types import NONE, BOTTOM, Anything, Array, Bottom, Either, ListOf, Number, Ref, TupleOf, with_active
from srcad.analysis.views import Memory
from srcad.by_memory import Generator
from srcad.core import Leaf, Loop, nodes
from srcad.spell_out.nodes import DISPLAYS, LOOPS
from srcad.tree import walk


# Expressions whose value is new: only a name leads back to it
MADE = (gast.Call, gast.BinOp, gast.UnaryOp, gast.BoolOp, gast.IfExp) + DISPLAYS + LOOPS


class ByReference(Memory):
    def __init__(self, instance, core):
        self.instance, self.inference, self.core = instance, instance.inference, core
        self.heap = self.inference.heap
        types = self.all_types()
        self.several = {n for n, t in types.items() if isinstance(t, Either) and t.of('number')}
        self.like_numbers = {n for n in self.several if may_be_without_axes(types[n])}
        self.variables = {n: as_variable(t) for n, t in types.items()}
        self.inference.types.update(
            {m: as_variable(t) for m, t in self.inference.types.items() if isinstance(t, Either)}
        )
        self.written, self.views, self.grown, self.swapped = set(), {}, {}, {}
        whole = [*self.variables.items(), *self.at_some_time()]
        is_container = lambda t: isinstance(t, Ref) and not self.heap.is_tuple(t)
        arrays = {n for n, t in whole if isinstance(t, (Array, Anything))}
        self.written_arrays = arrays if self.heap.arrays_written else set()
        self.containers = {n for n, t in whole if is_container(t)} if self.heap.containers_written else set()
        self.changing = self.written_arrays | self.containers
        at_times = lambda t: isinstance(t, Either) and t.of('reference') is not None or getattr(t, 'listed', False)
        mixed = {n for n, t in types.items() if at_times(t)} if self.heap.containers_written else set()
        self.lists = self.containers | mixed  # whose length may change
        self.is_lent = not instance.entry
        self.position, self.definitions = {}, {}
        for node, t in self.inference.unsure.items():
            self.inference.refuse(
                'srcad cannot tell whether this is a number or an array here: use a name for each kind', node
            )
        for n, t in self.variables.items():
            if isinstance(t, Anything) and t.active and not t.array:
                at = next((m for m in self.inference.types if isinstance(m, gast.Name) and m.id == n), instance.tree)
                self.inference.refuse(f'{n} is a number and an array in turn: use two names', at)
            if isinstance(t, ListOf) and t.active:
                at = next((m for m in self.inference.types if isinstance(m, gast.Name) and m.id == n), instance.tree)
                self.inference.refuse(f'{n} can be run over once only: make a list of it', at)
        self.nothing_left_out()
        self.under_names_of_their_own()
        for node, t in self.inference.types.items():
            owner = self.inference.types.get(node.value) if isinstance(node, gast.Attribute) else None
            # or no run comes here: an item of what is empty, an attribute of None
            raises = owner == NONE or isinstance(owner, (Number, TupleOf, Bottom)) or self.lacks_attribute(owner, node)
            if (
                isinstance(t, Bottom)
                and isinstance(node, gast.Attribute)
                and isinstance(node.ctx, gast.Load)
                and not raises
            ):
                self.inference.refuse(f'srcad does not know what .{node.attr} is: set it in __init__', node)
        places = [n for node in nodes(core) if isinstance(node, (Leaf, Loop)) for n in assigned(node.stmt)]
        for n in [*instance.params, *places]:
            self.position.setdefault(n, len(self.position))

    def lacks_attribute(self, owner, node):
        """Whether an owner is a list or another container of Python, which has no such attribute, or what a generator
        keeps, all of which srcad has written itself."""
        kinds = self.inference.heap.kinds_of(owner) if isinstance(owner, Ref) else ()
        if kinds and all(issubclass(kind, Generator) for kind in kinds):
            return True
        own = any(map(self.inference.heap.is_class_of_program, kinds))
        return bool(kinds) and not own and not any(hasattr(kind, node.attr) for kind in kinds)

    def at_some_time(self):
        """The names of variables, with each type that one has somewhere."""
        names = ((m.id, t) for m, t in self.inference.types.items() if isinstance(m, gast.Name))
        return [(n, t) for n, t in names if n in self.variables]

    def nothing_left_out(self):
        """Refuse what the walk backwards would pass over."""
        types, refuse = self.inference.types, self.inference.refuse
        for s in walk(self.instance.tree):
            source = (
                s.iter
                if isinstance(s, gast.For)
                else s.value
                if isinstance(s, gast.Assign) and isinstance(s.targets[0], gast.Tuple)
                else None
            )
            if source is not None and isinstance(types.get(source), Ref) and self.heap.is_object(types[source]):
                refuse(
                    'srcad does not run over this object: loop over a list, a tuple or an array that it holds', source
                )

        for s in walk(self.instance.tree):
            if isinstance(s, (gast.Assign, gast.AugAssign, gast.Return, gast.Expr)):
                self.no_item_made_beside_its_count(s)
        for node, t in self.inference.from_caches.items():
            heap = self.inference.heap
            changed = isinstance(t, Ref) and t.sites & heap.touched or isinstance(t, Array) and heap.arrays_written
            if changed:
                refuse('what a cache keeps may change here, which srcad does not follow: take a copy of it', node)
        for c in self.inference.calls.values():
            for a in c.args if isinstance(c, UserCall) else ():
                t = types.get(a)
                if isinstance(a, MADE) and t is not None and t.active and not isinstance(t, Number):
                    refuse('srcad loses what this argument receives: give it a name first', a)

    def under_names_of_their_own(self):
        """Refuse to read what is no number under a name whose adjoint is that of numbers."""
        copied = {
            s.value
            for s in walk(self.instance.tree)
            if isinstance(s, gast.Assign) and isinstance(s.targets[0], gast.Name)
        }
        for m in walk(self.instance.tree):
            t = self.inference.types.get(m)
            if (
                isinstance(m, gast.Name)
                and m.id in self.several
                and isinstance(m.ctx, gast.Load)
                and m not in copied | self.inference.asked
            ):
                if t is not None and t.active and not isinstance(t, Number):
                    self.inference.refuse(f'{m.id} is a number and an array or an object in turn: use two names', m)

    @property
    def arrays(self):
        return self.written_arrays

    def touched(self, leaf):
        """The names whose contents a statement changes."""
        s, out = leaf.stmt, set()
        places = (
            s.targets
            if isinstance(s, (gast.Assign, gast.Delete))
            else [s.target]
            if isinstance(s, gast.AugAssign)
            else []
        )
        for to in [e for p in places for e in (p.elts if isinstance(p, (gast.Tuple, gast.List)) else [p])]:
            if isinstance(to, gast.Name):
                out |= (
                    self.arrays
                    if isinstance(s, gast.AugAssign) and not isinstance(self.variables.get(to.id), Number)
                    else set()
                )
            elif isinstance(self.inference.types.get(to.value), (Ref, TupleOf)):
                out |= self.containers
            else:
                out |= self.arrays
        for n in walk(s):
            c = self.inference.calls.get(n)
            if isinstance(c, UserCall):
                out |= self.changing
            elif isinstance(c, Method) and c.name not in READING:
                out |= self.containers
            elif n in self.inference.changed_by:
                out |= self.changing
            elif isinstance(n, gast.Subscript) and self.may_add_an_item(n):
                out |= self.containers
        return out

    def no_item_made_beside_its_count(self, s):
        """Refuse a line that reads items of a defaultdict, and asks what is in one: the order within it would count."""
        of_defaults = lambda e: isinstance(t := self.inference.types.get(e), Ref) and defaultdict in self.heap.kinds_of(t)
        reads = [n for n in walk(s) if isinstance(n, gast.Subscript) and self.may_add_an_item(n)]
        whole = [n for n in walk(s) if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Load) and of_defaults(n)]
        owners = {n.value for n in walk(s) if isinstance(n, gast.Subscript)}
        if reads and not owners.issuperset(whole):
            self.inference.refuse('srcad cannot tell which of this comes first: make it two lines', reads[0])

    def may_add_an_item(self, n):
        """Whether reading an item may put it there first."""
        t = self.inference.types.get(n.value)
        return isinstance(n.ctx, gast.Load) and isinstance(t, Ref) and defaultdict in self.heap.kinds_of(t)

    def storage(self, n):
        return n

    def type_of(self, n):
        return self.variables.get(n, BOTTOM)  # of a name that no run gives a value

    def group(self, n):
        """Any two arrays may be one."""
        return n if isinstance(self.type_of(n), Number) else 'memory'


def may_be_without_axes(t):
    """Whether one of several kinds is that of an array that may have no axes."""
    array = t.of('flat') or t.of('array')
    return array is not None and not (isinstance(array, Array) and array.dims)


def as_variable(t):
    """The type of a variable of several kinds: that of its numbers, whose adjoint is a variable of its own.

    It may be returned as a number, also where it is an array without axes.
    """
    if not isinstance(t, Either):
        return t
    number, flat = t.of('number'), t.of('flat')
    if number and flat and flat.active:
        return with_active(number, True)
    return number or Anything(t.active, array=True)


class AtTheEnd:
    """`is_safe(p)`: what a Past reads stands there when the entry function ends; a helper does not know its caller."""

    def __init__(self, reverse):
        self.reverse, self.flow = reverse, reverse.flow
        self.ends = [n for n in nodes(reverse.core) if isinstance(n, Leaf) and isinstance(n.stmt, gast.Return)]
        if self.flow.ends[None] is not None:
            self.ends.append(None)

    def is_safe(self, p):
        if p.ref or p.id not in self.reverse.groups.changing:
            return True
        if not self.reverse.instance.entry:
            return False
        v = self.flow.version(p.id, p.point, p.after, content=True)
        return v.level is None and not any('lost' in self.flow.follow(v, e) for e in self.ends)

    def is_first_write(self, leaf, n):
        return False
