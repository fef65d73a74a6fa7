"""Expressions whose parts have names."""

from collections import defaultdict

import gast
import numpy as np

from srcad.analysis.call_kinds import OVERLAPPING, RuleCall, TupleCall, UserCall
from srcad.analysis.marks import ByClass, ByText, Cached, Construction, Copied, Method, Rewritten
from srcad.analysis.indexing import is_place
from srcad.analysis.types import BASIC, SLICE, Anything, Array, Either, Known, ListOf, Number, Ref, TupleOf
from srcad.lower.names import like
from srcad.runtime import basic_index
from srcad.spell_out.nodes import DISPLAYS, LOOPS, array_of, is_literal, is_view_path, noun_of, parts_of
from srcad.spell_out.kinds import is_no_number
from srcad.tree import Ours, assign, call, constant, name, transform, walk


class Expressions:
    """The part of `SpellOut` for expressions."""

    def several(self, nodes, one=None):
        """Expressions that are evaluated in turn; `one` makes each of them flat."""
        done = []
        for n in nodes:
            start, effects = len(self.lines), self.effects
            new = (one or self.flat)(n)
            if self.effects > effects:
                late = self.lines[start:]
                del self.lines[start:]
                for k, d in enumerate(done):
                    if d is not None:
                        done[k] = self.kept_as_it_is(d)
                self.lines += late
            done.append(new)
        return done

    def kept_as_it_is(self, node):
        """A name for a value that would be another one after a call that changes what it reads."""
        if isinstance(node, gast.Slice):
            return gast.Slice(*[b and self.kept_as_it_is(b) for b in (node.lower, node.upper, node.step)])
        if isinstance(node, gast.Starred):
            if isinstance(self.types.get(node.value), TupleOf):
                return node
            text = self.fresh('items')
            self.emit(assign(text, call(Ours('list', list), node.value)))
            return like(gast.Starred(name(text), gast.Load()), node)
        if not self.is_sensitive(node):
            return node
        text = self.fresh('value')
        self.emit(assign(text, node))
        return name(text)

    def is_sensitive(self, node):
        """Whether an expression would mean something else after a call that changes what it reads."""
        return not isinstance(node, (gast.Name, gast.Constant))

    def is_number(self, node):
        return isinstance(self.types.get(node), (Number, Known))

    def stored(self, node):
        """A value that is put into a container: a number may be computed there, anything else has a name."""
        if isinstance(node, gast.Starred):
            value = self.named(node.value)
            return node if value is node.value else like(gast.Starred(value, gast.Load()), node)
        if self.is_number(node):
            return self.several([node])[0]
        return self.named(node)

    def named(self, node, always=False, noun=None):
        """The value under a name."""
        if isinstance(node, gast.Name) and not always:
            return node
        if isinstance(node, gast.Constant):
            return node
        text = self.fresh(noun or noun_of(node))
        if self.objects_only and not any(map(self.inference.is_begun, walk(node))):
            self.emit(assign(text, node), effect=self.is_effect(node))  # spelled out when it is known what objects hold
            return like(gast.copy_location(name(text), node), node)
        if isinstance(node, LOOPS):
            self.loop_of(node, text)
            return like(gast.copy_location(name(text), node), node)
        new = self.root(node, text)
        if new is not None:
            self.emit(assign(text, new), effect=self.is_effect(node))
        out = like(gast.copy_location(name(text), node), node)
        self.types[out] = self.types.get(node)
        return out

    def is_effect(self, node):
        if isinstance(self.calls.get(node), Rewritten):
            return self.is_effect(self.calls[node].made)
        return isinstance(self.calls.get(node), (UserCall, Construction, Method, ByClass)) or isinstance(
            node, gast.Call
        )

    def flat(self, node):
        """An expression that may stand inside another."""
        if isinstance(node, (gast.Name, gast.Constant, gast.Lambda)) or node is None:
            return node
        if isinstance(node, gast.Slice) or has_slice(node):
            return self.index(node)
        if self.stays(node):
            return self.with_parts(node)
        return self.named(node)

    def stays(self, node):
        """Whether an expression needs no name of its own."""
        c, t = self.calls.get(node), self.types.get(node)
        if any(node in kept for kept in (self.inference.unsure, self.inference.changed_by, self.inference.on_demand)):
            return False
        if isinstance(c, (UserCall, Construction, Method, ByClass, TupleCall, Rewritten, Cached, Copied)):
            return False
        if isinstance(node, LOOPS):
            return self.is_inactive_comprehension(node)
        if isinstance(node, DISPLAYS):
            return node in self.inference.literals or isinstance(node, gast.Tuple) and not self.is_active(node)
        if isinstance(node, gast.Attribute) and self.heap.is_list(self.types.get(node.value)):
            return True  # `items.__getitem__`
        if isinstance(node, (gast.Attribute, gast.Subscript)):
            owner = self.types.get(node.value)
            if isinstance(node, gast.Subscript) and self.is_of_unknown_axes(node.value):
                return False  # of unknown axes: the run tells what the part is
            return not (isinstance(owner, (Ref, TupleOf)) and isinstance(t, (Ref, TupleOf, Array, Anything)))
        if isinstance(node, (gast.BoolOp, gast.IfExp)):
            return not self.needs_lines(node)
        if isinstance(node, gast.BinOp) and isinstance(t, (Ref, TupleOf)):
            return False
        return True

    def is_of_unknown_axes(self, node):
        return isinstance(self.types.get(node), Anything) and self.is_active(node)

    def is_active(self, node):
        t = self.types.get(node)
        return t is not None and t.active

    def is_inactive_comprehension(self, node):
        """A comprehension that nothing active comes out of, and that calls nothing that is differentiated."""
        return not any(self.comes_in_pieces(g.iter) for g in node.generators) and not any(
            isinstance(self.calls.get(n), (UserCall, Construction, ByClass, Copied))
            or n in self.inference.unsure
            or n in self.inference.by_name
            or n in self.inference.on_demand
            or isinstance(n, gast.expr)
            and self.is_active(n)
            or isinstance(self.calls.get(n), Method)
            and self.inference.is_generator(self.types.get(self.calls[n].owner))
            or self.is_beside_array(n)
            for n in self.all_of(node)
        ) and not isinstance(node, gast.GeneratorExp)

    def is_beside_array(self, n):
        """Whether this is an operation of an array and a list."""
        return isinstance(n, gast.BinOp) and bool(self.inference.lists_beside_array((n.left, n.right)))

    def all_of(self, node):
        """The nodes of a tree, with those of what stands for some of them."""
        for n in walk(node):
            yield n
            if isinstance(self.calls.get(n), Rewritten):
                yield from self.all_of(self.calls[n].made)

    def needs_lines(self, node):
        """Whether parts of what is evaluated only sometimes must be statements of their own."""
        told = {m for n in walk(node) if n in self.inference.telling for m in walk(n)}  # these only ask
        for n in self.all_of(node):
            if n in told:
                continue
            if self.asks_state(n) or self.is_beside_array(n):
                return True
            if (
                isinstance(self.calls.get(n), (UserCall, Construction, Method, ByClass, Copied))
                or n in self.inference.changed_by
            ):
                return True
            if (
                n in self.inference.unsure
                or n in self.inference.on_demand
                or isinstance(n, LOOPS)
                and not self.is_inactive_comprehension(n)
            ):
                return True
            if isinstance(n, (gast.Attribute, gast.Subscript)) and isinstance(self.types.get(n.value), (Ref, TupleOf)):
                return True
            t = self.types.get(n) if isinstance(n, gast.expr) else None
            if (is_no_number(t) or isinstance(t, Anything)) and t.active:
                return True
        return False

    def asks_state(self, n):
        """Whether an expression asks what an object is like now, which may be another thing later: its truth, `==`, `in`."""
        if isinstance(n, gast.Compare) and not all(isinstance(op, (gast.Is, gast.IsNot)) for op in n.ops):
            asked = [n.left, *n.comparators]
        elif isinstance(n, gast.BoolOp):
            asked = n.values
        else:
            asked = [n.test] if isinstance(n, gast.IfExp) else [n.operand] if isinstance(n, gast.UnaryOp) else []
        types = [self.types.get(e) for e in asked]
        refs = [t for t in types if isinstance(t, Ref)]
        return self.heap.containers_written and (
            any(getattr(t, 'listed', False) or isinstance(t, Either) and t.of('reference') for t in types)
            or any(self.heap.is_object(t) or defaultdict in self.heap.kinds_of(t) for t in refs)
        )

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
        made = transform(node.slice, lambda e: array_of(e) if e in lists else None)
        self.changed = True
        return like(gast.copy_location(gast.Subscript(node.value, made, node.ctx), node), node)

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
        if isinstance(c, Rewritten):
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


def has_slice(node):
    """Whether this is an index of several parts, a slice among them: it stands in brackets only."""
    return isinstance(node, gast.Tuple) and any(isinstance(e, gast.Slice) for e in node.elts)


def named_like(a, b):
    return isinstance(a, gast.Name) and isinstance(b, gast.Name) and a.id == b.id


def are_apart(keys):
    """Whether the keys of a dict are surely different ones."""
    values = [k.value for k in keys if isinstance(k, gast.Constant)]
    return len(keys) < 2 or len(set(values)) == len(keys)
