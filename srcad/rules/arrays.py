"""Functions of whole arrays: reductions, products, rearrangements.

The adjoints of matrix functions follow M. Giles, "Collected matrix derivative
results for forward and reverse mode algorithmic differentiation" (2008).
"""
from srcad.rules.table import alias, elementwise, inactive, linear

# Reductions. `spread` lays the adjoint of the result over the axes that went.
linear('np.sum(x, axis=None, keepdims=False)', 'spread(bz, x, axis, keepdims)')
linear('np.mean(x, axis=None, keepdims=False)', 'spread(bz, x, axis, keepdims) / count(x, axis)')
linear('np.prod(x, axis=None, keepdims=False)', 'spread(bz, x, axis, keepdims) * others(x, axis)')
linear('np.max(x, axis=None, keepdims=False)', 'spread(bz, x, axis, keepdims) * chosen(x, z, axis, keepdims)')
linear('np.min(x, axis=None, keepdims=False)', 'spread(bz, x, axis, keepdims) * chosen(x, z, axis, keepdims)')
linear('np.var(x, axis=None, ddof=0, keepdims=False)',
       '2 * spread(bz, x, axis, keepdims) * centered(x, axis) / (count(x, axis) - ddof)')
linear('np.std(x, axis=None, ddof=0, keepdims=False)',
       'spread(bz / (z + (z == 0)), x, axis, keepdims) * centered(x, axis) / (count(x, axis) - ddof)')
linear('np.cumsum(x, axis=None)', 'cumsum_dx(bz, x, axis)')
linear('np.cumprod(x, axis=None)', 'cumprod_dx(bz, x, z, axis)')
linear('np.ptp(x, axis=None, keepdims=False)',
       'spread(bz, x, axis, keepdims) * (chosen(x, np.max(x, axis=axis, keepdims=True), axis, True)'
       ' - chosen(x, np.min(x, axis=axis, keepdims=True), axis, True))')
linear('np.median(x, axis=None, keepdims=False)', 'quantile_dx(bz, x, 0.5, axis, keepdims)')
linear('np.quantile(x, q, axis=None, keepdims=False)', 'quantile_dx(bz, x, q, axis, keepdims)')
linear('np.percentile(x, q, axis=None, keepdims=False)', 'quantile_dx(bz, x, np.divide(q, 100), axis, keepdims)')
linear('np.average(x, axis=None, weights=None, keepdims=False)', 'average_dx(bz, x, axis, weights, keepdims)', '',
       'average_dw(bz, x, z, axis, weights, keepdims)')
linear('np.nansum(x, axis=None, keepdims=False)', 'spread(bz, x, axis, keepdims) * ~np.isnan(x)')
linear('np.nanmean(x, axis=None, keepdims=False)',
       'spread(bz, x, axis, keepdims) * ~np.isnan(x) / np.sum(~np.isnan(x), axis=axis, keepdims=True)')
linear('np.nanmax(x, axis=None, keepdims=False)', 'spread(bz, x, axis, keepdims) * chosen(x, z, axis, keepdims)')
linear('np.nanmin(x, axis=None, keepdims=False)', 'spread(bz, x, axis, keepdims) * chosen(x, z, axis, keepdims)')
linear('np.logaddexp.reduce(x, axis=0, keepdims=False)',
       'spread(bz, x, axis, keepdims) * np.exp(x - spread(np.where(z == -np.inf, 0, z), x, axis, keepdims))')
linear('np.trace(x, offset=0, axis1=0, axis2=1)', 'trace_dx(bz, x, offset, axis1, axis2)')
alias('np.max', 'np.amax')
alias('np.min', 'np.amin')

# Products
linear('x @ y', 'matmul_dx(bz, x, y)', 'matmul_dy(bz, x, y)')
linear('np.matmul(x, y)', 'matmul_dx(bz, x, y)', 'matmul_dy(bz, x, y)')
linear('np.dot(x, y)', 'dot_dx(bz, x, y)', 'dot_dy(bz, x, y)')
linear('np.outer(x, y)', 'outer_dx(bz, x, y)', 'outer_dy(bz, x, y)')
linear('np.inner(x, y)', 'inner_dx(bz, x, y)', 'inner_dy(bz, x, y)')
linear('np.vdot(x, y)', 'np.reshape(bz * y, np.shape(x))', 'np.reshape(bz * x, np.shape(y))')
linear('np.tensordot(x, y, axes=2)', 'tensordot_dx(bz, x, y, axes)', 'tensordot_dy(bz, x, y, axes)')
linear('np.einsum(equation, x)', '', 'einsum_dx(bz, equation, x)')
linear('np.einsum(equation, x, y)', '', 'einsum_dx(bz, equation, x, y)', 'einsum_dy(bz, equation, x, y)')
linear('np.einsum(equation, x, y, w)', '', 'einsum_dx(bz, equation, x, y, w)', 'einsum_dy(bz, equation, x, y, w)',
       'einsum_dw(bz, equation, x, y, w)')
