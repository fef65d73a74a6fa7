"""Statements that do one thing each, for programs whose containers and objects are known by reference.

After it every list, dict, object and array that is taken out of another has a name, every call of a function that is
differentiated stands in a statement of its own, and comprehensions, concatenations and unpackings are loops and
elements. What is computed, and in which order, stays the same.
"""

import builtins
import inspect
from collections import OrderedDict, defaultdict, deque
from enum import Enum
from dataclasses import MISSING, fields, is_dataclass

import gast
import numpy as np

from srcad.analysis.calls import RuleCall, TupleCall, UserCall
from srcad.analysis.heap import KEY, BoundMethod, FunctionValue, label
from srcad.analysis.references import ByClass, Cached, Construction, Iterated, Method, Rewritten
from srcad.analysis.types import Anything, Array, Known, ListOf, Number, Ref, TupleOf
from srcad.by_memory import Closure, lacks, new
from srcad.lower.exceptions import exceptions
from srcad.lower.names import Means, like, unused
from srcad.lower.yields import Inline
from srcad.names import HARMLESS
from srcad.tree import COMPREHENSIONS, Ours, all_names, assign, call, clone, constant, name, target, transform, walk

LOOPS = COMPREHENSIONS + (gast.DictComp, gast.SetComp)
# Functions whose value is a view of their argument only if its memory allows it
MAYBE = {np.reshape, np.ravel, np.asarray}
DISPLAYS = (gast.List, gast.Tuple, gast.Dict, gast.Set)


def spell_out(instance):
    """Rewrite an instance's tree; whether anything changed."""
    flat = SpellOut(instance)
    instance.tree.body = flat.split(instance.tree.body)
    if flat.changed:
        return True
    instance.tree.body = flat.block(instance.tree.body)
    if flat.changed:  # a `try` has one statement again
        exceptions(instance.tree, Means(instance.tree, instance.source))
    return flat.changed


