"""Calls where functions are values."""

import copy
import dataclasses
import functools
import inspect
import json
import math
from types import BuiltinFunctionType, FunctionType, MethodType

import gast
import numpy as np

from srcad.analysis.call_kinds import PlainCall
from srcad.analysis.calls import hashable
from srcad.analysis.dispatched import is_dispatcher
from srcad.analysis.heap import ITEM, BoundMethod, FunctionValue
from srcad.analysis.marks import (
    CONVERSIONS,
    ITERATING,
    ALIKE,
    MUTATING,
    TO_ONE,
    Construction,
    Rewritten,
    as_site,
    is_super,
)
from srcad.analysis.types import BOOL, BOTTOM, Anything, Array, Bottom, Either, Known, Number, Ref, TupleOf
from srcad.analysis.unknown import no_rule
from srcad.of_objects import end_key, has_others, is_active, lacks, set_own
from srcad.by_memory import OWN, Closure, Generator, is_changeable, iterator
from srcad.iterators import backwards
from srcad.library import added, columns_of, largest, product_of, smallest, unzipped
from srcad.lower.apply import by_operator, overridden
from srcad.lower.one_by_one import TAKING, now
from srcad.lower.scopes import Captured, Variables
from srcad.rules.table import RULES
from srcad.tree import COMPREHENSIONS, DivMod, Ours, constant, is_written, named_function, own_variables, walk, written

LONGEST = 10_000  # characters of a document that is written in the text
# Functions that leave numbers without a derivative, but call methods of objects
ROUNDING = {'floor', 'ceil', 'trunc', 'rint', 'fix', 'sign', 'round', 'around', 'floor_divide'}


FALSE = Known(value=False)


def may_change(name):
    """Whether a method of this name may change its object: one of a class of the program may."""
    return name in MUTATING or not any(hasattr(cls, name) for cls in (list, dict, set, str, float, np.ndarray))


