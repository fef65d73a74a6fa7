"""What is known of a value before the program runs: its kind, its axes, whether it is active.

A size is an int where it is known, else a `Dim`: a symbol less a constant.
Two equal sizes are one number in every run; of two different ones nothing is
known, except that a `Dim` which is `many` is not 1.
"""

import inspect
import types as pytypes
from dataclasses import dataclass, field, replace
from enum import EnumMeta

import numpy as np

from srcad.analysis.unknown import has_own_arithmetic


UNSURE = 'float'  # the dtype of an array of float64, or of whole numbers in some runs


@dataclass(frozen=True)
class Dim:
    """The size max(0, base - less); `many` says that it is not 1."""

    base: object
    less: int = 0
    many: bool = False

    def minus(self, k):
        return Dim(self.base, self.less + k)


@dataclass(frozen=True)
class Type:
    active: bool = False


@dataclass(frozen=True)
class Number(Type):
    """A Python or NumPy scalar. `size` is an int's value: an int or a Dim."""

    kind: str = 'float'
    size: object = None
    dtype: str = None  # of a NumPy scalar; None is a Python number
    maybe: bool = False  # or None
    whole: bool = False  # a float, or an int in some runs
    # What it is to the caller where it is a float as it is differentiated: Python's 'int' or 'bool', NumPy's 'int64' or
    # 'bool_', an 'other' integer of NumPy's; 'kept' is an integer still; 'mixed' are truths or integers
    given: str = ''


@dataclass(frozen=True)
class Array(Type):
    dims: tuple = ()
    dtype: str = 'float64'
    maybe: bool = False
    outside: bool = False  # may be an array of the module, while it is asked whether those are written
    given: str = ''  # as a number's

    def __post_init__(self):
        if self.given and self.kind != 'float':
            object.__setattr__(self, 'given', '')

    @property
    def kind(self):
        return kind_of(self.dtype)


@dataclass(frozen=True)
class ListOf(Type):
    """A list (or, with `length`, a range; or, if `fixed`, a tuple) of values of one type."""

    item: Type = None
    length: object = None
    fixed: bool = False


@dataclass(frozen=True)
class TupleOf(Type):
    items: tuple = ()
    of: object = tuple  # a namedtuple's class

    def __post_init__(self):
        object.__setattr__(self, 'active', any(i.active for i in self.items))
        nested(self, self.items)


@dataclass(frozen=True)
class Fields(TupleOf):
    """A dict, or an object, of which nothing but its fields is read: their keys or attributes are `names`."""

    names: tuple = ()

    def field(self, name):
        """The type of a field; None if there is none of that name."""
        return self.items[self.names.index(name)] if name in self.names else None


@dataclass(frozen=True)
class Known(Type):
    """One Python object: a module, a function, a class, a string, None."""

    value: object = None

    def __eq__(self, other):
        return type(other) is Known and (
            self.value is other.value or isinstance(self.value, str) and self.value == other.value
        )

    def __hash__(self):
        return hash(self.value) if isinstance(self.value, str) else id(self.value)


@dataclass(frozen=True)
class Local(Type):
    """A function defined inside the function, by its gast node."""

    node: object = None
    source: object = None


@dataclass(frozen=True)
class Struct(Type):
    """An object with attributes."""

    cls: type = object
    attrs: tuple = ()


@dataclass(frozen=True)
class Text(Struct):
    """A string: one of `values`, or any that `begins` so; a `constant` one tells of no number that carries a derivative."""

    cls: type = str
    values: frozenset = frozenset()
    begins: str = ''
    constant: bool = False

    @classmethod
    def of(cls, *types):
        """The type of a string that is of one of these types; of too many to tell, any."""
        every = [{t.value} if isinstance(t, Known) else t.values for t in types]
        values = frozenset().union(*every)
        constant = all(isinstance(t, Known) or t.constant for t in types)
        return cls(values=values if all(every) and len(values) <= 12 else frozenset(), constant=constant)

    def only(self, values, inside=True):
        """The type of such a string among `values`, or outside of them."""
        if not self.values:
            left = values if inside else ()
        else:
            left = self.values & set(values) if inside else self.values - set(values)
            if not left:
                return BOTTOM
        if len(left) == 1:
            return Known(value=next(iter(left)))
        return Text(values=frozenset(left), constant=bool(left) or self.constant)


@dataclass(frozen=True)
class Ref(Type):
    """A list, dict or object that may change: one of those made at `sites`. What they hold is in the program's heap."""

    sites: frozenset = frozenset()
    maybe: bool = False