class SpellOut:
    def __init__(self, instance):
        self.instance, self.inference = instance, instance.inference
        self.types, self.calls, self.heap = self.inference.types, self.inference.calls, self.inference.heap
        self.taken = all_names(instance.tree) | set(instance.params)
        self.changed, self.lines, self.effects, self.here = False, [], 0, None

    # Statements

    def split(self, statements):
        """`x = Point(x)`: where a name becomes a number after an object, or the other way, it is two names."""
        kinds = {n: is_number_type(t) for n, t in self.instance.types.items()}
        for k, s in enumerate(statements):
            to = s.targets[0] if isinstance(s, gast.Assign) else None
            if not isinstance(to, gast.Name) or s.value not in self.types:
                continue
            number = is_number_type(self.types[s.value])
            if number is not None and kinds.get(to.id, number) not in (number, None) and not captured_by(to.id, statements):
                self.changed = True
                text = self.fresh(to.id)
                first = like(gast.copy_location(gast.Assign([gast.copy_location(target(text), to)], s.value, None), s), s)
                rest = [renamed_in(r, to.id, text) for r in statements[k + 1 :]]
                return [*statements[:k], first, *rest]
            kinds[to.id] = number
        return statements

    def block(self, statements):
        out = []
        for s in statements:
            outer, self.lines, here, self.here = self.lines, [], self.here, s
            made = self.statement(s)
            lines, self.lines, self.here = self.lines, outer, here
            if lines:
                self.changed = True
            out += [*lines, *made]
        return out

    def statement(self, s):
        do = getattr(self, 'do_' + type(s).__name__, None)
        if do is not None:
            return do(s)
        for field in ('body', 'orelse', 'finalbody'):
            if isinstance(getattr(s, field, None), list) and not isinstance(s, gast.FunctionDef):
                setattr(s, field, self.block(getattr(s, field)))
        for handler in getattr(s, 'handlers', []):
            handler.body = self.block(handler.body)
        return [s]

    def emit(self, *statements, effect=False):
        for s in statements:
            for n in walk(s):
                if isinstance(n, gast.stmt) and getattr(n, 'lineno', None) is None:
                    gast.copy_location(n, self.here)
            self.lines.append(s)
        self.effects += effect

    def made(self, *statements):
        """What takes the place of the statement."""
        self.changed = True
        for s in statements:
            for n in walk(s):
                if isinstance(n, gast.stmt) and getattr(n, 'lineno', None) is None:
                    gast.copy_location(n, self.here)
        return list(statements)

    def fresh(self, text):
        hides = hasattr(builtins, text) and text not in HARMLESS  # generated lines call it
        return unused(f'{text}_' if hides else text, self.taken)

    def do_Assign(self, s):
        to = s.targets[0]
        if isinstance(to, gast.Name):
            return self.assigned(to, s)
        if isinstance(to, (gast.Tuple, gast.List)):
            return self.unpacked(to, s)
        in_array = isinstance(to, gast.Subscript) and isinstance(self.types.get(to.value), Array)
        value = self.several([s.value])[0] if in_array else self.stored(s.value)
        made = self.set_by_call(to, value)
        if made is not None:
            return made
        place = self.place(to)
        if place is None:
            return []
        return self.replaced(s, place, value)

    def set_by_call(self, to, value):
        """`o.p = v` of a property and `o[k] = v` of an object: calls."""
        owner = self.types.get(to.value)
        if isinstance(to, gast.Attribute) and isinstance(owner, Array):  # z.real = v
            part = like(gast.copy_location(gast.Attribute(to.value, to.attr, gast.Load()), to), to)
            whole = gast.Subscript(part, gast.Constant(..., None), gast.Store())
            return self.made(gast.Assign([whole], value, None))
        if not isinstance(owner, Ref) or not self.heap.is_object(owner):
            return None
        if isinstance(to, gast.Subscript):
            func, args = gast.Attribute(to.value, '__setitem__', gast.Load()), [to.slice, value]
        else:
            found = self.inference.methods(owner, to.attr)
            if not found or not isinstance(found[0], property):
                return None
            func, args = Ours(found[0].fset.__name__, found[0].fset), [to.value, value]
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
            self.loop_of(value, to.id)
            return self.made(*self.taken_lines())
        new = self.root(value, to.id)
        if new is None:
            return []
        return self.replaced(s, to, new)

    def taken_lines(self):
        lines, self.lines = self.lines, []
        return lines

    def unpacked(self, to, s):
        value = s.value
        simple = all(isinstance(e, gast.Name) for e in to.elts)
        if isinstance(value, (gast.Tuple, gast.List)) and len(value.elts) == len(to.elts):
            if simple and all(self.is_number(e) for e in value.elts):
                new = self.several(value.elts)
                if all(a is b for a, b in zip(new, value.elts)):
                    return [s]
                return self.made(gast.Assign([to], like(gast.Tuple(new, gast.Load()), value), None))
            names = [self.named(e, always=True) for e in value.elts]
            return self.made(*[gast.Assign([e], n, None) for e, n in zip(to.elts, names)])
        t = self.types.get(value)
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

    def do_AugAssign(self, s):
        to = s.target
        if isinstance(to, gast.Name):
            return self.augmented_name(s)
        owner = self.types.get(to.value)
        if isinstance(owner, Array):
            place = self.place(to)
            value = self.several([s.value])[0]
            if place is to and value is s.value:
                return [s]
            new = gast.AugAssign(place, s.op, value)
            if hasattr(s, 'at'):  # np.add.at
                new.at = s.at
            return self.made(new)
        if hasattr(s, 'at'):
            self.inference.refuse('srcad cannot tell which array this writes to: give it a name first', s)
        base = self.named(to.value)
        if isinstance(to, gast.Attribute):
            place = lambda ctx: gast.Attribute(base, to.attr, ctx)
        else:
            index = self.index(to.slice, always=True)
            place = lambda ctx: gast.Subscript(base, index, ctx)
        if isinstance(self.types.get(to), (Array, Ref)) or isinstance(self.types.get(to), Anything):
            text = self.fresh(getattr(to, 'attr', 'item'))
            part = like(gast.copy_location(gast.AugAssign(target(text), s.op, s.value), s), s)
            return self.made(assign(text, place(gast.Load())), part, gast.Assign([place(gast.Store())], name(text), None))
        return self.made(gast.Assign([place(gast.Store())], like(gast.BinOp(place(gast.Load()), s.op, s.value), s.value), None))

    def augmented_name(self, s):
        t = self.inference.old_types.get(s)
        if self.heap.is_list(t) and isinstance(s.op, gast.Add):
            return self.made(gast.Expr(call(gast.Attribute(name(s.target.id), 'extend', gast.Load()), s.value)))
        if self.heap.is_list(t) and isinstance(s.op, gast.Mult):
            whole = gast.Subscript(name(s.target.id), gast.Slice(None, None, None), gast.Store())
            return self.made(gast.Assign([whole], like(gast.BinOp(name(s.target.id), s.op, s.value), s.value), None))
        if isinstance(t, (Ref, TupleOf)):
            own = f'__i{inplace(s.op)}__'
            if isinstance(t, Ref) and self.heap.is_object(t) and self.inference.methods(t, own):
                return self.made(assign(s.target.id, call(gast.Attribute(name(s.target.id), own, gast.Load()), s.value)))
            return self.made(assign(s.target.id, like(gast.BinOp(name(s.target.id), s.op, s.value), s.value)))
        value = self.several([s.value])[0]
        return [s] if value is s.value else self.made(gast.AugAssign(s.target, s.op, value))

    def do_Return(self, s):
        if s.value is None or isinstance(s.value, gast.Constant):
            return [s]
        t = self.types.get(s.value)
        value = self.several([s.value])[0] if isinstance(t, (Number, Known)) else self.named(s.value, noun='value')
        return [s] if value is s.value else self.made(gast.Return(value))

    def do_Expr(self, s):
        if isinstance(s.value, gast.Constant):
            return [s]
        if isinstance(s.value, gast.Call) and getattr(self.types.get(s.value.func), 'value', None) == object.__setattr__:
            o, key, value = s.value.args
            if isinstance(key, gast.Constant):  # as frozen dataclasses do it
                to = gast.Attribute(o, key.value, gast.Store())
                to.frozen = True
                return self.made(gast.Assign([to], value, None))
        new = self.root(s.value, None)
        if new is None:
            return []
        return [s] if new is s.value else self.made(gast.Expr(new))

    def do_With(self, s):
        """`with` an object of a class of the program: its methods around the body."""
        item = s.items[0]
        t = self.types.get(item.context_expr)
        if not isinstance(t, Ref) or not self.heap.is_object(t):
            s.body = self.block(s.body)
            return [s]
        context = self.named(item.context_expr)
        enter = call(gast.Attribute(context, '__enter__', gast.Load()))
        first = gast.Expr(enter) if item.optional_vars is None else gast.Assign([item.optional_vars], enter, None)
        leave = call(gast.Attribute(context, '__exit__', gast.Load()), *(constant(None) for _ in range(3)))
        body = s.body if len(s.items) == 1 else [gast.copy_location(gast.With(s.items[1:], s.body, None), s)]
        return self.made(first, gast.Try(body, [], [], [gast.Expr(leave)]))

    def do_Delete(self, s):
        out = []
        for to in s.targets:
            if isinstance(to, gast.Subscript) and self.heap.is_list(self.types.get(to.value)):
                base = self.named(to.value)
                if isinstance(to.slice, gast.Slice):
                    out.append(gast.Assign([gast.Subscript(base, self.index(to.slice), gast.Store())], gast.List([], gast.Load()), None))
                else:
                    out.append(gast.Expr(call(gast.Attribute(base, 'pop', gast.Load()), to.slice)))
            else:
                out.append(s if len(s.targets) == 1 else gast.Delete([to]))
        if out == [s]:
            return [s]
        return self.made(*out)

    def do_If(self, s):
        test = self.several([s.test])[0]
        lines = self.taken_lines()
        body, orelse = self.block(s.body), self.block(s.orelse)
        if lines or test is not s.test:
            self.lines = lines
            return self.made(gast.If(test, body, orelse))
        s.body, s.orelse = body, orelse
        return [s]

    def do_While(self, s):
        test = self.several([s.test])[0]
        lines = self.taken_lines()
        if not lines and test is s.test:
            s.body = self.block(s.body)
            return [s]
        stop = gast.If(gast.UnaryOp(gast.Not(), test), [gast.Break()], [])
        for line in lines:
            self.made(line)
        return self.made(gast.While(constant(True), [*lines, stop, *s.body], []))

    # Loops

    def do_For(self, s):
        made = self.dict_loop(s) or self.generated(s)
        if made is not None:
            return made
        source = self.source(s.iter)
        first = []
        to = self.fitted(s.target, s.iter, first)
        if first or source is not s.iter:
            return self.made(gast.For(to, source, [*(gast.copy_location(line, s) for line in first), *s.body], [], None))
        s.body = self.block(s.body)
        return [s]

    def fitted(self, to, source, first):
        """A loop's target with a name for each item; `first` gets the lines that take items apart or put them together."""
        kind = kind_of(source)
        if kind == 'reversed':
            return self.fitted(to, source.args[0], first)
        if kind in ('enumerate', 'zip'):
            sources = [None, source.args[0]] if kind == 'enumerate' else source.args
            if not isinstance(to, (gast.Tuple, gast.List)):
                names = [self.fresh('k' if s is None else 'item') for s in sources]
                first.append(gast.Assign([to], gast.Tuple([name(n) for n in names], gast.Load()), None))
                to = gast.Tuple([target(n) for n in names], gast.Store())
            return gast.Tuple([e if s is None else self.fitted(e, s, first) for e, s in zip(to.elts, sources)], gast.Store())
        if isinstance(to, gast.Name) or isinstance(self.types.get(source), Anything):
            return to
        text = self.fresh('item')
        first.append(gast.Assign([to], name(text), None))
        return target(text)

    def dict_loop(self, s):
        """`for k, v in d.items()` as a loop over the keys."""
        method = self.calls.get(s.iter)
        if not isinstance(method, Method) or method.name not in ('items', 'values', 'keys') or not self.heap.is_dict(self.types.get(method.owner)):
            return None
        unrolled = self.unrolled(s, method)
        if unrolled is not None:
            return unrolled
        d = self.named(method.owner)
        simple_key = method.name == 'items' and isinstance(s.target, gast.Tuple) and isinstance(s.target.elts[0], gast.Name)
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
        found = self.inference.methods(t, '__iter__')
        if len(found) != 1 or not inspect.isgeneratorfunction(found[0]):
            return None
        tree = self.inference.program.parsed(found[0])
        owner = self.named(s.iter)
        lines = self.taken_lines()
        means = Means(self.instance.tree, self.instance.source)
        means.taken |= self.taken
        made = Inline(self.instance.tree, means, {}).inlined(s, tree, [(tree.args.args[0].id, owner)])
        self.taken |= means.taken
        if made is None:
            self.inference.refuse('srcad does not follow this __iter__: return a list, or yield in plain loops', s.iter)
        return self.made(*lines, *made)

    def unrolled(self, s, method):
        """The trips of a loop over a dict whose values are of several kinds, one for each of its keys."""
        t = self.types.get(method.owner)
        keys = self.inference.known_keys(t)
        value = self.heap.load(t, '*')
        if keys is None or len(t.sites) > 1 or not isinstance(value, Anything) or value.array or not value.active:
            return None
        if any(isinstance(n, (gast.Break, gast.Continue, gast.Return)) for b in s.body for n in walk(b)) or self.heap.containers_written and not self.instance.entry:
            return None
        d, out = self.named(method.owner), []
        for key in keys:
            part = {'items': gast.Tuple([constant(key), item(d, key)], gast.Load()), 'values': item(d, key), 'keys': constant(key)}[method.name]
            first = gast.Assign([clone(s.target)], part, None)
            names = {n.id: self.fresh(n.id) for n in walk(s.target) if isinstance(n, gast.Name)}
            lines = [first, *(clone(b) for b in s.body)]
            for old, new in names.items():
                lines = [renamed_in(line, old, new) for line in lines]
            out += lines
        return self.made(*out)

    def source(self, node):
        """What a loop runs over, its parts under names."""
        kind = kind_of(node)
        if kind in ('enumerate', 'zip', 'reversed'):
            new = [self.source(a) for a in node.args]
            return node if all(a is b for a, b in zip(new, node.args)) else like(gast.Call(node.func, new, node.keywords), node)
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
        key = self.fresh('key')
        value = item(method.owner, name(key))
        elt = {'items': gast.Tuple([name(key), value], gast.Load()), 'values': value, 'keys': name(key)}[method.name]
        made = gast.ListComp(elt, [gast.comprehension(target(key), method.owner, [], 0)])
        return like(gast.copy_location(made, node), node)

    # Expressions

    def several(self, nodes):
        """Expressions that are evaluated in turn."""
        done = []
        for n in nodes:
            start, effects = len(self.lines), self.effects
            new = self.flat(n)
            if self.effects > effects:
                late = self.lines[start:]
                del self.lines[start:]
                for k, d in enumerate(done):
                    if d is not None and self.is_sensitive(d):
                        text = self.fresh('value')
                        self.emit(assign(text, d))
                        done[k] = name(text)
                self.lines += late
            done.append(new)
        return done

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
        return isinstance(self.calls.get(node), (UserCall, Construction, Method, ByClass)) or isinstance(node, gast.Call)

    def flat(self, node):
        """An expression that may stand inside another."""
        if isinstance(node, (gast.Name, gast.Constant, gast.JoinedStr, gast.Lambda)) or node is None:
            return node
        if isinstance(node, gast.Slice):
            return self.index(node)
        if self.stays(node):
            return self.with_parts(node)
        return self.named(node)

    def stays(self, node):
        """Whether an expression needs no name of its own."""
        c, t = self.calls.get(node), self.types.get(node)
        if isinstance(c, (UserCall, Construction, Method, ByClass, TupleCall, Rewritten, Cached)):
            return False
        if isinstance(node, LOOPS):
            return self.is_inactive_comprehension(node)
        if isinstance(node, DISPLAYS):
            return node in self.inference.literals or isinstance(node, gast.Tuple) and not self.is_active(node)
        if isinstance(node, (gast.Attribute, gast.Subscript)):
            return not (isinstance(self.types.get(node.value), (Ref, TupleOf)) and isinstance(t, (Ref, TupleOf, Array, Anything)))
        if isinstance(node, (gast.BoolOp, gast.IfExp)):
            return not self.needs_lines(node)
        if isinstance(node, gast.BinOp) and isinstance(t, (Ref, TupleOf)):
            return False
        return True

    def is_active(self, node):
        t = self.types.get(node)
        return t is not None and t.active

    def is_inactive_comprehension(self, node):
        """A comprehension that nothing active comes out of, and that calls nothing that is differentiated."""
        return not any(
            isinstance(self.calls.get(n), (UserCall, Construction, ByClass)) or isinstance(n, gast.expr) and self.is_active(n)
            for n in walk(node)
        ) and not isinstance(node, gast.GeneratorExp)

    def needs_lines(self, node):
        """Whether parts of what is evaluated only sometimes must be statements of their own."""
        for n in walk(node):
            if isinstance(self.calls.get(n), (UserCall, Construction, Method, ByClass)):
                return True
            if isinstance(n, LOOPS) and not self.is_inactive_comprehension(n):
                return True
            if isinstance(n, (gast.Attribute, gast.Subscript)) and isinstance(self.types.get(n.value), (Ref, TupleOf)):
                return True
            if isinstance(n, gast.expr) and isinstance(self.types.get(n), (Ref, TupleOf, Array)) and self.is_active(n):
                return True
        return False

    def with_parts(self, node):
        """The expression with its parts flat, in the order in which they are evaluated."""
        if isinstance(node, LOOPS + (gast.BoolOp, gast.IfExp)):
            return node
        parts, rebuild = parts_of(node)
        if isinstance(node, (gast.Attribute, gast.Subscript)) and isinstance(self.types.get(node.value), (Ref, TupleOf)):
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

    def index(self, node, always=False):
        if isinstance(node, gast.Slice):
            new = self.several([e for e in (node.lower, node.upper, node.step) if e is not None])
            parts = iter(new)
            made = gast.Slice(*(next(parts) if e is not None else None for e in (node.lower, node.upper, node.step)))
            same = all(a is b for a, b in zip((made.lower, made.upper, made.step), (node.lower, node.upper, node.step)))
            return node if same else like(made, node)
        if always and not isinstance(node, (gast.Name, gast.Constant)) and not is_literal(node):
            return self.named(node)
        return self.several([node])[0]

    def place(self, to):
        """The target of a write; None if it has become another statement."""
        if isinstance(to, gast.Attribute):
            base = self.named(to.value)
            new = to if base is to.value else like(gast.copy_location(gast.Attribute(base, to.attr, gast.Store()), to), to)
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

    # The right side of an assignment

    def root(self, node, to):
        """A value that is assigned to the name `to`; None if the lines that were emitted do that."""
        c = self.calls.get(node)
        t = self.types.get(node)
        if isinstance(c, Rewritten):
            return self.root(c.made, to)
        if isinstance(c, Cached):
            return self.cached(node, c)
        if isinstance(c, Construction):
            return self.construction(node, c.cls, to)
        if isinstance(c, ByClass):
            return self.by_class(node, c, to)
        if isinstance(c, Method) and c.name in ('items', 'values', 'keys') and self.heap.is_dict(self.types.get(c.owner)):
            self.loop_of(self.listed(node), to or self.fresh('items'))
            return None
        if isinstance(c, Method):
            return self.method(node, c, to)
        if isinstance(c, RuleCall) and c.key in MAYBE and not isinstance(c.args['x'], gast.Name):
            x = self.named(c.args['x'])
            return like(gast.copy_location(transform(node, lambda n: x if n is c.args['x'] else None), node), node)
        if isinstance(c, RuleCall) and c.key is np.broadcast_to and not self.heap.arrays_written:
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
            return self.list_operation(node, to)
        if isinstance(node, gast.BinOp) and isinstance(t, TupleOf):
            return self.tuple_of_parts(node, t)
        if isinstance(node, gast.Subscript) and isinstance(node.slice, gast.Slice):
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

    def is_kept(self, node):
        return node not in self.inference.literals

    def display(self, node, to):
        if isinstance(node, gast.Dict):
            if any(k is None for k in node.keys):
                lines = [assign(to, like(gast.Dict([], []), node))]
                for k, v in zip(node.keys, node.values):
                    if k is None:
                        lines.append(gast.Expr(call(gast.Attribute(name(to), 'update', gast.Load()), v)))
                    else:
                        lines.append(gast.Assign([gast.Subscript(name(to), k, gast.Store())], v, None))
                self.emit(*lines)
                return None
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
        done = []
        for n in nodes:
            start, effects = len(self.lines), self.effects
            new = self.stored(n)
            if self.effects > effects:
                late = self.lines[start:]
                del self.lines[start:]
                for k, d in enumerate(done):
                    if self.is_sensitive(d):
                        text = self.fresh('value')
                        self.emit(assign(text, d))
                        done[k] = name(text)
                self.lines += late
            done.append(new)
        return done

    def user_call(self, node, c):
        """A call whose arguments are numbers that are computed there, or names."""
        if not isinstance(node, gast.Call):
            parts, rebuild = parts_of(node)
            new = self.items_of(parts)
            return node if all(a is b for a, b in zip(new, parts)) else like(gast.copy_location(rebuild(new), node), node)
        if isinstance(c, UserCall) and not getattr(node, 'bound', False) and self.needs_binding(node, c):
            node = self.bound(node, c)
        args = [*node.args, *(k.value for k in node.keywords)]
        owner = []
        if isinstance(self.types.get(node.func), Ref) and self.is_value(node.func):
            owner = [node.func]
        elif isinstance(node.func, gast.Attribute) and isinstance(self.types.get(node.func.value), Ref):
            owner = [node.func.value]
        new = self.items_of([*owner, *args])
        if all(a is b for a, b in zip(new, [*owner, *args])):
            return node
        first = new[: len(owner)]
        func = node.func
        if owner:
            func = first[0] if node.func is owner[0] else like(gast.copy_location(gast.Attribute(first[0], node.func.attr, gast.Load()), node.func), node.func)
        args = new[len(owner):]
        keywords = [gast.keyword(k.arg, v) for k, v in zip(node.keywords, args[len(node.args):])]
        made = like(gast.copy_location(gast.Call(func, args[: len(node.args)], keywords), node), node)
        made.bound = getattr(node, 'bound', False)
        return made

    def is_value(self, func):
        """Whether what is called is an object: a closure, a bound method, something with `__call__`."""
        if not isinstance(func, gast.Attribute):
            return True
        owner = self.types.get(func.value)
        return not (isinstance(owner, Ref) and self.inference.methods(owner, func.attr))

    def needs_binding(self, node, c):
        stars = any(isinstance(a, gast.Starred) for a in node.args) or any(k.arg is None for k in node.keywords)
        a = c.instance.tree.args
        return stars or a.vararg is not None or a.kwarg is not None

    def bound(self, node, c):
        """A call with stars, of itself or of its function, as one argument for each parameter."""
        for k, a in enumerate(node.args):
            if isinstance(a, gast.Starred) and not isinstance(a.value, gast.Name):
                node.args[k] = like(gast.Starred(self.named(a.value), gast.Load()), a)
                return node
        for k in node.keywords:
            if k.arg is None and not isinstance(k.value, gast.Name):
                k.value = self.named(k.value)
                return node
        leading = len(c.instance.captured) + c.leading
        made = like(gast.copy_location(gast.Call(node.func, list(c.args[leading:]), []), node), node)
        made.bound = True
        self.calls[made], self.types[made] = c, self.types.get(node)
        self.changed = True
        return made

    def by_class(self, node, c, to):
        """A method that depends on the object's class: one call for each class."""
        owner = self.named(c.owner)
        node = transform(node, lambda n: name(owner.id) if n is c.owner else None) if owner is not c.owner else node
        classes = sorted(c.classes, key=label)
        out = None
        for cls in reversed(classes):
            made = like(gast.copy_location(clone(node), node), node)
            side = [gast.Assign([target(to)], made, None) if to else gast.Expr(made)]
            for line in side:
                gast.copy_location(line, self.here)
            test = self.tells(cls, owner)
            out = side if out is None else [gast.If(test, side, out)]
        self.emit(*out, effect=True)
        return None

    def cached(self, node, c):
        """A functools.cached_property: computed if the object does not have it yet."""
        owner = self.named(node.value)
        to = gast.Attribute(owner, node.attr, gast.Store())
        computed = gast.Call(Ours(c.value.func.__name__, c.value.func), [owner], [])
        self.emit(gast.If(call(Ours('lacks', lacks), owner, constant(node.attr)), [gast.Assign([to], computed, None)], []), effect=True)
        made = like(gast.copy_location(gast.Attribute(owner, node.attr, gast.Load()), node), node)
        made.is_there = True
        return made

    def tells(self, kind, owner):
        """The test for one of the kinds that an object or a function may be of."""
        if issubclass(kind, FunctionValue):
            f = kind.value
            test = gast.Compare(name(owner.id), [gast.Is()], [Ours(f.__name__, f)])
        elif issubclass(kind, Closure):
            places = call(Ours('getattr', getattr), name(owner.id), constant('name'), constant(None))
            test = gast.Compare(places, [gast.Eq()], [constant(kind.local.node.name)])
        elif issubclass(kind, BoundMethod):
            f = call(Ours('getattr', getattr), name(owner.id), constant('__func__'), constant(None))
            test = gast.Compare(f, [gast.Is()], [Ours(kind.function.__name__, kind.function)])
        else:
            return gast.Compare(call(Ours('type', type), name(owner.id)), [gast.Is()], [Ours(kind.__name__, kind)])
        test.tells = owner.id, label(kind)
        return test

    def choice(self, node, to):
        """`a if t else b`, `a or b` as statements."""
        if isinstance(node, gast.IfExp):
            self.emit(gast.If(node.test, [assign(to, node.body)], [assign(to, node.orelse)]), effect=True)
            return None
        first, *rest = node.values
        rest = rest[0] if len(rest) == 1 else like(gast.copy_location(gast.BoolOp(node.op, rest), node), node)
        text = to if not any(isinstance(n, gast.Name) and n.id == to for n in walk(rest)) else self.fresh('choice')
        test = name(text) if isinstance(node.op, gast.And) else gast.UnaryOp(gast.Not(), name(text))
        self.emit(assign(text, first), gast.If(test, [assign(text, rest)], []), effect=True)
        return None if text == to else name(text)

    # Lists

    def loop_of(self, node, to):
        """A comprehension as a loop that fills a list or a dict."""
        used = {n.id for n in walk(node) if isinstance(n, gast.Name)}
        text = self.fresh('items') if to in used else to
        renames = {}
        inside = set(walk(node))
        for g in node.generators:
            for n in walk(g.target):
                if isinstance(n, gast.Name) and (n.id == text or any(isinstance(m, gast.Name) and m.id == n.id and m not in inside for m in walk(self.instance.tree)) or n.id in self.instance.params):
                    renames.setdefault(n.id, self.fresh(n.id + '_'))
        node = transform(node, lambda n: like(gast.copy_location(gast.Name(renames[n.id], n.ctx, None, None), n), n) if isinstance(n, gast.Name) and n.id in renames else None)
        if isinstance(node, gast.DictComp):
            empty, body = gast.Dict([], []), gast.Assign([gast.Subscript(name(text), node.key, gast.Store())], node.value, None)
        elif isinstance(node, gast.SetComp):
            empty, body = call('set'), gast.Expr(call(gast.Attribute(name(text), 'add', gast.Load()), node.elt))
        else:
            empty, body = gast.List([], gast.Load()), gast.Expr(call(gast.Attribute(name(text), 'append', gast.Load()), node.elt))
        for g in reversed(node.generators):
            for test in reversed(g.ifs):
                body = gast.If(test, [body], [])
            body = gast.For(g.target, g.iter, [body], [], None)
        self.emit(assign(text, like(gast.copy_location(empty, node), node)), body, effect=True)
        if text != to:
            self.emit(assign(to, name(text)))

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

    def list_operation(self, node, to):
        to = to or self.fresh('items')
        if isinstance(node.op, gast.Add):
            left, right = (self.named(n) for n in (node.left, node.right))
            text = self.fresh('items') if to in (getattr(left, 'id', None), getattr(right, 'id', None)) else to
            self.emit(assign(text, like(gast.copy_location(gast.List([], gast.Load()), node), node)))
            for part in (left, right):
                self.emit(gast.Expr(call(gast.Attribute(name(text), 'extend', gast.Load()), part)), effect=True)
            return None if text == to else name(text)
        items, times = (node.left, node.right) if isinstance(self.types.get(node.left), Ref) else (node.right, node.left)
        items, times = self.named(items), self.several([times])[0]
        trip, key = self.fresh('_trip'), self.fresh('item')
        generators = [gast.comprehension(target(trip), call('range', times), [], 0), gast.comprehension(target(key), items, [], 0)]
        made = gast.ListComp(name(key), generators)
        self.loop_of(like(gast.copy_location(made, node), node), to)
        return None

    def tuple_of_parts(self, node, t):
        """`t + u`, `t[1:]`, `t * 2` of tuples whose lengths are known."""
        if isinstance(node, gast.Subscript):
            whole = self.named(node.value)
            n = len(self.types[node.value].items)
            bounds = [e.value if isinstance(e, gast.Constant) else None if e is None else self.types[e].size for e in (node.slice.lower, node.slice.upper, node.slice.step)]
            parts = [item(whole, k) for k in range(n)[slice(*bounds)]]
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

    def construction(self, node, cls, to):
        to = to or self.fresh('made')
        if self.calls[node].done:
            return node
        if cls in (list, deque):
            return self.new_list(node, cls, to)
        if cls in (dict, defaultdict, OrderedDict):
            return self.new_dict(node, to)
        if cls is set:
            return self.with_parts(node)
        made = assign(to, call(Ours('new', new), node.func))
        made.value.site = getattr(node, 'site', None)
        args = self.items_of([*node.args, *(k.value for k in node.keywords)])
        text = to if not any(isinstance(a, gast.Name) and a.id == to for n in args for a in walk(n)) else self.fresh(to)
        made.targets = [target(text)]
        self.emit(made)
        init = inspect.getattr_static(cls, '__init__')
        if is_dataclass(cls) and is_generated(init):
            self.dataclass(text, cls, dict(zip([f.name for f in fields(cls) if f.init], args[: len(node.args)])) | {k.arg: v for k, v in zip(node.keywords, args[len(node.args):])})
        elif inspect.isfunction(init):
            keywords = [gast.keyword(k.arg, v) for k, v in zip(node.keywords, args[len(node.args):])]
            self.emit(gast.Expr(gast.Call(gast.Attribute(name(text), '__init__', gast.Load()), args[: len(node.args)], keywords)), effect=True)
        return None if text == to else name(text)

    def dataclass(self, text, cls, given):
        """What the `__init__` of a dataclass does."""
        for f in fields(cls):
            if f.name in given:
                value = given[f.name]
            elif f.default is not MISSING and (f.default is None or isinstance(f.default, (bool, int, float, str))):
                value = constant(f.default)
            elif not f.init and f.default is MISSING and f.default_factory is MISSING:
                continue
            elif isinstance(f.default, Enum):
                value = Ours(f.name, f.default)
            elif f.default_factory in (list, dict, float, int):
                value = {list: gast.List([], gast.Load()), dict: gast.Dict([], []), float: constant(0.0), int: constant(0)}[f.default_factory]
                value.site = cls, f.name
            else:
                self.inference.refuse(f'srcad does not follow the default of {cls.__name__}.{f.name}: pass it', self.here)
            to = gast.Attribute(name(text), f.name, gast.Store())
            to.frozen = True
            self.emit(gast.Assign([to], value, None), effect=True)
        if hasattr(cls, '__post_init__'):
            self.emit(gast.Expr(call(gast.Attribute(name(text), '__post_init__', gast.Load()))), effect=True)

    def new_list(self, node, cls, to):
        if not node.args:
            return self.with_parts(node) if node.keywords else node
        source = node.args[0]
        key = self.fresh('item')
        if cls is list:
            return self.comprehension(name(key), key, source, node, to)
        whole = self.named(source)
        text = self.fresh('items') if getattr(whole, 'id', None) == to else to
        limit = [gast.keyword('maxlen', node.args[1])] if len(node.args) > 1 else node.keywords
        empty = like(gast.copy_location(gast.Call(node.func, [], limit), node), node)
        self.emit(assign(text, empty), gast.Expr(call(gast.Attribute(name(text), 'extend', gast.Load()), whole)), effect=True)
        return None if text == to else name(text)

    def new_dict(self, node, to):
        args = node.args[1:] if self.calls[node].cls is defaultdict else node.args
        if not args and not node.keywords:
            return node
        parts = [self.source(a) for a in args]
        values = self.items_of([k.value for k in node.keywords])
        text = self.fresh('items') if any(getattr(m, 'id', None) == to for p in [*parts, *values] for m in walk(p)) else to
        empty = gast.Call(node.func, [node.args[0]] if self.calls[node].cls is defaultdict else [], [])
        self.emit(assign(text, like(gast.copy_location(empty, node), node)))
        for p in parts:
            self.emit(gast.Expr(call(gast.Attribute(name(text), 'update', gast.Load()), p)), effect=True)
        for k, v in zip(node.keywords, values):
            self.emit(gast.Assign([gast.Subscript(name(text), constant(k.arg), gast.Store())], v, None), effect=True)
        return None if text == to else name(text)

    # Methods of containers

    def method(self, node, c, to):
        base = self.named(node.func.value)
        do = getattr(self, 'method_' + c.name, None)
        if do is not None:
            done = do(node, base, to)
            if done is not NotImplemented:
                return done
        args = self.items_of(node.args)
        if base is node.func.value and all(a is b for a, b in zip(args, node.args)):
            return node
        func = like(gast.Attribute(base, c.name, gast.Load()), node.func)
        return like(gast.copy_location(gast.Call(func, args, node.keywords), node), node)

    def method_append(self, node, base, to):
        """A deque of limited length drops what stands at its other end."""
        if getattr(node, 'has_room', False) or not self.heap.is_limited(self.types.get(node.func.value)):
            return NotImplemented
        full = gast.Compare(call('len', base), [gast.Eq()], [gast.Attribute(base, 'maxlen', gast.Load())])
        drop = 'popleft' if node.func.attr == 'append' else 'pop'
        value = self.stored(node.args[0])
        self.emit(gast.If(full, [gast.Expr(call(gast.Attribute(base, drop, gast.Load())))], []))
        made = call(gast.Attribute(base, node.func.attr, gast.Load()), value)
        made.has_room = True
        self.emit(gast.Expr(made), effect=True)
        return None

    method_appendleft = method_append

    def method_extend(self, node, base, to, add='append'):
        source = self.named(node.args[0]) if not isinstance(node.args[0], gast.Call) or isinstance(self.types.get(node.args[0]), Ref) else node.args[0]
        if isinstance(source, gast.Name) and source.id == base.id:
            source = call('list', source)
        key = self.fresh('item')
        body = gast.Expr(call(gast.Attribute(base, add, gast.Load()), name(key)))
        self.emit(gast.For(target(key), source, [gast.copy_location(body, self.here)], [], None), effect=True)
        return None

    def method_extendleft(self, node, base, to):
        return self.method_extend(node, base, to, 'appendleft')

    def method_update(self, node, base, to):
        for a in node.args:
            source = self.source(a)
            key = self.fresh('key')
            if self.heap.is_dict(self.types.get(a)):
                body = gast.Assign([gast.Subscript(base, name(key), gast.Store())], item(source, name(key)), None)
                self.emit(gast.For(target(key), source, [gast.copy_location(body, self.here)], [], None), effect=True)
            else:
                value = self.fresh('value')
                body = gast.Assign([gast.Subscript(base, name(key), gast.Store())], name(value), None)
                pair = gast.Tuple([target(key), target(value)], gast.Store())
                self.emit(gast.For(pair, source, [gast.copy_location(body, self.here)], [], None), effect=True)
        for k in node.keywords:
            self.emit(gast.Assign([gast.Subscript(base, constant(k.arg), gast.Store())], k.value, None), effect=True)
        return None

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
        self.emit(gast.If(test, [gast.Assign([gast.Subscript(base, key, gast.Store())], default, None)], []), effect=True)
        return item(base, key) if to else None

    def method_pop(self, node, base, to):
        if not self.heap.is_dict(self.types.get(node.func.value)):
            return NotImplemented
        key = self.index(node.args[0], always=True)
        to = to or self.fresh('item')
        take = [assign(to, item(base, key)), gast.Delete([gast.Subscript(base, key, gast.Del())])]
        if len(node.args) > 1:
            default = self.named(node.args[1]) if not is_literal(node.args[1]) else node.args[1]
            take = [gast.If(gast.Compare(key, [gast.In()], [base]), take, [assign(to, default)])]
        self.emit(*take, effect=True)
        return None

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
        if not self.heap.is_list(self.types.get(node.func.value)) or self.heap.kinds_of(self.types[node.func.value]) == {deque}:
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


