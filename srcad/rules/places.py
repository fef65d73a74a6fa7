"""Elements by index, sums of products, activations: the functions that tensors stand on.

In source text the same is a statement or a function of NumPy, which are looked up elsewhere.
"""

from srcad.rules.table import elementwise, linear

linear('elements.item(x, index)', 'placed(bz, x, index)')
linear('elements.placed(x, shaped, index)', 'bz[index]')
linear('elements.read_first(x, place)', 'bz', '0')
linear('elements.replaced(x, index, y)', 'replaced(bz, index, 0.0)', '', 'stayed(bz, index)')
linear('elements.written(x, view, y)', 'written(bz, view, 0.0)', '', 'view(bz)')
linear('runtime.stayed(x, index)', 'replaced(np.zeros(np.shape(x)), index, bz)')
linear('elements.astype(x, dtype)', 'bz')
linear('elements.packed(x)', 'bz')
linear('elements.trace(x)', 'bz * np.eye(*np.shape(x))')
linear('elements.diagonal(x, offset, axis1, axis2)', 'diagonal_dx(bz, x, offset, axis1, axis2)')
linear('elements.diagonal_dx(x, shaped, offset, axis1, axis2)', 'diagonal(bz, offset, axis1, axis2)')
linear('runtime.take_along_dx(x, shaped, indices, axis)', 'np.take_along_axis(bz, indices, axis)')
linear('elements.einsum(equation, items)', '', 'einsum_dx(bz, k, equation, items, einsum)')
linear(
    'elements.length(x, axis, keepdims)', 'spread(bz, x, axis, keepdims) * direction(x, spread(z, x, axis, keepdims))'
)

elementwise('elements.sigmoid(x)', 'z * (1 - z)')
elementwise('elements.rectified(x)', 'z > 0')
linear('elements.softmax(x, axis)', 'z * (bz - np.sum(bz * z, axis=axis, keepdims=True))')
linear('elements.log_softmax(x, axis)', 'bz - np.exp(z) * np.sum(bz, axis=axis, keepdims=True)')
linear(
    'elements.log_sum_exp(x, axis, keepdims)',
    'spread(bz, x, axis, keepdims) * np.exp(x - spread(z, x, axis, keepdims))',
)
