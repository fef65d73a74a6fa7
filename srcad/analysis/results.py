"""What the functions of the table return: axes and dtypes, as NumPy has them.

Each entry takes the call's arguments by parameter (types; absent ones are
None), the constants among them, and `fresh(axis)` for sizes it cannot tell.
"""

import bisect
import cmath
import math
from dataclasses import replace

import numpy as np

from srcad import runtime
from srcad.analysis.types import (BOOL, FLOAT, INT, NONE, UNSURE, Anything, Array, Known, ListOf, Number, TupleOf, Type,
                                  broadcast, dims_of, is_surely_array, kind_of)
from srcad.standins.arrays import (counts_of_unique, first_places, padded_places, places_among_unique,
                                   places_of_extremes)

RESULTS = {}
CUT_OFF = np.floor, np.ceil, np.trunc, np.fix
STAY_WHOLE = np.floor(np.zeros(1, int)).dtype.kind == 'i'  # from NumPy 2.1 on
REAL_VALUED = {abs, np.fft.irfft, np.abs, np.real, np.imag, np.angle, np.var, np.std, np.linalg.norm, cmath.phase}


def result(*functions):
    def register(f):
        for function in functions:
            if function is not None:
                RESULTS[function] = f
        return f

    return register


def truth(t):
    """What a test answers for a type: True, False, or None where that is not known."""
    return False if t == NONE else bool(t.value) if isinstance(t, Known) and isinstance(t.value, (bool, str)) else None


def known_value(t):
    """The int, bool, None or tuple of ints that a type stands for; `...` if it is not known."""
    if t is None or isinstance(t, Known) and t.value is None:
        return None
    if isinstance(t, Known) and isinstance(t.value, bool):
        return t.value
    if isinstance(t, Number) and isinstance(t.size, int) and not t.maybe:
        return t.size
    if isinstance(t, TupleOf) and all(isinstance(known_value(i), int) for i in t.items):
        return tuple(known_value(i) for i in t.items)
    return ...


def as_float(dtype):
    return dtype if kind_of(dtype) in ('float', 'complex') else 'float64'


def dtype_of(t):
    if isinstance(t, Array):
        return t.dtype
    if isinstance(t, Anything):
        return 'float64'
    if not isinstance(t, Number):  # a list of such
        held = {dtype_of(i) for i in getattr(t, 'items', None) or [getattr(t, 'item', None)] if isinstance(i, Type)}
        return held.pop() if len(held) == 1 else UNSURE
    if t.whole:
        return t.dtype or UNSURE
    return t.dtype or {'bool': 'bool', 'int': 'int64', 'complex': 'complex128'}.get(t.kind, 'float64')


def common(*types):
    """The dtype that values of these types have together."""
    return common_dtype([dtype_of(t) for t in types])


def common_dtype(dtypes):
    """The dtype of an array of values of these: sure, if that of one of them says so."""
    found = np.result_type(*map(np.dtype, dtypes)).name
    return UNSURE if UNSURE in dtypes and found == 'float64' and 'float64' not in dtypes else found


def make(dims, dtype):
    """An array of these axes, or a NumPy number if there are none."""
    return Array(dims=tuple(dims), dtype=dtype) if dims else Number(kind=kind_of(dtype), dtype=dtype)


def elementwise_result(types, fresh, floats=False):
    """The type of an elementwise operation on numbers and arrays."""
    types = [t for t in types if t is not None]
    types = [as_array(t, lambda axis, k=k: fresh((k, axis))) for k, t in enumerate(types)]
    if not types or any(dims_of(t) is None for t in types):
        return Anything()
    dims = ()
    for t in types:
        dims = broadcast(dims, dims_of(t), fresh)
    strong = [np.dtype(dtype_of(t)) for t in types if isinstance(t, Array) or t.dtype]
    if not strong and not dims:
        kind = max((t.kind for t in types), key=['bool', 'int', 'float', 'complex'].index)
        whole = not floats and kind == 'float' and all(t.whole for t in types if t.kind == 'float')
        return Number(kind='float' if floats and kind != 'complex' else kind if kind != 'bool' else 'int', whole=whole)
    weak = [
        {'bool': False, 'int': 0, 'float': 0.0, 'complex': 0j}[t.kind]
        for t in types
        if isinstance(t, Number) and not t.dtype
    ]
    dtype = np.result_type(*strong, *(type(w) if not strong else w for w in weak)).name if strong else 'float64'
    fractions = [t for t in types if kind_of(dtype_of(t)) == 'float' and dtype_of(t) != UNSURE]
    dtype = UNSURE if dtype == 'float64' and strong and not floats and not fractions else dtype
    return make(dims, as_float(dtype) if floats else dtype)