class Callables:
    """The part of `References` for functions as values."""

    def _Ours(self, node, env):
        if isinstance(node.value_of, (Captured, Variables)):
            return Known(value=node.value_of)
        return super()._Ours(node, env)

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
        if call.key in TO_ONE and types.get('axis') is None and types.get('keepdims', FALSE) == FALSE:
            return Number(dtype='float64')
        return self.elementwise(operands, t) if call.rule.kind == 'elementwise' or call.key in ALIKE else t

    def call_of_partial(self, f, node, env):
        """A call of a partial function of outside: of its function, with what it keeps before what is given."""
        given, me = {k.arg for k in node.keywords}, node.func
        if not isinstance(self.expr(me, env), Known):  # one of several functions
            me = Ours('partial', f)
        routine = isinstance(f.func, (FunctionType, BuiltinFunctionType, MethodType, np.ufunc))
        if None in given or not routine and not (hashable(f.func) and f.func in RULES):
            return None

        def kept(value, held, key):
            if is_written(value) and value == value:
                return written(value)
            return gast.Subscript(gast.Attribute(me, held, gast.Load()), gast.Constant(key, None), gast.Load())

        args = [kept(v, 'args', k) for k, v in enumerate(f.args)]
        owner = gast.Attribute(gast.Attribute(me, 'func', gast.Load()), '__self__', gast.Load())
        function = named_function(f.func)
        if isinstance(f.func, MethodType):
            function, args = named_function(f.func.__func__), [owner, *args]
        elif is_changeable(getattr(f.func, '__self__', None)):  # a method of a list, a dict or an array
            function = gast.Attribute(owner, f.func.__name__, gast.Load())
        keywords = [gast.keyword(k, kept(v, 'keywords', k)) for k, v in f.keywords.items()]
        calling = [k for k in node.keywords if any(isinstance(n, gast.Call) for n in walk(k.value))]
        if given & set(f.keywords) and len(calling) > 1:  # they come in another order
            self.refuse('srcad wants a name for what this partial function is given again', node)
        return self.rewritten(node, gast.Call(function, args + node.args, overridden(keywords, node.keywords)), env)

    def _Call(self, node, env):
        if hasattr(node, 'is_raised'):
            return self.exception(node, env)
        before, self.literal = self.literal, False
        t = self.call(node, env)
        self.literal = before
        name = getattr(node.func, 'attr', '')
        asked = isinstance(node.func, gast.Attribute) and (may_change(name) or name == 'copy')
        owner = self.types.get(node.func.value) if asked else None
        if isinstance(owner, Anything) and owner.listed and not self.tells_containers() and name != 'copy':
            why = 'srcad cannot tell what this changes: keep containers and numbers of arguments in lists of their own'
            self.refuse(why, node)
        return t

    def tells_containers(self):
        """Have containers told from numbers and the like in the same place: all begins again. False where that cannot be."""
        self.places.incomplete |= not self.heap.unclear_changed
        return self.heap.changes_unclear()

    def will_be_told(self, t):
        """Whether a value that may be a container or a number is told apart from now on: not if it has been in vain."""
        return isinstance(t, Anything) and t.listed and not self.heap.unclear_changed and self.tells_containers()

    def function_value(self, node, env):
        """`Closure('g', g, x=x)`: an object with the variables that the function captures."""
        local, cls = self.expr(node.args[1], env), node.func.value_of
        kind = self.program.kind_of_closure(self.site(node), local, cls)
        kind.statics, kind.own, site = self.program.captures(local.node, env)[1], set(), self.site(node)
        if cls is Generator:
            kind.own, site = own_variables(local.node) | OWN, (*as_site(site), self.program.number_of(self.instance))
        made = self.heap.make(kind, site)
        for k in node.keywords:
            self.heap.store(made, k.arg, self.expr(k.value, env))
        for a in (node.func, node.args[0]):
            self.expr(a, env)
        self.calls[node] = Construction(kind, done=True)
        return self.heap.ref(made.sites)

    def call_perhaps(self, callee, node, env):
        """A call of a function that is a value, or None."""
        (self.maybe_none.add if callee.maybe else self.maybe_none.discard)(node)
        return self.call_value(callee, node, env)

    def call_value(self, callee, node, env):
        """A call of a function that is a value: of a closure, of one of several functions, of an object."""
        kinds = self.heap.kinds_of(callee)
        args = [*node.args, *(k.value for k in node.keywords)]
        if len(kinds) > 1:
            self.types[node.func] = callee
            return self.by_class(node.func, node, lambda kind, part: self.call_value(part, node, env))
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
        kept = {n for s in callee.sites for n in self.heap.fields[s]} - kind.own
        inner = {**kind.statics, **{n: self.heap.load(callee, n) for n in sorted(kept)}}
        several = next((n for n, t in inner.items() if isinstance(t, Either)), None)
        if several is not None:
            self.refuse(
                f'{several} is a number and an array in turn where this function captures it: use two names', node
            )
        leading = [node.func] if issubclass(kind, Generator) else []
        local, attempt = getattr(node, 'attempts', (kind.local, kind.local))
        if local.node is not kind.local.node:
            self.refuse('srcad cannot tell which function is called in this try: call it by its name', node)
        return self.user_call(attempt, node, env, leading, closure=node.func, kept=inner)

    def of_chosen_class(self, node, place, owner, env):
        """The type of `cls.rate` or of `cls.make(x)`, where `cls` is one of several classes; None of others.

        `place` is the attribute: the node, or what it calls.
        """
        kinds = self.heap.kinds_of(owner) if isinstance(owner, Ref) else ()
        functions = [k for k in kinds if issubclass(k, FunctionValue)]
        if functions and not all(issubclass(k, (FunctionValue, BoundMethod, Closure)) for k in kinds):
            self.refuse('this is a class or a function in one case, and an object in another: use two names', node)
        if not functions or len(functions) < len(kinds) or not all(isinstance(k.value, type) for k in functions):
            return None

        def made(kind):
            cls = Ours(kind.value.__name__, kind.value)
            of_class = gast.copy_location(gast.Attribute(cls, place.attr, gast.Load()), node)
            whole = of_class if node is place else gast.Call(of_class, node.args, node.keywords)
            return gast.copy_location(whole, node)

        if len(kinds) == 1 and (not owner.maybe or hasattr(node, 'is_there')):
            return self.rewritten(node, made(*kinds), env)
        return self.by_class(place.value, node, lambda kind, part: self.expr(made(kind), env))

    def compares_no_objects(self, node, env):
        """Refuse the greatest of objects in a display, or beside a number: which it is, only their comparison tells."""
        shown = len(node.args) == 1 and isinstance(node.args[0], gast.List) and not node.keywords
        types = [self.expr(e, env) for e in (node.args[0].elts if shown else node.args)]
        objects = [t for t in types if self.heap.is_object(t)]
        if objects and (shown or any(isinstance(t, Number) for t in types)):
            self.refuse('srcad does not compare objects here: give the list a name, or write the loop', node)

    def rule_call(self, f, node, given):
        given_here = [*node.args, *(k.value for k in node.keywords)] if isinstance(node, gast.Call) else []
        for a in [*given.values(), *given_here]:
            t = self.types.get(a)
            asks = RULES[f].kind == 'inactive' and not (f.__name__ in ROUNDING and self.heap.is_object(t))
            items = [self.heap.load(t, ITEM)] if self.heap.is_list(t) else getattr(t, 'items', [getattr(t, 'item', None)])
            items = [*items, *(self.types.get(e) for e in getattr(a, 'elts', ()))]
            of_objects = f not in (sum, max, min) and any(map(self.heap.is_object, items))
            if any(getattr(i, 'maybe', False) for i in items) and not asks:
                self.refuse(f'srcad does not follow {RULES[f].name} of a list in which there may be None: leave it out', a)
            if not asks and (of_objects or isinstance(t, Ref) and not self.heap.is_list(t) and t.sites):
                self.refuse(
                    f'srcad does not know what {RULES[f].name} does with this object: give it numbers or arrays', a
                )
        return super().rule_call(f, node, given)

    def call_known(self, known, node, env):
        """A call through a name of what is one known function there."""
        self.types[node.func] = known
        f = known.value
        for a in [*node.args, *(k.value for k in node.keywords)]:
            self.expr(a, env)
        made = None if node.keywords else operation_of(f, node.args)
        if made is not None:
            return self.rewritten(node, made, env)
        if type(f) is functools.partial:
            made = self.call_of_partial(f, node, env)
            if made is not None:
                return made
        whole = hashable(f) and f in ITERATING - {list, tuple}
        if whole and any(self.is_generator(self.types[e]) for e in node.args):
            self.refuse(f'srcad hands an iterator to {f.__name__} by its name only: make a list of it first', node)
        special = self.of_builtin(f, node)
        if special:
            keywords = {k.arg: self.types[k.value] for k in node.keywords}
            return special(node, [self.types[a] for a in node.args], keywords)
        if hashable(f) and f in RULES:
            return self.row_call(f, node, {}, env)
        made = self.constructed(f, node, env)
        if made is not None:
            return made
        function = self.program.user_function(f)
        if function is not None:
            return self.followed(function, node, env)
        self.refuse(no_rule(f, node, [self.types[a].active for a in node.args], self.source), node)

    def activity(self, node, env):
        """Whether a value carries a derivative, once that is known."""
        self.calls[node] = PlainCall()
        active = self.expr(node.args[0], env).active
        return self.rewritten(node, constant(active), env) if self.is_final() else BOOL

    def taken_now(self, node, t, env):
        kinds = self.heap.kinds_of(t) if isinstance(t, Ref) else ()
        if kinds == {list} and len(node.args) == 1:
            return self.rewritten(node, gast.Call(gast.Attribute(node.args[0], 'copy', gast.Load()), [], []), env)
        if any(map(self.heap.is_class_of_program, kinds)) and not self.is_final():
            self.calls[node] = PlainCall()
            return t
        if any(not self.heap.is_class_of_program(k) or self.program.changes_objects(k) for k in kinds):
            self.refuse('srcad does not follow what changes after it is given here: write the loop', node)
        return super().taken_now(node, t, env)

    def put_in_place(self, node, made, env):
        return self.rewritten(node, made, env)

    def document(self, node, env):
        """What `json.loads` makes of a text that is known, as it is written in Python; None of others."""
        t = self.expr(node.args[0], env)
        known = isinstance(t, Known) and isinstance(t.value, str) and len(t.value) < LONGEST
        try:
            made = written_whole(json.loads(t.value, parse_constant=int)) if known else None  # nan has no literal
        except ValueError:  # as Python raises then
            return None
        for k, n in enumerate(walk(made) if made is not None else ()):
            n.site = *as_site(self.site(node)), k
        return made

    def are_objects(self, node, env):
        """Whether there may be objects of the program among the items of a list or a tuple."""
        t = self.expr(node, env)
        items = t.items if isinstance(t, TupleOf) else [self.heap.load(t, ITEM)] if self.heap.is_list(t) else []
        parts = [p for i in items for p in ([q for _, q in i.kinds] if isinstance(i, Either) else [i])]
        return any(map(self.heap.is_object, parts))

    def call(self, node, env):
        if isinstance(node.func, Ours) and node.func.value_of is Closure:
            return self.function_value(node, env)
        if isinstance(node.func, Ours) and node.func.value_of is Generator:
            return self.generator(node, env)
        if isinstance(node.func, Ours) and node.func.value_of is iterator:
            self.expr(node.func, env)
            return self.iterator(node, env)
        if isinstance(node.func, Ours) and node.func.value_of in (getattr, lacks, has_others, type, end_key):
            types = [self.expr(a, env) for a in node.args]
            self.expr(node.func, env)
            self.calls[node] = PlainCall()
            if node.func.value_of is has_others:
                return BOOL
            return self.key_of(types[0], node) if node.func.value_of is end_key else Anything()
        if isinstance(node.func, Ours) and node.func.value_of in (columns_of, unzipped):
            self.no_iterators(node.args[0], env)
        if isinstance(node.func, Ours) and node.func.value_of is backwards:
            self.expr(node.args[0], env)
            self.only_sequences(node.args[0])
        if isinstance(node.func, Ours) and node.func.value_of is unzipped:
            return self.unzipped(node, env)
        known = self.statics.get(node.func.id) if isinstance(node.func, gast.Name) else None
        if isinstance(known, Known) and self.program.user_function(known.value) is None:  # no name means it here
            self.env, func = env, Ours(known.value.__name__, known.value)
            return self.rewritten(node, gast.Call(func, node.args, node.keywords), env)
        stars = [*(a for a in node.args if isinstance(a, gast.Starred)), *(k.value for k in node.keywords if k.arg is None)]
        if any(isinstance(self.expr(a, env), Bottom) for a in stars):
            return BOTTOM
        if stars:
            made = self.without_stars(node, env)
            if made is not node:
                t = self.expr(made, env)
                self.calls[node] = Rewritten(made)
                return t
        if any(map(is_super, node.args)) and getattr(node.func, 'id', '') != 'hasattr':
            self.refuse('srcad follows super() where a method or a property of it is asked for', node)
        if isinstance(node.func, gast.Attribute) and is_super(node.func.value):
            for a in [*node.args, *(k.value for k in node.keywords)]:
                self.expr(a, env)
            return self.super_call(node, env)
        callee = self.expr(node.func, env) if not isinstance(node.func, gast.Attribute) else None
        if isinstance(callee, Known) and callee.value is is_active:
            return self.activity(node, env)
        if is_dispatcher(getattr(callee, 'value', None)) and node.args:
            return self.dispatched(callee.value, node, env)
        if isinstance(callee, Known) and operation_of(callee.value, node.args) is not None:
            return self.call_known(callee, node, env)
        self.asks(getattr(callee, 'value', None), node)
        if isinstance(callee, Ref):
            return self.call_perhaps(callee, node, env)
        if isinstance(node.func, gast.Attribute):
            owner = self.expr(node.func.value, env)
            made = self.of_chosen_class(node, node.func, owner, env)
            if made is not None:
                return made
            is_object = isinstance(owner, Ref) and self.heap.is_object(owner)
            made = self.wrapped_method(owner, node, env) if is_object else None
            if made is not None:
                return made
            found = self.methods(owner, node.func.attr) if is_object else None
            plain = found == [] and not self.some_lack(owner, node.func.attr)
            field = isinstance(owner, TupleOf) and node.func.attr in getattr(owner.of, '_fields', ())
            plain |= field and not callable(inspect.getattr_static(owner.of, node.func.attr))  # no method of that name
            if plain or found and isinstance(found[0], property):
                callee = self.expr(node.func, env)
                if isinstance(callee, Ref):
                    return self.call_perhaps(callee, node, env)
        f = callee.value if isinstance(callee, Known) and hashable(callee.value) else None
        if f in (max, min):
            self.compares_no_objects(node, env)
        if f in ITERATING and node.args and not is_of_arguments(f, node):
            t = self.expr(node.args[0], env)
            if callee.value in (any, all):
                self.stops_early(node.args[0])
            found = self.each_container(node.args[0], node, lambda: self.call(node, env))
            if found is not None:
                return found
            if isinstance(t, Ref) and self.heap.is_object(t) and t.sites:
                if in_turn(f, node) is not None:
                    return self.rewritten(node, in_turn(f, node), env)
                item = gast.Name('item_of_it', gast.Load(), None, None)
                if f in TAKING:
                    item = now(item, f is sum)
                    item.site = (*as_site(self.site(node)), 'item')
                over = gast.comprehension(gast.Name('item_of_it', gast.Store(), None, None), node.args[0], [], 0)
                listed = gast.copy_location(gast.ListComp(item, [over]), node)
                listed.site = (*as_site(self.site(node)), 'listed')
                self.env = env
                return self.rewritten(node, gast.Call(node.func, [listed, *node.args[1:]], node.keywords), env)
        if isinstance(callee, Known) or isinstance(node.func, gast.Attribute):
            made = self.by_pieces(node, env)
            if made is not None:
                return made
        own = (
            CONVERSIONS.get(getattr(callee, 'value', None))
            if isinstance(callee, Known) and hashable(callee.value)
            else None
        )
        if getattr(callee, 'value', None) is pow and len(node.args) == 2 and not node.keywords:
            if any(isinstance(t, Ref) and self.heap.is_object(t) for t in [self.expr(a, env) for a in node.args]):
                return self.rewritten(node, gast.BinOp(node.args[0], gast.Pow(), node.args[1]), env)
        by_name = {k.arg: k.value for k in node.keywords}
        digits = by_name.get('ndigits') if own == '__round__' and len(by_name) == len(node.keywords) == 1 else None
        if digits is not None and len(node.args) == 1:
            return self.rewritten(node, gast.Call(node.func, [*node.args, digits], []), env)
        if own and (len(node.args) == 1 or own == '__round__' and len(node.args) == 2 and not node.keywords):
            t = self.expr(node.args[0], env)
            if self.operator_methods(t, own):
                if own == '__bool__' and t.maybe:
                    self.refuse('srcad does not ask what may be None for its truth here: ask whether it is None before', node)
                made = gast.copy_location(gast.Call(gast.Attribute(node.args[0], own, gast.Load()), node.args[1:], []), node)
                made.site = *as_site(self.site(node)), own
                found = self.expr(made, env)
                self.calls[node] = Rewritten(made)
                return found
        if (
            isinstance(callee, Known)
            or isinstance(node.func, gast.Attribute)
            and isinstance(self.expr(node.func.value, env), Known)
        ):
            f = getattr(callee or self.expr(node.func, env), 'value', None)
            if operation_of(f, node.args) is not None and not node.keywords:
                return self.rewritten(node, operation_of(f, node.args), env)
            if f is json.loads and len(node.args) == 1 and not node.keywords and (made := self.document(node, env)) is not None:
                return self.rewritten(node, made, env)
            if f is math.prod and len(node.args) == 1 and self.are_objects(node.args[0], env):
                given = [*node.args, *(k.value for k in node.keywords)]
                return self.rewritten(node, gast.Call(Ours('product_of', product_of), given, []), env)
            if hashable(f) and f in RULES:
                for a in node.args:
                    if isinstance(a, (gast.List, gast.Tuple) + COMPREHENSIONS):
                        self.kept_types(a)
            made = self.call_of_bound(f, node, env) if type(f) is not functools.partial else self.call_of_partial(f, node, env)
            made = self.constructed(f, node, env) if made is None else made
            if made is not None:
                return made
            if f is copy.copy or f is copy.deepcopy:
                return self.copied(f, node, env)
            if f is dataclasses.replace:
                return self.replaced(node, env)
            if f in (dataclasses.asdict, dataclasses.astuple, dataclasses.fields) if hashable(f) else False:
                return self.of_dataclass(f, node, env)
            if hashable(f) and f in (getattr, setattr, hasattr, object.__setattr__, set_own) and not node.keywords:
                return self.attribute_by_name(f, node, env)
            if (
                inspect.ismethod(f)
                and isinstance(f.__self__, type)
                and self.program.user_function(f.__func__) is not None
            ):
                cls = Ours(f.__self__.__name__, f.__self__)
                self.expr(cls, env)
                return self.method_call(node, [f.__func__], [cls], env)
        t = super()._Call(node, env)
        return t

    def one_after_the_other(self, f, items, node):
        """`max(xs)` of what may be numbers or arrays, each compared with the largest as yet."""
        found = largest if f is max else smallest
        gast.copy_location(items, node).site = (*as_site(self.site(node)), 'items')
        made = gast.Call(Ours(found.__name__, found), [items, gast.Constant(None, None)], [])
        return self.rewritten(node, made, self.env)