linear('np.einsum(equation, x, y, w, v)', '', 'einsum_dx(bz, equation, x, y, w, v)',
       'einsum_dy(bz, equation, x, y, w, v)', 'einsum_dw(bz, equation, x, y, w, v)', 'einsum_dv(bz, equation, x, y, w, v)')
linear('np.kron(x, y)', 'kron_dx(bz, x, y)', 'kron_dy(bz, x, y)')
linear('np.cross(x, y, axisa=-1, axisb=-1, axisc=-1, axis=None)', 'cross_dx(bz, x, y, axisa, axisb, axisc, axis)',
       '-cross_dx(bz, y, x, axisb, axisa, axisc, axis)')
linear('np.convolve(x, y, mode="full")', 'convolve_dx(bz, x, y, mode)', 'convolve_dx(bz, y, x, mode)')
linear('np.correlate(x, y, mode="valid")', 'correlate_dx(bz, x, y, mode)', 'correlate_dy(bz, x, y, mode)')
for name in ('np.trapezoid', 'np.trapz'):  # the name before NumPy 2
    linear(f'{name}(y, x=None, dx=1.0, axis=-1)', 'trapezoid_dy(bz, y, x, dx, axis)', 'trapezoid_dx(bz, y, x, axis)',
           'trapezoid_dh(bz, y, x, dx, axis)')
linear('np.interp(x, xp, fp)', 'interp_dx(bz, x, xp, fp)', 'interp_dxp(bz, x, xp, fp)', 'interp_dfp(bz, x, xp, fp)')
linear('np.polyval(p, x)', 'polyval_dp(bz, p, x)', 'bz * np.polyval(np.polyder(one_axis(p)), x)')

# Rearrangements
linear('np.transpose(x, axes=None)', 'transpose_dx(bz, axes)')
linear('np.matrix_transpose(x)', 'np.swapaxes(bz, -1, -2)')
linear('np.reshape(x, *shape)', 'np.reshape(bz, np.shape(x))')
linear('np.ravel(x)', 'np.reshape(bz, np.shape(x))')
linear('np.squeeze(x, axis=None)', 'np.reshape(bz, np.shape(x))')
linear('np.expand_dims(x, axis)', 'np.reshape(bz, np.shape(x))')
linear('np.atleast_1d(x)', 'np.reshape(bz, np.shape(x))')
linear('np.atleast_2d(x)', 'np.reshape(bz, np.shape(x))')
linear('np.atleast_3d(x)', 'np.reshape(bz, np.shape(x))')
linear('np.swapaxes(x, axis1, axis2)', 'np.swapaxes(bz, axis1, axis2)')
linear('np.moveaxis(x, source, destination)', 'np.moveaxis(bz, destination, source)')
linear('np.rollaxis(x, axis, start=0)', 'rollaxis_dx(bz, axis, start)')
linear('np.flip(x, axis=None)', 'np.flip(bz, axis)')
linear('np.flipud(x)', 'np.flipud(bz)')
linear('np.fliplr(x)', 'np.fliplr(bz)')
linear('np.rot90(x, k=1, axes=(0, 1))', 'np.rot90(bz, -k, axes)')
linear('np.roll(x, shift, axis=None)', 'roll_dx(bz, shift, axis)')
linear('np.diag(x, k=0)', 'diag_dx(bz, x, k)')
linear('np.diagonal(x, offset=0, axis1=0, axis2=1)', 'diagonal_dx(bz, x, offset, axis1, axis2)')
linear('np.lib.stride_tricks.sliding_window_view(x, window_shape, axis=None)', 'windows_dx(bz, x, window_shape, axis)')
linear('np.triu(x, k=0)', 'np.triu(bz, k)', broadcasts=True, by_place=True)
linear('np.tril(x, k=0)', 'np.tril(bz, k)', broadcasts=True, by_place=True)
linear('np.diff(x, n=1, axis=-1)', 'differences_dx(bz, x, n, axis)')
linear('np.ediff1d(x)', 'np.reshape(diff_dx(bz), np.shape(x))')
linear('np.repeat(x, repeats, axis=None)', 'repeat_dx(bz, x, repeats, axis)')
linear('np.tile(x, reps)', 'tile_dx(bz, x, reps)')
linear('np.pad(x, pad_width)', 'pad_dx(bz, x, pad_width)')
linear('np.sort(x, axis=-1)', 'sort_dx(bz, x, axis)')
linear('np.take(x, indices, axis=None)', 'take_dx(bz, x, indices, axis)')
linear('np.take_along_axis(x, indices, axis=-1)', 'take_along_dx(bz, x, indices, axis)')
linear('np.bincount(x, weights=None, minlength=0)', '', 'np.take(bz, x)')
linear('np.copy(x)', 'bz')
linear('np.asarray(x)', 'bz')
linear('np.broadcast_to(x, shape)', 'bz', broadcasts=True)
linear('np.full(shape, x)', '', 'bz', broadcasts=True)
linear('np.full_like(shape, x)', '0', 'bz', broadcasts=True)
linear('np.where(c, x, y)', '0', 'np.where(c, bz, 0.0)', 'np.where(c, 0.0, bz)', broadcasts=True)
linear('np.linspace(x, y, num=50, endpoint=True)', 'linspace_dx(bz, x, y, 1.0, 0.0, num, endpoint)',
       'linspace_dx(bz, y, x, 0.0, 1.0, num, endpoint)')