def axes_of(axis, rank):
    if axis is None:
        return set(range(rank))
    axes = axis if isinstance(axis, tuple) else (axis,)
    return {a % rank for a in axes} if rank else set()


def is_axis(t):
    """Whether a type is that of one axis, whichever."""
    return isinstance(t, Number) and t.kind == 'int' and not t.maybe


def of_rank(rank, dtype, fresh):
    """An array of so many axes, where the order of its sizes is not known."""
    return make(tuple(map(fresh, range(rank))), dtype)


def reduced(x, axis, keepdims, dtype, fresh):
    dims, one, axis, keep = dims_of(x), is_axis(axis), known_value(axis), known_value(keepdims)
    if dims is None or keep is ... or axis is ... and not (one and dims):
        return Anything()
    if axis is ...:
        return of_rank(len(dims) if keep else len(dims) - 1, dtype, fresh)
    gone = axes_of(axis, len(dims))
    kept = [1 if k in gone else d for k, d in enumerate(dims) if keep or k not in gone]
    return make(kept, dtype)


def with_its_axes(x, a):
    """What a reduction gives where the axes are not known: surely an array if it keeps them."""
    return Anything(array=is_surely_array(x) and known_value(a.get('keepdims')) is True)


@result(np.sum, np.prod)
def total(a, fresh):
    x = as_array(a['x'], fresh)
    if isinstance(x, Array) and x.dtype in ('bool', 'int8', 'int16', 'int32'):
        return extreme({**a, 'x': replace(x, dtype='int64')}, fresh)
    return extreme(a, fresh)


@result(np.max, np.min, np.amax, np.amin)
def extreme(a, fresh):
    x = as_array(a['x'], fresh)
    if dims_of(x) is None:
        return with_its_axes(x, a)
    return reduced(x, a.get('axis'), a.get('keepdims'), dtype_of(x), fresh)


@result(np.logaddexp.reduce)
def logarithm_of_sum(a, fresh):
    return average({'axis': Number(kind='int', size=0), **a}, fresh)


@result(np.mean, np.var, np.std)
def average(a, fresh):
    x = as_array(a['x'], fresh)
    if dims_of(x) is None:
        return with_its_axes(x, a)
    return reduced(x, a.get('axis'), a.get('keepdims'), as_float(dtype_of(x)), fresh)


@result(np.any, np.all)
def test(a, fresh):
    return reduced(a['x'], a.get('axis'), a.get('keepdims'), 'bool', fresh)


@result(np.argmax, np.argmin, np.count_nonzero)
def place(a, fresh):
    return reduced(a['x'], a.get('axis'), a.get('keepdims'), 'int64', fresh)


@result(np.flatnonzero, first_places, counts_of_unique, padded_places)
def places(a, fresh):
    return Array(dims=(fresh(0),), dtype='int64')


@result(places_among_unique)
def places_of_elements(a, fresh):
    x = a['x']
    return replace(x, dtype='int64') if isinstance(x, Array) and len(x.dims) == 1 else Anything()


@result(places_of_extremes, np.digitize)
def as_it_is(a, fresh):
    return make(dims_of(a['x']), 'int64') if dims_of(a['x']) is not None else Anything()


@result(np.searchsorted)
def places_in_order(a, fresh):
    return as_it_is({'x': a['y']}, fresh) if a.get('y') is not None else Anything()


