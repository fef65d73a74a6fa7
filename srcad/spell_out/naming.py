"""Which parts of an expression get a name of their own."""

from collections import defaultdict

import gast

from srcad.analysis.call_kinds import TupleCall, UserCall
from srcad.analysis.marks import ByClass, Cached, Construction, Copied, Method, Rewritten, is_view
from srcad.analysis.types import Anything, Array, Either, Known, Number, Ref, TupleOf
from srcad.lower.names import like
from srcad.spell_out.nodes import DISPLAYS, LOOPS, noun_of
from srcad.spell_out.kinds import is_no_number
from srcad.tree import Ours, assign, call, name, walk


class Naming:
    """The part of `SpellOut` for names of parts."""

    def several(self, nodes, one=None):
        """Expressions that are evaluated in turn; `one` makes each of them flat."""
        done = []
        for n in nodes:
            start, effects = len(self.lines), self.effects
            new = (one or self.flat)(n)
            if self.effects > effects:
                late = self.lines[start:]
                del self.lines[start:]
                views = [v for v in nodes[: len(done)] if is_view(self.calls.get(v))]
                if views and self.may_write(n):
                    said = 'srcad takes what is in this dict before another argument may change it: give that a name before'
                    self.inference.refuse(said, views[0])
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
        of_len = lambda n: isinstance(n, gast.Call) and getattr(self.types.get(n.func), 'value', None) is len
        told |= {a for n in walk(node) if of_len(n) for a in n.args if isinstance(a, gast.Name) and a.id not in self.mixed}
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


def has_slice(node):
    """Whether this is an index of several parts, a slice among them: it stands in brackets only."""
    return isinstance(node, gast.Tuple) and any(isinstance(e, gast.Slice) for e in node.elts)
