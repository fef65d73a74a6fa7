"""Assignments backwards where arrays, containers and objects are known by reference."""

import gast
import numpy as np

from srcad.algebra import factor
from srcad.analysis.call_kinds import PlainCall, RuleCall, TupleCall, UserCall
from srcad.analysis.marks import Construction, Copied, Method
from srcad.analysis.types import Anything, Array, Number, Ref, TupleOf, dims_of, is_surely_array, may_be_number
from srcad.by_memory import Closure
from srcad.lower.names import like
from srcad.past import If, Past, Theirs
from srcad.reverse.receive import Gain
from srcad.shapes import subscript
from srcad.tree import call, constant, name


class Assignments:
    """The part of `ByMemory` for assignments."""

    def do_Assign(self, s):
        to, value = s.targets[0], s.value
        self.root = value
        if isinstance(to, gast.Name):
            return self.assign_name(to.id, value)
        if isinstance(to, (gast.Tuple, gast.List)):
            return self.assign_tuple(to, value)
        owner = self.types.get(to.value)
        if isinstance(owner, (Ref, TupleOf)):
            return self.put(to, value)
        if to in self.types and self.types[to].active:  # what is never reached has no type
            self.write(to, value, None)

    def assign_name(self, n, value):
        t = self.types.get(value)
        if isinstance(self.calls.get(value), Method):
            return self.method(self.calls[value], value, n)
        if isinstance(self.calls.get(value), UserCall):
            return self.assign_call(n, value)
        if isinstance(self.calls.get(value), Copied) and t.active:
            return self.uncopied(n, value)
        if n in self.groups.several and isinstance(t, Anything) and t.active and not t.array:
            return self.assign_unclear(n, value)
        if n in self.groups.several and not isinstance(t, Number):
            self.drop(n)
        elif not self.is_by_memory(n):
            return super().assign_name(n, value)
        if (
            t is None
            or not t.active
            or isinstance(value, gast.Name)
            or self.is_alias(value)
            or isinstance(self.calls.get(value), PlainCall)
        ):
            return
        if isinstance(value, (gast.List, gast.Tuple, gast.Dict)) or isinstance(self.calls.get(value), TupleCall):
            return self.fill(n, value)
        if isinstance(self.calls.get(value), Construction):  # empty as yet, or a function with what it captures
            return self.captured(n, value)
        here = factor(name(self.holder(n, after=True)), dims_of(t))
        call_of = self.calls.get(value)
        if isinstance(call_of, RuleCall) and call_of.may_view:
            return self.push_unless_shared(n, value, here)
        self.push(value, here)
        self.flush()

    def assign_unclear(self, n, value):
        """A value of which the run tells whether it is a number or an array: one of its two adjoints is 0."""
        found = self.consume(n)
        here = name(self.holder(n, after=True))
        b = factor(here if found is None else gast.BinOp(here, gast.Add(), found[0].tree()), None)
        consumed = [] if found is None else [(n, found[1])]
        is_part = isinstance(value, gast.Subscript) and not self.inference.is_gather(value)  # its index may be a slice
        if is_part or isinstance(self.calls.get(value), RuleCall) and self.calls[value].views:
            self.push_unless_shared(n, value, b, consumed)
        else:
            self.push(value, b)
            self.flush(*consumed)
        self.replenish(n)

    def is_alias(self, value):
        """Whether a value is something that was there before, or a part of it that is surely a view."""
        c = self.calls.get(value)
        if isinstance(c, RuleCall):
            if isinstance(self.types.get(c.args.get('x')), Number):
                return False
            if c.key is np.diag and len(dims_of(self.types[c.args['x']]) or ()) != 2:
                return False
            if not c.views or c.may_view:  # what is broadcast and read only is copied before (spell_out.py)
                return False
            return 'x' not in c.args or self.was_there(c.args['x'])
        if isinstance(value, gast.Subscript):
            return not self.inference.is_gather(value) and self.was_there(value.value)
        return isinstance(value, gast.Attribute) and self.was_there(value.value)

    def was_there(self, node):
        """Whether a part of this value is a part of something that has a name: not of `np.array([u, v])`."""
        return isinstance(node, gast.Name) or self.is_alias(node)

    def push_unless_shared(self, n, value, b, consumed=()):
        """`y = x.reshape(...)`, `y = x[k]`: if it has made a copy, x receives what y has received."""
        x = value.value if isinstance(value, gast.Subscript) else self.calls[value].args['x']
        if not isinstance(x, gast.Name):
            self.inference.refuse('srcad wants what is reshaped here to have a name', value)
        outer, self.out = self.out, []
        self.push(value, b)
        self.flush(*consumed)
        lines, self.out = self.out, outer
        shared = call('same_memory', Past(n, self.point, True, ref=True), Past(x.id, self.point, ref=True))
        self.out.append(If(None, gast.UnaryOp(gast.Not(), shared), lines, []))

    def fill(self, n, value):
        """A list, tuple or dict of numbers and of what has adjoints of its own."""
        here = name(self.holder(n, after=True))
        if isinstance(value, gast.Dict):
            pairs = list(zip(value.keys, value.values))
        else:
            items = self.calls[value].items if isinstance(value, gast.Call) else value.elts
            pairs = [(constant(k), e) for k, e in enumerate(items)]
        for k, e in pairs:
            if isinstance(self.types[e], Number) and self.types[e].active:
                self.root = None
                self.push(e, factor(subscript(here, self.tree(k)), ()))
        self.flush()

    def uncopied(self, n, value):
        """`y = copy.deepcopy(x, twins)`, `y = copy.copy(x)`."""
        there = lambda n, after=False: Past(n, self.point, after, ref=True) if n in self.locals else Theirs(n)
        if self.calls[value].deep:
            pairs = call(gast.Attribute(there(value.args[1].id), 'pairs', gast.Load()))
        else:
            pairs = gast.List([gast.Tuple([there(value.args[0].id), there(n, True)], gast.Load())], gast.Load())
        self.out.append(gast.Expr(call('uncopied', name(self.bars), pairs)))

    def captured(self, n, value):
        if self.calls[value].cls is tuple and value.args and may_be_number(self.item_type(self.types[value])):
            items = value.args[0].id
            self.out.append(gast.Expr(call('add_to', name(self.holder(items)), name(self.holder(n, after=True)))))
        if issubclass(self.calls[value].cls, Closure):
            here = name(self.holder(n, after=True))
            for k in value.keywords:
                if isinstance(self.types[k.value], Number):
                    self.push(k.value, factor(gast.Attribute(here, k.arg, gast.Load()), ()))
            self.flush()

    def assign_call(self, n, value):
        if n in self.groups.several and not isinstance(self.types.get(value), Number):
            self.drop(n)
            self.push_call(value, None)
            return self.flush()
        if self.is_by_memory(n):
            self.push_call(value, None)
            return self.flush()
        found = self.consume(n)
        if found is None:
            self.push_call(value, None)
            return self.flush()
        b, old = found
        self.push_call(value, b)
        self.flush((n, old))
        self.replenish(n)

    def assign_tuple(self, to, value):
        """`a, b = b, a` of numbers, or the items of something that has a name."""
        if isinstance(value, (gast.Tuple, gast.List)):
            return super().assign_tuple(to, value)
        found = []
        for k, e in reversed(list(enumerate(to.elts))):
            if isinstance(e, gast.Name) and not self.is_by_memory(e.id):
                got = self.consume(e.id)
                if got is not None:
                    found.append((k, e, got))
        if not isinstance(value, gast.Name):
            if found:
                self.inference.refuse('srcad cannot take this apart: give it a name first', value)
            return
        for k, e, (b, old) in reversed(found):
            self.gain(Gain(value.id, b, self.types[value], subscript(name(value.id), constant(k)), part=Number()))
        self.flush(*[(e.id, old) for _, e, (b, old) in found])
        self.replenish(*[e.id for _, e, _ in found])

    def do_AugAssign(self, s):
        t = self.inference.old_types.get(s)
        if s.target not in self.types or not (self.types[s.target].active or t is not None and t.active):
            return  # what is never reached has no type
        part = isinstance(s.target, gast.Subscript) and isinstance(self.types.get(s.target.value), Array)
        if isinstance(t, (Number, Array)) or part:
            return super().do_AugAssign(s)
        if is_surely_array(t) and isinstance(s.target, gast.Name):
            return self.write(s.target, s.value, s.op)
        if not isinstance(s.target, gast.Name) or not isinstance(s.op, (gast.Add, gast.Sub)):
            self.inference.refuse('srcad cannot tell whether this changes an array in place: begin with an array', s)
        # In place, or a new array for a number that carries no derivative: either way only the value receives
        whole = like(gast.BinOp(gast.Name(s.target.id, gast.Load(), None, None), s.op, s.value), s)
        self.types[whole], self.types[whole.left] = self.types[s.target], t
        self.arg = s.value
        b = factor(name(self.holder(s.target.id, after=True)), None)
        self.push(s.value, self.contribution(whole, *self.operands(whole)[:2], 'y', b))
        self.flush()
