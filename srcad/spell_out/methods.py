"""Methods of lists, dicts and deques as the simpler statements that they are."""

from collections import OrderedDict, deque

import gast

from srcad.analysis.types import NONE, Ref
from srcad.of_objects import end_key
from srcad.lower.names import like
from srcad.spell_out.nones import lacking
from srcad.spell_out.nodes import is_literal, item, same_call
from srcad.tree import Ours, assign, call, constant, name, target


class Methods:
    """The part of `SpellOut` for methods of containers."""

    def method(self, node, c, to):
        base = self.named(c.owner)
        do = getattr(self, 'method_' + c.name, None)
        if do is not None:
            unsure = self.may_be_caught and getattr(self.types.get(c.owner), 'maybe', False)
            if unsure and not hasattr(node, 'is_there'):
                self.emit(lacking(node, base))
                node.is_there = self.changed = True
            done = do(node, base, to)
            if done is None and to is not None and self.types.get(node) == NONE:
                return constant(None)
            if done is not NotImplemented:
                return done
        args, made = self.items_of(node.args), node
        if base is not c.owner or any(a is not b for a, b in zip(args, node.args)):
            func = like(gast.Attribute(base, c.name, gast.Load()), node.func)
            made = same_call(gast.copy_location(gast.Call(func, args, node.keywords), node), node)
        if to is not None and self.types.get(node) == NONE:
            self.emit(gast.Expr(made), effect=True)
            return constant(None)
        return made

    def method_append(self, node, base, to):
        """A deque of limited length drops what stands at its other end."""
        if getattr(node, 'has_room', False) or not self.heap.is_limited(self.types.get(node.func.value)):
            return NotImplemented
        full = gast.Compare(call('len', base), [gast.Eq()], [gast.Attribute(base, 'maxlen', gast.Load())])
        drop = 'popleft' if node.func.attr == 'append' else 'pop'
        value = self.named(node.args[0], always=True)  # before anything is dropped
        self.emit(gast.If(full, [gast.Expr(call(gast.Attribute(base, drop, gast.Load())))], []))
        made = call(gast.Attribute(base, node.func.attr, gast.Load()), value)
        made.has_room = True
        self.emit(gast.Expr(made), effect=True)
        return None

    method_appendleft = method_append

    def method_extend(self, node, base, to, add='append'):
        if isinstance(node.args[0], gast.GeneratorExp):  # which sees what has been added
            whole = self.with_names_of_its_own(node.args[0], base.id)
            body = gast.Expr(call(gast.Attribute(base, add, gast.Load()), whole.elt))
            self.emit(*self.around(whole, [gast.copy_location(body, self.here)]), effect=True)
            return None
        source = (
            self.named(node.args[0])
            if not isinstance(node.args[0], gast.Call) or isinstance(self.types.get(node.args[0]), Ref)
            else node.args[0]
        )
        t = self.types.get(source)
        if isinstance(t, Ref) and t.sites & self.types[node.func.value].sites:  # it may be the list that grows
            source = call('list', source)
        key = self.fresh('item')
        body = gast.Expr(call(gast.Attribute(base, add, gast.Load()), name(key)))
        self.emit(gast.For(target(key), source, [gast.copy_location(body, self.here)], [], None), effect=True)
        return None

    def method_extendleft(self, node, base, to):
        return self.method_extend(node, base, to, 'appendleft')

    def method_update(self, node, base, to):
        if self.inference.is_set(self.types.get(node.func.value)):
            return self.method_extend(node, base, to, 'add') if len(node.args) == 1 else NotImplemented
        if base is node.func.value and not node.keywords and isinstance(node.args[0], gast.Name):
            if self.heap.is_dict(self.types.get(node.args[0])):
                return node
        for a in node.args:
            if isinstance(a, gast.GeneratorExp) and isinstance(a.elt, gast.Tuple) and len(a.elt.elts) == 2:
                self.updated_by(base, self.with_names_of_its_own(a, base.id))
                continue
            source = self.source(a)
            key = self.fresh('key')
            if self.heap.is_dict(self.types.get(a)):
                self.emit(gast.Expr(call(gast.Attribute(base, 'update', gast.Load()), self.named(source))), effect=True)
            else:
                value = self.fresh('value')
                body = gast.Assign([gast.Subscript(base, name(key), gast.Store())], name(value), None)
                pair = gast.Tuple([target(key), target(value)], gast.Store())
                self.emit(gast.For(pair, source, [gast.copy_location(body, self.here)], [], None), effect=True)
        values = [self.named(k.value) if len(node.keywords) > 1 else k.value for k in node.keywords]  # all, and then
        for k, value in zip(node.keywords, values):
            self.emit(gast.Assign([gast.Subscript(base, constant(k.arg), gast.Store())], value, None), effect=True)
        return None

    def updated_by(self, base, whole):
        """`d.update((k, v) for ...)`, which sees what has been set."""
        key, value = self.fresh('key'), self.fresh('value')
        store = gast.Assign([gast.Subscript(base, name(key), gast.Store())], name(value), None)
        lines = [assign(key, whole.elt.elts[0]), assign(value, whole.elt.elts[1]), store]
        self.emit(*self.around(whole, [gast.copy_location(s, self.here) for s in lines]), effect=True)

    def method_get(self, node, base, to):
        key = self.index(node.args[0], always=True)
        default = node.args[1] if len(node.args) > 1 else constant(None)
        to = to or self.fresh('item')
        default = self.named(default) if not is_literal(default) else default
        test = gast.Compare(key, [gast.In()], [base])
        self.emit(gast.If(test, [assign(to, item(base, key))], [assign(to, default)]), effect=True)
        return None

    def method_setdefault(self, node, base, to):
        key = self.index(node.args[0], always=True)
        default = node.args[1] if len(node.args) > 1 else constant(None)
        default = self.named(default) if not is_literal(default) else default
        test = gast.Compare(key, [gast.NotIn()], [base])
        self.emit(
            gast.If(test, [gast.Assign([gast.Subscript(base, key, gast.Store())], default, None)], []), effect=True
        )
        return item(base, key) if to else None

    def method_pop(self, node, base, to):
        if not self.heap.is_dict(self.types.get(node.func.value)) or not node.args:
            return NotImplemented
        key = self.index(node.args[0], always=True)
        to = to or self.fresh('item')
        take = [assign(to, item(base, key)), gast.Delete([gast.Subscript(base, key, gast.Del())])]
        if len(node.args) > 1:
            default = self.named(node.args[1]) if not is_literal(node.args[1]) else node.args[1]
            take = [gast.If(gast.Compare(key, [gast.In()], [base]), take, [assign(to, default)])]
        elif not self.heap.kinds_of(self.types[node.func.value]) <= {dict, OrderedDict}:  # to read it would make it
            missing = gast.Raise(call('KeyError', key), None)
            self.emit(gast.If(gast.Compare(key, [gast.NotIn()], [base]), [missing], []))
        self.emit(*take, effect=True)
        return None

    def method_popitem(self, node, base, to):
        """The key of the last item, or of the first, and what is under it."""
        last = self.items_of([*node.args, *(k.value for k in node.keywords)])
        key, value = self.fresh('key'), self.fresh('value')
        taken = [] if to is None else [assign(value, item(base, name(key)))]
        self.emit(
            assign(key, call(Ours('end_key', end_key), base, *last)),
            *taken,
            gast.Delete([gast.Subscript(base, name(key), gast.Del())]),
            effect=True,
        )
        return None if to is None else gast.Tuple([name(key), name(value)], gast.Load())

    def method_copy(self, node, base, to):
        if self.heap.is_dict(self.types.get(node.func.value)):
            text = self.fresh('items') if base.id == to or to is None else to
            self.emit(assign(text, like(gast.copy_location(gast.Dict([], []), node), node)))
            self.emit(gast.Expr(call(gast.Attribute(name(text), 'update', gast.Load()), base)), effect=True)
            return None if text == to else name(text)
        key = self.fresh('item')
        return self.comprehension(name(key), key, base, node, to or self.fresh('items'))

    def method_remove(self, node, base, to):
        if not self.heap.is_list(self.types.get(node.func.value)):
            return NotImplemented
        place = call(gast.Attribute(base, 'index', gast.Load()), *self.items_of(node.args))
        self.emit(gast.Expr(call(gast.Attribute(base, 'pop', gast.Load()), place)), effect=True)
        return None

    def method_clear(self, node, base, to):
        t = self.types.get(node.func.value)
        if not self.heap.is_list(t) or deque in self.heap.kinds_of(t):
            return NotImplemented
        whole = gast.Subscript(base, gast.Slice(None, None, None), gast.Store())
        self.emit(gast.Assign([whole], gast.List([], gast.Load()), None), effect=True)
        return None

    def method_sort(self, node, base, to):
        """`ys.sort(key=...)`: the items in their new order take the place of the old."""
        whole = gast.Subscript(base, gast.Slice(None, None, None), gast.Store())
        made = gast.Call(name('sorted'), [base], node.keywords)
        self.emit(gast.Assign([whole], gast.copy_location(made, node), None), effect=True)
        return None
