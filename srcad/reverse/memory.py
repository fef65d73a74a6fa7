"""Statements backwards where arrays, containers and objects are known by reference.

Numbers have adjoints of their own, as elsewhere. Whatever else carries a
derivative has its adjoint in `bars`, found by what it is in memory; there it
is only ever changed in place. What two names share, their adjoints share.
"""

import math

import gast

from srcad.algebra import factor, total
from srcad.analysis.call_kinds import PlainCall, RuleCall, UserCall
from srcad.analysis.marks import Method
from srcad.analysis.types import Anything, Array, ListOf, Number, Ref, TupleOf
from srcad.past import If, Index, Past
from srcad.reverse.assignments import Assignments
from srcad.reverse.containers import Containers
from srcad.reverse.parts import nothing
from srcad.reverse.receive import Gain, augmented
from srcad.reverse.reverse import Reverse
from srcad.shapes import subscript
from srcad.tree import assign, call, constant, dotted, name, target, transform


class ByMemory(Assignments, Containers, Reverse):
    def __init__(self, *args):
        super().__init__(*args)
        self.bars, self.heap, self.holders = self.names.fresh('bars'), self.inference.heap, {}
        self.beside = {}
        self.passed = [self.bars]
        self.handed = [] if self.instance.entry else self.passed
        self.lists = {
            'append': self.do_append,
            'pop': self.do_pop,
            'insert': self.do_insert,
            'reverse': self.do_mirror,
            'rotate': self.do_rotate,
            'appendleft': self.do_appendleft,
            'popleft': self.do_pop,
            'clear': self.do_clear,
        }

    def is_by_memory(self, n):
        return not isinstance(self.type_of(n), Number)

    def start(self):
        self.state, self.values = {}, []
        if isinstance(self.instance.result, Number) and self.instance.result.active:
            n = self.returned()
            simple = n in self.locals and isinstance(self.type_of(n), Number)
            self.values = [self.names.adjoint(n) if simple else self.names.fresh(self.names.letter + 'value')]
        elif self.instance.entry and any(i.active for i in getattr(self.instance.result, 'items', ())[:1]):
            self.values = [self.names.fresh(self.names.letter + 'value')]  # of the first; the others are only seen

    def finish(self):
        self.point = self.core[0] if self.core else None
        if self.instance.entry:
            kind = 'AdjointsOfBoth' if self.inference.heap.real_or_complex else 'Adjoints'
            self.out.insert(0, assign(self.bars, call(kind)))
        for p in self.instance.outs:
            if isinstance(self.instance.types[p], Number):
                if p not in self.state:
                    self.out.append(self.zero(p))
                continue
            if isinstance(self.instance.types[p], Array):
                tree = self.at(Past(p, self.point, ref=True))
            else:
                tree = call('gradient', Past(self.instance.given[p], self.point, ref=True), name(self.bars))
            self.out.append(assign(self.names.adjoint(p), tree))

    def at(self, tree):
        """`bars[x]`."""
        return subscript(name(self.bars), tree)

    # Where adjoints are

    def opening(self):
        made = [
            assign(text, self.at(Past(n, self.point, after, ref=True))) for (n, after), text in self.holders.items()
        ]
        self.holders = {}
        return made

    def holder(self, n, after=False):
        """The name that the adjoint of `n` has within the statement."""
        if (n, after) not in self.holders:
            text = self.names.adjoint(n)
            if n in self.groups.several:  # beside the adjoint of its numbers
                text = self.beside.setdefault(n, self.names.fresh(text + '_array'))
            self.holders[n, after] = text if text not in self.holders.values() else self.unused(text)
        return self.holders[n, after]

    def present(self, n):
        return True if self.is_by_memory(n) else super().present(n)

    def ensure(self, n, t):
        self.holder(n)

    def births(self, block):
        return []

    def collects(self, node):
        return None

    def adjoint_place(self, chain, base):
        return based(chain, base, name(self.holder(base)))

    def emit(self, e, consumed):
        if not self.is_by_memory(e.base):
            return super().emit(e, consumed)
        place = self.adjoint_place(e.place if e.place is not None else name(e.base), e.base)
        if e.scatter in ('all', 'each'):
            return self.give(e, place)
        if e.scatter:
            array, index = e.scatter
            self.out.append(gast.Expr(call('np.add.at', self.adjoint_place(array, e.base), index, total(e.terms))))
        else:
            self.out.append(augmented(place, e.terms))

    def give(self, e, place):
        """What all items of a list receive."""
        known = isinstance(e.type, (Ref, TupleOf)) and e.place is not None  # here; at other times it may be an array
        item = self.item_type(e.type if known else self.type_of(e.base))
        for t in e.terms:
            if isinstance(e.type, Array):
                self.out.append(augmented(place, [t]))
            elif isinstance(item, Number):
                self.out.append(gast.Expr(call('add_to', place, t.tree())))
            else:
                items = Past(e.base, self.point, type=self.type_of(e.base))
                items = items if e.place is None else based(e.place, e.base, items)
                each = [constant(True)] if e.scatter == 'each' else []
                self.out.append(gast.Expr(call('give', name(self.bars), items, place, t.tree(), *each)))

    def gives_arrays(self, gain):
        t = gain.type
        whole = gain.scatter in ('all', 'each') and isinstance(t, (Ref, TupleOf))
        return whole and not isinstance(self.item_type(t), Number)

    def item_type(self, t):
        if isinstance(t, Ref):
            return self.heap.load(t, '*')
        if isinstance(t, TupleOf):
            return Number() if all(isinstance(i, Number) for i in t.items) else Anything()
        return t

    # Expressions

    def push(self, node, b, chain=False, truth=None):
        t = self.types.get(node)
        if t is None or not t.active:
            return
        if isinstance(self.calls.get(node), PlainCall):
            return self.plain(node, t)
        b = self.narrowed(b, None, t)  # one slot may hold real and complex numbers in turn
        if isinstance(node, gast.Name) and isinstance(t, (Ref, TupleOf, ListOf)):
            return self.gain(Gain(node.id, b, t, name(node.id), 'all' if b.dims == () else 'each'))
        if isinstance(node, (gast.Tuple, gast.List)):
            for k, e in enumerate(node.elts):
                self.push(e, self.part_of(b, constant(k), self.types[e]))
            return
        if isinstance(node, gast.Attribute) and isinstance(self.types.get(node.value), (Ref, TupleOf)):
            return self.gain(Gain(node.value.id, b, self.types[node.value], self.rebuilt_place(node), part=t))
        super().push(node, b, chain, truth)

    def plain(self, node, t):
        """A call without a derivative may give an array that is active later, and no container of what is active."""
        if isinstance(t, (Ref, TupleOf, ListOf)) and node.args:
            self.inference.refuse('srcad does not differentiate this in its place: give it a name, as a list', node)

    def rebuilt_place(self, node):
        if isinstance(node, gast.Attribute):
            owner = self.types.get(node.value)
            if isinstance(owner, TupleOf) and node.attr in getattr(owner.of, '_fields', ()):
                return subscript(self.rebuilt_place(node.value), constant(owner.of._fields.index(node.attr)))
            return gast.Attribute(self.rebuilt_place(node.value), node.attr, gast.Load())
        return super().rebuilt_place(node)

    def push_part(self, node, b):
        if isinstance(self.types.get(node.value), (Ref, TupleOf)):
            return self.gain(
                Gain(node.value.id, b, self.types[node.value], self.rebuilt_place(node), part=self.types[node])
            )
        super().push_part(node, b)

    def push_items(self, node, b, rule, args, k):
        items = args.get('items')
        if items is not None and isinstance(self.types[items], Ref):
            if k in (max, min):
                z = self.result(node).tree()
                return self.push(items, factor(call('max_dx', b.tree(), self.tree(items), z), None))
            if k is math.prod:
                return self.push_product(node, b, items, args.get('start'))
            if k is sum and not isinstance(self.item_type(self.types[items]), Number):
                self.has_summed(node)
                b = self.named(self.full(b, node), 'bsum')  # each item takes what fits its shape
            if 'start' in args:
                start, bstart = self.types[args['start']], b
                if getattr(self.calls.get(args['start']), 'may_view', False):
                    self.inference.refuse('srcad wants what this sum begins with to have a name', args['start'])
                if node is self.root and not isinstance(start, Number) and self.was_there(args['start']):
                    # of no items the sum is the array `start` itself, and their adjoints are one
                    test = gast.Compare(call('len', self.tree(items)), [gast.Gt()], [constant(0)])
                    bstart = factor(gast.BinOp(b.tree(), gast.Mult(), test), b.dims)
                whole = isinstance(self.types[node], Number)
                self.push(args['start'], bstart if whole else self.fit(bstart, node, args['start']))
            if k in (sum, math.fsum) and not self.types[items].active:
                return None
            if k in (sum, math.fsum):
                return self.push_all(items, b) if isinstance(items, gast.Name) else self.push(items, b)
            return self.push_each(node, b, items, rule, args)
        joins = k not in (sum, max, min, math.prod, math.fsum)
        if joins and isinstance(items, gast.Name) and isinstance(self.types[items], TupleOf):
            return self.push_each(node, b, items, rule, args)
        super().push_items(node, b, rule, args, k)

    def has_summed(self, node):
        """A line that stops where there was no array to add: the sum is a number then, with a name here as an array."""
        to = self.stmt.targets[0] if node is self.root and isinstance(self.stmt, gast.Assign) else None
        if isinstance(to, gast.Name) and isinstance(self.types[node], Array) and self.types[node].dims:
            there = Past(to.id, self.point, True, ref=True)
            self.out.append(gast.Expr(call('no_number', there)))

    def push_each(self, node, b, items, rule, args):
        """Each item of what is joined receives its own part."""
        self.push_whole(items, self.parted(self.full(b, node), items, rule, args, node))

    def push_whole(self, node, b):
        if not isinstance(node, gast.Name) or not isinstance(self.types[node], (Ref, TupleOf, ListOf)):
            return self.push(node, b)
        self.gain(Gain(node.id, b, self.types[node], name(node.id), 'each'))

    def is_element(self, node):
        """A number that is read from something that changes."""
        if isinstance(node, (gast.Subscript, gast.Attribute)) and isinstance(node.value, gast.Name):
            if isinstance(self.types.get(node.value), (Ref, TupleOf)):
                return node.value.id in self.changing and node.value.id in self.locals
        return isinstance(node, gast.Subscript) and super().is_element(node)

    def tree(self, node):
        if isinstance(node, gast.Attribute) and self.is_element(node):
            return self.element(node)
        return super().tree(node)

    def element(self, node, after=False):
        if isinstance(node.value, gast.Name) and isinstance(self.types.get(node.value), (Ref, TupleOf)):
            return Past(node.value.id, self.point, after, self.spot(node), self.types.get(node))
        return super().element(node, after)

    def spot(self, node):
        if isinstance(node, gast.Attribute):
            return gast.Attribute(name(node.value.id), node.attr, gast.Load())
        return gast.Subscript(name(node.value.id), self.tree(node.slice), gast.Load())

    # Statements

    def leaf(self, node):
        self.holders = {}
        super().leaf(node)

    def may_view(self, node):
        """Whether a value may share its memory with an array that has a name."""
        c = self.calls.get(node)
        if isinstance(c, RuleCall):
            return c.views
        return (
            isinstance(node, (gast.Attribute, gast.Name, gast.IfExp, gast.BoolOp))
            or isinstance(node, gast.Subscript)
            and not self.inference.is_gather(node)
        )

    def mate_names(self, group):
        return {*self.holders.values(), *super().mate_names(group)}

    def is_safe_sum(self, inst, a):
        return isinstance(a, gast.Name) and isinstance(self.types[a], Number)

    def do_Return(self, s):
        t = self.types.get(s.value)
        if self.values and isinstance(t, Number):
            super().do_Return(s)
            self.hand_over(getattr(s.value, 'id', None))
        elif self.values and t is not None and t.active and isinstance(s.value, gast.Name) and not isinstance(t, Ref):
            first = isinstance(t, TupleOf)  # else it is an array without axes
            place = (subscript(name(s.value.id), constant(0)),) if first else ()
            self.gain(Gain(s.value.id, factor(name(self.values[0])), t, *place, part=t.items[0] if first else None))
            self.flush()

    def do_Expr(self, s):
        c = self.calls.get(s.value)
        if isinstance(c, Method):
            return self.method(c, s.value, None)
        if isinstance(c, UserCall):
            self.root = s.value
            self.push_call(s.value, None)
            self.flush()

    def hand_over(self, n):
        """What is returned as a number may be an array without axes, which has an adjoint of its own."""
        if n in self.groups.like_numbers and n in self.state:
            b = name(self.names.adjoint(n))
            given = gast.AugAssign(target(self.holder(n)), gast.Add(), b)
            test = call('isinstance', Past(n, self.point, ref=True), dotted('np.ndarray'))
            self.out.append(If(None, test, [given, assign(b.id, nothing(self.type_of(n)))], []))

    # Calls

    def push_call(self, node, b):
        if self.calls[node].instance.matters:
            super().push_call(node, b)

    def is_reached(self, c):
        return c.instance.reaches

    def value_adjoints(self, node, inst, b):
        if not (isinstance(inst.result, Number) and inst.result.active):
            return []
        return [constant(0.0) if b is None else b.tree()]

    def hoisted_extra(self, tree, noun, of):
        """A number that only the adjoint needs, which the primal keeps before the statement."""
        return Past(of, self.point, False, tree, Number(kind='int'))

    # Loops

    def loop_target(self, node):
        self.holders = {}
        super().loop_target(node)


def based(chain, base, new):
    """A place, with something else where its base is."""
    def rename(n):
        return new if isinstance(n, gast.Name) and n.id == base and not isinstance(n, (Past, Index)) else None

    return transform(chain, rename)