@result(np.nonzero, np.diag_indices_from, np.triu_indices_from, np.tril_indices_from)
def places_of_axes(a, fresh):
    count = len(dims_of(next(iter(a.values()))) or ())
    return TupleOf(items=(Array(dims=(fresh(0),), dtype='int64'),) * count) if count else Anything()


@result(np.bincount)
def counts(a, fresh):
    return Array(dims=(fresh(0),), dtype='int64' if known_value(a.get('weights')) is None else 'float64')


@result(np.argsort, np.argpartition)
def order(a, fresh):
    if a.get('axis') is not None and not is_axis(a['axis']):
        return Array(dims=(fresh(0),), dtype='int64') if known_value(a['axis']) is None else Anything()
    return replace(a['x'], dtype='int64') if isinstance(a['x'], Array) else Anything()


@result(np.vdot)
def vdot(a, fresh):
    return make((), as_float(common(a['x'], a['y']))) if None not in map(dims_of, (a['x'], a['y'])) else Anything()


@result(np.cumsum, np.cumprod)
def cumulative(a, fresh):
    x, axis = a['x'], known_value(a.get('axis'))
    return (
        x
        if isinstance(x, Array) and (len(x.dims) == 1 or axis not in (None, ...) or is_axis(a.get('axis')))
        else Array(dims=(fresh(0),), dtype=x.dtype) if isinstance(x, Array) and axis is None else Anything()
    )


def as_array(t, fresh):
    """What np.asarray makes of a value of type `t`."""
    if isinstance(t, (Number, Array)):
        return t
    if isinstance(t, Known) and isinstance(t.value, bool):
        return BOOL
    if isinstance(t, TupleOf):
        items = [as_array(i, lambda k, n=n: fresh((n, k))) for n, i in enumerate(t.items)]
        if items and all(dims_of(i) is not None and len(dims_of(i)) == len(dims_of(items[0])) for i in items):
            dims = tuple(
                next((d for d in column if isinstance(d, int) or d.many), column[0])
                for column in zip(*(dims_of(i) for i in items))
            )
            return Array(dims=(len(items), *dims), dtype=common(*items))
    if isinstance(t, ListOf) and t.item is not None:
        item = as_array(t.item, lambda k: fresh(('item', k)))
        if dims_of(item) is not None:
            return Array(dims=(t.length if t.length is not None else fresh(0), *dims_of(item)), dtype=dtype_of(item))
    return Anything()


@result(np.fft.rfftfreq)
def half_as_many(a, fresh):
    return Array(dims=(fresh(0),))


@result(np.matmul, 'MatMult')
def matmul(a, fresh):
    x, y = dims_of(a['x']), dims_of(a['y'])
    if x is None or y is None:
        return of_unknown_axes(x, y)
    stacked = broadcast(x[:-2], y[:-2], fresh)
    return multiplied(a, [*stacked, *x[-2:-1], *(y[-1:] if len(y) > 1 else ())], fresh)


@result(np.dot)
def dot(a, fresh):
    x, y = dims_of(a['x']), dims_of(a['y'])
    if x is None or y is None:
        return of_unknown_axes(x, y)
    return multiplied(a, [*x[:-1], *y[:-2], *(y[-1:] if len(y) > 1 else ())], fresh)


def multiplied(a, dims, fresh):
    if () in (dims_of(a['x']), dims_of(a['y'])):
        return elementwise_result([a['x'], a['y']], fresh)
    return make(dims, np.result_type(np.dtype(dtype_of(a['x'])), np.dtype(dtype_of(a['y']))).name)


def of_unknown_axes(x, y):
    """A product where the axes of one operand are not known: it has axes, if the other has more than one."""
    return Anything(array=len(x or ()) > 1 or len(y or ()) > 1)


@result(np.outer)
def outer(a, fresh):
    x, y = dims_of(a['x']), dims_of(a['y'])
    if x is None or y is None:
        return Anything()
    return Array(
        dims=(x[0] if len(x) == 1 else fresh(0), y[0] if len(y) == 1 else fresh(1)),
        dtype=common(a['x'], a['y']),
    )


