"""Loops over containers, and comprehensions as loops."""

import inspect

import gast

from srcad.analysis.marks import Iterated, Method
from srcad.analysis.resized import resizes, sets
from srcad.analysis.types import NONE, Anything, Array, Ref, TupleOf
from srcad.by_memory import is_of_library
from srcad.errors import Unfollowed
from srcad.iterators import backwards, columns_in_turn
from srcad.library import columns_of
from srcad.lower import lowered_generator
from srcad.lower.contextmanagers import means_the_same
from srcad.lower.names import Means, like
from srcad.lower.yields import Inline
from srcad.orders import is_reversed
from srcad.parse import parse
from srcad.spell_out.nodes import asks_none, item, kind_of, replace_owner
from srcad.tree import COMPREHENSIONS, Ours, assign, assigned_names, call, clone, constant, free_names, name, target, transform, walk


OVER_NONE = 'srcad does not follow a loop over None in a try: ask whether it is None before'


class Loops:
    """The part of `SpellOut` for loops."""

    def do_For(self, s):
        if s in self.inference.taken_apart:
            text = self.fresh('item')
            apart = gast.copy_location(gast.Assign([s.target], name(text), None), s)
            return self.made(gast.For(target(text), s.iter, [apart, *s.body], s.orelse, None))
        unsure = self.perhaps_none(s.iter) if hasattr(s, 'caught_by') and not hasattr(s, 'is_there') else None
        if unsure is not None:
            s.is_there = True
            stop = gast.Raise(call(Ours('Unfollowed', Unfollowed), constant(OVER_NONE)), None)
            return self.made(gast.If(asks_none(unsure), [stop], []), s)
        ways = self.by_names, self.dict_loop, self.backwards, self.columns, self.generated, self.over_pieces
        made = next(filter(None, (way(s) for way in ways)), None)
        if made is not None:
            return made
        self.holds_still(s)
        s.iter = self.by_keys(s)
        source = self.source(s.iter)
        first = []
        to = self.fitted(s.target, s.iter, first)
        if first or source is not s.iter:
            return self.made(
                gast.For(to, source, [*(gast.copy_location(line, s) for line in first), *s.body], [], None)
            )
        s.body = self.block(s.body)
        return [s]

    def perhaps_none(self, source):
        """The name of what a loop runs over, if that is None in some runs; None of others."""
        parts = source.args if kind_of(source) in ('enumerate', 'zip', 'reversed') else [source]
        may_be = lambda t: t == NONE or getattr(t, 'maybe', False)
        return next((p for p in parts if isinstance(p, gast.Name) and may_be(self.types.get(p))), None)

    def backwards(self, s):
        """A loop over `reversed(xs)` whose list it makes longer or shorter, by an iterator that counts the places."""
        t = lambda n: self.types.get(n.args[0]) if isinstance(n, gast.Call) and self.is_reversed(n) else None
        moving = {n for n in walk(s.iter) if isinstance(t(n), Ref) and resizes(self.inference, s.body, t(n))}
        if not moving:
            return None
        put = lambda n: like(call(Ours('backwards', backwards), n.args[0]), n) if n in moving else None
        return self.made(gast.For(s.target, transform(s.iter, put), s.body, s.orelse, None))

    def columns(self, s):
        """A loop over `zip(*rows)` that sets items of the rows, by an iterator that reads a column when it comes to it."""
        moving = set()
        for n in walk(s.iter):
            rows = n.args[0] if isinstance(n, gast.Call) and getattr(n.func, 'value_of', None) is columns_of else None
            row = self.inference.item_of(self.types[rows], rows) if rows in self.types else None
            if isinstance(row, (Ref, Array)) and sets(self.inference, s.body, row):
                if isinstance(row, Ref) and not self.heap.is_list(row):
                    self.inference.refuse('srcad reads all of this before the loop, which changes it: use indices', n)
                moving.add(n)
        put = lambda n: like(call(Ours('columns_in_turn', columns_in_turn), n.args[0]), n) if n in moving else None
        return self.made(gast.For(s.target, transform(s.iter, put), s.body, s.orelse, None)) if moving else None

    def holds_still(self, s):
        """Refuse a loop over values of a dict backwards, which it sets: Python reads them when it comes to them."""
        for n in walk(s.iter):
            view = self.calls.get(n.args[0]) if self.inference.is_reversed(n) else None
            whole = self.types.get(view.owner) if isinstance(view, Method) and view.name in ('items', 'values') else None
            if isinstance(whole, Ref) and sets(self.inference, s.body, whole):
                why = 'srcad reads all of this before the loop, which changes it'
                self.inference.refuse(f'{why}: use indices, or a copy', n)

    def by_keys(self, s):
        """What a loop runs over, dicts in place of their values and items, which are read when the loop comes to them."""

        def keyed(n):
            kind, view = kind_of(n), self.calls.get(n)
            if kind in ('enumerate', 'zip', 'reversed'):
                runs = n.args if kind == 'zip' else n.args[:1]
                new = [*map(keyed, runs), *n.args[len(runs) :]]
                same = all(a is b for a, b in zip(new, n.args))
                return n if same else like(gast.Call(n.func, new, n.keywords), n)
            if not isinstance(view, Method) or view.name not in ('items', 'values'):
                return n
            d = clone(self.named(view.owner, always=rebinds(s, view.owner)))
            self.types[d], d.view = self.types[view.owner], view.name
            return like(d, n)

        return keyed(s.iter) if kind_of(s.iter) in ('enumerate', 'zip') else s.iter

    def fitted(self, to, source, first):
        """A loop's target with a name for each item; `first` gets the lines that take items apart or join them."""
        kind = kind_of(source)
        if kind == 'reversed':
            return self.fitted(to, source.args[0], first)
        if kind in ('enumerate', 'zip'):
            sources = [None, source.args[0]] if kind == 'enumerate' else source.args
            joined = []
            if not isinstance(to, (gast.Tuple, gast.List)):
                names = [self.fresh('k' if s is None else 'item') for s in sources]
                joined = [gast.Assign([to], gast.Tuple([name(n) for n in names], gast.Load()), None)]
                to = gast.Tuple([target(n) for n in names], gast.Store())
            parts = [e if s is None else self.fitted(e, s, first) for e, s in zip(to.elts, sources)]
            first += joined  # of parts that may be joined themselves
            return gast.Tuple(parts, gast.Store())
        if hasattr(source, 'view'):
            view, key = source.view, self.fresh('key')
            del source.view
            value = item(source, name(key))
            first.append(gast.Assign([to], gast.Tuple([name(key), value], gast.Load()) if view == 'items' else value, None))
            return target(key)
        if isinstance(to, gast.Name) or isinstance(self.types.get(source), Anything):
            return to
        text = self.fresh('item')
        first.append(gast.Assign([to], name(text), None))
        return target(text)

    def dict_loop(self, s):
        """`for k, v in d.items()` as a loop over the keys."""
        method = self.calls.get(s.iter)
        if (
            not isinstance(method, Method)
            or method.name not in ('items', 'values', 'keys')
            or not self.heap.is_dict(self.types.get(method.owner))
        ):
            return None
        d = self.named(method.owner, always=rebinds(s, method.owner))
        simple_key = (
            method.name == 'items' and isinstance(s.target, gast.Tuple) and isinstance(s.target.elts[0], gast.Name)
        )
        key = s.target.elts[0].id if simple_key else self.fresh('key')
        if method.name == 'keys':
            return self.made(gast.For(s.target, d, s.body, [], None))
        value = item(d, name(key))
        if method.name == 'values':
            first = gast.Assign([s.target], value, None)
        elif simple_key:
            first = gast.Assign([s.target.elts[1]], value, None)
        else:
            first = gast.Assign([s.target], gast.Tuple([name(key), value], gast.Load()), None)
        gast.copy_location(first, s)
        return self.made(gast.For(target(key), d, [first, *s.body], [], None))

    def generated(self, s):
        """A loop over an object whose `__iter__` is a generator: the generator's statements."""
        t = self.types.get(s.iter)
        if not isinstance(t, Ref) or not self.heap.is_object(t):
            return None
        found = self.inference.methods(t, '__iter__') if not self.inference.is_generator(t) else []
        if len(found) != 1 or not inspect.isgeneratorfunction(found[0]) or getattr(s, 'caught', None) is not None:
            return None
        if is_of_library(found[0]):
            self.inference.refuse('srcad does not follow how an object of this class is run over: use indices', s.iter)
        around = getattr(s, 'generated_by', ())
        if found[0] in around:  # it runs over another of its own kind
            each = call(Ours('__iter__', found[0]), s.iter)
            return self.made(gast.For(s.target, each, s.body, s.orelse, None))
        for n in walk(gast.Module(s.body, [])):
            n.generated_by = getattr(n, 'generated_by', ())  # the loop's own are no part of the generator
        tree = lowered_generator(parse(found[0]))
        means = Means(self.instance.tree, self.instance.source)
        taken = free_names(tree) & {*self.instance.params, *self.instance.statics}  # of what is captured, too
        if not found[0].__code__.co_freevars and (taken or not means_the_same(tree, found[0], means)):
            return None
        owner = self.named(s.iter, always=rebinds(s, s.iter))
        lines = self.taken_lines()
        means.taken |= self.taken
        made = Inline(self.instance.tree, means, {}).inlined(s, tree, [(tree.args.args[0].id, owner)])
        self.taken |= means.taken
        if made is None:
            self.lines = lines
            return None
        for n in walk(gast.Module(made, [])):
            if isinstance(n, gast.For) and not hasattr(n, 'generated_by'):
                n.generated_by = (*around, found[0])
        return self.made(*lines, *made)

    def source(self, node):
        """What a loop runs over, its parts under names."""
        kind = kind_of(node)
        if kind in ('enumerate', 'zip', 'reversed'):
            new = [self.source(a) for a in node.args]
            return (
                node
                if all(a is b for a, b in zip(new, node.args))
                else like(gast.Call(node.func, new, node.keywords), node)
            )
        method = self.calls.get(node)
        if isinstance(method, Method) and method.name in ('items', 'values', 'keys'):
            return self.named(self.listed(node))
        t = self.types.get(node)
        if isinstance(self.calls.get(node), Iterated):
            made = self.calls[node].made
            return self.named(replace_owner(made, self.named(node)))
        if isinstance(t, (Ref, TupleOf, Array)) or isinstance(node, COMPREHENSIONS):
            if isinstance(node, COMPREHENSIONS) and self.is_inactive_comprehension(node):
                return node
            return self.named(node)
        return self.several([node])[0]

    def listed(self, node):
        """The items of a dict's view, as a comprehension."""
        method = self.calls[node]
        owner, key = self.named(method.owner), self.fresh('key')
        value = item(owner, name(key))
        elt = {'items': gast.Tuple([name(key), value], gast.Load()), 'values': value, 'keys': name(key)}[method.name]
        made = gast.ListComp(elt, [gast.comprehension(target(key), owner, [], 0)])
        return like(gast.copy_location(made, node), node)

    def loop_of(self, node, to):
        """A comprehension as a loop that fills a list or a dict."""
        used = {n.id for n in walk(node) if isinstance(n, gast.Name)}
        text = self.fresh('items') if to in used else to
        node = self.with_names_of_its_own(node, text)
        if isinstance(node, gast.DictComp):
            key = name(self.fresh('key')) if any(isinstance(n, gast.Call) for n in walk(node.key)) else node.key
            empty = gast.Dict([], [])
            body = [gast.Assign([gast.Subscript(name(text), key, gast.Store())], node.value, None)]
            if key is not node.key:  # computed before the value
                body.insert(0, assign(key.id, node.key))
        elif isinstance(node, gast.SetComp):
            empty, body = call('set'), [gast.Expr(call(gast.Attribute(name(text), 'add', gast.Load()), node.elt))]
        else:
            empty = gast.List([], gast.Load())
            body = [gast.Expr(call(gast.Attribute(name(text), 'append', gast.Load()), node.elt))]
        self.emit(assign(text, like(gast.copy_location(empty, node), node)), effect=True)
        self.emit(*self.around(node, body), effect=True)
        if text != to:
            self.emit(assign(to, name(text)))

    def around(self, node, body):
        """The loops of a comprehension around statements."""
        for g in reversed(node.generators):
            for test in reversed(g.ifs):
                body = [gast.If(test, body, [])]
            body = [gast.For(g.target, g.iter, body, [], None)]
        return body

    def with_names_of_its_own(self, node, text):
        """A comprehension whose variables have names that nothing else has."""
        renames = {}
        inside, outside = set(walk(node)), set(walk(node.generators[0].iter))  # where its names mean nothing yet
        for g in node.generators:
            for n in walk(g.target):
                if isinstance(n, gast.Name) and isinstance(n.ctx, gast.Store) and (
                    n.id == text
                    or any(
                        isinstance(m, gast.Name) and m.id == n.id and m not in inside for m in walk(self.instance.tree)
                    )
                    or n.id in self.instance.params
                ):
                    renames.setdefault(n.id, self.fresh(n.id + '_'))
        return transform(
            node,
            lambda n: (
                like(gast.copy_location(gast.Name(renames[n.id], n.ctx, None, None), n), n)
                if isinstance(n, gast.Name) and n.id in renames and n not in outside
                else None
            ),
        )

    def comprehension(self, elt, key, source, node, to):
        made = gast.ListComp(elt, [gast.comprehension(target(key), source, [], 0)])
        self.loop_of(like(gast.copy_location(made, node), node), to)
        return None

    def sliced(self, node, to):
        """`ys[a:b]`: a list of those items."""
        base = self.named(node.value)
        index = self.index(node.slice)
        key = self.fresh('k')
        places = gast.Subscript(call('range', call('len', base)), index, gast.Load())
        return self.comprehension(item(base, name(key)), key, places, node, to or self.fresh('items'))

    def tuple_operation(self, node):
        """`t + u`, `t * n`, `t[a:b]` of tuples of any length: of the list of those items."""
        items = self.fresh('items')
        (self.sliced if isinstance(node, gast.Subscript) else self.list_operation)(node, items)
        return self.as_tuple(name(items), node)

    def list_operation(self, node, to):
        to = to or self.fresh('items')
        if getattr(node, 'chain', False):
            return self.chain(node, to)
        if isinstance(node.op, gast.Add):
            left, right = (self.named(n) for n in (node.left, node.right))
            text = self.fresh('items') if to in (getattr(left, 'id', None), getattr(right, 'id', None)) else to
            self.emit(assign(text, like(gast.copy_location(gast.List([], gast.Load()), node), node)))
            for part in (left, right):
                self.emit(gast.Expr(call(gast.Attribute(name(text), 'extend', gast.Load()), part)), effect=True)
            return None if text == to else name(text)
        items, times = (
            (node.left, node.right) if isinstance(self.types.get(node.left), Ref) else (node.right, node.left)
        )
        one = isinstance(items, gast.List) and len(items.elts) == 1 and not isinstance(items.elts[0], gast.Starred)
        whole = items.elts[0] if one else items
        first = [node.left, node.right].index(items)
        parts = self.several([whole, times][:: -1 if first else 1], lambda n: self.named(n) if n is whole else self.flat(n))
        whole, times = parts[first], parts[not first]
        trip, key = self.fresh('_trip'), self.fresh('item')
        generators = [gast.comprehension(target(trip), call('range', times), [], 0)]
        if not one:
            generators.append(gast.comprehension(target(key), whole, [], 0))
        made = gast.ListComp(whole if one else name(key), generators)
        self.loop_of(like(gast.copy_location(made, node), node), to)
        return None

    def chain(self, node, to):
        """`[a] + list(xs) + [b]`: one list, to which all is added."""
        parts = []
        while isinstance(node, gast.BinOp):
            parts, node = [node.right, *parts], node.left
        used = {n.id for part in [node, *parts] for n in walk(part) if isinstance(n, gast.Name)}
        text = self.fresh('items') if to in used else to
        self.emit(assign(text, node))
        for part in parts:
            if isinstance(part, gast.Call):
                self.emit(gast.Expr(call(gast.Attribute(name(text), 'extend', gast.Load()), part.args[0])), effect=True)
            else:
                add = lambda e: call(gast.Attribute(name(text), 'append', gast.Load()), e)
                self.emit(*(gast.Expr(add(e)) for e in part.elts), effect=True)
        return None if text == to else name(text)

    def is_reversed(self, node):
        return is_reversed(node, self.types)

    def tuple_of_parts(self, node, t):
        """`t + u`, `t[1:]`, `t * 2`, `reversed(t)` of tuples whose lengths are known."""
        if isinstance(node, gast.Subscript):
            whole = self.named(node.value)
            n = len(self.types[node.value].items)
            bounds = [
                e.value if isinstance(e, gast.Constant) else None if e is None else self.types[e].size
                for e in (node.slice.lower, node.slice.upper, node.slice.step)
            ]
            parts = [item(whole, k) for k in range(n)[slice(*bounds)]]
        elif isinstance(node, gast.Call):
            whole = self.named(node.args[0])
            parts = [item(whole, k) for k in reversed(range(len(t.items)))]
        elif isinstance(node.op, gast.Add):
            left, right = self.named(node.left), self.named(node.right)
            parts = [item(left, k) for k in range(len(self.types[node.left].items))]
            parts += [item(right, k) for k in range(len(self.types[node.right].items))]
        else:
            whole = self.named(node.left if isinstance(self.types[node.left], TupleOf) else node.right)
            inner = self.types[node.left] if isinstance(self.types[node.left], TupleOf) else self.types[node.right]
            n = len(inner.items)
            parts = [item(whole, k % n) for k in range(len(t.items))]
        return like(gast.copy_location(gast.Tuple(parts, gast.Load()), node), node)


def rebinds(s, over):
    """Whether the name of what a loop runs over means something else within the loop."""
    return isinstance(over, gast.Name) and over.id in assigned_names(s.target, *s.body)
