"""The types of expressions."""

import functools
import inspect
import operator
from collections import namedtuple
from dataclasses import replace
from enum import EnumMeta
from functools import reduce

import gast
import numpy as np

from srcad.analysis.builtin_calls import length_of
from srcad.analysis.call_kinds import STARRED, ListAppend
from srcad.analysis.given import given_by
from srcad.analysis.marks import MUTATING, OF_FUNCTIONS
from srcad.analysis.operands import as_number, equal_texts, int_size, may_leave_reals, of_truths, words
from srcad.analysis.elsewhere import SEQUENCE, own_method
from srcad.analysis.indexing import join_all
from srcad.analysis.results import RESULTS, elementwise_result, known_value, truth
from srcad.analysis.types import (
    BOOL,
    BOTTOM,
    INT,
    NONE,
    SLICE,
    TEXT,
    UNKNOWN,
    Anything,
    Array,
    Bottom,
    Dim,
    Fields,
    Known,
    ListOf,
    Local,
    Number,
    Struct,
    TupleOf,
    computes_itself,
    dims_of,
    is_surely_array,
    is_text,
    join,
    enum_of,
    may_be_raised,
    property_of_member,
    with_active,
)
from srcad.analysis.dates import of_dates, part_of_date
from srcad.analysis.texts import tells_constants, text_of, together
from srcad.analysis.unknown import name_of, unclear
from srcad.by_memory import is_plain
from srcad.rules import ATTRIBUTES
from srcad.tree import walk

ORDER = {
    gast.Eq: operator.eq, gast.NotEq: operator.ne, gast.Lt: operator.lt, gast.LtE: operator.le, gast.Gt: operator.gt,
    gast.GtE: operator.ge,
}  # fmt: skip

FIELD = type(namedtuple('Example', 'field').field)


