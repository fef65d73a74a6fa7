"""Functions of libraries in Python, which is differentiated in their place: without a row of the table, or with one that
knows fewer arguments."""

import cmath
import math
import statistics

import numpy as np

from srcad.standins import arrays, matrices, numbers, polynomials, reductions

STANDINS = {
    cmath.polar: numbers.polar, math.dist: numbers.dist, math.modf: numbers.modf, math.ldexp: numbers.ldexp,
    divmod: numbers.quotient_and_rest,
    np.divmod: numbers.floor_and_remainder, np.add.reduce: reductions.add_reduce,
    np.multiply.reduce: reductions.multiply_reduce, np.maximum.reduce: reductions.maximum_reduce,
    np.minimum.reduce: reductions.minimum_reduce, np.add.accumulate: reductions.add_accumulate,
    np.maximum.accumulate: reductions.maximum_accumulate, np.minimum.accumulate: reductions.minimum_accumulate,
    np.multiply.accumulate: reductions.multiply_accumulate, np.add.outer: reductions.add_outer,
    np.subtract.outer: reductions.subtract_outer, np.multiply.outer: reductions.multiply_outer,
    np.divide.outer: reductions.divide_outer,
}  # fmt: skip


def under_their_names(home, module, names):
    """{the library's function: ours of the same name}, as far as the library has it."""
    return {getattr(home, n): getattr(module, n) for n in names.split() if hasattr(home, n)}


STANDINS |= under_their_names(
    np,
    arrays,
    'meshgrid diagflat append insert delete vander logspace geomspace block select apply_along_axis broadcast_arrays '
    'choose compress extract dstack unstack unique unwrap piecewise ndenumerate modf partition resize trim_zeros',
)
STANDINS |= under_their_names(
    np,
    reductions,
    'gradient cov corrcoef cumulative_sum cumulative_prod vecdot matvec vecmat nanprod nancumsum nancumprod nanvar nanstd '
    'nanmedian nanquantile nanpercentile histogram',
)
STANDINS |= under_their_names(np, polynomials, 'polyfit polyadd polysub polymul polyder polyint')
STANDINS |= under_their_names(
    np.linalg, matrices, 'slogdet eigh svd qr lstsq trace diagonal matrix_norm vector_norm multi_dot cond'
)
STANDINS |= under_their_names(np.linalg, reductions, 'vecdot')
STANDINS |= under_their_names(np.fft, matrices, 'rfft2 irfft2')
NAMED = 'mean variance pvariance stdev pstdev median harmonic_mean geometric_mean'
STANDINS |= under_their_names(statistics, numbers, NAMED) | {statistics.fmean: numbers.fmean}

# For calls whose parts have no names of their own
SPLIT = under_their_names(np, arrays, 'split array_split hsplit vsplit dsplit')

# For calls with arguments that the row of the function does not know
WITH_MORE = {
    np.diff: arrays.diff, np.pad: arrays.pad, np.sum: reductions.sum_of, np.prod: reductions.prod_of,
    np.max: reductions.max_of, np.min: reductions.min_of, np.mean: reductions.mean_of,
    np.gradient: reductions.gradient_along, np.interp: arrays.interp, np.take: arrays.take,
    np.array: arrays.array_of_axes, np.atleast_1d: arrays.atleast_1d, np.nan_to_num: numbers.nan_to_num,
    np.ravel: arrays.ravel, np.reshape: arrays.reshape, np.ndarray.flatten: arrays.flatten, np.ndarray.item: arrays.item,
}  # fmt: skip
