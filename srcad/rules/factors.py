"""Norms, inverses, determinants and factors of matrices: np.linalg, and what only tensors call."""

from srcad.rules.table import inactive, linear

linear('np.linalg.norm(x, ord=None, axis=None, keepdims=False)', 'norm_dx(bz, x, z, ord, axis, keepdims)')
linear('runtime.length(x)', 'norm_dx(bz, x, z, None, None, False)')
linear('np.linalg.inv(x)', '-transposed(z) @ bz @ transposed(z)')
linear('np.linalg.pinv(x)', 'pseudoinverse_dx(bz, x, z)')
linear('np.linalg.solve(x, y)', 'solve_dx(bz, x, y, z)', 'solve_dy(bz, x, y)')
linear('matrices.least_squares(x, y, rcond)', 'least_squares_dx(bz, x, y, z)', 'transposed(np.linalg.pinv(x)) @ bz')
linear('np.linalg.matrix_power(x, n)', 'matrix_power_dx(bz, x, n)')
for determinant in ('np.linalg.det', 'factors.determinant'):
    linear(f'{determinant}(x)', 'column(bz) * cofactors(x, z, np.linalg.inv)')
for logarithm in ('factors.log_determinant', 'matrices.log_of_det'):
    linear(f'{logarithm}(x)', 'column(bz) * transposed(np.linalg.inv(x))')
inactive('matrices.sign_of_det')
linear('factors.lower(x)', 'lower_dx(bz, z, np.linalg.inv(z))')
linear('np.linalg.cholesky(x)', 'of_lower(lower_dx(bz, z, np.linalg.inv(z)))')  # NumPy reads the lower triangle alone
linear('factors.eigenvalues(x)', 'scaled(eigenvectors(x), bz) @ transposed(eigenvectors(x))')
linear('np.linalg.eigvalsh(x, UPLO="L")', 'eigvalsh_dx(bz, x, UPLO)')
linear('factors.eigenvectors(x)', 'eigenvectors_dx(bz, z, eigenvalues(x))')
linear('matrices.eigenvectors(x, UPLO)', 'of_triangle(eigenvectors_dx(bz, z, np.linalg.eigvalsh(x, UPLO)), UPLO)')
for values in ('factors.singular_values', 'np.linalg.svdvals'):
    linear(f'{values}(x)', 'scaled(left(x), bz) @ right(x)')
linear('factors.left(x)', 'left_dx(bz, x, z, singular_values(x), right(x))')
linear('factors.right(x)', 'right_dx(bz, x, z, singular_values(x), left(x))')
linear('factors.orthogonal(x)', 'orthogonal_dx(bz, x, z, triangular(x))')
linear('factors.triangular(x)', 'triangular_dx(bz, x, z, orthogonal(x))')
