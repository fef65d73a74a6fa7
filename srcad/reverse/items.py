"""Choices, comprehensions and functions of several values, backwards."""

import math

import gast
import numpy as np

from srcad.algebra import factor
from srcad.analysis.call_kinds import UserCall
from srcad.analysis.resized import resizes
from srcad.analysis.types import Array, ListOf, Number, Ref, TupleOf, dims_of
from srcad.past import Each, If, trees_in
from srcad.shapes import subscript
from srcad.reverse.receive import Gain
from srcad.tree import COMPREHENSIONS, call, clone, constant, name, target, transform, tuple_of, walk


class Items:
    """The part of `Pullback` for what is evaluated only sometimes, or many times."""

    # Choices

    def push_choice(self, node, b, truth=None):
        """`a if t else b`, and `and`, `or` as values: the side that was taken receives."""
        if isinstance(node, gast.IfExp):
            self.keep_eager(node.test)
            b = self.choice_adjoint(b)
            self.fork(lambda: self.tree(node.test), *(self.side_of(node, e, b) for e in (node.body, node.orelse)))
            return
        first, rest = node.values[0], node.values[1:]
        self.keep_eager(first)
        rest = rest[0] if len(rest) == 1 else gast.BoolOp(node.op, rest)
        self.types.setdefault(rest, self.types[node])
        is_or = isinstance(node.op, gast.Or)
        if truth is not None and truth != is_or:
            return (
                self.push_true(node.values[-1], b, truth)
                if not isinstance(node.values[-1], gast.BoolOp)
                else self.push_choice(node.values[-1], b, truth)
            )
        b = self.choice_adjoint(b)
        stop = lambda: self.push_true(first, b, is_or)
        go = lambda: self.push_true(rest, b, None)
        self.fork(lambda: self.tree(first), *((stop, go) if is_or else (go, stop)))

    def side_of(self, node, e, b):
        """What is done for a side of a choice: nothing for one that no value gets to."""
        t = self.types.get(e)
        return lambda: None if t is None else self.push(e, self.narrowed(b, self.types[node], t))

    def push_true(self, node, b, truth):
        if isinstance(node, gast.BoolOp):
            if self.types.get(node) is not None and self.types[node].active:
                self.push_choice(node, b, truth)
        else:
            self.push(node, self.narrowed(b, None, self.types[node]))

    def choice_adjoint(self, b):
        return b if self.cheap_term(b) and b.dims == () or b.is_name else self.named(b, 'bchoice')

    def fork(self, test, then, other):
        """An `if` in the adjoint; what both sides receive is flushed inside."""
        gains, self.gains = self.gains, []
        self.surely = not self.lazy
        self.lazy += 1
        tree = test()
        self.surely = False
        before, outer = dict(self.state), self.out
        sides = []
        for side in (then, other):
            self.state, self.out, self.gains = dict(before), [], []
            side()
            self.flush()
            sides.append((self.out, self.state))
        self.lazy -= 1
        self.out, self.gains, self.before_branch = outer, gains, before
        body, orelse = self.merge(sides[0], sides[1], self.point)
        if body or orelse:
            self.out.append(If(None, tree, body, orelse))

    # Comprehensions, and functions of several values

    def push_items(self, node, b, rule, args, k):
        if 'many' in args:
            return self.push_extreme(node, b, args['many'], k)
        items = args['items']
        if k in (max, min):
            z = self.result(node).tree()
            return self.push_all(items, factor(call('max_dx', b.tree(), self.tree(items), z), None))
        if k is math.prod:
            return self.push_product(node, b, items, args.get('start'))
        if k in (sum, math.fsum):
            item = self.inference.item_of(self.types[items], items)
            apart = not isinstance(item, Number) and not isinstance(self.types[items], Array)
            if apart:  # each may have a shape of its own, of which the sum's is made
                b = self.named(self.full(b, node), 'bsum')
            if 'start' in args:
                start = b if isinstance(self.types[node], Number) else self.fit(b, node, args['start'])
                self.push(args['start'], self.narrowed(start, self.types[node], self.types[args['start']]))
            if not self.types[items].active:
                return None
            if isinstance(item, Number) and not isinstance(self.types[node], Number):  # begun with an array
                b = factor(call('np.sum', self.full(b, node).tree()), ())
            b = self.narrowed(b, self.types[node], item)
            if isinstance(items, COMPREHENSIONS):
                b = self.named(b, 'bsum') if not self.cheap_term(b) else b
                return self.push_comprehension(items, b, each=True, fitted=apart)
            if apart and isinstance(items, (gast.List, gast.Tuple)):
                for e in items.elts:
                    if self.types[e].active:
                        self.push(e, self.narrowed(self.fit(b, node, e), self.types[node], self.types[e]))
                return None
            if apart and self.inference.heap is None:
                each, item = call('unbroadcast', b.tree(), name('item')), target('item')
                over = gast.comprehension(item, self.tree(items), [], 0)
                return self.push_all(items, factor(gast.ListComp(each, [over]), None))
            if isinstance(self.types[items], Array):
                if len(self.types[items].dims) > 1:
                    return self.push(items, self.full(factor(b.tree(), b.dims), items) if b.dims == () else b)
                return self.push(items, b)
            return self.push_all(items, b)
        b = self.full(b, node) if isinstance(self.types[items], (ListOf, TupleOf)) else b
        b = self.narrowed(b, self.types[node], self.leaf_type(items))
        if not isinstance(self.types[items], (ListOf, TupleOf)):
            return self.push_rows(node, b, rule, args)
        if isinstance(items, COMPREHENSIONS):
            if k is not np.array:
                self.inference.refuse(
                    f'srcad differentiates {rule.name} of a comprehension only if the list has a name', node
                )
            if any(g.ifs for g in items.generators):  # each takes its own from the end
                b = factor(call('list', b.tree()), b.dims)
            return self.push_comprehension(items, self.named(b, 'b' + rule.noun))
        if isinstance(items, (gast.List, gast.Tuple)):
            return self.push_literal(node, items, self.named(b, 'b' + rule.noun), rule, args, k)
        self.push_all(items, self.parted(b, items, rule, args, node))

    def parted(self, b, items, rule, args, node):
        """The adjoint of arrays that were joined, of a list that has a name, as a list of what each receives."""
        if rule.name in ('np.array', 'np.stack'):
            axis = self.tree(args['axis']) if 'axis' in args else constant(0)
            first = isinstance(axis, gast.Constant) and axis.value == 0
            return b if first else factor(call('np.moveaxis', b.tree(), axis, constant(0)), None)
        b = self.named(b, 'b' + rule.noun)
        if rule.name == 'np.concatenate':
            axis = self.tree(args['axis']) if 'axis' in args else constant(0)
        else:
            axis = {'np.vstack': constant(0), 'np.column_stack': constant(1)}.get(rule.name)
            axis = axis or call('min', gast.BinOp(call('np.ndim', b.tree()), gast.Sub(), constant(1)), constant(1))
        return factor(call('parted', b.tree(), self.tree(items), axis), None)

    def push_rows(self, node, b, rule, args):
        """What an array receives whose rows were joined, or stacked."""
        items = args['items']
        if rule.name == 'np.array':
            return self.push(items, b)
        parts = self.parted(self.full(b, node), items, rule, args, node)
        if rule.name != 'np.stack':
            parts = factor(call('np.array', parts.tree()), dims_of(self.types[items]))
        self.push(items, parts)

    def push_product(self, node, b, items, start):
        """`math.prod(items, start=e)`: an item receives the product of the others."""
        if not isinstance(self.inference.item_of(self.types[items], items), Number) or self.path(items) is None:
            self.inference.refuse('srcad differentiates math.prod of a list of numbers that has a name', node)
        if start is not None and not isinstance(self.types[start], Number):
            self.inference.refuse('srcad differentiates math.prod begun with a number: multiply in a loop', node)
        b = self.named(b, 'bprod')
        if start is not None and self.types[start].active:
            self.push(start, factor(gast.BinOp(b.tree(), gast.Mult(), call('math.prod', self.tree(items))), ()))
        first = self.tree(start) if start is not None else constant(1)
        if self.types[items].active:
            give = self.push_all if isinstance(self.types[items], (ListOf, TupleOf, Array)) else self.push
            give(items, factor(call('prod_dx', b.tree(), self.tree(items), first), None))

    def push_literal(self, node, items, b, rule, args, k):
        """np.array([a, b]), np.stack([a, b]), np.concatenate([a, b]): each item gets its part."""
        if k is np.array:
            return self.push_nested(items, b, [], node)
        for n, e in enumerate(items.elts):
            if not self.types[e].active:
                continue
            axis = args.get('axis') or rule.params.get('axis') or constant(0)
            if rule.name == 'np.stack' and isinstance(axis, gast.Constant) and axis.value == 0:
                tree = subscript(b.tree(), constant(n))
            elif rule.name == 'np.stack':
                tree = call('np.take', b.tree(), constant(n), self.tree(axis))
            else:
                where = self.axis_of_parts(rule, axis, node, b)
                tree = call('part', b.tree(), constant(n), tuple_of([self.witness(i) for i in items.elts]), where)
            self.push_whole(e, self.narrowed(factor(tree, dims_of(self.types[e])), None, self.types[e]))

    def axis_of_parts(self, rule, axis, node, b):
        if rule.name == 'np.concatenate':
            return self.tree(axis)
        dims = dims_of(self.types[node])
        if rule.name == 'np.hstack' and dims:
            return constant(min(len(dims) - 1, 1))
        return self.filled(rule.formulas['items'][0].args[3], node, {}, b)

    def push_whole(self, node, b):
        """What is part of an array receives an adjoint of its own shape; a list, one for each item."""
        self.push(node, b)

    def leaf_type(self, items):
        """The type of what an array is made of: of the items of lists in lists."""
        t = self.types[items]
        while isinstance(t, (ListOf, TupleOf)) and not isinstance(items, (gast.List, gast.Tuple)):
            t = self.inference.item_of(t, items)
        return t

    def push_nested(self, items, b, index, node):
        for n, e in enumerate(items.elts):
            if not self.types[e].active:
                continue
            if isinstance(e, (gast.List, gast.Tuple)):
                self.push_nested(e, b, [*index, n], node)
            elif isinstance(e, COMPREHENSIONS):
                self.inference.refuse('srcad differentiates np.array of this only if the inner list has a name', e)
            else:
                place = [constant(i) for i in (*index, n)]
                index_tree = place[0] if len(place) == 1 else tuple_of(place)
                self.push_whole(e, self.part_of(b, index_tree, self.types[e]))

    def push_extreme(self, node, b, many, k):
        """max(a, b, ...) and min: the first extreme takes all."""
        b = b if self.cheap_term(b) else self.named(b, 'b' + k.__name__)
        op = gast.Gt if k is max else gast.Lt
        for n in many:
            self.keep_eager(n)
        trees = {n: self.value(n).tree() for n in many}

        def choose(winner, rest):
            if not rest:
                return self.push(winner, b)
            self.fork(
                lambda: gast.Compare(trees[rest[0]], [op()], [trees[winner]]),
                lambda: choose(rest[0], rest[1:]),
                lambda: choose(winner, rest[1:]),
            )

        choose(many[0], many[1:])

    def push_all(self, items, b):
        """Every item of a list receives `b`, or its own part of it."""
        owner = self.path(items)
        if owner is None:
            if isinstance(items, (gast.List, gast.Tuple)):
                b = self.named(b, 'bitems') if not b.is_name else b
                for e in items.elts:
                    self.push(e, self.narrowed(b, None, self.types[e]))
                return
            self.inference.refuse('srcad wants this list to have a name', items)
        self.gain(Gain(owner[0], b, self.base_type(items), owner[1], 'all'))

    def push_comprehension(self, node, b, each=False, pops=False, fitted=False):
        """`[E for v in us if t]`: a loop that hands each item its part of `b`, or all of it, fitted to its shape."""
        if len(node.generators) > 1:
            self.inference.refuse('srcad does not differentiate nested comprehensions here: write the loop', node)
        g = node.generators[0]
        if pops and not b.is_name:
            b = self.named(b, 'bitems')
        source, depth = self.tree(g.iter), len(self.bound)
        if (
            g.iter in self.hoisted
            and isinstance(g.iter, gast.Call)
            and not isinstance(self.calls.get(g.iter), UserCall)
        ):
            if getattr(self.types.get(g.iter.func), 'value', None) not in (list, sorted, tuple):
                self.inference.refuse('srcad cannot run over this a second time: make a list of it', g.iter)
        names, before = {}, dict(self.bound)
        for n in walk(g.target):
            if isinstance(n, gast.Name):
                outside = any(
                    isinstance(m, gast.Name) and m.id == n.id and m not in self.comprehended
                    for m in walk(self.tree_of_function)
                )
                names[n.id] = self.names.fresh(n.id + '_') if outside or n.id in before.values() else n.id
        count = self.names.temporary('k' if depth == 0 else f'k_{depth + 1}')
        filtered = bool(g.ifs)
        target_tree = transform(clone(g.target), lambda m: target(names[m.id]) if isinstance(m, gast.Name) else None)
        active = [m for m in walk(g.target) if isinstance(m, gast.Name) and self.types[m].active]

        def trip():
            self.bound = {**before, **names}
            part = (
                b
                if each
                else (
                    factor(call(gast.Attribute(b.tree(), 'pop', gast.Load())), dims_of(self.types[node.elt]))
                    if filtered
                    else factor(subscript(b.tree(), name(count)), dims_of(self.types[node.elt]))
                )
            )
            for m in active:
                self.sinks[names[m.id]] = lambda b, m=m: self.push_item(g.iter, g.target, m, b, name(count))

            def body():
                item, start = part, len(self.out)
                pops = filtered and not each and not isinstance(node.elt, gast.Name)
                if pops:
                    item = self.named(part, 'bitem')
                if fitted:
                    item = factor(call('unbroadcast', b.tree(), self.tree(node.elt)), dims_of(self.types[node.elt]))
                self.push(node.elt, self.narrowed(item, None, self.types[node.elt]))
                self.flush()
                if pops:
                    self.pop_where_read(start)

            if filtered:
                test = g.ifs[0] if len(g.ifs) == 1 else gast.BoolOp(gast.And(), list(g.ifs))
                self.fork(lambda: self.tree(test), body, lambda: None)
            else:
                body()
            self.flush()

        self.lazy += 1
        gains, self.gains = self.gains, []
        lines = self.repeat(trip, self.point)
        self.gains = gains
        self.lazy -= 1
        self.bound = before
        if not lines:
            return
        counted = count in {n.id for l in lines_names(lines) for n in walk(l) if isinstance(n, gast.Name)}
        iterated = source
        if counted:
            target_tree = gast.Tuple([target(count), target_tree], gast.Store())
            iterated = call('enumerate', source)
        if filtered and not each:
            iterated = call(
                'reversed',
                call('list', iterated) if counted or not is_sequence(self.types[g.iter], g.iter) else iterated,
            )
        self.out.append(Each(target_tree, iterated, lines))

    def push_item(self, source, whole, item, b, index):
        """The adjoint of a loop's target goes to the item of what the loop runs over."""
        kind = source.func.id if isinstance(source, gast.Call) and isinstance(source.func, gast.Name) else None
        if kind in ('enumerate', 'zip') and not isinstance(whole, (gast.Tuple, gast.List)):
            self.inference.only_by_reference('this loop has one name for several values: write a name for each', whole)
        if kind == 'enumerate':
            return self.push_item(source.args[0], whole.elts[1], item, b, index)
        if kind == 'zip':
            for part, s in zip(whole.elts, source.args):
                if item in set(walk(part)):
                    return self.push_item(s, part, item, b, index)
        if kind == 'reversed':
            t = self.types[source.args[0]]
            if isinstance(t, Ref) and resizes(self.inference, getattr(self.point.stmt, 'body', [self.point.stmt]), t):
                why = 'srcad does not follow a list that changes its length while this loop runs'
                self.inference.refuse(f'{why}: copy it', source)
            return self.push_item(source.args[0], whole, item, b, gast.BinOp(constant(-1), gast.Sub(), index))
        owner = self.path(source)
        if owner is None:
            self.inference.refuse('srcad wants what this loop runs over to have a name', source)
        place = subscript(owner[1], index)
        for k in steps_to(whole, item):
            place = subscript(place, constant(k))
        self.gain(Gain(owner[0], b, self.base_type(source), place, part=self.types[item]))


def steps_to(whole, item):
    """The positions by which a nested target leads to one of its names."""
    if whole is item:
        return []
    for k, e in enumerate(whole.elts):
        if item in set(walk(e)):
            return [k, *steps_to(e, item)]
    return []


def lines_names(lines):
    return list(trees_in(lines))


def is_sequence(t, node):
    return isinstance(t, Array) or isinstance(t, ListOf) and not isinstance(node, gast.Call)
