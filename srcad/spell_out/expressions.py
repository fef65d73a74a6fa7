"""Expressions whose parts have names."""


import gast
import numpy as np

from srcad.analysis.call_kinds import OVERLAPPING, RuleCall, TupleCall, UserCall
from srcad.analysis.marks import ByClass, ByText, Cached, Construction, Copied, Method, Rewritten
from srcad.analysis.indexing import is_place
from srcad.analysis.types import BASIC, SLICE, ListOf, Ref, TupleOf
from srcad.lower.names import like
from srcad.runtime import basic_index
from srcad.spell_out.naming import has_slice
from srcad.spell_out.nodes import DISPLAYS, LOOPS, array_of, is_literal, is_view_path, parts_of
from srcad.spell_out.unfit import errors_of
from srcad.tree import Ours, assign, call, constant, name, transform, walk


class Expressions:
    """The part of `SpellOut` for expressions."""

    def with_parts(self, node):
        """The expression with its parts flat, in the order in which they are evaluated."""
        if isinstance(node, LOOPS + (gast.BoolOp, gast.IfExp)):
            return node
        if isinstance(node, gast.Compare) and any(map(self.needs_lines, node.comparators[1:])):
            return self.compared_in_turn(node)
        if isinstance(node, gast.Subscript):
            node = self.with_arrays(node)
        if isinstance(node, (gast.BinOp, gast.Compare)):
            node = self.with_sets(node)
        if isinstance(node, gast.BinOp):
            node = self.beside_array(node)
        parts, rebuild = parts_of(node)
        if isinstance(node, (gast.Attribute, gast.Subscript)) and (
            isinstance(self.types.get(node.value), (Ref, TupleOf))
            or self.may_show(node.value)
            or self.is_of_unknown_axes(node.value)
        ):
            new = [self.named(parts[0]), *self.several(parts[1:])]
        else:
            new = self.several(parts)
        if all(a is b for a, b in zip(new, parts)):
            return node
        made = like(gast.copy_location(rebuild(new), node), node)
        self.types[made] = self.types.get(node)
        for table in (self.calls,):
            if node in table:
                table[made] = table[node]
        return made

    def compared_in_turn(self, node):
        """`a < b < c`, where c does something, which happens only if a < b."""
        left, middle = self.several([node.left, node.comparators[0]], self.named)
        text = self.fresh('test')
        first = gast.copy_location(gast.Compare(left, node.ops[:1], [middle]), node)
        rest = like(gast.copy_location(gast.Compare(middle, node.ops[1:], node.comparators[1:]), node), node)
        self.emit(assign(text, first), gast.If(name(text), [assign(text, rest)], []), effect=True)
        return name(text)

    def index(self, node, always=False):
        if isinstance(node, gast.Slice):
            bounds = [e for e in (node.lower, node.upper, node.step) if e is not None]
            parts = iter([self.index(e, always) for e in bounds] if always else self.several(bounds))
            made = gast.Slice(*(next(parts) if e is not None else None for e in (node.lower, node.upper, node.step)))
            same = all(a is b for a, b in zip((made.lower, made.upper, made.step), (node.lower, node.upper, node.step)))
            return node if same else like(made, node)
        if has_slice(node) or self.holds_list(node):
            parts = [self.index(e, always) for e in node.elts] if always else self.several(node.elts)
            same = all(a is b for a, b in zip(parts, node.elts))
            return node if same else like(gast.Tuple(parts, gast.Load()), node)
        if always and not isinstance(node, (gast.Name, gast.Constant)) and not is_literal(node):
            return self.named(node)
        return self.several([node])[0]

    def holds_list(self, index):
        if not isinstance(index, gast.Tuple) or any(isinstance(e, gast.Starred) for e in index.elts):
            return False
        return any(isinstance(self.types.get(e), ListOf) for e in index.elts)

    def with_arrays(self, node):
        """A part of an array whose index holds lists, with arrays of them: the lists may change later."""
        index = node.slice.elts if isinstance(node.slice, gast.Tuple) else [node.slice]
        lists = {e for e in index if isinstance(self.types.get(e), ListOf) and e not in self.inference.literals}
        if node.slice in lists and self.types[node.slice].fixed:
            return self.by_tuple(node)
        if any(self.types[e].fixed for e in lists):
            why = 'srcad does not know which indices this tuple holds, slices or numbers'
            self.inference.refuse(f'{why}: write them in brackets, or use np.take(x, k, axis)', node)
        if not lists:
            return node
        made = transform(node.slice, lambda e: self.places_of(e) if e in lists else None)
        self.changed = True
        return like(gast.copy_location(gast.Subscript(node.value, made, node.ctx), node), node)

    def places_of(self, node):
        """The array of a list of places, which may be empty; of truths, it may not."""
        made, item = array_of(node), self.types[node].item
        if item is None or isinstance(node, gast.Name) and is_place(item):
            made = like(call(gast.Attribute(made, 'astype', gast.Load()), Ours('int', int)), node)
        return made

    def by_tuple(self, node):
        """`A[tuple(index)]`: what is no place and no slice would take elements one by one, which only the run can tell."""
        item = self.types[node.slice].item
        if item in (BASIC, SLICE) or is_place(item):
            return node
        self.changed = True
        index = call(Ours('basic_index', basic_index), node.slice)
        return like(gast.copy_location(gast.Subscript(node.value, index, node.ctx), node), node)

    def may_show(self, node):
        """Whether only the run tells if a value shows another array, or a part of it does."""
        c = self.calls.get(node)
        return isinstance(c, RuleCall) and (c.may_view or c.views and self.may_show(c.args['x']))

    def beside_array(self, node):
        """An operation of an array and a list, with the array that NumPy makes of the list."""
        lists = self.inference.lists_beside_array((node.left, node.right))
        if not lists:
            return node
        self.changed = True
        left, right = (array_of(e) if e in lists else e for e in (node.left, node.right))
        return like(gast.copy_location(gast.BinOp(left, node.op, right), node), node)

    def with_sets(self, node):
        """An operation on the keys of a dict, which are a set there, not a list."""

        def set_of(e):
            c = self.calls.get(e)
            is_view = isinstance(c, Method) and c.name == 'keys' and self.heap.is_dict(self.types.get(c.owner))
            return call(Ours('set', set), c.owner) if is_view else None

        parts, rebuild = parts_of(node)
        new = [set_of(e) or e for e in parts]
        if all(a is b for a, b in zip(new, parts)):
            return node
        self.changed = True
        return like(gast.copy_location(rebuild(new), node), node)

    def place(self, to):
        """The target of a write; None if it has become another statement."""
        if isinstance(to, gast.Subscript):
            to = self.with_arrays(to)
        if isinstance(to, gast.Attribute):
            base = self.named(to.value)
            new = (
                to
                if base is to.value
                else like(gast.copy_location(gast.Attribute(base, to.attr, gast.Store()), to), to)
            )
            new.frozen = getattr(to, 'frozen', False)
            return new
        owner = self.types.get(to.value)
        if isinstance(owner, (Ref, TupleOf)) or not isinstance(to.value, gast.Name):
            base = self.named(to.value) if not is_view_path(to.value) or isinstance(owner, Ref) else self.flat(to.value)
        else:
            base = to.value
        index = self.index(to.slice)
        if base is to.value and index is to.slice:
            return to
        return like(gast.copy_location(gast.Subscript(base, index, gast.Store()), to), to)

    def root(self, node, to):
        """A value that is assigned to the name `to`; None if the lines that were emitted do that."""
        c = self.calls.get(node)
        t = self.types.get(node)
        if node in self.inference.maybe_none and not hasattr(node, 'is_there'):
            node = self.no_none(node)
        if isinstance(c, Rewritten):
            if (self.may_be_caught or hasattr(c.made, 'counted')) and isinstance(node, gast.Call):
                self.emit(*errors_of(c.made, getattr(node.func, 'id', getattr(node.func, 'attr', ''))))
            return self.root(c.made, to)
        if isinstance(c, Cached):
            return self.cached(node, c)
        if isinstance(c, Copied):
            return self.copied(node, c)
        if node in self.inference.on_demand:
            return self.made_on_demand(node)
        if isinstance(c, Construction):
            return self.construction(node, c.cls, to)
        if isinstance(c, ByText):
            return self.by_text(node, c, to)
        if isinstance(c, ByClass):
            return self.by_class(node, c, to)
        if (
            isinstance(c, Method)
            and c.name in ('items', 'values', 'keys')
            and self.heap.is_dict(self.types.get(c.owner))
        ):
            self.loop_of(self.listed(node), to or self.fresh('items'))
            return None
        if isinstance(c, Method):
            return self.method(node, c, to)
        if self.may_show(node) and not isinstance(c.args['x'], gast.Name):
            x = self.named(c.args['x'])
            return like(gast.copy_location(transform(node, lambda n: x if n is c.args['x'] else None), node), node)
        if isinstance(c, RuleCall) and c.key in OVERLAPPING and not self.heap.arrays_written:
            copied = like(gast.copy_location(call(Ours('np', np), node), node), node)
            copied.func = gast.Attribute(Ours('np', np), 'copy', gast.Load())
            return copied
        if isinstance(c, (UserCall, TupleCall)):
            return self.user_call(node, c)
        if isinstance(node, (gast.BoolOp, gast.IfExp)) and self.needs_lines(node):
            return self.choice(node, to or self.fresh('choice'))
        if isinstance(node, DISPLAYS) and self.is_kept(node):
            return self.display(node, to)
        if isinstance(node, gast.BinOp) and isinstance(t, Ref) and self.heap.is_list(t):
            return self.tuple_operation(node) if self.heap.is_tuple(t) else self.list_operation(node, to)
        if isinstance(node, gast.BinOp) and isinstance(t, TupleOf):
            return self.tuple_of_parts(node, t)
        if isinstance(node, gast.Call) and isinstance(t, TupleOf) and self.is_reversed(node):
            return self.tuple_of_parts(node, t)
        if isinstance(node, gast.Subscript) and isinstance(node.slice, gast.Slice):
            if self.heap.is_tuple(t):
                return self.tuple_operation(node)
            if self.heap.is_list(self.types.get(node.value)):
                return self.sliced(node, to)
            if isinstance(t, TupleOf):
                return self.tuple_of_parts(node, t)
        if isinstance(node, LOOPS) and not self.is_inactive_comprehension(node):
            self.loop_of(node, to or self.fresh('items'))
            return None
        if isinstance(node, (gast.Name, gast.Constant)):
            return node
        return self.with_parts(node)

    def made_on_demand(self, node):
        """An item of a defaultdict, after what makes it where it is missing."""
        base, key = self.named(node.value), self.index(node.slice, always=True)
        factory, test = self.fresh('factory'), gast.Compare(key, [gast.NotIn()], [base])
        first = assign(factory, gast.Attribute(base, 'default_factory', gast.Load()))
        put = gast.Assign([gast.Subscript(base, key, gast.Store())], call(factory), None)
        self.emit(gast.If(test, [first, put], []), effect=True)
        found = like(gast.copy_location(gast.Subscript(base, key, gast.Load()), node), node)
        found.is_there = True
        return found

    def is_kept(self, node):
        return node not in self.inference.literals

    def display(self, node, to):
        if isinstance(node, gast.Dict):
            if any(k is None for k in node.keys) or not are_apart(node.keys):
                text = to if not any(getattr(n, 'id', None) == to for n in walk(node)) else self.fresh('items')
                lines = [assign(text, like(gast.Dict([], []), node))]
                for k, v in zip(node.keys, node.values):
                    if k is None:
                        lines.append(gast.Expr(call(gast.Attribute(name(text), 'update', gast.Load()), v)))
                    else:
                        if not isinstance(k, (gast.Name, gast.Constant)):  # it is evaluated before the value
                            lines.append(assign(self.fresh('key'), k))
                            k = name(lines[-1].targets[0].id)
                        lines.append(gast.Assign([gast.Subscript(name(text), k, gast.Store())], v, None))
                self.emit(*lines)
                return None if text == to else name(text)
            parts = [p for pair in zip(node.keys, node.values) for p in pair]
            new = self.items_of(parts)
            if all(a is b for a, b in zip(new, parts)):
                return node
            return like(gast.copy_location(gast.Dict(new[::2], new[1::2]), node), node)
        if isinstance(node, gast.Set):
            return self.with_parts(node)
        if any(isinstance(e, gast.Starred) for e in node.elts):
            return node
        new = self.items_of(node.elts)
        if all(a is b for a, b in zip(new, node.elts)):
            return node
        return like(gast.copy_location(type(node)(new, gast.Load()), node), node)

    def items_of(self, nodes):
        """What a display holds: numbers may be computed in it, anything else has a name."""
        return self.several(nodes, self.stored)

    def choice(self, node, to):
        """`a if t else b`, `a or b` as statements."""
        if isinstance(node, gast.IfExp):
            self.emit(gast.If(node.test, [assign(to, node.body)], [assign(to, node.orelse)]), effect=True)
            return None
        first, *rest = node.values
        if first in self.inference.telling:  # what it tells holds on one side
            rest = rest[0] if len(rest) == 1 else like(gast.copy_location(gast.BoolOp(node.op, rest), node), node)
            sides = [assign(to, rest)], [assign(to, constant(isinstance(node.op, gast.Or)))]
            self.emit(gast.If(first, *(sides if isinstance(node.op, gast.And) else sides[::-1])), effect=True)
            return None
        rest = rest[0] if len(rest) == 1 else like(gast.copy_location(gast.BoolOp(node.op, rest), node), node)
        text = to if not any(isinstance(n, gast.Name) and n.id == to for n in walk(rest)) else self.fresh('choice')
        test = name(text) if isinstance(node.op, gast.And) else gast.UnaryOp(gast.Not(), name(text))
        self.emit(assign(text, first), gast.If(test, [assign(text, rest)], []), effect=True)
        return None if text == to else name(text)


def named_like(a, b):
    return isinstance(a, gast.Name) and isinstance(b, gast.Name) and a.id == b.id


def are_apart(keys):
    """Whether the keys of a dict are surely different ones."""
    values = [k.value for k in keys if isinstance(k, gast.Constant)]
    return len(keys) < 2 or len(set(values)) == len(keys)
