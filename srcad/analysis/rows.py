"""Calls of functions that have a row in the table: which node is which parameter, and what comes back."""

import inspect
from dataclasses import replace

import gast
import numpy as np

from srcad.analysis import contracted, rearranged, spectra  # noqa: F401  (they fill RESULTS)
from srcad.analysis.call_kinds import STARRED, PlainCall, RuleCall
from srcad.analysis.casts import MADE
from srcad.analysis.created import STEPLESS, named_dtype
from srcad.analysis.elsewhere import CALLING
from srcad.analysis.given import SHOWING
from srcad.analysis.results import EXTRA, REAL_VALUED, RESULTS, as_array, dtype_of, elementwise_result
from srcad.analysis.types import (
    BOOL,
    BOTTOM,
    FLOAT,
    UNSURE,
    Anything,
    Array,
    Bottom,
    Either,
    Known,
    ListOf,
    Local,
    Number,
    TupleOf,
    as_real,
    dims_of,
    is_complex,
    is_surely_array,
    is_text,
    with_active,
)
from srcad.rules.table import ALIASES, NAMESPACE, RULES
from srcad.tree import Ours, call

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

# What has an argument that may be left out as None, by which it is differentiated
OPTIONAL = (np.clip, np.average, np.bincount)
# What gives one number where it is given an array of any axes, and nothing more
OF_ALL = {np.sum, np.mean, np.prod, np.max, np.min, np.std, np.var}
FLOAT_OF_NUMPY = Number(dtype='float64')

OF_NO_SHAPE = ('order', 'kind', 'stable', 'subok', 'device', 'like')  # arguments that no type depends on


# What a number of NumPy's comes back from as it is, and one of Python's as an array
OF_NUMPY_NUMBERS = (np.squeeze, np.transpose)

WITH_AXES = {  # whose results have an axis at least
    np.stack, np.concatenate, np.vstack, np.hstack, np.tile, np.repeat, np.append, np.outer, np.cumsum, np.diff, np.ravel,
    np.atleast_1d, np.atleast_2d, np.pad, np.convolve, np.sort,
}  # fmt: skip
SPLITTING = {np.split, np.array_split, np.hsplit, np.vsplit}  # whose items have


class Beyond(Exception):
    """Arguments that the row of a function does not know: what is said of them, and where."""