@dataclass(frozen=True)
class Anything(Type):
    """A value of which nothing is known; if active, a number or an array: an array, if that is known.

    `loose`: an array, or a number that carries no derivative; `told`: a number or a text, neither of which does; `listed`:
    it may be a list or a tuple, those of `sites` among others; `raised`: an exception."""

    array: bool = False
    loose: bool = False
    told: bool = False
    raised: bool = field(default=False, repr=False)
    listed: bool = field(default=False, compare=False, repr=False)
    sites: frozenset = field(default=frozenset(), compare=False, repr=False)


@dataclass(frozen=True)
class Either(Type):
    """A value of one of several kinds: what it is of each, by its name. Before it is used, a test tells which."""

    kinds: tuple = ()

    def __post_init__(self):
        object.__setattr__(self, 'active', any(t.active for _, t in self.kinds))
        nested(self, [t for _, t in self.kinds])

    def of(self, kind):
        return dict(self.kinds).get(kind)

    def only(self, kinds):
        """Its type, where it is known to be of one of these kinds."""
        left = {k: t for k, t in self.kinds if k in kinds}
        if len(left) == 2 and 'none' in left:
            (other,) = (t for k, t in left.items() if k != 'none')
            if isinstance(other, (Number, Array, Ref)):
                return replace(other, maybe=True)
        return next(iter(left.values())) if len(left) == 1 else Either(kinds=tuple(left.items())) if left else BOTTOM

    @classmethod
    def loosely(cls, t):
        """An array, or a number that carries no derivative, told apart."""
        return cls(kinds=(('array', Anything(t.active, array=True)), ('number', FLOAT)))

    @classmethod
    def or_none(cls, t):
        """What may be None, told apart."""
        return cls(kinds=(('none', NONE), (kind_of_value(t), replace(t, maybe=False))))

    def map(self, f):
        return Either(kinds=tuple((k, f(t)) for k, t in self.kinds))


@dataclass(frozen=True)
class Bottom(Type):
    """No value yet: the result of a call that is still being worked out."""


def nested(t, parts):
    """Note how deep a type is; one that is too deep for a program's is part of one without end."""
    depth = 1 + max((getattr(p, 'depth', 0) for p in parts), default=0)
    if depth > DEEPEST:
        raise RecursionError
    object.__setattr__(t, 'depth', depth)


DEEPEST = 16
NONE = Known(value=None)
METHOD = Struct(cls=pytypes.BuiltinMethodType)  # one of a list or a dict, as a value
UNKNOWN = Struct()  # what an operation of a class's own gives
SLICE = Known(value=slice)  # a slice that has a name
BASIC = Struct(cls=slice)  # a place in an array, or a slice of it
EXCEPTION = Struct(cls=BaseException)  # one that was caught
TEXT, CONSTANT_TEXT = Text(), Text(constant=True)
BOTTOM = Bottom()
FLOAT = Number()
INT = Number(kind='int')
BOOL = Number(kind='bool')
ORDER = ['bool', 'int', 'float', 'complex']


def kind_of(dtype):
    return {'b': 'bool', 'i': 'int', 'u': 'int', 'f': 'float', 'c': 'complex'}.get(dtype_code(dtype), 'object')


def dtype_code(dtype):
    return 'b' if dtype == 'bool' else dtype[0]


def with_active(t, active):
    """`t` with another activity, where a value of that type can be active at all."""
    if isinstance(t, TupleOf):
        return replace(t, items=tuple(with_active(i, active) for i in t.items))
    if isinstance(t, ListOf):
        item = with_active(t.item, active) if t.item else t.item
        return replace(t, item=item, active=bool(item and item.active))
    if isinstance(t, (Number, Array)):
        active = active and t.kind in ('float', 'complex')
    elif isinstance(t, Either):
        return t
    elif not isinstance(t, Anything):
        active = False
    return t if t.active == active else replace(t, active=active)


def is_surely_array(t):
    """Whether a value of this type has axes, and what is computed from it element by element."""
    return isinstance(t, Array) and bool(t.dims) or isinstance(t, Anything) and t.array and not t.loose


def with_unknown_axes(types):
    """The type of what is computed element by element from numbers and arrays, some of them with unknown axes.

    >>> with_unknown_axes([FLOAT, Anything(True, array=True)])
    Anything(active=True, array=True, loose=False, told=False)
    """
    return Anything(any(t.active for t in types), array=True, loose=not any(map(is_surely_array, types)))


