"""Types where lists, dicts and objects are known by reference: what they hold is in the program's heap."""

import inspect
from collections import Counter, deque

import gast

from srcad.analysis.apart import Apart
from srcad.analysis.by_name import ByName
from srcad.analysis.callables import Callables
from srcad.analysis.containers import Containers
from srcad.analysis.contexts import Contexts
from srcad.analysis.copies import Copies
from srcad.analysis.dispatched import Dispatched
from srcad.analysis.heap import ITEM, references
from srcad.analysis.infer import Inference
from srcad.analysis.holders import Holders
from srcad.analysis.iterators import Iterators
from srcad.analysis.kinds import Kinds
from srcad.analysis.call_kinds import UserCall
from srcad.analysis.marks import OPERATORS, ByClass, Cached, Construction, Method, Rewritten
from srcad.analysis.methods import Methods
from srcad.analysis.objects import Objects
from srcad.analysis.operations import Operations, numbers_where_told
from srcad.analysis.outside import OfOutside, of_attribute
from srcad.analysis.results import known_value, truth
from srcad.analysis.sequences import Sequences
from srcad.analysis.sets import IN_PLACE, Sets
from srcad.analysis.stars import Stars
from srcad.analysis.subscripts import Subscripts
from srcad.tree import walk
from srcad.analysis.types import (
    BOTTOM,
    NONE,
    Anything,
    Array,
    Bottom,
    Either,
    Known,
    ListOf,
    Local,
    Number,
    Ref,
    TupleOf,
    is_surely_array,
    is_text,
    with_active,
)
from srcad.by_memory import is_changeable


