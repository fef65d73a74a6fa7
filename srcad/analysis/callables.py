"""Calls where functions are values, and where arguments stand behind stars."""

import copy
import dataclasses
import inspect
import math

import gast
import numpy as np

from srcad.analysis.calls import STARRED, NotYet, PlainCall, hashable, is_namedtuple
from srcad.analysis.heap import ITEM, KEY, BoundMethod, FunctionValue, label
from srcad.analysis.marks import (
    CONTAINERS,
    CONVERSIONS,
    ITERATING,
    ALIKE,
    TO_ONE,
    ByClass,
    Construction,
    Rewritten,
    as_site,
    is_super,
)
from srcad.analysis.types import BOTTOM, Anything, Array, Bottom, Either, Known, Number, Ref, TupleOf
from srcad.analysis.unknown import no_rule
from srcad.by_memory import Closure, end_key, lacks
from srcad.library import transposed, unzipped
from srcad.lower.apply import by_operator
from srcad.rules.table import RULES
from srcad.tree import COMPREHENSIONS, Ours


class Callables:
    """The part of `References` for functions as values, and for stars."""

    def _Ours(self, node, env):
        value = node.value_of
        return Known(value=value) if callable(value) or inspect.ismodule(value) else self.program.describe(value, ('outside', node.id))

    def call_result(self, call, types, node):
        t = super().call_result(call, types, node)
        operands = [
            i
            for p, a in types.items()
            if p in call.rule.params
            for i in (a if isinstance(a, list) else [a])
            if isinstance(i, (Number, Array, Anything))
        ]
        unclear = any(isinstance(i, Anything) and (i.array or i.active) for i in operands)
        if not isinstance(t, Anything) or not unclear or self.program.has_complex:
            return t
        if call.key in TO_ONE and types.get('axis') is None:
            return Number(dtype='float64')
        return self.elementwise(operands, t) if call.rule.kind == 'elementwise' or call.key in ALIKE else t

    def _Call(self, node, env):
        before, self.literal = self.literal, False
        t = self.call(node, env)
        self.literal = before
        return t

    def function_value(self, node, env):
        """`Closure('g', g, x=x)`: an object with the variables that the function captures."""
        local = self.expr(node.args[1], env)
        kind = self.program.kind_of_closure(self.site(node), local)
        kind.statics = self.program.captures(local.node, env)[1]
        made = self.heap.make(kind, self.site(node))
        for k in node.keywords:
            self.heap.store(made, k.arg, self.expr(k.value, env))
        for a in (node.func, node.args[0]):
            self.expr(a, env)
        self.calls[node] = Construction(kind, done=True)
        return self.heap.ref(made.sites)

    def call_value(self, callee, node, env):
        """A call of a function that is a value: of a closure, of one of several functions, of an object."""
        kinds = self.heap.kinds_of(callee)
        args = [*node.args, *(k.value for k in node.keywords)]
        if len(kinds) > 1:
            t = BOTTOM
            for kind in sorted(kinds, key=label):
                part = self.heap.ref({s for s in callee.sites if self.heap.kinds[s] is kind})
                self.types[node.func] = part
                t = self.join(t, self.call_value(part, node, env), (node, label(kind)))
            self.types[node.func] = callee
            self.calls[node] = ByClass(node.func, kinds)
            return t
        kind = next(iter(kinds))
        if issubclass(kind, FunctionValue):
            return self.call_known(Known(value=kind.value), node, env)
        for a in args:
            self.expr(a, env)
        if issubclass(kind, BoundMethod):
            me = gast.copy_location(gast.Attribute(node.func, '__self__', gast.Load()), node.func)
            self.types[me] = self.heap.load(callee, '__self__')
            return self.method_call(node, [kind.function], [me], env)
        if not issubclass(kind, Closure):
            return self.method_call(node, self.methods(callee, '__call__'), [node.func], env)
        inner = {**kind.statics, **{n: self.heap.load(callee, n) for s in callee.sites for n in self.heap.fields[s]}}
        several = next((n for n, t in inner.items() if isinstance(t, Either)), None)
        if several is not None:
            self.refuse(f'{several} is a number and an array in turn where this function captures it: use two names', node)
        return self.user_call(kind.local, node, env, closure=node.func, kept=inner)

    def rule_call(self, f, node, given):
        given_here = [*node.args, *(k.value for k in node.keywords)] if isinstance(node, gast.Call) else []
        for a in [*given.values(), *given_here]:
            t = self.types.get(a)
            if isinstance(t, Ref) and not self.heap.is_list(t) and t.sites and RULES[f].kind != 'inactive':
                self.refuse(f'srcad does not know what {RULES[f].name} does with this object: give it numbers or arrays', a)
        return super().rule_call(f, node, given)

    def call_known(self, known, node, env):
        """A call through a name of what is one known function there."""
        self.types[node.func] = known
        f = known.value
        for a in [*node.args, *(k.value for k in node.keywords)]:
            self.expr(a, env)
        made = None if node.keywords else by_operator(f, node.args)
        if made is not None:
            return self.rewritten(node, made, env)
        if hashable(f) and f in RULES:
            return self.rule_call(f, node, {})
        made = self.constructed(f, node, env)
        if made is not None:
            return made
        function = self.program.user_function(f)
        if function is not None:
            return self.user_call(function, node, env)
        self.refuse(no_rule(f, node, [self.types[a].active for a in node.args], self.source), node)

    def call(self, node, env):
        if isinstance(node.func, Ours) and node.func.value_of is Closure:
            return self.function_value(node, env)
        if isinstance(node.func, Ours) and node.func.value_of is end_key:
            self.expr(node.func, env)
            t = self.heap.load(self.expr(node.args[0], env), KEY)
            for a in node.args[1:]:
                self.expr(a, env)
            self.calls[node] = PlainCall()
            return t
        if isinstance(node.func, Ours) and node.func.value_of in (getattr, lacks, type):
            for a in node.args:
                self.expr(a, env)
            self.expr(node.func, env)
            self.calls[node] = PlainCall()
            return Anything()
        if isinstance(node.func, Ours) and node.func.value_of is unzipped:
            return self.unzipped(node, env)
        known = self.statics.get(node.func.id) if isinstance(node.func, gast.Name) else None
        if isinstance(known, Known) and self.program.user_function(known.value) is None:  # captured: no name means it here
            self.env = env
            return self.rewritten(node, gast.Call(Ours(known.value.__name__, known.value), node.args, node.keywords), env)
        if any(isinstance(a, gast.Starred) for a in node.args) or any(k.arg is None for k in node.keywords):
            made = self.without_stars(node, env)
            if made is not node:
                t = self.expr(made, env)
                self.calls[node] = Rewritten(made)
                return t
        callee = self.expr(node.func, env) if not isinstance(node.func, gast.Attribute) else None
        if isinstance(callee, Known) and by_operator(callee.value, node.args) is not None:
            return self.call_known(callee, node, env)
        self.asks(getattr(callee, 'value', None), node)
        if isinstance(callee, Ref):
            return self.call_value(callee, node, env)
        if isinstance(node.func, gast.Attribute) and not is_super(node.func.value):
            owner = self.expr(node.func.value, env)
            if isinstance(owner, Ref) and self.heap.is_object(owner) and not self.methods(owner, node.func.attr):
                callee = self.expr(node.func, env)
                if isinstance(callee, Ref):
                    return self.call_value(callee, node, env)
        if isinstance(callee, Known) and hashable(callee.value) and callee.value in ITERATING and node.args and not is_of_arguments(callee.value, node):
            t = self.expr(node.args[0], env)
            if isinstance(t, Ref) and self.heap.is_object(t) and t.sites:
                item = gast.Name('item_of_it', gast.Load(), None, None)
                over = gast.comprehension(gast.Name('item_of_it', gast.Store(), None, None), node.args[0], [], 0)
                listed = gast.copy_location(gast.ListComp(item, [over]), node)
                listed.site = (*as_site(self.site(node)), 'listed')
                self.env = env
                return self.rewritten(node, gast.Call(node.func, [listed, *node.args[1:]], node.keywords), env)
        own = CONVERSIONS.get(getattr(callee, 'value', None)) if isinstance(callee, Known) and hashable(callee.value) else None
        if own and len(node.args) == 1:
            t = self.expr(node.args[0], env)
            if isinstance(t, Ref) and self.heap.is_object(t) and self.methods(t, own):
                made = gast.copy_location(gast.Call(gast.Attribute(node.args[0], own, gast.Load()), [], []), node)
                found = self.expr(made, env)
                self.calls[node] = Rewritten(made)
                return found
        if isinstance(callee, Known) or isinstance(node.func, gast.Attribute) and isinstance(self.expr(node.func.value, env), Known):
            f = getattr(callee or self.expr(node.func, env), 'value', None)
            if hashable(f) and f in RULES:
                for a in node.args:
                    if isinstance(a, (gast.List, gast.Tuple) + COMPREHENSIONS):
                        self.kept_types(a)
            made = self.constructed(f, node, env)
            if made is not None:
                return made
            if f is copy.copy or f is copy.deepcopy:
                return self.copied(f, node, env)
            if f is dataclasses.replace:
                return self.replaced(node, env)
            if f in (dataclasses.asdict, dataclasses.astuple, dataclasses.fields) if hashable(f) else False:
                return self.of_dataclass(f, node, env)
            if hashable(f) and f in (getattr, setattr, hasattr, object.__setattr__) and not node.keywords:
                return self.attribute_by_name(f, node, env)
            if inspect.ismethod(f) and isinstance(f.__self__, type) and self.program.user_function(f.__func__) is not None:
                cls = Ours(f.__self__.__name__, f.__self__)
                self.expr(cls, env)
                return self.method_call(node, [f.__func__], [cls], env)
        t = super()._Call(node, env)
        return t

    def unzipped(self, node, env):
        """`xs, ys = zip(*points)`: tuples, each of its own kind where the points are pairs."""
        item = self.item_of(self.expr(node.args[0], env), node.args[0])
        count = node.args[1].value
        if isinstance(item, Bottom):
            return BOTTOM
        if not isinstance(item, TupleOf) or len(item.items) != count:
            self.env = env
            return self.rewritten(node, gast.Call(Ours('transposed', transposed), node.args[:1], []), env)
        columns = [self.heap.make(tuple, (*as_site(self.site(node)), k)) for k in range(count)]
        for column, t in zip(columns, item.items):
            self.heap.store(column, ITEM, t)
        return TupleOf(items=tuple(self.heap.ref(column.sites) for column in columns))

    def without_stars(self, node, env):
        """A call of a library function without stars, where that can be; one of the program's own with one star, the last."""
        f = self.expr(node.func, env) if not isinstance(node.func, gast.Attribute) or isinstance(self.expr(node.func.value, env), Known) else None
        named_tuple = isinstance(f, Known) and is_namedtuple(f.value)
        if not isinstance(f, Known) or self.program.user_function(f.value) is not None or inspect.isclass(f.value) and f.value not in CONTAINERS and not named_tuple:
            return self.with_one_star(node, env)
        func, args, keywords = node.func, [], []
        for a in node.args:
            t = self.expr(a, env)
            args += [self.part(a.value, k, i) for k, i in enumerate(t.items)] if isinstance(a, gast.Starred) and isinstance(t, TupleOf) else [a]
        for k in node.keywords:
            known = self.known_keys(self.expr(k.value, env)) if k.arg is None else None
            keywords += [k] if known is None else [gast.keyword(key, self.part(k.value, key, self.heap.load(self.types[k.value], ('key', key)))) for key in known]
        star = next((a for a in args if isinstance(a, gast.Starred)), None)
        if star is not None:
            whole = star.value if len(args) == 1 else self.chained(args, node)
            if f.value in (max, min):
                args = [whole]
            elif f.value is math.hypot:
                func, args = gast.Attribute(gast.Attribute(Ours('np', np), 'linalg', gast.Load()), 'norm', gast.Load()), [whole]
            elif named_tuple and len(args) == 1 and not keywords and isinstance(whole, gast.Name) and not f.value._field_defaults:
                item = self.item_of(self.types[whole], whole)
                args = [self.part(whole, k, item) for k in range(len(f.value._fields))]
            elif f.value is not print and any(self.types[a].active for a in args):
                self.refuse(STARRED, star)
            else:
                return node
        made = gast.copy_location(gast.Call(func, args, keywords), node)
        made.site = self.site(node)
        return made

    def with_one_star(self, node, env):
        """`f(a, *xs, b)` as `f(*(a, *xs, b))`, where the number of items is not known."""
        types = [self.expr(a, env) for a in node.args]
        unknown = [a for a, t in zip(node.args, types) if isinstance(a, gast.Starred) and not isinstance(t, (TupleOf, Bottom))]
        if not unknown or unknown == node.args[-1:]:
            return node
        whole = gast.copy_location(gast.Tuple(node.args, gast.Load()), node)
        whole.site = *as_site(self.site(node)), 'arguments'
        star = gast.copy_location(gast.Starred(whole, gast.Load()), node)
        star.site = *as_site(self.site(node)), 'star'
        made = gast.copy_location(gast.Call(node.func, [star], node.keywords), node)
        made.site = self.site(node)
        return made

    def _Starred(self, node, env):
        return self.expr(node.value, env)

    def spread(self, positional, keywords, tree, default):
        """The arguments of a call one by one: the items of a tuple behind a star, what a dict with known keys holds.

        `default` gives that of a parameter, or None."""
        out, names = [], [a.id for a in [*tree.args.posonlyargs, *tree.args.args]]
        for a in positional:
            if not isinstance(a, gast.Starred):
                out.append(a)
                continue
            t = self.types[a.value]
            if isinstance(t, Bottom):
                raise NotYet
            if isinstance(t, TupleOf):
                out += [self.part(a.value, k, i) for k, i in enumerate(t.items)]
            elif (self.heap.is_list(t) or isinstance(t, Array) and t.dims) and a is positional[-1]:
                given = {k.arg for k in keywords}
                missing = [n for n in names[len(out):] if n not in given]
                item = self.item_of(t, a) if isinstance(t, Array) else self.heap.load(t, ITEM)
                parts = [self.part(a.value, k, item) for k in range(len(missing))]
                others = [default(n) for n in missing]
                if any(getattr(other, 'once', False) for other in others):
                    self.refuse(STARRED, a)
                out += [p if other is None else self.if_long(a.value, k, p, other) for k, (p, other) in enumerate(zip(parts, others))]
                a.parts = dict(zip(parts, missing)) if not tree.args.vararg and not any(others) else {}
                a.most = len(missing) if any(others) and not tree.args.vararg else None
                if tree.args.vararg:
                    rest = a.value
                    if missing:
                        rest = gast.copy_location(gast.Subscript(rest, gast.Slice(gast.Constant(len(missing), None), None, None), gast.Load()), a)
                        rest.site = *as_site(self.site(a)), 'rest'  # the same place in every round
                    out.append(gast.copy_location(gast.Starred(rest, gast.Load()), a))
            elif not isinstance(t, Bottom):
                self.refuse(STARRED, a)
        pairs = []
        for k in keywords:
            if k.arg is not None:
                pairs.append((k.arg, k.value))
                continue
            t = self.types[k.value]
            if isinstance(t, Bottom):
                raise NotYet
            keys = self.known_keys(t)
            if keys is None:
                self.refuse(STARRED, k.value)
            pairs += [(key, self.part(k.value, key, self.heap.load(t, ('key', key)))) for key in keys]
        return out, pairs

    def if_long(self, whole, k, part, other):
        """The k-th item of what stands behind a star, if there is one."""
        test = gast.Compare(gast.Call(Ours('len', len), [whole], []), [gast.Gt()], [gast.Constant(k, None)])
        return gast.copy_location(gast.IfExp(test, part, other), whole)

    def part(self, whole, key, t):
        made = gast.copy_location(gast.Subscript(whole, gast.Constant(key, None), gast.Load()), whole)
        self.types[made], self.types[made.slice] = t, Known(value=key) if isinstance(key, str) else Number(kind='int', size=key)
        return made

    def rest_of(self, nodes, node):
        """What a parameter `*args` gets."""
        if len(nodes) == 1 and isinstance(nodes[0], gast.Starred):
            made = gast.copy_location(gast.Call(Ours('tuple', tuple), [nodes[0].value], []), node)
        else:
            made = gast.copy_location(gast.Tuple(list(nodes), gast.Load()), node)
        made.site = (*as_site(self.site(node)), 'star')
        return made

    def options_of(self, pairs, node):
        """What a parameter `**options` gets."""
        made = gast.copy_location(gast.Dict([gast.Constant(k, None) for k, _ in pairs], [v for _, v in pairs]), node)
        made.site = (*as_site(self.site(node)), 'options', *(k for k, _ in pairs))  # others with other keys
        return made


def is_of_arguments(f, node):
    """`max(a, b)`, which does not run over its argument."""
    return f in (max, min) and len(node.args) > 1
