"""Linear algebra of tensors, under PyTorch's names."""

import numpy as np

from srcad import elements, factors
from srcad.tensors.elementwise import abs, floor, renamed, where
from srcad.tensors.products import cross, matmul
from srcad.tensors.record import operation, record
from srcad.tensors.reductions import amax, amin, axes_of, named, sum
from srcad.tensors.shaping import diagonal, transpose
from srcad.tensors.shape import axis_of
from srcad.tensors.tensor import fresh

__all__ = ['LinAlgError', 'cholesky', 'cond', 'cross', 'det', 'diagonal', 'eigh', 'eigvalsh', 'inv', 'lstsq', 'matmul',
           'matrix_norm', 'matrix_power', 'matrix_rank', 'multi_dot', 'norm', 'pinv', 'qr', 'slogdet', 'solve', 'svd',
           'svdvals', 'vecdot', 'vector_norm']  # fmt: skip

SLOGDET, EIGH = named('linalg_slogdet', 'sign', 'logabsdet'), named('linalg_eigh', 'eigenvalues', 'eigenvectors')
SVD, QR = named('linalg_svd', 'U', 'S', 'Vh'), named('linalg_qr', 'Q', 'R')


class LinAlgError(RuntimeError):
    """A matrix that has no inverse, no such factors."""


LinAlgError.__name__ = '_LinAlgError'


def square(A, name):
    if A.array.ndim < 2:
        raise RuntimeError(f'{name}: The input tensor A must have at least 2 dimensions.')
    if A.array.shape[-1] != A.array.shape[-2]:
        m, n = A.array.shape[-2:]
        raise RuntimeError(f'{name}: A must be batches of square matrices, but they are {m} by {n} matrices')
    only_floats(A, name)


def only_floats(A, name):
    if A.array.dtype.kind != 'f':
        raise RuntimeError(f'{name}: Expected a floating point or complex tensor as input. Got {A.dtype.word}')


def factor(f, A, name, *rest):
    return record(operation(f), A, *rest, name=f'{name}Backward0')


def zero_pivot(A):
    """The number, from 1, of the first pivot that is zero."""
    u = np.array(A, float).reshape(-1, *A.shape[-2:])[0].copy()
    for k in range(len(u)):
        best = k + np.argmax(np.abs(u[k:, k]))
        u[[k, best]] = u[[best, k]]
        if u[k, k] == 0:
            return k + 1
        u[k + 1 :] -= np.outer(u[k + 1 :, k] / u[k, k], u[k])
    return len(u)


def inv(A):
    """The inverse; RuntimeError of a singular matrix.

    >>> from srcad import tensor
    >>> inv(tensor([[2.0, 0.0], [0.0, 4.0]]))
    tensor([[0.5000, 0.0000],
            [0.0000, 0.2500]])
    """
    square(A, 'linalg.inv')
    try:
        return factor(np.linalg.inv, A, 'LinalgInvEx')
    except np.linalg.LinAlgError:
        raise LinAlgError(
            f'linalg.inv: The diagonal element {zero_pivot(A.array)} is zero, the inversion could not be completed '
            'because the input matrix is singular.'
        ) from None


inverse = inv


def det(A):
    """The determinant.

    >>> from srcad import tensor
    >>> det(tensor([[2.0, 0.0], [0.0, 4.0]]))
    tensor(8.)
    """
    square(A, 'linalg.det')
    return factor(factors.determinant, A, 'LinalgDet')


def slogdet(A):
    """The sign of the determinant, and the logarithm of its absolute value."""
    square(A, 'linalg.slogdet')
    sign = np.asarray(np.linalg.slogdet(A.array)[0], A.array.dtype)
    value = factor(factors.log_determinant, A, 'LinalgSlogdet')
    return SLOGDET(renamed(fresh(sign) + 0 * floor(value), 'LinalgSlogdetBackward0'), value)