class References(
    Holders, OfOutside, Iterators, Kinds, Containers, Sequences, Sets, Subscripts, Operations, Objects, Contexts, Methods,
    ByName, Callables, Stars, Copies, Apart, Dispatched, Inference,
):
    """`Inference` of a program whose containers and objects are references into its heap."""

    def __init__(self, *args):
        super().__init__(*args)
        self.heap, self.literal, self.literals = self.program.heap, False, set()
        self.on_demand = {}  # items of defaultdicts that a function of the program makes
        self.in_turn = []  # parts of what is a list on one way, and an object of the program on another
        self.by_name = {}  # calls of getattr and setattr whose attribute is not known yet
        self.maybe_none = set()  # calls of what may be None
        self.moved = {}  # what is read or set outside -> its place
        self.taken_apart = set()  # loops whose items are of several kinds, and taken apart

    def join(self, a, b, where):
        return self.heap.join(a, b, where)

    def expr(self, node, env):
        self.env = env
        if node in self.assumed:
            t = self.types[node] = self.assumed[node]
            return t
        t = super().expr(node, env)
        self.env = env  # a part of it may have been looked at with another one, in a choice
        if not t.active and isinstance(t, (Array, Anything, TupleOf, Ref)):
            t = self.types[node] = self.since_written(t, node)
        return self.of_several(node, t) if isinstance(t, Either) and node not in self.asked else t

    def since_written(self, t, node):
        """The type of a constant that may be an array into which something active is written, under another name."""
        if not isinstance(t, Anything) or t.array:
            return self.heap.current(t) if self.heap.arrays_active else t
        method = isinstance(node, gast.Attribute) and not isinstance(self.types.get(node.value), (Ref, TupleOf))
        unclear = self.heap.unclear_active and not t.listed and not method
        return Anything(True, array=True, loose=True) if unclear else t

    def site(self, node):
        return getattr(node, 'site', node)

    def bind(self, target, t, value, env, element=False):
        owner = self.expr(target.value, env) if isinstance(target, gast.Subscript) else None
        into_array = isinstance(owner, Array) or getattr(owner, 'array', False)
        if not element and not into_array and not isinstance(target, (gast.Tuple, gast.List)):
            t = self.kept(value, t)
        f = self.types.get(value.func) if isinstance(value, gast.Call) else None
        if isinstance(f, Known) and f.value is reversed and not element and isinstance(target, (gast.Name, gast.Attribute)):
            self.refuse('srcad follows reversed() where it is run over: make a list of it', value)
        if isinstance(target, gast.Name):
            if isinstance(t, Anything) and t.active and not t.array:
                self.refuse(
                    f'srcad cannot tell whether {target.id} is a number or an array here: use a name for each kind',
                    target,
                )
            self.types[target] = env[target.id] = t
        else:
            super().bind(target, t, value, env, element)

    def sources(self, node):
        return set()

    def unpacked(self, value, count):
        part = lambda k: gast.Subscript(value, gast.Constant(k, None), gast.Load())
        return [gast.copy_location(part(k), value) for k in range(count)]

    def wrote(self, name, active, env):
        self.heap.changed |= not self.heap.arrays_written or active and not self.heap.arrays_active
        self.heap.arrays_written = True
        self.heap.arrays_active |= active

    def Delete(self, s, env):
        for to in s.targets:
            if isinstance(to, gast.Name):
                env = {n: t for n, t in env.items() if n != to.id}
            else:
                owner = self.expr(to.value, env)
                if self.deletes_by_method(owner, to):
                    self.literally(to.slice, env)
                    continue  # until it is spelled out as a call
                self.deletes_plainly(owner, to)
                if isinstance(owner, Ref):
                    self.no_dict_in_turn(owner, to)
                if isinstance(owner, Ref) and deque in self.heap.kinds_of(owner):
                    self.refuse('srcad does not follow del of an item of a deque: use popleft() or pop()', to)
                if isinstance(owner, Ref) and tuple in self.heap.kinds_of(owner):
                    self.refuse("'tuple' object doesn't support item deletion: make a list of it", to)
                if isinstance(to, gast.Subscript):
                    self.literally(to.slice, env)
                self.changes(owner, to)
                if isinstance(owner, Anything):
                    self.may_change(to.value, to, env)
        return env

    def deletes_by_method(self, owner, to):
        """Whether a `del o[k]` calls a method of the program."""
        of_object = isinstance(to, gast.Subscript) and isinstance(owner, Ref) and self.heap.is_object(owner)
        return of_object and bool(self.methods(owner, '__delitem__'))

    def deletes_plainly(self, owner, to):
        """Refuse to delete what a class of the program deletes in its own way, and attributes of classes and modules."""
        if isinstance(to, gast.Attribute) and isinstance(owner, Known):
            self.refuse('srcad does not follow del of what belongs to a class or a module: set it to None', to)
        made = {m.cls for source in self.program.sources.values() for m in source.inner.values()}
        for cls in self.heap.kinds_of(owner) if isinstance(owner, Ref) and self.heap.is_object(owner) else ():
            behind = isinstance(to, gast.Attribute) and inspect.getattr_static(cls, to.attr, None)
            place = of_attribute(cls, getattr(to, 'attr', ''), self.places.by_key)[0]
            if cls in made and behind or is_changeable(behind) or place in self.places.by_key:
                self.refuse(f'srcad does not follow .{to.attr} of {cls.__name__} behind this del: set it anew', to)
            deleted = getattr(inspect.getattr_static(cls, getattr(to, 'attr', ''), None), 'fdel', None)
            of_class = '__delitem__' if isinstance(to, gast.Subscript) else '__delattr__'
            own = inspect.getattr_static(cls, of_class, None)
            if deleted is not None or own is not getattr(object, of_class, None):
                self.refuse(f'srcad does not follow what {cls.__name__} does at this del: call a method', to)

    def may_change(self, part, node, env):
        """Everything that can be reached from what an unknown call is given may have changed."""
        t = self.types.get(part)
        if isinstance(t, (Array, Anything)):
            self.writes_array(t)
            self.wrote(None, False, env)
        for r in references(t):
            self.changes(self.heap.ref(self.heap.reachable(r)), node)
        if isinstance(part, gast.Name) and isinstance(t, Anything) and not t.active:
            self.unseen.add(part.id)
        self.changed_by.setdefault(node, set())

    def texts(self, node, item):
        return self.listed_of(node, item)

    def listed_of(self, node, item):
        return self.filled(list, node, [item])

    def is_list(self, t):
        return self.heap.is_list(t)

    def not_while_iterated(self, s):
        pass

    def twins(self, instance, call, node):
        return ()  # adjoints are found by the arrays themselves

    def put(self, owner, key, t, node, place=None):
        """Something is stored in a container or an object; `place` as in `changes`."""
        self.changes(owner, node, place)
        if isinstance(t, Local):
            self.refuse(
                'srcad does not follow a function that is defined inside another into a container or an object: '
                'define it at the top of the file',
                node,
            )
        if isinstance(t, Anything) and t.active and not t.array:
            self.refuse('srcad cannot tell whether this is a number or an array: use a name for each kind', node)
        self.heap.store(owner, key, t)

    def For(self, s, env):
        self.env = env
        if isinstance(s.target, (gast.Tuple, gast.List)) and isinstance(self.expr(s.iter, env), Ref):
            item = self.item_of(self.types[s.iter], s.iter) if self.heap.is_list(self.types[s.iter]) else BOTTOM
            sequence = lambda t: t == NONE or isinstance(t, TupleOf) or self.heap.is_list(t)
            if isinstance(item, Either) and all(sequence(t) for _, t in item.kinds):  # a test tells its kind, with a name
                self.taken_apart.add(s)
                return env
        return super().For(s, env)

    def AugAssign(self, s, env):
        self.env = env
        old = self.expr(s.target, env)
        if self.is_part(s.target):
            self.pend(s, 'part')
            return env
        t = self.expr(s.value, env)
        if getattr(old, 'loose', False) and not is_surely_array(t):  # of which a number becomes another
            old = self.of_several(s.target, Either.loosely(old))
        op = type(s.op).__name__
        old = numbers_where_told(op, [old, t])[0]
        self.old_types[s] = old
        own = f'__i{OPERATORS[op]}__'
        if self.operator_methods(old, own):
            new = BOTTOM  # until it is spelled out as a call
        elif self.heap.is_list(old) and not self.heap.is_tuple(old):
            array = isinstance(t, Array) or isinstance(t, Anything) and (t.active or t.array) or getattr(t, 'dtype', None)
            if op == 'Mult':
                self.no_deques([old], s)
            if list in self.heap.kinds_of(old) and array:
                self.refuse('of a list and an array += makes a new array: write xs = np.array(xs) + x', s)
            if isinstance(t, Ref) and self.heap.is_object(t) and self.methods(t, '__radd__'):
                self.refuse('of a list and this object += asks the object: write xs = xs + o, or extend', s)
            self.put(old, ITEM, self.item_of(t, s), s)
            new = old
        elif self.heap.is_dict(old) and op == 'BitOr' and Counter not in self.heap.kinds_of(old):
            if not isinstance(t, Bottom):
                self.pour(old, t, s)
            self.changes(old, s)
            new = old
        elif self.is_set(old) and op in IN_PLACE:
            if isinstance(t, Ref) and t.sites and not self.is_set(t) or isinstance(t, (ListOf, TupleOf, Number)) or is_text(t):
                self.refuse('srcad knows this of sets only: write s.update(...) and the like of others', s)
            new = BOTTOM  # until it is spelled out as a call
        else:
            whole = gast.copy_location(gast.BinOp(s.target, s.op, s.value), s)
            whole.site = self.site(s)
            new = self.operation(op, {'x': old, 'y': t}, whole)
        if isinstance(old, (Array, Anything)):
            self.writes_array(old)
            self.no_truncation(old, t, s)
            if isinstance(old, Anything) and not old.array and new.active and not self.heap.unclear_active:
                self.heap.unclear_active = self.heap.changed = True
            self.wrote(None, new.active, env)
            if isinstance(old, Array) or is_surely_array(old):  # in place: shape and dtype stay
                new = with_active(old, new.active or old.active)
        held = not isinstance(s.target, gast.Name) and isinstance(self.types[s.target.value], Ref)
        if held and isinstance(new, Anything) and new.active and not new.array:
            new = BOTTOM  # until what stands there has a name, and a test tells what it is
        if isinstance(s.target, gast.Name):
            self.types[s.target] = env[s.target.id] = self.named(new)
        elif isinstance(s.target, gast.Attribute):
            self.store_attribute(s.target, new, env)
        else:
            self.store(s.target, new, env)
        return env

    def store(self, target, t, env):
        owner = self.expr(target.value, env)
        self.expr(target.slice, env)
        self.no_object(owner, target.slice)
        if isinstance(owner, Bottom) or owner == NONE or isinstance(owner, Number) and not owner.maybe:
            self.types[target] = BOTTOM  # of a number, and of None, Python raises TypeError
            return
        if isinstance(owner, (Array, Anything)) and self.is_holding(t):
            self.refuse('srcad does not put this into an array: make a list of it', target)
        if isinstance(owner, Array) or isinstance(owner, Anything) and owner.array:
            part = self.item(owner, target)
            self.types[target] = part.of('array') if isinstance(part, Either) else part
            self.writes_array(owner)
            self.holds_fractions(owner, t, target)
            return self.wrote(None, t.active, env)
        if self.heap.is_list(owner):
            if isinstance(target.slice, gast.Slice) and self.heap.is_object(t):
                self.refuse('srcad does not run over this object here: make a list of it first', target)
            if isinstance(target.slice, gast.Slice):
                self.put(owner, ITEM, self.item_of(t, target), target)
            else:
                self.note_index(target)
                self.put(owner, ITEM, t, target, self.place_of(target))
                if self.place_of(target) is not None:
                    self.heap.store_at(owner, self.place_of(target), t)
            self.types[target] = t
        elif self.heap.is_dict(owner):
            self.put_key(owner, target.slice, t, target)
            self.types[target] = t
        elif self.heap.is_object(owner) and self.methods(owner, '__setitem__'):
            self.types[target] = t
        elif not self.will_be_told(owner):
            self.refuse('srcad does not know what is written here: write a number or an array', target)

    def place_of(self, node):
        """The place in a list that a subscript names, if that is known."""
        k = known_value(self.types.get(node.slice))
        return k if type(k) is int else None

    def item_at(self, t, k, count, node):
        if self.heap.are_rows_of(t, count):
            return self.fresh_sizes(self.heap.load_at(t, k), node)
        return super().item_at(t, k, count, node)

    def is_final(self):
        """Whether all types are known: what follows from what is not there, from a None or an empty dict, waits for that."""
        self.program.waits |= not self.program.final
        return self.program.final

    def only_tells(self, test):
        """Whether a test may go where its answer is known: it calls nothing that may change something."""
        calls = [self.calls.get(n) for n in walk(test)]
        return not any(
            isinstance(c, (UserCall, Construction, Method, ByClass, Cached))
            or isinstance(c, Rewritten) and not self.only_tells(c.made)
            for c in calls
        )

    def _IfExp(self, node, env):
        side = truth(self.expr(node.test, env))
        if side is not None:
            chosen = node.body if side else node.orelse
            t = self.expr(chosen, env)
            self.calls.pop(node, None)
            if self.only_tells(node.test) and self.is_final():
                self.calls[node] = Rewritten(chosen)
            return t
        self.calls.pop(node, None)
        return super()._IfExp(node, env)
