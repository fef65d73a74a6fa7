"""Inverses and factors of matrices, and what a matrix receives from them: for stacks of matrices as for one.

After M. Giles, "Collected matrix derivative results for forward and reverse
mode algorithmic differentiation" (2008), and for eigenvectors, singular vectors
and QR the usual formulas; they want distinct eigenvalues and singular values.
"""

import numpy as np


def transposed(x):
    """The last two axes exchanged.

    >>> transposed(np.zeros((2, 3))).shape
    (3, 2)
    """
    return np.swapaxes(x, -1, -2)


def determinant(x):
    """`np.linalg.det`."""
    return np.asarray(np.linalg.det(x), x.dtype)


def log_determinant(x):
    """The logarithm of the absolute determinant."""
    return np.asarray(np.linalg.slogdet(x)[1], x.dtype)


def lower(x):
    """The Cholesky factor."""
    return np.linalg.cholesky(x)


def eigenvalues(x):
    """Those of a symmetric matrix, in ascending order."""
    return np.linalg.eigh(x)[0]


def eigenvectors(x):
    """Those of a symmetric matrix, as columns, in the order of `eigenvalues`."""
    return np.linalg.eigh(x)[1]


def left(x):
    """The left singular vectors, as columns."""
    return np.linalg.svd(x, False)[0]


def singular_values(x):
    """The singular values, in descending order."""
    return np.linalg.svd(x, False)[1]


def right(x):
    """The right singular vectors, as rows."""
    return np.linalg.svd(x, False)[2]


def orthogonal(x):
    """The Q of x = Q @ R."""
    return np.linalg.qr(x)[0]


def triangular(x):
    """The R of x = Q @ R."""
    return np.linalg.qr(x)[1]


def column(b):
    """A number for each matrix, with two more axes."""
    return np.expand_dims(b, (-1, -2))


def cofactors(x, z, inverse):
    """The derivative of the determinant z by each element, also where it is zero; `inverse`, also of tensors.

    >>> cofactors(np.diag([2.0, 0.0]), np.array(0.0), np.linalg.inv)
    array([[0., 0.],
           [0., 2.]])
    """
    if np.all(np.not_equal(z, 0)):
        return column(z) * transposed(inverse(x))
    u, s, vt = np.linalg.svd(x)
    n = s.shape[-1]
    rest = np.prod(np.where(np.eye(n, dtype=bool), 1.0, np.expand_dims(s, -2)), axis=-1)
    return column(np.linalg.det(u) * np.linalg.det(vt)) * (scaled(u, rest) @ vt)


def lower_dx(bz, z, inverse_of_z):
    """What a symmetric matrix receives from its Cholesky factor z."""
    p = np.tril(transposed(z) @ bz)
    half = p * (1 - 0.5 * np.eye(np.shape(z)[-1]))
    s = transposed(inverse_of_z) @ half @ inverse_of_z
    return (s + transposed(s)) / 2


def gaps(values, b, f=lambda v: v):
    """1 / (f(values[j]) - f(values[i])) at row i, column j; 0 on the diagonal, nan where they are equal but for rounding.

    All 0 if what the vectors receive, b, is 0: nobody uses them.

    >>> gaps(np.array([1.0, 3.0, 3.0]), np.ones((3, 3)))
    array([[ 0. ,  0.5,  0.5],
           [-0.5,  0. ,  nan],
           [-0.5,  nan,  0. ]])
    """
    n = np.shape(values)[-1]
    d = np.expand_dims(f(values), -2) - np.expand_dims(f(values), -1)
    known = getattr(values, 'array', values)  # of a tensor, which is differentiated again
    rounding = n * np.finfo(known.dtype).eps * np.max(np.abs(known), axis=-1, initial=0.0)
    apart = np.abs(np.expand_dims(known, -2) - np.expand_dims(known, -1)) > np.expand_dims(rounding, (-1, -2))
    unused = ~np.any(getattr(b, 'array', b), axis=(-2, -1), keepdims=True)
    return np.where(np.eye(n, dtype=bool) | unused, 0.0, np.where(apart, 1 / np.where(apart, d, 1.0), np.nan))


def eigenvectors_dx(bz, z, values):
    """What a symmetric matrix receives from its eigenvectors z."""
    s = z @ (gaps(values, bz) * (transposed(z) @ bz)) @ transposed(z)
    return (s + transposed(s)) / 2


def scaled(x, values):
    """The columns of a matrix, each times a value."""
    return x * np.expand_dims(values, -2)


def left_dx(bz, x, z, s, vt):
    """What a matrix receives from its left singular vectors z."""
    j = gaps(s, bz, np.square) * (transposed(z) @ bz)
    inner = scaled(z @ (j + transposed(j)), s) @ vt
    outer = scaled(bz - z @ (transposed(z) @ bz), 1 / s) @ vt
    return inner + outer if np.shape(x)[-2] > np.shape(x)[-1] else inner


def right_dx(bz, x, z, s, u):
    """What a matrix receives from its right singular vectors z."""
    return transposed(left_dx(transposed(bz), transposed(x), transposed(z), s, transposed(u)))


def triangle_solved(m, q, r_inverse):
    """q @ the symmetric matrix with the lower triangle of m, times r to the minus transpose."""
    low = np.tril(m)
    return q @ (low + transposed(np.tril(m, -1))) @ transposed(r_inverse)


def orthogonal_dx(bz, x, z, r):
    """What a matrix, no wider than high, receives from the Q of its QR factors."""
    back = np.linalg.inv(r)
    return bz @ transposed(back) + triangle_solved(-transposed(bz) @ z, z, back)


def triangular_dx(bz, x, z, q):
    """What a matrix, no wider than high, receives from the R of its QR factors."""
    return triangle_solved(z @ transposed(bz), q, np.linalg.inv(z))


def least_squares_dx(bz, x, y, z):
    """What a matrix of independent columns receives from z = np.linalg.lstsq(x, y)[0].

    With dz = x⁺ (dy - dx z) + (xᵀ x)⁻¹ dxᵀ (y - x z): G. H. Golub and V. Pereyra, "The differentiation of pseudo-inverses
    and nonlinear least squares problems whose variables separate" (1973).

    >>> x = np.array([[1.0], [2.0]])
    >>> least_squares_dx(np.array([1.0]), x, np.array([3.0, 1.0]), np.array([1.0]))
    array([[ 0.2],
           [-0.6]])
    """
    many = np.reshape(bz, (len(bz), -1)), np.reshape(y, (len(y), -1)), np.reshape(z, (len(z), -1))
    b, y, z = many
    inverse = np.linalg.pinv(x)
    return (y - x @ z) @ transposed(inverse @ transposed(inverse) @ b) - transposed(inverse) @ b @ transposed(z)


def pseudoinverse_dx(bz, x, z):
    """What a matrix of full rank receives from its pseudoinverse z."""
    zt, bt = transposed(z), transposed(bz)
    return -zt @ bz @ zt + (bt - x @ z @ bt) @ z @ zt + zt @ z @ (bt - bt @ z @ x)
