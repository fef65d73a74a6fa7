"""What is differentiated in the place of a library's function: as a plain function, it does what that does.

Signatures are compared, then the values, types, dtypes, shapes and errors of calls with every combination of a few
arguments. What a stand-in refuses (Unfollowed) is not compared.
"""

import cmath
import inspect
import itertools
import math
import statistics
import warnings

import numpy as np
import pytest

from srcad.errors import Unfollowed
from srcad.standins import SPLIT, STANDINS, WITH_MORE, reductions

PAIRS = [(f, ours) for table in (STANDINS, WITH_MORE, SPLIT) for f, ours in table.items()]
ANY_NUMBER = {np.meshgrid, np.gradient, np.broadcast_arrays, np.atleast_1d, np.pad, np.ndarray.item}  # of arguments, in the library
UNSAID = (None, 0, 1, -1, True)  # what may stand for a default that NumPy does not show


def name_of(pair):
    f, ours = pair
    return f'{getattr(f, "__module__", None) or "ufunc"}.{f.__name__} by {ours.__name__}'


@pytest.mark.parametrize('pair', [p for p in PAIRS if p[0] not in ANY_NUMBER], ids=name_of)
def test_arguments_mean_what_they_mean_in_the_library(pair):
    f, ours = pair
    try:
        theirs = list(inspect.signature(f).parameters.values())
    except ValueError:
        pytest.skip('Python does not know the signature')
    by_place = [p for p in theirs if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    by_name = {p.name: p for p in theirs}
    some_names = any(p.kind is p.VAR_KEYWORD for p in theirs)
    for place, mine in enumerate(inspect.signature(ours).parameters.values()):
        if mine.kind is mine.KEYWORD_ONLY:
            assert mine.name in by_name or some_names, f'{mine.name} is no argument of it'
            same = by_name.get(mine.name)
        else:
            assert place < len(by_place), f'it has no argument at the place of {mine.name}'
            same = by_place[place]
            assert same.name == mine.name or same.kind is mine.POSITIONAL_ONLY, f'{same.name} stands in the place of {mine.name}'
        if same is not None and same.default != mine.default:
            shown = isinstance(same.default, int | float | str | None) if same.default is not same.empty else True
            assert not shown and mine.default in UNSAID, f'the default of {mine.name} is {same.default!r}'


rng = np.random.default_rng(3)
NUMBER, POINT = 1.5, np.array(0.5)
LINE, OTHER = rng.normal(size=4), rng.normal(size=4)
SINGLE = LINE.astype(np.float32)
GRID, CUBE = rng.normal(size=(3, 4)), rng.normal(size=(2, 3, 4))
SQUARE = rng.normal(size=(3, 3))
EMPTY = np.zeros(0)
HOLED = np.array([[1.0, np.nan, 3.0, 2.0], [np.nan, 2.0, -1.0, 0.5]])
TIES = np.array([2.0, 0.0, 2.0, 1.0, 0.0])
STEPS = np.array([0.0, 1.0, 3.0, 3.5])
ZEROS = np.array([0.0, 0.0, 1.0, 0.0, 2.0, 0.0])
ARRAYS = (LINE, SINGLE, GRID, CUBE, [1.0, 2.5, -0.5, 4.0], [[1.0, 2.0, 0.5], [-1.0, 0.0, 3.0]])
ALL = (NUMBER, POINT, EMPTY, *ARRAYS)
AXES, AXIS = (0, 1, -1, -2), (None, 0, 1, -1, 3)
KEEP = {'keepdims': (False, True)}


def calls(*pools, **named):
    """Every combination of arguments out of the pools; a named one may be left out."""
    left_out, found = object(), []
    for args in itertools.product(*pools):
        for values in itertools.product(*[(left_out, *pool) for pool in named.values()]):
            found.append((args, {k: v for k, v in zip(named, values) if v is not left_out}))
    return found


def all_calls(*groups):
    return [call for group in groups for call in group]


MASKS = (np.array([True, False, True, True]), GRID > 0)
REDUCED = {'axis': AXIS, **KEEP, 'initial': (0.5, 3), 'where': (MASKS[0], MASKS[1], True)}
SYMMETRIC = SQUARE + SQUARE.T

CALLS = {
    divmod: calls((NUMBER, 7.5, -7.5), (2.0, -2.0)),
    np.divmod: calls(ALL, (2.0, -0.3, LINE)),
    np.meshgrid: all_calls(calls((LINE, NUMBER, GRID), (OTHER, TIES, POINT), indexing=('ij', 'xy')),
                           calls((LINE, NUMBER), (TIES,), (OTHER, GRID), indexing=('ij', 'xy'))),
    np.diagflat: calls(ALL, k=(0, 1, -2)),
    np.append: calls(ALL, (NUMBER, LINE, GRID, CUBE, POINT, [1.0, 2.0]), axis=AXIS),
    np.insert: all_calls(
        calls((LINE, SINGLE, GRID, EMPTY), (0, 1, -1, 4, 9, [0, 2], [1, 1, -1], [2], slice(0, 2), slice(None, None, 2)),
              (NUMBER, 7, LINE, LINE[:2], LINE[:3], LINE[:1]), axis=AXIS),
        calls((CUBE,), (1, [0, 2]), (NUMBER, LINE, LINE[:3], GRID, GRID[:2], CUBE[:, :2]), axis=AXIS)),
    np.delete: calls((LINE, SINGLE, GRID, CUBE), (0, -1, 9, [0, 1], slice(1, 3), MASKS[0]), axis=AXIS),
    np.vander: calls((LINE, SINGLE, EMPTY), N=(2, 6, None), increasing=(False, True)),
    np.logspace: calls((NUMBER, 0.0, LINE), (2.0, POINT, OTHER), num=(3, 1), endpoint=(True, False), base=(2.0,)),
    np.geomspace: calls((NUMBER, 0.5, LINE**2), (2.0, POINT, OTHER**2), num=(3, 1), endpoint=(True, False)),
    np.block: calls(([LINE, OTHER], [[SQUARE, SQUARE], [SQUARE, SQUARE]], [NUMBER, LINE], [[LINE], [OTHER]], [GRID, GRID],
                     [LINE, GRID], [[NUMBER, 2.0], [3.0, POINT]], [[GRID, SQUARE], [GRID, SQUARE]], [CUBE, CUBE],
                     [[CUBE, CUBE], [CUBE, CUBE]], [[CUBE], [GRID]], [GRID, CUBE], [[LINE, LINE], [GRID, GRID]])),
    np.select: all_calls(calls(([LINE > 0, LINE < -0.5], [OTHER > 0, True]), ([LINE, OTHER], [LINE, 2.0]), default=(0, NUMBER, OTHER)),
                         calls(([GRID > 0],), ([LINE], [GRID], [SINGLE]), default=(LINE,))),
    np.apply_along_axis: calls((np.sum, np.cumsum, np.diff, lambda row: row[0] * 2.0, np.argmax), (0, 1, -1, 2), (LINE, GRID, CUBE, SINGLE)),
    np.broadcast_arrays: calls(ALL, ALL),
    np.histogram: all_calls(
        calls((LINE, GRID, TIES, EMPTY), bins=(3, 10, [0.0, 1.0, 2.0], STEPS), range=((0, 2.0),), density=(False, True)),
        calls((LINE, TIES[:4]), (4, [0.0, 1.0, 2.0]), weights=(OTHER, [1.0, 2.0, 0.5, 3.0]), density=(False, True)),
        calls((np.ones(3), NUMBER), bins=(4,))),
    np.atleast_1d: all_calls(calls(ALL, ALL), calls((NUMBER, GRID), (POINT, LINE), ALL)),
    np.choose: calls(([0, 1, 1, 0], np.array([[0], [1]]), 1, [0, 2, 0, 1], [0, -1, 0, 0]),
                     ([LINE, OTHER], [GRID, LINE], [NUMBER, LINE], [LINE, OTHER, 2.0], [SINGLE, SINGLE])),
    np.compress: calls((MASKS[0], [True, False], [1, 0, 1], [0, 0, 0, 0, 1]), (LINE, SINGLE, GRID, CUBE), axis=AXIS),
    np.extract: calls((*MASKS, [True, False], CUBE > 0), (LINE, GRID, CUBE, SINGLE)),
    np.dstack: calls(([LINE, OTHER], [GRID, GRID], [NUMBER, 2.0], [CUBE, CUBE], (LINE, LINE), [SINGLE, LINE], [GRID, LINE])),
    np.unstack: calls((*ARRAYS, POINT), axis=AXES),
    np.unique: calls((TIES, GRID, EMPTY, SINGLE, NUMBER, HOLED), return_index=(False, True), return_inverse=(False, True),
                     return_counts=(False, True)),
    np.unwrap: calls((LINE * 4, GRID * 4, SINGLE * 4, EMPTY)),
    np.piecewise: calls((LINE, GRID, SINGLE), (lambda x: [x < 0, x > 1], lambda x: [x < 0, x >= 0], lambda x: x < 0, lambda x: [x < 0]),
                        ([np.sin, np.cos], [np.sin, np.cos, np.exp], [np.sin])),
    np.ndenumerate: calls((POINT, EMPTY, *ARRAYS)),
    np.modf: calls((*ALL, -NUMBER)),
    np.partition: calls((TIES, GRID, CUBE, SINGLE), (0, 2, -1, [0, 1], 9), axis=AXES),
    np.resize: calls(ALL, (3, (2, 3), (5,), (0,), (2, 2, 2), ())),
    np.trim_zeros: calls((ZEROS, LINE, np.zeros(3), EMPTY, SINGLE)),
    reductions.gradient: all_calls(calls((*ARRAYS, LINE[:1], GRID[:, :1])), calls((*ARRAYS, TIES, LINE[:1]), (0.5, STEPS, LINE[:1])),
                                   calls((GRID,), (0.5, STEPS[:3]), (0.5, STEPS)), calls((CUBE,), (0.5,), (2.0,), (0.1,))),
    reductions.gradient_along: all_calls(calls(ARRAYS, edge_order=(1, 2, 3), axis=(0, 1, -1, 4)),
                                         calls((*ARRAYS, LINE[:2]), (0.5, STEPS), edge_order=(2,), axis=(0, 1))),
    np.cov: calls((LINE, GRID, SINGLE, SQUARE, GRID[:1], NUMBER), y=(OTHER, GRID, None), rowvar=(True, False), bias=(True, False), ddof=(0, 1, None)),
    np.corrcoef: calls((LINE, GRID, SINGLE, SQUARE, GRID[:1]), y=(OTHER, GRID, None), rowvar=(True, False)),
    reductions.cumulative_sum: calls((*ALL,), axis=AXIS),
    reductions.vecdot: calls((LINE, GRID, SQUARE, SINGLE), (LINE, GRID, SQUARE, NUMBER), axis=AXES),
    reductions.matvec: calls((LINE, GRID, GRID.tolist(), SQUARE, CUBE), (LINE, GRID, LINE[:3], NUMBER)),
    reductions.vecmat: calls((LINE, GRID, LINE[:3], NUMBER), (LINE, GRID, SQUARE, CUBE)),
    np.nanprod: calls((HOLED, GRID, LINE, SINGLE), axis=AXIS, **KEEP),
    np.nancumsum: calls((HOLED, GRID, LINE, SINGLE), axis=AXIS),
    np.nancumprod: calls((HOLED, GRID, LINE, SINGLE), axis=AXIS),
    np.nanvar: calls((HOLED, GRID, LINE, SINGLE, HOLED * np.nan), axis=AXIS, ddof=(0, 1, 9), **KEEP),
    np.nanstd: calls((HOLED, GRID, LINE, SINGLE), axis=AXIS, ddof=(0, 1), **KEEP),
    np.nanmedian: calls((HOLED, GRID, LINE, SINGLE), axis=AXIS),
    np.nanquantile: calls((HOLED, GRID, LINE, SINGLE), (0.3, [0.2, 0.7], 0, 1.5), axis=AXIS),
    np.nanpercentile: calls((HOLED, GRID, LINE, SINGLE), (30, [20.0, 70.0]), axis=AXIS),
    np.polyfit: calls((LINE, LINE.tolist()), (OTHER, rng.normal(size=(4, 2))), (1, 2, 0), w=(OTHER**2,)),
    np.polyadd: calls((LINE, [1.0, 2.0, 3.0], NUMBER, ZEROS, SINGLE), (OTHER[:2], NUMBER, TIES, SINGLE[1:])),
    np.polymul: calls((LINE, [1.0, 2.0, 3.0], NUMBER, ZEROS, SINGLE), (OTHER[:2], NUMBER, TIES, SINGLE[1:])),
    np.polyder: calls((LINE, [1.0, 2.0, 3.0], SINGLE, LINE[:1], EMPTY), m=(0, 1, 2, 5, -1)),
    np.polyint: calls((LINE, [1.0, 2.0, 3.0], SINGLE, LINE[:1], EMPTY), m=(0, 1, 2, -1)),
    np.linalg.slogdet: calls((SQUARE, SQUARE.tolist(), -SQUARE, CUBE[:, :, :3])),
    np.linalg.eigh: calls((SYMMETRIC, SYMMETRIC.astype(np.float32)), UPLO=('L', 'U')),
    np.linalg.svd: calls((SQUARE, GRID, GRID.T, CUBE, SQUARE.tolist()), full_matrices=(True, False), compute_uv=(True, False)),
    np.linalg.qr: calls((SQUARE, GRID, GRID.T, SQUARE.tolist()), mode=('reduced', 'r')),
    np.linalg.lstsq: calls((GRID.T, SQUARE, SQUARE.tolist()), (LINE, [1.0, 2.0, 0.5], LINE[:3], GRID.T, SQUARE), rcond=(None,)),
    np.linalg.trace: calls((SQUARE, SQUARE.tolist(), GRID, CUBE), offset=(0, 1, -1)),
    np.linalg.diagonal: calls((SQUARE, GRID, CUBE, LINE), offset=(0, 1, -1)),
    np.linalg.matrix_norm: calls((SQUARE, GRID, CUBE, LINE), ord=('fro', 'nuc', 2, 1), **KEEP),
    np.linalg.vector_norm: calls((LINE, GRID, CUBE, SINGLE), axis=AXIS, ord=(2, 1, 3, np.inf), **KEEP),
    np.linalg.multi_dot: calls(([SQUARE.tolist(), SQUARE], [SQUARE, SQUARE], [SQUARE, GRID, LINE], [LINE[:3], SQUARE, GRID], [LINE, LINE, LINE])),
    np.linalg.cond: calls((SQUARE, SQUARE.tolist(), GRID, CUBE)),
    np.fft.rfft2: calls((GRID, CUBE, LINE)),
    np.fft.irfft2: calls((GRID + 1j, CUBE * 1j, LINE * 1j)),
    np.split: calls((*ARRAYS, ZEROS), (2, 3, [1], [1, 3], [2, 1], [1, 9], [-1]), axis=AXES),
    np.array_split: calls((*ARRAYS, ZEROS), (2, 3, 9, 0, [1], [1, 3], [2, 1], [-1, 2]), axis=AXES),
    np.hsplit: calls((*ARRAYS, ZEROS, POINT), (2, 3, [1])),
    np.vsplit: calls((*ARRAYS, ZEROS), (2, 3, [1])),
    np.dsplit: calls((*ARRAYS, ZEROS), (2, 3, [1])),
    np.diff: calls(ARRAYS, n=(0, 1, 2), axis=AXES, prepend=(0.0, LINE[:1], GRID[:, :1]), append=(1, LINE[:2])),
    np.pad: all_calls(calls(ARRAYS, (1, (0, 2), 0, ((1, 0),), [2, 1]), ('constant', 'edge', 'reflect', 'symmetric', 'wrap')),
                      calls(ARRAYS, (1, (0, 2)), constant_values=(NUMBER, 3)), calls((GRID,), (((1, 0), (2, 1)),), ('constant', 'wrap'))),
    np.sum: calls((LINE, GRID, SINGLE), **REDUCED),
    np.prod: calls((LINE, GRID, SINGLE), **REDUCED),
    np.max: calls((LINE, GRID, SINGLE, HOLED, EMPTY), **REDUCED),
    np.min: calls((LINE, GRID, SINGLE, HOLED, EMPTY), **REDUCED),
    np.mean: calls((LINE, GRID, SINGLE), axis=AXIS, where=(*MASKS, True), **KEEP),
    np.interp: calls((NUMBER, -9.0, 9, LINE * 3, GRID), (np.sort(LINE),), (OTHER, SINGLE), left=(0.5, None), right=(7, None)),
    np.array: calls((*ALL, GRID.tolist()), ndmin=(0, 1, 2, 4)),
    np.nan_to_num: calls((HOLED, HOLED / 0.0, LINE, NUMBER, np.nan, np.inf, EMPTY), nan=(0.5, 3), posinf=(7.0, None), neginf=(-7, None)),
    np.take: calls(ARRAYS, (1, -1, 7, [0, 9], np.array([[0, -5], [3, 1]])), axis=AXIS, mode=('raise', 'wrap', 'clip')),
    np.ravel: calls((*ARRAYS, ZEROS), ('C', 'F')),
    np.ndarray.flatten: calls((LINE, GRID, CUBE, ZEROS), ('C', 'F')),
    np.reshape: all_calls(calls((GRID, CUBE), (-1, (-1, 2), (2, -1), (3, -1), GRID.shape[::-1]), ('C', 'F')),
                          calls((GRID, CUBE), (-1, (2, -1)), order=('C', 'F'))),
    np.ndarray.item: all_calls(calls((LINE, GRID, CUBE), (0, 1, -1, 99, (0, 1), (1, 1, 1))), calls((GRID, CUBE), (0, 1), (1, 9))),
    statistics.mean: calls(([1.0, 2.5], [], (3.0,))),
    statistics.median: calls(([1.0, 2.5], [], (3.0,), [3.0, 1.0, 2.0], [4.0, 1.0, 2.0, 2.5])),
    statistics.harmonic_mean: calls(([1.0, 2.5], [], (3.0,), [0.0, 1.0])),
    statistics.geometric_mean: calls(([1.0, 2.5], [], (3.0,), [0.0, 1.0])),
    statistics.variance: calls(([1.0, 2.5], [], (3.0,), [1.0, 4.0, 2.0])),
    cmath.polar: calls((NUMBER, 1j, -2.0 - 1j)),
    math.ldexp: calls((2.3, 3), (-2.3, -1), (0.0, 5)),
    math.modf: calls((2.3,), (-2.3,), (0.0,), (3.0,), (math.inf,)),
    math.dist: calls(((1.0, 2.0), [1.0, 2.0], (1.0,)), ((3.0, 1.0), [1.0, 2.0])),
}  # fmt: skip
for ufunc in (np.add, np.multiply, np.maximum, np.minimum):
    CALLS[STANDINS[ufunc.reduce]] = calls((*ALL, GRID[:0], HOLED), axis=AXIS)
    CALLS[STANDINS[ufunc.accumulate]] = calls((*ALL, GRID[:0], HOLED), axis=AXIS[1:])
for ufunc in (np.add, np.subtract, np.multiply, np.divide):
    CALLS[STANDINS[ufunc.outer]] = calls(ALL, ALL)
SAME = {
    np.polysub: np.polyadd, statistics.pvariance: statistics.variance, statistics.stdev: statistics.variance,
    statistics.pstdev: statistics.variance, reductions.cumulative_prod: reductions.cumulative_sum, statistics.fmean: statistics.mean,
}  # fmt: skip


def calls_of(f, ours):
    key = ours if ours in CALLS or ours in SAME else f
    return CALLS[SAME.get(key, key)]


def outcome(f, args, keys):
    """What comes back, or the class of the error."""
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        try:
            return f(*args, **keys)
        except Exception as error:
            return error


def whole_numbers(*values):
    return all(isinstance(value, int | np.integer) for value in values)


def difference(mine, theirs):
    """What is not the same of two values, or None."""
    if isinstance(theirs, Exception) or isinstance(mine, Exception):
        return None if isinstance(mine, Exception) and isinstance(theirs, Exception) else f'{mine!r} for {theirs!r}'
    if isinstance(theirs, np.ndenumerate):
        return difference(list(mine), list(theirs))
    if type(mine) is not type(theirs) and not whole_numbers(mine, theirs):
        return f'{mine!r} for {theirs!r}'
    if isinstance(theirs, tuple | list):
        parts = [f'{len(mine)} parts for {len(theirs)}'] if len(mine) != len(theirs) else map(difference, mine, theirs)
        return next((part for part in parts if part), None)
    if whole_numbers(mine, theirs):
        return None if mine == theirs else f'{mine!r} for {theirs!r}'
    if np.shape(mine) != np.shape(theirs) or np.asarray(mine).dtype != np.asarray(theirs).dtype:
        return f'{np.asarray(mine)!r} for {np.asarray(theirs)!r}'
    close = np.allclose(mine, theirs, rtol=1e-5 if np.asarray(mine).dtype == np.float32 else 1e-10, atol=1e-12, equal_nan=True)
    return None if close else f'{mine!r} for {theirs!r}'


@pytest.mark.parametrize('pair', PAIRS, ids=name_of)
def test_calls_give_what_the_library_gives(pair):
    f, ours = pair
    wrong, compared = [], 0
    for args, keys in calls_of(f, ours):
        args = [a(args[0]) if f is np.piecewise and k == 1 else a for k, a in enumerate(args)]
        theirs = outcome(f, args, keys)
        try:
            apart = difference(outcome(ours, args, keys), theirs)
        except Unfollowed:
            continue
        compared += 1
        if apart:
            wrong.append(f'{args} {keys}: {apart}')
    assert compared and not wrong, '\n'.join(wrong)
