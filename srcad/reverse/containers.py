"""What is written into containers and objects, and methods of lists and dicts, backwards."""

from collections import OrderedDict

import gast

from srcad.algebra import factor
from srcad.analysis.types import Anything, Either, Number, may_be_number
from srcad.past import Past, Theirs
from srcad.reverse.receive import stored
from srcad.tree import assign, call, constant, name, walk


class Containers:
    """The part of `ByMemory` for containers and objects that change."""

    def put(self, to, value):
        """`o.f = e`, `ys[i] = e`, `d[k] = e`."""
        if isinstance(to, gast.Subscript) and isinstance(to.slice, gast.Slice):
            return self.splice(to, value)
        owner, t = self.types[to.value], self.types.get(value)
        if isinstance(to, gast.Subscript) and self.heap.is_object(owner):
            self.inference.refuse(
                'srcad does not follow this write: give the object, list or array that it changes a name first', to
            )
        field = self.field_type(to, owner)
        several = isinstance(field, Either) and field.of('number') is not None  # a number may have stood there
        if not isinstance(t, Number) and not isinstance(field, Number) and not several:
            return
        if not owner.active or isinstance(to, gast.Attribute) and not self.field_type(to, owner).active:
            return
        place = self.adjoint_place(self.rebuilt_place(to), to.value.id)
        if t is not None and t.active and (isinstance(t, Number) or not several):
            temporary = self.temporary('b' + (to.attr if isinstance(to, gast.Attribute) else 'item'))
            self.out.append(assign(temporary, place))
            self.out.append(assign(stored(place), constant(0.0)))
            self.push(value, factor(name(temporary), ()))
        else:
            self.out.append(assign(stored(place), constant(0.0)))
        self.flush()

    def field_type(self, to, owner):
        if isinstance(to, gast.Attribute):
            return self.heap.load(owner, to.attr)
        return self.heap.load(owner, '*')

    def splice(self, to, value):
        """`ys[a:b] = zs`: the items of zs receive what has taken their place; what was there begins with zeros."""
        if not self.types[to.value].active:
            return
        here = name(self.holder(to.value.id))
        was = self.hoisted_extra(
            call('len', gast.Subscript(name(to.value.id), to.slice, gast.Load())), 'count', to.value.id
        )
        size = (
            self.hoisted_extra(call('len', value), 'size', to.value.id)
            if isinstance(value, gast.Name)
            else constant(len(value.elts))
        )
        parts = [
            call(
                'slice',
                *(
                    constant(None) if e is None else self.tree(e)
                    for e in (to.slice.lower, to.slice.upper, to.slice.step)
                ),
            )
        ]
        taken = call('unspliced', here, *parts, size, was)
        item = self.heap.load(self.types[to.value], '*')
        if isinstance(value, gast.Name) and may_be_number(item) and self.types[value].active:
            self.out.append(gast.Expr(call('add_to', name(self.holder(value.id)), taken)))
        else:
            self.out.append(gast.Expr(taken))

    def do_Delete(self, s):
        """What is deleted has no adjoint before: what was read under its name since was something else."""
        for to in s.targets:
            if isinstance(to, (gast.Attribute, gast.Subscript)) and self.types[to.value].active:
                self.out.append(assign(stored(self.adjoint_place(self.rebuilt_place(to), to.value.id)), constant(0.0)))

    # Methods of lists

    def method(self, c, node, to):
        owner = self.types[node.func.value]
        if not owner.active or self.inference.is_set(owner):  # whose objects have adjoints of their own
            return self.drop(to)
        do = self.lists.get(c.name) if self.heap.is_list(owner) else self.do_update if c.name == 'update' else None
        if do is not None:
            return do(node, to)
        if c.name == 'clear' and not self.heap.kinds_of(owner) <= {dict, OrderedDict}:
            self.out.append(gast.Expr(self.mirror_call(node, 'clear')))  # what was read since may never have been put there
        if (
            c.name in ('index', 'count', 'keys', 'values', 'items', 'clear', 'add', 'discard', 'move_to_end')
            and to is None
            or not self.types[node].active
        ):
            return self.drop(to)
        self.inference.refuse(
            f'srcad does not differentiate the method .{c.name}() here: use indices and assignments', node
        )

    def drop(self, to):
        if to is not None and not self.is_by_memory(to):
            self.consume(to)
            self.replenish(to)

    def mirror_call(self, node, method, *args):
        here = name(self.holder(node.func.value.id))
        return call(gast.Attribute(here, method, gast.Load()), *args)

    def do_append(self, node, to, taken=None):
        value = node.args[-1]
        popped = taken if taken is not None else self.mirror_call(node, 'pop')
        if not isinstance(self.types[value], Number) or not self.types[value].active:
            self.out.append(gast.Expr(popped))
            return
        temporary, start = self.temporary('bitem'), len(self.out)
        self.out.append(assign(temporary, popped))
        self.root = value
        self.push(value, factor(name(temporary), ()))
        self.flush()
        after = self.out[start + 1 :]
        plain = all(isinstance(line, gast.AST) for line in after)  # no branches, as of a choice
        if taken is None and plain and not any(isinstance(n, gast.Subscript) for line in after for n in walk(line)):
            self.pop_where_read(start)  # no other item is read or changed, which may be one of the same list

    def do_appendleft(self, node, to):
        self.do_append(node, to, self.mirror_call(node, 'pop', constant(0)))

    def do_insert(self, node, to):
        self.do_append(node, to, call('uninserted', name(self.holder(node.func.value.id)), self.tree(node.args[0])))

    def do_pop(self, node, to):
        """`v = ys.pop(k)`: what v has received takes its place in the list's adjoint again."""
        b, found = constant(0.0), None
        if to is not None and not self.is_by_memory(to):
            found = self.consume(to)
            b = found[0].tree() if found is not None else b
        if node.func.attr == 'popleft':
            self.out.append(gast.Expr(self.mirror_call(node, 'insert', constant(0), b)))
        elif not node.args:
            self.out.append(gast.Expr(self.mirror_call(node, 'append', b)))
        else:
            self.out.append(
                gast.Expr(call('unpopped', name(self.holder(node.func.value.id)), self.tree(node.args[0]), b))
            )
        if to is not None:
            self.replenish(to)

    def do_mirror(self, node, to):
        self.out.append(gast.Expr(self.mirror_call(node, 'reverse')))

    def do_rotate(self, node, to):
        steps = self.tree(node.args[0]) if node.args else constant(1)
        here = name(self.holder(node.func.value.id))
        self.out.append(gast.Expr(call('unrotated', here, steps)))

    def do_clear(self, node, to):
        was = self.hoisted_extra(call('len', name(node.func.value.id)), 'count', node.func.value.id)
        self.out.append(
            gast.Expr(
                self.mirror_call(node, 'extend', gast.BinOp(gast.List([constant(0.0)], gast.Load()), gast.Mult(), was))
            )
        )

    def do_update(self, node, to):
        """`d.update(e)` of a dict: the items of e receive what is under their keys."""
        d, e = node.func.value.id, node.args[0].id
        keys = call('list', Theirs(e))  # of the module, and never changed
        keys = Past(e, self.point, False, call('list', name(e)), Anything()) if e in self.locals else keys
        given = name(self.holder(e)) if self.types[node.args[0]].active else gast.Dict([], [])
        self.out.append(gast.Expr(call('unupdated', name(self.holder(d)), given, keys)))
