"""Assignments, plain and augmented."""

import gast

from srcad.analysis.holders import held_in
from srcad.analysis.access import setter_of
from srcad.analysis.call_kinds import PlainCall, RuleCall, UserCall
from srcad.analysis.halfway import change_of
from srcad.analysis.marks import ByClass, ByText, Cached, Rewritten, is_view
from srcad.analysis.subscripts import with_slices
from srcad.analysis.sets import IN_PLACE
from srcad.analysis.types import Anything, Array, Bottom, Number, Ref, TupleOf
from srcad.elements import read_first
from srcad.library import unzipped
from srcad.lower.names import like
from srcad.runtime import no_array
from srcad.spell_out.nodes import LOOPS, array_of, inplace, is_view_path, item
from srcad.holding import is_of_holder
from srcad.tree import Ours, assign, call, constant, name, target, walk

# What is built up in several steps
BUILT = (*LOOPS, gast.Call, gast.Dict, gast.List, gast.Set, gast.IfExp, gast.BoolOp, gast.BinOp)


class Assignments:
    """The part of `SpellOut` for what gets a name or a place."""

    def do_Assign(self, s):
        to = s.targets[0]
        if isinstance(to, gast.Name):
            return self.assigned(to, s)
        if isinstance(to, (gast.Tuple, gast.List)):
            return self.unpacked(to, s)
        in_array = isinstance(to, gast.Subscript) and isinstance(self.types.get(to.value), Array)
        if self.calls_ours(to):
            value = self.named(s.value)  # before the calls
        else:
            value = self.several([s.value])[0] if in_array else self.stored(s.value)
        made = self.set_by_call(to, value)
        if made is not None:
            return made
        place = self.place(to)
        if place is None:
            return []
        if in_array and self.last and place is to and value is s.value and self.may_meet(place, value):
            value = call(Ours('read_first', read_first), value, gast.Subscript(place.value, place.slice, gast.Load()))
        return self.replaced(s, place, value)

    def may_meet(self, place, value):
        """Whether a part of one axis may be written with another part of the same array."""
        t = self.types.get(value)
        if not isinstance(t, Array) or len(t.dims) != 1 or self.inference.may_gather(place) or not is_view_path(value):
            return False
        while not isinstance(value, gast.Name):
            if isinstance(value, gast.Subscript) and self.inference.may_gather(value):
                return False
            value = value.value
        return not self.is_made_here(value)

    def is_made_here(self, n):
        """Whether a name is one of new arrays, which have no other name."""
        uses = [m for m in walk(self.instance.tree) if getattr(m, 'id', None) == n.id]
        made = [s for s in walk(self.instance.tree) if isinstance(s, gast.Assign)]
        stored = [s.value for s in made if getattr(s.targets[0], 'id', None) == n.id]
        alone = {e for s in walk(self.instance.tree) for e in self.only_read(s)}
        kept = [m for m in uses if m not in alone and not isinstance(m.ctx, gast.Store)]
        bound = sum(isinstance(m.ctx, gast.Store) for m in uses)
        return 0 < bound == len(stored) and all(map(self.inference.is_new, stored)) and not kept

    def only_read(self, node):
        """The parts of a node that give their values, and no array that shows them."""
        if self.inference.is_new(node):
            return [e for e in walk(node) if isinstance(e, gast.Name)]
        if isinstance(node, gast.Subscript) and (self.is_number(node) or not isinstance(node.ctx, gast.Load)):
            return [node.value]
        into = node.targets[0] if isinstance(node, gast.Assign) else None
        in_array = isinstance(into, gast.Subscript) and isinstance(self.types.get(into.value), Array)
        return [node.value] if in_array else []

    def set_by_call(self, to, value):
        """`o.p = v` where the class sets that, and `o[k] = v` of an object: calls."""
        owner = self.types.get(to.value)
        if isinstance(to, gast.Attribute) and isinstance(owner, Array):  # z.real = v
            part = like(gast.copy_location(gast.Attribute(to.value, to.attr, gast.Load()), to), to)
            whole = gast.Subscript(part, gast.Constant(..., None), gast.Store())
            return self.made(gast.Assign([whole], value, None))
        if not isinstance(owner, Ref) or not self.heap.is_object(owner):
            return None
        if isinstance(to, gast.Subscript):
            found = self.inference.methods(owner, '__setitem__')
            if len(found) == 1 and is_of_holder(found[0]):
                return self.made(gast.Assign([gast.Subscript(held_in(to.value), to.slice, gast.Store())], value, None))
            func, args = gast.Attribute(to.value, '__setitem__', gast.Load()), [with_slices(to.slice), value]
        else:
            found = setter_of(next(iter(self.heap.kinds_of(owner))), to)
            if found is None:
                return None
            func, args = Ours(found[0].__name__, found[0]), [*found[1], value]
        return self.made(gast.Expr(like(gast.copy_location(gast.Call(func, args, []), to), to)))

    def replaced(self, s, to, value):
        if to is s.targets[0] and value is s.value:
            return [s]
        self.changed = True
        return [gast.copy_location(gast.Assign([to], value, None), s)]

    def assigned(self, to, s):
        value = s.value
        if isinstance(value, LOOPS):
            if self.is_inactive_comprehension(value):
                return [s]
            text = self.built_under(to.id, value)
            self.loop_of(value, text)
            return self.made(*self.taken_lines(), *([assign(to.id, name(text))] if text != to.id else []))
        if is_view(self.calls.get(value)) and self.heap.is_dict(self.types.get(self.calls[value].owner)):
            return self.view(to, s)
        text = self.built_under(to.id, value)
        new = self.root(value, text)
        if new is None and text != to.id:
            return self.made(assign(to.id, name(text)))
        return self.replaced(s, to, new) if new is not None else []

    def built_under(self, n, value):
        """The name under which what is assigned to `n` is built up: another where `n` may be read before it is whole."""
        seen = isinstance(value, BUILT) and (self.is_guarded or n in self.captured)
        return self.fresh(n) if seen else n

    def view(self, to, s):
        """`values = d.values()`, which sees what changes in d later: it stands where the name is read."""
        owner = self.calls[s.value].owner
        if not self.is_the_same(to.id, owner, s):
            if self.heap.containers_written:
                self.inference.refuse(
                    f'srcad does not follow a view of a dict that is kept here: write .{s.value.func.attr}() where it '
                    'is used',
                    s,
                )
            self.loop_of(self.listed(s.value), to.id)
            return []
        self.views[to.id] = s.value
        return self.made()

    def is_the_same(self, view, owner, s):
        """Whether a view is read only behind its statement, where that has not failed and its dict keeps its name."""
        tree = self.instance.tree
        if not isinstance(owner, gast.Name) or {view, owner.id} & self.captured:
            return False
        after = behind(s, tree)
        inside = [n for a in after for n in walk(a) if isinstance(n, gast.Name)]
        named = [n for n in walk(tree) if isinstance(n, gast.Name) and n.id == view]
        moved = any(n.id == owner.id and not isinstance(n.ctx, gast.Load) for n in inside)
        return not moved and len(named) > 1 and all(n in inside for n in named if n is not s.targets[0])

    def unpacked(self, to, s):
        value = s.value
        simple = all(isinstance(e, gast.Name) for e in to.elts)
        if isinstance(value, (gast.Tuple, gast.List)) and len(value.elts) == len(to.elts):
            if simple and all(self.is_number(e) for e in value.elts):
                new = self.several(value.elts)
                if all(a is b for a, b in zip(new, value.elts)):
                    return [s]
                return self.made(gast.Assign([to], like(gast.Tuple(new, gast.Load()), value), None))
            names = [e if is_view(self.calls.get(e)) else self.named(e, always=True) for e in value.elts]
            made = [gast.Assign([e], n, None) for e, n in zip(to.elts, names)]
            return self.made(*sorted(made, key=lambda a: not is_view(self.calls.get(a.value))))  # before dicts change
        t = self.types.get(value)
        if isinstance(value, gast.Call) and getattr(value.func, 'value_of', None) is unzipped:
            return self.unzipped(to, value)
        if isinstance(t, Ref) and self.heap.is_object(t):
            items, item_ = self.fresh('items'), self.fresh('item')
            add = gast.Expr(call(gast.Attribute(name(items), 'append', gast.Load()), name(item_)))
            loop = gast.For(target(item_), value, [add], [], None)
            return self.made(assign(items, gast.List([], gast.Load())), loop, gast.Assign([to], name(items), None))
        whole = self.named(value)
        if isinstance(t, TupleOf) and len(t.items) == len(to.elts):
            return self.made(*[gast.Assign([e], item(whole, k), None) for k, e in enumerate(to.elts)])
        if simple:
            return self.replaced(s, to, whole)
        parts = [self.fresh('part') for _ in to.elts]
        first = gast.Assign([gast.Tuple([target(p) for p in parts], gast.Store())], whole, None)
        return self.made(first, *[gast.Assign([e], name(p), None) for e, p in zip(to.elts, parts)])

    def unzipped(self, to, value):
        """`xs, ys = zip(*points)` of pairs: a tuple of the first items, and one of the second."""
        rows, row = self.named(value.args[0]), self.fresh('row')
        said = f'not enough values to unpack (expected {len(to.elts)}, got 0)'
        none = gast.UnaryOp(gast.Not(), call('len', rows))
        out = [gast.If(none, [gast.Raise(call('ValueError', constant(said)), None)], [])]
        for k, e in enumerate(to.elts):
            column = gast.ListComp(item(name(row), k), [gast.comprehension(target(row), rows, [], 0)])
            out.append(gast.Assign([e], call(Ours('tuple', tuple), column), None))
        return self.made(*out)

    def do_AugAssign(self, s):
        to = s.target
        if s.value in self.inference.lists_beside_array((to, s.value)):
            self.changed, s.value = True, array_of(s.value)
        if isinstance(to, gast.Name):
            return self.augmented_name(s)
        owner = self.types.get(to.value)
        if isinstance(owner, Array):
            is_copy = isinstance(self.types.get(to), Number) or self.inference.may_gather(to)
            if is_copy and not hasattr(s, 'at') and self.may_write(s.value):  # what is there is read before
                place = self.place_of(to)
                read = gast.BinOp(place(gast.Load()), s.op, s.value)
                return self.made(gast.Assign([place(gast.Store())], like(read, s.value), None))
            if self.calls_ours(s.value) or self.calls_ours(to):  # the index is that of before
                owner = self.named(to.value) if self.calls_ours(to) else to.value
                to = gast.Subscript(owner, self.index(to.slice, always=True), gast.Store())
            place = self.place(to)
            value = self.several([s.value])[0]
            if place is s.target and value is s.value:
                return [s]
            new = gast.AugAssign(place, s.op, value)
            if hasattr(s, 'at'):  # np.add.at
                new.at = s.at
            return self.made(new)
        if hasattr(s, 'at'):
            self.inference.refuse('srcad cannot tell which array this writes to: give it a name first', s)
        in_place = to in self.inference.unsure or not isinstance(self.types.get(to), Number)
        if not self.last and (not in_place or isinstance(self.types.get(to), Bottom)):
            return [s]  # it may turn out to be an array
        if in_place:
            return self.in_turn(s)
        place = self.place_of(to)
        return self.made(
            gast.Assign([place(gast.Store())], like(gast.BinOp(place(gast.Load()), s.op, s.value), s.value), None)
        )

    def in_turn(self, s):
        """`o.a += v` as Python does it: what is there is read, then v, and put back."""
        place, text = self.place_of(s.target), self.fresh(getattr(s.target, 'attr', 'item'))
        part = like(gast.copy_location(gast.AugAssign(target(text), s.op, s.value), s), s)
        return self.made(assign(text, place(gast.Load())), part, gast.Assign([place(gast.Store())], name(text), None))

    def place_of(self, to):
        """The place that a target is, for reading and for writing: what it belongs to, and its index, have names."""
        base = self.named(to.value)
        if isinstance(to, gast.Attribute):
            return lambda ctx: gast.Attribute(base, to.attr, ctx)
        index = self.index(to.slice, always=True)
        return lambda ctx: gast.Subscript(base, index, ctx)

    def calls_ours(self, tree):
        """Whether an expression calls functions of the program, as far as is known: operators of classes too."""
        ours, known = (UserCall, Rewritten, ByClass, ByText, Cached), (RuleCall, PlainCall)
        for n in walk(tree):
            c = self.calls.get(n)
            if isinstance(c, ours) or isinstance(n, LOOPS):
                return True
            if isinstance(n, gast.Call) and (
                not isinstance(c, known) or getattr(self.types.get(n.func), 'value', 0) is next
            ):
                return True
        return False

    def may_write(self, value):
        """Whether functions that an expression calls may write into what they have not made."""
        for n in walk(value):
            c = self.calls.get(n)
            if isinstance(c, Rewritten) and self.may_write(c.made):
                return True
            if (
                isinstance(c, UserCall)
                and change_of(c.instance, active=False) is not None
                or isinstance(c, (ByClass, Cached))
            ):
                return True
        return False

    def augmented_name(self, s):
        t = self.inference.old_types.get(s)
        is_list = self.heap.is_list(t) and not self.heap.is_tuple(t)
        if is_list and tuple in self.heap.kinds_of(t):
            self.inference.refuse(f'{s.target.id} is a list or a tuple in turn: make a list of it before this', s)
        if is_list and isinstance(s.op, gast.Add):
            unknown = isinstance(self.types.get(s.value), Anything)
            items = call(Ours('no_array', no_array), s.value) if unknown else s.value
            return self.made(by_method(s.target.id, 'extend', items))
        if is_list and isinstance(s.op, gast.Mult):
            whole = gast.Subscript(name(s.target.id), gast.Slice(None, None, None), gast.Store())
            return self.made(gast.Assign([whole], like(gast.BinOp(name(s.target.id), s.op, s.value), s.value), None))
        if self.inference.is_set(t) and type(s.op).__name__ in IN_PLACE:
            return self.made(by_method(s.target.id, IN_PLACE[type(s.op).__name__], s.value))
        if self.heap.is_dict(t) and isinstance(s.op, gast.BitOr):
            return self.made(by_method(s.target.id, 'update', s.value))
        of_value = self.inference.operator_methods(self.types.get(s.value), f'__r{inplace(s.op)}__')
        answers = isinstance(t, Number) and of_value  # of the right operand's class
        if isinstance(t, (Ref, TupleOf)) or answers:
            own = f'__i{inplace(s.op)}__'
            if self.inference.operator_methods(t, own):
                return self.made(
                    assign(s.target.id, call(gast.Attribute(name(s.target.id), own, gast.Load()), s.value))
                )
            return self.made(assign(s.target.id, like(gast.BinOp(name(s.target.id), s.op, s.value), s.value)))
        if isinstance(t, Number) and isinstance(self.types.get(s.value), Anything) and self.is_active(s.value):
            return self.made(assign(s.target.id, gast.BinOp(name(s.target.id), s.op, s.value)))  # which may be an array
        value = self.several([s.value])[0]
        return [s] if value is s.value else self.made(gast.AugAssign(s.target, s.op, value))


def by_method(text, method, value):
    """An operator in place as the method that does it."""
    method = gast.Attribute(name(text), method, gast.Load())
    method.of_operator = True
    return gast.Expr(call(method, value))


def behind(s, tree):
    """The statements that run behind one, in its block and where a `try` around it goes on."""
    for node in walk(tree):
        for field in ('body', 'orelse', 'finalbody'):
            block = getattr(node, field, None)
            if isinstance(block, list) and s in block:
                after = block[block.index(s) + 1 :]
                tried = isinstance(node, gast.Try) and field == 'body'
                return [*after, *node.orelse, *behind(node, tree)] if tried else after
    return []