def logdet(A):
    """The logarithm of the determinant, nan where that is negative."""
    sign, value = slogdet(A)
    return renamed(where(sign == -1, float('nan'), value), 'WhereBackward0')


def solve(A, B, *, left=True):
    """The X with `A @ X = B`; RuntimeError of a singular A."""
    square(A, 'linalg.solve')
    if not left:
        return transpose(solve(transpose(A, -1, -2), transpose(B, -1, -2)), -1, -2)
    vector = B.array.ndim == 1 or B.array.ndim == A.array.ndim - 1 and B.array.shape == A.array.shape[:-1]
    rows, columns = (B.array.shape[-1], 1) if vector else B.array.shape[-2:]
    n = A.array.shape[-1]
    if rows != n:
        raise RuntimeError(
            f'linalg.solve: Incompatible shapes of A and B for the equation AX = B ({n}x{n} and {rows}x{columns})'
        )
    try:
        out = record(operation(np.linalg.solve), A, B.unsqueeze(-1) if vector else B, name='LinalgSolveExBackward0')
    except np.linalg.LinAlgError:
        raise LinAlgError('srcad.linalg.solve: The solver failed because the input matrix is singular.') from None
    return renamed(out.squeeze(-1), 'LinalgSolveExBackward0') if vector else out


def cholesky(A, *, upper=False):
    """The lower triangular L with `L @ L.T = A`; RuntimeError unless A is positive definite."""
    square(A, 'linalg.cholesky')
    try:
        out = factor(factors.lower, A, 'LinalgCholeskyEx')
    except np.linalg.LinAlgError:
        order = next(k for k in range(1, A.array.shape[-1] + 1) if not definite(A.array[..., :k, :k]))
        raise LinAlgError(
            'linalg.cholesky: The factorization could not be completed because the input is not positive-definite (the '
            f'leading minor of order {order} is not positive-definite).'
        ) from None
    return transpose(out, -1, -2) if upper else out


def definite(a):
    try:
        np.linalg.cholesky(a)
    except np.linalg.LinAlgError:
        return False
    return True


def eigh(A, UPLO='L'):
    """Eigenvalues, ascending, and eigenvectors of a symmetric matrix. Gradients want distinct eigenvalues."""
    square(A, 'linalg.eigh')
    A = A if UPLO == 'L' else A.mT
    return EIGH(factor(factors.eigenvalues, A, 'LinalgEigh'), factor(factors.eigenvectors, A, 'LinalgEigh'))


def eigvalsh(A, UPLO='L'):
    """Eigenvalues of a symmetric matrix, ascending."""
    square(A, 'linalg.eigvalsh')
    return factor(factors.eigenvalues, A if UPLO == 'L' else A.mT, 'LinalgEigh')


def svd(A, full_matrices=True):
    """Singular vectors and values; a gradient through U or Vh wants `full_matrices=False` or a square A."""
    if full_matrices and A.array.shape[-1] != A.array.shape[-2]:
        if A.requires_grad:
            raise NotImplementedError('srcad has no gradient of svd with full_matrices=True: say full_matrices=False')
        return SVD(*map(fresh, np.linalg.svd(A.array)))
    return SVD(*(factor(f, A, 'LinalgSvd') for f in (factors.left, factors.singular_values, factors.right)))


def svdvals(A):
    """The singular values, descending."""
    return factor(factors.singular_values, A, 'LinalgSvd')


def qr(A, mode='reduced'):
    """Q and R of `A = Q @ R`; a gradient wants a matrix no wider than high."""
    if mode != 'reduced':
        raise NotImplementedError(f'srcad has no linalg.qr of mode={mode!r}')
    if A.requires_grad and A.array.shape[-1] > A.array.shape[-2]:
        raise NotImplementedError('srcad has no gradient of linalg.qr of a matrix that is wider than high')
    return QR(factor(factors.orthogonal, A, 'LinalgQr'), factor(factors.triangular, A, 'LinalgQr'))


