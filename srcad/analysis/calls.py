"""What a call calls, and what it returns."""

import functools
import inspect
import sys
import logging
from collections import defaultdict
from enum import Enum

import gast
import numpy as np

from srcad.analysis.arity import ALL, misfit
from srcad.analysis.builtin_calls import NUMBERS, Builtins
from srcad.analysis.call_kinds import STARRED, ListAppend, PlainCall, RuleCall, TupleCall
from srcad.analysis.casts import Casts
from srcad.analysis.steps import changes
from srcad.analysis.marks import MUTATING
from srcad.analysis.followed import Followed
from srcad.analysis.of_constants import of_constants
from srcad.analysis.rows import Rows
from srcad.analysis.randoms import is_int
from srcad.analysis.types import (
    BASIC,
    BOOL,
    BOTTOM,
    EXCEPTION,
    INT,
    METHOD,
    NONE,
    UNKNOWN,
    Anything,
    Array,
    Bottom,
    Dim,
    Either,
    Fields,
    Known,
    ListOf,
    Local,
    Number,
    Struct,
    TupleOf,
    enum_of,
    is_changeable_type,
    is_complex,
    is_text,
)
from srcad.analysis.dates import date_made, told_by_date
from srcad.analysis.unknown import changing_cache, clears_a_method, gives_own, has_operators, name_of, no_rule, own_ways, unknown_function
from srcad.by_memory import NAMESPACES, is_changeable, is_of_library, names_of
from srcad.lower.evaluation import is_in, is_namedtuple
from srcad.lower.held import POOLED
from srcad.lower.apply import by_operator
from srcad.rules import METHODS
from srcad.rules.table import RULES
from srcad.tree import Ours, is_written, walk, written
from srcad.runtime import as_it_is, basic_index, is_array, is_flat, is_sequence

SEEING = {eval, exec, locals, globals, vars, setattr, delattr, compile, __import__, sys.exc_info}
SEEING |= {sys.exception} if hasattr(sys, 'exception') else set()


CHANGES_LIST = set('append pop insert extend remove clear sort reverse __setitem__ __delitem__ __iadd__ __imul__'.split())


OUTSIDE = 'what lies outside'  # among names: that of all arrays and containers of the module, and of others


