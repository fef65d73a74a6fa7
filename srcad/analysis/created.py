"""What functions return that make arrays: of what they are given, of a shape, or like another."""

from dataclasses import replace

import numpy as np

from srcad.analysis.results import as_array, as_float, common, dtype_of, make, result
from srcad.analysis.types import INT, Anything, Array, Known, Number, TupleOf, dims_of


@result(np.array, np.asarray, np.copy)
def array(a, fresh):
    t = as_array(a.get('items') or a.get('x'), fresh)
    if isinstance(t, Number):
        return Array(dims=(), dtype=dtype_of(t)) if not isinstance(t, Anything) else t
    return replace(t, dtype=named_dtype(a['dtype'])) if isinstance(t, Array) and a.get('dtype') is not None else t


def named_dtype(t):
    return np.dtype(t.value).name if isinstance(t, Known) and t.value is not None else 'float64'


@result(np.zeros, np.ones, np.empty)
def filled(a, fresh):
    return shaped(a['shape'], fresh, named_dtype(a.get('dtype')))


@result(np.full)
def full(a, fresh):
    x = a['x']
    return (
        shaped(a['shape'], fresh, named_dtype(a['dtype']) if a.get('dtype') is not None else dtype_of(x))
        if dims_of(x) is not None
        else Anything()
    )


def size_of(t, fresh, axis):
    return t.size if isinstance(t, Number) and t.size is not None else fresh(axis)


def shaped(shape, fresh, dtype):
    if isinstance(shape, Number):
        return Array(dims=(size_of(shape, fresh, 0),), dtype=dtype)
    if isinstance(shape, TupleOf) and all(isinstance(i, Number) for i in shape.items):
        return (
            make([size_of(i, fresh, k) for k, i in enumerate(shape.items)], dtype)
            if shape.items
            else Array(dims=(), dtype=dtype)
        )
    known = dtype == 'float64'
    return Anything(array=known, loose=known and isinstance(shape, Anything))  # it may have no axes


@result(np.zeros_like, np.ones_like, np.empty_like)
def like(a, fresh):
    t = a['x']
    if a.get('shape') is not None:
        return shaped(a['shape'], fresh, dtype_of(t) if a.get('dtype') is None else named_dtype(a['dtype']))
    if isinstance(t, Number):
        t = Array(dims=(), dtype=dtype_of(t))
    return replace(t, dtype=named_dtype(a['dtype'])) if isinstance(t, Array) and a.get('dtype') is not None else t


@result(np.full_like)
def full_like(a, fresh):
    t = as_array(a['shape'], fresh)
    t = Array(dims=(), dtype=dtype_of(t)) if isinstance(t, Number) else t
    return replace(t, dtype=named_dtype(a['dtype'])) if isinstance(t, Array) and a.get('dtype') is not None else t


@result(np.arange)
def arange(a, fresh):
    numbers = [a[k] for k in ('x', 'y', 'step') if a.get(k) is not None]
    if not all(isinstance(n, Number) for n in numbers):
        return Anything()
    dtype = common(INT, *numbers)
    size = size_of(numbers[0], fresh, 0) if len(numbers) == 1 and dtype == 'int64' else fresh(0)
    return Array(dims=(size,), dtype=dtype)


@result(np.linspace)
def linspace(a, fresh):
    return (
        Array(
            dims=(50 if a.get('num') is None else size_of(a['num'], fresh, 0),), dtype=as_float(common(a['x'], a['y']))
        )
        if isinstance(a['x'], Number) and isinstance(a['y'], Number)
        else Anything()
    )


@result(np.eye, np.identity)
def eye(a, fresh):
    n = size_of(a['x'], fresh, 0)
    return Array(dims=(n, n if a.get('y') is None else size_of(a['y'], fresh, 1)))


WINDOWS = np.hanning, np.hamming, np.blackman, np.bartlett
# Inactive rows of what does depend on its arguments, if they are active
STEPLESS = {np.arange, *WINDOWS, np.fft.fftfreq, np.fft.rfftfreq}


@result(*WINDOWS, np.fft.fftfreq)
def window(a, fresh):
    return Array(dims=(size_of(a['n'], fresh, 0),))


@result(np.broadcast_to)
def broadcast_to(a, fresh):
    return shaped(a['shape'], fresh, dtype_of(a['x']))