class Rows:
    """The part of `Inference` for such calls."""

    def plain(self, node, t):
        self.calls[node] = PlainCall()
        return t

    def rule_of(self, f, node):
        """A method's call as that of a row."""
        return RuleCall(RULES[f], {'x': node.func.value}, f)

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
        fixed = rest.index(rule.variadic) if rule.variadic else len(positional)
        if any(isinstance(a, gast.Starred) for a in positional[:fixed]):
            if rule.kind != 'inactive':
                raise Beyond(STARRED, node)
            positional = []
            self.unclear.add(node)
        if rule.variadic:
            if any(is_text(self.types[a]) for a in positional[fixed:]):  # np.reshape(x, shape, 'F')
                raise Beyond(f'srcad does not know this argument of {rule.name}: do the same in two steps', positional[-1])
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
        if f is np.diag and self.heap is not None and self.shows_or_not(node):
            return self.rewritten(node, copied(node), env)
        unsure = self.perhaps_none(f, node)
        if unsure is not None:
            return self.with_or_without(unsure, node)
        try:
            return self.rule_call(f, node, given)
        except Beyond as beyond:
            arguments = [*given.values(), *node.args, *(k.value for k in node.keywords)]
            same = any(k.arg == 'copy' for k in node.keywords)  # what is answered may be what is given
            if not same and not any(self.types[a].active for a in arguments):
                self.may_give_back([self.types[a] for a in arguments], node)
                return self.plain(node, Anything())
            return self.in_its_place(ALIASES.get(f, f), node, given, env, beyond.args)

    def shows_or_not(self, node):
        """Whether a call of np.diag may show its argument, which it does of two axes: of a copy it makes no difference."""
        t = self.types.get(node.args[0]) if node.args else None
        unsure = isinstance(t, Anything) and t.active and not hasattr(node, 'copied')
        if unsure and self.heap.arrays_written:
            self.refuse('srcad does not know whether np.diag shows this array or makes one: use np.diagonal(a)', node)
        return unsure

    def perhaps_none(self, f, node):
        """The argument of a call that is None in some runs, where the derivative is another one then; None for others."""
        if f not in OPTIONAL or not isinstance(node, gast.Call):
            return None
        given = [*node.args, *(k.value for k in node.keywords)]
        return next((a for a in given if self.may_be_none(self.types.get(a))), None)

    def may_be_none(self, t):
        """Whether a value is None in some runs; without references, whether it may be for all that is known."""
        return getattr(t, 'maybe', False) or self.heap is None and isinstance(t, Anything) and not t.array

    def with_or_without(self, unsure, node):
        """A call with an argument, or with None in its place, as the run has it."""
        if self.heap is None:
            self.only_by_reference('srcad does not know whether this argument is None', node)
        self.types[node] = self.of_several(unsure, Either.or_none(self.types[unsure]))
        return BOTTOM

    def in_its_place(self, f, node, given, env, why):
        """A call of what stands in for a function that is given more than its row knows."""
        function = self.program.stand_in(f, more=True)
        said = [self.types[a] for a in [*node.args, *(k.value for k in node.keywords)]]
        as_it_lies = any(is_text(t) and getattr(t, 'value', None) in ('A', 'K') for t in said)  # an order in memory
        if function is None or as_it_lies or not takes(function.value, [*given, *node.args], node.keywords):
            self.refuse(*why)
        return self.followed(function, node, env, list(given.values()))

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
        if self.counted_by_row(f, rule, args):
            return BOTTOM
        listed = [n for a in args.values() for n in (a if isinstance(a, list) else getattr(a, 'elts', []))]
        several = [n for n in listed if isinstance(self.types.get(n), Either)]
        if several and rule.kind != 'inactive':
            self.refuse('srcad cannot tell whether this is a number or an array: ask isinstance(..., np.ndarray) before', several[0])
        if self.heap is None and any(isinstance(t, Local) for t in flat):
            self.only_by_reference('srcad does not follow what is asked of this function', node)
        for t in flat:
            if any(f is g for g in CALLING) or isinstance(t, Known) and inspect.isroutine(t.value):
                self.runs_elsewhere(t, node)
        if any(self.is_active_list(types[p], args[p], f, types) for p in rule.formulas if p in types):
            if f in (abs, pow):  # which Python has of numbers and arrays only
                self.refuse(f'srcad knows {f.__name__}() of numbers and arrays: make an array of it', node)
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
            return RESULTS[np.nonzero]({'x': as_array(types['c'], self.fresh(node))}, self.fresh(node))
        if missing and not (f in (np.clip,)):
            if not any(t.active for t in flat):
                self.calls[node] = PlainCall()
                return Anything()
            self.refuse(
                f'srcad knows {rule.name} with the arguments {", ".join(rule.params)} only: '
                'do the rest in a second step',
                node,
            )
        try:
            t = self.call_result(call, types, node)
        except IndexError:  # an axis that is not there: NumPy raises
            self.calls[node] = PlainCall()
            return BOTTOM
        active = rule.kind != 'inactive' and any(self.carries(types[p]) for p in rule.formulas if p in types)
        known = {*rule.formulas, *rule.flat}
        bad = [p for p, t in types.items() if p not in known and not isinstance(t, list) and t.active]
        if bad and rule.kind == 'linear':
            what = f'{rule.name} by its argument {bad[0]}'
            self.refuse(f'srcad does not differentiate {what}: keep it out of what is differentiated', node)
        if getattr(node, 'flat', False) and not all(self.has_few_axes(e, 2) for e in node.args[0].elts):
            self.refuse('srcad knows np.c_ of arrays of up to two axes: use np.concatenate([...], axis=-1)', node)
        if active and self.heap is not None and f in OF_NUMPY_NUMBERS and isinstance(node, gast.Call):
            if isinstance(types['x'], Number) and not types['x'].dtype:
                what = f'whether {rule.name} gives a number or an array here'
                self.refuse(f'srcad cannot tell {what}: write np.asarray(...), or leave it out', node)
        if active and rule.name.startswith('np.fft.') and 'shift' not in rule.name and isinstance(t, Anything):
            self.refuse(f'srcad does not know the axes of what {rule.name} takes here: give it an array by its name', node)
        if rule.kind == 'inactive' and any(t.active for t in flat) and f in STEPLESS:
            self.refuse(f'srcad does not differentiate {rule.name}: use np.linspace, or multiply', node)
        self.calls[node] = call if rule.kind != 'inactive' else PlainCall()
        if getattr(t, 'given', '') and not call.views and f not in SHOWING:
            t = replace(t, given='')
        return with_active(t if node not in self.unclear else Anything(), active)

    def has_few_axes(self, node, most):
        if isinstance(node, (gast.List, gast.Tuple)):
            return all(self.has_few_axes(e, most - 1) for e in node.elts)
        t = self.types.get(node)
        return isinstance(t, Bottom) or dims_of(t) is not None and len(dims_of(t)) <= most

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
        item = getattr(t, 'item', None)
        if isinstance(node, gast.List) and isinstance(item, Anything):
            return TupleOf(items=tuple(self.types[e] for e in node.elts))
        if isinstance(node, gast.List) and isinstance(item, (Number, ListOf, TupleOf)) and dtype_of(item) == UNSURE:
            return TupleOf(items=tuple(map(self.argument_type, node.elts)))  # one float makes floats of all
        return t

    def carries(self, t):
        return any(i.active for i in t) if isinstance(t, list) else t.active

    def call_result(self, call, types, node):
        t = self.any_result(call, types, node)
        keeps = call.views or getattr(types.get('keepdims'), 'value', None) is True
        if isinstance(t, Anything) and (keeps and is_surely_array(types.get('x')) or call.key in WITH_AXES):
            t = replace(t, array=True)
        if isinstance(t, ListOf) and isinstance(t.item, Anything) and call.key in SPLITTING:
            t = replace(t, item=replace(t.item, array=True))
        if isinstance(t, Array) and types.get('dtype') is not None:
            named = isinstance(types['dtype'], Known)
            t = replace(t, dtype=named_dtype(types['dtype'])) if named else Anything(t.active)
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
        t = known({**types, **{p: t for p, t in whole.items() if isinstance(t, Array)}}, self.fresh(node))
        of_all = call.key in OF_ALL and not {'axis', 'keepdims'} & set(types) and types['x'].active
        return FLOAT_OF_NUMPY if of_all and isinstance(t, Anything) and not self.program.has_complex else t


def takes(function, args, keywords):
    """Whether a function may be called like this."""
    try:
        return bool(inspect.signature(function).bind(*args, **{k.arg: k.value for k in keywords}))
    except TypeError:
        return False


def copied(node):
    """`np.copy(...)` of a call."""
    again = gast.copy_location(gast.Call(node.func, node.args, node.keywords), node)
    again.copied = True
    return call(gast.Attribute(Ours('np', np), 'copy', gast.Load()), again)


def is_as_usual(k, rule):
    """Whether an argument by name asks for what NumPy does anyway, or only for how it does it."""
    usual = {'order': ('C',), 'copy': (True,), 'out': (None,)}.get(k.arg, ())
    how = k.arg in ('optimize', 'kind', 'stable')
    return rule.name.startswith('np.') and (how or isinstance(k.value, gast.Constant) and k.value.value in usual)


def flattened_number(t):
    return BOOL if isinstance(t, Known) and isinstance(t.value, bool) else t