def replace_owner(made, owner):
    """`x.__iter__()` of the name that x has been given."""
    return like(gast.Call(gast.Attribute(owner, made.func.attr, gast.Load()), [], []), made)


def is_number_type(t):
    """Whether a type is that of numbers; None where it is not known, or None itself."""
    if isinstance(t, Number):
        return True
    return False if isinstance(t, (Ref, TupleOf, Array)) else None


def captured_by(n, statements):
    return any(isinstance(f, gast.FunctionDef) and any(isinstance(m, gast.Name) and m.id == n for m in walk(f)) for s in statements for f in walk(s))


def renamed_in(s, old, new):
    return transform(s, lambda n: like(gast.copy_location(gast.Name(new, n.ctx, None, None), n), n) if isinstance(n, gast.Name) and n.id == old else None)


def item(base, k):
    return gast.Subscript(base, k if isinstance(k, gast.AST) else constant(k), gast.Load())


def is_literal(node):
    return isinstance(node, gast.Constant) or isinstance(node, gast.UnaryOp) and isinstance(node.operand, gast.Constant)


def is_view_path(node):
    while isinstance(node, gast.Subscript) or isinstance(node, gast.Attribute) and node.attr == 'T':
        node = node.value
    return isinstance(node, gast.Name)


def is_generated(init):
    """Whether `dataclass` has written this `__init__`."""
    return inspect.isfunction(init) and init.__code__.co_filename == '<string>'