def kind_of_value(t):
    """The kind that a test at run time tells from others.

    >>> kind_of_value(FLOAT), kind_of_value(Array(dims=(2,))), kind_of_value(Array(dims=())), kind_of_value(NONE)
    ('number', 'array', 'flat', 'none')
    """
    if isinstance(t, Number):
        return 'number'
    if t == NONE:
        return 'none'
    if is_text(t):
        return 'text'
    if isinstance(t, Array):
        return 'array' if t.dims else 'flat'
    if isinstance(t, Anything) and t.array:
        return 'array'
    if is_named_tuple(t):
        return f'{t.of.__module__}.{t.of.__qualname__}'
    return 'reference' if isinstance(t, Ref) else 'other'


def is_named_tuple(t):
    return isinstance(t, TupleOf) and not isinstance(t, Fields) and t.of is not tuple


def is_changeable_type(t):
    """Whether a value of this type may change in place, or holds something that may.

    >>> is_changeable_type(TupleOf(items=(FLOAT, Array(dims=())))), is_changeable_type(FLOAT), is_changeable_type(TEXT)
    (True, False, False)
    """
    if isinstance(t, TupleOf):
        return any(map(is_changeable_type, t.items))
    return t is not None and not isinstance(t, (Number, Known, Text, Bottom, Local))


def is_text(t):
    return isinstance(t, Text) or isinstance(t, Known) and isinstance(t.value, str)


def is_complex(t):
    """Whether a value may be complex, itself or in what it holds, as far as its type says.

    >>> is_complex(ListOf(item=Number(kind='complex'))), is_complex(FLOAT)
    (True, False)
    """
    if isinstance(t, TupleOf):
        return any(map(is_complex, t.items))
    if isinstance(t, ListOf):
        return t.item is not None and is_complex(t.item)
    return isinstance(t, (Number, Array)) and t.kind == 'complex'


def as_real(t):
    """The type of the real part of a value of type `t`."""
    if not is_complex(t):
        return t
    dtype = t.dtype and np.dtype(t.dtype).type(0).real.dtype.name
    return replace(t, dtype=dtype) if isinstance(t, Array) else replace(t, kind='float', dtype=dtype)


def dims_of(t):
    """The axes of a number or an array; None where they are not known."""
    return () if isinstance(t, Number) else t.dims if isinstance(t, Array) else None


def may_be_number(t):
    """Whether a value may be a number, whose adjoint has a place where the value has one."""
    if isinstance(t, Either):
        return any(isinstance(k, (Number, Anything)) for _, k in t.kinds)
    return isinstance(t, (Number, Anything))


def broadcast_dim(a, b):
    """The size that `a` and `b` broadcast to, given that they do; None if unsure."""
    if a == b or b == 1:
        return a
    if a == 1:
        return b
    for one, other in ((a, b), (b, a)):
        if isinstance(one, int) or isinstance(one, Dim) and one.many:
            return one  # the other is 1 or the same
    return None


def broadcast(dims, more, fresh):
    """The broadcast of two tuples of sizes; `fresh(axis)` names an unknown one."""
    rank = max(len(dims), len(more))
    pad = lambda d: (1,) * (rank - len(d)) + tuple(d)
    out = []
    for axis, (a, b) in enumerate(zip(pad(dims), pad(more))):
        d = broadcast_dim(a, b)
        out.append(fresh(axis) if d is None else d)
    return tuple(out)


def enum_of(t):
    """The Enum class of which a value is a member; None for other values, and for members that are numbers or texts."""
    cls = type(t.value) if isinstance(t, Known) else t.cls if isinstance(t, Struct) else None
    return cls if isinstance(cls, EnumMeta) and not issubclass(cls, (int, float, str)) else None


def property_of_member(t, name):
    """The property that the class of an Enum's member has under a name; None if it has none, or is no Enum."""
    cls = enum_of(t)
    f = inspect.getattr_static(cls, name, None) if cls is not None else None
    return f if isinstance(f, property) else None


