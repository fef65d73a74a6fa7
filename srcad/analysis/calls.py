"""What a call calls, and what it returns."""

import builtins
import functools
import inspect
import logging
from collections import defaultdict
from dataclasses import replace

import gast
import numpy as np

from srcad.analysis import contracted, rearranged, spectra  # noqa: F401  (they fill RESULTS)
from srcad.analysis.builtin_calls import Builtins
from srcad.analysis.call_kinds import ListAppend, PlainCall, RuleCall, TupleCall, UserCall
from srcad.analysis.casts import MADE, Casts
from srcad.analysis.elsewhere import CALLING
from srcad.analysis.steps import changes
from srcad.analysis.marks import MUTATING
from srcad.analysis.results import EXTRA, REAL_VALUED, RESULTS, as_array, elementwise_result
from srcad.analysis.types import (
    BOOL,
    BOTTOM,
    FLOAT,
    METHOD,
    NONE,
    UNKNOWN,
    Anything,
    Array,
    Bottom,
    Fields,
    Known,
    ListOf,
    Local,
    Number,
    Struct,
    TupleOf,
    as_real,
    is_complex,
    is_surely_array,
    is_text,
    with_active,
)
from srcad.analysis.unknown import gives_own, has_operators, name_of, no_rule, own_ways
from srcad.by_memory import is_changeable
from srcad.rules import METHODS
from srcad.rules.table import ALIASES, NAMESPACE, RULES
from srcad.tree import constant
from srcad.runtime import is_sequence

SEEING = {eval, exec, locals, globals, vars, setattr, delattr, compile, __import__}
SPELLINGS = {
    'newshape': 'shape',
    'fill_value': 'x',
    'start': 'x',
    'stop': 'y',
    'arrays': 'items',
    'tup': 'items',
    'min': 'a_min',
    'max': 'a_max',
    'condition': 'c',
    'x1': 'x',
    'x2': 'y',
    'b': 'y',
    'v': 'x',
    'object': 'items',
}
FLOATING = {
    f'np.{n}'
    for n in 'exp expm1 exp2 log log2 log10 log1p sqrt cbrt sin cos tan sinh cosh tanh arcsin arccos arctan '
    'arcsinh arccosh arctanh degrees radians deg2rad rad2deg divide hypot arctan2 logaddexp logaddexp2 sinc '
    'float_power copysign heaviside true_divide'.split()
}


STARRED = 'srcad cannot tell how many values stand behind this star: name each of them, or use one list'


OUTSIDE = 'what lies outside'  # among names: that of all arrays and containers of the module, and of others


OF_NO_SHAPE = ('order', 'kind', 'stable', 'subok', 'device', 'like')  # arguments that no type depends on


class NotYet(Exception):
    """The arguments of a call are not known in this round."""


class Beyond(Exception):
    """Arguments that the row of a function does not know: what is said of them, and where."""


def is_namedtuple(f):
    return isinstance(f, type) and issubclass(f, tuple) and hasattr(f, '_fields')