@result(np.inner)
def inner(a, fresh):
    x, y = dims_of(a['x']), dims_of(a['y'])
    if x is None or y is None or not x or not y:
        return Anything()
    return make([*x[:-1], *y[:-1]], common(a['x'], a['y']))


@result(math.fsum, math.prod, runtime.length)
def number_of_items(a, fresh):
    return FLOAT


@result(np.where)
def where(a, fresh):
    if a.get('x') is None:
        return Anything()
    out = elementwise_result([a['x'], a['y']], fresh)
    mask = dims_of(as_array(a['c'], lambda axis: fresh(('mask', axis))))
    if isinstance(out, Anything) or mask is None:
        return Anything()
    dims = broadcast(dims_of(out), mask, fresh)
    return Array(dims=dims, dtype=dtype_of(out))


@result(np.iscomplexobj)
def is_of_complex(a, fresh):
    t = next(iter(a.values()))
    return Known(value=t.kind == 'complex') if isinstance(t, (Number, Array)) and not t.maybe else BOOL


@result(np.shape)
def shape(a, fresh):
    dims = dims_of(a['x'])
    return TupleOf(items=tuple(Number(kind='int', size=d) for d in dims)) if dims is not None else Anything()


@result(np.size)
def size(a, fresh):
    return INT


@result(np.ndim)
def ndim(a, fresh):
    dims = dims_of(a['x'])
    return Number(kind='int', size=len(dims)) if dims is not None else INT


@result(complex)
def complex_number(a, fresh):
    return Number(kind='complex')


@result(runtime.index_of)
def index_of(a, fresh):
    return INT


@result(int, round, math.floor, math.ceil, math.trunc, bisect.bisect_left, bisect.bisect_right)
def integer(a, fresh):
    digits = a.get('ndigits')
    return FLOAT if digits is not None else INT


@result(np.rint, *(() if STAY_WHOLE else CUT_OFF))
def rounded(a, fresh):
    return elementwise_result([a['x']], fresh, floats=True)


@result(np.sign, np.round, np.around, *(CUT_OFF if STAY_WHOLE else ()))
def of_its_kind(a, fresh):
    return elementwise_result([a['x']], fresh)


@result(
    np.floor_divide,
    np.isnan,
    np.isposinf,
    np.isneginf,
    np.isinf,
    np.isfinite,
    np.equal,
    np.not_equal,
    np.greater,
    np.less,
    np.greater_equal,
    np.less_equal,
    np.logical_and,
    np.logical_or,
    np.logical_not,
    np.isclose,
)
def mask(a, fresh):
    t = elementwise_result(list(a.values())[:2], fresh)
    return replace(t, dtype='bool') if isinstance(t, Array) else Number(kind='bool') if isinstance(t, Number) else t


EXTRA = {  # parameters of functions that have no formula
    np.zeros: 'shape dtype',
    np.ones: 'shape dtype',
    np.empty: 'shape dtype',
    np.zeros_like: 'x dtype shape',
    np.ones_like: 'x dtype shape',
    np.empty_like: 'x dtype shape',
    np.arange: 'x y step dtype',
    np.eye: 'x y k dtype',
    np.tri: 'x y k dtype',
    np.hanning: 'n',
    np.hamming: 'n',
    np.blackman: 'n',
    np.bartlett: 'n',
    np.fft.fftfreq: 'n d',
    np.fft.rfftfreq: 'n d',
    np.identity: 'x dtype',
    np.argmax: 'x axis keepdims',
    np.argmin: 'x axis keepdims',
    np.argsort: 'x axis',
    np.argpartition: 'x kth axis',
    padded_places: 'n width mode',
    places_of_extremes: 'x accumulate axis',
    np.any: 'x axis keepdims',
    np.all: 'x axis keepdims',
    np.shape: 'x',
    np.size: 'x axis',
    np.ndim: 'x',
    round: 'x ndigits',
    np.count_nonzero: 'x axis keepdims',
    np.round: 'x decimals',
    np.around: 'x decimals',
}
