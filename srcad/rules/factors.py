"""Inverses, determinants and factors of matrices, for tensors."""

from srcad.rules.table import linear

linear('factors.inverse(x)', '-transposed(z) @ bz @ transposed(z)')
linear('factors.determinant(x)', 'column(bz) * cofactors(x, z, inverse)')
linear('factors.log_determinant(x)', 'column(bz) * transposed(inverse(x))')
linear('factors.solution(x, y)', '-solution(transposed(x), bz) @ transposed(z)', 'solution(transposed(x), bz)')
linear('factors.lower(x)', 'lower_dx(bz, z, inverse(z))')
linear('factors.eigenvalues(x)', 'scaled(eigenvectors(x), bz) @ transposed(eigenvectors(x))')
linear('factors.eigenvectors(x)', 'eigenvectors_dx(bz, z, eigenvalues(x))')
linear('factors.singular_values(x)', 'scaled(left(x), bz) @ right(x)')
linear('factors.left(x)', 'left_dx(bz, x, z, singular_values(x), right(x))')
linear('factors.right(x)', 'right_dx(bz, x, z, singular_values(x), left(x))')
linear('factors.orthogonal(x)', 'orthogonal_dx(bz, x, z, triangular(x))')
linear('factors.triangular(x)', 'triangular_dx(bz, x, z, orthogonal(x))')
linear('factors.pseudoinverse(x)', 'pseudoinverse_dx(bz, x, z)')