class Calls(Builtins, Casts):
    """The part of `Inference` that looks at calls."""

    # Calls

    def _Call(self, node, env):
        self.pending.pop(node, None)
        if self.heap is None and isinstance(node.func, gast.Attribute) and node.func.attr in MUTATING:
            if not isinstance(self.expr(node.func.value, env), Known):
                self.stays_inside(self.sources(node.func.value), node)
        ordered = self.ordered(node, env)
        if ordered is not None:
            return ordered
        method = self.method(node, env)
        if method is not None:
            return method
        callee = self.expr(node.func, env)
        args = [self.expr(a, env) for a in node.args]
        keywords = {k.arg: self.expr(k.value, env) for k in node.keywords}
        if None in keywords and self.heap is None:
            self.refuse(STARRED, node)
        active = any(t.active for t in [*args, *keywords.values()])
        if isinstance(callee, Local):
            return self.user_call(callee, node, env)
        if isinstance(callee, Fields):
            function = self.program.user_method(Struct(cls=callee.of), '__call__')
            if function is not None:
                return self.user_call(function, node, env, [node.func])
        if isinstance(callee, Known):
            f = callee.value
            self.has_no_own_ways(f, node)
            waiting = self.pending_call(node, f, [*args, *keywords.values()])
            if waiting is not None:
                return waiting
            special = (
                getattr(self, 'call_' + getattr(f, '__name__', ''), None)
                if getattr(builtins, getattr(f, '__name__', ''), None) is f
                else None
            )
            if special:
                return special(node, args, keywords)
            if (
                is_namedtuple(f)
                and set(keywords) <= set(f._fields[len(args) :]) <= {*keywords, *f._field_defaults}
                and self.plain_defaults(f)
            ):
                named = {n: constant(d) for n, d in f._field_defaults.items()} | {k.arg: k.value for k in node.keywords}
                self.calls[node] = TupleCall([*node.args, *(named[n] for n in f._fields[len(args) :])])
                for a in self.calls[node].items:
                    self.expr(a, env)
                return TupleOf(items=tuple(self.types[a] for a in self.calls[node].items), of=f)
            if f in RULES if hashable(f) else False:
                return self.row_call(f, node, {}, env)
            if f in (np.float64, np.float32) if hashable(f) and len(args) == 1 and not keywords else False:
                if isinstance(args[0], Number) and args[0].kind != 'complex' and not args[0].maybe:
                    return self.scalar_of(f, node, args[0])
            if f is is_sequence:
                return self.sequence_test(node, args[0])
            function = self.program.user_function(f) or (self.program.stand_in(f, bool(keywords)) if active else None)
            if isinstance(f, functools._lru_cache_wrapper) and changes(f.__wrapped__):
                self.refuse(
                    f'srcad cannot tell whether {name_of(f)} runs, and changes something, or is in its cache: '
                    'call it without a cache',
                    node,
                )
            if function is not None:
                t = self.user_call(function, node, env)
                if isinstance(f, functools._lru_cache_wrapper):
                    self.from_caches[node] = t
                return t
            if self.heap is None and is_changeable(getattr(f, '__self__', None)):
                self.stays_inside({OUTSIDE}, node)
            if active:
                self.refuse(no_rule(f, node, [t.active for t in args], self.source), node)
        elif isinstance(callee, Bottom):
            return BOTTOM
        elif active or callee.active or callee == METHOD:
            self.refuse(
                'srcad cannot tell which function is called here: call it by its name, in an if for each choice', node
            )
        if self.heap is None and isinstance(callee, Known) and callee.value is defaultdict:
            self.only_by_reference('srcad does not follow what reading items of this adds to it: use a dict', node)
        if isinstance(callee, Known) and hashable(callee.value) and callee.value in SEEING:
            self.refuse(f'srcad cannot see what {callee.value.__name__}() reads or changes: write what it does', node)
        if getattr(getattr(callee, 'value', None), '__module__', '') == 'inspect':
            if any(map(self.stands_for_another, args)):
                self.refuse('srcad cannot tell of what class this is: ask something else of it', node)
        ordering = isinstance(callee, Known) and any(callee.value is f for f in (sorted, max, min))
        for t in [*args, *(t for k, t in keywords.items() if not (ordering and k == 'key'))]:
            self.stays_here(t, env, node)
        for t in [callee, *args, *keywords.values()]:
            self.runs_elsewhere(t, node)
        self.opaque.append(
            (node, [n for a in [*node.args, *(k.value for k in node.keywords)] for n in self.aliases(a)])
        )
        f = getattr(callee, 'value', None)
        self.seen(node, f, env)
        self.calls[node] = PlainCall()
        return self.random_generator(f) or self.drawn(node, f, args) or made_by(f)

    def has_no_own_ways(self, f, node):
        ways = own_ways(f)
        if ways is not None:
            self.refuse(f'srcad does not follow {name_of(f)}, which {ways}: use a plain class', node)

    def plain_defaults(self, f):
        return all(d is None or isinstance(d, (bool, int, float, str)) for d in f._field_defaults.values())

    def method(self, node, env):
        """The type of `value.name(...)` where value is an array or a list; None for other calls."""
        if not isinstance(node.func, gast.Attribute):
            return None
        owner = self.expr(node.func.value, env)
        name = node.func.attr
        if is_text(owner):
            return self.text_method(node, name, env)
        if isinstance(owner, ListOf):
            return self.list_method(node, owner, name, env)
        if isinstance(owner, Struct) and issubclass(owner.cls, logging.Logger) and node is self.alone:
            for a in [*node.args, *(k.value for k in node.keywords)]:
                self.expr(a, env)
            self.calls[node] = PlainCall()
            return NONE
        if isinstance(owner, Fields) and owner.of is dict and name in ('items', 'values', 'keys') and not node.args:
            self.field_owners.add(node.func.value)
            return self.pend(node, 'fields')
        if isinstance(owner, Fields):
            if isinstance(owner.field(name), Fields):
                return None
            function = self.program.user_method(Struct(cls=owner.of), name) if owner.of is not dict else None
            if function is None or name in owner.names:
                self.only_by_reference('srcad follows this dict or object by reference', node)
            for a in [*node.args, *(k.value for k in node.keywords)]:
                self.expr(a, env)
            return self.user_call(function, node, env, [node.func.value])
        if isinstance(owner, Struct):
            if name in dict(owner.attrs):
                self.only_by_reference(f'srcad does not follow {name}, which this object was given: call it by name', node)
            function = self.program.user_method(owner, name)
            if function is not None:
                for a in [*node.args, *(k.value for k in node.keywords)]:
                    self.expr(a, env)
                return self.user_call(function, node, env, [node.func.value])
        if not isinstance(owner, (Array, Number, Anything)) or isinstance(owner, Anything) and not owner.active:
            return None
        for a in [*node.args, *(k.value for k in node.keywords)]:
            self.expr(a, env)
        if self.pending_method(node, owner, name):
            return BOTTOM
        if name == 'flatten':  # as ravel, but always a copy
            t = self.rule_call(np.ravel, node, {'x': node.func.value})
            if isinstance(self.calls.get(node), RuleCall):
                self.calls[node].key = np.ndarray.flatten
            return t
        if name == 'astype':
            return self.cast(node, owner)
        if name == 'item' and not node.args and isinstance(owner, (Number, Array)):
            return self.only_item(node, owner)
        key = getattr(np, name, None)
        if name in METHODS and key in RULES:
            t = self.row_call(key, node, {'x': node.func.value}, env)
            if key is np.conj and not isinstance(owner, Number) and not is_complex(owner):
                self.calls[node].key = np.asarray  # the method, unlike np.conj, gives a real array itself
            return t
        given = [self.types[a] for a in [*node.args, *(k.value for k in node.keywords)]]
        writes = name in MUTATING or name.startswith('__') or name in ('setfield', 'view', 'getfield')
        if not owner.active and not writes and not any(t.active for t in given):
            self.calls[node] = PlainCall()
            return Anything()
        self.refuse(f'srcad does not differentiate the method .{name}() of this value: use a function of NumPy', node)

    def plain(self, node, t):
        self.calls[node] = PlainCall()
        return t

    def rule_of(self, f, node):
        """A method's call as that of a row."""
        return RuleCall(RULES[f], {'x': node.func.value}, f)

    def scalar_of(self, f, node, t):
        """`np.float64(x)` of a number."""
        self.calls[node] = RuleCall(RULES[float], {'x': node.args[0]}, f) if t.active else PlainCall()
        return Number(t.active, 'float', None, np.dtype(f).name)

    def list_method(self, node, owner, name, env):
        if (
            name == 'append'
            and node is self.alone
            and len(node.args) == 1
            and isinstance(node.func.value, gast.Name)
            and node.func.value.id in env
        ):
            t = self.expr(node.args[0], env)
            self.lengthen(node.func.value.id, t, env)
            if not isinstance(t, Number):
                for other in self.aliases(node.args[0]):
                    self.groups.union(node.func.value.id, other)
                    self.holds.setdefault(other, set()).add(node.func.value.id)
            self.calls[node] = ListAppend(node.func.value, node.args[0])
            return NONE
        for a in node.args:
            if self.expr(a, env).active:
                self.refuse(
                    f'srcad does not differentiate the method .{name}() of a list: use append, or make a new list', node
                )
        if owner.active and name not in ('index', 'count', 'copy') or name == 'copy' and owner.active:
            self.refuse(
                f'srcad does not differentiate the method .{name}() of a list: use append, or make a new list', node
            )
        if name in ('pop', 'insert', 'extend', 'remove', 'clear', 'sort', 'reverse'):
            self.program.note(self, node)
        self.calls[node] = PlainCall()
        if name == 'pop' and owner.item is not None:
            return owner.item
        return Anything() if name != 'copy' else owner

    def bind_rule(self, rule, key, node, given):
        """The node of each parameter of a row; refuses arguments that the row does not know."""
        params = list(rule.params) if rule.kind != 'inactive' else EXTRA.get(key, 'x y').split()
        out, rest = dict(given), [p for p in params if p not in given]
        if isinstance(node, gast.Attribute):
            return out
        positional = list(node.args)
        if key is np.transpose and given and len(positional) > 1:  # x.transpose(1, 0)
            positional = [gast.Tuple(positional, gast.Load())]
            self.types[positional[0]] = TupleOf(items=tuple(self.types[a] for a in node.args))
        if rule.variadic:
            fixed = rest.index(rule.variadic)
            out.update(zip(rest[:fixed], positional))
            out[rule.variadic] = positional[fixed:]
            positional, rest = [], []
        if key in MADE and len(positional) == len(rest) + 1 and self.is_dtype(positional[-1]):
            out['dtype'] = positional.pop()  # np.array(x, float)
        if len(positional) > len(rest):
            if rule.kind == 'inactive':
                positional = positional[: len(rest)]
                self.unclear.add(node)
            else:
                raise Beyond(
                    f'srcad knows {rule.name} with the arguments {", ".join(rule.params)} only: '
                    'do the rest in a second step',
                    node,
                )
        taken = rest[: len(positional)]
        if rule.kind != 'inactive' and {'keepdims', 'ddof'} & set(taken):
            raise Beyond(f'srcad wants the arguments of {rule.name} after axis by name', node)
        out.update(zip(rest, positional))
        for k in node.keywords:
            if k.arg in ('a', 'object', 'arr', 'm', 'array') and params and params[0] not in out:
                out[params[0]] = k.value
            elif k.arg in SPELLINGS and SPELLINGS[k.arg] in params:
                out[SPELLINGS[k.arg]] = k.value
            elif k.arg in params and k.arg not in out:
                out[k.arg] = k.value
            elif k.arg == 'dtype' and (
                rule.kind == 'inactive' or self.is_float(k.value) or key in MADE and self.is_dtype(k.value)
            ):
                out['dtype'] = k.value
            elif is_as_usual(k, rule):
                continue
            elif rule.kind != 'inactive':
                raise Beyond(f'srcad does not know the argument {k.arg} of {rule.name}: do the same in two steps', k.value)
            elif k.arg not in OF_NO_SHAPE:
                self.unclear.add(node)
        return out

    def is_float(self, node):
        t = self.types[node]
        return isinstance(t, Known) and t.value in (float, np.float64, None)

    def row_call(self, f, node, given, env):
        """A call of a function that has a row: of what stands in for it, where it is given more than that knows."""
        try:
            return self.rule_call(f, node, given)
        except Beyond as beyond:
            arguments = [*given.values(), *node.args, *(k.value for k in node.keywords)]
            if not any(self.types[a].active for a in arguments):
                return self.plain(node, Anything())
            function = self.program.stand_in(ALIASES.get(f, f), more=True)
            if function is None or not takes(function.value, [*given, *node.args], node.keywords):
                self.refuse(*beyond.args)
            return self.user_call(function, node, env, list(given.values()))

    def rule_call(self, f, node, given):
        f = ALIASES.get(f, f)
        rule = RULES[f]
        said = [k for k in getattr(node, 'keywords', ()) if not is_as_usual(k, rule)]
        more = [] if isinstance(node, gast.Attribute) else node.args + said
        rule = rule.others.get(len(given) + len(more), rule)
        args = self.bind_rule(rule, f, node, given)
        types = {
            p: [self.argument_type(n) for n in a] if isinstance(a, list) else self.argument_type(a)
            for p, a in args.items()
        }
        types = {p: flattened_number(t) if p in rule.formulas else t for p, t in types.items()}
        flat = [t for a in types.values() for t in (a if isinstance(a, list) else [a])]
        if any(isinstance(t, Bottom) for t in flat):
            return BOTTOM
        if self.heap is None and any(isinstance(t, Local) for t in flat):
            self.only_by_reference('srcad does not follow what is asked of this function', node)
        if any(f is g for g in CALLING):
            for t in flat:
                self.runs_elsewhere(t, node)
        if any(self.is_active_list(types[p], args[p], f, types) for p in rule.formulas if p in types):
            return self.pend(node, np.array)
        operands = [
            t
            for p in rule.formulas or rule.params
            if p in types
            for t in (types[p] if isinstance(types[p], list) else [types[p]])
        ]
        unsure = self.program.has_complex and any(isinstance(t, Anything) for t in operands)
        if any(map(is_complex, flat)) or unsure:
            rule = self.complex_rule(rule, f, flat, unsure, node)
        call = RuleCall(rule, args, f)
        missing = [p for p, d in rule.params.items() if d is None and p not in args and p != rule.variadic]
        if f is np.where and missing:
            self.calls[node] = PlainCall()
            return Anything()
        if missing and not (f in (np.clip,)):
            if not any(t.active for t in flat):
                self.calls[node] = PlainCall()
                return Anything()
            self.refuse(
                f'srcad knows {rule.name} with the arguments {", ".join(rule.params)} only: '
                'do the rest in a second step',
                node,
            )
        t = self.call_result(call, types, node)
        active = rule.kind != 'inactive' and any(self.carries(types[p]) for p in rule.formulas if p in types)
        known = {*rule.formulas, *rule.flat}
        bad = [p for p, t in types.items() if p not in known and not isinstance(t, list) and t.active]
        if bad and rule.kind == 'linear':
            what = f'{rule.name} by its argument {bad[0]}'
            self.refuse(f'srcad does not differentiate {what}: keep it out of what is differentiated', node)
        if rule.kind == 'inactive' and any(t.active for t in flat) and f in (np.arange,):
            self.refuse(f'srcad does not differentiate {rule.name}: use np.linspace, or multiply', node)
        self.calls[node] = call if rule.kind != 'inactive' else PlainCall()
        return with_active(t if node not in self.unclear else Anything(), active)

    def is_active_list(self, t, node, f, types):
        """Whether an argument is a list that a rule wants as an array."""
        if not isinstance(t, (ListOf, TupleOf)) or not t.active or 'items' in types or f in (sum, max, min):
            return False
        return f not in (np.sum, np.mean) or 'axis' in types or not isinstance(node, gast.Name)

    def argument_type(self, node):
        """The type of what a rule is given: of a display with items of several kinds, that of each."""
        t = self.types[node]
        if isinstance(node, (gast.List, gast.Tuple)) and any(isinstance(self.types[e], Bottom) for e in node.elts):
            return BOTTOM
        if isinstance(node, gast.List) and isinstance(getattr(t, 'item', None), Anything):
            return TupleOf(items=tuple(self.types[e] for e in node.elts))
        return t

    def carries(self, t):
        return any(i.active for i in t) if isinstance(t, list) else t.active

    def call_result(self, call, types, node):
        t = self.any_result(call, types, node)
        if isinstance(t, Anything) and call.views and is_surely_array(types.get('x')):
            t = replace(t, array=True)
        return as_real(t) if call.key in REAL_VALUED else t

    def any_result(self, call, types, node):
        known = RESULTS.get(call.key)
        if known is None and (call.rule.kind == 'elementwise' or call.rule.of_complex):
            floats = (
                call.rule.name in FLOATING or call.rule.name.split('.')[0] not in NAMESPACE and '.' in call.rule.name
            )
            flat = [t for p, t in types.items() if p in call.rule.params]
            if call.rule.name.startswith('math.') or call.rule.name in ('float',):
                return FLOAT
            if call.rule.name.startswith('cmath.'):
                return Number(kind='complex')
            t = elementwise_result([t for t in flat if not isinstance(t, Known)], self.fresh(node), floats)
            if call.key is pow and self.program.has_complex and isinstance(t, Number) and t.dtype is None:
                t = replace(t, kind='complex')
            if isinstance(t, Number) and call.rule.name.startswith('np.'):
                t = replace(t, dtype=t.dtype or ('float64' if t.kind == 'float' else None))
            return t
        if known is None:
            return Anything()
        whole = {p: as_array(types[p], self.fresh((node, p))) for p in call.rule.formulas if p in types and p != 'items'}
        return known({**types, **{p: t for p, t in whole.items() if isinstance(t, Array)}}, self.fresh(node))

    def user_call(self, function, node, env, leading=(), key=None, closure=None, kept=None):
        try:
            args = self.program.bind(self, function, node, leading, env)
        except NotYet:
            return BOTTOM
        if closure is not None:  # which also keeps what defaults were when it was made
            args = [gast.Attribute(closure, a.id, gast.Load()) if getattr(a, 'once', False) else a for a in args]
        for a in args:
            if a not in self.types:
                self.expr(a, env)
        types = [self.types[a] for a in args]
        if any(isinstance(t, Bottom) for t in types):
            return BOTTOM
        self.field_owners.update(a for a in args if isinstance(self.types[a], Fields))
        for t in types:
            self.stays_here(t, env, node)
        kept = env if closure is None else kept  # what the function captures
        instance = self.program.instance(function, types, self, kept)
        captured = [self.captured(n, instance, closure, kept) for n in instance.captured]
        call = UserCall(instance, [*captured, *args], len(leading))
        self.calls[key or node] = call
        shared = self.twins(instance, call, node)
        if shared:  # a text of its own, whose parameters are names of one array
            instance = self.program.instance(function, types, self, kept, shared)
            call = self.calls[key or node] = UserCall(instance, call.args, len(leading))
        for p, a in zip(instance.params, call.args):
            if p in instance.writes:
                name = base_name(a)
                if name is None or name not in env:
                    self.refuse(f'{instance.name} writes into its argument {p}: give the array a name first', a)
                self.wrote(name, any(t.active for t in types), env)
        return self.program.result(instance, self, call, node)

    def stands_for_another(self, t):
        """Whether a value is of another class in the text than in the program."""
        return isinstance(t, Local)

    def captured(self, n, instance, closure, kept):
        """What a function gets for a variable that it captures."""
        if n == instance.outside:
            made = gast.Name(self.places.name_in(self.source), gast.Load(), None, None)
        else:
            made = gast.Name(n, gast.Load(), None, None) if closure is None else gast.Attribute(closure, n, gast.Load())
        self.types[made] = self.run_object() if n == instance.outside else kept[n]
        self.field_owners |= {made} if isinstance(self.types[made], Fields) else set()
        return made

    def stays_here(self, t, env, node):
        """A function that captures variables must not leave the function they belong to."""
        for inner in getattr(t, 'items', [getattr(t, 'item', None)]):
            self.stays_here(inner, env, node) if inner is not None else None
        if isinstance(t, Local) and self.program.captures(t.node, env)[0]:
            self.refuse(
                f'srcad does not follow {t.node.name}, which captures variables, out of this function: '
                'pass what it captures as arguments',
                node,
            )

    def twins(self, instance, call, node):
        """The parameters that are given memory of one array, where the function writes it: a tuple for each array."""
        roots = {}
        for p, a in zip(instance.params, call.args):
            if isinstance(self.types[a], (Array, Anything, ListOf)):
                for n in self.aliases(a):
                    roots.setdefault(self.groups.find(n), []).append(p)
        found = [tuple(dict.fromkeys(params)) for params in roots.values()]
        found = [params for params in found if len(params) > 1 and not instance.writes.isdisjoint(params)]
        for p, a in zip(instance.params, call.args):
            if any(p in params for params in found) and not isinstance(self.types[a], Array):
                self.refuse(
                    f'{instance.name} writes into an argument that may share memory with {p}: pass a copy', node
                )
        return tuple(found)


def takes(function, args, keywords):
    """Whether a function may be called like this."""
    try:
        return bool(inspect.signature(function).bind(*args, **{k.arg: k.value for k in keywords}))
    except TypeError:
        return False


def is_as_usual(k, rule):
    """Whether an argument by name asks for what NumPy does anyway, or only for how it does it."""
    usual = {'order': ('C',), 'copy': (True,)}.get(k.arg, ())
    how = k.arg in ('optimize', 'kind', 'stable')
    return rule.name.startswith('np.') and (how or isinstance(k.value, gast.Constant) and k.value.value in usual)


def made_by(f):
    """The type of what a function that is not followed gives, as far as operations on it go."""
    if gives_own(f):
        return UNKNOWN
    return Struct(cls=f) if isinstance(f, type) and has_operators(f) else Anything()


def flattened_number(t):
    return BOOL if isinstance(t, Known) and isinstance(t.value, bool) else t


def base_name(node):
    """The name of the variable that a chain of subscripts and attributes starts from."""
    while isinstance(node, (gast.Subscript, gast.Attribute)):
        node = node.value
    return node.id if isinstance(node, gast.Name) else None


def hashable(f):
    try:
        hash(f)
    except TypeError:
        return False
    return True