def written_whole(value):
    """A document of lists, dicts, texts and numbers as a display."""
    if isinstance(value, dict):
        return gast.Dict([constant(k) for k in value], [written_whole(v) for v in value.values()])
    return gast.List([written_whole(v) for v in value], gast.Load()) if isinstance(value, list) else constant(value)


def operation_of(f, args):
    """The operator that a function is."""
    if f is divmod and len(args) == 2 and not any(isinstance(a, gast.Starred) for a in args):
        return gast.BinOp(args[0], DivMod(), args[1])
    return by_operator(f, args)


def in_turn(f, node):
    """What takes one item of an iterator after the other, behind whose start or key it is; None for other calls."""
    by_name = {k.arg: k.value for k in node.keywords}
    given = [*node.args[1:], *(by_name[k] for k in ('start', 'key', 'default') if k in by_name)]
    if f not in (sum, max, min) or not given or isinstance(given[0], gast.Constant):
        return None
    if f is not sum and (len(node.args) > 1 or 'key' not in by_name):
        return None
    stand_in = {sum: added, max: largest, min: smallest}[f]
    return gast.Call(Ours(stand_in.__name__, stand_in), [node.args[0], *given], [])


def is_of_arguments(f, node):
    """`max(a, b)`, which does not run over its argument."""
    return f in (max, min) and len(node.args) > 1