class Calls(Followed, Builtins, Casts, Rows):
    """The part of `Inference` that looks at calls."""

    # Calls

    def taken_now(self, node, t, env):
        """The type of an item of a sum: of an array that may change later, a copy."""
        item, *kept = node.args
        array = isinstance(t, (Array, Anything))
        copied = array and not self.is_new(item) and not kept
        return self.put_in_place(node, gast.Call(Ours('copy', np.copy), [item], []) if copied else item, env)

    def put_in_place(self, node, made, env):
        self.instead[node] = made
        return BOTTOM

    def _Call(self, node, env):
        self.pending.pop(node, None)
        if hasattr(node, 'is_raised'):
            return self.exception(node, env)
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
        kept = getattr(callee, 'value', None)
        within = [*kept.args, *kept.keywords.values()] if isinstance(kept, functools.partial) else []
        if self.heap is None and any(map(is_changeable, within)):
            self.only_by_reference('srcad follows what a partial function keeps by reference', node)
        by_places = self.drawn_by_places(node, getattr(callee, 'value', None)) if active or self.heap is not None else None
        if by_places is not None:
            if self.heap is None:
                self.only_by_reference('srcad draws from values by reference', node)
            return self.rewritten(node, by_places, env)
        by_parameters = self.drawn_by_parameters(node, getattr(callee, 'value', None)) if active else None
        if by_parameters is not None:
            return self.put_in_place(node, by_parameters, env)
        if isinstance(callee, Local):
            return self.user_call(callee, node, env)
        if isinstance(callee, Fields):
            function = self.program.user_method(Struct(cls=callee.of), '__call__')
            if function is not None:
                return self.user_call(function, node, env, [node.func])
        if enum_of(callee) is not None:
            made = self.method_of_member(enum_of(callee), '__call__', node, env, node.func)
            if made is not None:
                return made
        if isinstance(callee, Known):
            f = callee.value
            if f is super and self.heap is None:  # it reads the object that its method has
                self.only_by_reference('srcad follows super() by reference', node)
            if f is dict and self.heap is None and any(isinstance(t, (Array, ListOf)) for t in keywords.values()):
                self.only_by_reference('srcad follows what this dict holds by reference', node)
            self.has_no_own_ways(f, node)
            if any(f is b for b in (zip, enumerate, reversed)) and getattr(node.func, 'id', None) != f.__name__:
                self.refuse(f'srcad knows {f.__name__}() by its name: call it so', node)
            if self.given_to(f, node):
                return BOTTOM
            waiting = self.pending_call(node, f, [*args, *keywords.values()], env)
            if waiting is not None:
                return waiting
            special = self.of_builtin(f, node)
            known = special(node, args, keywords) if special else None  # None: as any other function
            if known is not None:
                return known
            if (
                is_namedtuple(f)
                and set(keywords) <= set(f._fields[len(args) :]) <= {*keywords, *f._field_defaults}
                and all(map(is_written, f._field_defaults.values()))
            ):
                named = {n: written(d) for n, d in f._field_defaults.items()} | {k.arg: k.value for k in node.keywords}
                self.calls[node] = TupleCall([*node.args, *(named[n] for n in f._fields[len(args) :])])
                for a in self.calls[node].items:
                    self.expr(a, env)
                return TupleOf(items=tuple(self.types[a] for a in self.calls[node].items), of=f)
            if f in RULES if hashable(f) else False:
                return self.row_call(f, node, {}, env)
            if f in (np.float64, np.float32) if hashable(f) and len(args) == 1 and not keywords else False:
                if isinstance(args[0], Number) and args[0].kind != 'complex' and not args[0].maybe:
                    return self.scalar_of(f, node, args[0])
                if isinstance(args[0], Array) and args[0].dims and np.dtype(args[0].dtype) == np.dtype(f):
                    return self.row_call(np.asarray, node, {}, env)  # no copy
            if f is is_sequence:
                return self.sequence_test(node, args[0])
            if f is basic_index:
                self.calls[node] = PlainCall()
                return ListOf(item=BASIC, fixed=True)
            if f is names_of:
                if self.heap is None:
                    self.only_by_reference('srcad follows the attributes of this object by reference', node)
                return self.own_names(node, args[0])
            if f is as_it_is:
                return self.taken_now(node, args[0], env)
            if f is is_flat and not isinstance(args[0], Either):
                return self.answer({isinstance(args[0], Array) and not args[0].dims}, args[0], node)
            if f is is_array or f is is_flat:
                return self.call_isinstance(node, [args[0], Known(value=np.ndarray)], {})
            function = self.program.user_function(f) or (self.program.stand_in(f, bool(keywords)) if active else None)
            if clears_a_method(f):
                self.refuse('srcad does not follow when a method runs again: keep what it gives in a dict of the object', node)
            if isinstance(f, functools._lru_cache_wrapper) and changes(f.__wrapped__):
                self.refuse(changing_cache(f), node)
            if function is not None:
                t = self.followed(function, node, env)
                if isinstance(f, functools._lru_cache_wrapper):
                    self.from_caches[node] = t
                return t
            if self.heap is None and is_changeable(getattr(f, '__self__', None)):
                self.stays_inside({OUTSIDE}, node)
            if self.counted_by_draw(node, f):
                return BOTTOM
            if active:
                operation = None if node.keywords else by_operator(f, node.args)
                if operation is not None:
                    self.instead[node] = operation
                    return BOTTOM
                self.not_by_parameters(node, f)
                self.refuse(no_rule(f, node, [t.active for t in args], self.source), node)
        elif isinstance(callee, Bottom):
            return BOTTOM
        elif self.counted_by_draw(node, None):
            return BOTTOM
        elif active or callee.active or callee == METHOD:
            self.not_by_parameters(node, None)
            self.refuse(unknown_function(node.func, self.source), node)
        if self.heap is None and isinstance(callee, Known) and callee.value is defaultdict:
            self.only_by_reference('srcad does not follow what reading items of this adds to it: use a dict', node)
        if isinstance(callee, Known) and hashable(callee.value) and callee.value in SEEING:
            self.refuse(f'srcad cannot see what {callee.value.__name__}() reads or changes: write what it does', node)
        if getattr(getattr(callee, 'value', None), '__module__', '') == 'inspect':
            if any(map(self.stands_for_another, args)):
                self.refuse('srcad cannot tell of what class this is: ask something else of it', node)
        if METHOD in [*args, *keywords.values()] and getattr(callee, 'value', None) not in (callable, isinstance, type):
            self.refuse('srcad does not know what this method gives, and changes, where it is called: write the loop', node)
        ordering = isinstance(callee, Known) and any(callee.value is f for f in (sorted, max, min))
        for t in [*args, *(t for k, t in keywords.items() if not (ordering and k == 'key'))]:
            self.stays_here(t, env, node)
        for t in [callee, *args, *keywords.values()]:
            self.runs_elsewhere(t, node)
        given = [a for a in [*node.args, *(k.value for k in node.keywords)] if not is_of_numbers(self.types[a])]
        self.opaque.append((node, [n for a in given for n in self.aliases(a)]))
        f = getattr(callee, 'value', None)
        self.seen(node, f, env)
        if isinstance(f, type) and may_be_changed(f):
            self.only_by_reference(f'srcad follows objects of {f.__name__} by reference: they may change', node)
        if isinstance(node.func, gast.Attribute) and isinstance(self.types[node.func.value], TupleOf):
            self.may_give_back([self.types[node.func.value]], node)
        self.calls[node] = PlainCall()
        if self.heap is not None and any(isinstance(t, Bottom) for t in [*args, *keywords.values()]):
            return BOTTOM  # of what has no value yet
        named = is_in(f, POOLED) and not any(getattr(n, 'iter', None) is node for n in walk(self.statement))
        known = of_constants(f, args, keywords, lambda axis: Dim((node, axis))) if not named else None
        return known or not named and self.picked(f, args, node) or self.random_generator(f) or self.drawn(node, f, args) or made_by(f, args)

    def picked(self, f, args, node):
        """What `itertools.permutations` and its like give, of as many items as only the run tells; by reference."""
        return None

    def exception(self, node, env):
        """An exception that is made to be raised: what it carries is not read again."""
        for a in [*node.args, *(k.value for k in node.keywords)]:
            self.expr(a, env)
        self.calls[node] = PlainCall()
        return EXCEPTION

    def has_no_own_ways(self, f, node):
        ways = own_ways(f)
        if ways is not None:
            self.refuse(f'srcad does not follow {name_of(f)}, which {ways}: use a plain class', node)

    def method(self, node, env):
        """The type of `value.name(...)` where value is an array or a list; None for other calls."""
        if not isinstance(node.func, gast.Attribute):
            return None
        owner = self.expr(node.func.value, env)
        name = node.func.attr
        if isinstance(owner, Known) and is_text(owner) and type(owner.value) is not str:  # a text that is an Enum's
            made = self.method_of_member(type(owner.value), name, node, env, node.func.value)
            if made is not None:
                return made
        if is_text(owner):
            return self.text_method(node, name, env)
        if isinstance(owner, ListOf):
            return self.list_method(node, owner, name, env)
        if name in ('index', 'count') and is_plain_tuple(owner) and not misfit(node, ALL[name]):
            for a in node.args:
                self.expr(a, env)
            self.calls[node] = PlainCall()
            return INT
        told = told_by_date(owner, name)
        if isinstance(owner, Anything) and not owner.active and name in ('index', 'find', 'rfind'):
            told = INT  # a place, in whatever it is
        if isinstance(owner, Struct) and issubclass(owner.cls, logging.Logger) and node is self.alone:
            told = NONE
        if told is not None:
            for a in [*node.args, *(k.value for k in node.keywords)]:
                self.expr(a, env)
            self.calls[node] = PlainCall()
            return told
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
        if enum_of(owner) is not None:
            return self.method_of_member(enum_of(owner), name, node, env, node.func.value)
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
        if name in ('flatten', 'item') and isinstance(owner, Array) and (node.args or node.keywords):
            why = f'srcad does not know these arguments of .{name}(): do the same in two steps', node
            return self.in_its_place(getattr(np.ndarray, name), node, {'a': node.func.value}, env, why)
        if name == 'flatten':  # as ravel, but always a copy
            t = self.row_call(np.ravel, node, {'x': node.func.value}, env)
            if isinstance(self.calls.get(node), RuleCall):
                self.calls[node].key = np.ndarray.flatten
            return t
        if name == 'is_integer' and isinstance(owner, Number) and not node.args:
            self.calls[node] = PlainCall()
            return BOOL
        if name == 'view' and isinstance(owner, Array) and not node.args and not node.keywords:
            return self.row_call(np.asarray, node, {'x': node.func.value}, env)
        if name == 'astype':
            return self.cast(node, owner)
        if name == 'item' and not node.args and isinstance(owner, (Number, Array)):
            return self.only_item(node, owner)
        key = getattr(np, name, None)
        if name in METHODS and key in RULES:
            t = self.row_call(key, node, {'x': node.func.value}, env)
            if key is np.conj and not isinstance(owner, Number) and not is_complex(owner):
                self.calls[node].key = np.asarray  # the method, unlike np.conj, gives a real array itself
            if isinstance(owner, Number) and isinstance(t, Array) and not t.dims:
                return Number(t.active, owner.kind, dtype=owner.dtype)  # of a number, the methods give numbers
            return t
        if isinstance(owner, Array) and owner.dims:
            kinds = {np.ndarray}
        else:
            kinds = NUMBERS | {np.ndarray} if isinstance(owner, Number) or owner.active else ()
        if self.heap is not None and kinds and not any(hasattr(kind, name) for kind in kinds):
            self.calls[node] = PlainCall()
            return BOTTOM  # of what is a list in one case, and this in another: here Python raises AttributeError
        given = [self.types[a] for a in [*node.args, *(k.value for k in node.keywords)]]
        writes = name in MUTATING or name.startswith('__') or name in ('setfield', 'view', 'getfield')
        if not owner.active and not writes and not any(t.active for t in given):
            self.calls[node] = PlainCall()
            return Anything()
        self.refuse(f'srcad does not differentiate the method .{name}() of this value: use a function of NumPy', node)

    def method_of_member(self, cls, name, node, env, member):
        """A call of a method of an Enum's member; None of what is no method of the program."""
        f = inspect.getattr_static(cls, name, None)
        function = self.program.user_method(Struct(cls=cls), name) or self.program.user_function(getattr(f, '__func__', None))
        if function is None:
            return None
        self.types[node.func] = self.types[member] if member is node.func else function
        leading = [] if isinstance(f, staticmethod) else [Ours(cls.__name__, cls)] if isinstance(f, classmethod) else [member]
        for a in [*leading, *node.args, *(k.value for k in node.keywords)]:
            self.expr(a, env)
        return self.user_call(function, node, env, leading)

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
            self.of_kinds_in_turn([owner.item, t], node)
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
        if name in CHANGES_LIST:
            self.program.note(self, node)
        self.calls[node] = PlainCall()
        if name not in CHANGES_LIST - {'pop', '__iadd__', '__imul__'} | {'index', 'count'}:
            self.may_give_back([owner.item], node)
        if name == 'pop' and owner.item is not None:
            return owner.item
        return Anything() if name != 'copy' else owner

    def may_give_back(self, types, node):
        """A call of constants may give back one of them, which may be written: by reference that is known."""
        if self.heap is None and any(map(is_changeable_type, types)):
            self.only_by_reference('srcad does not know whether this is one of what it is given', node)

    def stands_for_another(self, t):
        """Whether a value is of another class in the text than in the program."""
        return isinstance(t, Local)