def join(a, b, name):
    """A type for a value that is of type `a` or of type `b`; `name` makes new sizes."""
    if isinstance(a, Anything) and a == b:
        return b if b.listed else a
    if a == b or isinstance(b, Bottom) or b is None:
        return a
    if isinstance(a, Bottom) or a is None:
        return b
    if METHOD in (a, b):
        return Anything(True)  # what it gives, and what it changes, may carry a derivative
    active = a.active or b.active
    if enum_of(a) is not None and enum_of(a) is enum_of(b):
        return Struct(cls=enum_of(a))  # one of its members
    if is_text(a) and is_text(b):
        return Text.of(a, b)
    if isinstance(a, Local) or isinstance(b, Local):
        return Anything(True)  # one of several functions, which may capture what carries a derivative
    if isinstance(a, Number) and isinstance(b, Number):
        kind = max(a.kind, b.kind, key=ORDER.index)
        dtype = a.dtype if a.dtype == b.dtype else None
        whole = a.whole or b.whole or {a.kind, b.kind} <= {'bool', 'int', 'float'} and a.kind != b.kind
        return Number(active, kind, a.size if a.size == b.size else None, dtype, whole=whole, given=given_as(a, b))
    if isinstance(a, Array) and isinstance(b, Array) and len(a.dims) == len(b.dims) and {a.kind, b.kind} <= set(ORDER):
        dims = tuple(
            x if x == y else Dim((name, k), 0, getattr(x, 'many', x != 1) and getattr(y, 'many', y != 1))
            for k, (x, y) in enumerate(zip(a.dims, b.dims))
        )
        dtype = a.dtype if a.dtype == b.dtype else max(a.dtype, b.dtype, key=lambda d: ORDER.index(kind_of(d)))
        dtype = UNSURE if {a.kind, b.kind} in ({'int', 'float'}, {'bool', 'float'}) else dtype
        return Array(active, dims, dtype, outside=a.outside or b.outside, given=given_as(a, b))
    if isinstance(a, ListOf) and isinstance(b, ListOf):
        item = join(a.item, b.item, (name, 'item')) if a.item and b.item else a.item or b.item
        return ListOf(bool(item and item.active), item, a.length if a.length == b.length else None, a.fixed or b.fixed)
    if is_alike(a, b):
        return replace(a, items=tuple(join(x, y, (name, k)) for k, (x, y) in enumerate(zip(a.items, b.items))))
    if computes_itself(a) or computes_itself(b):
        return replace(UNKNOWN, active=active)
    array = all(isinstance(t, Array) and t.dims or getattr(t, 'array', False) for t in (a, b))
    listed = any(isinstance(t, (ListOf, TupleOf)) or getattr(t, 'listed', False) for t in (a, b))
    loose = array and any(getattr(t, 'loose', False) for t in (a, b))
    return Anything(active, array, loose, raised=any(map(may_be_raised, (a, b))), listed=listed)


TRUTHS = {'bool', 'bool_', 'truth'}


def kinds_given(types):
    """What numbers of these types are to the caller, each; `kept` are integers, `truth` truths that stay what they are."""
    return {t.given or {'int': 'kept', 'bool': 'truth'}.get(t.kind, 'float') for t in types}


def given_as(*types):
    """What numbers of these types are to the caller together; '' if they are floats there too, or none is given.

    >>> given_as(Number(given='bool'), BOOL), given_as(Number(given='int'), INT), given_as(Number(given='int'), FLOAT)
    ('bool_', 'int', '')
    """
    kinds = kinds_given(types)
    if 'float' in kinds or not any(t.given for t in types):
        return ''
    if len(kinds) == 1:
        return kinds.pop()
    if not kinds.isdisjoint(TRUTHS | {'mixed'}):
        return 'bool_' if kinds <= TRUTHS else 'mixed'
    return 'other' if 'other' in kinds else 'int64' if 'int64' in kinds else 'int'


def may_be_raised(t):
    """Whether a value may be an exception, of whose attributes nothing is known."""
    return t == EXCEPTION or getattr(t, 'raised', False)


def is_alike(a, b):
    """Whether both are tuples of one class and length, or objects with the same fields."""
    if not isinstance(a, TupleOf) or not isinstance(b, TupleOf) or a.of is not b.of:
        return False
    return len(a.items) == len(b.items) and getattr(a, 'names', None) == getattr(b, 'names', None)


def computes_itself(t):
    """Whether a value of this type has, or holds something with, arithmetic of its own."""
    if isinstance(t, Struct):
        return t == UNKNOWN or has_own_arithmetic(t.cls) or any(computes_itself(a) for _, a in t.attrs)
    parts = t.items if isinstance(t, TupleOf) else [t.item] if isinstance(t, ListOf) else []
    return any(computes_itself(p) for p in parts)