# Several values that become one array: what the k-th of them receives
linear('np.array(items)', 'bz[k]')
linear('np.stack(items, axis=0)', 'np.take(bz, k, axis)')
linear('np.concatenate(items, axis=0)', 'part(bz, k, items, axis)')
linear('np.vstack(items)', 'part(bz, k, items, 0)')
linear('np.hstack(items)', 'part(bz, k, items, row_axis(bz))')
linear('np.column_stack(items)', 'part(bz, k, items, 1)')
alias('np.matrix_transpose', 'np.linalg.matrix_transpose')
alias('np.outer', 'np.linalg.outer')
alias('np.matmul', 'np.linalg.matmul')
alias('np.tensordot', 'np.linalg.tensordot')
alias('np.cross', 'np.linalg.cross')
alias('np.concatenate', 'np.concat')
alias('np.transpose', 'np.permute_dims')
alias('np.asarray', 'np.ascontiguousarray', 'np.asfortranarray', 'np.asanyarray')

# Builtins over lists and arrays
linear('sum(items, start=0)', 'bz', 'bz', broadcasts=True)
linear('math.fsum(items)', 'bz')
linear('math.prod(items, start=1)', 'prod_dx(bz, items, start)', 'bz * math.prod(items)')
elementwise('max(x, y)', 'not y > x', 'y > x')
elementwise('min(x, y)', 'not y < x', 'y < x')

inactive('np.hanning', 'np.hamming', 'np.blackman', 'np.bartlett')
inactive('np.shape', 'np.size', 'np.ndim', 'np.argmax', 'np.argmin', 'np.argsort', 'np.zeros', 'np.ones', 'np.empty',
         'np.zeros_like', 'np.ones_like', 'np.empty_like', 'np.arange', 'np.eye', 'np.identity', 'np.any', 'np.all',
         'np.isnan', 'np.isinf', 'np.isfinite', 'np.allclose', 'np.isclose', 'np.nonzero', 'np.count_nonzero',
         'np.equal', 'np.not_equal', 'np.greater', 'np.less', 'np.greater_equal', 'np.less_equal', 'np.logical_and',
         'np.logical_or', 'np.logical_not', 'np.searchsorted', 'np.digitize', 'np.array_equal', 'np.flatnonzero', 'np.isscalar',
         'np.iscomplexobj', 'np.isrealobj',
         'np.argpartition', 'np.lexsort', 'np.triu_indices_from', 'np.tril_indices_from', 'np.diag_indices_from',
         'np.nanargmax', 'np.nanargmin', 'np.argwhere', 'np.isin', 'np.iterable',
         'np.linalg.matrix_rank', 'arrays.first_places', 'arrays.places_among_unique', 'arrays.counts_of_unique',
         'arrays.padded_places', 'arrays.places_of_extremes',
         'arrays.full_turns', 'math.isnan', 'math.isinf', 'math.isfinite', 'math.isclose', 'cmath.isnan', 'cmath.isinf',
         'cmath.isfinite', 'cmath.isclose', 'np.isposinf', 'np.isneginf', 'math.gcd', 'math.factorial', 'math.comb')