def may_be_changed(cls):
    """Whether what objects of a class hold may change without being seen: they are of the program, and no errors."""
    own = cls in NAMESPACES or not is_of_library(cls)
    return own and not issubclass(cls, (BaseException, Enum))


def made_by(f, args):
    """The type of what a function that is not followed gives, as far as operations on it go."""
    if f is np.ndindex:
        sizes = args[0].items if len(args) == 1 and isinstance(args[0], TupleOf) else args
        return ListOf(item=TupleOf(items=(INT,) * len(sizes))) if all(map(is_int, sizes)) else Anything()
    if date_made(f) is not None:
        return date_made(f)
    if gives_own(f):
        return UNKNOWN
    return Struct(cls=f) if isinstance(f, type) and (has_operators(f) or enum_of(Struct(cls=f))) else Anything()


def is_of_numbers(t):
    """Whether a value is a number or a tuple of them, in which nothing can change."""
    return isinstance(t, Number) or isinstance(t, TupleOf) and all(map(is_of_numbers, t.items))


def is_plain_tuple(t):
    """Whether a value is a tuple, or a namedtuple, of numbers and texts."""
    if not isinstance(t, TupleOf) or isinstance(t, Fields) or {'index', 'count'} & set(getattr(t.of, '_fields', ())):
        return False
    return all(isinstance(i, Number) or is_text(i) for i in t.items)


def hashable(f):
    try:
        hash(f)
    except TypeError:
        return False
    return True