def inplace(op):
    from srcad.analysis.references import OPERATORS

    return OPERATORS[type(op).__name__]


def kind_of(node):
    return node.func.id if isinstance(node, gast.Call) and isinstance(node.func, gast.Name) else None


def noun_of(node):
    """What a value is called that has no name."""
    if isinstance(node, gast.Attribute):
        return node.attr
    if isinstance(node, gast.Subscript):
        return 'item'
    if isinstance(node, gast.Call):
        text = getattr(node.func, 'attr', getattr(node.func, 'id', 'value')).strip('_').lower() or 'value'
        return 'items' if text in ('list', 'tuple', 'dict', 'set', 'sorted', 'reversed') else text
    return 'items' if isinstance(node, LOOPS + DISPLAYS) else 'value'


def parts_of(node):
    """The parts of an expression in the order of their evaluation, and what makes it of others."""
    if isinstance(node, gast.BinOp):
        return [node.left, node.right], lambda p: gast.BinOp(p[0], node.op, p[1])
    if isinstance(node, gast.UnaryOp):
        return [node.operand], lambda p: gast.UnaryOp(node.op, p[0])
    if isinstance(node, gast.Compare):
        return [node.left, *node.comparators], lambda p: gast.Compare(p[0], node.ops, p[1:])
    if isinstance(node, gast.Attribute):
        return [node.value], lambda p: gast.Attribute(p[0], node.attr, node.ctx)
    if isinstance(node, gast.Subscript):
        return [node.value, node.slice], lambda p: gast.Subscript(p[0], p[1], node.ctx)
    if isinstance(node, gast.Starred):
        return [node.value], lambda p: gast.Starred(p[0], node.ctx)
    if isinstance(node, (gast.Tuple, gast.List, gast.Set)):
        return list(node.elts), lambda p: gast.Set(p) if isinstance(node, gast.Set) else type(node)(p, node.ctx)
    if isinstance(node, gast.Call):
        owner = [node.func.value] if isinstance(node.func, gast.Attribute) else []
        args = [*node.args, *(k.value for k in node.keywords)]

        def rebuild(p):
            func = gast.Attribute(p[0], node.func.attr, gast.Load()) if owner else node.func
            if owner and hasattr(node.func, 'site'):
                func.site = node.func.site
            rest = p[len(owner):]
            keywords = [gast.keyword(k.arg, v) for k, v in zip(node.keywords, rest[len(node.args):])]
            return gast.Call(func, rest[: len(node.args)], keywords)

        return [*owner, *args], rebuild
    return [], lambda p: node


__all__ = ['KEY', 'ListOf', 'RuleCall', 'spell_out']