class Expressions:
    """The part of `Inference` that looks at expressions."""

    # Expressions

    def expr(self, node, env):
        t = getattr(self, '_' + type(node).__name__)(node, env)
        self.types[node] = t
        own = own_method(t.of, SEQUENCE) if isinstance(t, TupleOf) and t.of is not tuple else None
        if own is not None:
            what = f'a namedtuple for a tuple, and not for what {name_of(own)} makes of it'
            self.refuse(f'srcad takes {what}: use a dataclass', node)
        return t

    def fresh(self, node):
        return lambda axis: Dim((node, axis))

    def _Constant(self, node, env):
        v = node.value
        if getattr(node, 'is_unset', False):  # which nobody reads
            return BOTTOM
        if isinstance(v, (bool, str, bytes)) or v is None or v is ...:
            return Known(value=v)
        if isinstance(v, int):
            return Number(kind='int', size=v)
        return Number(kind='complex' if isinstance(v, complex) else 'float')

    def _Name(self, node, env):
        if node.id in env:
            return env[node.id]
        if node.id in self.locals:
            return BOTTOM
        return self.program.outside_name(self, node)

    def _Ours(self, node, env):
        value = node.value_of
        return (
            Known(value=value)
            if callable(value) and not is_plain(value) or inspect.ismodule(value)
            else self.program.describe(value, ('outside', node.id))
        )

    def _JoinedStr(self, node, env):
        types = [self.expr(part, env) for part in node.values]
        return together([t if is_text(t) else text_of([t]) for t in types])

    def _FormattedValue(self, node, env):
        t = self.expr(node.value, env)
        self.points([node.value])
        self.runs_elsewhere(t, node)
        for n in walk(node.value):
            c = self.calls.get(n)
            if self.heap is None and (isinstance(c, ListAppend) or getattr(getattr(c, 'instance', None), 'writes', ())):
                self.only_by_reference(
                    'srcad does not differentiate what changes something within a text: do it in a line before', n
                )
        if node.format_spec is not None and not tells_constants(self.expr(node.format_spec, env)):
            return TEXT
        return text_of([t]) if is_text(t) and (node.format_spec is not None or node.conversion != -1) else t

    def _Tuple(self, node, env):
        return TupleOf(items=tuple(self.kept(e, self.expr(e, env)) for e in node.elts))

    def _List(self, node, env):
        item = None
        for e in node.elts:
            t = self.expr(e, env)
            item = join(item, t, (node, 'item')) if item is not None else t
        if isinstance(item, (Number, Array)) and any(getattr(self.types[e], 'maybe', False) for e in node.elts):
            item = replace(item, maybe=True)
        return ListOf(item=item, active=bool(item and item.active), length=len(node.elts))

    def _Slice(self, node, env):
        for e in (node.lower, node.upper, node.step):
            if e is not None:
                self.expr(e, env)
        return SLICE

    def _UnaryOp(self, node, env):
        x = self.expr(node.operand, env)
        if isinstance(node.op, gast.Not):
            return BOOL if truth(x) is None else Known(value=not truth(x))
        if isinstance(node.op, gast.USub) and isinstance(known_value(x), int):
            return replace(x, size=-x.size) if isinstance(x, Number) else INT
        return self.operation(type(node.op).__name__, {'x': x}, node)

    def _BinOp(self, node, env):
        x, y = self.expr(node.left, env), self.expr(node.right, env)
        return self.operation(type(node.op).__name__, {'x': x, 'y': y}, node)

    def operation(self, op, args, node):
        types = list(args.values())
        if any(isinstance(t, Bottom) for t in types) or self.counts(op, types, node):
            return BOTTOM
        active = any(t.active for t in types)
        given = given_by(op, types)
        if any(isinstance(t, (ListOf, TupleOf, Known, Struct, Local)) for t in types):
            types = [BOOL if isinstance(t, Known) and isinstance(t.value, bool) else t for t in types]
            if any(isinstance(t, (ListOf, TupleOf, Known, Struct, Local)) for t in types):
                if active:
                    why = (
                        'one has arithmetic of its own, so take float() or np.asarray() of it before'
                        if any(map(computes_itself, types))
                        else 'lists and objects have no arithmetic of their own here'
                    )
                    self.refuse(f'srcad cannot differentiate {words(op)} of these operands: {why}', node)
                return of_dates(op, types) or self.sequence_operation(types, node)
            args = dict(zip(args, types))
        if op == 'MatMult':
            t = RESULTS['MatMult'](args, self.fresh(node))
        else:
            t = elementwise_result(types, self.fresh(node), floats=op == 'Div')
            if isinstance(t, Number) and t.kind == 'int':
                t = replace(t, size=int_size(op, types))
            if isinstance(t, Number) and all(isinstance(i, Number) and i.kind == 'bool' for i in types):
                t = of_truths(op, t)
        if op == 'Pow' and self.program.has_complex and may_leave_reals(types, node):
            t = replace(t, kind='complex')
        if active and op in ('FloorDiv', 'BitAnd', 'BitOr', 'BitXor', 'LShift', 'RShift'):
            active = False
        return with_active(replace(t, given=given) if given else t, active)

    def sequence_operation(self, types, node):
        if any(map(computes_itself, types)):
            return UNKNOWN
        if any(isinstance(t, Number) and t.dtype for t in types):
            return Anything()
        lists = [t for t in types if isinstance(t, ListOf)]
        if not lists or any(isinstance(t, TupleOf) for t in types):
            return Anything()
        items = [t.item for t in lists if t.item is not None]
        item = reduce(lambda a, b: self.join(a, b, (node, 'item')), items) if items else None
        return ListOf(item=item, fixed=any(t.fixed for t in lists))

    def _Compare(self, node, env):
        types = [self.expr(e, env) for e in (node.left, *node.comparators)]
        same = any(isinstance(op, (gast.Is, gast.IsNot)) for op in node.ops)
        pythons = [e for e, t in zip((node.left, *node.comparators), types) if getattr(t, 'given', '') in ('int', 'bool')]
        if same and self.points(pythons):
            return BOTTOM
        if len(types) == 2 and isinstance(node.ops[0], (gast.In, gast.NotIn)) and isinstance(types[1], Fields):
            if types[1].of is dict and isinstance(types[0], Known):
                self.field_owners.add(node.comparators[0])
                return Known(value=(types[0].value in types[1].names) == isinstance(node.ops[0], gast.In))
        if (
            len(types) == 2
            and isinstance(node.ops[0], (gast.Is, gast.IsNot))
            and types[1] == NONE
            and isinstance(types[0], (Known, Number, Array, ListOf, TupleOf))
        ):
            return Known(value=(types[0] == NONE) == isinstance(node.ops[0], gast.Is))
        if len(types) == 2 and isinstance(node.ops[0], (gast.Eq, gast.NotEq)):
            same = equal_texts(*types)
            if same is not None:
                return Known(value=same == isinstance(node.ops[0], gast.Eq))
        if len(types) == 2 and isinstance(node.ops[0], (gast.In, gast.NotIn)):
            items = types[1].items if isinstance(types[1], TupleOf) else types[1:]
            texts = [getattr(t, 'value', None) for t in (types[0], *items)]
            if all(isinstance(text, str) for text in texts):
                among = texts[1] if isinstance(types[1], Known) else texts[1:]
                return Known(value=(texts[0] in among) == isinstance(node.ops[0], gast.In))
        if len(types) == 2 and any(map(self.asks_form, (node.left, node.comparators[0]))):
            known = [known_value(t) for t in types]
            if type(node.ops[0]) in ORDER and all(type(v) is int for v in known):
                return Known(value=ORDER[type(node.ops[0])](*known))
        if any(isinstance(t, (Array, Anything)) for t in types) and not isinstance(
            node.ops[0], (gast.Is, gast.IsNot, gast.In, gast.NotIn)
        ):
            return self.compared(types, node)
        return BOOL

    def compared(self, types, node):
        """The type of a comparison of arrays, or of what may be one, with numbers and each other."""
        if not all(dims_of(t) is not None for t in types):
            return Anything(array=any(map(is_surely_array, types)))
        t = elementwise_result(types, self.fresh(node))
        return replace(t, dtype='bool') if isinstance(t, Array) else BOOL if isinstance(t, Number) else t

    def asks_form(self, node):
        """`x.ndim`, `np.ndim(x)`, `len(t)` of a tuple: of what form the values are for which a text is written."""
        if isinstance(node, gast.Call) and getattr(node.func, 'id', None) == 'len' and len(node.args) == 1:
            return isinstance(self.types.get(node.args[0]), TupleOf)
        return getattr(node.func if isinstance(node, gast.Call) else node, 'attr', None) == 'ndim'

    def _BoolOp(self, node, env):
        t, stop, passed = BOTTOM, isinstance(node.op, gast.Or), True
        for e in node.values:
            one = self.expr(e, env)
            env = self.sides(e, env)[stop] or env
            passed = passed and one == Known(value=not stop)
            if truth(one) is stop and (t == BOTTOM or t == BOOL):  # what comes after it is never asked
                return one
            if truth(one) is stop or truth(one) is None or e is node.values[-1]:  # else it is never what comes out
                t = self.join(t, as_number(one), (node,))
        return Known(value=not stop) if passed else t

    def _IfExp(self, node, env):
        if self.expr(node.test, env) == NONE:
            self.only_by_reference('srcad leaves out by reference what no run comes to', node)
        then, other = (side or env for side in self.sides(node.test, env))
        return self.join(as_number(self.expr(node.body, then)), as_number(self.expr(node.orelse, other)), (node,))

    def _Starred(self, node, env):
        self.refuse(STARRED, node)

    def _Dict(self, node, env):
        self.refuse('srcad does not differentiate this dict: use names, or a list', node)

    _DictComp = _Set = _SetComp = _Dict

    def _Lambda(self, node, env):
        self.refuse('srcad differentiates a lambda only where it has a name: write `name = lambda ...`', node)

    def _Attribute(self, node, env):
        self.pending.pop(node, None)
        if hasattr(node, 'carries'):
            self.only_by_reference('srcad follows what exceptions carry out of calls by reference', node)
        owner = self.expr(node.value, env)
        if node.attr == 'dtype' and getattr(owner, 'given', '') not in ('', 'kept'):
            self.refuse('srcad takes this for an array of floats, as it is differentiated: keep its dtype out of it', node)
        if property_of_member(owner, node.attr) is not None:
            self.only_by_reference('srcad follows properties by reference', node)
        if isinstance(owner, Known):
            return self.program.attribute(self, owner, node)
        if isinstance(owner, Local) and node.attr in OF_FUNCTIONS:
            self.only_by_reference('srcad knows the names of functions by reference', node)
        if isinstance(owner, Array):
            if node.attr == 'shape':
                return TupleOf(items=tuple(Number(kind='int', size=d) for d in owner.dims))
            if node.attr in ('size', 'ndim', 'nbytes', 'itemsize'):
                return Number(kind='int', size=len(owner.dims) if node.attr == 'ndim' else None)
            if node.attr in ATTRIBUTES:
                return self.rule_call(getattr(np, ATTRIBUTES[node.attr]), node, {'x': node.value})
            if node.attr == 'dtype':
                return Known(value=np.dtype(owner.dtype))
            if node.attr == 'flat' and not owner.dims:
                self.refuse('srcad does not follow .flat of an array without axes: use x[()]', node)
            if node.attr == 'flat':
                return self.pend(node, 'flat')
            if node.attr in MUTATING:
                self.refuse(f'srcad follows .{node.attr}() of an array where it is called: give the array a name', node)
            if owner.active:
                self.refuse(
                    f'srcad does not know the attribute .{node.attr} of an array: use a function of NumPy, or indices',
                    node,
                )
        if (isinstance(owner, Number) or isinstance(owner, Anything) and owner.active) and node.attr in (
            'real',
            'imag',
        ):
            self.program.suspects_complex |= isinstance(owner, Anything)
            return self.rule_call(getattr(np, node.attr), node, {'x': node.value})
        if may_be_raised(owner) and node.attr == '__context__':
            self.refuse('srcad does not follow which exception was handled when this was raised: raise it `from` that', node)
        if may_be_raised(owner) and node.attr == '__cause__':
            return Anything(raised=True)
        if may_be_raised(owner) and node.attr not in ('__traceback__', 'with_traceback'):
            self.refuse(unclear(node.attr), node)
        if part_of_date(owner, node.attr) is not None:
            return part_of_date(owner, node.attr)
        if isinstance(owner, Struct):
            kept = inspect.getattr_static(owner.cls, node.attr, None)
            if self.heap is None and isinstance(kept, functools.cached_property) and node.attr not in dict(owner.attrs):
                self.only_by_reference('srcad follows what an object keeps by reference', node)
            return dict(owner.attrs).get(node.attr) or self.program.of_class(owner.cls, node.attr) or Anything()
        if isinstance(owner, Fields):
            return self.field(owner, node, node.attr if owner.of is not dict else None)
        if isinstance(owner, TupleOf) and hasattr(owner.of, '_fields') and node.attr in owner.of._fields:
            self.has_plain_fields(owner.of, [node.attr], node)
            return owner.items[owner.of._fields.index(node.attr)]
        if isinstance(owner, Anything) and owner.active and owner.array and node.attr == 'T':
            return self.rule_call(np.transpose, node, {'x': node.value})
        if owner.active:
            if isinstance(owner, Anything) and node.attr in ('shape', 'size', 'ndim', 'dtype'):
                return Anything()
            if isinstance(owner, Number) and node.attr in ('shape', 'size', 'ndim', 'dtype'):
                return Anything()
            self.refuse(
                f'srcad does not know the attribute .{node.attr} of this value: '
                'keep what it gives in a variable before',
                node,
            )
        return Anything()

    def has_plain_fields(self, cls, names, node):
        """Refuse to read fields of a namedtuple of which a class that inherits from it says something else."""
        for n in names:
            if type(inspect.getattr_static(cls, n)) is not FIELD:
                self.refuse(f'{cls.__name__} says itself what the field {n} is: give that another name', node)

    def _Subscript(self, node, env):
        owner = self.expr(node.value, env)
        key = self.expr(node.slice, env)
        if self.points_in(node.slice):
            return BOTTOM
        if isinstance(owner, Fields):
            if isinstance(key, Bottom):  # of a loop over its keys
                self.field_owners.add(node.value)
                return BOTTOM
            return self.field(owner, node, getattr(key, 'value', None) if owner.of is dict else None)
        return self.item(owner, node)

    def field(self, owner, node, key):
        """The type of a field that is read."""
        t = owner.field(key)
        if t is None and owner.of is not dict:
            t = self.program.of_class(owner.of, key)
        if t is None or not isinstance(node.ctx, gast.Load):
            self.only_by_reference('srcad follows this dict or object by reference', node)
        self.field_owners.add(node.value)
        return t

    def _ListComp(self, node, env):
        parts = self.of_tuple(node, env)
        if parts is not None:
            self.instead[node] = parts
            return BOTTOM
        inner = dict(env)
        for g in node.generators:
            item = self.item_of(self.expr(g.iter, inner), g.iter)
            self.bind(g.target, item, g.iter, inner, element=True)
            for test in g.ifs:
                self.expr(test, inner)
                inner = self.sides(test, inner)[0] or inner
        t = self.expr(node.elt, inner)
        length = None
        if len(node.generators) == 1 and not node.generators[0].ifs:
            length = length_of(self.types[node.generators[0].iter])
        return ListOf(item=t, active=t.active, length=length)

    def of_tuple(self, node, env):
        """What a target with a star makes a list of, if it is a tuple: that, and the list of the parts behind the star."""
        text, first, after = getattr(node, 'middle_of', (None, 0, 0))
        value = node.generators[0].iter
        if text is None and not getattr(value, 'is_unpacked', False):
            return None
        t = env.get(text) if text is not None else self.expr(value, env)
        backwards = isinstance(value, gast.Call) and getattr(self.types.get(value.func), 'value', None) is reversed
        if not isinstance(t, TupleOf) or t.of is not tuple or backwards:
            return None
        part = lambda k: gast.Subscript(gast.Name(text, gast.Load(), None, None), gast.Constant(k, None), gast.Load())
        places = range(first, len(t.items) - after)
        return value if text is None else gast.List([part(k) for k in places], gast.Load())

    _GeneratorExp = _ListComp

    def of_kinds_in_turn(self, types, node):
        """Arrays of whole, real and complex numbers in one place have adjoints of their own kinds, by reference."""
        kinds = {t.kind for t in types if isinstance(t, Array)}
        if len(kinds) > 1 and any(t.active for t in types) and self.heap is None:
            self.only_by_reference('srcad follows arrays of several kinds of numbers in turn by reference', node)

    def item_of(self, t, node):
        """The type of what a loop over a value of type `t` gets."""
        if isinstance(t, Bottom):
            return BOTTOM
        if isinstance(t, Array) and t.dims:
            return replace(t, dims=t.dims[1:]) if len(t.dims) > 1 else Number(t.active, t.kind, None, t.dtype, given=t.given)
        if isinstance(t, Fields):
            self.field_owners.add(node)
            return self.pend(node, 'fields')
        if isinstance(t, ListOf):
            self.of_one_kind(t.item, node)
            return self.any_item(t.item, node) if t.item is not None else BOTTOM
        if isinstance(t, TupleOf):
            self.of_kinds_in_turn(t.items, node)
            item = join_all(t.items, node)
            self.of_one_kind(item, node)
            return item
        if isinstance(t, Known) and isinstance(t.value, EnumMeta) and enum_of(Struct(cls=t.value)) is not None:
            return Struct(cls=t.value)
        if t.active and not isinstance(t, Anything):
            self.refuse('srcad cannot loop over this value: make an array or a list of it', node)
        self.tells_lists(t, node)
        return Anything(t.active)

    def tells_lists(self, t, node):
        """A value that is a list in one case and not in another is known by reference: the adjoint of its items goes there."""
        if self.heap is None and isinstance(t, Anything) and t.active and t.listed:
            self.only_by_reference('srcad cannot tell whether this is a list or an array', node)