def pinv(A):
    """The pseudoinverse; its gradient wants full rank."""
    return factor(np.linalg.pinv, A, 'LinalgPinv')


def lstsq(A, B):
    """The X for which `A @ X` comes nearest to B: a tuple of one; A has full rank."""
    return named('linalg_lstsq', 'solution')(pinv(A) @ B)


def matrix_rank(A):
    """How many singular values are not zero, to rounding."""
    return fresh(np.asarray(np.linalg.matrix_rank(A.array)))


def matrix_power(A, n):
    """A matrix multiplied with itself n times; negative n of the inverse."""
    square(A, 'linalg.matrix_power')
    if n < 0:
        return matrix_power(inv(A), -n)
    if n == 0:
        return fresh(np.broadcast_to(np.eye(A.array.shape[-1], dtype=A.array.dtype), A.array.shape).copy())
    half = matrix_power(A, n // 2) if n > 1 else A
    return half if n == 1 else half @ half @ A if n % 2 else half @ half


def cond(A, p=None):
    """How far a matrix is from a singular one: the largest singular value over the smallest, or by another norm."""
    if p in (None, 2):
        values = svdvals(A)
        return values[..., 0] / values[..., -1]
    return matrix_norm(A, p) * matrix_norm(inv(A), p)


def vecdot(x, y, *, dim=-1):
    """Inner products along an axis."""
    return sum(x * y, dim)


def multi_dot(tensors):
    """The product of several matrices, from the left."""
    out = tensors[0]
    for x in tensors[1:]:
        out = out @ x
    return out


def vector_norm(x, ord=2, dim=None, keepdim=False):
    """`(sum abs(x)**ord)**(1/ord)` of all elements or along `dim`; the largest for inf, how many are not 0 for 0."""
    if x.array.dtype.kind != 'f':
        raise RuntimeError(
            f'linalg.vector_norm: Expected a floating point or complex tensor as input. Got {x.dtype.word}'
        )
    axis, name = axes_of(dim, x.array.ndim), 'LinalgVectorNormBackward0'
    if ord == 2:
        return record(operation(elements.length), x, axis, keepdim, name=name)
    if ord in (np.inf, -np.inf):
        return renamed((amax if ord > 0 else amin)(abs(x), dim, keepdim), name)
    if ord == 0:
        return sum((x != 0).to(x.dtype), dim, keepdim)
    powers = abs(x) if ord == 1 else abs(x) ** ord
    total = sum(powers, dim, keepdim)
    if ord == 1:
        return renamed(total, name)
    zero = total == 0  # where the root has no derivative
    return renamed(where(zero, 0.0, where(zero, 1.0, total) ** (1 / ord)), name)


def matrix_norm(A, ord='fro', dim=(-2, -1), keepdim=False):
    """A norm of matrices: 'fro', 'nuc', 2, -2 of their singular values, 1, -1, inf, -inf of sums along an axis."""
    if ord == 'fro':
        return vector_norm(A, 2, dim, keepdim)
    rows, columns = (axis_of(d, A.array.ndim) for d in dim)
    A = A.movedim((rows, columns), (-2, -1))
    if ord in ('nuc', 2, -2):
        values = svdvals(A)
        out = sum(values, -1) if ord == 'nuc' else amax(values, -1) if ord == 2 else amin(values, -1)
    else:
        total = sum(abs(A), -2 if ord in (1, -1) else -1)
        out = amax(total, -1) if ord > 0 else amin(total, -1)
    for axis in sorted((rows, columns)) if keepdim else ():
        out = out.unsqueeze(axis)
    return out


def norm(A, ord=None, dim=None, keepdim=False):
    """`matrix_norm` of a matrix with `ord`, else `vector_norm`."""
    if ord is not None and (isinstance(dim, tuple) and len(dim) == 2 or dim is None and A.array.ndim == 2):
        return matrix_norm(A, ord, dim or (-2, -1), keepdim)
    return vector_norm(A, 2 if ord is None else ord, dim, keepdim)
