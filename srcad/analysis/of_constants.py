"""The types of what NumPy's functions without a row give for constants: their axes, as far as the arguments tell."""

import itertools

import numpy as np

from srcad.analysis.results import common
from srcad.analysis.types import FLOAT, INT, NONE, Array, ListOf, Number, TupleOf

TYPES = {}


def of(*functions):
    """Register `f(types, fresh)`, for calls with arguments by place alone; `fresh(axis)` is a size that is not known."""

    def register(f):
        TYPES.update({function: f for function in functions})
        return f

    return register


@of(np.unique)
def of_one(types, fresh):
    return elements(types, 1, fresh) if len(types) == 1 else None


@of(np.setdiff1d)
def of_the_first(types, fresh):
    return elements(types[:1], 1, fresh) if len(types) == 2 else None


@of(np.union1d, np.intersect1d, np.setxor1d)
def of_both(types, fresh):
    return elements(types, 1, fresh) if len(types) == 2 else None


def elements(types, rank, fresh):
    """An array of so many axes with elements of these types."""
    known = all(isinstance(t, Array) or isinstance(t, ListOf) and isinstance(t.item, Number) for t in types)
    return Array(dims=tuple(map(fresh, range(rank))), dtype=common(*types)) if known else None


@of(np.triu_indices, np.tril_indices, np.diag_indices)
def two_of_indices(types, fresh):
    return TupleOf(items=(Array(dims=(fresh(0),), dtype='int64'),) * 2) if len(types) == 1 else None


@of(np.indices)
def grid_of_indices(types, fresh):
    known = len(types) == 1 and isinstance(types[0], TupleOf)
    return Array(dims=tuple(map(fresh, range(1 + len(types[0].items)))), dtype='int64') if known else None


@of(np.meshgrid)
def grids(types, fresh):
    """As many arrays as arguments, of as many axes; a tuple from NumPy 2 on, a list before."""
    known = all(isinstance(t, Array) for t in types) and int(np.__version__.split('.')[0]) > 1
    dims = tuple(map(fresh, range(len(types))))
    return TupleOf(items=tuple(Array(dims=dims, dtype=t.dtype) for t in types)) if known else None


def grid_of(owner, rank, bounds, fresh):
    """What `np.mgrid[a:b, c:d]` and `np.ogrid[...]` are, for so many slices with bounds of these types; None of others.

    A complex step counts the places: then, or with any float, they are floats.
    """
    if not any(owner is grid for grid in (np.mgrid, np.ogrid)) or not all(isinstance(t, Number) and not t.active for t in bounds):
        return None
    dtype = common(INT, *(FLOAT if t.kind == 'complex' else t for t in bounds))
    dims = tuple(map(fresh, range(rank)))
    if rank == 1:
        return Array(dims=dims, dtype=dtype)
    if owner is np.mgrid:
        return Array(dims=(rank, *dims), dtype=dtype)
    return TupleOf(items=tuple(Array(dims=tuple(d if k == j else 1 for j, d in enumerate(dims)), dtype=dtype) for k in range(rank)))


@of(np.unravel_index)
def index_of_each_axis(types, fresh):
    known = len(types) == 2 and types[0] == INT and isinstance(types[1], TupleOf)
    return TupleOf(items=(INT,) * len(types[1].items)) if known else None


@of(np.tri)
def triangle(types, fresh):
    return Array(dims=(fresh(0), fresh(1)), dtype='float64') if len(types) < 4 else None


@of(np.vander)
def powers(types, fresh):
    of_one_axis = len(types) < 4 and isinstance(types[0], Array) and len(types[0].dims) == 1
    return elements([types[0], Array(dims=(), dtype='int64')], 2, fresh) if of_one_axis else None


@of(np.polyfit)
def coefficients(types, fresh):
    x, y, *_ = types
    known = len(types) == 3 and all(isinstance(t, Array) and t.kind in ('int', 'float') for t in (x, y))
    return Array(dims=(fresh(0), *y.dims[1:]), dtype='float64') if known else None


@of(np.histogram)
def counts_and_edges(types, fresh):
    x, bins = types
    known = isinstance(x, Array) and (x.kind == 'int' or x.dtype == 'float64') and isinstance(bins, Number)
    of_one = lambda k, dtype: Array(dims=(fresh(k),), dtype=dtype)
    return TupleOf(items=(of_one(0, 'int64'), of_one(1, 'float64'))) if known else None


@of(np.add.outer, np.subtract.outer, np.multiply.outer)
def of_each_pair(types, fresh):
    known = len(types) == 2 and all(isinstance(t, Array) and t.dims for t in types)
    return Array(dims=tuple(d for t in types for d in t.dims), dtype=common(*types)) if known else None


@of(np.append)
def of_both_in_one_axis(types, fresh):
    return elements(types, 1, fresh) if len(types) == 2 else None


@of(np.insert)
def with_more(types, fresh):
    return elements(types[:1], 1, fresh) if len(types) == 3 else None


@of(np.delete)
def with_less(types, fresh):
    return elements(types[:1], 1, fresh) if len(types) == 2 else None


@of(*(getattr(np.polynomial, f'{home}').__dict__[f] for home, f in (
    ('legendre', 'leggauss'), ('hermite', 'hermgauss'), ('hermite_e', 'hermegauss'), ('laguerre', 'laggauss'),
    ('chebyshev', 'chebgauss'),
)))  # fmt: skip
def points_and_weights(types, fresh):
    return TupleOf(items=(Array(dims=(fresh(0),), dtype='float64'),) * 2) if len(types) == 1 else None


@of(np.hanning, np.hamming, np.blackman, np.bartlett, np.kaiser)
def window(types, fresh):
    return Array(dims=(fresh(0),), dtype='float64')


@of(itertools.permutations, itertools.combinations, itertools.combinations_with_replacement)
def picked(types, fresh):
    items, *count = types
    if not isinstance(items, ListOf) or not isinstance(items.item, Number) or items.active:
        return None
    length = getattr(count[0], 'size', None) if count else items.length
    return ListOf(item=TupleOf(items=(items.item,) * length)) if isinstance(length, int) else None


@of(itertools.product)
def one_of_each(types, fresh):
    known = all(isinstance(t, ListOf) and isinstance(t.item, Number) and not t.active for t in types)
    return ListOf(item=TupleOf(items=tuple(t.item for t in types))) if known else None


ALONG = {np.append: (0, 1), np.insert: (0,), np.delete: (0,)}  # with an axis, of which arguments the elements are


def of_constants(f, types, keywords, fresh):
    """The type of a call; None where it is not known."""
    try:
        if f is np.linspace and keywords.keys() == {'retstep'} and getattr(keywords['retstep'], 'value', None) is True:
            count = getattr(types[2], 'size', None) if len(types) > 2 else 50
            return TupleOf(items=(Array(dims=(count if count is not None else fresh(0),)), FLOAT))
        if keywords.keys() == {'axis'} and isinstance(types[0], Array) and keywords['axis'] != NONE:
            return elements([types[k] for k in ALONG[f]], len(types[0].dims), fresh)
        if f is np.meshgrid and keywords.keys() == {'indexing'}:
            return grids(types, fresh)
        return TYPES[f](types, fresh) if not keywords else None
    except (KeyError, TypeError, ValueError, IndexError):  # of others, and of arguments that do not fit
        return None
